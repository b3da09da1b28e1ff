"""Single rules of joining and inclusion: hosts, denials, spans of days, rare acts, what goes on about what."""

from __future__ import annotations

from typing import Any

import pytest
from chronology_rows import MEMO, article, build, claim, events, knowledge, profile, told

from helpers.chronology.build import Chronology, build_chronology

TALKS: dict[str, Any] = {"kind": "consultation", "status": "discussed"}
DRILL: dict[str, Any] = {"kind": "cooperation", "status": "held", "rules": ["trigger.exercise.noun:drill"]}


def build_page(page: dict[str, Any], *claims: dict[str, Any]) -> Chronology:
    return build_chronology([page], claims, profile=profile(), knowledge=knowledge())


def test_guest_of_several_hosts_makes_one_visit() -> None:
    where = {"place": "Tehran", "country": "IRN", "date": "2024-10-16", **TALKS}
    minister = told("minister", actors=["Khrenin", "Nasirzadeh"], **where)
    president = told("president", actors=["Khrenin", "Pezeshkian"], **where)
    [event] = events(build(minister, president), "consultation")
    assert event["actors"] == ["Khrenin", "Nasirzadeh", "Pezeshkian"]


def test_guests_that_differ_are_two_visits() -> None:
    where = {"place": "Tehran", "country": "IRN", "date": "2024-10-16", **TALKS}
    one = told("one", actors=["Khrenin", "Nasirzadeh"], **where)
    other = told("other", actors=["Nasirzadeh", "Ryzhenkov"], **where)
    assert len(events(build(one, other), "consultation")) == 2


def test_undated_talk_of_others_is_not_the_dated_visit_of_its_page() -> None:
    """A claim joins another of its article only when something links them or it follows at once."""
    page = article("page", published="2024-10-16")
    visit = claim(page, "In April officers spent a week at a school near Bushehr.", place="Bushehr", date="2024-04",
                  polarity="historical", start=2000, **TALKS)  # fmt: skip
    talk = claim(
        page, "Earlier both had talked.", actors=["Khrenin", "Nasirzadeh"], polarity="historical", **TALKS
    )
    dates = {tuple(e["actors"]): e["date_edtf"] for e in build_page(page, visit, talk).events}
    assert dates[()] == "2024-04" and dates["Khrenin", "Nasirzadeh"] != "2024-04"


def test_sentence_that_follows_at_once_goes_on_about_the_same() -> None:
    page = article("page", published="2024-10-16")
    first = claim(
        page,
        "Talks were held in Minsk on Tuesday.",
        place="Minsk",
        date="2024-10-15",
        **TALKS,
    )
    second = claim(page, "Khrenin said they had lasted long.", actors=["Khrenin"], start=40, **TALKS)
    [event] = build_page(page, first, second).events
    assert event["actors"] == ["Khrenin"] and event["date_edtf"] == "2024-10-15"


def test_headline_is_no_copy_of_a_denial_below_it() -> None:
    """An article shares its story with itself: that is no sign of one happening."""
    page = article("page", published="2025-05-28")
    title = claim(page, "Five accords signed", role="title", n_documents=5, instrument="agreement",
                  place="Tehran", actors=["Khrenin"])  # fmt: skip
    denial = claim(page, "No military agreement was signed.", status="denied", polarity="negated", start=300,
                   instrument="agreement", defence="yes")  # fmt: skip
    other = told(
        "other", "2025-05-28", date="2025-05-27", n_documents=5, instrument="documents", place="Tehran"
    )
    result = build_chronology(
        [page, other[0]], [title, denial, other[1]], profile=profile(), knowledge=knowledge()
    )
    [package] = [e for e in events(result) if e["n_documents"] == 5]
    assert package["status"] == "signed" and package["n_articles"] == 2


