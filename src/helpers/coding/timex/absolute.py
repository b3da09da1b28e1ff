"""Rules for dates with a month's name: day and month in either order, months, with or without a year."""

from __future__ import annotations

from typing import Any

from helpers.coding.timex.cursor import DASHES, ROMAN, Cursor
from helpers.coding.timex.lexicon import EMPTY
from helpers.coding.timex.meaning import Meaning, Parsed
from helpers.coding.timex.pieces import (
    EARLIEST_SOLAR,
    LATEST_SOLAR,
    month_at,
    plausible_year,
    weekday_tail,
    year_tail,
    year_word_after,
)
from helpers.coding.timex.scan import Token

_YEAR_DIGITS = 4
_NAMED_DAYS = frozenset(("ru", "uk", "be", "pl"))


def parse_day_month(p: Cursor, i: int) -> Parsed | None:
    """Day before month: 28 September 2023, 4.-5. April, 5 și 6 mai, le 1er mars, шестого мая, ۳ مهر ۱۴۰۳, 6 V 2022."""
    t = p.tokens
    first = p.day_number(i)
    if first is None or p.has(p.skip_back(i, "art", "of"), "street"):
        return None  # Avenida 17 de Junio
    day, j, words = first
    last: int | None = None
    k = j
    if (p.is_mark(k, DASHES) or any(c in t[k].cats for c in ("and", "to", "until", "overnight"))) and t[
        k
    ].kind != "x":
        second = p.day_number(p.skip(k + 1, "art", "dw_b"), second=True)
        if second is not None and second[0] > day:
            after = p.skip(second[1], "of", "art", "dsuf")
            if month_at(p, after) is not None:
                last, k = second[0], second[1]
    if last is None:
        k = j
    if p.lexicon.language == "en" and t[k].word == "day" and t[k + 1].word == "of" and last is None:
        k += 1  # this 25th day of June 1998
    k = p.skip(k, "of", "art", "dsuf")
    hyphened = p.is_mark(k, "-") and t[k].glued and t[k + 1].glued and last is None
    month = month_at(p, k + hyphened)
    if month is None or (hyphened and not (p.is_mark(month[2], "-") and plausible_year(p, month[2] + 1))):
        return _roman_month(p, i, day, j)
    if hyphened:
        k += 1
        return Meaning(
            "date", t[month[2] + 1].number, month[1], day, calendar=month[0], rule="full-date"
        ), month[2] + 2
    calendar, number, j, strength = month
    if strength == 0 and p.is_identifier_before(i) and not p.has(i - 1, "dw_b"):
        return None
    if words and not (strength == 2 or "ord" in t[i].cats or "first" in t[i].cats):
        return None
    if words and strength < 2 and p.lexicon.language != "fa":
        return None
    if (
        strength == 1
        and calendar == "g"
        and t[k].capital != t[k - 1].capital
        and p.lexicon.language == "en"
        and not t[k].capital
    ):
        return None
    attributes, j = year_tail(p, j, calendar)
    if not attributes and p.lexicon.language == "es" and _is_of_law(p, i):
        attributes = {"year": t[i - 3].number}
    goes_on = t[j].kind == "w" and t[j].capital and not t[j].cats and not t[j].upper
    if not attributes and p.lexicon.language == "tr" and t[k].capital and goes_on:
        return None  # 19 Mayıs Üniversitesi
    if not attributes and t[k].capital and not t[k].upper and p.lexicon.language in _NAMED_DAYS:
        asked = any(c in t[i - 1].cats for c in ("prep", "until", "since", "before"))
        if not asked or t[i - 2].capital:
            return None  # улица 8 Марта, ul. 3 Maja; but к 9 Мая
    if t[j].capital and "street" in t[j].cats:
        return None  # 20 May Street
    meaning = Meaning(
        "date", month=number, day=day, calendar=calendar, rule=_rule_of(attributes), **attributes
    )
    if last is not None:
        end = meaning.but(day=last)
        meaning = meaning.but(kind="range", end=end, rule="range")
        return meaning, j
    weekday, j = weekday_tail(p, j)
    if weekday is not None:
        meaning = meaning.but(weekday=weekday)
    return meaning, j


