"""Names of people, capitals and sources, as the actors' configuration gives them; the seam to the actors' package."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Protocol

from helpers.coding.claims.admission import acts_with_counterpart, meets_whom_was_told_of
from helpers.coding.claims.drafting import Draft
from helpers.coding.claims.narrative import Dated
from helpers.coding.claims.parties import countries_of
from helpers.coding.claims.scene import Scene
from helpers.coding.claims.sentences import Sentence
from helpers.foundation.dates import DateInterval
from helpers.foundation.records import Mention

_LONGEST_TERM_PART = 366  # days


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


def both_holders(sentence: Sentence, mention: Mention, parties: Sequence[str]) -> Mention:
    """The presidents, both ministers: the office of either party; any other mention is given back as it is."""
    if mention.kind != "office" or len(parties) != 2 or len(mention.entities) != 1:
        return mention
    owner, _, office = mention.entities[0].partition(":")
    first, last = sentence.token_at(mention.start), sentence.token_at(mention.end - 1) + 1
    meant = any(c.first < last and first < c.last for c in sentence.cues("both_sides"))
    if owner != "*" or not meant:
        return mention
    return replace(mention, entities=tuple(f"{p}:{office}" for p in parties), countries=tuple(parties))


def find_actors(
    sentence: Sentence, draft: Draft, dated: Dated, parties: tuple[str, ...], attribution: tuple[str, ...],
    directory: Directory, scene: Scene, *, number: int, alone: bool, published: DateInterval,
) -> tuple[tuple[str, ...], list[Mention]]:  # fmt: skip
    """Surnames of the people of the event, and their mentions: named in its clauses, by name or by office on that date.

    A counterpart and a pronoun stand for who was told of just before.
    """
    clauses = {sentence.clause_of(draft.hit), sentence.clause_of(draft.anchor)}
    people = [m for m in sentence.mentions if m.kind in ("person", "office")]
    near = [m for m in people if sentence.clause_at(m.start) in clauses] + _antecedent(
        sentence, draft, people
    )
    if draft.offered and alone:
        near = people
    if len({c for m in near for c in countries_of(m)}) < 2:
        near = near + [m for m in _in_apposition(sentence, clauses, people) if m not in near]
    if not near and alone and (draft.offered or not sentence.cues("report", "according")):
        near = people
    when = dated.interval
    if when.is_unknown and draft.judgement.polarity != "historical":
        when = published
    if _is_short(dated.interval):
        near = [both_holders(sentence, m, parties) for m in near]
    near = [_predecessor(sentence, m, directory, published) for m in near]
    near = near + _told_of_before(sentence, draft, near, parties, directory, scene, when, number)
    older = dated.older and dated.timex is not None
    names: list[str] = []
    taken: list[Mention] = []
    for m in near:
        if parties and countries_of(m) and not set(countries_of(m)) & set(parties):
            continue
        for surname in directory.surnames(m, when, older=older):
            told = surname in attribution and not draft.offered
            if surname not in names and not (told and draft.kind != "consultation"):
                names.append(surname)
        taken.append(m)
    return tuple(sorted(names)), taken


def _is_short(interval: DateInterval) -> bool:
    """Closed and no longer than a year, so that the holders of an office can be named."""
    low, high = interval.earliest, interval.latest
    return low is not None and high is not None and (high - low).days <= _LONGEST_TERM_PART


def _predecessor(
    sentence: Sentence, mention: Mention, directory: Directory, published: DateInterval
) -> Mention:
    """The predecessor of somebody named: who held his office before him, told by the date of the event."""
    at = sentence.token_at(mention.start)
    if mention.kind != "person" or len(mention.countries) != 1:
        return mention
    if not any(0 <= at - c.last <= 1 for c in sentence.cues("predecessor")):
        return mention
    return directory.counterpart(mention, mention.countries[0], published) or mention


def _antecedent(sentence: Sentence, draft: Draft, people: list[Mention]) -> list[Mention]:
    """Khatami, who received him: the person right before a relative clause takes part in it."""
    clause = sentence.clause_of(draft.anchor)
    opening = sentence.clause.index(clause)
    if opening == 0 or not any(
        c.first - opening in (0, 1, 2) for c in sentence.cues("break", "break_after_comma")
    ):
        return []
    return [
        m
        for m in people
        if 0 <= opening - 1 - sentence.token_at(m.end - 1) <= 1 and sentence.clause_at(m.start) != clause
    ][:1]


def _in_apposition(sentence: Sentence, clauses: set[int], people: list[Mention]) -> list[Mention]:
    """The ministers signed it - Ashtiani and Khrenin: the next clause, where it tells of nothing else."""
    busy = {sentence.clause_of(t) for t in sentence.of("trigger")}
    following = max(clauses) + 1
    if following in busy or following > sentence.clause[-1]:
        return []
    opening = sentence.clause.index(following)
    if sentence.tokens[opening].is_word or any(
        0 <= c.first - opening <= 1 for c in sentence.cues("break", "break_after_comma")
    ):
        return []
    return [m for m in people if sentence.clause_at(m.start) == following]


def _told_of_before(
    sentence: Sentence, draft: Draft, near: list[Mention], parties: tuple[str, ...], directory: Directory, scene: Scene,
    when: DateInterval, number: int,
) -> list[Mention]:  # fmt: skip
    """Who they are in "the two ministers signed", he in "he met the minister"; and the counterpart of somebody named."""
    if len(parties) != 2:
        return []
    known = [m for m in near if directory.surnames(m, when)]
    here = {c for m in known for c in countries_of(m)} & set(parties)
    clauses = {sentence.clause_of(draft.hit), sentence.clause_of(draft.anchor)}
    with_counterpart = acts_with_counterpart(draft, sentence)
    near = [m for m in near if m in known or not _is_vague(m)]
    if not here:
        return _anaphora(sentence, clauses, near, parties, scene, number, hosted=with_counterpart)
    if len(here) != 1:
        return []
    (absent,) = set(parties) - here
    named = [m for m in near if m.kind == "person" or len(m.entities) == 1]
    same_office = any(sentence.clause_of(c) in clauses for c in sentence.cues("counterpart"))
    if same_office and len(named) == 1:
        found = directory.counterpart(named[0], absent, when)
        if found is not None and directory.surnames(found, when):
            return [found]
    if with_counterpart or (
        draft.key == "meet" and meets_whom_was_told_of(draft, sentence, parties, scene.countries)
    ):
        before = scene.single_person(absent, number)
        return [before] if before is not None else []
    return []


def _is_vague(mention: Mention) -> bool:
    """A minister, without saying of what: no other people than those told of."""
    return mention.kind == "office" and all(
        e.partition(":")[2] in ("minister", "leader") for e in mention.entities
    )


def _anaphora(
    sentence: Sentence, clauses: set[int], near: list[Mention], parties: tuple[str, ...], scene: Scene, number: int, *, hosted: bool
) -> list[Mention]:  # fmt: skip
    """They, both ministers: one of each side; the Iranian guest: the one of that side; he: the only one just named."""

    def told(*keys: str) -> bool:
        return any(sentence.clause_of(c) in clauses for c in sentence.cues(*keys))

    if told("both_people") and not near:
        return scene.both_people(parties, number)
    if hosted:
        sides = {
            c
            for m in sentence.mentions
            if m.kind == "demonym" and sentence.clause_at(m.start) in clauses
            for c in m.countries
        }
        guests = [scene.single_person(p, number) for p in parties if p in sides]
        return [m for m in guests if m is not None]
    if told("pronoun"):
        one = scene.last_person(number)
        return [one] if one is not None and set(countries_of(one)) <= set(parties) else []
    return []


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
            held = [resolve_role(office, when) for office in mention.entities]
            named = frozenset[str]() if older else self._named
            settled = [ids if len(ids) == 1 else tuple(p for p in ids if p in named) for ids in held]
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
