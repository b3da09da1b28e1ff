"""Address, author line and source lines of a page."""

from __future__ import annotations

import re
from collections.abc import Sequence

from helpers.clean.cues import opens_with_cue
from helpers.clean.publication_rows import Row, ends_article
from helpers.foundation.records import Page

_WORD = re.compile(r"[^\W\d_]+")
# "(PAP)", "(dpa, 20.08.2025)" at either end of a short line; "MNA/6061234"
_CREDIT_LINE = re.compile(r"^\([^()]{2,40}\)|\([^()]{2,40}\)$|^\w{2,12}/\S")


def find_address(page: Page) -> str | None:
    """The page's address from its hints or sidecar, or None."""
    hint = page.hint("url")
    if hint and hint.value.strip():
        return hint.value.strip()
    value = page.sidecar.get("url") or page.sidecar.get("address")
    return str(value).strip() if value else None


def find_byline(page: Page, rows: Sequence[Row]) -> str | None:
    """The author line: from metadata, else a row near the title that opens with a phrase for authors."""
    hint = page.hint("byline")
    if hint and hint.value.strip():
        return " ".join(hint.value.split())
    kept = [i for i, r in enumerate(rows) if r.kept]
    if not kept:
        return None
    near = [*rows[max(0, kept[0] - 1) : kept[0] + 8], *rows[kept[-1] + 1 : kept[-1] + 4]]
    for row in near:
        if row.role == "title" or len(row.text) > 90 or len(row.others) > 9:
            continue
        if row.role == "byline" or (not row.kept and opens_with_cue("byline", row.folded)):
            names = [
                w for w in _WORD.findall(row.text)[1:] if w[:1] != w[:1].lower() or w[:1].upper() == w[:1]
            ]
            if len(names) >= 2:
                return row.text
    return None


def find_source_lines(rows: Sequence[Row]) -> list[str]:
    """Rows such as "Source: BelTA" within and right after the article, and closing credits such as "ab/ cd/ (PAP)".

    'Original News :' followed by nothing names nobody.
    """
    kept = [i for i, r in enumerate(rows) if r.kept]
    if not kept:
        return []
    out = []
    for i in range(kept[0], min(kept[-1] + 8, len(rows))):
        row = rows[i]
        if ends_article(row):
            break
        named = opens_with_cue("source_line", row.folded) and (":" in row.text or not row.kept)
        credit = (
            i in (kept[-1], kept[-1] + 1, kept[-1] + 2)
            and len(row.text) <= 60
            and _CREDIT_LINE.search(row.text)
        )
        if len(row.text) <= 120 and (named or credit):
            out.append(row.text)
    return out
