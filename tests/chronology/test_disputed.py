"""What one page tells and another denies: placed by name, charted, and told apart from what is only put off or another paper."""

from __future__ import annotations

from typing import Any

import pytest
from chronology_rows import article, build, claim, events, told

from helpers.chronology.build import Chronology

NO: dict[str, Any] = {"status": "denied", "polarity": "negated"}
DRONES: dict[str, Any] = {"areas": ["procurement"], "defence": "yes"}
TALKS: dict[str, Any] = {"kind": "consultation", "rules": ["trigger.meet.present:"]} | DRONES
DRILL: dict[str, Any] = {
    "kind": "cooperation",
    "rules": ["trigger.exercise.noun:"],
    "areas": ["exercises"],
    "defence": "yes",
}
SIGNED: dict[str, Any] = {"instrument": "protocol", "n_documents": 1, "date": "2024-10-15"}


def shown(chronology: Chronology, kind: str) -> list[tuple[str, int, list[str], bool]]:
    return sorted(
        (e["status"], e["n_articles"], e["contradictions"], e["milestone_id"] is not None)
        for e in events(chronology, kind)
    )


def test_talks_that_one_page_tells_and_another_denies_are_charted_once() -> None:
    result = build(
        told("sources", "2024-10-08", status="discussed", **TALKS),
        told("ministry", "2024-10-09", **TALKS | NO),
    )
    assert shown(result, "consultation") == [("discussed", 2, ["status"], True)]


def test_talks_of_unknown_time_that_nobody_denies_stay_out() -> None:
    for chronology in (
        build(told("sources", "2024-10-08", status="discussed", **TALKS)),
        build(told("ministry", "2024-10-09", **TALKS | NO)),
    ):
        assert [charted for *_, charted in shown(chronology, "consultation")] == [False]


@pytest.mark.parametrize(
    "denial",
    [
        {"areas": ["training and exchange"]},  # denies talks on something else
        {"areas": []},  # names nothing
        {"rules": ["trigger.visit.past:"]},  # denies a visit
        {"parties": ["IRN", "RUS"]},
    ],
)
def test_a_denial_of_something_else_stays_by_itself(denial: dict[str, Any]) -> None:
    result = build(
        told("sources", "2024-10-08", status="discussed", **TALKS),
        told("ministry", "2024-10-09", **TALKS | NO | denial),
    )
    assert len(events(result, "consultation")) == 2


def test_a_denial_answers_the_days_before_only() -> None:
    for published in ("2024-12-20", "2024-10-01"):
        result = build(
            told("sources", "2024-10-08", status="discussed", **TALKS),
            told("ministry", published, **TALKS | NO),
        )
        assert len(events(result, "consultation")) == 2


def test_a_planned_drill_is_denied_where_it_was_to_be() -> None:
    plan = DRILL | {"status": "planned", "polarity": "future", "date": "2026-02"}
    here = build(
        told("plan", "2025-12-15", **plan, place="Orsha"),
        told("no", "2025-12-17", **DRILL | NO, place="Orsha"),
    )
    assert [(n, c) for _, n, c, _ in shown(here, "cooperation")] == [(2, ["status"])]
    other = build(
        told("plan", "2025-12-15", **plan, place="Orsha"),
        told("no", "2025-12-17", **DRILL | NO, place="Brest"),
    )
    assert len(events(other, "cooperation")) == 2


def test_a_paper_said_to_be_signed_and_denied_beside_one_in_the_making() -> None:
    """The page that denies the signature tells of a plan of that paper: what is denied is what others have as signed."""
    day = "2011-06-14"
    denies = article("denies", published="2011-06-16")
    rows = [
        told("signs", "2011-06-15", place="Minsk", **SIGNED | {"date": day}),
        (denies, claim(denies, "The text was agreed upon only.", status="planned", place="Minsk", instrument="protocol",
                       n_documents=1, date=day)),
        (denies, claim(denies, "It denies that a protocol was signed.", start=900, instrument="protocol", **NO)),
    ]  # fmt: skip
    [signed] = [e for e in events(build(*rows)) if e["status"] == "signed"]
    assert signed["contradictions"] == ["status"] and signed["n_articles"] == 2


