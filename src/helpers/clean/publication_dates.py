"""Dates written out in date lines: full dates, months, and days without a year, in thirteen languages and two calendars.

Strict and small on purpose: no relative words, no prose. Temporal expressions in sentences are the business of coding.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from helpers.clean.calendar_names import MONTHS, SOLAR_MONTHS, SOLAR_MONTHS_WEAK, WEEKDAYS
from helpers.foundation.dates import DateInterval, month_end
from helpers.foundation.languages import LANGUAGES

GREGORIAN_YEARS = range(1950, 2100)
# Solar Hijri years of the twentieth and twenty-first century; 1426 and later are lunar Hijri years, which are never read.
SOLAR_YEARS = range(1329, 1426)

# Month names in use that CLDR does not list: the second Persian form of some, English "sept", old or colloquial spellings.
_MORE_MONTHS = {
    "جنوری": 1, "می": 5, "جون": 6, "ژوییه": 7, "جولای": 7, "ژوئيه": 7, "آگوست": 8, "اگست": 8, "اوگوست": 8, "اکتوبر": 10,
    "setiembre": 9, "травеня": 5, "травень": 5, "траўня": 5, "траўень": 5, "jänner": 1, "feber": 2, "aout": 8, "fevrier": 2,
    "decembre": 12,
}  # fmt: skip
_MORE_WEEKDAYS = {
    "пятніца": 5, "пʼятниця": 5, "п'ятниця": 5, "п’ятниця": 5, "جمعه": 5, "tues": 2, "thur": 4, "thurs": 4, "sobota": 6,
}  # fmt: skip
_NEED_YEAR = frozenset(SOLAR_MONTHS_WEAK.split(" "))
_PERSIAN_COUNTS = {"یک": 7, "دو": 1, "سه": 2, "چهار": 3, "پنج": 4}

_FOLD = str.maketrans("۰۱۲۳۴۵۶۷۸۹٠١٢٣٤٥٦٧٨٩يىكİ\u00a0\u202f\u2009ʼ’", "01234567890123456789ییکi   ''")
_TOKEN = re.compile(r"\d+|[^\W\d_]+(?:['\u200c][^\W\d_]+)*|[^\w\s]")
_NUMERIC = re.compile(
    r"(?<![\d.,/:-])(\d{4}|\d{1,2})( ?[./\-–] ?)(\d{1,2})\2(\d{4}|\d{1,2})(?![\d/]|[.:,-]\d)"
)
_SLASHED = re.compile(r"(?<![\d/])(\d{1,2})/(\d{1,2})/(?:19|20)\d\d(?!\d)")
# Words and marks that may stand inside a date: "20 de agosto de 2025", "20th of August", "2025 m. rugpjūčio 20 d.".
_JOINTS = frozenset((*".,،-–/", "de", "del", "of", "the", "m", "d", "ماه", "سال", "го", "га", "е", "den", "st", "nd", "rd", "th", "er", "º", "ª", "°", "'", "\u0654", "\u0650"))  # fmt: skip


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date written in a text. Offsets are those of the text given.

    Attributes:
        start: first character, the weekday not included.
        end: one past the last character.
        interval: the days it may stand for; unknown when it has no year.
        month: calendar month of a date without a year, else None.
        day: day of the month of a date without a year, else None.
        solar: True for Solar Hijri.
        weekday: ISO weekday written beside it, or None.
    """

    start: int
    end: int
    interval: DateInterval
    month: int | None = None
    day: int | None = None
    solar: bool = False
    weekday: int | None = None

    @property
    def has_year(self) -> bool:
        """True when the year is written."""
        return self.month is None

    def days_in(self, low: dt.date, high: dt.date) -> list[dt.date]:
        """For a date without a year: the days from `low` to `high` that it may be, weekday respected."""
        if self.month is None or self.day is None:
            raise ValueError("this date has a year; use its interval")
        out = []
        for year in range(low.year - 622 if self.solar else low.year, high.year + 1 - 621 * self.solar):
            bounds = date_bounds(year, self.month, self.day, solar=self.solar)
            if bounds and low <= bounds[0] <= high and self.weekday in (None, bounds[0].isoweekday()):
                out.append(bounds[0])
        return out


def fold_text(text: str) -> str:
    """Lower case, ASCII digits, one form of Persian letters; every character keeps its offset."""
    folded = text.translate(_FOLD)
    lowered = folded.lower()
    if len(lowered) == len(folded):
        return lowered
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in folded)


