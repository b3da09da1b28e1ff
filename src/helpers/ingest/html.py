"""Reader of saved HTML pages, SingleFile's among them; exports of Factiva in HTML go on to their own reader."""

from __future__ import annotations

import re
from collections.abc import Iterator

from helpers.foundation.records import Hint, Page, Quarantined
from helpers.ingest.charset import Decoded, decode
from helpers.ingest.factiva import is_factiva, read_factiva_lines
from helpers.ingest.html_hints import find_html_hints
from helpers.ingest.html_text import html_to_text
from helpers.ingest.source import Source

_PRESCAN_BYTES = 8192
# WHATWG prescan, simplified: the first meta that names a charset, or the XML declaration.
_META = re.compile(
    rb"<meta\b[^>]{0,400}?charset\s{0,9}=\s{0,9}[\"']?\s{0,9}([A-Za-z0-9_:.\-]{2,40})", re.IGNORECASE
)
_XML = re.compile(rb"\s*<\?xml\b[^>]{0,200}?encoding\s{0,9}=\s{0,9}[\"']([A-Za-z0-9_:.\-]{2,40})[\"']")
# Marks of a Factiva export: the field code HD alone in an element, or a document number.
_FACTIVA = re.compile(r">\s{0,9}HD\s{0,9}<|>\s{0,9}Document [A-Za-z]{2,12}\d{6,16}")


def declared_charset(data: bytes) -> tuple[str | None, str]:
    """The charset an HTML or XML source declares in its first bytes, and where."""
    head = data[:_PRESCAN_BYTES]
    if match := _XML.match(head):
        return match[1].decode("ascii"), "xml declaration"
    if match := _META.search(head):
        return match[1].decode("ascii"), "html meta charset"
    return None, ""


def decode_html(data: bytes, *, http: str | None = None, http_by: str = "http content-type") -> Decoded:
    """Decode an HTML source: byte order mark, the envelope's charset, the page's own, then the rest of `decode`.

    Raises:
        QuarantineError: as `decode`.
    """
    declared, where = (http, http_by) if http else declared_charset(data)
    return decode(data, declared=declared, declared_by=where or "declaration")


def make_html_page(source: Source, decoded: Decoded, *, part: str = "", hints: tuple[Hint, ...] = ()) -> Page:
    """The page of one HTML source; `hints` come before those of the source itself.

    Raises:
        QuarantineError: 'no text' or 'too large'.
    """
    text = html_to_text(decoded.text)
    return source.page(
        text,
        part=part,
        decoded=decoded,
        html=decoded.text,
        hints=(*hints, *find_html_hints(decoded.text)),
    )


def read_html(source: Source) -> Iterator[Page | Quarantined]:
    """The page of an HTML file, or the articles of a Factiva export saved as HTML.

    Raises:
        QuarantineError: 'undecodable', 'binary', 'no text' or 'too large'.
    """
    decoded = decode_html(source.read(source.options.limits.page_bytes))
    if _FACTIVA.search(decoded.text):
        lines = html_to_text(decoded.text).split("\n")
        if is_factiva(lines):
            yield from read_factiva_lines(source, lines, decoded=decoded)
            return
    yield make_html_page(source, decoded)
