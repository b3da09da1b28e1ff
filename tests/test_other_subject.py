"""Another pair of countries by configuration only: no name of the shipped subject is needed anywhere."""

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from helpers.cli.code import code
from helpers.foundation.settings import find_paths

EXAMPLE = Path(__file__).parents[1] / "examples" / "portugal-morocco"


@pytest.fixture(scope="module")
def coded(tmp_path_factory):
    home = tmp_path_factory.mktemp("other")
    shutil.copytree(find_paths().config, home / "config")
    shutil.copytree(EXAMPLE / "config", home / "config", dirs_exist_ok=True)
    out = home / "out"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DOSSIER_HOME", str(home))
        result = CliRunner().invoke(code, [str(EXAMPLE / "raw"), str(out)], catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return {
        name: [json.loads(line) for line in (out / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]
        for name in ("articles", "claims", "milestones", "events")
    }


def one(rows, **fields):
    found = [r for r in rows if all(r[k] == v for k, v in fields.items())]
    assert len(found) == 1, [(r["title"], r["status"], r["date_edtf"]) for r in rows]
    return found[0]


def test_the_memorandum_is_one_event_told_in_two_languages(coded):
    paper = one(coded["milestones"], kind="agreement", status="signed", place="Rabat")
    assert paper["date_edtf"] == "2024-06-11"
    assert paper["n_articles"] == 2
    assert paper["parties"] == ["MAR", "PRT"]
    assert paper["defence"] == "no"
    assert "energy" in paper["areas"]


def test_the_postponed_visit_and_the_commission_are_there(coded):
    put_off = one(coded["events"], status="postponed")
    assert put_off["place"] == "Rabat"
    assert put_off["milestone_id"]  # the time it was planned for is anchor enough, though nobody is named
    assert put_off["earliest"] and put_off["latest"]
    session = one(coded["milestones"], kind="consultation", status="held")
    assert session["date_edtf"] == "2024-10-02"


def test_a_neighbours_treaty_stays_out(coded):
    assert all(m["parties"] == ["MAR", "PRT"] for m in coded["milestones"])
    assert any(e["parties"] == ["ESP", "PRT"] for e in coded["events"])


def test_a_page_about_something_else_has_no_claim(coded):
    recipe = one(
        [{**a, "status": a["status"], "date_edtf": ""} for a in coded["articles"]], source_path="06_en.txt"
    )
    assert not [c for c in coded["claims"] if c["article_id"] == recipe["article_id"]]


def test_the_banner_day_is_not_taken_for_the_day_of_the_news(coded):
    page = one([{**a, "date_edtf": ""} for a in coded["articles"]], source_path="05_en.txt")
    assert (page["published_edtf"], page["published_evidence"]) == ("../2025-03-03", "page banner")


def test_no_person_or_country_of_the_shipped_subject_appears(coded):
    text = json.dumps([coded["milestones"], coded["events"]])
    assert not [word for word in ("IRN", "BLR", "Tehran", "Minsk", "Lukashenko") if word in text]
