"""A copy of a remote folder that follows it, fetching what changed; results put back whole."""

import fsspec
import pytest

from helpers.foundation import mirror
from helpers.foundation.errors import InputError, RunError
from helpers.foundation.mirror import mirror_folder, put_run
from helpers.foundation.remote import RemotePath

ROOT = RemotePath("memory://bucket/raw")


@pytest.fixture
def system():
    found = fsspec.filesystem("memory")
    for name, data in {"a.txt": b"one", "deep/b.html": b"two", ".hidden": b"no"}.items():
        found.pipe_file(f"/bucket/raw/{name}", data)
    yield found
    if found.exists("/bucket"):
        found.rm("/bucket", recursive=True)


def content(folder):
    return {
        p.relative_to(folder).as_posix(): p.read_bytes()
        for p in folder.rglob("*")
        if p.is_file() and not p.name.startswith(".")
    }


def test_a_copy_follows_what_changes_and_goes(system, tmp_path):
    folder = mirror_folder(ROOT, tmp_path)
    assert content(folder) == {"a.txt": b"one", "deep/b.html": b"two"}
    system.pipe_file("/bucket/raw/a.txt", b"changed")
    system.rm("/bucket/raw/deep/b.html")
    system.pipe_file("/bucket/raw/new.txt", b"new")
    assert mirror_folder(ROOT, tmp_path) == folder
    assert content(folder) == {"a.txt": b"changed", "new.txt": b"new"}


def test_what_the_store_says_is_unchanged_is_not_fetched(system, tmp_path, monkeypatch):
    monkeypatch.setattr("helpers.foundation.remote._version", lambda info: f"v{info['size']}")
    mirror_folder(ROOT, tmp_path)
    fetched = []
    original = mirror.fetched
    monkeypatch.setattr(mirror, "fetched", lambda path: fetched.append(path.name) or original(path))
    system.pipe_file("/bucket/raw/a.txt", b"longer")
    mirror_folder(ROOT, tmp_path)
    assert fetched == ["a.txt"]


def test_what_was_fetched_before_a_failure_is_kept(system, tmp_path, monkeypatch):
    monkeypatch.setattr("helpers.foundation.remote._version", lambda info: "v")
    original = mirror.fetched

    def fail_on_b(path):
        if path.name == "b.html":
            raise ConnectionError("no route")
        return original(path)

    monkeypatch.setattr(mirror, "fetched", fail_on_b)
    with pytest.raises(RunError, match=r"deep/b\.html: cannot be fetched \(no route\).*run again"):
        mirror_folder(ROOT, tmp_path)
    asked = []
    monkeypatch.setattr(mirror, "fetched", lambda path: asked.append(path.name) or original(path))
    assert set(content(mirror_folder(ROOT, tmp_path))) == {"a.txt", "deep/b.html"}
    assert asked == ["b.html"]


def test_names_that_no_file_can_have_are_said(system, tmp_path):
    system.pipe_file("/bucket/raw/" + "n" * 300, b"x")
    with pytest.raises(InputError, match="cannot be the name of a file"):
        mirror_folder(ROOT, tmp_path)


def test_two_copies_at_once_are_refused(system, tmp_path):
    from helpers.foundation.locks import only_one

    folder = mirror_folder(ROOT, tmp_path)
    with (
        only_one(folder.parent, doing="copy", remedy="wait"),
        pytest.raises(InputError, match="another copy of memory://bucket/raw"),
    ):
        mirror_folder(ROOT, tmp_path)


def test_a_run_is_put_below_its_name_and_as_latest(system, tmp_path):
    run = tmp_path / "20260101T000000Z-abc"
    (run / "processed").mkdir(parents=True)
    for name in ("report.html", "report.pdf", "run.json", "processed/claims.parquet"):
        (run / name).write_bytes(name.encode())
    put_run(run, RemotePath("memory://bucket/reports"))
    found = {k.removeprefix("/bucket/reports/"): system.cat_file(k) for k in system.find("/bucket/reports")}
    whole = {f"{run.name}/{k}": v for k, v in content(run).items()}
    assert found == whole | {f"latest/{n}": n.encode() for n in ("report.html", "report.pdf", "run.json")}
