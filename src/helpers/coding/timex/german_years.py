"""What shows that bare digits are a year in German, which puts them into the clause without a preposition."""

from __future__ import annotations

import re

from helpers.coding.timex.adverbials import GERMAN_ARTICLES
from helpers.coding.timex.cursor import Cursor
from helpers.coding.timex.word_tenses import is_german_participle

_FRAME = 8  # tokens between a German auxiliary and the year before its participle
_AUXILIARIES = ("hat", "haben", "habe", "hatte", "hatten", "wurde", "wurden", "war", "waren", "ist", "sind")
_INFLECTED_PARTICIPLE = re.compile(
    r"(?:\w{0,8}ge\w{2,}|(?:be|ver|er|zer|ent)\w{3,}|\w{3,}ier)(?:t|en)e[nrms]?"
)
_INFINITIVE = re.compile(
    "(?:ab|an|auf|aus|bei|ein|fort|her|hin|los|mit|nach|nieder|um|vor|weg|zurück)zu.{2,}n$"
)


def is_framed_year(p: Cursor, i: int) -> bool:
    """A year between auxiliary and participle: haben 2022 ein Memorandum unterzeichnet. Counts of a thousand have a mark: 2.022 Betriebe."""
    t = p.tokens
    if t[i - 1].word not in _AUXILIARIES or not 1980 <= t[i].number <= 2050 or t[i].number % 100 == 0:
        return False
    end = next((k for k in range(i + 1, len(t)) if t[k].kind not in ("w", "n")), len(t))
    return end - 1 > i and is_german_participle(t[end - 1], p.lexicon)


def is_of_participle(p: Cursor, i: int) -> bool:
    """A year right before a participle: wurde 1871 gebaut, 1943 zerstört und 1953 neu errichtet."""
    after = p.tokens[i + 1]
    before = p.tokens[i - 1]
    if before.word in GERMAN_ARTICLES and 1900 <= p.tokens[i].number <= 2100 and p.tokens[i].number % 100:
        inflected = _INFLECTED_PARTICIPLE.fullmatch(after.word) is not None
        return inflected and not after.capital and not after.cats  # die 1936 gebaute Halle
    if (
        after.kind != "w"
        or after.capital
        or "art" in before.cats
        or p.tokens[i].number % 100 == 0
        or (before.capital and not (1980 <= p.tokens[i].number <= 2100 and _is_behind_auxiliary(p, i)))
    ):
        return False
    return is_german_participle(after, p.lexicon)


def _is_behind_auxiliary(p: Cursor, i: int) -> bool:
    """Hatten beide Länder 2007 geschlossen: the auxiliary of the participle stands before the noun, with no mark between."""
    for k in range(i - 1, max(i - _FRAME, 0), -1):
        if p.tokens[k].kind != "w":
            return False
        if p.tokens[k].word in _AUXILIARIES:
            return True
    return False


def is_old_year(p: Cursor, i: int) -> bool:
    """A year of former centuries behind an adverb or a relative pronoun: noch 1798, Fouqué, der 1811 seine Erzählung."""
    t = p.tokens
    if not 1500 <= t[i].number < 1900 or t[i].number % 100 == 0 or t[i + 1].kind not in "wlx":
        return False
    before, after = t[i - 1], t[i + 1]
    named = before.kind == "w" and before.capital and not before.upper and len(before.word) > 3
    if named and ("prep" in after.cats or after.kind in "lx"):
        return True  # der Priester Las Casas 1550 in seiner Streitschrift
    relative = "art" in t[i - 1].cats and t[i - 2].word == "," and not t[i + 1].capital
    return "yadv" in t[i - 1].cats or relative


def is_year_of_clause(p: Cursor, i: int) -> bool:
    """German puts bare years into the clause: 1981 waren sie, Schon 2007 hatten sie, wurde 2009 gegründet, geboren 1937."""
    t = p.tokens
    before, after = t[i - 1], t[i + 1]
    if before.kind == "w" and before.capital and before.word.endswith(p.lexicon.event_endings):
        return True  # im Wahlkampf 1998 das Dankeschön
    told = not after.capital and p.tense_of(i + 1) != ""
    if before.word == "," and told and 1900 <= t[i].number <= 2100 and t[i].number % 100:
        return True  # ..., 2004 waren es noch 800
    if before.word == "," and ("birth" in after.cats or "yfol" in after.cats):
        return True  # Houellebecq, 1958 geboren
    if before.word in ("wurde", "war", "wird", "ist") and after.kind == "w" and after.capital:
        return 1900 <= t[i].number <= 2100  # wurde 2003 Minister: nobody in the plural
    if after.kind == "w" and after.capital:
        return "yadv" in before.cats and t[i].number % 100 != 0  # wollte noch 1998 Deutschland anschließen
    if after.kind == "w" and (after.word == "zu" or _INFINITIVE.match(after.word)) and before.capital:
        return t[i].number % 100 != 0  # die Bewohner 1939 auszusiedeln
    if before.kind in "lx" or before.word in '.!?:»“"':
        return after.kind == "w"
    if before.word in "'’" and after.word.endswith(("te", "ter", "tes", "ten", "tem")):
        return t[i].number % 100 != 0  # Yeats' 1904 uraufgeführtes Stück
    if "yadv" in before.cats and _begins_sentence(p, i - 1):
        return after.kind == "w" and t[i].number % 100 != 0  # "Schon 2000 demonstrierten" may count people
    if before.kind == "w" and before.capital and not before.upper and t[i].number % 100:
        follows = "prep" in after.cats or "yfol" in after.cats
        follows = follows or "prep" in t[i - 2].cats  # nach dem Mord in Dunblane 1996 private Waffen verboten
        return after.kind == "w" and follows and len(before.word) > 3  # der Täter 2002 in Erfurt
    return (
        before.kind == "w"
        and not before.capital
        and "numprep" not in before.cats
        and "card" not in before.cats
    )


def is_imprint(p: Cursor, i: int) -> bool:
    """The year of a book behind its publisher and town: Salon Verlag, Köln 2000, at the end of the line or before its pages."""
    t = p.tokens
    if t[i - 2].word != "," or not t[i - 1].capital or t[i - 1].cats:
        return False
    pages = t[i + 1].kind == "n" and t[i + 2].word in ("s", "seiten")
    return (
        t[i + 1].kind in "lx"
        or pages
        or (t[i + 1].word in "-–" and not t[i + 1].glued and t[i + 2].kind == "n")
    )


def _begins_sentence(p: Cursor, i: int) -> bool:
    before = p.tokens[i - 1]
    return before.kind in "lx" or before.word in '.!?:;–—»“"(„'
