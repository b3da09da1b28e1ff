"""How far an event got, as several articles tell it: plans, delays, denials, headlines."""

from __future__ import annotations

from chronology_rows import article, build, claim, events, knowledge, profile, told

from helpers.chronology.build import build_chronology


def test_postponed_visit_is_the_planned_one_put_off() -> None:
    visit = {"kind": "consultation", "polarity": "future", "date": "2025-06-26/2025-06-27", "place": "Minsk",
             "actors": ["Pezeshkian"]}  # fmt: skip
    result = build(
        told("plan", "2025-06-10", status="planned", **visit),
        told("off", "2025-06-20", status="postponed", **visit),
    )
    [event] = events(result, "consultation")
    assert event["status"] == "postponed" and event["milestone_id"]


def test_announced_signing_and_its_fulfilment_are_one() -> None:
    plan = told("before", "2025-12-01", status="planned", polarity="future", date="2025-12-08", place="Minsk",
                actors=["Khrenin", "Nasirzadeh"], instrument="plan of military cooperation")  # fmt: skip
    done = told("after", "2025-12-09", status="signed", date="2025-12-08", place="Minsk",
                actors=["Khrenin", "Nasirzadeh"], instrument="plan of military cooperation")  # fmt: skip
    [event] = events(build(plan, done))
    assert event["status"] == "signed" and event["contradictions"] == []


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


def test_denial_of_one_paper_is_none_of_the_package() -> None:
    day = {"place": "Minsk", "date": "2025-08-20", "actors": ["Lukashenko", "Pezeshkian"]}
    result = build(
        told("package", n_documents=13, instrument="documents", defence="yes", areas=["procurement"], **day),
        told("denied", status="denied", polarity="negated", instrument="agreement", defence="yes", **day),
    )
    [event] = events(result)
    assert event["status"] == "signed" and event["contradictions"] == ["defence"]
    assert {c["value"] for c in result.contradictions} == {"yes", "denied"}


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


def test_an_announced_meeting_that_took_place_is_no_plan() -> None:
    """What is "discussed" stands below a plan of a paper and above a plan of a meeting."""
    meeting = {
        "kind": "consultation",
        "actors": ["Khrenin", "Nasirzadeh"],
        "place": "Minsk",
        "date": "2025-05-21",
    }
    ahead = {"status": "planned", "polarity": "future"}
    took_place = told("after", "2025-05-22", status="discussed", **meeting)
    [event] = events(build(told("before", "2025-05-15", **meeting | ahead), took_place), "consultation")
    assert event["status"] == "discussed" and event["n_articles"] == 2 and event["contradictions"] == []
    [event] = events(build(told("before", "2025-05-15", **meeting | ahead)), "consultation")
    assert event["status"] == "planned"
    later = {"date": "2025-06-21"} | ahead
    both = events(build(told("before", "2025-05-15", **meeting | later), took_place), "consultation")
    assert sorted(e["status"] for e in both) == ["discussed", "planned"]
