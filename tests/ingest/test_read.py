"""Which raw files there are, what is refused, and that one bad file stops nothing."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from helpers.foundation.errors import InputError
from helpers.foundation.records import Page, Quarantined
from helpers.foundation.schemas import QUARANTINE_REASONS
from helpers.ingest.read import list_raw_files, raw_source_path, read_raw_file, survey_raw_folder

CORPUS = Path(__file__).resolve().parents[3] / "shared" / "corpus"


def test_files_come_sorted_without_sidecars_and_hidden_files(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.txt", "a/b.html", ".DS_Store", ".git/x.txt", "b.txt.origin.yml"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
    folder = survey_raw_folder(tmp_path)
    assert [p.relative_to(tmp_path).as_posix() for p in folder.files] == ["a/b.html", "a/z.txt", "b.txt"]
    assert [p.name for p in folder.hidden] == [".DS_Store", ".git"]
    assert [p.name for p in folder.sidecars] == ["b.txt.origin.yml"]
    assert list_raw_files(tmp_path) == list(folder.files)


def test_what_holds_an_empty_folder_is_no_loss_to_speak_of(tmp_path: Path, caplog) -> None:
    (tmp_path / ".gitkeep").touch()
    with caplog.at_level("INFO"):
        survey_raw_folder(tmp_path)
        assert not caplog.messages
        (tmp_path / ".page.txt").write_text("x")
        survey_raw_folder(tmp_path)
    assert [m.partition(": ")[2] for m in caplog.messages] == ["1 hidden file(s) or folder(s) not read"]


def test_links_are_listed_and_refused_when_they_lead_out_or_round(tmp_path: Path) -> None:
    raw = tmp_path / "raw"
    raw.mkdir()
    (tmp_path / "secret.txt").write_text("secret")
    (raw / "page.txt").write_text("A page.")
    (raw / "out.txt").symlink_to(tmp_path / "secret.txt")
    (raw / "loop").symlink_to(raw, target_is_directory=True)
    (raw / "gone.txt").symlink_to(raw / "nothing")
    (raw / "inside.txt").symlink_to(raw / "page.txt")
    found = {p.name: list(read_raw_file(p, raw)) for p in list_raw_files(raw)}
    assert set(found) == {"page.txt", "out.txt", "loop", "gone.txt", "inside.txt"}
    assert isinstance(found["inside.txt"][0], Page)
    for name in ("out.txt", "loop", "gone.txt"):
        (record,) = found[name]
        assert isinstance(record, Quarantined)
        assert record.reason == "unreadable"


def test_a_pipe_is_not_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    (record,) = read_raw_file(tmp_path / "pipe.txt", tmp_path)
    assert isinstance(record, Quarantined)
    assert record.reason == "unreadable"


def test_paths_outside_the_folder_are_an_error(tmp_path: Path) -> None:
    (tmp_path / "raw").mkdir()
    (tmp_path / "page.txt").write_text("x")
    with pytest.raises(InputError, match="not below the raw folder"):
        list(read_raw_file(tmp_path / "page.txt", tmp_path / "raw"))
    with pytest.raises(InputError, match="leads out of"):
        raw_source_path(tmp_path / "raw" / ".." / "page.txt", tmp_path / "raw")


def test_a_missing_folder_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="is not there; name a folder"):
        list_raw_files(tmp_path / "nothing")


def test_a_name_that_is_no_utf_8_can_be_stored(tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt"))
    path.write_text("A page.")
    (page,) = read_raw_file(path, tmp_path)
    assert page.source_path == "caf\\xe9.txt"


def test_the_page_text_of_a_text_file_is_the_file(reading: Any) -> None:
    page = reading("a.txt", "\ufeff Title\r\n\r\nBody\rEnd \u2028 \u00a0x\n").page
    assert page.text == " Title\n\nBody\nEnd \u2028 \u00a0x\n"
    assert (page.source_part, page.media_type, page.charset, page.charset_evidence) == (
        "",
        "text/plain",
        "utf-8",
        "bom",
    )


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("a.txt", b"", "empty"),
        ("a.txt", b" \r\n\t", "empty"),
        ("a.txt", b"\x89PNG\r\n\x1a\n" + bytes(20), "binary"),
        ("a.bin", bytes(range(256)) * 9, "binary"),
        ("a.txt", b"\x81\x8d\x8f" * 99, "undecodable"),
        ("a.pdf", bytes(range(256)) * 9, "mislabelled"),
        ("a.docx", bytes(range(256)) * 9, "mislabelled"),
        ("a.xyz", b"Just text.", "unknown format"),
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "unknown format"),
        (
            "a.docx",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            "password-protected",
        ),
        ("a.html", b"<html><body><script>run()</script></body></html>", "no text"),
    ],
)
def test_bad_files_are_refused_with_a_reason(reading: Any, name: str, content: bytes, reason: str) -> None:
    read = reading(name, content)
    assert (read.pages, read.reasons) == ([], [reason])
    assert read.refused[0].detail


@pytest.mark.parametrize(
    ("name", "content", "media_type"),
    [
        ("a.pdf", "Only text.\nBut readable.", "text/plain"),
        ("a.txt", "<!DOCTYPE html><html><body><p>A page.</p></body></html>", "text/html"),
        ("a.csv", "<!doctype html><html><body><p>An error page.</p></body></html>", "text/html"),
        ("page", "No suffix, but text.", "text/plain"),
        ("page.php", "<html><body><p>Saved page.</p></body></html>", "text/html"),
        (
            "a.html",
            '<?xml version="1.0"?><rss version="2.0"><channel><item><title>A</title></item></channel></rss>',
            "application/rss+xml",
        ),
        ("a.txt", "{\\rtf1\\ansi One line.}", "application/rtf"),
    ],
)
def test_content_decides_when_the_name_is_wrong(
    reading: Any, name: str, content: str, media_type: str
) -> None:
    assert reading(name, content).page.media_type == media_type


@pytest.mark.parametrize("name", ["a.txt", "a.csv", "a.jsonl"])
def test_a_huge_single_line_is_too_large(reading: Any, name: str) -> None:
    assert reading(name, b"x" * 40_000_000).reasons == ["too large"]


def test_an_error_nobody_foresaw_is_reported_not_raised(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def explode(source: object) -> None:
        raise ZeroDivisionError("surprise")

    monkeypatch.setattr("helpers.ingest.plain.read_text", explode)
    (tmp_path / "a.txt").write_text("x")
    (record,) = read_raw_file(tmp_path / "a.txt", tmp_path)
    assert isinstance(record, Quarantined)
    assert (record.reason, record.detail) == ("failed", "ZeroDivisionError: surprise")


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.sampled_from(["txt", "html", "csv", "json", "jsonl", "pdf", "docx", "rtf", "xml", "warc", "mhtml", "gz", "wacz", "dat"]),
    st.one_of(st.binary(max_size=200), st.text(max_size=200).map(lambda t: t.encode("utf-8", "replace")),
              st.sampled_from([b"PK\x03\x04", b"\x1f\x8b", b"%PDF-1.7", b"{\\rtf1", b"WARC/1.0\r\n", b"<rss>", b"[{", b"MIME-Version: 1.0\nContent-Type: multipart/related\n\n"])
              .flatmap(lambda m: st.binary(max_size=100).map(lambda b: m + b))),
)  # fmt: skip
def test_every_file_ends_as_pages_or_reasons(tmp_path: Path, suffix: str, content: bytes) -> None:
    path = tmp_path / f"f.{suffix}"
    path.write_bytes(content)
    records = list(read_raw_file(path, tmp_path))
    assert records
    for record in records:
        if isinstance(record, Quarantined):
            assert record.reason in QUARANTINE_REASONS
            assert record.reason != "failed", record
        else:
            assert record.text.strip()


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the shared development corpus is not on this machine")
def test_the_five_pages_are_read_as_they_are() -> None:
    files = list_raw_files(CORPUS)
    assert len(files) == 5
    for path in files:
        (page,) = read_raw_file(path, CORPUS)
        assert isinstance(page, Page)
        assert page.text == path.read_text(encoding="utf-8")
