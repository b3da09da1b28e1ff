"""Reader of DOCX files: one page, or the many articles of a Nexis Uni export."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from typing import Any

from helpers.foundation.errors import QuarantineError
from helpers.foundation.records import Hint, Page, Quarantined
from helpers.ingest.charset import universal_newlines
from helpers.ingest.nexis import is_nexis, read_nexis_lines
from helpers.ingest.source import Source
from helpers.ingest.unpack import open_zip

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_BREAKS = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}
_LEFT_OUT = (f"{_W}p", "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback")

# What python-docx and the zip below it run into in a damaged file.
_DAMAGE = (
    LookupError,
    ValueError,
    AttributeError,
    TypeError,
    EOFError,
    RuntimeError,
    zipfile.BadZipFile,
    zlib.error,
)


def read_docx(source: Source) -> Iterator[Page | Quarantined]:
    """The text of a DOCX, a paragraph a line, or the articles it holds when it is an export of Nexis Uni.

    Raises:
        QuarantineError: 'unreadable', 'no text', or what `open_zip` raises.
    """
    import docx
    from docx.opc.exceptions import OpcError
    from lxml.etree import LxmlError

    limits = source.options.limits
    with open_zip(source) as archive:
        size = archive.getinfo("word/document.xml").file_size
    if size > limits.document_bytes:
        raise QuarantineError(
            "too large", f"the text part has {size} bytes; allowed: {limits.document_bytes}"
        )
    try:
        document = docx.Document(io.BytesIO(source.read(limits.file_bytes)))
        lines = [line for p in document.element.body.iter(f"{_W}p") for line in _paragraph(p).split("\n")]
        title = document.core_properties.title or ""
    except (OpcError, LxmlError, *_DAMAGE) as err:
        raise QuarantineError("unreadable", f"no Word document: {type(err).__name__}: {err}") from err
    if is_nexis(lines):
        yield from read_nexis_lines(source, lines)
        return
    # Author and day of creation are those of the file, not of what is written in it.
    hints = [Hint("title", title, "docx core title")]
    yield source.page("\n".join(lines), hints=hints)


def _paragraph(paragraph: Any) -> str:
    """The text of one paragraph with tabs and line breaks, without paragraphs inside it (text boxes: they come by themselves).

    Deleted text (tracked changes) is not in it, nor the fallback copy of a drawing.
    """
    out: list[str] = []
    stack = [iter(paragraph)]
    while stack:
        node = next(stack[-1], None)
        if node is None:
            stack.pop()
        elif node.tag == f"{_W}t":
            out.append(node.text or "")
        elif node.tag in _BREAKS:
            out.append(_BREAKS[node.tag])
        elif node.tag not in _LEFT_OUT:
            stack.append(iter(node))
    return universal_newlines("".join(out))
