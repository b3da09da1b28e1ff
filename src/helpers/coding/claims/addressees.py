"""To whom something is offered: the other side, where a word stands for it or for who offers."""

from __future__ import annotations

from helpers.coding.claims.bystanders import countries_of
from helpers.coding.claims.drafting import Draft
from helpers.coding.claims.sentences import Sentence, is_verb

_OTHER_SIDE = ("counterpart", "host")
_REACH = 8  # words between the verb and who is spoken to


def is_addressed(draft: Draft, sentence: Sentence, parties: tuple[str, ...], near: set[str]) -> bool:
    """He offered the Iranians a stake, Tehran offered its guests a course: both sides are there, and nobody else was told of.

    Args:
        draft: an offer of which the sentence names one side or none.
        sentence: the sentence.
        parties: the two the article is about.
        near: countries of anybody and anything in the sentences right before it.
    """
    if not is_verb(draft.hit) or draft.judgement.status == "denied":
        return False
    if draft.hit.entry.form == "future" or any(r.startswith("cue.future:") for r in draft.judgement.rules):
        return False  # what will be offered is no offer yet
    clause = sentence.clause_of(draft.hit)
    named = {c for m in sentence.mentions for c in countries_of(m)}
    if not named | near or not named | near <= set(parties) or not set(parties) <= named | near:
        return False
    if any(
        sentence.clause_of(c) == clause and _is_beside(c.first, c.last, draft)
        for c in (*sentence.cues(*_OTHER_SIDE), *sentence.of("partners"))
    ):
        return True
    pronouns = [c for c in sentence.cues("pronoun") if sentence.clause_of(c) == clause]
    to = {
        c
        for m in sentence.mentions
        if m.kind != "city" and sentence.clause_at(m.start) == clause
        for c in countries_of(m)
    }
    return (
        len(to) == 1
        and set(parties) - to <= near
        and any(_is_beside(c.first, c.last, draft) for c in pronouns)
    )


def _is_beside(first: int, last: int, draft: Draft) -> bool:
    return max(first - draft.hit.last, draft.hit.first - last) <= _REACH
