"""Rules for the n-th or last day or weekday of a month: the first Monday of May, последняя пятница мая, the last day of May 2022."""

from __future__ import annotations

from typing import Any

from helpers.coding.timex.cursor import Cursor
from helpers.coding.timex.feasts import WEEKDAYS
from helpers.coding.timex.meaning import Meaning, Parsed
from helpers.coding.timex.pieces import Month, month_at, plausible_year, year_tail, year_word_after

# languages in which the month follows the weekday in its case, without a word for "of"
_BARE_GENITIVE = frozenset(("ru", "uk", "be", "pl", "fa"))


def parse_nth_weekday(p: Cursor, i: int) -> Parsed | None:
    """The number first: the last Sunday of February, am ersten Sonntag im März 2022, pirmąjį 2022 m. kovo sekmadienį."""
    nth = _nth(p, i)
    if nth is None:
        return None
    if p.lexicon.language == "lt":
        return _month_inside(p, nth)
    day = _weekday(p, nth[1])
    if day is None:
        return None
    k = p.skip(day[1], "of", "art", "prep", "weakprep")
    if "every" in p.tokens[k].cats and p.tokens[k + 1].cats.get("unit") == "month":
        return Meaning("set", value="P1M", rule="set"), k + 2  # the first Sunday of each month
    if k == day[1] and p.lexicon.language not in _BARE_GENITIVE:
        return None
    month = month_at(p, k)
    if month is None or month[0] == "l" or p.tokens[month[2]].digits in (1, 2):
        return None
    attributes, end = year_tail(p, month[2], month[0])
    return _meaning(month, day[0], nth[0], attributes), end


def parse_weekday_of_month(p: Cursor, i: int) -> Parsed | None:
    """The month first, in Turkish: Mart 2022'nin ilk pazar günü, mayıs ayının son cuma günü."""
    if p.lexicon.language != "tr":
        return None
    month = month_at(p, i)
    if month is None or month[0] != "g":
        return None
    attributes, end = year_tail(p, month[2], "g")
    nth = _nth(p, p.after_case(end))
    day = _weekday(p, nth[1]) if nth is not None else None
    if nth is None or day is None:
        return None
    return _meaning(month, day[0], nth[0], attributes), day[1]


def _month_inside(p: Cursor, nth: tuple[int, int]) -> Parsed | None:
    """Year and month between the number and the weekday, in Lithuanian."""
    attributes: dict[str, Any] = {}
    k = nth[1]
    if plausible_year(p, k):
        attributes, k = {"year": p.tokens[k].number}, year_word_after(p, k + 1)
    month = month_at(p, k)
    day = _weekday(p, month[2]) if month is not None and month[0] == "g" else None
    if month is None or day is None:
        return None
    return _meaning(month, day[0], nth[0], attributes), day[1]


def _nth(p: Cursor, i: int) -> tuple[int, int] | None:
    """Which one, at `i` -> (1 to 5, or -1 for the last; next index)."""
    found = p.ordinal(i)
    if found is not None:
        return found if 1 <= found[0] <= 5 else None
    cats = p.tokens[i].cats
    return (-1, i + 1) if cats.get("dir") == -1 or "lastb" in cats else None


def _weekday(p: Cursor, k: int) -> tuple[int, int] | None:
    """The weekday at `k` -> (ISO number, or 0 for any day; next index)."""
    if p.lexicon.language == "ro" and "of" in p.tokens[k + 1].cats and p.tokens[k].cats.get("unit") == "day":
        k += 2 * ("wday" in p.tokens[k + 2].cats or "wday_weak" in p.tokens[k + 2].cats)  # prima zi de luni
    cats = p.tokens[k].cats
    number = cats.get("wday", cats.get("wday_weak"))
    if number is None and cats.get("unit") == "day" and "plural" not in cats:
        return 0, k + 1
    if number is None or (p.lexicon.capitalised and not p.tokens[k].capital):
        return None
    return number, k + 1 + ("wdw_a" in p.tokens[k + 1].cats)


def _meaning(month: Month, weekday: int, nth: int, attributes: dict[str, Any]) -> Meaning:
    """The n-th (-1 the last) of a month; weekday 0 is any day."""
    name = WEEKDAYS[weekday - 1] if weekday else "day"
    solar = "solar " if month[0] == "s" else ""
    code = f"{solar}{month[1]:02d} {name} {nth if nth > 0 else 'last'}"
    rule = "nth-weekday" if weekday else "nth-day"
    return Meaning("feast", unit=code, calendar=month[0], weekday=weekday or None, rule=rule).but(
        **attributes
    )
