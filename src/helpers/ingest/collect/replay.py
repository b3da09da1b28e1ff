"""A transport that answers from a WARC file instead of the network: `dossier collect --offline`."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Any

import httpx

from helpers.foundation.errors import InputError

log = logging.getLogger(__name__)


class ReplayTransport(httpx.BaseTransport):
    """Answers each address with its last response record; 404 for what the WARC does not hold."""

    def __init__(self, path: Path):
        from warcio.archiveiterator import ArchiveIterator
        from warcio.exceptions import ArchiveLoadFailed

        self.answers: dict[str, tuple[int, list[tuple[str, str]], bytes]] = {}
        try:
            with path.open("rb") as f:
                for record in ArchiveIterator(f):
                    self._take(record)
        except (ArchiveLoadFailed, AttributeError, EOFError, TypeError, ValueError) as err:
            # warcio meets a file that was cut with whatever its parsing runs into
            if not self.answers:
                raise InputError(
                    f"{path}: cannot be replayed ({err}); give a WARC file, .warc or .warc.gz"
                ) from err
            log.warning(
                "%s: breaks off after %d address(es) (%s); the rest is not there",
                path,
                len(self.answers),
                err,
            )
        except OSError as err:
            raise InputError(f"{path}: cannot be read ({err.strerror}); give a WARC file") from err

    def _take(self, record: Any) -> None:
        if record.rec_type != "response" or record.http_headers is None:
            return
        address = record.rec_headers.get_header("WARC-Target-URI")
        body = record.content_stream().read()
        if left := getattr(record.raw_stream, "limit", 0):
            raise ValueError(f"the record of {address} lacks {left} bytes")
        dropped = ("content-encoding", "transfer-encoding")
        headers = [(k, v) for k, v in record.http_headers.headers if k.lower() not in dropped]
        self.answers[address] = (int(record.http_headers.get_statuscode()), headers, body)

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Answer from the file."""
        status, headers, body = self.answers.get(str(request.url), (404, [], b""))
        headers = [(k, v) for k, v in headers if k.lower() != "content-length"]
        return httpx.Response(status, headers=headers, content=body, request=request)
