"""Factiva exports: articles told apart and read by their field codes (HD, BY, WC, PD, SN, LP, TD, AN …) or their layout.

Codes as in the package tm.plugin.factiva (CRAN), words for "words" in other interface languages as in the R package newspapers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from helpers.foundation.errors import QuarantineError
from helpers.foundation.records import Hint, Page, Quarantined
from helpers.ingest.charset import Decoded
from helpers.ingest.source import Source

# Field codes (Factiva, 'Field codes' help page). Those up to the text may be divided from their value by one blank.
_BEFORE_TEXT = "SE HD BY CR WC PD ET SN SC ED PG VOL LA CY CX CLM LP TD"
_OTHERS = "ART CT RF CO IN NS RE PUB AN IPD IPC DE"
_CODE = re.compile(
    rf"[ |]{{0,3}}(?:({'|'.join(_BEFORE_TEXT.split())})(?:[ \t:|]+|$)|({'|'.join(_OTHERS.split())})(?:[ ]?[\t:|][ \t:|]*|[ ]{{2,}}|$))(.*)$"
)
_CODED_VALUE = re.compile(r"[ |]{0,3}(CO|IN|NS|RE|IPC|IPD|PUB|AN) (?=[a-z0-9]{1,12} ?: |Document )(.*)$")
_DOCUMENT = re.compile(r"[ |]{0,3}(?:AN\s{1,5})?(Document [A-Za-z]{2,12}\d{6,16}[a-z0-9]{2,12})[ |]{0,3}$")
_WORDS = re.compile(
    r"(\d[\d.,\u00a0\u202f ]{0,10}) ?(?:words?|Wörter|mots|palabras|palavras|parole|woorden|слов|słów|語|字)$"
)
_COUNT = re.compile(
    r"(?:Results? Found|Resultados|Risultati|Treffer|Résultats)[ \t:|]{0,10}(\d{1,7})\s*$", re.IGNORECASE
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_HINTS = (("HD", "title"), ("SN", "outlet"), ("PD", "published"), ("BY", "byline"), ("LA", "language"), ("CY", "licence"))  # fmt: skip
_TOLERANCE = 0.6


def is_factiva(lines: Sequence[str]) -> bool:
    """True when the lines hold Factiva's codes (HD with PD or SN, and LP or TD) or its document numbers with word counts."""
    codes = {(m[1] or m[2]) for line in lines if (m := _CODE.match(line))}
    coded = "HD" in codes and bool(codes & {"PD", "SN"}) and bool(codes & {"LP", "TD"})
    return coded or (
        any(_DOCUMENT.match(line) for line in lines) and any(_WORDS.match(line.strip()) for line in lines)
    )


def read_factiva_lines(
    source: Source, lines: Sequence[str], *, decoded: Decoded | None = None
) -> Iterator[Page | Quarantined]:
    """The articles of an export; part 'article N'. Declared counts of articles and words are compared with what is there.

    The page text of an article is headline, blank line, lead paragraph and text (HD, LP, TD), a paragraph a line.
    """
    coded = any((m := _CODE.match(line)) and m[1] == "HD" for line in lines)
    articles = _split_coded(lines) if coded else _split_layout(lines)
    found = 0
    for found, fields in enumerate(articles, 1):
        part = f"article {found}"
        hints = [Hint(name, " ".join(fields.get(code, [])), f"factiva {code}") for code, name in _HINTS]
        title = " ".join(" ".join(fields.get("HD", [])).split())
        text = "\n".join((*fields.get("LP", []), *fields.get("TD", [])))
        try:
            yield source.page(
                f"{title}\n\n{text}" if title else text, part=part, hints=hints, decoded=decoded
            )
        except QuarantineError as err:
            yield source.quarantined(err.reason, err.detail, part=part)
            continue
        said = int(re.sub(r"\D", "", " ".join(fields.get("WC", []))) or 0)
        there = len(text.split())
        if there < _TOLERANCE * said:
            yield source.quarantined(
                "truncated",
                f"WC declares {said} words, {there} found; what is there is read",
                part=f"{part} text",
            )
    declared = next((int(m[1]) for line in lines if (m := _COUNT.search(line))), None)
    if declared is not None and declared != found:
        yield source.quarantined(
            "truncated", f"the export declares {declared} article(s), {found} found", part="counts"
        )


def _clean(value: str) -> str:
    return value.strip(" |\t")


def _split_coded(lines: Sequence[str]) -> Iterator[dict[str, list[str]]]:
    fields: dict[str, list[str]] = {}
    code = ""
    for line in lines:
        match = _CODE.match(line)
        value = match[3] if match else line
        new = (match[1] or match[2]) if match else ""
        if not new and (late := _CODED_VALUE.match(line)):
            new, value = late[1], late[2]
        if new in {"HD", "SE"} and ("HD" in fields or "AN" in fields):
            yield fields
            fields = {}
        if new and new not in fields:
            code = new
            fields.setdefault(code, [])
        elif new:
            value = line
        if code == "AN" and fields.get("AN") and not new:
            continue  # what stands after the document number belongs to the page, not to the article
        if code and _clean(value):
            fields[code].append(_clean(value))
    if "HD" in fields:
        yield fields


def _split_layout(lines: Sequence[str]) -> Iterator[dict[str, list[str]]]:
    block: list[str] = []
    for line in lines:
        if match := _DOCUMENT.match(line):
            yield _parse_layout([b for b in block if b]) | {"AN": [match[1]]}
            block = []
        else:
            block.append(_clean(line))


def _parse_layout(block: list[str]) -> dict[str, list[str]]:
    at = next((i for i, line in enumerate(block) if _WORDS.match(line)), None)
    if at is None:
        return {"HD": block[:1], "TD": block[1:]}
    fields = {"WC": [block[at]]}
    head = block[:at]
    if len(head) > 1 and re.match(r"(?:By|Von|Par|Por|Di) \S", head[-1]):
        fields["BY"] = [head.pop()]
    if head:
        fields["HD"] = [head[-1]]
    rest = block[at + 1 :]
    names = ["PD", "SN", "SC", "LA"]
    while rest and names:
        line = rest[0]
        if line.startswith(("Copyright", "(c)", "©")):
            break
        if names[0] == "PD" and not _YEAR.search(line):
            break
        if names[0] != "PD" and re.fullmatch(r"\d\d:\d\d|[A-Z]?\d{1,4}|Volume .{1,20}", line):
            rest.pop(0)
            continue
        fields[names.pop(0)] = [rest.pop(0)]
    while rest and rest[0].startswith(("Copyright", "(c)", "©")):
        fields["CY"] = [rest.pop(0)]
    return fields | {"TD": rest}
