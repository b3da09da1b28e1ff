"""Rules for years and longer or named periods: years, decades, centuries, quarters, halves, seasons, and parts of them."""

from __future__ import annotations

from helpers.coding.timex.absolute import (
    month_at,
    parse_day_month,
    parse_month_first,
    plausible_year,
    relative_year,
    year_tail,
    year_word_after,
)
from helpers.coding.timex.cursor import DASHES, Cursor
from helpers.coding.timex.meaning import Meaning, Parsed
from helpers.coding.timex.tense import word_tense


def _calendar_of(p: Cursor, year: int, j: int) -> str:
    """The calendar of a bare year: Solar Hijri for 12xx to 14xx in Persian, unless a word says otherwise."""
    if not p.lexicon.solar_default:
        return "g"
    if "gregw" in p.tokens[j].cats or "gregw" in p.tokens[j - 1].cats:
        return "g"
    if "lunarw" in p.tokens[j].cats:
        return "l"
    return "s" if 1200 <= year <= 1499 else "g"


def parse_year(p: Cursor, i: int) -> Parsed | None:
    """A year in digits with evidence that it is one, and what hangs on it where the year comes first."""
    t = p.tokens
    if not plausible_year(p, i) or not p.starts_number(i):
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
    strong = j > i + 1 or "yw_b" in t[i - 1].cats
    calendar = _calendar_of(p, year, i + 1)
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
    calendar = _calendar_of(p, year, i + 3)
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


_YEAR_CUES = (
    "prep",
    "since",
    "until",
    "before",
    "after",
    "between",
    "part",
    "season",
    "half",
    "month",
)
_WEAK_CUES = ("weakprep", "of", "art", "and", "to")


def is_year(p: Cursor, i: int) -> bool:
    """True when bare digits at `i` are shown to be a year by what stands around them."""
    t = p.tokens
    year, before, after = t[i].number, t[i - 1], t[i + 1]
    if p.is_identifier_before(i) or p.is_counted_after(i + 1) or not p.ends_number(i + 1):
        return False
    if "numprep" in before.cats or _is_plural_noun(p, i + 1):
        return False
    if before.kind in "lx" and (after.kind in "lx" or (after.word in ".:" and t[i + 2].kind in "lx")):
        return 1000 <= year <= 2100  # a heading
    solar = p.lexicon.solar_default and 1300 <= year <= 1450
    if not (1900 <= year <= 2100 or solar) and not _is_old_year(p, i):
        return False
    k = p.after_case(i + 1)
    if p.lexicon.parts_after and (k > i + 1 or any(c in after.cats for c in ("part", "season", "month"))):
        return True
    if (after.kind == "p" and after.word in "+*=") or after.kind == "n":
        return False
    cats = before.cats
    if any(c in cats for c in _YEAR_CUES):
        return True
    if (before.word in ",;" or "and" in cats or "to" in cats) and i - 2 in p.years:
        return True  # 1988, 1994 and 2000
    if any(c in cats for c in _WEAK_CUES):
        return _is_year_weakly(p, i)
    if before.word == "(" and after.kind == "p" and after.word in "),;–-":
        return True
    if before.word == "s" and t[i - 2].word == "'":
        return p.lexicon.language == "en" and after.kind == "w" and not after.capital
    if before.word in ",،" and ("month" in t[i - 2].cats or "season" in t[i - 2].cats):
        return True
    return p.lexicon.language == "de" and _is_german_year(p, i)


def _is_plural_noun(p: Cursor, j: int) -> bool:
    """A French or Spanish word in -s that no list knows, right behind a number: what is counted."""
    t = p.tokens[j]
    if (
        p.lexicon.language not in ("fr", "es")
        or t.kind != "w"
        or t.cats
        or t.capital
        or not t.word.endswith(("s", "x"))
    ):
        return False
    return len(t.word) >= 5 and word_tense(t, p.lexicon) == ""


def _is_year_weakly(p: Cursor, i: int) -> bool:
    """Behind of, the, and: a year at the end of a phrase, or before a word of the vocabulary."""
    t = p.tokens
    cats, after = t[i - 1].cats, t[i + 1]
    if p.lexicon.language == "ro" and after.word == "de":
        return False
    if after.kind in "plx" or "and" in after.cats or "to" in after.cats:
        return after.word != "-" or not after.glued
    if "art" in cats and p.lexicon.language in ("en", "es", "it"):
        return not after.capital
    return ("weakprep" in cats or "of" in cats) and bool(after.cats) and "unit" not in after.cats


