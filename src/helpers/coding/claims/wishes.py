"""Requests, offers and proposals that are somebody's: turning one down is a refusal, whatever it asks for."""

from __future__ import annotations

from helpers.coding.claims.bystanders import countries_of
from helpers.coding.claims.patterns import Hit
from helpers.coding.claims.sentences import Sentence

_OWNER_REACH = 2  # words between a wish and whose it is
_ACT_REACH = 6  # words of what it asks for, where that stands before it
_VERB_REACH = 8  # words between a wish and its refusal


def wish_of_somebody(sentence: Sentence, hit: Hit, *, verb_last: bool) -> Hit | None:
    """Turned down the Iranian proposal to hold drills: the word for the proposal, beside whose it is.

    Args:
        sentence: the sentence.
        hit: a verb of refusing.
        verb_last: what a wish is for stands before it, and whose it is before that.
    """
    clause = sentence.clause_of(hit)
    for wish in sentence.of("wish"):
        if (
            sentence.clause_of(wish) != clause
            or max(wish.first - hit.last, hit.first - wish.last) > _VERB_REACH
        ):
            continue
        reach = _ACT_REACH if verb_last else _OWNER_REACH
        if any(
            m.kind not in ("agency", "outlet") and len(countries_of(m)) == 1
            and (0 <= sentence.token_at(m.start) - wish.last < _OWNER_REACH or 0 <= wish.first - 1 - sentence.token_at(m.end - 1) < reach)
            and not hit.first <= sentence.token_at(m.start) < hit.last
            for m in sentence.mentions
        ):  # fmt: skip
            return wish
    return None
