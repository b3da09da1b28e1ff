"""What has to come first, and what never came: once parliament ratifies it; had the treaty been signed, the plant would run."""

from __future__ import annotations

from helpers.coding.claims.patterns import Hit
from helpers.coding.claims.sentences import Sentence

_TIMELESS = ("present", "infinitive")
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


def has_time_of_main(sentence: Sentence, hit: Hit) -> bool:
    """When the treaty is signed, anlaşma imzalandığında: the verb tells no time of its own, another clause does."""
    clause = sentence.clause_of(hit)
    opening = sentence.opening_of(clause)
    for cue in sentence.of("timeless"):
        if cue.last <= hit.first:
            passive = cue.last - cue.first > 1 and cue.last == hit.first
            opened = abs(cue.first - opening) <= 1
            if opened and (passive or hit.entry.form in _TIMELESS):
                return True
        elif cue.first <= hit.first < cue.last or hit.first <= cue.first < hit.last:
            return True  # the ending of the verb itself
    return False


def is_ahead(sentence: Sentence, hit: Hit) -> bool:
    """Another clause, or what stands behind a verb without a time, is in the future; what is not denied has no past behind it."""
    clause = sentence.clause_of(hit)
    others = [
        t for t in sentence.of("trigger")
        if t is not hit and (t.first >= hit.last or sentence.clause_of(t) < clause)
    ]  # fmt: skip
    if hit.entry.form == "negated":
        return not any(t.entry.form in ("past", "pluperfect", "participle") for t in others)
    return any(t.entry.form == "future" for t in others) or any(
        c.first >= hit.last or sentence.clause_of(c) < clause
        for c in (*sentence.cues("future"), *sentence.of("future_tense"))
    )
