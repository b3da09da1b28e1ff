"""Hashes, spans and quotes: how every statement of the product points back into a raw file."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Characters `start` to `end` (exclusive) of a page text."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"({self.start}, {self.end}) is no span: 0 <= start <= end")

    def of(self, text: str) -> str:
        """The characters of the span in `text`."""
        return text[self.start : self.end]


def sha256_hex(data: bytes | str) -> str:
    """SHA-256 of bytes (or of the UTF-8 bytes of a string) as `sha256:<hex>`."""
    raw = data.encode("utf-8", "surrogatepass") if isinstance(data, str) else data
    return "sha256:" + hashlib.sha256(raw).hexdigest()


def hash_file(path: Path) -> str:
    """SHA-256 of a file, read in pieces, as `sha256:<hex>`."""
    with path.open("rb") as stream:
        return "sha256:" + hashlib.file_digest(stream, "sha256").hexdigest()


def short_id(prefix: str, *parts: str, length: int = 12) -> str:
    """A stable identifier `prefix-<hex>` from the parts, the same on every machine and run."""
    digest = hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()
    return f"{prefix}-{digest[:length]}"


def normalise_quote(text: str) -> str:
    """A quote with NFKC, case folded and runs of white space as one blank: for keys and comparison, never for show."""
    return _SPACE.sub(" ", unicodedata.normalize("NFKC", text).casefold()).strip()


@dataclass(frozen=True, slots=True)
class JoinedText:
    """Slices of a page text joined by newlines, with the way back to the page's own offsets.

    Attributes:
        text: the slices, joined by one newline each.
        spans: the slices, as spans of the page text, in order.
    """

    text: str
    spans: tuple[Span, ...]
    _starts: tuple[int, ...] = field(repr=False)

    @classmethod
    def from_page(cls, page_text: str, spans: Iterable[Span]) -> JoinedText:
        """Join the slices of `page_text` that `spans` name."""
        spans = tuple(spans)
        starts, at = [], 0
        for span in spans:
            starts.append(at)
            at += span.end - span.start + 1
        return cls("\n".join(s.of(page_text) for s in spans), spans, tuple(starts))

    def to_page(self, start: int, end: int) -> Span:
        """The page span of joined-text characters `start` to `end`.

        Raises:
            ValueError: the characters lie in more than one slice, or outside.
        """
        i = bisect_right(self._starts, start) - 1
        if i < 0 or not start <= end:
            raise ValueError(f"({start}, {end}) is outside the joined text")
        shift = self.spans[i].start - self._starts[i]
        span = Span(start + shift, end + shift)
        if span.end > self.spans[i].end:
            raise ValueError(f"({start}, {end}) crosses from one slice of the page into the next")
        return span


def spans_to_lists(spans: Sequence[Span]) -> list[list[int]]:
    """Spans as the `[[start, end], ...]` of the tables."""
    return [[s.start, s.end] for s in spans]


def spans_from_lists(pairs: Iterable[Sequence[int]]) -> tuple[Span, ...]:
    """The reverse of `spans_to_lists`."""
    return tuple(Span(int(a), int(b)) for a, b in pairs)
