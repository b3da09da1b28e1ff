"""Names of people, capitals and sources, as the actors' configuration gives them; the seam to the actors' package."""

from __future__ import annotations

from typing import Protocol

from helpers.foundation.dates import DateInterval
from helpers.foundation.records import Mention


class Directory(Protocol):
    """What claims need to know of people and places."""

    def surnames(self, mention: Mention, when: DateInterval) -> tuple[str, ...]:
        """Canonical surnames a mention of a person or office stands for on a date."""

    def source(self, mention: Mention) -> str | None:
        """Canonical name of a mention as a source, None when it cannot be one."""

    def capital(self, country: str) -> str | None:
        """English name of a country's capital."""

    def is_military(self, mention: Mention, when: DateInterval) -> bool:
        """True for people whose office is a military one on that date."""


class ActorsDirectory:
    """The directory behind `config/actors`."""

    def __init__(self) -> None:
        from helpers.coding.actors.config import load_actors

        self._actors = load_actors()
        self._capitals = {c.country: c.name for c in self._actors.cities.values() if c.capital}

    def surnames(self, mention: Mention, when: DateInterval) -> tuple[str, ...]:
        """Canonical surnames: of the person, or of who held the office on the date; none when that is open."""
        people = self._people(mention, when)
        return tuple(self._actors.people[p].surname for p in people)

    def _people(self, mention: Mention, when: DateInterval) -> tuple[str, ...]:
        if mention.kind == "person":
            return mention.entities if len(mention.entities) == 1 and mention.entities[0] in self._actors.people else ()
        if mention.kind != "office" or when.is_unknown:
            return ()
        out = []
        for office in mention.entities:
            held = [p for p, term in self._actors.holders.get(office, ()) if term.intersect(when) is not None]
            if len(held) == 1:
                out.append(held[0])
        return tuple(out)

    def source(self, mention: Mention) -> str | None:
        """People by surname, bodies and offices by their English name."""
        if len(mention.entities) != 1:
            return None
        if mention.kind == "person":
            person = self._actors.people.get(mention.entities[0])
            return person.surname if person is not None else None
        return mention.label if mention.kind in ("agency", "outlet", "organisation", "office") else None

    def capital(self, country: str) -> str | None:
        """English name of a country's capital."""
        return self._capitals.get(country)

    def is_military(self, mention: Mention, when: DateInterval) -> bool:
        """True when the person held a defence office on the date (on any date, when the date is unknown), or the office is one."""
        offices: list[str] = list(mention.entities) if mention.kind == "office" else []
        if mention.kind == "person":
            for pid in mention.entities:
                person = self._actors.people.get(pid)
                if person is not None:
                    offices += [office for office, term in person.terms if term.intersect(when) is not None]
        return any(word in office for office in offices for word in ("defence", "chief-of-staff", "air-force", "general-staff", "army"))
