"""Who held which office when, as the chronology needs it: bounds, sides and full names for canonical surnames."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from helpers.chronology.intervals import UNKNOWN, hull
from helpers.foundation.dates import DateInterval


@dataclass(frozen=True, slots=True)
class Person:
    """One person of config/actors.yml.

    Attributes:
        surname: canonical surname, as in the claims' `actors`.
        name: full name for people to read.
        country: ISO 3166 alpha-3 of the side the person acts for, None when not known.
        terms: terms of office; an open end is an open interval.
    """

    surname: str
    name: str
    country: str | None = None
    terms: tuple[DateInterval, ...] = ()

    @property
    def in_office(self) -> DateInterval:
        """From the first day of the first known term to the last day of the last; unknown when no term is known."""
        return hull(self.terms) if self.terms else UNKNOWN


@dataclass(frozen=True, slots=True)
class People:
    """People by canonical surname; two people of one surname are held as one entry with the terms of both.

    Attributes:
        by_surname: the people.
        long_term: years in office from which a name says little about when.
    """

    by_surname: Mapping[str, Person] = field(default_factory=dict)
    long_term: int = 10

    def in_office(self, surname: str) -> DateInterval:
        """When somebody of this name was in an office; unknown for people who are not listed."""
        person = self.by_surname.get(surname)
        return person.in_office if person is not None else UNKNOWN

    def side(self, surname: str) -> str:
        """The country the person acts for, '' when not known."""
        person = self.by_surname.get(surname)
        return (person.country or "") if person is not None else ""

    @property
    def last_change(self) -> dt.date | None:
        """The latest day on which any listed term began or ended: as far as the list knows."""
        days = [
            d
            for p in self.by_surname.values()
            for t in p.terms
            for d in (t.earliest, t.latest)
            if d is not None
        ]
        return max(days, default=None)

    def is_long_term(self, surname: str) -> bool:
        """True when the person held office so long that the name hardly tells one meeting from another.

        A term without an end counts up to the last change the list knows.
        """
        span = self.in_office(surname)
        end = span.latest or self.last_change
        if span.earliest is None or end is None:
            return False
        return (end - span.earliest).days > 365.25 * self.long_term

    def full_name(self, surname: str) -> str:
        """The full name, the surname itself for people who are not listed."""
        person = self.by_surname.get(surname)
        return person.name if person is not None else surname
