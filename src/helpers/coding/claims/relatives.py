"""Who takes part in what a relative clause tells, and in what its sentence goes on to tell behind it."""

from __future__ import annotations

from collections.abc import Sequence

from helpers.coding.claims.bystanders import countries_of
from helpers.coding.claims.drafting import Draft
from helpers.coding.claims.sentences import Sentence
from helpers.coding.claims.tokens import COMMAS
from helpers.foundation.records import Mention

_OPENING = ("break", "break_after_comma", "under_which")
_SIDES = 2


def parties_around(draft: Draft, sentence: Sentence, usable: Sequence[Mention]) -> tuple[str, ...]:
    """Lukashenko, who is to travel to Iran, received a Russian: each act has who stands before the comma and its own half.

    Args:
        draft: the event.
        sentence: the sentence.
        usable: mentions that may take part.

    Returns:
        the two countries of the half the event stands in, sorted; () where that does not name two, or nobody stands
        right before a relative clause.
    """
    clause = sentence.clause_of(draft.hit)
    opening = sentence.opening_of(clause)
    if not opening or sentence.tokens[opening].norm not in COMMAS:
        return ()
    if not any(opening < c.first <= opening + 2 for c in sentence.cues(*_OPENING)):
        return ()
    before = [
        m for m in usable
        if m.kind in ("person", "office") and len(countries_of(m)) == 1 and sentence.token_at(m.end - 1) == opening - 1
    ]  # fmt: skip
    if not before:
        return ()
    closing = next(
        (i for i in range(opening + 1, len(sentence.tokens)) if sentence.tokens[i].norm in COMMAS), None
    )
    if closing is None:
        return ()
    inside = draft.hit.last <= closing
    low, high = (opening, closing) if inside else (closing, len(sentence.tokens))
    own = [m for m in usable if low < sentence.token_at(m.start) < high]
    named = {c for m in (*before[-1:], *own) for c in countries_of(m)}
    return tuple(sorted(named)) if len(named) == _SIDES else ()
