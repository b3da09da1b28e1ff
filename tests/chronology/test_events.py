"""Which accounts are one happening: what excludes, what suffices, what stays open."""

from __future__ import annotations

import random
from typing import Any

import pytest
from chronology_rows import article, claim, knowledge, profile
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers.chronology.build import Chronology, build_chronology
from helpers.chronology.likeness import Comparer, Features, Likeness

MEMO = {"instrument": "memorandum of understanding", "n_documents": 1, "defence": "yes"}


def build(*told: tuple[dict[str, Any], dict[str, Any]]) -> Chronology:
    articles = {a["article_id"]: a for a, _ in told}
    return build_chronology(articles.values(), [c for _, c in told], profile=profile(), knowledge=knowledge())


def told(name: str, published: str | None = None, **fields: Any) -> tuple[dict[str, Any], dict[str, Any]]:
    page = article(name, published=published, **fields.pop("page", {}))
    return page, claim(page, f"quote of {name}", **fields)


def events(chronology: Chronology, kind: str = "agreement") -> list[dict[str, Any]]:
    return [e for e in chronology.events if e["kind"] == kind]


def test_memoranda_of_2007_and_2023_are_two() -> None:
    """Both were signed on a Monday in Tehran, told with and without the year."""
    old = told("old", "2007-01-23", actors=["Maltsev", "Najjar"], place="Tehran", date="2007-01-22", **MEMO)
    new = told("new", actors=["Ashtiani", "Khrenin"], place="Tehran", weekday=1, **MEMO)
    undated_old = told("undated old", actors=["Maltsev", "Najjar"], place="Tehran", weekday=1, **MEMO)
    nameless = told("nameless", place="Tehran", weekday=1, **MEMO)
    result = build(old, new, undated_old, nameless)
    groups = {tuple(sorted(e["actors"])): e["n_articles"] for e in events(result)}
    assert groups == {("Maltsev", "Najjar"): 2, ("Ashtiani", "Khrenin"): 1, (): 1}
    [open_one] = [e for e in events(result) if not e["actors"]]
    assert open_one["left_out_by"] == "cannot be told apart" and open_one["date_edtf"] is None


def test_terms_of_office_exclude_what_weekday_and_place_allow() -> None:
    old = told("old", actors=["Najjar"], place="Tehran", weekday=1, **MEMO)
    new = told("new", actors=["Khrenin"], place="Tehran", weekday=1, **MEMO)
    assert len(events(build(old, new))) == 2


def test_undated_account_joins_by_people_and_paper() -> None:
    dated = told(
        "dated", "2023-08-01", actors=["Ashtiani", "Khrenin"], place="Tehran", date="2023-07-31", **MEMO
    )
    undated = told("undated", actors=["Ashtiani", "Khrenin"], **MEMO)
    [event] = events(build(dated, undated))
    assert event["n_articles"] == 2 and event["date_edtf"] == "2023-07-31"


def test_weekday_place_people_and_paper_exclude() -> None:
    base = {"actors": ["Ashtiani", "Khrenin"], "place": "Tehran", "weekday": 1, **MEMO}
    for change in (
        {"weekday": 2},
        {"place": "Minsk"},
        {"actors": ["Bagheri", "Khrenin"]},
        {"instrument": "roadmap"},
        {"status": "planned"},
        {"parties": ["BLR", "RUS"]},
        {"kind": "cooperation", "status": "held"},
    ):
        assert len(build(told("a", **base), told("b", **base | change)).events) == 2, change
    assert len(build(told("a", **base), told("b", **base)).events) == 1


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


def test_plan_and_memorandum_of_one_day_are_two_papers() -> None:
    day = {"actors": ["Ashtiani", "Khrenin"], "place": "Tehran", "date": "2023-07-31"}
    plan = told("plan", instrument="plan of military cooperation", n_documents=1, **day)
    assert len(events(build(told("memo", **day, **MEMO), plan))) == 2


