"""What pages tell so differently that it looks like two things: put off or held, one paper or two, treaty or memorandum."""

from __future__ import annotations

from typing import Any

import pytest
from chronology_rows import article, build, claim, events, told

DRILL: dict[str, Any] = {
    "kind": "cooperation",
    "rules": ["trigger.exercise.noun:"],
    "place": "Brest",
    "defence": "yes",
}
PAPER: dict[str, Any] = {
    "place": "Minsk",
    "defence": "yes",
    "areas": ["training and exchange"],
    "n_documents": 1,
}
PEOPLE = ["Khrenin", "Nasirzadeh"]
TALKS: dict[str, Any] = {"kind": "consultation", "place": "Minsk", "actors": PEOPLE, "date": "2025-03-05"}


@pytest.mark.parametrize(
    ("published", "date", "place", "fields"),
    [
        ("2024-09-20", "2024-09-18", "Brest", [["status"]]),
        # put off before the day came: on again since
        ("2024-09-10", "2024-09-18", "Brest", [[], []]),
        # another drill
        ("2024-09-20", "2024-09-18", "Isfahan", [[], []]),
        ("2024-09-20", "2024-10-18", "Brest", [[], []]),
    ],
)
def test_held_by_one_page_and_put_off_by_a_later_one(
    published: str, date: str, place: str, fields: list[list[str]]
) -> None:
    rows = [
        told("held", "2024-09-19", status="held", date="2024-09-18", **DRILL),
        told("off", published, **DRILL | {"status": "postponed", "date": date, "place": place}),
    ]
    assert [e["contradictions"] for e in events(build(*rows), "cooperation")] == fields


@pytest.mark.parametrize(
    ("other", "fields"),
    [
        ({}, [["instrument"]]),
        ({"actors": ["Khrenin", "Ashtiani"]}, [[], []]),
        ({"actors": []}, [[], []]),
        ({"date": "2025-10-20"}, [[], []]),
        ({"place": "Tehran"}, [[], []]),
        # a plan is no other name of a treaty
        ({"instrument": "plan"}, [[], []]),
    ],
)
def test_treaty_or_memorandum_of_the_same_ministers(other: dict[str, Any], fields: list[list[str]]) -> None:
    paper = PAPER | {"actors": PEOPLE, "date": "2025-10-22"}
    rows = [
        told("treaty", "2025-10-23", **paper | {"instrument": "treaty"}),
        told("memo", "2025-10-23", **paper | {"instrument": "memorandum"} | other),
    ]
    assert [e["contradictions"] for e in events(build(*rows))] == fields


@pytest.mark.parametrize(
    ("other", "fields"),
    [
        ({"n_documents": 2}, [["date", "n_documents"]]),
        # of many papers one is told by itself
        ({"n_documents": 12}, [[], []]),
        ({"n_documents": 2, "place": "Tehran"}, [[], []]),
        ({"n_documents": 2, "defence": "no", "areas": ["trade"]}, [[], []]),
    ],
)
def test_one_paper_or_a_few_on_neighbouring_days(other: dict[str, Any], fields: list[list[str]]) -> None:
    rows = [
        told("one", "2024-12-12", **PAPER | {"instrument": "plan", "date": "2024-12-11"}),
        told("few", "2024-12-12", **PAPER | {"instrument": "document", "date": "2024-12-10"} | other),
    ]
    assert sorted(e["contradictions"] for e in events(build(*rows))) == fields


@pytest.mark.parametrize(
    ("denied", "expected"),
    [
        ({}, "contested"),
        # of another day, or in another field
        ({"date": "2024-06-01"}, "yes"),
        ({"defence": "no"}, "yes"),
    ],
)
def test_talks_on_arms_and_talks_that_were_not_on_arms(denied: dict[str, Any], expected: str) -> None:
    page = article("trade", published="2025-03-06")
    no = {"kind": "consultation", "status": "denied", "polarity": "negated", "defence": "yes"}
    rows = [
        told("arms", "2025-03-06", status="discussed", defence="yes", **TALKS),
        (page, claim(page, "They talked about trade.", status="discussed", defence="no", **TALKS)),
        (page, claim(page, "Arms were no subject.", start=300, **no | denied)),
    ]
    found = [e for e in events(build(*rows), "consultation") if e["status"] == "discussed"]
    assert [e["defence"] for e in found] == [expected]
    assert ("defence" in found[0]["contradictions"]) == (expected == "contested")


def test_who_denies_one_subject_on_defence_and_tells_of_another_contests_nothing() -> None:
    page = article("both", published="2025-03-06")
    no = {"kind": "consultation", "status": "denied", "polarity": "negated", "defence": "yes"}
    rows = [
        told("arms", "2025-03-06", status="discussed", defence="yes", **TALKS),
        (page, claim(page, "They talked about training.", status="discussed", defence="yes", **TALKS)),
        (page, claim(page, "Missiles were no subject.", start=300, **no)),
    ]
    [event] = [e for e in events(build(*rows), "consultation") if e["status"] == "discussed"]
    assert event["contradictions"] == []


@pytest.mark.parametrize(("place", "n"), [("Minsk", 1), ("Tehran", 2)])
def test_a_signing_goes_on_about_the_one_in_its_place(place: str, n: int) -> None:
    page = article("far", published="2024-12-13")
    more = {"actors": [], "instrument": None, "n_documents": None, "place": place}
    rows = [
        (page, claim(page, "Two papers were signed.", **PAPER | {"n_documents": 2, "date": "2024-12-10"})),
        (page, claim(page, "Nobody says who signed.", start=900, **PAPER | more)),
    ]
    assert len(events(build(*rows))) == n
