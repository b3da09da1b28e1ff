"""Body from page text: decide line by line what is the article and what is furniture."""

from __future__ import annotations

import re

from helpers.foundation.provenance import Span
from helpers.foundation.records import Line

_CRAWLER_PREFIX = re.compile(r"\s*date \d{4}-\d{2}-\d{2} ")
_SENTENCE_END = re.compile(r"[.!?…。！？؟।۔][\"'»”’)\]]*$")


def classify_lines(text: str, language: str | None = None) -> list[Line]:
    """Decide for each non-blank line of a page what it is.

    Args:
        text: the page text, one block a line.
        language: ISO 639-1 code where it is known; only used for cues, the structure decides.

    Returns:
        One `Line` for each line that is not blank, in page order. Spans are without surrounding white space.
    """
    del language
    spans = _line_spans(text)
    surfaces = [s.of(text) for s in spans]
    weights = [_weight(s) for s in surfaces]
    first, last = _densest_run(weights)
    title = _find_title(text, spans, first)
    out: list[Line] = []
    seen: set[str] = set()
    for i, (span, surface) in enumerate(zip(spans, surfaces, strict=True)):
        if i == title:
            prefix = _CRAWLER_PREFIX.match(text, text.rfind("\n", 0, span.start) + 1)
            start = prefix.end() if prefix and prefix.end() < span.end else span.start
            out.append(Line(Span(start, span.end), "title", True, "headline above the body", 1.0))
        elif first <= i <= last and weights[i] > 0 and surface not in seen:
            seen.add(surface)
            out.append(Line(span, "body", True, "in the densest run of sentences", 0.9))
        else:
            out.append(Line(span, "furniture", False, "outside the densest run of sentences", 0.1))
    return out


def clean_text(text: str) -> str:
    """The kept slices of a page, joined by newlines."""
    return "\n".join(line.span.of(text) for line in classify_lines(text) if line.kept)


def _line_spans(text: str) -> list[Span]:
    out, at = [], 0
    for raw in text.splitlines(keepends=True):
        body = raw.strip()
        if body:
            start = at + raw.index(body[0])
            out.append(Span(start, start + len(body)))
        at += len(raw)
    return out


def _weight(surface: str) -> float:
    if len(surface) >= 60 and _SENTENCE_END.search(surface):
        return min(len(surface), 400) / 100
    if len(surface) >= 200:
        return 0.5
    return -0.6


def _densest_run(weights: list[float]) -> tuple[int, int]:
    best, best_run, total, start = 0.0, (0, -1), 0.0, 0
    for i, w in enumerate(weights):
        if total <= 0:
            total, start = 0.0, i
        total += w
        if total > best:
            best, best_run = total, (start, i)
    return best_run


def _find_title(text: str, spans: list[Span], first: int) -> int | None:
    if spans and _CRAWLER_PREFIX.match(text):
        return 0
    above = [i for i in range(max(0, first - 8), first) if 20 <= spans[i].end - spans[i].start <= 200]
    return above[-1] if above else None
