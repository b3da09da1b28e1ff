"""Readers of web archives: WARC, WARC.gz and WACZ; a page for each archived HTML or text document."""

from __future__ import annotations

import json
import logging
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import AbstractContextManager, nullcontext
from typing import IO, Any

from helpers.foundation.errors import QuarantineError
from helpers.foundation.records import Hint, Page, Quarantined
from helpers.ingest.charset import decode
from helpers.ingest.html import decode_html, make_html_page
from helpers.ingest.source import Source
from helpers.ingest.unpack import open_gzip, open_zip, read_limited, read_member

log = logging.getLogger(__name__)
_PAGES = frozenset({"text/html", "application/xhtml+xml", "text/plain"})
_SKIPPED_STATUS = frozenset({"204", "301", "302", "303", "304", "307", "308"})


def read_warc(source: Source) -> Iterator[Page | Quarantined]:
    """The pages of a WARC file, packed or not; part 'record N' counts all records of the file.

    Raises:
        QuarantineError: 'truncated', 'unreadable' or 'archive limit', after the pages that could be read.
    """
    with source.open() as stream:
        if stream.read(2) == b"\x1f\x8b":
            stream.seek(0)
            with open_gzip(stream, source.options.limits) as unpacked:
                yield from _read_records(source, unpacked, "", None)
        else:
            stream.seek(0)
            yield from _read_records(source, stream, "", None)
            stream.seek(0, 2)
            stream.seek(max(0, stream.tell() - 4))
            if not stream.read().endswith((b"\n\r\n", b"\n\n")):
                raise QuarantineError(
                    "truncated", "the file does not end with the blank lines that end a record"
                )


def read_wacz(source: Source) -> Iterator[Page | Quarantined]:
    """The pages that a WACZ lists, or all its HTML where it lists none; a listed page that is missing is reported.

    Raises:
        QuarantineError: the container is unsafe or damaged.
    """
    with open_zip(source) as archive:
        listed = _listed_pages(archive, source)
        found: set[str] = set()
        names = sorted(
            n for n in archive.namelist() if n.startswith("archive/") and n.endswith((".warc", ".warc.gz"))
        )
        for name in names:
            try:
                with archive.open(name) as member, _unpacked(member, name, source) as inner:
                    for record in _read_records(source, inner, f"{name} ", listed or None):
                        if isinstance(record, Page) and (hint := record.hint("url")):
                            found.add(_plain_address(hint.value))
                        yield record
            except (QuarantineError, zipfile.BadZipFile, zlib.error, EOFError, RuntimeError) as err:
                reason = err.reason if isinstance(err, QuarantineError) else "unreadable"
                yield source.quarantined(reason, str(err), part=name)
        for address in sorted(set(listed) - found):
            yield source.quarantined(
                "truncated",
                f"the archive lists the page {address}, but holds no readable copy of it",
                part=f"counts {address}",
            )


def _unpacked(member: IO[bytes], name: str, source: Source) -> AbstractContextManager[IO[bytes]]:
    return open_gzip(member, source.options.limits) if name.endswith(".gz") else nullcontext(member)


def _listed_pages(archive: zipfile.ZipFile, source: Source) -> dict[str, str]:
    """Addresses of the pages that the container lists, with their titles."""
    pages: dict[str, str] = {}
    for name in ("pages/pages.jsonl", "pages/extraPages.jsonl"):
        if name not in archive.namelist():
            continue
        for line in read_member(archive, name, source.options.limits.page_bytes).splitlines():
            try:
                entry = json.loads(line) if line.strip() else {}
            except (ValueError, RecursionError) as err:
                raise QuarantineError("unreadable", f"{name} is not JSON Lines: {err}") from err
            if isinstance(entry, dict) and isinstance(entry.get("url"), str):
                title = entry.get("title")
                pages[_plain_address(entry["url"])] = title if isinstance(title, str) else ""
    return pages


def _plain_address(address: str) -> str:
    return address.partition("#")[0].rstrip("/")