@lru_cache(maxsize=1)
def _names() -> tuple[Mapping[str, tuple[int, bool]], Mapping[str, int]]:
    """Month names -> (month, solar) and weekday names -> ISO weekday, folded, without a final full stop."""
    months: dict[str, tuple[int, bool]] = {}
    weekdays: dict[str, int] = {}
    for language in LANGUAGES:
        for number, forms in enumerate(MONTHS[language].split(" "), 1):
            months |= dict.fromkeys(forms.split("|"), (number, False))
        for number, forms in enumerate(WEEKDAYS[language].split(" "), 1):
            weekdays |= dict.fromkeys(forms.split("|"), number)
    months |= {_key(name): (number, False) for name, number in _MORE_MONTHS.items()}
    for number, forms in enumerate(SOLAR_MONTHS.split(" "), 1):
        months |= {_key(n): (number, True) for n in forms.split("|")}
    weekdays |= {_key(name): number for name, number in _MORE_WEEKDAYS.items()}
    # Turkish capitals lower to a dotted i (KASIM), Romanian and French names appear without their marks.
    for name in [n for n in months if "ı" in n]:
        months.setdefault(name.replace("ı", "i"), months[name])
    for name in [n for n in weekdays if "ı" in n]:
        weekdays.setdefault(name.replace("ı", "i"), weekdays[name])
    return months, weekdays


def _key(name: str) -> str:
    return fold_text(name).rstrip(".").replace("\u200c", "").rstrip("ٔ")


def weekday_of(word: str) -> int | None:
    """ISO weekday of a weekday's name in any of the languages, else None."""
    return _names()[1].get(_key(word))


def month_of(word: str) -> int | None:
    """Number of a Gregorian or Solar Hijri month's name, else None."""
    found = _names()[0].get(_key(word))
    return None if found is None else found[0]


def date_bounds(year: int, month: int, day: int | None, *, solar: bool) -> tuple[dt.date, dt.date] | None:
    """First and last day of a day or month; None when it does not exist. Solar bounds are computed in that calendar."""
    try:
        if not solar:
            first = dt.date(year, month, day or 1)
            return first, (first if day else month_end(year, month))
        import jdatetime

        first = jdatetime.date(year, month, day or 1).togregorian()
        if day:
            return first, first
        following = (year + 1, 1) if month == 12 else (year, month + 1)
        return first, jdatetime.date(*following, 1).togregorian() - dt.timedelta(days=1)
    except ValueError:
        return None


def month_comes_first(text: str) -> bool | None:
    """How a page writes 08/09/2025: True when some such date on it can only be month first, False only day first, else None."""
    votes = {(int(m[1]) <= 12, int(m[2]) <= 12) for m in _SLASHED.finditer(fold_text(text))}
    month_first, day_first = (True, False) in votes, (False, True) in votes
    return month_first if month_first != day_first else None


def find_dates(text: str, *, language: str | None = None, month_first: bool | None = None) -> list[FoundDate]:
    """Find the dates written in a line, in order, none overlapping.

    Args:
        text: a line (or the beginning of a paragraph).
        language: ISO 639-1; only used for 08/09/2025, which an English page may mean either way: both days are then
            possible, and the interval says so.
        month_first: how the page writes such dates, from `month_comes_first`, when it shows it.
    """
    folded = fold_text(text)
    found = _numeric_dates(folded, language, month_first)
    taken = [(f.start, f.end) for f in found]
    tokens = [(m.group().replace("\u200c", ""), m.start(), m.end()) for m in _TOKEN.finditer(folded)]
    months = _names()[0]
    at = 0
    for i, (word, _, _) in enumerate(tokens):
        if i < at or (entry := months.get(word)) is None:
            continue
        hit = _around_month(tokens, i, *entry)
        if hit is None:
            continue
        date, last = hit
        if word in _NEED_YEAR and date.interval.is_unknown:
            continue
        if not any(a < date.end and date.start < b for a, b in taken):
            found.append(date)
            at = last + 1
    found = [_with_weekday(f, tokens) for f in found]
    return sorted(found, key=lambda f: f.start)


