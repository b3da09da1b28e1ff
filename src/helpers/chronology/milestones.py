"""Milestones: the written inclusion rule, and why an event is left out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from helpers.chronology.accounts import BACKGROUND, DENIAL, Account
from helpers.chronology.events import Cluster
from helpers.chronology.evidence import SESSION, TALKS, Evidence
from helpers.chronology.intervals import width_in_days
from helpers.chronology.likeness import Comparer
from helpers.chronology.misprints import YearsOff
from helpers.chronology.rules import Inclusion, InclusionRule, Rules
from helpers.chronology.summary import body_or_all
from helpers.foundation.dates import DateInterval
from helpers.foundation.settings import Profile

# A planned act or meeting is anchored by a time of at most this many days: a year.
ANCHOR_DAYS = 366
OPENING = ("title", "lead")
# Kinds of what the two do, told by what it is: an exercise, a works, a planeload of medicines.
ACTS = ("cooperation", "aid")
FIRM = ("asserted", "historical", "future", "negated")


@dataclass(slots=True, eq=False)
class Candidate:
    """An event before it is known whether it is charted.

    Attributes:
        cluster: its accounts.
        row: the fields of the events table, filled so far.
        interval: the fused date.
        decision: accept or reject when a reviewer decided, else None.
        left_out: the rule that leaves it out, None for milestones.
        detail: what the rule found, to be added to its words.
    """

    cluster: Cluster
    row: dict[str, Any]
    interval: DateInterval
    decision: str | None = None
    left_out: InclusionRule | None = None
    detail: str = ""

    @property
    def accounts(self) -> Sequence[Account]:
        """The accounts of the event."""
        return self.cluster.accounts

    @property
    def claims(self) -> list[Evidence]:
        """The claims of the event."""
        return [c for a in self.cluster.accounts for c in a.claims]

    @property
    def is_charted(self) -> bool:
        """True when no rule leaves it out."""
        return self.left_out is None


@dataclass(slots=True)
class Inclusions:
    """Applies the inclusion rules of the codebook to all events of a run, in their order."""

    rules: Rules
    inclusion: Inclusion
    profile: Profile
    comparer: Comparer
    _papers: dict[str, list[Candidate]] = field(default_factory=dict)
    _by_cluster: dict[int, Candidate] = field(default_factory=dict)
    _recalled: dict[str, list[Account]] = field(default_factory=dict)
    _openings: dict[str, int] = field(default_factory=dict)
    _years_off: YearsOff | None = None

    def apply(self, candidates: Sequence[Candidate]) -> None:
        """Set `left_out` and `detail` of every event.

        Rules are tried from top to bottom, each on all events still in, because the last two ask which other events
        are charted.
        """
        self._by_cluster = {id(c.cluster): c for c in candidates}
        self._recalled = _recalled_papers(candidates)
        self._openings = _first_told(candidates)
        for rule in self.rules.inclusion:
            still_in = [c for c in candidates if c.is_charted]
            if rule.test == "occasion of a paper":
                self._papers = _signed_by_article(still_in)
            if rule.test == "a year off":
                self._years_off = YearsOff([(c.cluster, c.interval) for c in still_in], self.comparer)
            for candidate in self._in_order(rule, still_in):
                if candidate.decision == "accept" and rule.test != "rejected by a reviewer":
                    continue
                detail = self._holds(rule.test, candidate)
                if detail is not None:
                    candidate.left_out, candidate.detail = rule, detail

    def _in_order(self, rule: InclusionRule, candidates: Sequence[Candidate]) -> list[Candidate]:
        """The vaguest first where one of two look-alikes must go, so that the better dated one stays."""
        if rule.test != "cannot be told apart":
            return list(candidates)

        def vagueness(c: Candidate) -> tuple[int, int, str]:
            width = width_in_days(c.interval)
            return (-(width if width is not None else 10**7), len(c.cluster.voices), c.cluster.key)

        return sorted(candidates, key=vagueness)

    def _holds(self, test: str, candidate: Candidate) -> str | None:
        """What the test found, None when it does not hold; '' when its words say all."""
        row, claims = candidate.row, candidate.claims
        status = row["status"]
        match test:
            case "rejected by a reviewer":
                return "" if candidate.decision == "reject" else None
            case "parties differ":
                same = tuple(row["parties"]) == self.profile.parties
                wider = set(self.profile.parties) <= set(row["parties"])
                fits = same or (self.inclusion.parties == "include" and wider)
                return None if fits else f"{', '.join(row['parties']) or 'none named'}"
            case "kind not charted":
                return None if row["kind"] in self.inclusion.statuses else row["kind"]
            case "only headlines say so":
                return "" if all(a.is_title_only for a in candidate.accounts) else None
            case "nobody asserts it":
                firm = any(c.polarity in FIRM for c in body_or_all(claims))
                return None if firm else ""
            case "status not charted":
                return None if status in self.inclusion.statuses[row["kind"]] else status
            case "plan without anchor":
                return self._unanchored(candidate)
            case "neither when nor who":
                return self._nowhere(candidate)
            case "outside the window":
                return self._outside(candidate.interval)
            case "occasion of a paper":
                return self._occasion(candidate)
            case "a year off":
                twin = (
                    self._years_off.twin(candidate.cluster, candidate.interval) if self._years_off else None
                )
                return None if twin is None else str(twin.edtf)
            case "sum of papers told one by one":
                return self._sum(candidate)
            case "cannot be told apart":
                return self._twin(candidate)
        raise ValueError(f"unknown inclusion test {test!r}")

    def _unanchored(self, candidate: Candidate) -> str | None:
        """A plan or commitment without substance: an agreement needs a paper, a meeting a time or a place.

        An exercise, a course or a plant is named by what it is.
        """
        row = candidate.row
        if row["kind"] == "agreement":
            vague = row["status"] == "agreed" or self.rules.stage_of[row["status"]] == "planned"
            return "" if vague and not row["instrument"] and not row["n_documents"] else None
        if self.rules.stage_of[row["status"]] != "planned" or row["kind"] in ACTS:
            return None
        width = width_in_days(candidate.interval)
        timed = width is not None and width <= ANCHOR_DAYS
        if row["status"] == "postponed":
            session = any(SESSION in a.features.acts for a in candidate.accounts)
            return None if row["actors"] or row["place"] or timed or session else ""
        return None if timed or row["place"] else ""

    def _nowhere(self, candidate: Candidate) -> str | None:
        """A meeting or planned act of which no article says when, where or who; recalled meetings need more than a place.

        A joint act that took place, or is denied, is told by what it is: a works that builds drones, arms never delivered.
        """
        row = candidate.row
        if row["status"] == "postponed" or (row["kind"] in ACTS and row["status"] in ("held", "denied")):
            return None
        if _is_disputed(candidate.accounts):
            return None
        if row["status"] == "planned" and any(
            self.rules.acts[a].project for a in candidate.cluster.features.acts
        ):
            return None
        recalled = all(a.voice == BACKGROUND for a in candidate.accounts)
        # "last spring", on a page of unknown day
        worded = any(c.date_span is not None for c in candidate.claims)
        if row["kind"] == "agreement" or row["actors"] or (row["place"] and (worded or not recalled)):
            return None
        dated = any(not c.interval.is_unknown or c.month is not None for c in candidate.claims)
        return None if dated else ""

    def _outside(self, interval: DateInterval) -> str | None:
        start = dt.date.fromisoformat(self.profile.start) if self.profile.start else None
        end = dt.date.fromisoformat(self.profile.end) if self.profile.end else None
        if start and interval.latest and interval.latest < start:
            return f"before {start}"
        if end and interval.earliest and interval.earliest > end:
            return f"after {end}"
        return None

    def _occasion(self, candidate: Candidate) -> str | None:
        """A meeting told only by articles that tell of a paper signed at it, and by none as its news or by itself."""
        if candidate.row["kind"] != "consultation" or candidate.row["status"] in ("planned", "postponed"):
            return None
        papers: list[Candidate] = []
        for account in candidate.accounts:
            paper = self._paper_of(account, candidate)
            if paper is None or self._is_news(account, paper) or _stands_by_itself(account, paper):
                return None
            papers.append(paper)
        titles = sorted({p.row["title"] for p in papers})
        return "; ".join(titles)

    def _paper_of(self, account: Account, candidate: Candidate) -> Candidate | None:
        for paper in self._papers.get(account.article_id, ()):
            if paper.row["parties"] != candidate.row["parties"]:
                continue
            if account.voice not in (voices := paper.cluster.voices[account.article_id]) and voices != {
                DENIAL
            }:
                continue  # what a page recalls is not the occasion of its news
            if candidate.interval.intersect(paper.interval) is None:
                continue
            a, b = candidate.row, paper.row
            if a["place"] and b["place"] and a["place"] != b["place"]:
                continue
            if a["actors"] and b["actors"] and not set(a["actors"]) & set(b["actors"]):
                continue
            return paper
        return None

    def _is_news(self, account: Account, paper: Candidate) -> bool:
        """True when the article opens with the meeting and not, in the same passage or sentence, with the paper."""
        first = self._openings.get(account.article_id)
        told = [c for c in account.claims if c.polarity == "asserted"]
        opening = any(c.role in OPENING or c.start == first for c in told)
        article = account.article_id
        signed = [c for a in paper.accounts if a.article_id == article for c in a.claims]
        return opening and not any(c.role in OPENING or c.start == first for c in signed)

    def _sum(self, candidate: Candidate) -> str | None:
        """A count without a wording of its date, where the same article dates as many single papers as background."""
        counts = candidate.cluster.features.counts
        articles = {a.article_id for a in candidate.accounts}
        if candidate.row["kind"] != "agreement" or len(counts) != 1 or len(articles) != 1:
            return None
        if any(not c.stated.is_unknown for c in candidate.claims):
            return None
        singles = [
            account
            for account in self._recalled.get(candidate.accounts[0].article_id, ())
            if account.parties == candidate.accounts[0].parties
        ]
        return "" if len(singles) >= next(iter(counts)) else None

    def _twin(self, candidate: Candidate) -> str | None:
        """A charted event that a vague one may be the same as."""
        if candidate.cluster.too_vague:
            return "very many events"
        width = width_in_days(candidate.interval)
        for cluster in candidate.cluster.maybe:
            other = self._by_cluster.get(id(cluster))
            if other is None or other is candidate or not other.is_charted:
                continue
            other_width = width_in_days(other.interval)
            if width is not None and (other_width is None or other_width > width):
                continue
            likeness = self.comparer.compare(candidate.cluster.features, cluster.features)
            if likeness.excluded is None and not self._told_apart(
                candidate.cluster, cluster, likeness.dissent
            ):
                return str(other.row["title"])
        return None

    @staticmethod
    def _told_apart(a: Cluster, b: Cluster, dissent: Sequence[str]) -> bool:
        """True for two days that one page gives, and for a session and a visit that one page tells of: two happenings."""
        if not a.voices.keys() & b.voices.keys():
            return False
        ours, theirs = a.features.acts - {TALKS}, b.features.acts - {TALKS}
        return "date" in dissent or bool(ours and theirs and not ours & theirs)


def _is_disputed(accounts: Sequence[Account]) -> bool:
    """True for what one page tells as a fact and another denies."""
    said = {a.article_id for a in accounts if a.voice != DENIAL and any(c.polarity in FIRM for c in a.claims)}
    return any(a.article_id not in said for a in accounts if a.voice == DENIAL) and bool(said)


def _stands_by_itself(account: Account, paper: Candidate) -> bool:
    """True for a commission's session, and where a page says when people met, or who spoke of what in a sentence of its own.

    "After the talks they signed" and "the ministers met before the ceremony" name a meeting in passing; "he visited Tehran
    in March and signed a roadmap", "the ministers also spoke of transit" and "the president received the guest", who signed
    nothing with him, tell of it.
    """
    signed = {
        c.start
        for a in paper.accounts
        if a.article_id == account.article_id
        for c in a.claims
        if not c.is_title
    }
    signers = frozenset(paper.row["actors"]) or frozenset(account.features.actors)
    told = [c for c in account.claims if not c.is_title and c.polarity in ("asserted", "historical")]
    return any(
        SESSION in c.acts
        or (c.date_span is not None and (c.by_verb or width_in_days(c.interval) is not None))
        or (
            c.by_verb and c.start not in signed and c.actors and (c.areas or not signers.issuperset(c.actors))
        )
        for c in told
        if not c.is_invitation
    )


def _recalled_papers(candidates: Sequence[Candidate]) -> dict[str, list[Account]]:
    """Article -> the papers it recalls as background, each with a wording of its date."""
    out: dict[str, list[Account]] = {}
    for candidate in candidates:
        for account in candidate.accounts:
            dated = any(not c.stated.is_unknown for c in account.claims)
            if account.kind == "agreement" and account.voice == BACKGROUND and dated:
                out.setdefault(account.article_id, []).append(account)
    return out


def _first_told(candidates: Sequence[Candidate]) -> dict[str, int]:
    """Article -> where the first statement of its body stands."""
    out: dict[str, int] = {}
    for candidate in candidates:
        for claim in candidate.claims:
            if not claim.is_title:
                out[claim.article_id] = min(claim.start, out.get(claim.article_id, claim.start))
    return out


def _signed_by_article(candidates: Sequence[Candidate]) -> dict[str, list[Candidate]]:
    """Article -> the papers it tells as signed."""
    out: dict[str, list[Candidate]] = {}
    for candidate in candidates:
        if candidate.row["kind"] == "agreement" and candidate.row["status"] == "signed":
            for article in sorted({a.article_id for a in candidate.accounts}):
                out.setdefault(article, []).append(candidate)
    return out
