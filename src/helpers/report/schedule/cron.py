"""Cron expressions of five fields, checked and put into the words of the clock that follows them.

APScheduler counts weekdays from Monday where cron counts from Sunday, takes `mon-fri/2` for `mon-fri` and `mon#2` for `mon`
without a word, and asks for weekday and day of the month together where cron is content with either. What the two would read
in different ways is translated here, or refused.
"""

from __future__ import annotations

import re

from apscheduler.triggers.cron import CronTrigger

from helpers.foundation.errors import InputError

# Cron counts weekdays from Sunday, 0 or 7.
WEEKDAYS = ("sun", "mon", "tue", "wed", "thu", "fri", "sat", "sun")
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
LONGEST = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)  # days of each month in a leap year
FIELDS = (
    ("minute", 0, 59),
    ("hour", 0, 23),
    ("day of the month", 1, 31),
    ("month", 1, 12),
    ("weekday", 0, 7),
)
_PART = re.compile(r"(?:\*|(\d{1,2})(?:-(\d{1,2}))?)(?:/(\d{1,2}))?")
_EXAMPLE = "for example '30 6 * * 1-5' is 06:30 from Monday to Friday"


def check_cron(expression: str) -> str:
    """Check a cron expression of five fields and give it with weekdays as names.

    Raises:
        InputError: with the field that is wrong; also for a day that no month has, and for a day of the month together
            with a weekday, of which cron takes either and others only both.
    """
    fields = expression.split()
    if len(fields) != 5:
        raise InputError(
            f"cron {expression!r} has {len(fields)} fields; five are needed: minute hour day-of-month month day-of-week"
        )
    fields[3] = _as_numbers(fields[3], MONTHS, first=1)
    fields[4] = _as_numbers(fields[4], WEEKDAYS[:7], first=0)
    values = [_read_field(expression, i, text) for i, text in enumerate(fields)]
    if min(values[2]) > max(LONGEST[m - 1] for m in values[3]):
        raise InputError(f"cron {expression!r} never falls due: none of its months has day {min(values[2])}")
    if not fields[2].startswith("*") and not fields[4].startswith("*"):
        raise InputError(
            f"cron {expression!r} names a day of the month and a weekday; cron means either, other clocks both: make two schedules"
        )
    fields[4] = _name_weekdays(fields[4], values[4])
    try:
        CronTrigger.from_crontab(" ".join(fields), timezone="UTC")
    except ValueError as err:
        raise InputError(f"cron {expression!r}: {err}; {_EXAMPLE}") from err
    return " ".join(fields)


def _as_numbers(text: str, names: tuple[str, ...], *, first: int) -> str:
    """A field with its three-letter names as numbers."""
    numbers = {name: str(i) for i, name in enumerate(names, first)}
    return re.sub(r"[a-z]+", lambda m: numbers.get(m[0], m[0]), text.lower())


def _read_field(expression: str, at: int, text: str) -> list[int]:
    """The values a field stands for, ascending for each part as it was written."""
    name, least, most = FIELDS[at]
    values: list[int] = []
    for part in text.split(","):
        m = _PART.fullmatch(part)
        if m is None:
            raise InputError(
                f"cron {expression!r}: {name} {part!r} cannot be read; allowed: *, 5, 1-5, */2, 1-5/2, commas between; {_EXAMPLE}"
            )
        top = 6 if at == 4 else most
        low = int(m[1]) if m[1] else least
        high = int(m[2]) if m[2] else (top if m[1] is None or m[3] else low)
        if at == 4 and m[2] and high == 0 < low:
            high = 7  # fri-sun
        step = int(m[3]) if m[3] else 1
        if not least <= low <= high <= most or step < 1:
            raise InputError(
                f"cron {expression!r}: {name} {part!r} lies outside {least} to {most}, or ends before it begins; {_EXAMPLE}"
            )
        values += range(low, high + 1, step)
    return values


def _name_weekdays(text: str, values: list[int]) -> str:
    """Weekdays by name: a plain span from Monday on as a span, everything else listed."""
    if text == "*":
        return text
    if (m := re.fullmatch(r"([1-7])-([1-7])", text)) is not None and m[1] < m[2]:
        return f"{WEEKDAYS[int(m[1])]}-{WEEKDAYS[int(m[2])]}"
    return ",".join(dict.fromkeys(WEEKDAYS[v] for v in values))
