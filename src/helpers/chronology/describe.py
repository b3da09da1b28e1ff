"""Every event described: its fields, fused date, origins, contradictions and grade, as a row of the events table."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from helpers.chronology.accounts import DENIAL, Account
from helpers.chronology.anniversaries import Anniversaries
from helpers.chronology.contradictions import Side, find_contradictions
from helpers.chronology.corroboration import OriginCounter, Origins, grade_event
from helpers.chronology.decided import EventDecision
from helpers.chronology.disputes import deny_defence
from helpers.chronology.events import Cluster
from helpers.chronology.evidence import Evidence
from helpers.chronology.features import NARROW
from helpers.chronology.fusion import SIGNED, FusedDate, fuse_dates
from helpers.chronology.intervals import each_day, width_in_days
from helpers.chronology.milestones import Candidate
from helpers.chronology.narrowing import Bound
from helpers.chronology.people import People
from helpers.chronology.rules import Rules
from helpers.chronology.second_look import Resolve, look_again
from helpers.chronology.summary import (
    compose_title,
    decide_count,
    decide_defence,
    decide_instrument,
    decide_place,
    decide_status,
    defence_sides,
    furthest,
    name_act,
    plover_type,
    signatories,
)
from helpers.foundation.dates import DateInterval, read_edtf


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What the chronology knows beside the claims; everything comes from config/.

    Attributes:
        rules: the codebook.
        people: who held which office when.
        anniversaries: how anniversaries are worded.
    """

    rules: Rules
    people: People
    anniversaries: Anniversaries


@dataclass(slots=True)
class Summary:
    """An event with its fields, origins and contradictions, before it is named.

    Attributes:
        candidate: the event and its row.
        origins: its independent origins.
        sides: the sides of its contradictions.
        origins_by_article: article -> origin, for every article on a side.
    """

    candidate: Candidate
    origins: Origins
    sides: list[Side]
    origins_by_article: dict[str, str]


def summarise_events(
    clusters: Sequence[Cluster],
    placed: Sequence[EventDecision],
    counter: OriginCounter,
    known: Knowledge,
    *,
    resolve: Resolve,
) -> list[Summary]:
    """Fields, contradictions and grade of every event.

    Args:
        clusters: the accounts of each event; those whose date a second look bounds are replaced.
        placed: what reviewers decided on each.
        counter: counts origins.
        known: codebook, people and anniversaries.
        resolve: resolves a claim's date expression against a narrower publication date.
    """
    elsewhere: dict[str, list[Evidence]] = {}
    headlines: dict[str, list[Evidence]] = {}
    talks: dict[tuple[tuple[str, ...], dt.date], dict[int, Account]] = {}
    number = 0
    for cluster in clusters:
        for account in cluster.accounts:
            elsewhere.setdefault(account.article_id, []).extend(c for c in account.claims if not c.is_title)
            if account.is_title_only:
                headlines.setdefault(account.article_id, []).extend(account.claims)
            if account.kind == "consultation" and any(c.defence == "yes" for c in account.claims):
                number += 1
                for day in _few_days(account.features.interval):
                    talks.setdefault((account.parties, day), {})[number] = account
    counted = [counter.count(c.accounts) for c in clusters]
    dates = _fuse(clusters, counter)
    further = look_again([(c.accounts, d.interval) for c, d in zip(clusters, dates, strict=True)], resolve)
    if further:
        for i, cluster in enumerate(clusters):
            bounded = [_with_bounds(a, further) for a in cluster.accounts]
            if any(a is not b for a, b in zip(cluster.accounts, bounded, strict=True)):
                cluster.accounts = bounded
                [dates[i]] = _fuse([cluster], counter)
    out = []
    for cluster, decision, origins, date in zip(clusters, placed, counted, dates, strict=True):
        told = _Told(elsewhere, headlines, talks)
        out.append(_summarise_one(cluster, decision, origins, date, told, counter, known))
    return out


