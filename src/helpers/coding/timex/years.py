"""Rules for years: bare digits with evidence, a word for "year", ranges, years before our era."""

from __future__ import annotations

from helpers.coding.timex.absolute import parse_day_month, parse_month_first
from helpers.coding.timex.cursor import DASHES, Cursor
from helpers.coding.timex.eras import parse_decade
from helpers.coding.timex.meaning import Meaning, Parsed
from helpers.coding.timex.periods import parse_named_period
from helpers.coding.timex.pieces import (
    calendar_of_year,
    expand_year,
    month_at,
    plausible_year,
    spoken_year,
    year_word_after,
)
from helpers.coding.timex.year_evidence import is_year


def parse_year(p: Cursor, i: int) -> Parsed | None:
    """A year in digits with evidence that it is one, and what hangs on it where the year comes first."""
    t = p.tokens
    if not plausible_year(p, i) or not p.starts_number(i) or "street" in t[i - 1].cats:
        return None
    year = t[i].number
    j = year_word_after(p, i + 1)
    if (
        p.lexicon.language in ("ru", "uk", "be")
        and p.is_mark(j, "-")
        and t[j].glued
        and p.has(j + 1, "osuf")
        and t[j + 1].glued
    ):
        j += 2
    strong = j > i + 1 or ("yw_b" in t[i - 1].cats and not _is_pointed_year(p, i - 1))
    calendar = calendar_of_year(p, year, i + 1)
    if calendar == "l":
        return Meaning(
            "refused", reason="the lunar Hijri calendar is not computed", rule="lunar-hijri"
        ), i + 2
    decade = parse_decade(p, i)
    if decade is not None:
        return decade
    span = _year_range(p, i)
    if span is not None:
        return span
    if not strong and not is_year(p, i):
        return None
    meaning = Meaning("date", year=year, calendar=calendar, rule="year")
    if p.lexicon.year_first:
        led = _after_year(p, i, j, meaning)
        if led is not None:
            return led
    return meaning, j


def _is_pointed_year(p: Cursor, k: int) -> bool:
    """True when the word for year at `k` has a direction: vendió este año 1911 grabados."""
    before = p.tokens[k - 2] if p.tokens[k - 1].word == "'" else p.tokens[k - 1]
    return "dir" in before.cats


def _year_range(p: Cursor, i: int) -> Parsed | None:
    """2019-2021, 2019–21, 2019/20."""
    t = p.tokens
    if not p.is_mark(i + 1, DASHES) or p.is_identifier_before(i):
        return None
    year, second = t[i].number, t[i + 2]
    if second.kind != "n" or not p.ends_number(i + 3) or (p.is_mark(i + 3, "-/") and t[i + 3].glued):
        return None
    if not (t[i + 1].glued and second.glued) and second.digits != 4:
        return None
    if second.digits == 2 and not (
        t[i + 1].glued and second.number > year % 100 and second.number - year % 100 <= 60
    ):
        return None
    if second.digits not in (2, 4):
        return None
    last = second.number if second.digits == 4 else year // 100 * 100 + second.number
    calendar = calendar_of_year(p, year, i + 3)
    if not year < last <= year + 400 or (
        calendar == "g"
        and not (1900 <= year <= 2100 and last <= 2100)
        and not (year >= 1000 and (p.has(i + 3, "yw_a") or p.is_mark(i - 1, "(") or p.has(i - 1, "prep")))
    ):
        return None
    if calendar != "s" and p.is_counted_after(i + 3):
        return None
    end = Meaning("date", year=last, calendar=calendar, rule="year")
    return Meaning("range", year=year, calendar=calendar, end=end, rule="range"), year_word_after(p, i + 3)


def parse_year_word(p: Cursor, i: int) -> Parsed | None:
    """A word for "year" before the digits: anul 2022, im Jahr 1812, سال ۱۴۰۲; and "in the year of" parts."""
    t = p.tokens
    k = p.skip(i + 1, "of", "art")
    spoken = spoken_year(p, k) if t[k].kind == "w" else None
    if spoken is not None:
        return Meaning("date", year=spoken[0], rule="year"), spoken[1]
    if not plausible_year(p, k):
        early = t[k].kind == "n" and t[k].digits == 3 and p.starts_number(k) and p.ends_number(k + 1)
        if not early or t[k].number < 100 or p.lexicon.solar_default or "unit" in t[k + 1].cats:
            return None
        if p.is_counted_after(k + 1) or "of" in t[k + 1].cats or "ident" in t[k + 1].cats:
            return None
        return Meaning("date", year=t[k].number, rule="year"), year_word_after(p, k + 1)  # im Jahr 578
    year = t[k].number
    one = not p.is_mark(k + 1, DASHES) and not any(c in t[k + 1].cats for c in ("and", "or", "to"))
    if (
        p.lexicon.language == "pl"
        and t[i].word == "lata"
        and k == i + 1
        and one
        and not p.is_mark(k + 1, ",")
    ):
        summer = Meaning("season", number=2, year=year, rule="quarter-half-season")
        return summer, year_word_after(p, k + 1)  # od lata 2019 roku: the years would be two
    if p.lexicon.solar_default and "lunarw" in t[k + 1].cats:
        return Meaning(
            "refused", reason="the lunar Hijri calendar is not computed", rule="lunar-hijri"
        ), k + 2
    span = _year_range(p, k)
    if span is not None:
        return span
    decade = parse_decade(p, i) if "dec_b" in t[i].cats else parse_decade(p, k)
    if decade is not None:
        return decade
    return Meaning(
        "date", year=year, calendar=calendar_of_year(p, year, k + 1), rule="year"
    ), year_word_after(p, k + 1)


def _after_year(p: Cursor, i: int, j: int, year: Meaning) -> Parsed | None:
    """What follows a year in languages that put it first: 2023 m. kovo 3 d., 2022 yılı Mayıs ayı, 2016 metų pradžia."""
    t = p.tokens
    k = p.after_case(j)
    if k == i + 1 and t[k].glued is not False:
        return None
    if month_at(p, k) is not None:
        found = (
            parse_month_first(p, k) if p.lexicon.month_first or t[k].kind != "n" else parse_day_month(p, k)
        )
        if found is not None and found[0].year is None and found[0].year_offset is None:
            inner, end = found
            tail = inner.end.but(year=year.year) if inner.end is not None else None
            rule = {"day-month": "full-date", "month-no-year": "month-year"}.get(inner.rule, inner.rule)
            return inner.but(year=year.year, end=tail, rule=rule), end
    inner_parsed = parse_named_period(p, k, dated=True)
    if inner_parsed is not None and inner_parsed[0].year is None and inner_parsed[0].year_offset is None:
        return inner_parsed[0].but(year=year.year), inner_parsed[1]
    return None


def parse_short_year(p: Cursor, i: int) -> Parsed | None:
    """The last two digits of a year behind an apostrophe and a preposition: in '98, nel '98, în '98."""
    t = p.tokens
    number, led = t[i + 1], t[i - 1].cats
    if number.digits != 2 or not number.glued or t[i].glued or not p.ends_number(i + 2):
        return None
    if not any(c in led for c in ("prep", "since", "until", "before", "after", "between", "part", "season")):
        return None
    if p.is_counted_after(i + 2) or "decsuf" in t[i + 2].cats or "unit" in t[i + 2].cats:
        return None
    return Meaning("date", year=expand_year(number.number), rule="year"), i + 2