def test_denial_without_a_day_is_about_the_news_of_its_page() -> None:
    page = article("denies", published="2025-02-05")
    talks = claim(
        page,
        "They met on Tuesday.",
        actors=["Khrenin", "Nasirzadeh"],
        place="Minsk",
        date="2025-02-04",
        **TALKS,
    )
    denial = claim(page, "No memorandum was signed.", status="denied", polarity="negated", start=30, **MEMO)
    older = claim(
        page, "In July 2023 a memorandum was signed.", polarity="historical", date="2023-07", start=900, **MEMO
    )  # fmt: skip
    signed = told("signs", "2025-02-05", date="2025-02-04", place="Minsk", **MEMO)
    result = build_chronology(
        [page, signed[0]], [talks, denial, older, signed[1]], profile=profile(), knowledge=knowledge()
    )
    by_date = {e["date_edtf"]: e for e in events(result)}
    assert by_date["2025-02-04"]["contradictions"] == ["status"]
    assert by_date["2023-07"]["contradictions"] == [] and by_date["2023-07"]["status"] == "signed"


def test_denial_alone_takes_no_date_from_the_news() -> None:
    page = article("denies", published="2025-02-05")
    talks = claim(page, "They met on Tuesday.", place="Minsk", date="2025-02-04", **TALKS)
    denial = claim(page, "No memorandum was signed.", status="denied", polarity="negated", start=30, **MEMO)
    [event] = events(build_page(page, talks, denial))
    assert event["status"] == "denied" and event["date_edtf"] is None


@pytest.mark.parametrize(("act", "n"), [("ratify", 2), ("sign", 1)])
def test_not_ratified_is_no_word_against_the_signature(act: str, n: int) -> None:
    signed = told(
        "signs", "2024-04-17", date="2024-04-16", actors=["Ashtiani", "Khrenin"], place="Minsk", **MEMO
    )
    denied = told("denies", "2024-05-01", status="denied", polarity="negated", actors=["Ashtiani", "Khrenin"], place="Minsk",
                  rules=[f"trigger.{act}.past:x"], **MEMO)  # fmt: skip
    found = events(build(signed, denied))
    assert len(found) == n
    assert any(e["contradictions"] == ["status"] for e in found) == (n == 1)


@pytest.mark.parametrize("last", [13, 20])
def test_days_within_a_span_do_not_narrow_what_took_several(last: int) -> None:
    pages = [article(n, published="2025-06-23") for n in ("span", "first day", "last day")]
    quotes = (f"from 9 to {last} June", "began on 9 June", f"ended on {last} June")
    dates = (f"2025-06-09/2025-06-{last}", "2025-06-09", f"2025-06-{last}")
    claims = [
        claim(p, q, date=d, place="Vitebsk", date_span=[0, len(q)], **DRILL)
        for p, q, d in zip(pages, quotes, dates, strict=True)
    ]
    timex = {
        "article_id": pages[0]["article_id"],
        "start": 0,
        "end": len(quotes[0]),
        "surface": quotes[0],
        "value": dates[0],
        "anchor": "",
        "rule": "range",
    }
    [event] = build_chronology(
        pages, claims, profile=profile(), knowledge=knowledge(), timexes=[timex]
    ).events
    assert event["date_edtf"] == dates[0] and event["n_articles"] == 3
    assert event["contradictions"] == []


def test_rare_act_tells_more_than_a_visit() -> None:
    month = {
        "place": "Minsk",
        "date": "2025-09",
        "kind": "consultation",
        "status": "planned",
        "polarity": "future",
    }
    for act, n in (("session", 1), ("visit", 2)):
        rules = [f"trigger.{act}.noun:x"]
        pair = (told("a", "2025-05-28", rules=rules, **month), told("b", "2025-05-28", rules=rules, **month))
        assert len(events(build(*pair), "consultation")) == n


