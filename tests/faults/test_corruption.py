"""Files that were damaged behind our back: tables, caches, records, links in raw; the next command recovers or says what to do."""

import os
import shutil

import orjson
import pytest
from breaking import check_sane
from growth import EXPONENT, growth

from helpers.foundation.project import open_project
from helpers.foundation.schemas import CLAIMS, QUARANTINE
from helpers.foundation.storage import read_rows, write_table
from helpers.report.manifest import describe_run, find_changed
from helpers.report.newer_run import read_newer_run
from helpers.report.promotion import find_damage, read_record
from helpers.report.schedule.fire import append_history, fire
from helpers.report.schedule.index_page import read_history


def damage(path, how):
    data = path.read_bytes()
    if how == "truncated":
        path.write_bytes(data[: len(data) // 2])
    elif how == "flipped":
        middle = len(data) // 2
        path.write_bytes(data[:middle] + bytes([data[middle] ^ 0xFF]) + data[middle + 1 :])
    elif how == "empty":
        path.write_bytes(b"")
    else:
        path.write_bytes(b"\0" * len(data))


HOW = ("truncated", "flipped", "empty", "zeros")


@pytest.mark.parametrize("how", HOW)
def test_a_damaged_table_in_processed_is_named_with_what_to_do(ran, how):
    damage(ran.processed / "claims.parquet", how)
    code, output = ran.call_here("review", "list", "--claims")
    assert code == 1, output
    assert "claims.parquet: damaged" in output
    assert "run again" in output
    code, output = ran.call_here("doctor")
    assert "claims.parquet" in output
    assert "delete what is named and run again" in output


def test_a_damaged_cache_changes_nothing(ran, tmp_path, monkeypatch):
    cache = tmp_path / "cache"
    monkeypatch.setenv("DOSSIER_CACHE", str(cache))
    code, output = ran.call_here("code", ran.raw, tmp_path / "out")
    assert code == 0, output
    expected = {p.name: p.read_bytes() for p in (tmp_path / "out").iterdir()}
    entries = sorted(p for p in cache.rglob("*") if p.is_file())
    assert entries
    for n, path in enumerate(entries):
        damage(path, HOW[n % 4])
    code, output = ran.call_here("code", ran.raw, tmp_path / "again")
    assert code == 0, output
    assert {p.name: p.read_bytes() for p in (tmp_path / "again").iterdir()} == expected


def test_a_damaged_record_of_the_last_run(ran):
    for data in (b"", b'{"run_id": "2', b"[]", b"\0" * 100):
        (ran.latest / "run.json").write_bytes(data)
        for words in (["status"], ["verify"], ["export"]):
            code, output = ran.call_here(*words)
            assert code in (1, 2), (words, output)
            assert "run.json" in output
            assert "run again" in output or "no record of a run" in output or "not the record" in output
            assert "Traceback" not in output


def test_a_damaged_page_is_seen(ran):
    assert find_damage(ran.latest) == ""
    damage(ran.latest / "report.html", "truncated")
    code, output = ran.call_here("verify")
    assert code == 1
    assert "report.html: is not the one the run wrote" in output
    assert "report.html is damaged" in ran.call_here("doctor")[1]


@pytest.mark.parametrize("name", ["loop", "up/loop"])
def test_a_raw_folder_that_is_links_in_a_circle(ran, tmp_path, name):
    (tmp_path / "loop").symlink_to("loop")
    (tmp_path / "up").symlink_to(".")
    for words in (
        ["run", "--raw", tmp_path / name],
        ["code", tmp_path / name, tmp_path / "o"],
        ["clean", tmp_path / name, tmp_path / "o"],
    ):
        code, output = ran.call_here(*words)
        assert code == 2, output
        assert output.startswith("dossier: ")
        assert "Traceback" not in output


def test_raw_files_that_change_while_a_run_goes_on_are_seen(ran, monkeypatch):
    monkeypatch.setenv("DOSSIER_HOME", str(ran.root))
    project = open_project()
    inputs = describe_run(project, {})["inputs"]
    assert find_changed(inputs, project) == []
    (ran.raw / "new.txt").write_text("A page that came meanwhile.")
    (ran.raw / "harbour.txt").write_text("Other words.")
    (ran.raw / "denial.txt").unlink()
    assert find_changed(inputs, project) == ["denial.txt", "harbour.txt", "new.txt"]


def test_a_history_cut_mid_line_loses_no_later_line(tmp_path):
    append_history(tmp_path, {"outcome": "changed"})
    with (tmp_path / "history.jsonl").open("ab") as f:
        f.write(b'{"outcome": "fai')
    append_history(tmp_path, {"outcome": "same"})
    assert [r["outcome"] for r in read_history(tmp_path)] == ["same", "damaged line", "changed"]


PLAN = {"name": "daily", "kind": "interval", "when": "6h", "retries": 0}


def test_a_scheduled_run_that_fails_is_shown_on_the_last_good_report(ran, monkeypatch):
    monkeypatch.setenv("DOSSIER_HOME", str(ran.root))
    page = ran.latest / "report.html"
    before = page.read_bytes()
    (ran.raw / "new.txt").write_text(
        "The ministers of Belarus and Iran met in Minsk on May 4, 2021, the ministry said."
    )
    said = "dossier: notebook 20 failed <script>alert(1)</script> \x1b[31m"
    outcome = fire(PLAN, str(ran.root), runner=lambda words, timeout: (1, said), sleep=lambda s: None)
    assert outcome.outcome == "failed"
    shown = page.read_bytes()
    assert b"A newer run failed" in shown
    assert b"<script>alert(1)" not in shown
    assert b"\x1b" not in shown
    assert outcome.finished[:10].encode() in shown
    assert "The last run failed" in (ran.reports / "index.html").read_text()
    assert ran.call_here("verify")[0] == 0
    assert "did not succeed" in ran.call_here("verify")[1]
    assert "older than a run that did not succeed" in ran.call_here("status")[1]

    (ran.raw / "new.txt").unlink()  # as it was: the last good report is up to date again
    record = read_record(ran.latest)
    now = describe_run(open_project(), {})
    (ran.latest / "run.json").write_bytes(
        orjson.dumps({**record, **{k: now[k] for k in ("code", "decisions_sha256")}})
    )
    outcome = fire(PLAN, str(ran.root), runner=lambda words, timeout: pytest.fail("nothing is new"))
    assert outcome.outcome == "nothing new"
    assert page.read_bytes() == before
    assert read_newer_run(ran.reports) is None
    assert "The last run failed" not in (ran.reports / "index.html").read_text()


def test_a_scheduled_run_with_nothing_to_read_says_that_nothing_was_checked(ran, monkeypatch):
    monkeypatch.setenv("DOSSIER_HOME", str(ran.root))
    shutil.rmtree(ran.raw)
    ran.raw.mkdir()
    assert fire(PLAN, str(ran.root)).outcome == "nothing checked"
    assert b"A newer run could check nothing" in (ran.latest / "report.html").read_bytes()


@pytest.mark.long
def test_a_run_over_damaged_tables_of_the_run_before(ran, undisturbed):
    first = ran.latest.resolve()
    assert ran.run()[0] == 0
    damage(ran.latest / "processed" / "milestones.parquet", "truncated")
    for path in ran.processed.glob("*.parquet"):
        damage(path, "flipped")
    code, output = ran.run()
    assert code == 0, output
    assert "passed over" in output
    assert first.name in output
    check_sane(ran)
    assert ran.tables() == undisturbed.tables()
    assert {p.name: p.read_bytes() for p in ran.processed.glob("*.parquet")} == undisturbed.tables()
    assert "passed over" in ran.call_here("status")[1]


@pytest.mark.long
def test_a_run_after_the_clock_was_set_back(ran, undisturbed, monkeypatch):
    import datetime as dt

    from helpers.report import run as run_module

    monkeypatch.setenv("DOSSIER_HOME", str(ran.root))
    before = read_record(ran.latest)["run_id"]
    monkeypatch.setattr(run_module, "_now", lambda: dt.datetime(2001, 2, 3, 4, 5, 6, tzinfo=dt.UTC))
    done = run_module.run_report({"as_of": "2022-01-01"})
    assert done.run_id > before
    assert done.record["started"].startswith("2001-02-03")
    assert "correct the clock" in done.record["warnings"][0]
    assert read_record(ran.latest)["run_id"] == done.run_id
    assert ran.tables() == undisturbed.tables()
    code, output = ran.call_here("status")
    assert code == 0
    assert "correct the clock" in output


@pytest.mark.long
def test_a_hundred_thousand_files_in_one_folder(ran, tmp_path):
    """Processor time that grows with their number and no faster, every file accounted for."""
    costs = {}
    for n in (10_000, 100_000):
        raw, out = tmp_path / f"raw{n}", tmp_path / f"out{n}"
        raw.mkdir()
        for i in range(n):
            descriptor = os.open(f"{raw}/{i}.txt", os.O_WRONLY | os.O_CREAT)
            os.write(descriptor, f"Page {i}.\n".encode())
            os.close(descriptor)
        begun = os.times()
        code, output = ran.call("code", raw, out, env={"DOSSIER_CACHE": str(tmp_path / f"cache{n}")})
        assert code == 0, output
        ended = os.times()
        costs[n] = sum(ended[2:4]) - sum(begun[2:4])  # of the command alone, whatever else the machine does
        done = {r["source_path"] for r in read_rows(QUARANTINE, out)}
        from helpers.foundation.schemas import ARTICLES

        done |= {r["source_path"] for r in read_rows(ARTICLES, out)}
        assert len(done) == n
        shutil.rmtree(raw)
    assert growth(costs[10_000], costs[100_000], 10) < EXPONENT, costs


def test_a_table_of_another_version_says_so(ran):
    write_table(QUARANTINE, [], ran.processed)
    shutil.copyfile(ran.processed / "quarantine.parquet", ran.processed / "claims.parquet")
    code, output = ran.call_here("review", "list", "--claims")
    assert code == 1
    assert "not those of this version" in output
    assert CLAIMS.name in output


@pytest.mark.parametrize(
    ("change", "seen"), [("late", False), ("read", True), ("other", True), ("gone", True)]
)
def test_only_raw_files_that_were_read_otherwise_stop_a_run(ran, monkeypatch, change, seen):
    from helpers.report.run import _changed_meanwhile

    monkeypatch.setenv("DOSSIER_HOME", str(ran.root))
    record = dict(read_record(ran.latest))
    project = open_project()
    record["inputs"] = describe_run(project, {})["inputs"]
    if change == "late":
        (ran.raw / "late.txt").write_text("A page that came while the run was going on.")
    elif change == "read":
        record["inputs"] = [r for r in record["inputs"] if r["path"] != "talks.txt"]
    elif change == "other":
        (ran.raw / "talks.txt").write_text("Other words.")
    else:
        (ran.raw / "talks.txt").unlink()
    assert bool(_changed_meanwhile(ran.latest, project, record)) is seen
