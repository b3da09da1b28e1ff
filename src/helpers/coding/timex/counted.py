"""Counts of units from something dated beside them: three days after 5 May, две недели до саммита 5 мая, 5 Mayıs'tan üç gün sonra.

A count from what is dated is a date. From what is not dated it stays a duration: nobody can tell its days.
"""

from __future__ import annotations

from helpers.coding.timex.cursor import Cursor
from helpers.coding.timex.meaning import Meaning, Parsed

Found = tuple[Meaning, int, int]
_REACH = 6  # tokens between the word of direction and the date: before the summit of the six on 5 May
_SIZES = ("day", "week", "month", "year")


def join_counted(p: Cursor, out: list[Found], meaning: Meaning, i: int) -> bool:
    """Make a date of the duration before the one at `i` where it is counted from it: two weeks before the summit of 5 May."""
    if not out or out[-1][0].counted is None or p.lexicon.language == "tr":
        return False
    before, start, _ = out[-1]
    behind = before.counted[2] if before.counted is not None else 0
    if not 0 <= i - behind <= _REACH or any(_parts(p, k) for k in range(behind, i)):
        return False
    named = _count_from(before, meaning)
    if named is None:
        return False
    out[-1] = named, start, behind
    return True


def join_counted_back(p: Cursor, out: list[Found], meaning: Meaning, i: int) -> Parsed | None:
    """A Turkish count behind the date it is counted from: 5 Mayıs'tan üç gün sonra."""
    if meaning.counted is None or not out or p.lexicon.language != "tr" or p.after_case(out[-1][2]) != i:
        return None
    named = _count_from(meaning, out[-1][0])
    return (named, meaning.counted[2]) if named is not None else None


def _count_from(counted: Meaning, base: Meaning) -> Meaning | None:
    """The date that lies so many units from the base; None where the base is longer than the unit."""
    if counted.counted is None:
        return None
    count, unit, _ = counted.counted
    size = grain(base)
    if size not in _SIZES or unit not in _SIZES or _SIZES.index(size) > _SIZES.index(unit) or base.part:
        return None
    if base.kind == "relative" and base.unit != "day":
        return None  # a year after the visit of last year: both are counted roughly
    return Meaning(
        "relative",
        unit=unit,
        count=count,
        anchor="named",
        end=base.but(bound="", value=None),
        rule=f"counted-{unit}",
    )


def is_bare(p: Cursor, found: Found) -> bool:
    """True for a unit without a number whose count found nothing dated: a year after the visit."""
    meaning, i, _ = found
    cats = p.tokens[i].cats
    return (
        meaning.counted is not None
        and "card" not in cats
        and ("one" in cats or "unit" in cats or "in_b" in cats)
    )


def _parts(p: Cursor, k: int) -> bool:
    """True for a token that ends the noun a count belongs to: a mark, a verb, a word that opens a clause."""
    token = p.tokens[k]
    if token.kind != "w":
        return not (token.word == "'" and token.glued)
    return "clause" in token.cats or (p.tense_of(k) != "" and not token.capital)


def grain(meaning: Meaning) -> str:
    """The unit an expression names: day, week, month, year, or its kind."""
    if meaning.kind in ("weekday", "feast", "monthday"):
        return "day"
    if meaning.kind == "date":
        if meaning.unit == "week":
            return "week"
        return "day" if meaning.day is not None else "month" if meaning.month is not None else "year"
    return meaning.unit if meaning.kind == "relative" else meaning.kind
