"""The year that a story is in: what a month without a year means where an older year was told just before."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from helpers.coding.claims.dating import is_directed, says_year
from helpers.coding.claims.drafting import Draft
from helpers.coding.claims.narrative import Narrative
from helpers.coding.claims.sentences import Sentence
from helpers.foundation.dates import DateInterval
from helpers.foundation.records import Timex

_FRAME_YEARS = 5
_REACH = 1  # sentences between the year and what goes on about it
_REACH_BEFORE = 3  # the same for what lay before it ("the previous November they had met")
_LONGEST_FRAME = 366  # days
_LONGEST_MONTH = 100  # days


def widen_to_frame(draft: Draft, timex: Timex, sentence: Sentence, narrative: Narrative) -> Timex:
    """A month or day without its year, told as past where an older year was told before it: both readings stay possible.

    "Set up in 2023 under a memorandum that was signed in July"; in one paragraph, "In 2007 he came to Minsk. In May they
    signed." Only what lay before the story counts from it alone: "in spring 2007 he came; the previous November they had met".
    """
    judgement = draft.judgement
    if judgement.polarity not in ("asserted", "historical") or judgement.status in ("postponed", "denied"):
        return timex
    if timex.resolution != "year from context" or timex.anchor != "dct":
        return timex
    if is_directed(timex):
        return _before_frame(timex, sentence, narrative)
    low, high = timex.interval.earliest, timex.interval.latest
    if low is None or high is None or (high - low).days > _LONGEST_MONTH or says_year(timex):
        return timex
    year = _year_before(timex, sentence) if judgement.polarity == "historical" else None
    if year is not None:
        near = low.year - _FRAME_YEARS <= year < low.year and timex.rule == "month-no-year"
        first = _in_year(low, year) if near else low
    else:
        frame = _frame(narrative, _REACH) if narrative.year_passage == sentence.passage else None
        frame = _frame_here(timex, sentence) or frame
        first = low if frame is None else _first_since(low, high, frame)
    return replace(timex, earliest=first.isoformat(), weekday=None) if first < low else timex


def _first_since(low: dt.date, high: dt.date, frame: DateInterval) -> dt.date:
    """The first reading that does not end before the older time that is being told of; a story goes forward."""
    if frame.earliest is None:
        return low
    year = frame.earliest.year
    return _in_year(low, year if _in_year(high, year + high.year - low.year) >= frame.earliest else year + 1)


def _year_before(timex: Timex, sentence: Sentence) -> int | None:
    """The bare year that stands before the expression in its sentence."""
    years = [
        t.interval.earliest.year
        for t in sentence.timexes
        if t.end <= timex.start
        and t.resolution == "explicit"
        and len(t.value or "") == 4
        and t.interval.earliest
    ]
    return years[-1] if years else None


def _frame(narrative: Narrative, reach: int) -> DateInterval | None:
    """The date with its own year that was told just before and is no longer than a year."""
    if narrative.year is None or narrative.sentences_read - narrative.year[1] > reach:
        return None
    told = narrative.year[0]
    if told.earliest is None or told.latest is None or (told.latest - told.earliest).days > _LONGEST_FRAME:
        return None
    return told


def _frame_here(timex: Timex, sentence: Sentence) -> DateInterval | None:
    """The older time told before the expression in its sentence, with a year of its own or that of what was told before."""
    for other in reversed(sentence.timexes):
        low, high = other.interval.earliest, other.interval.latest
        if other.end > timex.start or low is None or high is None or other.type != "DATE":
            continue
        known = other.resolution == "explicit" or other.anchor == "previous"
        known = known and not other.interval.is_day
        return other.interval if known and (high - low).days < _LONGEST_FRAME else None
    return None


def _before_frame(timex: Timex, sentence: Sentence, narrative: Narrative) -> Timex:
    """The previous November they had met: the last one before the older time that is being told of."""
    low, high = timex.interval.earliest, timex.interval.latest
    frame = _frame(narrative, _REACH_BEFORE)
    if low is None or high is None or frame is None or frame.earliest is None or frame.latest is None:
        return timex
    if not sentence.cues("pluperfect") and not any(
        t.entry.form == "pluperfect" for t in sentence.of("trigger")
    ):
        return timex
    if frame.latest >= low:
        return timex
    back = 0
    while _in_year(high, high.year - back) >= frame.earliest:
        back += 1
    return replace(
        timex,
        earliest=_in_year(low, low.year - back).isoformat(),
        latest=_in_year(high, high.year - back).isoformat(),
    )


def _in_year(day: dt.date, year: int) -> dt.date:
    """The same day of another year; 29 February gives way to the 28th."""
    try:
        return day.replace(year=year)
    except ValueError:
        return day.replace(year=year, day=28)
