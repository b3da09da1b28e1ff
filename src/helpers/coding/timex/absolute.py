"""Rules for calendar dates: numeric forms, day and month in either order, months, with or without a year."""

from __future__ import annotations

from typing import Any

from helpers.coding.timex.cursor import DASHES, ROMAN, Cursor
from helpers.coding.timex.meaning import Meaning, Parsed

Month = tuple[str, int, int, int]
"""Calendar, number, next index, strength (2 a month's name, 1 also another word, 0 abbreviation)."""


def month_at(p: Cursor, i: int, *, wrapped: bool = True) -> Month | None:
    """The month named at `i`, with a word for "month" before or behind it."""
    t = p.tokens[i]
    if wrapped and "mw_b" in t.cats:
        k = p.skip(i + 1, "of", "art")
        inner = month_at(p, k, wrapped=False)
        if inner is not None:
            return inner[0], inner[1], inner[2], 2
    cats = t.cats
    if "month" in cats:
        found: Month = ("g", cats["month"], i + 1, 2)
    elif "solar" in cats:
        found = ("s", cats["solar"], i + 1, 1)
    elif "month_weak" in cats:
        found = ("g", cats["month_weak"], i + 1, 1)
    elif "month_abbr" in cats:
        found = ("g", cats["month_abbr"], i + 1, 0)
        if p.is_mark(i + 1, ".") and p.tokens[i + 1].glued:
            found = ("g", cats["month_abbr"], i + 2, 0)
    elif "lunar" in cats:
        found = ("l", cats["lunar"], i + 1, 1)
    else:
        return None
    if "mw_a" in p.tokens[found[2]].cats:
        found = (found[0], found[1], found[2] + 1, 2)
    return found


def plausible_year(p: Cursor, k: int) -> bool:
    """True when the digits at `k` can be the year of a date: four digits, 1000 to 2999, and a number of their own."""
    t = p.tokens[k]
    return (t.kind == "n" and t.digits == 4 and 1000 <= t.number <= 2999 and p.ends_number(k + 1)) or (
        t.kind == "n" and t.digits == 4 and 1000 <= t.number <= 2999 and p.is_mark(k + 1, DASHES)
    )


def relative_year(p: Cursor, k: int) -> tuple[int, int] | None:
    """A year named by direction at `k`, articles before it allowed ("last year", "этого года", "de l'an dernier") -> (offset, next index)."""
    t = p.tokens
    for _ in range(4):
        cats = t[k].cats
        if "relunit" in cats and cats["relunit"][0] == "year":
            return cats["relunit"][1], k + 1
        if "dir" in cats and t[k + 1].cats.get("unit") == "year":
            return cats["dir"], k + 2
        if cats.get("unit") == "year":
            m = p.skip(k + 1, "art") if "dir" not in t[k + 1].cats else k + 1
            return (t[m].cats["dir"], m + 1) if "dir" in t[m].cats else None
        if not any(c in cats for c in ("of", "art", "prep")):
            return None
        k += 1
        if t[k].word == "'" and t[k].glued:
            k += 1
    return None


def year_tail(p: Cursor, j: int, calendar: str) -> tuple[dict[str, Any], int]:
    """The year behind a month or day, if there is one -> (attributes of the meaning, next index)."""
    t = p.tokens
    k = j
    comma = p.is_mark(k, ",،")
    if comma:
        if p.lexicon.year_first:
            return {}, j
        k += 1
    after_case = p.after_case(k)
    found = relative_year(p, after_case) if not comma else None
    if found is not None:
        return {"year_offset": found[0]}, found[1]
    k = p.skip(after_case, "of", "art", "yw_b", "prep" if p.lexicon.language == "fa" else "of")
    if plausible_year(p, k) and (not comma or 1900 <= t[k].number <= 2100 or calendar == "s"):
        if k == j and t[k].number < 1900 and calendar == "g" and p.is_counted_after(k + 1):
            return {}, j
        end = year_word_after(p, k + 1)
        return {"year": t[k].number}, end
    if p.is_mark(k, "'") and t[k + 1].kind == "n" and t[k + 1].digits == 2 and t[k + 1].glued:
        return {"year": expand_year(t[k + 1].number)}, k + 2
    if comma and calendar == "g" and p.lexicon.language != "en":
        return {}, j
    if (
        not comma
        and "dir" in t[j].cats
        and t[j].cats["dir"] != 0
        and t[j].kind == "w"
        and p.lexicon.language in _POSTPOSED
    ):
        return {"count": t[j].cats["dir"]}, j + 1
    return {}, j


