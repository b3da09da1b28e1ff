"""What was fetched, kept: a WARC record, the page as a raw file with its sidecar, and what is held already."""

from __future__ import annotations

import io
import logging
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import orjson

from helpers.foundation.errors import QuarantineError
from helpers.foundation.provenance import sha256_hex
from helpers.foundation.storage import write_bytes
from helpers.ingest.collect.fetch import Response, tidy_address
from helpers.ingest.collect.sources import Source
from helpers.ingest.sidecar import SUFFIX, read_sidecar, write_sidecar

log = logging.getLogger(__name__)

# Hidden folders are not read as raw files: the same page would be counted twice.
WARCS = ".warc"
STATE = ".collect.json"
_SUFFIXES = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/plain": ".txt",
    "application/pdf": ".pdf",
}
_SIDECAR_BYTES = 65536
_UNSAFE = re.compile(r"[^\w-]+", re.ASCII)


class Holdings:
    """What a raw folder holds from earlier collections: addresses with validators, and hashes of contents.

    The state is written after every page, so that a collection that was cut off goes on where it stopped.
    """

    def __init__(self, raw: Path):
        self.raw = raw
        self.path = raw / STATE
        self.pages: dict[str, dict[str, str]] = {}
        if self.path.exists():
            try:
                self.pages = dict(orjson.loads(self.path.read_bytes())["pages"])
            except (orjson.JSONDecodeError, KeyError, TypeError, ValueError) as err:
                log.warning(
                    "%s is damaged (%s); what is held is read from the sidecars instead", self.path, err
                )
                self.path.unlink()
        self.hashes = {entry["sha256"] for entry in self.pages.values() if "sha256" in entry}

    def recover(self, sources: Iterable[str]) -> None:
        """Learn from the sidecars what is held, after a collection that was cut off or when the state was lost.

        A sidecar without its page is what a kill leaves between the two; it goes, and the page is fetched again.
        """
        for name in sources:
            for beside in sorted((self.raw / name).glob("*" + SUFFIX)):
                page = beside.with_name(beside.name.removesuffix(SUFFIX))
                if not page.exists():
                    log.warning("%s: removed, its page was never written; it is fetched again", beside)
                    beside.unlink()
                    continue
                try:
                    known = read_sidecar(page, limit=_SIDECAR_BYTES)
                except QuarantineError as err:
                    log.warning("%s", err)
                    continue
                self.hashes.add(known["sha256"])
                if address := known.get("address"):
                    entry = {"sha256": known["sha256"], "file": page.relative_to(self.raw).as_posix()}
                    self.pages.setdefault(tidy_address(address), entry)

    def validators(self, address: str) -> dict[str, str]:
        """The headers of a conditional request for an address."""
        entry = self.pages.get(tidy_address(address), {})
        pairs = (("If-None-Match", "etag"), ("If-Modified-Since", "last_modified"))
        return {header: entry[key] for header, key in pairs if entry.get(key)}

    def note(self, address: str, response: Response, sha256: str, file: str) -> None:
        """Remember a response, and write the state."""
        entry = {
            "sha256": sha256,
            "file": file,
            "etag": response.header("etag"),
            "last_modified": response.header("last-modified"),
        }
        self.pages[tidy_address(address)] = {k: v for k, v in entry.items() if v}
        self.hashes.add(sha256)
        write_bytes(
            self.path, orjson.dumps({"pages": self.pages}, option=orjson.OPT_INDENT_2 | orjson.OPT_SORT_KEYS)
        )


def write_warc_record(raw: Path, run: str, response: Response) -> None:
    """Append one response to `<raw>/.warc/<run>.warc.gz` (ISO 28500)."""
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    folder = raw / WARCS
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / f"{run}.warc.gz").open("ab") as f:
        writer = WARCWriter(f, gzip=True)
        headers = [*response.headers, ("Content-Length", str(len(response.body)))]
        http = StatusAndHeaders(f"{response.status} {response.reason}", headers, protocol="HTTP/1.1")
        stamp = response.fetched.strftime("%Y-%m-%dT%H:%M:%SZ")
        record = writer.create_warc_record(
            response.address,
            "response",
            payload=io.BytesIO(response.body),
            http_headers=http,
            warc_headers_dict={"WARC-Date": stamp},
        )
        writer.write_record(record)


def write_page(raw: Path, source: Source, response: Response) -> tuple[str, str]:
    """Write a page as a raw file with its sidecar; gives its path below `raw` and its hash.

    The name comes from the address, cut down to letters and digits, with part of the hash so that no page overwrites
    another.
    """
    sha256 = sha256_hex(response.body)
    media = response.header("content-type").split(";")[0].strip().lower()
    parts = urlsplit(response.address)
    words = _UNSAFE.sub("-", unquote(parts.path).rsplit(".", 1)[0]).strip("-")[-60:] or "index"
    name = f"{response.fetched:%Y%m%d}-{words}-{sha256[7:15]}{_SUFFIXES.get(media, '.html')}"
    path = raw / source.name / name
    path.parent.mkdir(parents=True, exist_ok=True)
    content: Mapping[str, Any] = {
        "address": response.address, "outlet": source.outlet, "accessed": response.fetched.date().isoformat(),
        "licence": source.licence, "sha256": sha256,
    }  # fmt: skip
    # the sidecar first: a page never stands there without what is known of it
    write_sidecar(path, content)
    write_bytes(path, response.body)
    return path.relative_to(raw).as_posix(), sha256
