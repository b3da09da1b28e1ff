"""What is kept of saved pages of thirteen languages, and what is known of them, with pinned floors."""

from __future__ import annotations

import pytest
from saved_pages import load_saved, score_saved

from helpers.foundation.schemas import LANGUAGES


def test_pages_of_every_sort_that_are_only_scored() -> None:
    found = score_saved("kinds")
    floors = {"precision": 0.89, "recall": 0.96, "title": 0.84, "outlet": 0.69, "published": 0.92, "cites": 1}
    assert {name: found[name] for name, floor in floors.items() if found[name] < floor} == {}
    assert found["false dates"] == 0


def test_days_and_names_of_pages_that_are_only_scored() -> None:
    found = score_saved("papers")
    floors = {
        "precision": 0.97,
        "recall": 0.98,
        "title": 0.92,
        "outlet": 0.76,
        "published": 0.92,
        "cites": 0.92,
    }
    assert {name: found[name] for name, floor in floors.items() if found[name] < floor} == {}
    assert found["false dates"] == 0


def test_eleven_pages_a_language() -> None:
    for part, pages in (
        ("tune", 1),
        ("score", 1),
        ("short", 2),
        ("later", 1),
        ("fresh", 2),
        ("sorts", 1),
        ("kinds", 1),
        ("houses", 1),
        ("papers", 1),
    ):
        assert sorted(page.gold["language"] for page in load_saved(part)) == sorted(pages * LANGUAGES)


@pytest.mark.parametrize(
    ("part", "recall"),
    [
        ("tune", 0.98),
        ("score", 0.94),
        ("short", 0.96),
        ("later", 0.96),
        ("fresh", 0.96),
        ("sorts", 0.97),
        ("houses", 0.98),
    ],
)
def test_lines_and_metadata_of_saved_pages(part: str, recall: float) -> None:
    found = score_saved(part)
    assert found["precision"] >= (0.96 if part == "later" else 0.98)
    assert found["recall"] >= recall
    assert found["false dates"] == 0
    assert found["language"] == 1
    assert min(found[name] for name in ("published", "evidence")) >= (
        0.92 if part in ("later", "fresh") else 1
    )
    assert found["cites"] >= (0.92 if part in ("short", "fresh") else 1)
    assert found["title"] >= 0.92
    assert found.get("byline", 1) >= 0.92
    assert found["outlet"] >= 0.84