def _numeric_dates(folded: str, language: str | None, month_first: bool | None) -> list[FoundDate]:
    out = []
    for m in _NUMERIC.finditer(folded):
        a, b, c = int(m[1]), int(m[3]), int(m[4])
        days: list[dt.date] = []
        solar = False
        if len(m[1]) == 4:
            solar = a in SOLAR_YEARS
            if (
                (solar or a in GREGORIAN_YEARS)
                and len(m[4]) <= 2
                and (bounds := date_bounds(a, b, c, solar=solar))
            ):
                days = [bounds[0]]
        elif len(m[4]) == 4 or (len(m[4]) == 2 and len(m[1]) == 2 and len(m[3]) == 2 and "-" not in m[2]):
            year = c if len(m[4]) == 4 else 2000 + c
            solar = year in SOLAR_YEARS
            if solar or year in GREGORIAN_YEARS:
                orders = [(b, a)]
                if "/" in m[2] and month_first is True and a <= 12:
                    orders = [(a, b)]
                elif "/" in m[2] and ((language == "en" and month_first is None) or b > 12):
                    orders.append((a, b))
                days = [x[0] for month, day in orders if (x := date_bounds(year, month, day, solar=solar))]
        if days:
            out.append(FoundDate(m.start(), m.end(), DateInterval(min(days), max(days)), solar=solar))
    return out


Token = tuple[str, int, int]


def _skip(tokens: list[Token], i: int, step: int) -> int:
    """Index of the first token from `i` on that is no joint; at most three joints are passed."""
    for _ in range(4):
        if not 0 <= i < len(tokens) or tokens[i][0] not in _JOINTS:
            return i
        i += step
    return -1


def _number(tokens: list[Token], i: int) -> int | None:
    """The number at `i`, unless it is half of a clock time."""
    if not 0 <= i < len(tokens) or not tokens[i][0].isdecimal() or len(tokens[i][0]) > 4:
        return None
    for step in (-1, 1):
        j = i + step
        if 0 <= j + step < len(tokens) and j >= 0 and tokens[j][0] == ":" and tokens[j + step][0].isdecimal():
            touching = tokens[i][2] == tokens[j][1] if step > 0 else tokens[i][1] == tokens[j][2]
            if touching:
                return None
    return int(tokens[i][0])


def _year(tokens: list[Token], i: int, *, solar: bool) -> int | None:
    years = SOLAR_YEARS if solar else GREGORIAN_YEARS
    n = _number(tokens, i)
    if n is None and 0 <= i < len(tokens) - 1 and tokens[i + 1][0] == ":" and tokens[i][0].isdecimal():
        # an extractor that drops the mark between them glues the hour to the year: "March 7, 20247:55 AM"
        word, start, _ = tokens[i]
        if len(word) in (5, 6) and int(word[:4]) in years:
            tokens[i] = (word[:4], start, start + 4)
            return int(word[:4])
    return n if n in years else None


def _around_month(tokens: list[Token], i: int, month: int, solar: bool) -> tuple[FoundDate, int] | None:
    """The date around the month's name at token `i`, with the index of its last token."""
    first = last = i
    year = day = None
    left = _skip(tokens, i - 1, -1)
    n = _number(tokens, left)
    apart = any(t[0] in ",،" for t in tokens[left + 1 : i])  # No. 3, March 2024
    if n is not None and not apart and 1 <= n <= 31 and len(tokens[left][0]) <= 2:
        day, first = n, left
    elif (y := _year(tokens, left, solar=solar)) is not None:
        year, first = y, left
    right = _skip(tokens, i + 1, 1)
    if (
        day is None
        and (n := _number(tokens, right)) is not None
        and 1 <= n <= 31
        and len(tokens[right][0]) <= 2
    ):
        day, last = n, right
        right = _skip(tokens, right + 1, 1)
    if year is None and (y := _year(tokens, right, solar=solar)) is not None:
        year, last = y, right
    start, end = tokens[first][1], tokens[last][2]
    if year is not None:
        bounds = date_bounds(year, month, day, solar=solar)
        return (FoundDate(start, end, DateInterval(*bounds), solar=solar), last) if bounds else None
    if day is None or date_bounds(1403 if solar else 2024, month, day, solar=solar) is None:
        return None
    return FoundDate(start, end, DateInterval(), month, day, solar), last


def _with_weekday(found: FoundDate, tokens: list[Token]) -> FoundDate:
    """The date with the weekday that stands right before or right after it, if one does."""
    weekdays = _names()[1]
    before = [i for i, t in enumerate(tokens) if t[2] <= found.start]
    after = [i for i, t in enumerate(tokens) if t[1] >= found.end]
    for near in (before[::-1][:3], after[:2]):
        for i in near:
            word = tokens[i][0]
            if word == "شنبه" and i and tokens[i - 1][0] in _PERSIAN_COUNTS:
                number: int | None = _PERSIAN_COUNTS[tokens[i - 1][0]]
            else:
                number = weekdays.get(word)
            if number is not None:
                return FoundDate(
                    found.start, found.end, found.interval, found.month, found.day, found.solar, number
                )
            if word not in _JOINTS:
                break
    return found
