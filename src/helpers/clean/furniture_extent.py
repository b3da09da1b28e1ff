"""How far an article reaches: sentences that follow on it, or open it, where the tables stopped a paragraph too early.

The tables were trained on long articles and close short ones after the first short paragraph. A line that is a sentence,
says nothing of the site and stands right beside a kept line is the article's, until a line comes that is no sentence: a
heading, a cue, a menu, a date.
"""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from helpers.clean.furniture_cues import CUE_KINDS
from helpers.clean.furniture_features import FEATURES
from helpers.clean.furniture_lines import (
    CJK,
    LOWER_START,
    QUOTE,
    STOP,
    UNCASED,
    UPPER,
    Bools,
    Floats,
    PageLines,
)

_SITES, _DATED, _REPEATS = (FEATURES.index(name) for name in ("site_words", "dated", "repeats"))
_STARTS = np.zeros(16, np.bool_)  # classes of characters that a sentence begins with
_STARTS[[UPPER, UNCASED, CJK, QUOTE]] = True
_SENTENCE = (8, 320)  # Latin-letter equivalents: shorter is a label, longer the tables know
_FEWEST_WORDS = 2  # agglutinating languages say a sentence in two words
SHORT_ARTICLE = 2600  # Latin-letter equivalents of all kept lines: longer articles are what the tables know
_SOFT = sum(1 << CUE_KINDS.index(kind) for kind in ("related", "navigation", "date", "tags"))
_SOFT_WIDTH = 40
_REACH = 8  # sentences that are added at either end at most


def keep_neighbours(
    lines: PageLines, rows: Floats, bits: NDArray[Any], keep: Bools, rule: dict[int, str]
) -> None:
    """Keep the sentences between two kept lines, and in a short article those right after its end and before its start."""
    places = keep.nonzero()[0]
    if not len(places):
        return
    low, high = _SENTENCE
    fits = (
        (lines.last == STOP)
        & (lines.last_code != ord("…"))
        & (lines.width >= low)
        & (lines.width <= high)
        & (lines.words >= _FEWEST_WORDS)
        & _STARTS[lines.first]
        & (rows[_SITES] <= 1)
        & (rows[_REPEATS] <= 1)
        & ~((rows[_DATED] > 0) & (lines.width < 60))
        & ((lines.counts[LOWER_START] > 0) | (lines.counts[UNCASED] + lines.counts[CJK] > 0))
    )
    plain, soft = fits & (bits == 0), fits & ((bits & ~_SOFT) == 0) & (lines.width >= _SOFT_WIDTH)
    body = keep & (lines.last == STOP)
    if not body.any():
        return
    ends = body.nonzero()[0]
    first, last = int(ends[0]), int(ends[-1])
    if float(lines.width[keep].sum()) > SHORT_ARTICLE:
        return
    _walk(range(last + 1, min(last + 1 + _REACH, len(keep))), -1, lines, plain, keep, rule)
    _walk(range(first - 1, max(first - 1 - _REACH, -1), -1), 1, lines, plain, keep, rule)
    for before, after in pairwise(ends.tolist()):
        # between two sentences of the article one may begin like a heading: "Next ...", "More ..."
        gap = slice(before + 1, after)
        if (
            0 < after - before - 1 <= _REACH
            and soft[gap].all()
            and lines.place[after] - lines.place[before] == after - before
        ):
            for i in range(before + 1, after):
                keep[i] = True
                rule[i] = "a sentence between the article's"


def _walk(way: range, back: int, lines: PageLines, fits: Bools, keep: Bools, rule: dict[int, str]) -> None:
    for i in way:
        if keep[i] or i in rule or not fits[i] or abs(int(lines.place[i] - lines.place[i + back])) != 1:
            return
        keep[i] = True
        rule[i] = "a sentence right beside the article's"
