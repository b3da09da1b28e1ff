"""What stands around an expression and completes it: the verb before its preposition, the year its neighbour names."""

from __future__ import annotations

from helpers.coding.timex.cursor import Cursor
from helpers.coding.timex.meaning import Meaning
from helpers.coding.timex.tense import word_tense

_STATE_REACH = 8
_CLAUSE_REACH = 6


def follows_verb(p: Cursor, k: int) -> bool:
    """True when the preposition at `k` begins its sentence or stands behind a verb: "funcționează din 2015", not "acordul din 2015"."""
    before = p.tokens[k - 1]
    if before.kind in "plx" or word_tense(before, p.lexicon) != "" or "state" in before.cats:
        return True
    for token in reversed(p.tokens[max(k - _STATE_REACH, 0) : k]):  # "se află la Teheran din 6 noiembrie"
        if token.kind in "plx":
            return False
        if "verbn" in token.cats:
            return True
    return False


def is_aside(p: Cursor, i: int, j: int) -> bool:
    """True for since in an aside without a verb: la huelga, en marcha desde el lunes, durará."""
    t = p.tokens
    if p.lexicon.language in ("en", "de"):
        return False  # their since is another word than their from
    since = next((k for k in (i - 1, i - 2, i - 3) if "since" in t[k].cats), i)
    if not p.is_mark(j, ",") or since == i or t[since].word.count(" ") > 1:  # a partir de may lie ahead
        return False
    for k in range(since - 1, since - _STATE_REACH, -1):
        if p.is_mark(k, ","):
            return True
        if t[k].kind != "w" or p.tense_of(k):
            return False
    return False


def inherit_year(p: Cursor, out: list[tuple[Meaning, int, int]], meaning: Meaning, i: int) -> Meaning:
    """A month or season right behind a year lies in it: торік у січні, pernai gegužę; in 2021, when in March."""
    if not out or meaning.year is not None or meaning.year_offset is not None or meaning.count is not None:
        return meaning
    before, _, end = out[-1]
    if (
        before.kind == "date"
        and before.month is None
        and before.calendar == meaning.calendar
        and not before.part
    ):
        told = meaning.kind == "date" and meaning.month is not None and p.is_mark(end, ",")
        if told and i - end <= _CLAUSE_REACH and any("when" in p.tokens[k].cats for k in range(end + 1, i)):
            return meaning.but(year=before.year)
        return meaning
    if (
        before.kind != "relative"
        or before.unit != "year"
        or before.anchor != "dct"
        or before.part
        or not 0 <= i - end <= 1
    ):
        return meaning
    if meaning.kind in ("season", "quarter", "half") or (
        meaning.kind == "date" and meaning.month is not None
    ):
        return meaning.but(year_offset=before.count)
    return meaning


def lend_year(p: Cursor, out: list[tuple[Meaning, int, int]], meaning: Meaning, i: int) -> None:
    """Give the year of a date to the one joined to it by a word for and: 31 May and 2 June 1793, в мае и июне 2012 года."""
    if not out or meaning.kind != "date" or meaning.month is None or meaning.calendar != "g":
        return
    before, start, end = out[-1]
    if before.kind != "date" or before.month is None or (before.day is None) != (meaning.day is None):
        return
    if before.year is not None or before.year_offset is not None or before.count is not None:
        return
    k = p.skip(end + p.is_mark(end, ","), "and", "prep", "art", "to", limit=3)
    if k != i or k == end or (meaning.year is None and meaning.year_offset is None):
        return
    year = meaning.year
    if year is not None and before.month > meaning.month:
        year -= 1
    out[-1] = before.but(year=year, year_offset=meaning.year_offset), start, end
