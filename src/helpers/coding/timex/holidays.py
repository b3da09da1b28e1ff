"""Rules for holidays: days named by a feast, with their year, or behind a word that asks for a time."""

from __future__ import annotations

from helpers.coding.timex.cursor import Cursor
from helpers.coding.timex.feasts import CODE
from helpers.coding.timex.meaning import Meaning, Parsed
from helpers.coding.timex.pieces import year_tail

_CUES = ("prep", "hprep", "since", "until", "before", "after", "between", "to", "and", "part", "dw_b")


def holiday_meaning(code: str) -> Meaning:
    """The meaning of a holiday's code: a day of a month, or a feast that is computed for each year."""
    match = CODE.fullmatch(code)
    assert match is not None, code  # the lexicon has checked it
    if match["month"] is not None:
        calendar = "s" if match["solar"] else "g"
        return Meaning(
            "date", month=int(match["month"]), day=int(match["day"]), calendar=calendar, rule="holiday"
        )
    if code == "nowruz":
        return Meaning("date", month=1, day=1, calendar="s", rule="holiday")
    return Meaning("feast", unit=code, calendar="s" if match["solar"] else "g", rule="holiday")


def parse_holiday(p: Cursor, i: int) -> Parsed | None:
    """A holiday with its year, or behind a word that asks for a time: Christmas 2022, к Пасхе, since Easter, an Ostern."""
    t = p.tokens
    token = t[i]
    inflected = p.lexicon.language == "tr" and token.word.endswith(
        ("nda", "ndan", "nde", "nden")
    )  # yılbaşında
    if " " not in token.word and not token.capital and p.lexicon.language != "fa" and not inflected:
        return None  # città natale
    meaning = holiday_meaning(token.cats["holiday"])
    attributes, j = year_tail(p, i + 1, "s" if p.lexicon.solar_default else "g")
    if attributes:
        return _dated(p, meaning, attributes), j
    k = p.skip_back(i, "art", "approx")
    cued = any(c in t[k].cats for c in _CUES) or (p.lexicon.language in ("lt", "tr") and k == i - 1)
    if p.lexicon.language == "en" and token.word.endswith(" day") and p.tense_of(i - 1):
        cued = True  # found Thanksgiving Day
    if token.word.startswith(("jour ", "día ", "giorno ")) and "art" in t[i - 1].cats:
        cued = True  # fermée le jour de l'An
    if "weaksince" in t[k].cats:
        cued = True  # stă din Paști
    elif "of" in t[k].cats:  # De Crăciun trecătoarea a fost închisă; not brad de Crăciun, albero di Natale
        cued = (
            t[k - 1].kind in "plx"
            or any(c in t[k - 1].cats for c in ("and", "clause"))
            or any(p.tense_of(k - n) for n in (1, 2))
        )
    if not cued or _names_more(p, i):
        return None
    return meaning, i + 1


def _dated(p: Cursor, meaning: Meaning, attributes: dict[str, int]) -> Meaning:
    """With its year: نوروز ۱۴۰۲ is the first day of that year; Nowruz 2023 falls into that one."""
    year = attributes.get("year")
    if meaning.calendar == "s" and year is not None and year > 1700:
        attributes = {**attributes, "year": year - (621 if (meaning.month or 1) <= 9 else 622)}
    return meaning.but(**attributes)


def _names_more(p: Cursor, i: int) -> bool:
    """True when the name goes on: Easter Island, Christmas tree, Paşa Noel Baba."""
    after = p.tokens[i + 1]
    if after.kind == "p":
        return after.word == "-" and after.glued
    if after.kind != "w":
        return False
    if "hnoun" in after.cats:
        return True
    return after.capital and not after.cats and p.lexicon.language != "de" and not after.upper
