"""Sidecars: written as they are read, a changed file is refused by name."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpers.foundation.errors import ConfigError, InputError
from helpers.foundation.provenance import sha256_hex
from helpers.foundation.records import Page, Quarantined
from helpers.ingest.read import list_raw_files, read_raw_file, survey_raw_folder
from helpers.ingest.sidecar import sidecar_path, write_sidecar

TEXT = "The ferry is back in port.\n"


@pytest.fixture
def raw(tmp_path: Path) -> Path:
    (tmp_path / "page.txt").write_text(TEXT)
    return tmp_path / "page.txt"


def test_what_is_written_is_read_as_hints(raw: Path) -> None:
    content = {"address": "https://news.example/1", "outlet": "Beispielbote", "accessed": "2024-05-06", "published": "2024-05-02",
               "licence": "CC BY 4.0", "sha256": sha256_hex(TEXT), "label": "made for a test", "derived_from": ["https://a.example"]}  # fmt: skip
    beside = write_sidecar(raw, content)
    assert beside.name == "page.txt.origin.yml"
    (page,) = read_raw_file(raw, raw.parent)
    assert isinstance(page, Page)
    assert dict(page.sidecar) == content
    assert {(h.field, h.value, h.evidence) for h in page.hints} == {
        ("url", "https://news.example/1", "sidecar"), ("outlet", "Beispielbote", "sidecar"), ("accessed", "2024-05-06", "sidecar"),
        ("published", "2024-05-02", "sidecar"), ("licence", "CC BY 4.0", "sidecar"),
    }  # fmt: skip
    assert list_raw_files(raw.parent) == [raw]


def test_a_changed_file_is_refused_by_name(raw: Path) -> None:
    write_sidecar(raw, {"sha256": sha256_hex(TEXT)})
    raw.write_text(TEXT + "More.")
    (record,) = read_raw_file(raw, raw.parent)
    assert isinstance(record, Quarantined)
    assert record.reason == "changed after recording"
    assert record.detail.startswith("page.txt has sha256:")
    assert record.source_sha256 == sha256_hex(TEXT + "More.")


def test_an_emptied_file_is_empty(raw: Path) -> None:
    raw.write_bytes(b"")
    (record,) = read_raw_file(raw, raw.parent)
    assert isinstance(record, Quarantined)
    assert record.reason == "empty"


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("sha256: [", "not valid YAML"),
        ("sha256: md5:00\n", "sha256 is 'md5:00'"),
        ("outlet: A\n", "'sha256' is missing"),
        ("sha256: sha256:" + "0" * 64 + "\nwebsite: x\n", "page.txt.origin.yml:2: unknown key 'website'"),
        ("sha256: sha256:" + "0" * 64 + "\naccessed: '2024-02-30'\n", "accessed is '2024-02-30'"),
        ("sha256: sha256:" + "0" * 64 + "\nderived_from: x\n", "derived_from"),
        ("- a\n", "must hold a mapping"),
        ("x" * 70000, "70000 bytes"),
    ],
)
def test_a_broken_sidecar_stops_its_file_and_says_where(raw: Path, content: str, says: str) -> None:
    sidecar_path(raw).write_text(content)
    (record,) = read_raw_file(raw, raw.parent)
    assert isinstance(record, Quarantined)
    assert record.reason == "broken sidecar"
    assert says in record.detail
    assert str(raw.parent) not in record.detail


def test_impossible_content_is_not_written(raw: Path) -> None:
    with pytest.raises(InputError, match="sha256 must be there"):
        write_sidecar(raw, {"outlet": "A"})
    with pytest.raises(ConfigError, match="accessed is 'May'"):
        write_sidecar(raw, {"sha256": sha256_hex(TEXT), "accessed": "May"})
    assert not sidecar_path(raw).exists()


def test_a_sidecar_without_its_file_is_seen(raw: Path) -> None:
    (raw.parent / "gone.txt.origin.yml").write_text("sha256: x")
    assert [p.name for p in survey_raw_folder(raw.parent).orphans] == ["gone.txt.origin.yml"]
    orphan, page = list_raw_files(raw.parent)
    assert page == raw
    (record,) = read_raw_file(orphan, raw.parent)
    assert isinstance(record, Quarantined)
    assert (record.reason, "its raw file 'gone.txt' is not there" in record.detail) == (
        "broken sidecar",
        True,
    )
