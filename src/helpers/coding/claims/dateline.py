"""Where the dateline of a passage ends: its town is not where things happened, and its day not when."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from helpers.coding.claims.tokens import dateline_length
from helpers.foundation.dates import DateInterval
from helpers.foundation.records import Mention, Timex

_LONGEST_HEAD = 60  # characters before the day
_MOST_WORDS = 6
_NEWS_DAYS = 10  # a day so far from publication heads an entry of a chronicle, which it dates
_ARTICLES = frozenset({"le"})
_WORD = re.compile(r"[^\W\d_]+")
# Behind the day: an agency or town, then brackets, a dash or a colon.
_TAIL = re.compile(
    r"[.,]?\s*(?P<name>[^\W\d_][\w.'’-]{0,30}(?:\s[^\W\d_][\w.'’-]{0,30}){0,2}\s*)?"
    r"(?:[(/\[][^)/\]\n]{2,40}[)/\]]\.?\s*[-–—:]?|\s*[-–—](?=\s)|:)\s"
)


def dateline_end(
    passage: str,
    start: int,
    *,
    mentions: Sequence[Mention],
    timexes: Sequence[Timex],
    published: DateInterval,
) -> int:
    """One past the last character of the dateline of a passage, or its start where it has none.

    Args:
        passage: text of the passage.
        start: its first character in the text.
        mentions: of the text, in order; the dateline must name a town or an agency, and nobody.
        timexes: of the text, in order.
        published: publication date; the day of a dateline lies beside it.
    """
    for end in (_end_behind_day(passage, start, timexes, published), start + dateline_length(passage)):
        first = bisect_left(mentions, start, key=lambda m: m.start)
        kinds = {
            m.kind for m in mentions[first : bisect_left(mentions, end, lo=first, key=lambda m: m.start)]
        }
        shouted = passage[: end - start].split(",", maxsplit=1)[0].isupper() and end > start
        if (kinds & {"city", "agency", "outlet"} or shouted) and "person" not in kinds:
            return end
    return start


def _end_behind_day(passage: str, start: int, timexes: Sequence[Timex], published: DateInterval) -> int:
    """The end of what stands around a day at the head: "MINSK, Nov. 21 (Agency) - ", "21 ноября, Минск /ТАСС/. "."""
    at = bisect_left(timexes, start, key=lambda t: t.start)
    if at == len(timexes) or timexes[at].start - start > _LONGEST_HEAD:
        return start
    day = timexes[at]
    if not day.interval.is_day or not _is_news(day.interval, published):
        return start
    head = _WORD.findall(passage[: day.start - start])
    tail = _TAIL.match(passage[day.end - start : day.end - start + 160])
    if tail is None or len(head) > _MOST_WORDS:
        return start
    names = [*head, *_WORD.findall(tail["name"] or "")]
    if any(w[0].islower() and w not in _ARTICLES for w in names):
        return start
    return day.end + tail.end()


def _is_news(day: DateInterval, published: DateInterval) -> bool:
    if day.earliest is None or published.latest is None:
        return True
    return abs((published.latest - day.earliest).days) <= _NEWS_DAYS
