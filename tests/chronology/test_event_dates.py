"""Dates of events that several articles tell: what joins, what stays open, what is taken."""

from __future__ import annotations

from chronology_rows import MEMO, article, build, claim, events, told


def test_page_that_came_late_does_not_move_the_day() -> None:
    """A weekly recounts a signing without a date: the window before its own day is no wording and gives way."""
    who = {"actors": ["Ashtiani", "Khrenin"], "place": "Tehran", **MEMO}
    late = {"date": "2023-08-03/2023-08-06", "date_basis": "news of the day"}
    [event] = events(
        build(told("day", "2023-08-01", date="2023-07-31", **who), told("late", "2023-08-06", **late, **who))
    )
    assert event["date_edtf"] == "2023-07-31" and event["contradictions"] == []
    assert "not used" in event["date_steps"]
    worded = late | {"date_basis": "explicit expression"}
    assert (
        len(events(build(told("day", date="2023-07-31", **who), told("late", "2023-08-06", **worded, **who))))
        == 2
    )
    nameless = who | {"actors": []}
    assert (
        len(
            events(
                build(told("day", date="2023-07-31", **who), told("late", "2023-08-06", **late, **nameless))
            )
        )
        == 2
    )


def test_dates_a_day_apart_stay_open_as_a_contradiction() -> None:
    """One ministry says Tuesday, the other's agency Wednesday."""
    who = {"kind": "consultation", "status": "held", "actors": ["Bagheri", "Khrenin"], "place": "Tehran"}
    result = build(
        told("tuesday", "2023-08-02", date="2023-08-01", page={"origin": "BelTA"}, **who),
        told("wednesday", "2023-08-02", date="2023-08-02", page={"origin": "IRNA"}, **who),
    )
    [event] = events(result, "consultation")
    assert event["contradictions"] == ["date"] and event["date_edtf"] == "2023-08-01/2023-08-02"
    assert [c["value"] for c in result.contradictions] == ["2023-08-01", "2023-08-02"]
    assert [c["n_origins"] for c in result.contradictions] == [1, 1]


def test_better_corroborated_date_is_taken_and_the_other_shown() -> None:
    who = {"kind": "consultation", "status": "held", "actors": ["Bagheri", "Khrenin"], "place": "Tehran"}
    result = build(
        told("one", "2023-08-02", date="2023-08-01", page={"origin": "BelTA"}, **who),
        told("two", "2023-08-02", date="2023-08-02", page={"origin": "IRNA"}, **who),
        told("three", "2023-08-02", date="2023-08-02", page={"origin": "Reuters"}, **who),
    )
    [event] = events(result, "consultation")
    assert event["date_edtf"] == "2023-08-02" and event["contradictions"] == ["date"]


def test_dates_of_strangers_a_day_apart_are_two_events() -> None:
    one = told("one", "2023-08-02", kind="consultation", status="held", date="2023-08-01", place="Tehran")
    two = told("two", "2023-08-02", kind="consultation", status="held", date="2023-08-02", place="Tehran")
    assert len(events(build(one, two), "consultation")) == 2


def test_day_of_agreeing_does_not_date_the_signature() -> None:
    plan = {"instrument": "plan of military cooperation", "n_documents": 1, "place": "Minsk"}
    window = {"date": "2025-12-07/2025-12-10", "date_basis": "news of the day"}
    signed = told("signed", "2025-12-10", status="signed", **window, **plan)
    agreed = told("agreed", "2025-12-09", status="agreed", date="2025-12-08", **plan)
    [event] = events(build(signed, agreed))
    assert event["status"] == "signed" and event["date_edtf"] == "2025-12-08/2025-12-10"
    assert event["contradictions"] == [], "agreed before it was signed is progress"
    [alone] = events(build(agreed))
    assert alone["status"] == "agreed" and alone["date_edtf"] == "2025-12-08"
    late = told("late", "2025-12-20", status="agreed", date="2025-12-08", **plan)
    [event] = events(build(signed, late))
    assert event["contradictions"] == ["status"], "a later page that knows of no signature contradicts it"


def test_paper_told_of_the_same_day_takes_the_day_once_it_is_known() -> None:
    """ "On Monday they signed a memorandum. They also signed a plan." Another page knows which Monday."""
    page = article("page")
    memo = claim(page, "a memorandum on Monday", weekday=1, date_basis="weekday expression", date_span=[0, 5],
                 actors=["Ashtiani", "Khrenin"], place="Tehran", **MEMO)  # fmt: skip
    plan = claim(
        page,
        "also a plan",
        start=80,
        weekday=1,
        date_basis="narrated time",
        instrument="plan",
        place="Tehran",
    )
    dated = told(
        "dated", "2023-08-01", date="2023-07-31", actors=["Ashtiani", "Khrenin"], place="Tehran", **MEMO
    )
    found = {e["instrument"]: e["date_edtf"] for e in events(build((page, memo), (page, plan), dated))}
    assert found == {"memorandum of understanding": "2023-07-31", "plan": "2023-07-31"}


def test_news_windows_that_overlap_join_and_do_not_chain() -> None:
    talk = {"kind": "consultation", "status": "discussed"}
    near = build(
        told("a", date="2025-05-01/2025-05-04", **talk), told("b", date="2025-05-03/2025-05-06", **talk)
    )
    assert [e["date_edtf"] for e in near.events] == ["2025-05-03/2025-05-04"]
    chain = build(
        told("a", date="2025-05-01/2025-05-04", **talk),
        told("b", date="2025-05-03/2025-05-06", **talk),
        told("c", date="2025-05-05/2025-05-08", **talk),
    )
    assert len(chain.events) == 2
