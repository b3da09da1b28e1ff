"""Plans whose first time is taken back for a later one: not in July, as had been assumed, but at the end of the year."""

from __future__ import annotations

from dataclasses import replace

from helpers.coding.claims.drafting import Draft
from helpers.coding.claims.sentences import Sentence, is_verb
from helpers.foundation.records import Timex

_KINDS = ("agreement", "consultation", "cooperation")
_OPEN = ("BEFORE", "AFTER", "ON_OR_BEFORE", "ON_OR_AFTER")
_TOLD = ("past", "pluperfect")
_YEAR = 4
_OBJECT_REACH = 3  # words from a verb that is denied to the time that is meant


def put_later(draft: Draft, sentence: Sentence) -> Draft:
    """A plan with two times, the earlier of them taken back, is put off; what was done later than planned is done."""
    judgement = draft.judgement
    if draft.kind not in _KINDS or not (sentence.of("not_then") or sentence.of("not_then_after")):
        return draft
    if is_verb(draft.anchor) and (
        draft.anchor.entry.form in _TOLD
        or (draft.anchor.entry.form == "participle" and not sentence.cues("future"))
    ):
        return draft  # was held not in January, as planned, but in March
    ahead = judgement.status == "planned" and judgement.polarity == "future"
    denied = judgement.status == "denied" and is_verb(draft.anchor)
    if not (ahead or denied):
        return draft
    times = [t for t in sentence.timexes if t.type in ("DATE", "TIME") and t.mod not in _OPEN]
    first = next(
        (t for t in times if _is_denied_with(sentence, t, draft) or _is_taken_back(sentence, t)), None
    )
    if first is None or not any(_is_later(t, first) for t in times):
        return draft
    if denied and not any(c.first > sentence.token_at(first.start) for c in sentence.of("but_then")):
        return draft
    return replace(draft, judgement=replace(judgement, status="postponed", polarity="asserted"))


def _is_later(time: Timex, before: Timex) -> bool:
    """Begins when the other has ended; two months without a year are of one year, or of two that follow each other."""
    if time.earliest is None or before.latest is None:
        return False
    if _has_year(time) or _has_year(before):
        return time.earliest > before.latest
    return time.earliest > before.latest or time.earliest[_YEAR:] > before.latest[_YEAR:]


def _has_year(time: Timex) -> bool:
    """Four digits, or no month that needs a year: at the end of the year."""
    return time.resolution != "year from context" or any(
        w.isdigit() and len(w) == _YEAR for w in time.surface.split()
    )


def _is_denied_with(sentence: Sentence, time: Timex, draft: Draft) -> bool:
    """No se celebrará en julio, sino a finales de año: the word before the verb denies the time right behind it."""
    return (
        draft.judgement.status == "denied"
        and 0 <= sentence.token_at(time.start) - draft.anchor.last <= _OBJECT_REACH
    )


def _is_taken_back(sentence: Sentence, time: Timex) -> bool:
    """The word that takes a time back stands before it, nothing but "in" and "as planned" between, or right behind it."""
    first, last = sentence.token_at(time.start), sentence.token_at(time.end - 1) + 1
    if any(cue.first == last for cue in sentence.of("not_then_after")):
        return True
    passed = {i for c in sentence.of("as_planned") for i in range(c.first, c.last)}
    passed |= {i for p in sentence.of("place") if p.entry.key == "in" for i in range(p.first, p.last)}
    return any(
        cue.last <= first and all(i in passed for i in range(cue.last, first))
        for cue in sentence.of("not_then")
    )
