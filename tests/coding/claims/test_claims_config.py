"""Lexicons and codebook: all thirteen load, and every mistake names file and line."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpers.coding.claims.codebook import load_codebook
from helpers.coding.claims.lexicon import load_lexicon
from helpers.foundation.errors import ConfigError
from helpers.foundation.schemas import CLAIM_KINDS, LANGUAGES, PLOVER_TYPES, STATUSES
from helpers.foundation.settings import find_paths

NEEDED = ("sign", "agree", "draft", "meet", "visit", "session", "exercise", "hold", "deny", "postpone")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_what_the_codebook_codes(language: str) -> None:
    lexicon = load_lexicon(language)
    triggers = {e.key for e in lexicon.entries if e.category == "trigger"}
    assert set(NEEDED) <= triggers
    cues = {e.key for e in lexicon.entries if e.category == "cue"}
    assert {"hypothetical", "scheduled", "historical", "report", "both_sides", "break"} <= cues
    papers = {e.key for e in lexicon.entries if e.category == "instrument"}
    assert {"memorandum of understanding", "treaty", "agreement", "protocol", "roadmap"} <= papers


def _with(tmp_path: Path, old: str, new: str) -> Path:
    source = find_paths().lexicon("en", "claims").read_text(encoding="utf-8")
    assert old in source
    path = tmp_path / "claims.yml"
    path.write_text(source.replace(old, new, 1), encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("reading: {bare_verbs: true}", "reading: {fast: true}", "unknown key 'fast'"),
        ("  ratify:", "  ratifie:", "unknown key 'ratifie'"),
        ("    past: [ratified]", "    passed: [ratified]", "unknown key 'passed'"),
        ("    past: [ratified]", "    past: [rati*fied]", "star"),
        ("    past: [ratified]", "    past: ratified", "list of patterns"),
        ("  negation:", "  negasion:", "unknown key 'negasion'"),
        ("  12: [twelve, dozen]", "  twelve: [twelve]", "whole number"),
        ("numbers:", "counts:", "unknown key 'counts'"),
        ("  culture:", "  arts:", "unknown key 'arts'"),
    ],
)
def test_a_mistake_in_a_lexicon_names_file_and_line(tmp_path: Path, old: str, new: str, says: str) -> None:
    path = _with(tmp_path, old, new)
    with pytest.raises(ConfigError, match=says) as err:
        load_lexicon("en", path)
    assert err.value.path == path
    assert err.value.line is not None


def test_an_unknown_language_is_refused() -> None:
    with pytest.raises(ConfigError, match="xx"):
        load_lexicon("xx")


def test_plover_types_follow_kind_and_status() -> None:
    codebook = load_codebook()
    for kind in CLAIM_KINDS:
        for status in STATUSES:
            assert codebook.plover_type(kind, status) in PLOVER_TYPES
    assert codebook.plover_type("agreement", "signed") == "SUPPORT"
    assert codebook.plover_type("agreement", "planned") == "AGREE"
    assert codebook.plover_type("agreement", "denied", refused=True) == "REJECT"
    assert codebook.plover_type("consultation", "discussed") == "CONSULT"
    assert codebook.plover_type("consultation", "discussed", offered=True) == "AGREE"
    assert codebook.plover_type("cooperation", "held") == "COOPERATE"
    assert codebook.plover_contexts("yes", ("trade",), "historical") == ("economic", "historical", "military")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("kind: agreement, done: signed", "kind: contract, done: signed"),
        ("else: CONSULT", "else: TALK"),
        ("mode: phone", "mode: letter"),
    ],
)
def test_a_mistake_in_the_codebook_names_file_and_line(tmp_path: Path, old: str, new: str) -> None:
    path = tmp_path / "codebook.yml"
    source = (find_paths().config / "codebook.yml").read_text(encoding="utf-8")
    path.write_text(source.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(ConfigError) as err:
        load_codebook(path)
    assert err.value.line is not None
