"""Raw files of an object store: listed, fetched one by one, and the same pages as from a folder."""

import os
import tempfile
from pathlib import Path

import fsspec
import pytest

from helpers.foundation.errors import InputError, RunError
from helpers.foundation.provenance import sha256_hex
from helpers.foundation.records import Page, Quarantined
from helpers.foundation.remote import RemotePath, list_remote, put_folder, read_place, written_whole
from helpers.ingest.listing import list_raw_files, raw_source_path, survey_raw_folder
from helpers.ingest.read import hash_file, read_raw_file

FILES = {
    "a.txt": b"A headline\n\nThe pond froze over and the ducks walked.\n",
    "deep/b.html": b"<html><body><h1>Kites</h1><p>Two kites met above the mill.</p></body></html>",
    "deep/empty.txt": b"",
    ".hidden/c.txt": b"not read",
    "with origin.txt": b"A page with an origin file beside it, about a lamp.\n",
    "gone.txt.origin.yml": b"sha256: 'sha256:" + b"0" * 64 + b"'\n",
}
FILES["with origin.txt.origin.yml"] = (
    f"outlet: The Lamp\nsha256: {sha256_hex(FILES['with origin.txt'].decode())}\n".encode()
)


@pytest.fixture
def store():
    """A folder of a store in memory, and the same on disk to compare with."""
    system = fsspec.filesystem("memory")
    for name, data in FILES.items():
        system.pipe_file(f"/bucket/raw/{name}", data)
    yield RemotePath("memory://bucket/raw")
    system.rm("/bucket", recursive=True)


@pytest.fixture
def folder(tmp_path):
    for name, data in FILES.items():
        path = tmp_path / "raw" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return tmp_path / "raw"


def test_a_store_is_surveyed_as_a_folder_is(store, folder):
    there, here = survey_raw_folder(store), survey_raw_folder(folder)
    for group in ("files", "sidecars", "orphans"):
        assert [raw_source_path(p, store) for p in getattr(there, group)] == [
            raw_source_path(p, folder) for p in getattr(here, group)
        ]
    assert [p.name for p in there.hidden] == ["c.txt"]


def test_a_store_gives_the_same_pages_as_a_folder(store, folder):
    there = [record for p in list_raw_files(store) for record in read_raw_file(p, store)]
    here = [record for p in list_raw_files(folder) for record in read_raw_file(p, folder)]
    assert there == here
    assert {type(r) for r in there} == {Page, Quarantined}


def test_what_was_fetched_is_gone_afterwards(store, monkeypatch, tmp_path):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    records = read_raw_file(store.with_name("raw/a.txt"), store)
    assert next(records).text.startswith("A headline")
    assert list(tmp_path.rglob("a.txt")), "fetched to a file for as long as it is read"
    records.close()
    assert list(tmp_path.iterdir()) == []


def test_files_are_hashed_by_their_content(store, folder):
    assert hash_file(RemotePath("memory://bucket/raw/a.txt")) == hash_file(folder / "a.txt")


def test_a_file_that_is_gone_goes_to_quarantine(store):
    (record,) = read_raw_file(RemotePath("memory://bucket/raw/vanished.txt"), store)
    assert (record.reason, record.detail) == ("unreadable", "the object is gone")


@pytest.mark.parametrize("name", ["..", "a\\b.txt", "n" * 250])
def test_names_that_no_file_can_have_go_to_quarantine(store, name):
    (record,) = read_raw_file(RemotePath(f"memory://bucket/raw/deeper/{name}"), store)
    assert record.reason == "unreadable"
    assert "cannot be the name of a file" in record.detail


def test_a_store_that_fails_stops_the_run(store, monkeypatch):
    def fail(self, path, target, **_):
        raise ConnectionError("no route")

    monkeypatch.setattr("fsspec.implementations.memory.MemoryFileSystem.get_file", fail)
    with pytest.raises(RunError, match=r"a\.txt: cannot be fetched .*no route.*run again"):
        list(read_raw_file(RemotePath("memory://bucket/raw/a.txt"), store))


