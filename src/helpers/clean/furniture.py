"""Body from page text: decide line by line what is the article and what is furniture."""

from __future__ import annotations

import numpy as np

from helpers.clean.furniture_cues import load_cues
from helpers.clean.furniture_decision import CRAWLER_PREFIX, Decision, decide
from helpers.clean.furniture_features import build_features
from helpers.clean.furniture_lines import Floats, PageLines, split_page
from helpers.clean.furniture_model import load_model
from helpers.foundation.provenance import Span
from helpers.foundation.records import Line


def classify_lines(text: str, language: str | None = None) -> list[Line]:
    """Decide for each non-blank line of a page what it is.

    Args:
        text: the page text, one block a line.
        language: ISO 639-1 code where it is known. The decision does not need it: structure and the cues of all languages
            decide, and the same page gives the same lines whatever language was guessed for it.

    Returns:
        One `Line` for each line that is not blank, in page order. Spans are without surrounding white space, and the title's
        is without the prefix a crawler wrote before it.
    """
    from helpers.clean.furniture_roles import name_roles

    del language
    found = _decide(text)
    if found is None:
        return []
    lines, rows, bits, scores, decision = found
    roles = name_roles(text, lines, rows, bits, decision)
    out = []
    for i, (start, end) in enumerate(zip(lines.start.tolist(), lines.end.tolist(), strict=True)):
        role, reason = roles[i]
        span = _kept_span(text, start, end) if i == decision.title else Span(start, end)
        out.append(Line(span, role, bool(decision.keep[i]), reason, round(float(scores[i]), 4)))
    return out


def clean_text(text: str) -> str:
    """The kept slices of a page, joined by newlines."""
    found = _decide(text)
    if found is None:
        return ""
    lines, _, _, _, decision = found
    kept = np.flatnonzero(decision.keep)
    slices = [text[a:b] for a, b in zip(lines.start[kept].tolist(), lines.end[kept].tolist(), strict=True)]
    if decision.title is not None and slices:
        place = int(np.searchsorted(kept, decision.title))
        span = _kept_span(text, int(lines.start[decision.title]), int(lines.end[decision.title]))
        slices[place] = span.of(text)
    return "\n".join(slices)


def _decide(
    text: str,
) -> tuple[PageLines, Floats, np.ndarray[tuple[int], np.dtype[np.int64]], Floats, Decision] | None:
    lines = split_page(text)
    if lines is None:
        return None
    cues = load_cues()
    rows, bits = build_features(text, lines, cues)
    scores = load_model().score(rows)
    return lines, rows, bits, scores, decide(text, lines, rows, bits, scores, cues)


def _kept_span(text: str, start: int, end: int) -> Span:
    prefix = CRAWLER_PREFIX.match(text, start)
    return Span(prefix.end(), end) if prefix and prefix.end() < end else Span(start, end)
