"""The documents say what is so: their commands run, their links lead somewhere, what is generated is current."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
DOCUMENTS = (
    ROOT / "README.md",
    *sorted((ROOT / "docs").glob("*.md")),
    *sorted((ROOT / "examples").rglob("*.md")),
)
# Commands that no test can run here, each with the reason; all others are run.
NOT_RUN = {
    "make test": "it is what runs this test",
    ".venv/bin/dossier schedule run": "keeps going; tests/report/schedule runs it",
}

RUN: set[str] = set()  # a command that two documents name is run once


def read_commands(document: Path) -> list[str]:
    """Commands of the console blocks of a document, without the comments behind them."""
    blocks = re.findall(r"^ *```console\n(.*?)^ *```", document.read_text(encoding="utf-8"), re.S | re.M)
    lines = [line.strip() for block in blocks for line in block.splitlines()]
    return [re.sub(r"\s{2,}#.*", "", line[2:]) for line in lines if line.startswith("$ ")]


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project with its environment, and a home with a folder of pages."""
    folder = tmp_path_factory.mktemp("docs") / "project"
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.split("\0")
    for name in filter(None, listed):
        if (ROOT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, folder / name)
    if Path(sys.prefix) != ROOT / ".venv":
        pytest.skip("the documents' commands need the environment that `make setup-test` makes")
    (folder / ".venv").symlink_to(ROOT / ".venv")
    if subprocess.run(
        ["make", "-q", ".venv/.ready"], cwd=folder, capture_output=True, check=False
    ).returncode:
        pytest.skip("the environment is older than the lock; run `make setup-test` first")
    home = folder.parent / "home"
    (home / ".config/systemd/user").mkdir(parents=True)
    shutil.copytree(ROOT / "data/raw/sample", home / "pages")
    return folder


@pytest.mark.parametrize(
    "document", [d for d in DOCUMENTS if read_commands(d)], ids=lambda d: str(d.relative_to(ROOT))
)
def test_commands_of_a_document_run_one_after_the_other(document: Path, project: Path) -> None:
    for command in read_commands(document):
        if command in NOT_RUN or command in RUN:
            continue
        RUN.add(command)
        done = subprocess.run(
            ["bash", "-c", command],
            check=False,
            cwd=project,
            env={"HOME": str(project.parent / "home"), "PATH": "/usr/bin:/bin"},
            capture_output=True,
            text=True,
            timeout=600,
        )
        assert done.returncode == 0, f"$ {command}\n{done.stdout[-2000:]}{done.stderr[-2000:]}"


def test_what_is_not_run_is_still_in_a_document() -> None:
    said = {command for document in DOCUMENTS for command in read_commands(document)}
    assert set(NOT_RUN) <= said


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda d: str(d.relative_to(ROOT)))
def test_links_lead_to_files_and_named_commands_exist(document: Path) -> None:
    from helpers.cli.main import COMMANDS

    text = document.read_text(encoding="utf-8")
    links = [t for t in re.findall(r"\]\(([^)#\s]+)", text) if "://" not in t]
    missing = [t for t in links if not (document.parent / t).exists()]
    assert not missing
    named = set(re.findall(r"`(?:\.venv/bin/)?dossier ([a-z]+)", text))
    assert named <= set(COMMANDS)
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.M))
    assert set(re.findall(r"`make ([a-z-]+)", text)) <= targets


def test_reference_is_current() -> None:
    from helpers.cli.reference import describe_reference
    from helpers.foundation.settings import find_paths

    written = (ROOT / "docs/reference.md").read_text(encoding="utf-8")
    assert written == describe_reference(find_paths()), "write it anew: python -m helpers.cli.reference"


def test_reference_names_every_variable_that_is_read() -> None:
    from helpers.cli.reference import ENVIRONMENT

    internal = {"DOSSIER_CLUSTER", "DOSSIER_KERNEL_LOG"}  # between our own processes
    read = {
        name
        for path in (ROOT / "src").rglob("*.py")
        for name in re.findall(r"DOSSIER_[A-Z_]*[A-Z]", path.read_text(encoding="utf-8"))
    }
    assert read - internal == set(ENVIRONMENT)
