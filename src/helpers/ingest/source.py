"""One raw file on its way into pages: its bytes, its identity, its sidecar, and the records made from it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import IO, Any, NamedTuple

from helpers.foundation.errors import QuarantineError
from helpers.foundation.pages import Hint, Page, Quarantined
from helpers.ingest.charset import Decoded
from helpers.ingest.options import Options

_NOTHING: Mapping[str, Any] = {}


class Source(NamedTuple):
    """A raw file, or a file inside one, as readers see it.

    Attributes:
        path: the raw file on disk.
        source_path: its path below the raw folder, forward slashes.
        source_sha256: hash of the raw file.
        name: file name that says the format; inside gzip and archives the inner name.
        media_type: of the raw file.
        options: limits and names.
        hints: metadata known before the file is opened (the sidecar's).
        sidecar: content of the origin file, empty where there is none.
        data: content, when it was unpacked already; else it is read from `path`.
    """

    path: Path
    source_path: str
    source_sha256: str
    name: str
    media_type: str
    options: Options
    hints: tuple[Hint, ...] = ()
    sidecar: Mapping[str, Any] = _NOTHING
    data: bytes | None = None

    def read(self, limit: int) -> bytes:
        """The whole content.

        Raises:
            QuarantineError: 'too large', when it is longer than `limit` bytes.
        """
        data = self.data
        if data is None:
            with self.path.open("rb") as stream:
                data = stream.read(limit + 1)
        if len(data) > limit:
            size = self.path.stat().st_size if self.data is None else len(data)
            raise QuarantineError(
                "too large",
                f"{size} bytes; {limit} are allowed for {self.media_type} (config/ingest.yml, limits)",
            )
        return data

    def open(self) -> IO[bytes]:
        """The content as a binary stream."""
        import io

        return self.path.open("rb") if self.data is None else io.BytesIO(self.data)

    def within(self, *, name: str, data: bytes) -> Source:
        """The same raw file with the content of a file that was packed inside it."""
        return self._replace(name=name, data=data)

    def typed(self, media_type: str) -> Source:
        """The same raw file with its media type."""
        return Source(  # `_replace` takes ten times as long
            self.path, self.source_path, self.source_sha256, self.name, media_type, self.options, self.hints, self.sidecar, self.data
        )  # fmt: skip

    def page(
        self,
        text: str,
        *,
        part: str = "",
        decoded: Decoded | None = None,
        html: str | None = None,
        hints: Iterable[Hint] = (),
    ) -> Page:
        """Make a page.

        Args:
            text: the page text, newlines universal.
            part: where in the file.
            decoded: how its bytes were decoded; None where the format fixes the encoding.
            html: HTML source.
            hints: metadata, strongest evidence first; the sidecar's come before them.

        Raises:
            QuarantineError: 'no text' or 'too large'.
        """
        if not text or text.isspace():
            raise QuarantineError("no text", "nothing but white space")
        limit = self.options.limits.text_characters
        if len(text) > limit:
            raise QuarantineError(
                "too large",
                f"{len(text)} characters of text; a page may have {limit} (config/ingest.yml, limits)",
            )
        charset, evidence = (decoded.charset, decoded.evidence) if decoded else ("", "format")
        if decoded and charset == "utf-8" and text is decoded.text:
            bad = 0  # bytes that would be one are no UTF-8; escapes in JSON can be one
        else:
            text, bad = without_surrogates(text)
        if bad:
            evidence += f"; {bad} lone surrogate(s) replaced by U+FFFD"
        return Page(
            source_path=self.source_path,
            source_sha256=self.source_sha256,
            source_part=part,
            media_type=self.media_type,
            charset=charset,
            charset_evidence=evidence,
            text=text,
            html=html if html is None else without_surrogates(html)[0],
            hints=tuple(clean_hints((*self.hints, *hints))),
            sidecar=self.sidecar,
        )

    def quarantined(self, reason: str, detail: str, *, part: str = "") -> Quarantined:
        """Make a quarantine record for the file or one part of it."""
        detail = without_surrogates(" ".join(detail.split())[:500])[0]
        return Quarantined(self.source_path, self.source_sha256, part, reason, detail)


def without_surrogates(text: str) -> tuple[str, int]:
    """The text with lone surrogates (which no file can hold as UTF-8) as U+FFFD, and how many there were."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        bad = sum(0xD800 <= ord(c) <= 0xDFFF for c in text)
        return "".join("\ufffd" if 0xD800 <= ord(c) <= 0xDFFF else c for c in text), bad
    return text, 0


def clean_hints(hints: Iterable[Hint]) -> list[Hint]:
    """Hints with white space collapsed, empty ones and repetitions dropped, order kept; values cut at 2,000 characters."""
    out: list[Hint] = []
    seen: set[tuple[str, str]] = set()
    for hint in hints:
        value = without_surrogates(" ".join(hint.value.split()))[0][:2000]
        if value and (hint.field, value) not in seen:
            seen.add((hint.field, value))
            out.append(Hint(hint.field, value, hint.evidence))
    return out
