"""Address, author line and source lines of a page."""

from __future__ import annotations

import re
from collections.abc import Sequence

from helpers.clean.cues import find_cues, opens_with_cue
from helpers.clean.furniture_cues import load_cues
from helpers.clean.outlets import find_names
from helpers.clean.publication_rows import Row, ends_article
from helpers.clean.publisher_names import is_menu
from helpers.clean.site_words import site_words
from helpers.foundation.records import Page

_WORD = re.compile(r"[^\W\d_]+")
# "(PAP)", "(dpa, 20.08.2025)" at either end of a short line; "MNA/6061234"
_ADDRESS = re.compile(r"https?://|//|www\.|@", re.IGNORECASE)
_CLOCK = re.compile(r"\d{1,2}:\d{2}")
_CREDIT_ROLES = frozenset(["byline", "date", "dateline", "furniture", "body", "lead", "agency", "promotion"])
_CREDIT_LINE = re.compile(r"^\([^()]{2,40}\)|\([^()]{2,40}\)$|^\w{2,12}/\S")


# What else stands on a row that credits an agency: initials, an editor's name, "par la rédaction avec", "inf.", a day and an hour.
_CREDIT_WORDS, _CREDIT_LENGTH, _CREDIT_REACH = 7, 70, 4
# A person's name that stands by itself: words, characters, rows above the title.
_NAME_WORDS, _LONGEST_NAME, _NAME_ABOVE = 3, 40, 3
_NAME = re.compile(r"[^\W\d_]\.|[^\W\d_]{2,}(?:[-'’][^\W\d_]+)?")


def find_address(page: Page) -> str | None:
    """The page's address from its hints or sidecar, or None."""
    hint = page.hint("url")
    if hint and hint.value.strip():
        return hint.value.strip()
    value = page.sidecar.get("url") or page.sidecar.get("address")
    return str(value).strip() if value else None


def find_byline(page: Page, rows: Sequence[Row]) -> str | None:
    """The author line: from metadata, else a row near the title that opens with a phrase for authors.

    Metadata that give the address of an author's page instead of a name say nothing.
    """
    for hint in page.hints:
        value = " ".join(hint.value.split())
        if hint.field == "byline" and value and not _ADDRESS.match(value):
            return value
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
    return _find_bare_name(rows, kept)


def _find_bare_name(rows: Sequence[Row], kept: Sequence[int]) -> str | None:
    """A row of two or three capitalised words right beside the day, near the title and above the text: who wrote it.

    Not one that the page shows again (a section, the site), nor where a script has no capitals to tell names by.
    """
    title = next((i for i in kept if rows[i].role == "title"), kept[0])
    first = next((i for i in kept if i > title and rows[i].role != "lead"), title)
    for i in range(max(0, title - _NAME_ABOVE), first):
        row = rows[i]
        if row.kept or row.dates or row.has_strip or len(row.text) > _LONGEST_NAME:
            continue
        words = row.text.split()
        beside = [r for r in rows[max(0, i - 1) : i + 2] if r.dates and not r.kept and not r.has_strip]
        if (
            beside
            and 2 <= len(words) <= _NAME_WORDS
            and all(word[0].isupper() and not word.isupper() and _NAME.fullmatch(word) for word in words)
            and not find_names(row.text)
            and sum(other.text == row.text for other in rows) == 1
            and not any(bits for bits in load_cues().match_starts([row.text, *words]))
            and not is_menu([word.lower() for word in words])
            and not any(
                word.lower() in site_words().sections or word.lower() in site_words().name_words
                for word in words
            )
            and not find_cues("caption", row.folded)
        ):
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
    return out + [row.text for row in _near_article(rows, kept) if _credits_agency(row)]


def _near_article(rows: Sequence[Row], kept: Sequence[int]) -> list[Row]:
    """The rows between title and text and those right behind the text: where credits stand."""
    title = next((i for i in kept if rows[i].role == "title"), kept[0] - 1)
    head = rows[title + 1 : min(title + 1 + _CREDIT_REACH, len(rows))]
    return [*head, *rows[max(kept[-1], title + 1 + _CREDIT_REACH) : kept[-1] + 3]]


def _credits_agency(row: Row) -> bool:
    """True for a row that names an agency and hardly anything else: "ELTA inf.", "Redacción / EFE", "(AFP) Publié le 16/06/2025".

    Not for a picture's credit, a link to an account, or the title of another page, which says something of its own.
    """
    if row.role == "title" or len(row.text) > _CREDIT_LENGTH or find_cues("caption", row.folded):
        return False
    hits = [h for h in find_names(row.text) if h.outlet.kind == "agency"]
    if not hits or find_cues("account", row.folded) or ":" in _CLOCK.sub("", row.text):
        return False
    rest = row.text
    for hit in reversed(hits):
        rest = rest[: hit.start] + " " + rest[hit.end :]
    words = _WORD.findall(rest)
    sentence = row.text.rstrip()[-1:] in ".!?" and len(words) > 3
    return len(words) <= _CREDIT_WORDS and not sentence and row.role in _CREDIT_ROLES