_NAMED_DAYS = frozenset(("ru", "uk", "be", "pl"))
_POSTPOSED = frozenset(("fr", "es", "it", "ro", "fa"))


def expand_year(number: int) -> int:
    """Two digits of a year -> four, 1950 to 2049."""
    return 2000 + number if number < 50 else 1900 + number


def year_word_after(p: Cursor, k: int) -> int:
    """The index after a word for "year" (and an era of our time) behind a year at `k` - 1."""
    if "yw_a" in p.tokens[k].cats and not (p.tokens[k].word in ("m", "r", "p") and p.tokens[k].capital):
        k += 1
    elif p.after_case(k) > k and p.has(p.after_case(k), "yw_a"):
        k = p.after_case(k) + 1
    elif (
        p.is_mark(k, "-")
        and p.tokens[k].glued
        and p.tokens[k + 1].glued
        and p.has(k + 1, "osuf")
        and p.lexicon.language in ("ru", "uk", "be", "lt")
    ):
        k += 2 + p.has(k + 2, "yw_a")
    if p.tokens[k].cats.get("era") == "ad":
        k += 1
    if p.lexicon.language == "fa" and ("solarw" in p.tokens[k].cats or "gregw" in p.tokens[k].cats):
        k += 1
    return k


def weekday_tail(p: Cursor, j: int) -> tuple[int | None, int]:
    """A weekday behind a date, with a comma, in brackets or bare -> (weekday, next index)."""
    t = p.tokens
    k = j
    bracket = p.is_mark(k, "(")
    if bracket or p.is_mark(k, ",،"):
        k += 1
    k = p.skip(k, "dw_b", "art", limit=2) if bracket or k > j else k
    cats = t[k].cats
    number = cats.get("wday", cats.get("wday_abbr") if bracket else None)
    if number is None:
        return None, j
    end = k + 1
    if not bracket and k > j and p.lexicon.language not in ("lt", "en", "tr"):
        return None, j
    if k == j and p.lexicon.language not in ("tr", "be", "uk", "ru", "pl", "en"):
        return None, j
    if bracket:
        if p.is_mark(end, ".") and t[end].glued:
            end += 1
        if not p.is_mark(end, ")"):
            return None, j
        return number, end + 1
    if p.has(end, "wdw_a"):
        end += 1
    if k > j and t[end].kind not in "plx":
        return None, j
    return number, end


def parse_numeric(p: Cursor, i: int) -> Parsed | None:
    """Dates in digits: 2022-05-06, 6.5.2022, 06/05/22, 4.-5.4.2022, 5.4. and Lithuanian 2022 05 06."""
    t = p.tokens
    a = t[i]
    if not p.starts_number(i) or p.has(i - 1, "version"):
        return None
    if a.digits == 8 and p.strict:
        return _compact(p, i)
    if a.digits > 4:
        return None
    sep, b = t[i + 1], t[i + 2]
    if a.digits == 4:
        if (
            sep.kind == "p"
            and sep.glued
            and sep.word in "-/.‑–"
            and b.kind == "n"
            and b.glued
            and b.digits <= 2
        ):
            sep2, c = t[i + 3], t[i + 4]
            if (
                sep2.word == sep.word
                and sep2.glued
                and c.kind == "n"
                and c.glued
                and c.digits <= 2
                and _closes(p, i + 5)
            ):
                return _numeric(a.number, b.number, c.number, _calendar(p, a.number)), i + 5
        if (
            p.lexicon.year_first and sep.kind == "n" and sep.digits == 2 and b.kind == "n" and b.digits == 2
            and p.ends_number(i + 3) and 1900 <= a.number <= 2100 and 1 <= sep.number <= 12 and 1 <= b.number <= 31
        ):  # fmt: skip
            return _numeric(a.number, sep.number, b.number, "g"), i + 3
        return None
    if a.digits > 2 or sep.kind != "p" or not sep.glued:
        return None
    if sep.word in "./-" and b.kind == "n" and b.digits <= 2 and (b.glued or sep.word == "."):
        sep2, c = t[i + 3], t[i + 4]
        if (
            (
                sep2.word == sep.word
                and sep2.glued
                and c.kind == "n"
                and (c.glued or (sep.word == "." and c.digits == 4))
            )
            and (c.digits == 4 or (c.digits == 2 and sep.word != "-" and b.glued))
            and _closes(p, i + 5)
        ):
            return _day_month_year(p, a.number, b.number, i + 4)
        if sep.word == "." and b.glued and _is_short(p, i, a.number):
            dotted = sep2.word == "." and sep2.glued
            return Meaning("date", month=b.number, day=a.number, rule="day-month"), i + 3 + dotted
    # 4.-5.4.2022: the first day of a range whose month is only written at its end
    k = i + 1 + (sep.word == "." and sep.glued)
    if p.is_mark(k, DASHES - {"/"}) and 1 <= a.number <= 31:
        second = parse_numeric_end(p, k + 1)
        if second is not None and second[0].day is not None:
            end, j = second
            return Meaning("range", rule="range", end=end, year=end.year, month=end.month, day=a.number), j
    return None


