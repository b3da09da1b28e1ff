"""When and where a plan told of in the sentence before is to be carried out: it is scheduled for September in Isfahan."""

from __future__ import annotations

from collections.abc import Sequence

from helpers.coding.claims.drafting import UNTOLD, WEAK, Draft
from helpers.coding.claims.judge import Judgement
from helpers.coding.claims.merging import Found
from helpers.coding.claims.one_of_row import draft_told_again, only_when_and_where
from helpers.coding.claims.patterns import Hit
from helpers.coding.claims.sentences import Sentence

# Words before the pronoun, and before the verb where a language leaves the pronoun out (está previsto, sono previste).
_OPENS = 1
_DROPPED = 1
_SPARE = 2
_AHEAD = ("future", "infinitive")
_KINDS = ("cooperation", "consultation")
_SETTING = ("city", "country")


def take_up_plan(sentence: Sentence, told: Sequence[Found]) -> tuple[Found, Draft] | None:
    """The plan that a sentence of a pronoun, a word of planning, and a time or a town goes on about; else None.

    Args:
        sentence: a sentence without an event of its own.
        told: claims of the sentence before.
    """
    plans = [f for f in told if f.draft.kind in _KINDS and f.draft.judgement.polarity == "future"]
    if len(plans) != 1 or plans[0].draft.judgement.status != "planned":
        return None
    if any(t.entry.key not in ("hold", *WEAK) for t in sentence.of("trigger")):
        return None
    if sentence.cues(*UNTOLD) or any(m.kind not in _SETTING for m in sentence.mentions):
        return None
    verb = _verb_of_plan(sentence)
    dated = any(t.type in ("DATE", "TIME") and t.edtf is not None for t in sentence.timexes)
    there = any(m.kind == "city" for m in sentence.mentions)
    if verb is None or not (dated or there) or not _is_about_it(sentence, verb):
        return None
    return plans[0], draft_told_again(plans[0].draft, verb, Judgement("planned", "future"))


def _verb_of_plan(sentence: Sentence) -> Hit | None:
    """Is scheduled, will take place: the first of them."""
    found = [
        *sentence.cues("scheduled"),
        *(t for t in sentence.of("trigger") if t.entry.key == "hold" and t.entry.form in _AHEAD),
    ]
    return min(found, key=lambda h: h.first, default=None)


def _is_about_it(sentence: Sentence, verb: Hit) -> bool:
    """The sentence opens with a pronoun, or with the verb and says no more than when and where."""
    pronoun = any(c.first <= _OPENS for c in sentence.of("taken_up"))
    return pronoun or (
        verb.first <= _DROPPED
        and only_when_and_where(sentence, verb.last, len(sentence.tokens), spare=_SPARE)
    )
