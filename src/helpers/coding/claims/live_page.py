"""Live pages: entries that open with the time of day tell of the day of publication."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from helpers.coding.claims.sentences import Sentence
from helpers.foundation.dates import DateInterval

_FEWEST_ENTRIES = 3
# 14.05 – ..., 9:30 | ..., 16 h 40: ..., 17:20 Uhr ..., [12:15] ...
_CLOCK = re.compile(
    r"[^\w\n]{0,3}([01]?\d|2[0-3])(?:[.:]| ?h ?)([0-5]\d)(?![\d.:/]|\s*%)(?:\s*(?:Uhr|h|ч\.?))?\s*(?:[-–—|:\])]|[.,](?=\s)|\n|(?=[^\W\d_]))",
    re.IGNORECASE,
)


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
    heads: dict[int, dt.time] = {}
    for number, (role, start, end) in enumerate(passages):
        found = _CLOCK.match(text, start, min(end, start + 24)) if role != "title" else None
        if found is not None:
            heads[number] = dt.time(int(found[1]), int(found[2]))
    times = list(heads.values())
    if len(times) < _FEWEST_ENTRIES or (times != sorted(times) and times != sorted(times, reverse=True)):
        return
    for sentence in sentences:
        sentence.live = min(heads) <= sentence.passage <= max(heads)
