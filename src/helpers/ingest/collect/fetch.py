"""Polite fetching: robots.txt obeyed, a pause per host, limits on size, time and redirects, retries with back-off."""

from __future__ import annotations

import datetime as dt
import logging
import random
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from email.utils import parsedate_to_datetime
from urllib.parse import urljoin, urlsplit, urlunsplit

import httpx
from protego import Protego

from helpers.ingest.collect.sources import Limits
from helpers.ingest.collect.transport import RefusedAddressError

log = logging.getLogger(__name__)

RETRIED = {429, 500, 502, 503, 504}
REDIRECTS = {301, 302, 303, 307, 308}


class FetchError(Exception):
    """An address could not be fetched; the text says why, in words for the summary."""


@dataclass(frozen=True, slots=True)
class Response:
    """A response as received: the last one of its redirects.

    Attributes:
        asked: the address asked for.
        address: the address that answered.
        status: HTTP status; 304 when nothing changed.
        reason: its phrase.
        headers: as received, in order, of a body that was decompressed.
        body: the bytes, decompressed.
        fetched: when, UTC.
    """

    asked: str
    address: str
    status: int
    reason: str
    headers: tuple[tuple[str, str], ...]
    body: bytes
    fetched: dt.datetime

    def header(self, name: str) -> str:
        """The first header of that name, '' when there is none."""
        return next((v for k, v in self.headers if k.lower() == name.lower()), "")


@dataclass(slots=True)
class Fetcher:
    """Fetches one address at a time.

    Attributes:
        client: an httpx client that follows no redirects itself.
        limits: see `Limits`.
        sleep, clock: replaced by tests.
        robots: what each host's robots.txt said, for the record: host -> 'allows', 'none (404)' or the rules' text.
    """

    client: httpx.Client
    limits: Limits
    sleep: Callable[[float], None] = time.sleep
    clock: Callable[[], float] = time.monotonic
    robots: dict[str, str] = field(default_factory=dict)
    _rules: dict[str, Protego | None] = field(default_factory=dict)
    _next: dict[str, float] = field(default_factory=dict)

    def fetch(self, address: str, *, conditional: Mapping[str, str] | None = None) -> Response:
        """Fetch an address.

        Args:
            address: http or https.
            conditional: If-None-Match and If-Modified-Since from the last time.

        Raises:
            FetchError: refused by robots.txt or by the address check, too large, too slow, too many redirects, or an
                error status after the retries.
        """
        asked = address
        for _ in range(self.limits.most_redirects + 1):
            if not self.allowed(address):
                raise FetchError(f"robots.txt of {urlsplit(address).netloc} does not allow {address}")
            response = self._with_retries(asked, address, dict(conditional or {}))
            target = response.header("location")
            if response.status not in REDIRECTS or not target:
                if response.status >= 400:
                    raise FetchError(f"{address} answered {response.status} {response.reason}")
                return response
            address = urljoin(address, target)
            if urlsplit(address).scheme not in ("http", "https"):
                raise FetchError(f"{asked} redirects to {address[:80]!r}, which is not http or https")
        raise FetchError(f"{asked} redirects more than {self.limits.most_redirects} times")

    def allowed(self, address: str) -> bool:
        """Whether robots.txt of the host lets this user agent fetch the address (RFC 9309)."""
        parts = urlsplit(address)
        host = f"{parts.scheme}://{parts.netloc}"
        if host not in self._rules:
            self._rules[host] = self._read_robots(host)
        rules = self._rules[host]
        return rules is None or bool(rules.can_fetch(address, self.limits.user_agent))

    def _read_robots(self, host: str) -> Protego | None:
        address = f"{host}/robots.txt"
        response = None
        for _ in range(self.limits.most_redirects + 1):
            response = self._with_retries(address, address, {})
            target = response.header("location")
            if response.status not in REDIRECTS or not target:
                break
            address = urljoin(address, target)
        assert response is not None
        # RFC 9309: unavailable (4xx) allows everything, unreachable (5xx) forbids everything.
        if 400 <= response.status < 500:
            self.robots[host] = f"none ({response.status})"
            return None
        if response.status >= 500:
            self.robots[host] = f"unreachable ({response.status}): nothing is fetched"
            return Protego.parse("User-agent: *\nDisallow: /")
        text = response.body[:500_000].decode("utf-8", "replace")
        self.robots[host] = text
        return Protego.parse(text)

    def _with_retries(self, asked: str, address: str, headers: dict[str, str]) -> Response:
        for attempt in range(self.limits.retries + 1):
            last = attempt == self.limits.retries
            self._wait_for_turn(address)
            try:
                response = self._once(asked, address, headers)
            except RefusedAddressError as err:
                raise FetchError(str(err)) from err
            except httpx.HTTPError as err:
                if last:
                    raise FetchError(f"{address}: {type(err).__name__}: {err}") from err
                self.sleep(_back_off(attempt))
                continue
            if response.status not in RETRIED or last:
                return response
            wait = _retry_after(response) or _back_off(attempt)
            if wait > self.limits.longest_wait:
                raise FetchError(
                    f"{address} asks to wait {wait:.0f} s, more than {self.limits.longest_wait:.0f}; left for the next time"
                )
            log.info("%s answered %d, waiting %.0f s", address, response.status, wait)
            self.sleep(wait)
        raise FetchError(f"{address}: no attempt was made")

    def _wait_for_turn(self, address: str) -> None:
        host = urlsplit(address).netloc
        wait = self._next.get(host, 0.0) - self.clock()
        if wait > 0:
            self.sleep(wait)
        pause = self.limits.pause
        rules = self._rules.get(f"{urlsplit(address).scheme}://{host}")
        if rules is not None and (delay := rules.crawl_delay(self.limits.user_agent)):
            pause = max(pause, min(float(delay), self.limits.longest_wait))
        self._next[host] = self.clock() + pause

    def _once(self, asked: str, address: str, headers: dict[str, str]) -> Response:
        begun = self.clock()
        fetched = dt.datetime.now(dt.UTC)
        with self.client.stream(
            "GET", address, headers={**headers, "User-Agent": self.limits.user_agent}
        ) as stream:
            body = bytearray()
            for piece in stream.iter_bytes():
                body += piece
                if len(body) > self.limits.most_bytes:
                    raise FetchError(f"{address} is larger than {self.limits.most_bytes} bytes")
                if self.clock() - begun > self.limits.deadline:
                    raise FetchError(f"{address} takes longer than {self.limits.deadline:.0f} s")
            drop = {"content-encoding", "transfer-encoding", "content-length"}
            kept = tuple((k, v) for k, v in stream.headers.multi_items() if k.lower() not in drop)
            return Response(
                asked, address, stream.status_code, stream.reason_phrase, kept, bytes(body), fetched
            )


def tidy_address(address: str) -> str:
    """An address without its fragment, for telling whether a page is held already."""
    scheme, host, path, query, _ = urlsplit(address)
    return urlunsplit((scheme.lower(), host.lower(), path or "/", query, ""))


def _back_off(attempt: int) -> float:
    return float(2**attempt) * (1 + random.random() / 4)


def _retry_after(response: Response) -> float | None:
    value = response.header("retry-after").strip()
    if value.isdigit():
        return float(value)
    if not value:
        return None
    try:
        return max(0.0, (parsedate_to_datetime(value) - response.fetched).total_seconds())
    except (TypeError, ValueError):
        log.info("%s sent a Retry-After that cannot be read: %r", response.address, value[:60])
        return None
