"""When an event happened, by the expression of its sentence that governs it: bounded by publication, moved, or unresolved."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from helpers.coding.claims.drafting import Draft
from helpers.coding.claims.narrative import UNKNOWN, Dated, Narrative, is_older
from helpers.coding.claims.sentences import Sentence
from helpers.foundation.dates import DateInterval, read_edtf
from helpers.foundation.records import Timex

PAST_FORMS = ("past", "pluperfect", "negated")
_MOVABLE = ("weekday", "year from context")  # read without knowing on which side of publication they lie
_AT_ONCE = ("enter_force", "accredit")  # done on a day, though what they bring about lasts
_PUT_OFF_LONG_AGO = 150  # days
_PLANNED_WITHIN, _PUT_OFF_WITHIN = 122, 75  # days since it was planned for, and until it is
_TOLD_AHEAD = 190  # days; a time farther ahead that its words do not put there is that of something else in the sentence
_WORDS_OF_MONTH = 2
_WORDS_OF_DAY = 3
_SHORTLY = dt.timedelta(days=10)
_WEEK = dt.timedelta(days=6)
IS_FOR_YEAR = "unresolved: the year is what the paper is for"
TOLD_AFTER_PAGE = "unresolved: told as past, dated after publication"


def is_long(timex: Timex) -> bool:
    """A year or more."""
    low, high = timex.interval.earliest, timex.interval.latest
    return low is not None and high is not None and (high - low).days > 300


def is_directed(timex: Timex) -> bool:
    """Last autumn, next May: it says itself on which side it lies."""
    return timex.rule.endswith("-direction")


def says_year(timex: Timex) -> bool:
    """In May this year, enero de este año, the spring of next year: more words than a month or season and its day need."""
    most = _WORDS_OF_DAY if timex.interval.is_day else _WORDS_OF_MONTH
    return timex.resolution == "year from context" and len(timex.surface.split()) > most


def _began_in(timex: Timex, bounded: DateInterval) -> DateInterval:
    """When what goes on since a day, month or year began: in that day, month or year, as far as `bounded` goes."""
    told = read_edtf((timex.edtf or "").partition("/")[0]) if timex.edtf else bounded
    if told.earliest is None or told.latest is None:
        return DateInterval(bounded.earliest, bounded.earliest)
    latest = told.latest if bounded.latest is None else min(told.latest, bounded.latest)
    return DateInterval(told.earliest, latest)


def resolve(draft: Draft, timex: Timex, narrative: Narrative, *, since: bool = False) -> Dated:
    """The date an expression gives an event: bounded by publication, ahead of it, or unresolved with the reason.

    Args:
        draft: the event.
        timex: the expression.
        narrative: narrated time.
        since: a present tense goes on from it (se adiestra desde el lunes): it lies before publication.
    """
    interval = timex.interval
    asserted = draft.judgement.polarity == "asserted"
    if since and asserted and interval.earliest is not None and narrative.bound_past(interval) is None:
        low = interval.earliest
        week = timex.resolution == "weekday"
        begun = DateInterval(
            low - dt.timedelta(days=7) if week else low.replace(year=low.year - 1, day=1), None
        )
        return Dated(begun, f"{timex.resolution} expression, since then", timex)
    if interval.is_unknown:
        reason = f"unresolved: {timex.reason or 'nothing to resolve it against'}"
        return Dated(UNKNOWN, reason, timex, older=_is_coarse(timex) and narrative.date is not None)
    polarity = draft.judgement.polarity
    published = narrative.published
    called_off = draft.judgement.status == "denied" and any(
        r.startswith(("trigger.cancel", "trigger.postpone")) for r in draft.rules
    )
    if draft.judgement.status == "postponed" or called_off:
        ahead = narrative.bound_past(interval) is None
        planned = (
            nearest_reading(timex, narrative, until=_PUT_OFF_WITHIN)
            if ahead and (timex.resolution != "weekday" or is_directed(timex))
            else either_week(timex, narrative)
        )
        basis = f"{timex.resolution} expression: the day it was planned for"
        return Dated(planned, basis, timex, older=_is_long_past(planned, narrative))
    if polarity == "asserted" and (coming := _ahead_of_present(draft, timex, narrative)) is not None:
        return Dated(coming, f"{timex.resolution} expression, after publication", timex, ahead=True)
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
        if (
            bounded is None
            and draft.paper is not None
            and draft.anchor.entry.form in PAST_FORMS
            and is_long(timex)
        ):
            return Dated(UNKNOWN, IS_FOR_YEAR, timex)
        if bounded is None and asserted and _is_a_week_after(timex, interval, published):
            # is visiting on Wednesday, out on a Wednesday
            return Dated(published, "weekday expression: the day of publication", timex)
        if bounded is None:
            return Dated(interval, f"{timex.resolution} expression, after publication", timex, ahead=True)
        if draft.key == "invite" and timex.resolution in _MOVABLE and is_older(bounded, narrative):
            return Dated(UNKNOWN, "unresolved: of the invitation, or of what is invited to", timex)
        bounded = _moment_within(draft, timex, _day_of_span(bounded, narrative))
        bounded = _day_of_last_week(timex, bounded, narrative) or bounded
        older = is_older(bounded, narrative)
        presumed = "presumed.paper" in draft.rules  # the agreement "din 2010": of 2010, not since then
        if (draft.key in _AT_ONCE or presumed) and interval.latest is None and interval.earliest is not None:
            bounded = _began_in(timex, bounded)  # in force since Sunday: on that day
        elif interval.latest is None and draft.anchor.entry.form not in PAST_FORMS:
            bounded = interval  # "is on a visit since": it began then and may last
        return Dated(bounded, f"{timex.resolution} expression", timex, older=older)
    may_come = polarity == "hypothetical" and draft.judgement.status == "planned"
    if (polarity == "future" or may_come) and published.earliest is not None:
        bounded = narrative.bound_future(interval)
        passed = narrative.bound_past(interval) if bounded is None and not _is_announced(draft) else None
        if bounded is None and (passed is None or timex.resolution != "weekday"):
            later = _moved(timex, interval, back=False)
            soon = (
                later is not None
                and _days_apart(later, published.latest or published.earliest) <= _TOLD_AHEAD
            )
            bounded = narrative.bound_future(later) if later is not None and soon else None
        if bounded is None and passed is not None:
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
        if _is_a_week_after(timex, bounded, published) and "T" in (timex.value or ""):
            return Dated(published, "weekday expression: later on the day of publication", timex)
        if _is_a_week_after(timex, bounded, published):
            # "will be received on Wednesday", out on a Wednesday: later that day, or a week on
            either = DateInterval(published.earliest, bounded.latest, bounded.weekday or timex.weekday)
            return Dated(either, "weekday expression: the day of publication or a week on", timex)
        return Dated(bounded, f"{timex.resolution} expression", timex)
    if polarity == "future" and published.earliest is None and timex.resolution in _MOVABLE:
        # "in September they will train", out in June or before: by this September, not by last
        ahead = published.latest is None or interval.latest is None or interval.latest >= published.latest
        later = interval if ahead else _moved(timex, interval, back=False)
        why = f"{timex.resolution} expression" if later else "unresolved: how far ahead is not known"
        return Dated(later or UNKNOWN, why, timex)
    if (
        draft.judgement.status == "denied"
        and timex.resolution in _MOVABLE
        and narrative.bound_past(interval) is None
    ):
        return Dated(
            UNKNOWN, "unresolved: what did not take place may lie before or after publication", timex
        )
    return Dated(interval, f"{timex.resolution} expression", timex)


def _ahead_of_present(draft: Draft, timex: Timex, narrative: Narrative) -> DateInterval | None:
    """Signs in June, out in May; signs by the end of the year: what a present tense tells of a time that is yet to come."""
    last = narrative.published.latest
    if (
        draft.anchor.entry.form != "present"
        or last is None
        or timex.interval.latest is None
        or draft.key == "draft"
    ):
        return None
    if timex.mod == "END" and not is_long(timex) and timex.interval.latest > last:
        return timex.interval
    if timex.resolution != "year from context" or timex.weekday is not None:
        return None
    reading = nearest_reading(timex, narrative)
    return reading if reading.earliest is not None and reading.earliest > last else None


def nearest_reading(timex: Timex, narrative: Narrative, *, until: int = _PLANNED_WITHIN) -> DateInterval:
    """A day or month without its year that something was planned for: the one nearest to publication.

    Plans are told of, and put off, within months of their time; half a year away no reading is safe.

    Args:
        timex: the expression.
        narrative: narrated time.
        until: days by which it may lie ahead; what is put off is put off shortly before.
    """
    day = narrative.published.latest
    if timex.resolution != "year from context" or day is None or is_directed(timex):
        return timex.interval
    readings = [timex.interval, *(_moved(timex, timex.interval, back=back) for back in (True, False))]
    gaps = [(_days_apart(r, day), n, r) for n, r in enumerate(readings) if r is not None]
    gap, _, nearest = min(gaps, key=lambda g: g[:2])
    ahead = nearest.earliest is not None and nearest.earliest > day
    return nearest if gap <= (until if ahead else _PLANNED_WITHIN) else UNKNOWN


def either_week(timex: Timex, narrative: Narrative) -> DateInterval:
    """A day that something was to happen on: a bare weekday may lie in the week before publication or in the one after.

    The weekday of publication itself is that day or a week on.
    """
    day, interval = narrative.published.latest, timex.interval
    if timex.resolution != "weekday" or day is None or not narrative.published.is_day or not interval.is_day:
        return nearest_reading(timex, narrative)
    weekday = interval.earliest.isoweekday() if interval.earliest else timex.weekday
    since = day if weekday == day.isoweekday() else day - _WEEK
    return DateInterval(since, day + dt.timedelta(days=7), weekday)


def _is_long_past(planned: DateInterval, narrative: Narrative) -> bool:
    """What was put off is no news any more when it had been planned for a time most of half a year before publication."""
    said, meant = narrative.published.earliest, planned.latest
    return said is not None and meant is not None and (said - meant).days > _PUT_OFF_LONG_AGO


def _days_apart(interval: DateInterval, day: dt.date) -> int:
    if interval.earliest is not None and interval.earliest > day:
        return (interval.earliest - day).days
    return (day - interval.latest).days if interval.latest is not None and interval.latest < day else 0


def rechain(timex: Timex, sentence: Sentence, narrative: Narrative, people: frozenset[str]) -> Timex:
    """The following day, counted from the news where the expression before it stands in an earlier passage.

    A new passage goes on with its people: what was recalled in between is not what it counts from. Where that is not
    clear, the expression is left unresolved.
    """
    news, before = narrative.latest or narrative.date, narrative.expression
    opening = not any(t.end <= timex.start and not t.interval.is_unknown for t in sentence.timexes)
    if timex.anchor == "previous" and opening and narrative.adrift > narrative.expression_read:
        reason = "counted from a time that nothing dates"
        return replace(timex, earliest=None, latest=None, weekday=None, reason=reason)
    if timex.anchor != "previous" or before is None or news is None or not news.is_day:
        return timex
    if before[1] == sentence.passage or any(t.end <= timex.start for t in sentence.timexes):
        return timex
    low, counted, day = timex.interval.earliest, before[0].earliest, news.earliest
    if low is None or counted is None or day is None or not timex.interval.is_day:
        return timex
    shift = low - counted
    if abs(shift) > _SHORTLY or abs(counted - day) <= _SHORTLY:
        return timex
    if not people & narrative.people:
        reason = "counted from the news, or from what was recalled"
        return replace(timex, earliest=None, latest=None, weekday=None, reason=reason)
    moved = (day + shift).isoformat()
    return replace(timex, earliest=moved, latest=moved)


def _day_of_span(interval: DateInterval, narrative: Narrative) -> DateInterval:
    """On Tuesday, on a page of unknown day whose news took five: the only Tuesday among them."""
    news, weekday = narrative.date, interval.weekday
    if weekday is None or interval.earliest is not None or interval.latest is not None or news is None:
        return interval
    if news.earliest is None or news.latest is None or news.is_day or news.latest - news.earliest > _WEEK:
        return interval
    day = news.earliest + dt.timedelta(days=(weekday - news.earliest.isoweekday()) % 7)
    return DateInterval(day, day) if day <= news.latest else interval


def _day_of_last_week(timex: Timex, interval: DateInterval, narrative: Narrative) -> DateInterval | None:
    """They came last week. On Monday they signed: the Monday of that week, or the one since; None where no week was just told."""
    week = narrative.latest
    if timex.resolution != "weekday" or not interval.is_day or week is None or interval.earliest is None:
        return None
    told = narrative.expression_read == narrative.sentences_read
    if not told or week.is_day or week.earliest is None or week.latest is None:
        return None
    weekday = interval.earliest.isoweekday()
    day = week.earliest + dt.timedelta(days=(weekday - week.earliest.isoweekday()) % 7)
    near = dt.timedelta() < interval.earliest - day <= dt.timedelta(days=7)
    return DateInterval(day, interval.latest, weekday) if near and day <= week.latest <= day + _WEEK else None


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
        unit = read_edtf(timex.value or "")  # a Solar month is a span of Gregorian days
    except ValueError:
        return interval
    if unit.earliest != timex.interval.earliest or unit.latest is None:
        return interval
    return unit.intersect(interval) or interval


def _moved(timex: Timex, interval: DateInterval, *, back: bool) -> DateInterval | None:
    """A day or month without a year, in the year next to the one it was read in; None for all others."""
    low, high = interval.earliest, interval.latest
    if high is None or (low is None and back) or is_directed(timex) or says_year(timex):
        return None
    if low is None:  # on a page of which only the last possible day is known
        fixed = timex.resolution not in _MOVABLE or (high.month, high.day) == (2, 29)
        return None if fixed else DateInterval(None, high.replace(year=high.year + 1))
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
