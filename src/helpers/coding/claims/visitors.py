"""Between whom a visit is where its sentence names three countries: who comes, and where to first."""

from __future__ import annotations

from collections.abc import Sequence

from helpers.coding.claims.bystanders import countries_of, has_place_word, is_where
from helpers.coding.claims.drafting import Draft
from helpers.coding.claims.sentences import Sentence
from helpers.foundation.records import Mention

_GUESTS = ("person", "office", "demonym", "organisation")
_PLACES = ("city", "country")


def guest_and_goal(draft: Draft, sentence: Sentence, named: Sequence[str]) -> list[str]:
    """The Russian minister came to Belarus after a visit to Iran: a visit of Russia's to Belarus.

    Args:
        draft: the event.
        sentence: the sentence.
        named: the countries found; given back where they are two, or no single guest or goal is told.
    """
    if draft.key != "visit" or draft.noun or len(named) < 3:
        return list(named)
    clause = sentence.clause_of(draft.hit)
    verb = sentence.tokens[draft.hit.first].start
    there = [
        m for m in sentence.mentions
        if sentence.clause_at(m.start) == clause and m.start not in sentence.sources and len(countries_of(m)) == 1
    ]  # fmt: skip
    guests = {countries_of(m)[0] for m in there if m.kind in _GUESTS and m.start < verb}
    if len(guests) != 1:
        return list(named)
    goals = [m for m in there if m.kind in _PLACES and _is_goal(sentence, m, draft)]
    goals = [m for m in goals if countries_of(m)[0] not in guests]
    if not goals:
        return list(named)
    goal = min(goals, key=lambda m: (m.start < verb, abs(m.start - verb)))
    return sorted((*guests, countries_of(goal)[0]))


def _is_goal(sentence: Sentence, place: Mention, draft: Draft) -> bool:
    """To Minsk, in Belarus, visited Iran: not where somebody came from."""
    if has_place_word(sentence, place, "from", 1) and not has_place_word(sentence, place, "to", 1):
        return False
    beside = sentence.token_at(place.start) - draft.hit.last
    return is_where(sentence, place) or 0 <= beside <= 1
