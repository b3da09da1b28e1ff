"""A disk without room and folders that may not be written to: really small file systems, really read-only ones."""

import contextlib
import os
import shutil
import subprocess
import sys

import pytest
from breaking import Project, check_sane, check_whole, fill, mounted, small_disk

from helpers.chronology.reviews import append_decisions, new_decision, read_decisions
from helpers.foundation.errors import InputError
from helpers.foundation.schemas import QUARANTINE
from helpers.foundation.storage import read_rows, write_table
from helpers.report.newer_run import read_newer_run
from helpers.report.promotion import read_record

ROW = {
    "source_path": "a.txt",
    "source_sha256": "sha256:0",
    "source_part": "",
    "reason": "empty",
    "detail": "0 bytes",
}


@contextlib.contextmanager
def read_only(folder):
    """The same folder, mounted over itself so that nothing in it can be changed: that binds root as well."""
    with mounted(folder, "--bind", folder):
        done = subprocess.run(
            ["mount", "-o", "remount,ro,bind", str(folder)], capture_output=True, text=True, check=False
        )
        if done.returncode:
            pytest.skip(f"a read-only mount is not allowed here ({done.stderr.strip()})")
        yield folder


def test_full_disk_leaves_the_old_table(tmp_path):
    with small_disk(tmp_path / "disk", "256k") as disk:
        write_table(QUARANTINE, [ROW], disk)
        before = (disk / "quarantine.parquet").read_bytes()
        fill(disk, leave=8192)
        rows = [{**ROW, "source_path": os.urandom(40).hex()} for _ in range(2000)]
        with pytest.raises(OSError, match="No space left"):
            write_table(QUARANTINE, rows, disk)
        assert (disk / "quarantine.parquet").read_bytes() == before
        assert {p.name for p in disk.iterdir()} == {"quarantine.parquet", "ballast"}


def test_full_disk_records_a_decision_whole_or_not_at_all(tmp_path):
    with small_disk(tmp_path / "disk", "64k") as disk:
        reviews = disk / "reviews"
        for n in range(10):
            append_decisions(reviews, [decide(f"early {n}")])
        fill(disk)
        kept = 10
        for n in range(60):
            try:
                append_decisions(reviews, [decide(f"late {n} " + "x" * 300)])
                kept += 1
            except InputError as err:
                assert "not recorded" in str(err)
                assert "free space" in str(err)
                break
        else:
            pytest.fail("the disk never filled up")
        found = read_decisions(reviews)
        assert len(found.decisions) == kept
        assert found.torn is None
        (disk / "ballast").unlink()
        append_decisions(reviews, [decide("after")])
        assert len(read_decisions(reviews).decisions) == kept + 1


def decide(reason):
    return new_decision("accept", scope="claim", keys=[reason], reviewer="R", reason=reason)


@pytest.mark.parametrize("leave", [0, pytest.param(200_000, marks=pytest.mark.long)])
def test_full_disk_at_the_start_of_a_run(ran, tmp_path, leave):
    before = ran.tables()
    with small_disk(tmp_path / "disk", "40m") as disk:
        shutil.copytree(ran.reports, disk / "reports", symlinks=True)
        shutil.rmtree(ran.reports)
        ran.reports.symlink_to(disk / "reports")
        fill(disk, leave=leave)
        code, output = ran.call_here("run", "--as-of", "2022-01-01")
        assert code in (1, 2), output
        assert output.strip().splitlines()[-1].startswith("dossier: "), output
        assert "free space" in output or "No space left" in output, output
        assert "Traceback" not in output
        check_sane(ran)
        assert ran.tables() == before
        (disk / "ballast").unlink()
        code, output = ran.call_here("status")
        assert code == 0, output