def _compact(p: Cursor, i: int) -> Parsed | None:
    """20230731, as addresses write it; read only where an explicit date is looked for."""
    number = p.tokens[i].number
    year, month, day = number // 10_000, number // 100 % 100, number % 100
    if 1990 <= year <= 2100 and 1 <= month <= 12 and 1 <= day <= 31 and p.ends_number(i + 1):
        return _numeric(year, month, day, "g"), i + 1
    return None


def parse_numeric_end(p: Cursor, k: int) -> Parsed | None:
    """The second end of a numeric range: day, month and year in digits."""
    t = p.tokens
    a, s1, b, s2, c = t[k : k + 5]
    if (
        a.kind == "n" and b.kind == "n" and c.kind == "n" and s1.word == "." == s2.word and a.digits <= 2 and b.digits <= 2
        and c.digits == 4 and b.glued and c.glued and _closes(p, k + 5)
    ):  # fmt: skip
        return _day_month_year(p, a.number, b.number, k + 4)
    return None


def _is_short(p: Cursor, i: int, day: int) -> bool:
    """Day and month in digits alone: German 5.4. with its second dot, or two zero-padded pairs after a word that asks for a date."""
    t = p.tokens
    b = t[i + 2]
    if not (1 <= day <= 31 and 1 <= b.number <= 12):
        return False
    after = t[i + 3]
    follows_number = t[i + 4].kind == "n" and t[i + 4].glued
    if after.word == "." and after.glued and not follows_number:
        if p.lexicon.language == "de" and t[i - 1].kind == "w":
            return True
        if (
            t[i + 4].kind != "l"
            and t[i + 4].kind != "x"
            and not t[i + 4].capital
            and p.lexicon.language in ("de", "pl", "lt")
        ):
            return True
    if not p.ends_number(i + 3) and not (after.word == "." and not follows_number):
        return False
    return (
        b.digits == 2 and t[i].digits == 2 and t[i + 2].word[0] in "0۰٠1" and p.look_back(i) in ("from", "to")
        and not p.has(i - 1, "clock_b") and t[i + 2].number <= 12 and t[i + 2].word[0] in "0۰٠"
    )  # fmt: skip


def _closes(p: Cursor, j: int) -> bool:
    t = p.tokens[j]
    if not t.glued:
        return True
    if t.kind == "n" or (t.kind == "w" and not ("csuf" in t.cats or "yw_a" in t.cats or t.word == "t")):
        return False
    follows = p.tokens[j + 1].kind == "n" and p.tokens[j + 1].glued
    return not (t.word in "./" and follows)


def _calendar(p: Cursor, year: int) -> str:
    return "s" if 1200 <= year <= 1499 and p.lexicon.solar_default else "g"


def _numeric(year: int, month: int, day: int, calendar: str) -> Meaning:
    return Meaning("date", year=year, month=month, day=day, calendar=calendar, rule="numeric")


