"""What the sentences just read leave in the reader's mind: who acted, whether they are soldiers, which paper was spoken of."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace

from helpers.coding.claims.papers import Paper, name_paper
from helpers.coding.claims.parties import countries_of
from helpers.coding.claims.sentences import Sentence
from helpers.foundation.records import Mention

_PEOPLE = ("person", "office")
_BODIES = ("person", "office", "organisation")
_MEMORY = 2  # sentences after which those who acted are no longer "they"
_PEOPLE_MEMORY = 6
_PAPER_MEMORY = 2
_VAGUE_PAPERS = ("document",)


@dataclass(slots=True)
class Scene:
    """The people and the paper of the sentences just read.

    Attributes:
        countries: of the people of the last sentence that named any.
        people: by country, the people named last and the number of the sentence that named them.
        military: soldiers or defence offices were among those who acted, and nobody else since.
        military_since: number of the sentence that named them.
        paper: the single paper spoken of last.
        paper_since: number of the sentence that named it.
        pair: the last sentence that named one person of each of two countries, and these people.
    """

    countries: set[str] = field(default_factory=set)
    people: dict[str, tuple[int, tuple[Mention, ...]]] = field(default_factory=dict)
    military: bool = False
    military_since: int = -9
    paper: Paper | None = None
    paper_since: int = -9
    pair: tuple[int, tuple[Mention, ...]] = (-9, ())

    def topic(self, number: int) -> Paper | None:
        """The paper that "it" or "the document" of this sentence takes up, None when none was just spoken of."""
        return self.paper if number - self.paper_since <= _PAPER_MEMORY else None

    def acts_for_defence(self, sentence: Sentence, number: int) -> bool:
        """They, the parties: soldiers were told of just before, and this sentence names nobody else."""
        if not self.military or number - self.military_since > _MEMORY:
            return False
        return not any(m.kind in _BODIES and m.start not in sentence.sources for m in sentence.mentions)

    def single_person(self, country: str, number: int) -> Mention | None:
        """The one person of a country named just before: he, she; None where two were named or it is long ago."""
        since, people = self.people.get(country, (-9, ()))
        found = _persons(people)
        return next(iter(found.values())) if len(found) == 1 and number - since <= _PEOPLE_MEMORY else None

    def both_people(self, countries: tuple[str, ...], number: int) -> list[Mention]:
        """The two of "both ministers": who were named last in one sentence, one of each side, else the last of each side."""
        since, people = self.pair
        if number - since <= _PEOPLE_MEMORY and {c for m in people for c in countries_of(m)} == set(
            countries
        ):
            return list(people)
        each = [self.single_person(country, number) for country in countries]
        return [m for m in each if m is not None] if None not in each else []

    def last_person(self, number: int) -> Mention | None:
        """The only person of the sentence before: he, she."""
        latest = [people for since, people in self.people.values() if since == number - 1]
        found = _persons([m for people in latest for m in people])
        return next(iter(found.values())) if len(found) == 1 else None

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
        people = [m for m in sentence.mentions if m.kind in _PEOPLE]
        if named := {c for m in people for c in countries_of(m)}:
            self.countries = named
            for country in named:
                self.people[country] = number, tuple(m for m in people if countries_of(m) == (country,))
            sides = {c: _persons(self.people[c][1]) for c in named}
            if len(sides) == 2 and all(len(found) == 1 for found in sides.values()):
                self.pair = number, tuple(m for found in sides.values() for m in found.values())
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
    named = {m.entities: m for m in people if m.kind == "person"}
    return named or {m.entities: m for m in people}


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
