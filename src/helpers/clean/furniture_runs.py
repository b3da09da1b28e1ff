"""Running sums over the lines of pages, and what is found with them: the run of each page, its middle, what was near before.

All take several pages one after another (`PageLines.bounds`); nothing reaches over the end of a page.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from helpers.clean.furniture_lines import Bools, Floats, Ints, PageLines

FAR = 40


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Windows:
    """Numbers of the lines of pages, and how far windows around them reach.

    Attributes:
        index: number of each line.
        start: number of the first line of its page.
        end: one past the last line of its page.
    """

    index: Ints
    start: Ints
    end: Ints

    @classmethod
    def of(cls, lines: PageLines) -> Windows:
        """The windows of the lines of pages."""
        return cls(np.arange(len(lines)), lines.page_start, lines.page_end)

    def low(self, reach: int) -> Ints:
        """First line of a window that reaches so many lines back."""
        return np.maximum(self.index - reach, self.start)

    def high(self, reach: int) -> Ints:
        """One past the last line of a window that reaches so many lines on."""
        return np.minimum(self.index + (reach + 1), self.end)

    def shift(self, row: Any, step: int, out: Any) -> None:
        """Write the value `step` lines before (after, where negative) each line into `out`, 0 where there is none."""
        if step > 0:
            out[step:] = row[:-step]
            out[self.index - self.start < step] = 0
        else:
            out[:step] = row[-step:]
            out[self.end - self.index <= -step] = 0

    def since(self, hits: Bools) -> Any:
        """Lines since the last hit before each line, at most `FAR`; one row a kind of hit."""
        last = np.maximum.accumulate(np.where(hits, self.index, -1), axis=1)
        out = np.full(hits.shape, FAR, np.float32)
        before = last[:, :-1]
        gap = self.index[1:] - before
        gap[(before < self.start[1:]) | (gap > FAR)] = FAR
        out[:, 1:] = gap
        return out

    def until(self, hits: Bools) -> Any:
        """Lines until the next hit after each line, at most `FAR`; one row a kind of hit."""
        none = len(self.index) + FAR
        following = np.minimum.accumulate(np.where(hits, self.index, none)[:, ::-1], axis=1)[:, ::-1]
        out = np.full(hits.shape, FAR, np.float32)
        after = following[:, 1:]
        gap = after - self.index[:-1]
        gap[(after >= self.end[:-1]) | (gap > FAR)] = FAR
        out[:, :-1] = gap
        return out


def running_sums(row: Any) -> Any:
    """Running sums from zero: the sum of `row[a:b]` is `out[b] - out[a]`."""
    out = np.empty(len(row) + 1)
    out[0] = 0
    row.cumsum(out=out[1:])
    return out


def find_runs(weight: Any, bounds: Ints) -> tuple[Ints, Ints]:
    """First and last line, for each page, of the stretch with the largest sum of weights; last before first when none is positive."""
    pages = len(bounds) - 1
    sizes = bounds[1:] - bounds[:-1]
    own = np.arange(pages).repeat(sizes + 1)  # one place more than lines: sums before and after each
    sums = running_sums(weight)[np.arange(len(own)) - own]
    # Each page lies far below the one before it, so that a running minimum begins anew with every page.
    depth = 4.0 * float(np.abs(weight).sum()) + 1.0
    sums = np.round(sums, 6) - own * depth
    lowest = np.minimum.accumulate(sums)
    rise = sums - lowest
    starts = bounds[:-1] + np.arange(pages)
    best = np.maximum.reduceat(rise, starts)
    at = np.arange(len(own))
    top = _first_of_page(rise == best[own], own)
    floor = (sums == lowest[top][own]) & (at < top[own])
    bottom = starts.copy()
    found = floor.nonzero()[0]
    bottom[own[found]] = found  # the last of several stays
    first = bottom - np.arange(pages)
    last = top - np.arange(pages) - 1
    empty = top == starts
    first[empty], last[empty] = bounds[:-1][empty], bounds[:-1][empty] - 1
    return first, last


def _first_of_page(hits: Bools, page: Ints) -> Ints:
    places = hits.nonzero()[0]
    on = page[places]
    new = np.ones(len(places), np.bool_)
    new[1:] = on[1:] != on[:-1]
    return np.asarray(places[new], np.int64)


def find_run(weight: Any) -> tuple[int, int]:
    """`find_runs` for one page; (0, -1) when no weight is positive."""
    first, last = find_runs(weight, np.array([0, len(weight)]))
    return int(first[0]), int(last[0])


def middle_of(values: Floats, some: Bools, page: Ints, pages: int, otherwise: float) -> Floats:
    """For each page the middle of the values at the lines of `some`; the upper one of two."""
    out = np.full(pages, otherwise)
    places = some.nonzero()[0]
    order = places[np.lexsort((values[places], page[places]))]
    counts = np.bincount(page[order], minlength=pages)
    filled = counts > 0
    middle = counts.cumsum() - counts + counts // 2
    out[filled] = values[order[middle[filled]]]
    return out
