"""Denials beside what others tell: of the same thing, of its time only, or of something else."""

from __future__ import annotations

from typing import Any

import pytest
from chronology_rows import article, build, claim, events, told

from helpers.chronology.build import Chronology

NO: dict[str, Any] = {"status": "denied", "polarity": "negated"}
VISIT: dict[str, Any] = {
    "kind": "consultation", "rules": ["trigger.visit.noun:"], "actors": ["Nasirzadeh"], "place": "Minsk", "date": "2025-12-10",
}  # fmt: skip
PAPER: dict[str, Any] = {
    "instrument": "protocol", "n_documents": 1, "date": "2024-10-15", "place": "Minsk", "areas": ["training and exchange"],
    "defence": "yes", "actors": ["Khrenin", "Nasirzadeh"],
}  # fmt: skip


def shown(chronology: Chronology, kind: str, field: str) -> list[bool]:
    """Of the events with more than denials, in the order of their ids: whether the field is contradicted."""
    return [field in e["contradictions"] for e in events(chronology, kind) if e["status"] != "denied"]


@pytest.mark.parametrize(
    ("put_off", "contradicted"),
    [
        ({"actors": ["Nasirzadeh"]}, False),
        ({"actors": ["Nasirzadeh"], "place": "Minsk", "date": "2026-01-15"}, False),  # put off to another day
        ({"actors": ["Araghchi"]}, True),  # somebody else's visit is put off
        ({"actors": [], "place": "Tehran"}, True),
        ({"actors": [], "date": "2026-03"}, True),
    ],
)
def test_what_else_is_put_off_does_not_take_a_denial_back(
    put_off: dict[str, Any], contradicted: bool
) -> None:
    page = article("off", published="2025-12-09")
    other: dict[str, Any] = {"kind": "consultation", "rules": ["trigger.visit.noun:"], "status": "postponed"}
    rows = [
        told("plan", "2025-12-05", status="planned", polarity="future", **VISIT),
        (page, claim(page, "He will not come on Wednesday.", **VISIT | NO)),
        (page, claim(page, "The visit was put off.", start=900, **other | put_off)),
    ]
    found = [
        e["contradictions"]
        for e in events(build(*rows), "consultation")
        if e["place"] == "Minsk" and e["n_articles"] == 2
    ]
    assert found == [["status"] if contradicted else []]


@pytest.mark.parametrize(
    ("told_areas", "denied_areas", "contradicted"),
    [
        (["exercises"], ["procurement"], False),  # talks on a drill; arms were no subject
        ([], ["procurement"], False),
        (["procurement"], ["procurement"], True),
        (["procurement"], [], True),  # no talks at all
    ],
)
def test_a_subject_that_was_not_raised(
    told_areas: list[str], denied_areas: list[str], contradicted: bool
) -> None:
    result = build(
        told("met", "2025-12-11", status="discussed", areas=told_areas, **VISIT),
        told("no", "2025-12-11", areas=denied_areas, **VISIT | NO),
    )
    assert shown(result, "consultation", "status") == [contradicted]


@pytest.mark.parametrize(
    ("denial", "contradicted"),
    [
        (
            {"instrument": "agreement", "areas": ["procurement"]},
            False,
        ),  # no deal on arms beside a protocol on training
        ({"instrument": "agreement", "areas": ["training and exchange"]}, True),
        ({"instrument": "agreement", "areas": []}, True),
    ],
)
def test_no_paper_on_something_else(denial: dict[str, Any], contradicted: bool) -> None:
    no = {"date": "2024-10-15", "place": "Minsk", "actors": ["Khrenin", "Nasirzadeh"], "defence": "yes"} | NO
    result = build(told("signs", "2024-10-16", **PAPER), told("denies", "2024-10-16", **no | denial))
    assert shown(result, "agreement", "status") == [contradicted]


@pytest.mark.parametrize(("count", "contradicted"), [(2, True), (13, False)])
def test_no_military_agreement_beside_a_few_military_ones(count: int, contradicted: bool) -> None:
    day: dict[str, Any] = {"place": "Minsk", "date": "2025-08-20", "actors": ["Lukashenko", "Pezeshkian"]}
    result = build(
        told("package", n_documents=count, instrument="documents", defence="yes", **day),
        told("denied", instrument="agreement", defence="yes", **day | NO),
    )
    assert shown(result, "agreement", "status") == [contradicted]


@pytest.mark.parametrize(
    ("said_by", "denied_by", "contested"),
    [
        (["IRNA"], ["ministry of defence of Belarus"], True),
        (["IRNA"], ["IRNA"], False),  # one speaker means another paper
        ([], ["ministry of defence of Belarus"], False),  # the page says so itself
    ],
)
def test_two_speakers_on_one_page_about_defence(
    said_by: list[str], denied_by: list[str], contested: bool
) -> None:
    papers: dict[str, Any] = {
        "instrument": "documents", "n_documents": 13, "date": "2025-08-20", "place": "Minsk", "defence": "yes",
        "actors": ["Lukashenko", "Pezeshkian"],
    }  # fmt: skip
    page = article("both", published="2025-08-21")
    rows = [
        told("other", "2025-08-21", **papers),
        (page, claim(page, "Thirteen documents on arms.", **papers | {"attribution": said_by})),
        (page, claim(page, "No military one.", start=300, instrument="agreement", defence="yes", date="2025-08-20",
                     place="Minsk", attribution=denied_by, **NO)),
    ]  # fmt: skip
    assert shown(build(*rows), "agreement", "defence") == [contested]
