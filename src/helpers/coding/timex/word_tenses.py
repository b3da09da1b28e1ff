"""What one word shows of tense, by its form and the words right beside it; where a sentence ends."""

from __future__ import annotations

import re

from helpers.coding.timex.lexicon import Lexicon
from helpers.coding.timex.scan import Token
from helpers.coding.timex.verb_forms import is_persian_present, is_prefixed_past
from helpers.foundation.memory import VOCABULARY

WINDOW = 30
STOPS = frozenset(".!?;…:")
CLAUSE_MARKS = frozenset(',–—-()«»„“”"')
_TENSELESS = ("month", "wday", "unit", "day", "card", "ord", "dir", "anch")


def word_tense(token: Token, lexicon: Lexicon) -> str:
    """Tense that a word shows by itself: fut, past, pres or ''."""
    cats = token.cats
    if cats:
        if "month_weak" in cats and token.capital and lexicon.capitalised:
            return ""
        if "verbn" in cats or "report" in cats:
            return "report" if "report" in cats else ""
        for name in ("fut", "past", "pres"):
            if name in cats:
                return name
        if any(c in cats for c in _TENSELESS):
            return ""
    word = token.word
    known = lexicon.tense_cache.get(word)
    if known is None:
        known = _by_ending(word, lexicon)
        if len(lexicon.tense_cache) >= VOCABULARY:
            lexicon.tense_cache.clear()
        lexicon.tense_cache[word] = known
    return known


def _by_ending(word: str, lexicon: Lexicon) -> str:
    if lexicon.language == "de" and word not in lexicon.ending_exceptions and is_prefixed_past(word, lexicon):
        return "past"
    if len(word) < 4 or word in lexicon.ending_exceptions:
        return ""
    best, found = 0, ""
    for name, endings in (
        ("fut", lexicon.future_endings),
        ("past", lexicon.past_endings),
        ("pres", lexicon.present_endings),
    ):
        for ending in endings:
            if len(ending) > best and len(word) > len(ending) + 1 and word.endswith(ending):
                best, found = len(ending), name
    if lexicon.language == "fa" and best <= len("ند") and is_persian_present(word):
        return "pres"
    return found


def is_plural(token: Token) -> bool:
    """True for an English word in the form of a plural."""
    return len(token.word) > 3 and token.word.endswith("s") and not token.word.endswith(("ss", "us", "is"))


_ADJECTIVES = ("их", "ых")
_GOVERNORS = ("prep", "weakprep", "after", "before", "until", "since", "goal")


def is_governed(tokens: list[Token], k: int) -> bool:
    """True for a word behind a preposition or an adjective of the genitive plural, which is no verb."""
    before = tokens[k - 1]
    return any(c in before.cats for c in _GOVERNORS) or (
        not before.cats and before.word.endswith(_ADJECTIVES)
    )


# A German past participle: gesagt, aufgenommen, beschlossen, zerstört; those in -iert are endings of the lexicon.
_PARTICIPLE = re.compile(r"(?:\w{0,6}ge\w{2,}|(?:be|ver|er|zer|ent|emp|miss|über|unter|wider)\w{3,})(?:t|en)")


def stands_alone(tokens: list[Token], lexicon: Lexicon, k: int) -> bool:
    """True for a copula without a participle in its sentence, which is the present: Am Sonntag sind Wahlen."""
    for start, step, stops in ((k - 1, -1, CLAUSE_MARKS | STOPS), (k + 1, 1, STOPS)):
        for j in range(start, start + step * WINDOW, step):
            token = tokens[j]
            if token.kind in "lx" or (token.kind == "p" and token.word in stops and not is_inside(tokens, j)):
                break
            if token.kind == "w" and not token.capital and _tells_past(token, lexicon):
                return False
    return True


def is_perfect(tokens: list[Token], lexicon: Lexicon, k: int) -> bool:
    """True for a French copula before a participle, which is the past: s'est réunie, sont déjà partis."""
    if lexicon.language != "fr":
        return False
    for after in tokens[k + 1 : k + 3]:
        if after.kind != "w" or after.capital:
            return False
        if len(after.word) >= 4 and after.word.endswith(lexicon.participle_endings):
            return True
    return False


def _tells_past(token: Token, lexicon: Lexicon) -> bool:
    if "aux" in token.cats or token.word in lexicon.ending_exceptions:
        return False
    return word_tense(token, lexicon) != "" or is_german_participle(token, lexicon)


def is_german_participle(token: Token, lexicon: Lexicon) -> bool:
    """True for a word in the form of a German past participle: gebaut, zerstört, aufgenommen."""
    return token.word not in lexicon.ending_exceptions and _PARTICIPLE.fullmatch(token.word) is not None


_PERFECTS = ("a ", "au ", "ha ", "hanno ", "han ", "ont ")


def is_past_report(token: Token, lexicon: Lexicon) -> bool:
    """True for a verb of saying in the past: said, a spus, ha detto, اعلام کرد."""
    if token.word.startswith(_PERFECTS):
        return True  # a spus, ha detto
    last = token.word.rpartition(" ")[2]
    if "past" in token.cats or (last != token.word and "past" in lexicon.words.get((last,), {})):
        return True  # اعلام کرد
    return _by_ending(last, lexicon) == "past"


def ends_sentence(tokens: list[Token], k: int) -> bool:
    """True when the token at `k` closes a sentence or a line."""
    token = tokens[k]
    if token.kind in "lx":
        return True
    return token.kind == "p" and token.word in ".!?;…" and not (token.word == "." and is_inside(tokens, k))


def is_inside(tokens: list[Token], k: int) -> bool:
    """True when the dot at `k` ends no sentence: a small letter follows, or an initial stands before it."""
    before, after = tokens[k - 1], tokens[k + 1]
    if after.kind == "w" and not after.capital and after.word[:1].islower():
        return True
    return before.kind == "w" and before.capital and before.end - before.start == 1 and not after.glued


def has_future_auxiliary(tokens: list[Token], lexicon: Lexicon, k: int) -> bool:
    """True when a word of the future stands close before a participle at `k`: will be signed, sera signé, bus priimtas."""
    for back in range(1, 4):
        token = tokens[k - back]
        if token.kind != "w":
            return False
        if word_tense(token, lexicon) == "fut" or (token.word == "be" and tokens[k - back - 1].word == "to"):
            return True
    return False
