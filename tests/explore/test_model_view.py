import json
from pathlib import Path

import pytest

from helpers.explore.model_view import describe_view, load_view, make_view, open_view, save_view
from helpers.foundation.errors import InputError

NOTEBOOKS = Path(__file__).parents[2] / "notebooks"


def test_a_view_becomes_parameters_and_comes_back(tmp_path):
    chosen = {"language": ["ru", "en"], "period": ["2025", "2023"], "outlet": ["Any Outlet"], "grade": []}
    view = make_view("mine", chosen, given={"raw": "", "reports": "out"}, keyword="paper", milestone="evt-1")
    assert view.parameters == {
        "reports": "out",
        "languages": ["en", "ru"],
        "start": "2023-01-01",
        "end": "2025-12-31",
    }
    assert view.only_here == ("outlet",)
    assert view.command == "dossier run --reports out --languages en,ru --start 2023-01-01 --end 2025-12-31"
    path = save_view(view, tmp_path, notebooks=NOTEBOOKS)
    assert load_view(path) == view
    assert "only the explorer knows these facets: outlet" in describe_view(view, path)
    assert open_view(path.name, tmp_path) == view
    assert open_view("", tmp_path).selection == {}


def test_a_period_that_is_no_year_stays_in_the_explorer():
    view = make_view("mine", {"period": ["2023", "open"]}, given={})
    assert "start" not in view.parameters
    assert view.only_here == ("period",)


def test_a_parameter_that_no_notebook_takes_is_refused(tmp_path):
    with pytest.raises(InputError, match="did you mean raw"):
        save_view(make_view("mine", {}, given={"raws": "x"}), tmp_path, notebooks=NOTEBOOKS)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("name", ["", "../up", "a b", "x" * 61])
def test_a_name_that_is_no_file_name_is_refused(name):
    with pytest.raises(InputError, match="letters, digits"):
        make_view(name, {}, given={})


@pytest.mark.parametrize("text", ["{", "[]", '{"name": "x"}'])
def test_a_file_that_is_no_view_is_named(tmp_path, text):
    path = tmp_path / "view.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=r"view\.json"):
        load_view(path)


def test_a_shell_cannot_be_reached_by_a_view():
    view = make_view("mine", {}, given={"raw": "a; rm -rf b"})
    assert view.command == "dossier run --raw 'a; rm -rf b'"
    assert json.dumps(view.command)
