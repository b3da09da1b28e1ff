"""Papers that were initialled: their text is settled, they are not signed."""

from __future__ import annotations

from dataclasses import replace

from helpers.coding.claims.drafting import Draft
from helpers.coding.claims.sentences import Sentence, is_verb


def agree_initialled(draft: Draft, sentence: Sentence) -> Draft:
    """Initialled on Monday, to be signed in May: settled on Monday, the signing is a claim of its own."""
    judgement = draft.judgement
    if draft.key != "sign" or judgement.status != "signed":
        return draft
    spots = draft.hit.spots
    initialling = {cue.first for cue in sentence.of("initialling")}
    if not initialling.intersection(spots):
        return draft
    clause = sentence.clause_of(draft.hit)
    if any(
        t.entry.key == "sign" and is_verb(t) and not initialling.intersection(t.spots)
        and sentence.clause_of(t) == clause and t.entry.form not in ("future", "infinitive", "negated", "possible")
        for t in sentence.of("trigger")
    ):  # fmt: skip
        return draft  # paraphés puis signés: the signing tells how far it got
    return replace(draft, judgement=replace(judgement, status="agreed"))