def test_one_paper_under_four_names_is_one_event_with_a_contradiction() -> None:
    day = {"actors": ["Nasirzadeh", "Khrenin"], "place": "Minsk", "date": "2025-03-12", "n_documents": 1}
    names = ("memorandum of understanding", "protocol", "agreement", "declaration")
    result = build(*(told(n, "2025-03-13", instrument=n, page={"origin": n.title()}, **day) for n in names))
    [event] = events(result)
    assert (
        event["contradictions"] == ["instrument"]
        and event["n_articles"] == 4
        and event["date_edtf"] == "2025-03-12"
    )
    values = {c["value"] for c in result.contradictions}
    assert values == {"memorandum", "protocol", "declaration"}, "agreement is no name that excludes another"


def test_article_that_names_two_papers_keeps_them_apart() -> None:
    page = article("both", published="2025-03-13")
    day = {"actors": ["Nasirzadeh", "Khrenin"], "place": "Minsk", "date": "2025-03-12"}
    both = [(page, claim(page, "a memorandum", start=0, instrument="memorandum of understanding", **day)),
            (page, claim(page, "a roadmap", start=50, instrument="roadmap", **day))]  # fmt: skip
    assert len(events(build(*both))) == 2


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


def test_counts_that_differ_on_one_day_are_a_contradiction() -> None:
    day = {"instrument": "package of documents", "place": "Minsk", "date": "2025-08-20",
           "actors": ["Lukashenko", "Pezeshkian"]}  # fmt: skip
    result = build(told("a", n_documents=12, **day), told("b", n_documents=13, **day))
    [event] = events(result)
    assert event["n_documents"] is None and event["contradictions"] == ["n_documents"]
    assert event["title"].startswith("Several documents signed in Minsk")


def test_package_takes_in_its_papers_but_not_the_treaty_that_is_planned() -> None:
    day = {"place": "Minsk", "date": "2025-08-20", "actors": ["Lukashenko", "Pezeshkian"]}
    result = build(
        told("package", n_documents=13, instrument="documents", **day),
        told("paper", n_documents=1, instrument="joint statement", **day),
        told("treaty", status="planned", instrument="treaty", **day),
    )
    assert sorted(e["n_articles"] for e in events(result)) == [1, 2]


def test_announced_signing_and_its_fulfilment_are_one() -> None:
    plan = told("before", "2025-12-01", status="planned", polarity="future", date="2025-12-08", place="Minsk",
                actors=["Khrenin", "Nasirzadeh"], instrument="plan of military cooperation")  # fmt: skip
    done = told("after", "2025-12-09", status="signed", date="2025-12-08", place="Minsk",
                actors=["Khrenin", "Nasirzadeh"], instrument="plan of military cooperation")  # fmt: skip
    [event] = events(build(plan, done))
    assert event["status"] == "signed" and event["contradictions"] == []


def test_postponed_visit_is_the_planned_one_put_off() -> None:
    visit = {"kind": "consultation", "polarity": "future", "date": "2025-06-26/2025-06-27", "place": "Minsk",
             "actors": ["Pezeshkian"]}  # fmt: skip
    result = build(
        told("plan", "2025-06-10", status="planned", **visit),
        told("off", "2025-06-20", status="postponed", **visit),
    )
    [event] = events(result, "consultation")
    assert event["status"] == "postponed" and event["milestone_id"]


def test_denial_goes_with_what_it_denies() -> None:
    day = {
        "place": "Minsk",
        "date": "2025-08-20",
        "actors": ["Lukashenko", "Pezeshkian"],
        "instrument": "agreement",
    }
    result = build(
        told("signed", "2025-08-21", page={"origin": "BelTA"}, **day),
        told("denied", "2025-08-21", status="denied", polarity="negated", page={"origin": "Reuters"}, **day),
    )
    [event] = events(result)
    assert event["status"] == "signed" and event["contradictions"] == ["status"]
    assert {c["value"] for c in result.contradictions} == {"signed", "denied"}


