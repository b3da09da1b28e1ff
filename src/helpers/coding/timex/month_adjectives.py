"""Rules for Slavic adjectives of months: июльский визит, березневий наступ 1918 року."""

from __future__ import annotations

from helpers.coding.timex.cursor import Cursor
from helpers.coding.timex.meaning import Meaning, Parsed
from helpers.coding.timex.pieces import plausible_year, year_word_after


def parse_month_adjective(p: Cursor, i: int) -> Parsed | None:
    """A Slavic adjective of a month before its noun: июльский визит, березневий наступ 1918 року; not Октябрьская революция, травневий жук."""
    t = p.tokens
    begins = t[i - 1].kind in "lx" or t[i - 1].word in '.!?;:–—•"«„'
    noun = t[i + 1]
    if (t[i].capital and not begins) or noun.kind != "w" or noun.capital:
        return None
    if not noun.word.startswith(p.lexicon.happenings):
        return None
    number = t[i].cats["madj"]
    if plausible_year(p, i + 2) and 1900 <= t[i + 2].number <= 2100 and not p.is_counted_after(i + 3):
        return Meaning("date", year=t[i + 2].number, month=number, rule="month-year"), year_word_after(
            p, i + 3
        )
    return Meaning("date", month=number, rule="month-adjective"), i + 1
