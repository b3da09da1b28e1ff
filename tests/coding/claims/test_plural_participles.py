"""Lithuanian participles that look like infinitives: beside a noun in the nominative plural they tell what was done."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))
from coded_text import LEADS, code_text

TEXTS = [
    ("Irano naikintuvai suremontuoti Baranovičiuose.", "held"),
    ("Irano karininkams Minske įteikti diplomai.", "held"),
    ("Baltarusijos radarai parduoti Iranui.", "held"),
    ("Iranas ketina Baltarusijoje suremontuoti naikintuvus.", "planned"),
    ("Minskas ketina parduoti Iranui radarų.", "planned"),
]


@pytest.mark.parametrize(("text", "status"), TEXTS)
def test_nominative_plural_makes_a_participle_in_lt(text: str, status: str) -> None:
    told = code_text(f"{LEADS['lt']}\n{text}", "lt")
    assert [c.draft.judgement.status for c in told if c.draft.kind == "cooperation"] == [status]
