"""Rules for seasons, quarters and halves, with or without a year."""

from __future__ import annotations

from typing import Any

from helpers.coding.timex.calendars import SEASON_LETTERS
from helpers.coding.timex.cursor import DASHES, Cursor
from helpers.coding.timex.eras import parse_century, parse_decade
from helpers.coding.timex.meaning import Meaning, Parsed
from helpers.coding.timex.pieces import (
    calendar_of_year,
    expand_year,
    month_at,
    old_year,
    plausible_year,
    relative_year,
    same_year,
    spoken_year,
    year_tail,
    year_word_after,
)


def _year_of_period(p: Cursor, j: int, meaning: Meaning) -> Parsed:
    """The year behind a season, quarter or half, if one is named."""
    t = p.tokens
    if p.lexicon.language == "lt":
        return meaning, j  # the year stands before: 2011 m. pavasarį ir 2013 m. spalį
    k = j
    if p.is_mark(k, ","):
        k += 1
    named = relative_year(p, j)
    if named is not None:
        return meaning.but(year_offset=named[0]), named[1]
    behind = same_year(p, j)
    if behind is not None:
        return meaning.but(anchor="previous"), behind  # летом того же года
    k = _skip_to_year(p, k)
    worded = "yw_b" in t[k - 1].cats or "yw_a" in t[k + 1].cats  # vara anului 1883, весной 1877 года
    if (
        plausible_year(p, k)
        and t[k].digits == 4
        and (
            worded
            or 1900 <= t[k].number <= 2100
            or (p.lexicon.solar_default and t[k].number < 1500)
            or old_year(p, k)
        )
    ):
        year = t[k].number
        end = year_word_after(p, k + 1)
        if p.is_mark(k + 1, DASHES) and t[k + 1].glued and t[k + 2].kind == "n" and t[k + 2].glued:
            end = year_word_after(p, k + 3)
        return meaning.but(year=year, calendar=calendar_of_year(p, year, k + 1)), end
    spoken = spoken_year(p, k) if t[k].kind == "w" else None
    if spoken is not None:
        return meaning.but(year=spoken[0]), spoken[1]
    if p.is_mark(k, "'") and t[k + 1].digits == 2 and t[k + 1].glued:
        return meaning.but(year=expand_year(t[k + 1].number)), k + 2
    of_year = _of_the_year(p, j, k)
    if of_year is not None:
        return meaning.but(year_offset=0), of_year
    if "dir" in t[j].cats and p.lexicon.language in ("fr", "es", "it", "ro", "fa"):
        return meaning.but(count=t[j].cats["dir"]), j + 1
    return meaning, j


_BARE_GENITIVE = frozenset(("ru", "uk", "be", "pl", "fa"))


def _of_the_year(p: Cursor, j: int, k: int) -> int | None:
    """The index behind a year that is this one: half of the year, a doua jumătate a anului, второй половине года.

    Args:
        p: the text.
        j: index behind the period.
        k: index behind the words that lead to a year.
    """
    t = p.tokens
    if p.is_mark(j, ","):
        return None
    first = j + (p.lexicon.language not in _BARE_GENITIVE)
    for end in (k + 1, k):
        unit = t[end - 1].cats
        if end - 1 >= first and unit.get("unit") == "year" and "plural" not in unit and t[end].kind != "n":
            return end
    return None


def _skip_to_year(p: Cursor, k: int) -> int:
    """The index behind the words that lead to a year; a word for and leads to something else."""
    while "and" not in p.tokens[k].cats and p.skip(k, "of", "art", "yw_b", "weakprep", limit=1) > k:
        k = p.skip(k, "of", "art", "yw_b", "weakprep", limit=1)
    return k


def _abbreviated(p: Cursor, number: int, k: int, dated: bool) -> Parsed | None:
    """An abbreviated quarter with its year, its number before it: IV кв. 2021 г., 4e trim. 2021."""
    t = p.tokens
    if "qabbr" not in t[k].cats or not 1 <= number <= 4:
        return None
    k += 1 + (p.is_mark(k + 1, ".") and t[k + 1].glued)
    meaning, j = _year_of_period(p, k, Meaning("quarter", number=number, rule="quarter-half-season"))
    return (meaning, j) if dated or meaning.year is not None else None


