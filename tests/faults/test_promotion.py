"""A kill between any two changes of the disk while a run is put into place: latest is a whole report, the next run finishes."""

import datetime as dt
import shutil

import orjson
import pytest
from breaking import check_whole, crash_points

from helpers.foundation.errors import RunError
from helpers.foundation.locks import only_one
from helpers.foundation.provenance import sha256_hex
from helpers.foundation.schemas import MILESTONES, QUARANTINE
from helpers.foundation.storage import write_table
from helpers.report.newer_run import STATE, read_newer_run, say_newer_run, without_notice
from helpers.report.promotion import (
    ANNOUNCED,
    find_damage,
    find_previous,
    list_staging,
    make_run_id,
    point_latest,
    promote,
    read_record,
    settle,
)

OLD, NEW = "20240101T000000Z-00000001", "20240102T000000Z-00000002"
PAGE = "<!doctype html><html><head><title>t</title></head><body class='x'>\n<p>{}</p></body></html>\n"


def make_run(folder, run_id, *, detail):
    """A finished run's folder with real tables, as `_finish` leaves it."""
    write_table(MILESTONES, [], folder / "processed")
    row = {
        "source_path": "a.txt",
        "source_sha256": "sha256:0",
        "source_part": "",
        "reason": "empty",
        "detail": detail,
    }
    write_table(QUARANTINE, [row], folder / "processed")
    (folder / "notebooks").mkdir()
    (folder / "report.html").write_text(PAGE.format(detail))
    tables = {p.name: sha256_hex(p.read_bytes()) for p in sorted((folder / "processed").iterdir())}
    record = {
        "run_id": run_id, "status": "ok", "tables": tables,
        "pages": {"report.html": sha256_hex((folder / "report.html").read_bytes())},
    }  # fmt: skip
    (folder / "run.json").write_bytes(orjson.dumps(record))


def make_home(root, *, latest="link"):
    """A folder of runs with an older good run, its tables, and a new one that was verified and is not yet promoted."""
    home, tables = root / "reports", root / "processed"
    make_run(home / OLD, OLD, detail="old")
    tables.mkdir()
    for path in (home / OLD / "processed").iterdir():
        shutil.copyfile(path, tables / path.name)
    if latest == "link":
        point_latest(home, home / OLD)
    elif latest == "folder":
        shutil.copytree(home / OLD, home / "latest")
    elif latest == "dangling":
        (home / "latest").symlink_to("20230101T000000Z-deadbeef")
    make_run(home / "staging" / NEW, NEW, detail="new")
    return home, tables


def detail_of(folder):
    from helpers.foundation.storage import read_rows

    return read_rows(QUARANTINE, folder)[0]["detail"]


@pytest.mark.parametrize("latest", ["link", "folder", "dangling", "none"])
def test_killed_anywhere_while_promoting(memory, latest):
    first, _ = make_home(memory / "original", latest=latest)
    if latest in ("link", "folder"):
        say_newer_run(first, what="failed", when="2024-01-01 10:00", why="<b>disk</b>")
    root = memory / "killed"
    home, tables = root / "reports", root / "processed"

    def again():
        shutil.rmtree(root, ignore_errors=True)
        shutil.copytree(memory / "original", root, symlinks=True)

    def act():
        with only_one(home, doing="run", remedy=""):
            promote(home / "staging" / NEW, home, tables)

    seen = set()

    def check(n, killed):
        check_whole(tables)
        announced = (home / ANNOUNCED).exists()
        if (home / "latest").exists():
            assert find_damage(home / "latest") == "", n
            seen.add((read_record(home / "latest")["run_id"], announced))
        elif latest in ("link", "folder"):
            # only where a link cannot replace a folder at once; the old one stands beside it, to be put back
            assert latest == "folder", n
            assert (home / ".latest.old").exists(), n
        with only_one(home, doing="run", remedy=""):
            stopped = settle(home)
        # the next start, whatever happened: all of the old or all of the new
        shown = read_record(home / "latest")["run_id"]
        assert find_damage(home / "latest") == "", n
        assert shown == (NEW if announced or not killed else shown), n
        if shown == NEW and not stopped:
            assert detail_of(tables) == "new"
            assert read_newer_run(home) is None
            assert b"newer run" not in (home / OLD / "report.html").read_bytes()
        else:
            assert detail_of(tables) == "old"
        assert not (home / ANNOUNCED).exists()
        assert not [
            p for p in (*home.iterdir(), *tables.iterdir()) if p.name.endswith((".part", ".new", ".old"))
        ], n
        again()

    again()
    assert crash_points(act, check) > 20
    assert (NEW, True) in seen