def test_an_empty_or_missing_folder_is_said(store):
    with pytest.raises(InputError, match="holds no file"):
        list_remote(RemotePath("memory://bucket/nothing"))


def test_paths_outside_the_folder_are_refused(store):
    with pytest.raises(InputError, match="not below"):
        raw_source_path(RemotePath("memory://bucket/other/a.txt"), store)


@pytest.mark.parametrize(
    ("key", "name"), [("../a.txt", "%2E%2E/a.txt"), ("a//b.txt", "a/%2F/b.txt"), ("./a.txt", "%2E/a.txt")]
)
def test_keys_that_a_path_would_resolve_are_escaped(store, key, name):
    assert raw_source_path(RemotePath(f"memory://bucket/raw/{key}"), store) == name


def test_places_are_paths_or_addresses():
    assert read_place("data/raw", name="--raw") == Path("data/raw")
    assert read_place("file:///tmp/x", name="--raw") == Path("/tmp/x")
    assert read_place("memory://bucket/raw/", name="--raw") == RemotePath("memory://bucket/raw")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("nosuch://bucket/raw", "no kind of address"),
        ("memory://", "plain address"),
        ("simplecache::memory://bucket", "plain address"),
        ("s3://bucket/raw?versionId=1", "plain address"),
    ],
)
def test_addresses_that_cannot_be_used_are_refused(text, said):
    with pytest.raises(InputError, match=said):
        read_place(text, name="--raw")


def test_an_address_with_a_password_is_refused_without_repeating_it():
    with pytest.raises(InputError) as caught:
        read_place("s3://key:hunter2@bucket/raw", name="--raw")
    assert "hunter2" not in str(caught.value)
    assert "AWS_SECRET_ACCESS_KEY" in str(caught.value)


def test_a_missing_library_is_named(monkeypatch):
    def missing(protocol):
        raise ImportError("Install s3fs to access S3")

    monkeypatch.setattr("fsspec.get_filesystem_class", missing)
    with pytest.raises(InputError, match=r"pip install '\.\[s3\]'"):
        read_place("s3://bucket/raw", name="--raw")


def test_results_are_put_whole_and_only_after_a_good_end(store):
    system = fsspec.filesystem("memory")
    target = RemotePath("memory://bucket/out")
    with pytest.raises(ZeroDivisionError), written_whole(target) as folder:
        (folder / "table.parquet").write_bytes(b"half")
        1 / 0  # noqa: B018
    assert not system.exists("/bucket/out/table.parquet")
    with written_whole(target) as folder:
        (folder / "deep").mkdir()
        (folder / "deep" / "table.parquet").write_bytes(b"whole")
        assert not system.exists("/bucket/out/deep/table.parquet")
    assert system.cat_file("/bucket/out/deep/table.parquet") == b"whole"
    assert not folder.exists()


def test_results_on_this_machine_are_written_where_they_go(tmp_path):
    with written_whole(tmp_path) as folder:
        assert folder == tmp_path


def test_a_target_that_cannot_be_written_is_said(monkeypatch, tmp_path):
    def refuse(self, *_, **__):
        raise PermissionError("Access Denied")

    monkeypatch.setattr("fsspec.implementations.memory.MemoryFileSystem.put_file", refuse)
    (tmp_path / "x.txt").write_bytes(b"x")
    with pytest.raises(InputError, match="cannot be written to"):
        put_folder(tmp_path, RemotePath("memory://bucket/out"))


def test_the_current_folder_is_a_folder_too(folder, monkeypatch):
    monkeypatch.chdir(folder)
    here = Path(os.curdir)
    assert [raw_source_path(p, here) for p in list_raw_files(here)] == [
        raw_source_path(p, folder) for p in list_raw_files(folder)
    ]