def test_delay_recalled_beside_a_new_date_leaves_the_plan() -> None:
    page = article("page", published="2025-07-11")
    plan = claim(
        page,
        "The exercise is set for the autumn.",
        date="2025-09/2025-11",
        polarity="future",
        place="Brest",
        **(DRILL | {"status": "planned"}),
    )
    delay = claim(page, "It had been put off.", start=40, **(DRILL | {"status": "postponed"}))
    [event] = build_page(page, plan, delay).events
    assert event["status"] == "planned" and event["milestone_id"]
    first = delay | {"role": "lead"}
    [event] = build_page(page, plan, first).events
    assert event["status"] == "postponed" and event["milestone_id"], "a time is anchor enough"


def test_talks_that_open_an_article_are_news_beside_the_paper() -> None:
    """No page needs a headline of its own about them; those in the middle of a page are the occasion of the paper."""
    page = article("page", published="2025-05-28")
    people = {"actors": ["Khrenin", "Nasirzadeh"], "place": "Tehran", "date": "2025-05-27"}
    paper = claim(page, "After the talks they signed a protocol.", start=500, instrument="protocol", **people)
    opening = claim(page, "The ministers met on Tuesday.", start=10, **people, **TALKS)
    later = claim(page, "They had met before.", start=900, **people, **TALKS)
    assert {m["kind"] for m in build_page(page, paper, opening).milestones} == {"agreement", "consultation"}
    assert {m["kind"] for m in build_page(page, paper, later).milestones} == {"agreement"}


@pytest.mark.parametrize(
    ("rule", "start", "fields", "charted"),
    [
        ("trigger.meet.noun:talks", 900, {}, False),
        ("trigger.visit.past:visited", 500, {"date_span": [510, 520]}, True),
        ("trigger.visit.past:visited", 500, {"date_span": None}, False),
        ("trigger.meet.past:spoke", 900, {"areas": ["transport"]}, True),
        ("trigger.meet.past:spoke", 900, {"areas": ["transport"], "actors": []}, False),
        ("trigger.meet.past:met", 900, {}, False),
        ("trigger.session.noun:session", 500, {"date_span": None}, True),
        ("trigger.invite.past:invited", 900, {}, False),
    ],
)
def test_talks_told_by_themselves_are_more_than_an_occasion(
    rule: str, start: int, fields: dict[str, Any], charted: bool
) -> None:
    """A verb tells of them with a date, or with people in a sentence of its own; commissions' sessions always count."""
    page = article("page", published="2025-05-28")
    people = {"actors": ["Khrenin", "Nasirzadeh"], "place": "Tehran", "date": "2025-05-27"}
    paper = claim(page, "They signed a protocol.", start=500, instrument="protocol", **people)
    talks = claim(page, "They met.", start=start, **(people | TALKS | {"rules": [rule]} | fields))
    kinds = {m["kind"] for m in build_page(page, paper, talks).milestones}
    assert ("consultation" in kinds) == charted


@pytest.mark.parametrize(
    ("fields", "charted"),
    [
        ({}, False),
        ({"place": "Minsk"}, True),
        ({"place": "Minsk", "polarity": "historical"}, False),
        ({"actors": ["Khrenin"]}, True),
        ({"date": "2024"}, True),
        ({"date": "2024", "polarity": "historical"}, True),
    ],
)
def test_talks_need_a_when_or_a_who(fields: dict[str, Any], charted: bool) -> None:
    [event] = build(told("page", **TALKS, **fields)).events
    assert bool(event["milestone_id"]) == charted
    assert charted or event["left_out_by"] == "nothing known"


def test_what_an_agency_recalls_goes_back_to_the_ministry_it_cites() -> None:
    chain = {"origin": "Sample Press", "cites": ["Sample Press"]}
    page = article("agency", published="2023-08-02", **chain)
    news = claim(page, "They met on Tuesday, Sample Press said, citing the ministry.", date="2023-08-01", start=0,
                 actors=["Bagheri", "Khrenin"], attribution=["ministry of defence of Belarus", "Sample Press"], **TALKS)  # fmt: skip
    older = claim(page, "On Monday a memorandum was signed.", date="2023-07-31", start=200, **MEMO)
    other = article("ministry", published="2023-08-01", origin="ministry of defence of Belarus")
    same = claim(other, "A memorandum was signed on Monday.", date="2023-07-31", **MEMO)
    result = build_chronology([page, other], [news, older, same], profile=profile(), knowledge=knowledge())
    [memo] = events(result)
    assert memo["origins"] == ["ministry of defence of Belarus"]


