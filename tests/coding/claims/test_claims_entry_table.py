"""Packed lexicons find the entries that a walk through all of them finds, and are made anew when what they are made from changes."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from helpers.coding.claims import lexicon as module
from helpers.coding.claims.entry_table import EntryTable, pack_entries
from helpers.coding.claims.lexicon import load_lexicon
from helpers.coding.claims.patterns import Entry, read_pattern, weigh
from helpers.foundation.errors import ConfigError
from helpers.foundation.schemas import LANGUAGES
from helpers.foundation.settings import find_paths

SOURCES = ("ab|ac d", "a*", "abc*", "*bc", "ab", "*", "b .. *c", "xy*|ab z")


def _entry(source: str) -> Entry:
    elements = read_pattern(source, lambda word: [word])
    return Entry("trigger", source, "past", source, elements, weigh(elements))


def _by_hand(entries: list[Entry], word: str) -> list[str]:
    """Whole words first, then beginnings, those of two letters and more before those of one, then ends."""

    def found(picked: list[bool]) -> list[str]:
        return [e.source for e, is_it in zip(entries, picked, strict=True) if is_it]

    first = [e.elements[0] for e in entries]
    long = [any(len(s) > 1 and word.startswith(s) for s in f.stems) for f in first]
    short = [any(len(s) == 1 and word.startswith(s) for s in f.stems) for f in first]
    ends = [any(word.endswith(t) for t in f.tails) for f in first]
    return list(
        dict.fromkeys([*found([word in f.words for f in first]), *found(long), *found(short), *found(ends)])
    )


@pytest.mark.parametrize("word", ["ab", "abc", "a", "xyz", "bc", "zbc", "c", ""])
def test_candidates_are_those_of_a_walk_through_all_entries(word: str) -> None:
    entries = [_entry(source) for source in SOURCES if source != "*"]
    table = EntryTable(pack_entries(entries))
    assert [e.source for e in table.beginning_with(word)] == _by_hand(entries, word)


def test_of_an_entry_there_is_one_object() -> None:
    table = EntryTable(pack_entries([_entry("ab|ac d")]))
    assert table.beginning_with("ab")[0] is table.beginning_with("ac")[0] is table[0]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_kept_lexicon_is_the_one_that_was_read(language: str) -> None:
    path = find_paths().lexicon(language, "claims")
    reading, endings, read = module._read_lexicon(language, path)
    kept = load_lexicon(language)
    assert (kept.reading, kept.locative_endings, len(kept.entries)) == (reading, endings, len(read))
    names = ("category", "key", "form", "source", "elements", "weight")
    for one, other in zip(read, kept.entries, strict=True):
        assert [getattr(one, name) for name in names] == [getattr(other, name) for name in names]


def test_a_changed_file_is_read_anew_and_a_wrong_one_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(find_paths().config, tmp_path / "config")
    monkeypatch.setenv("DOSSIER_HOME", str(tmp_path))
    path = find_paths().lexicon("en", "claims")
    assert path.is_relative_to(tmp_path)

    def load() -> set[str]:
        module._load_lexicon.cache_clear()
        return {e.source for e in load_lexicon("en").entries}

    try:
        before = load()
        kept = tmp_path / ".cache" / "lexicons" / "en-claims"
        assert kept.is_file() and load() == before
        kept.write_bytes(kept.read_bytes()[:-5])
        assert load() == before
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace("\nignore: [", "\nignore: [zebra crossing, "), encoding="utf-8")
        assert load() == before | {"zebra crossing"}
        path.write_text(text + "\nunknown: []\n", encoding="utf-8")
        with pytest.raises(ConfigError, match="unknown key 'unknown'"):
            load()
    finally:
        module._load_lexicon.cache_clear()
