"""What was fetched, kept: a WARC record, the page as a raw file with its sidecar, and what is held already."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import orjson

from helpers.foundation.errors import DossierError
from helpers.foundation.provenance import sha256_hex
from helpers.foundation.storage import write_bytes
from helpers.ingest.collect.fetch import Response, tidy_address
from helpers.ingest.collect.sources import Source
from helpers.ingest.sidecar import write_sidecar

# Hidden folders are not read as raw files: the same page would be counted twice.
WARCS = ".warc"
STATE = ".collect.json"
_SUFFIXES = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/plain": ".txt",
    "application/pdf": ".pdf",
}
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
                self.pages = orjson.loads(self.path.read_bytes())["pages"]
            except (orjson.JSONDecodeError, KeyError, TypeError) as err:
                raise DossierError(
                    f"{self.path}: damaged ({err}); delete it, pages held already are found again by their sidecars"
                ) from err
        self.hashes = {entry["sha256"] for entry in self.pages.values() if "sha256" in entry}

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
    write_bytes(path, response.body)
    content: Mapping[str, Any] = {
        "address": response.address, "outlet": source.outlet, "accessed": response.fetched.date().isoformat(),
        "licence": source.licence, "sha256": sha256,
    }  # fmt: skip
    write_sidecar(path, content)
    return path.relative_to(raw).as_posix(), sha256
