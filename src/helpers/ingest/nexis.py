"""Nexis exports: Nexis Uni's, a cover and then articles each ended by 'End of Document', and the older ones, 'N of M DOCUMENTS'.

What fields there are and how their labels are written was compared with what others wrote of these exports: Nexis Uni's by the
documentation of nexis-analysis (Leiden University Libraries), the older one's by the manual of LexisNexisTools (CRAN, lnt_read):
each article begins with its number of all ("3 of 120 DOCUMENTS", "Dokument 3 von 120"), labels are in capitals, LENGTH ends the
head, LOAD-DATE, GRAPHIC, UPDATE and LANGUAGE follow the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from helpers.foundation.errors import QuarantineError
from helpers.foundation.records import Hint, Page, Quarantined
from helpers.ingest.source import Source

_END = re.compile(
    r"\s*(?:end of document|ende des dokuments|fin du document|fin del documento|fine del documento)\s*$",
    re.IGNORECASE,
)
_DECLARED = re.compile(r"\s*documents?\s?\((\d{1,6})\)\s*$", re.IGNORECASE)
_NUMBERED = re.compile(
    r"\s*(?:document |dokument )?(\d{1,6}) (?:of|von|de|di|van) (\d{1,6})(?: documents?| dokumente)?\s*$",
    re.IGNORECASE,
)
_NAMES = (
    "Section|Length|Byline|Dateline|Highlight|Language|Publication-Type|Journal Code|Load-Date|Graphic|Subject|Company|Organization|"
    "Industry|Geographic|Person|Ticker|Classification|Notes|Correction|Series|Distribution|Update|URL|Länge|Rubrik|Sprache|Longueur|Langue"
)
_FIELD = re.compile(rf"\s*({_NAMES}|{_NAMES.upper()})\s?:\s?(.*)$")
# German and French labels of the older exports.
_LABELS = {
    "Länge": "Length",
    "Longueur": "Length",
    "Rubrik": "Section",
    "Sprache": "Language",
    "Langue": "Language",
}
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_WORDS = re.compile(
    r"([\d.,\s]{1,12})\s*(?:words?|wörter|woorden|mots|palabras|palavras|parole|слов|słów)", re.IGNORECASE
)
_HEADER = frozenset(
    {
        "Section",
        "Length",
        "Byline",
        "Dateline",
        "Highlight",
        "Language",
        "Publication-Type",
        "Journal Code",
        "Series",
        "Distribution",
    }
)
_AFTER_BODY = frozenset(
    {"Graphic", "Load-Date", "Classification", "Notes", "Correction", "Subject", "Update"}
)
_TOLERANCE = 0.6  # an article with less than this share of the words it declares is cut


@dataclass(slots=True)
class _Article:
    title: str = ""
    outlet: str = ""
    date: str = ""
    fields: dict[str, str] = field(default_factory=dict)
    copyright: str = ""
    body: list[str] = field(default_factory=list)


def is_nexis(lines: Sequence[str]) -> bool:
    """True when the lines are those of a Nexis export: an end mark, and a load date, length or body mark."""
    stripped = [line.strip() for line in lines]
    if _is_numbered(stripped):
        return True
    return any(_END.match(s) for s in stripped) and any(
        s == "Body" or s.startswith(("Load-Date:", "Length:")) for s in stripped
    )


def _is_numbered(stripped: Sequence[str]) -> bool:
    """True for the older exports: the number of each article of all, and labels in capitals."""
    numbered = any(_NUMBERED.match(s) and "do" in s.lower() for s in stripped)  # document, Dokument
    return numbered and any(s.startswith(("LENGTH:", "LÄNGE:", "LONGUEUR:", "LOAD-DATE:")) for s in stripped)


def read_nexis_lines(source: Source, lines: Sequence[str]) -> Iterator[Page | Quarantined]:
    """The articles of an export; part 'article N'. The number on the cover and the lengths are compared with what is there.

    The page text of an article is its title, a blank line and its body, a paragraph a line. Load-Date is the day on which Nexis
    took the text in: `accessed`, an upper bound of the publication.
    """
    if _is_numbered([line.strip() for line in lines]):
        yield from _read_numbered(source, lines)
        return
    declared: int | None = None
    found = 0
    block: list[str] = []
    for line in lines:
        if (match := _DECLARED.match(line)) and found == 0 and declared is None:
            declared = int(match[1])
        if not _END.match(line):
            block.append(line.strip())
            continue
        found += 1
        yield from _read_article(source, block, found)
        block = []
    if any(line.startswith(("Load-Date:", "Length:", "Copyright ")) or line == "Body" for line in block):
        found += 1
        yield source.quarantined("truncated", "the last article has no end mark", part=f"article {found}")
    if declared is not None and declared != found:
        yield source.quarantined(
            "truncated", f"the cover declares {declared} document(s), {found} found", part="counts"
        )


def _read_numbered(source: Source, lines: Sequence[str]) -> Iterator[Page | Quarantined]:
    """The articles of an older export; the number of all that each names is compared with what is there."""
    found, declared = 0, 0
    block: list[str] = []
    for line in [*lines, f"{10**5} of {10**5} DOCUMENTS"]:
        match = _NUMBERED.match(line)
        if match is None or "do" not in line.lower():
            block.append(line.strip())
            continue
        if declared:  # what stands before the first number is a cover
            found += 1
            yield from _read_article(source, block, found, _parse_numbered(block))
        declared = declared or int(match[2])
        block = []
    if declared != found:
        yield source.quarantined(
            "truncated", f"each article says that there are {declared}, {found} found", part="counts"
        )


def _parse_numbered(block: list[str]) -> _Article:
    """Source, day, headline, labelled lines up to the length, text, labelled lines, copyright."""
    lines = [line for line in block if line]
    at = next((i for i, line in enumerate(lines[:6]) if _is_date(line)), None)
    length = next(
        (i for i, line in enumerate(lines) if (m := _FIELD.match(line)) and _label(m) == "Length"), None
    )
    if at is None or length is None:
        return _Article(title=lines[0] if lines else "", body=lines[1:])
    head = lines[at + 1 : length]
    unlabelled = [line for line in head if not _FIELD.match(line)]
    article = _Article(
        outlet=lines[at - 1] if at else "", date=lines[at], title=unlabelled[-1] if unlabelled else ""
    )
    rest = lines[length + 1 :]
    while rest and (match := _FIELD.match(rest[0])) and _label(match) in _HEADER:
        head.append(rest.pop(0))
    labelled = (
        i
        for i, line in enumerate(rest)
        if line.startswith(("Copyright ", "©")) or (_FIELD.match(line) and line[:2].isupper())
    )
    end = next(labelled, len(rest))
    article.body = rest[:end]
    for line in (*head, lines[length], *rest[end:]):
        if match := _FIELD.match(line):
            article.fields.setdefault(_label(match), match[2].strip())
        elif line.startswith(("Copyright ", "©")):
            article.copyright = line
    return article


def _label(match: re.Match[str]) -> str:
    """The label of a field as Nexis Uni writes it."""
    label = match[1].title()
    return _LABELS.get(label, {"Url": "URL"}.get(label, label))


def _read_article(
    source: Source, block: list[str], number: int, article: _Article | None = None
) -> Iterator[Page | Quarantined]:
    part = f"article {number}"
    article = article or _parse(block)
    text = "\n".join(article.body)
    hints = [
        Hint("title", article.title, "nexis title"),
        Hint("outlet", article.outlet, "nexis source"),
        Hint("published", article.date, "nexis date line"),
        Hint("byline", article.fields.get("Byline", ""), "nexis Byline"),
        Hint("language", article.fields.get("Language", "").partition(";")[0], "nexis Language"),
        Hint("accessed", article.fields.get("Load-Date", ""), "nexis Load-Date"),
        Hint("url", article.fields.get("URL", ""), "nexis URL"),
        Hint("licence", article.copyright, "nexis Copyright"),
    ]
    try:
        yield source.page(f"{article.title}\n\n{text}" if article.title else text, part=part, hints=hints)
    except QuarantineError as err:
        yield source.quarantined(err.reason, err.detail, part=part)
        return
    if match := _WORDS.search(article.fields.get("Length", "")):
        said, there = int(re.sub(r"\D", "", match[1]) or 0), len(text.split())
        if there < _TOLERANCE * said:
            yield source.quarantined(
                "truncated",
                f"declares {said} words, {there} found; what is there is read",
                part=f"{part} text",
            )


def _parse(block: list[str]) -> _Article:
    article = _Article()
    lines = [line for line in block if line]
    anchor = next((i for i, line in enumerate(lines) if _is_header(line) and _dated_before(lines, i)), None)
    if anchor is None:
        article.title, article.body = (lines[0], lines[1:]) if lines else ("", [])
        return article
    at = max(i for i in range(anchor) if _is_date(lines[i]))
    article.date = lines[at]
    article.outlet = lines[at - 1] if at >= 1 else ""
    article.title = lines[at - 2] if at >= 2 else ""
    rest = lines[anchor:]
    start = next((i + 1 for i, line in enumerate(rest) if line == "Body"), None)
    for i, line in enumerate(rest if start is None else rest[:start]):
        match = _FIELD.match(line)
        if match and _label(match) in _HEADER:
            article.fields.setdefault(_label(match), match[2].strip())
        elif line.startswith(("Copyright ", "©")):
            article.copyright = line
        elif start is None and not line.startswith("All Rights Reserved"):
            start = i
            break
    rest = rest[start or 0 :]
    end = next((i for i, line in enumerate(rest) if _ends_body(line)), len(rest))
    article.body = rest[:end]
    for line in rest[end:]:
        if match := _FIELD.match(line):
            article.fields.setdefault(_label(match), match[2].strip())
    return article


def _is_header(line: str) -> bool:
    match = _FIELD.match(line)
    return line == "Body" or line.startswith(("Copyright ", "©")) or bool(match and _label(match) in _HEADER)


def _is_date(line: str) -> bool:
    return len(line) < 80 and bool(_YEAR.search(line)) and not line.startswith(("Copyright", "©"))


def _dated_before(lines: list[str], anchor: int) -> bool:
    return anchor >= 1 and any(_is_date(line) for line in lines[max(0, anchor - 3) : anchor])


def _ends_body(line: str) -> bool:
    match = _FIELD.match(line)
    return line in {"Classification", "Graphic", "Notes"} or bool(match and _label(match) in _AFTER_BODY)
