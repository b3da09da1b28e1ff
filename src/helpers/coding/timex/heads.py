"""Dates at the heads of entries in lists of dates, where they are short of what prose says: a year alone, a month under its year."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from helpers.coding.timex.find import find_timexes
from helpers.foundation.dates import DateInterval, month_end, read_edtf
from helpers.foundation.records import Timex

_FEWEST = 3  # entries that make a list
_IN_ORDER = 0.75  # share of neighbouring heads whose order is that of the list
_LONGEST = 44  # characters of a head
_LEAD = re.compile(r"[^\w\n]{0,4}(?:\d{1,2}[.)][^\S\n]+(?=\d|\w))?[^\w\n]{0,3}")
# Where a head may end: at a colon or dash; else at a full stop; else at the end of its passage.
_MARKS = (
    re.compile(r"[^\S\n]*(?::(?!\d)|\||\]|[-–—](?=\s))"),
    re.compile(r"(?<!\d)\.(?=\s)|(?<=\d\d\d\d|\d-\d\d)\.(?=\s)"),
)
# What may stand before the date that opens a passage, and what closes it: "13 March 2023, Tehran:", "2009–2012 гг."
_BEFORE = re.compile(r"[^\w\n]{0,4}(?:\d{1,2}[.)]\s+)?[^\w\n]{0,3}(?:[^\W\d_]{1,3}\s)?")
_AFTER = re.compile(
    r"[)\]]?(?:,?[^\S\n][^\W\d_]{1,14}\.?|,?[^\S\n]\([^)\n]{1,30}\))?\s*(?:[.:|\n]|[-–—](?=\s)|$)"
)
_YEAR = re.compile(r"\d{4}")
_YEAR_FIRST = re.compile(r"(\d{4})(?:\s\w{1,5}\.?)?\s*[,(/]\s*([^\n()/]{2,30})")
_MONTH_YEAR = re.compile(r"(\d{1,2})\s?[/.]\s?(\d{4})")
_YEAR_MONTH = re.compile(r"(\d{4})-(\d\d)")
_OF_YEAR_BEFORE = re.compile(r"XXXX-.+")
_ISO = re.compile(r"[^\w\n]{0,4}\d{4}-(?:0\d|\d\d-\d\d)(?!\d)")  # the form of all heads of the page
_WHOLE_YEAR = re.compile(r"\d{4}(?=\W*$|[^\S\n]\w{1,5}\.?$)")
_LETTERS = re.compile(r"[^\W\d_]")


@dataclass(frozen=True, slots=True)
class _Head:
    """What a passage opens with: where its date begins, the date, whether it fills the passage, and whether it was known."""

    start: int
    timex: Timex
    alone: bool
    known: bool


def read_heads(
    text: str, spans: Sequence[tuple[int, int]], timexes: Sequence[Timex], language: str
) -> list[Timex]:
    """The expressions of a text with those that head the entries of a list of dates read whole.

    A list has at least three passages that open with a date and a mark behind it, with three different dates, most of them in
    order (or in the opposite order). In it a year alone is a year, "2006, November" that month, "11/2006" and "2006-11" a
    month as well, a month or day under a heading that is a year belongs to that year, and "summer of the same year" to that
    of the entry before. What cannot be read so stays as it was found. On other pages nothing changes.

    Args:
        text: passages joined by line breaks.
        spans: first and one past the last character of each passage but the title, in order.
        timexes: of the text, in order.
        language: ISO 639-1 code.
    """
    if len(spans) < _FEWEST:
        return list(timexes)
    opening: dict[int, list[Timex]] = {}
    at = 0
    for start, end in spans:
        while at < len(timexes) and timexes[at].start < start:
            at += 1
        first = at
        while at < len(timexes) and timexes[at].start < min(end, start + _LONGEST + 8):
            at += 1
        opening[start] = list(timexes[first:at])
    heads: list[_Head] = []
    year = ""
    iso = any(_ISO.match(text, start, end) for start, end in spans)
    for start, end in spans:
        before = heads[-1] if heads else None
        head = _read_head(text, start, end, opening[start], language, year=year, before=before, iso=iso)
        if head is None:
            continue
        heads.append(head)
        if head.alone:
            year = m[0] if (m := _WHOLE_YEAR.match(head.timex.surface)) else ""
    if not _is_list([h.timex.interval for h in heads]):
        return list(timexes)
    mended = [h for h in heads if not h.known]
    if not mended:
        return list(timexes)
    starts = [h.start for h in mended]
    kept = []
    for timex in timexes:
        near = bisect_left(starts, timex.end) - 1  # the last head that begins before it ends
        if near < 0 or mended[near].timex.end <= timex.start:
            kept.append(timex)
    return sorted([*kept, *(h.timex for h in mended)], key=lambda t: (t.start, t.end))


def opens_passage(text: str, start: int, timex: Timex) -> bool:
    """True when nothing but marks, or the number of an entry, stands before the expression in its passage."""
    return bool(_BEFORE.fullmatch(text, start, timex.start))


def closing_mark(text: str, timex: Timex, end: int) -> re.Match[str] | None:
    """What closes a head behind its date: a colon, a dash, a full stop or the end, with a word or brackets before it at most."""
    last = timex.end - 1 if timex.surface.endswith(".") else timex.end  # 9 июня 2016 г.
    return _AFTER.match(text, last, end)


def _is_list(dates: Sequence[DateInterval]) -> bool:
    days = [d.earliest for d in dates if d.earliest is not None]
    if len(set(days)) < _FEWEST:
        return False
    pairs = list(itertools.pairwise(days))
    rising = sum(a <= b for a, b in pairs)
    falling = sum(a >= b for a, b in pairs)
    return max(rising, falling) >= _IN_ORDER * len(pairs)


def _read_head(
    text: str, start: int, end: int, found: Sequence[Timex], language: str, *, year: str, before: _Head | None,
    iso: bool,
) -> _Head | None:  # fmt: skip
    """The head of a passage, None when it opens with no date that a mark closes."""
    lead = _LEAD.match(text, start, end)
    first = lead.end() if lead else start
    if lead and not text[first : first + 1].isalnum():
        return None
    known = _known_head(text, start, end, found)
    if known is not None and (iso is False or not _YEAR_MONTH.fullmatch(known.timex.surface)):
        return known
    stops = [m.start() for rx in _MARKS if (m := rx.search(text, first, min(end, first + _LONGEST)))]
    if end - first <= _LONGEST:
        stops.append(end)
    for stop in stops:
        surface = text[first:stop].rstrip(" \t.)]")
        own = [t for t in found if first <= t.start and t.end <= stop and t.type == "DATE"]
        timex = _read_alone(surface, language, year=year, before=before, found=own) if surface else None
        if timex is not None:
            last = first + len(surface)
            last += "(" in surface and text[last : last + 1] == ")"
            surface = text[first:last]
            alone = not text[stop:end].strip(" .:|–—-)]\n")
            return _Head(first, replace(timex, start=first, end=last, surface=surface), alone, known=False)
    return known


def _known_head(text: str, start: int, end: int, found: Sequence[Timex]) -> _Head | None:
    """The explicit date the recogniser found at the beginning of a passage, with a mark behind it."""
    timex = found[0] if found else None
    if timex is None or timex.type != "DATE" or timex.resolution != "explicit" or timex.interval.is_unknown:
        return None
    if not opens_passage(text, start, timex):
        return None
    mark = closing_mark(text, timex, end)
    if mark is None:
        return None
    alone = not text[mark.end() : end].strip(" .:|–—-)]\n")
    return _Head(timex.start, timex, alone, known=True)


def _read_alone(
    surface: str, language: str, *, year: str, before: _Head | None, found: Sequence[Timex]
) -> Timex | None:
    """The date a head means by itself, by the year it stands under, or by the entry before."""
    if _YEAR.fullmatch(surface):
        return _explicit(surface, language)
    if (m := _YEAR_MONTH.fullmatch(surface)) and 1 <= int(m[2]) <= 12:
        return _explicit(f"{m[1]}-{m[2]}-01", language, month=True)
    if (m := _MONTH_YEAR.fullmatch(surface)) and 1 <= int(m[1]) <= 12:
        return _explicit(f"{int(m[2]):04d}-{int(m[1]):02d}-01", language, month=True)
    if m := _YEAR_FIRST.fullmatch(surface):
        return _explicit(f"{m[2].rstrip(' .')} {m[1]}", language)
    of_before = next((t for t in found if _OF_YEAR_BEFORE.fullmatch(t.value or "")), None)
    if of_before is not None and before is not None and of_before.resolution == "unresolved":
        known = _one_year(before.timex.interval)
        return _in_year(of_before, known) if known is not None else None
    if year and not re.search(r"\d{4}", surface):
        return _explicit(f"{surface} {year}", language) or _explicit(f"{year} {surface}", language)
    return None


def _explicit(words: str, language: str, *, month: bool = False) -> Timex | None:
    """The one explicit date that is all of the words; with `month` the month of that day."""
    found = find_timexes(words, language, DateInterval())
    if len(found) != 1 or found[0].type != "DATE" or found[0].resolution != "explicit":
        return None
    timex = found[0]
    rest = words[: timex.start] + words[timex.end :]
    if _LETTERS.search(rest) and len(rest.strip()) > 3:
        return None
    if timex.interval.is_unknown or not month:
        return replace(timex, rule="head") if not timex.interval.is_unknown else None
    day = timex.interval.earliest
    if day is None:
        return None
    last = month_end(day.year, day.month)
    value = f"{day.year:04d}-{day.month:02d}"
    return replace(
        timex, value=value, edtf=value, earliest=day.isoformat(), latest=last.isoformat(), rule="head"
    )


def _in_year(timex: Timex, year: int) -> Timex | None:
    """Summer of the same year: the season or month named, in that year."""
    rest = (timex.value or "").removeprefix("XXXX-")
    seasons = {"SP": 21, "SU": 22, "FA": 23, "WI": 24}
    code = f"{seasons[rest]}" if rest in seasons else rest
    if not re.fullmatch(r"\d\d", code):
        return None
    interval = read_edtf(f"{year:04d}-{code}")
    if interval.earliest is None or interval.latest is None:
        return None
    return replace(
        timex, value=f"{year:04d}-{rest}", edtf=f"{year:04d}-{code}", earliest=interval.earliest.isoformat(),
        latest=interval.latest.isoformat(), anchor="previous", resolution="explicit", rule="head", reason="",
    )  # fmt: skip


def _one_year(interval: DateInterval) -> int | None:
    """The calendar year an interval lies in, None when it reaches over two."""
    low, high = interval.earliest, interval.latest
    return low.year if low is not None and high is not None and low.year == high.year else None
