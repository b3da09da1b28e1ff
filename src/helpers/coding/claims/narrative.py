"""Narrated time: what an article has told so far, and the date it gives an event whose sentence has no expression for it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field, replace

from helpers.coding.claims.drafting import Draft
from helpers.foundation.dates import DateInterval
from helpers.foundation.records import Timex

UNKNOWN = DateInterval()
_OLDER_THAN_NEWS = 10  # days; an event so much older than the dated news is background
_OLDER_THAN_PAGE = 40  # the same against the publication date, while no news is dated
_NO_DATE = "none: no expression dates it"


@dataclass(frozen=True, slots=True)
class Dated:
    """A date with what it rests on.

    Attributes:
        interval: as far as the page supports it.
        basis: in words, for the claims table.
        timex: the expression, None when there is none.
        older: the expression makes the event background.
        ahead: the expression lies after publication, so the event is to come.
        passed: the expression lies before publication, and only the form of the verb had made the event one to come.
    """

    interval: DateInterval = UNKNOWN
    basis: str = _NO_DATE
    timex: Timex | None = None
    older: bool = False
    ahead: bool = False
    passed: bool = False


@dataclass(frozen=True, slots=True)
class Background:
    """An older event just recalled: what is told next of its people happened with it."""

    interval: DateInterval
    people: frozenset[str]
    sentence: int


@dataclass(slots=True)
class Narrative:
    """Narrated time: the news the article tells, as far as its sentences have been read.

    Attributes:
        published: publication date as far as known.
        window: days before publication that an undated lead may tell of.
        date: date of the news, once told.
        stated: an expression dates the news (else it is the news of the day).
        sentence: number of the sentence that told it.
        parties: whose news it is.
        people: ids of the people of the news.
        by_kind: date told for each kind of event of these parties.
        background: the older event recalled last.
        latest: date of the news told last by an expression, and the sentence that told it.
        latest_sentence: number of that sentence.
        led_undated: the article opens with an event nothing dates, so that a date told later need not be of its news.
        claimed: the day the page shows, where its text contradicts it; `published` then reaches to the day of the text.
    """

    published: DateInterval
    window: int
    date: DateInterval | None = None
    stated: bool = False
    sentence: int = -1
    parties: tuple[str, ...] = ()
    people: frozenset[str] = frozenset()
    by_kind: dict[str, DateInterval] = field(default_factory=dict)
    background: Background | None = None
    latest: DateInterval | None = None
    latest_sentence: int = -9
    led_undated: bool = False
    claimed: DateInterval | None = None

    def tell(
        self, dated: Dated, kind: str, parties: tuple[str, ...], people: frozenset[str], sentence: int
    ) -> None:
        """Remember news that was dated."""
        interval = self.bound_past(dated.interval)
        if interval is None:
            return  # to come: no news told
        dated = replace(dated, interval=interval)
        stated = dated.timex is not None
        if self.date is None and self.led_undated:
            return
        if self.date is None or (stated and not self.stated and parties == self.parties):
            self.date, self.stated, self.sentence, self.parties = dated.interval, stated, sentence, parties
            self.by_kind = {}
        if parties == self.parties:
            if stated:
                self.latest, self.latest_sentence = dated.interval, sentence
            self.people |= people
            self.by_kind.setdefault(kind, dated.interval)

    def between_days(self, dated: Dated) -> Dated:
        """Where page and text contradict each other, what the text puts after the page's day lies between the two."""
        low, last = dated.interval.earliest, self.claimed.latest if self.claimed else None
        if low is None or last is None or low <= last:
            return dated
        first = self.claimed.earliest if self.claimed else None
        since = first - dt.timedelta(days=self.window) if first else None
        return replace(dated, interval=DateInterval(since, dated.interval.latest))

    def bound_past(self, interval: DateInterval) -> DateInterval | None:
        """What happened cannot be later than publication."""
        if self.published.latest is None:
            return interval
        return interval.intersect(DateInterval(None, self.published.latest))

    def bound_future(self, interval: DateInterval) -> DateInterval | None:
        """What is announced cannot be earlier than publication."""
        if self.published.earliest is None:
            return interval
        return interval.intersect(DateInterval(self.published.earliest, None))

    def news_of_the_day(self) -> DateInterval | None:
        """The days an undated news lead tells of, on a page of known day."""
        if not self.published.is_day or self.published.latest is None:
            return None
        return DateInterval(self.published.latest - dt.timedelta(days=self.window), self.published.latest)