def parse_year_first(p: Cursor, i: int) -> Parsed | None:
    """2006, November. 2017, 20 мая: how a chronicle heads its entries, the year first, at the head of a line."""
    t = p.tokens
    if t[i].digits != _YEAR_DIGITS or not plausible_year(p, i) or not p.is_mark(i + 1, ",،"):
        return None
    if t[i - 1].kind not in "lx":
        return None
    found = parse_month_first(p, i + 2) or parse_day_month(p, i + 2)
    if found is None or found[0].year is not None or not p.is_mark(found[1], ".:–—-"):
        return None
    rule = "full-date" if found[0].day is not None else "month-year"
    return found[0].but(year=t[i].number, rule=rule), found[1]


def _is_of_law(p: Cursor, i: int) -> bool:
    """True for the day of a Spanish law, whose number tells the year: Decreto 45/2019, de 12 de marzo."""
    t = p.tokens
    numbered = (
        t[i - 3].digits == 4 and t[i - 3].glued and t[i - 4].word == "/" and 1900 <= t[i - 3].number <= 2100
    )
    return numbered and p.is_mark(i - 2, ",") and "of" in t[i - 1].cats


def _rule_of(attributes: dict[str, Any]) -> str:
    return "full-date" if attributes.get("year") is not None else "day-month"


def _roman_month(p: Cursor, i: int, day: int, j: int) -> Parsed | None:
    """6 V 2022, 6.V.2022: the month in Roman capitals, between a day and a year."""
    t = p.tokens
    m = t[j]
    if (
        m.kind != "w"
        or m.word not in ROMAN
        or ROMAN[m.word] > 12
        or not m.capital
        or (len(m.word) > 1 and not m.upper)
    ):
        return None
    k = j + 1
    if p.is_mark(k, ".") and t[k].glued:
        k += 1
    if not plausible_year(p, k) or not 1900 <= t[k].number <= 2100:
        return None
    return Meaning("date", t[k].number, ROMAN[m.word], day, rule="full-date"), year_word_after(p, k + 1)


def parse_month_first(p: Cursor, i: int) -> Parsed | None:
    """Month before day or year, or a month alone: June 3, 2024; Август 21, 2025; kovo 3 d.; May 2024; in März."""
    t = p.tokens
    month = month_at(p, i)
    if month is None:
        return None
    calendar, number, j, strength = month
    if p.lexicon.capitalised and strength == 1 and calendar == "g" and not t[i].capital:
        return None
    tail = t[i].glued and t[i - 1].word == "-" and t[i - 1].glued and t[i - 2].kind == "w"
    if tail and i != p.free and not t[i - 2].cats:
        return None  # Shakespeare-ian
    if names_street(p, i) or (t[j].capital and "street" in t[j].cats):
        return None  # plac 1 Maja, May Road
    day = _day_after_month(p, j)
    if day is not None:
        return _month_day(p, i, calendar, number, day)
    if strength == 1 and "title" in t[i - 1].cats and p.lexicon.language == "fa":
        return None  # آقای بهمن
    if p.lexicon.language == "de" and "given" in t[i].cats and _is_first_name(p, i, j):
        return None  # August Klein
    attributes, k = year_tail(p, j, calendar)
    if attributes and not (strength == 0 and "count" in attributes):
        rule = "month-year" if attributes.get("year") is not None else "month-no-year"
        return Meaning("date", month=number, calendar=calendar, rule=rule, **attributes), k
    if p.lexicon.language == "en" and t[i].word == "march" and _leads_noun(p, i):
        return Meaning("date", month=3, rule="month-no-year"), j
    if is_month_alone(p, i, j, strength):
        return Meaning("date", month=number, calendar=calendar, rule="month-no-year"), j
    return None


def names_street(p: Cursor, i: int) -> bool:
    """True when a day or month before token `i` belongs to a street's name: plac 1 | Maja, Straße des 17. | Juni."""
    t = p.tokens
    k = i - 1
    for _ in range(4):
        if t[k].kind == "n" or "month" in t[k].cats or (t[k].word == "." and t[k].glued):
            k -= 1
    return k < i - 1 and p.has(p.skip_back(k + 1, "art", "of"), "street")


