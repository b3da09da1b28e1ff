"""What changed since the run before is named; a first run and new groups are no change."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpers.foundation.cache import Cache
from helpers.foundation.changes import Change, note_change


@pytest.fixture
def config(tmp_path: Path) -> Path:
    (tmp_path / "config").mkdir()
    for name in "abc":
        (tmp_path / "config" / f"{name}.yml").write_text(name)
    return tmp_path / "config"


def note(config: Path, **groups: str) -> Change | None:
    return note_change(Cache(config.parent / "cache"), "stage", groups, config.iterdir, root=config)


def test_a_first_run_and_the_same_again_are_no_change(config: Path) -> None:
    assert note(config, en="1", de="1") is None
    assert note(config, en="1", de="1") is None
    assert note(config, fr="1") is None
    assert note(config, en="1", de="1", fr="1") is None


def test_files_that_changed_came_or_went_are_named_with_the_groups_they_touch(config: Path) -> None:
    note(config, en="1", de="1")
    (config / "a.yml").write_text("other")
    assert note(config, en="2", de="1") == Change(["en"], ["a.yml"])
    (config / "b.yml").unlink()
    (config / "d.yml").write_text("new")
    change = note(config, en="3", de="2")
    assert change == Change(["de", "en"], ["b.yml", "d.yml"]) and change.cause == "b.yml, d.yml"
    assert note(config, en="3", de="2") is None


def test_code_is_what_changed_when_no_file_did(config: Path) -> None:
    note(config, en="1")
    change = note(config, en="2")
    assert change is not None and change.files == [] and "code of this stage" in change.cause


def test_groups_that_are_not_there_this_time_are_remembered(config: Path) -> None:
    note(config, en="1", de="1")
    note(config, en="1")
    assert note(config, de="2") == Change(["de"], [])
