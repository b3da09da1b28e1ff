"""Title, outlet and day of the development pages: what their dumps show against what their own HTML says.

    .venv/bin/python benchmarks/dump_metadata.py [../shared/bench/cleaning] [--tune]

A dump has none of the metadata of a page, only its lines; the same page as HTML names its title, site and moment of
publication in meta elements. Rules were found on one half of the sites (by a hash of their name), the other half is only scored;
--tune lists what differs in the first half. A title counts when the dump holds it, an outlet is right when it is the name in the
HTML or made of the letters of the site's address, a day when it lies in the interval that the HTML gives.
"""

from __future__ import annotations

import gzip
import json
import re
import sys
import unicodedata
import zlib
from collections import Counter
from pathlib import Path
from typing import Any

from helpers.clean.articles import clean_page
from helpers.clean.outlets import outlet_of_domain, outlet_of_name
from helpers.foundation.errors import QuarantineError
from helpers.foundation.provenance import sha256_hex
from helpers.foundation.records import Hint, Page
from helpers.ingest.html_hints import find_html_hints

_LABELS = frozenset(["com", "org", "net", "www", "co", "uk", "pl", "ru", "de"])
_SHORTEST = 25  # characters by which a title and a line may hold one another


def letters(text: str) -> str:
    """A text without case, marks, blanks and accents."""
    return re.sub(r"[\W_]", "", unicodedata.normalize("NFKD", text.lower()))


def same_title(a: str, b: str) -> bool:
    """The same line, or one inside the other."""
    a, b = letters(a), letters(b)
    return bool(a) and bool(b) and (a == b or (min(len(a), len(b)) > _SHORTEST and (a in b or b in a)))


def judge_title(page: Page, hints: list[Hint], found: str | None) -> str | None:
    wanted = next((h.value for h in hints if h.field == "title"), None)
    lines = [
        line
        for line in page.text.splitlines()
        if wanted and same_title(line, wanted) and len(line) < 2 * len(wanted)
    ]
    if not lines:
        return None
    return "none" if not found else "right" if any(same_title(found, line) for line in lines) else "wrong"


def judge_outlet(site: str, hints: list[Hint], found: str | None) -> str:
    if not found:
        return "none"
    named = next((h.value for h in hints if h.field == "outlet"), "")
    known, by_name = outlet_of_domain(site), outlet_of_name(named) if named else None
    parts = [letters(label) for label in re.split(r"[./]", site) if label not in _LABELS]
    own = letters(found)
    right = found in {o.name for o in (known, by_name) if o} or own == letters(named)
    return "right" if right or any(p and own and (p in own or own in p) for p in parts) else "wrong"


def main() -> None:
    bench = next((Path(a) for a in sys.argv[1:] if not a.startswith("-")), Path("../shared/bench/cleaning"))
    html: dict[str, str] = {}
    for row in read_rows(bench / "dev_html.jsonl.gz"):
        html[row["id"]] = row["html"]
    tally: Counter[tuple[str, str, str]] = Counter()
    for row in read_rows(bench / "dev.jsonl.gz"):
        text = row["dump"]
        page = Page(f"{row['id']}.txt", sha256_hex(text), "", "text/plain", "utf-8", "", text)
        try:
            article = clean_page(page)
        except QuarantineError:
            continue
        half = "tune" if zlib.crc32(row["site"].encode()) % 2 else "score"
        hints = find_html_hints(html[row["id"]]) if row["id"] in html else []
        judged = {"outlet": judge_outlet(row["site"], hints, article.outlet)}
        if title := judge_title(page, hints, article.title):
            judged["title"] = title
        if (
            hints
            and (
                published := clean_page(
                    Page(
                        page.source_path,
                        page.source_sha256,
                        "",
                        "text/html",
                        "utf-8",
                        "",
                        text,
                        hints=tuple(hints),
                    )
                ).published.interval
            ).is_day
        ):
            own = article.published.interval
            judged["day"] = "none" if own.is_unknown else "right" if own.intersect(published) else "wrong"
        for field, verdict in judged.items():
            tally[half, field, verdict] += 1
            if verdict != "right" and half == "tune" and "--tune" in sys.argv:
                print(
                    field,
                    verdict,
                    row["id"],
                    getattr(article, field, article.published.interval.edtf),
                    sep=" | ",
                )
    for half in ("tune", "score"):
        for field in ("title", "outlet", "day"):
            print(half, field, ", ".join(f"{v} {tally[half, field, v]}" for v in ("right", "wrong", "none")))


def read_rows(path: Path) -> list[dict[str, Any]]:
    with gzip.open(path, "rt", encoding="utf-8") as file:
        return [json.loads(line) for line in file]


if __name__ == "__main__":
    main()
