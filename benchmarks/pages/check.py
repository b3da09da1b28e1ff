"""What the product found of what was planted: recall, days, doubles, and milestones that nobody planted."""

from __future__ import annotations

import datetime as dt
import json
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import pyarrow.parquet as pq

WIDEST = 7  # days a milestone's date may span to count as dated


@dataclass(frozen=True, slots=True)
class Score:
    """What was found; `exact` have the very day and nothing else, `wrong` exclude the true day, `extra` were not planted."""

    planted: int
    found: int
    exact: int
    doubles: int
    wrong: int
    milestones: int
    extra: int
    missed: tuple[str, ...]

    @property
    def recall(self) -> float:
        """Share of the planted that were found."""
        return self.found / self.planted if self.planted else 1.0


def check(truth: Path, out: Path) -> Score:
    """Compare milestones with the truth.

    A milestone stands for the planted happening that most of its pages tell of. It finds it when the kind agrees and its date
    allows the true day within a week; a date that excludes the day is wrong.
    """
    planted = {p["id"]: p for p in json.loads(truth.read_text(encoding="utf-8"))["planted"]}
    tells = {path: name for name, p in planted.items() for path in p["pages"]}
    articles = pq.read_table(out / "articles.parquet", columns=["article_id", "source_path"]).to_pydict()
    source = dict(zip(articles["article_id"], articles["source_path"], strict=True))
    claims = pq.read_table(out / "claims.parquet", columns=["claim_id", "article_id"]).to_pydict()
    article_of = dict(zip(claims["claim_id"], claims["article_id"], strict=True))
    columns = ["milestone_id", "kind", "earliest", "latest", "claim_ids"]
    rows = pq.read_table(out / "milestones.parquet", columns=columns).to_pylist()
    found: Counter[str] = Counter()
    exact: set[str] = set()
    wrong = extra = 0
    for row in rows:
        votes = Counter(tells.get(source[article_of[c]]) for c in row["claim_ids"])
        name = votes.most_common(1)[0][0]
        p = planted.get(name) if name else None
        if p is None or row["kind"] != p["kind"]:
            extra += 1
            continue
        low, high = row["earliest"] or "0001-01-01", row["latest"] or "9999-12-31"
        if not low <= p["day"] <= high:
            wrong += 1
        elif (dt.date.fromisoformat(high) - dt.date.fromisoformat(low)).days <= WIDEST:
            found[p["id"]] += 1
            if low == high:
                exact.add(p["id"])
        else:
            extra += 1
    return Score(
        planted=len(planted),
        found=len(found),
        exact=len(exact),
        doubles=sum(n - 1 for n in found.values()),
        wrong=wrong,
        milestones=len(rows),
        extra=extra,
        missed=tuple(sorted(set(planted) - set(found))),
    )


def show(score: Score) -> str:
    """The score in words."""
    return (
        f"planted {score.planted}, found {score.found} (recall {score.recall:.3f}), of them {score.exact} to the day; "
        f"{score.milestones} milestones: {score.doubles} doubles, {score.wrong} with a date that excludes the day, "
        f"{score.extra} not planted or too wide"
        + (
            f"; missed: {', '.join(score.missed[:8])}{' ...' if len(score.missed) > 8 else ''}"
            if score.missed
            else ""
        )
    )
