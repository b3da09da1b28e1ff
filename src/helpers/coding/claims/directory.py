"""Who people and offices are, what capitals and sources are called: the seam to the actors' package."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Protocol

from helpers.foundation.dates import DateInterval
from helpers.foundation.records import Mention


class Directory(Protocol):
    """What claims need to know of people and places."""

    def meet(self, mentions: Sequence[Mention]) -> None:
        """Take note of who is named in the article that is read now."""

    def surnames(self, mention: Mention, when: DateInterval, *, older: bool = False) -> tuple[str, ...]:
        """Canonical surnames a mention of a person or office stands for on a date; `older` than the news or not."""

    def source(self, mention: Mention) -> str | None:
        """Canonical name of a mention as a source, None when it cannot be one."""

    def capital(self, country: str) -> str | None:
        """English name of a country's capital."""

    def is_military(self, mention: Mention, when: DateInterval) -> bool:
        """True for people whose office is a military one on that date."""

    def is_former(self, mention: Mention, published: DateInterval) -> bool:
        """True for a person all of whose offices had ended when the article was published."""

    def counterpart(self, mention: Mention, country: str, when: DateInterval) -> Mention | None:
        """Who holds in another country the office that a person or office has on a date, as a mention of that office."""

    def kinds(self, mention: Mention, when: DateInterval | None) -> frozenset[str]:
        """The kinds of office a person held on a date (any at all without one), or an office is of."""


class ActorsDirectory:
    """The directory behind `config/actors`."""

    def __init__(self, military_offices: frozenset[str]):
        from helpers.coding.actors import load_actors

        self._actors = load_actors()
        self._capitals = {c.country: c.name for c in self._actors.cities.values() if c.capital}
        self._military = military_offices
        self._named: frozenset[str] = frozenset()

    def meet(self, mentions: Sequence[Mention]) -> None:
        """Take note of who is named in the article that is read now: a bare office may be settled by it."""
        self._named = frozenset(
            m.entities[0] for m in mentions if m.kind == "person" and len(m.entities) == 1
        )

    def surnames(self, mention: Mention, when: DateInterval, *, older: bool = False) -> tuple[str, ...]:
        """Canonical surnames: of the person, or of who held each office on the date; none where that is open.

        Of two holders the one is meant whom the article names, unless the event is older than what it tells of him.
        """
        from helpers.coding.actors import resolve_role

        people: tuple[str, ...] = ()
        if mention.kind == "person":
            people = mention.entities if len(mention.entities) == 1 else ()
        elif mention.kind == "office":
            named = frozenset[str]() if older else self._named
            held: dict[str, list[str]] = {}
            for office in mention.entities:
                ids = resolve_role(office, when)
                held.setdefault(office.partition(":")[0], []).extend(ids)
            settled = [_settle(tuple(dict.fromkeys(ids)), named) for ids in held.values()]
            people = tuple(ids[0] for ids in settled if len(ids) == 1)
        return tuple(self._actors.people[p].surname for p in people if p in self._actors.people)

    def source(self, mention: Mention) -> str | None:
        """People by surname, bodies and offices by their English name; None when it is open who is meant."""
        if len(mention.entities) != 1:
            return None
        if mention.kind == "person":
            person = self._actors.people.get(mention.entities[0])
            return person.surname if person is not None else None
        if mention.kind in ("agency", "outlet", "organisation"):
            return mention.label
        return mention.label if mention.kind == "office" and not mention.entities[0].startswith("*") else None

    def capital(self, country: str) -> str | None:
        """English name of a country's capital."""
        return self._capitals.get(country)

    def is_military(self, mention: Mention, when: DateInterval) -> bool:
        """True for a military office or body, and for people who held one on the date."""
        offices: list[str] = list(mention.entities) if mention.kind in ("office", "organisation") else []
        if mention.kind == "person" and len(mention.entities) == 1:
            person = self._actors.people.get(mention.entities[0])
            if person is not None:
                offices = [office for office, term in person.terms if term.intersect(when) is not None]
        return any((office.partition(":")[2] or office) in self._military for office in offices)

    def is_former(self, mention: Mention, published: DateInterval) -> bool:
        """True for a person all of whose offices had ended when the article was published."""
        if mention.kind != "person" or len(mention.entities) != 1 or published.earliest is None:
            return False
        person = self._actors.people.get(mention.entities[0])
        if person is None or not person.terms:
            return False
        return all(term.latest is not None and term.latest < published.earliest for _, term in person.terms)

    def counterpart(self, mention: Mention, country: str, when: DateInterval) -> Mention | None:
        """The same office of another country, where the date leaves one office open (president, minister)."""
        offices: list[str] = list(mention.entities) if mention.kind == "office" else []
        if mention.kind == "person" and len(mention.entities) == 1:
            person = self._actors.people.get(mention.entities[0])
            if person is not None:
                offices = [office for office, term in person.terms if term.intersect(when) is not None]
        kinds = {office.partition(":")[2] for office in offices if not office.startswith("*")}
        if len(kinds) != 1 or when.is_unknown:
            return None
        return replace(mention, kind="office", entities=(f"{country}:{kinds.pop()}",), countries=(country,))

    def kinds(self, mention: Mention, when: DateInterval | None) -> frozenset[str]:
        """The kinds of office a person held on a date (any at all without one), or an office is of."""
        offices: list[str] = list(mention.entities) if mention.kind == "office" else []
        if mention.kind == "person" and len(mention.entities) == 1:
            person = self._actors.people.get(mention.entities[0])
            if person is not None:
                offices = [o for o, term in person.terms if when is None or term.intersect(when) is not None]
        return frozenset(office.partition(":")[2] for office in offices)


def _settle(ids: tuple[str, ...], named: frozenset[str]) -> tuple[str, ...]:
    """The one holder of the offices a word may mean in one country; of several, those whom the article names."""
    return ids if len(ids) == 1 else tuple(p for p in ids if p in named)
