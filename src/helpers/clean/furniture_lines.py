"""A page as lines and each line as counts of its characters: what every feature is made from.

The pass over the characters is `helpers.clean.furniture_parts`; here is what is made of it for each line.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from helpers.clean.furniture_characters import (
    BREAK,
    CJK,
    DIGIT,
    LOWER,
    LOWER_START,
    QUOTE,
    STOP,
    UPPER_START,
)
from helpers.clean.furniture_parts import Part, read_parts

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]

_CJK_WIDTH = 1.8  # a CJK character says about as much as 2.8 Latin letters
SENTENCE_WIDTH = 60.0  # from this width on a line can be a sentence
LONG_WIDTH = 200.0  # from this width on it is one whatever it ends with
_REACH = 14  # lines
_BRIEF_WIDTH = 12.0
_MOST_LINES = 200_000
_CJK_WORD = 1.8  # CJK characters to a word


@dataclass(
    frozen=True, slots=True, eq=False, repr=False
)  # neither is asked for, and they take a while to make
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
        whole: all lines of the text, and its words.
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
    lowered: NDArray[np.uint16]
    whole: Part

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

    def apart(self) -> Bools:
        """Whether more line breaks follow on each line than on the closest lines of its page: a blank line, where not all have one."""
        breaks = self.counts[BREAK].copy()
        ends = self.bounds[1:] - 1
        breaks[ends] = np.inf  # what follows on the last line says nothing
        closest = np.minimum.reduceat(breaks, self.bounds[:-1])
        breaks[ends] = 0
        return np.asarray(breaks > closest[self.page], np.bool_)

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
            counts=self.counts.take(some, axis=1),
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
            whole=self.whole,
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
    kinds, lowered = np.empty(len(codes), np.uint8), np.empty(len(codes), np.uint16)
    part = read_parts(text, codes, kinds, lowered)
    if part is None:
        return None
    start, end, counts = part.start, part.end, part.counts
    width = counts[LOWER:].sum(0) + part.words + counts[CJK] * _CJK_WIDTH

    last = kinds[end - 1]
    closed = (codes[end - 1] == ord("-")) & (end - start > 4)  # ".-0-" ends the news of agencies
    if closed.any():
        at = end[closed]
        closed[closed] = (codes[at - 2] == ord("0")) & (codes[at - 3] == ord("-"))
        last[closed] = kinds[end[closed] - 4]
    for _ in range(2):  # step back over up to two closing quotes or brackets
        closing = (last == QUOTE) & (end - 2 - _ >= start)
        last = np.where(closing, kinds[np.maximum(end - 2 - _, 0)], last)
    total = np.maximum(counts[LOWER:DIGIT].sum(0) + counts[LOWER_START] + counts[UPPER_START], 1)
    page = np.zeros(len(start), np.int64)
    if len(offsets) > 1:
        page = np.asarray(offsets).searchsorted(start, side="right")
        page = np.concatenate(([0], (page[1:] != page[:-1]).cumsum()))
    bounds = find_bounds(page)
    return PageLines(
        start=start,
        end=end,
        counts=counts,
        words=part.words + counts[CJK] / _CJK_WORD,
        width=width,
        first=kinds[start],
        last=last,
        last_code=codes[end - 1],
        before_last_code=codes[np.maximum(end - 2, start)],
        block=(part.blocks / total).astype(np.float32),
        dated=part.dated,
        place=np.arange(len(start)) - bounds[page],
        total=(bounds[1:] - bounds[:-1])[page],
        page=page,
        bounds=bounds,
        codes=codes,
        kinds=kinds,
        lowered=lowered,
        whole=part,
    )
