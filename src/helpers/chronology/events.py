"""Events: accounts of one happening joined across articles and languages, without comparing all pairs.

Accounts are taken in order of precision, the best dated and most detailed first, so that events are founded by those who
know most, and vaguer accounts are held against them. A vague account that fits two events about equally well joins
neither. The order depends on what the accounts say alone, so the result does not depend on the order of the rows.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from helpers.chronology.accounts import BACKGROUND, DENIAL, NEWS, Account
from helpers.chronology.features import GENERIC, Features
from helpers.chronology.groups import Groups
from helpers.chronology.growing import held_once
from helpers.chronology.intervals import each_day, width_in_days
from helpers.chronology.likeness import Comparer
from helpers.foundation.dates import DateInterval

# Dates up to this many days wide are looked up by day. They come first, so only events as narrow need that list, and what took several days.
FOUND_BY_DAY = 8
# Events with dates up to this many days wide can be found by month ...
INDEXED_DAYS = 35
# ... by accounts whose date is at most this many months wide; all others are looked up by people, paper and story.
INDEXED_MONTHS = 25
# A vague account with more candidates than this cannot be told apart by definition.
MOST_CANDIDATES = 100
Block = tuple[tuple[str, ...], str]


@dataclass(frozen=True, slots=True)
class JoinNote:
    """Why an account joined an event, or did not; the grain of the join log.

    Attributes:
        account: smallest evidence key of the account.
        outcome: founded | joined | merged by decision | kept apart | ambiguous.
        detail: points and dissent, or the candidates that could not be told apart.
    """

    account: str
    outcome: str
    detail: str


@dataclass(slots=True, eq=False)
class Cluster:
    """An event in the making.

    Attributes:
        accounts: its accounts in the order they came.
        features: what they say together.
        key: the smallest evidence key.
        voices: article -> voices it tells this event in.
        maybe: clusters that an ambiguous account could as well have joined.
        too_vague: True when it could be any of more events than are worth comparing.
    """

    accounts: list[Account]
    features: Features
    key: str = ""
    voices: dict[str, frozenset[str]] = field(default_factory=dict)
    maybe: list[Cluster] = field(default_factory=list)
    too_vague: bool = False

    def add(self, account: Account) -> None:
        """Take an account in."""
        self.features = self.features.merged(account.features) if self.accounts else account.features
        self.key = min(self.key, account.key) if self.accounts else account.key
        self.accounts.append(account)
        told = self.voices.get(account.article_id, ())
        self.voices[account.article_id] = held_once((*told, account.voice))


@dataclass(frozen=True, slots=True)
class Constraints:
    """What reviewers decided about joining, as evidence keys.

    Attributes:
        together: groups of claims that are one event.
        apart: pairs of groups of which no two claims are one event.
    """

    together: tuple[frozenset[str], ...] = ()
    apart: tuple[tuple[frozenset[str], frozenset[str]], ...] = ()

    @property
    def keys(self) -> frozenset[str]:
        """Every key a constraint speaks of."""
        parts = [*self.together, *(side for pair in self.apart for side in pair)]
        return frozenset().union(*parts)


def precision_order(account: Account) -> tuple[object, ...]:
    """Sort key: spans of several days, packages and narrow dates first, then detail, then time, then the evidence key."""
    f = account.features
    width = width_in_days(f.interval)
    open_date = 10**7 - (f.interval.latest is not None or f.interval.earliest is not None)
    detail = len(f.actors) + len(f.places) + len(f.papers) + len(f.counts)
    return (
        account.is_title_only,
        account.voice == DENIAL,
        not f.lasting,  # days of what took several come after its span
        width if width is not None else open_date,
        not f.is_package,
        -detail,
        f.interval.earliest.toordinal() if f.interval.earliest else 0,
        account.key,
    )


def join_accounts(
    accounts: Iterable[Account], comparer: Comparer, *, constraints: Constraints = Constraints()
) -> tuple[list[Cluster], list[JoinNote]]:
    """Join accounts to events.

    Args:
        accounts: of all articles, in any order.
        comparer: exclusions and points.
        constraints: reviewers' decisions; they come before everything else.

    Returns:
        The events in the making, sorted by key, and the log, sorted by account.
    """
    blocks: dict[Block, list[Account]] = {}
    for account in accounts:
        blocks.setdefault((account.parties, account.kind), []).append(account)
    clusters: list[Cluster] = []
    notes: list[JoinNote] = []
    for block in sorted(blocks):
        joiner = _Joiner(comparer, constraints)
        for account in sorted(blocks[block], key=precision_order):
            joiner.place(account)
        clusters += joiner.clusters
        notes += joiner.notes
    clusters, merged = _merge_decided(clusters, constraints)
    return sorted(clusters, key=lambda c: c.key), sorted(
        [*notes, *merged], key=lambda n: (n.account, n.outcome)
    )


class _Joiner:
    """Places the accounts of one block (parties and kind), with an index instead of all pairs."""

    def __init__(self, comparer: Comparer, constraints: Constraints):
        self.comparer = comparer
        self.constraints = constraints
        self.constrained = constraints.keys
        self.clusters: list[Cluster] = []
        self.notes: list[JoinNote] = []
        self._by_name: dict[str, list[Cluster]] = {}
        self._alike: dict[tuple[object, ...], Cluster] = {}

    def place(self, account: Account) -> None:
        fingerprint = self._fingerprint(account)
        free = not self.constrained or not any(c.key in self.constrained for c in account.claims)
        known = self._alike.get(fingerprint) if free else None
        if known is not None and self._may_join(account, known):
            known.add(account)
            self.notes.append(
                JoinNote(account.key, "joined", "says the same as another account of the event")
            )
            return
        home = self._find(account)
        home.add(account)
        self._index(home, account)
        if free and self._identifies(account):
            self._alike.setdefault(fingerprint, home)

    def _fingerprint(self, account: Account) -> tuple[object, ...]:
        f = account.features
        story = frozenset[str]() if self._identifies(account) else f.stories
        return (
            account.voice, account.is_title_only, f.stage, f.acts, f.subject, f.firm, f.interval, f.month, f.actors, f.places, f.countries,
            f.papers, f.counts, f.future, f.put_off, "yes" in f.defence, story,
        )  # fmt: skip

    def _identifies(self, account: Account) -> bool:
        """True when another account with the very same content would be taken for the same happening."""
        likeness = self.comparer.compare(account.features, account.features)
        return likeness.points - self.comparer.rules.points["story"] >= self.comparer.joining.points

    def _find(self, account: Account) -> Cluster:
        """The event an account belongs to: the best by points, or a new one."""
        scored: list[tuple[float, str, Cluster, tuple[str, ...]]] = []
        candidates = self._candidates(account)
        if candidates is None:
            self.notes.append(
                JoinNote(account.key, "ambiguous", "too vague: it could be any of very many events")
            )
            home = self._found()
            home.too_vague = True
            return home
        for cluster in candidates:
            if not self._may_join(account, cluster):
                continue
            likeness = self.comparer.compare(account.features, cluster.features)
            if likeness.excluded is None:
                scored.append((likeness.points, cluster.key, cluster, likeness.dissent))
        joining = self.comparer.joining
        scored.sort(key=lambda s: (-s[0], s[1]))
        good = [s for s in scored if s[0] >= joining.points]
        alone = bool(scored) and (
            len(scored) == 1 or scored[0][0] - scored[1][0] >= self.comparer.joining.only
        )
        if not good and alone and self._is_the_only_one(account, scored[0]):
            points, _, home, dissent = scored[0]
            self.notes.append(JoinNote(account.key, "joined", f"{points:g} points; the only event it fits"))
            return home
        if not good:
            home = self._found()
            home.maybe = [s[2] for s in scored]
            if scored:
                detail = f"{len(scored)} event(s) not excluded, best with {scored[0][0]:g} points"
                self.notes.append(JoinNote(account.key, "kept apart", detail))
            else:
                self.notes.append(JoinNote(account.key, "founded", "no other event fits"))
            return home
        if len(good) > 1 and good[0][0] - good[1][0] < joining.lead:
            home = self._found()
            home.maybe = [s[2] for s in good]
            tied = ", ".join(s[1] for s in good[:5])
            self.notes.append(
                JoinNote(account.key, "ambiguous", f"fits several events about equally: {tied}")
            )
            return home
        points, _, home, dissent = good[0]
        differs = f"; differs on {', '.join(dissent)}" if dissent else ""
        self.notes.append(JoinNote(account.key, "joined", f"{points:g} points{differs}"))
        return home

    def _is_the_only_one(self, account: Account, found: tuple[float, str, Cluster, tuple[str, ...]]) -> bool:
        """True when a vague account shares something with the one event it may belong to, and its article does not tell that."""
        points, _, cluster, dissent = found
        if points < self.comparer.joining.only or dissent or account.is_title_only:
            return False
        told = cluster.voices.get(account.article_id)
        if told and account.voice != DENIAL:
            return False
        width = width_in_days(account.features.interval)
        return account.voice == DENIAL or width is None or width > INDEXED_DAYS

    def _found(self) -> Cluster:
        cluster = Cluster([], Features("", ""))
        self.clusters.append(cluster)
        return cluster

    def _may_join(self, account: Account, cluster: Cluster) -> bool:
        """False when the article tells the event in another voice already, or a reviewer has split the two."""
        voices = cluster.voices.get(account.article_id)
        if voices and account.voice != DENIAL and ({NEWS, BACKGROUND} - {account.voice}) & voices:
            return False
        if voices and _recalls_and_denies(account, cluster):
            return False
        if not self.constraints.apart:
            return True
        ours = {c.key for c in account.claims}
        theirs = {c.key for a in cluster.accounts for c in a.claims}
        return not any(
            (ours & left and theirs & right) or (ours & right and theirs & left)
            for left, right in self.constraints.apart
        )

    def _index(self, cluster: Cluster, account: Account) -> None:
        interval = account.features.interval
        width = width_in_days(interval)
        names = [*self._names(account.features)]
        if width is not None and width <= INDEXED_DAYS:
            for month in _months(interval):
                names += [
                    f"month {month}",
                    *(f"month {month} {name}" for name in self._names(account.features)),
                ]
        if width is not None and width <= (INDEXED_DAYS if account.features.lasting else FOUND_BY_DAY):
            names += [f"day {day.toordinal()}" for day in each_day(interval)]
        for name in names:
            listed = self._by_name.setdefault(name, [])
            if cluster not in listed[-1:]:
                listed.append(cluster)

    def _names(self, features: Features) -> list[str]:
        """What a vague account can be looked up by: people who tell, stories, numbers of documents, named papers."""
        names = [f"actor {a}" for a in sorted(features.actors) if not self.comparer.is_weak(a)]
        names += [f"story {s}" for s in sorted(features.stories)]
        names += [f"count {n}" for n in sorted(features.counts)]
        names += [f"paper {p}" for p in sorted(features.named_papers - {GENERIC})]
        return names

    def _candidates(self, account: Account) -> list[Cluster] | None:
        """Events worth comparing, each once, in a fixed order; None when a vague account has too many.

        Lists longer than `MOST_CANDIDATES` tell nothing apart and are left for more special ones; that bounds the
        work for each account whatever the size of the corpus.
        """
        f = account.features
        width = width_in_days(f.interval)
        names = self._names(f)
        if (
            account.voice != DENIAL
            and not account.is_title_only
            and width is not None
            and width <= FOUND_BY_DAY
        ):
            joining = self.comparer.joining
            lists = _days(f.interval, joining.news_delay if f.is_news_dated else joining.date_tolerance)
            always = [f"story {s}" for s in sorted(f.stories)]
        elif len(self.clusters) <= MOST_CANDIDATES:
            return list(self.clusters)
        elif width is not None and width <= INDEXED_MONTHS * 31:
            lists, always = [f"month {m}" for m in _months(f.interval)], []
        else:
            lists, always = [], names
        if any(self._is_crowded(n) for n in lists):
            months = _months(f.interval)
            lists, always = [f"month {m} {n}" for m in months for n in names], names
        wanted = [*lists, *always]
        found = self._listed([n for n in wanted if not self._is_crowded(n)])
        nothing_tells = all(n.startswith("story ") for n in wanted)
        too_many = nothing_tells or any(self._is_crowded(n) for n in wanted)
        return None if (too_many and not found) or len(found) > 2 * MOST_CANDIDATES else found

    def _is_crowded(self, name: str) -> bool:
        return len(self._by_name.get(name, ())) > MOST_CANDIDATES

    def _listed(self, names: Sequence[str]) -> list[Cluster]:
        """The events of several lists, each once, in the order they were founded."""
        return list({id(c): c for name in names for c in self._by_name.get(name, ())}.values())


def _recalls_and_denies(account: Account, cluster: Cluster) -> bool:
    """True when an article recalls the event as a fact of its own and the account is its undated denial, or both turned.

    "Nothing was signed. The ministers had signed a memorandum in 2023": what is denied is not what is recalled.
    """
    own = [account, *(a for a in cluster.accounts if a.article_id == account.article_id)]
    denied = any(a.voice == DENIAL and all(c.stated.is_unknown for c in a.claims) for a in own)
    recalled = any(a.voice == BACKGROUND and not all(c.attribution for c in a.claims) for a in own)
    return denied and recalled


def _days(interval: DateInterval, reach: int) -> list[str]:
    """Names of the day lists a closed interval touches, with the days around it."""
    low, high = interval.earliest, interval.latest
    if low is None or high is None:
        return []
    return [f"day {d}" for d in range(low.toordinal() - reach, high.toordinal() + reach + 1)]


def _months(interval: DateInterval) -> list[str]:
    """Every calendar month a closed interval touches."""
    low, high = interval.earliest, interval.latest
    if low is None or high is None:
        return []
    first, last = low.year * 12 + low.month - 1, high.year * 12 + high.month - 1
    return [f"{m // 12:04d}-{m % 12 + 1:02d}" for m in range(first, last + 1)]


def _merge_decided(
    clusters: Sequence[Cluster], constraints: Constraints
) -> tuple[list[Cluster], list[JoinNote]]:
    """Unite events that a reviewer declared one, whatever excludes them; differences become contradictions."""
    if not constraints.together:
        return list(clusters), []
    home: dict[str, int] = {c.key: i for i, cl in enumerate(clusters) for a in cl.accounts for c in a.claims}
    groups = Groups(len(clusters))
    for group in constraints.together:
        members = sorted({groups.find(home[k]) for k in group if k in home})
        for other in members[1:]:
            groups.join(members[0], other)
    out: dict[int, Cluster] = {}
    notes = []
    for i, cluster in enumerate(clusters):
        r = groups.find(i)
        if r not in out:
            out[r] = cluster
            continue
        for account in cluster.accounts:
            out[r].add(account)
            notes.append(JoinNote(account.key, "merged by decision", "a reviewer declared them one event"))
    return list(out.values()), notes
