"""How earlier runs grouped the claims of articles into accounts, kept block by block: one more page groups its own block anew.

A block is a partition of the coded corpus. Its key is made of everything that grouping reads: the articles that make claims
with what others decide on them, the code, the configuration, the profile. Kept is what was concluded, not the claims: they are
read anew and named by their place among the claims of their article.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field, fields
from typing import Any

from helpers.chronology.accounts import Account
from helpers.chronology.evidence import Evidence
from helpers.chronology.features import Features
from helpers.chronology.kept_values import KeptBlocks, Values, tell_value
from helpers.chronology.narrowing import Bound
from helpers.chronology.reading import Block
from helpers.foundation.cache import Cache

Group = Callable[[Sequence[Evidence]], list[Account]]
_FEATURES = tuple(f.name for f in fields(Features))


@dataclass(slots=True)
class Grouped:
    """The accounts of blocks of articles, from the cache or made now.

    Attributes:
        cache: where they are kept.
        blocks: every article that makes claims is in one of them.
    """

    cache: Cache
    blocks: Sequence[Block]
    _kept: KeptBlocks = field(init=False)
    _values: Values = field(default_factory=Values)

    def __post_init__(self) -> None:
        self._kept = KeptBlocks(self.cache, "accounts")

    def accounts(
        self, by_article: Mapping[str, Sequence[Evidence]], group: Group, *, anew: Set[str]
    ) -> Iterator[Account]:
        """The accounts of all articles, block by block.

        Args:
            by_article: the claims of each article.
            group: groups the claims of one article.
            anew: articles whose claims are not as they were read; they are grouped now, and nothing of it is kept.
        """
        for block in self.blocks:
            known: dict[str, list[Any]] = self._kept.get(block.key) or {}
            made: dict[str, list[Any]] = {}
            for article in block.articles:
                claims = by_article.get(article, ())
                if article in known and article not in anew:
                    yield from (self._read(told, claims) for told in known[article])
                    continue
                accounts = group(claims) if claims else []
                yield from accounts
                if article not in anew:
                    places = {c.claim_id: n for n, c in enumerate(claims)}
                    made[article] = [_tell(account, places) for account in accounts]
            if made:
                self._kept.put(block.key, known | made)

    def disown(self) -> None:
        """Keep nothing of what this run made: what it was made from changed meanwhile."""
        self._kept.disown()

    def _read(self, told: list[Any], claims: Sequence[Evidence]) -> Account:
        places, voice, features, bounds = told
        read = self._values.read
        return Account(
            tuple(claims[n] for n in places),
            read(voice),
            Features(*map(read, features)),
            tuple(
                Bound(by, basis, claims[n].claim_id, read(days), month)
                for by, basis, n, days, month in bounds
            ),
        )


def _tell(account: Account, places: Mapping[str, int]) -> list[Any]:
    features = [tell_value(getattr(account.features, name)) for name in _FEATURES]
    bounds = [[b.by, b.basis, places[b.claim_id], tell_value(b.interval), b.month] for b in account.bounds]
    return [[places[c.claim_id] for c in account.claims], account.voice, features, bounds]
