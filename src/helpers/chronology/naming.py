"""Names of events and milestones that stay the same across runs."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from helpers.chronology.evidence import Evidence
from helpers.chronology.summary import body_or_all
from helpers.foundation.provenance import short_id


def founding_claim(claims: Sequence[Evidence]) -> Evidence:
    """The claim an event is named after: of the earliest published page, then the smallest evidence key.

    Pages found later are mostly published later, so new evidence seldom changes it, and a narrower date never does.
    """
    return min(body_or_all(claims), key=lambda c: (c.published.latest or dt.date.max, c.key, c.claim_id))


def name_events(groups: Sequence[Sequence[Evidence]], prefix: str) -> list[str]:
    """Identifiers `<prefix>-<hex>` of the founding claims' evidence keys, unique within the run."""
    out: list[str] = []
    taken: set[str] = set()
    for claims in groups:
        founder = founding_claim(claims)
        name = short_id(prefix, founder.key)
        if name in taken:  # the same words on two pages of the same content, told of two events
            name = short_id(prefix, founder.key, founder.claim_id)
        taken.add(name)
        out.append(name)
    return out


def carry_over(rows: Sequence[Mapping[str, Any]], previous: Sequence[Mapping[str, Any]]) -> dict[str, str]:
    """Names of the previous run for milestones that share claims with one of its milestones.

    Pairs are taken by the number of shared claims, then by name, each milestone once, so that a milestone that was
    split keeps its name on the larger part and one that was merged takes the name of the larger part.

    Args:
        rows: milestones of this run, with the names they would have by themselves.
        previous: milestones of the run before.

    Returns:
        own name -> name to use, only where they differ.
    """
    holders: dict[str, str] = {}
    for old in previous:
        for claim_id in old["claim_ids"]:
            holders[claim_id] = old["milestone_id"]
    shared: dict[tuple[str, str], int] = {}
    for row in rows:
        for claim_id in row["claim_ids"]:
            if claim_id in holders:
                pair = (row["milestone_id"], holders[claim_id])
                shared[pair] = shared.get(pair, 0) + 1
    names: dict[str, str] = {}
    used: set[str] = set()
    for (own, old_name), _ in sorted(shared.items(), key=lambda item: (-item[1], item[0][1], item[0][0])):
        if own not in names and old_name not in used:
            names[own] = old_name
            used.add(old_name)
    # a name of one's own may not be one that another milestone carried over
    for row in rows:
        own = row["milestone_id"]
        if own not in names and own in used:
            names[own] = short_id("mls", own, "new")
    return {own: name for own, name in names.items() if own != name}
