"""Who held an office on a date, and which offices a person held."""

from __future__ import annotations

from helpers.coding.actors.config import load_actors
from helpers.foundation.dates import DateInterval
from helpers.foundation.records import Mention


def resolve_role(office: str | Mention, date: DateInterval) -> tuple[str, ...]:
    """Who held an office on a date.

    Args:
        office: an office id (`IRN:defence-minister`) or an office mention (all of its offices).
        date: when; an unknown date allows every holder.

    Returns:
        ids of the people whose term the date allows, in the order of people.yml: more than one is an open ambiguity, none
        means that none is known. Former and deputy offices, and `*` for an unknown country, have no holders.
    """
    actors = load_actors()
    wanted = (office,) if isinstance(office, str) else office.entities
    found: dict[str, None] = {}
    for one in wanted:
        posts = [one]
        if one.endswith(":ambassador"):
            posts += [o for o in actors.holders if o.startswith(f"{one}-to-")]
        for pid, term in (held for post in posts for held in actors.holders.get(post, ())):
            if term.intersect(date) is not None:
                found[pid] = None
    return tuple(found)


def terms_of(person_id: str) -> tuple[tuple[str, DateInterval], ...]:
    """The offices a person held, with the days on which they were held as far as known; () for an unknown id."""
    person = load_actors().people.get(person_id)
    return () if person is None else person.terms
