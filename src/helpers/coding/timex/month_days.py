"""Rules for a day without its month: el día 12, il giorno 12, 12 числа, on the 12th, am 12."""

from __future__ import annotations

from helpers.coding.timex.cursor import Cursor
from helpers.coding.timex.meaning import Meaning, Parsed
from helpers.coding.timex.pieces import month_at


def parse_month_day(p: Cursor, i: int) -> Parsed | None:
    """A day without its month: el día 12, il giorno 12, 12 числа, the 12th."""
    t = p.tokens
    if "mday_b" in t[i].cats:
        k = i + 1
        if t[k].kind != "n" or p.is_counted_after(k + 1) or not p.ends_number(k + 1):
            return None
        found = p.day_number(k)
        follows = found is not None and month_at(p, p.skip(found[1], "of", "art")) is None
    else:
        found = p.day_number(i)
        follows = (
            found is not None and found[1] > i + 1 - ("dsuf" in t[i + 1].cats) and _closes_day(p, i, found[1])
        )
    if found is None or found[2] or not follows or found[0] > 31:
        return None
    end = found[1] - (t[found[1] - 1].word == "." and p.lexicon.language in _BARE_DAYS)  # il giorno 12.
    j = end + ("dsuf" in t[end].cats)
    return Meaning("monthday", day=found[0], rule="day-of-month"), j


_BARE_DAYS = {"fr": "le", "es": "el", "it": "il"}


def _closes_day(p: Cursor, i: int, j: int) -> bool:
    """True behind a day of the month: числа in Slavic; in English on the 12th, by the 12th, with no noun behind it."""
    t = p.tokens
    if "dsuf" in t[j].cats and p.lexicon.language in ("ru", "uk", "be"):
        return True
    if p.lexicon.language == "de":
        lower = (
            t[j].kind == "w" and not t[j].capital and not t[j].cats.keys() & {"and", "to", "until", "unit"}
        )
        return (
            t[j - 1].word == "." and t[i - 1].word in ("am", "zum", "vom") and lower
        )  # reist am 12. wieder ab
    if p.lexicon.language in _BARE_DAYS:  # et repartira le 12.
        return (
            t[i - 1].word == _BARE_DAYS[p.lexicon.language] and p.tense_of(i - 2) != "" and t[j].kind in "lx"
        )
    if p.lexicon.language != "en" or "osuf" not in t[j - 1].cats or t[i - 1].word != "the":
        return False
    asked = t[i - 2].word in ("on", "by", "until", "till", "since")
    joined = "and" in t[j].cats and t[j + 1].kind == "w" and "ord" not in t[j + 1].cats
    return asked and (t[j].kind in "plx" or p.tense_of(j) != "" or joined)
