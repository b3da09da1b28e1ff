"""The grid: every kind of event in every way a language says it, made from grammar and not from pages, and what is no claim.

A file per language. `slots` names lists of words; the other keys say what a text gives, in the form of test_claims_news.py ("none", or claims
apart by commas: kind, status, polarity; `or` before one that may be there). Below a key stand templates: `{a|b|c}` gives one text for each
alternative, `<slot>` takes the next word of its list. Texts are published on Wednesday 2023-05-10 below a headline that names both countries.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator
from itertools import count as count_from
from pathlib import Path
from typing import Any

import pytest
import yaml

sys.path.insert(0, str(Path(__file__).parents[2] / "gold"))
from scoring import make_article

from helpers.coding.code_article import code_article

sys.path.insert(0, str(Path(__file__).parent))
from coded_text import spread
from test_claims_news import PAIR, compare, read_claim

HERE = Path(__file__).parent
GRID = HERE / "grid"
_SLOT = re.compile(r"<(\w+)>")
# share of texts that come right, of those with claims and of those without; a little below what holds now
FLOORS: dict[str, tuple[float, float]] = {
    "be": (0.98, 0.96),
    "es": (0.98, 0.97),
    "fr": (0.98, 0.97),
    "it": (0.98, 0.97),
    "lt": (0.97, 0.95),
    "pl": (0.98, 0.95),
    "ro": (0.98, 0.97),
    "ru": (0.98, 0.96),
    "uk": (0.98, 0.95),
}


def fill(templates: list[str], slots: dict[str, list[str]]) -> Iterator[str]:
    """The texts of some templates, in order; every alternative comes once at least."""
    turns = {name: count_from() for name in slots}

    def take(match: re.Match[str]) -> str:
        words = slots[match[1]]
        return words[next(turns[match[1]]) % len(words)]

    for template in templates:
        for text in spread(template):
            yield " ".join(_SLOT.sub(take, text).split())


def probes(language: str) -> Iterator[tuple[str, str]]:
    """What is wanted, and the text, for every probe of a language."""
    grid = yaml.safe_load((GRID / f"{language}.yml").read_text(encoding="utf-8"))
    slots = grid.pop("slots", {})
    for wanted, templates in grid.items():
        for text in fill(templates, slots):
            yield wanted, text


def faults_of(language: str, wanted: str, text: str, head: str) -> list[str]:
    """What one probe gives otherwise than wanted, a line each."""
    golds = [] if wanted == "none" else [read_claim(c.strip()) for c in wanted.split(",")]
    item: dict[str, Any] = {
        "id": f"{language}-grid",
        "text": text,
        "dct": "2023-05-10",
        "ctx": head,
        "claims": golds,
    }
    found = code_article(make_article(language, item))[1]
    return compare(item, [c for c in found if list(c.parties) == PAIR and c.role != "title"], Counter())


def run(language: str) -> tuple[Counter[str], list[str]]:
    """Counts of probes with and without claims, and what differs."""
    head = yaml.safe_load((HERE / "matrix" / "headlines.yml").read_text(encoding="utf-8"))[language]
    count: Counter[str] = Counter()
    said: list[str] = []
    for wanted, text in probes(language):
        kind = "none" if wanted == "none" else "claims"
        faults = faults_of(language, wanted, text, head)
        count.update({kind: 1, f"{kind} right": int(not faults)})
        said += [f"[{wanted}] {text}", *("    " + f for f in faults)] if faults else []
    return count, said


@pytest.mark.parametrize("language", sorted(FLOORS))
def test_grid(language: str) -> None:
    count, said = run(language)
    claims, none = FLOORS[language]
    assert count["claims right"] >= claims * count["claims"], "\n".join(said)
    assert count["none right"] >= none * count["none"], "\n".join(said)


if __name__ == "__main__":
    counts, differ = run(sys.argv[1])
    sys.stdout.write("\n".join([*differ, str(dict(counts))]) + "\n")
