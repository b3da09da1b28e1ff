"""docs/codebook.md says what the configuration says."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpers.chronology.codebook import render_codebook
from helpers.chronology.rules import INCLUSION_TESTS, load_rules, read_inclusion, read_joining
from helpers.foundation.errors import ConfigError
from helpers.foundation.settings import find_paths, load_profile


def test_page_is_what_configuration_gives() -> None:
    page = find_paths().root / "docs" / "codebook.md"
    assert page.read_text(encoding="utf-8") == render_codebook(), (
        "docs/codebook.md is out of date: run `python -m helpers.chronology.codebook`"
    )


def test_every_test_of_inclusion_is_used_once() -> None:
    assert sorted(r.test for r in load_rules().inclusion) == sorted(INCLUSION_TESTS)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("test: parties differ", "test: parties alike", r"codebook\.yml:\d+: unknown test 'parties alike'"),
        ("confusable: [agreement, treaty]", "confusable: [scroll]", r"unknown classes \['scroll'\]"),
        ("  ratified: [ratified]", "  ratified: [sealed]", r"'sealed' is no status"),
        ("plan_days: 31", "plan_days: -1", r"give a whole number"),
        ("no_contradiction_on: [status]", "no_contradiction_on: [mood]", r"unknown field"),
        ("\nspeakers:", "\nspeaking:", r"the section 'speakers' is missing"),
        ("\nacts:\n", "\nacts:\n  dance: {title: dance, apart: []}\n", r"acts: 'dance' is no act"),
        ("  - grade: D\n", "  - grade: E\n", r"grades must be A, B, C, D"),
    ],
)
def test_wrong_codebook_names_file_and_what_is_allowed(
    tmp_path: Path, old: str, new: str, message: str
) -> None:
    text = (find_paths().config / "codebook.yml").read_text(encoding="utf-8")
    assert old in text
    path = tmp_path / "codebook.yml"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(ConfigError, match=message):
        load_rules(path)


@pytest.mark.parametrize(
    ("section", "message"),
    [
        ("inclusion: {parties: both}", "allowed: equal, include"),
        ("inclusion: {colour: red}", "unknown key 'colour'"),
        ("inclusion: {statuses: {agreement: [done]}}", "allowed statuses"),
        ("events: {points: many}", "give a number"),
        ("events: {tolerance: 2}", "unknown key 'tolerance'"),
    ],
)
def test_wrong_profile_names_file_and_what_is_allowed(tmp_path: Path, section: str, message: str) -> None:
    path = tmp_path / "dossier.yml"
    path.write_text(f"title: t\nparties: [BLR, IRN]\ntopic: defence\nlanguages: [en]\n{section}\n")
    profile = load_profile(path)
    with pytest.raises(ConfigError, match=message) as caught:
        read_joining(profile, path)
        read_inclusion(profile, path)
    assert "dossier.yml:5" in str(caught.value)