@pytest.mark.long
@pytest.mark.parametrize("room", [0.3, 1, 2, 3])
def test_full_disk_in_the_middle_of_a_run(undisturbed, tmp_path, room):
    """Megabytes of room; the run needs more than any of them, the next one finds room and comes to the same."""
    with small_disk(tmp_path / "disk", "80m") as disk:
        project = Project(disk / "project")
        code, output = project.run()
        assert code == 0, output
        before = project.tables()
        fill(disk, leave=int(room * 1_000_000))
        code, output = project.run()
        if code == 0:
            pytest.skip(f"a run needs less than {room} MB")
        assert code in (1, 2), output
        assert "Traceback" not in output, output
        assert "space" in output, output
        check_sane(project)
        assert project.tables() == before
        (disk / "ballast").unlink()
        code, output = project.run()
        assert code == 0, output
        check_sane(project)
        assert read_newer_run(project.reports) is None
        assert set(project.tables()) == set(undisturbed.tables())
        assert code == project.call("verify")[0]


def test_full_disk_while_coding_leaves_no_half_table(tmp_path, undisturbed):
    with small_disk(tmp_path / "disk", "300k") as disk:
        out = disk / "out"
        fill(disk, leave=20_000)
        code, output = undisturbed.call_here("code", undisturbed.raw, out)
        assert code in (1, 2), output
        assert "Traceback" not in output, output
        assert "free space" in output, output
        check_whole(out)
        (disk / "ballast").unlink()
        code, output = undisturbed.call_here("code", undisturbed.raw, out)
        assert code == 0, output
        assert not [p.name for p in out.iterdir() if p.name.startswith(".")]


def test_read_only_reports_are_refused_before_anything_runs(ran):
    with read_only(ran.reports):
        code, output = ran.call_here("run")
        assert code == 2, output
        assert "written to" in output
        assert "--reports" in output or "another folder" in output
        assert "10_clean_corpus" not in output
    check_sane(ran)


def test_read_only_tables_are_refused_before_anything_runs(ran):
    with read_only(ran.processed):
        code, output = ran.call_here("run")
        assert code == 2, output
        assert "written to" in output
        assert "10_clean_corpus" not in output
    check_sane(ran)


def test_read_only_folder_of_texts_and_tables(ran, tmp_path):
    with read_only(tmp_path / "out") as out:
        for command in ("clean", "code"):
            code, output = ran.call_here(command, ran.raw, out)
            assert code == 2, output
            assert "written to" in output
            assert "Traceback" not in output


def test_read_only_decisions_are_said(ran):
    append_decisions(ran.reviews, [decide("one")])
    with read_only(ran.reviews):
        with pytest.raises(InputError, match="written to"):
            append_decisions(ran.reviews, [decide("two")])
        code, output = ran.call_here("review", "list", "--decisions")
        assert code == 0, output


def test_read_only_raw_folder_is_no_hindrance(ran, tmp_path):
    with read_only(ran.raw):
        code, output = ran.call_here("code", ran.raw, tmp_path / "out")
        assert code == 0, output
        code, output = ran.call_here("collect", "--sources", tmp_path / "none.yml")
        assert code == 2, output


def test_a_project_of_somebody_else(ran):
    """Another user, who may read and not write: as on a shared server."""
    if os.geteuid() != 0 or not shutil.which("setpriv"):
        pytest.skip("needs root and setpriv to become another user")
    prefix = ["setpriv", "--reuid", "65534", "--regid", "65534", "--clear-groups"]
    probe = subprocess.run(
        [*prefix, sys.executable, "-c", "import helpers.cli.main"], capture_output=True, check=False
    )
    if probe.returncode:
        pytest.skip("another user cannot reach this Python")
    for folder in (ran.root, *ran.root.parents):  # pytest's own folders are private
        if not folder.stat().st_mode & 0o005:
            folder.chmod(folder.stat().st_mode | 0o055)
    code, output = ran.call("run", prefix=prefix)
    assert code == 2, output
    assert "written to" in output
    assert "Traceback" not in output
    check_sane(ran)
    assert read_record(ran.latest)["status"] == "ok"


def test_rows_after_a_full_disk_are_readable(tmp_path):
    with small_disk(tmp_path / "disk", "128k") as disk:
        for n in range(1, 400):
            try:
                write_table(
                    QUARANTINE,
                    [{**ROW, "source_path": f"{os.urandom(20).hex()}{i}"} for i in range(n * 20)],
                    disk,
                )
            except OSError:
                break
        else:
            pytest.fail("the disk never filled up")
        assert len(read_rows(QUARANTINE, disk)) == (n - 1) * 20
