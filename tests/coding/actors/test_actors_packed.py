"""Packed patterns are those that were built, and are built anew when what they are made from changes."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from helpers.coding.actors import lexicon as module
from helpers.coding.actors.config import _cached, load_actors
from helpers.coding.actors.lexicon import load_lexicon
from helpers.coding.actors.names import load_names
from helpers.coding.actors.patterns import build_patterns
from helpers.foundation.settings import find_paths


@pytest.mark.parametrize("language", ["en", "de", "ru", "fa", "tr"])
def test_kept_patterns_are_those_that_were_built(language: str) -> None:
    built = build_patterns(language, load_actors(), load_names(language), None)
    kept = load_lexicon(language)
    assert len(kept.first) == len(built.first)
    assert set(kept.first) == built.first.keys()
    for form, bucket in built.first.items():
        assert kept.first.get(form) == tuple(bucket)
    for half, surnames in built.halves.items():
        assert kept.first.surnames(half) == surnames
    assert set(kept.given) == built.given
    assert kept.first.get("zzyzx") is None and "zzyzx" not in kept.first
    assert kept.first.surnames("zzyzx") == []


def test_a_person_who_is_new_in_the_configuration_is_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(find_paths().config, tmp_path / "config")
    monkeypatch.setenv("DOSSIER_HOME", str(tmp_path))
    people = find_paths().config / "actors" / "people.yml"
    assert people.is_relative_to(tmp_path)

    def load() -> module.Lexicon:
        for cached in (load_lexicon, load_names, _cached):
            cached.cache_clear()
        return load_lexicon("en")

    try:
        before = set(load().first)
        kept = tmp_path / ".cache" / "lexicons" / "en-actors"
        assert kept.is_file() and set(load().first) == before
        kept.write_bytes(kept.read_bytes()[:-9])
        assert set(load().first) == before
        text = people.read_text(encoding="utf-8")
        people.write_text(text + "  xyzzy: {name: Qwerty /Xyzzy, country: IRN}\n", encoding="utf-8")
        assert set(load().first) - before >= {"xyzzy", "qwerty"}
    finally:
        for cached in (load_lexicon, load_names, _cached):
            cached.cache_clear()
