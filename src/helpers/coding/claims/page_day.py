"""Pages whose own text contradicts the day they claim to be published on: which of the two is misprinted is not known."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import replace

from helpers.coding.claims.dating import TOLD_AFTER_PAGE
from helpers.coding.claims.merging import Found
from helpers.coding.claims.owning import usable_timexes
from helpers.foundation.dates import DateInterval

# In the basis of every claim of such a page; the chronology reads it.
IN_DOUBT = "the page's own day is in doubt"
_TIME_ZONES = dt.timedelta(days=1)


def contradicting_day(found: Iterable[Found], published: DateInterval) -> dt.date | None:
    """The last day that the text tells as past and that lies after publication, None when all is in order.

    Only a day with its year counts, and only where it is the one date of its sentence, so that nothing else can be meant.

    Args:
        found: the claims of the page.
        published: the day the page claims.
    """
    if published.latest is None:
        return None
    days = []
    for f in found:
        timex = f.dated.timex
        if f.dated.basis != TOLD_AFTER_PAGE or timex is None or timex.resolution != "explicit":
            continue
        day = timex.interval.latest
        if timex.interval.is_day and day is not None and day - published.latest > _TIME_ZONES:
            days += [day] if len(usable_timexes(f.sentence)) == 1 else []
    return max(days, default=None)


def mark_doubt(found: Sequence[Found]) -> list[Found]:
    """The claims of such a page, each with the doubt in its basis."""
    return [replace(f, dated=replace(f.dated, basis=f"{f.dated.basis}; {IN_DOUBT}")) for f in found]