def _two_quarters(p: Cursor, number: int, k: int) -> Parsed | None:
    """Two quarters that are a half, of a year that is named: the first two quarters of 1990, первые два квартала 2019 года."""
    t = p.tokens
    count = p.number(k)
    if number not in (1, -1) or count is None or count[0] != 2 or t[count[1]].cats.get("unit") != "quarter":
        return None
    half = Meaning("half", number=1 if number == 1 else 2, rule="quarter-half-season")
    meaning, j = _year_of_period(p, count[1] + 1, half)
    return (meaning, j) if j > count[1] + 1 else None


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
    if (
        token.kind == "n"
        and token.digits == 1
        and t[i + 1].word in "qt"
        and t[i + 1].capital
        and t[i + 1].glued
        and 1 <= token.number <= 4
        and p.starts_number(i)
    ):  # 4Q 2021, 4T 2021
        named, j = _year_of_period(
            p, i + 2, Meaning("quarter", number=token.number, rule="quarter-half-season")
        )
        return (named, j) if named.year is not None else None
    if "qabbr" in t[i].cats:  # trim. IV 2021
        k = i + 1 + (p.is_mark(i + 1, ".") and t[i + 1].glued)
        behind = p.ordinal(k)
        if behind is None or not 1 <= behind[0] <= 4:
            return None
        named, j = _year_of_period(
            p, behind[1], Meaning("quarter", number=behind[0], rule="quarter-half-season")
        )
        return (named, j) if named.year is not None else None
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
    if token.kind == "n" and token.digits == 1 and p.starts_number(i) and "qabbr" in t[i + 1].cats:
        return _abbreviated(p, token.number, i + 1, dated)
    found = p.ordinal(i)
    if found is None:
        return None
    whole = _abbreviated(p, found[0], found[1], dated) or _two_quarters(p, found[0], found[1])
    if whole is not None:
        return whole
    if "mhalf" in t[found[1]].cats and found[0] <= 2:  # zweite Februarhälfte
        attributes, end = year_tail(p, found[1] + 1, "g")
        half = Meaning("date", month=t[found[1]].cats["mhalf"], part=f"half{found[0]}", rule="half-of-month")
        return half.but(**attributes), end
    month = month_at(p, found[1]) if p.lexicon.year_first and found[0] <= 2 else None
    if month is not None and "half" in t[month[2]].cats:  # pirmoje vasario pusėje
        return Meaning("date", month=month[1], part=f"half{found[0]}", rule="half-of-month"), month[2] + 1
    if p.lexicon.language == "lt":
        inner = _year_inside(p, found[1])
        if inner is not None:  # antrąjį šių metų ketvirtį, pirmąją 2023 m. pusę
            unit = t[inner[1]].cats.get("unit")
            if unit == "quarter" and 1 <= found[0] <= 4:
                return Meaning("quarter", number=found[0], rule="quarter-half-season", **inner[0]), inner[
                    1
                ] + 1
            if (unit == "semester" or "half" in t[inner[1]].cats) and found[0] <= 2:
                return Meaning("half", number=found[0], rule="quarter-half-season", **inner[0]), inner[1] + 1
    k = p.skip(found[1], "of")
    if p.is_mark(k, "-") and t[k].glued and t[k + 1].cats.get("unit") == "quarter":
        k += 1
    if t[k].cats.get("unit") == "quarter" and 1 <= found[0] <= 4:
        of_result = t[k - 1].word == "-" and t[k + 1].kind == "w" and not t[k + 1].cats  # third-quarter loss
        named = Meaning("quarter", number=found[0], begun=of_result, rule="quarter-half-season")
        return _year_of_period(p, k + 1, named)
    if ("half" in t[k].cats or t[k].cats.get("unit") == "semester") and 1 <= found[0] <= 2:
        return _half(p, i, k + 1, found[0], dated)
    return None


def _year_inside(p: Cursor, k: int) -> tuple[dict[str, Any], int] | None:
    """A year between an ordinal and its unit -> (attributes of the meaning, index of the unit)."""
    named = relative_year(p, k)
    if named is not None:
        return {"year_offset": named[0]}, named[1]
    if plausible_year(p, k):
        return {"year": p.tokens[k].number}, year_word_after(p, k + 1)
    if p.tokens[k].cats.get("unit") == "year":
        return {"year_offset": 0}, k + 1  # antroje metų pusėje
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
    if p.lexicon.language == "de" and t[i - 1].word == "den" and t[i + 1].word == "über":
        letters = SEASON_LETTERS[t[i].cats["season"] - 1]
        return Meaning("duration", value=f"P1{letters}", rule="duration"), i + 1  # den Sommer über
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
        counted = p.lexicon.language == "fa" and (
            "card" in t[i + 1].cats or t[i + 1].kind == "n"
        )  # زمستان دو سال پیش
        if "sadv" in t[i].cats and not counted and p.tense(i, i + 1) in ("past", "future"):
            return meaning, j
        by_case = p.lexicon.language == "tr" and t[i].word.endswith(
            ("ında", "inde", "ından", "kışın", "harda", "hardan")
        )
        governed = p.lexicon.language == "tr" and p.look_ahead(i + 1) != ""  # yazdan önce
        if not cue and not dated and not by_case and not governed:
            return None
    return meaning, j


def parse_weak_season(p: Cursor, i: int) -> Parsed | None:
    """A season whose name is also another word (fall): only with its year, or as "in the fall"."""
    t = p.tokens
    meaning, j = _year_of_period(
        p, i + 1, Meaning("season", number=t[i].cats["season_weak"], rule="quarter-half-season")
    )
    if j > i + 1 or ("art" in t[i - 1].cats and "prep" in t[i - 2].cats and "of" not in t[j].cats):
        return meaning, j
    return None
