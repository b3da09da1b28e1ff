"""The acts of the codebook told otherwise than by their plain verbs, and the same words of other countries, people and goods."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from coded_text import LEADS, PAIR, code_text

ITEMS = yaml.safe_load((Path(__file__).parent / "told_otherwise.yml").read_text(encoding="utf-8"))


def kinds(language: str, text: str) -> list[tuple[str, str]]:
    found = code_text(LEADS[language] + "\n" + text, language)
    return [(f.draft.kind, f.draft.judgement.status) for f in found if f.parties == PAIR]


@pytest.mark.parametrize(
    ("language", "kind", "status", "text"),
    [(k, *item) for k, items in ITEMS["told"].items() for item in items],
)
def test_act_is_found(language: str, kind: str, status: str, text: str) -> None:
    assert (kind, status) in kinds(language, text)


@pytest.mark.parametrize(
    ("language", "text"), [(k, item) for k, items in ITEMS["of_others"].items() for item in items]
)
def test_what_others_do_is_no_claim_of_the_two(language: str, text: str) -> None:
    assert kinds(language, text) == []
