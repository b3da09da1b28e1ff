"""What changed between two runs, and why: a new source, a source withdrawn, a decision, the code or the configuration."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from helpers.foundation.errors import InputError
from helpers.foundation.schemas import ARTICLES, CLAIMS, EVENTS, MILESTONES

Row = Mapping[str, Any]

NEW, WITHDRAWN, DECISION, METHOD, SUBJECT = (
    "new source",
    "source withdrawn",
    "decision",
    "code or configuration changed",
    "parameters changed",
)
CAUSES = (NEW, WITHDRAWN, DECISION, METHOD, SUBJECT)
# What a reader of the chronology sees of a milestone; the reference layer is not the corpus's.
COMPARED = (
    "title", "kind", "status", "parties", "signatories", "place", "instrument", "n_documents", "date_edtf", "weekday",
    "defence", "grade", "n_articles", "n_origins", "origins", "contradictions", "decided_by",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class RunTables:
    """One run as the difference reads it.

    Attributes:
        record: run.json.
        milestones, events, claims, articles: rows of these tables.
    """

    record: Mapping[str, Any]
    milestones: Sequence[Row]
    events: Sequence[Row]
    claims: Sequence[Row]
    articles: Sequence[Row]

    @property
    def sources(self) -> frozenset[str]:
        """Hashes of the raw files: a file that was only renamed is no new source."""
        return frozenset(i["sha256"] for i in self.record["inputs"] if i["sha256"])

    def source_of_claim(self) -> dict[str, str]:
        """claim_id -> hash of the raw file it stands in."""
        files = {a["article_id"]: a["source_sha256"] for a in self.articles}
        return {c["claim_id"]: files[c["article_id"]] for c in self.claims}


@dataclass(frozen=True, slots=True)
class Change:
    """One milestone that is new, gone or different; the grain of the difference. Key: (milestone_id, field).

    Attributes:
        milestone_id: its name in the newer run, in the older one when it is gone.
        title: its title in the newer run, or in the older one when it is gone.
        what: added | removed | changed.
        field: the column that changed, '' for added and removed.
        before, after: the values, None for added and removed.
        causes: why, of `CAUSES`, strongest first; empty only when nothing explains it.
        detail: the files, reviewers or hashes behind the causes.
    """

    milestone_id: str
    title: str
    what: str
    field: str
    before: Any
    after: Any
    causes: tuple[str, ...]
    detail: str


@dataclass(frozen=True, slots=True)
class Difference:
    """What lies between two runs.

    Attributes:
        changes: milestones added, removed and changed, sorted.
        new_sources, withdrawn_sources: paths of raw files.
        causes: all causes that hold between the two runs, whether or not a milestone changed by them.
    """

    changes: tuple[Change, ...]
    new_sources: tuple[str, ...]
    withdrawn_sources: tuple[str, ...]
    causes: tuple[str, ...]


def compare_runs(old: Path, new: Path) -> Difference:
    """Compare two run folders (each with run.json and its tables, beside it or in `processed`).

    Raises:
        InputError: a folder holds no finished run.
    """
    return compare_tables(read_run(old), read_run(new))


def read_run(folder: Path) -> RunTables:
    """Read what the difference needs of a run folder.

    Raises:
        InputError: run.json or a table is missing, or run.json is no run's record.
    """
    import orjson

    from helpers.foundation.storage import read_rows

    path = folder / "run.json"
    try:
        record = orjson.loads(path.read_bytes())
    except (OSError, orjson.JSONDecodeError) as err:
        raise InputError(f"{path}: no record of a run ({err}); name a folder below reports/") from err
    if not isinstance(record, dict) or not isinstance(record.get("inputs"), list) or "code" not in record:
        raise InputError(f"{path}: this is not the record of a run; name a folder below reports/")
    tables = folder / "processed" if (folder / "processed").is_dir() else folder
    milestones, events, claims, articles = (
        read_rows(t, tables) for t in (MILESTONES, EVENTS, CLAIMS, ARTICLES)
    )
    return RunTables(record, milestones, events, claims, articles)


def compare_tables(old: RunTables, new: RunTables) -> Difference:
    """Compare two runs; a milestone is the same in both when it has the same milestone_id.

    Causes of one change are found on its own evidence first: claims from files that only one of the runs read, then a
    reviewer's decision. Only when neither explains it are causes taken that act on everything (code, configuration,
    parameters), and then new or withdrawn sources and decisions elsewhere, which can change how vague accounts join.
    """
    everywhere = _causes_everywhere(old, new)
    old_by_id = {m["milestone_id"]: m for m in old.milestones}
    new_by_id = {m["milestone_id"]: m for m in new.milestones}
    sources = (old.source_of_claim(), new.source_of_claim())
    paths = _paths(old) | _paths(new)
    changes: list[Change] = []
    for milestone_id in sorted({*old_by_id, *new_by_id}):
        before, after = old_by_id.get(milestone_id), new_by_id.get(milestone_id)
        row = after or before
        if row is None:
            continue
        if before is not None and after is not None:
            fields = [f for f in COMPARED if before[f] != after[f]]
        else:
            fields = [""]
        if not fields:
            continue
        causes, detail = _causes(before, after, old, new, sources, paths, everywhere)
        for name in fields:
            what = "changed" if name else ("added" if before is None else "removed")
            changes.append(
                Change(
                    milestone_id,
                    row["title"],
                    what,
                    name,
                    before[name] if name and before is not None else None,
                    after[name] if name and after is not None else None,
                    causes,
                    detail,
                )
            )
    return Difference(
        tuple(changes),
        tuple(sorted(paths[s] for s in new.sources - old.sources)),
        tuple(sorted(paths[s] for s in old.sources - new.sources)),
        tuple(everywhere),
    )


def _paths(run: RunTables) -> dict[str, str]:
    """Hash of a raw file -> its path, also for a file that changed between the record and the tables."""
    of_articles = {a["source_sha256"]: a["source_path"] for a in run.articles}
    return of_articles | {i["sha256"]: i["path"] for i in run.record["inputs"]}


def _causes_everywhere(old: RunTables, new: RunTables) -> dict[str, str]:
    """Cause -> detail, for everything that differs between the two records."""
    a, b = old.record, new.record
    out: dict[str, str] = {}
    if new.sources - old.sources:
        out[NEW] = f"{len(new.sources - old.sources)} raw file(s)"
    if old.sources - new.sources:
        out[WITHDRAWN] = f"{len(old.sources - new.sources)} raw file(s)"
    if a.get("decisions_sha256", "") != b.get("decisions_sha256", ""):
        out[DECISION] = "decisions.jsonl differs"
    parts = ("code_sha256", "config_sha256", "version")
    if differ := [p for p in parts if a["code"].get(p) != b["code"].get(p)]:
        out[METHOD] = ", ".join(differ)
    profile_differs = [k for k in ("profile", "without") if a.get(k) != b.get(k)]
    if profile_differs:
        out[SUBJECT] = ", ".join(profile_differs)
    return out


def _causes(
    before: Row | None,
    after: Row | None,
    old: RunTables,
    new: RunTables,
    sources: tuple[Mapping[str, str], Mapping[str, str]],
    paths: Mapping[str, str],
    everywhere: Mapping[str, str],
) -> tuple[tuple[str, ...], str]:
    own: dict[str, str] = {}
    had = set(before["claim_ids"]) if before is not None else set()
    has = set(after["claim_ids"]) if after is not None else set()
    came = {sources[1][c] for c in has - had} - old.sources
    went = {sources[0][c] for c in had - has} - new.sources
    if came:
        own[NEW] = _listed(paths[s] for s in came)
    if went:
        own[WITHDRAWN] = _listed(paths[s] for s in went)
    if DECISION in everywhere:
        reviewers = _reviewers(before, after, old, new)
        if reviewers:
            own[DECISION] = _listed(reviewers)
    found = own or {c: everywhere[c] for c in (METHOD, SUBJECT) if c in everywhere} or dict(everywhere)
    if own and (METHOD in everywhere or SUBJECT in everywhere):
        # both may have played a part; saying only one would be a guess
        found = own | {c: everywhere[c] for c in (METHOD, SUBJECT) if c in everywhere}
    causes = tuple(c for c in CAUSES if c in found)
    return causes, "; ".join(f"{c}: {found[c]}" for c in causes)


def _reviewers(before: Row | None, after: Row | None, old: RunTables, new: RunTables) -> set[str]:
    """Reviewers named on the milestone in either run, or on the event it became or came from."""
    out = {r["decided_by"] for r in (before, after) if r is not None and r["decided_by"]}
    for row, other in ((before, new), (after, old)):
        if row is None:
            continue
        claims = set(row["claim_ids"])
        out |= {e["decided_by"] for e in other.events if e["decided_by"] and claims & set(e["claim_ids"])}
    return out


def _listed(names: Iterable[str]) -> str:
    ordered = sorted(names)
    return ", ".join(ordered[:5]) + (f" and {len(ordered) - 5} more" if len(ordered) > 5 else "")
