"""Plans told of on a day before their own, both over by now: on 12 August drills from 22 September were announced."""

from __future__ import annotations

from collections.abc import Sequence

from helpers.coding.claims.drafting import Draft
from helpers.coding.claims.narrative import Narrative
from helpers.coding.claims.sentences import Sentence
from helpers.foundation.records import Timex

_SAYING = ("report", "occasion", "according")
_SAYING_OWN = ("announces", "announces_behind")
# Days by which a plan lies ahead of its announcement; what is further away is of something else.
_AHEAD = 400
_OBJECT_REACH = 4  # words from the verb of announcing to its object


def is_told_beforehand(
    sentence: Sentence,
    draft: Draft,
    timex: Timex,
    meant: Timex,
    usable: Sequence[Timex],
    narrative: Narrative,
) -> bool:
    """A plan whose announcement has a day of its own, before the day planned for: whether it came about is told elsewhere.

    Args:
        sentence: its sentence.
        draft: the plan.
        timex: the expression of the day planned for.
        meant: the same as the context reads it.
        usable: temporal expressions of the sentence.
        narrative: narrated time.
    """
    told = draft.judgement
    planned = (told.status, told.polarity) == ("planned", "future")
    if not (planned or _is_announced(sentence, draft)) or narrative.bound_future(meant.interval):
        return False
    low, out = meant.interval.earliest, narrative.published.latest
    if low is None or out is None or low > out:
        return False
    return any(
        other is not timex
        and other.type in ("DATE", "TIME")
        and (said := other.interval.latest) is not None
        and other.interval.earliest is not None
        and 0 < (low - said).days <= _AHEAD
        and _is_of_saying(sentence, other, timex)
        for other in usable
    )


def _is_announced(sentence: Sentence, draft: Draft) -> bool:
    """Announced the minister's visit: a noun behind the verb, or before one that closes the clause, and no verb of its own."""
    if not draft.noun or draft.anchor is not draft.hit or draft.judgement.polarity != "asserted":
        return False
    hit, clause = draft.hit, sentence.clause_of(draft.hit)
    return any(
        sentence.clause_of(c) == clause and 0 <= hit.first - c.last <= _OBJECT_REACH
        for c in sentence.of("announces")
    ) or any(sentence.clause_of(c) == clause and c.first >= hit.last for c in sentence.of("announces_behind"))


def _is_of_saying(sentence: Sentence, other: Timex, timex: Timex) -> bool:
    """A verb of saying stands in the clause of the first day, or closes the sentence."""
    clause = sentence.clause_at(other.start)
    saying = [*sentence.cues(*_SAYING), *(c for name in _SAYING_OWN for c in sentence.of(name))]
    if any(sentence.clause_of(c) == clause for c in saying):
        return True
    # Bakanlık 12 Ağustos'ta 22 Eylül'de tatbikat yapılacağını duyurdu
    closing = any(not any(t.is_word for t in sentence.tokens[c.last :]) for c in saying)
    return closing and other.start < timex.start
