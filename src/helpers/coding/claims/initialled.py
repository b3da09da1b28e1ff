"""Papers that were initialled: their text is settled, they are not signed."""

from __future__ import annotations

from dataclasses import replace

from helpers.coding.claims.drafting import Draft
from helpers.coding.claims.sentences import Sentence


def agree_initialled(draft: Draft, sentence: Sentence) -> Draft:
    """Initialled on Monday, to be signed in May: settled on Monday, the signing is a claim of its own."""
    judgement = draft.judgement
    if draft.key != "sign" or judgement.status != "signed":
        return draft
    spots = draft.hit.spots
    if not any(cue.first in spots for cue in sentence.of("initialling")):
        return draft
    return replace(draft, judgement=replace(judgement, status="agreed"))
