"""Body from page text: decide line by line what is the article and what is furniture."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from helpers.clean.furniture_cues import load_cues
from helpers.clean.furniture_decision import Decision, decide
from helpers.clean.furniture_features import build_features
from helpers.clean.furniture_lines import Floats, PageLines, split_page
from helpers.clean.furniture_model import Model, find_odds, logistic, score_lines
from helpers.clean.furniture_title import CRAWLER_PREFIX

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from helpers.foundation.records import Line

# Characters and pages that are looked at together; more cost memory and save no time.
_TOGETHER, _MOST_TOGETHER = 1_200_000, 100


class Judged(NamedTuple):
    """The lines of a page that were looked at (menus far from any sentence are not) and what was found of them.

    Attributes:
        lines: the lines.
        rows: their features, (features, lines).
        bits: the kinds of their cues.
        scores: from 0 (surely furniture) to 1 (surely article).
        decision: which are kept.
    """

    lines: PageLines
    rows: Floats
    bits: NDArray[np.int64]
    scores: Floats
    decision: Decision


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
    del language
    page = split_page(text)
    return [] if page is None else describe_lines(text, page, judge_lines(text, page))


def clean_text(text: str) -> str:
    """The kept slices of a page, joined by newlines."""
    return clean_texts([text])[0]


def clean_texts(texts: Sequence[str]) -> list[str]:
    """`clean_text` of several pages, each by itself; together they take a third of the time."""
    out = [""] * len(texts)
    for group in _group_texts(texts):
        text = "\n".join(texts[i] for i in group)
        offsets = list(accumulate((len(texts[i]) + 1 for i in group[:-1]), initial=0))
        page = split_page(text, offsets)
        if page is None:
            continue
        for start, kept in _slice_kept(text, judge_pages(text, page)):
            out[group[bisect_right(offsets, start) - 1]] = "\n".join(kept)
    return out


def _group_texts(texts: Sequence[str]) -> Iterator[list[int]]:
    """Numbers of texts to take together, blank ones left out."""
    group: list[int] = []
    size = 0
    for i, text in enumerate(texts):
        if not text or text.isspace():
            continue
        if group and (size + len(text) > _TOGETHER or len(group) >= _MOST_TOGETHER):
            yield group
            group, size = [], 0
        group.append(i)
        size += len(text)
    if group:
        yield group


def _slice_kept(text: str, found: Judged) -> Iterator[tuple[int, list[str]]]:
    """For each page where it begins in the text (at its first line that was looked at), and its kept lines."""
    lines, decision = found.lines, found.decision
    kept = decision.keep.nonzero()[0]
    bounds = zip(lines.start[kept].tolist(), lines.end[kept].tolist(), strict=True)
    slices = [text[a:b] for a, b in bounds]
    edges = kept.searchsorted(lines.bounds).tolist()
    for first, a, b, title in zip(
        lines.start[lines.bounds[:-1]].tolist(), edges[:-1], edges[1:], decision.titles, strict=True
    ):
        if title is not None and b > a:
            start, end = _kept_span(text, int(lines.start[title]), int(lines.end[title]))
            slices[int(kept.searchsorted(title))] = text[start:end]
        yield first, slices[a:b]


def judge_pages(text: str, page: PageLines, models: tuple[Model, Model] | None = None) -> Judged:
    """Score the lines of the pages that `page` holds, by their text alone, and choose those of the articles.

    Args:
        text: the text of all pages.
        page: their lines.
        models: those of the first and the second look; default: the project's.
    """
    cues = load_cues()
    lines = page.near_sentences()
    rows, bits, words = build_features(text, lines, cues)
    scores = score_lines(lines, rows, words, models=models)
    return Judged(lines, rows, bits, scores, decide(text, lines, rows, bits, scores, words, cues))


def judge_lines(
    text: str,
    page: PageLines,
    weigh: Callable[[Floats], Floats] | None = None,
    *,
    headline: int | None = None,
    models: tuple[Model, Model] | None = None,
) -> Judged:
    """Score the lines of a page and choose those of the article.

    Args:
        text: the page text.
        page: its lines.
        weigh: given the log-odds of the text alone for each line of `page`, those with other evidence, such as the HTML's.
        headline: the line of `page` that the document marks as the headline; only with `weigh`.
        models: those of the first and the second look; default: the project's.
    """
    if weigh is None:
        return judge_pages(text, page, models)
    cues = load_cues()
    rows, bits, words = build_features(text, page, cues)
    scores = np.asarray(logistic(weigh(find_odds(page, rows, words, models=models))), np.float32)
    return Judged(page, rows, bits, scores, decide(text, page, rows, bits, scores, words, cues, headline))


def describe_lines(text: str, page: PageLines, found: Judged) -> list[Line]:
    """The lines of a page as records, those that were not looked at with a score of 0."""
    from helpers.clean.furniture_roles import name_far_line, name_roles
    from helpers.foundation.provenance import Span
    from helpers.foundation.records import Line

    near = found.lines.place.tolist()
    roles = dict(
        zip(near, name_roles(text, found.lines, found.rows, found.bits, found.decision), strict=True)
    )
    scores = dict(zip(near, found.scores.tolist(), strict=True))
    kept = set(found.lines.place[found.decision.keep].tolist())
    title = None if found.decision.title is None else near[found.decision.title]
    out = []
    for i, (start, end) in enumerate(zip(page.start.tolist(), page.end.tolist(), strict=True)):
        role, reason = roles[i] if i in roles else name_far_line(text[start:end])
        span = _kept_span(text, start, end) if i == title else (start, end)
        out.append(Line(Span(*span), role, i in kept, reason, round(scores.get(i, 0.0), 4)))
    return out


def _kept_span(text: str, start: int, end: int) -> tuple[int, int]:
    prefix = CRAWLER_PREFIX.match(text, start)
    return (prefix.end(), end) if prefix and prefix.end() < end else (start, end)
