"""Fixtures of the fault tests."""

import os
import shutil
import sys
import tempfile
from pathlib import Path

import pytest
from filelock import FileLock

sys.path.insert(0, str(Path(__file__).parent))

from breaking import Project


@pytest.fixture
def memory(tmp_path):
    """A folder in memory where there is one: hundreds of flushes to disk are the disk's business, not the test's."""
    if not os.access("/dev/shm", os.W_OK):
        yield tmp_path
        return
    with tempfile.TemporaryDirectory(dir="/dev/shm", prefix="dossier-test-") as folder:
        yield Path(folder)


@pytest.fixture
def project(tmp_path):
    return Project(tmp_path / "project")


@pytest.fixture(scope="session")
def undisturbed(tmp_path_factory):
    """One run that nothing disturbs: what every other must come to. Its folder is copied, never changed.

    The test processes of one call of pytest share it.
    """
    base = tmp_path_factory.getbasetemp()
    base = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    with FileLock(base / "undisturbed.lock"):
        if (base / "undisturbed" / "done").exists():
            return Project.at(base / "undisturbed")
        shutil.rmtree(base / "undisturbed", ignore_errors=True)
        project = Project(base / "undisturbed")
        code, output = project.run()
        assert code == 0, output
        (base / "undisturbed" / "done").touch()
    return project


@pytest.fixture
def ran(undisturbed, tmp_path):
    """A project of the test's own with a good run in it, without the time that takes."""
    root = tmp_path / "project"
    shutil.copytree(undisturbed.root, root, symlinks=True)
    return Project.at(root)
