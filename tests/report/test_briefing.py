"""The briefing: one page, every number from the tables, both sides of the widest disagreement."""

import json

import pypdfium2
from report_tables import EVENTS, RUN, make_tables, write_tables

from helpers.figures.changes import subtitle
from helpers.report.briefing import make_briefing, render_briefing
from helpers.report.content import content_of
from helpers.report.pictures import find_previous, prepare_changes


def brief(rows):
    return make_briefing(content_of(rows, RUN))


def test_findings_are_the_strongest_and_follow_the_table():
    briefing = brief(make_tables())
    assert {f.text.split(":")[0] for f in briefing.findings[:2]} == {
        "Presidents met in Minsk, 20 August 2025",
        "Strategic partnership treaty planned, 20 August 2025",
    }
    rows = make_tables()
    for m in rows["milestones"]:
        m["n_origins"] = 7 if m["milestone_id"] == "ms-2007" else m["n_origins"]
        m["grade"] = "A" if m["milestone_id"] == "ms-2007" else m["grade"]
    assert (
        brief(rows).findings[0].text
        == "Earlier defence memorandum signed in Tehran, January 2007: signed, grade A, seven independent origins."
    )


def test_the_disagreement_shows_its_sides():
    said = brief(make_tables()).disagreement
    assert said.startswith("Package of documents signed in Minsk, 20 August 2025.")
    assert "“13” (Agency Two)" in said
    assert "“discussed” (Agenția Nord)" in said
    assert (
        brief(make_tables(EVENTS[:1])).disagreement == "On no milestone do the accounts exclude each other."
    )


def test_it_is_one_page_whatever_the_table(tmp_path):
    for name, events in {
        "usual": EVENTS,
        "none": [],
        "long": [("ms-x", "long words " * 40, *EVENTS[3][2:])],
    }.items():
        folder = write_tables(tmp_path / name / "processed", make_tables(events))
        page, pdf = render_briefing(folder, RUN, tmp_path / name)
        assert len(pypdfium2.PdfDocument(pdf)) == 1, name
        text = page.read_text(encoding="utf-8")
        assert text.count("<h1") == 1
        assert "<script" not in text
        again = render_briefing(folder, RUN, tmp_path / name / "again")
        assert [p.read_bytes() for p in again] == [page.read_bytes(), pdf.read_bytes()]


def test_the_run_before_is_found_beside_or_inside(tmp_path):
    runs = {}
    for number, events in enumerate((EVENTS[:2], EVENTS[:3]), start=1):
        folder = tmp_path / f"2026010{number}T120000Z-aaaaaaaa"
        rows = make_tables(events)
        inputs = [
            {"path": a["source_path"], "sha256": a["source_sha256"], "bytes": 1} for a in rows["articles"]
        ]
        write_tables(folder / "processed", rows)
        (folder / "run.json").write_text(json.dumps({**RUN, "run_id": folder.name, "inputs": inputs}))
        runs[number] = folder
    assert find_previous(runs[1]) is None
    assert find_previous(runs[2]) == runs[1]
    found = prepare_changes(runs[2])
    assert list(found["what"]) == ["added"]
    assert found.attrs["since"] == runs[1].name
    assert "another folder" not in subtitle(found)
    record = json.loads((runs[2] / "run.json").read_text())
    (runs[2] / "run.json").write_text(json.dumps({**record, "raw": "/elsewhere"}))
    assert subtitle(prepare_changes(runs[2])).endswith("That run read another folder of pages.")
    (tmp_path / "latest").symlink_to(runs[2].name, target_is_directory=True)
    assert len(prepare_changes(tmp_path / "latest")) == 1


def test_a_run_before_that_cannot_be_read_is_said(tmp_path):
    folder = tmp_path / "20260101T120000Z-aaaaaaaa"
    write_tables(folder / "processed")
    (folder / "run.json").write_text(json.dumps(RUN))
    (folder / "previous").mkdir()
    (folder / "previous" / "run.json").write_text(json.dumps(RUN))
    frame = prepare_changes(folder)
    assert frame.empty
    assert "not there" in frame.attrs["why"]
