"""What was agreed, decided, ordered or put off in the past: the date of the deed lies ahead of the clause's past verb.

They agreed to meet in March; стороны договорились встретиться в пятницу; beschlossen, im März zu tagen; martta görüşmeye karar verdi.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from helpers.coding.timex.adverbials import GERMAN_ARTICLES
from helpers.coding.timex.cursor import CURRENCY
from helpers.coding.timex.lexicon import Lexicon
from helpers.coding.timex.scan import Token
from helpers.coding.timex.word_tenses import ends_sentence, word_tense

_REACH = 16  # tokens between the infinitive and the date
_NEAR = 7  # tokens between the word of prospect and its infinitive
_ROMANCE = frozenset(("fr", "es", "it"))
_MARKS = {"en": "to", "ro": "să", "de": "zu"}
_LEADS = {"fr": ("de", "à", "d"), "it": ("di", "a", "ad"), "es": ()}
_SPLIT_INFINITIVE = re.compile(
    r"(?:an|auf|aus|ab|ein|vor|zu|zurück|zusammen|fort|weiter|nach|bei|mit|statt|teil)zu\w+n"
)


def lies_ahead(tokens: list[Token], lexicon: Lexicon, i: int, j: int) -> bool:
    """True where the expression at i..j-1 dates an infinitive that a word of prospect governs."""
    if _is_deferred(tokens, lexicon, i, j) or _is_meant_for(tokens, lexicon, i, j):
        return True
    if lexicon.language == "de" and _is_of_present_participle(tokens, i, j):
        return True
    if lexicon.language == "en" and "wday" in tokens[i].cats and "prep" not in tokens[i - 1].cats:
        return False  # all voted to support the motion Friday
    if lexicon.language == "tr":
        return _governed_ahead(tokens, lexicon, j)
    return _look_left(tokens, lexicon, i)


_PRESENT_PARTICIPLE = ("ende", "enden", "ender", "endes", "endem")


def _is_of_present_participle(tokens: list[Token], i: int, j: int) -> bool:
    """True between an article and a present participle: die im Dezember auf Bali tagende Konferenz."""
    led = tokens[i - 1].kind == "w" and "prep" in tokens[i - 1].cats and tokens[i - 2].word in GERMAN_ARTICLES
    for k in range(j, j + _NEAR if led else j):
        token = tokens[k]
        if token.kind not in "wn":
            return False
        if not token.capital and token.word.endswith(_PRESENT_PARTICIPLE) and len(token.word) > 6:
            after = tokens[k + 1]
            return not token.cats and after.kind == "w" and after.capital
    return False


def _is_meant_for(tokens: list[Token], lexicon: Lexicon, i: int, j: int) -> bool:
    """True for a weekday that something is for, in a sentence without a verb of the past: прогноз на пятницу, weather for Friday."""
    k = i - 1
    while "art" in tokens[k].cats or "dw_b" in tokens[k].cats:
        k -= 1
    if "meant" not in tokens[k].cats or not ("wday" in tokens[i].cats or "wday_weak" in tokens[i].cats):
        return False
    if tokens[j].word == "'" and tokens[j].glued:
        return False  # blamed for Friday's attack
    for start, step in ((k, -1), (j, 1)):
        for n in range(start, start + step * _REACH, step):
            if ends_sentence(tokens, n):
                break
            if not tokens[n].capital and word_tense(tokens[n], lexicon) == "past":
                return False
    return True


def _is_deferred(tokens: list[Token], lexicon: Lexicon, i: int, j: int) -> bool:
    """True for the day to which something was put off, extended or called, or until which somebody was given time.

    перенесли на пятницу, auf Freitag verschoben, cumaya ertelendi; given until Friday, дали время до пятницы, cumaya kadar süre verildi.
    """
    if lexicon.language == "tr":
        back = j + 2 * (tokens[j].word == "'")
        last = tokens[j - 1].word if tokens[j].word != "'" else tokens[j + 1].word
        led = last.endswith(("a", "e")) or any("until_a" in token.cats for token in tokens[j : back + 2])
        return led and any("defer" in t.cats or "grant" in t.cats for t in _words(tokens, j, 1, _NEAR))
    k = i - 1
    while tokens[k].kind == "w" and ("art" in tokens[k].cats or "dw_b" in tokens[k].cats):
        k -= 1
    if tokens[k].word == "'":
        k -= 1
    goals = [token for token in (tokens[k], tokens[k - 1]) if token.kind == "w"]
    until = any("until" in token.cats for token in goals)
    if not until and not any("goal" in token.cats for token in goals):
        return False
    sides = (
        ((j, 1),)
        if lexicon.language == "fa"
        else ((k, -1), (j, 1))
        if lexicon.language == "de"
        else ((k, -1),)
    )
    for start, step in sides:
        for token in _words(tokens, start, step, _NEAR + until * _NEAR):
            if "defer" in token.cats or (until and "grant" in token.cats):
                return True
            if step < 0 and word_tense(token, lexicon) and not token.capital:
                break
    return False


_INSIDE = CURRENCY | {"'", "%"}


def _words(tokens: list[Token], start: int, step: int, most: int) -> Iterator[Token]:
    """The words of the clause from a place on, to one side."""
    for k in range(start, start + step * most, step):
        if tokens[k].kind not in "wn" and tokens[k].word not in _INSIDE:
            return
        yield tokens[k]


def _look_left(tokens: list[Token], lexicon: Lexicon, i: int) -> bool:
    """Walk back from the expression over its infinitive to the word of prospect; any other verb between them ends the walk."""
    infinitive, comma = 0, False
    for k in range(i - 1, i - 1 - _REACH - _NEAR, -1):
        token = tokens[k]
        if ends_sentence(tokens, k) or (token.kind == "p" and token.word in '«»“”":;–—('):
            return False
        if token.word in ",،":
            if lexicon.language != "de" and not tokens[k + 1].capital:
                return False  # a list of names goes on: to admit Poland, Hungary and others in March
            comma = True
            continue
        if token.kind != "w":
            continue
        if "prospect" in token.cats:
            if infinitive:
                return infinitive - k <= _NEAR
            open_group = lexicon.language == "fa" or (lexicon.language == "de" and comma)
            return open_group and _infinitive_behind(tokens, lexicon, i + 1)
        if not infinitive and is_infinitive(tokens, lexicon, k):
            if i - k > _REACH:
                return False
            infinitive = k
        elif lexicon.language == "ro" and _MARKS["ro"] in (tokens[k - 1].word, tokens[k - 2].word):
            continue  # să se întâlnească
        elif lexicon.language == "en" and tokens[k - 1].word == _MARKS["en"]:
            continue  # to meet
        elif word_tense(token, lexicon) and not token.capital and k + 1 != infinitive:
            return False
    return False


def is_infinitive(tokens: list[Token], lexicon: Lexicon, k: int) -> bool:
    """True for an infinitive, or the mark that leads one (to, să)."""
    token = tokens[k]
    language = lexicon.language
    if language in ("en", "ro"):
        after = tokens[k + 1]
        return token.word == _MARKS[language] and after.kind == "w" and not after.capital
    if language == "de":
        return (token.word == "zu" and tokens[k + 1].word.endswith("n") and not tokens[k + 1].capital) or (
            _SPLIT_INFINITIVE.fullmatch(token.word) is not None
        )
    if token.capital or token.cats or token.word in lexicon.ending_exceptions or len(token.word) < 4:
        return False
    if not token.word.endswith(lexicon.infinitive_endings):
        return False
    before = tokens[k - 1].word if tokens[k - 1].word != "'" else tokens[k - 2].word
    if language in _ROMANCE and _LEADS[language]:
        return before in _LEADS[language] or before in ("se", "s")
    return True


def _infinitive_behind(tokens: list[Token], lexicon: Lexicon, j: int) -> bool:
    for k in range(j, j + _REACH):
        token = tokens[k]
        if ends_sentence(tokens, k) or token.kind == "x":
            return False
        if lexicon.language == "fa" and token.word.endswith(lexicon.infinitive_endings):
            return not token.word.startswith("می")
        if lexicon.language == "de" and is_infinitive(tokens, lexicon, k):
            return True
        if word_tense(token, lexicon) in ("past", "fut") and not token.capital:
            return False
    return False


def _governed_ahead(tokens: list[Token], lexicon: Lexicon, j: int) -> bool:
    """Turkish: the verbal noun behind the expression and, close behind it, the word of prospect."""
    noun = 0
    for k in range(j, j + _REACH):
        token = tokens[k]
        if ends_sentence(tokens, k) or token.word == "," or token.kind == "x":
            return False
        if noun and "prospect" in token.cats:
            return k - noun <= _NEAR
        if word_tense(token, lexicon) and not token.capital:
            return False
        if not token.cats and len(token.word) > 5 and token.word.endswith(lexicon.infinitive_endings):
            noun = k
    return False
