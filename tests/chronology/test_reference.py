"""The reference layer: read strictly, matched one to one, never mixed in."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from helpers.chronology.reference import load_reference, match_reference
from helpers.chronology.rules import load_rules
from helpers.foundation.errors import ConfigError
from helpers.foundation.settings import find_paths


def milestone(**fields: Any) -> dict[str, Any]:
    row = {
        "milestone_id": "mls-1", "kind": "agreement", "status": "signed", "parties": ["BLR", "IRN"], "place": "Tehran",
        "instrument": "memorandum of understanding", "n_documents": 1, "earliest": "2021-08-30",
        "latest": "2023-09-25", "weekday": 1, "actors": ["Ashtiani", "Khrenin"],
    }  # fmt: skip
    return row | fields


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, "2023-defence-mou"),
        ({"instrument": "plan of military cooperation", "earliest": "2023-07-28", "latest": "2023-07-31"}, "2023-military-plan"),
        ({"actors": ["Maltsev", "Najjar"], "earliest": None, "latest": "2007-12-31"}, "2007-defence-mou"),
        ({"actors": ["Lukashenko", "Raisi"], "instrument": "roadmap", "earliest": "2023-03-01", "latest": "2023-03-31",
          "weekday": None, "n_documents": 8}, "2023-tehran-roadmap"),
        ({"place": "Minsk"}, None),
        ({"parties": ["IRN", "RUS"]}, None),
        ({"status": "planned"}, None),
        ({"weekday": 2}, None),
        ({"earliest": None, "latest": None, "weekday": None}, None),
        ({"kind": "consultation"}, None),
        ({"n_documents": 8}, "2023-defence-mou"),
    ],
)  # fmt: skip
def test_match(fields: dict[str, Any], expected: str | None) -> None:
    rules = load_rules()
    found = match_reference([milestone(**fields)], load_reference(), rules=rules)
    assert {k: e.id for k, e in found.items()} == ({"mls-1": expected} if expected else {})


def test_each_entry_is_given_once() -> None:
    vague = milestone(milestone_id="mls-2", actors=["Khrenin"], weekday=None)
    found = match_reference([vague, milestone()], load_reference(), rules=load_rules())
    assert found["mls-1"].id == "2023-defence-mou" and found.get("mls-2") is not found["mls-1"]


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("    kind: agreement\n", "    kind: pact\n", r"reference\.yml:\d+: kind='pact'; allowed"),
        ("date: '2007-01-22'", "date: '2007-13-22'", r"date='2007-13-22'"),
        ("instrument: [memorandum]", "instrument: [scroll]", r"unknown class"),
        ("id: 2007-defence-mou", "id: 2023-defence-mou", r"stands twice"),
        ("    place: Tehran\n", "    town: Tehran\n", r"unknown key 'town'"),
    ],
)
def test_wrong_file_is_named(tmp_path: Path, old: str, new: str, message: str) -> None:
    text = (find_paths().config / "reference.yml").read_text(encoding="utf-8")
    assert old in text
    path = tmp_path / "reference.yml"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(ConfigError, match=message):
        load_reference(path)


def test_every_entry_says_where_to_check_it() -> None:
    for entry in load_reference():
        assert entry.cite and all(c.startswith("https://") for c in entry.cite) and entry.what
