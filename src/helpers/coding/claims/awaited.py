"""What has to come first, and what never came: once parliament ratifies it; had the treaty been signed, the plant would run."""

from __future__ import annotations

from helpers.coding.claims.patterns import Hit
from helpers.coding.claims.sentences import Sentence

_ONCE_REACH = 6  # words from "once" to its verb


def is_awaited(sentence: Sentence, hit: Hit) -> bool:
    """Once parliament ratifies it, sobald das Parlament zustimmt: at the head of a clause, or right before its verb."""
    clause = sentence.clause_of(hit)
    opening = sentence.opening_of(clause)
    verbs = [t for t in sentence.of("trigger") if t.entry.form != "noun"]
    return any(
        c.first - 1 <= opening <= c.last
        or (
            sentence.clause_of(c) == clause
            and hit.first - c.last <= _ONCE_REACH
            and not any(c.last <= v.first < hit.first for v in verbs)
        )
        for c in sentence.of("once")
        if c.last <= hit.first and not _opens_a_time(sentence, c)
    )


def _opens_a_time(sentence: Sentence, cue: Hit) -> bool:
    """Ein Fahrplan bis 2026, until Friday: the word stands before a time, and opens no clause."""
    return any(sentence.token_at(t.start) == cue.last for t in sentence.timexes)


def is_unreal(sentence: Sentence, hit: Hit) -> bool:
    """Had the treaty been signed: the auxiliary opens the clause, and another says what would be."""
    opening = sentence.opening_of(sentence.clause_of(hit))
    return any(c.first == opening and c.last <= hit.first for c in sentence.of("inverted")) and any(
        c.first >= hit.last for c in sentence.cues("future", "conditional")
    )
