"""The collection: every source in turn, every page politely, a failure of one never stopping the others."""

from __future__ import annotations

import datetime as dt
import logging
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import httpx

from helpers.foundation.errors import RunError
from helpers.foundation.locks import explain, only_one, remove_dead_parts
from helpers.foundation.provenance import sha256_hex
from helpers.ingest.collect.discover import find_addresses
from helpers.ingest.collect.fetch import Fetcher, FetchError
from helpers.ingest.collect.keep import WARCS, Holdings, write_page, write_warc_record
from helpers.ingest.collect.replay import ReplayTransport
from helpers.ingest.collect.sources import Plan, Source
from helpers.ingest.collect.transport import GuardedTransport

log = logging.getLogger(__name__)

UNFINISHED = ".collect.unfinished"  # stands in the raw folder while a collection goes on


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one address.

    Attributes:
        source: the source that named it.
        address: the address.
        what: new (a raw file was written), unchanged (the server said so), held (same bytes under another address),
            failed.
        detail: the file written, or why it failed.
    """

    source: str
    address: str
    what: str
    detail: str


def collect_pages(
    plan: Plan,
    raw: Path,
    *,
    allow_private: bool = False,
    offline: Path | None = None,
    sleep: Callable[[float], None] = time.sleep,
) -> Iterator[Outcome]:
    """Fetch what the sources name and keep what is new.

    Args:
        plan: limits and sources.
        raw: the raw folder; pages go to `<raw>/<source>/`, WARC files to `<raw>/.warc/`.
        allow_private: let private and loopback addresses through.
        offline: a WARC file that answers instead of the network.
        sleep: replaced by tests.

    Yields:
        One outcome an address, as it happens.

    Raises:
        InputError: another collection is going on, the folder cannot be written to, or the WARC cannot be read.
        RunError: the disk is full, or the folder cannot be written to any more.
    """
    with only_one(raw, doing="collection", remedy="wait for it to end"):
        transport: httpx.BaseTransport = (
            ReplayTransport(offline) if offline else GuardedTransport(allow_private=allow_private)
        )
        try:
            with httpx.Client(
                transport=transport, timeout=plan.limits.timeout, follow_redirects=False, trust_env=False
            ) as client:
                fetcher = Fetcher(client, plan.limits, sleep=(lambda _: None) if offline else sleep)
                holdings = _open_holdings(raw, plan)
                run = _name_run(raw)
                for source in plan.sources:
                    yield from _collect_source(source, fetcher, holdings, run)
                _record_robots(raw, run, fetcher)
            (raw / UNFINISHED).unlink()
        except OSError as err:
            raise RunError(
                f"collecting stopped: {explain(err)}; what was fetched is kept, and the next collection goes on from there"
            ) from err


def _open_holdings(raw: Path, plan: Plan) -> Holdings:
    """What is held; where the collection before was cut off, or its state is gone, found again by the sidecars."""
    names = sorted({source.name for source in plan.sources})
    for folder in (raw, raw / WARCS, *(raw / name for name in names)):
        remove_dead_parts(folder)
    cut_off = (raw / UNFINISHED).exists()
    (raw / UNFINISHED).write_bytes(b"")
    holdings = Holdings(raw)
    if cut_off or not holdings.pages:
        holdings.recover(names)
    return holdings


def _name_run(raw: Path) -> str:
    """The start's time; never one that is taken, as after the clock was set back: a WARC is not added to."""
    start = dt.datetime.now(dt.UTC)
    while (raw / WARCS / f"{start:%Y%m%dT%H%M%SZ}.warc.gz").exists():
        start += dt.timedelta(seconds=1)
    return f"{start:%Y%m%dT%H%M%SZ}"


def summarise(outcomes: Sequence[Outcome]) -> dict[str, int]:
    """Counts by what became of the addresses."""
    return {what: sum(o.what == what for o in outcomes) for what in ("new", "unchanged", "held", "failed")}


def _collect_source(source: Source, fetcher: Fetcher, holdings: Holdings, run: str) -> Iterator[Outcome]:
    try:
        if source.kind == "page":
            addresses = iter([source.address])
        else:
            first = fetcher.fetch(source.address)
            write_warc_record(holdings.raw, run, first)
            addresses = find_addresses(source, first, fetcher)
        for address in addresses:
            yield _collect_page(source, address, fetcher, holdings, run)
    except FetchError as err:
        log.warning("%s: %s", source.name, err)
        yield Outcome(source.name, source.address, "failed", str(err))


def _collect_page(source: Source, address: str, fetcher: Fetcher, holdings: Holdings, run: str) -> Outcome:
    try:
        response = fetcher.fetch(address, conditional=holdings.validators(address))
    except FetchError as err:
        log.warning("%s: %s", source.name, err)
        return Outcome(source.name, address, "failed", str(err))
    if response.status == 304:
        return Outcome(source.name, address, "unchanged", "the server says so")
    if not response.body:
        return Outcome(source.name, address, "failed", f"{address} answered {response.status} with nothing")
    sha256 = sha256_hex(response.body)
    if sha256 in holdings.hashes:
        holdings.note(address, response, sha256, "")
        return Outcome(source.name, address, "held", sha256)
    write_warc_record(holdings.raw, run, response)
    file, sha256 = write_page(holdings.raw, source, response)
    holdings.note(address, response, sha256, file)
    return Outcome(source.name, address, "new", file)


def _record_robots(raw: Path, run: str, fetcher: Fetcher) -> None:
    from helpers.foundation.storage import write_text

    if fetcher.robots:
        text = "".join(f"# {host}\n{rules.rstrip()}\n\n" for host, rules in sorted(fetcher.robots.items()))
        write_text(raw / ".warc" / f"{run}.robots.txt", text)
