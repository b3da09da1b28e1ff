"""The days on which readers of a page may have seen a moment that its metadata give in universal time."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from functools import cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from helpers.clean.outlets import outlet_of_name
from helpers.clean.publication_dates import GREGORIAN_YEARS

_UNIVERSAL = re.compile(
    r"\s*(\d{4}-\d\d-\d\d)[T\s](\d\d):(\d\d)(?::\d\d(?:\.\d{1,9})?)?\s?(?:Z|UTC|GMT|[+-]00:?00)\s*$"
)
_EPOCH = re.compile(r"\s*(\d{10})(?:\d{3})?(?:\.\d+)?\s*$")
# The first and the last clock on Earth (Baker Island, Kiritimati).
_FIRST, _LAST = dt.timedelta(hours=-12), dt.timedelta(hours=14)


def read_instant(value: str) -> dt.datetime | None:
    """The moment of a metadata value in universal time; None for a day, or for a local time with an offset of its own.

    None, too, for years in which nothing was published on a page: 0001-01-01T00:00:00Z is what systems write for no date.
    """
    moment = None
    try:
        if m := _EPOCH.match(value):
            moment = dt.datetime.fromtimestamp(int(m[1]), tz=dt.UTC)
        elif m := _UNIVERSAL.match(value):
            day = dt.date.fromisoformat(m[1])
            moment = dt.datetime(day.year, day.month, day.day, int(m[2]), int(m[3]), tzinfo=dt.UTC)
    except ValueError:
        return None
    return moment if moment is not None and moment.year in GREGORIAN_YEARS else None


def local_days(moment: dt.datetime, *, outlet: str | None, shown: Iterable[dt.date]) -> set[dt.date]:
    """The days a moment may have been where the page was read: that of universal time and those that speak against it.

    A day that the page shows counts when some clock on Earth had it then; so does the day in the country of a known outlet.
    Systems also write their local time as if it were universal, so the day of universal time always stays one of them.

    Args:
        moment: in universal time.
        outlet: name of the publisher, when known.
        shown: days in the page's address and datelines.
    """
    days = {moment.date()}
    days |= {day for day in shown if (moment + _FIRST).date() <= day <= (moment + _LAST).date()}
    known = outlet_of_name(outlet) if outlet else None
    if known is not None:
        days |= {moment.astimezone(zone).date() for zone in _zones_of(known.country)}
    return days


@cache
def _zones_of(country: str) -> tuple[ZoneInfo, ...]:
    """The time zones of a country (ISO 3166 alpha-3) by CLDR and the tz database; none for a code that CLDR lacks."""
    from babel.core import get_global

    codes = get_global("territory_aliases").get(country, [])
    zones = []
    for name in get_global("territory_zones").get(codes[0], []) if codes else []:
        try:
            zones.append(ZoneInfo(name))
        except ZoneInfoNotFoundError:  # a tz database older than CLDR
            continue
    return tuple(zones)