def _is_old_year(p: Cursor, i: int) -> bool:
    """A year from 1000 to 1899 behind a preposition, where no noun follows that could be counted."""
    t = p.tokens
    after = t[i + 1]
    if not 1000 <= t[i].number < 1900 or "prep" not in t[i - 1].cats or p.lexicon.year_needs_word:
        return False
    if after.kind in "plx":
        return True
    if "of" in after.cats or after.kind == "n":
        return False
    return bool(after.cats) or (
        t[i].number >= 1600 and not after.capital and p.lexicon.language in ("ro", "it", "es", "fr", "en")
    )


def _is_german_year(p: Cursor, i: int) -> bool:
    """German puts bare years into the clause: 1981 waren sie, wurde 2009 gegründet, geboren 1937."""
    t = p.tokens
    before, after = t[i - 1], t[i + 1]
    if after.kind == "w" and after.capital:
        return False
    if before.kind in "lx" or before.word in '.!?:»“"':
        return after.kind == "w"
    return (
        before.kind == "w"
        and not before.capital
        and "numprep" not in before.cats
        and "card" not in before.cats
    )


def parse_year_word(p: Cursor, i: int) -> Parsed | None:
    """A word for "year" before the digits: anul 2022, im Jahr 1812, سال ۱۴۰۲; and "in the year of" parts."""
    t = p.tokens
    k = p.skip(i + 1, "of", "art")
    if not plausible_year(p, k):
        return None
    year = t[k].number
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
    return Meaning("date", year=year, calendar=_calendar_of(p, year, k + 1), rule="year"), year_word_after(
        p, k + 1
    )


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


def parse_decade(p: Cursor, i: int) -> Parsed | None:
    """Decades: 1990s, 90-е годы, die 90er Jahre, les années 1990, '90s, the nineties."""
    t = p.tokens
    k = i
    led = "dec_b" in t[i].cats or "yw_b" in t[i].cats
    if led:
        k = p.skip(i + 1, "of", "art", limit=2)
    elif "dec_b" in t[i - 1].cats:
        led = True
    if p.is_mark(k, "'") and (led or t[k + 1].glued):
        k += 1
    if "decade1" in t[k].cats:
        return _decade(p, t[k].cats["decade1"], 2, k + 1)
    if "decade" in t[k].cats:
        if led or "dec_a" in t[k + 1].cats:
            end = k + 1 + ("dec_a" in t[k + 1].cats)
            return _decade(p, t[k].cats["decade"], 2, end)
        return None
    token = t[k]
    if token.kind != "n" or token.digits not in (2, 4) or token.number % 10:
        return None
    if not led and (k > i and not p.is_mark(i, "'")):
        return None
    j = k + 1
    suffix = False
    if t[j].kind == "w" and t[j].glued and "decsuf" in t[j].cats:
        j, suffix = j + 1, True
    elif p.is_mark(j, "-'‑–") and t[j].glued and t[j + 1].glued and "decsuf" in t[j + 1].cats:
        j, suffix = j + 2, True
    named = "dec_a" in t[j].cats
    if "dec_b" in t[i].cats and token.digits == 2 and not suffix and not named:
        named = True
        if p.is_mark(j, ".") and t[j].glued and p.lexicon.language == "pl":
            j += 1
    elif "dec_b" in t[i].cats and led:
        named = True
    elif p.is_mark(j, ".") and "dec_a" in t[j + 1].cats:
        j, named = j + 1, True
    if named and "dec_a" in t[j].cats:
        j += 1
    if not (
        suffix
        and (
            named
            or token.digits == 4
            or (p.lexicon.language in ("en", "de", "lt") and (k > i or t[k].number >= 20))
        )
    ) and not (named and (suffix or "dec_b" in t[i].cats or "dec_b" in t[i - 1].cats)):
        return None
    if "gregw" in t[j].cats:
        j += 1
        return _decade(p, token.number, token.digits, j, gregorian=True)
    return _decade(p, token.number, token.digits, j)


