"""Journeys of cadets and trainees: what they travel for is to be trained, a joint act of the two sides and no visit."""

from __future__ import annotations

from dataclasses import replace

from helpers.coding.claims.codebook import Codebook
from helpers.coding.claims.drafting import Draft
from helpers.coding.claims.sentences import Sentence

_OFFICIAL = ("person", "office")
_TRAIN = "train"
# Words between a group and whom it is made of: a group of (ten) cadets.
_OF_WHOM = 2


def train_travellers(draft: Draft, sentence: Sentence, codebook: Codebook) -> Draft:
    """Ten cadets are to leave for military academies: training, planned. Not of a minister who calls on cadets.

    A plan stays planned, what is denied stays denied, and what has been done was held.
    """
    if draft.key != "visit" or draft.noun:
        return draft
    clause = sentence.clause_of(draft.hit)
    travellers = [c for c in sentence.of("trainees") if sentence.clause_of(c) == clause]
    if not travellers:
        return draft
    if any(m.kind in _OFFICIAL and sentence.clause_at(m.start) == clause for m in sentence.mentions):
        return draft
    for guest in sentence.cues("guests"):
        of_them = any(0 <= t.first - guest.last <= _OF_WHOM for t in travellers)
        if sentence.clause_of(guest) == clause and not of_them:
            return draft
    event = codebook.events[_TRAIN]
    judgement = draft.judgement
    if judgement.status == codebook.events[draft.key].done:
        judgement = replace(judgement, status=event.done)
    return replace(draft, key=_TRAIN, kind=event.kind, judgement=judgement, mode=event.mode)
