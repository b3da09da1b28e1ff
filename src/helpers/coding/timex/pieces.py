"""What several rules share: a month at a place, the year behind a date, the weekday behind a date."""

from __future__ import annotations

from typing import Any

from helpers.coding.timex.cursor import DASHES, Cursor

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
    elif "solar_weak" in cats and _beside_solar_year(p, i):
        found = ("s", cats["solar_weak"], i + 1, 1)
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


def _beside_solar_year(p: Cursor, i: int) -> bool:
    """25 тира 1404 года: a month's name that is an everyday word as well has its year near, behind it or before it."""
    t = p.tokens
    near = (t[p.skip(i + 1, "of", "art")], t[i + 2], *(t[k] for k in (i - 1, i - 2, i - 3) if k >= 0))
    return any(w.kind == "n" and EARLIEST_SOLAR <= w.number < LATEST_SOLAR for w in near)


def plausible_year(p: Cursor, k: int) -> bool:
    """True when the digits at `k` can be the year of a date: four digits, 1000 to 2999, and a number of their own."""
    t = p.tokens[k]
    return (t.kind == "n" and t.digits == 4 and 1000 <= t.number <= 2999 and p.ends_number(k + 1)) or (
        t.kind == "n" and t.digits == 4 and 1000 <= t.number <= 2999 and p.is_mark(k + 1, DASHES)
    )


def old_year(p: Cursor, k: int) -> bool:
    """True for a year from 1000 to 1899 behind a season or a part of a year: навесні 1863, у кінці 1861, where nothing is counted."""
    t = p.tokens
    if not plausible_year(p, k) or not 1000 <= t[k].number < 1900 or t[k].number % 100 == 0:
        return False
    after = t[k + 1]
    if p.lexicon.solar_default or p.lexicon.year_needs_word or p.is_counted_after(k + 1):
        return False
    if after.kind in "lxp":
        return after.word not in DASHES and p.ends_number(k + 1)
    return p.tense_of(k + 1) != "" or any(c in after.cats for c in ("prep", "weakprep", "clause", "and"))


def calendar_of_year(p: Cursor, year: int, j: int) -> str:
    """The calendar of a bare year: Solar Hijri for 12xx to 14xx in Persian, unless a word says otherwise."""
    if not p.lexicon.solar_default:
        return "g"
    if "gregw" in p.tokens[j].cats or "gregw" in p.tokens[j - 1].cats:
        return "g"
    if "lunarw" in p.tokens[j].cats:
        return "l"
    return "s" if 1200 <= year <= 1499 else "g"


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


def same_year(p: Cursor, k: int) -> int | None:
    """The index behind a year named by the one before: of that year, de cette année-là, того же года, همان سال."""
    t = p.tokens
    k = p.skip(k, "of", "art", "prep", "weakprep")
    first = k
    if t[k].cats.get("dir") == 0 and "same" in t[k + 1].cats:
        k += 1  # cette même année
    while "same" in t[k].cats and k - first < 3:
        k += 1
        if t[k].word == "'" and t[k].glued:
            k += 1
    if k > first and t[k].cats.get("unit") == "year":
        return k + 1
    there = p.lexicon.language == "fr" and t[k].cats.get("unit") == "year" and p.is_mark(k + 1, "-")
    if there and t[k + 2].word == "là":
        return k + 3
    return None


