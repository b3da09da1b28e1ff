"""What one country does with an international body: signed free trade with the Eurasian Economic Union."""

from __future__ import annotations

from helpers.coding.claims.bystanders import countries_of
from helpers.coding.claims.drafting import Draft
from helpers.coding.claims.sentences import Sentence
from helpers.coding.claims.subjects import is_alliance
from helpers.foundation.records import Mention

_WITH_REACH = 3  # words between "with" and the name
_ARTICLE = 1  # words of it before the name of a country
_ACTS = ("agreement", "consultation", "cooperation")


def parties_with_body(draft: Draft, sentence: Sentence, clauses: set[int]) -> tuple[str, ...]:
    """The one country of the clauses and the body it acts with, sorted; nothing where another country is named there.

    Of what only might be (if Iran signed a treaty with NATO), the country alone, which makes no event.

    Args:
        draft: the event.
        sentence: the sentence.
        clauses: those that name who takes part.
    """
    if draft.kind not in _ACTS:
        return ()
    bodies = [m for m in sentence.mentions if is_alliance(m) and sentence.clause_at(m.start) in clauses]
    bodies = [m for m in bodies if _is_partner(sentence, m)]
    named = {
        c
        for m in sentence.mentions
        if m.kind != "city" and sentence.clause_at(m.start) in clauses and m.start not in sentence.sources
        for c in countries_of(m)
    }
    if len(named) != 1 or not bodies:
        return ()
    if draft.judgement.polarity == "hypothetical":
        return tuple(named)
    return tuple(sorted((*named, bodies[0].entities[0])))


def _is_partner(sentence: Sentence, body: Mention) -> bool:
    """With the Union, Birlik ile, between Iran and the Union; Iran and the countries of the Union."""
    first, behind = sentence.token_at(body.start), sentence.token_at(body.end - 1) + 1
    for cue in sentence.marks("between", "with_whom"):
        words = sentence.tokens[cue.last : first]
        if 0 <= len(words) <= _WITH_REACH and cue.last <= first and all(t.is_word for t in words):
            return True
        if cue.entry.key == "with_whom" and cue.first == behind:
            return True
    states = [
        m for m in sentence.mentions if countries_of(m) and m.kind in ("country", "organisation", "office")
    ]
    starts = {sentence.token_at(m.start) for m in states}
    ends = {sentence.token_at(m.end - 1) + 1 for m in states}
    return any(
        (c.first in ends and 0 <= first - c.last <= _WITH_REACH)
        or (c.first == behind and any(c.last + i in starts for i in range(_ARTICLE + 1)))
        for c in sentence.cues("with")
    )
