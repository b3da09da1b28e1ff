"""What an account, or all accounts of an event, say of the happening: the features that joining compares."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace

from helpers.chronology.growing import grown, union
from helpers.chronology.intervals import UNKNOWN, width_in_days
from helpers.chronology.rules import PACKAGE
from helpers.foundation.dates import DateInterval

GENERIC = "agreement"
# A date as narrow as this dates a happening: the window of a news lead, or less.
NARROW = 4


@dataclass(frozen=True, slots=True)
class Features:
    """What an account, or all accounts of an event, say of the happening.

    Attributes:
        stage: planned, done, ratified, in force or any.
        interval: what all of them allow together.
        firm: the same without what only follows from the day of a page ("news of the day").
        month: a month without a year, or None.
        acts: what it tells of (visit, session, exercise ...).
        actors: canonical surnames.
        places: places named.
        countries: countries of these places.
        papers: classes of papers named.
        counts: numbers of documents stated, two or more.
        stories: story ids of the articles.
        articles: the articles themselves.
        defence: defence values stated.
        subject: defence, other (only fields outside defence are named) or None.
        put_off: True when something planned is postponed.
        future: True when all announce it (polarity future).
        lasting: True when the date is the first and the last day of what took several.
        published: when the first of the pages was published.
    """

    kind: str
    stage: str
    interval: DateInterval = UNKNOWN
    firm: DateInterval = UNKNOWN
    month: int | None = None
    acts: frozenset[str] = frozenset()
    actors: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    countries: frozenset[str] = frozenset()
    papers: frozenset[str] = frozenset()
    counts: frozenset[int] = frozenset()
    stories: AbstractSet[str] = frozenset()
    articles: AbstractSet[str] = frozenset()
    defence: frozenset[str] = frozenset()
    subject: str | None = None
    put_off: bool = False
    future: bool = False
    lasting: bool = False
    published: DateInterval = field(default=UNKNOWN)

    @property
    def is_package(self) -> bool:
        """True when several papers are signed together."""
        return PACKAGE in self.papers or bool(self.counts)

    @property
    def is_news_dated(self) -> bool:
        """True when the date rests on the day of a page alone."""
        return self.firm != self.interval

    @property
    def named_papers(self) -> frozenset[str]:
        """Paper classes that tell one paper from another."""
        return self.papers - {PACKAGE}

    @property
    def is_narrow(self) -> bool:
        """True when the date is known to within a few days."""
        width = width_in_days(self.interval)
        return width is not None and width <= NARROW

    def merged(self, other: Features) -> Features:
        """The features of both taken as one happening. The interval is the intersection where there is one."""
        firm = self.firm.intersect(other.firm) or self.firm
        both = self.interval.intersect(other.interval)
        if both is None:  # a news lead gives way before a wording
            both = firm.intersect(self.interval) or firm.intersect(other.interval) or self.interval
        for whole in (x for x in (self, other) if x.lasting and x.interval.intersect(both) == both):
            firm = both = whole.interval  # a day of it does not date what took several
        return replace(
            self,
            stage=other.stage if self.stage == "any" or (self.future and not other.future) else self.stage,
            interval=both,
            firm=firm,
            month=self.month or other.month,
            acts=union(self.acts, other.acts),
            actors=union(self.actors, other.actors),
            places=union(self.places, other.places),
            countries=union(self.countries, other.countries),
            papers=union(self.papers, other.papers),
            counts=union(self.counts, other.counts),
            stories=grown(self.stories, other.stories),
            articles=grown(self.articles, other.articles),
            defence=union(self.defence, other.defence),
            subject="defence"
            if "defence" in (self.subject, other.subject)
            else self.subject or other.subject,
            put_off=self.put_off or other.put_off,
            future=self.future and other.future,
            lasting=self.lasting or other.lasting,
            published=self.published,
        )
