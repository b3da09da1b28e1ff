"""Addresses of pages, found in feeds and sitemaps; page text is data, so XML is read without entities."""

from __future__ import annotations

import gzip
import io
from collections.abc import Iterator
from urllib.parse import urljoin, urlsplit

from helpers.ingest.collect.fetch import Fetcher, FetchError, Response
from helpers.ingest.collect.sources import Source

MOST_SITEMAPS = 50


def find_addresses(source: Source, first: Response, fetcher: Fetcher) -> Iterator[str]:
    """The addresses a source names, in its order, each once, at most `source.most`.

    Args:
        source: a feed, sitemap or page.
        first: the response for the source's own address.
        fetcher: for the further files of a sitemap index.

    Raises:
        FetchError: the feed or sitemap cannot be read.
    """
    found = {"feed": _of_feed, "sitemap": _of_sitemap, "page": _of_page}[source.kind](source, first, fetcher)
    seen: set[str] = set()
    for address in found:
        absolute = urljoin(first.address, address.strip())
        if (
            urlsplit(absolute).scheme not in ("http", "https")
            or absolute in seen
            or source.match not in absolute
        ):
            continue
        seen.add(absolute)
        yield absolute
        if len(seen) == source.most:
            return


def _of_page(source: Source, first: Response, fetcher: Fetcher) -> Iterator[str]:
    yield first.address


def _of_feed(source: Source, first: Response, fetcher: Fetcher) -> Iterator[str]:
    import feedparser

    feed = feedparser.parse(
        io.BytesIO(first.body),
        response_headers={"content-location": first.address, "content-type": first.header("content-type")},
    )
    if not feed.entries and feed.bozo:
        raise FetchError(f"{first.address} is no feed that can be read: {feed.bozo_exception}")
    for entry in feed.entries:
        if link := entry.get("link"):
            yield link


def _of_sitemap(source: Source, first: Response, fetcher: Fetcher) -> Iterator[str]:
    todo, read = [first], 0
    while todo and read < MOST_SITEMAPS:
        response = todo.pop(0)
        read += 1
        kind, addresses = _read_sitemap(response)
        if kind == "urlset":
            yield from addresses
            continue
        for address in addresses[: MOST_SITEMAPS - read]:
            todo.append(fetcher.fetch(urljoin(response.address, address)))


def _read_sitemap(response: Response) -> tuple[str, list[str]]:
    from defusedxml import ElementTree
    from defusedxml.common import DefusedXmlException

    body = response.body
    if body[:2] == b"\x1f\x8b":
        with gzip.GzipFile(fileobj=io.BytesIO(body)) as f:
            body = f.read(50_000_001)
        if len(body) > 50_000_000:
            raise FetchError(f"{response.address} unpacks to more than the 50 MB the sitemap protocol allows")
    try:
        root = ElementTree.fromstring(body)
    except (ElementTree.ParseError, DefusedXmlException, ValueError) as err:
        raise FetchError(f"{response.address} is no sitemap that can be read: {err}") from err
    kind = root.tag.rsplit("}", 1)[-1]
    if kind not in ("urlset", "sitemapindex"):
        raise FetchError(
            f"{response.address} is no sitemap: its root is <{kind}>, allowed: urlset, sitemapindex"
        )
    return kind, [e.text.strip() for e in root.iter() if e.tag.rsplit("}", 1)[-1] == "loc" and e.text]
