"""What the press of each language calls papers, meetings and joint acts: what comes right stays above its floor.

One file for each language, vocabulary/<language>.yml, of `part` (tune: the lexicon was mended on it; score: it was only
scored), `claims` (as in statuses.yml: kind and status, `or` before one that may be there; none for what asserts nothing
of the two countries) and `text`, published 2023-05-10 below a headline that names both. `floors` says how many come right.
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
SHORT = {"agr": "agreement", "con": "consultation", "coop": "cooperation"}
FILES = sorted(path.stem for path in (HERE / "vocabulary").glob("*.yml"))


def _load(language: str) -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load(
        (HERE / "vocabulary" / f"{language}.yml").read_text(encoding="utf-8")
    )
    return loaded


def _told(language: str, text: str, head: str) -> list[tuple[str, str]]:
    item = {"id": "vocabulary", "text": text, "dct": "2023-05-10", "ctx": head}
    claims = code_article(make_article(language, item))[1]
    return [(c.kind, c.status) for c in claims if c.role != "title" and list(c.parties) == ["BLR", "IRN"]]


def faults(language: str, part: str) -> Iterator[str]:
    """The texts of a part that do not come right, with what was made of them."""
    head = yaml.safe_load((HERE / "matrix" / "headlines.yml").read_text(encoding="utf-8"))[language]
    for entry in _load(language)["texts"]:
        if entry["part"] != part:
            continue
        wanted, allowed = [], []
        for line in entry["claims"]:
            kind, statuses = line.removeprefix("or ").split(maxsplit=1)
            claims = [(SHORT.get(kind, kind), status.replace("_", " ")) for status in statuses.split("|")]
            (allowed if line.startswith("or ") else wanted).append(claims)
        told = _told(language, entry["text"], head)
        met = all(any(c in told for c in claims) for claims in wanted)
        known = {c for claims in (*wanted, *allowed) for c in claims}
        if not met or not set(told) <= known:
            yield f"{language} {entry['text']}\n    wanted {entry['claims']}, told {told}"


@pytest.mark.parametrize("part", ["tune", "score"])
@pytest.mark.parametrize("language", FILES)
def test_vocabulary(language: str, part: str) -> None:
    loaded = _load(language)
    texts = sum(entry["part"] == part for entry in loaded["texts"])
    wrong = list(faults(language, part))
    assert texts - len(wrong) >= loaded["floors"][part], "\n".join(wrong)
