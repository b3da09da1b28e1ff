"""Saved pages in our own words with what a careful reader keeps of them: tests/clean/saved/<language>-<number>.txt.

A file is a few lines of YAML, a line of three dashes, and the page with two characters before each line: `T|` the title, `k|` lead,
subheadings and body, `.|` everything else. Pages ending in 1 may be looked at while rules are mended; those ending in 2 are only
scored; those ending in 3 and 4 (papers of short sentences, releases, speeches, lists of papers, a live ticker, an interview) were
scored once before they were looked at, and so were those ending in 5, after the rules had been mended by the others, and those
ending in 6 and 7, which say who wrote them, too (tabloids, ministries and parliaments, broadcasters, blogs, pages made by hand). Those
ending in 8 and 9 (live pages, diaries of the week, chronologies, questions and answers, checks of facts, interviews, columns, papers
behind a wall, read-outs of presidencies, ministries and embassies) were scored once before they were looked at; those in 9 are only
scored. Those ending in a and b (agencies, ministries, institutes, broadcasters and papers of regions, whose names stand in capitals or
small letters at the head, and whose days stand in banners, closing lines, rows of rights and addresses) were scored once before they
were looked at; those in b are only scored. Institutions at the head of their own pages are their outlets. All pages, people and events in them are invented.

    python tests/clean/saved_pages.py tune|score|short|later|fresh|sorts|kinds|houses|papers
"""

from __future__ import annotations

import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from helpers.clean.articles import clean_page
from helpers.foundation.provenance import sha256_hex
from helpers.foundation.records import Page

FOLDER = Path(__file__).parent / "saved"
PARTS = {
    "tune": "1", "score": "2", "short": "34", "later": "5", "fresh": "67", "sorts": "8", "kinds": "9", "houses": "a", "papers": "b",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class SavedPage:
    """A page with its gold.

    Attributes:
        name: <language>-<number>.
        text: the page text.
        kept: its lines that are kept, in order, the title among them.
        title: the title.
        gold: language, outlet, published (EDTF), evidence, cites; of later pages also byline.
    """

    name: str
    text: str
    kept: tuple[str, ...]
    title: str
    gold: dict[str, Any]


def load_saved(part: str) -> list[SavedPage]:
    """The pages of a part."""
    out = []
    for path in sorted(FOLDER.glob(f"*-[{PARTS[part]}].txt")):
        head, _, body = path.read_text(encoding="utf-8").partition("---\n")
        lines = [(line[0], line[2:]) for line in body.splitlines()]
        assert {mark for mark, _ in lines} <= set("Tk."), f"{path.name}: an unknown mark"
        out.append(
            SavedPage(
                path.stem,
                "\n".join(line for _, line in lines),
                tuple(line for mark, line in lines if mark in "Tk"),
                next(line for mark, line in lines if mark == "T"),
                {k: None if v == "null" else v for k, v in yaml.load(head, Loader=yaml.BaseLoader).items()},
            )
        )
    return out


def score_saved(part: str, *, show: bool = False) -> dict[str, float]:
    """Precision and recall of kept lines, and shares of pages on which the other fields are right."""
    right: Counter[str] = Counter()
    hit = given = wanted = false = 0
    pages = load_saved(part)
    for page in pages:
        article = clean_page(
            Page(f"{page.name}.txt", sha256_hex(page.text), "", "text/plain", "utf-8", "", page.text)
        )
        kept = [line.span.of(page.text) for line in article.lines if line.kept]
        both = Counter(kept) & Counter(page.kept)
        hit, given, wanted = hit + both.total(), given + len(kept), wanted + len(page.kept)
        published = article.published.interval.edtf
        found = {
            "title": (article.title, page.title),
            "language": (article.language, page.gold["language"]),
            "outlet": (article.outlet, page.gold["outlet"]),
            "published": (published, page.gold["published"]),
            "evidence": (article.published.evidence, page.gold["evidence"]),
            "cites": (sorted(article.cites), sorted(page.gold["cites"])),
        }
        if "byline" in page.gold:
            found["byline"] = (article.byline, page.gold["byline"])
        false += published is not None and published != page.gold["published"]
        right.update(name for name, (is_, should) in found.items() if is_ == should)
        if show:
            for name, (is_, should) in found.items():
                if is_ != should:
                    print(f"{page.name} {name}: {is_!r}, should be {should!r}")
            for line in (Counter(page.kept) - Counter(kept)).elements():
                print(f"{page.name} lost: {line[:110]}")
            for line in (Counter(kept) - Counter(page.kept)).elements():
                print(f"{page.name} kept wrongly: {line[:110]}")
    fields = ["title", "language", "outlet", "published", "evidence", "cites"]
    if all("byline" in page.gold for page in pages):
        fields.append("byline")
    shares = {name: right[name] / len(pages) for name in fields}
    return {"precision": hit / given, "recall": hit / wanted, "false dates": false, **shares}


if __name__ == "__main__":
    for name, value in score_saved(sys.argv[1], show=sys.argv[1] not in ("score", "kinds", "papers")).items():
        print(f"{name}: {value:.3f}")
