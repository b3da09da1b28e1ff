"""The chronology: claims in, events, milestones and contradictions out, with the reason for everything left out."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from helpers.chronology.accounts import Account, group_article
from helpers.chronology.anniversaries import load_anniversaries
from helpers.chronology.contradictions import contradiction_rows
from helpers.chronology.copies_days import doubt_lone_days
from helpers.chronology.corroboration import OriginCounter
from helpers.chronology.decided import apply_to_claims, decide_events, keys_on_claims, read_constraints
from helpers.chronology.denied import place_denials
from helpers.chronology.describe import Knowledge, Summary, summarise_events
from helpers.chronology.events import Constraints, JoinNote, join_accounts
from helpers.chronology.evidence import Evidence
from helpers.chronology.grouped import Grouped
from helpers.chronology.likeness import Comparer
from helpers.chronology.milestones import Inclusions
from helpers.chronology.naming import carry_over, name_events
from helpers.chronology.narrowing import bound_article
from helpers.chronology.occasions import unite_by_occasion
from helpers.chronology.reading import ReadBefore, read_claims
from helpers.chronology.reference import ReferenceEntry, match_reference
from helpers.chronology.resolved import Resolved
from helpers.chronology.reviews import Decision, split_orphans
from helpers.chronology.rules import Rules, load_rules, read_inclusion, read_joining
from helpers.chronology.second_look import make_resolver
from helpers.chronology.sources import know_source, load_people
from helpers.foundation.errors import SchemaError
from helpers.foundation.schemas import MILESTONES
from helpers.foundation.settings import Profile

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Chronology:
    """The result of one run.

    Attributes:
        events: rows of the events table, sorted by event_id.
        milestones: rows of the milestones table, sorted by milestone_id.
        contradictions: rows of the contradictions table.
        orphaned: decisions whose evidence has gone, or has come to lie in several events; never applied.
        rejected_claims: claim_id -> decision_id of claims a reviewer took out.
        join_log: why each account joined an event or did not.
        without_claims: article_id -> why the article has no claim in any event.
    """

    events: tuple[dict[str, Any], ...]
    milestones: tuple[dict[str, Any], ...]
    contradictions: tuple[dict[str, Any], ...]
    orphaned: tuple[Decision, ...]
    rejected_claims: Mapping[str, str]
    join_log: tuple[JoinNote, ...]
    without_claims: Mapping[str, str]


def load_knowledge(profile: Profile) -> Knowledge:
    """Read what the chronology knows from config/.

    Raises:
        ConfigError: a file says something it may not say.
    """
    return Knowledge(load_rules(), load_people(read_joining(profile).long_term), load_anniversaries())


def build_chronology(
    articles: Iterable[Row],
    claims: Iterable[Row],
    *,
    profile: Profile,
    decisions: Sequence[Decision] = (),
    reference: Sequence[ReferenceEntry] | None = None,
    timexes: Iterable[Row] = (),
    previous: Sequence[Row] = (),
    knowledge: Knowledge | None = None,
) -> Chronology:
    """Join claims to events, fuse their dates, count their origins, choose the milestones.

    Pure and deterministic: the order of the rows does not matter, and the reference layer changes nothing but the two
    reference columns of the milestones.

    Args:
        articles: rows of the articles table.
        claims: rows of the claims table.
        profile: the subject.
        decisions: people's decisions in the order they were made, undone ones left out.
        reference: entries of the reference layer, None to leave it out.
        timexes: rows of the timexes table; without them a month whose year is open does not narrow a date.
        previous: milestones of the run before, so that names survive a change of the founding claim.
        knowledge: codebook, people and anniversaries; read from config/ when not given.

    Raises:
        SchemaError: a claim without its article.
        ConfigError: the codebook or the profile says something it may not say.
    """
    return build_from_articles(
        pair_rows(articles, claims),
        timexes,
        profile=profile,
        decisions=decisions,
        reference=reference,
        previous=previous,
        knowledge=knowledge,
    )


def pair_rows(articles: Iterable[Row], claims: Iterable[Row]) -> Iterator[tuple[Row, Sequence[Row]]]:
    """Every article with its claims, from whole tables.

    Raises:
        SchemaError: a claim without its article.
    """
    by_article: dict[str, list[Row]] = {}
    for claim in claims:
        by_article.setdefault(claim["article_id"], []).append(claim)
    for article in articles:
        yield article, by_article.pop(article["article_id"], ())
    for article_id, left in by_article.items():
        raise SchemaError(
            f"claim {left[0]['claim_id']!r} stands in article {article_id!r}, which is not in the articles table"
        )


@contextmanager
def without_collection() -> Iterator[None]:
    """No search for unreachable circles meanwhile: millions of small records are made here, and none in circles."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