def _day_after_month(p: Cursor, j: int) -> tuple[int, int | None, int] | None:
    """Day (and last day of a range) behind a month -> (day, last, next index)."""
    t = p.tokens
    k = p.skip(j, "art", "dw_b") if p.lexicon.language == "en" else j
    on = t[j - 2 - p.is_mark(j - 1, ".")].word == "on"  # on Sept. 9 shares rose
    found = p.day_number(k)
    if (
        found is None
        or "half" in t[found[1]].cats  # birželio antrojoje pusėje
        or (found[2] and p.lexicon.language != "lt")
        or (found[0] > 31 and not p.lexicon.month_first)
        or (
            found[2] and "unit" in t[found[1]].cats and "dsuf" not in t[found[1]].cats
        )  # balandį dviem mėnesiams
    ):
        return None
    day, j, _ = found
    if t[k].kind == "n" and p.tokens[k].glued:
        return None
    if j > k + 1 and t[j - 1].word == "." and p.lexicon.language != "lt":
        j -= 1  # the dot ends the sentence
    if not p.lexicon.month_first:
        comma_year = p.is_mark(j, ",،") and plausible_year(p, j + 1)
        return (day, None, j) if comma_year and p.ends_number(j + 2) else None
    if (not p.ends_number(j) and not p.is_mark(j, DASHES)) or (
        p.is_mark(j, ":") and t[j].glued and t[j + 1].glued and t[j + 1].kind == "n"
    ):
        return None
    if p.is_counted_after(j) and "dsuf" not in t[j].cats and t[j - 1].kind == "n" and not on:
        return None
    last = None
    if p.is_mark(j, DASHES) or any(c in t[j].cats for c in ("and", "to")):
        second = p.day_number(p.skip(j + 1, "art"), second=True)
        if (
            second is not None
            and second[0] > day
            and not second[2]
            and month_at(p, second[1]) is None
            and p.ends_number(second[1])
        ):
            last, j = second[0], second[1]
            if t[j - 1].word == "." and p.lexicon.language != "lt":
                j -= 1
    j = p.skip(j, "dsuf", limit=1)
    return day, last, j


def _month_day(
    p: Cursor, start: int, calendar: str, number: int, found: tuple[int, int | None, int]
) -> Parsed | None:
    day, last, j = found
    attributes, j = year_tail(p, j, calendar)
    if p.lexicon.language == "lt" and p.has(j, "street"):
        return None  # Vasario 16-osios gatvė
    if p.lexicon.language == "en" and p.tokens[start - 1].word == "the" and _is_proper(p.tokens[j]):
        noun = p.tokens[j + 1]  # the Aug. 7 Embassy bombings, not the June 4th Committee
        common = noun.kind == "w" and not noun.capital and not noun.cats and not p.tense_of(j + 1)
        if "month_abbr" not in p.tokens[start].cats and not (common and noun.word.endswith("s")):
            return None
    meaning = Meaning(
        "date", month=number, day=day, calendar=calendar, rule=_rule_of(attributes), **attributes
    )
    if last is not None:
        return meaning.but(kind="range", rule="range", end=meaning.but(day=last)), j
    weekday, j = weekday_tail(p, j)
    return (meaning.but(weekday=weekday) if weekday is not None else meaning), j


def _is_proper(token: Token) -> bool:
    return token.kind == "w" and token.capital and not token.cats and not token.upper


def _is_first_name(p: Cursor, i: int, j: int) -> bool:
    """True for a month that is a first name, at the head of a sentence or behind a common word, before a name."""
    before, after = p.tokens[i - 1], p.tokens[j]
    led = any(
        c in before.cats for c in ("prep", "weakprep", "since", "until", "part", "art", "and", "to", "dir")
    )
    return not led and _is_proper(after)


def _leads_noun(p: Cursor, i: int) -> bool:
    """True for a month between an article and a common noun: the March accession."""
    t = p.tokens
    noun = t[i + 1]
    common = noun.kind == "w" and not noun.capital and not noun.cats and p.tense_of(i + 1) == ""
    return t[i].capital and "art" in t[i - 1].cats and common and len(noun.word) > 3


_LOCAL = ("da", "de", "ta", "te", "dan", "den", "tan", "ten", "daki", "deki", "taki", "teki")


