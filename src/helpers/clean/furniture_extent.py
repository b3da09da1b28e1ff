"""How far an article reaches: sentences that follow on it, or open it, where the tables stopped a paragraph too early.

The tables were trained on long articles and close short ones after the first short paragraph. A line that is a sentence,
says nothing of the site and stands right beside a kept line is the article's, until a line comes that is no sentence: a
heading, a cue, a menu, a date. An advertisement, a caption or a link to another story ("Read also: ...") interrupts an article
and does not end it; a heading over such links, tags and comments do.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from helpers.clean.furniture_characters import (
    BAR,
    CJK,
    COLON,
    DASH,
    DIGIT,
    LOWER_START,
    OPEN,
    QUOTE,
    STOP,
    UNCASED,
    UPPER,
)
from helpers.clean.furniture_cues import CUE_KINDS
from helpers.clean.furniture_features import FEATURES
from helpers.clean.furniture_lines import Bools, Floats, PageLines
from helpers.clean.furniture_short import SHORT_ARTICLE, is_link

_SITES, _DATED, _REPEATS = (FEATURES.index(name) for name in ("site_words", "dated", "repeats"))
_STARTS = np.zeros(16, np.bool_)  # classes of characters that a sentence begins with
_STARTS[[UPPER, UNCASED, CJK, QUOTE, DASH, DIGIT]] = True
_SENTENCE = (8, 320)  # Latin-letter equivalents: shorter is a label, longer the tables know
_MENU_SIGNS = 3
# Shorter lines with a date say when a text was written, but in a chronology, whose entries begin with one.
_DATED_WIDTH, _ENTRY_WIDTH, _ENTRIES = 60, 22, 3
_FEWEST_WORDS = 2  # agglutinating languages say a sentence in two words
_SOFT = sum(1 << CUE_KINDS.index(kind) for kind in ("related", "navigation", "date", "tags"))
_SOFT_WIDTH = 40
_REACH = 12  # sentences that are added at either end at most
_PROMOTION, _LEGAL, _RELATED = (1 << CUE_KINDS.index(kind) for kind in ("promotion", "legal", "related"))
_INTERRUPTS = _PROMOTION | 1 << CUE_KINDS.index("caption")
_LABEL_WORDS = 2  # "Advertisement" stands among the legal cues too, beside longer notices
_LONGEST_INTERRUPTION = 4  # lines
_BEHIND_INSET = 0.05  # score
_STANDFIRST, _STANDFIRST_WORDS = (45, 240), 6
_LEAD_WIDTH, _SIGNED_LEAD_WIDTH, _LEAD_REACH = 50, 30, 14


def is_short(lines: PageLines, keep: Bools) -> Bools:
    """For each page, whether the article so far is short and not empty."""
    size = np.add.reduceat(lines.width * keep, lines.bounds[:-1])
    return np.asarray((size > 0) & (size <= SHORT_ARTICLE), np.bool_)


def keep_neighbours(
    lines: PageLines,
    sentences: Bools,
    bits: NDArray[Any],
    insets: Bools,
    scores: Floats,
    keep: Bools,
    rule: dict[int, str],
    follows: Bools,
) -> None:
    """Keep the sentences between two kept lines of short articles, and those right after their end and before their start."""
    ends = (keep & (lines.last == STOP) & is_short(lines, keep)[lines.page]).nonzero()[0]
    if not len(ends):
        return
    plain = sentences & (bits == 0)
    soft = sentences & ((bits & ~_SOFT) == 0) & (lines.width >= _SOFT_WIDTH)
    words = lines.words
    interrupts = ~keep & (
        ((bits & _INTERRUPTS) > 0) & (lines.last != STOP)  # a sentence of promotion is followed by more of it
        | ((bits & _LEGAL) > 0) & (words <= _LABEL_WORDS)
        | ((bits & _RELATED) > 0) & is_link(lines)
        | insets
    )
    behind = np.zeros(len(keep), np.bool_)  # what follows on links to other stories may be more of them
    behind[1:] = insets[:-1] & ~insets[1:]
    plain &= ~behind | (scores >= _BEHIND_INSET)
    page = lines.page[ends]
    new = page[1:] != page[:-1]
    for last in ends[np.append(new, True)].tolist():
        _walk_on(last, plain, interrupts, follows, keep, rule)
    for first in ends[np.append(True, new)].tolist():
        _walk_back(first, plain, follows, keep, rule)
    # between two sentences of the article one may begin like a heading: "Next ...", "More ..."
    steps = ends[1:] - ends[:-1]
    near = (
        ~new & (steps > 1) & (steps <= _REACH + 1) & (lines.place[ends[1:]] - lines.place[ends[:-1]] == steps)
    )
    for k in near.nonzero()[0].tolist():
        before, after = int(ends[k]), int(ends[k + 1])
        gap = slice(before + 1, after)
        if (soft[gap] | interrupts[gap]).all():
            for i in range(before + 1, after):
                if soft[i]:
                    keep[i] = True
                    rule[i] = "a sentence between the article's"


def keep_lead(
    title: int,
    lines: PageLines,
    sentences: Bools,
    bits: NDArray[Any],
    credits: Bools,
    blank: Bools,
    keep: Bools,
    rule: dict[int, str],
) -> None:
    """Keep the sentence right under the headline of an article whose body begins a few lines further down."""
    lead = title + 1
    end = int(lines.bounds[lines.page[title] + 1])
    if lead >= end or keep[lead] or lead in rule or bits[lead]:
        return
    below = slice(lead + 1, min(lead + 1 + _LEAD_REACH, end))
    signed = lead + 1 < end and bool(
        credits[lead + 1]
    )  # nothing but a lead stands between headline and byline
    if lines.place[lead] - lines.place[title] != 1 or not (keep[below] & (lines.last[below] == STOP)).any():
        return
    wide = lines.width[lead] >= (_SIGNED_LEAD_WIDTH if signed else _LEAD_WIDTH)
    if sentences[lead] and wide:
        keep[lead] = True
        rule[lead] = "the sentence under the headline"
    elif not credits[lead] and _is_standfirst(lines, title, lead, blank, signed=signed):
        keep[lead] = True
        rule[lead] = "the second line of the headline"


def _is_standfirst(lines: PageLines, title: int, lead: int, blank: Bools, *, signed: bool) -> bool:
    """True for the line that stands close under a headline where blank lines part the paragraphs, in as many words as a clause has.

    Without a full stop, as headlines are; pictures and dates stand apart from the headline.
    """
    shape = lines.last[lead] != COLON and _STARTS[lines.first[lead]] and lines.first[lead] != DIGIT
    low, high = _STANDFIRST
    fits = (
        low <= lines.width[lead] <= high
        and lines.words[lead] >= _STANDFIRST_WORDS
        and not lines.counts[OPEN, lead]
    )
    close = (title == 0 or blank[title - 1]) and not blank[title] and (signed or blank[lead])
    return bool(shape and fits and close and lines.counts[LOWER_START, lead] > 1)


def find_sentences(lines: PageLines, rows: Floats) -> Bools:
    """True for lines that are sentences and say nothing of the site."""
    low, high = _SENTENCE
    fits: Bools = (lines.last == STOP) & (lines.last_code != ord("…"))
    fits &= (lines.width >= low) & (lines.width <= high) & (lines.words >= _FEWEST_WORDS)
    bullet = lines.first == BAR  # one of several: "• The gates are shut."
    listed = np.zeros(len(lines), np.bool_)
    listed[1:] = bullet[1:] & bullet[:-1]
    listed[:-1] |= listed[1:]
    fits &= (_STARTS[lines.first] | listed) & (rows[_SITES] <= 1) & (rows[_REPEATS] <= 1)
    fits &= (lines.counts[LOWER_START] > 0) | (lines.counts[UNCASED] + lines.counts[CJK] > 0)
    dated = fits & (rows[_DATED] > 0)
    entries = (dated | (fits & (lines.first == DIGIT))) & (lines.width >= _ENTRY_WIDTH)
    chronicle = np.add.reduceat(entries, lines.bounds[:-1], dtype=np.int32) >= _ENTRIES
    fits &= ~dated | (lines.width >= _DATED_WIDTH) | (entries & chronicle[lines.page])
    menu = (lines.last_code == ord("?")) & (
        lines.counts[BAR] >= _MENU_SIGNS
    )  # "Home / Notes / Maps / Who are we?"
    fits &= ~menu
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
