"""Reviews of a week: passages that open with a weekday, each in the week that ended before the page came out."""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Mapping, Sequence
from dataclasses import replace

from helpers.coding.claims.sentences import Sentence, is_verb
from helpers.coding.timex.heads import closing_mark, opens_passage
from helpers.foundation.dates import DAY, DateInterval
from helpers.foundation.records import Timex

_FEWEST = 2  # different weekdays
_FIRST_DAYS = (1, 6, 7)  # of a week: Monday, in Iran Saturday, elsewhere Sunday
_PAST = ("past", "pluperfect", "negated")


def find_weekday_heads(
    text: str,
    ends: Mapping[int, tuple[int, int]],
    by_passage: Mapping[int, Sequence[Sentence]],
    published: DateInterval,
) -> dict[int, Timex]:
    """The days of a review, by passage: Thursday. The sides signed a protocol.

    At least two different weekdays, in the order of a week or the opposite one, over passages of which some tell what
    happened and none what is to come; a page that came out on the weekday of its last entry may mean that day or the week before.

    Args:
        text: of the article.
        ends: first and one past the last character of each passage but the title.
        by_passage: the sentences of each.
        published: publication date.
    """
    day = published.earliest
    heads = {n: t for n, own in by_passage.items() if n in ends and (t := _head_of(text, *ends[n], own))}
    if day is None or not published.is_day or len({_weekday(t) for t in heads.values()}) < _FEWEST:
        return {}
    told = [s for n in heads for s in by_passage[n]]
    verbs = [h for s in told for h in s.of("trigger") if is_verb(h)]
    if any(s.cues("future", "scheduled") for s in told) or any(v.entry.form == "future" for v in verbs):
        return {}
    order = sorted(heads)
    days = _days([_weekday(heads[n]) for n in order], day)
    if not days or not any(v.entry.form in _PAST for v in verbs):
        return {}
    return {n: _on(heads[n], d) for n, d in zip(order, days, strict=True)}


def _head_of(text: str, start: int, end: int, sentences: Sequence[Sentence]) -> Timex | None:
    timex = next((t for s in sentences[:2] for t in s.timexes), None)
    if timex is None or timex.type != "DATE" or timex.resolution != "weekday" or not timex.interval.is_day:
        return None
    if len(timex.surface.split()) > 1 or not opens_passage(text, start, timex):
        return None
    return timex if closing_mark(text, timex, end) is not None else None


def _weekday(timex: Timex) -> int:
    low = timex.interval.earliest
    return low.isoweekday() if low is not None else 0


def _days(weekdays: Sequence[int], published: dt.date) -> list[dt.date]:
    """The days that weekdays in the order of a week, or the opposite one, mean; none where there is no such order."""
    for first in _FIRST_DAYS:
        places = [(w - first) % 7 for w in weekdays]
        rising = all(a <= b for a, b in itertools.pairwise(places))
        if not rising and not all(a >= b for a, b in itertools.pairwise(places)):
            continue
        last = weekdays[-1] if rising else weekdays[0]
        back = (published.isoweekday() - last) % 7
        if back == 0:
            return []
        end = published - back * DAY
        return [end - (max(places) - place) * DAY for place in places]
    return []


def _on(timex: Timex, day: dt.date) -> Timex:
    told = day.isoformat()
    return replace(
        timex, earliest=told, latest=told, value=told, edtf=told, weekday=None, resolution="explicit"
    )