def test_no_military_agreement_beside_several_papers_contradicts_none_of_them() -> None:
    page = article("one", published="2024-12-06")
    several: dict[str, Any] = {
        "instrument": "document", "n_documents": 9, "date": "2024-12-05", "areas": ["trade"], "defence": "no",
        "place": "Tehran", "attribution": ["IRNA"],
    }  # fmt: skip
    rows = [
        (page, claim(page, "Nine documents were signed.", **several)),
        (page, claim(page, "No military agreement was signed.", start=200, instrument="agreement", defence="yes",
                     attribution=["AFP"], **NO)),
    ]  # fmt: skip
    assert all("status" not in e["contradictions"] for e in events(build(*rows)))
    rows[1] = (page, claim(page, "None of it was signed.", start=200, attribution=["AFP"], **NO))
    assert [e["contradictions"] for e in events(build(*rows))] == [["status"]]


def test_who_says_that_it_concerns_defence_denies_another_paper() -> None:
    papers: dict[str, Any] = {
        "instrument": "protocol", "n_documents": 2, "date": "2010-10-12", "areas": ["procurement"],
        "defence": "yes", "place": "Tehran", "actors": ["Khrenin", "Ashtiani"],
    }  # fmt: skip
    page = article("both", published="2010-10-13")
    rows = [
        told("other", "2010-10-13", **papers),
        (page, claim(page, "Two protocols were signed.", **papers)),
        (page, claim(page, "There is no such contract.", start=400, defence="yes", instrument="contract", **NO)),
    ]  # fmt: skip
    [event] = [e for e in events(build(*rows)) if e["status"] == "signed"]
    assert event["defence"] == "yes" and "defence" not in event["contradictions"]


def test_what_is_put_off_is_not_denied() -> None:
    visit: dict[str, Any] = {
        "kind": "consultation", "rules": ["trigger.visit.noun:"], "actors": ["Nasirzadeh"], "place": "Minsk",
        "date": "2025-12-10",
    }  # fmt: skip
    page = article("off", published="2025-12-09")
    rows = [
        told("plan", "2025-12-05", status="planned", polarity="future", **visit),
        (page, claim(page, "The visit will not take place on Wednesday.", start=300, **visit | NO)),
    ]
    assert shown(build(*rows), "consultation") == [("planned", 2, ["status"], True)]
    put_off = claim(page, "Visit put off", role="title", kind="consultation", status="postponed", actors=["Nasirzadeh"],
                    rules=["trigger.visit.noun:"], date_basis="none: put off")  # fmt: skip
    assert all(
        "status" not in e["contradictions"] for e in events(build(*rows, (page, put_off)), "consultation")
    )


def test_what_is_recalled_as_agreed_may_have_been_signed() -> None:
    paper: dict[str, Any] = {"instrument": "programme", "date": "2023-03", "n_documents": 1}
    signed = told("signed", "2025-05-01", polarity="historical", **paper)

    def agreed(polarity: str) -> Chronology:
        return build(signed, told("agreed", "2025-05-02", status="agreed", polarity=polarity, **paper))

    assert [e["contradictions"] for e in events(agreed("historical"))] == [[]]
    assert [e["contradictions"] for e in events(agreed("asserted"))] == [["status"]]


@pytest.mark.parametrize(
    ("title", "body"),
    [
        ({"kind": "accusation", "status": "held"}, {"status": "discussed"}),
        ({"kind": "consultation", "status": "planned"}, {"status": "discussed"}),
        ({"kind": "consultation", "status": "postponed"}, {"status": "denied", "polarity": "negated"}),
    ],
)
def test_headlines_that_say_no_more_than_their_page(title: dict[str, Any], body: dict[str, Any]) -> None:
    page = article("page", published="2024-09-20")
    when: dict[str, Any] = {"date": "2024-09-18", "actors": ["Khrenin"], "place": "Minsk"}
    rows = [
        (page, claim(page, "Headline", role="title", **title | when)),
        (page, claim(page, "What the page tells.", start=100, kind="consultation", **body | when)),
    ]
    events_of_page = build(*rows).events
    assert events_of_page
    assert all("headline" not in e["contradictions"] for e in events_of_page)


def test_a_headline_that_says_more_than_its_page_is_reported() -> None:
    page = article("page", published="2024-09-20")
    paper: dict[str, Any] = {
        "kind": "agreement", "instrument": "memorandum", "date": "2024-09-18", "actors": ["Khrenin"], "place": "Minsk",
    }  # fmt: skip
    rows = [
        (page, claim(page, "Headline", role="title", status="signed", **paper)),
        (page, claim(page, "What the page tells.", start=100, status="planned", polarity="future", **paper)),
    ]
    events_of_page = build(*rows).events
    assert events_of_page
    assert all("headline" in e["contradictions"] for e in events_of_page)
