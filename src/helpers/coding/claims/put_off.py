"""How far a word of putting off or calling off holds: overtaken by a new time, long past, told as news or as background."""

from __future__ import annotations

from collections.abc import Sequence

from helpers.coding.claims.judge import Judgement
from helpers.coding.claims.patterns import Hit
from helpers.coding.claims.sentences import Sentence, commas_between, is_verb
from helpers.coding.claims.tokens import COMMAS

_ASIDE = 8  # words between the commas, and behind them
_OF_REACH = 2  # words from a postponement to what was put off
_HAPPENED = ("visit", "meet", "session", "sign", "ratify", "exercise", "deliver", "train", "call")
_DESCRIBED_OPENS = 3  # words before what describes the subject


def is_overtaken(sentence: Sentence, hit: Hit) -> bool:
    """The signing, put off twice, is now set for June: between commas, and what came of it is told behind them."""
    tokens = sentence.tokens
    if _describes(sentence, hit):
        return True
    if hit.first > 0 and not any(
        t.norm in COMMAS for t in tokens[max(sentence.prelude, hit.first - 2) : hit.first]
    ):
        return False
    closing = next(
        (i for i in range(hit.last, min(hit.last + _ASIDE, len(tokens))) if tokens[i].norm in COMMAS), None
    )
    if closing is None:
        return False
    open_ones = {
        sentence.clause_of(c) for c in sentence.cues("undisclosed", "asks")
    }  # when it will be is not said
    set_for = [
        t
        for t in sentence.of("trigger")
        if t.entry.form == "future" and not open_ones & {sentence.clause_of(t), sentence.clause_of(t) + 1}
    ]
    return any(
        0 < c.first - closing <= _ASIDE
        for c in (*sentence.cues("scheduled"), *sentence.cues("future"), *set_for)
    )


def is_long_past(sentence: Sentence, hit: Hit) -> bool:
    """The commission did meet, after a postponement of two months; after the postponement in May he arrived on Monday."""
    led = any(0 <= hit.first - c.last <= 1 for c in sentence.cues("after", "occasion"))
    if not led or is_verb(hit):
        return False
    if any(
        t.type == "DURATION" and 0 <= sentence.token_at(t.start) - hit.last <= 1 for t in sentence.timexes
    ):
        return True
    after = any(0 <= hit.first - c.last <= 1 for c in sentence.of("following"))
    return after and _came_about(sentence, hit)


def _came_about(sentence: Sentence, hit: Hit) -> bool:
    """Nothing behind the noun says what was put off, and a verb behind it tells what happened then."""
    if any(
        not is_verb(t) and 0 <= t.first - hit.last <= _OF_REACH
        for t in sentence.of("trigger")
        if t is not hit
    ):
        return False
    return any(
        is_verb(t)
        and t.first >= hit.last
        and t.entry.form in ("past", "participle")
        and 0 <= sentence.clause_of(t) - sentence.clause_of(hit) <= 1
        and t.entry.key in _HAPPENED
        for t in sentence.of("trigger")
    )


def _describes(sentence: Sentence, hit: Hit) -> bool:
    """The twice postponed session is set for June: the participle stands before its noun, the word of planning behind."""
    if hit.entry.form != "participle":
        return False
    clause = sentence.clause_of(hit)
    nouns = [
        t for t in sentence.of("trigger")
        if not is_verb(t) and 0 <= t.first - hit.last <= _ASIDE and sentence.clause_of(t) == clause
    ]  # fmt: skip
    opens = hit.first - sentence.opening_of(clause) <= _DESCRIBED_OPENS
    return bool(nouns) and opens and any(
        c.first >= nouns[0].last and sentence.clause_of(c) == clause for c in sentence.cues("scheduled")
    )  # fmt: skip


def put_off_as(sentence: Sentence, hit: Hit) -> Judgement:
    """Has been put off, or had been, before what is told; "she said that it had been" moves the tense, not the event."""
    clause = sentence.clause_of(hit)
    before = [
        c
        for c in sentence.cues("pluperfect")
        if 0 <= hit.first - c.last <= 1 or hit.first <= c.first < hit.last
    ]
    said = any(
        c.last <= hit.first and clause - sentence.clause_of(c) in (0, 1) for c in sentence.cues("report")
    )
    had = not said and (hit.entry.form == "pluperfect" or bool(before))
    return Judgement("postponed", "historical" if had else "asserted")


def head_of_meant(sentence: Sentence, hit: Hit, same: Sequence[Hit], targets: Sequence[Hit]) -> list[Hit]:
    """The visit, where he was to meet the minister, was called off: the noun, before the clause of what was to be."""
    if len(same) != 1 or not is_verb(same[0]) or same[0].last > hit.first:
        return []
    meant, clause = same[0], sentence.clause_of(same[0])
    was_to = any(c.last <= meant.first and sentence.clause_of(c) == clause for c in sentence.cues("was_to"))
    if not was_to or not commas_between(sentence, meant, hit):
        return []
    return [
        t for t in targets if not is_verb(t) and t.last <= meant.first and clause - sentence.clause_of(t) == 1
    ]


def is_not_put_off(sentence: Sentence, hit: Hit, target: Hit, *, negated: bool) -> bool:
    """Was not put off, no visit was put off: what stands inside a pattern negates it, unless it is a word of the pattern.

    Args:
        sentence: the sentence.
        hit: the word of putting off.
        target: what was.
        negated: a word beside it negates it.
    """
    inside = {c.first for c in sentence.cues("negation") if hit.first <= c.first < hit.last}
    if hit.entry.form == "negated":
        return True
    if inside:
        return not inside & {*hit.spots}  # la visite n'a pas été reportée; but do produkcji nigdy nie doszło
    return negated or any(0 <= target.first - c.last <= 1 for c in sentence.cues("no"))


def was_never_meant(sentence: Sentence, hit: Hit) -> bool:
    """It was not put off, because none was planned: a clause behind it denies the plan."""
    plans = [
        c for c in (*sentence.cues("scheduled", "intention", "was_to"), *sentence.of("plans")) if c.first >= hit.last
    ]  # fmt: skip
    denied = {sentence.clause_of(c) for c in sentence.cues("negation", "no") if c.first >= hit.last}
    return any(sentence.clause_of(c) in denied for c in plans)
