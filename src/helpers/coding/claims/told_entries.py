"""What entries of a list of dates tell in their own tenses: a present or future for what has happened, and what never did."""

from __future__ import annotations

from dataclasses import replace

from helpers.coding.claims.drafting import Draft
from helpers.coding.claims.judge import Judgement
from helpers.coding.claims.sentences import Sentence
from helpers.foundation.dates import DateInterval

_PLANNING = ("cue.intention", "cue.scheduled", "cue.infinitive_mark", "cue.was_to", "cue.hypothetical")
_UNDONE = ("trigger.deny", "trigger.cancel", "trigger.postpone", "trigger.refuse")
_LONG = 300  # days; what "did not come about" in such a time was not called off in it


def told_as_done(draft: Draft, sentence: Sentence, published: DateInterval, done: str) -> Draft:
    """In an entry dated before publication, a passive present or a plain future tells what happened.

    Where other words plan it (intends, is due, agreed that), or somebody says so, it stays a plan.

    Args:
        draft: the event.
        sentence: its sentence.
        published: publication date.
        done: the status of this kind of event once it has happened.
    """
    told, entry = draft.judgement, sentence.entry
    if entry is None or (told.status, told.polarity) != ("planned", "future"):
        return draft
    if draft.key == "draft" or draft.governor is not None or draft.offered or draft.decided:
        return draft
    last = entry.interval.latest
    if last is None or published.latest is None or last > published.latest:
        return draft
    if any(rule.startswith(_PLANNING) for rule in draft.rules):
        return draft
    if any(c.last <= draft.hit.first for c in sentence.cues("report", "according")):
        return draft
    passive = {c.first for c in sentence.cues("passive")}
    auxiliaries = [c for c in sentence.cues("future") if c.entry.rule in told.rules]
    if auxiliaries:
        plain = draft.hit.entry.form == "participle" and all(c.first in passive for c in auxiliaries)
    else:
        plain = draft.hit.entry.form == "future" and draft.anchor is draft.hit
    if not plain:
        return draft
    kept = tuple(rule for rule in told.rules if not rule.startswith("cue.future"))
    rules = tuple(rule for rule in draft.rules if not rule.startswith("cue.future"))
    return replace(draft, judgement=Judgement(done, "asserted", kept), rules=(*rules, "entry.tense"))


def is_told_undone(draft: Draft, sentence: Sentence) -> bool:
    """In these years the ministers never met: the entry tells itself what did not happen then; nobody denies or calls off."""
    low, high = (
        (sentence.entry.interval.earliest, sentence.entry.interval.latest) if sentence.entry else (None, None)
    )
    for_long = low is not None and high is not None and (high - low).days > _LONG
    undone = ("trigger.deny",) if for_long else _UNDONE
    return (
        draft.judgement.polarity == "negated"
        and not any(rule.startswith(undone) for rule in draft.rules)
        and not sentence.cues("report", "according", "rumour", "assessors")
    )
