"""The ledger of decisions after a crash, a full disk, a lost line: whole lines stay, torn ones are set aside and said."""

import os
import shutil
import signal
import time

import pytest
from breaking import crash_points

from helpers.chronology.ledger import check_ledger, keep_ledger, mend_ledger
from helpers.chronology.reviews import FILE_NAME, append_decisions, new_decision, read_decisions
from helpers.foundation.errors import ConfigError, InputError


def decide(reason, key="k1"):
    return new_decision("accept", scope="claim", keys=[key], reviewer="R", reason=reason)


def test_cut_mid_line_at_every_byte(tmp_path):
    append_decisions(tmp_path, [decide("one"), decide("два — ۲")])
    path = tmp_path / FILE_NAME
    data = path.read_bytes()
    first = data.index(b"\n") + 1
    for cut in range(first + 1, len(data) - 1):
        path.write_bytes(data[:cut])
        (tmp_path / "decisions.torn").unlink(missing_ok=True)
        said = mend_ledger(tmp_path)
        assert "set aside in decisions.torn" in said
        assert [d.reason for d in read_decisions(tmp_path).decisions] == ["one"]
        assert (tmp_path / "decisions.torn").read_bytes() == data[first:cut] + b"\n"
        assert mend_ledger(tmp_path) == ""
    path.write_bytes(data[:-1])  # all is there but the line break
    assert mend_ledger(tmp_path) == ""
    assert len(read_decisions(tmp_path).decisions) == 2


def test_zeros_that_a_power_cut_leaves_are_set_aside(tmp_path):
    append_decisions(tmp_path, [decide("one")])
    path = tmp_path / FILE_NAME
    with path.open("ab") as f:
        f.write(b"\0" * 4096)
    assert mend_ledger(tmp_path)
    assert [d.reason for d in read_decisions(tmp_path).decisions] == ["one"]


def test_a_ledger_that_cannot_be_mended_is_reported_and_left(tmp_path, monkeypatch):
    append_decisions(tmp_path, [decide("one")])
    with (tmp_path / FILE_NAME).open("ab") as f:
        f.write(b'{"decision_id"')
    before = (tmp_path / FILE_NAME).read_bytes()

    def refuse(_):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("helpers.chronology.ledger.set_torn_aside", refuse)
    assert "stays where it is" in mend_ledger(tmp_path)
    assert (tmp_path / FILE_NAME).read_bytes() == before


def test_killed_at_any_point_of_appending(memory):
    original, reviews = memory / "original", memory / "reviews"
    append_decisions(original, [decide("one"), decide("two", "k2")])
    with (original / FILE_NAME).open("ab") as f:
        f.write(b'{"decision_id":"dec-torn')
    more = [decide("three", "k3")]
    shutil.copytree(original, reviews)

    def check(n, killed):
        mend_ledger(reviews)
        found = [d.reason for d in read_decisions(reviews).decisions]
        assert found in (["one", "two"], ["one", "two", "three"]), n
        assert killed or found[-1] == "three"
        assert b"dec-torn" in (reviews / "decisions.torn").read_bytes(), n
        append_decisions(reviews, [decide("four", "k4")])
        assert read_decisions(reviews).decisions[-1].reason == "four"
        shutil.rmtree(reviews)
        shutil.copytree(original, reviews)

    assert crash_points(lambda: append_decisions(reviews, more), check) >= 3


def test_killed_writers_lose_no_decision_that_was_recorded(tmp_path):
    """A writer that is killed again and again; each decision that it saw recorded is there, whole."""
    seen = tmp_path / "seen"
    for n in range(8):
        child = os.fork()
        if child == 0:
            with seen.open("a") as f:
                for i in range(10_000):
                    reason = f"{n}-{i}"
                    append_decisions(tmp_path / "reviews", [decide(reason, f"k{n}-{i}")])
                    f.write(reason + "\n")
                    f.flush()
            os._exit(0)
        time.sleep(0.05 + 0.013 * n)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
    mend_ledger(tmp_path / "reviews")
    found = {d.reason for d in read_decisions(tmp_path / "reviews").decisions}
    recorded = set(seen.read_text().split())
    assert recorded
    assert recorded <= found


def test_decisions_that_went_missing_are_said_with_the_copy_that_has_them(tmp_path):
    reviews, run = tmp_path / "reviews", tmp_path / "run"
    append_decisions(reviews, [decide("one"), decide("two", "k2")])
    keep_ledger(reviews, run)
    append_decisions(reviews, [decide("three", "k3")])
    assert check_ledger(reviews, run) == ""
    lines = (reviews / FILE_NAME).read_bytes().splitlines(keepends=True)
    (reviews / FILE_NAME).write_bytes(b"".join(lines[1:]))
    assert "1 decision(s) that the run before used are missing" in check_ledger(reviews, run)
    assert str(run / FILE_NAME) in check_ledger(reviews, run)
    (reviews / FILE_NAME).unlink()
    assert "2 decision(s)" in check_ledger(reviews, run)
    assert check_ledger(reviews, None) == ""


def test_a_damaged_line_in_the_middle_stops_and_says_where(tmp_path):
    append_decisions(tmp_path, [decide("one"), decide("two", "k2")])
    path = tmp_path / FILE_NAME
    lines = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(lines[0][:40] + b"\n" + lines[1])
    with pytest.raises(ConfigError, match=r"decisions\.jsonl:1: no JSON .* restore the line"):
        read_decisions(tmp_path)


def test_a_ledger_that_cannot_be_read_stops_the_run(tmp_path):
    (tmp_path / FILE_NAME).mkdir()
    with pytest.raises(ConfigError, match="cannot be read"):
        read_decisions(tmp_path)


def test_the_list_says_that_a_line_was_torn(ran):
    append_decisions(ran.reviews, [decide("one")])
    with (ran.reviews / FILE_NAME).open("ab") as f:
        f.write(b'{"decision_id":"dec-\x1b[31m')
    code, output = ran.call_here("review", "list", "--decisions")
    assert code == 0, output
    assert "set aside in decisions.torn" in output
    assert "\x1b" not in output


def test_a_decision_for_a_folder_that_is_a_file(tmp_path):
    (tmp_path / "reviews").write_text("")
    with pytest.raises(InputError, match="the decision was not recorded"):
        append_decisions(tmp_path / "reviews", [decide("one")])
