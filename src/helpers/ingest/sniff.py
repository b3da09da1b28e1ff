"""What a raw file is, by its content first and its name where the content leaves it open."""

from __future__ import annotations

import re
from collections.abc import Mapping

from helpers.foundation.errors import QuarantineError
from helpers.ingest.charset import decode

MEDIA_TYPES: Mapping[str, str] = {
    "text": "text/plain",
    "html": "text/html",
    "mhtml": "multipart/related",
    "warc": "application/warc",
    "wacz": "application/wacz",
    "csv": "text/csv",
    "json": "application/json",
    "jsonl": "application/jsonl",
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "rtf": "application/rtf",
    "feed": "application/rss+xml",
    "gzip": "application/gzip",
    "zip": "application/zip",
}
HEAD_BYTES = 65536
# Formats whose first bytes give them away.
_MAGIC = (
    (b"\x1f\x8b", "gzip"),
    (b"PK\x03\x04", "zip"),
    (b"PK\x05\x06", "zip"),
    (b"{\\rtf", "rtf"),
    (b"WARC/1.", "warc"),
)
# Known contents that hold no page; named in the detail.
_OTHER = (
    (b"\x89PNG\r\n", "a PNG image"), (b"\xff\xd8\xff", "a JPEG image"), (b"GIF8", "a GIF image"), (b"BM", "a BMP image"),
    (b"\x7fELF", "a program"), (b"MZ", "a program"), (b"\x28\xb5\x2f\xfd", "Zstandard data"), (b"BZh", "bzip2 data"),
    (b"\xfd7zXZ", "xz data"), (b"7z\xbc\xaf", "a 7-Zip archive"), (b"Rar!", "a RAR archive"), (b"SQLite format 3", "a database"),
    (b"PAR1", "a Parquet table"), (b"OggS", "audio"), (b"ID3", "audio"), (b"\x00\x00\x01\x00", "an icon"),
    (b"bplist00", "a property list (Safari web archive?)"),
)  # fmt: skip
_FIRST_BYTES = bytes(sorted({magic[0] for magic, _ in (*_MAGIC, *_OTHER)}))
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HTML = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,4000}?-->\s*){0,5}<(?:!doctype\s+html|html|head|body|meta|title|div|table|p|article|script)\b",
    re.IGNORECASE | re.DOTALL,
)
_FEED = re.compile(r"<(?:rss|feed|rdf:RDF|(?:\w{1,20}:)?RDF)[\s>]")
_XML = re.compile(r"\s*<\?xml\b|\s*<!--|\s*<(?:rss|feed|rdf:RDF)\b")
_JSON = re.compile(r"\s{0,100}(?:\[\s{0,100})?\{\s{0,100}\"")
_MAIL_HEADER = re.compile(
    rb"(?:^|\n)(?:MIME-Version|Snapshot-Content-Location|Content-Type: multipart/related)[:;]", re.IGNORECASE
)
_HEADER_LINE = re.compile(rb"[A-Za-z][A-Za-z0-9-]{0,60}:[ \t]")
# Formats that a wrong name does not stop: the content alone says what to do.
_TEXTUAL = frozenset({"text", "html", "csv", "json", "jsonl", "feed"})


def suffix_of(name: str) -> str:
    """The last suffix of a file name in lower case, without the dot; '' where there is none."""
    stem, dot, suffix = name.rpartition(".")
    return suffix.lower() if dot and stem else ""


def sniff(head: bytes, name: str, extensions: Mapping[str, str], *, whole: bool = False) -> str:
    """The format of a file.

    Args:
        head: its first `HEAD_BYTES` bytes.
        name: its name.
        extensions: suffix -> format (config/ingest.yml).
        whole: True when `head` is all there is.

    Returns:
        A key of `MEDIA_TYPES`.

    Raises:
        QuarantineError: 'binary', 'mislabelled', 'password-protected' or 'unknown format'.
    """
    suffix = suffix_of(name)
    named = extensions.get(suffix)
    marked = head[:1] in _FIRST_BYTES  # of nearly all texts, no mark need be looked for
    for magic, kind in _MAGIC if marked else ():
        if head.startswith(magic):
            return kind
    if b"%PDF-" in head[:1024]:
        return "pdf"
    if head.startswith(_OLE):
        if "EncryptedPackage".encode("utf-16-le") in head:
            raise QuarantineError(
                "password-protected", "an Office document that is encrypted with a password"
            )
        if named == "docx":
            raise QuarantineError(
                "mislabelled" if b"W\0o\0r\0d\0" in head else "password-protected",
                f"named .{suffix}, but an OLE container: an old Word document or an encrypted one; save it as .docx",
            )
        raise QuarantineError(
            "unknown format", "an OLE container (old Office document); save it as .docx or .txt"
        )
    if is_mhtml(head):
        return "mhtml"
    for magic, what in _OTHER if marked else ():
        if head.startswith(magic) and (len(magic) > 2 or b"\x00" in head):
            raise QuarantineError("binary", f"{what}, named {name!r}")
    return _sniff_text(head, suffix, extensions, whole=whole)


def is_mhtml(head: bytes) -> bool:
    """True for a saved web archive: mail headers, among them MIME-Version or multipart/related."""
    first = head.lstrip(b"\r\n\t ")[:200]
    if _HEADER_LINE.match(first) is None:
        return False
    top = re.split(rb"\r?\n\r?\n", head, maxsplit=1)[0]
    return _MAIL_HEADER.search(top) is not None and b"multipart/related" in top.lower()


def _sniff_text(head: bytes, suffix: str, extensions: Mapping[str, str], *, whole: bool) -> str:
    named = extensions.get(suffix)
    try:
        # A multi-byte character may be cut at the end of the head.
        text = decode(head if whole else head[: max(1, len(head) - 4)]).text
    except QuarantineError as err:
        if named is None or named in _TEXTUAL:
            raise
        raise QuarantineError("mislabelled", f"named .{suffix}, but it is not: {err.detail}") from err
    if _XML.match(text) and _FEED.search(text[:4000]):
        return "feed"
    if _HTML.match(text) and (named not in {"csv", "jsonl", "json"} or text.lstrip()[:1] == "<"):
        return "html"
    if named == "feed" and text.lstrip().startswith("<"):
        return "feed"
    if named in _TEXTUAL and named != "feed":
        return named
    if named is None and _JSON.match(text):
        return "json"
    if named is None and suffix:
        raise QuarantineError(
            "unknown format",
            f"text named .{suffix}; allowed: {', '.join('.' + s for s in extensions)}; rename it .txt if it is a page",
        )
    return "text"
