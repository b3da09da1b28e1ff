"""environment.yml is valid for conda and says the same as pyproject.toml and the lock."""

import re
import tomllib
from pathlib import Path

import yaml
from packaging.requirements import Requirement
from packaging.version import Version
from rattler import MatchSpec

ROOT = Path(__file__).parents[1]
ENVIRONMENT = yaml.safe_load((ROOT / "environment.yml").read_text(encoding="utf-8"))
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def locked(name):
    text = (ROOT / name).read_text(encoding="utf-8")
    return {
        m[1].lower().replace("_", "-"): m[2]
        for m in re.finditer(r"^([A-Za-z0-9_.-]+)==([^\s;\\]+)", text, re.M)
    }


def test_conda_part_is_valid_and_comes_from_conda_forge_alone():
    assert ENVIRONMENT["channels"] == ["conda-forge", "nodefaults"]
    specs = [d for d in ENVIRONMENT["dependencies"] if isinstance(d, str)]
    names = {MatchSpec(s, strict=True).name.normalized for s in specs}
    assert {"python", "pip"} <= names


def test_python_is_the_one_of_pyproject():
    python = next(d for d in ENVIRONMENT["dependencies"] if isinstance(d, str) and d.startswith("python "))
    assert PROJECT["requires-python"] in python.replace("python ", "")


def test_pip_part_is_the_lock():
    pip = next(d["pip"] for d in ENVIRONMENT["dependencies"] if isinstance(d, dict))
    assert pip == ["-r requirements.lock", "-r requirements-pip.lock"]
    # pip resolves what the override leaves out, and in hash mode wants it pinned as well
    left_out = {
        line.split(" ")[0]
        for line in (ROOT / "lock-overrides.txt").read_text(encoding="utf-8").splitlines()
        if line[0] != "#"
    }
    assert left_out <= locked("requirements-pip.lock").keys()


def test_lock_holds_every_dependency_in_an_allowed_version():
    have = locked("requirements.lock")
    for line in PROJECT["dependencies"]:
        need = Requirement(line)
        name = need.name.lower().replace("_", "-")
        assert name in have, f"{name} is asked for in pyproject.toml but not locked: make lock"
        assert need.specifier.contains(Version(have[name])), (
            f"{name} {have[name]} is locked, {need.specifier} asked for: make lock"
        )


def test_test_lock_is_a_superset():
    base, more = locked("requirements.lock"), locked("requirements-test.lock")
    assert {n: v for n, v in base.items() if more.get(n) != v} == {}


def test_what_the_user_asked_for_is_there():
    names = {Requirement(line).name for line in PROJECT["dependencies"]}
    assert {"jupyterlab", "pandas", "matplotlib", "plotly", "spacy", "papermill"} <= names


def test_no_language_model_is_installed_by_name():
    assert not [
        n
        for n in locked("requirements-test.lock")
        if re.search(r"-(?:core|dep|ent)-(?:web|news|wiki)-|^[a-z]{2}-core", n)
    ]
