"""Who comes to whom: what shows that a verb of visiting tells of a guest from the other country."""

from __future__ import annotations

from helpers.coding.claims.drafting import Draft
from helpers.coding.claims.sentences import Sentence

_THING_BEFORE, _THING_BEHIND = 6, 1  # words between a thing and the verb of arriving


def only_towns(draft: Draft, sentence: Sentence) -> bool:
    """A plane from Tehran landed in Minsk: towns, and nobody of either country."""
    clauses = {sentence.clause_of(draft.hit), sentence.clause_of(draft.anchor)}
    near = [m for m in sentence.mentions if sentence.clause_at(m.start) in clauses]
    if len(near) < 2 or any(m.kind != "city" for m in near):
        return False
    return not sentence.is_sequel and not sentence.cues(
        "guests", "pronoun", "both_people", "counterpart", "host"
    )


def is_of_a_thing(draft: Draft, sentence: Sentence) -> bool:
    """The letter arrived in Minsk, the visa never came: a thing right before the verb or behind it, and nobody in the clause."""
    clauses = {sentence.clause_of(draft.hit), sentence.clause_of(draft.anchor)}
    hit = draft.anchor
    things = [
        c
        for c in sentence.of("things")
        if sentence.clause_of(c) in clauses
        and (0 <= hit.first - c.last <= _THING_BEFORE or 0 <= c.first - hit.last <= _THING_BEHIND)
    ]
    if not things:
        return False
    people = (
        *sentence.cues("guests", "pronoun", "counterpart", "host", "both_people"),
        *sentence.of("trigger"),
    )
    if any(p is not draft.hit and p is not hit and sentence.clause_of(p) in clauses for p in people):
        return False
    beside = {i for c in things for i in (c.first - 1, c.last)}  # Iranian visas, la lettre iranienne
    return not any(
        (m.kind in ("person", "office", "country", "organisation") and sentence.clause_at(m.start) in clauses)
        or (m.kind == "demonym" and sentence.token_at(m.start) not in beside)
        for m in sentence.mentions
    )


def stays_at_home(draft: Draft, sentence: Sentence) -> bool:
    """The minister visited a plant in Orsha: his own country's town, and no word for a guest but the one for himself."""
    clauses = {sentence.clause_of(draft.hit), sentence.clause_of(draft.anchor)}
    near = [m for m in sentence.mentions if sentence.clause_at(m.start) in clauses]
    people = [m for m in near if m.kind in ("person", "office") and m.start not in sentence.sources]
    towns = [m for m in near if m.kind == "city"]
    if not people or not towns or len({c for m in (*people, *towns) for c in m.countries}) != 1:
        return False
    if _receives_somebody_told_of(draft, sentence):
        return False
    named = [(sentence.token_at(m.start), sentence.token_at(m.end - 1)) for m in people]
    return not any(
        sentence.clause_of(c) in clauses and not any(low <= c.first <= high for low, high in named)
        for c in sentence.marks("guests", "counterpart", "host", "both_people", "with_whom")
    )


def _receives_somebody_told_of(draft: Draft, sentence: Sentence) -> bool:
    """In Tehran the secretary will receive him: whom stands for somebody told of before."""
    hit = draft.hit
    receives = any(hit.first <= c.first < hit.last for c in sentence.cues("receives"))
    return receives and any(hit.first - 1 <= c.first <= hit.last for c in sentence.cues("it"))


def has_guest(draft: Draft, sentence: Sentence, *, own: bool) -> bool:
    """Somebody or a delegation arrives, or it is said where; an answer and a vote arrive without either.

    Args:
        draft: the visit.
        sentence: the sentence.
        own: only its own clause counts.
    """
    clauses = {sentence.clause_of(draft.hit), sentence.clause_of(draft.anchor)}
    if any(
        sentence.clause_of(c) in clauses
        for c in sentence.cues("guests", "pronoun", "counterpart", "host", "both_people")
    ):
        return True
    return any(
        m.kind in ("person", "office", "city", "country", "demonym", "organisation") and m.start not in sentence.sources
        and not (own and sentence.clause_at(m.start) not in clauses)
        for m in sentence.mentions
    )  # fmt: skip
