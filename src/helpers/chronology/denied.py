"""Denials without a date: what they are about, by the pages of the same news, or by what others told in the days before.

"Nothing was signed during the visit" names no paper and no day and so fits whatever was ever signed. It is about what others say was
signed on that visit: pages that tell the same news. Where the page itself lets one side say that a protocol was signed and another
that it was not, the two are about one protocol. And who denies a paper, talks or a joint act by name ("no talks on drones")
answers those who told of it in the days before, if only one thing of that name was told. Who denies any signature at all answers
the one signing that was told then, unless the page is about days on which that cannot have been.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from helpers.chronology.accounts import DENIAL, NEWS
from helpers.chronology.disputes import may_be_one_of
from helpers.chronology.events import MOST_CANDIDATES, Cluster, Constraints, JoinNote, precision_order
from helpers.chronology.features import GENERIC
from helpers.chronology.intervals import gap_in_days
from helpers.chronology.likeness import Comparer


def place_denials(
    clusters: Sequence[Cluster], comparer: Comparer, *, constraints: Constraints
) -> tuple[list[Cluster], list[JoinNote]]:
    """Unite undated denials with the one paper, meeting or joint act that they are about.

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
    papers, before = _Papers(told, comparer), _ToldBefore(clusters, told, comparer)
    gone: set[int] = set()
    notes: list[JoinNote] = []
    for denial in denials:
        undated = all(c.stated.is_unknown for a in denial.accounts for c in a.claims)
        found = papers.meant_by(denial) if undated and denial.accounts[0].kind == "agreement" else []
        why = "denies the one paper that pages of its news tell of"
        if not found:
            found = before.meant_by(denial)
            why = "denies by name the one thing of that name that was told in the days before"
        if len(found) != 1:
            continue
        gone.add(id(denial))
        for account in sorted(denial.accounts, key=precision_order):
            found[0].add(account)
            notes.append(JoinNote(account.key, "joined", why))
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
        blanket = all(c.denies_all for a in denial.accounts for c in a.claims)
        own = [c for c in news if _is_signed(c, denial)]
        if blanket and own:
            # what its page has just told as signed, if anything
            own = [c for c in own if _is_told_last(c, denial, news)]
            return [c for c in own if not self._comparer.compare(denial.features, c.features).excluded]
        pages = [c for shared in news for c in self._of_pages(shared) if _is_signed(c, denial)]
        fitting = [
            c
            for c in {id(c): c for c in own or pages}.values()
            if ((not named and not own) or named & c.features.named_papers)
            and not self._comparer.compare(denial.features, c.features).excluded
        ]
        if blanket and len(fitting) > 1 and _is_one_time(fitting):
            # nothing at all: whatever was signed then; the one that most tell of stands for the rest
            return [max(fitting, key=lambda c: (c.features.is_package, len(c.voices), c.key))]
        if named and not fitting:
            [account] = denial.accounts[:1]
            fitting = [
                c
                for c in {id(c): c for c in pages}.values()
                if may_be_one_of(account, [a for a in c.accounts if a.voice != DENIAL])
            ]
        return fitting

    def _of_pages(self, shared: Cluster) -> tuple[Cluster, ...]:
        """What the pages that tell an event also tell as their news."""
        known = self._beside.get(id(shared))
        if known is None:
            every = {id(c): c for page in sorted(shared.voices) for c in self._told.get(page, ())}
            known = self._beside[id(shared)] = tuple(every.values())
        return known


