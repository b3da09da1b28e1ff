"""Hashes of raw files that did not change are not made again; whatever may have changed is read."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from helpers.clean import raw_files
from helpers.clean.corpus import plan_cleaning
from helpers.foundation.cache import Cache
from helpers.foundation.schemas import LANGUAGES

SETTLED = raw_files.SETTLED_NS


@pytest.fixture
def raw(tmp_path: Path) -> Path:
    folder = tmp_path / "raw"
    folder.mkdir()
    for n in range(5):
        (folder / f"{n}.txt").write_text(f"Page {n} says nothing.")
    return folder


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Names of the files that are read to be hashed; what was just written counts as settled."""
    names: list[str] = []
    inner = raw_files._hash

    def note(path: Path, found: os.stat_result) -> str:
        names.append(path.name)
        return inner(path, found)

    monkeypatch.setattr(raw_files, "_hash", note)
    monkeypatch.setattr(raw_files, "SETTLED_NS", 0)
    return names


def plan(raw: Path, cache: Path):
    return plan_cleaning(raw, languages=LANGUAGES, cache=Cache(cache))


def rewrite(path: Path, text: str) -> None:
    """Write into a file until the system says another time of change: its clock ticks every few milliseconds."""
    before = path.stat().st_ctime_ns
    while path.stat().st_ctime_ns == before:
        path.write_text(text)


def test_what_did_not_change_is_not_read_again(raw: Path, tmp_path: Path, read: list[str]) -> None:
    first = plan(raw, tmp_path / "cache")
    assert sorted(read) == [f"{n}.txt" for n in range(5)]
    read.clear()
    second = plan(raw, tmp_path / "cache")
    assert read == [] and second.key == first.key
    assert [second.files.sha256(n) for n in range(5)] == [first.files.sha256(n) for n in range(5)]
    assert plan(raw, tmp_path / "other").key == first.key and len(read) == 5


def test_a_change_that_hides_its_time_and_size_is_seen(raw: Path, tmp_path: Path, read: list[str]) -> None:
    first = plan(raw, tmp_path / "cache")
    read.clear()
    before = (raw / "3.txt").stat()
    rewrite(raw / "3.txt", "Page 3 says nothing!")
    os.utime(raw / "3.txt", ns=(before.st_atime_ns, before.st_mtime_ns))
    after = (raw / "3.txt").stat()
    assert (after.st_size, after.st_mtime_ns) == (before.st_size, before.st_mtime_ns)
    second = plan(raw, tmp_path / "cache")
    assert read == ["3.txt"] and second.key != first.key
    assert second.files.sha256(3) != first.files.sha256(3)


def test_two_files_that_change_places_are_read(raw: Path, tmp_path: Path, read: list[str]) -> None:
    first = plan(raw, tmp_path / "cache")
    read.clear()
    (raw / "0.txt").rename(raw / "x")
    (raw / "1.txt").rename(raw / "0.txt")
    (raw / "x").rename(raw / "1.txt")
    second = plan(raw, tmp_path / "cache")
    assert sorted(read) == ["0.txt", "1.txt"]
    assert second.files.sha256(0) == first.files.sha256(1) != second.files.sha256(1)


def test_what_was_written_a_moment_ago_is_read_again(
    raw: Path, tmp_path: Path, read: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its next change might bear the same time; so might one after the clock was set back."""
    monkeypatch.setattr(raw_files, "SETTLED_NS", 3600 * SETTLED)
    plan(raw, tmp_path / "cache")
    plan(raw, tmp_path / "cache")
    assert len(read) == 10
    monkeypatch.setattr(raw_files, "SETTLED_NS", 0)
    now = time.time_ns()
    monkeypatch.setattr(raw_files.time, "time_ns", lambda: now - 3600 * SETTLED)
    plan(raw, tmp_path / "cache")
    plan(raw, tmp_path / "cache")
    assert len(read) == 20


def test_links_are_followed_each_time(raw: Path, tmp_path: Path, read: list[str]) -> None:
    """What a link leads to may change while the link does not."""
    (raw / "link.txt").symlink_to(raw / "0.txt")
    first = plan(raw, tmp_path / "cache")
    rewrite(raw / "0.txt", "Page 0 says something else.")
    second = plan(raw, tmp_path / "cache")
    link = first.files.names.index("link.txt")
    assert second.files.sha256(link) == second.files.sha256(0) != first.files.sha256(link)
