"""Undated denials of a paper: placed by what pages of the same news say was signed, else left alone."""

from __future__ import annotations

from typing import Any

import pytest
from chronology_rows import article, build, claim

from helpers.chronology.build import Chronology

VISIT: dict[str, Any] = {
    "kind": "consultation",
    "status": "discussed",
    "actors": ["Pantus"],
    "place": "Tehran",
}
DENIAL: dict[str, Any] = {"status": "denied", "polarity": "negated"}
PROTOCOL: dict[str, Any] = {"instrument": "protocol", "n_documents": 1}
DAY = "2024-10-15"


def tell(*, denies: dict[str, Any], signs: tuple[dict[str, Any], ...], same_visit: bool = True) -> Chronology:
    """A page that signs, and another on the visit (or on another one) that denies."""
    one, other = article("signs", published="2024-10-16"), article("denies", published="2024-10-17")
    rows = [(one, claim(one, "He came on Tuesday.", date=DAY, **VISIT))]
    rows += [
        (one, claim(one, f"They signed paper {n}.", start=300 * (n + 1), date=DAY, **fields))
        for n, fields in enumerate(signs)
    ]
    there = (
        VISIT | {"date": "2024-10"} if same_visit else VISIT | {"date": "2024-03-05", "actors": ["Khrenin"]}
    )
    rows.append((other, claim(other, "He was in Tehran.", **there)))
    rows.append((other, claim(other, "Nothing was signed.", start=400, **DENIAL | denies)))
    return build(*rows)


def papers(chronology: Chronology) -> list[tuple[str, int, list[str]]]:
    return sorted(
        (e["status"], e["n_articles"], e["contradictions"])
        for e in chronology.events
        if e["kind"] == "agreement"
    )


def test_nothing_signed_on_the_visit_denies_what_was_signed_on_it() -> None:
    assert papers(tell(denies={}, signs=(PROTOCOL,))) == [("signed", 2, ["status"])]


def test_another_visit_or_another_paper_is_left_alone() -> None:
    for chronology in (
        tell(denies={}, signs=(PROTOCOL,), same_visit=False),
        tell(denies={"instrument": "treaty"}, signs=(PROTOCOL,)),
        tell(denies={"parties": ["IRN", "RUS"]}, signs=(PROTOCOL,)),
    ):
        assert papers(chronology) == [("denied", 1, []), ("signed", 1, [])]


def test_of_two_papers_it_could_deny_either() -> None:
    found = papers(tell(denies={}, signs=(PROTOCOL, {"instrument": "roadmap", "n_documents": 1})))
    assert [(status, n) for status, n, _ in found] == [("denied", 1), ("signed", 1), ("signed", 1)]


def test_a_page_that_lets_both_sides_speak_of_one_paper() -> None:
    page = article("both", published="2024-10-17")
    said = claim(
        page, "Minsk reports a protocol.", attribution=["ministry of defence of Belarus"], **PROTOCOL
    )
    denied = claim(
        page, "Tehran says no protocol was signed.", start=2000, attribution=["Tasnim"], **DENIAL | PROTOCOL
    )
    [event] = build((page, said), (page, denied)).events
    assert event["contradictions"] == ["status"]
    contract = claim(page, "No contract was signed.", start=2000, **DENIAL, instrument="contract")
    assert len(build((page, said), (page, contract)).events) == 2


def test_the_log_says_why() -> None:
    log = tell(denies={}, signs=(PROTOCOL,)).join_log
    assert any("denies the one paper" in note.detail and note.outcome == "joined" for note in log)


def nothing_signed(*, published: str = "2024-10-18", about: dict[str, Any] | None = None) -> Chronology:
    """A page that tells of a signing, and one of the days after that denies any."""
    one, other = article("signs", published="2024-10-16"), article("denies", published=published)
    blanket = DENIAL | {"rules": ["trigger.sign.negated:"], "defence": "yes"} | (about or {})
    met = {"kind": "consultation", "status": "discussed", "date": blanket.pop("met", None)}
    return build(
        (one, claim(one, "They signed a protocol.", date=DAY, place="Tehran", **PROTOCOL)),
        (other, claim(other, "The delegation was received.", **met)),
        (other, claim(other, "Nothing at all was signed.", start=900, **blanket)),
    )


def test_nothing_signed_answers_the_one_signing_of_the_days_before() -> None:
    assert papers(nothing_signed()) == [("signed", 2, ["status"])]


def test_nothing_signed_at_another_time_or_on_something_else() -> None:
    apart = [("denied", 1, []), ("signed", 1, [])]
    assert papers(nothing_signed(published="2024-12-20")) == apart
    assert papers(nothing_signed(about={"areas": ["procurement"]})) == apart
    assert papers(nothing_signed(about={"instrument": "contract"})) == apart
    assert papers(nothing_signed(about={"rules": ["trigger.agree.negated:"]})) == apart
    assert papers(nothing_signed(about={"parties": ["IRN", "RUS"]})) == apart
    assert papers(nothing_signed(about={"met": "2024-10-01"})) == apart


@pytest.mark.parametrize("rules", [["trigger.sign.past:initialled"], ["trigger.agree.past:agreed"]])
def test_initialled_only_is_not_signed(rules: list[str]) -> None:
    one, other = article("signs", published="2024-10-16"), article("initials", published="2024-10-18")
    plan = {"instrument": "plan", "n_documents": 1, "defence": "yes", "place": "Minsk"}
    found = build(
        (one, claim(one, "They signed the plan.", date="2024-10-16", **plan)),
        (other, claim(other, "The text was only settled.", status="agreed", defence="yes", place="Minsk", date="2024-10-16", rules=rules)),
    )  # fmt: skip
    assert [("status" in e["contradictions"]) for e in found.events if e["n_articles"] == 2] == (
        [True] if "sign" in rules[0] else [False]
    )
