"""The shape of the project: imports follow the data, files keep one job, nothing speaks of the machine it was made on."""

import ast
import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src" / "helpers"
STAGES = ["foundation", "ingest", "clean", "coding", "chronology", "figures", "report", "explore", "cli"]
MODULES = sorted(SOURCE.rglob("*.py"))
TRACKED = subprocess.run(
    ["git", "-C", str(ROOT), "ls-files"], capture_output=True, text=True, check=True
).stdout.split("\n")


def stages_imported(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        names = []
        if isinstance(node, ast.Import):
            names = [a.name for a in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            names = [node.module, *(f"{node.module}.{a.name}" for a in node.names)]
        found |= {n.split(".")[1] for n in names if n.startswith("helpers.") and n.split(".")[1] in STAGES}
    return found


@pytest.mark.parametrize("path", MODULES, ids=lambda p: p.relative_to(SOURCE).as_posix())
def test_imports_follow_the_data(path):
    parts = path.relative_to(SOURCE).parts
    if parts[0] not in STAGES:
        return
    own = STAGES.index(parts[0])
    later = sorted(s for s in stages_imported(path) if STAGES.index(s) > own)
    assert not later, f"{path} is of stage {parts[0]} and imports {later}, which come after it"


@pytest.mark.parametrize("path", MODULES, ids=lambda p: p.relative_to(SOURCE).as_posix())
def test_modules_say_their_one_job(path):
    assert path.stem not in {"utils", "common", "misc", "helpers"}, f"{path}: name it by its task"
    text = path.read_text(encoding="utf-8")
    assert ast.get_docstring(ast.parse(text)), f"{path}: the first line says what the module is for"
    assert text.count("\n") <= 400, f"{path}: {text.count(chr(10))} lines; split it by job"


def test_no_file_names_a_machine_or_a_registry():
    hosts = re.compile(r"(?:pypi\.org|pythonhosted\.org|registry\.npmjs|deb\.debian\.org)")
    for name in filter(None, TRACKED):
        path = ROOT / name
        if (
            path.suffix in {".png", ".parquet", ".gz", ".pdf", ".npz"}
            or not path.is_file()
            or path == Path(__file__)
        ):
            continue
        text = path.read_text(encoding="utf-8", errors="replace")
        assert not hosts.search(text), f"{name} names a package registry"
        assert f"{ROOT.parent}/" not in text, f"{name} holds a path of this machine"


def test_locks_hold_hashes_and_no_address():
    for name in ("requirements.lock", "requirements-test.lock"):
        text = (ROOT / name).read_text(encoding="utf-8")
        assert "://" not in text
        pins = re.findall(r"^[A-Za-z0-9_.\[\]-]+==", text, re.M)
        assert len(pins) > 100
        assert text.count("--hash=sha256:") >= len(pins)