def _day_month_year(p: Cursor, first: int, second: int, index: int) -> Parsed | None:
    token = p.tokens[index]
    year = token.number if token.digits == 4 else expand_year(token.number)
    calendar = _calendar(p, year)
    if calendar == "g" and not 1000 <= year <= 2999:
        return None
    day, month = first, second
    if p.lexicon.language == "en" and (p.month_first_numbers or second > 12) and first <= 12:
        day, month = second, first
    if day > 39 or month > 19 or day == 0 or month == 0:
        return None
    return _numeric(year, month, day, calendar), year_word_after(p, index + 1)


def parse_day_month(p: Cursor, i: int) -> Parsed | None:
    """Day before month: 28 September 2023, 4.-5. April, 5 și 6 mai, le 1er mars, шестого мая, ۳ مهر ۱۴۰۳, 6 V 2022."""
    t = p.tokens
    first = p.day_number(i)
    if first is None:
        return None
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
    if not attributes and t[k].capital and not t[k].upper and p.lexicon.language in _NAMED_DAYS:
        return None  # улица 8 Марта, ul. 3 Maja
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
    day = _day_after_month(p, j)
    if day is not None:
        return _month_day(p, calendar, number, day)
    attributes, k = year_tail(p, j, calendar)
    if attributes and not (strength == 0 and "count" in attributes):
        rule = "month-year" if attributes.get("year") is not None else "month-no-year"
        return Meaning("date", month=number, calendar=calendar, rule=rule, **attributes), k
    if is_month_alone(p, i, j, strength):
        return Meaning("date", month=number, calendar=calendar, rule="month-no-year"), j
    return None


def _day_after_month(p: Cursor, j: int) -> tuple[int, int | None, int] | None:
    """Day (and last day of a range) behind a month -> (day, last, next index)."""
    t = p.tokens
    k = p.skip(j, "art", "dw_b") if p.lexicon.language == "en" else j
    found = p.day_number(k)
    if (
        found is None
        or (found[2] and p.lexicon.language != "lt")
        or (found[0] > 31 and not p.lexicon.month_first)
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
    if p.is_counted_after(j) and "dsuf" not in t[j].cats and t[j - 1].kind == "n":
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


def _month_day(p: Cursor, calendar: str, number: int, found: tuple[int, int | None, int]) -> Parsed:
    day, last, j = found
    attributes, j = year_tail(p, j, calendar)
    meaning = Meaning(
        "date", month=number, day=day, calendar=calendar, rule=_rule_of(attributes), **attributes
    )
    if last is not None:
        return meaning.but(kind="range", rule="range", end=meaning.but(day=last)), j
    weekday, j = weekday_tail(p, j)
    return (meaning.but(weekday=weekday) if weekday is not None else meaning), j


_LOCAL = ("da", "de", "ta", "te", "dan", "den", "tan", "ten", "daki", "deki", "taki", "teki")


def _is_turkish_month(p: Cursor, i: int, j: int) -> bool:
    """A Turkish month alone: in a case of time and place, or before a word for month, part, since or until."""
    t = p.tokens
    if t[i].word.endswith(_LOCAL) and len(t[i].word) > 5 and t[i].word != "nisan":
        return True
    after = t[j]
    if after.word == "'" and after.glued and t[j + 1].word in _LOCAL:
        return True
    k = p.after_case(j)
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
        and not t[j].cats
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
    if before.word == "-" and "part" in t[i - 2].cats:
        cue = True
    if p.lexicon.capitalised and not token.capital:
        return False
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
        and not after.cats
        and not after.upper
    ):
        return False  # June Carter
    if strength == 1:
        if "notweak" in t[j].cats or ("solar" in token.cats and not (cue or "art" in before.cats)):
            return False
        return cue and (token.capital or not p.lexicon.capitalised)
    if before.kind == "w" and ("title" in before.cats or "hidden" in before.cats):
        return False
    if not p.lexicon.capitalised and p.lexicon.language != "fa" and token.capital and not token.upper:
        # a name, unless it begins the sentence
        return before.kind in "lx" or (before.kind == "p" and before.word in '.!?:;–—-|•«„“…"')
    return True
