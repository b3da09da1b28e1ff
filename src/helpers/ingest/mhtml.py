"""Reader of MHTML: the page that a browser saved into one mail-like file."""

from __future__ import annotations

from collections.abc import Iterator
from email import message_from_bytes, policy
from email.errors import CloseBoundaryNotFoundDefect, StartBoundaryNotFoundDefect
from email.header import decode_header, make_header
from email.message import Message

from helpers.foundation.errors import QuarantineError
from helpers.foundation.records import Hint, Page, Quarantined
from helpers.ingest.html import decode_html, make_html_page
from helpers.ingest.source import Source

_HTML = frozenset({"text/html", "application/xhtml+xml"})


def read_mhtml(source: Source) -> Iterator[Page | Quarantined]:
    """The page of an MHTML file: its root HTML part; frames and images beside it are left out.

    The Date header is the day on which the browser saved the page: `accessed`.

    Raises:
        QuarantineError: 'truncated' (no page, or the page is the part that breaks off), 'unreadable' or 'no text'.
    """
    data = source.read(source.options.limits.file_bytes)
    message = message_from_bytes(data.lstrip(), policy=policy.compat32)
    parts = [p for p in message.walk() if not p.is_multipart()]
    pages = [p for p in parts if p.get_content_type() in _HTML]
    cut = any(
        isinstance(d, CloseBoundaryNotFoundDefect | StartBoundaryNotFoundDefect) for d in message.defects
    )
    if not pages:
        reason = "truncated" if cut else "no text"
        raise QuarantineError(reason, f"an MHTML file of {len(parts)} part(s), none of them HTML")
    root = _root_of(message, pages)
    if cut and root is parts[-1]:
        raise QuarantineError("truncated", "the file breaks off within the page: no closing boundary")
    payload = root.get_payload(decode=True)
    if not isinstance(payload, bytes) or not payload.strip():
        raise QuarantineError("no text", "the HTML part is empty")
    if len(payload) > source.options.limits.page_bytes:
        raise QuarantineError(
            "too large", f"the HTML part has {len(payload)} bytes (config/ingest.yml, limits)"
        )
    decoded = decode_html(
        payload,
        http=root.get_param("charset", None) and str(root.get_content_charset()),
        http_by="mime charset",
    )
    yield make_html_page(source, decoded, hints=tuple(_hints(message, root)))
    if cut:
        yield source.quarantined(
            "truncated", "the file breaks off after the page: no closing boundary", part="end"
        )


def _root_of(message: Message, pages: list[Message]) -> Message:
    """The part that `start` names, else the one at the saved address, else the first."""
    start = message.get_param("start")
    address = message.get("Snapshot-Content-Location")
    for page in pages:
        if start and page.get("Content-ID") == start:
            return page
    for page in pages:
        if address and page.get("Content-Location") == address:
            return page
    return pages[0]


def _hints(message: Message, root: Message) -> Iterator[Hint]:
    for name, part in (("Snapshot-Content-Location", message), ("Content-Location", root)):
        if value := part.get(name):
            yield Hint("url", str(value), f"mhtml header {name}")
    if date := message.get("Date"):
        yield Hint("accessed", str(date), "mhtml header Date")
    if subject := message.get("Subject"):
        try:
            title = str(make_header(decode_header(str(subject))))
        except (LookupError, UnicodeDecodeError, ValueError):
            title = str(subject)
        yield Hint("title", title, "mhtml header Subject")
