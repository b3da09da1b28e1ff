"""A page as lines and each line as counts of its characters: the cheap pass that every feature is made from.

One look-up for each character (`helpers.clean.furniture_characters`) and one count for each pair of line and class give all
numbers, so the cost is a few nanoseconds a character and linear.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from helpers.clean.furniture_characters import (
    BAR,
    BLANK,
    BREAK,
    CJK,
    COLON,
    DASH,
    DIGIT,
    LOWER,
    LOWER_START,
    OPEN,
    OTHER,
    QUOTE,
    STOP,
    UPPER,
    UPPER_START,
    look_up,
)

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]

_CLASSES = 18
_COLUMNS = 2 * _CLASSES
_CJK_WIDTH = 1.8  # a CJK character says about as much as 2.8 Latin letters
SENTENCE_WIDTH = 60.0  # from this width on a line can be a sentence
LONG_WIDTH = 200.0  # from this width on it is one whatever it ends with
_REACH = 14  # lines
_BRIEF_WIDTH = 12.0
_MOST_LINES = 200_000
_LONGEST_LINE = 1 << 19  # characters whose code blocks add up to a number of 32 bits
_FEW_BLANKS = 4  # around a line; where there are more they are not stepped over one by one
_CJK_WORD = 1.8  # CJK characters to a word


@lru_cache(maxsize=1)
def _pair_table() -> bytes:
    """Class of a character given the class before it (`before * 16 + class`).

    Letters after a non-letter become LOWER_START and UPPER_START; what begins a word (anything after white space) is counted in
    a second block of classes.
    """
    table = np.tile(np.arange(16, dtype=np.uint8), 16)
    for before in (BLANK, BREAK, COLON, QUOTE, OPEN, DASH, BAR, OTHER):
        table[before * 16 + LOWER] = LOWER_START
        table[before * 16 + UPPER] = UPPER_START
    for before in (BLANK, BREAK):
        table[before * 16 + LOWER : before * 16 + 16] += _CLASSES
    return table.tobytes()


@dataclass(frozen=True, slots=True)
class PageLines:
    """The non-blank lines of a page, or of several pages one after another; every array has one entry a line (`counts` one column).

    Pages are taken together because a vector operation costs much the same for ten pages as for one.

    Attributes:
        start: first character that is not white space.
        end: one past the last.
        counts: characters of each class, (classes, lines).
        words: words, by white space.
        width: length in Latin-letter equivalents, blanks counted between words.
        first: class of the first character.
        last: class of the last character that is not a closing quote or bracket.
        last_code: code point of the last character.
        before_last_code: code point of the one before it (the last again on a line of one).
        block: mean code block (code // 128) of the letters, which tells scripts apart.
        dated: a digit pattern of a date or clock time is on the line.
        place: number of the line among all non-blank lines of its page.
        total: how many those are.
        page: number of its page among those taken together.
        bounds: number of the first line of each page, and one past the last line of the last.
        codes: code points of the whole text.
        kinds: their classes.
        lowered: their lower case.
    """

    start: Ints
    end: Ints
    counts: Floats
    words: Floats
    width: Floats
    first: NDArray[np.uint8]
    last: NDArray[np.uint8]
    last_code: NDArray[np.uint32]
    before_last_code: NDArray[np.uint32]
    block: Floats
    dated: Bools
    place: Ints
    total: Ints
    page: Ints
    bounds: Ints
    codes: NDArray[np.uint32]
    kinds: NDArray[np.uint8]
    lowered: NDArray[np.uint32]

    def __len__(self) -> int:
        return len(self.start)

    @property
    def page_start(self) -> Ints:
        """For each line, the number of the first line of its page."""
        return self.bounds[self.page]

    @property
    def page_end(self) -> Ints:
        """For each line, one past the number of the last line of its page."""
        return self.bounds[self.page + 1]

    def follows(self) -> Bools:
        """Whether each line comes right after the one before it on its page, nothing left out between them."""
        out = np.zeros(len(self), np.bool_)
        out[1:] = (self.place[1:] - self.place[:-1] == 1) & (self.page[1:] == self.page[:-1])
        return out

    def near_sentences(self) -> PageLines:
        """The lines that are a sentence (or the middle of three short ones) or have one within `_REACH` lines; all lines of a page that has no sentence.

        Menus, which are more than half of most pages, are out of reach, and nothing more is computed for them; nor for what
        comes after `_MOST_LINES` lines: no article is so long, and the memory for their features would have no end.
        """
        stop = self.last == STOP
        sentence = (stop & (self.width >= SENTENCE_WIDTH)) | (self.width >= LONG_WIDTH)
        brief = stop & (
            self.width >= _BRIEF_WIDTH
        )  # three of them one after another are a paper of short sentences
        sentence[1:-1] |= brief[:-2] & brief[1:-1] & brief[2:]
        index, low, high = np.arange(len(self)), self.page_start, self.page_end
        sums = np.zeros(len(self) + 1, np.int64)
        sentence.cumsum(out=sums[1:])
        near = sums[np.minimum(index + (_REACH + 1), high)] > sums[np.maximum(index - _REACH, low)]
        near |= sums[high] == sums[low]
        if near.all() and len(self) <= _MOST_LINES:
            return self
        return self.select(near.nonzero()[0][:_MOST_LINES])

    def select(self, some: Ints) -> PageLines:
        """Some of the lines, at least one of every page, in order."""
        page = self.page[some]
        return PageLines(
            start=self.start[some],
            end=self.end[some],
            counts=self.counts[:, some],
            words=self.words[some],
            width=self.width[some],
            first=self.first[some],
            last=self.last[some],
            last_code=self.last_code[some],
            before_last_code=self.before_last_code[some],
            block=self.block[some],
            dated=self.dated[some],
            place=self.place[some],
            total=self.total[some],
            page=page,
            bounds=find_bounds(page),
            codes=self.codes,
            kinds=self.kinds,
            lowered=self.lowered,
        )


def find_bounds(page: Ints) -> Ints:
    """Where each page begins, given the page of each line, and the number of lines."""
    return np.concatenate(([0], (page[1:] != page[:-1]).nonzero()[0] + 1, [len(page)]))


def split_page(text: str, offsets: Sequence[int] = (0,)) -> PageLines | None:
    """The lines of a page and the counts of their characters; None when the page has nothing but white space.

    Args:
        text: the page text; or several, each ending with a line break but the last.
        offsets: where each page begins in it. Pages with nothing but white space are left out and not counted.
    """
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
    kinds, lowered, blocks = look_up(codes)
    start, end = _find_lines(kinds)
    if not len(start):
        return None

    pairs = kinds.copy()  # class of a character and of the one before it, in one byte
    pairs[1:] += kinds[:-1] << 4
    pairs[0] += BREAK << 4
    number = len(start)
    bounds = np.append(start, len(kinds))
    line = np.arange(0, number * _COLUMNS, _COLUMNS).repeat(bounds[1:] - bounds[:-1])
    line += np.frombuffer(pairs[start[0] :].tobytes().translate(_pair_table()), np.uint8)
    table = np.bincount(line, minlength=number * _COLUMNS).reshape(number, _COLUMNS)
    both = np.ascontiguousarray(table.T, dtype=np.float32)
    words = both[_CLASSES:].sum(0)
    counts = both[:_CLASSES] + both[_CLASSES:]
    width = counts[LOWER:].sum(0) + words + counts[CJK] * _CJK_WIDTH
    words = words + counts[CJK] / _CJK_WORD

    last = kinds[end - 1]
    closed = (codes[end - 1] == ord("-")) & (end - start > 4)  # ".-0-" ends the news of agencies
    if closed.any():
        at = end[closed]
        closed[closed] = (codes[at - 2] == ord("0")) & (codes[at - 3] == ord("-"))
        last[closed] = kinds[end[closed] - 4]
    for _ in range(2):  # step back over up to two closing quotes or brackets
        closing = (last == QUOTE) & (end - 2 - _ >= start)
        last = np.where(closing, kinds[np.maximum(end - 2 - _, 0)], last)
    dated = _find_dates(codes, kinds, start)
    block = _add_lines(blocks, start)
    total = np.maximum(counts[LOWER:DIGIT].sum(0) + counts[LOWER_START] + counts[UPPER_START], 1)
    page = np.zeros(number, np.int64)
    if len(offsets) > 1:
        page = np.asarray(offsets).searchsorted(start, side="right")
        page = np.concatenate(([0], (page[1:] != page[:-1]).cumsum()))
    bounds = find_bounds(page)
    return PageLines(
        start=start,
        end=end,
        counts=counts,
        words=words,
        width=width,
        first=kinds[start],
        last=last,
        last_code=codes[end - 1],
        before_last_code=codes[np.maximum(end - 2, start)],
        block=(block / total).astype(np.float32),
        dated=dated,
        place=np.arange(number) - bounds[page],
        total=(bounds[1:] - bounds[:-1])[page],
        page=page,
        bounds=bounds,
        codes=codes,
        kinds=kinds,
        lowered=lowered,
    )


def _add_lines(values: Any, start: Ints) -> Any:
    """The sums of the values of each line, which begin at `start`; those of a line are below 2 ** 32 where it has a sane length."""
    if len(values) > _LONGEST_LINE:
        return np.add.reduceat(values, start)
    sums = np.zeros(len(values) + 1, np.uint32)
    values.cumsum(dtype=np.uint32, out=sums[1:])
    return sums[np.append(start[1:], len(values))] - sums[start]  # what flows over flows back


def _find_lines(kinds: NDArray[np.uint8]) -> tuple[Ints, Ints]:
    """Where each line that is not blank begins and ends, without the blanks around it."""
    breaks = (kinds == BREAK).nonzero()[0]
    start, end = np.concatenate(([0], breaks + 1)), np.append(breaks, len(kinds))
    filled = start < end
    start, end = start[filled], end[filled]
    lead = np.arange(len(start))
    tail = lead
    for _ in range(_FEW_BLANKS):  # most lines have none
        lead, tail = lead[kinds[start[lead]] == BLANK], tail[kinds[end[tail] - 1] == BLANK]
        start[lead] += 1
        end[tail] -= 1
        lead, tail = lead[start[lead] < end[lead]], tail[start[tail] < end[tail]]
        if not len(lead) + len(tail):
            break
    else:
        solid = np.concatenate(([-1], (kinds > BREAK).nonzero()[0], [len(kinds)]))
        start[lead] = np.minimum(solid[solid.searchsorted(start[lead])], end[lead])
        end[tail] = np.maximum(solid[solid.searchsorted(end[tail]) - 1] + 1, start[tail])
    filled = start < end
    return start[filled], end[filled]


def _find_dates(codes: Any, kinds: Any, start: Ints) -> Bools:
    """Whether the digits of each line look like a date or a clock time.

    A year is a run of four digits that begins with 1 or 2 in any numerals and stands beside another run; a clock time or
    numeric date is two runs with one of `: . / -` between them, the second of two digits, or a year first.
    """
    number = len(start)
    digits = (kinds == DIGIT).nonzero()[0]
    if not len(digits):
        return np.zeros(number, np.bool_)
    jump = (digits[1:] - digits[:-1] > 1).nonzero()[0]
    first = digits[np.concatenate(([0], jump + 1))]
    last = digits[np.append(jump, len(digits) - 1)]
    size = last - first + 1
    line = start.searchsorted(first, side="right") - 1
    runs = np.bincount(line, minlength=number)
    value = codes[first] & 0xF
    year = (size == 4) & ((value == 1) | (value == 2))
    dated = (np.bincount(line[year], minlength=number) > 0) & (runs >= 2)
    if len(first) > 1:
        between = codes[np.minimum(last[:-1] + 1, len(codes) - 1)]
        joined = (first[1:] - last[:-1] == 2) & _JOINTS[np.minimum(between, len(_JOINTS) - 1)]
        joined &= (size[:-1] <= 2) & (size[1:] == 2) | (size[:-1] == 4) & (size[1:] <= 2)
        dated |= np.bincount(line[:-1][joined], minlength=number) > 0
    return dated


_JOINTS = np.zeros(ord("年") + 2, np.bool_)
_JOINTS[[ord(c) for c in ":./-年"]] = True
