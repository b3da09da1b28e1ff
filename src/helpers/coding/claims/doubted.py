"""Acts told by a noun alone, as a rumour or a possibility: channels write of a drone plant, a joint workshop could open."""

from __future__ import annotations

from helpers.coding.claims.drafting import HELPERS, WEAK
from helpers.coding.claims.happenings import unnamed_words
from helpers.coding.claims.judge import Judgement
from helpers.coding.claims.patterns import Hit
from helpers.coding.claims.sentences import Sentence, is_verb

_ACTS = ("deliver", "produce", "permit", "train", "exhibit")
_BESIDE = {"hypothetical": 3, "rumour": 1}  # words between what doubts and the noun, whatever else is told
_QUIET = (*HELPERS, *WEAK, "sign")  # voir le jour, come about: no act beside the noun
_TOLD_REACH = 9  # words from who spreads a rumour to what it is of
_OPENS = 4  # words before a noun that is the subject
_LED = ("occasion", "after", "ahead_of", "period", "in_order_to", "without", "according")


def doubt_of_act(sentence: Sentence, hit: Hit, cues: list[Hit], *, verb_last: bool) -> Judgement | None:
    """Weighs the purchase of missiles, rumours of a plant, a workshop could open: only the possibility is told.

    Args:
        sentence: the sentence.
        hit: the noun of an act of cooperation.
        cues: its governing cues.
        verb_last: the language's order; what doubts may then stand behind.
    """
    if hit.entry.key not in _ACTS:
        return None
    beside = [
        c for c in (*cues, *sentence.cues("rumour"))
        if c.entry.key in _BESIDE and 0 <= hit.first - c.last <= _BESIDE[c.entry.key]
    ]  # fmt: skip
    doubt = beside or _spread(sentence, hit, verb_last=verb_last) or _possible(sentence, hit)
    return Judgement("rumoured", "hypothetical", (doubt[0].entry.rule,)) if doubt else None


def is_spread(sentence: Sentence, hit: Hit, *, verb_last: bool) -> bool:
    """Who tells of the event only spreads a rumour: Telegram channels write of a signing."""
    return bool(_spread(sentence, hit, verb_last=verb_last))


def _spread(sentence: Sentence, hit: Hit, *, verb_last: bool) -> list[Hit]:
    """Telegram channels speak of an Iranian plant: one clause, no act but this one, nobody who says it behind the noun."""
    clause = sentence.clause_of(hit)
    if _is_busy(sentence, hit) or _is_led(sentence, hit):
        return []
    return [
        c for c in sentence.cues("rumour")
        if sentence.clause_of(c) == clause
        and (
            (0 <= hit.first - c.last <= _TOLD_REACH and not _is_of_source(sentence, c, hit))
            or (verb_last and 0 <= c.first - hit.last <= _TOLD_REACH)
        )
        and not any(0 <= c.first - n.last <= 1 for n in sentence.cues("negation", "no", "without"))
    ]  # fmt: skip


def _is_of_source(sentence: Sentence, cue: Hit, hit: Hit) -> bool:
    """Sources at the drone plant said: the noun only says who speaks."""
    told = [c for c in sentence.cues("report") if sentence.clause_of(c) == sentence.clause_of(hit)]
    return any(c.first >= hit.last for c in told) and not any(cue.last <= c.first < hit.first for c in told)


def _possible(sentence: Sentence, hit: Hit) -> list[Hit]:
    """A joint workshop could open in 2025: the noun is what the clause opens with, and no other act stands in it."""
    clause = sentence.clause_of(hit)
    opening = sentence.opening_of(clause)
    if (
        unnamed_words(sentence, opening, hit.first) > _OPENS
        or _is_busy(sentence, hit)
        or _is_led(sentence, hit)
    ):
        return []
    denied = sentence.cues("negation", "no", "without")
    return [
        c for c in sentence.cues("hypothetical")
        if c.first >= hit.last and sentence.clause_of(c) == clause
        and not any(sentence.clause_of(n) == clause for n in denied)
        and not any(p.entry.key for p in sentence.of("instrument") if sentence.clause_of(p) == clause)
    ]  # fmt: skip


def _is_busy(sentence: Sentence, hit: Hit) -> bool:
    clause = sentence.clause_of(hit)
    return any(
        t is not hit and is_verb(t) and t.entry.key not in _QUIET and sentence.clause_of(t) == clause
        for t in sentence.of("trigger")
    )  # fmt: skip


def _is_led(sentence: Sentence, hit: Hit) -> bool:
    """After the delivery, for the training: when or what for something else is done."""
    return any(-1 <= hit.first - c.last <= 1 and c.first < hit.first for c in sentence.cues(*_LED))