@without_collection()
def build_from_articles(
    told: Iterable[tuple[Row, Sequence[Row]]],
    timexes: Iterable[Row],
    *,
    profile: Profile,
    decisions: Sequence[Decision] = (),
    reference: Sequence[ReferenceEntry] | None = None,
    previous: Sequence[Row] = (),
    knowledge: Knowledge | None = None,
    resolved: Resolved | None = None,
    before: ReadBefore | None = None,
    grouped: Grouped | None = None,
) -> Chronology:
    """`build_chronology` for a corpus that is read article by article; no row is kept.

    Args:
        told: every article's row with the rows of its claims, in any order, each article once.
        timexes: rows of the timexes table, at least those with an open month, from one time to another or resolved
            against the publication date.
        profile, decisions, reference, previous, knowledge: as in `build_chronology`.
        resolved: what earlier runs with the same lexicons resolved, to be asked first.
        before: takes the place of `told` and `timexes`: the claims as earlier runs read them, block by block.
        grouped: how earlier runs grouped the same articles' claims; not asked where a reviewer decided on some.
    """
    known = knowledge or load_knowledge(profile)
    decided = frozenset(keys_on_claims(decisions))
    if before is None:
        reading = read_claims(told, timexes, known.rules, decided=decided)
    elif decisions:
        reading = before.read_anew(known.rules, decided=decided)
    else:
        reading = before.read(known.rules)
    plain, relative = reading.claims, reading.relative
    # keys are those of the pages, not of what was corrected
    live, orphaned = split_orphans(decisions, frozenset(e.key for e in plain))
    applied = apply_to_claims(plain, reading.rows, live, reading.reader)
    evidence = doubt_lone_days(applied.evidence, relative.keys())
    comparer = Comparer(rules=known.rules, joining=read_joining(profile), people=known.people)
    constraints = read_constraints(live)
    anew = {new.article_id for new, old in zip(evidence, applied.evidence, strict=True) if new is not old}
    accounts = make_accounts(
        evidence,
        comparer=comparer,
        known=known,
        constraints=constraints,
        grouped=grouped if not decisions else None,
        anew=anew,
    )
    joined, log = join_accounts(accounts, comparer, constraints=constraints)
    clusters, united = unite_by_occasion(joined, comparer, constraints=constraints)
    clusters, placed_denials = place_denials(clusters, comparer, constraints=constraints)
    placed, unplaced = decide_events(
        [[c.key for a in cl.accounts for c in a.claims] for cl in clusters], live, applied.deciders
    )
    counter = OriginCounter(
        rules=known.rules, know=know_source, is_person=lambda name: name in known.people.by_surname
    )
    counter.learn(evidence)
    summaries = summarise_events(
        clusters, placed, counter, known, resolve=make_resolver(relative, resolved=resolved)
    )
    inclusions = Inclusions(known.rules, read_inclusion(profile), profile, comparer)
    inclusions.apply([s.candidate for s in summaries])
    milestones = _name(summaries, previous)
    if reference:
        _add_reference(milestones, reference, known.rules)
    contradictions = [
        row
        for s in summaries
        for row in contradiction_rows(
            s.sides,
            event_id=s.candidate.row["event_id"],
            milestone_id=s.candidate.row["milestone_id"],
            origins=s.origins_by_article,
        )
    ]
    return Chronology(
        events=tuple(sorted((s.candidate.row for s in summaries), key=lambda r: str(r["event_id"]))),
        milestones=tuple(sorted(milestones, key=lambda r: str(r["milestone_id"]))),
        contradictions=tuple(sorted(contradictions, key=lambda r: (r["event_id"], r["field"], r["value"]))),
        orphaned=tuple(sorted([*orphaned, *unplaced], key=lambda d: (d.time, d.decision_id))),
        rejected_claims={k: d.decision_id for k, d in sorted(applied.rejected.items())},
        join_log=tuple(sorted([*log, *united, *placed_denials], key=lambda n: (n.account, n.outcome))),
        without_claims=dict(sorted((_all_rejected(plain, applied.rejected) | reading.silent).items())),
    )


