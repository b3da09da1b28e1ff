"""Chronologies in thirteen languages: what their entries tell has the kind, status and date of a careful reader."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent / "chronicles"))
from chronicle_scoring import score_chronicles


@pytest.mark.parametrize("part", ["tune", "score"])
def test_entries_are_read_with_the_dates_of_their_heads(part: str) -> None:
    score = score_chronicles(part)
    assert not score.wrong_dates
    assert score.precision >= 0.95
    assert score.recall >= 0.90
    assert score.share("d") >= 0.95
    assert score.share("s") >= 0.95
