"""Origins: copies, chains and translations go back to one; unattributed pages count once together."""

from __future__ import annotations

from typing import Any

import pytest
from chronology_rows import article, claim, knowledge, profile

from helpers.chronology.build import build_chronology
from helpers.chronology.corroboration import UNATTRIBUTED, Origins, grade_event
from helpers.chronology.rules import load_rules


def summit(page: dict[str, Any], **fields: Any) -> dict[str, Any]:
    return claim(
        page, f"The presidents signed 13 documents in Minsk, says {page['source_path']}", n_documents=13,
        actors=["Lukashenko", "Pezeshkian"], place="Minsk", date="2025-08-20", **fields,
    )  # fmt: skip


def origins(*told: dict[str, Any], attribution: dict[int, list[str]] | None = None) -> list[str]:
    claims = [summit(p, attribution=(attribution or {}).get(i, [])) for i, p in enumerate(told)]
    result = build_chronology(told, claims, profile=profile(), knowledge=knowledge())
    [event] = result.events
    assert event["n_origins"] == len(event["origins"])
    return list(event["origins"])


def test_each_named_origin_counts_once() -> None:
    a, b, c = article("a", origin="BelTA"), article("b", origin="IRNA"), article("c", origin="BelTA")
    assert origins(a, b, c) == ["BelTA", "IRNA"]


def test_unattributed_pages_count_once_together() -> None:
    assert origins(article("a"), article("b"), article("c", origin="BelTA")) == ["BelTA", UNATTRIBUTED]


def test_copies_of_one_story_have_one_origin() -> None:
    a, b = article("a", origin="Reuters", story_id="sty-1"), article("b", story_id="sty-1")
    assert origins(a, b) == ["Reuters"]


def test_chain_adds_nothing_to_its_beginning() -> None:
    a, b = article("a"), article("b", outlet="BelTA")
    assert origins(a, b, attribution={0: ["BelTA", "Reuters", "Agerpres"]}) == ["BelTA"]


def test_chain_told_by_one_article_collapses_the_middle_everywhere() -> None:
    a, b, c = article("a"), article("b", origin="Reuters"), article("c", origin="BelTA")
    assert origins(a, b, c, attribution={0: ["BelTA", "Reuters"]}) == ["BelTA"]


def test_circle_of_citations_is_one_origin() -> None:
    a, b = article("a"), article("b")
    assert origins(a, b, attribution={0: ["IRNA", "BelTA"], 1: ["BelTA", "IRNA"]}) == ["BelTA"]


def test_spellings_and_translations_of_one_agency_are_one() -> None:
    a, b = article("a", origin="БелТА", language="ru"), article("b", origin="Belta", language="en")
    assert origins(a, b) == ["BelTA"]


def test_what_a_person_said_is_seen_by_who_reports_it() -> None:
    assert origins(article("a"), attribution={0: ["Lukashenko", "BelTA"]}) == ["BelTA"]
    assert origins(article("a"), attribution={0: ["Lukashenko"]}) == [UNATTRIBUTED]
    assert origins(article("a", origin="BelTA"), attribution={0: ["president of Belarus"]}) == ["BelTA"]


def test_agency_that_names_a_ministry_rests_on_it() -> None:
    ministry = "ministry of defence of Belarus"
    told = (article("a", origin="BelTA"), article("b"), article("c", origin="Reuters"))
    assert origins(*told, attribution={0: [ministry], 1: [ministry]}) == ["Reuters", ministry]


def test_an_agencys_own_page_is_its_origin_an_outlets_is_not() -> None:
    assert origins(article("a", outlet="BelTA")) == ["BelTA"]
    assert origins(article("a", outlet="G4Media")) == [UNATTRIBUTED]


def test_state_and_non_state_are_told_apart() -> None:
    pages = [
        article("a", origin="BelTA"),
        article("b", origin="Reuters"),
        article("c", origin="Belarusian Ministry of Defence"),
    ]
    result = build_chronology(pages, [summit(p) for p in pages], profile=profile(), knowledge=knowledge())
    assert (result.events[0]["n_origins"], result.events[0]["n_state_origins"]) == (3, 2)


def test_headline_alone_is_no_origin() -> None:
    a, b = article("a", origin="BelTA"), article("b", origin="IRNA")
    claims = [summit(a), summit(b, role="title")]
    result = build_chronology([a, b], claims, profile=profile(), knowledge=knowledge())
    assert [e["origins"] for e in result.events] == [["BelTA"]]


@pytest.mark.parametrize(
    ("names", "n_state", "contradictions", "grade"),
    [
        (("BelTA", "Reuters"), 1, (), "A"),
        (("BelTA", "IRNA"), 2, (), "B"),
        (("BelTA", "Reuters"), 1, ("date",), "B"),
        (("BelTA", "Reuters"), 1, ("status",), "C"),
        (("BelTA", UNATTRIBUTED), 1, (), "B"),
        (("Reuters",), 0, (), "C"),
        ((UNATTRIBUTED,), 0, (), "D"),
    ],
)
def test_grades(names: tuple[str, ...], n_state: int, contradictions: tuple[str, ...], grade: str) -> None:
    assert grade_event(Origins(names, n_state, {}), contradictions, load_rules()) == grade