def make_accounts(
    evidence: Sequence[Evidence],
    *,
    comparer: Comparer,
    known: Knowledge,
    constraints: Constraints,
    grouped: Grouped | None = None,
    anew: Set[str] = frozenset(),
) -> list[Account]:
    """Group the claims of each article into accounts, with the bounds of their dates; in order of the articles' names.

    Args:
        evidence: the claims of all articles.
        comparer: the rules of likeness.
        known: people and anniversaries.
        constraints: reviewers' decisions about joining.
        grouped: how earlier runs grouped them; None for none.
        anew: articles of which some claims are not as they were read.
    """
    by_article: dict[str, list[Evidence]] = {}
    for claim in evidence:
        by_article.setdefault(claim.article_id, []).append(claim)

    def group(claims: Sequence[Evidence]) -> list[Account]:
        bounds = bound_article(claims, people=known.people, anniversaries=known.anniversaries)
        return group_article(claims, bounds, comparer, apart=constraints.apart)

    if grouped is not None:
        made = grouped.accounts(by_article, group, anew=anew)
    else:
        made = (account for claims in by_article.values() for account in group(claims))
    return sorted(made, key=lambda account: account.article_id)


def _name(summaries: Sequence[Summary], previous: Sequence[Row]) -> list[dict[str, Any]]:
    """Set event and milestone ids and the reasons for leaving out; give the milestone rows, reference columns empty."""
    groups = [s.candidate.claims for s in summaries]
    for summary, name in zip(summaries, name_events(groups, "evt"), strict=True):
        row, rule = summary.candidate.row, summary.candidate.left_out
        row["event_id"] = name
        if rule is not None:
            row["left_out_by"] = rule.id
            detail = f": {summary.candidate.detail}" if summary.candidate.detail else ""
            row["left_out_reason"] = rule.words + detail
    charted = [s for s in summaries if s.candidate.is_charted]
    names = name_events([s.candidate.claims for s in charted], "mls")
    for summary, name in zip(charted, names, strict=True):
        summary.candidate.row["milestone_id"] = name
    carried = carry_over([s.candidate.row for s in charted], previous)
    milestones = []
    for summary in charted:
        row = summary.candidate.row
        row["milestone_id"] = carried.get(row["milestone_id"], row["milestone_id"])
        milestones.append({name: row.get(name) for name in MILESTONES.column_names})
    return milestones


def _add_reference(
    milestones: Sequence[dict[str, Any]], reference: Sequence[ReferenceEntry], rules: Rules
) -> None:
    matched = match_reference(milestones, reference, rules=rules)
    for row in milestones:
        if (entry := matched.get(row["milestone_id"])) is not None:
            row["reference_id"], row["reference_date"] = entry.id, entry.date


def _all_rejected(plain: Iterable[Evidence], rejected: Mapping[str, Decision]) -> dict[str, str]:
    """Articles of which a reviewer rejected every claim."""
    if not rejected:
        return {}
    left = {e.article_id for e in plain if e.claim_id not in rejected}
    return {e.article_id: "a reviewer rejected every claim in it" for e in plain if e.article_id not in left}
