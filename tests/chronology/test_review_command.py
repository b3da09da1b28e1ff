"""`dossier review`: names become evidence, wrong names exit with 2, the next run applies what was decided."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from chronology_rows import article, claim, knowledge, profile
from click.testing import CliRunner

from helpers.chronology.build import Chronology, build_chronology
from helpers.chronology.reviews import read_decisions
from helpers.cli.review import review
from helpers.foundation.errors import InputError
from helpers.foundation.schemas import ARTICLES, CLAIMS, EVENTS, MILESTONES
from helpers.foundation.storage import write_table

WHO = {"actors": ["Ashtiani", "Khrenin"], "place": "Tehran", "instrument": "memorandum of understanding"}
PAGES = [article("a", published="2023-08-01", origin="Mehr"), article("b", published="2023-08-02")]
STATED = [claim(p, f"a memorandum was signed, {p['source_path']}", date="2023-07-31", **WHO) for p in PAGES]


def build(reviews: Path) -> Chronology:
    decisions = read_decisions(reviews).decisions
    return build_chronology(PAGES, STATED, profile=profile(), knowledge=knowledge(), decisions=decisions)


@pytest.fixture
def shelf(tmp_path: Path) -> Path:
    result = build(tmp_path / "reviews")
    tables = ((ARTICLES, PAGES), (CLAIMS, STATED), (EVENTS, result.events), (MILESTONES, result.milestones))
    for table, rows in tables:
        write_table(table, rows, tmp_path / "processed")
    return tmp_path


def call(shelf: Path, *words: str) -> Any:
    base = ["--processed", str(shelf / "processed"), "--reviews", str(shelf / "reviews")]
    why = [] if words[0] == "list" else ["--reviewer", "R. Reader", "--reason", "checked"]
    result = CliRunner().invoke(review, [*base, *words, *why])
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


def milestone(shelf: Path) -> str:
    name: str = json.loads(call(shelf, "list", "--json").stdout.splitlines()[0])["id"]
    return name


def test_reject_and_undo(shelf: Path) -> None:
    call(shelf, "reject", milestone(shelf))
    assert build(shelf / "reviews").milestones == ()
    decision = json.loads(call(shelf, "list", "--decisions", "--json").stdout)
    assert decision["reviewer"] == "R. Reader" and decision["quote"]
    call(shelf, "undo", decision["id"])
    assert len(build(shelf / "reviews").milestones) == 1


def test_correct_split_merge_accept(shelf: Path) -> None:
    name = milestone(shelf)
    call(shelf, "correct", name, "--set", "place=Minsk", "--set", "n_documents=2")
    assert build(shelf / "reviews").milestones[0]["place"] == "Minsk"
    call(shelf, "split", name, STATED[0]["claim_id"])
    assert len(build(shelf / "reviews").milestones) == 2
    call(shelf, "merge", STATED[0]["claim_id"], STATED[1]["claim_id"])
    assert len(build(shelf / "reviews").milestones) == 1
    call(shelf, "reject", STATED[0]["claim_id"])
    assert build(shelf / "reviews").milestones[0]["n_articles"] == 1
    call(shelf, "accept", STATED[0]["claim_id"])
    assert build(shelf / "reviews").milestones[0]["n_articles"] == 2


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("reject", "clm-none"), "no such claim"),
        (("reject", "mls-none"), "no such milestone"),
        (("accept", "evt-none"), "no such event"),
        (("accept", "thing"), "name a claim"),
        (("merge", "clm-none"), "two or more"),
        (("undo", "dec-none"), "no such decision"),
        (("correct", STATED[0]["claim_id"], "--set", "status=done"), "allowed: rumoured"),
        (("correct", STATED[0]["claim_id"], "--set", "colour=red"), "FIELD=VALUE"),
        (("correct", STATED[0]["claim_id"], "--set", "date_edtf=July"), "EDTF"),
        (("correct", STATED[0]["claim_id"], "--set", "n_documents=some"), "whole number"),
    ],
)
def test_what_does_not_exist_is_refused_and_nothing_written(
    shelf: Path, words: tuple[str, ...], message: str
) -> None:
    with pytest.raises(InputError, match=message) as caught:
        call(shelf, *words)
    assert caught.value.exit_code == 2
    assert not (shelf / "reviews" / "decisions.jsonl").exists()


def test_split_must_leave_something(shelf: Path) -> None:
    with pytest.raises(InputError, match="no claim left"):
        call(shelf, "split", milestone(shelf), *(c["claim_id"] for c in STATED))


def test_lists(shelf: Path) -> None:
    assert STATED[0]["quote"] in call(shelf, "list", "--claims").stdout
    assert "no events" in call(shelf, "list", "--events").output
    call(shelf, "reject", STATED[0]["claim_id"])
    write_table(CLAIMS, STATED[1:], shelf / "processed")
    [event] = build_chronology(PAGES[1:], STATED[1:], profile=profile(), knowledge=knowledge()).events
    write_table(EVENTS, [event], shelf / "processed")
    assert "checked" in call(shelf, "list", "--orphaned").stdout
