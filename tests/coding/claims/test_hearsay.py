"""Denials, rumours and possibilities told by a noun: what reports are called, what was not spoken of, who spreads something."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from coded_text import LEADS, code_text

_HERE = Path(__file__).parent
_NEAR = yaml.safe_load((_HERE / "hearsay.yml").read_text(encoding="utf-8"))
_ALL = yaml.safe_load((_HERE / "hearsay_everywhere.yml").read_text(encoding="utf-8"))


def _told(text: str, language: str) -> set[str]:
    found = code_text(text, language)
    return {f"{f.draft.kind} {f.draft.judgement.status}" for f in found}


def _cases(table: dict[str, dict[str, object]]) -> list[tuple[str, str]]:
    return [(rule, language) for rule, rows in table.items() for language in rows if language != "claim"]


@pytest.mark.parametrize(("rule", "language"), _cases(_NEAR))
def test_what_the_words_say_and_what_they_do_not(rule: str, language: str) -> None:
    claim, rows = _NEAR[rule]["claim"], _NEAR[rule][language]
    for text in rows["right"]:
        assert claim in _told(f"{LEADS[language]}\n{text}", language), text
    for text in rows["near"]:
        assert claim not in _told(f"{LEADS[language]}\n{text}", language), text


@pytest.mark.parametrize(("rule", "language"), _cases(_ALL))
def test_each_language_says_it(rule: str, language: str) -> None:
    for text in _ALL[rule][language]:
        assert _ALL[rule]["claim"] in _told(text, language), text


def test_each_rule_stands_in_six_languages_at_least() -> None:
    assert all(len(rows) - 1 >= 6 for rows in _NEAR.values())
    assert all(
        len(r["right"]) == len(r["near"]) == 3 for x in _NEAR.values() for r in x.values() if r != x["claim"]
    )
