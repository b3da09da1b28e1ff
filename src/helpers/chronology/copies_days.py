"""Copies of one text that came out on far-off days: it tells of one happening, so a page that stands apart shows a wrong day."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import replace
from itertools import pairwise

from helpers.chronology.decided import CORRECTED
from helpers.chronology.evidence import Evidence, Place
from helpers.chronology.intervals import UNKNOWN, gap_in_days
from helpers.foundation.dates import DateInterval

# Copies of news come out within days of each other; a reprint a month later is none that relative dates can be read on.
APART_DAYS = 30


def doubt_lone_days(evidence: Sequence[Evidence], relative: Set[Place]) -> list[Evidence]:
    """Claims without the dates that rest on the day of a page which copies of the same text contradict.

    Copies are articles of one story of which the bodies tell news in the very same sentence. Rule: the days on which
    they came out are parted where more than `APART_DAYS` lie between two of them.
    The part with most articles is believed; where two are largest, none is. On all other pages of the story what rests on
    their day ("on Tuesday", "in March", news of the day) is not used, nor does their day bound what they tell. Dates
    with their year stay.

    Args:
        evidence: the claims of all articles.
        relative: (article_id, start, end) of expressions resolved against the publication date.
    """
    days: dict[tuple[str, str], dict[str, DateInterval]] = {}
    for claim in evidence:
        if claim.published.is_day and claim.polarity == "asserted" and not claim.is_title:
            days.setdefault((claim.story_id, claim.quote), {})[claim.article_id] = claim.published
    doubted = {article for listed in days.values() if len(listed) > 1 for article in _doubted(listed)}
    return [_without_day(c, relative) if c.article_id in doubted else c for c in evidence]


def _doubted(days: Mapping[str, DateInterval]) -> set[str]:
    """Copies whose day is not believed."""
    ordered = sorted(days, key=lambda a: (days[a].earliest, a))
    parts = [[ordered[0]]]
    for before, article in pairwise(ordered):
        if gap_in_days(days[before], days[article]) > APART_DAYS:
            parts.append([])
        parts[-1].append(article)
    most = max(len(part) for part in parts)
    believed = [part for part in parts if len(part) == most]
    kept = set(believed[0]) if len(believed) == 1 else set[str]()
    return set() if len(parts) == 1 else set(ordered) - kept


def _without_day(claim: Evidence, relative: Set[Place]) -> Evidence:
    """The claim with an unknown publication date, and undated unless a date with its year, or a reviewer, dates it."""
    span = claim.date_span
    own = claim.date_basis == CORRECTED or (span is not None and (claim.article_id, *span) not in relative)
    basis = claim.date_basis if own else "not used: copies of this text came out on far-off days"
    return replace(
        claim,
        published=UNKNOWN,
        interval=claim.interval if own else UNKNOWN,
        is_news_date=claim.is_news_date and own,
        date_basis=basis,
    )
