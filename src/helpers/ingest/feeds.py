"""Reader of saved RSS, RDF and Atom feeds; nothing is ever fetched."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any

from helpers.foundation.errors import QuarantineError
from helpers.foundation.records import Hint, Page, Quarantined
from helpers.ingest.charset import decode
from helpers.ingest.html import declared_charset
from helpers.ingest.rows import compose_text, plain_text
from helpers.ingest.source import Source

_ENTITY = re.compile(r"<!ENTITY\b", re.IGNORECASE)
_DOCTYPE_RANGE = 20000
_DECLARATION = re.compile(r"^\s{0,100}<\?xml\b[^>]{0,300}\?>")
_END = re.compile(
    r"</(?:rss|feed|rdf:RDF|\w{1,20}:RDF)\s{0,20}>\s{0,2000}(?:<!--.{0,2000}?-->\s{0,2000})?$", re.DOTALL
)


def read_feed(source: Source) -> Iterator[Page | Quarantined]:
    """A page for each entry of a saved feed; part 'entry N'.

    The day on which the feed was built is `accessed`; an entry's own date is `published`.

    Raises:
        QuarantineError: 'unreadable' (entity declarations, no feed), 'truncated', after the entries that could be read.
    """
    import feedparser

    data = source.read(source.options.limits.feed_bytes)
    declared, where = declared_charset(data)
    decoded = decode(data, declared=declared, declared_by=where or "declaration")
    if _ENTITY.search(decoded.text[:_DOCTYPE_RANGE]):
        raise QuarantineError(
            "unreadable", "the feed declares XML entities, which can unfold without end; remove its DOCTYPE"
        )
    xml = _DECLARATION.sub("", decoded.text)
    headers = {"content-type": "application/xml; charset=utf-8"}
    # A stream, never bytes or text: feedparser would take those for a file name or an address.
    try:
        feed = feedparser.parse(
            io.BytesIO(xml.encode("utf-8", "replace")),
            response_headers=headers,
            sanitize_html=False,
            resolve_relative_uris=False,
        )
    except (ValueError, OverflowError) as err:  # a character reference that stands for no character
        raise QuarantineError("unreadable", f"damaged feed: {err}") from err
    complete = _END.search(decoded.text[-6000:]) is not None
    if not feed.entries and not feed.get(
        "version"
    ):  # text that is empty after decoding gets no version at all
        raise QuarantineError(
            "unreadable" if decoded.text.rstrip().endswith(">") else "truncated",
            f"no feed: {feed.get('bozo_exception', 'no entries')}",
        )
    common = list(_feed_hints(feed.feed))
    last = len(feed.entries)
    for n, entry in enumerate(feed.entries, 1):
        part = f"entry {n}"
        if n == last and not complete:
            break
        try:
            yield source.page(
                _entry_text(entry), part=part, decoded=decoded, hints=(*_entry_hints(entry), *common)
            )
        except QuarantineError as err:
            yield source.quarantined(err.reason, err.detail, part=part)
    if not complete:
        raise QuarantineError("truncated", f"the feed breaks off in entry {last}")


def _entry_text(entry: Any) -> str:
    title = " ".join(plain_text(entry.get("title", "")).split())
    lead = plain_text(entry.get("summary", "")).strip()
    text = "\n".join(plain_text(c.get("value", "")).strip() for c in entry.get("content", []))
    return compose_text(title, "" if lead and lead in text else lead, text)


def _entry_hints(entry: Any) -> Iterator[Hint]:
    if title := entry.get("title"):
        yield Hint("title", plain_text(title), "feed entry title")
    if link := entry.get("link"):
        yield Hint("url", link, "feed entry link")
    if published := entry.get("published"):
        yield Hint("published", published, "feed entry published")
    if author := entry.get("author"):
        yield Hint("byline", author, "feed entry author")
    if outlet := (entry.get("source") or {}).get("title"):
        yield Hint("outlet", outlet, "feed entry source")


def _feed_hints(feed: Any) -> Iterator[Hint]:
    if title := feed.get("title"):
        yield Hint("outlet", title, "feed title")
    if language := feed.get("language"):
        yield Hint("language", language, "feed language")
    if built := feed.get("updated") or feed.get("published"):
        yield Hint("accessed", built, "feed build date")
    if rights := feed.get("rights"):
        yield Hint("licence", rights, "feed rights")
