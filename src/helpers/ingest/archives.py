"""Readers of packed files: gzip goes on to what is inside, zip to DOCX or WACZ."""

from __future__ import annotations

from collections.abc import Iterator

from helpers.foundation.errors import QuarantineError
from helpers.foundation.records import Page, Quarantined
from helpers.ingest.sniff import MEDIA_TYPES, suffix_of
from helpers.ingest.source import Source
from helpers.ingest.unpack import open_gzip, open_zip, read_limited


def read_gzip(source: Source) -> Iterator[Page | Quarantined]:
    """The pages of what a gzip file holds: a WARC is streamed, anything else is unpacked within limits and read by content.

    Raises:
        QuarantineError: as `open_gzip`; 'unknown format' for gzip inside gzip.
    """
    from helpers.ingest.read import read_source
    from helpers.ingest.warc import read_warc

    limits = source.options.limits
    with source.open() as packed, open_gzip(packed, limits) as stream:
        head = stream.peek(512)
        if head.startswith(b"WARC/1."):
            yield from read_warc(source.typed(MEDIA_TYPES["warc"]))
            return
        if head.startswith(b"\x1f\x8b"):
            raise QuarantineError("unknown format", "gzip inside gzip; unpack it once")
        data = read_limited(stream, limits.file_bytes, "the unpacked file")
    if not data.strip():
        raise QuarantineError("empty", "nothing inside the gzip file")
    inner = source.name[: -len(".gz")] if suffix_of(source.name) == "gz" else source.name
    if suffix_of(inner) == "warc":
        raise QuarantineError("mislabelled", "named .warc.gz, but what is inside is no WARC")
    yield from read_source(source.within(name=inner, data=data))


def read_zip(source: Source) -> Iterator[Page | Quarantined]:
    """The pages of a zip container: WACZ or DOCX.

    Raises:
        QuarantineError: as `open_zip`; 'mislabelled' or 'unknown format' for any other zip.
    """
    from helpers.ingest.docx import read_docx
    from helpers.ingest.warc import read_wacz

    with open_zip(source) as archive:
        names = set(archive.namelist())
    if "word/document.xml" in names:
        yield from read_docx(source.typed(MEDIA_TYPES["docx"]))
    elif any(n.startswith("archive/") and n.endswith((".warc", ".warc.gz")) for n in names):
        yield from read_wacz(source.typed(MEDIA_TYPES["wacz"]))
    else:
        some = ", ".join(sorted(names)[:3]) or "nothing"
        named = source.options.extensions.get(suffix_of(source.name))
        if named in {"docx", "wacz"}:
            raise QuarantineError(
                "mislabelled", f"named .{named}, but a zip without its parts; it holds {some}"
            )
        raise QuarantineError(
            "unknown format", f"a zip that is neither WACZ nor DOCX ({some}); unpack it into the raw folder"
        )
