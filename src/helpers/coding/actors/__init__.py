"""Actors: people, offices, organisations, countries and cities named in a text, in thirteen languages.

>>> from helpers.coding.actors import find_mentions
>>> [(m.kind, m.label) for m in find_mentions("Minsk and Tehran agreed", "en")]
[('city', 'Minsk'), ('city', 'Tehran')]
"""

from __future__ import annotations

from helpers.coding.actors.attach import UNKNOWN
from helpers.coding.actors.config import City, Organisation, Person, load_actors
from helpers.coding.actors.mentions import (
    country_of_city,
    find_mentions,
    find_mentions_doc,
    is_capital,
    person,
    surname,
)
from helpers.coding.actors.roles import resolve_role, terms_of

__all__ = [
    "UNKNOWN",
    "City",
    "Organisation",
    "Person",
    "country_of_city",
    "find_mentions",
    "find_mentions_doc",
    "is_capital",
    "load_actors",
    "person",
    "resolve_role",
    "surname",
    "terms_of",
]
