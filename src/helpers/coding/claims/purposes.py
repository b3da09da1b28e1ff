"""Years and periods that say what a paper or a plan is for, and not when something happened."""

from __future__ import annotations

from collections.abc import Sequence

from helpers.coding.claims.dating import is_long
from helpers.coding.claims.drafting import Draft
from helpers.coding.claims.presupposed import year_of_paper
from helpers.coding.claims.sentences import Sentence
from helpers.coding.claims.tokens import COMMAS
from helpers.coding.claims.years_of_papers import is_year_of
from helpers.foundation.records import Timex

_PERIOD_DAYS = 60  # a season, a half-year
_NAMED_REACH = 9  # words between a plan and the years it is for
_MOVED_REACH = 3
_PURPOSE_REACH = 2
_NAME_REACH = 5


def came_for(sentence: Sentence, draft: Draft, drafts: Sequence[Draft]) -> bool:
    """Arrived on Tuesday to sign a contract: the day is that of the arrival, the signing is what they came for."""
    return (
        draft.kind == "agreement"
        and draft.judgement.polarity == "future"
        and draft.hit.entry.form in ("infinitive", "present")
        and any(
            other.key == "visit"
            and other.judgement.polarity in ("asserted", "historical")
            and other.anchor.entry.form in ("past", "pluperfect")
            and 0 <= sentence.clause_of(draft.hit) - sentence.clause_of(other.hit) <= 1
            for other in drafts
        )
    )


def is_purpose(sentence: Sentence, timex: Timex) -> bool:
    """A year or a range of years after "for", shortly after a paper: what the paper covers."""
    at = sentence.token_at(timex.start)
    if _is_for_a_period(sentence, timex, at):
        return True
    if (
        not is_long(timex)
        and not (timex.value or "").replace("/", "").isdigit()
        and timex.rule != "relative-year"
    ):
        return False
    if any(is_year_of(sentence, timex, p) for p in sentence.of("instrument")):
        return False
    for cue in sentence.cues("purpose_date"):
        told = any(cue.last <= t.first < at for t in sentence.of("trigger"))
        if 0 <= at - cue.last <= _PURPOSE_REACH and not told:
            return any(0 <= cue.first - h.last <= 8 for h in sentence.of("instrument"))
    if not (timex.value or "").replace("/", "").isdigit() or timex.resolution != "explicit":
        return False  # "sign a plan next year" says when, not which plan
    if _is_for_years(sentence, timex, at):
        return True
    # The year behind the paper, as in "el plan de 2024".
    if year_of_paper(sentence, at) is not None:
        return False  # the agreement of 2007: when it was made
    if any(0 <= at - h.last <= 1 and _is_joined(sentence, h.last, at) for h in sentence.of("instrument")):
        return True
    # The year before it: "the 2026 plan", "2024 yılı askeri iş birliği planı"; not "in 2024 the plan was signed"
    if any(p.last == at for p in sentence.of("place") if p.entry.key == "in"):
        return False
    last = sentence.token_at(timex.end - 1) + 1
    verbs = [t.first for t in sentence.of("trigger") if t.entry.form != "noun"]
    if any(c.first == at for c in sentence.of("of_year")) and any(
        0 <= at - h.last <= _NAMED_REACH and all(t.is_word for t in sentence.tokens[h.last : at])
        for h in sentence.of("instrument")
        if h.entry.key in ("plan", "programme", "roadmap")
    ):
        return True  # برنامه همکاری نظامی سال ۲۰۲۵: the word for year joins it to the plan
    return any(
        0 <= h.first - last <= _NAME_REACH and not any(last <= v < h.first for v in verbs)
        for h in sentence.of("instrument")
        if h.entry.key in ("plan", "programme", "roadmap")
    )


def _is_for_years(sentence: Sentence, timex: Timex, at: int) -> bool:
    """On Thursday they signed a plan for consultations between both ministries in the years 2025 to 2027: a day says when it was signed."""
    days = [
        t for t in sentence.timexes if t.type in ("DATE", "TIME") and t.interval.is_day and t is not timex
    ]
    if not any(sentence.clause_at(t.start) == sentence.clause[at] for t in days):
        return False
    verbs = [t.first for t in sentence.of("trigger") if t.entry.form != "noun"]
    return any(
        0 <= at - h.last <= _NAMED_REACH
        and sentence.clause_of(h) == sentence.clause[at]
        and not any(h.last <= v < at for v in verbs)
        and not any(t.norm in COMMAS for t in sentence.tokens[h.last : at])
        for h in sentence.of("instrument")
        if h.entry.key in ("plan", "programme", "roadmap")
    )


def _is_for_a_period(sentence: Sentence, timex: Timex, at: int) -> bool:
    """Contacts for the summer, measures for the second half: what is planned for it; not what was put off or set for it."""
    low, high = timex.interval.earliest, timex.interval.latest
    if low is None or high is None or (high - low).days < _PERIOD_DAYS:
        return False
    moved = [h for h in sentence.of("trigger") if h.entry.key in ("postpone", "cancel", "fail", "hold")]
    return any(
        cue.last == at
        and not any(0 <= cue.first - h.last <= _MOVED_REACH for h in (*moved, *sentence.cues("scheduled")))
        for cue in sentence.cues("period")
    )


def _is_joined(sentence: Sentence, end: int, at: int) -> bool:
    """Nothing, a mark or "of" parts the paper from the year; any other word says when (signed a plan in 2024)."""
    if "'" in sentence.tokens[at].norm:
        return False  # 2007'de: its own ending says when
    if end == at:
        return True
    return not sentence.tokens[end].is_word or any(
        p.first == end for p in sentence.of("place") if p.entry.key == "from"
    )
