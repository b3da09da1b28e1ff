"""Denials without a date: which paper they are about, by what pages of the same news say was signed.

"Nothing was signed during the visit" names no paper and no day and so fits whatever was ever signed. It is about what others say was
signed on that visit: pages that tell the same news. Where the page itself lets one side say that a protocol was signed and another
that it was not, the two are about one protocol.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from helpers.chronology.accounts import DENIAL, NEWS
from helpers.chronology.events import Cluster, Constraints, JoinNote, precision_order
from helpers.chronology.features import GENERIC
from helpers.chronology.intervals import width_in_days
from helpers.chronology.likeness import Comparer


def place_denials(
    clusters: Sequence[Cluster], comparer: Comparer, *, constraints: Constraints
) -> tuple[list[Cluster], list[JoinNote]]:
    """Unite undated denials of a paper with the one paper that pages of their news tell of.

    Args:
        clusters: events in the making; those that take a denial in are changed.
        comparer: exclusions.
        constraints: reviewers' decisions; an event that one of them speaks of stays as it is.

    Returns:
        The events, in the order they came, and a note for every denial that came to another event.
    """
    denials = [cluster for cluster in clusters if _is_open_denial(cluster, constraints)]
    if not denials:
        return list(clusters), []
    told: dict[str, list[Cluster]] = {}
    for cluster in clusters:
        for article in _reporters(cluster):
            told.setdefault(article, []).append(cluster)
    papers = _Papers(told, comparer)
    gone: set[int] = set()
    notes: list[JoinNote] = []
    for denial in denials:
        found = papers.meant_by(denial)
        if len(found) != 1:
            continue
        gone.add(id(denial))
        for account in sorted(denial.accounts, key=precision_order):
            found[0].add(account)
            notes.append(
                JoinNote(account.key, "joined", "denies the one paper that pages of its news tell of")
            )
    left = [cluster for cluster in clusters if id(cluster) not in gone]
    for cluster in left:
        cluster.maybe = [other for other in cluster.maybe if id(other) not in gone]
    return left, notes


class _Papers:
    """Signed papers by the pages that tell of them, and by the news these pages share; each news is gone through once."""

    def __init__(self, told: Mapping[str, Sequence[Cluster]], comparer: Comparer):
        self._told = told
        self._comparer = comparer
        self._beside: dict[int, tuple[Cluster, ...]] = {}

    def meant_by(self, denial: Cluster) -> list[Cluster]:
        """The papers a denial may be about: those of its own page, else those of pages that tell the same news."""
        [article] = denial.voices
        named = denial.features.named_papers - {GENERIC}
        news = self._told.get(article, ())
        own = [c for c in news if _is_signed(c, denial)]
        found = own or [c for shared in news for c in self._of_pages(shared) if _is_signed(c, denial)]
        return [
            c
            for c in {id(c): c for c in found}.values()
            if ((not named and not own) or named & c.features.named_papers)
            and not self._comparer.compare(denial.features, c.features).excluded
        ]

    def _of_pages(self, shared: Cluster) -> tuple[Cluster, ...]:
        """What the pages that tell an event also tell as their news."""
        known = self._beside.get(id(shared))
        if known is None:
            every = {id(c): c for page in sorted(shared.voices) for c in self._told.get(page, ())}
            known = self._beside[id(shared)] = tuple(every.values())
        return known


def _is_signed(cluster: Cluster, denial: Cluster) -> bool:
    """True for a paper between the parties of the denial that somebody has as done."""
    first = cluster.accounts[0]
    done = cluster.features.stage == "done" and first.kind == "agreement"
    return done and first.parties == denial.accounts[0].parties


def _reporters(cluster: Cluster) -> list[str]:
    """The articles that tell an event as their news, in their text."""
    return sorted({a.article_id for a in cluster.accounts if a.voice == NEWS and not a.is_title_only})


def _is_open_denial(cluster: Cluster, constraints: Constraints) -> bool:
    """True for the denial of a paper on one page, without a wording of its date, that no reviewer spoke of."""
    accounts = cluster.accounts
    if (
        accounts[0].kind != "agreement"
        or len(cluster.voices) != 1
        or any(a.voice != DENIAL for a in accounts)
    ):
        return False
    if width_in_days(cluster.features.firm) is not None:
        return False
    decided = constraints.keys
    return not decided or not any(c.key in decided for a in accounts for c in a.claims)
