"""Configuration that was parsed before: used only for the same bytes, never trusted when it was changed."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpers.foundation.errors import ConfigError
from helpers.foundation.parsed import entry_of
from helpers.foundation.settings import load_yaml


@pytest.fixture
def config(tmp_path: Path) -> Path:
    """A config folder with one file beside the profile."""
    folder = tmp_path / "config"
    (folder / "sub").mkdir(parents=True)
    (folder / "dossier.yml").write_text("title: x\n", encoding="utf-8")
    (folder / "sub" / "a.yml").write_text(
        "words: [no, 'on', 2026-01-02, ў]\nshare: 0.5\nyes: true\n", encoding="utf-8"
    )
    return folder


def test_the_same_comes_back(config: Path) -> None:
    path = config / "sub" / "a.yml"
    first = load_yaml(path)
    entry = entry_of(path)
    assert entry is not None and entry.is_file()
    assert entry.parent == config.parent / ".cache" / "settings"
    assert load_yaml(path) == first == {"words": ["no", "on", "2026-01-02", "ў"], "share": 0.5, "yes": True}


def test_changed_files_are_parsed_anew(config: Path) -> None:
    path = config / "sub" / "a.yml"
    load_yaml(path)
    path.write_text("words: []\n", encoding="utf-8")
    assert load_yaml(path) == {"words": []}
    path.write_text("a: 1\na: 2\n", encoding="utf-8")
    with pytest.raises(ConfigError, match="stands twice"):
        load_yaml(path)


@pytest.mark.parametrize("cut", [0, 10, 60, 90, -1])
def test_damaged_entries_count_as_missing(config: Path, cut: int) -> None:
    path = config / "sub" / "a.yml"
    first = load_yaml(path)
    entry = entry_of(path)
    assert entry is not None
    entry.write_bytes(entry.read_bytes()[:cut])
    assert load_yaml(path) == first


@pytest.mark.parametrize("text", ["1: a\n", "a: &x [1]\nb: *x\n", "a: .nan\n", "a: !!binary aGk=\n"])
def test_what_json_cannot_hold_is_not_kept(config: Path, text: str) -> None:
    path = config / "sub" / "a.yml"
    path.write_text(text, encoding="utf-8")
    load_yaml(path)
    entry = entry_of(path)
    assert entry is not None and (text == "a: .nan\n" or not entry.exists())
    assert repr(load_yaml(path)) == repr(load_yaml(path))


def test_a_folder_that_cannot_be_written_to_costs_nothing(config: Path) -> None:
    (config.parent / ".cache").write_text("a file\n", encoding="utf-8")
    assert load_yaml(config / "sub" / "a.yml")["share"] == 0.5


def test_files_elsewhere_are_not_kept(tmp_path: Path) -> None:
    path = tmp_path / "a.yml"
    path.write_text("a: 1\n", encoding="utf-8")
    assert entry_of(path) is None
    assert load_yaml(path) == {"a": 1}
