"""Which accounts are one happening: what excludes, what suffices, what stays open."""

from __future__ import annotations

from chronology_rows import MEMO, article, build, claim, events, told


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


def test_background_of_one_article_is_never_its_news() -> None:
    page = article("page", published="2025-03-13")
    news = claim(page, "a memorandum was signed", start=0, **MEMO)
    past = claim(page, "an earlier memorandum had been signed", start=90, polarity="historical", **MEMO)
    assert len(events(build((page, news), (page, past)))) == 2


def test_counts_that_differ_in_one_place_and_month_are_a_contradiction() -> None:
    papers = {"instrument": "documents", "actors": ["Lukashenko", "Pezeshkian"]}
    day = told("day", "2025-08-21", n_documents=13, date="2025-08-20", place="Minsk", **papers)
    month = told("month", "2025-09-02", n_documents=12, date="2025-08", place="Minsk", **papers)
    elsewhere = told("elsewhere", "2025-09-02", n_documents=12, date="2025-08", place="Tehran", **papers)
    [event] = build(day, month).events
    assert event["contradictions"] == ["n_documents"]
    assert len(build(day, elsewhere).events) == 2


def test_session_that_one_page_dates_by_its_first_day_and_another_by_its_last() -> None:
    session = {"kind": "consultation", "status": "held", "rules": ["trigger.session.noun:session"]}
    first = told("first", "2014-11-18", date="2014-11-18", place="Minsk", **session)
    last = told("last", "2014-11-20", date="2014-11-19", place="Minsk", defence="no", **session)
    [event] = build(first, last).events
    assert event["n_articles"] == 2 and event["contradictions"] == ["date"]
    elsewhere = told("elsewhere", "2014-11-20", date="2014-11-19", place="Tehran", **session)
    assert len(build(first, elsewhere).events) == 2


def test_several_papers_of_one_signing_a_day_apart() -> None:
    """One outlet has two of Monday, another three of Tuesday and no place: one signing, and a contradiction."""
    monday = told(
        "monday", "2024-10-22", n_documents=2, instrument="protocol", date="2024-10-21", place="Tehran"
    )
    tuesday = told("tuesday", "2024-10-23", n_documents=3, instrument="document", date="2024-10-22")
    later = told("later", "2024-10-29", n_documents=3, instrument="document", date="2024-10-28")
    [event] = build(monday, tuesday).events
    assert event["contradictions"] == ["date", "n_documents"]
    assert event["date_edtf"] == "2024-10-21/2024-10-22"
    assert len(build(monday, later).events) == 2
