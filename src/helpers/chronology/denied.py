"""Denials without a date: which paper they are about, by what pages of the same news say was signed.

"Nothing was signed during the visit" names no paper and no day and so fits whatever was ever signed. It is about what others say was
signed on that visit: pages that tell the same news. Where the page itself lets one side say that a protocol was signed and another
that it was not, the two are about one protocol.
"""

from __future__ import annotations

from collections.abc import Sequence

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
    signed: dict[str, list[Cluster]] = {}
    for cluster in clusters:
        if _is_signed(cluster):
            for article in _reporters(cluster):
                signed.setdefault(article, []).append(cluster)
    news: dict[str, list[Cluster]] = {}
    for cluster in clusters if signed else ():
        for article in _reporters(cluster):
            news.setdefault(article, []).append(cluster)
    gone: set[int] = set()
    notes: list[JoinNote] = []
    for cluster in clusters:
        if not signed or not _is_open_denial(cluster, constraints):
            continue
        found = _papers(cluster, signed, news, comparer)
        if len(found) != 1:
            continue
        gone.add(id(cluster))
        for account in sorted(cluster.accounts, key=precision_order):
            found[0].add(account)
            notes.append(
                JoinNote(account.key, "joined", "denies the one paper that pages of its news tell of")
            )
    left = [cluster for cluster in clusters if id(cluster) not in gone]
    for cluster in left:
        cluster.maybe = [other for other in cluster.maybe if id(other) not in gone]
    return sorted(left, key=lambda c: c.key), notes


def _papers(
    denial: Cluster,
    signed: dict[str, list[Cluster]],
    news: dict[str, list[Cluster]],
    comparer: Comparer,
) -> list[Cluster]:
    """The papers a denial may be about: those of its own page, else those of pages that tell the same news."""
    [article] = denial.voices
    named = denial.features.named_papers - {GENERIC}
    own = [c for c in signed.get(article, ()) if c.accounts[0].parties == denial.accounts[0].parties]
    if own:
        found = [c for c in own if named & c.features.named_papers]
    else:
        beside = {page for told in news.get(article, ()) for page in told.voices if page != article}
        found = [c for page in sorted(beside) for c in signed.get(page, ())]
        found = [c for c in found if not named or named & c.features.named_papers]
    unique = list({id(c): c for c in found}.values())
    return [
        c
        for c in unique
        if c.accounts[0].parties == denial.accounts[0].parties
        and not comparer.compare(denial.features, c.features).excluded
    ]


def _is_signed(cluster: Cluster) -> bool:
    return cluster.features.stage == "done" and cluster.accounts[0].kind == "agreement"


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
