"""Words computed from tables: numbers, dates, periods and countries as a reader says them, titles of ten words or fewer."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any

from helpers.foundation.dates import month_end

MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
          "November", "December")  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_SMALL = (
    "no",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
)
MAX_TITLE_WORDS = 10


def say_number(n: int) -> str:
    """A count in words up to twelve, in digits above (with thousands separated)."""
    return _SMALL[n] if 0 <= n < len(_SMALL) else f"{n:,}"


def say_count(n: int, one: str, many: str | None = None) -> str:
    """A count with its noun: 'one origin', 'two origins', 'no origins'."""
    return f"{say_number(n)} {one if n == 1 else many or one + 's'}"


def sentence_case(text: str) -> str:
    """The text with its first letter large."""
    return text[:1].upper() + text[1:]


def join_words(words: Iterable[str], *, last: str = "and") -> str:
    """A list as English writes it: 'a', 'a and b', 'a, b and c'."""
    listed = list(words)
    if len(listed) < 2:
        return "".join(listed)
    return f"{', '.join(listed[:-1])} {last} {listed[-1]}"


def shorten(text: str, limit: int) -> str:
    """The text, cut at a word with … when it is longer than `limit` characters."""
    if len(text) <= limit:
        return text
    cut = text[: limit - 1]
    space = cut.rfind(" ")
    return (cut[:space] if space > limit * 0.6 else cut).rstrip(" ,;:–-") + "…"


def wrap(text: str, width: float, size: float, *, bold: bool = False) -> list[str]:
    """Break text into lines of at most `width` inches at `size` points; a word too long for a line is cut."""
    from helpers.figures.style import text_width

    lines: list[str] = []
    line = ""
    for word in text.split():
        while text_width(word, size, bold=bold) > width and len(word) > 1:
            fits = max(1, int(len(word) * width / text_width(word, size, bold=bold)) - 1)
            lines += [line] if line else []
            lines.append(word[:fits])
            line, word = "", word[fits:]  # noqa: PLW2901
        trial = f"{line} {word}".strip()
        if line and text_width(trial, size, bold=bold) > width:
            lines.append(line)
            line = word
        else:
            line = trial
    return [*lines, line] if line or not lines else lines


def check_title(title: str, *shorter: str) -> str:
    """The first of the wordings that has ten words or fewer; what needs more belongs in the subtitle.

    When none has, the last is cut at a word and marked: a long title is no reason for a run to fail.
    """
    for wording in (title, *shorter):
        if len(wording.split()) <= MAX_TITLE_WORDS:
            return wording
    return " ".join((shorter or (title,))[-1].split()[:MAX_TITLE_WORDS]).rstrip(",;:") + "…"


def to_day(value: Any) -> dt.date | None:
    """A cell of a table (ISO string, date, timestamp or missing) as a day, or None."""
    if value is None or isinstance(value, float) or str(value) in {"NaT", "<NA>", ""}:
        return None
    if isinstance(value, dt.datetime):
        return value.date()
    return value if isinstance(value, dt.date) else dt.date.fromisoformat(str(value)[:10])


def _say_day(day: dt.date, *, year: bool = True, month: bool = True) -> str:
    return f"{day.day}{f' {MONTHS[day.month - 1]}' if month else ''}{f' {day.year}' if year else ''}"


def say_date(earliest: Any, latest: Any, weekday: Any = None) -> str:
    """A date interval in words that claim no more than the interval does.

    '31 July 2023', 'March 2023', '2021', '18–21 August 2025', 'on or before 1 November 2025', 'date unknown'.
    A weekday is added where the day itself is not known: 'a Monday in 2023'.
    """
    low, high = to_day(earliest), to_day(latest)
    name = WEEKDAYS[int(weekday) - 1] if weekday is not None and str(weekday) not in {"nan", "<NA>"} else ""
    if low is None and high is None:
        return f"a {name}, date unknown" if name else "date unknown"
    if low is None or high is None:
        said = f"on or before {_say_day(high)}" if high is not None else f"on or after {_say_day(low)}"  # type: ignore[arg-type]
        return f"a {name} {said}" if name else said
    if low == high:
        return _say_day(low)
    whole_months = low.day == 1 and high == month_end(high.year, high.month)
    if whole_months and (low.month, high.month) == (1, 12):
        said, link = (str(low.year), "in") if low.year == high.year else (f"{low.year}–{high.year}", "in")
    elif whole_months and (low.year, low.month) == (high.year, high.month):
        said, link = f"{MONTHS[low.month - 1]} {low.year}", "in"
    elif whole_months:
        first = MONTHS[low.month - 1] + ("" if low.year == high.year else f" {low.year}")
        said, link = f"{first}–{MONTHS[high.month - 1]} {high.year}", "in"
    else:
        same_year, same_month = low.year == high.year, (low.year, low.month) == (high.year, high.month)
        dash = "–" if same_month else " – "
        said, link = (
            f"{_say_day(low, year=not same_year, month=not same_month)}{dash}{_say_day(high)}",
            "within",
        )
    return f"a {name} {link} {said}" if name else said


def say_short_date(earliest: Any, latest: Any) -> str:
    """A date interval in words with short months, for where there is little room."""
    said = say_date(earliest, latest)
    for month in MONTHS:
        said = said.replace(month, month[:3])
    return (
        said.replace("on or before", "by").replace("on or after", "from").replace("date unknown", "no date")
    )


def say_period(days: Iterable[dt.date | None]) -> str:
    """The years that days span: 'in 2025', 'between 2007 and 2025', '' without any day."""
    years = sorted({d.year for d in days if d is not None})
    if not years:
        return ""
    return f"in {years[0]}" if len(years) == 1 else f"between {years[0]} and {years[-1]}"


@lru_cache(maxsize=256)
def country_name(code: str) -> str:
    """English name of an ISO 3166 alpha-3 country (CLDR), the code itself where CLDR has none."""
    from babel import Locale
    from babel.core import get_global

    territory = get_global("territory_aliases").get(code, [code])[0]
    return str(Locale("en").territories.get(territory, code))


def say_parties(parties: Iterable[str]) -> str:
    """Countries in words, sorted by name: 'Belarus and Iran'."""
    return join_words(sorted(country_name(p) for p in parties))


@lru_cache(maxsize=64)
def language_name(code: str) -> str:
    """English name of an ISO 639-1 language (CLDR); 'not told' for und."""
    from babel import Locale

    return "language not told" if code == "und" else str(Locale("en").languages.get(code, code))


def say_sources(origins: Iterable[str], *, limit: int = 5) -> str:
    """The source line under a chart, from the origins themselves."""
    names = sorted(set(origins))
    if not names:
        return "Source: pages of the corpus; none names an origin."
    shown = names[:limit]
    more = f" and {len(names) - len(shown)} more" if len(names) > len(shown) else ""
    return f"Source: pages going back to {', '.join(shown) if more else join_words(shown)}{more}."


def profile_parties(profile: Any) -> tuple[str, ...]:
    """The parties of a profile given as object, mapping or None."""
    if profile is None:
        return ()
    value = profile.get("parties", ()) if isinstance(profile, Mapping) else profile.parties
    return tuple(value)
