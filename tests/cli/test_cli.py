"""The command line as a whole: light to start, plain in its errors, honest in its exit codes."""

import subprocess
import sys

import pytest
from click.testing import CliRunner

from helpers.cli.group import cli
from helpers.cli.main import COMMANDS, plain

HEAVY = (
    "pandas",
    "numpy",
    "spacy",
    "plotly",
    "matplotlib",
    "pyarrow",
    "trafilatura",
    "papermill",
    "nbconvert",
    "dask",
    "distributed",
    "lxml",
    "apscheduler",
    "sqlalchemy",
)


@pytest.mark.parametrize("words", [["--help"], *([name, "--help"] for name in COMMANDS)], ids=" ".join)
def test_help_imports_nothing_heavy(words):
    code = (
        "import sys\nfrom helpers.cli.group import cli\n"
        f"try:\n    cli.main({words!r}, prog_name='dossier')\nexcept SystemExit as e:\n    assert not e.code, e.code\n"
        f"print('HEAVY', sorted(set(sys.modules) & set({HEAVY!r})))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.endswith("HEAVY []\n"), done.stdout[-300:]


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_that_says_something(name):
    result = CliRunner().invoke(cli, [name, "--help"])
    assert result.exit_code == 0
    assert len(result.output.splitlines()) > 4


def test_a_port_that_cannot_be_is_refused():
    said = CliRunner().invoke(cli, ["lab", "--port", "99999"])
    assert said.exit_code == 2
    assert "1<=x<=65535" in said.output


def test_control_characters_of_hostile_names_are_shown_not_obeyed():
    assert plain("a\x1b[31mb\u202ec\x00") == "a\\x1b[31mb\\u202ec\\x00"
    assert plain("ü ی\n") == "ü ی\n"


def test_doctor_finds_nothing_missing_here():
    result = CliRunner().invoke(cli, ["doctor"])
    assert result.exit_code == 0, result.output
    assert "FAIL" not in result.output


def test_a_project_that_is_not_there_is_said_plainly(tmp_path):
    done = subprocess.run(
        [sys.executable, "-m", "helpers.cli.main", "status"], capture_output=True, text=True, check=False, cwd=tmp_path,
        env={"DOSSIER_HOME": str(tmp_path), "PATH": "/usr/bin:/bin"},
    )  # fmt: skip
    assert done.returncode == 2
    assert "DOSSIER_HOME" in done.stderr
    assert "Traceback" not in done.stderr
