"""Live pages: entries that open with the time of day tell of the day of publication."""

from __future__ import annotations

import re
from collections.abc import Sequence

from helpers.coding.claims.sentences import Sentence
from helpers.coding.timex.heads import opens_passage
from helpers.foundation.dates import DateInterval
from helpers.foundation.records import Timex

_FEWEST_ENTRIES = 3
_TIME = re.compile(r"T(\d\d)(?::(\d\d))?")
# 14.05 – ...: with a full stop it may as well be a day and a month, so that the recogniser leaves it alone
_DOTTED = re.compile(r"\W{0,3}([01]?\d|2[0-3])\.([0-5]\d)(?![\d.:/]|\s*%)")


def mark_live_entries(
    text: str,
    passages: Sequence[tuple[str, int, int]],
    sentences: Sequence[Sentence],
    *,
    published: DateInterval,
) -> None:
    """Mark the sentences of a live page's entries as told on the day of publication.

    A live page is one of a known day on which at least three passages open with a time of day, in order or in the opposite order:
    times that turn round run over midnight, and say nothing of the day. What follows the last entry may be background.

    Args:
        text: of the article.
        passages: role, first and one past the last character of each.
        sentences: of the article, in order; `live` of those in entries is set.
        published: publication date.
    """
    if not published.is_day:
        return
    first_timex: dict[int, Timex] = {}
    for sentence in sentences:
        for timex in sentence.timexes[:1]:
            first_timex.setdefault(sentence.passage, timex)
    clocks: dict[int, tuple[int, int]] = {}
    for number, (role, start, end) in enumerate(passages):
        clock = _clock_at(text, start, end, first_timex.get(number)) if role != "title" else None
        if clock is not None:
            clocks[number] = clock
    times = list(clocks.values())
    if len(times) < _FEWEST_ENTRIES or (times != sorted(times) and times != sorted(times, reverse=True)):
        return
    first, last = min(clocks), max(clocks)
    for sentence in sentences:
        sentence.live = first <= sentence.passage <= last


def _clock_at(text: str, start: int, end: int, timex: Timex | None) -> tuple[int, int] | None:
    """Hour and minute that open a passage, in whatever words the recogniser knows; None when it opens otherwise."""
    found = None
    if timex is not None and timex.type == "TIME" and opens_passage(text, start, timex):
        found = _TIME.fullmatch(timex.value or "")
    found = found or _DOTTED.match(text, start, end)
    return (int(found[1]), int(found[2] or 0)) if found is not None else None