def test_a_promotion_that_finds_no_room_is_finished_by_the_next_run(tmp_path, monkeypatch):
    home, tables = make_home(tmp_path)

    def full(source, target):
        raise OSError(28, "No space left on device", str(target))

    monkeypatch.setattr(shutil, "copyfile", full)
    with pytest.raises(OSError, match="No space"):
        promote(home / "staging" / NEW, home, tables)
    assert detail_of(tables) == "old"
    assert not [p for p in tables.iterdir() if p.name.endswith(".part")]
    monkeypatch.undo()
    settle(home)
    assert (read_record(home / "latest")["run_id"], detail_of(tables)) == (NEW, "new")


def test_an_announcement_of_a_run_that_is_not_whole_is_not_believed(tmp_path):
    home, tables = make_home(tmp_path)
    table = home / "staging" / NEW / "processed" / "quarantine.parquet"
    table.write_bytes(table.read_bytes()[:-9])
    (home / ANNOUNCED).write_bytes(orjson.dumps({"run_id": NEW, "tables": str(tables)}))
    settle(home)
    assert read_record(home / "latest")["run_id"] == OLD
    assert detail_of(tables) == "old"
    (home / ANNOUNCED).write_bytes(b'{"run_id": "../..')
    settle(home)
    assert read_record(home / "latest")["run_id"] == OLD


def test_latest_as_a_dangling_link_shows_the_newest_whole_run_again(tmp_path):
    home, _ = make_home(tmp_path, latest="dangling")
    broken = home / "20240101T120000Z-0000000a"
    make_run(broken, broken.name, detail="broken")
    (broken / "processed" / "quarantine.parquet").write_bytes(b"PAR1")
    settle(home)
    assert (home / "latest").resolve() == home / OLD


def test_latest_as_links_in_a_circle_is_replaced(tmp_path):
    home, tables = make_home(tmp_path, latest="none")
    (home / "latest").symlink_to("latest")
    settle(home)
    assert read_record(home / "latest")["run_id"] == OLD
    (home / "latest").unlink()
    (home / "latest").symlink_to("latest")
    shutil.rmtree(home / "staging" / NEW)
    make_run(home / "staging" / NEW, NEW, detail="new")
    promote(home / "staging" / NEW, home, tables)
    assert read_record(home / "latest")["run_id"] == NEW


def test_a_run_that_is_changed_between_verifying_and_promoting_is_not_promoted(tmp_path):
    home, tables = make_home(tmp_path)
    (home / "staging" / NEW / "report.html").write_text("<body>other</body>")
    with pytest.raises(RunError, match="run again"):
        promote(home / "staging" / NEW, home, tables)
    assert read_record(home / "latest")["run_id"] == OLD
    assert detail_of(tables) == "old"


def test_staging_of_the_dead_is_named_kept_and_bounded(tmp_path):
    home, _ = make_home(tmp_path)
    for n in range(6):
        folder = home / "staging" / f"2024010{n + 2}T000000Z-0000000{n}"
        folder.mkdir()
        (folder / "run.json").write_bytes(
            orjson.dumps({"run_id": folder.name, "status": "running", "started": "2024-01-09T00:00:00+00:00"})
        )
        (folder / "previous").mkdir()
    (home / "staging" / "20240109T000000Z-0000000f").mkdir()  # died before its record was written
    stopped = settle(home)
    assert [s.run_id[:8] for s in stopped] == ["20240106", "20240107", "20240109"]
    assert [read_record(f)["status"] for f in list_staging(home)] == ["stopped"] * 3
    assert "killed" in read_record(list_staging(home)[0])["failure"]
    assert not list((home / "staging").glob("*/previous"))
    assert settle(home) == []


