"""Rules for parts of a period: mid-August, Ende Januar, в начале 2016 года, early 1990s, end of last year."""

from __future__ import annotations

from helpers.coding.timex.absolute import parse_month_first
from helpers.coding.timex.cursor import Cursor
from helpers.coding.timex.eras import parse_century, parse_decade
from helpers.coding.timex.meaning import Meaning, Parsed
from helpers.coding.timex.periods import parse_named_period
from helpers.coding.timex.pieces import (
    old_year,
    plausible_year,
    year_word_after,
)
from helpers.coding.timex.relative import parse_direction, parse_relative_unit, parse_unit_led
from helpers.coding.timex.years import parse_year, parse_year_word

PARTIBLE = ("date", "season", "decade", "century", "relative", "quarter", "half")


def parse_part(p: Cursor, i: int) -> Parsed | None:
    """Early, mid, end of: mid-August, Ende Januar, в начале 2016 года, early 1990s, end of last year, end of the year."""
    t = p.tokens
    part = t[i].cats["part"]
    k = i + 1
    if p.is_mark(k, "-‑–") and t[k].glued:
        k += 1
    k = p.skip(k, "of", "art", "weakprep", "mw_none", limit=3)
    for rule in (
        parse_month_first,
        parse_decade,
        parse_century,
        parse_named_period,
        parse_year,
        parse_year_word,
        parse_direction,
        parse_unit_led,
        parse_relative_unit,
    ):
        if not _may(p, k, rule.__name__):
            continue
        found = rule(p, k)
        if found is None:
            continue
        meaning, j = found
        if (
            meaning.kind in PARTIBLE
            and meaning.day is None
            and meaning.unit not in ("day", "hour")
            and not meaning.part
        ):
            return meaning.but(part=part, rule=f"{meaning.rule}+{part}"), j
    recent = plausible_year(p, k) and 1900 <= t[k].number <= 2100 and not p.is_counted_after(k + 1)
    if recent or old_year(p, k):
        return Meaning("date", year=t[k].number, part=part, rule=f"year+{part}"), year_word_after(p, k + 1)
    unit = t[k].cats.get("unit")
    if "plural" in t[k].cats and unit not in ("decade", "century"):  # końca dekady: of one
        unit = None
    if unit in ("year", "month", "week", "decade", "century", "quarter"):
        return Meaning("relative", unit=unit, count=0, part=part, rule=f"relative-{unit}+{part}"), k + 1
    return None


def _may(p: Cursor, k: int, name: str) -> bool:
    cats = p.tokens[k].cats
    return {
        "parse_year": p.tokens[k].kind == "n",
        "parse_year_word": "yw_b" in cats,
        "parse_direction": "dir" in cats,
        "parse_unit_led": "unit" in cats,
        "parse_relative_unit": "relunit" in cats,
    }.get(name, True)


def parse_unit_part(p: Cursor, i: int) -> Parsed:
    """One word for a part of a year, month or week: Jahresende, mid-year, Monatsbeginn; of the year named behind it."""
    unit, _, part = p.tokens[i].cats["unitpart"].partition(" ")
    if unit == "year" and plausible_year(p, i + 1) and 1900 <= p.tokens[i + 1].number <= 2100:
        year = p.tokens[i + 1].number
        return Meaning("date", year=year, part=part, rule=f"year+{part}"), year_word_after(p, i + 2)
    return Meaning("relative", unit=unit, count=0, part=part, rule=f"relative-{unit}+{part}"), i + 1
