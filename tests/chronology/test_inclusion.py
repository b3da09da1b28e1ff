"""What is charted and what is left out: meetings beside papers, what is put off, planned projects, what is recalled."""

from __future__ import annotations

from typing import Any

import pytest
from chronology_rows import article, build, claim, told

from helpers.chronology.build import Chronology

TALKS: dict[str, Any] = {"kind": "consultation", "status": "discussed", "date": "2018-10-22"}
PUT_OFF: dict[str, Any] = {"kind": "consultation", "status": "postponed", "date_basis": "none: put off"}
AHEAD: dict[str, Any] = {"kind": "cooperation", "status": "planned", "polarity": "future"}
SPOKE = {"rules": ["trigger.meet.past:spoke"]}


def why(chronology: Chronology, kind: str) -> list[str | None]:
    """The rule that leaves each event of a kind out, None for those that are charted."""
    return sorted((e["left_out_by"] for e in chronology.events if e["kind"] == kind), key=str)


def beside_a_paper(**fields: Any) -> list[str | None]:
    page = article("page", published="2018-10-23")
    paper = claim(
        page, "They signed it.", instrument="protocol", date="2018-10-22", actors=["Khrenin", "Ashtiani"]
    )
    talks = claim(page, "What is told of the talks.", **({"start": 300} | TALKS | fields))
    return why(build((page, paper), (page, talks)), "consultation")


@pytest.mark.parametrize(
    ("fields", "charted"),
    [
        (
            {"actors": ["Khrenin", "Lukashenko"], **SPOKE},
            True,
        ),  # "The guest also spoke with the president", who signed nothing
        ({"actors": ["Khrenin"], **SPOKE}, False),  # "The ministers spoke before the ceremony."
        (
            {"actors": ["Khrenin"], "areas": ["transport"], **SPOKE},
            True,
        ),  # "The ministers also spoke of transit."
        (
            {"actors": ["Khrenin", "Lukashenko"], "start": 0, **SPOKE},
            False,
        ),  # "They spoke with the president and signed a protocol."
        (
            {"actors": ["Khrenin"], "rules": ["trigger.meet.noun:talks"]},
            False,
        ),  # "after the talks of Khrenin"
        (SPOKE, False),  # "the delegations spoke"
    ],
)
def test_who_met_in_a_sentence_of_its_own_is_more_than_an_occasion(
    fields: dict[str, Any], charted: bool
) -> None:
    assert beside_a_paper(**fields) == [None if charted else "occasion of a paper"]


def test_what_was_put_off_is_no_occasion() -> None:
    visit = {"actors": ["Khrenin"], "place": "Minsk", "date": None, "rules": ["trigger.visit.noun:visit"]}
    assert beside_a_paper(**visit | PUT_OFF) == [None]
    assert beside_a_paper(**visit) == ["occasion of a paper"]


@pytest.mark.parametrize(
    ("fields", "charted"),
    [
        ({"place": "Tehran"}, True),
        ({"rules": ["trigger.session.noun:session of the commission"]}, True),
        ({"actors": ["Khrenin"]}, True),
        ({"date": "2020-03"}, True),
        ({"rules": ["trigger.visit.noun:visit"]}, False),
        ({}, False),
    ],
)
def test_what_is_put_off_needs_little(fields: dict[str, Any], charted: bool) -> None:
    found = why(build(told("page", "2020-04-01", **PUT_OFF | fields)), "consultation")
    assert found == [None if charted else "no anchor"]


@pytest.mark.parametrize(
    ("act", "status", "charted"),
    [
        ("produce", "planned", True),
        ("deliver", "planned", True),
        ("exercise", "planned", False),
        ("train", "planned", False),
        ("produce", "held", True),
        ("exercise", "held", True),
    ],
)
def test_what_was_done_and_a_plan_to_make_something_are_named_by_it(
    act: str, status: str, charted: bool
) -> None:
    fields = AHEAD | {"status": status, "rules": [f"trigger.{act}.noun:"]}
    fields |= {"polarity": "asserted"} if status == "held" else {}
    found = why(build(told("page", "2020-04-01", **fields)), "cooperation")
    assert found == [None if charted else "nothing known"]


@pytest.mark.parametrize(
    ("fields", "charted"),
    [
        ({"place": "Orsha", "date_span": [40, 51]}, True),  # "last spring in Orsha", on a page of unknown day
        ({"place": "Orsha"}, False),
        ({"date_span": [40, 51]}, False),
    ],
)
def test_what_is_recalled_needs_a_wording_of_its_time_beside_the_place(
    fields: dict[str, Any], charted: bool
) -> None:
    visit: dict[str, Any] = {"kind": "consultation", "status": "discussed", "polarity": "historical"}
    found = why(build(told("page", None, **visit | fields)), "consultation")
    assert found == [None if charted else "nothing known"]


def test_a_session_and_a_visit_of_one_page_are_told_apart() -> None:
    page = article("page", published="2025-09-01")
    visit = claim(page, "A visit in the spring.", kind="consultation", status="planned", polarity="future",
                  date="2026-03/2026-05", actors=["Lukashenko"], rules=["trigger.visit.noun:"])  # fmt: skip

    def put_off(act: str) -> list[str | None]:
        late = claim(
            page, "It was put off.", start=5000, place="Tehran", rules=[f"trigger.{act}.noun:"], **PUT_OFF
        )
        return why(build((page, visit), (page, late)), "consultation")

    assert put_off("session") == [None, None]
    assert put_off("visit") == [None, "cannot be told apart"]


@pytest.mark.parametrize(
    ("kind", "status", "polarity", "left_out"),
    [
        ("aid", "held", "asserted", None),
        ("aid", "denied", "negated", None),
        ("aid", "planned", "future", "nothing known"),
        ("request", "held", "asserted", "kind"),
    ],
)
def test_help_is_charted_as_joint_acts_are_and_requests_are_not(
    kind: str, status: str, polarity: str, left_out: str | None
) -> None:
    fields = {"kind": kind, "status": status, "polarity": polarity, "rules": [f"trigger.{kind}.past:"]}
    assert why(build(told("page", "2020-04-01", **fields)), kind) == [left_out]
