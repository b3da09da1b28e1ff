"""Time on paper: a day axis that shortens long empty stretches, its ticks, and labels packed so that none collide."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right, insort
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from helpers.figures.titles import MONTHS

BREAK_SHARE = 0.05  # width of a shortened stretch, of the whole axis
BREAK_FROM = 0.22  # an empty stretch longer than this share of the period is shortened


@dataclass(frozen=True, slots=True)
class TimeScale:
    """A piecewise linear map from days to 0..1.

    Attributes:
        knots: days (ordinals) where the scale changes, first and last included.
        places: where each knot lies, 0..1.
        breaks: (first day, last day) of each shortened stretch.
    """

    knots: tuple[int, ...]
    places: tuple[float, ...]
    breaks: tuple[tuple[dt.date, dt.date], ...] = ()

    def place(self, day: dt.date) -> float:
        """Where a day lies, 0 (left) to 1 (right); days outside the axis are put on its edge."""
        at = day.toordinal()
        i = min(max(bisect_right(self.knots, at) - 1, 0), len(self.knots) - 2)
        low, high = self.knots[i], self.knots[i + 1]
        share = min(max((at - low) / max(high - low, 1), 0.0), 1.0)
        return self.places[i] + share * (self.places[i + 1] - self.places[i])

    @property
    def first(self) -> dt.date:
        """First day of the axis."""
        return dt.date.fromordinal(self.knots[0])

    @property
    def last(self) -> dt.date:
        """Last day of the axis."""
        return dt.date.fromordinal(self.knots[-1])

    def ticks(self, *, most: int = 9) -> list[tuple[dt.date, str]]:
        """Days to mark with their words: years, months or days, whatever the period is best read in."""
        spans = _stretches(self)
        shown = sum((b - a).days for a, b in spans)
        for step in _STEPS:
            days = [d for a, b in spans for d in _step_days(a, b, step)]
            if len(days) <= most and (days or shown == 0):
                break
        else:
            days = [a for a, _ in spans]
        days = days or [a for a, _ in spans]
        kept: list[tuple[dt.date, str]] = []
        for day in days:
            if kept and self.place(day) - self.place(kept[-1][0]) < 0.045:
                continue
            kept.append((day, _say_tick(day, step, kept[-1][0] if kept else None)))
        return kept


# (unit, how many of it) from coarse resolution to fine is tried the other way round: the finest that is not too many.
_STEPS = (("day", 1), ("day", 2), ("day", 7), ("month", 1), ("month", 3), ("month", 6), ("year", 1), ("year", 2), ("year", 5), ("year", 10), ("year", 25), ("year", 100))  # fmt: skip


def _stretches(scale: TimeScale) -> list[tuple[dt.date, dt.date]]:
    edges = [scale.first, *(d for pair in scale.breaks for d in pair), scale.last]
    return list(zip(edges[::2], edges[1::2], strict=True))


def _step_days(first: dt.date, last: dt.date, step: tuple[str, int]) -> list[dt.date]:
    unit, size = step
    out: list[dt.date] = []
    if unit == "day":
        if (last - first).days > 400:
            return [first] * 1000
        day = first if size != 7 else first + dt.timedelta(days=(-first.weekday()) % 7)
        while day <= last:
            out.append(day)
            day += dt.timedelta(days=size)
        return out
    months = size * (12 if unit == "year" else 1)
    count = first.year * 12 + first.month - 1 + (first.day > 1)
    count += -count % months
    while count // 12 <= last.year and count // 12 < dt.MAXYEAR and len(out) < 1000:
        day = dt.date(max(count // 12, 1), count % 12 + 1, 1)
        if day > last:
            break
        out.append(day)
        count += months
    return out


def _say_tick(day: dt.date, step: tuple[str, int], before: dt.date | None) -> str:
    if step[0] == "year":
        return str(day.year)
    month = MONTHS[day.month - 1][:3]
    if step[0] == "month":
        return f"{month}\n{day.year}" if before is None or before.year != day.year else month
    if before is None or (before.year, before.month) != (day.year, day.month):
        return f"{day.day}\n{month} {day.year}"
    return str(day.day)


def make_timescale(spans: Sequence[tuple[dt.date, dt.date]]) -> TimeScale:
    """The scale for intervals of days: a little air at both ends, long empty stretches shortened.

    Args:
        spans: (first, last) of everything that is to be drawn; at least one.
    """
    low, high = min(a for a, _ in spans), max(b for _, b in spans)
    air = max(3, round((high - low).days * 0.03))
    first = max(low.toordinal() - air, 1)
    last = min(high.toordinal() + air, dt.date.max.toordinal())
    total = last - first
    gaps, reach = [], low
    for a, b in sorted(spans):
        if (a - reach).days > BREAK_FROM * total and (a - reach).days > 400:
            pad = round(total * 0.015) + 20
            gaps.append((reach.toordinal() + pad, a.toordinal() - pad))
        reach = max(reach, b)
    drawn = total - sum(b - a for a, b in gaps)
    width = 1 - BREAK_SHARE * len(gaps)
    knots, places, at = [first], [0.0], 0.0
    for begin, end in gaps:
        at += (begin - knots[-1]) / drawn * width
        knots.append(begin)
        places.append(at)
        at += BREAK_SHARE
        knots.append(end)
        places.append(at)
    knots.append(last)
    places.append(1.0)
    return TimeScale(
        tuple(knots), tuple(places), tuple((dt.date.fromordinal(a), dt.date.fromordinal(b)) for a, b in gaps)
    )


@dataclass(slots=True)
class _Row:
    taken: list[tuple[float, float]] = field(default_factory=list)

    def is_free(self, low: float, high: float) -> bool:
        i = bisect_right(self.taken, (high, float("inf")))
        return not any(b > low for a, b in self.taken[max(0, i - 1) : i] if a < high)

    def take(self, low: float, high: float) -> None:
        insort(self.taken, (low, high))


@dataclass(frozen=True, slots=True)
class Packed:
    """Where one item went: row (0 first), side of its label ('right', 'left', 'above' or '' for none)."""

    row: int
    side: str


def pack_labels(
    items: Iterable[tuple[float, float, float]],
    *,
    width: float,
    most_rows: int,
    gap: float,
    labelled: bool = True,
) -> list[Packed]:
    """Put marks with labels into rows so that nothing overlaps, the earliest first.

    Args:
        items: (left, right, label width) of each, in one unit, in the order wished.
        width: of the whole axis, same unit.
        most_rows: rows that may be opened for items with labels; when full, an item loses its label, never its mark.
        gap: free room kept between neighbours.
        labelled: False packs the marks alone.

    Returns:
        one place for each item, in the order given.
    """
    rows: list[_Row] = []
    out: list[Packed] = []
    for left, right, label in items:
        sides = [("right", left, right + gap + label), ("left", left - gap - label, right)]
        fitting = [s for s in sides if s[1] >= -gap and s[2] <= width + gap]
        if not fitting and right - left > width * 0.25:  # a long bar: the words stand above it
            fitting = [("above", left, min(max(right, left + label), width + gap))]
        elif (
            not fitting
        ):  # wider than the axis: the caller cuts the words, the side with more room takes them
            fitting = [sides[0]] if width - right >= left else [sides[1]]
        if left > width * 0.6:
            fitting.sort(key=lambda s: s[0] != "left")
        placed = _first_free(rows, fitting if labelled else [], most_rows, gap) or _first_free(
            rows, [("", left, right)], most_rows, gap
        )
        if placed is None:
            placed = Packed(min(range(len(rows)), key=lambda i: (len(rows[i].taken), i)), "")
        out.append(placed)
    return out


def _first_free(
    rows: list[_Row], wishes: Sequence[tuple[str, float, float]], most_rows: int, gap: float
) -> Packed | None:
    for number in range(most_rows):
        if number == len(rows):
            rows.append(_Row())
        for side, low, high in wishes:
            if rows[number].is_free(low, high + gap):
                rows[number].take(low, high + gap)
                return Packed(number, side)
    return None
