"""A transport that answers from a WARC file instead of the network: `dossier collect --offline`."""

from __future__ import annotations

from pathlib import Path

import httpx

from helpers.foundation.errors import InputError


class ReplayTransport(httpx.BaseTransport):
    """Answers each address with its last response record; 404 for what the WARC does not hold."""

    def __init__(self, path: Path):
        from warcio.archiveiterator import ArchiveIterator
        from warcio.exceptions import ArchiveLoadFailed

        self.answers: dict[str, tuple[int, list[tuple[str, str]], bytes]] = {}
        try:
            with path.open("rb") as f:
                for record in ArchiveIterator(f):
                    if record.rec_type != "response" or record.http_headers is None:
                        continue
                    headers = [
                        (k, v)
                        for k, v in record.http_headers.headers
                        if k.lower() not in ("content-encoding", "transfer-encoding")
                    ]
                    self.answers[record.rec_headers.get_header("WARC-Target-URI")] = (
                        int(record.http_headers.get_statuscode()), headers, record.content_stream().read(),
                    )  # fmt: skip
        except (OSError, ArchiveLoadFailed) as err:
            raise InputError(
                f"{path}: cannot be replayed ({err}); give a WARC file, .warc or .warc.gz"
            ) from err

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Answer from the file."""
        status, headers, body = self.answers.get(str(request.url), (404, [], b""))
        headers = [(k, v) for k, v in headers if k.lower() != "content-length"]
        return httpx.Response(status, headers=headers, content=body, request=request)
