"""Clock times and parts of day, which turn a day into one TIME expression."""

from __future__ import annotations

from helpers.coding.timex.cursor import Cursor
from helpers.coding.timex.meaning import Meaning, Parsed


def clock_at(p: Cursor, i: int) -> tuple[str, int] | None:
    """A clock time at `i` (15:30, 15.30 Uhr, 3 p.m., ora 15, 15h30) -> (Thh:mm, next index)."""
    t = p.tokens
    led = "clock_b" in t[i].cats
    k = p.skip(i + 1, "prep", "art", limit=2) if led else i
    hour = t[k]
    if hour.kind != "n" or hour.digits > 2 or hour.number > 24 or not p.starts_number(k):
        return None
    j = k + 1
    sep, minute = t[j], t[j + 1]
    value = f"T{hour.number:02d}"
    marked = False
    if (
        sep.kind == "p"
        and sep.word in ":.٫"
        and sep.glued
        and minute.kind == "n"
        and minute.glued
        and minute.digits == 2
        and minute.number < 60
    ):
        if (
            t[j + 2].kind == "p"
            and t[j + 2].word in ".:/"
            and t[j + 2].glued
            and t[j + 3].kind == "n"
            and t[j + 3].glued
        ):
            if t[j + 2].word != ":" or t[j + 3].digits != 2:
                return None
            j += 2
        value = f"T{hour.number:02d}:{minute.number:02d}"
        marked = sep.word == ":"
        j += 2
        if not p.ends_number(j) and "clock_a" not in t[j].cats:
            return None
    elif sep.kind == "w" and sep.glued and sep.word == "h":
        marked, j = True, j + 1
        if t[j].kind == "n" and t[j].glued and t[j].digits == 2:
            value, j = f"T{hour.number:02d}:{t[j].number:02d}", j + 1
    if "clock_a" in t[j].cats:
        word = t[j].word.replace(" ", "").replace(".", "")
        if word == "pm" and hour.number < 12:
            value = f"T{hour.number + 12:02d}{value[3:]}"
        marked, j = True, j + 1
    if not marked and not (
        led and (j > k + 1 or (_is_clock_word(p, i) and _closing(p, j, _names_hour(p, i))))
    ):
        return None
    return value, j


def _is_clock_word(p: Cursor, i: int) -> bool:
    """True for a word that asks for nothing but a clock time (ora, saat, ساعت); prepositions need more than an hour."""
    return not any(c in p.tokens[i].cats for c in ("prep", "weakprep", "since", "until", "approx", "art"))


def skip_prepositions(p: Cursor, i: int, j: int) -> int:
    """The index behind the prepositions that open a clock time at i..j-1: 6 p.m. of "at 6 p.m.", but ora 18, saat 18.00."""
    while i < j - 1 and "clock_b" in p.tokens[i].cats:
        if _names_hour(p, i):
            break
        i += 1
    return i


def _names_hour(p: Cursor, i: int) -> bool:
    """True for a word or phrase that ends in the noun for hour: ora, saat, la ora, ساعت."""
    noun = p.lexicon.words.get((p.tokens[i].word.rpartition(" ")[2],), {})
    return noun.get("unit") == "hour"


def _closing(p: Cursor, j: int, named: bool) -> bool:
    """True when the number before `j` ends there; `named` behind the noun for hour, which nothing else follows."""
    t = p.tokens[j]
    if not p.ends_number(j):
        return False
    if named:
        return not (p.is_counted_after(j) or "unit" in t.cats)
    return t.kind in "plx" or "daypart" in t.cats or "prep" in t.cats or "day" in t.cats or "wday" in t.cats


def parse_clock(p: Cursor, i: int) -> Parsed | None:
    """A clock time by itself: a TIME."""
    found = clock_at(p, i)
    if found is None:
        return None
    return Meaning("time", value=found[0], rule="clock"), found[1]


def parse_daypart(p: Cursor, i: int) -> Parsed | None:
    """A direction or relative day with a part of day is read elsewhere; fixed words such as tonight are read here."""
    value = p.tokens[i].cats["reltime"]
    count, _, part = value.partition(" ")
    return Meaning("relative", unit="day", count=int(count), value=f"T{part}", rule="relative-time"), i + 1


def parse_weekday_time(p: Cursor, i: int) -> Parsed | None:
    """Dienstagabend: weekday and part of day in one word."""
    number, _, part = p.tokens[i].cats["wdaytime"].partition(" ")
    return Meaning("weekday", weekday=int(number), value=f"T{part}", rule="weekday+time"), i + 1


def time_tail(p: Cursor, j: int) -> tuple[str, int] | None:
    """A clock time or part of day behind a day -> (T value, next index)."""
    t = p.tokens
    k = j
    if t[k].word == "t" and t[k].glued and t[k + 1].kind == "n" and t[k + 1].glued:
        m = k + 1
        while m < k + 10 and t[m].glued and (t[m].kind == "n" or t[m].word in (":", ".", "z", "+", "-")):
            m += 1
        return "T" + "".join(tok.word for tok in t[k + 1 : min(k + 4, m)]), m
    if p.is_mark(k, ",،-–") and not (t[k].word in "-–" and t[k].glued):
        k += 1
    direct = k
    k = p.skip(k, "art", "prep", "of", limit=2) if "clock_b" not in t[k].cats else k
    if "daypart" in t[k].cats and (k == direct == j or j in (k, direct)):
        return "T" + t[k].cats["daypart"], k + 1
    for start in dict.fromkeys((direct, k)):
        found = clock_at(p, start)
        if found is not None:
            return found
    return None


def time_head(p: Cursor, i: int) -> tuple[str, int] | None:
    """A clock time or part of day before its day ("at 3 pm on Friday", "on the evening of 5 May") -> (T value, index of the day)."""
    t = p.tokens
    if "daypart" in t[i].cats:
        k = p.skip(i + 1, "of", "art", "prep", "dw_b", limit=3)
        return ("T" + t[i].cats["daypart"], k) if k < i + 4 else None
    found = clock_at(p, i)
    if found is None:
        return None
    k = found[1]
    if p.is_mark(k, ","):
        k += 1
    k = p.skip(k, "of", "art", "prep", "dw_b", limit=3)
    return found[0], k


def night_end(p: Cursor, first: Meaning, j: int) -> int:
    """The index behind the second day of a night named by both: nuit de lundi à mardi, w nocy z poniedziałku na wtorek."""
    if first.kind != "weekday" or first.weekday is None:
        return j
    for k in range(j, j + 3):
        cats = p.tokens[k].cats
        number = cats.get("wday", cats.get("wday_weak"))
        if number is not None and k > j:
            return k + 1 if number == first.weekday % 7 + 1 else j
        if p.tokens[k].kind != "w" or p.tokens[k].capital or "and" in cats:
            return j
    return j
