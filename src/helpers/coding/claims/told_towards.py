"""Acts of one side in sentences that name one side alone: the other was told of right before."""

from __future__ import annotations

from helpers.coding.claims.bystanders import countries_of
from helpers.coding.claims.drafting import Draft
from helpers.coding.claims.relief import is_relief
from helpers.coding.claims.scene import Scene
from helpers.coding.claims.sentences import Sentence, is_verb

# Of these the one who acts need not be named: two diplomats of the other side were expelled.
_UNNAMED = ("sanction", "refusal")
_TOLD = (*_UNNAMED, "threat")
_BODIES = ("person", "office", "organisation")


def is_told_towards(
    draft: Draft, parties: tuple[str, ...], sentence: Sentence, acting: set[str], near: set[str]
) -> bool:
    """In 2007 Tehran threatened to break the contract: behind a sentence on the two, and with nobody else named.

    A refusal must name the request, offer or proposal it answers: a ministry also refuses to name dates.

    Args:
        draft: an act told by a verb.
        parties: the two the article is about.
        sentence: the sentence.
        acting: countries of those of the two before the verb.
        near: countries of anybody and anything in the sentences right before it.
    """
    if draft.kind not in _TOLD or not is_verb(draft.hit) or draft.judgement.polarity == "hypothetical":
        return False
    named = {c for m in sentence.mentions if m.start not in sentence.sources for c in countries_of(m)}
    if len(named) != 1 or not near <= set(parties) or not set(parties) - named <= near:
        return False
    if acting:
        if draft.kind not in _UNNAMED and acting != named:
            return False
    elif draft.kind in _UNNAMED and not any(m.kind in _BODIES and countries_of(m) for m in sentence.mentions):
        return False  # a club turned down an offer for its Iranian striker
    return draft.kind != "refusal" or _names_wish(draft, sentence)


def _names_wish(draft: Draft, sentence: Sentence) -> bool:
    """The words of a request or offer stand in the clause of its refusal."""
    clause = sentence.clause_of(draft.hit)
    asked = [t for t in sentence.of("trigger") if t.entry.key == "request" and t != draft.hit]
    return any(sentence.clause_of(h) == clause for h in (*asked, *sentence.of("wish")))


def is_help_for_whom_was_told_of(
    draft: Draft, parties: tuple[str, ...], sentence: Sentence, pair: tuple[str, ...], scene: Scene
) -> bool:
    """A quake struck Iran. Belarus is to send tents: who helps is named alone, and the last sentence named the other alone."""
    if not is_relief(draft) or draft.hit.entry.key != "aid" or len(pair) != 2:
        return False
    there = [m for m in sentence.mentions if m.start not in sentence.sources]
    if any(m.kind == "city" for m in there) or any(set(countries_of(m)) != set(parties) for m in there):
        return False
    told: set[str] = next((codes for _, codes in reversed(scene.named) if codes), set())
    return told == set(pair) - set(parties)
