"""The sentences of a report: each number and name from the tables, and another table gives another sentence."""

import pytest
from report_tables import EVENTS, RUN, make_tables

from helpers.report.content import content_of
from helpers.report.pandoc import text
from helpers.report.prose import list_findings, name_sources, say_reference, say_side, say_sides


def findings(rows):
    return list_findings(content_of(rows, RUN))


def test_findings_say_what_when_who_and_who_disagrees():
    said = findings(make_tables())
    assert said[0].startswith("Twelve milestones between Belarus and Iran between 2007 and 2025: six signed,")
    assert said[1].startswith("Best supported paper on defence: Defence memorandum")
    assert said[1].endswith("(Defence Ministry of Northland).")
    assert any(s.startswith("Newest: Plan of military cooperation for 2026") for s in said)
    dispute = next(s for s in said if s.startswith("Disputed"))
    assert dispute.startswith("Disputed: Package of documents signed in Minsk, 20 August 2025: ")
    assert "discussed (Agenția Nord)" in dispute
    assert "signed (" in dispute


def test_another_table_gives_other_sentences():
    fewer = findings(make_tables([e for e in EVENTS if e[0] not in ("ms-2007", "ms-documents")]))
    assert fewer[0].startswith("Ten milestones between Belarus and Iran between 2021 and 2025: four signed,")
    assert not any(s.startswith("Disputed") for s in fewer)
    assert findings(make_tables([])) == [
        "No event between Belarus and Iran in these pages passes the inclusion rule."
    ]


def on(topic, rows):
    run = {**RUN, "profile": {**RUN["profile"], "topic": topic}}
    return next(s for s in list_findings(content_of(rows, run)) if f" on {topic}" in s)


def test_the_best_paper_is_one_of_the_field_in_focus():
    rows = make_tables()
    paper = next(m for m in rows["milestones"] if m["status"] == "signed")
    assert on("defence", rows).startswith("Best supported paper on defence: ")
    assert on("energy", rows) == "No paper on energy is shown as signed without dispute."
    paper["areas"] = ["energy"]
    assert on("energy", rows).startswith(f"Best supported paper on energy: {paper['title']}, ")


def test_what_is_only_to_come_or_known_to_the_year_is_not_the_newest():
    rows = make_tables()
    told = next(m for m in rows["milestones"] if m["milestone_id"] == "ms-2007")
    told |= {"kind": "consultation", "status": "planned", "earliest": "2026-01-01", "latest": "2026-12-31"}
    assert any(
        s.startswith("Newest: Plan of military cooperation for 2026")
        for s in list_findings(content_of(rows, RUN))
    )
    told |= {"status": "held", "earliest": "2025-01-01", "latest": "2027-12-31"}
    assert any(
        s.startswith("Newest: Plan of military cooperation for 2026")
        for s in list_findings(content_of(rows, RUN))
    )


def test_no_span_is_promised_where_there_is_no_date():
    rows = make_tables()
    spans = [s for s in findings(rows) if "the day is not known" in s]
    for m in rows["milestones"]:
        m |= {"earliest": None, "latest": None}
    said = findings(rows)
    assert spans and not any("the day is not known" in s for s in said)
    assert "For twelve milestones these pages support no date at all." in said


def test_many_disputes_are_counted():
    rows = make_tables([(f"ms-{i}", *EVENTS[3][1:]) for i in range(5)])
    assert "Two further milestones are disputed as well." in findings(rows)


def test_the_weightiest_dispute_comes_first():
    content = content_of(make_tables(), RUN)
    milestone = next(m for m in content.milestones if m["milestone_id"] == "ms-documents")
    assert say_sides(content, milestone).startswith("signed (Agency Two, unattributed) or discussed")


@pytest.mark.parametrize(
    ("value", "field", "said"),
    [("../2023-11-01 on weekday 1", "date", "a Monday on or before 1 November 2023"), ("../.. on weekday 3", "date", "a Wednesday, date unknown"), ("open", "date", "date unknown"), ("2023-08-01", "date", "1 August 2023"), ("2023-07/..", "date", "on or after 1 July 2023"), ("not in 2023", "date", "not in 2023"), ("12", "n_documents", "12")],
)  # fmt: skip
def test_sides_are_said_in_words(value, field, said):
    assert say_side(value, field) == said


def test_sources_and_references_in_words():
    assert name_sources(["unattributed", "B", "A"]) == "A, B, unattributed"
    assert name_sources(["E", "D", "C", "B", "A"]) == "A, B, C and 2 more"
    assert say_reference(None) == "–"
    assert say_reference("2025-12-08/2025-12-10") == "8–10 December 2025"


def test_blanks_at_the_ends_of_inline_text_stay():
    assert [n["t"] for n in text(" a  b ")] == ["Space", "Str", "Space", "Str", "Space"]
    assert text("") == []
    assert [n["t"] for n in text("a")] == ["Str"]
