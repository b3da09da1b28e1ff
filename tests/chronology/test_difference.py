"""What changed between two runs, by cause."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import orjson
import pytest
from chronology_rows import article, claim, knowledge, profile

from helpers.chronology.build import build_chronology
from helpers.chronology.difference import RunTables, compare_runs, compare_tables
from helpers.chronology.evidence import evidence_keys
from helpers.chronology.naming import carry_over
from helpers.chronology.reviews import new_decision
from helpers.foundation.errors import InputError
from helpers.foundation.schemas import ARTICLES, CLAIMS, EVENTS, MILESTONES
from helpers.foundation.storage import write_table

WHO = {"actors": ["Ashtiani", "Khrenin"], "place": "Tehran", "instrument": "memorandum of understanding"}
A = article("a", published="2023-08-05", origin="Mehr")
B = article("b", published="2023-08-02", origin="BelTA")
WIDE = claim(A, "a memorandum was signed at the end of July", date="2023-07-24/2023-07-31", **WHO)
NARROW = claim(B, "a memorandum was signed on 31 July", date="2023-07-31", **WHO)


def run(
    *told: tuple[dict[str, Any], dict[str, Any]], previous: Any = (), decisions: Any = (), **record: Any
) -> RunTables:
    articles = [a for a, _ in told]
    result = build_chronology(
        articles,
        [c for _, c in told],
        profile=profile(),
        knowledge=knowledge(),
        previous=previous,
        decisions=decisions,
    )
    base = {
        "inputs": [{"path": a["source_path"], "sha256": a["source_sha256"]} for a in articles],
        "code": {"code_sha256": "1", "config_sha256": "1", "version": "0"},
        "decisions_sha256": "",
        "profile": {},
        "without": [],
    }
    return RunTables(base | record, result.milestones, result.events, [c for _, c in told], articles)


def test_equal_runs_do_not_differ() -> None:
    assert compare_tables(run((A, WIDE)), run((A, WIDE))).changes == ()


def test_new_source_narrows_the_date_and_the_name_stays() -> None:
    old = run((A, WIDE))
    new = run((A, WIDE), (B, NARROW), previous=old.milestones)
    assert [m["milestone_id"] for m in new.milestones] == [m["milestone_id"] for m in old.milestones]
    result = compare_tables(old, new)
    dates = [c for c in result.changes if c.field == "date_edtf"]
    assert [(c.before, c.after, c.causes) for c in dates] == [
        ("2023-07-24/2023-07-31", "2023-07-31", ("new source",))
    ]
    assert result.new_sources == ("b.txt",) and "b.txt" in dates[0].detail


def test_later_page_does_not_even_need_the_run_before() -> None:
    late = article("late", published="2023-08-09")
    assert (
        run((A, WIDE), (late, claim(late, "signed on 31 July", date="2023-07-31", **WHO))).milestones[0][
            "milestone_id"
        ]
        == run((A, WIDE)).milestones[0]["milestone_id"]
    )


def test_withdrawn_source() -> None:
    both = run((A, WIDE), (B, NARROW))
    result = compare_tables(both, run((A, WIDE), previous=both.milestones))
    assert {c.causes for c in result.changes} == {("source withdrawn",)} and result.withdrawn_sources == (
        "b.txt",
    )


def test_file_that_the_record_does_not_list_is_named_by_its_article() -> None:
    old = run((A, WIDE))
    new = run((A, WIDE), (B, NARROW), previous=old.milestones)
    new = replace(new, record=new.record | {"inputs": old.record["inputs"]})
    causes = {(c.field, c.causes) for c in compare_tables(old, new).changes}
    assert ("date_edtf", ("new source",)) in causes


def test_added_and_removed() -> None:
    result = compare_tables(run((A, WIDE)), run((B, NARROW)))
    assert sorted((c.what, c.causes) for c in result.changes) == [
        ("added", ("new source",)),
        ("removed", ("source withdrawn",)),
    ]


def test_decision() -> None:
    key = evidence_keys([A], [WIDE])[WIDE["claim_id"]]
    no = new_decision("reject", scope="event", keys=[key], reviewer="R. Reader", reason="misread")
    result = compare_tables(run((A, WIDE)), run((A, WIDE), decisions=[no], decisions_sha256="2"))
    assert [(c.what, c.causes) for c in result.changes] == [("removed", ("decision",))]
    assert "R. Reader" in result.changes[0].detail


def test_code_or_configuration() -> None:
    wide = WIDE | {"defence": "yes"}
    changed = {"code": {"code_sha256": "2", "config_sha256": "1", "version": "0"}}
    result = compare_tables(run((A, WIDE)), run((A, wide), **changed))
    assert {(c.field, c.causes) for c in result.changes} == {("defence", ("code or configuration changed",))}
    assert "code_sha256" in result.changes[0].detail


def test_unexplained_change_says_so() -> None:
    assert compare_tables(run((A, WIDE)), run((A, WIDE | {"defence": "yes"}))).changes[0].causes == ()


def test_run_folders(tmp_path: Path) -> None:
    for name, told in (("old", run((A, WIDE))), ("new", run((A, WIDE), (B, NARROW)))):
        folder = tmp_path / name
        for table, listed in (
            (MILESTONES, told.milestones), (EVENTS, told.events), (CLAIMS, told.claims), (ARTICLES, told.articles)
        ):  # fmt: skip
            write_table(table, listed, folder / "processed")
        (folder / "run.json").write_bytes(orjson.dumps(told.record))
    assert compare_runs(tmp_path / "old", tmp_path / "new").new_sources == ("b.txt",)
    with pytest.raises(InputError, match="no record of a run"):
        compare_runs(tmp_path, tmp_path / "new")


def test_names_of_split_and_merged_milestones() -> None:
    def row(name: str, *claims: str) -> dict[str, Any]:
        return {"milestone_id": name, "claim_ids": list(claims)}

    split = carry_over([row("x", "1", "2"), row("y", "3")], [row("old", "1", "2", "3")])
    assert split == {"x": "old"}
    merged = carry_over([row("x", "1", "2", "3")], [row("p", "1"), row("q", "2", "3")])
    assert merged == {"x": "q"}
    taken = carry_over([row("old", "9"), row("y", "1")], [row("old", "1")])
    assert taken["y"] == "old" and taken["old"] not in ("old", "y")
