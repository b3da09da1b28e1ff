"""An ordinary run that fails: its output kept, the last good report whole and saying that a newer run failed, and why."""

import html
import re

import nbformat
import pytest

from helpers.report.newer_run import read_newer_run, without_notice
from helpers.report.promotion import find_damage, list_staging, read_record


def break_notebook(project, source):
    path = project.root / "notebooks" / "10_clean_corpus.ipynb"
    notebook = nbformat.read(path, as_version=4)
    notebook.cells.insert(2, nbformat.v4.new_code_cell(source))
    nbformat.write(notebook, path)


def test_a_failed_run_is_shown_on_the_last_good_report(ran):
    before = {p.name: p.read_bytes() for p in ran.latest.iterdir() if p.is_file()}
    tables = ran.tables()
    run_id = read_record(ran.latest)["run_id"]
    break_notebook(ran, "raise ValueError('a page said <script>alert(1)</script> \\x1b[31m --> </aside>')")
    code, output = ran.call_here("run", "--as-of", "2022-01-01")
    assert code == 1
    assert "ValueError" in output
    assert "\x1b" not in output
    assert read_record(ran.latest)["run_id"] == run_id
    assert ran.tables() == tables
    for name in ("report.html", "briefing.html"):
        page = (ran.latest / name).read_bytes()
        notice = re.search(rb"<aside class=\"newer-run\".*?</aside>", page, re.DOTALL)[0].decode()
        assert "A newer run failed" in notice
        assert re.search(r"\(20\d\d-\d\d-\d\d \d\d:\d\d UTC\)", notice)
        assert "10_clean_corpus" in html.unescape(notice)
        assert str(ran.root) not in html.unescape(notice)
        assert "<script" not in notice
        assert page.index(b'<aside class="newer-run"') - page.index(b"<body") < 60
        assert without_notice(page) == before[name]
        assert page.count(b'http-equiv="Content-Security-Policy"') == 1
    assert find_damage(ran.latest) == ""
    code, output = ran.call_here("verify")
    assert code == 0, output
    (kept,) = list_staging(ran.reports)
    assert read_record(kept)["status"] == "failed"
    assert (kept / "notebooks" / "10_clean_corpus.ipynb").is_file()
    assert not (kept / "previous").exists()
    newer = read_newer_run(ran.reports)
    assert newer["run_id"] == kept.name
    code, output = ran.call_here("status")
    assert "older than a run that did not succeed" in output


@pytest.mark.long
def test_the_next_good_run_takes_the_notice_away(ran):
    first = ran.latest.resolve()
    before = (first / "report.html").read_bytes()
    break_notebook(ran, "raise ValueError('broken')")
    assert ran.run()[0] == 1
    assert (first / "report.html").read_bytes() != before
    path = ran.root / "notebooks" / "10_clean_corpus.ipynb"
    notebook = nbformat.read(path, as_version=4)
    del notebook.cells[2]
    nbformat.write(notebook, path)
    code, output = ran.run()
    assert code == 0, output
    assert ran.latest.resolve() != first
    assert (first / "report.html").read_bytes() == before
    assert b"newer-run" not in (ran.latest / "report.html").read_bytes()
    assert read_newer_run(ran.reports) is None