def test_more_origins_deny_than_say_so() -> None:
    day = {
        "place": "Minsk",
        "date": "2025-08-20",
        "actors": ["Lukashenko", "Pezeshkian"],
        "instrument": "agreement",
    }
    no = {"status": "denied", "polarity": "negated"}
    result = build(
        told("a", page={"origin": "BelTA"}, **day),
        told("b", page={"origin": "Reuters"}, **day | no),
        told("c", page={"origin": "IRNA"}, **day | no),
    )
    assert [e["status"] for e in events(result)] == ["denied"]


def test_vague_account_between_two_events_joins_neither() -> None:
    who = {"actors": ["Khrenin", "Nasirzadeh"], **MEMO}
    result = build(
        told("march", date="2025-03-12", **who),
        told("october", date="2025-10-22", **who),
        told("vague", date="2025", **who),
    )
    assert sorted(e["n_articles"] for e in events(result)) == [1, 1, 1]
    [vague] = [e for e in events(result) if e["date_edtf"] == "2025"]
    assert vague["left_out_by"] == "cannot be told apart" and vague["left_out_reason"]
    assert any(n.outcome == "ambiguous" for n in result.join_log)


def test_papers_and_talks_of_other_fields_are_others() -> None:
    day = {"date": "2025-05-01", "place": "Minsk"}
    arms = told("arms", instrument="agreement", defence="yes", **day)
    trade = told("trade", instrument="agreement", defence="no", areas=["trade"], **day)
    assert len(events(build(arms, trade))) == 2
    talk = {"kind": "consultation", "status": "discussed", "date": "2025-05-01/2025-05-03"}
    one = build(told("arms", defence="yes", **talk), told("trade", defence="no", areas=["trade"], **talk))
    assert len(one.events) == 2
    silent = build(told("arms", defence="yes", **talk), told("silent", defence="no", **talk))
    assert len(silent.events) == 1, "who names no field does not speak against defence"


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


def test_signed_by_one_page_only_discussed_by_another() -> None:
    day = {"place": "Minsk", "date": "2025-03-12", "actors": ["Khrenin", "Nasirzadeh"], "defence": "yes"}
    signed = told(
        "signed", "2025-03-13", instrument="memorandum", n_documents=1, page={"origin": "Mehr"}, **day
    )
    talks = {"kind": "consultation", "status": "discussed", **day}
    result = build(signed, told("talks", "2025-03-12", page={"origin": "BelTA"}, **talks))
    sides = {c["value"]: c["origins"] for c in result.contradictions}
    assert sides == {"signed": ["Mehr"], "discussed only": ["BelTA"]} and len(result.milestones) == 2
    before = told("before", "2025-03-11", **talks | {"date": "2025-03-11/2025-03-12"})
    assert build(signed, before).contradictions == (), "a page from before the day cannot know of it"
    others = told("others", "2025-03-12", **talks | {"actors": ["Lukashenko"]})
    assert build(signed, others).contradictions == ()


def test_count_of_papers_told_one_by_one_is_no_event() -> None:
    page = article("page", published="2025-08-28")
    news = {"date": "2025-08-25/2025-08-28", "date_basis": "news of the day"}
    total = claim(
        page, "two memoranda were signed", instrument="memorandum", n_documents=2, place="Tehran", **news
    )
    first = claim(
        page, "the first in 2007", start=90, polarity="historical", date="2007-01-22", instrument="memorandum"
    )
    second = claim(
        page,
        "the second in 2023",
        start=150,
        polarity="historical",
        date="2023-07-31",
        instrument="memorandum",
    )
    result = build((page, total), (page, first), (page, second))
    assert sorted(m["date_edtf"] for m in result.milestones) == ["2007-01-22", "2023-07-31"]
    assert [e["left_out_by"] for e in events(result) if e["n_documents"] == 2] == ["sum of others"]
    assert len(build((page, total), (page, first)).milestones) == 2


