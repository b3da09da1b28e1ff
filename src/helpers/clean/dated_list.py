"""Rows of a page that head the entries of a list of dates: their days are those of what they tell, not the page's."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from helpers.clean.publication_rows import Row

_FEWEST = 3  # entries
_WIDEST_GAP = 3  # rows without a head between two entries
_LONGEST_LEAD = 6  # characters before the date: a bullet, a number
_LEAD = re.compile(r"[^\w\n]{0,4}(?:\d{1,2}[.)]\s)?[^\w\n]{0,3}$")
_SEPARATOR = re.compile(r"[^\S\n]*(?:\w{1,2}\.?)?[^\S\n]*(?:[.:|]|[-–—](?=\s)|$)")


def list_rows(rows: Sequence[Row]) -> frozenset[int]:
    """The rows that open with the date of an entry ("November 2006: ...", "12 agosto 2016 - ..."), by number.

    A list has at least three such rows, with three different dates in order (or in the opposite order) and few rows between.
    A dateline above a list of older dates breaks its order, and is none of its rows.

    Args:
        rows: of the page, in order.
    """
    heads = [(i, day) for i, row in enumerate(rows) if (day := _head_day(row)) is not None]
    found: set[int] = set()
    run: list[tuple[int, dt.date]] = []
    for head in heads:
        if run and head[0] - run[-1][0] - 1 > _WIDEST_GAP:
            found |= _ordered(run)
            run = []
        run.append(head)
    return frozenset(found | _ordered(run))


def _head_day(row: Row) -> dt.date | None:
    """The first day of the date a row opens with, None when it opens otherwise or without a year."""
    date = row.dates[0] if row.dates else None
    if date is None or not date.has_year or date.start > _LONGEST_LEAD:
        return None
    if not _LEAD.fullmatch(row.text[: date.start]) or not _SEPARATOR.match(row.text, date.end):
        return None
    return date.interval.earliest


def _ordered(run: Sequence[tuple[int, dt.date]]) -> set[int]:
    """The rows of a run that are in order; the first may be a dateline above the list."""
    for part in (run, run[1:]):
        days = [day for _, day in part]
        if len(set(days)) >= _FEWEST and days in (sorted(days), sorted(days, reverse=True)):
            return {i for i, _ in part}
    return set()
