"""Names and byte tables of encodings: the WHATWG labels, and Python's codecs where the two differ."""

from __future__ import annotations

import codecs
from functools import lru_cache

# Python's names where they are not those of the WHATWG standard.
_PYTHON_NAMES = {
    "utf-16le": "utf-16-le", "utf-16be": "utf-16-be", "utf-32le": "utf-32-le", "utf-32be": "utf-32-be", "windows-874": "cp874",
    "ibm866": "cp866", "macintosh": "mac_roman", "x-mac-cyrillic": "mac_cyrillic", "gbk": "gb18030",
}  # fmt: skip
# KOI8-U of the standard has the Belarusian short u where Python's codec (RFC 2319) has box drawings.
_KOI8_U = {0x255D: "ў", 0x256C: "Ў"}


def look_up_label(label: str) -> str | None:
    """The WHATWG name for a label as found in the wild ('latin1' is windows-1252), None when there is none."""
    import webencodings  # type: ignore[import-untyped]

    label = label.strip().strip("\"'").lower()
    if label in {"utf-32", "utf-32le", "utf-32be"}:
        return "utf-32le" if label == "utf-32" else label
    found = webencodings.lookup(label)
    if found is not None and found.name not in {"x-user-defined", "replacement"}:
        return str(found.name)
    try:
        name = codecs.lookup(label).name
    except (LookupError, ValueError):
        return None
    return name if name.startswith(("cp", "mac", "iso8859")) else None


def decode_bytes(data: bytes, charset: str) -> tuple[str, int, int]:
    """Decode by a WHATWG name.

    Returns:
        The text with U+FFFD for what cannot be decoded, the number of such spots, the byte of the first (-1: none).
    """
    name = _PYTHON_NAMES.get(charset, charset)
    try:
        text, bad, first = data.decode(name), 0, -1
    except UnicodeDecodeError as err:
        first = err.start
        text = data.decode(name, "replace")
        own = data.count(b"\xef\xbf\xbd") if charset == "utf-8" else 0
        bad = max(1, text.count("\ufffd") - own)
    return (text.translate(_KOI8_U) if charset == "koi8-u" else text), bad, first


@lru_cache(maxsize=64)
def byte_table(charset: str) -> str:
    """The 256 characters of a single-byte encoding; U+FFFD where a byte means nothing."""
    return "".join(decode_bytes(bytes([b]), charset)[0][:1] or "\ufffd" for b in range(256))
