"""Events that pages of one occasion tell: two reports of one signing also mean one thing by "the memorandum of 2023".

Joining by what two accounts say alone leaves vague ones apart ("next year in Tehran", "an agreement signed in 2023"). Pages that tell
the same news draw on the same statements; what both add to it is likely the same as well. Only whole events are united here, only
where nothing excludes it, and only when it is clear which. Where each page tells of one signing only, two days of it are a
contradiction and no second signing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from helpers.chronology.accounts import BACKGROUND, DENIAL
from helpers.chronology.events import MOST_CANDIDATES, Cluster, Constraints, JoinNote, precision_order
from helpers.chronology.evidence import TALKS
from helpers.chronology.features import Features
from helpers.chronology.groups import Groups
from helpers.chronology.intervals import gap_in_days, width_in_days
from helpers.chronology.likeness import Comparer

Pair = tuple[int, int]
_MONTH = 31


def unite_by_occasion(
    clusters: Sequence[Cluster], comparer: Comparer, *, constraints: Constraints
) -> tuple[list[Cluster], list[JoinNote]]:
    """Unite events that pages of a common occasion tell.

    Args:
        clusters: events in the making; those that take others in are changed.
        comparer: exclusions and points.
        constraints: reviewers' decisions; an event that one of them speaks of stays as it is.

    Returns:
        The events, sorted by key, and a note for every account that came to another event.
    """
    decided = constraints.keys
    free = [
        not decided or not any(c.key in decided for a in cluster.accounts for c in a.claims)
        for cluster in clusters
    ]
    scored: dict[Pair, float] = {}
    single = _single_signings(clusters)
    for pair in _pairs_to_ask(clusters):
        if pair not in scored and free[pair[0]] and free[pair[1]]:
            left, right = clusters[pair[0]], clusters[pair[1]]
            one_signing = id(left) in single and id(right) in single
            scored[pair] = _points(left, right, comparer, one_signing=one_signing)
    enough = comparer.joining.points
    good = {pair: points for pair, points in scored.items() if points >= enough}
    beside: dict[int, dict[int, float]] = {}
    for (i, j), points in good.items():
        beside.setdefault(i, {})[j] = points
        beside.setdefault(j, {})[i] = points
    groups = Groups(len(clusters))
    notes: list[JoinNote] = []
    for (i, j), points in sorted(good.items(), key=lambda g: (-g[1], *(clusters[n].key for n in g[0]))):
        least = points - comparer.joining.lead
        if _is_open(i, j, beside, least) or _is_open(j, i, beside, least):
            continue
        a, b = groups.find(i), groups.find(j)
        if a == b or (
            (a, b) != (i, j) and _points(clusters[a], clusters[b], comparer, one_signing=False) < enough
        ):
            continue
        home, guest = sorted((a, b), key=lambda n: min(map(precision_order, clusters[n].accounts)))
        groups.join(home, guest)
        for account in sorted(clusters[guest].accounts, key=precision_order):
            clusters[home].add(account)
            notes.append(JoinNote(account.key, "joined", f"{points:g} points; told by pages of one occasion"))
    return _left(clusters, groups), notes


def _pairs_to_ask(clusters: Sequence[Cluster]) -> Iterator[Pair]:
    """Pairs of events of one kind between the same parties, told by different pages of one occasion."""
    told: dict[str, list[int]] = {}
    for n, cluster in enumerate(clusters):
        for article in cluster.voices:
            told.setdefault(article, []).append(n)
    for n, cluster in enumerate(clusters):
        pages = _reporters(cluster)
        if len(pages) < 2:
            continue
        beside: dict[tuple[object, ...], list[int]] = {}
        for m in sorted({m for page in pages for m in told[page] if m != n}):
            features = clusters[m].accounts[0]
            beside.setdefault((features.parties, features.kind), []).append(m)
        for group in beside.values():
            if len(group) <= MOST_CANDIDATES:
                yield from combinations(group, 2)


def _reporters(cluster: Cluster) -> list[str]:
    """The articles that tell an event as their news, in their text."""
    return sorted({a.article_id for a in cluster.accounts if a.voice != BACKGROUND and not a.is_title_only})


def _points(a: Cluster, b: Cluster, comparer: Comparer, *, one_signing: bool) -> float:
    """What speaks for two events being one, told on one occasion; below zero when something excludes it.

    A denial fits too much to be placed by its company, and so do two of which neither has a date; what has happened is
    not both a session and a visit, though either holds talks.

    Args:
        a, b: the events.
        comparer: exclusions and points.
        one_signing: True when both are the one signing of their pages, so that days nearby, or one month of two years where
            one of the two is no day, are a contradiction and no other signing.
    """
    if a.voices.keys() & b.voices.keys() or _is_denial(a) or _is_denial(b):
        return -1.0
    ours, theirs = a.features.acts - {TALKS}, b.features.acts - {TALKS}
    if ours and theirs and not ours & theirs and "done" in (a.features.stage, b.features.stage):
        return -1.0
    if width_in_days(a.features.interval) is None and width_in_days(b.features.interval) is None:
        return -1.0
    likeness = comparer.compare(a.features, b.features, one_occasion=True)
    if likeness.excluded == "date" and one_signing and _is_slip(a.features, b.features, comparer):
        moved = replace(
            b.features, interval=a.features.interval, firm=a.features.firm, month=a.features.month
        )
        likeness = comparer.compare(a.features, moved, one_occasion=True)
    if likeness.excluded or set(likeness.dissent) - {"n_documents", "date"}:
        return -1.0
    return likeness.points + comparer.rules.points["occasion"]


def _single_signings(clusters: Sequence[Cluster]) -> frozenset[int]:
    """Events, by id, that are the only signing between their parties that each of their pages tells in that voice."""
    told: dict[tuple[str, tuple[str, ...], str], set[int]] = {}
    for cluster in clusters:
        for a in cluster.accounts:
            if a.kind == "agreement" and a.features.stage == "done" and not a.is_title_only:
                told.setdefault((a.article_id, a.parties, a.voice), set()).add(id(cluster))
    several = {n for same in told.values() if len(same) > 1 for n in same}
    return frozenset(n for same in told.values() for n in same) - several


def _is_slip(a: Features, b: Features, comparer: Comparer) -> bool:
    """True for days nearby, or for the same month of two years in one place: what one page or the other has wrong."""
    if a.is_narrow and b.is_narrow:
        return 0 < gap_in_days(a.interval, b.interval) <= comparer.joining.date_tolerance
    first, second = a.interval.earliest, b.interval.earliest
    widths = (width_in_days(a.interval), width_in_days(b.interval))
    if (
        first is None
        or second is None
        or not a.places & b.places
        or any(w is None or w > _MONTH for w in widths)
    ):
        return False
    return first.month == second.month and abs(first.year - second.year) == 1


def _is_denial(cluster: Cluster) -> bool:
    return all(account.voice == DENIAL for account in cluster.accounts)


def _is_open(i: int, j: int, beside: Mapping[int, Mapping[int, float]], least: float) -> bool:
    """True when event `i` could about as well be a third one that is not the same as `j`."""
    return any(n != j and points > least and n not in beside[j] for n, points in beside[i].items())


def _left(clusters: Sequence[Cluster], groups: Groups) -> list[Cluster]:
    """The events that are left, and among the events each could as well have been, only those."""
    home = {id(cluster): clusters[groups.find(n)] for n, cluster in enumerate(clusters)}
    left = [cluster for n, cluster in enumerate(clusters) if groups.find(n) == n]
    for cluster in left:
        cluster.maybe = _each_once(home[id(m)] for m in cluster.maybe if home[id(m)] is not cluster)
    return sorted(left, key=lambda c: c.key)


def _each_once(clusters: Iterable[Cluster]) -> list[Cluster]:
    return list({id(c): c for c in clusters}.values())
