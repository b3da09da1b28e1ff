"""What a clause without a known act gives: both sides, a day, a town; whether it is read already, or only leads up to its noun."""

from __future__ import annotations

from helpers.coding.claims.bystanders import countries_of, is_bystander
from helpers.coding.claims.codebook import Event
from helpers.coding.claims.drafting import UNTOLD, Draft
from helpers.coding.claims.judge import Judgement
from helpers.coding.claims.patterns import Hit
from helpers.coding.claims.sentences import Sentence

EVENTS = ("sign", "ratify", "meet", "visit", "call", "session")
DOUBTED = (*UNTOLD, "was_to")
ENOUGH = 2  # of three: both sides, a day, a town
LED_REACH = 2  # words from what leads up to the noun, over its article

_LEADING = ("about", "purpose", "in_order_to", "ahead_of", "margins", "asks", "undisclosed", "message_of")
_PLANS = frozenset({"future", "intention", "scheduled", "infinitive_mark"})
_BACKGROUND = frozenset({"historical", "pluperfect"})


def has_cue(sentence: Sentence, clause: int, *keys: str) -> bool:
    """A cue of these names stands in the clause."""
    return any(sentence.clause_of(c) == clause for c in sentence.cues(*keys))


def is_taken(clause: int, sentence: Sentence, out: list[Draft]) -> bool:
    """True when an event read before stands in the clause."""
    return any(clause in (sentence.clause_of(d.hit), sentence.clause_of(d.anchor)) for d in out)


def is_led_to(sentence: Sentence, noun: Hit) -> bool:
    """Talks about a visit, on the margins of the session: a word right before the noun makes it no event."""
    return any(0 <= noun.first - c.last <= LED_REACH for c in sentence.cues(*_LEADING))


def judge_noun(cues: set[str], event: Event) -> Judgement:
    """How an event noun without a verb is meant: planned, background, or the news."""
    if cues & _PLANS:
        return Judgement("planned", "future")
    return Judgement(event.done, "historical" if cues & _BACKGROUND else "asserted")


def setting_of(sentence: Sentence, hit: Hit, clause: int) -> tuple[bool, bool, bool]:
    """Whether the sentence names both sides, and its clause a day and a town; nothing where it names a third country.

    Args:
        sentence: the sentence.
        hit: the noun; for a journey a town counts as a side.
        clause: its clause. A time the paper is for (a plan for 2026) is no day.
    """
    towns = hit.entry.key == "visit"
    acting = [
        m for m in sentence.mentions if m.start not in sentence.sources and not is_bystander(sentence, m)
    ]
    if len({c for m in acting for c in countries_of(m)}) > 2:
        return False, False, False  # somebody else has a part
    named = {c for m in acting if towns or m.kind != "city" for c in countries_of(m)}
    sides = len(named) == 2 or (
        len(named) < 2 and bool(sentence.cues("both_sides", "both_people", "counterpart"))
    )
    town = any(m.kind == "city" and sentence.clause_at(m.start) == clause for m in sentence.mentions)
    meant = {c.last for c in sentence.cues("purpose_date", "period")}
    day = sentence.entry is not None or any(
        t.type in ("DATE", "TIME") and t.edtf is not None and sentence.clause_at(t.start) == clause
        and sentence.token_at(t.start) not in meant
        for t in sentence.timexes
    )  # fmt: skip
    return sides, day, town