def _decade(p: Cursor, number: int, digits: int, j: int, *, gregorian: bool = False) -> Parsed:
    calendar = "g"
    if digits == 2:
        if p.lexicon.solar_default and not gregorian:
            number, calendar = 1300 + number, "s"
        else:
            number += 1900 if number >= 20 else 2000
    elif p.lexicon.solar_default and 1200 <= number <= 1499:
        calendar = "s"
    return Meaning("decade", number=number // 10, calendar=calendar, rule="decade"), j


def parse_century(p: Cursor, i: int) -> Parsed | None:
    """Centuries: 21st century, XXI век, siglo XXI, secolul al XX-lea, قرن بیستم."""
    t = p.tokens
    if t[i].cats.get("unit") == "century":
        k = p.skip(i + 1, "art", "of")
        found = p.ordinal(k) or p.number(k)
        if (
            found is None
            or not 1 <= found[0] <= 22
            or (t[k].kind == "n" and p.lexicon.language not in ("fa", "es", "ro"))
        ):
            return None
        j = p.ordinal_mark(found[1])
        return Meaning("century", number=found[0], rule="century"), j
    found = p.ordinal(i)
    if found is None:
        return None
    k = found[1]
    if t[k].cats.get("unit") == "century" and 1 <= found[0] <= 22:
        return Meaning("century", number=found[0], rule="century"), k + 1
    return None


def _year_of_period(p: Cursor, j: int, meaning: Meaning) -> Parsed:
    """The year behind a season, quarter or half, if one is named."""
    t = p.tokens
    k = j
    if p.is_mark(k, ","):
        k += 1
    named = relative_year(p, j)
    if named is not None:
        return meaning.but(year_offset=named[0]), named[1]
    k = p.skip(k, "of", "art", "yw_b", "weakprep")
    if (
        plausible_year(p, k)
        and t[k].digits == 4
        and (1900 <= t[k].number <= 2100 or (p.lexicon.solar_default and t[k].number < 1500))
    ):
        year = t[k].number
        end = year_word_after(p, k + 1)
        if p.is_mark(k + 1, DASHES) and t[k + 1].glued and t[k + 2].kind == "n" and t[k + 2].glued:
            end = year_word_after(p, k + 3)
        return meaning.but(year=year, calendar=_calendar_of(p, year, k + 1)), end
    if p.is_mark(k, "'") and t[k + 1].digits == 2 and t[k + 1].glued:
        return meaning.but(
            year=2000 + t[k + 1].number if t[k + 1].number < 50 else 1900 + t[k + 1].number
        ), k + 2
    if t[k].cats.get("unit") == "year" and k > j:
        return meaning.but(year_offset=0), k + 1
    if "dir" in t[j].cats and p.lexicon.language in ("fr", "es", "it", "ro", "fa"):
        return meaning.but(count=t[j].cats["dir"]), j + 1
    return meaning, j


def parse_named_period(p: Cursor, i: int, *, dated: bool = False) -> Parsed | None:
    """Seasons, quarters and halves, with or without a year: spring 2022, III квартал 2024 года, first half of 2019, H1."""
    t = p.tokens
    if "season" in t[i].cats:
        return _season(p, i, dated)
    if "halfph" in t[i].cats:
        return _half(p, i, i + 1, t[i].cats["halfph"])
    token = t[i]
    if (
        token.kind == "w"
        and token.word in ("q", "h", "t", "s")
        and token.capital
        and t[i + 1].kind == "n"
        and t[i + 1].glued
    ):
        number = t[i + 1].number
        if t[i + 1].digits == 1 and (
            (token.word in "qt" and 1 <= number <= 4) or (token.word in "hs" and 1 <= number <= 2)
        ):
            kind = "quarter" if token.word in "qt" else "half"
            if kind == "half" or token.word == "t":
                meaning, j = _year_of_period(
                    p, i + 2, Meaning(kind, number=number, rule="quarter-half-season")
                )
                return (meaning, j) if meaning.year is not None else None
            return _year_of_period(p, i + 2, Meaning(kind, number=number, rule="quarter-half-season"))
    if (
        token.kind == "n"
        and token.digits == 4
        and plausible_year(p, i)
        and t[i + 1].word in ("q", "h")
        and t[i + 2].digits == 1
    ):
        kind = "quarter" if t[i + 1].word == "q" else "half"
        if 1 <= t[i + 2].number <= (4 if kind == "quarter" else 2) and t[i + 2].glued:
            return Meaning(kind, year=token.number, number=t[i + 2].number, rule="quarter-half-season"), i + 3
    if t[i].cats.get("unit") in ("quarter", "semester"):
        k = p.skip(i + 1, "art", "of")
        found = p.ordinal(k) or p.number(k)
        if found is not None and 1 <= found[0] <= 4:
            unit = t[i].cats["unit"]
            j = p.ordinal_mark(found[1])
            if unit == "quarter":
                return _year_of_period(p, j, Meaning("quarter", number=found[0], rule="quarter-half-season"))
            return _half(p, i, j, found[0]) if found[0] <= 2 else None
        return None
    if "half" in t[i].cats and t[i + 1].cats.get("ord") in (1, 2):
        return _half(p, i, i + 2, t[i + 1].cats["ord"], dated=True)
    found = p.ordinal(i)
    if found is None:
        return None
    month = month_at(p, found[1]) if p.lexicon.year_first and found[0] <= 2 else None
    if month is not None and "half" in t[month[2]].cats:  # pirmoje vasario pusėje
        return Meaning("date", month=month[1], part=f"half{found[0]}", rule="half-of-month"), month[2] + 1
    k = p.skip(found[1], "of")
    if p.is_mark(k, "-") and t[k].glued and t[k + 1].cats.get("unit") == "quarter":
        k += 1
    if t[k].cats.get("unit") == "quarter" and 1 <= found[0] <= 4:
        return _year_of_period(p, k + 1, Meaning("quarter", number=found[0], rule="quarter-half-season"))
    if ("half" in t[k].cats or t[k].cats.get("unit") == "semester") and 1 <= found[0] <= 2:
        return _half(p, i, k + 1, found[0], dated)
    return None


def _half(p: Cursor, i: int, j: int, number: int, dated: bool = False) -> Parsed | None:
    """Half of a year, or of a month, a decade."""
    t = p.tokens
    k = p.skip(j, "of", "art", "weakprep")
    month = month_at(p, k)
    if month is not None:
        attributes, end = year_tail(p, month[2], month[0])
        half = Meaning("date", month=month[1], calendar=month[0], part=f"half{number}", rule="half-of-month")
        return half.but(**attributes), end
    decade = parse_decade(p, k)
    if decade is not None:
        return decade[0].but(part=f"half{number}"), decade[1]
    century = parse_century(p, k)
    if century is not None:
        return century[0].but(part=f"half{number}"), century[1]
    if t[k].cats.get("unit") == "month":
        return Meaning("relative", unit="month", count=0, part=f"half{number}", rule="half-of-month"), k + 1
    meaning, end = _year_of_period(p, j, Meaning("half", number=number, rule="quarter-half-season"))
    explicit = (
        t[i].cats.get("unit") == "semester"
        or t[j - 1].cats.get("unit") == "semester"
        or "halfph" in t[i].cats
    )
    if end == j and not explicit and not dated:
        return None
    return meaning, end


def _season(p: Cursor, i: int, dated: bool) -> Parsed | None:
    t = p.tokens
    meaning, j = _year_of_period(
        p, i + 1, Meaning("season", number=t[i].cats["season"], rule="quarter-half-season")
    )
    if j == i + 1:
        before = t[i - 2].cats if t[i - 1].word == "'" else t[i - 1].cats
        cue = any(
            c in before
            for c in (
                "prep",
                "art",
                "since",
                "until",
                "before",
                "after",
                "part",
                "dir",
                "mw_b",
                "between",
                "relunit",
            )
        )
        if not cue and not dated:
            return None
    return meaning, j


PARTIBLE = ("date", "season", "decade", "century", "relative", "quarter", "half")


def parse_part(p: Cursor, i: int) -> Parsed | None:
    """Early, mid, end of: mid-August, Ende Januar, в начале 2016 года, early 1990s, end of last year, end of the year."""
    t = p.tokens
    part = t[i].cats["part"]
    k = i + 1
    if p.is_mark(k, "-‑–") and t[k].glued:
        k += 1
    k = p.skip(k, "of", "art", "weakprep", "mw_none", limit=3)
    from helpers.coding.timex.relative import parse_direction, parse_relative_unit, parse_unit_led

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
    if plausible_year(p, k) and 1900 <= t[k].number <= 2100 and not p.is_counted_after(k + 1):
        return Meaning("date", year=t[k].number, part=part, rule=f"year+{part}"), year_word_after(p, k + 1)
    unit = t[k].cats.get("unit") if "plural" not in t[k].cats else None
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


def parse_bc(p: Cursor, i: int) -> Parsed | None:
    """A year before our era: 490 до н. е., 44 BC."""
    t = p.tokens
    if not 1 <= t[i].digits <= 4 or not p.starts_number(i):
        return None
    k = i + 1 + ("yw_a" in t[i + 1].cats)
    if t[k].cats.get("era") != "bc":
        return None
    return Meaning("bc", year=t[i].number, rule="year-bc"), k + 1


def parse_weak_season(p: Cursor, i: int) -> Parsed | None:
    """A season whose name is also another word (fall): only with its year, or as "in the fall"."""
    t = p.tokens
    meaning, j = _year_of_period(
        p, i + 1, Meaning("season", number=t[i].cats["season_weak"], rule="quarter-half-season")
    )
    if j > i + 1 or ("art" in t[i - 1].cats and "prep" in t[i - 2].cats and "of" not in t[j].cats):
        return meaning, j
    return None
