"""Ranges of two ends: 5 May – 7 June 2022, from Monday to Friday, between May 2012 and June 2013."""

from __future__ import annotations

from collections.abc import Callable

from helpers.coding.timex import pieces
from helpers.coding.timex.cursor import DASHES, Cursor
from helpers.coding.timex.meaning import UNBOUNDED, Meaning, Parsed, is_day

Rule = Callable[[Cursor, int], Parsed | None]


def _grain(meaning: Meaning) -> str:
    if is_day(meaning):
        return "weekday" if meaning.kind == "weekday" else "day"
    if meaning.kind == "date":
        return "month" if meaning.month is not None else "year"
    return meaning.kind if meaning.kind != "relative" else meaning.unit


def extend_range(p: Cursor, parse_one: Rule, i: int, meaning: Meaning, j: int) -> Parsed:
    """Join the second end of a range: 5 May – 7 June 2022, from Monday to Friday, between May 2012 and June 2013."""
    t = p.tokens
    if meaning.kind in UNBOUNDED or meaning.value is not None:
        return meaning, j
    lead = p.look_back(i)
    k = p.after_case(j)
    if p.is_mark(k, ",") and meaning.kind == "date" and meaning.weekday is not None:
        k += bool(t[k + 1].cats.keys() & {"to", "until"})  # from Monday, 1 March, to Friday, 5 March
    cats = t[k].cats
    dash = p.is_mark(k, DASHES) and (t[k].word != "/" or meaning.day is not None)
    joins = (
        dash
        or "to" in cats
        or ("and" in cats and lead == "between")
        or (
            "until" in cats
            and (lead in ("from", "between") or p.lexicon.language in ("de", "lt", "fa", "ro"))
        )
    )
    by_case = (
        not joins and p.lexicon.language == "tr" and t[k - 1].word.endswith(("dan", "den", "tan", "ten"))
    )
    if (not joins and not by_case) or t[k].kind == "x":
        return meaning, j
    start = k if by_case else k + 1
    for _ in range(4):
        c = t[start].cats
        if (
            any(x in c for x in ("art", "prep", "weakprep", "dw_b", "until", "to", "and"))
            and not any(x in c for x in ("month", "part"))
        ) or (t[start].word == "'" and t[start].glued):
            start += 1
        else:
            break
    p.free = start
    second = parse_one(p, start)
    p.free = -1
    if (
        second is None
        and _grain(meaning) == "year"
        and pieces.plausible_year(p, start)
        and not p.is_counted_after(start + 1)
    ):
        second = (
            Meaning("date", year=t[start].number, calendar=meaning.calendar, rule="year"),
            pieces.year_word_after(p, start + 1),
        )
    if second is None:
        return meaning, j
    end, stop = second
    if end.kind == "range" or _grain(end) != _grain(meaning) or end.value is not None:
        return meaning, j
    if "previous" in (meaning.anchor, end.anchor) or (
        dash and (meaning.kind == "relative") != (end.kind == "relative")
    ):
        return meaning, j  # four days later - on 12 May: the same day twice
    if p.lexicon.parts_after and "part" in t[p.after_case(stop)].cats:
        return meaning, j
    if by_case and p.look_ahead(stop) not in ("to", "before"):
        return meaning, j
    first = meaning
    if first.kind == "date" and end.kind == "date" and first.year is None and first.year_offset is None:
        if end.year is not None:
            year = end.year - (first.calendar == end.calendar and (first.month or 0) > (end.month or 12))
            first = first.but(year=year)
        elif end.year_offset is not None:
            first = first.but(year_offset=end.year_offset)
    if first.kind in ("season", "quarter", "half") and first.year is None and end.year is not None:
        first = first.but(year=end.year)
    if (
        first.kind == "date"
        and end.kind == "date"
        and end.year is None
        and first.year is not None
        and end.month is not None
    ):
        end = end.but(year=first.year + ((first.month or 0) > end.month))
    return first.but(kind="range", end=end.but(), rule="range", unit=first.kind + "|" + first.unit), stop
