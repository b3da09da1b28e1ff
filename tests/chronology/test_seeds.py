"""The five real pages, end to end, against what a careful reader concludes from them (gold/seeds.yml, outside the project)."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from chronology_rows import contains, inside

from helpers.foundation.settings import find_paths

SHARED = find_paths().root.parent / "shared"
CORPUS, GOLD = SHARED / "corpus", SHARED / "gold" / "seeds.yml"
pytestmark = pytest.mark.skipif(
    not (CORPUS.is_dir() and GOLD.is_file()),
    reason="../shared/corpus and ../shared/gold/seeds.yml are not there",
)


@pytest.fixture(scope="module")
def coded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The output folder of `dossier code` on the corpus."""
    from click.testing import CliRunner

    from helpers.cli.code import code

    out = tmp_path_factory.mktemp("coded") / "out"
    result = CliRunner().invoke(code, [str(CORPUS), str(out)], catch_exceptions=False)
    assert result.exit_code == 0 and "6 milestones" in result.output, result.output
    return out


def rows(folder: Path, name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (folder / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]


def find(folder: Path, **fields: Any) -> dict[str, Any]:
    found = [m for m in rows(folder, "milestones") if all(m[k] == v for k, v in fields.items())]
    assert len(found) == 1, [m["title"] for m in found]
    return found[0]


def sources(folder: Path, milestone: dict[str, Any]) -> list[str]:
    files = {a["article_id"]: a["source_path"] for a in rows(folder, "articles")}
    return sorted(
        {files[c["article_id"]] for c in rows(folder, "claims") if c["claim_id"] in milestone["claim_ids"]}
    )


WHICH = {
    "2023-defence-mou": {"kind": "agreement", "instrument": "memorandum of understanding"},
    "2023-tehran-roadmap": {"kind": "agreement", "n_documents": 8},
    "2025-minsk-summit": {"kind": "consultation", "status": "discussed"},
    "2025-minsk-documents": {"kind": "agreement", "n_documents": 13},
    "2025-strategic-treaty-plan": {"kind": "agreement", "status": "planned"},
    "2022-joint-economic-commission": {"kind": "consultation", "status": "held"},
}
DAYS = {
    "2023-defence-mou": ("2021-08-25", "2023-09-25", "2023-07-31"),
    "2023-tehran-roadmap": ("2023-03-01", "2023-03-31", "2023-03-13"),
    "2025-minsk-summit": ("2025-08-20", "2025-08-20", "2025-08-20"),
    "2025-minsk-documents": ("2025-08-20", "2025-08-20", "2025-08-20"),
    "2025-strategic-treaty-plan": ("2025-08-20", "2025-08-20", "2025-08-20"),
    "2022-joint-economic-commission": ("2022-01-01", "2022-12-31", "2022-06-15"),
}


def test_every_milestone_of_the_gold_and_no_other(coded: Path) -> None:
    gold = {m["id"] for m in yaml.safe_load(GOLD.read_text(encoding="utf-8"))["milestones"]}
    assert gold == set(WHICH) == set(DAYS)
    found = {find(coded, **fields)["milestone_id"] for fields in WHICH.values()}
    assert found == {m["milestone_id"] for m in rows(coded, "milestones")}


@pytest.mark.parametrize("name", WHICH)
def test_milestone_agrees_with_the_gold(coded: Path, name: str) -> None:
    gold = next(m for m in yaml.safe_load(GOLD.read_text(encoding="utf-8"))["milestones"] if m["id"] == name)
    milestone = find(coded, **WHICH[name])
    assert sources(coded, milestone) == sorted(gold["articles"])
    assert milestone["status"] == gold["status"] and milestone["parties"] == sorted(gold["parties"])
    if "place" in gold:
        assert milestone["place"] == gold["place"]
    if "signatories" in gold:
        assert sorted(milestone["signatories"]) == sorted(gold["signatories"])
    if "independent_origins" in gold:
        assert milestone["n_origins"] == gold["independent_origins"]
    if gold.get("defence") in (True, "contested"):
        assert milestone["defence"] == ("contested" if gold["defence"] == "contested" else "yes")
    low, high, day = DAYS[name]
    assert inside(milestone, low, high) and contains(milestone, day), milestone["date_edtf"]


def test_memorandum_is_a_monday_and_no_single_day(coded: Path) -> None:
    memo = find(coded, **WHICH["2023-defence-mou"])
    assert memo["weekday"] == 1 and memo["earliest"] < memo["latest"]
    assert memo["reference_date"] == "2023-07-31"


def test_three_sides_on_defence_are_shown(coded: Path) -> None:
    documents = find(coded, **WHICH["2025-minsk-documents"])
    sides = {
        c["value"]: sorted(s[:3] for s in sources(coded, c))
        for c in rows(coded, "contradictions")
        if c["milestone_id"] == documents["milestone_id"] and c["field"] == "defence"
    }
    assert sides == {"yes": ["000"], "unclear": ["003"], "discussed only": ["001"]}


def test_context_of_other_countries_stays_out(coded: Path) -> None:
    left = [e for e in rows(coded, "events") if e["parties"] != ["BLR", "IRN"]]
    assert left and all(e["left_out_by"] == "other parties" for e in left)
    assert any(e["parties"] == ["IRN", "RUS"] for e in left)


def test_without_the_reference_the_same_bytes(coded: Path, tmp_path: Path) -> None:
    from click.testing import CliRunner

    from helpers.cli.code import code

    assert CliRunner().invoke(code, [str(CORPUS), str(tmp_path / "out"), "--no-reference"]).exit_code == 0
    for path in sorted(coded.iterdir()):
        other = tmp_path / "out" / path.name
        if path.name.startswith("milestones"):
            blank = {"reference_id": None, "reference_date": None}
            assert [m | blank for m in rows(coded, "milestones")] == rows(tmp_path / "out", "milestones")
        else:
            assert path.read_bytes() == other.read_bytes(), path.name
