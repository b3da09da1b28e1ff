"""Rules for dates in digits: 2022-05-06, 6.5.2022, 06/05/22, 5.4., 20220506."""

from __future__ import annotations

from helpers.coding.timex.cursor import DASHES, Cursor
from helpers.coding.timex.meaning import Meaning, Parsed
from helpers.coding.timex.pieces import (
    expand_year,
    weekday_tail,
    year_word_after,
)


def parse_numeric(p: Cursor, i: int) -> Parsed | None:
    """Dates in digits, with the weekday behind them: 2022-05-06, 6.5.2022 (Freitag), 06/05/22, 4.-5.4.2022, 5.4. and 2022 05 06."""
    found = _read_numeric(p, i)
    if found is not None and (found[0].month or 1) > 12 and p.is_identifier_before(i):
        return None  # тел. 2021-19-99
    if found is None or found[0].kind != "date" or found[0].year is None or p.strict:
        return found
    weekday, j = weekday_tail(p, found[1])
    return (found[0].but(weekday=weekday), j) if weekday is not None else found


def _read_numeric(p: Cursor, i: int) -> Parsed | None:
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
        b.digits == 2 and t[i].digits == 2 and t[i + 2].word[0] in "0۰٠1" and p.look_back(i) in ("from", "to", "before")
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
