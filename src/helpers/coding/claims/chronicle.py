"""Pages that are lists of dated entries: the date at the head of an entry dates what the entry tells."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from helpers.coding.claims.sentences import Sentence
from helpers.foundation.dates import DAY, DateInterval, month_end
from helpers.foundation.records import Timex

_FEWEST_ENTRIES = 3
# Behind the date a word or brackets may stand: "13 March 2023, Tehran:", "2009–2012 гг."
_HEAD_END = re.compile(
    r"[)\]]?(?:,?[^\S\n][^\W\d_]{1,14}\.?|,?[^\S\n]\([^)\n]{1,30}\))?\s*(?:[.:|\n]|[-–—](?=\s)|$)"
)
_BEFORE_HEAD = re.compile(r"[^\w\n]{0,4}(?:\d{1,2}[.)]\s+)?[^\w\n]{0,3}(?:[^\W\d_]{1,3}\s)?")
_OLD = dt.timedelta(days=40)  # so long before publication nothing in an entry is counted from publication


@dataclass(frozen=True, slots=True)
class _Head:
    """The date an entry opens with.

    Attributes:
        timex: the date.
        alone: nothing else stands in its passage, so that it heads the passages that follow.
    """

    timex: Timex
    alone: bool


def date_entries(
    text: str,
    passages: Sequence[tuple[str, int, int]],
    sentences: Sequence[Sentence],
    *,
    published: DateInterval,
) -> None:
    """Give the sentences of a chronicle the dates of their entries, and read months without a year as of these.

    A chronicle is a page on which at least three passages open with a date of their own, marked off by a full stop, a colon or a
    dash ("November 2006. ...", "31 July 2023: ..."), not all of them the same. The days of datelines are the same, or name a town.

    Args:
        text: of the article.
        passages: role, first and one past the last character of each.
        sentences: of the article, in order; `entry` and `timexes` of those in entries are changed.
        published: publication date.
    """
    by_passage: dict[int, list[Sentence]] = {}
    for sentence in sentences:
        by_passage.setdefault(sentence.passage, []).append(sentence)
    heads: dict[int, _Head] = {}
    for number, own in by_passage.items():
        role, start, end = passages[number]
        head = _head_of(text, start, end, own) if role != "title" else None
        if head is not None:
            heads[number] = head
    if len(heads) < _FEWEST_ENTRIES or len({h.timex.interval for h in heads.values()}) < _FEWEST_ENTRIES:
        return
    current: _Head | None = None
    section: _Head | None = None  # the heading that stands over the entries, a year
    for number, own in sorted(by_passage.items()):
        if number in heads:
            current = heads[number]
            section = (
                current if current.alone else section if section and _lies_in(current, section) else None
            )
        elif current is not None and not current.alone:
            current = section
        if current is None:
            continue
        for sentence in own:
            sentence.entry = current.timex
            if _is_old(current.timex.interval, published):
                sentence.timexes = [_of_entry(t, current.timex) for t in sentence.timexes]


def _lies_in(head: _Head, section: _Head) -> bool:
    return head.timex.interval.intersect(section.timex.interval) == head.timex.interval


def _head_of(text: str, start: int, end: int, sentences: Sequence[Sentence]) -> _Head | None:
    """The date with its own year that opens a passage, None when it opens otherwise."""
    timex = next((t for s in sentences[:2] for t in s.timexes), None)
    if timex is None or timex.type != "DATE" or timex.resolution != "explicit" or timex.interval.is_unknown:
        return None
    if not opens_passage(text, start, timex):
        return None
    last = timex.end - 1 if timex.surface.endswith(".") else timex.end  # 9 июня 2016 г.
    mark = _HEAD_END.match(text, last, min(end, last + 40))
    if mark is None:
        return None
    return _Head(timex, alone=not text[mark.end() : end].strip(" .:|–—-\n"))


def opens_passage(text: str, start: int, timex: Timex) -> bool:
    """True when nothing but marks, or the number of an entry, stands before the expression in its passage."""
    return bool(_BEFORE_HEAD.fullmatch(text, start, timex.start))


def _is_old(entry: DateInterval, published: DateInterval) -> bool:
    if entry.latest is None:
        return False
    return published.earliest is None or published.earliest - entry.latest > _OLD


def _of_entry(timex: Timex, entry: Timex) -> Timex:
    """The following February, in October, on Tuesday: counted from the entry, not from the day of publication."""
    if timex == entry or timex.interval.is_unknown:
        return timex
    low, high, since = timex.interval.earliest, timex.interval.latest, entry.interval.earliest
    if timex.resolution == "weekday" and not entry.interval.is_unknown:
        weekday = timex.weekday or (low.isoweekday() if low is not None and low == high else None)
        within = entry.interval.intersect(DateInterval(None, None, weekday)) or DateInterval()
        return _moved(timex, within)
    if timex.resolution == "relative" and timex.anchor == "dct":
        return _moved(timex, DateInterval())
    if timex.resolution != "year from context" or low is None or high is None or since is None:
        return timex
    years = since.year - low.year
    if (low.month, low.day) < (since.month, 1):
        years += 1
    return _moved(timex, DateInterval(_in_year(low, years), _in_year(high, years)))


def _in_year(day: dt.date, years: int) -> dt.date:
    """The same day so many years on; the last of a month stays the last."""
    if (day + DAY).day == 1:
        return month_end(day.year + years, day.month)
    return day.replace(year=day.year + years)


def _moved(timex: Timex, interval: DateInterval) -> Timex:
    return replace(
        timex,
        earliest=interval.earliest.isoformat() if interval.earliest else None,
        latest=interval.latest.isoformat() if interval.latest else None,
        weekday=interval.weekday,
        anchor="text",
        resolution="relative",
        reason="counted from the entry it stands in" if interval.is_unknown else "",
    )