def test_denial_of_one_paper_is_none_of_the_package() -> None:
    day = {"place": "Minsk", "date": "2025-08-20", "actors": ["Lukashenko", "Pezeshkian"]}
    result = build(
        told("package", n_documents=13, instrument="documents", defence="yes", areas=["procurement"], **day),
        told("denied", status="denied", polarity="negated", instrument="agreement", defence="yes", **day),
    )
    [event] = events(result)
    assert event["status"] == "signed" and event["contradictions"] == ["defence"]
    assert {c["value"] for c in result.contradictions} == {"yes", "denied"}


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


def test_background_of_one_article_is_never_its_news() -> None:
    page = article("page", published="2025-03-13")
    news = claim(page, "a memorandum was signed", start=0, **MEMO)
    past = claim(page, "an earlier memorandum had been signed", start=90, polarity="historical", **MEMO)
    assert len(events(build((page, news), (page, past)))) == 2


def test_headline_joins_what_the_article_opens_with() -> None:
    page = article("page", published="2025-08-21")
    first = claim(
        page, "documents were signed", start=50, instrument="documents", date="2025-08-20", place="Minsk"
    )
    later = claim(page, "a roadmap had been signed", start=300, instrument="roadmap", polarity="historical")
    title = claim(page, "Documents signed", start=0, role="title", instrument="documents")
    result = build((page, first), (page, later), (page, title))
    [event] = [e for e in events(result) if e["place"] == "Minsk"]
    assert title["claim_id"] in event["claim_ids"] and event["contradictions"] == []


def test_headline_that_says_more_is_left_out_and_shown() -> None:
    page = article("page", published="2025-08-21")
    title = claim(page, "Defence pact signed", start=0, role="title", instrument="agreement", defence="yes")
    body = claim(page, "a pact is being prepared", start=50, role="lead", status="planned", instrument="agreement",
                 polarity="future")  # fmt: skip
    result = build((page, title), (page, body))
    [event] = [e for e in events(result) if title["claim_id"] in e["claim_ids"]]
    assert event["left_out_by"] == "headline only" and event["contradictions"] == ["headline"]
    assert {c["value"] for c in result.contradictions} == {"headline: signed", "body: planned"}


def test_articles_without_claims_say_why() -> None:
    page, quiet = article("page"), article("quiet")
    result = build_chronology(
        [page, quiet], [claim(page, "signed")], profile=profile(), knowledge=knowledge()
    )
    assert list(result.without_claims) == [quiet["article_id"]]


# --- laws -----------------------------------------------------------------------------------------------------------

PEOPLE = st.lists(
    st.sampled_from(["Ashtiani", "Khrenin", "Raisi", "Lukashenko", "Pezeshkian", "Nobody"]), max_size=2
)
DATES = st.sampled_from(
    [
        None,
        "2023",
        "2023-03",
        "2023-07-31",
        "2023-08-01",
        "../2023-09-25",
        "2025-08-20",
        "2025-08-18/2025-08-21",
    ]
)


@st.composite
def corpora(draw: st.DrawFn) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    articles, claims = [], []
    for i in range(draw(st.integers(1, 5))):
        page = article(f"p{i}", published=draw(st.sampled_from([None, "2025-08-21", "../2023-09-25"])))
        articles.append(page)
        for j in range(draw(st.integers(0, 3))):
            status = draw(st.sampled_from(["signed", "planned", "denied", "agreed"]))
            polarity = (
                "negated"
                if status == "denied"
                else draw(st.sampled_from(["asserted", "historical", "future"]))
            )
            claims.append(
                claim(page, f"q{i}.{j}", start=100 * j, status=status, polarity=polarity, date=draw(DATES),
                      role=draw(st.sampled_from(["title", "lead", "body"])), actors=draw(PEOPLE),
                      place=draw(st.sampled_from([None, "Minsk", "Tehran"])), weekday=draw(st.sampled_from([None, 1])),
                      instrument=draw(st.sampled_from([None, "memorandum", "roadmap", "documents"])),
                      n_documents=draw(st.sampled_from([None, 1, 8, 13])), defence=draw(st.sampled_from(["yes", "no"])))
            )  # fmt: skip
    return articles, claims