def test_a_truncated_run_before_is_passed_over_and_said(tmp_path):
    home, _ = make_home(tmp_path)
    newest = home / "20240101T120000Z-0000000a"
    make_run(newest, newest.name, detail="newest")
    point_latest(home, newest)
    assert find_previous(home) == (newest, [])
    path = newest / "processed" / "milestones.parquet"
    path.write_bytes(path.read_bytes()[:-5])
    folder, said = find_previous(home)
    assert folder == home / OLD
    assert "milestones.parquet is damaged" in said[0]
    (newest / "run.json").write_bytes(b"{")
    assert find_previous(home)[0] == home / OLD
    for name in (OLD, newest.name):
        shutil.rmtree(home / name)
    assert find_previous(home) == (None, [])


def test_clock_set_back_keeps_runs_in_order_and_ids_unique(tmp_path):
    home, _ = make_home(tmp_path)
    before = dt.datetime(2020, 5, 5, 5, 5, 5, tzinfo=dt.UTC)
    made, warning = make_run_id(home, "0000000b", before)
    assert made == "20240102T000001Z-0000000b"
    assert "correct the clock" in warning
    ids = []
    for _ in range(5):
        run_id, _ = make_run_id(home, "0000000b", dt.datetime(2024, 1, 2, tzinfo=dt.UTC))
        (home / run_id).mkdir()
        ids.append(run_id)
    assert ids == sorted(set(ids))
    assert min(ids) > NEW
    later, warning = make_run_id(home, "0000000b", dt.datetime(2025, 1, 1, tzinfo=dt.UTC))
    assert (later, warning) == ("20250101T000000Z-0000000b", "")
    (home / "99991231T235959Z-00000000").mkdir()
    assert make_run_id(home, "0000000b", before)[0] == "20200505T050505Z-0000000b"


# the notice on the last good report


def test_a_notice_is_put_in_once_and_taken_out_without_a_trace(tmp_path):
    home, tables = make_home(tmp_path)
    page = home / OLD / "report.html"
    before = page.read_bytes()
    why = "\x1b[31m</aside><!--/newer run--><script>alert(1)</script>\u202egnp"
    for _ in range(2):
        assert say_newer_run(home, what="failed", when="2024-01-03 06:30", why=why, run_id="x")
    data = page.read_bytes()
    assert data.count(b"<aside") == 1
    assert b"A newer run failed" in data
    assert b"2024-01-03 06:30" in data
    assert b"<script" not in data
    assert b"\x1b" not in data
    assert "\u202e".encode() not in data
    assert without_notice(data) == before
    assert find_damage(home / "latest") == ""
    promote(home / "staging" / NEW, home, tables)
    assert page.read_bytes() == before
    assert not (home / STATE).exists()


def test_a_change_of_the_page_beside_the_notice_is_damage(tmp_path):
    home, _ = make_home(tmp_path)
    say_newer_run(home, what="failed", when="", why="x")
    page = home / "latest" / "report.html"
    page.write_bytes(page.read_bytes().replace(b"old", b"odd"))
    assert "report.html is damaged" in find_damage(home / "latest")


def test_a_notice_that_cannot_be_written_is_no_second_failure(tmp_path, monkeypatch):
    home, _ = make_home(tmp_path)

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("helpers.report.newer_run.write_bytes", full)
    assert say_newer_run(home, what="failed", when="", why="x") is False


def test_a_damaged_note_says_so_and_is_cleared(tmp_path):
    home, _ = make_home(tmp_path)
    (home / STATE).write_bytes(b"{tor")
    assert read_newer_run(home)["why"] == "its note is damaged"
