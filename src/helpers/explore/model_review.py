"""The review queue: what to decide next, what a decision would change, and the same ledger as `dossier review`."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from helpers.chronology.build import Chronology, build_chronology, load_knowledge
from helpers.chronology.describe import Knowledge
from helpers.chronology.evidence import evidence_keys
from helpers.chronology.reviewing import Shelf, read_settings
from helpers.chronology.reviews import Decision, DecisionFile, append_decisions, read_decisions
from helpers.explore.corpus import Corpus
from helpers.figures.style import clean_text
from helpers.figures.titles import say_date
from helpers.foundation.errors import InputError
from helpers.foundation.schemas import ARTICLES, CLAIMS, EVENTS

Row = Mapping[str, Any]

# Doubt, the sum of these; the greatest comes first. Grades as in the codebook, A best.
GRADE_DOUBT = {"A": 0.0, "B": 1.0, "C": 2.0, "D": 3.0}
SINGLE_ORIGIN, CONTESTED, WEAK_RULES, UNDATED = 1.5, 2.0, 1.0, 0.5
# Fields whose change is shown before a decision is saved.
SHOWN = (
    "title",
    "status",
    "date_edtf",
    "place",
    "n_documents",
    "defence",
    "grade",
    "n_origins",
    "contradictions",
    "left_out_by",
)
# Claims a preview is worked out over; with more, those nearest in time, so that it answers while one waits.
MOST_CLAIMS = 800
ACTIONS = ("accept", "reject", "correct", "merge", "split", "skip", "undo")


@dataclass(frozen=True, slots=True)
class Item:
    """One event waiting for a decision.

    Attributes:
        event: its row.
        doubt: the more, the sooner it is shown.
        reasons: why it is doubtful, in words.
    """

    event: Row
    doubt: float
    reasons: tuple[str, ...]

    @property
    def name(self) -> str:
        """The name to decide on: the milestone's, or the event's when it is not charted."""
        return str(self.event["milestone_id"] or self.event["event_id"])


def weigh_doubt(corpus: Corpus, event: Row) -> tuple[float, tuple[str, ...]]:
    """How doubtful an event is, with the reasons.

    A rule that stands for few claims of the whole corpus is taken for weak evidence, because it was seen to work least
    often; quotes that only a headline gives count the same.
    """
    doubt, reasons = GRADE_DOUBT[event["grade"]], [f"grade {event['grade']}"]
    if event["n_origins"] <= 1:
        doubt += SINGLE_ORIGIN
        reasons.append("a single origin")
    if event["contradictions"]:
        doubt += CONTESTED + 0.25 * (len(event["contradictions"]) - 1)
        reasons.append("contested: " + ", ".join(event["contradictions"]))
    claims = corpus.claims_of(event)
    if claims and all(len(c["rules"]) <= 1 or c["role"] == "title" for c in claims):
        doubt += WEAK_RULES
        reasons.append("rests on one rule or on headlines")
    if event["earliest"] is None and event["latest"] is None:
        doubt += UNDATED
        reasons.append("no date")
    if event["milestone_id"] is None:
        # left out by a rule already; what is charted is looked at first
        doubt -= 2.5
        reasons.append(f"not charted: {event['left_out_by']}")
    return round(doubt, 2), tuple(reasons)


@dataclass
class ReviewDesk:
    """Decides on the events of one corpus; every decision is on disk before the next is asked for.

    The ledger is read again from disk for every step, so that two tabs, or a terminal beside, see each other's decisions.
    What was skipped is only put behind in this desk, never written.
    """

    corpus: Corpus
    reviewer: str
    knowledge: Knowledge | None = None
    _shelf: Shelf = field(init=False)
    _keys: dict[str, str] = field(init=False)
    _skipped: list[str] = field(default_factory=list)
    _base: tuple[tuple[tuple[str, ...], frozenset[str]], Chronology] | None = None
    _weighed: list[Item] = field(init=False)

    def __post_init__(self) -> None:
        rows: dict[str, list[dict[str, Any]]] = {
            ARTICLES.name: [dict(r) for r in self.corpus.articles.values()],
            CLAIMS.name: [dict(r) for r in self.corpus.claims.values()],
            EVENTS.name: [dict(r) for r in self.corpus.events],
        }
        self._shelf = Shelf(self.corpus.raw, self.corpus.reviews, rows)
        self._keys = evidence_keys(rows[ARTICLES.name], rows[CLAIMS.name])
        weighed = [(e, *weigh_doubt(self.corpus, e)) for e in self.corpus.events]
        weighed.sort(key=lambda w: (-w[1], w[0]["event_id"]))
        self._weighed = [Item(e, d, r) for e, d, r in weighed]

    def ledger(self) -> DecisionFile:
        """The decisions on disk now."""
        return read_decisions(self.corpus.reviews)

    def queue(self) -> list[Item]:
        """Events to decide on, most doubtful first; what is decided leaves the queue, what was skipped goes to its end."""
        held: dict[str, list[str]] = {}
        for decision in self.ledger().decisions:
            for key in (*decision.keys, *decision.others):
                held.setdefault(key, []).append(decision.decision_id)
        waiting = []
        for item in self._weighed:
            decided = {d for c in item.event["claim_ids"] for d in held.get(self._keys[c], ())}
            if not decided:
                waiting.append(item)
        later = {name: i for i, name in enumerate(self._skipped)}
        return sorted(waiting, key=lambda i: later.get(i.name, -1))

    def items(self) -> list[Item]:
        """Every event, decided or not, most doubtful first."""
        return self._weighed

    def decision_on(self, name: str) -> Decision | None:
        """The last decision that counts on an event, None when it still waits."""
        item = next((i for i in self._weighed if i.name == name), None)
        if item is None:
            return None
        keys = {self._keys[c] for c in item.event["claim_ids"]}
        made = (d for d in reversed(self.ledger().decisions) if keys & {*d.keys, *d.others})
        return next(made, None)

    def skip(self, name: str) -> None:
        """Put an event behind all others."""
        if name in self._skipped:
            self._skipped.remove(name)
        self._skipped.append(name)

    def draft(
        self, action: str, names: Sequence[str], *, reason: str, settings: Sequence[str] = ()
    ) -> list[Decision]:
        """Make the decisions, without writing them.

        Args:
            action: accept, reject, correct, merge or split; undo takes decision ids.
            names: what it is about, as `dossier review` takes it.
            reason: why.
            settings: for correct, FIELD=VALUE pairs.

        Raises:
            InputError: something given does not fit.
        """
        if action not in ACTIONS or action == "skip":
            raise InputError(
                f"{action!r} is no decision; allowed: {', '.join(a for a in ACTIONS if a != 'skip')}"
            )
        if action == "correct" and not settings:
            raise InputError("correct needs FIELD=VALUE, for example status=discussed")
        self._shelf.__dict__.pop("decided", None)  # the ledger as it is now, not as it was
        values = read_settings(settings) if action == "correct" else None
        return self._shelf.decide(action, names, reviewer=self.reviewer, reason=reason, values=values)

    def preview(self, decisions: Sequence[Decision]) -> list[dict[str, str]]:
        """What the decisions would change: one row a field of an event, before and after; [] when nothing changes.

        Worked out over the claims of `preview_scope`; with a corpus beyond `MOST_CLAIMS` these are the ones nearest in time.
        """
        made, scope = self.ledger().decisions, self.preview_scope(decisions)
        name = (tuple(d.decision_id for d in made), scope)
        if self._base is None or self._base[0] != name:
            self._base = (name, self._build(made, scope))
        return compare_chronologies(self._base[1], self._build(apply_undo(made, decisions), scope))

    def preview_scope(self, decisions: Sequence[Decision]) -> frozenset[str]:
        """The articles a preview reads: all of them, or those with the claims nearest in time to what is decided on."""
        if len(self.corpus.claims) <= MOST_CLAIMS:
            return frozenset(self.corpus.articles)
        held = self.ledger()
        undone = {d.undoes for d in decisions}
        touched = [*decisions, *(d for d in held.decisions if d.decision_id in undone)]
        keys = {k for d in touched for k in (*d.keys, *d.others)}
        own = [e for e in self.corpus.events if any(self._keys[c] in keys for c in e["claim_ids"])]
        days = [day_of(e) for e in own]
        names = {e["event_id"] for e in own}
        others = sorted(
            (e for e in self.corpus.events if e["event_id"] not in names),
            key=lambda e: (min((abs(day_of(e) - d) for d in days), default=0), e["event_id"]),
        )
        found: set[str] = set()
        n = 0
        for event in [*own, *others]:
            n += len(event["claim_ids"])
            if n > MOST_CLAIMS and event["event_id"] not in names:
                break
            found |= {self.corpus.claims[c]["article_id"] for c in event["claim_ids"]}
        return frozenset(found)

    def commit(self, decisions: Sequence[Decision]) -> None:
        """Append the decisions to the ledger, under its lock and flushed to disk; all of them or none.

        A draft that is already there (a key pressed twice) is not written again.

        Raises:
            InputError: they cannot be written.
        """
        held = self.ledger()
        known = {d.decision_id for d in (*held.decisions, *held.undone)}
        append_decisions(self.corpus.reviews, [d for d in decisions if d.decision_id not in known])

    def undo_last(self, *, reason: str) -> list[Decision]:
        """Draft the undoing of this reviewer's last decision that still counts.

        Raises:
            InputError: there is none.
        """
        own = [d for d in self.ledger().decisions if d.reviewer == " ".join(self.reviewer.split())]
        if not own:
            raise InputError(f"{self.reviewer!r} has no decision that still counts; nothing to undo")
        return self.draft("undo", [own[-1].decision_id], reason=reason)

    def _build(self, decisions: Sequence[Decision], scope: frozenset[str]) -> Chronology:
        if self.knowledge is None:
            self.knowledge = load_knowledge(self.corpus.profile)
        return build_chronology(
            [a for a in self.corpus.articles.values() if a["article_id"] in scope],
            [c for c in self.corpus.claims.values() if c["article_id"] in scope],
            profile=self.corpus.profile,
            decisions=decisions,
            timexes=[t for t in self.corpus.timexes if t["article_id"] in scope],
            previous=list(self.corpus.milestones.values()),
            knowledge=self.knowledge,
        )


def day_of(event: Row) -> int:
    """A day to order events by, 0 without any."""
    text = event["earliest"] or event["latest"]
    return dt.date.fromisoformat(text).toordinal() if text else 0


def apply_undo(decisions: Sequence[Decision], drafts: Sequence[Decision]) -> list[Decision]:
    """The decisions that would count once the drafts are written."""
    gone = {d.undoes for d in drafts if d.action == "undo"}
    return [d for d in decisions if d.decision_id not in gone] + [d for d in drafts if d.action != "undo"]


def compare_chronologies(before: Chronology, after: Chronology) -> list[dict[str, str]]:
    """Rows {event, field, before, after} of what differs; events are matched by the claims they share most of."""
    old = {e["event_id"]: e for e in before.events}
    home = {c: e["event_id"] for e in before.events for c in e["claim_ids"]}
    rows: list[dict[str, str]] = []
    matched: set[str] = set()
    for event in after.events:
        votes: dict[str, int] = {}
        for claim in event["claim_ids"]:
            if claim in home:
                votes[home[claim]] = votes.get(home[claim], 0) + 1
        name = max(votes, key=lambda k: (votes[k], k), default=None)
        if name is None or name in matched:
            rows.append(_row(event, "event", "", f"new, {len(event['claim_ids'])} claims"))
            continue
        matched.add(name)
        was = old[name]
        if list(was["claim_ids"]) != list(event["claim_ids"]):
            rows.append(_row(event, "claims", str(len(was["claim_ids"])), str(len(event["claim_ids"]))))
        if (was["milestone_id"] is None) != (event["milestone_id"] is None):
            rows.append(_row(event, "charted", _yes(was["milestone_id"]), _yes(event["milestone_id"])))
        for column in SHOWN:
            if was[column] != event[column]:
                rows.append(_row(event, column, _say(was, column), _say(event, column)))
        if was["decided_by"] != event["decided_by"]:
            rows.append(
                _row(event, "decided_by", was["decided_by"] or "nobody", event["decided_by"] or "nobody")
            )
    for name, was in old.items():
        if name not in matched:
            rows.append(_row(was, "event", f"{len(was['claim_ids'])} claims", "gone, or joined to another"))
    return rows


def _row(event: Row, column: str, before: str, after: str) -> dict[str, str]:
    said = f"{say_date(event['earliest'], event['latest'])}: {event['title']}"
    return {
        "event": clean_text(said),
        "field": column,
        "before": clean_text(before),
        "after": clean_text(after),
    }


def _say(event: Row, column: str) -> str:
    value = event[column]
    if isinstance(value, list):
        return ", ".join(map(str, value)) or "none"
    return "not known" if value is None else str(value)


def _yes(value: object) -> str:
    return "no" if value is None else "yes"
