"""Rules for Slavic adjectives of months and weekdays: июльский визит, березневий наступ 1918 року, piątkowe spotkanie."""

from __future__ import annotations

from helpers.coding.timex.cursor import Cursor
from helpers.coding.timex.meaning import Meaning, Parsed
from helpers.coding.timex.pieces import plausible_year, year_word_after


def parse_month_adjective(p: Cursor, i: int) -> Parsed | None:
    """A Slavic adjective of a month before its noun: июльский визит, березневий наступ 1918 року; not Октябрьская революция, травневий жук."""
    t = p.tokens
    if not _dates_noun(p, i):
        return None
    number = t[i].cats["madj"]
    if plausible_year(p, i + 2) and 1900 <= t[i + 2].number <= 2100 and not p.is_counted_after(i + 3):
        return Meaning("date", year=t[i + 2].number, month=number, rule="month-year"), year_word_after(
            p, i + 3
        )
    return Meaning("date", month=number, rule="month-adjective"), i + 1


def parse_weekday_adjective(p: Cursor, i: int) -> Parsed | None:
    """A Slavic adjective of a weekday before its noun: piątkowe spotkanie, субботний удар; not субботний номер."""
    if not _dates_noun(p, i):
        return None
    return Meaning("weekday", weekday=p.tokens[i].cats["wadj"], rule="weekday-adjective"), i + 1


def _dates_noun(p: Cursor, i: int) -> bool:
    """True for an adjective, small or at the head of its sentence, before a noun of what happens."""
    before, noun = p.tokens[i - 1], p.tokens[i + 1]
    begins = before.kind in "lx" or before.word in '.!?;:–—•"«„'
    if (p.tokens[i].capital and not begins) or noun.kind != "w" or noun.capital:
        return False
    word = "у" + noun.word[1:] if noun.word.startswith("ў") else noun.word
    return word.startswith(p.lexicon.happenings)
