"""People called by a word alone: the Belarusian official, the general, the guest; who made the visit that is told of."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from helpers.coding.claims.bystanders import countries_of
from helpers.coding.claims.patterns import Hit
from helpers.foundation.records import Mention

if TYPE_CHECKING:
    from helpers.coding.claims.anaphora import Reference

_BESIDE = 1  # words between a word for somebody and the adjective that says of which country
_VISIT_MEMORY = 6  # sentences after which "the visit" is no longer the one told of
_ONE_GOES = ("visit", "invite")
_OPENING_WORDS = 1  # que viajará, że odwiedzi
_ACTED_ON = ("visit", "meet", "call", "invite", "sign", "agree", "hold")


def person_of_origin(ref: Reference, country: str) -> Mention | None:
    """The Belarusian official, el bielorruso: the one person of that country told of before."""
    s = ref.sentence
    words = [h for h in s.cues("somebody") if s.clause_of(h) in ref.clauses]
    for m in s.mentions:
        if m.kind != "demonym" or m.countries != (country,) or s.clause_at(m.start) not in ref.clauses:
            continue
        first, last = s.token_at(m.start), s.token_at(m.end - 1) + 1
        if any(_stands_beside(ref, h, first, last) for h in words) or _is_noun(ref, m, first, last):
            return ref.single(country)
    return None


def person_by_word(ref: Reference, countries: Sequence[str]) -> Mention | None:
    """The general, the minister, the guest: the only one just told of, where the word has no country and no name of its own."""
    s = ref.sentence
    if ref.draft.key not in _ACTED_ON or ref.draft.noun:
        return None
    named = [m for m in s.mentions if m.kind in ("demonym", "country", "person", "office", "organisation")]
    for hit in s.cues("somebody"):
        if s.clause_of(hit) not in ref.clauses or hit.first > ref.draft.anchor.first:
            continue
        near = (s.token_at(m.start) - hit.last for m in named)
        if any(-3 - (hit.last - hit.first) <= gap <= 3 for gap in near) or not _is_known(ref, hit):
            continue
        one = ref.scene.only_person(ref.number)
        if one is not None and set(countries_of(one)) <= set(countries) and ref.in_office(one):
            return one
    return None


def speaker_of_clause(ref: Reference) -> Mention | None:
    """Araghchi said that he would visit Minsk: he is the one person named before, in the clause that reports it."""
    s = ref.sentence
    clause = min(ref.clauses)
    before = {
        m.entities: m
        for m in s.mentions
        if m.kind == "person" and s.clause_at(m.start) < clause and countries_of(m)
    }
    if len(before) != 1 or not any(s.clause_of(c) < clause for c in s.cues("report", "intention")):
        return None
    (one,) = before.values()
    return one if set(countries_of(one)) <= set(ref.parties) and ref.in_office(one) else None


def unsaid_subject(ref: Reference) -> Mention | None:
    """Anunció que viajará a Minsk: the verb opens its clause, so that who said it goes."""
    s = ref.sentence
    if ref.draft.key not in _ONE_GOES or ref.draft.noun or ref.draft.anchor is not ref.draft.hit:
        return None
    clause = s.clause_of(ref.draft.hit)
    opening = s.opening_of(clause)
    words = [t for t in s.tokens[opening : ref.draft.hit.first] if t.is_word]
    if (
        clause == 0
        or len(words) > _OPENING_WORDS
        or ref.draft.hit.entry.form in ("infinitive", "participle", "noun")
    ):
        return None
    if not any(c.first - opening in (0, 1) for c in s.cues("break", "break_after_comma")):
        return None
    return None if ref.told("guests", "somebody", "both_people", "both_sides") else speaker_of_clause(ref)


def has_partner(ref: Reference) -> bool:
    """The general invited his interlocutor: a word for the other one, that no adjective of origin stands beside."""
    s = ref.sentence
    origins = [(s.token_at(m.start), s.token_at(m.end - 1) + 1) for m in s.mentions if m.kind == "demonym"]
    said = [c for c in s.cues("host", "counterpart") if s.clause_of(c) in ref.clauses]
    return any(not any(_stands_beside(ref, c, first, last) for first, last in origins) for c in said)


def visitors_told_of(ref: Reference, host: str | None) -> list[Mention]:
    """The visit was put off, this journey: who was to make the visit told of before, where nobody else is said to make this one.

    Args:
        ref: the event.
        host: the country that is visited, None when it is not said.
    """
    since, visitors = ref.scene.visit
    if ref.draft.key != "visit" or not ref.draft.noun or ref.number - since > _VISIT_MEMORY:
        return []
    if ref.told("guests", "somebody", "both_people", "both_sides", "counterpart", "host", "indefinite"):
        return []
    if any(m.kind in ("person", "office", "organisation", "demonym") for m in _around(ref)):
        return []
    from_there = [m for m in visitors if set(countries_of(m)) <= set(ref.parties)]
    if any(countries_of(m) == (host,) or not ref.in_office(m) for m in from_there):
        return []
    return from_there


def visiting(people: Sequence[Mention], host: str | None) -> tuple[Mention, ...]:
    """Of the people of a visit those who came: of the other country than the one visited, or the only one named."""
    if len(people) == 1:
        return tuple(people) if countries_of(people[0]) != (host,) else ()
    return tuple(m for m in people if countries_of(m) and countries_of(m) != (host,)) if host else ()


def _around(ref: Reference) -> list[Mention]:
    s = ref.sentence
    return [m for m in s.mentions if s.clause_at(m.start) in ref.clauses and m.start not in s.sources]


def _stands_beside(ref: Reference, hit: Hit, first: int, last: int) -> bool:
    """The word and the adjective stand together, whichever comes first, and no mark parts them."""
    left, right = (hit.last, first) if hit.last <= first else (last, hit.first)
    between = ref.sentence.tokens[left:right]
    return 0 <= right - left <= _BESIDE and all(t.is_word for t in between)


def _is_noun(ref: Reference, mention: Mention, first: int, last: int) -> bool:
    """The Belarusian was received, el bielorruso había aterrizado: an article before, and a verb or mark right behind."""
    s = ref.sentence
    if last >= len(s.tokens) or not any(c.last == first for c in s.cues("definite")):
        return False
    verbs = [t for t in s.of("trigger") if t.entry.form != "noun"]
    telling = [*verbs, *s.cues("future", "report", "pronoun", "pluperfect", "intention", "scheduled")]
    return not s.tokens[last].is_word or any(t.first == last for t in telling)


def _is_known(ref: Reference, hit: Hit) -> bool:
    """The general, su ministro: with an article that says that he was told of, where the language has articles."""
    s = ref.sentence
    if not ref.scene.articles:
        return True
    return any(c.last == hit.first for c in s.cues("definite")) or any(
        c.first < hit.first < c.last for c in s.cues("definite")
    )
