"""One row of a table or one JSON object to one page: which column is what, and how the page text is composed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from helpers.foundation.errors import QuarantineError
from helpers.foundation.records import Hint, Page, Quarantined
from helpers.ingest.charset import Decoded, universal_newlines
from helpers.ingest.html_hints import find_html_hints
from helpers.ingest.html_text import html_to_text
from helpers.ingest.options import Options
from helpers.ingest.source import Source

_SEPARATORS = re.compile(r"[^0-9a-z]+")
_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_MARKUP = re.compile(
    r"</?(?:p|div|br|span|a|em|strong|b|i|ul|ol|li|h[1-6]|html|body|blockquote|figure|img|table)\b[^<>]{0,2000}>",
    re.IGNORECASE,
)
_WHOLE_PAGE = re.compile(r"\s{0,100}(?:<!doctype html|<html|<\?xml)", re.IGNORECASE)
# NewsAPI and its like: 'the first 200 characters … [+2345 chars]'.
_CUT = re.compile(r"\[\+(\d{1,9}) chars\]\s{0,9}$")
_METADATA = ("title", "url", "outlet", "byline", "published", "language", "accessed")
_LISTS = 50  # elements of a list that are looked at for metadata


def normal_name(name: str) -> str:
    """A column name in lower case with underscores: 'Publish Date', 'publishDate' and 'publish_date' are one."""
    return _SEPARATORS.sub("_", _CAMEL.sub("_", name.strip().lstrip("\ufeff")).lower()).strip("_")


def find_columns(names: Iterable[str], options: Options) -> dict[str, list[str]]:
    """Field -> names of the columns that hold it, best first, by config/ingest.yml."""
    known: dict[str, str] = {}
    for name in names:
        known.setdefault(normal_name(name), name)
        known.setdefault(normal_name(name).replace("_", ""), name)
    out: dict[str, list[str]] = {}
    for field, usual in options.columns.items():
        found = dict.fromkeys(known[u] for u in usual if u in known)
        if found:
            out[field] = list(found)
    return out


def flatten(item: Mapping[str, Any]) -> dict[str, Any]:
    """An object with the keys of objects inside it beside its own; its own keys win ('source': {'name': …} is the name)."""
    out: dict[str, Any] = {}
    inner: dict[str, Any] = {}
    for key, value in item.items():
        if isinstance(value, dict):
            for below, v in value.items():
                if not isinstance(v, dict | list):
                    inner.setdefault(below, v)
            if isinstance(name := value.get("name") or value.get("title") or value.get("rendered"), str):
                out[key] = name
        else:
            out[key] = value
    return inner | out


def _text_of(value: Any) -> str:
    if value is None or isinstance(value, bool):
        return ""
    if isinstance(value, list):
        parts = (v.get("name", "") if isinstance(v, dict) else v for v in value)
        return "\n".join(str(p) for p in parts if isinstance(p, str | int | float))
    return universal_newlines(str(value)).strip()


def plain_text(value: str) -> str:
    """The text of a cell: HTML becomes its page text, anything else stays as it is."""
    return html_to_text(value) if _MARKUP.search(value) else value


def compose_text(title: str, lead: str, text: str) -> str:
    """The page text of a row: title, blank line, lead and text; a title or lead that the text begins with is not written twice."""
    parts = [title] if title and text.partition("\n")[0].strip() != title else []
    if lead and not text.startswith(lead) and lead != title:
        parts.append(lead)
    if text:
        parts.append(text)
    return "\n\n".join(parts)


def read_row(
    source: Source,
    row: Mapping[str, Any],
    columns: Mapping[str, list[str]],
    part: str,
    *,
    kind: str,
    decoded: Decoded,
) -> Iterator[Page | Quarantined]:
    """The page of one row, or the reason why it gives none; a text that the export itself cut is reported beside its page.

    Args:
        source: the file.
        row: column name -> value.
        columns: what `find_columns` found.
        part: name of the row in the file.
        kind: 'csv column' or 'json key', for the evidence.
        decoded: how the file was decoded.
    """

    def first(field: str) -> tuple[str, str]:
        for name in columns.get(field, ()):
            if value := _text_of(row.get(name)):
                return value, name
        return "", ""

    hints = []
    for field in _METADATA:
        value, name = first(field)
        if value:
            hints.append(Hint(field, value if field != "title" else plain_text(value), f"{kind} {name}"))
    title = " ".join(plain_text(first("title")[0]).split())
    lead = plain_text(first("lead")[0])
    if lead:
        hints.append(Hint("description", lead, f"{kind} {first('lead')[1]}"))
    source_html, text = first("html")[0], first("text")[0]
    cut = _CUT.search(text)
    try:
        whole = source_html if _WHOLE_PAGE.match(source_html) else text if _WHOLE_PAGE.match(text) else ""
        if whole:
            page = source.page(
                html_to_text(whole),
                part=part,
                decoded=decoded,
                html=whole,
                hints=(*hints, *find_html_hints(whole)),
            )
        else:
            body = plain_text(text or source_html)
            page = source.page(
                compose_text(title, lead if cut or not body else "", body),
                part=part,
                decoded=decoded,
                hints=hints,
            )
    except QuarantineError as err:
        yield source.quarantined(err.reason, err.detail, part=part)
        return
    yield page
    if cut:
        yield source.quarantined(
            "truncated",
            f"the export cut {cut[1]} characters of this text; what it holds is read",
            part=f"{part} text",
        )