def test_what_is_vague_joins_the_only_event_it_fits() -> None:
    """Its points would not do where another event fits as well."""
    session: dict[str, Any] = {
        "kind": "consultation",
        "status": "held",
        "rules": ["trigger.session.noun:session"],
    }
    first = told("a", "2026-02-13", date="2026-02-10", place="Minsk", actors=["Khrenin"], **session)
    other = told("b", "2026-02-13", date="2025-02-10", place="Minsk", actors=["Khrenin"], **session)
    vague = told("c", "2026-02-18", place="Minsk", **session)
    assert len(events(build(first, vague), "consultation")) == 1
    assert len(events(build(first, other, vague), "consultation")) == 3
    undated_talks = told("c", "2026-02-18", place="Minsk", **TALKS)
    assert len(events(build(first, undated_talks), "consultation")) == 2


def test_the_document_is_whatever_paper_was_signed() -> None:
    """Within an article and across articles; a named paper of another class stays apart."""
    day = {"date": "2024-03-04", "actors": ["Ashtiani", "Khrenin"], "place": "Tehran"}
    page = article("page", published="2024-03-06")
    plan = claim(page, "They signed a plan.", start=0, instrument="plan", n_documents=1, **day)
    same = claim(
        page, "The document was signed in Tehran.", start=100, instrument="document", n_documents=1, **day
    )
    [event] = events(build_page(page, plan, same))
    assert event["instrument"] == "plan"
    other = claim(page, "A roadmap was signed.", start=100, instrument="roadmap", n_documents=1, **day)
    assert len(events(build_page(page, plan, other))) == 2


@pytest.mark.parametrize(("status", "kind", "n"), [("denied", "cooperation", 1), ("postponed", "cooperation", 1),
                                                     ("denied", "consultation", 0)])  # fmt: skip
def test_denied_joint_acts_need_no_time(status: str, kind: str, n: int) -> None:
    polarity = "negated" if status == "denied" else "asserted"
    made = told("page", kind=kind, status=status, polarity=polarity, rules=["trigger.exercise.noun:drill"])
    assert len(build(made).milestones) == n


@pytest.mark.parametrize(
    ("fields", "charted"),
    [
        ({"kind": "cooperation", "place": "Minsk"}, True),
        (TALKS | {"place": "Minsk"}, True),
        (TALKS | {"actors": ["Khrenin"]}, False),
        (TALKS, False),
    ],
)
def test_planned_joint_acts_need_no_time(fields: dict[str, Any], charted: bool) -> None:
    """An exercise, a course or a plant is named by what it is, a visit by its place; a visit at no time to nowhere is no plan."""
    plan = told("plan", **fields | {"status": "planned", "polarity": "future"})
    [event] = build(plan).events
    assert (event["milestone_id"] is not None) is charted


def test_what_is_vague_joins_the_event_it_fits_best_by_far() -> None:
    """An undated page on a visit, beside the dated visit and a plan of a tour that names nobody."""
    visit = {"actors": ["Ahmadinejad", "Lukashenko"], **TALKS}
    page = article("dated", published="2007-05-22")
    came = claim(page, "He came on Monday.", date="2007-05-21", **visit)
    tour = claim(page, "A tour is planned.", kind="consultation", status="planned", polarity="future",
                 date="2007-05-22/2007-05-29", start=600)  # fmt: skip
    undated = told("undated", place="Minsk", **visit)
    result = build((page, came), (page, tour), undated)
    assert sorted(e["n_articles"] for e in events(result, "consultation")) == [1, 2]
