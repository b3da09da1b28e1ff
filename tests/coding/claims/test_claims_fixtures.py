"""The sentences each language was tuned on give the claims they hold, field by field."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from helpers.coding.claims.merging import Found
from helpers.foundation.settings import load_yaml

FIXTURES = sorted((Path(__file__).parent / "fixtures").glob("*.yml"))
CASES = [(p.stem, case) for p in FIXTURES for case in load_yaml(p)]


def _row(found: Found) -> dict[str, Any]:
    draft = found.draft
    paper = draft.paper if draft.kind == "agreement" else None
    return {
        "kind": draft.kind, "status": draft.judgement.status, "polarity": draft.judgement.polarity,
        "parties": list(found.parties), "instrument": paper.name if paper else None,
        "n_documents": paper.count if paper else None, "place": found.place.name if found.place else None,
        "actors": list(found.actors), "date": found.dated.interval.edtf, "defence": found.defence,
        "areas": list(found.areas), "attribution": list(found.attribution),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("language", "case"), CASES, ids=[f"{lang}-{i}" for i, (lang, _) in enumerate(CASES)]
)
def test_sentence(code: Any, language: str, case: dict[str, Any]) -> None:
    rows = [_row(f) for f in code(case["text"], language)]
    assert len(rows) == len(case["claims"]), rows
    for got, wanted in zip(rows, case["claims"], strict=True):
        assert {k: got[k] for k in wanted} == wanted


def test_every_language_has_fixtures() -> None:
    assert {lang for lang, _ in CASES} == {
        "be",
        "de",
        "en",
        "es",
        "fa",
        "fr",
        "it",
        "lt",
        "pl",
        "ro",
        "ru",
        "tr",
        "uk",
    }