EARLIEST_SOLAR, LATEST_SOLAR = (
    1250,
    1700,
)  # elsewhere a number behind a Solar Hijri month is no year of that calendar
_POSTPOSED = frozenset(("fr", "es", "it", "ro", "fa"))


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
    same = same_year(p, after_case) if not comma else None
    if same is not None:
        return {"anchor": "previous"}, same
    new = t[after_case].capital and t[after_case - 1].word.endswith(".")  # liepos 9-12 d. Pernai jo nebuvo
    found = relative_year(p, after_case) if not comma and not new else None
    if found is not None:
        return {"year_offset": found[0]}, found[1]
    k = p.skip(after_case, "of", "art", "yw_b", "prep" if p.lexicon.language == "fa" else "of")
    if p.lexicon.language == "ro" and "since_a" in t[k + 1].cats:
        return {}, j  # cel mai rece aprilie din 1997 încoace
    if calendar == "s" and t[k].digits == 4 and t[k].number >= LATEST_SOLAR:
        return {}, j  # در اسفند ۲۰۱۵ یورو
    if plausible_year(p, k) and (not comma or 1900 <= t[k].number <= 2100 or calendar == "s"):
        if k == j and t[k].number < 1900 and calendar == "g" and p.is_counted_after(k + 1):
            return {}, j
        end = year_word_after(p, k + 1)
        return {"year": t[k].number}, end
    solar_short = calendar == "s" and t[k].kind == "n" and t[k].digits == 2 and t[k].number >= 20
    if solar_short and not comma and p.ends_number(k + 1) and not p.is_counted_after(k + 1):
        return {"year": 1300 + t[k].number}, k + 1  # ۲۲ بهمن ۵۷
    spoken = spoken_year(p, k) if t[k].kind == "w" and "card" in t[k].cats else None
    if spoken is not None:
        return {"year": spoken[0]}, spoken[1]
    if p.is_mark(k, "'") and t[k + 1].kind == "n" and t[k + 1].digits == 2 and t[k + 1].glued:
        return {"year": expand_year(t[k + 1].number)}, k + 2
    if not comma and calendar == "g" and _is_short_year(p, j, k):
        return {"year": expand_year(t[k].number)}, year_word_after(p, k + 1)
    colloquial = p.lexicon.language in ("ru", "uk", "be") and t[k].digits == 2 and t[k + 1].word == "-"
    if colloquial and k == j and t[k + 2].word == "го" and "ident" not in t[k + 3].cats:
        return {"year": expand_year(t[k].number)}, year_word_after(p, k + 3)  # в мае 45-го
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


def _is_short_year(p: Cursor, j: int, k: int) -> bool:
    """True for the last two digits of a year at `k`, too large for a day, behind the month before `j`: mai 68, el 5 de mayo del 45."""
    t = p.tokens
    if t[k].kind != "n" or t[k].digits != 2 or t[k].number < 32 or not p.ends_number(k + 1):
        return False
    if p.is_counted_after(k + 1) or "unit" in t[k + 1].cats:
        return False
    if p.lexicon.language == "es":
        return t[j].word == "del"
    closed = t[k + 1].kind in "plx" and t[k + 1].word not in "-/%°"
    closed = closed or bool(t[k + 1].cats.keys() & {"and", "prep", "clause"}) or p.tense_of(k + 1) != ""
    return p.lexicon.language in ("fr", "de", "it") and k == j and closed


def spoken_year(p: Cursor, i: int) -> tuple[int, int] | None:
    """An English year as it is read out, nineteen ninety-six, two thousand -> (year, next index)."""
    t = p.tokens
    century: int = t[i].cats.get("card", 0)
    if p.lexicon.language != "en" or t[i].kind != "w":
        return None
    if century == 2 and t[i + 1].word == "thousand" and t[i - 1].cats.get("unit") == "year":
        return 2000, i + 2
    rest = p.number(i + 1) if century in (18, 19, 20) and t[i + 1].kind == "w" else None
    if rest is None or not 10 <= rest[0] <= 99 or "unit" in t[rest[1]].cats or p.is_counted_after(rest[1]):
        return None
    return century * 100 + rest[0], rest[1]


def expand_year(number: int) -> int:
    """Two digits of a year -> four, 1936 to 2035: May '45 is the one of the war."""
    return 2000 + number if number <= 35 else 1900 + number


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
    k = p.skip(k, "dw_b", "art", "prep", "one", limit=2) if bracket or k > j else k
    k += k > j and t[k].cats.get("card") == 1  # am 26. Juli, einem Samstag
    cats = t[k].cats
    number = cats.get("wday", cats.get("wday_abbr") if bracket else None)
    if number is None:
        return None, j
    end = k + 1
    if not bracket and k > j and p.lexicon.language == "fa":
        return None, j
    if k == j and p.lexicon.language not in ("tr", "be", "uk", "ru", "pl", "en"):
        return None, j
    if k == j and t[k - 1].word.endswith(".") and t[k].capital and not p.lexicon.capitalised:
        return None, j  # the next sentence
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
