"""What is to come later than it was planned for is put off, whether or not its first time is named."""

from __future__ import annotations

from dataclasses import replace

from helpers.coding.claims.drafting import Draft
from helpers.coding.claims.judge import Judgement
from helpers.coding.claims.patterns import Hit
from helpers.coding.claims.sentences import Sentence

_KINDS = ("consultation", "cooperation")
_TOLD = ("past", "participle", "pluperfect")
_AHEAD = ("cue.future", "cue.intention")  # was held later than planned: no plan


def put_off_by_time(sentence: Sentence, draft: Draft) -> Draft:
    """The draft as postponed, where its sentence says that it will be later than planned; else as it is.

    Args:
        sentence: its sentence.
        draft: any; only plans of visits, meetings and acts, and of signings, can be put off.
    """
    told = draft.judgement
    planned = told.status == "planned" and told.polarity == "future"
    if not planned or not (draft.kind in _KINDS or draft.key == "sign"):
        return draft
    done = draft.anchor.entry.form in _TOLD and not any(r.startswith(_AHEAD) for r in told.rules)
    cue = None if done else _later_than_planned(sentence, draft)
    if cue is None:
        return draft
    judgement = Judgement("postponed", "asserted", (*told.rules, cue.entry.rule))
    return replace(draft, judgement=judgement, rules=(*draft.rules, cue.entry.rule))


def _later_than_planned(sentence: Sentence, draft: Draft) -> Hit | None:
    """Will meet later than planned: said in the clause of what is planned, or right behind it.

    A comma may part "later" from "than planned".
    """
    clause = sentence.clause_of(draft.anchor)
    for cue in sentence.of("later_than"):
        whole = cue.last - cue.first > 1 or any(
            cue.last == c.first - 1 and not sentence.tokens[cue.last].is_word
            for c in sentence.of("than_planned")
        )
        if whole and 0 <= sentence.clause_of(cue) - clause <= 1:
            return cue
    return None
