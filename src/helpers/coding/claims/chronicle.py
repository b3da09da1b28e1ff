"""Pages that are lists of dated entries: the date at the head of an entry dates what the entry tells."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace

from helpers.coding.claims.sentences import Sentence
from helpers.coding.claims.weekday_heads import find_weekday_heads
from helpers.coding.timex.heads import closing_mark, opens_passage
from helpers.foundation.dates import DAY, DateInterval, month_end
from helpers.foundation.records import Timex

_FEWEST_ENTRIES = 3
_DATING = ("explicit", "year from context")
_A_YEAR = dt.timedelta(days=366)
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
    The entries of a review of the week open with weekdays (see weekday_heads.py).

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
    every: dict[int, _Head] = {}  # with those whose year the page leaves out
    for number, own in by_passage.items():
        role, start, end = passages[number]
        head = _head_of(text, start, end, own) if role != "title" else None
        if head is not None:
            every[number] = head
            if head.timex.resolution == "explicit":
                heads[number] = head
        if role != "title":
            _date_within(text, own, published)
    if len({h.timex.interval for h in heads.values()}) < _FEWEST_ENTRIES:
        if _is_in_order([h.timex for h in every.values()], published):
            # Their order settles the years: a present tense in an entry is no plan for next year.
            heads = {n: replace(h, timex=_with_year(h.timex)) for n, h in every.items()}
        else:
            ends = {n: (start, end) for n, (role, start, end) in enumerate(passages) if role != "title"}
            days = find_weekday_heads(text, ends, by_passage, published)
            heads = {n: _headed(text, t, ends[n][1]) for n, t in days.items()}
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
            _put_into(sentence, current.timex, published)


def _put_into(sentence: Sentence, entry: Timex, published: DateInterval) -> None:
    sentence.entry = entry
    if _is_old(entry.interval, published):
        sentence.timexes = [_of_entry(t, entry) for t in sentence.timexes]


def _date_within(text: str, sentences: Sequence[Sentence], published: DateInterval) -> None:
    """Entries that follow each other in one passage: at least three of its sentences open with a date, in order."""
    if len(sentences) < _FEWEST_ENTRIES:
        return
    heads = {
        i: h for i, s in enumerate(sentences) if (h := _head_of(text, s.start, s.end, [s], marks=":–—-|"))
    }
    if not _is_in_order([h.timex for h in heads.values() if h.timex.resolution == "explicit"], published):
        return
    current: _Head | None = None
    for i, sentence in enumerate(sentences):
        current = heads.get(i, current)
        if current is not None:
            _put_into(sentence, current.timex, published)


def _is_in_order(heads: Sequence[Timex], published: DateInterval) -> bool:
    """At least three different dates, one after the other (or before), none of them without its year after publication."""
    days = [h.interval.earliest for h in heads if h.interval.earliest is not None]
    if len(set(days)) < _FEWEST_ENTRIES or days not in (sorted(days), sorted(days, reverse=True)):
        return False
    guessed = any(h.resolution != "explicit" for h in heads)
    last = published.latest
    return not guessed or (last is not None and max(days) <= last and max(days) - min(days) < _A_YEAR)


def _lies_in(head: _Head, section: _Head) -> bool:
    return head.timex.interval.intersect(section.timex.interval) == head.timex.interval


def _head_of(
    text: str, start: int, end: int, sentences: Sequence[Sentence], *, marks: str = ""
) -> _Head | None:
    """The date that opens a passage, None when it opens otherwise; with `marks` one of these must close it."""
    timex = next((t for s in sentences[:2] for t in s.timexes), None)
    if timex is None or timex.type != "DATE" or timex.resolution not in _DATING or timex.interval.is_unknown:
        return None
    if not opens_passage(text, start, timex):
        return None
    mark = closing_mark(text, timex, end)
    if mark is None or (marks and not mark.group().rstrip().endswith(tuple(marks))):
        return None
    return _Head(timex, alone=not text[mark.end() : end].strip(" .:|–—-\n"))


def _headed(text: str, timex: Timex, end: int) -> _Head:
    return _Head(timex, alone=not text[timex.end : end].strip(" .:|–—-\n"))


def _is_old(entry: DateInterval, published: DateInterval) -> bool:
    if entry.latest is None:
        return False
    return published.earliest is None or published.earliest - entry.latest > _OLD


def _with_year(timex: Timex) -> Timex:
    """The head of an entry in the past: of "February", as near behind a December as ahead of it, the one behind."""
    value, low = timex.value or "", timex.interval.earliest
    if value.startswith("XXXX") and low is not None:
        last = low if len(value) == len("XXXX-02-14") else month_end(low.year, low.month)
        timex = _moved(timex, DateInterval(low, last))
    return replace(timex, resolution="explicit")


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