@settings(deadline=None, max_examples=60)
@given(corpora(), st.integers(0, 10**6))
def test_result_depends_on_the_set_of_rows_alone(
    corpus: tuple[list[dict[str, Any]], list[dict[str, Any]]], seed: int
) -> None:
    articles, claims = corpus
    first = build_chronology(articles, claims, profile=profile(), knowledge=knowledge())
    mixed_articles, mixed_claims = list(articles), list(claims)
    random.Random(seed).shuffle(mixed_articles)
    random.Random(seed).shuffle(mixed_claims)
    assert build_chronology(mixed_articles, mixed_claims, profile=profile(), knowledge=knowledge()) == first


@settings(deadline=None, max_examples=60)
@given(corpora())
def test_every_claim_is_in_one_event_and_every_event_charted_or_explained(
    corpus: tuple[list[dict[str, Any]], list[dict[str, Any]]],
) -> None:
    articles, claims = corpus
    result = build_chronology(articles, claims, profile=profile(), knowledge=knowledge())
    held = [c for e in result.events for c in e["claim_ids"]]
    assert sorted(held) == sorted(c["claim_id"] for c in claims)
    for event in result.events:
        assert (event["milestone_id"] is None) == (event["left_out_by"] is not None)
        assert event["n_origins"] == len(event["origins"]) >= 1
    ids = [m["milestone_id"] for m in result.milestones]
    assert len(set(ids)) == len(ids)
    with_claims = {c["article_id"] for c in claims}
    assert set(result.without_claims) == {a["article_id"] for a in articles} - with_claims


@settings(deadline=None, max_examples=40)
@given(corpora())
def test_reference_layer_changes_two_columns_only(
    corpus: tuple[list[dict[str, Any]], list[dict[str, Any]]],
) -> None:
    from helpers.chronology.reference import load_reference

    articles, claims = corpus
    without = build_chronology(articles, claims, profile=profile(), knowledge=knowledge())
    beside = build_chronology(
        articles, claims, profile=profile(), knowledge=knowledge(), reference=load_reference()
    )
    blank = {"reference_id": None, "reference_date": None}
    assert [m | blank for m in beside.milestones] == list(without.milestones)
    assert (beside.events, beside.contradictions) == (without.events, without.contradictions)


@pytest.mark.parametrize("crowd", ["undated", "one minister", "one day"])
def test_work_for_each_account_is_bounded(monkeypatch: pytest.MonkeyPatch, crowd: str) -> None:
    """However many pages say the same vague thing, each is compared with a bounded number of events."""
    calls = 0
    compare = Comparer.compare

    def counted(self: Comparer, a: Features, b: Features) -> Likeness:
        nonlocal calls
        calls += 1
        return compare(self, a, b)

    monkeypatch.setattr(Comparer, "compare", counted)
    fields: dict[str, Any] = {
        "undated": {},
        "one minister": {"actors": ["Khrenin"], "instrument": "protocol"},
        "one day": {"date": "2025-01-01"},
    }[crowd]
    pages = [article(f"p{i}") for i in range(1200)]
    claims = [
        claim(p, f"q{i}", **fields | ({"actors": [f"Somebody {i}"]} if crowd == "one day" else {}))
        for i, p in enumerate(pages)
    ]
    result = build_chronology(pages, claims, profile=profile(), knowledge=knowledge())
    assert calls < 250 * len(claims)
    if crowd != "one day":
        assert len(result.milestones) == 1, "the first stands for all that cannot be told apart from it"
