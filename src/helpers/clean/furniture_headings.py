"""Subheadings: short lines without a full stop between the sentences of an article, told from what a page puts there."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from helpers.clean.furniture_characters import (
    BREAK,
    CJK,
    COLON,
    COMMA,
    DIGIT,
    OPEN,
    QUOTE,
    STOP,
    UNCASED,
    UPPER,
)
from helpers.clean.furniture_cues import CUE_KINDS, Cues
from helpers.clean.furniture_extent import is_short
from helpers.clean.furniture_features import FEATURES
from helpers.clean.furniture_lines import Bools, Floats, PageLines

_WEIGHT, _CUE, _DATED, _REPEATS, _SITES = (
    FEATURES.index(name) for name in ("weight", "cue", "dated", "repeats", "site_words")
)
_SUBHEADING_WIDTH = (10, 80)
_SUBHEADING_SCORE = 0.6  # of the threshold
_HEADING_STARTS = (UPPER, UNCASED, CJK, QUOTE)
_STARTS = np.zeros(16, np.bool_)
_STARTS[list(_HEADING_STARTS)] = True
_NOTICE_LINES = 5
# Of a line that blank lines set off: wider ones are links to other stories, which are clauses.
_SET_OFF_WIDTH, _SET_OFF_WORDS = (4, 45), 6
_QUESTION = ord("?")
_ENTRY_WORDS = 12  # of the heading of an entry of a live page
_FEWEST_ENTRIES, _CLOCK_WIDTH = 3, 9.0
_ENDS = 1 << CUE_KINDS.index("comments") | 1 << CUE_KINDS.index("consent")
# A heading may be a word that elsewhere heads comments or a section: "Commentary" between two long sentences.
_COMMON = sum(1 << CUE_KINDS.index(kind) for kind in ("comments", "navigation"))
_COMMON_RULE = "a heading between two long sentences of the article"
_COMMON_WORDS, _LONG = 2, 100.0
_FEWEST_NUMBERED, _NUMBERED_WORDS, _NUMBERED_WIDTH = 2, 9, 70.0
_TITLE_REACH = 6  # lines between the headline and the first heading


def keep_subheadings(
    lines: PageLines,
    rows: Floats,
    keep: Bools,
    scores: Floats,
    rule: dict[int, str],
    cues: Cues,
    follows: Bools,
) -> None:
    """Keep short lines without a full stop that stand directly between two kept sentences, when the tables only just said no."""
    sentence = keep & (rows[_WEIGHT] > 0.5)
    between = np.zeros(len(keep), np.bool_)
    between[1:-1] = sentence[:-2] & sentence[2:] & follows[1:-1] & follows[2:]
    low, high = _SUBHEADING_WIDTH
    enough = _SUBHEADING_SCORE * cues.keep_from
    for i in (between & ~keep & (scores > enough)).nonzero()[0].tolist():
        fits = low <= lines.width[i] <= high and lines.words[i] >= 2
        fits = fits and rows[_CUE, i] == 0 and rows[_DATED, i] == 0 and rows[_REPEATS, i] == 1
        if fits and lines.last[i] != STOP and lines.first[i] in _HEADING_STARTS and i not in rule:
            keep[i] = True
            rule[i] = "short line between two sentences of the article"


def keep_headings_behind_notices(
    lines: PageLines,
    rows: Floats,
    bits: NDArray[np.int64],
    keep: Bools,
    rule: dict[int, str],
    follows: Bools,
) -> None:
    """Keep a subheading between an advertisement, or the like, that interrupts the article, and its next sentence."""
    sentence = keep & (lines.last == STOP)
    fits = ~keep & (bits == 0) & (lines.last != STOP)
    fits[0] = fits[-1] = False
    fits[1:] &= (bits[:-1] > 0) & ~keep[:-1] & follows[1:]
    fits[:-1] &= sentence[1:] & follows[1:]
    if not fits.any():
        return
    low, high = _SUBHEADING_WIDTH
    fits &= (lines.width >= low) & (lines.width <= high) & (lines.words >= 2)
    fits &= (rows[_DATED] == 0) & (rows[_REPEATS] == 1) & is_short(lines, keep)[lines.page]
    for i in fits.nonzero()[0].tolist():
        before = sentence[max(int(lines.bounds[lines.page[i]]), i - _NOTICE_LINES) : i]
        if before.any() and lines.first[i] in _HEADING_STARTS and i not in rule:
            keep[i] = True
            rule[i] = "heading behind a notice inside the article"


def find_set_off(
    lines: PageLines, rows: Floats, bits: NDArray[np.int64], marks: Bools, follows: Bools
) -> Bools:
    """A few words with blank lines around them, on pages where not all lines stand so: what a heading inside an article looks like.

    So does one that blank lines part only from the sentence above, where the page has several, and the line below a clock time that
    opens an entry of a live page. What speaks of the site and brackets are no heading's.
    """
    breaks = lines.counts[BREAK]
    fits: Bools = (bits == 0) & (lines.last != STOP) & (lines.last != COMMA) & (lines.last != COLON)
    fits |= (bits == 0) & (lines.last_code == _QUESTION)
    fits[[0, -1]] = False
    entry = np.zeros(len(lines), np.bool_)
    entry[1:] = marks[:-1] & lines.dated[:-1] & follows[1:]
    below = np.zeros(len(lines), np.bool_)
    below[1:] = (breaks[:-1] > 1) & follows[1:]
    fits &= entry | below
    numbered = _find_numbered(lines, bits)
    if not (fits.any() or numbered.any()):
        return fits
    low, high = _SET_OFF_WIDTH
    fits &= (
        (lines.width >= low)
        & (lines.width <= high)
        & (lines.words <= np.where(entry, _ENTRY_WORDS, _SET_OFF_WORDS))
    )
    fits &= (rows[_SITES] == 0) & (rows[_REPEATS] == 1) & (lines.counts[OPEN] == 0)
    fits &= _STARTS[lines.first] | ((lines.first == DIGIT) & (lines.last_code == _QUESTION))
    close = np.add.reduceat(breaks == 1, lines.bounds[:-1]) > 0  # of one page all lines may stand apart
    fits &= entry | close[lines.page]
    apart = fits & (breaks > 1)
    joined = fits & ~apart & ~entry  # to the sentence below
    joined[1:] &= lines.last[:-1] == STOP
    joined[:-1] &= lines.last[1:] == STOP
    joined &= (np.add.reduceat(joined, lines.bounds[:-1], dtype=np.int32) > 1)[lines.page]
    return np.asarray(apart | joined | (fits & entry) | numbered, np.bool_)


def _find_numbered(lines: PageLines, bits: NDArray[np.int64]) -> Bools:
    """Short lines that begin with a number and a mark, "2. What is left", at least two of a page: a text in numbered parts."""
    fits: Bools = (lines.first == DIGIT) & (lines.last != STOP) & (bits == 0) & ~lines.dated
    if np.count_nonzero(fits) < _FEWEST_NUMBERED:
        return np.zeros(len(fits), np.bool_)
    last = len(lines.codes) - 1
    second, third = (lines.codes[np.minimum(lines.start + step, last)] for step in (1, 2))
    marked = _is_mark(second) | ((lines.kinds[np.minimum(lines.start + 1, last)] == DIGIT) & _is_mark(third))
    fits &= marked & (lines.words <= _NUMBERED_WORDS) & (lines.width <= _NUMBERED_WIDTH) & (lines.words >= 2)
    fits[[0, -1]] = False
    fits &= (np.add.reduceat(fits, lines.bounds[:-1], dtype=np.int32) >= _FEWEST_NUMBERED)[lines.page]
    return fits


def _is_mark(codes: NDArray[np.uint32]) -> Bools:
    return np.asarray((codes == ord(".")) | (codes == ord(")")), np.bool_)


def keep_common_headings(
    lines: PageLines, bits: NDArray[np.int64], follows: Bools, blank: Bools, keep: Bools, rule: dict[int, str]
) -> None:
    """Keep a word that heads comments or a section elsewhere, alone between two long sentences of the article.

    Blank lines set it off, where other lines of the page stand close; what follows on it is no comment then, for the tables kept it.
    """
    fits = ~keep & ((bits & _COMMON) > 0) & ((bits & ~_COMMON) == 0) & (lines.words <= _COMMON_WORDS)
    fits &= (lines.counts[DIGIT] == 0) & (lines.last != STOP) & (lines.last != COLON) & follows
    fits[[0, -1]] = False
    if not fits.any():
        return
    sure = keep & (lines.last == STOP) & (lines.width >= _LONG)
    fits[1:] &= sure[:-1] & blank[:-1]
    fits[:-1] &= sure[1:] & blank[:-1] & follows[1:]
    for i in fits.nonzero()[0].tolist():
        if i not in rule:
            keep[i] = True
            rule[i] = _COMMON_RULE


def _by_common_rule(rule: dict[int, str], number: int) -> Bools:
    out = np.zeros(number, np.bool_)
    out[[i for i, name in rule.items() if name == _COMMON_RULE]] = True
    return out


def find_entry_marks(lines: PageLines, rows: Floats, bits: NDArray[np.int64]) -> Bools:
    """True for what parts the entries of a live page: clock times alone on lines, and one label again and again, "Share"."""
    clock = lines.dated & (lines.first == DIGIT) & (lines.width < _CLOCK_WIDTH)
    clock &= (np.add.reduceat(clock, lines.bounds[:-1], dtype=np.int32) >= _FEWEST_ENTRIES)[lines.page]
    label = (bits > 0) & ((bits & (_ENDS)) == 0) & (rows[_REPEATS] >= _FEWEST_ENTRIES)
    return np.asarray(clock | (label & clock.any()), np.bool_)


def keep_set_off_headings(
    lines: PageLines,
    set_off: Bools,
    marks: Bools,
    credits: Bools,
    titles: Sequence[int | None],
    keep: Bools,
    rule: dict[int, str],
) -> None:
    """Keep the lines of `find_set_off` that stand between two sentences of the article, or behind a notice that parts these.

    Where one is found, the same between headline, day and byline and the first sentence is a heading too.
    """
    fits = set_off & ~keep & ~credits
    fits[:-1] &= keep[1:] & (lines.last[1:] == STOP)
    if not fits.any():
        return
    inside = (set_off | _by_common_rule(rule, len(keep))) & keep & (lines.last_code != _QUESTION)
    inside[1:] &= keep[:-1] & (lines.last[:-1] == STOP)
    found = set(lines.page[inside].tolist())
    for i in fits.nonzero()[0].tolist():
        begin = max(int(lines.bounds[lines.page[i]]), i - _NOTICE_LINES)
        above = (keep[begin:i] & (lines.last[begin:i] == STOP)).nonzero()[0]
        near = len(above) and (above[-1] == i - 1 - begin or int(lines.page[i]) in found)
        if i not in rule and (near or marks[i - 1]):
            keep[i] = True
            rule[i] = "a few words set off between two sentences of the article"
            found.add(int(lines.page[i]))
    for i in (fits & ~keep).nonzero()[0].tolist():
        title = titles[lines.page[i]] if int(lines.page[i]) in found else None
        if (
            title is not None
            and 0 < i - title <= _TITLE_REACH
            and not keep[title + 1 : i].any()
            and i not in rule
        ):
            keep[i] = True
            rule[i] = "a few words set off above the first sentence, as further down"
