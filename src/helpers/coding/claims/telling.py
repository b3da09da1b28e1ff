"""What narrated time is told: a sentence as it sees it, an older event recalled, a time something was planned for."""

from __future__ import annotations

from dataclasses import dataclass

from helpers.foundation.dates import DateInterval


@dataclass(frozen=True, slots=True)
class Background:
    """An older event just recalled: what is told next of its people happened with it."""

    interval: DateInterval
    people: frozenset[str]
    sentence: int
    of_two: bool = False


@dataclass(frozen=True, slots=True)
class Plan:
    """A time that something was planned for, told without saying yet what became of it."""

    interval: DateInterval
    sentence: int


@dataclass(frozen=True, slots=True)
class Telling:
    """A sentence as narrated time sees it.

    Attributes:
        sentence: its number in reading order.
        passage: the passage it stands in.
        is_lead: it belongs to the lead.
        is_title: it is the headline, whose day is settled by the body.
        people: ids of the people named in it.
        said_on: when it was said, if that is dated: an upper bound.
        then: it opens with "at that time", "on that occasion".
        outcome: it tells what came of the talks (after the talks, at the close of the meeting).
        there: it goes on where the sentence before was (allí, dort).
        both: it speaks of the two people just named without naming them.
        of_two: people of two countries are named in it, by name or by office.
        countries: of the people named in it.
        lasts: how many days a visit takes that it tells of, 0 where it does not say so.
        hours: it says that something lasted hours, and names no day.
        beside: days it names that date none of its events.
        recalled: the background told before it.
        known: why its event is no news of the day of the page, None when it may be.
    """

    sentence: int
    passage: int = -1
    is_lead: bool = False
    is_title: bool = False
    people: frozenset[str] = frozenset()
    said_on: DateInterval | None = None
    then: bool = False
    outcome: bool = False
    there: bool = False
    both: bool = False
    of_two: bool = False
    countries: frozenset[str] = frozenset()
    lasts: int = 0
    hours: bool = False
    beside: tuple[DateInterval, ...] = ()
    recalled: Background | None = None
    known: str | None = None
