"""Two weeks after the visit, a month after the signing: times counted from an event that the page dated before."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping, Sequence

from helpers.coding.claims.drafting import Draft
from helpers.coding.claims.narrative import Dated, Narrative, is_older
from helpers.coding.claims.sentences import Sentence
from helpers.foundation.dates import DAY, DateInterval, month_end
from helpers.foundation.records import Timex

_MINDED = 3  # sentences after which "the visit" need not be the one told last
_COUNTED_FROM = ("visit", "meet", "call", "session", "sign", "exercise")
_TALKS = ("meet", "session")
_TALKS_REACH = 3  # words between "after" and the talks
_LONGEST_BASE = 31  # days
_AMOUNT = re.compile(r"P(\d+)([DWMY])")
_NEAR = {"D": 0, "W": 3}  # days by which so many days or weeks may be off


def spans_after(sentence: Sentence) -> list[Timex]:
    """Durations right before "after": two weeks after the visit, iki hafta sonra."""
    found = sentence.of("following")
    if not found:
        return []
    return [
        t
        for t in sentence.timexes
        if t.type == "DURATION" and any(0 <= c.first - sentence.token_at(t.end - 1) - 1 <= 1 for c in found)
    ]


def tells_outcome(sentence: Sentence) -> bool:
    """After the talks, по завершении переговоров, görüşmelerin ardından: a noun of talks behind (or before) a word for after."""
    talks = [t for t in sentence.of("trigger") if t.entry.key in _TALKS and t.entry.form == "noun"]
    if not talks:
        return False
    leads = [*sentence.of("following"), *sentence.cues("occasion")]
    behind = sentence.cues("occasion_after")
    return any(
        any(0 <= t.first - c.last <= _TALKS_REACH for c in leads)
        or any(0 <= c.first - t.last <= 1 or t.first <= c.first < c.last <= t.last for c in behind)
        for t in talks
    )


def date_what_followed(
    sentence: Sentence,
    drafts: Sequence[Draft],
    counted: Mapping[int, int],
    owned: Iterable[int],
    narrative: Narrative,
) -> dict[int, Dated]:
    """The dates of an event told again, by its index, and of what the sentence counts from it.

    Args:
        sentence: what is read.
        drafts: its events.
        counted: events that something is counted from, with the offset of what is counted.
        owned: events that have an expression of their own.
        narrative: narrated time.
    """
    spans = {t.start: t for t in spans_after(sentence)}
    own = set(owned)
    for i, start in counted.items():
        base = _told_before(drafts[i], narrative)
        after = _shifted(base, spans[start]) if base is not None and start in spans else None
        if base is None or after is None or i in own or len(drafts) > _MINDED:
            continue
        bounded = narrative.bound_past(after)
        if bounded is None:
            continue
        again = Dated(base, "narrated time: the one told before", older=is_older(base, narrative))
        dated = Dated(
            bounded, "counted from what was told before", spans[start], older=is_older(bounded, narrative)
        )
        return {i: again} | {
            j: dated for j, d in enumerate(drafts) if j not in counted and j not in own and _has_happened(d)
        }
    return {}


def _has_happened(draft: Draft) -> bool:
    judgement = draft.judgement
    return judgement.polarity in ("asserted", "historical") and judgement.status not in (
        "denied",
        "postponed",
    )


def _told_before(draft: Draft, narrative: Narrative) -> DateInterval | None:
    """The date of the last event of this sort, told a few sentences before, where it is known to the month."""
    told = narrative.acts.get(draft.key)
    if told is None or draft.key not in _COUNTED_FROM or narrative.sentences_read - told[1] >= _MINDED:
        return None
    low, high = told[0].earliest, told[0].latest
    return told[0] if low is not None and high is not None and (high - low).days <= _LONGEST_BASE else None


def _shifted(base: DateInterval, span: Timex) -> DateInterval | None:
    """So many days, weeks, months or years after a date: months and years are whole ones."""
    amount = _AMOUNT.fullmatch(span.value or "")
    if amount is None or base.earliest is None or base.latest is None:
        return None
    count, unit = int(amount[1]), amount[2]
    if unit in _NEAR:
        near, days = _NEAR[unit] * DAY, count * (7 if unit == "W" else 1) * DAY
        return DateInterval(base.earliest + days - near, base.latest + days + near)
    if unit == "Y":
        return DateInterval(
            dt.date(base.earliest.year + count, 1, 1), dt.date(base.latest.year + count, 12, 31)
        )
    first, last = (d.year * 12 + d.month - 1 + count for d in (base.earliest, base.latest))
    return DateInterval(dt.date(first // 12, first % 12 + 1, 1), month_end(last // 12, last % 12 + 1))
