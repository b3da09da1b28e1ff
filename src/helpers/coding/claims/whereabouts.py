"""Where something happened that says "there", or that is the visit told of before."""

from __future__ import annotations

from helpers.coding.claims.drafting import Draft
from helpers.coding.claims.parties import Place
from helpers.coding.claims.scene import Scene
from helpers.coding.claims.sentences import Sentence

_THERE_MEMORY = 4  # sentences after which "there" is no longer the place told of
_VISIT_MEMORY = 6
_MADE = ("discussed", "held", "postponed", "denied")


def place_told_of(draft: Draft, sentence: Sentence, scene: Scene, number: int) -> Place | None:
    """The place that a sentence takes up without naming it; None where it names a town, or nothing was told.

    Args:
        draft: an event whose own sentence names no place for it.
        sentence: the sentence.
        scene: what was told before.
        number: of the sentence.
    """
    clauses = {sentence.clause_of(draft.hit), sentence.clause_of(draft.anchor)}
    if draft.key == "call" or any(
        m.kind == "city" and sentence.clause_at(m.start) in clauses for m in sentence.mentions
    ):
        return None
    there = [h for h in sentence.of("place") if h.entry.key == "there" and sentence.clause_of(h) in clauses]
    if there:
        (since, place), (ahead, planned) = scene.place, scene.place_ahead
        latest = max(since, ahead)
        if number - latest <= _THERE_MEMORY:
            if draft.judgement.polarity == "future":
                return planned if ahead >= since else place
            return place if since >= ahead or planned == place else None
    since, place = scene.visited
    entry = sentence.entry
    if (
        draft.kind == "agreement"
        and entry is not None
        and entry.end <= sentence.start
        and number - since == 1
    ):
        return (
            place if draft.judgement.polarity in ("asserted", "historical") else None
        )  # signed on the visit
    made = draft.judgement.status in _MADE and draft.judgement.polarity != "future"
    if draft.key != "visit" or not draft.noun or not made or number - since > _VISIT_MEMORY:
        return None
    others = ("person", "office", "organisation", "demonym", "country", "city")
    named = any(m.kind in others and sentence.clause_at(m.start) in clauses for m in sentence.mentions)
    return None if named or sentence.cues("guests", "indefinite") else place


def note_place(draft: Draft, place: Place | None, scene: Scene, number: int) -> None:
    """Remember where an event that is told was."""
    if place is None or draft.judgement.status == "rumoured":
        return
    if draft.judgement.polarity == "future":
        scene.place_ahead = (
            number,
            place,
        )  # what has happened "there" was hardly where somebody is still to go
    else:
        scene.place = number, place
    if draft.key == "visit" and (
        draft.judgement.polarity != "future" or draft.judgement.status == "postponed"
    ):
        scene.visited = number, place
