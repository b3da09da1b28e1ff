"""Reader of PDF files: their text layer, page by page; exports of Nexis as PDF go on to their own splitter."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from helpers.foundation.errors import QuarantineError
from helpers.foundation.records import Hint, Page, Quarantined
from helpers.ingest.charset import universal_newlines
from helpers.ingest.nexis import is_nexis, read_nexis_lines
from helpers.ingest.source import Source

_PDF_DATE = re.compile(r"D:(\d{4})(\d\d)(\d\d)")
# What FPDF_GetLastError of fpdfview.h returns.
_NEEDS_PASSWORD = 4


def read_pdf(source: Source) -> Iterator[Page | Quarantined]:
    """The text of a PDF as one page text, sheets divided by a blank line.

    The day on which the PDF was made is `accessed`: a printed web page is as old as its text or younger.

    Raises:
        QuarantineError: 'password-protected', 'unreadable', 'truncated', 'too large' or 'no text' (a scan without text layer).
    """
    import pypdfium2

    limits = source.options.limits
    data = source.read(limits.file_bytes)
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as err:
        if "password" in str(err).lower() or getattr(err, "err_code", None) == _NEEDS_PASSWORD:
            raise QuarantineError("password-protected", "the PDF asks for a password") from err
        reason = "unreadable" if b"%%EOF" in data[-2048:] else "truncated"
        raise QuarantineError(reason, f"no PDF document: {err}") from err
    try:
        if len(document) > limits.pdf_pages:
            raise QuarantineError("too large", f"{len(document)} pages; allowed: {limits.pdf_pages}")
        sheets = list(_sheets(document, limits.text_characters))
        hints = list(_hints(document))
    finally:
        document.close()
    text = "\n\n".join(sheets)
    if not text.strip():
        raise QuarantineError("no text", f"{len(sheets)} page(s) without a text layer (a scan?)")
    if is_nexis(lines := text.split("\n")):
        yield from read_nexis_lines(source, lines)
        return
    yield source.page(text, hints=hints)


def _sheets(document: Any, limit: int) -> Iterator[str]:
    import pypdfium2

    size = 0
    for number in range(len(document)):
        try:
            sheet = document[number]
            layer = sheet.get_textpage()
            text = universal_newlines(layer.get_text_range())
            layer.close()
            sheet.close()
        except pypdfium2.PdfiumError as err:
            raise QuarantineError("unreadable", f"page {number + 1} of {len(document)}: {err}") from err
        size += len(text)
        if size > limit:
            raise QuarantineError(
                "too large", f"more than {limit} characters of text (config/ingest.yml, limits)"
            )
        # PDFium marks a hyphen at the end of a line by U+FFFE or U+0002; both stand for the hyphen that is printed.
        yield text.replace("\ufffe", "-").replace("\x02", "-").strip("\n")


def _hints(document: Any) -> Iterator[Hint]:
    info = document.get_metadata_dict()
    if title := info.get("Title"):
        yield Hint("title", title, "pdf Title")
    if made := _PDF_DATE.match(info.get("CreationDate") or ""):
        yield Hint("accessed", "-".join(made.groups()), "pdf CreationDate")
