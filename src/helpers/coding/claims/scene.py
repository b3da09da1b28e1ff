"""What the sentences just read leave in the reader's mind: who acted, whether they are soldiers, which paper was spoken of."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace

from helpers.coding.claims.bystanders import countries_of
from helpers.coding.claims.papers import Paper, name_paper
from helpers.coding.claims.parties import Place
from helpers.coding.claims.sentences import Sentence
from helpers.foundation.records import Mention

_PEOPLE = ("person", "office")
_BODIES = ("person", "office", "organisation")
_MEMORY = 2  # sentences after which those who acted are no longer "they"
_PEOPLE_MEMORY = 6
_PAPER_MEMORY = 2
_VAGUE_PAPERS = ("document",)

Fits = Callable[[Mention], bool]


@dataclass(slots=True)
class Scene:
    """The people and the paper of the sentences just read.

    Attributes:
        articles: the language has a definite article.
        countries: of the people of the last sentence that named any.
        recent: the people named in the last sentences, by country, each with the number of its sentence.
        persons: everybody named so far, by country.
        military: soldiers or defence offices were among those who acted, and nobody else since.
        military_since: number of the sentence that named them.
        paper: the single paper spoken of last.
        paper_since: number of the sentence that named it.
        pair: the last sentence that named, or told an act of, one person of each of two countries, and these people.
        visit: the last sentence that told of a visit by somebody, and who made it.
        place: the last sentence that told where something happened, and where.
        place_ahead: the last sentence that told where something is to happen, and where.
        visited: the last sentence that told of a visit to somewhere, and where.
        asked: the last sentence that told of a request, an offer or an invitation, and between whom.
        named: the countries of whoever and whatever was named in the last sentences, each with the number of its sentence.
    """

    articles: bool = False
    countries: set[str] = field(default_factory=set)
    recent: dict[str, list[tuple[int, Mention]]] = field(default_factory=dict)
    persons: dict[str, list[Mention]] = field(default_factory=dict)
    military: bool = False
    military_since: int = -9
    paper: Paper | None = None
    paper_since: int = -9
    pair: tuple[int, tuple[Mention, ...]] = (-9, ())
    visit: tuple[int, tuple[Mention, ...]] = (-9, ())
    place: tuple[int, Place | None] = (-9, None)
    place_ahead: tuple[int, Place | None] = (-9, None)
    visited: tuple[int, Place | None] = (-9, None)
    asked: tuple[int, tuple[str, ...]] = (-9, ())
    named: list[tuple[int, set[str]]] = field(default_factory=list)

    def near(self, number: int) -> set[str]:
        """The countries of anybody and anything in the last sentences before one."""
        return {c for since, codes in self.named if number - since <= _MEMORY for c in codes}

    def topic(self, number: int) -> Paper | None:
        """The paper that "it" or "the document" of this sentence takes up, None when none was just spoken of."""
        return self.paper if number - self.paper_since <= _PAPER_MEMORY else None

    def acts_for_defence(self, sentence: Sentence, number: int) -> bool:
        """They, the parties: soldiers were told of just before, and this sentence names nobody else."""
        if not self.military or number - self.military_since > _MEMORY:
            return False
        return not any(m.kind in _BODIES and m.start not in sentence.sources for m in sentence.mentions)

    def single_person(self, country: str, number: int, fits: Fits | None = None) -> Mention | None:
        """The one person of a country named last: he, she; None where two were named together or it is long ago.

        With `fits`, people of whom it is not true are passed over (the minister, where a president was named since).
        """
        fitting = [(since, m) for since, m in self.recent.get(country, ()) if fits is None or fits(m)]
        last = max((since for since, _ in fitting), default=-9)
        found = _persons(m for since, m in fitting if since == last)
        if number - last > _PEOPLE_MEMORY:
            # the minister, named at the beginning of a long text, and no other of his rank since
            found = {m.entities: m for m in self.persons.get(country, ()) if fits is not None and fits(m)}
        return next(iter(found.values())) if len(found) == 1 else None

    def both_people(
        self, countries: tuple[str, ...], number: int, fits: Fits | None = None
    ) -> tuple[Mention, ...]:
        """The two of "both ministers": who met last or were named in one sentence, one of each side, else the last of each."""
        since, people = self.pair
        if (
            number - since <= _PEOPLE_MEMORY
            and {c for m in people for c in countries_of(m)} == set(countries)
            and (fits is None or all(fits(m) for m in people))
        ):
            return people
        each = [self.single_person(country, number, fits) for country in countries]
        found = tuple(m for m in each if m is not None)
        return found if len(found) == len(countries) else ()

    def last_person(self, number: int) -> Mention | None:
        """The only person of the sentence before: he, she."""
        latest = [m for people in self.recent.values() for since, m in people if since == number - 1]
        found = _persons(latest)
        return next(iter(found.values())) if len(found) == 1 else None

    def only_person(self, number: int) -> Mention | None:
        """The only person named in the last sentences: the general, the minister."""
        latest = _persons(
            m for people in self.recent.values() for since, m in people if number - since <= _MEMORY + 1
        )
        return next(iter(latest.values())) if len(latest) == 1 else None

    def name(self, people: Iterable[Mention], number: int) -> None:
        """Take note of who is named, or acts without being named, in a sentence."""
        told = [m for m in people if len(countries_of(m)) == 1]
        for m in told:
            (country,) = countries_of(m)
            kept = [(n, p) for n, p in self.recent.get(country, ()) if number - n <= _PEOPLE_MEMORY]
            self.recent[country] = kept if (number, m) in kept else [*kept, (number, m)]
            if m.kind == "person" and len(m.entities) == 1:
                self.persons.setdefault(country, []).append(m)
        sides = {
            c: _persons(m for m in told if countries_of(m) == (c,)) for m in told for c in countries_of(m)
        }
        if len(sides) == 2 and all(len(found) == 1 for found in sides.values()):
            self.pair = number, tuple(m for found in sides.values() for m in found.values())

    def tell(
        self, sentence: Sentence, number: int, papers: list[Paper], is_military: Callable[[Mention], bool]
    ) -> None:
        """Take note of a sentence once it is coded.

        Args:
            sentence: what was read.
            number: its number in reading order.
            papers: of the claims it gave.
            is_military: whether a mention is of somebody in a military office.
        """
        told = {c for m in sentence.mentions for c in countries_of(m)}
        self.named = [*self.named[-_MEMORY:], (number, told)]
        people = [m for m in sentence.mentions if m.kind in _PEOPLE]
        if named := {c for m in people for c in countries_of(m)}:
            self.countries = named
            self.name(people, number)
        acting = [m for m in sentence.mentions if m.kind in _BODIES and m.start not in sentence.sources]
        if acting:
            self.military = all(is_military(m) for m in acting)
            self.military_since = number
        elif self.military and number - self.military_since <= _MEMORY and papers:
            self.military_since = number  # the story goes on with them
        listed = [name_paper(sentence, h) for h in sentence.of("instrument")]
        paper = _single(papers or listed)
        if len({p.name for p in listed if p.name not in _VAGUE_PAPERS}) > 1:
            paper = (
                None  # an agreement that replaces a memorandum: no telling which of them is "the document"
            )
        if paper is not None and not (paper.name in _VAGUE_PAPERS and self.topic(number) is not None):
            self.paper, self.paper_since = paper, number
        elif listed:
            self.paper = self.paper if paper is not None else None
            self.paper_since = number


def _persons(people: Iterable[Mention]) -> dict[tuple[str, ...], Mention]:
    """The people among mentions, by id; offices only where nobody is named ("the minister" beside a name is that person)."""
    listed = list(people)
    named = {m.entities: m for m in listed if m.kind == "person"}
    return named or {m.entities: m for m in listed}


def _single(papers: list[Paper]) -> Paper | None:
    """The one paper of a list, None when there are several or none, or when more than one was counted."""
    if len({p.name for p in papers}) != 1 or papers[0].count != 1 or papers[0].domestic:
        return None
    return papers[0]


def take_up(paper: Paper, topic: Paper | None, sentence: Sentence) -> Paper:
    """The document was signed in Tehran: with the name of the paper told of just before, unless it has a subject of its own."""
    if topic is None or paper.name not in _VAGUE_PAPERS or paper.count != 1 or paper.hit.entry.form != "one":
        return paper
    clause = sentence.clause_of(paper.hit)
    own = any(0 <= c.first - paper.hit.last <= 1 for c in sentence.cues("about")) or any(
        sentence.clause_of(a) == clause for a in sentence.of("area")
    )
    return paper if own else replace(paper, name=topic.name)
