"""How far an article reaches: sentences that follow on it, or open it, where the tables stopped a paragraph too early.

The tables were trained on long articles and close short ones after the first short paragraph. A line that is a sentence,
says nothing of the site and stands right beside a kept line is the article's, until a line comes that is no sentence: a
heading, a cue, a menu, a date. An advertisement, a caption or a link to another story ("Read also: ...") interrupts an article
and does not end it; a heading over such links, tags and comments do.
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
    DASH,
    DIGIT,
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
_STARTS[[UPPER, UNCASED, CJK, QUOTE, DASH, DIGIT]] = True
_SENTENCE = (8, 320)  # Latin-letter equivalents: shorter is a label, longer the tables know
_FEWEST_WORDS = 2  # agglutinating languages say a sentence in two words
SHORT_ARTICLE = 2600  # Latin-letter equivalents of all kept lines: longer articles are what the tables know
_SOFT = sum(1 << CUE_KINDS.index(kind) for kind in ("related", "navigation", "date", "tags"))
_SOFT_WIDTH = 40
_REACH = 12  # sentences that are added at either end at most
_PROMOTION, _LEGAL, _RELATED = (1 << CUE_KINDS.index(kind) for kind in ("promotion", "legal", "related"))
_INTERRUPTS = _PROMOTION | 1 << CUE_KINDS.index("caption")
_LABEL_WORDS = 2  # "Advertisement" stands among the legal cues too, beside longer notices
_LINK_WORDS = 4  # fewer, and "Read also" is a heading over a list
_LONGEST_INTERRUPTION = 4  # lines
_LEAD_WIDTH, _LEAD_REACH = 50, 14


def keep_neighbours(
    lines: PageLines, rows: Floats, bits: NDArray[Any], keep: Bools, rule: dict[int, str]
) -> None:
    """Keep the sentences between two kept lines, and in a short article those right after its end and before its start."""
    places = keep.nonzero()[0]
    if not len(places):
        return
    if float(lines.width[keep].sum()) > SHORT_ARTICLE:
        return
    ends = (keep & (lines.last == STOP)).nonzero()[0]
    if not len(ends):
        return
    first, last = int(ends[0]), int(ends[-1])
    fits = _find_sentences(lines, rows)
    plain, soft = fits & (bits == 0), fits & ((bits & ~_SOFT) == 0) & (lines.width >= _SOFT_WIDTH)
    words = lines.words
    interrupts = ~keep & (
        ((bits & _INTERRUPTS) > 0) & (lines.last != STOP)  # a sentence of promotion is followed by more of it
        | ((bits & _LEGAL) > 0) & (words <= _LABEL_WORDS)
        | ((bits & _RELATED) > 0) & (words >= _LINK_WORDS)
    )
    follows = np.zeros(len(keep), np.bool_)  # right after the line before it, nothing left out between them
    follows[1:] = lines.place[1:] - lines.place[:-1] == 1
    _walk_on(last, plain, interrupts, follows, keep, rule)
    _walk_back(first, plain, follows, keep, rule)
    for before, after in pairwise(ends.tolist()):
        # between two sentences of the article one may begin like a heading: "Next ...", "More ..."
        gap = slice(before + 1, after)
        if (
            0 < after - before - 1 <= _REACH
            and (soft[gap] | interrupts[gap]).all()
            and lines.place[after] - lines.place[before] == after - before
        ):
            for i in range(before + 1, after):
                if soft[i]:
                    keep[i] = True
                    rule[i] = "a sentence between the article's"


def keep_lead(
    title: int, lines: PageLines, rows: Floats, bits: NDArray[Any], keep: Bools, rule: dict[int, str]
) -> None:
    """Keep the sentence right under the headline of an article whose body begins a few lines further down."""
    lead = title + 1
    if lead >= len(keep) or keep[lead] or lead in rule or bits[lead] or lines.width[lead] < _LEAD_WIDTH:
        return
    body = keep[lead + 1 : lead + 1 + _LEAD_REACH] & (lines.last[lead + 1 : lead + 1 + _LEAD_REACH] == STOP)
    near = lines.place[lead] - lines.place[title] == 1
    if (
        near
        and body.any()
        and _find_sentences(lines.select(slice(lead, lead + 1)), rows[:, lead : lead + 1])[0]
    ):
        keep[lead] = True
        rule[lead] = "the sentence under the headline"


def _find_sentences(lines: PageLines, rows: Floats) -> Bools:
    """True for lines that are sentences and say nothing of the site."""
    low, high = _SENTENCE
    fits: Bools = (
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
    return fits


def _walk_on(
    last: int, fits: Bools, interrupts: Bools, follows: Bools, keep: Bools, rule: dict[int, str]
) -> None:
    at, added = last + 1, 0
    while at < len(keep) and added < _REACH:
        ahead = at
        while (
            ahead < len(keep) and ahead - at < _LONGEST_INTERRUPTION and interrupts[ahead] and follows[ahead]
        ):
            ahead += 1
        if ahead == len(keep) or not follows[ahead]:
            return
        if not keep[ahead]:
            if not fits[ahead] or ahead in rule:
                return
            keep[ahead] = True
            rule[ahead] = "a sentence right after the article's"
            added += 1
        at = ahead + 1


def _walk_back(first: int, fits: Bools, follows: Bools, keep: Bools, rule: dict[int, str]) -> None:
    for i in range(first - 1, max(first - 1 - _REACH, -1), -1):
        if keep[i] or i in rule or not fits[i] or not follows[i + 1]:
            return
        keep[i] = True
        rule[i] = "a sentence right before the article's"