@dataclass(frozen=True, slots=True)
class _Told:
    """What articles tell beside the event at hand.

    Attributes:
        bodies: article -> all claims of its body.
        headlines: article -> claims that only its headline makes.
        talks: parties and day -> accounts of talks that concern defence and may be of that day, by number, where few days are
            possible.
    """

    bodies: Mapping[str, Sequence[Evidence]]
    headlines: Mapping[str, Sequence[Evidence]]
    talks: Mapping[tuple[tuple[str, ...], dt.date], Mapping[int, Account]]


def _fuse(clusters: Sequence[Cluster], counter: OriginCounter) -> list[FusedDate]:
    return [fuse_dates(c.accounts, count_origins=lambda some: counter.count(some).n) for c in clusters]


def _with_bounds(account: Account, further: Mapping[str, Sequence[Bound]]) -> Account:
    added = [b for c in account.claims for b in further.get(c.claim_id, ())]
    return replace(account, bounds=(*account.bounds, *added)) if added else account


def _summarise_one(
    cluster: Cluster,
    decision: EventDecision,
    origins: Origins,
    date: FusedDate,
    told: _Told,
    counter: OriginCounter,
    known: Knowledge,
) -> Summary:
    accounts = sorted(cluster.accounts, key=lambda a: a.key)
    claims = [c for a in accounts for c in a.claims]
    kind, parties = accounts[0].kind, accounts[0].parties

    def count_articles(articles: Iterable[str]) -> int:
        wanted = set(articles)
        return counter.count([a for a in accounts if a.article_id in wanted]).n

    status = decide_status(accounts, count_articles)
    package = any(a.features.is_package for a in accounts)
    defence = defence_sides(accounts)
    beside = (
        _only_discussed(accounts, date.interval, told)
        if kind == "agreement" and status == "signed" and "yes" in defence
        else []
    )
    if beside and package:
        defence["discussed only"] = beside
    if kind == "consultation" and "yes" in defence:
        denying = deny_defence((a for a in accounts if a.voice != DENIAL), told.bodies)
        defence = {"yes": defence["yes"]} | ({"denied": denying} if denying else {})
    defence_value = decide_defence(defence, kind=kind, package=package)
    sides = find_contradictions(
        accounts,
        date=date,
        defence=defence,
        defence_value=defence_value,
        package=package,
        only_discussed=[] if package else beside,
        elsewhere=_elsewhere(told.bodies, accounts),
        headlines=_elsewhere(told.headlines, accounts),
        rules=known.rules,
    )
    support = counter.count(_supporters(accounts, status, known.rules))
    beside_origins = counter.count(beside)
    by_article = {**beside_origins.by_article, **origins.by_article}
    fields = sorted({s.field for s in sides})
    signed_by = signatories(accounts, status)
    values: dict[str, Any] = {
        "kind": kind,
        "status": status,
        "instrument": decide_instrument(accounts) if kind == "agreement" else None,
        "n_documents": decide_count(accounts) if kind == "agreement" else None,
        "place": decide_place(accounts),
        "defence": defence_value,
    } | {k: v for k, v in decision.values.items() if k != "date_edtf"}
    interval, steps = _decided_date(date, decision)
    actors = sorted({actor for c in claims for actor in c.actors})
    areas = sorted({area for c in claims for area in c.areas})
    row: dict[str, Any] = {
        "event_id": "",
        "title": compose_title(
            kind=kind, status=values["status"], instrument=values["instrument"], n_documents=values["n_documents"],
            place=values["place"], package=package, actors=signed_by or actors,
            act=name_act(claims, known.rules),
        ),
        **values,
        "plover_type": plover_type(claims, status),
        "parties": list(parties),
        "actors": actors,
        "signatories": [known.people.full_name(s) for s in signed_by],
        "date_edtf": interval.edtf,
        "earliest": interval.earliest.isoformat() if interval.earliest else None,
        "latest": interval.latest.isoformat() if interval.latest else None,
        "weekday": interval.earliest.isoweekday() if interval.is_day and interval.earliest else interval.weekday,
        "date_steps": steps,
        "areas": areas,
        "grade": grade_event(support, fields, known.rules),
        "n_articles": len({c.article_id for c in claims}),
        "n_outlets": len({c.outlet for c in claims if c.outlet is not None}),
        "n_origins": support.n,
        "n_state_origins": support.n_state,
        "origins": list(support.names),
        "claim_ids": sorted(c.claim_id for c in claims),
        "contradictions": fields,
        "decided_by": ", ".join(decision.reviewers) or None,
        "milestone_id": None,
        "left_out_by": None,
        "left_out_reason": None,
    }  # fmt: skip
    return Summary(Candidate(cluster, row, interval, decision.verdict), origins, sides, by_article)


