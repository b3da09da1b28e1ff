"""Who takes part in an event, told in constructions of thirteen languages: what comes right stays above its floor.

Half of the constructions were tuned on, half were only scored; benchmarks/results.md says what held at first.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

sys.path.insert(0, str(Path(__file__).parents[2] / "gold"))
from scoring import make_article

from helpers.coding.code_article import code_article

HERE = Path(__file__).parent
KINDS = {"agr": "agreement", "con": "consultation", "coop": "cooperation"}
# Texts of which everybody comes right: a little below what holds now.
FLOORS = {"tune": 250, "score": 109}


def faults(part: str) -> Iterator[str]:
    """The texts of a part that do not come right, with what was made of them."""
    heads = yaml.safe_load((HERE / "matrix" / "headlines.yml").read_text(encoding="utf-8"))
    cells: list[dict[str, Any]] = yaml.safe_load((HERE / "participants.yml").read_text(encoding="utf-8"))
    for cell in cells:
        if cell["part"] != part:
            continue
        for language, text in cell["text"].items():
            item = {"id": "people", "text": text, "dct": "2025-11-10", "ctx": heads[language]}
            claims = [
                c
                for c in code_article(make_article(language, item))[1]
                if c.role != "title" and list(c.parties) == ["BLR", "IRN"]
            ]
            told = {kind: list(c.actors) for c in claims for kind, name in KINDS.items() if c.kind == name}
            met = all(told.get(kind) == people for kind, people in cell["claims"].items())
            if not met or {a for c in claims for a in c.actors} & set(cell.get("never", ())):
                yield f"{cell['id']}-{language}: {told}"


@pytest.mark.parametrize("part", sorted(FLOORS))
def test_participants(part: str) -> None:
    cells: list[dict[str, Any]] = yaml.safe_load((HERE / "participants.yml").read_text(encoding="utf-8"))
    texts = sum(len(cell["text"]) for cell in cells if cell["part"] == part)
    wrong = list(faults(part))
    assert texts - len(wrong) >= FLOORS[part], "\n".join(wrong)
