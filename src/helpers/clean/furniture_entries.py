"""Live pages: entries under heads that open with a clock time, "14:05 | The gates are shut", which the tables take for a list of links."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from helpers.clean.furniture_characters import DIGIT, STOP
from helpers.clean.furniture_lines import Bools, PageLines

_FEWEST = 3  # entries
_FILLED = 0.75  # share of the heads that a sentence follows
_KNOWN = 2  # of these sentences so many are the article's by the tables
_HEAD_WORDS = (2, 16)
_SENTENCE_WIDTH = 40  # Latin-letter equivalents
_HEAD = re.compile(r"\s*([01]?\d|2[0-3])[:.]([0-5]\d)(?:\s*[|–—·-]\s*|\s+)(?=\W{0,2}[^\W\d])")


def keep_live_entries(
    text: str,
    lines: PageLines,
    bits: NDArray[Any],
    titles: Sequence[int | None],
    keep: Bools,
    rule: dict[int, str],
    follows: Bools,
) -> None:
    """Keep the entries of live pages with their heads.

    A live page has at least three lines that open with a clock time and end without a full stop, their times in order, most of
    them right above a sentence, and two of these sentences are the article's already. A list of other stories with the time of
    each has no sentences between, or none of the article's.

    Args:
        text: the page text.
        lines: the lines of one or several pages.
        bits: the kinds of their cues.
        titles: the title of each page, None where it shows none.
        keep: which are kept; changed.
        rule: why; changed.
        follows: whether each comes right after the one before it.
    """
    likely = lines.dated & (lines.first == DIGIT) & (lines.last != STOP)
    low, high = _HEAD_WORDS
    likely &= (lines.words >= low) & (lines.words <= high)
    if np.count_nonzero(likely) < _FEWEST:
        return
    says: Bools = (lines.last == STOP) & (lines.width >= _SENTENCE_WIDTH) & (bits == 0)
    by_page: dict[int, list[tuple[int, tuple[int, int]]]] = {}
    for i in likely.nonzero()[0].tolist():
        found = _HEAD.match(text, lines.start[i], lines.end[i])
        if found is not None and i not in titles:
            by_page.setdefault(int(lines.page[i]), []).append((i, (int(found[1]), int(found[2]))))
    for page, heads in by_page.items():
        end = int(lines.bounds[page + 1])
        filled = [i for i, _ in heads if i + 1 < end and follows[i + 1] and (says[i + 1] or keep[i + 1])]
        known = sum(bool(keep[i + 1]) for i in filled)
        if len(filled) < max(_FEWEST, _FILLED * len(heads)) or known < _KNOWN or not _in_order(heads):
            continue
        for i in filled:
            _keep(i, "heads an entry of a live page", keep, rule)
            for j in range(i + 1, end):
                if not (follows[j] and (says[j] or keep[j])):
                    break
                _keep(j, "in an entry of a live page", keep, rule)


def _in_order(heads: Sequence[tuple[int, tuple[int, int]]]) -> bool:
    """The times rise or fall, and turn round at midnight once at most."""
    pairs = list(itertools.pairwise(clock for _, clock in heads))
    return sum(a > b for a, b in pairs) <= 1 or sum(a < b for a, b in pairs) <= 1


def _keep(i: int, why: str, keep: Bools, rule: dict[int, str]) -> None:
    if not keep[i]:
        keep[i] = True
        rule[i] = why
