"""Words of the past that say when something told in passing happened: between commas, or in a relative clause."""

from __future__ import annotations

from helpers.coding.claims.patterns import Hit
from helpers.coding.claims.sentences import Sentence, commas_between, is_verb
from helpers.coding.claims.tokens import COMMAS


def is_of_another(sentence: Sentence, cue: Hit, hit: Hit, opening: int, *, verb_last: bool) -> bool:
    """The words of the past before a verb belong to another one, told in passing.

    Args:
        sentence: the sentence.
        cue: the words of the past.
        hit: a trigger behind them in their clause.
        opening: the first token of that clause.
        verb_last: the language's order.
    """
    return _is_of_aside(sentence, cue, hit) or _is_of_relative(sentence, cue, hit, opening, verb_last)


def _is_of_aside(sentence: Sentence, cue: Hit, hit: Hit) -> bool:
    """The treaty, signed three years ago, was ratified: the words of the past stand with a verb of their own between commas."""
    if not commas_between(sentence, cue, hit):
        return False
    return any(
        is_verb(t) and t is not hit and t.last <= cue.first and not commas_between(sentence, t, cue)
        and t.first > 0 and sentence.tokens[t.first - 1].norm in COMMAS
        for t in sentence.of("trigger")
    )  # fmt: skip


def _is_of_relative(sentence: Sentence, cue: Hit, hit: Hit, opening: int, verb_last: bool) -> bool:
    """The pact that they concluded last year took effect: what a relative clause dates does not date the main verb."""
    opened = opening > 0 and any(c.first <= opening < c.last for c in sentence.cues("break"))
    if not opened or not is_verb(hit):
        return False
    verbs = [t for t in sentence.of("trigger") if is_verb(t) and t is not hit and t.last > opening]
    if verb_last:  # که پارسال بسته شد، لازم‌الاجرا شد: the comma behind its verb closes it
        return any(
            cue.last <= t.first and t.last < hit.first and sentence.tokens[t.last].norm in COMMAS
            for t in verbs
        )
    return not commas_between(sentence, cue, hit) and any(t.last <= cue.first for t in verbs)
