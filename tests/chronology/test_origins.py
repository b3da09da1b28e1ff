"""Independent origins, state origins and grades of the stories of origins.yml."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from helpers.chronology.pipeline import process_folder
from helpers.foundation.settings import load_profile

STORIES: dict[str, dict[str, Any]] = yaml.safe_load(
    Path(__file__).with_name("origins.yml").read_text(encoding="utf-8")
)


@cache
def _profile() -> Any:
    return load_profile()


@pytest.mark.parametrize("name", STORIES)
def test_origins_and_grade(name: str, tmp_path: Path) -> None:
    story = STORIES[name]
    for number, (language, day, headline, text) in enumerate(story["pages"]):
        page = f" date {day} {headline}\n\n{headline}\n\n{text}\n"
        (tmp_path / f"{language}-{number}.txt").write_text(page, encoding="utf-8")
    processed = process_folder(tmp_path, profile=_profile())
    signed = [
        m
        for m in processed.chronology.milestones
        if m["kind"] == "agreement" and m["status"] in ("signed", "denied")
    ]
    told = [(m["title"], m["origins"], m["n_state_origins"], m["grade"]) for m in signed]
    assert len(signed) == 1, told
    assert signed[0]["origins"] == story["origins"], told
    assert signed[0]["n_origins"] == len(story["origins"])
    assert signed[0]["n_state_origins"] == story["state"], told
    assert signed[0]["grade"] == story["grade"], told
