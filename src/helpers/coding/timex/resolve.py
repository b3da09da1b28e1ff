"""Resolve what an expression says to a TIMEX3 value and a calendar interval, or leave it open; nothing is guessed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence

from helpers.coding.timex import calendars, solar
from helpers.coding.timex.calendars import DAY, Period
from helpers.coding.timex.lexicon import Lexicon
from helpers.coding.timex.meaning import Meaning
from helpers.coding.timex.readers import READERS, nearest_date
from helpers.coding.timex.report_quarters import ReportQuarters, is_comparison
from helpers.coding.timex.stories import RecentDays, date_of_story, is_day_of_news, tell_on
from helpers.coding.timex.values import (
    ImpossibleError,
    calendar_date,
    check_day,
    edtf_of,
    empty_record,
    mod_of,
    narrowed,
    unresolved_value,
)
from helpers.foundation.dates import DateInterval, write_edtf
from helpers.foundation.records import Timex

_SIZE = {
    "day": 1, "weekend": 2, "week": 7, "month": 30, "quarter": 90, "season": 91, "half": 182, "semester": 182, "year": 365,
    "decade": 3650, "century": 36500,
}  # fmt: skip


NARRATIVE_MINIMUM, NARRATIVE_AGE = 4, 3
STORY_LEAP = 10  # years
ESSAY_SIZE, ESSAY_RARE = 250, 750  # tokens; at most one other day in so many
AGREED_REACH = 240  # days within which what was agreed is done, where no year is named
HALF_QUARTER = dt.timedelta(days=45)


class Resolver:
    """Resolves the expressions of one text in their order, keeping the last one as anchor for chains.

    Args:
        dct: document creation time; unknown leaves relative expressions open, an interval gives intervals.
        lexicon: vocabulary of the text's language.
        tense: tells past, future, present or '' around tokens i..j-1.
        tells: tells whether the clause around tokens i..j-1 tells of an event in the past.
        ahead: tells whether tokens i..j-1 date what was agreed or decided to be done.
    """

    def __init__(
        self,
        dct: DateInterval,
        lexicon: Lexicon,
        tense: Callable[[int, int], str],
        tells: Callable[[int, int], bool] = lambda i, j: False,
        ahead: Callable[[int, int], bool] = lambda i, j: False,
    ):
        self.dct, self.lexicon, self.tense, self.tells, self.ahead = dct, lexicon, tense, tells, ahead
        self.agreed = False
        self.previous: Period | None = None
        self.quarters, self.days = ReportQuarters(), RecentDays()
        self.at = 0
        self.forward = False
        self.context_year: int | None = None
        self.narrative = self.essay = False
        self.marked = True
        self._readers: dict[str, Callable[[Meaning, dt.date | None, bool], Period | None]] = {
            "date": self._date, "weekday": self._weekday, "relative": self._relative, "reported": self._reported,
            "that weekday": self.days.on_weekday,
        }  # fmt: skip

    def study(self, meanings: Sequence[Meaning], size: int) -> None:
        """Tell a narrative about the past (most dated expressions years before the DCT) and an essay from news.

        An essay is a text of some length that hardly speaks of another day than today: its today means these days.
        """
        days = sum(map(is_day_of_news, meanings))
        self.essay = self.lexicon.essays and size >= ESSAY_SIZE and days * ESSAY_RARE <= size
        years = sorted(
            m.year for m in meanings if m.year is not None and m.month is not None and m.calendar == "g"
        )
        latest = self.dct.latest or self.dct.earliest
        if latest is not None and len(years) >= NARRATIVE_MINIMUM:
            self.narrative = years[int(len(years) * 0.75)] <= latest.year - NARRATIVE_AGE

    # ---------------------------------------------------------------- one expression

    def resolve(self, m: Meaning, i: int, j: int, start: int, end: int, surface: str) -> Timex:
        """The record of one expression that stands at tokens i..j-1 and characters start..end."""
        self.at = i
        if m.kind in ("duration", "set", "ref") or (m.kind == "time"):
            if m.kind == "duration" and (m.value or "").endswith("M"):
                self.quarters.forget(i)  # figures for nine months follow
            kind = {"duration": "DURATION", "set": "SET", "time": "TIME", "ref": "DATE"}[m.kind]
            return empty_record(
                start,
                end,
                surface,
                kind,
                m.value,
                m,
                resolution="explicit" if m.kind != "ref" else "relative",
                anchor="" if m.kind != "ref" else "dct",
            )
        if self.narrative and self.tense(i, j) != "future":
            m = tell_on(m, self.previous, self.context_year)
        if self._means_these_days(m, i, j):
            return empty_record(
                start, end, surface, "DATE", "PRESENT_REF", m, resolution="relative", anchor="dct"
            )
        if m.kind == "bc":
            self.previous = None  # nothing is counted from it
            return empty_record(start, end, surface, "DATE", m.unit, m, resolution="explicit")
        if m.kind == "refused":
            return empty_record(
                start, end, surface, "DATE", None, m, reason=m.reason, resolution="unresolved"
            )
        forward = self.forward = self._is_forward(m, i, j)
        self.marked = (m.begun or self.tense(i, j) != "") and not (
            m.bound == "to" and self.tense(i, j) == "past"
        )
        weekday = m.weekday
        try:
            low, high, how = self._both_ends(m, forward)
        except ImpossibleError as error:
            return empty_record(
                start, end, surface, "DATE", None, m, reason=str(error), resolution="unresolved"
            )
        if low is None and high is None and m.kind == "relative" and m.elapsed:
            return empty_record(start, end, surface, "DURATION", m.elapsed, m, resolution="explicit")
        if low is None and high is None:
            return empty_record(
                start,
                end,
                surface,
                "TIME" if m.value else "DATE",
                unresolved_value(m),
                m,
                resolution="unresolved",
                weekday=weekday,
                mod=mod_of(m),
            )
        anchor, resolution = how
        if low is not None and high is not None and (low.value == high.value):
            period = low
            earliest, latest = narrowed(m, period, self._is_solar(m))
            if m.kind != "range" or m.end is not None:
                self._remember(m, period)
            edtf = edtf_of(m, period, earliest, latest, self._is_solar(m))
            value: str | None = period.value
        else:
            earliest = narrowed(m, low, self._is_solar(m))[0] if low is not None else None
            latest = narrowed(m, high, self._is_solar(m))[1] if high is not None else None
            value = unresolved_value(m)
            if m.bound == "to":
                earliest = None
            if m.bound in ("from", "after"):
                latest = None
            edtf = write_edtf(earliest, latest)
            if earliest is None and high is not None and latest == high.high:
                edtf = f"../{high.edtf.rpartition('/')[2]}"
        kind = "DATE"
        if m.value is not None:
            kind, edtf = "TIME", None
            value = f"{value}{m.value}" if value else None
        return Timex(
            start, end, surface, kind, value, mod_of(m), edtf, earliest.isoformat() if earliest else None,
            latest.isoformat() if latest else None, weekday, anchor, resolution, m.rule,
        )  # fmt: skip

    def _means_these_days(self, m: Meaning, i: int, j: int) -> bool:
        """True for today in an essay: not up to today, not in a clause that tells of an event."""
        today = (
            m.kind == "relative" and m.unit == "day" and m.count == 0 and m.anchor == "dct" and not m.value
        )
        if not (self.essay and today and m.bound != "to"):
            return False
        return not self.tells(i, j)

    def _is_forward(self, m: Meaning, i: int, j: int) -> bool:
        """True when the clause looks forward: a date without a year or week is the next such one."""
        tense = self.tense(i, j)
        self.agreed = False
        if m.begun:
            return False
        undated = m.year is None and m.count is None and m.anchor == "dct"
        if undated and tense in ("past", "") and self.ahead(i, j):
            self.agreed = True  # they agreed to meet in March
            return True
        if m.bound == "to":
            return tense != "past"
        if m.bound == "from" and tense == "present":
            return False
        if tense == "" and m.bound == "from" and self.lexicon.language == "pl":
            return False  # od is since: what began at a date not said to be ahead has begun
        if tense == "":
            return self.lexicon.untensed == "future"
        return tense in ("future", "present")

    def _both_ends(self, m: Meaning, forward: bool) -> tuple[Period | None, Period | None, tuple[str, str]]:
        """The period for the first and for the last possible DCT (the same object when it does not matter)."""
        absolute = self._resolve(m, None, forward)
        if absolute is not None:
            how = ("", "explicit")
            if m.anchor in ("previous", "named"):
                how = ("text" if m.anchor == "named" else "previous", "relative")
            elif (m.kind == "date" and m.year is None) or "+frame" in m.rule:
                how = ("text", "year from context")
            return absolute, absolute, how
        how = ("dct", "weekday" if m.kind == "weekday" else "relative")
        if m.kind == "date" or (m.kind in ("season", "quarter", "half", "feast", "range") and m.year is None):
            how = ("dct", "year from context")
        if m.anchor == "previous" and m.kind == "relative" and self.previous is not None and not m.compared:
            return None, None, how
        low = self._resolve(m, self.dct.earliest, forward) if self.dct.earliest is not None else None
        high = (
            low
            if self.dct.is_day
            else (self._resolve(m, self.dct.latest, forward) if self.dct.latest is not None else None)
        )
        return low, high, how

    def _remember(self, m: Meaning, period: Period) -> None:
        self.days.note(period)
        self.quarters.note(m, period, self.at, self.dct.latest or self.dct.earliest, self.forward)
        if is_comparison(m) and (m.compared or m.kind == "reported"):
            return  # what figures are compared with: the story goes on from what it is compared to
        if m.kind == "range" and m.end is not None:
            self.previous = Period(period.value, period.high, period.high, "", "day")
        else:
            self.previous = period
        if period.grain in ("day", "month", "year", "week") and m.year is not None:
            self._turn_to(period.low.year, period.grain == "year")

    def _turn_to(self, year: int, bare: bool) -> None:
        """The year a text has got to; a bare year far from that of a story is an aside: the file, released in 2005."""
        far = self.context_year is not None and abs(year - self.context_year) > STORY_LEAP
        if not (self.narrative and far and bare):
            self.context_year = year

    def _is_solar(self, m: Meaning) -> bool:
        return m.calendar == "s" or (self.lexicon.solar_default and m.kind == "relative")

    # ---------------------------------------------------------------- on one day as DCT

    def _resolve(self, m: Meaning, dct: dt.date | None, forward: bool) -> Period | None:
        """The period meant when the DCT is `dct`; None when it cannot be told."""
        try:
            if m.kind == "range":
                return self._range(m, dct, forward)
            timeless = m.year is None and m.year_offset is None and m.count is None
            if self.narrative and timeless and m.kind in ("season", "quarter", "half"):
                m = m.but(year=self.context_year)
            if timeless and m.anchor == "previous" and m.kind in ("season", "quarter", "half"):
                if dct is not None or self.previous is None:
                    return None  # the summer of the same year
                named = self.context_year if self.context_year is not None else self.previous.low.year
                m = m.but(year=named)
                if self.lexicon.solar_default:
                    m = m.but(year=solar.from_gregorian(self.previous.low)[0], calendar="s")
            own = self._readers.get(m.kind)
            if own is not None:
                found = own(m, dct, forward)
                if found is not None and m.kind == "date" and m.unit == "week":
                    return calendars.shift_unit(found.low, "week", 0)
                return found
            return READERS[m.kind](m, dct, forward, self.lexicon.solar_default)
        except ImpossibleError:
            raise
        except (OverflowError, ValueError) as error:
            raise ImpossibleError(f"{error}") from error

    def _date(self, m: Meaning, dct: dt.date | None, forward: bool) -> Period | None:
        if m.calendar == "l":
            raise ImpossibleError("the lunar Hijri calendar is not computed")
        year = m.year
        if m.anchor == "previous":
            return self._in_that_year(m) if dct is None else None
        if year is None and m.year_offset is not None and dct is not None:
            year = (
                solar.from_gregorian(dct)[0] if self.lexicon.solar_default and m.calendar == "s" else dct.year
            ) + m.year_offset
        if year is not None:
            return calendar_date(m, year)
        check_day(m)
        if m.year_offset is not None:
            return None
        if self.narrative and self.context_year is not None and m.calendar == "g" and m.count is None:
            if m.rule.startswith("holiday"):
                return None  # the speech on the national day: of which year is not said
            if dct is not None:
                return None
            told, self.context_year = date_of_story(m, self.context_year, self.previous)
            return told
        if dct is None:
            return None
        found = nearest_date(m, dct, forward, self.marked or self.agreed)
        if self.agreed and found is not None and (found.low - dct).days > AGREED_REACH:
            return nearest_date(m, dct, False, True)  # nearly a year ahead: it dates the decision
        return found

    def _in_that_year(self, m: Meaning) -> Period | None:
        """A date of that year, the same year: of the last year that was named, else of the expression before."""
        if self.previous is None:
            return None
        if m.calendar == "s":
            return calendar_date(m, solar.from_gregorian(self.previous.low)[0])
        year = self.context_year if self.context_year is not None else self.previous.low.year
        return calendar_date(m, year)

    def _weekday(self, m: Meaning, dct: dt.date | None, forward: bool) -> Period | None:
        if m.anchor == "previous" and self.previous is not None and self.previous.grain == "day":
            dct, count = self.previous.high, m.count
        else:
            count = m.count
        if dct is None or m.weekday is None:
            return None
        if m.unit == "week":
            monday = dct - (dct.isoweekday() - 1) * DAY
            return calendars.day_period(monday + (7 * (count or 0) + m.weekday - 1) * DAY)
        back = (dct.isoweekday() - m.weekday) % 7
        if count is not None and count < 0:
            return calendars.day_period(dct - ((back or 7) - 7 * (count + 1)) * DAY)
        if count is not None and count > 0:
            return calendars.day_period(dct + (7 - back + 7 * (count - 1)) * DAY)
        if forward:
            return calendars.day_period(dct + ((7 - back) if back or count is None else 0) * DAY)
        return calendars.day_period(dct - back * DAY)

    def _reported(self, m: Meaning, dct: dt.date | None, forward: bool) -> Period | None:
        """The quarter a report is about: the last one named, else the last that is over; of another year where said so."""
        if m.end is not None:  # the quarter ended July 31: the one most of whose days it shares
            last = self._date(m.end, dct, forward)
            return calendars.shift_unit(last.high - HALF_QUARTER, "quarter", 0) if last is not None else None
        return self.quarters.resolve(m, self.at, dct, self.previous)

    def _relative(self, m: Meaning, dct: dt.date | None, forward: bool) -> Period | None:
        count = m.count or 0
        if m.anchor == "named" and m.end is not None:
            base = self._resolve(m.end, dct, forward)
            return calendars.shift_unit(base.low, m.unit, count) if base is not None else None
        if self.narrative and m.unit == "year" and m.part and count == 0 and self.context_year is not None:
            return calendars.year_period(self.context_year) if dct is None else None  # the end of that year
        year_before = self.quarters.year_before(self.at) if m.compared else None
        if year_before is not None:
            return year_before
        if m.compared and m.anchor == "previous" and dct is None:
            return None  # figures of nine months against those a year earlier: counted from the report itself
        if m.anchor == "previous" and not m.compared:
            if self.previous is not None:
                if dct is not None:
                    return None
                if _SIZE[self.previous.grain] > _SIZE.get(m.unit, 1):
                    return None
                gregorian = self.previous.grain in ("year", "month") and "/" not in self.previous.value
                solar_units = self.lexicon.solar_default and not gregorian
                return calendars.shift_unit(self.previous.low, m.unit, count, solar_units=solar_units)
            if (
                dct is None
                or m.count != -1
                or m.unit != "day"
                or self.lexicon.language not in ("ru", "uk", "be", "fa")
            ):
                return None
            return calendars.day_period(dct - DAY)  # накануне in news: the day before
        if dct is None:
            return None
        return calendars.shift_unit(dct, m.unit, count, solar_units=self.lexicon.solar_default)

    def _range(self, m: Meaning, dct: dt.date | None, forward: bool) -> Period | None:
        if m.end is None:
            return None
        kind, _, unit = m.unit.partition("|") if m.unit else ("date", "", "")
        first = m.but(kind=kind or "date", unit=unit, end=None, bound="")
        low = self._resolve(first, dct, forward)
        high = self._resolve(m.end, dct, forward)
        if low is None or high is None:
            return None
        if low.low > high.low:
            if m.end.kind == "weekday":
                high = calendars.day_period(high.low + 7 * DAY) if forward else high
                low = low if forward else calendars.day_period(low.low - 7 * DAY)
            elif first.year is None and m.end.year is None and dct is not None:
                if forward:
                    high = nearest_date(m.end, low.high, True, self.marked) or high
                else:
                    low = nearest_date(first, high.low, False, self.marked) or low
            elif first.year is None and m.end.year is None and m.end.kind == "date" and m.end.calendar == "g":
                high = calendar_date(m.end, high.low.year + 1)  # in a story: from December to February
            else:
                raise ImpossibleError(f"the range ends ({high.value}) before it begins ({low.value})")
        if "/" in low.value or "/" in high.value or low.low > high.high:
            if low.low > high.high:
                raise ImpossibleError(f"the range ends ({high.value}) before it begins ({low.value})")
            return Period(f"{low.low}/{high.high}", low.low, high.high, f"{low.low}/{high.high}", high.grain)
        plain = "X" not in low.edtf + high.edtf and "/" not in low.edtf + high.edtf
        edtf = f"{low.edtf}/{high.edtf}" if plain else write_edtf(low.low, high.high) or ""
        return Period(f"{low.value}/{high.value}", low.low, high.high, edtf, high.grain)
