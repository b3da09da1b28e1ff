"""What an expression says before it is resolved: a meaning without a calendar, and its place among the tokens."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any


@dataclass(frozen=True, slots=True)
class Meaning:
    """The content of one temporal expression, independent of the document creation time.

    Attributes:
        kind: date (year, month, day as far as named) | weekday | feast (its code in `unit`) | monthday | reported | relative (count units from an anchor) | season |
            quarter | half | decade | century | weekend | range | bounded | duration | set | time | ref | refused.
        year, month, day: as written; None where not named.
        year_offset: the year is named relative to the DCT (0 this year, -1 last year).
        calendar: g (Gregorian), s (Solar Hijri), l (lunar Hijri, never computed).
        weekday: ISO weekday named.
        number: which season (1 spring .. 4 winter), quarter or half; the decade or century number.
        unit: day, week, month, quarter, year, decade, century for `relative`; the same for `ref`-like values.
        count: offset in units, or the direction (-1 last, 0 this, 1 next, None not said).
        anchor: dct, previous, or named (the date in `end`).
        part: start, mid or end.
        bound: from, to or after; '' when closed.
        end: the second end of a range.
        value: the TIMEX3 value of a duration, set, time or reference.
        approximate: about, circa.
        begun: a word that only the past follows leads it (since, depuis, seit), so it lies behind the DCT.
        compared: beside figures of a business report: a year ago is the quarter a year before the one the report is about,
            a quarter to be reported the one that is just over.
        day_at: first and next token of the day of a TIME, where it has words of its own: Friday in "Friday evening".
        elapsed: the duration that has passed, where no expression before tells since when: nach elf Jahren.
        counted: the signed count, the unit and the token behind the word of direction of a duration that is counted from what is
            named behind it (before it in Turkish): three days after the vote. It becomes a date where that is dated.
        rule: name of the rule that read it.
        reason: why there is no value.
        shift_only: the direction word asks for the nearest such unit strictly before or after the DCT.
    """

    kind: str
    year: int | None = None
    month: int | None = None
    day: int | None = None
    year_offset: int | None = None
    calendar: str = "g"
    weekday: int | None = None
    number: int | None = None
    unit: str = ""
    count: int | None = None
    anchor: str = "dct"
    part: str = ""
    bound: str = ""
    end: Meaning | None = None
    value: str | None = None
    approximate: bool = False
    begun: bool = False
    compared: bool = False
    elapsed: str = ""
    day_at: tuple[int, int] | None = None
    counted: tuple[int, str, int] | None = None
    rule: str = ""
    reason: str = ""

    def but(self, **changes: Any) -> Meaning:
        """The same meaning with some attributes changed."""
        return replace(self, **changes)


Parsed = tuple[Meaning, int]
"""A meaning and the index of the first token after it."""


# kinds that neither open nor close an interval
UNBOUNDED = frozenset(("duration", "set", "time", "ref", "range", "refused", "bc"))


def is_day(meaning: Meaning) -> bool:
    """True for an expression that names one day."""
    return (
        meaning.kind in ("weekday", "feast", "monthday")
        or (meaning.kind == "date" and meaning.day is not None)
        or (meaning.kind == "relative" and meaning.unit == "day")
    )
