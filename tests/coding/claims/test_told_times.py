"""Dates of acts in texts whose times stand in another clause or sentence: told_times.yml, in thirteen languages."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from coded_text import LEADS, code_text

SECTIONS = yaml.safe_load((Path(__file__).parent / "told_times.yml").read_text(encoding="utf-8"))
CASES = [
    pytest.param(section["dates"], language, text, id=f"{name}-{language}-{n}")
    for name, section in SECTIONS.items()
    for n, told in enumerate(section["texts"])
    for language, text in told.items()
]


@pytest.mark.parametrize(("dates", "language", "text"), CASES)
def test_dates(dates: dict[str, list[str]], language: str, text: str) -> None:
    found: dict[str, set[str]] = {}
    for claim in code_text(f"{LEADS[language]}\n{text}", language, published="2024-05-15"):
        found.setdefault(claim.draft.key, set()).add(claim.dated.interval.edtf or "none")
    assert {act: sorted(found.get(act, ())) for act in dates} == {
        act: sorted({str(day) for day in days}) for act, days in dates.items()
    }
