"""What the explorer works on: the tables of one run, read once, with the ways from event to claim to article."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from helpers.foundation.project import Project
from helpers.foundation.schemas import (
    ARTICLES,
    CLAIMS,
    CONTRADICTIONS,
    EVENTS,
    LINES,
    MILESTONES,
    QUARANTINE,
    TIMEXES,
)
from helpers.foundation.settings import Profile
from helpers.foundation.storage import read_rows, read_rows_if_there

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Corpus:
    """The rows of one run.

    Attributes:
        articles, claims: rows by their id.
        events: charted or not, by date, undated last.
        milestones: rows of the milestones table by milestone_id.
        contradictions: rows by event_id.
        lines: rows of the lines table by article_id.
        timexes, quarantine: rows as they stand.
        raw, reviews: folders of the raw files and of the decisions.
        profile: the subject.
    """

    articles: Mapping[str, Row]
    claims: Mapping[str, Row]
    events: tuple[Row, ...]
    milestones: Mapping[str, Row]
    contradictions: Mapping[str, tuple[Row, ...]]
    lines: Mapping[str, tuple[Row, ...]]
    timexes: tuple[Row, ...]
    quarantine: tuple[Row, ...]
    raw: Path
    reviews: Path
    profile: Profile

    def claims_of(self, event: Row) -> list[Row]:
        """The claims of an event or milestone, body before headline, then by file and place in it."""
        claims = [self.claims[c] for c in event["claim_ids"]]
        claims.sort(
            key=lambda c: (c["role"] == "title", self.articles[c["article_id"]]["source_path"], c["start"])
        )
        return claims

    def articles_of(self, event: Row) -> list[Row]:
        """The articles with a claim of the event, by file."""
        ids = {self.claims[c]["article_id"] for c in event["claim_ids"]}
        return sorted(
            (self.articles[i] for i in ids),
            key=lambda a: (a["source_path"], a["source_part"], a["article_id"]),
        )


def load_corpus(project: Project, *, reviews: str = "") -> Corpus:
    """Read the tables of a project.

    Args:
        project: says where tables and raw files are.
        reviews: folder of the decisions, relative to the project; '' for data/reviews.

    Raises:
        InputError: a table is missing; run the notebooks first.
        DossierError: a table is damaged.
    """
    names = (ARTICLES, CLAIMS, EVENTS, MILESTONES, CONTRADICTIONS, QUARANTINE, TIMEXES)
    tables: dict[str, Sequence[Row]] = {t.name: read_rows(t, project.processed) for t in names}
    tables[LINES.name] = read_rows_if_there(LINES, project.processed)
    folder = (project.paths.root / reviews).resolve() if reviews else project.paths.reviews
    return corpus_of(tables, raw=project.raw, reviews=folder, profile=project.profile)


def corpus_of(tables: Mapping[str, Sequence[Row]], *, raw: Path, reviews: Path, profile: Profile) -> Corpus:
    """The corpus of tables that are already read: name -> rows."""
    events = sorted(
        tables["events"],
        key=lambda e: (e["earliest"] or e["latest"] or "9999", e["latest"] or "9999", e["event_id"]),
    )
    return Corpus(
        articles={a["article_id"]: a for a in tables["articles"]},
        claims={c["claim_id"]: c for c in tables["claims"]},
        events=tuple(events),
        milestones={m["milestone_id"]: m for m in tables["milestones"]},
        contradictions=_grouped(tables["contradictions"], "event_id"),
        lines=_grouped(tables["lines"], "article_id"),
        timexes=tuple(tables["timexes"]),
        quarantine=tuple(tables["quarantine"]),
        raw=raw,
        reviews=reviews,
        profile=profile,
    )


def _grouped(rows: Sequence[Row], name: str) -> dict[str, tuple[Row, ...]]:
    groups: dict[str, list[Row]] = {}
    for row in rows:
        groups.setdefault(row[name], []).append(row)
    return {key: tuple(listed) for key, listed in groups.items()}
