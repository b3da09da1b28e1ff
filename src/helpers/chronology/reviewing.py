"""Deciding on the tables of a run: names of claims, events and milestones become evidence keys that outlive it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from helpers.chronology.evidence import evidence_keys
from helpers.chronology.reviews import (
    CORRECTABLE,
    Decision,
    DecisionFile,
    append_decisions,
    new_decision,
    read_decisions,
    split_orphans,
)
from helpers.foundation.errors import InputError
from helpers.foundation.schemas import ARTICLES, CLAIMS, EVENTS
from helpers.foundation.storage import read_rows
from helpers.foundation.table import Table

Row = dict[str, Any]
LISTS = ("milestones", "events", "claims", "decisions", "orphaned")


@dataclass
class Shelf:
    """The tables of one run and the decisions made on them.

    Attributes:
        processed: folder of the tables.
        reviews: folder of the decisions.
    """

    processed: Path
    reviews: Path
    _rows: dict[str, list[Row]] = field(default_factory=dict)

    def rows(self, table: Table) -> list[Row]:
        """Rows of a table, read once.

        Raises:
            InputError: the table is not there.
        """
        if table.name not in self._rows:
            self._rows[table.name] = read_rows(table, self.processed)
        return self._rows[table.name]

    @cached_property
    def decided(self) -> DecisionFile:
        """The decisions made so far.

        Raises:
            ConfigError: a line of the file is no decision.
        """
        return read_decisions(self.reviews)

    @cached_property
    def keys(self) -> dict[str, str]:
        """claim_id -> evidence key."""
        return evidence_keys(self.rows(ARTICLES), self.rows(CLAIMS))

    def decide(
        self,
        action: str,
        names: Sequence[str],
        *,
        reviewer: str,
        reason: str,
        values: Mapping[str, Any] | None = None,
    ) -> list[Decision]:
        """Make decisions on claims (clm-), events (evt-) and milestones (mls-) of the tables.

        Args:
            action: accept, reject, correct, merge, split (first the event, then the claims to take out) or undo.
            names: what it is about.
            reviewer: who decides.
            reason: why.
            values: for correct, column -> value.

        Raises:
            InputError: a name is not in the tables, or the action does not fit what is named.
        """
        quotes = {c["claim_id"]: c["quote"] for c in self.rows(CLAIMS)} if action != "undo" else {}

        def make(scope: str, claim_ids: Sequence[str], others: Sequence[str] = ()) -> Decision:
            return new_decision(
                action,
                scope=scope,
                keys=[self.keys[c] for c in claim_ids],
                others=[self.keys[c] for c in others],
                reviewer=reviewer,
                reason=reason,
                values=values,
                quotes=[quotes[c] for c in claim_ids[:5]],
            )

        if action == "undo":
            known = {d.decision_id for d in self.decided.decisions}
            if missing := [n for n in names if n not in known]:
                raise InputError(
                    f"{missing[0]!r}: there is no such decision to undo; `dossier review list --decisions` shows them"
                )
            return [
                new_decision("undo", scope="claim", keys=(), reviewer=reviewer, reason=reason, undoes=n)
                for n in names
            ]
        if action == "merge":
            if len(set(names)) < 2:
                raise InputError("merge needs two or more different names")
            return [make("event", [c for n in names for c in self._claims_of(n)])]
        if action == "split":
            return [self._split(names, make)]
        return [
            make("claim" if n.startswith("clm-") else "event", self._claims_of(n))
            for n in dict.fromkeys(names)
        ]

    def _split(self, names: Sequence[str], make: Any) -> Decision:
        whole = self._claims_of(names[0])
        if names[0].startswith("clm-"):
            raise InputError(
                f"{names[0]!r} is a claim; name the event or milestone first, then the claims to take out"
            )
        parts = [c for n in names[1:] for c in self._claims_of(n)]
        if stray := [c for c in parts if c not in whole]:
            raise InputError(f"{stray[0]!r} is no claim of {names[0]!r}; its claims: {', '.join(whole)}")
        rest = [c for c in whole if c not in parts]
        if not rest:
            raise InputError(f"{names[0]!r} has no claim left when these are taken out; reject it instead")
        decision: Decision = make("event", parts, rest)
        return decision

    def _claims_of(self, name: str) -> list[str]:
        if name.startswith("clm-"):
            if name not in self.keys:
                raise InputError(
                    f"{name!r}: there is no such claim in {self.processed}; `dossier review list --claims` shows them"
                )
            return [name]
        column = {"evt-": "event_id", "mls-": "milestone_id"}.get(name[:4])
        if column is None:
            raise InputError(f"{name!r}: name a claim (clm-...), an event (evt-...) or a milestone (mls-...)")
        for event in self.rows(EVENTS):
            if event[column] == name:
                return list(event["claim_ids"])
        raise InputError(
            f"{name!r}: there is no such {column[:-3]} in {self.processed}; `dossier review list --{column[:-3]}s` shows them"
        )

    def append(self, decisions: Sequence[Decision]) -> Path:
        """Write the decisions to disk.

        Raises:
            InputError: they cannot be written.
        """
        return append_decisions(self.reviews, decisions)

    def list_rows(self, what: str) -> list[Row]:
        """What can be decided on, or was: short rows for people and scripts.

        Raises:
            InputError: unknown list, or a table is missing.
        """
        if what == "decisions":
            return [_decision_row(d) for d in self.decided.decisions]
        if what == "orphaned":
            live, orphaned = split_orphans(self.decided.decisions, frozenset(self.keys.values()))
            return [_decision_row(d) for d in [*orphaned, *self._scattered(live)]]
        if what in ("milestones", "events"):
            charted = what == "milestones"
            return [
                {
                    "id": e["milestone_id"] if charted else e["event_id"], "date": e["date_edtf"], "title": e["title"],
                    "grade": e["grade"], "n_origins": e["n_origins"], "contradictions": ", ".join(e["contradictions"]),
                    "left_out_by": e["left_out_by"], "decided_by": e["decided_by"],
                }
                for e in self.rows(EVENTS)
                if (e["milestone_id"] is not None) == charted
            ]  # fmt: skip
        if what == "claims":
            events = {c: e["event_id"] for e in self.rows(EVENTS) for c in e["claim_ids"]}
            return [
                {
                    "id": c["claim_id"], "event": events.get(c["claim_id"]), "kind": c["kind"], "status": c["status"],
                    "date": c["date_edtf"], "quote": c["quote"],
                }
                for c in self.rows(CLAIMS)
            ]  # fmt: skip
        raise InputError(f"{what!r} cannot be listed; allowed: {', '.join(LISTS)}")

    def _scattered(self, decisions: Sequence[Decision]) -> list[Decision]:
        """Decisions on an event whose claims have come to lie in several."""
        home = {self.keys[c]: e["event_id"] for e in self.rows(EVENTS) for c in e["claim_ids"]}
        return [
            d
            for d in decisions
            if d.scope == "event"
            and d.action in ("accept", "reject", "correct")
            and len({home[k] for k in d.keys if k in home}) > 1
        ]


def _decision_row(d: Decision) -> Row:
    return {
        "id": d.decision_id, "time": d.time, "reviewer": d.reviewer, "action": d.action, "scope": d.scope,
        "values": dict(d.values), "reason": d.reason, "quote": d.quotes[0] if d.quotes else "",
    }  # fmt: skip


def read_settings(settings: Sequence[str]) -> dict[str, Any]:
    """FIELD=VALUE pairs as a correction's values; an empty value is None.

    Raises:
        InputError: no equals sign, an unknown field, or a number that is none.
    """
    out: dict[str, Any] = {}
    for setting in settings:
        name, sign, text = setting.partition("=")
        name, text = name.strip(), text.strip()
        if not sign or name not in CORRECTABLE:
            raise InputError(f"--set {setting!r}: write FIELD=VALUE with one of {', '.join(CORRECTABLE)}")
        if name == "n_documents" and text:
            if not text.isdecimal():
                raise InputError(f"n_documents={text!r}: give a whole number, 1 or more")
            out[name] = int(text)
        elif name in ("actors", "parties"):
            out[name] = sorted({part.strip() for part in text.split(",") if part.strip()})
        else:
            out[name] = text or None
    return out