def _read_records(
    source: Source, stream: IO[bytes], prefix: str, listed: dict[str, str] | None
) -> Iterator[Page | Quarantined]:
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    skipped = 0
    try:
        for n, record in enumerate(ArchiveIterator(stream, arc2warc=False), 1):
            part = f"{prefix}record {n}"
            address = record.rec_headers.get_header("WARC-Target-URI") or ""
            if not _is_page(record) or (listed is not None and _plain_address(address) not in listed):
                _drain(record)
                skipped += 1
                continue
            try:
                yield _read_record(source, record, part, address)
            except QuarantineError as err:
                yield source.quarantined(err.reason, f"{err.detail} ({address})", part=part)
                if err.reason == "truncated":
                    return
                _drain(record)
    except (ArchiveLoadFailed, AttributeError, TypeError, ValueError) as err:
        # warcio meets damaged headers with whatever its parsing runs into
        raise QuarantineError("unreadable", f"damaged WARC: {type(err).__name__}: {err}") from err
    if skipped:
        log.info(
            "%s: %d record(s) that are no pages (images, styles, requests, redirects)",
            source.source_path,
            skipped,
        )


def _is_page(record: Any) -> bool:
    kind = record.rec_type
    if kind == "response":
        headers = record.http_headers
        if headers is None:
            return False
        content = (headers.get_header("Content-Type") or "").partition(";")[0].strip().lower()
        return content in _PAGES and headers.get_statuscode() not in _SKIPPED_STATUS
    if kind in {"resource", "conversion"}:
        content = (record.rec_headers.get_header("Content-Type") or "").partition(";")[0].strip().lower()
        address = record.rec_headers.get_header("WARC-Target-URI") or ""
        return content in _PAGES and not address.startswith(("urn:", "metadata:", "dns:"))
    return False


def _drain(record: Any) -> None:
    while record.raw_stream.read(65536):
        pass
    _check_complete(record)


def _check_complete(record: Any) -> None:
    """What the record's length declares must have been there."""
    left = getattr(record.raw_stream, "limit", 0)
    if left:
        raise QuarantineError("truncated", f"the record breaks off {left} bytes before its declared length")


def _read_record(source: Source, record: Any, part: str, address: str) -> Page:
    headers = record.rec_headers
    http = record.http_headers
    if cut := headers.get_header("WARC-Truncated"):
        raise QuarantineError("truncated", f"the crawler cut this page short: {cut}")
    if http is not None and not (status := http.get_statuscode() or "").startswith("2"):
        raise QuarantineError("unreadable", f"HTTP status {status}: no page but an error message")
    try:
        data = read_limited(record.content_stream(), source.options.limits.page_bytes, "the payload")
    except (OSError, EOFError, ValueError) as err:
        raise QuarantineError("unreadable", f"the payload cannot be decoded: {err}") from err
    while record.raw_stream.read(65536):
        pass
    _check_complete(record)
    typed = (http if http is not None else headers).get_header("Content-Type") or ""
    media, _, parameters = typed.partition(";")
    charset = _charset_parameter(parameters)
    hints = [Hint("url", address, "warc header WARC-Target-URI"),
             Hint("accessed", headers.get_header("WARC-Date") or "", "warc header WARC-Date")]  # fmt: skip
    if http is not None and (language := http.get_header("Content-Language")):
        hints.append(Hint("language", language, "http header Content-Language"))
    if not data.strip():
        raise QuarantineError("empty", "the payload is empty")
    if media.strip().lower() == "text/plain":
        decoded = decode(data, declared=charset, declared_by="http content-type")
        return source.page(decoded.text, part=part, decoded=decoded, hints=hints)
    return make_html_page(source, decode_html(data, http=charset), part=part, hints=tuple(hints))


def _charset_parameter(parameters: str) -> str | None:
    for item in parameters.split(";"):
        name, _, value = item.partition("=")
        if name.strip().lower() == "charset" and value.strip():
            return value.strip().strip("\"'")
    return None
