"""What shows that bare digits are a year: the words around them, a case ending, a bracket, a verb; and what shows that they are none."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from helpers.coding.timex import german_years
from helpers.coding.timex.absolute import names_street
from helpers.coding.timex.cursor import CURRENCY, DASHES, Cursor
from helpers.coding.timex.meaning import Meaning
from helpers.coding.timex.pieces import plausible_year
from helpers.coding.timex.word_tenses import word_tense

_YEAR_CUES = (
    "prep",
    "since",
    "until",
    "before",
    "after",
    "between",
    "part",
    "season",
    "half",
    "month",
)


_WEAK_CUES = ("weakprep", "of", "art", "and", "to")


def is_year(p: Cursor, i: int) -> bool:
    """True when bare digits at `i` are shown to be a year by what stands around them."""
    t = p.tokens
    year, before, after = t[i].number, t[i - 1], t[i + 1]
    inside = p.after_case(
        i + 1
    )  # "Gemi 2021'in sonlarında": a case and a part behind it outweigh a word for a ship
    parted = p.lexicon.parts_after and inside > i + 1 and "part" in t[inside].cats and 1900 <= year <= 2100
    named = any(c in after.cats for c in ("season", "month")) and 1900 <= year <= 2100
    if parted or (p.lexicon.parts_after and named and not after.glued):
        return True  # Sığınak 1941 kışında kazıldı
    if p.lexicon.language == "tr" and inside > i + 1 and t[i + 2].word in _LOCATIVES:
        return 1000 <= year <= 2100  # kale 1784'te yandı, 1805'teki savaş
    if inside > i + 1 and _is_led_by_case(p, inside) and 1900 <= year <= 2100:
        return True  # yasa 2020'ye kadar geçerli
    if p.is_identifier_before(i) or p.is_counted_after(i + 1) or not p.ends_number(i + 1):
        return False
    if "month" in before.cats and names_street(p, i):
        return False  # Piața 1 Decembrie 1918
    if _is_part_counted(p, i):
        return False
    if after.word == "," and "street" in t[i + 2].cats:
        return False  # au 1876, rue du Port
    if p.lexicon.language == "en" and after.capital and "street" in t[i + 2].cats and t[i + 2].capital:
        return False  # at 2014 Elm Street
    if p.lexicon.language == "en" and after.glued and "osuf" in after.cats:
        return False  # the 1945th unit
    if p.lexicon.language == "de" and german_years.is_framed_year(p, i):
        return True
    if "numprep" in before.cats or _is_plural_noun(p, i + 1) or _opens_counted_range(p, i + 1):
        return False
    if before.kind in "lx" and (after.kind in "lx" or (after.word in ".:" and t[i + 2].kind in "lx")):
        return 1000 <= year <= 2100  # a heading
    if before.kind in "lx" and after.word == ":" and not t[i + 2].glued:
        return 1900 <= year <= 2100  # a heading with its title
    if p.lexicon.language == "de" and german_years.is_of_participle(p, i):
        return True
    solar = p.lexicon.solar_default and 1300 <= year <= 1450
    if _is_of_happening(p, i):
        return True
    if not (1900 <= year <= 2100 or solar) and not _is_old_year(p, i):
        return _is_bracketed(p, i) or (p.lexicon.language == "de" and german_years.is_old_year(p, i))
    k = p.after_case(i + 1)
    if p.lexicon.parts_after and (k > i + 1 or any(c in after.cats for c in ("part", "season", "month"))):
        return True
    if p.lexicon.language == "tr" and "to" in after.cats and plausible_year(p, i + 2):
        return True  # 2019 ile 2021 arasında
    if p.lexicon.language == "tr" and "yfol" in after.cats:
        return True  # 2010 tarihli anlaşma
    if p.lexicon.language == "de" and german_years.is_imprint(p, i):
        return True
    if (after.kind == "p" and after.word in "+*=") or after.kind == "n":
        return False
    cats = before.cats if " " not in before.word else {**before.cats, **_last_word(p, before.word)}
    if any(c in cats for c in _YEAR_CUES) or "ynoun" in cats:
        return True
    if (before.word in ",;" or "and" in cats or "to" in cats) and i - 2 in p.years:
        return True  # 1988, 1994 and 2000
    if any(c in cats for c in _WEAK_CUES):
        return _is_year_weakly(p, i)
    if before.word == "," and (after.word == ")" or _ends_imprint(p, i)):
        return True
    if any(_is_listed(p, i, step) for step in (-1, 1)):
        return True  # 1958,1962,1974
    if "birth" in before.cats or (before.word == "." and "birth" in t[i - 2].cats):
        return after.kind in "plx"
    if p.lexicon.language == "en" and (
        _is_attributive(p, i) or (after.capital and "rfigure" in t[i + 2].cats)
    ):
        return True  # predicting 1990 Bell earnings
    if before.word == "(" and after.kind == "p" and after.word in "),;–-":
        return True
    if before.word == "s" and t[i - 2].word == "'":
        return p.lexicon.language == "en" and after.kind == "w" and not after.capital
    if before.word in ",،" and ("month" in t[i - 2].cats or "season" in t[i - 2].cats):
        return True
    if "or" in before.cats and i - 2 in p.years:
        return True
    if "and" in after.cats and plausible_year(p, i + 2) and 1900 <= year <= 2100:
        last = i + 3 + 2 * (p.is_mark(i + 3, DASHES) and t[i + 4].digits == 4)
        if "yw_a" in t[last].cats:
            return True  # 2003 ir 2005–2007 m.
    return p.lexicon.language == "de" and german_years.is_year_of_clause(p, i)


def _is_led_by_case(p: Cursor, k: int) -> bool:
    """True where a word for until, since, before or after follows the case of a number, and nothing that is counted."""
    led = p.tokens[k].cats.keys() & {"until_a", "since_a", "before_a", "after_a"}
    return bool(led) and not p.is_counted_after(k + 1)


_LOCATIVES = ("de", "da", "te", "ta", "deki", "daki", "teki", "taki")
_PARTED = 6  # tokens between what is counted and how many of it


def _is_part_counted(p: Cursor, i: int) -> bool:
    """True for a count at the head of its sentence of which a part is told: Von 1944 Medaillen wurden 60, Of the 1944 medals, 60."""
    t = p.tokens
    lead = p.skip_back(i, "art")
    of = t[lead].cats.keys() & {"of", "since", "weaksince", "weakprep"}
    begins = bool(of) and (t[lead - 1].kind in "lx" or t[lead - 1].word in ".!?")
    noun = p.skip(i + 1, "of", limit=1)
    if not begins or t[noun].kind != "w" or t[noun].cats or p.tense_of(noun):
        return False
    if t[noun].capital and p.lexicon.language != "de":
        return False
    if p.lexicon.language == "ro" and noun == i + 1:
        return False  # a count has its "de"
    for k in range(noun + 1, noun + _PARTED):
        if t[k].kind not in "wn" and t[k].word not in ",،":
            return False
        if t[k].kind == "n":
            return t[k].number < t[i].number and t[k].digits < 4 and p.ends_number(k + 1)
    return False


def _is_of_happening(p: Cursor, i: int) -> bool:
    """True for a year behind of and what happened in it, where nothing counted follows: the battle of 1805, la guerra del 1866."""
    t = p.tokens
    k = p.skip_back(i, "of", "art", "weakprep")
    if k == i - 1 or t[k].kind != "w" or not 1000 <= t[i].number <= 2100 or not p.lexicon.happenings:
        return False
    if p.lexicon.language in ("ru", "uk", "be", "pl") or not t[k].word.startswith(p.lexicon.happenings):
        return False
    after = t[i + 1]
    return (
        after.kind in "lx"
        or (after.word in '.,;:)?!»”"' and p.ends_number(i + 1))
        or bool(after.cats.keys() & {"and", "art", "clause", "one", "prep"})
    )


def _last_word(p: Cursor, phrase: str) -> Mapping[str, Any]:
    """What the last word of a phrase is by itself: for of "planned for"."""
    return p.lexicon.words.get((phrase.rpartition(" ")[2],), {})


def _opens_counted_range(p: Cursor, j: int) -> bool:
    """True before the second number of a range of things counted: von 1450 bis 1850 Mark, from 1950 to 2000 tonnes."""
    joined = p.is_mark(j, DASHES) or any(c in p.tokens[j].cats for c in ("to", "until", "and"))
    k = p.skip(j + 1, "art", "to", "until") if joined else j
    if not joined or p.tokens[k].kind != "n":
        return False
    after = p.tokens[k + 1]
    return p.is_counted_after(k + 1) or after.word in CURRENCY or after.word == "%"


def _is_bracketed(p: Cursor, i: int) -> bool:
    """A year of former centuries alone in its brackets, or last in them: the novel (1877), (Leipzig, 1886)."""
    before = p.tokens[i - 1].word
    return 1500 <= p.tokens[i].number < 1900 and p.tokens[i + 1].word == ")" and before in ("(", ",")


def is_epithet(p: Cursor, meaning: Meaning, i: int, j: int) -> bool:
    """True for an English year that tells which thing is meant: after the 1999 reform is not after 1999."""
    if p.lexicon.language != "en" or meaning.kind != "date" or meaning.month is not None or meaning.part:
        return False
    after = p.tokens[j]
    noun = after.kind == "w" and all(c == "ident" for c in after.cats) and p.tense_of(j) == ""
    return noun and any(c in p.tokens[i - 1].cats for c in ("art", "one", "same"))


def _is_attributive(p: Cursor, i: int) -> bool:
    """An English year before a noun, behind a word that points: a 1996 law, that 1978 resolution, his failed 1996 campaign."""
    t = p.tokens
    before, after = t[i - 1], t[i + 1]
    if (
        after.kind != "w"
        or any(c != "ident" for c in after.cats)
        or not 1900 <= t[i].number <= 2050
        or t[i].number % 100 == 0
    ):
        return False
    if p.tense_of(i + 1) or after.word.endswith("s"):
        return False
    if any(c in before.cats for c in ("one", "same", "dir", "art")):
        return True
    led = t[i - 2].cats
    return (
        before.kind == "w"
        and not before.cats
        and not before.capital
        and any(c in led for c in ("art", "one"))
    )


def _is_plural_noun(p: Cursor, j: int) -> bool:
    """A French or Spanish word in -s that no list knows, right behind a number: what is counted."""
    t = p.tokens[j]
    if (
        p.lexicon.language not in ("fr", "es")
        or t.kind != "w"
        or t.cats
        or t.capital
        or not t.word.endswith(("s", "x"))
    ):
        return False
    return len(t.word) >= 5 and word_tense(t, p.lexicon) == ""


# endings of what can be counted; other languages ask for a word of the vocabulary behind the year
_PLURALS = {"en": ("s",), "fr": ("s", "x"), "es": ("s",), "it": ("i", "e")}


def _is_year_weakly(p: Cursor, i: int) -> bool:
    """Behind of, the, and: a year at the end of a phrase, or before a word of the vocabulary."""
    t = p.tokens
    cats, after = t[i - 1].cats, t[i + 1]
    if p.lexicon.language == "ro" and after.word == "de":
        return False
    if after.kind in "plx" or "and" in after.cats or "to" in after.cats:
        return after.word != "-" or not after.glued
    if "art" in cats and p.lexicon.language == "de":  # der Dichter, der 1997 gestorben ist
        return after.kind == "w" and not after.capital and t[i].number % 100 != 0
    if "art" in cats and p.lexicon.language in ("en", "es", "it"):
        return not after.capital or (p.lexicon.language == "en" and 1950 <= t[i].number <= 2050)
    if (
        "of" in cats
        and 1950 <= t[i].number <= 2050
        and not after.capital
        and not after.cats
        and t[i].number % 100
    ):
        return not after.word.endswith(_PLURALS.get(p.lexicon.language, ("",)))  # rules of 2016 expire
    return ("weakprep" in cats or "of" in cats) and bool(after.cats) and "unit" not in after.cats


def _is_old_year(p: Cursor, i: int) -> bool:
    """A year from 1000 to 1899 behind a preposition, where no noun follows that could be counted."""
    t = p.tokens
    after = t[i + 1]
    led = any(c in t[i - 1].cats for c in ("prep", "since", "weaksince", "until", "before", "after", "birth"))
    if not 1000 <= t[i].number < 1900 or not led or p.lexicon.year_needs_word:
        return False
    if after.kind in "plx":
        return True
    has = after.word == "a" and p.lexicon.language == "ro" and t[i + 2].kind == "w"  # În 1797 a cerut voie
    if ("of" in after.cats and not has) or after.kind == "n":
        return False
    return bool(after.cats) or (
        t[i].number >= 1600 and not after.capital and p.lexicon.language in ("ro", "it", "es", "fr", "en")
    )


def _is_listed(p: Cursor, i: int, step: int) -> bool:
    """True for a year with another one glued to it by a comma."""
    comma, other = p.tokens[i + step], p.tokens[i + 2 * step]
    joined = comma.word == "," and comma.glued and (other.glued if step > 0 else p.tokens[i].glued)
    return (
        joined and other.digits == 4 and 1900 <= other.number <= 2050 and 1900 <= p.tokens[i].number <= 2050
    )


def _ends_imprint(p: Cursor, i: int) -> bool:
    """A year behind a name and a comma, before a mark: Târgoviște: Cetatea de Scaun, 2016. (Monitorul Oficial, 2008, nr. 230)."""
    t = p.tokens
    name, after = t[i - 2], t[i + 1]
    named = name.kind == "w" and name.capital and not name.cats
    closed = after.kind in "lx" or after.word in ".,;()"
    return named and closed and 1950 <= t[i].number <= 2050 and t[i].number % 100 != 0
