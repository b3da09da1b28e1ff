"""Which expression of a sentence dates which of its events, and which dates what is said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from helpers.coding.claims.dating import Dated, is_long
from helpers.coding.claims.drafting import Draft
from helpers.coding.claims.patterns import Hit
from helpers.coding.claims.sentences import Sentence
from helpers.foundation.records import Timex

_MARK_COST = 4  # a comma between an expression and a verb weighs as much as so many words
_PURPOSE_REACH = 2
_NAME_REACH = 5


def usable_timexes(sentence: Sentence) -> list[Timex]:
    """Expressions that can date an event: dates and times, not what a paper is for ("plan for 2026")."""
    return [t for t in sentence.timexes if t.type in ("DATE", "TIME") and not _is_purpose(sentence, t)]


def _is_purpose(sentence: Sentence, timex: Timex) -> bool:
    """A year or a range of years after "for", shortly after a paper: what the paper covers."""
    if not is_long(timex) and not (timex.value or "").replace("/", "").isdigit():
        return False
    at = sentence.token_at(timex.start)
    for cue in sentence.cues("purpose_date"):
        told = any(cue.last <= t.first < at for t in sentence.of("trigger"))
        if 0 <= at - cue.last <= _PURPOSE_REACH and not told:
            return any(0 <= cue.first - h.last <= 8 for h in sentence.of("instrument"))
    # "the 2026 plan", "Plan 2023-2026", "2024 yılı askeri iş birliği planı"
    last = sentence.token_at(timex.end - 1) + 1
    verbs = [t.first for t in sentence.of("trigger") if t.entry.form != "noun"]
    return any(
        0 <= at - h.last <= 1
        or (0 <= h.first - last <= _NAME_REACH and not any(last <= v < h.first for v in verbs))
        for h in sentence.of("instrument")
        if h.entry.key in ("plan", "programme", "roadmap") or 0 <= at - h.last <= 1
    )


def _distance(sentence: Sentence, at: int, hit: Hit) -> int:
    low, high = (at + 1, hit.first) if at < hit.first else (hit.last, at)
    marks = sum(not t.is_word for t in sentence.tokens[low:high])
    clauses = abs(sentence.clause[at] - sentence.clause[hit.first])
    return max(high - low, 0) + _MARK_COST * marks + 12 * clauses


def assign_timexes(sentence: Sentence, drafts: Sequence[Draft]) -> tuple[dict[int, Timex], Timex | None]:
    """Give each expression to the event, or the verb of saying, that stands nearest.

    Returns:
        the expression of each draft (by its index), and the one that dates what is said.
    """
    owned: dict[int, tuple[int, Timex]] = {}
    reported: Timex | None = None
    said = sentence.cues("report")
    for timex in usable_timexes(sentence):
        at = sentence.token_at(timex.start)
        ranked: list[tuple[int, int]] = []
        for i, draft in enumerate(drafts):
            gap = min(_distance(sentence, at, draft.hit), _distance(sentence, at, draft.anchor))
            ranked.append((gap - (1 if not draft.noun else 0), i))
        speech = min(
            (_distance(sentence, at, c) for c in said if not _is_appended(sentence, at, c, drafts)),
            default=None,
        )
        if speech is not None and (not ranked or speech < min(ranked)[0]):
            reported = reported or timex
            continue
        decided = min((_distance(sentence, at, d.governor) for d in drafts if d.governor), default=None)
        if decided is not None and ranked and decided <= min(ranked)[0]:
            continue  # the day of the decision, not of what was decided
        if ranked:
            gap, i = min(ranked)
            if i not in owned or gap < owned[i][0]:
                owned[i] = (gap, timex)
    return {i: t for i, (_, t) in owned.items()}, reported


def _is_appended(sentence: Sentence, at: int, cue: Hit, drafts: Sequence[Draft]) -> bool:
    """A verb of saying behind a comma, after the news is told: "signed it in Tehran on Tuesday, the ministry said".

    The expression before the comma belongs to what is told, not to the saying.
    """
    if cue.first <= at or not any(
        not t.is_word and t.norm in ",،" for t in sentence.tokens[at + 1 : cue.first]
    ):
        return False
    return any(not d.noun and d.hit.last <= at for d in drafts)


def share_within_clause(
    sentence: Sentence, drafts: list[Draft], dated: list[Dated], owned: dict[int, Timex]
) -> list[Dated]:
    """What happened during or after a dated meeting, told in one clause, happened with it."""
    out = list(dated)
    for i, draft in enumerate(drafts):
        if i in owned:
            continue
        for j in owned:
            other = drafts[j]
            same = sentence.clause_of(other.anchor) == sentence.clause_of(draft.anchor)
            together = other.noun or draft.noun or draft.judgement.polarity == "historical"
            if (
                same
                and together
                and dated[j].timex is not None
                and other.judgement.polarity == draft.judgement.polarity
            ):
                out[i] = replace(dated[j], basis=f"{dated[j].basis}, of the same clause")
    return out
