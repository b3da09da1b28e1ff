"""The day for which something had been planned that is put off."""

from __future__ import annotations

from collections.abc import Sequence

from helpers.coding.claims.drafting import Draft
from helpers.coding.claims.patterns import Hit
from helpers.coding.claims.sentences import Sentence
from helpers.foundation.records import Timex

# Tokens between a word of planning and the time.
_PLAN_REACH = 5
_WAS_TO_REACH = 7


def find_planned_day(sentence: Sentence, draft: Draft, usable: Sequence[Timex]) -> Timex | None:
    """The day for which what is put off had been planned: the expression beside "planned for", "due on".

    The day it is put off to, or put off on, stands beside the verb of putting off instead; it dates nothing.
    """
    put_off = draft.anchor
    for timex in usable:
        before = sentence.token_at(timex.start) - 1
        if draft.hit.last <= before < put_off.first and sentence.tokens[before].norm == "(":
            return timex  # the visit (April 13-15) has been put off
        if _is_attribute(sentence, timex, draft):
            return timex
    best: tuple[int, Timex] | None = None
    for cue in sentence.cues("scheduled", "future", "was_to"):
        for timex in usable:
            first, last = sentence.token_at(timex.start), sentence.token_at(timex.end - 1) + 1
            low, high = min(first, cue.first), max(last, cue.last)
            gap = first - cue.last if cue.first < first else cue.first - last
            was_to = cue.entry.key == "was_to"
            if was_to and first < cue.first and any(t.start > timex.start for t in usable):
                continue  # announced in January, it was to be held in May
            if gap > (_WAS_TO_REACH if was_to else _PLAN_REACH) or low <= put_off.first < high:
                continue
            if cue.entry.key == "future" and not _is_closed(sentence, low, high, put_off):
                continue  # "will be put off on Monday"
            if best is None or gap < best[0]:
                best = gap, timex
    return best[1] if best is not None else None


def _is_attribute(sentence: Sentence, timex: Timex, draft: Draft) -> bool:
    """The August visit, сентябрьский визит: a time right before the noun, behind its article or as an adjective."""
    first, end = sentence.token_at(timex.start), sentence.token_at(timex.end - 1) + 1
    behind_article = any(c.last == first for c in sentence.cues("definite", "determiner"))
    return end == draft.hit.first and (timex.rule.endswith("-adjective") or behind_article)


def _is_closed(sentence: Sentence, low: int, high: int, verb: Hit) -> bool:
    """A comma or a verb of taking place parts the words from `low` to `high` from a verb: they are not said of it."""
    start, end = (high, verb.first) if high <= verb.first else (verb.last, low)
    return any(not t.is_word and t.norm in ",،" for t in sentence.tokens[start:end]) or any(
        start <= h.first < end and h.entry.key == "hold" for h in sentence.of("trigger")
    )
