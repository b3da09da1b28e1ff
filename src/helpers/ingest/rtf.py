"""Reader of RTF files: Factiva and Nexis exports with many articles, or one page."""

from __future__ import annotations

import re
from collections.abc import Iterator

from helpers.foundation.errors import QuarantineError
from helpers.foundation.records import Page, Quarantined
from helpers.ingest.charset import universal_newlines
from helpers.ingest.factiva import is_factiva, read_factiva_lines
from helpers.ingest.nexis import is_nexis, read_nexis_lines
from helpers.ingest.source import Source

_LINK = re.compile(r"(\\\*\s*\\)fldinst(?=\{)", re.IGNORECASE)
_BRACE = re.compile(r"[{}]")
_LONGEST_FONT = 2000
_ESCAPED = re.compile(r"\\[\\{}]")
_CODE_PAGE = re.compile(r"\\ansicpg(\d{1,5})")


def read_rtf(source: Source) -> Iterator[Page | Quarantined]:
    """The articles of an RTF export, or the one text of the file.

    Raises:
        QuarantineError: 'truncated' (braces left open), 'undecodable', 'unreadable', 'too large' or 'no text'.
    """
    from striprtf.striprtf import rtf_to_text

    rtf = source.read(source.options.limits.page_bytes).decode("latin-1")
    bare = _ESCAPED.sub("", rtf)
    if "\\bin" not in rtf and bare.count("{") > bare.count("}"):
        raise QuarantineError("truncated", f"{bare.count('{') - bare.count('}')} brace(s) are never closed")
    try:
        text = rtf_to_text(_tame(rtf), encoding="cp1252", errors="strict")  # type: ignore[no-untyped-call]
    except UnicodeDecodeError as err:
        page = _CODE_PAGE.search(rtf[:2000])
        raise QuarantineError(
            "undecodable", f"bytes that are not of the code page {page[1] if page else '1252'}: {err}"
        ) from err
    except (ValueError, OverflowError, IndexError, KeyError, LookupError, AttributeError) as err:
        raise QuarantineError("unreadable", f"damaged RTF: {type(err).__name__}: {err}") from err
    lines = universal_newlines(text).split("\n")
    if is_nexis(lines):
        yield from read_nexis_lines(source, lines)
    elif is_factiva(lines):
        yield from read_factiva_lines(source, lines)
    else:
        yield source.page("\n".join(lines))


def _tame(rtf: str) -> str:
    r"""The source without what makes striprtf take more than linear time.

    Its pattern for links never starts without the word fldinst; under any other name after \* the field code is passed over, and the
    link's text stays.
    Its pattern for the font table stays within a line, and line breaks mean nothing in RTF: one before each font bounds it.

    Raises:
        QuarantineError: 'unreadable', for a font that takes thousands of characters.
    """
    rtf = _LINK.sub(r"\1fieldcode", rtf)
    start = rtf.find("\\fonttbl")
    if start < 0:
        return rtf
    depth, end = 1, len(rtf)
    for brace in _BRACE.finditer(rtf, start):
        depth += 1 if brace[0] == "{" else -1
        if depth == 0:
            end = brace.start()
            break
    fonts = rtf[start:end].replace("{", "\n{").replace(";", ";\n")
    if max(map(len, fonts.split("\n"))) > _LONGEST_FONT:
        raise QuarantineError("unreadable", f"a font with a name of more than {_LONGEST_FONT} characters")
    return rtf[:start] + fonts + rtf[end:]
