"""Reader of page-text dumps: the page text is the decoded file itself, newlines universal."""

from __future__ import annotations

from collections.abc import Iterator

from helpers.foundation.errors import QuarantineError
from helpers.foundation.pages import Page, Quarantined
from helpers.ingest.charset import decode
from helpers.ingest.source import Source


def read_text(source: Source) -> Iterator[Page | Quarantined]:
    """The one page of a text file.

    Raises:
        QuarantineError: 'empty', 'undecodable', 'binary' or 'too large'.
    """
    decoded = decode(source.read(source.options.limits.page_bytes))
    if not decoded.text or decoded.text.isspace():
        raise QuarantineError("empty", "nothing but white space")
    yield source.page(decoded.text, decoded=decoded)
