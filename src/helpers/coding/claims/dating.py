"""When an event happened, by one page alone: the expression that governs it, narrated time, news of the day, or unknown."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field, replace

from helpers.coding.claims.drafting import Draft
from helpers.foundation.dates import DateInterval, read_edtf
from helpers.foundation.records import Timex

UNKNOWN = DateInterval()
PAST_FORMS = ("past", "pluperfect", "negated")
_OLDER_THAN_NEWS = 10  # days; an event so much older than the dated news is background
_OLDER_THAN_PAGE = 40  # the same against the publication date, while no news is dated
_MOVABLE = ("weekday", "year from context")  # read without knowing on which side of publication they lie
_NO_DATE = "none: no expression dates it"
TOLD_AFTER_PAGE = "unresolved: told as past, dated after publication"


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


def is_long(timex: Timex) -> bool:
    """A year or more."""
    low, high = timex.interval.earliest, timex.interval.latest
    return low is not None and high is not None and (high - low).days > 300


def resolve(draft: Draft, timex: Timex, narrative: Narrative) -> Dated:
    """The date an expression gives an event: bounded by publication, ahead of it, or unresolved with the reason."""
    interval = timex.interval
    if interval.is_unknown:
        reason = f"unresolved: {timex.reason or 'nothing to resolve it against'}"
        return Dated(UNKNOWN, reason, timex, older=_is_coarse(timex) and narrative.date is not None)
    polarity = draft.judgement.polarity
    published = narrative.published
    if draft.judgement.status == "postponed":
        return Dated(interval, f"{timex.resolution} expression: the day it was planned for", timex)
    if polarity in ("asserted", "historical") and not draft.decided:
        bounded = narrative.bound_past(interval)
        if bounded is None and (
            draft.anchor.entry.form in PAST_FORMS
            or (
                timex.resolution in _MOVABLE
                and (draft.anchor.entry.form == "participle" or _is_an_occasion(draft))
            )
        ):
            if draft.key == "invite":  # what one is invited to is to come
                return Dated(interval, f"{timex.resolution} expression: what is invited to", timex)
            earlier = _moved(timex, interval, back=True)
            bounded = narrative.bound_past(earlier) if earlier is not None else None
        if bounded is None:
            return Dated(interval, f"{timex.resolution} expression, after publication", timex, ahead=True)
        if draft.key == "invite" and timex.resolution in _MOVABLE and is_older(bounded, narrative):
            return Dated(UNKNOWN, "unresolved: of the invitation, or of what is invited to", timex)
        bounded = _moment_within(draft, timex, bounded)
        older = is_older(bounded, narrative)
        if interval.latest is None and draft.anchor.entry.form not in PAST_FORMS:
            bounded = interval  # "is on a visit since": it began then and may last
        return Dated(bounded, f"{timex.resolution} expression", timex, older=older)
    if polarity == "future" and published.earliest is not None:
        bounded = narrative.bound_future(interval)
        if bounded is None:
            later = _moved(timex, interval, back=False)
            bounded = narrative.bound_future(later) if later is not None else None
        if (
            bounded is None
            and not _is_announced(draft)
            and (passed := narrative.bound_past(interval)) is not None
        ):
            return Dated(
                passed,
                f"{timex.resolution} expression",
                timex,
                older=is_older(passed, narrative),
                passed=True,
            )
        if bounded is None:
            return Dated(
                UNKNOWN, "unresolved: the expression lies before publication, the event after it", timex
            )
        if _is_a_week_after(timex, bounded, published):
            # "will be received on Wednesday", out on a Wednesday: later that day, or a week on
            either = DateInterval(published.earliest, bounded.latest, bounded.weekday or timex.weekday)
            return Dated(either, "weekday expression: the day of publication or a week on", timex)
        return Dated(bounded, f"{timex.resolution} expression", timex)
    if (
        draft.judgement.status == "denied"
        and timex.resolution in _MOVABLE
        and narrative.bound_past(interval) is None
    ):
        return Dated(
            UNKNOWN, "unresolved: what did not take place may lie before or after publication", timex
        )
    return Dated(interval, f"{timex.resolution} expression", timex)


def _is_a_week_after(timex: Timex, interval: DateInterval, published: DateInterval) -> bool:
    """True for a bare weekday that is the weekday of publication as well."""
    if timex.resolution != "weekday" or not (published.is_day and interval.is_day):
        return False
    low, day = interval.earliest, published.earliest
    return low is not None and day is not None and (low - day).days == 7


def _is_an_occasion(draft: Draft) -> bool:
    """After Friday's talks: told by a noun, as what something else followed."""
    return draft.noun and any(rule.startswith("cue.occasion") for rule in draft.rules)


def _is_announced(draft: Draft) -> bool:
    """A word or form of the future says so, not only an infinitive."""
    cues = ("cue.future", "cue.intention", "cue.scheduled", "cue.infinitive_mark")
    return (
        draft.hit.entry.form == "future"
        or draft.anchor.entry.form == "future"
        or draft.governor is not None
        or any(rule.startswith(cues) for rule in draft.rules)
    )


def _moment_within(draft: Draft, timex: Timex, interval: DateInterval) -> DateInterval:
    """Had been signed as long ago as 2007, in force since 1 May: what begins at once has the day or year it began."""
    if timex.interval.latest is not None or timex.interval.earliest is None:
        return interval
    one = draft.paper is not None and draft.paper.count == 1
    signed = draft.key == "sign" and draft.judgement.polarity == "historical"
    if not one or not (signed or draft.key == "enter_force"):
        return interval
    try:
        unit = read_edtf((timex.value or "").split("/")[0])
    except ValueError:
        return interval
    if unit.earliest != timex.interval.earliest or unit.latest is None:
        return interval
    return unit.intersect(interval) or interval


def _moved(timex: Timex, interval: DateInterval, *, back: bool) -> DateInterval | None:
    """A day or month without a year, in the year next to the one it was read in; None for all others."""
    low, high = interval.earliest, interval.latest
    if low is None or high is None:
        return None
    if timex.resolution == "weekday":
        week = dt.timedelta(days=-7 if back else 7)
        return DateInterval(low + week, high + week, interval.weekday)
    if (
        timex.resolution != "year from context"
        or (low.month, low.day) == (2, 29)
        or (high.month, high.day) == (2, 29)
    ):
        return None
    years = -1 if back else 1
    return DateInterval(low.replace(year=low.year + years), high.replace(year=high.year + years))


def _is_coarse(timex: Timex) -> bool:
    """A month or a year: beside news told by the day it is background."""
    value = timex.value or ""
    return bool(value) and value.count("-") <= 1 and "W" not in value


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