def _is_turkish_month(p: Cursor, i: int, j: int) -> bool:
    """A Turkish month alone: in a case of time and place, or before a word for month, part, since or until."""
    t = p.tokens
    if t[i].word.endswith(_LOCAL) and len(t[i].word) > 5 and t[i].word != "nisan":
        return True
    if t[i].word.endswith(("nda", "nde", "ndan", "nden")):
        return True
    after = t[j]
    if after.word == "'" and after.glued and t[j + 1].word in _LOCAL:
        return True
    joined = month_at(p, j + 1) if "and" in after.cats else None
    if joined is not None and _is_turkish_month(p, j + 1, joined[2]):
        return True  # mayıs ve haziranda
    k = p.after_case(j)
    if p.is_mark(i - 1, DASHES) or "to" in t[i - 1].cats or ("ord" in t[k].cats and "half" in t[k + 1].cats):
        return True
    if (
        any(c in t[k].cats for c in ("mw_a", "part", "since_a", "until_a"))
        or p.is_mark(j, DASHES)
        or "to" in t[k].cats
    ):
        return True
    return (
        "mw_a" in t[j - 1].cats or "dir" in t[i - 1].cats or "yw_a" in t[i - 1].cats or t[i - 1].kind == "n"
    )


def is_month_alone(p: Cursor, i: int, j: int, strength: int) -> bool:
    """True when a month's name without day and year is meant as a month, not as another word or a name."""
    t = p.tokens
    token, before = t[i], t[i - 1]
    cue = any(
        c in before.cats
        for c in (
            "prep",
            "weakprep",
            "since",
            "until",
            "before",
            "after",
            "part",
            "dir",
            "between",
            "mw_b",
            "approx",
            "to",
            "and",
            "yw_a",
            "relunit",
        )
    )
    named = (
        token.capital
        and not token.upper
        and t[j].kind == "w"
        and t[j].capital
        and (not t[j].cats or ("month" in t[j].cats and not p.lexicon.capitalised))
        and not t[j].upper
    )
    if (
        named
        and (before.kind != "w" or "and" in before.cats)
        and not p.lexicon.month_first | (p.lexicon.language == "de")
    ):
        return False  # Марта Иванова
    if named and p.lexicon.language == "en" and "and" in before.cats:
        return False
    if (before.word == "-" or "of" in before.cats) and "part" in t[i - 2].cats:
        cue = True  # mid-May, începutul lui mai
    if "to" in t[j].cats and month_at(p, j + 1) is not None:
        cue = True  # فروردین تا خرداد
    if " " in before.word and "prep" in p.lexicon.words.get((before.word.rsplit(" ", 1)[-1],), EMPTY):
        cue = True  # planned for May: the phrase ends in the preposition
    if i == p.free and token.capital and t[i - 2].capital and "month" in t[i - 2].cats:
        cue = True  # January-March
    if p.lexicon.solar_default and "solar" in token.cats and token.word.endswith("ماه"):
        cue = True  # بهمن‌ماه: with the word for month it is no name, and needs no preposition
    if before.word == "-" and before.glued and t[i - 2].kind == "n":
        return False  # rue du 8-Mai
    if "solar" in token.cats and not p.lexicon.solar_default:
        return (
            t[j].kind == "n" and EARLIEST_SOLAR <= t[j].number < LATEST_SOLAR
        )  # Azar and Mehr are names as well
    if (p.is_mark(i - 1, ",") and t[i - 2].word == token.word) or (
        p.is_mark(j, ",") and t[j + 1].word == token.word
    ):
        return False  # "April, April!"
    if before.kind == "p" and before.word in '«„“"' and t[j].kind == "p" and t[j].word in '»“”"':
        return False  # the ship «Верасень»
    if p.lexicon.capitalised and not token.capital:
        return False
    if strength == 0 and before.word == "-" and before.glued and token.glued:
        return False  # Shakespeare-ian
    if strength == 0:
        return cue and t[j - 1].word == "." and (token.capital or not p.lexicon.capitalised)
    if p.lexicon.language == "tr":
        return _is_turkish_month(p, i, j)
    after = t[j]
    if (
        p.lexicon.language == "en"
        and not cue
        and after.kind == "w"
        and after.capital
        and not after.cats.keys() - {"ident", "street"}
        and not after.upper
    ):
        return False  # June Carter, April Hall
    if strength == 1:
        if "notweak" in t[j].cats and p.lexicon.language == "en" and token.capital and before.word == "in":
            return True  # heard in May in the court
        if "notweak" in t[j].cats or ("solar" in token.cats and not (cue or "art" in before.cats)):
            return False
        return cue and (token.capital or not p.lexicon.capitalised)
    if before.kind == "w" and ("title" in before.cats or "hidden" in before.cats):
        return False
    if not p.lexicon.capitalised and p.lexicon.language != "fa" and token.capital and not token.upper:
        # a name, unless it begins the sentence
        return before.kind in "lx" or (before.kind == "p" and before.word in '.!?:;–—-|•«„“…"')
    return True
