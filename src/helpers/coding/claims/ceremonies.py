"""They signed a protocol. The ceremony took place on Tuesday: the day of the ceremony is that of the signing just told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from helpers.coding.claims.merging import Found
from helpers.coding.claims.narrative import Dated
from helpers.coding.claims.patterns import Hit
from helpers.coding.claims.sentences import Sentence
from helpers.coding.claims.tokens import COMMAS
from helpers.foundation.records import Timex

CEREMONY = "day of the ceremony"
_WITHIN = 3  # sentences from the signing to the ceremony
_HELD_REACH = 1  # words from the ceremony to "took place"
_ARTICLE = 5  # letters of the word before it, if any: an opening ceremony is another


def date_by_ceremony(sentence: Sentence, before: Sequence[Sentence], found: list[Found]) -> None:
    """Give the claims of a signing without a date of its own the day of its ceremony.

    Args:
        sentence: one that tells no event of its own.
        before: the sentences before it, in order.
        found: the claims so far; those of the signing told last are replaced.
    """
    timex = next((t for cue in sentence.of("ceremony") if (t := _held_on(sentence, cue)) is not None), None)
    if timex is None:
        return
    near = {id(s) for s in before[-_WITHIN:]}
    signed = [
        n
        for n, f in enumerate(found)
        if id(f.sentence) in near and f.draft.kind == "agreement" and f.draft.judgement.status == "signed"
    ]
    last = [n for n in signed if found[n].sentence is found[signed[-1]].sentence]
    for n in last:
        f = found[n]
        if f.dated.timex is None and f.draft.judgement.polarity == "asserted":
            found[n] = replace(
                f, dated=Dated(timex.interval, f"{timex.resolution} expression: {CEREMONY}", timex)
            )


def _held_on(sentence: Sentence, cue: Hit) -> Timex | None:
    """The day on which the ceremony was held, if the sentence opens with it and says so."""
    clause = sentence.clause_of(cue)
    start = max((n + 1 for n in range(cue.first) if sentence.tokens[n].norm in COMMAS), default=0)
    words = [t for t in sentence.tokens[start : cue.first] if t.is_word]
    if len(words) > 1 or any(len(t.norm) > _ARTICLE for t in words):
        return None
    days = [
        t
        for t in sentence.timexes
        if sentence.clause_at(t.start) == clause and (t.weekday is not None or _is_day(t))
    ]
    held = [
        h
        for h in sentence.of("trigger")
        if h.entry.key == "hold"
        and h.entry.form in ("past", "participle", "pluperfect")
        and sentence.clause_of(h) == clause
    ]
    if not days or not held:
        return None
    close = any(0 <= h.first - cue.last <= _HELD_REACH for h in held)
    opened = any(0 <= sentence.token_at(t.start) - cue.last <= 1 for t in days)
    return days[0] if close or opened else None


def _is_day(timex: Timex) -> bool:
    return timex.earliest is not None and timex.earliest == timex.latest
