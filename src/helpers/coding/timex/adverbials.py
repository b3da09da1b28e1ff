"""Weekdays that date a thing and not the clause: after the talks on Monday, die am Montag begonnenen Gespräche, начатые в понедельник.

What is named as known, behind a word for after or with a past participle, has happened, though the clause looks ahead.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from helpers.coding.timex.lexicon import Lexicon
from helpers.coding.timex.scan import Token

_REACH = 8  # tokens between the word for after and the weekday
_SLAVIC = frozenset(("ru", "uk", "be", "pl", "lt"))
_OPENS = frozenset('.!?;:–—-«»„“”"(')
_GERMAN_PARTICIPLE = re.compile(r"\w{3,}(?:t|n)e[nrms]?")
_PRESENT_PARTICIPLE = re.compile(r"\w+ende[nrms]?")
# German words that open a noun: what stands between them and their noun belongs to it
GERMAN_ARTICLES = frozenset(
    ("der", "die", "das", "den", "dem", "des", "ein", "eine", "einer", "einen", "einem", "eines")
)
_OF_DAY = ("günkü",)


Tense = Callable[[Token, Lexicon], str]


def is_of_past_event(tokens: list[Token], lexicon: Lexicon, i: int, j: int, tense: Tense) -> bool:
    """True where the weekday at i..j-1 says when something known was, not when the clause is; `tense` tells that of a word."""
    if lexicon.language == "de" and _is_of_german_participle(tokens, lexicon, i, j):
        return True
    if lexicon.language == "lt" and _is_of_lithuanian_participle(tokens, lexicon, j):
        return True
    if not any(c in tokens[i].cats for c in ("wday", "wday_weak", "wadj")):
        return False
    if lexicon.language == "tr":
        return tokens[j - 1].word in _OF_DAY and _has_after_behind(tokens, j)
    return _is_behind_after(tokens, lexicon, i, j, tense)


def leads_noun(tokens: list[Token], lexicon: Lexicon, j: int) -> bool:
    """True for a Lithuanian weekday before its noun: po pirmadienio derybų is after Monday's talks, not after Monday."""
    after = tokens[j]
    return lexicon.language == "lt" and after.kind == "w" and not after.capital and not after.cats


def _has_after_behind(tokens: list[Token], j: int) -> bool:
    for k in range(j, j + _REACH):
        if tokens[k].kind not in "wn" and tokens[k].word != "'":
            return False
        if "after_a" in tokens[k].cats or "later_a" in tokens[k].cats:
            return True
    return False


def _is_of_german_participle(tokens: list[Token], lexicon: Lexicon, i: int, j: int) -> bool:
    """True between an article and a past participle with its noun: der am Montag unterzeichnete Vertrag."""
    k = i - 1 - ("prep" in tokens[i - 1].cats)
    if tokens[k].word not in GERMAN_ARTICLES:
        return False
    for k in range(j, j + 4):
        token = tokens[k]
        if token.kind != "w":
            return False
        if not token.capital and not token.cats and _GERMAN_PARTICIPLE.fullmatch(token.word):
            present = _PRESENT_PARTICIPLE.fullmatch(token.word) is not None
            stem = token.word.rstrip("nrms").removesuffix("e")
            planned = "fut" in lexicon.words.get((stem,), {})  # die am Montag geplante Abstimmung
            return not present and not planned and tokens[k + 1].kind == "w" and tokens[k + 1].capital
    return False


def _is_of_lithuanian_participle(tokens: list[Token], lexicon: Lexicon, j: int) -> bool:
    """True before a past participle with its noun: pirmadienį prasidėjusios derybos, balandį dviem mėnesiams sudarytos paliaubos."""
    for k in range(j, j + 3):
        token = tokens[k]
        if token.kind not in "wn":
            return False
        if not token.cats and len(token.word) > 5 and token.word.endswith(lexicon.participle_endings):
            after = tokens[k + 1]
            return after.kind == "w" and not after.capital and not after.cats.keys() - {"prospect", "ident"}
    return False


def _is_behind_after(tokens: list[Token], lexicon: Lexicon, i: int, j: int, tense: Tense) -> bool:
    """True behind a word for after and a noun, where the phrase opens its sentence or the noun governs the weekday."""
    lead = tokens[i - 1]
    governed = "of" in lead.cats or (lead.word == "'" and "of" in tokens[i - 2].cats)
    if "wadj" in tokens[i].cats or leads_noun(tokens, lexicon, j):
        return "after" in lead.cats
    nouns = 0
    for k in range(i - 1, i - 1 - _REACH, -1):
        token = tokens[k]
        if token.kind not in "wn" and token.word != "'":
            return False
        if "after" in token.cats:
            if lexicon.language == "de" and tokens[k + 1].word not in GERMAN_ARTICLES:
                return False  # nach Minsk
            opens = tokens[k - 1].kind in "lx" or (tokens[k - 1].kind == "p" and tokens[k - 1].word in _OPENS)
            persian = lexicon.language == "fa" and "dw_b" not in lead.cats
            return nouns > 0 and (
                governed or persian or (opens and not _leads_verb(tokens, lexicon, j, tense))
            )
        if (
            "clause" in token.cats
            or "wday" in token.cats
            or "wday_weak" in token.cats
            or "wadj" in token.cats
        ):
            return False
        if not token.capital and tense(token, lexicon) in ("fut", "pres"):
            return False
        nouns += token.kind == "w" and not any(c in token.cats for c in ("prep", "art", "of"))
    return False


def _leads_verb(tokens: list[Token], lexicon: Lexicon, j: int, tense: Tense) -> bool:
    """True before a verb, where word order is free: после переговоров министр в понедельник вылетит."""
    return lexicon.language in _SLAVIC and tense(tokens[j], lexicon) != ""
