"""SIGKILL at any point of any command: tables whole, latest and decisions intact, the next run comes to what an undisturbed one does."""

import os
import random
import shutil
import signal
import time
from pathlib import Path

import pytest
from breaking import check_sane, check_whole, close, crash_points, kill_at

from helpers.chronology.reviews import append_decisions, new_decision, read_decisions
from helpers.chronology.tables import write_tables
from helpers.foundation.locks import only_one
from helpers.foundation.schemas import QUARANTINE
from helpers.foundation.storage import read_rows
from helpers.report.newer_run import read_newer_run
from helpers.report.promotion import list_staging, read_record

SEED = 20240229


def living(project):
    """Processes that were started for a project and are still there, by the environment they were given."""
    mark = f"DOSSIER_HOME={project.root}".encode()
    found = []
    for path in Path("/proc").glob("[0-9]*"):
        try:
            if mark in (path / "environ").read_bytes().split(b"\0"):
                found.append(int(path.name))
        except OSError:
            continue
    return found


def stage_of(project, name):
    return lambda: any(project.reports.glob(f"staging/*/{name}"))


def test_killed_in_a_notebook_while_a_second_run_is_refused(ran, undisturbed):
    before = read_record(ran.latest)["run_id"]
    decision = new_decision("accept", scope="claim", keys=["k"], reviewer="R", reason="kept")
    append_decisions(ran.reviews, [decision])
    process = ran.start("run", "--as-of", "2022-01-01")
    deadline = time.monotonic() + 120
    while not stage_of(ran, "notebooks/20_code_claims.ipynb")() and process.poll() is None:
        assert time.monotonic() < deadline
        time.sleep(0.02)
    os.kill(process.pid, signal.SIGSTOP)  # a run that goes on, and does not end while we look
    code, output = ran.call("run")
    assert code == 2
    assert "another run is going on" in output
    code, output = ran.call_here("status")
    assert "a run is going on now" in output
    assert "failed run" not in output
    os.kill(process.pid, signal.SIGCONT)
    os.kill(process.pid, signal.SIGKILL)
    process.wait()
    close(process)
    check_sane(ran)
    assert read_record(ran.latest)["run_id"] == before
    assert read_decisions(ran.reviews).decisions == (decision,)
    code, output = ran.call_here("status")
    assert "stopped before it ended" in output
    deadline = time.monotonic() + 30
    while living(ran) and time.monotonic() < deadline:
        time.sleep(0.2)
    assert living(ran) == []

    code, output = ran.run()
    assert code == 0, output
    assert ran.tables() == undisturbed.tables()
    assert read_record(ran.latest)["run_id"] > before
    assert [read_record(f)["status"] for f in list_staging(ran.reports)] == ["stopped"]
    assert read_newer_run(ran.reports) is None
    assert b"newer run" not in (ran.latest / "report.html").read_bytes()
    assert read_decisions(ran.reviews).decisions == (decision,)


def test_killed_anywhere_while_tables_are_written(memory):
    original, out = memory / "original", memory / "out"

    def rows(detail):
        return [
            {"source_path": f"{n}.txt", "source_sha256": "sha256:0", "source_part": "", "reason": "empty", "detail": detail}
            for n in range(50)
        ]  # fmt: skip

    write_tables({"quarantine": rows("old")}, ["quarantine"], original)
    shutil.copytree(original, out)

    def check(n, killed):
        check_whole(out)
        details = {r["detail"] for r in read_rows(QUARANTINE, out)}
        assert details in ({"old"}, {"new"}), n
        assert killed or details == {"new"}
        twin = (out / "quarantine.jsonl").read_bytes()
        assert len(twin.splitlines()) == 50
        assert twin.endswith(b"\n")
        write_tables({"quarantine": rows("new")}, ["quarantine"], out)
        assert {r["detail"] for r in read_rows(QUARANTINE, out)} == {"new"}
        shutil.rmtree(out)
        shutil.copytree(original, out)

    assert crash_points(lambda: write_tables({"quarantine": rows("new")}, ["quarantine"], out), check) > 5


def test_a_lock_of_the_dead_holds_nobody_up(tmp_path):
    child = os.fork()
    if child == 0:
        with only_one(tmp_path, doing="run", remedy=""):
            (tmp_path / "held").write_bytes(b"")
            time.sleep(60)
        os._exit(0)
    while not (tmp_path / "held").exists():
        time.sleep(0.01)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    assert (tmp_path / ".lock").exists()
    with only_one(tmp_path, doing="run", remedy=""):
        pass


# the long ones: real commands, killed at seeded moments