def _elsewhere(
    claims: Mapping[str, Sequence[Evidence]], accounts: Sequence[Account]
) -> dict[str, list[Evidence]]:
    """Of the claims by article, those of the event's articles and parties that are not the event's own."""
    own = {c.claim_id for a in accounts for c in a.claims}
    return {
        a.article_id: [
            c for c in claims.get(a.article_id, ()) if c.claim_id not in own and c.parties == a.parties
        ]
        for a in accounts
    }


def _supporters(accounts: Sequence[Account], status: str, rules: Rules) -> Sequence[Account]:
    """Accounts that say so: no denials of what is not denied, no announcements of what has happened since, and for a
    signature only those that tell of it.
    """
    planned = rules.stage_of[status] == "planned"
    told = [
        a
        for a in accounts
        if (a.voice == DENIAL) == (status == "denied")
        and (planned or a.features.stage != "planned")
        and (status not in SIGNED or furthest(a.claims) in SIGNED)
    ]
    return told or accounts


def _decided_date(date: FusedDate, decision: EventDecision) -> tuple[DateInterval, str]:
    """The date and its steps; a date that a reviewer set replaces the fused one and is the last step."""
    if "date_edtf" not in decision.values:
        return date.interval, date.steps_json
    edtf = decision.values["date_edtf"]
    step = {
        "by": "decision",
        "basis": f"corrected by {', '.join(decision.reviewers)}",
        "claim_id": "",
        "edtf": edtf,
    }
    steps = json.dumps([*map(dict, date.steps), step], ensure_ascii=False, separators=(",", ":"))
    return (read_edtf(edtf) if edtf is not None else DateInterval()), steps


def _only_discussed(accounts: Sequence[Account], interval: DateInterval, told: _Told) -> list[Account]:
    """Accounts of talks on defence at the same time, from articles that tell of no paper: discussed, not signed.

    Beside several papers signed together any such talks count, because defence is only one field of them. Beside a
    single paper they must be talks of the same people of both sides, on a page that came out no earlier: who met the
    signatories that day and reports talks alone knows nothing of a signature.
    """
    same_time: dict[int, Account] = {}
    for day in _few_days(interval):
        same_time |= told.talks.get((accounts[0].parties, day), {})
    if not same_time or interval.latest is None:
        return []
    package = any(a.features.is_package for a in accounts)
    tell = {a.article_id for a in accounts}
    places = {p for a in accounts for p in a.features.places}
    people = {p for a in accounts for p in a.features.actors}
    out = []
    for _, talk in sorted(same_time.items()):
        f = talk.features
        if talk.article_id in tell or talk.is_title_only or f.interval.intersect(interval) is None:
            continue
        if places and f.places and not places & f.places:
            continue
        papers = [
            c
            for c in told.bodies.get(talk.article_id, ())
            if c.kind == "agreement" and c.parties == talk.parties and c.stage == "done"
        ]
        if package and any(
            c.status == "signed" and c.defence == "yes" and c.interval.intersect(interval) for c in papers
        ):
            continue
        if not package:
            early = f.published.latest is None or f.published.latest < interval.latest
            if papers or early or len(people & f.actors) < 2:
                continue
        out.append(talk)
    return out


def _few_days(interval: DateInterval) -> Iterable[dt.date]:
    """The days of an interval as narrow as one happening, of a wider one none."""
    width = width_in_days(interval)
    return each_day(interval) if width is not None and width <= NARROW else ()
