"""What the project's configuration knows of people and outlets, as the chronology asks for it."""

from __future__ import annotations

from functools import lru_cache

from helpers.chronology.corroboration import Source
from helpers.chronology.people import People, Person


@lru_cache(maxsize=4)
def load_people(long_term: int) -> People:
    """People by canonical surname from config/actors.yml; those of one surname become one entry with all terms.

    Raises:
        ConfigError: the actors' configuration is wrong.
    """
    from helpers.coding.actors import load_actors

    people: dict[str, Person] = {}
    for _, actor in sorted(load_actors().people.items()):
        terms = tuple(term for _, term in actor.terms)
        known = people.get(actor.surname)
        if known is None:
            people[actor.surname] = Person(actor.surname, actor.name, actor.country, terms)
        else:
            country = known.country if known.country == actor.country else None
            people[actor.surname] = Person(actor.surname, actor.surname, country, known.terms + terms)
    return People(people, long_term)


@lru_cache(maxsize=65536)
def know_source(name: str) -> Source | None:
    """The outlet or agency of that name, None when config/outlets.yml does not list it."""
    from helpers.clean.outlets import outlet_of_name

    outlet = outlet_of_name(name)
    return None if outlet is None else Source(outlet.name, outlet.state, outlet.kind == "agency")