@pytest.mark.long
@pytest.mark.parametrize(
    "point",
    [
        ".lock", "staging", "staging/*/previous", "staging/*/run.json", "staging/*/notebooks/10_clean_corpus.ipynb",
        "staging/*/processed/articles.parquet", "staging/*/processed/claims.parquet", "staging/*/processed/milestones.parquet",
        "staging/*/notebooks/40_report.ipynb", "staging/*/report.pdf", "staging/*/report.html", ".promoting.json",
    ],
)  # fmt: skip
def test_killed_at_a_named_point_of_a_run(ran, undisturbed, point):
    before = read_record(ran.latest)["run_id"]
    process = ran.start("run", "--as-of", "2022-01-01")
    if point in (".lock", "staging"):
        # there already: a moment after the start instead
        moment = time.monotonic() + (0.3 if point == ".lock" else 1.5)
        kill_at(process, lambda: time.monotonic() > moment)
    else:
        kill_at(process, lambda: any(ran.reports.glob(point)))
    check_sane(ran)
    assert read_record(ran.latest)["run_id"] >= before
    code, output = ran.run()
    assert code == 0, output
    check_sane(ran)
    assert ran.tables() == undisturbed.tables()
    assert ran.call_here("verify")[0] == 0


@pytest.mark.long
def test_killed_at_seeded_moments_of_runs(ran, undisturbed):
    dice = random.Random(SEED)
    code, output = ran.run()
    assert code == 0, output
    begun = time.monotonic()
    assert ran.run()[0] == 0
    lasts = time.monotonic() - begun
    shown = read_record(ran.latest)["run_id"]
    for _ in range(20):
        process = ran.start("run", "--as-of", "2022-01-01")
        end = time.monotonic() + dice.uniform(0, 1.1 * lasts)
        kill_at(process, lambda end=end: time.monotonic() > end)
        check_sane(ran)
        now = read_record(ran.latest)["run_id"]
        assert now >= shown
        shown = now
        assert len(list_staging(ran.reports)) <= 5
    code, output = ran.run()
    assert code == 0, output
    assert ran.tables() == undisturbed.tables()
    assert {p.name: p.read_bytes() for p in ran.processed.glob("*.parquet")} == undisturbed.tables()
    assert ran.call_here("verify")[0] == 0


@pytest.mark.long
def test_killed_at_seeded_moments_of_coding(ran, tmp_path):
    dice = random.Random(SEED)
    begun = time.monotonic()
    assert ran.call("code", ran.raw, tmp_path / "whole")[0] == 0
    lasts = time.monotonic() - begun
    out = tmp_path / "out"
    for _ in range(12):
        process = ran.start("code", ran.raw, out)
        end = time.monotonic() + dice.uniform(0.5, 1.05) * lasts
        kill_at(process, lambda end=end: time.monotonic() > end)
        check_whole(out)
    assert ran.call("code", ran.raw, out)[0] == 0
    assert {p.name: p.read_bytes() for p in out.iterdir()} == {
        p.name: p.read_bytes() for p in (tmp_path / "whole").iterdir()
    }


@pytest.mark.long
def test_killed_at_seeded_moments_of_deciding(ran):
    dice = random.Random(SEED)
    claim = read_claim(ran)
    recorded = []
    for n in range(15):
        process = ran.start("review", "reject", claim, "--reviewer", "R", "--reason", f"reason {n}")
        end = time.monotonic() + dice.uniform(0.2, 4)
        if not kill_at(process, lambda end=end: time.monotonic() > end):
            recorded.append(f"reason {n}")
    assert ran.call("review", "reject", claim, "--reviewer", "R", "--reason", "the last")[0] == 0
    reasons = [d.reason for d in read_decisions(ran.reviews).decisions]
    assert set(recorded) <= set(reasons)
    assert reasons[-1] == "the last"


def read_claim(project):
    from helpers.foundation.schemas import CLAIMS

    return read_rows(CLAIMS, project.processed)[0]["claim_id"]


def test_two_commands_that_write_the_same_tables_are_refused(ran, tmp_path):
    out = tmp_path / "out"
    with only_one(out, doing="command that writes", remedy=""):
        for command in ("code", "clean"):
            code, output = ran.call_here(command, ran.raw, out)
            assert code == 2, output
            assert "another command that writes is going on" in output
    (out / ".claims.parquet.abcdefgh.part").write_bytes(b"half")
    (out / ".sort-x").mkdir()
    code, output = ran.call_here("code", ran.raw, out)
    assert code == 0, output
    assert not [p.name for p in out.iterdir() if p.name.startswith(".")]