class _ToldBefore:
    """What pages told as their news, by the last day on which it can have happened."""

    def __init__(
        self, clusters: Sequence[Cluster], told: Mapping[str, Sequence[Cluster]], comparer: Comparer
    ):
        self._comparer = comparer
        self._told = told
        self._by_day: dict[tuple[object, ...], list[Cluster]] = {}
        for cluster in clusters:
            f = cluster.features
            last = (f.interval.latest if f.stage == "done" else None) or f.published.latest
            if last is not None and f.stage != "any" and _reporters(cluster):
                first = cluster.accounts[0]
                key = (first.parties, first.kind, last.toordinal())
                self._by_day.setdefault(key, []).append(cluster)

    def meant_by(self, denial: Cluster) -> list[Cluster]:
        """What of the name that is denied other pages told up to so many days before the page that denies it.

        Of several those in the place of the denial.
        """
        first = denial.accounts[0]
        day = first.claims[0].published.latest
        if day is None:
            return []
        found = [
            c
            for ago in range(self._comparer.joining.news_delay + 1)
            for c in self._by_day.get((first.parties, first.kind, day.toordinal() - ago), ())
        ]
        if len(found) > MOST_CANDIDATES:
            return []
        named = [c for c in found if first.article_id not in _reporters(c) and self._is_named(denial, c)]
        there = [c for c in named if denial.features.places & c.features.places]
        return there or named

    def _is_named(self, denial: Cluster, cluster: Cluster) -> bool:
        """True for the same act in the same field, or the same class of paper or one it is confused with in that field.

        "It had never been held before" denies no plan; whoever denies one names where it was to be, or with whom.
        """
        ours, theirs = denial.features, cluster.features
        if self._comparer.compare(ours, theirs).excluded:
            return False
        fields = _fields(denial) & _fields(cluster)
        if ours.kind == "agreement":
            same = fields or (ours.named_papers & theirs.named_papers) - {GENERIC}
            return theirs.stage == "done" and (bool(same) or self._denies_all(denial, cluster))
        known = theirs.stage == "done" or ours.places & theirs.places or ours.actors & theirs.actors
        return bool(known and ours.acts & theirs.acts and fields)

    def _denies_all(self, denial: Cluster, signing: Cluster) -> bool:
        """True for "nothing was signed" on a page that tells nothing of other days than those of a signing."""
        ours, theirs = denial.features, signing.features
        blanket = not ours.papers and not _fields(denial)
        signing_denied = all(c.denies_signing for a in denial.accounts for c in a.claims)
        if not blanket or not signing_denied or not theirs.is_narrow:
            return False
        news = (c.features for c in self._told.get(denial.accounts[0].article_id, ()))
        return all(
            gap_in_days(f.interval, theirs.interval) <= self._comparer.joining.date_tolerance
            for f in news
            if f.stage == "done" and f.is_narrow
        )


def _is_told_last(signing: Cluster, denial: Cluster, news: Sequence[Cluster]) -> bool:
    """True when nothing else stands between a signing and its denial on the page of the denial."""
    first = min(c.start for a in denial.accounts for c in a.claims)
    article = denial.accounts[0].article_id

    def last(clusters: Sequence[Cluster]) -> int:
        accounts = [a for cluster in clusters for a in cluster.accounts if a.article_id == article]
        return max(
            (c.start for a in accounts for c in a.claims if c.start < first and not c.is_title), default=-1
        )

    return last([signing]) == last(news) >= 0


def _is_one_time(clusters: Sequence[Cluster]) -> bool:
    """True when all are dated to the same few days."""
    intervals = [c.features.interval for c in clusters]
    return all(c.features.is_narrow for c in clusters) and not any(
        gap_in_days(a, b) for a in intervals for b in intervals
    )


def _fields(cluster: Cluster) -> frozenset[str]:
    return frozenset(area for account in cluster.accounts for c in account.claims for area in c.areas)


def _is_signed(cluster: Cluster, denial: Cluster) -> bool:
    """True for a paper between the parties of the denial that somebody has as done."""
    first = cluster.accounts[0]
    done = cluster.features.stage == "done" and first.kind == "agreement"
    return done and first.parties == denial.accounts[0].parties


def _reporters(cluster: Cluster) -> list[str]:
    """The articles that tell an event as their news, in their text."""
    return sorted({a.article_id for a in cluster.accounts if a.voice == NEWS and not a.is_title_only})


def _is_open_denial(cluster: Cluster, constraints: Constraints) -> bool:
    """True for a denial on one page that joined nothing and that no reviewer spoke of."""
    accounts = cluster.accounts
    if any(c.of_others for a in accounts for c in a.claims):
        return False
    if len(cluster.voices) != 1 or any(a.voice != DENIAL for a in accounts):
        return False
    decided = constraints.keys
    return not decided or not any(c.key in decided for a in accounts for c in a.claims)
