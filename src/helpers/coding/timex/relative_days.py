"""Rules for days named from today or from the day before: yesterday, heute, tags darauf, накануне, le lendemain du 5 mai."""

from __future__ import annotations

from helpers.coding.timex.cursor import Cursor
from helpers.coding.timex.meaning import Meaning, Parsed


def parse_relative_day(p: Cursor, i: int) -> Parsed | None:
    """yesterday, heute, послезавтра, پریروز; and those counted from the expression before (tags darauf)."""
    cats = p.tokens[i].cats
    if "folday" in cats:
        counted = (cats["folday"], "day", i + 1) if _governs_date(p, i + 1) else None
        return Meaning(
            "relative", unit="day", count=cats["folday"], anchor="previous", counted=counted, rule="chain-day"
        ), i + 1
    if p.lexicon.language == "de" and p.tokens[i].capital and p.tokens[i - 1].kind == "w":
        return None  # der Morgen
    if p.lexicon.language == "en" and p.tokens[i].capital and p.tokens[i - 1].upper and not p.tokens[i].upper:
        return None  # VOA Today
    if p.tokens[i].word == "maine" and p.tokens[i].capital and p.tokens[i - 1].kind == "w":
        return None  # Mack Maine
    adjective = p.lexicon.language in _GENITIVE and p.tokens[i + 1].cats.get("unit") == "day"
    if adjective and "plural" not in p.tokens[i + 1].cats:  # з учорашнього дня
        return Meaning("relative", unit="day", count=cats["day"], rule="relative-day"), i + 2
    return Meaning("relative", unit="day", count=cats["day"], rule="relative-day"), _past_weekday(p, i + 1)


_GENITIVE = frozenset(("ru", "uk", "be", "pl"))


def _governs_date(p: Cursor, j: int) -> bool:
    """True where a day named by the one beside it governs what follows: le lendemain du 5 mai, накануне 5 мая, víspera del 5."""
    t = p.tokens[j]
    if p.lexicon.language in _GENITIVE:
        return t.kind == "n" or (t.kind == "w" and not t.capital and not t.cats)
    return "of" in t.cats


def _past_weekday(p: Cursor, j: int) -> int:
    """The index behind a weekday in apposition: hoy, jueves; today, Thursday; oggi lunedì."""
    t = p.tokens
    k = j
    if p.is_mark(k, ","):
        k += 1
    k = p.skip(k, "dw_b", "prep", limit=1) if k > j else k
    if "wday" not in t[k].cats and "wday_weak" not in t[k].cats:
        return j
    end = k + 1 + ("wdw_a" in t[k + 1].cats)
    if "dir" in t[end].cats or "unit" in t[end].cats:
        return j
    if k == j:
        apart = (
            p.lexicon.language == "de" and "ig" not in t[j - 1].word
        )  # am morgigen Sonntag; gestern Montag is none
        return end if p.lexicon.language in ("es", "it", "fr", "ro", "de") and not apart else j
    return end if t[end].kind in "plx" else j
