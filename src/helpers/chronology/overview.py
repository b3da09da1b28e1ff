"""Tables for reading the chronology in a notebook: milestones, contradictions, what was left out and why."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from helpers.chronology.build import Chronology

if TYPE_CHECKING:
    import pandas as pd

Row = Mapping[str, Any]


def count_steps(articles: Sequence[Row], claims: Sequence[Row], chronology: Chronology) -> pd.DataFrame:
    """One row a step of the method with the number that is left after it."""
    import pandas as pd

    steps = [
        ("articles", len(articles)),
        ("stories (copies counted once)", len({a["story_id"] for a in articles})),
        ("claims", len(claims)),
        ("events", len(chronology.events)),
        ("milestones", len(chronology.milestones)),
        (
            "milestones on which sources disagree",
            sum(bool(m["contradictions"]) for m in chronology.milestones),
        ),
        ("decisions whose evidence has gone", len(chronology.orphaned)),
    ]
    return pd.DataFrame(steps, columns=["step", "n"]).set_index("step")


def list_milestones(milestones: Sequence[Row]) -> pd.DataFrame:
    """One row a milestone, the oldest first: date, status, title, place, grade, origins, contested fields, reference."""
    import pandas as pd

    rows = sorted(milestones, key=lambda m: (m["latest"] or "9999", m["earliest"] or "", m["milestone_id"]))
    return pd.DataFrame(
        [
            (
                m["date_edtf"] or "unknown", m["status"], m["title"], m["place"], m["defence"], m["grade"], m["n_origins"], m["n_articles"],
                ", ".join(m["contradictions"]), m["reference_date"],
            )
            for m in rows
        ],
        columns=["date", "status", "milestone", "place", "defence", "grade", "origins", "articles", "contested", "reference date"],
    )  # fmt: skip


def list_contradictions(contradictions: Sequence[Row], events: Sequence[Row]) -> pd.DataFrame:
    """One row a side of a disagreement: event, field, what this side says, origins that say so."""
    import pandas as pd

    title = {e["event_id"]: e["title"] for e in events}
    return pd.DataFrame(
        [
            (
                title[c["event_id"]],
                c["field"],
                c["value"],
                ", ".join(c["origins"]) or "unknown",
                c["n_origins"],
            )
            for c in contradictions
        ],
        columns=["event", "field", "value", "said by", "origins"],
    )


def list_left_out(events: Sequence[Row]) -> pd.DataFrame:
    """One row an event that is not charted: title, parties, date, the rule that left it out and what it says."""
    import pandas as pd

    return pd.DataFrame(
        [
            (
                e["title"],
                " ".join(e["parties"]),
                e["date_edtf"] or "unknown",
                e["left_out_by"],
                e["left_out_reason"],
            )
            for e in events
            if e["milestone_id"] is None
        ],
        columns=["event", "parties", "date", "rule", "why"],
    )


def list_silent(articles: Sequence[Row], reasons: Mapping[str, str]) -> pd.DataFrame:
    """One row an article that has no claim in any event: outlet, title and why."""
    import pandas as pd

    rows = [
        (a["outlet"], a["title"], a["source_path"], reasons[a["article_id"]])
        for a in articles
        if a["article_id"] in reasons
    ]
    return pd.DataFrame(rows, columns=["outlet", "title", "file", "why"])
