"""Small pages in thirteen languages that contradict each other on one field, and pairs that only seem to (differing/*.yml)."""

from __future__ import annotations

from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from helpers.chronology.pipeline import process_folder
from helpers.foundation.dates import DateInterval, read_day, read_edtf
from helpers.foundation.settings import load_profile

GROUPS: dict[str, dict[str, Any]] = {
    name: group
    for path in sorted((Path(__file__).parent / "differing").glob("*.yml"))
    for name, group in yaml.safe_load(path.read_text(encoding="utf-8")).items()
}
# Even groups are only scored; odd ones may be looked at. Contradictions found of 41, and control groups of 11 that have one.
# Before any rule was mended: 25 and 29, and none and one.
FOUND = {"odd": 27, "even": 32}
FALSE = {"odd": 0, "even": 1}


def in_part(name: str, part: str) -> bool:
    return int(name[1:]) % 2 == (part == "odd")


@cache
def milestones_of(name: str, folder: Path) -> list[dict[str, Any]]:
    for page, text in GROUPS[name]["pages"].items():
        (folder / f"{page}.txt").write_text(text, encoding="utf-8")
    return list(process_folder(folder, profile=load_profile()).chronology.milestones)


def is_found(group: dict[str, Any], milestones: list[dict[str, Any]]) -> bool:
    """A milestone of the kind whose date allows the day has the field among its contradictions."""
    for m in milestones:
        date = read_edtf(m["date_edtf"]) if m["date_edtf"] else DateInterval()
        day = group["contains"]
        fits = m["kind"] == group["kind"] and (day is None or date.contains(read_day(day, name="contains")))
        if fits and group["field"] in m["contradictions"]:
            return True
    return False


@pytest.mark.parametrize("part", ["odd", "even"])
def test_contradictions(part: str, tmp_path: Path) -> None:
    missed, false = [], []
    for name in GROUPS:
        if not in_part(name, part):
            continue
        folder = tmp_path / name
        folder.mkdir()
        found = milestones_of(name, folder)
        if "field" not in GROUPS[name]:
            false += [name] if any(m["contradictions"] for m in found) else []
        elif not is_found(GROUPS[name], found):
            missed.append(name)
    told = sum("field" in GROUPS[name] for name in GROUPS if in_part(name, part))
    assert told - len(missed) >= FOUND[part], missed
    assert len(false) <= FALSE[part], false


def test_groups_are_complete() -> None:
    fields = Counter(group.get("field") for group in GROUPS.values())
    assert fields == {
        "status": 34, "n_documents": 16, "instrument": 6, "date": 10, "defence": 6, "headline": 10, None: 22,
    }  # fmt: skip
    languages = Counter(page[:2] for group in GROUPS.values() for page in group["pages"])
    assert len(languages) == 13
    assert min(languages.values()) >= 8
