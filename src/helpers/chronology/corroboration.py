"""Corroboration: how many independent origins stand behind an event, and how well that attests it.

Counted are origins, not articles: copies of one story, rewrites of one agency text in any language and chains of citation go
back to one origin. Unattributed pages have unknown origins, which count once all together.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from helpers.chronology.accounts import Account
from helpers.chronology.evidence import Evidence
from helpers.chronology.rules import Rules

UNATTRIBUTED = "unattributed"


@dataclass(frozen=True, slots=True)
class Source:
    """What is known of a name that stands at the beginning of a chain: its canonical form, and whether a state runs it."""

    name: str
    state: bool
    is_agency: bool


# Tells what a name is; None for a name nobody knows.
KnowSource = Callable[[str], Source | None]


@dataclass(frozen=True, slots=True)
class Origins:
    """The independent origins of some accounts.

    Attributes:
        names: named origins, sorted, then 'unattributed' when there is one without a name.
        n_state: of the named ones, organs and media of a state.
        by_article: article -> its origin.
    """

    names: tuple[str, ...]
    n_state: int
    by_article: Mapping[str, str]

    @property
    def n(self) -> int:
        """Independent origins; all unattributed pages together are one."""
        return len(self.names)

    @property
    def n_named(self) -> int:
        """Origins known by name."""
        return len([n for n in self.names if n != UNATTRIBUTED])

    @property
    def n_non_state(self) -> int:
        """Named origins that no state runs."""
        return self.n_named - self.n_state


class OriginCounter:
    """Counts independent origins; holds what is known of names."""

    def __init__(self, *, rules: Rules, know: KnowSource, is_person: Callable[[str], bool]):
        self.rules = rules
        self._know = know
        self._is_person = is_person
        self._sources: dict[str, Source] = {}
        self._organs: dict[str, str] = {}

    def learn(self, claims: Iterable[Evidence]) -> None:
        """Note on which state organ the agency text of an article rests, by every claim of it.

        "The agency said, citing the ministry" stands with the news alone; what the same text recalls goes back to it too.
        An article whose agency cites several organs tells nothing of the rest.
        """
        found: dict[str, set[str]] = {}
        for claim in claims:
            chain = self._chain(claim.attribution)
            if claim.origin is not None and len(chain) > 1 and self.source(claim.origin).name in chain[1:]:
                found.setdefault(claim.article_id, set()).add(chain[0])
        self._organs = {
            a: next(iter(roots))
            for a, roots in found.items()
            if len(roots) == 1 and self.rules.is_state_organ(next(iter(roots)))
        }

    def source(self, name: str) -> Source:
        """The canonical source of a name."""
        found = self._sources.get(name)
        if found is None:
            known = self._know(name)
            found = known or Source(" ".join(name.split()), self.rules.is_state_organ(name), is_agency=False)
            self._sources[name] = found
        return found

    def count(self, accounts: Sequence[Account]) -> Origins:
        """The independent origins of accounts of one event.

        Accounts whose claims stand only in a headline are no origin of their own, unless there is nothing else.
        """
        if not accounts:
            return Origins((), 0, {})
        told = [a for a in accounts if not a.is_title_only] or list(accounts)
        first: dict[str, str | None] = {}
        stories: dict[str, set[str]] = {}
        nearer: dict[str, str] = {}
        for account in sorted(told, key=lambda a: a.key):
            for claim in account.claims:
                chain = self._chain(claim.attribution)
                for near, far in pairwise(chain):
                    nearer.setdefault(far, near)
                if chain and claim.origin is not None and self.rules.is_state_organ(chain[0]):
                    # the agency's text rests on the ministry it names
                    nearer.setdefault(self.source(claim.origin).name, chain[0])
            origin = first.get(account.article_id) or self._origin(account.claims)
            organ = self._organs.get(account.article_id)
            if organ is not None and origin is not None and origin != organ:
                nearer.setdefault(origin, organ)
            first[account.article_id] = origin
            stories.setdefault(account.claims[0].story_id, set()).add(account.article_id)
        for members in stories.values():
            named = sorted({o for m in members if (o := first[m]) is not None})
            if named:
                for m in members:
                    first[m] = first[m] or named[0]
        by_article = {a: _root(o, nearer) if o is not None else UNATTRIBUTED for a, o in first.items()}
        names = sorted({o for o in by_article.values() if o != UNATTRIBUTED})
        unattributed = [UNATTRIBUTED] if UNATTRIBUTED in by_article.values() else []
        n_state = sum(self.source(n).state for n in names)
        for account in accounts:
            by_article.setdefault(account.article_id, UNATTRIBUTED)
        return Origins((*names, *unattributed), n_state, dict(sorted(by_article.items())))

    def _chain(self, attribution: Iterable[str]) -> list[str]:
        """A chain of sources, origin first, without people: what somebody says is seen by those who report it."""
        out: list[str] = []
        for name in attribution:
            if self._is_person(name) or self.rules.is_speaker(name):
                continue
            source = self.source(name).name
            if source not in out:
                out.append(source)
        return out

    def _origin(self, claims: Sequence[Evidence]) -> str | None:
        """The origin of an article's account: found for the article, else its chain, else an agency's own text."""
        if (origin := claims[0].origin) is not None:
            return self.source(origin).name
        chains = sorted(
            {tuple(c) for claim in claims if not claim.is_title and (c := self._chain(claim.attribution))}
        )
        if chains:
            return max(chains, key=lambda c: (len(c), c))[0]
        outlet = claims[0].outlet
        if outlet is not None and (source := self.source(outlet)).is_agency:
            return source.name
        return None


def _root(name: str, nearer: Mapping[str, str]) -> str:
    """Follow "X, citing Y" to whoever cites nobody; of a circle the smallest name."""
    seen = [name]
    while (following := nearer.get(seen[-1])) is not None:
        if following in seen:
            return min(seen[seen.index(following) :])
        seen.append(following)
    return seen[-1]


def grade_event(origins: Origins, contradictions: Iterable[str], rules: Rules) -> str:
    """The grade of an event: the first of the codebook's grades all of whose conditions hold."""
    fields = set(contradictions)
    for rule in rules.grades:
        if (
            origins.n >= rule.min_origins
            and origins.n_named >= rule.min_named_origins
            and origins.n_non_state >= rule.min_non_state_origins
            and not fields.intersection(rule.no_contradiction_on)
        ):
            return rule.grade
    return rules.grades[-1].grade
