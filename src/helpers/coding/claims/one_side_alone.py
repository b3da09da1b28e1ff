"""Drills held by one side alone: with Belarusian troops only, without the Iranian soldiers. That the other took part is denied."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from helpers.coding.claims.bystanders import countries_of
from helpers.coding.claims.drafting import Draft
from helpers.coding.claims.judge import Judgement
from helpers.coding.claims.patterns import Hit
from helpers.coding.claims.sentences import Sentence
from helpers.foundation.records import Mention

_ACTS = ("exercise", "train")
_BEFORE = 4  # words from "only" or "without" to those it is said of
_BEHIND = 1  # and from these to "only"
_BESIDE = 1  # words between a nationality and "troops"


def deny_joint_act(sentence: Sentence, draft: Draft, parties: tuple[str, ...]) -> Draft:
    """The draft as denied, where its clause says that only one of its sides took part; else as it is.

    Args:
        sentence: its sentence.
        draft: any; only drills and training that were held can have been one side's alone.
        parties: between whom it would be.
    """
    told = draft.judgement
    if draft.key not in _ACTS or told.status != "held" or len(parties) != 2:
        return draft
    clause = sentence.clause_of(draft.anchor)
    troops = [
        m
        for m in sentence.mentions
        if _is_of_troops(sentence, m, clause) and set(countries_of(m)) < set(parties)
    ]
    cue = _said_of(sentence, sentence.cues("without"), troops, behind=False)
    # only Belarusian and Iranian soldiers: of both
    named = {
        c for m in sentence.mentions
        if m.kind in ("demonym", "country") and sentence.clause_at(m.start) == clause
        for c in countries_of(m)
    }  # fmt: skip
    if cue is None and len(named) == 1:
        cue = _said_of(sentence, sentence.of("sole"), troops, behind=True)
    if cue is None:
        return draft
    rules = (*draft.rules, cue.entry.rule)
    return replace(
        draft, judgement=Judgement("denied", "negated", (*told.rules, cue.entry.rule)), rules=rules
    )


def _is_of_troops(sentence: Sentence, mention: Mention, clause: int) -> bool:
    """Belarusian troops, soldats biélorusses, военных Ирана: a nationality beside a word for the armed forces."""
    if mention.kind not in ("demonym", "country") or sentence.clause_at(mention.start) != clause:
        return False
    first, last = sentence.token_at(mention.start), sentence.token_at(mention.end - 1) + 1
    return any(
        0 <= h.first - last <= _BESIDE or 0 <= first - h.last <= _BESIDE for h in sentence.of("defence")
    )


def _said_of(sentence: Sentence, cues: Iterable[Hit], troops: list[Mention], *, behind: bool) -> Hit | None:
    """The cue right before the troops, nothing but words between, or right behind them."""
    for cue in cues:
        for m in troops:
            first, last = sentence.token_at(m.start), sentence.token_at(m.end - 1) + 1
            words = sentence.tokens[cue.last : first]
            if 0 <= first - cue.last <= _BEFORE and all(t.is_word for t in words):
                return cue
            if behind and 0 <= cue.first - last <= _BEHIND + _BESIDE:
                return cue
    return None
