"""No other document was signed, других документов не подписывали: what was told before stays as it is."""

from __future__ import annotations

from helpers.coding.claims.drafting import Draft
from helpers.coding.claims.sentences import Sentence

OF_OTHERS = "denial.of others"
_OF_PAPERS = ("sign", "agree", "draft", "ratify", "enter_force")
_REACH = 2  # words between "other" and the paper, or the verb


def denies_others(sentence: Sentence, draft: Draft) -> bool:
    """True for a denied paper that is another than those told before.

    Args:
        sentence: the sentence.
        draft: an event of it.
    """
    if draft.judgement.status != "denied" or draft.key not in _OF_PAPERS:
        return False
    spots = [draft.hit, *([draft.paper.hit] if draft.paper is not None else [])]
    return any(
        max(cue.first - s.last, s.first - cue.last) <= _REACH
        for cue in sentence.of("of_others")
        for s in spots
    )
