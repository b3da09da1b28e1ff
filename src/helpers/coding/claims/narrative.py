"""Narrated time: what an article has told so far, and the date it gives an event whose sentence has no expression for it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from helpers.coding.claims.day_spans import OLDER_THAN_NEWS, are_close, is_wide, span
from helpers.coding.claims.drafting import Draft
from helpers.coding.claims.telling import Background, Plan, Telling
from helpers.foundation.dates import DateInterval
from helpers.foundation.records import Timex

UNKNOWN = DateInterval()
_OLDER_THAN_PAGE = 40  # the same against the publication date, while no news is dated
_MINDED = 2  # sentences after which the news told last is no longer what "before" looks back from
_TALKS = ("meet", "session")
_LONG_AGO = 180  # days
_LONGEST_YEAR = 366  # days
_GOVERNED = 4  # sentences that the day of the news governs where they name none of its people
OF_AN_OLDER_TIME = "none: it follows an older time and nothing dates it"
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
        same_day: told as earlier than the news, but by hours only: it is of the news.
    """

    interval: DateInterval = UNKNOWN
    basis: str = _NO_DATE
    timex: Timex | None = None
    older: bool = False
    ahead: bool = False
    passed: bool = False
    same_day: bool = False


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
        countries: of these people.
        by_kind: date told for each kind of event of these parties.
        background: the older event recalled last.
        latest: date of the news told last by an expression, and the sentence that told it.
        latest_sentence: number of that sentence.
        led_undated: the article opens with an event nothing dates, so that a year told later need not be of its news.
        plan: the time something was planned for, told last.
        expression: the last dated expression of the sentences read, and its passage.
        expression_read: how many sentences had been read with it.
        year: the last date of the sentences read that has its own year, and how many had been read with it.
        year_passage: the passage of that sentence.
        passing: days named in the sentence read last, and its passage; for what is told next without a day.
        sentences_read: so far.
        acts: the date told last for each act, and how many sentences had been read before it.
        adrift: how many sentences had been read with the last time counted from an event: what it chains to is not known.
        claimed: the day the page shows, where its text contradicts it; `published` then reaches to the day of the text.
    """

    published: DateInterval
    window: int
    date: DateInterval | None = None
    stated: bool = False
    sentence: int = -1
    parties: tuple[str, ...] = ()
    people: frozenset[str] = frozenset()
    countries: frozenset[str] = frozenset()
    by_kind: dict[str, DateInterval] = field(default_factory=dict)
    background: Background | None = None
    latest: DateInterval | None = None
    latest_sentence: int = -9
    led_undated: bool = False
    plan: Plan | None = None
    expression: tuple[DateInterval, int] | None = None
    expression_read: int = -9
    year: tuple[DateInterval, int] | None = None
    year_passage: int = -1
    passing: tuple[tuple[DateInterval, ...], int] = ((), -1)
    sentences_read: int = 0
    acts: dict[str, tuple[DateInterval, int]] = field(default_factory=dict)
    adrift: int = -9
    claimed: DateInterval | None = None

    def tell(self, dated: Dated, kind: str, parties: tuple[str, ...], telling: Telling) -> None:
        """Remember news that was dated.

        Where a sentence names several days, what is told next happened on one of them.
        """
        interval = self.bound_past(dated.interval)
        if interval is None or (self.date is None and self.led_undated and is_wide(interval)):
            return  # to come, or a year that may be another's: no news told
        stated = dated.timex is not None
        if self.date is None or (stated and not self.stated and parties == self.parties):
            self.date, self.stated, self.sentence, self.parties = interval, stated, telling.sentence, parties
            self.by_kind = {}
        if parties == self.parties:
            if stated:
                days = [interval, *(d for d in telling.beside if are_close(d, interval))]
                if telling.sentence == self.latest_sentence and self.latest is not None:
                    days.append(self.latest)
                self.latest, self.latest_sentence = span(days), telling.sentence
            self.people |= telling.people
            self.countries |= telling.countries
            self.by_kind.setdefault(kind, interval)

    def read(self, timexes: Iterable[Timex], passage: int, *, adrift: bool = False) -> None:
        """Remember the last expression of a sentence that was read, which "the following day" is resolved from."""
        self.sentences_read += 1
        self.adrift = self.sentences_read if adrift else self.adrift
        listed = list(timexes)
        self.passing = tuple(d for t in listed if (d := self._day_gone_by(t)) is not None), passage
        for timex in listed:
            if timex.type in ("DATE", "TIME") and not timex.interval.is_unknown:
                self.expression = timex.interval, passage
                self.expression_read = self.sentences_read
                if timex.resolution == "explicit" or self._is_of_a_past_year(timex):
                    self.year, self.year_passage = (timex.interval, self.sentences_read), passage

    def _day_gone_by(self, timex: Timex) -> DateInterval | None:
        """The day of an expression, where it lies before publication and near the news."""
        day = self.bound_past(timex.interval) if timex.type in ("DATE", "TIME") else None
        news = self.latest or self.date
        return day if day is not None and day.is_day and news is not None and are_close(day, news) else None

    def _is_of_a_past_year(self, timex: Timex) -> bool:
        """Two years ago, last spring: an older time that months told next may lie in."""
        low, high, day = timex.interval.earliest, timex.interval.latest, self.published.earliest
        if timex.resolution != "relative" or low is None or high is None or day is None:
            return False
        return (day - high).days > _LONG_AGO and (high - low).days < _LONGEST_YEAR

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
    return (news.earliest - interval.latest).days >= (OLDER_THAN_NEWS if told else _OLDER_THAN_PAGE)


def date_without_expression(
    draft: Draft, narrative: Narrative, telling: Telling, *, parties: tuple[str, ...]
) -> Dated:
    """The date of an event whose sentence has no expression for it.

    Args:
        draft: the event.
        narrative: narrated time so far.
        telling: its sentence.
        parties: whose event it is.
    """
    polarity, status = draft.judgement.polarity, draft.judgement.status
    now_said = draft.offered or draft.decided or draft.key == "draft"
    if status == "postponed" or any(r.startswith("trigger.cancel") for r in draft.rules):
        plan = narrative.plan if not any(r.startswith("cue.future") for r in draft.judgement.rules) else None
        if plan is not None and telling.sentence - plan.sentence == 1:
            return Dated(plan.interval, "narrated time: the day it was planned for")
    if status == "postponed":
        return Dated(UNKNOWN, "none: put off")
    if polarity in ("historical", "asserted") and not now_said and _goes_on_about_then(narrative, telling):
        return Dated(narrative.background.interval, "narrated time: at that time", older=True)  # type: ignore[union-attr]
    if polarity == "historical" and telling.hours and draft.kind == "consultation":
        news = narrative.latest
        if (
            news is not None
            and telling.sentence - narrative.latest_sentence <= _MINDED
            and parties == narrative.parties
        ):
            return Dated(news, "narrated time: hours before", same_day=True)
    if polarity == "historical" or status == "denied":
        return Dated()
    if polarity == "hypothetical" and not draft.offered:
        return Dated()
    if polarity == "future" and not draft.decided and draft.key != "draft":
        return Dated()
    if telling.known is not None and not now_said and not telling.is_title:
        return Dated(UNKNOWN, telling.known)
    said_on = telling.said_on
    if said_on is not None and not said_on.is_unknown:
        return _said_on(said_on, narrative, telling, now_said=now_said)
    if telling.is_title and narrative.date is not None:
        return _around(narrative)
    sentence, people = telling.sentence, telling.people
    recalled = telling.recalled
    if recalled is not None and sentence - recalled.sentence == 1 and not now_said:
        if (people & recalled.people) - narrative.people:
            return Dated(recalled.interval, "narrated time: background", older=True)
        if not people & narrative.people:
            return Dated(UNKNOWN, "none: it follows background and nothing dates it")
    if _follows_older_time(narrative, telling) and not now_said:
        return Dated(UNKNOWN, OF_AN_OLDER_TIME)
    if narrative.date is None:
        window = narrative.news_of_the_day()
        return Dated(window, "news of the day") if telling.is_lead and window is not None else Dated()
    if not set(parties) >= set(narrative.parties):
        return Dated(UNKNOWN, "none: nothing dates it, and it is not the news of the article")
    if telling.outcome and (talks := _talks_told(draft, narrative, telling, parties)) is not None:
        return Dated(talks, "narrated time")
    if (passing := _days_in_passing(narrative, telling)) is not None and not now_said:
        return Dated(passing, "narrated time: days just named")
    apart = bool(people) and bool(narrative.people) and not people & narrative.people
    # he held talks with his host: whom the guest meets is named only now
    apart = apart and bool(telling.countries & narrative.countries)
    just_told = narrative.latest is not None and 0 <= sentence - narrative.latest_sentence <= 1
    if just_told and narrative.latest is not None and not apart and parties == narrative.parties:
        return Dated(narrative.latest, "narrated time")
    apart = apart or parties != narrative.parties
    told = max(narrative.sentence, narrative.latest_sentence)
    if not (people & narrative.people or now_said or sentence - told <= _GOVERNED):
        by = narrative.published.latest
        return Dated(DateInterval(None, by), "told by then, far from the news") if by else Dated()
    if not apart and (draft.kind in narrative.by_kind or now_said):
        same = _last_told((draft.key,), narrative) if draft.key in _TALKS else None
        return Dated(same or narrative.by_kind.get(draft.kind, narrative.date), "narrated time")
    if not apart and sentence - narrative.sentence <= 2:
        return Dated(narrative.date, "narrated time")
    return _around(narrative)


def _talks_told(
    draft: Draft, narrative: Narrative, telling: Telling, parties: tuple[str, ...]
) -> DateInterval | None:
    """The date of the talks that a paper came of, where they are the news and nothing older was recalled since."""
    recalled = telling.recalled
    since = recalled is not None and recalled.sentence > max(narrative.sentence, narrative.latest_sentence)
    if draft.kind != "agreement" or since or parties != narrative.parties or not narrative.stated:
        return None
    return _last_told(_TALKS, narrative) or narrative.by_kind.get("consultation")


def _last_told(acts: tuple[str, ...], narrative: Narrative) -> DateInterval | None:
    """The date of the one of some acts that was told last, where it is of the news: the talks, not the arrival before them."""
    last = max((a for key in acts if (a := narrative.acts.get(key))), key=lambda a: a[1], default=None)
    news = narrative.date
    return last[0] if last is not None and news is not None and are_close(last[0], news) else None


def _days_in_passing(narrative: Narrative, telling: Telling) -> DateInterval | None:
    """On Monday the ambassador toured the camp, on Tuesday a general. He held talks: on one of these days, not that of the news.

    Only where the sentence before told no news of its own; a new passage may go on with the news.
    """
    days, passage = narrative.passing
    news = narrative.latest or narrative.date
    if not days or news is None or narrative.latest_sentence >= telling.sentence - 1 or telling.is_title:
        return None
    if all(news.intersect(day) is not None for day in days):
        return None
    return span([*days] if passage == telling.passage else [news, *days])


def _goes_on_about_then(narrative: Narrative, telling: Telling) -> bool:
    """At that time they signed; there he signed; both men signed: right after what was recalled, with a date, before the news goes on."""
    recalled = narrative.background
    if recalled is None or recalled.interval.is_unknown or telling.is_title:
        return False
    gap = telling.sentence - recalled.sentence
    if telling.then:
        return gap in (0, 1)
    if telling.there and not telling.people & narrative.people:
        return gap in (0, 1)
    return telling.both and gap == 1 and (len(recalled.people) > 1 or recalled.of_two) and not telling.people


def _follows_older_time(narrative: Narrative, telling: Telling) -> bool:
    """The sentence before told of an older time, and this one goes on about it, or names none of the people of the news."""
    if narrative.expression is None or narrative.expression_read != narrative.sentences_read:
        return False
    if not is_older(narrative.expression[0], narrative) or telling.is_title:
        return False
    return telling.then or not telling.people & narrative.people


def _said_on(said_on: DateInterval, narrative: Narrative, telling: Telling, *, now_said: bool) -> Dated:
    """Of what is reported on a day that is known: an offer was made then, anything else happened by then."""
    if now_said:
        return Dated(said_on, "day it was said")
    window = narrative.news_of_the_day() if telling.is_lead and narrative.date is None else None
    if said_on.latest is None:
        return Dated()
    since = window.earliest if window else None
    if since is not None and (said_on.earliest is None or since > said_on.earliest):
        since = None  # said before the days that count as news: nothing says how long before
    return Dated(DateInterval(since, said_on.latest), "reported on that day")


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
