"""Decisions applied: claims corrected or taken out before joining, events joined, split, accepted or rejected after it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from helpers.chronology.events import Constraints
from helpers.chronology.evidence import Evidence, EvidenceReader
from helpers.chronology.reviews import Decision
from helpers.foundation.dates import read_edtf

Row = Mapping[str, Any]
CORRECTED = "corrected by a reviewer"


@dataclass(frozen=True, slots=True)
class AppliedToClaims:
    """Claims after the decisions on single claims.

    Attributes:
        evidence: the claims that are left, corrected ones changed, under the keys their pages give them.
        rejected: claim_id -> the decision that took it out.
        deciders: evidence key -> decisions on the claim, in order.
    """

    evidence: list[Evidence]
    rejected: Mapping[str, Decision]
    deciders: Mapping[str, tuple[Decision, ...]]


def keys_on_claims(decisions: Iterable[Decision]) -> frozenset[str]:
    """Evidence keys that decisions on single claims hold on to."""
    return frozenset(k for d in decisions if _is_on_claims(d) for k in d.keys)


def _is_on_claims(decision: Decision) -> bool:
    return decision.scope == "claim" and decision.action in ("accept", "reject", "correct")


def apply_to_claims(
    evidence: Iterable[Evidence],
    rows: Mapping[str, tuple[Row, Row]],
    decisions: Iterable[Decision],
    reader: EvidenceReader,
) -> AppliedToClaims:
    """Apply decisions on single claims; of several on one claim the later one counts.

    A rejected claim stays in the claims table and is left out of every event. A corrected date becomes the claim's
    stated date, with the basis "corrected by a reviewer".

    Args:
        evidence: all claims.
        rows: claim_id -> claim and article of the claims decided on, as in the tables.
        decisions: those whose evidence is there.
        reader: reads a corrected claim.
    """
    by_key: dict[str, list[Decision]] = {}
    for decision in decisions:
        if _is_on_claims(decision):
            for key in decision.keys:
                by_key.setdefault(key, []).append(decision)
    left: list[Evidence] = []
    rejected: dict[str, Decision] = {}
    for claim in evidence:
        decided = by_key.get(claim.key, ())
        row = dict(rows[claim.claim_id][0]) if decided else {}
        for decision in decided:
            if decision.action == "reject":
                rejected[claim.claim_id] = decision
            elif decision.action == "accept":
                rejected.pop(claim.claim_id, None)
            else:
                row.update(_corrected(decision.values))
        if claim.claim_id not in rejected:
            left.append(reader.read_claim(row, rows[claim.claim_id][1], claim.key) if decided else claim)
    return AppliedToClaims(left, rejected, {k: tuple(v) for k, v in by_key.items()})


def _corrected(values: Mapping[str, Any]) -> dict[str, Any]:
    """Columns a correction sets; a date sets all its columns, a status the polarity that goes with it."""
    out = dict(values)
    if "date_edtf" in values:
        interval = read_edtf(values["date_edtf"]) if values["date_edtf"] is not None else None
        low = interval.earliest if interval else None
        high = interval.latest if interval else None
        out |= {
            "earliest": low.isoformat() if low else None,
            "latest": high.isoformat() if high else None,
            "weekday": None,
            "date_basis": CORRECTED,
            "date_span": None,
        }
    if values.get("status") == "denied":
        out["polarity"] = "negated"
    if "place" in values:
        out["country"] = None
    return out


def read_constraints(decisions: Iterable[Decision]) -> Constraints:
    """Merges and splits as constraints on joining; a later decision on the same claims replaces an earlier one."""
    together: list[frozenset[str]] = []
    apart: list[tuple[frozenset[str], frozenset[str]]] = []
    for decision in decisions:
        if decision.action == "merge":
            group = frozenset(decision.keys)
            apart = [(a, b) for a, b in apart if not (a & group and b & group)]
            together.append(group)
        elif decision.action == "split":
            left, right = frozenset(decision.keys), frozenset(decision.others)
            together = [g for g in together if not (g & left and g & right)]
            apart.append((left, right))
    return Constraints(tuple(together), tuple(apart))


@dataclass(frozen=True, slots=True)
class EventDecision:
    """What was decided on one event: accept or reject, corrections, and by whom."""

    verdict: str | None
    values: Mapping[str, Any]
    reviewers: tuple[str, ...]


def decide_events(
    events: Sequence[Sequence[str]],
    decisions: Iterable[Decision],
    claim_decisions: Mapping[str, Sequence[Decision]],
) -> tuple[list[EventDecision], list[Decision]]:
    """Find the event each decision is about.

    A decision on an event holds on to the claims the event had. It applies when all of them that are still there lie
    in one event; when they have come to lie in several, it is orphaned, because choosing one would be a guess.

    Args:
        events: the evidence keys of each event.
        decisions: in the order they were made.
        claim_decisions: evidence key -> decisions on that claim.

    Returns:
        one entry an event, and the decisions that could not be placed.
    """
    home = {key: i for i, keys in enumerate(events) for key in keys}
    verdicts: list[str | None] = [None] * len(events)
    values: list[dict[str, Any]] = [{} for _ in events]
    who: list[list[str]] = [[] for _ in events]
    unplaced: list[Decision] = []
    for decision in decisions:
        places = sorted({home[k] for k in decision.keys if k in home})
        if decision.action in ("merge", "split"):
            others = sorted({home[k] for k in decision.others if k in home})
            for i in {*places, *others}:
                who[i].append(decision.reviewer)
        elif decision.scope == "event":
            if len(places) != 1:
                unplaced.append(decision)
            elif decision.action == "correct":
                values[places[0]].update(decision.values)
                who[places[0]].append(decision.reviewer)
            else:
                verdicts[places[0]] = decision.action
                who[places[0]].append(decision.reviewer)
    for i, keys in enumerate(events):
        for key in keys:
            who[i] += [d.reviewer for d in claim_decisions.get(key, ())]
    return [
        EventDecision(v, x, tuple(sorted(set(w)))) for v, x, w in zip(verdicts, values, who, strict=True)
    ], unplaced
