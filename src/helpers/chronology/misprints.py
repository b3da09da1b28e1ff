"""Events that a single page dates, by its own day, a year beside one that several pages tell in every other respect alike."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from helpers.chronology.accounts import Account
from helpers.chronology.events import Cluster
from helpers.chronology.features import GENERIC, NARROW, Features
from helpers.chronology.intervals import width_in_days
from helpers.chronology.likeness import Comparer
from helpers.foundation.dates import DateInterval

_ASIDE = dt.timedelta(days=7)  # a weekday read a year off lies within a week of the day
_YEAR = 365.25
_WITNESSES = 2  # stories that date the other event
Key = tuple[str, tuple[str, ...], str, int]


class YearsOff:
    """Finds the twin, a year before or after, of an event that one page alone dates, without a year of its own.

    Rule: the two have kind, parties and place in common, paper or number of documents where they name any, and the people of both
    sides; or a number of documents, or a joint act and somebody (who held an office depends on the year that is in doubt); or
    the lone page names nobody and tells of the same act or paper.
    Their days of the year lie within a week; the one rests on the day that one page claims for itself, the other on
    at least two stories. A year that is misprinted in a page's metadata looks like this, and what really happens every
    year is told by more than one page or with its year.

    Args:
        events: the accounts of every event still in, with its fused date.
        comparer: who acts for which side.
    """

    def __init__(self, events: Sequence[tuple[Cluster, DateInterval]], comparer: Comparer):
        self._comparer = comparer
        self._attested: dict[Key, list[tuple[Cluster, DateInterval]]] = {}
        for cluster, interval in events:
            if len({a.claims[0].story_id for a in cluster.accounts if _dates(a)}) >= _WITNESSES:
                for key in _keys(cluster, interval):
                    self._attested.setdefault(key, []).append((cluster, interval))

    def twin(self, cluster: Cluster, interval: DateInterval) -> DateInterval | None:
        """The date of the twin, None when there is none or the event has a year of its own."""
        dating = [a for a in cluster.accounts if _dates(a)]
        if len({a.article_id for a in dating}) != 1 or any(_names_year(a) for a in dating):
            return None
        day = interval.earliest
        for kind, parties, place, year in _keys(cluster, interval):
            for by in (-1, 1):
                for other, date in self._attested.get((kind, parties, place, year + by), ()):
                    if day is None or date.earliest is None or not _is_year_beside(day, date.earliest):
                        continue
                    if self._alike(cluster.features, other.features):
                        return date
        return None

    def _alike(self, a: Features, b: Features) -> bool:
        sides = {s for s in self._comparer.sides(a.actors & b.actors) if s}
        papers = not a.named_papers or not b.named_papers or bool(a.named_papers & b.named_papers - {GENERIC})
        counts = not a.counts or not b.counts or bool(a.counts & b.counts)
        acts = a.kind == "cooperation" and bool(a.acts & b.acts)
        nobody = not a.actors and (acts or bool(a.named_papers - {GENERIC}))
        shared = bool(a.counts & b.counts) or (acts and bool(a.actors & b.actors))
        return (len(sides) >= 2 or shared or nobody) and papers and counts


def _keys(cluster: Cluster, interval: DateInterval) -> list[Key]:
    width = width_in_days(interval)
    if width is None or width > NARROW or interval.earliest is None:
        return []
    first = cluster.accounts[0]
    return [(first.kind, first.parties, p, interval.earliest.year) for p in sorted(cluster.features.places)]


def _is_year_beside(a: dt.date, b: dt.date) -> bool:
    days = abs((a - b).days)
    return abs(days - _YEAR) <= _ASIDE.days + 1


def _dates(account: Account) -> bool:
    """True when the account has a date of a few days, by its wording or its page."""
    width = width_in_days(account.features.interval)
    return width is not None and width <= NARROW


def _names_year(account: Account) -> bool:
    return any(c.date_basis.startswith("explicit") for c in account.claims)