def is_older(interval: DateInterval, narrative: Narrative) -> bool:
    """True when the event lies well before the news: recalled as background."""
    if interval.latest is None:
        return False
    told = narrative.date is not None and narrative.date.earliest is not None
    news = narrative.date if told and narrative.date is not None else narrative.published
    if news.earliest is None:
        return False
    return (news.earliest - interval.latest).days >= (_OLDER_THAN_NEWS if told else _OLDER_THAN_PAGE)


def date_without_expression(
    draft: Draft, narrative: Narrative, *, is_lead: bool, is_title: bool, said_on: DateInterval | None, sentence: int,
    parties: tuple[str, ...], people: frozenset[str],
) -> Dated:  # fmt: skip
    """The date of an event whose sentence has no expression for it.

    Args:
        draft: the event.
        narrative: narrated time so far.
        is_lead: the sentence belongs to the lead.
        is_title: it is the headline, whose day is settled by the body.
        said_on: when it was said, if that is dated: an upper bound.
        sentence: number of the sentence.
        parties: whose event it is.
        people: ids of the people named in the sentence.
    """
    polarity = draft.judgement.polarity
    if draft.judgement.status == "postponed":
        return Dated(UNKNOWN, "none: put off")
    if polarity == "historical" or draft.judgement.status == "denied":
        return Dated()
    if polarity == "hypothetical" and not draft.offered:
        return Dated()
    if polarity == "future" and not draft.decided and draft.key != "draft":
        return Dated()
    now_said = draft.offered or draft.decided or draft.key == "draft"
    if said_on is not None and not said_on.is_unknown:
        if now_said:
            return Dated(said_on, "day it was said")
        window = narrative.news_of_the_day() if is_lead and narrative.date is None else None
        if said_on.latest is None:
            return Dated()
        since = window.earliest if window else None
        if since is not None and since > said_on.latest:
            since = None  # said before the days that count as news: nothing says how long before
        return Dated(DateInterval(since, said_on.latest), "reported on that day")
    recalled = narrative.background
    if is_title and narrative.date is not None:
        return _around(narrative)
    if recalled is not None and sentence - recalled.sentence <= 1 and not now_said:
        if (people & recalled.people) - narrative.people:
            return Dated(recalled.interval, "narrated time: background", older=True)
        if sentence != recalled.sentence and not people & narrative.people:
            return Dated(UNKNOWN, "none: it follows background and nothing dates it")
    if narrative.date is None:
        window = narrative.news_of_the_day()
        return Dated(window, "news of the day") if is_lead and window is not None else Dated()
    if not set(parties) >= set(narrative.parties):
        return Dated(UNKNOWN, "none: nothing dates it, and it is not the news of the article")
    apart = bool(people) and bool(narrative.people) and not people & narrative.people
    just_told = narrative.latest is not None and 0 <= sentence - narrative.latest_sentence <= 1
    if just_told and narrative.latest is not None and not apart and parties == narrative.parties:
        return Dated(narrative.latest, "narrated time")
    apart = apart or parties != narrative.parties
    if not apart and (draft.kind in narrative.by_kind or now_said):
        return Dated(narrative.by_kind.get(draft.kind, narrative.date), "narrated time")
    if not apart and sentence - narrative.sentence <= 2:
        return Dated(narrative.date, "narrated time")
    return _around(narrative)


def _around(narrative: Narrative) -> Dated:
    """Told beside the news without a date: from a few days before it to publication."""
    news = narrative.date
    if news is None or news.earliest is None or news.latest is None:
        return Dated(news, "narrated time") if news is not None and news.weekday is None else Dated()
    days = dt.timedelta(days=narrative.window)
    latest = narrative.published.latest or news.latest + days
    return Dated(
        DateInterval(news.earliest - days, max(latest, news.latest)), "narrated time, around the news"
    )
