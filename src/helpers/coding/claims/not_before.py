"""What will not come before a time that lies ahead: it is planned, for then or later; nothing is denied but the time until then."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from helpers.coding.claims.drafting import Draft
from helpers.coding.claims.judge import Judgement
from helpers.coding.claims.patterns import Hit
from helpers.coding.claims.sentences import Sentence, is_verb
from helpers.foundation.dates import DateInterval, read_edtf
from helpers.foundation.records import Timex

_TO_COME = ("future", "infinitive", "negated", "participle", "present", "past")
_REACH = 8  # words between the verb and the time


def plan_for_later(sentence: Sentence, drafts: Sequence[Draft], published: DateInterval) -> list[Draft]:
    """Drafts of a sentence, those denied until a time ahead now planned; the time then opens towards what is to come.

    Will not be signed before June, nu va merge până luna viitoare, زودتر از ژانویه امضا نخواهد شد: on 10 March all are
    plans. Before a time that was over when the page was published nothing is left to come, so the denial stays.

    Args:
        sentence: its sentence, whose expressions are opened.
        drafts: its drafts.
        published: the document creation time; unknown, nothing is changed.
    """
    if published.latest is None or not any(d.judgement.status == "denied" for d in drafts):
        return list(drafts)
    out = []
    for draft in drafts:
        at = _time_ahead(sentence, draft, published.latest.isoformat())
        if at is None:
            out.append(draft)
            continue
        sentence.timexes[at] = _open_ahead(sentence.timexes[at], published)
        told = Judgement("planned", "future", draft.judgement.rules)
        out.append(replace(draft, judgement=told))
    return out


def _time_ahead(sentence: Sentence, draft: Draft, published: str) -> int | None:
    """The index of the expression before which the event is denied, when it lies ahead."""
    hit, told = draft.anchor, draft.judgement
    if (told.status, told.polarity) != ("denied", "negated") or not is_verb(hit):
        return None
    negative = hit.entry.form == "negated" or any(
        r.startswith(("cue.negation", "cue.no:")) for r in told.rules
    )
    ahead = hit.entry.form in ("future", "negated") or bool(sentence.cues("future"))
    if (
        not (negative and ahead)
        or hit.entry.form not in _TO_COME
        or hit.entry.key in ("deny", "cancel", "refuse")
    ):
        return None
    for at, timex in enumerate(sentence.timexes):
        if timex.type not in ("DATE", "TIME") or not _is_near(sentence, hit, timex):
            continue
        end = timex.latest if timex.rule.endswith("+before") else None
        begun = timex.earliest if timex.rule.endswith("+from") else None
        if (bound := end or begun) is not None and bound > published:
            return at
    return None


def _is_near(sentence: Sentence, hit: Hit, timex: Timex) -> bool:
    """In the clause of the verb, a few words apart."""
    first, last = sentence.token_at(timex.start), sentence.token_at(timex.end - 1) + 1
    return (
        sentence.clause[first] == sentence.clause_of(hit)
        and -_REACH <= first - hit.last <= _REACH + last - first
    )


def _open_ahead(timex: Timex, published: DateInterval) -> Timex:
    """The same expression, from its first day on; from publication on where only its end is known."""
    if timex.rule.endswith("+from"):
        return timex
    known = _unit(timex.value) if timex.value and timex.mod == "ON_OR_BEFORE" else DateInterval()
    low = max((d for d in (known.earliest, published.earliest) if d is not None), default=None)
    day = None if low is None else low.isoformat()
    return replace(
        timex, earliest=day, latest=None, edtf=None if day is None else f"{day}/..", mod="ON_OR_AFTER"
    )


def _unit(value: str) -> DateInterval:
    """The days of a calendar value; unknown for weeks and times of the day."""
    try:
        return read_edtf(value)
    except ValueError:
        return DateInterval()
