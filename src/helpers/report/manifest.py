"""What a run was made from: input files with their hashes, the code, the configuration and the libraries."""

from __future__ import annotations

import hashlib
import platform
import subprocess
from collections.abc import Iterable, Iterator
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from helpers import __version__
from helpers.foundation.settings import Paths

LIBRARIES = (
    "jupyterlab", "pandas", "numpy", "matplotlib", "plotly", "spacy", "papermill", "nbconvert", "pyarrow", "pandera",
    "trafilatura", "eldc", "babel", "typst", "pypandoc-binary",
)  # fmt: skip


def hash_file(path: Path) -> str:
    """SHA-256 of a file, read in pieces, as `sha256:<hex>`."""
    with path.open("rb") as f:
        return "sha256:" + hashlib.file_digest(f, "sha256").hexdigest()


def list_inputs(files: Iterable[Path], root: Path) -> Iterator[dict[str, Any]]:
    """One row a raw file: path below `root`, sha256 ('' when it cannot be read), bytes."""
    for path in files:
        try:
            row = {
                "path": path.relative_to(root).as_posix(),
                "sha256": hash_file(path),
                "bytes": path.stat().st_size,
            }
        except OSError:
            row = {"path": path.relative_to(root).as_posix(), "sha256": "", "bytes": 0}
        yield row


def hash_tree(folder: Path, pattern: str) -> str:
    """One hash over the names and contents of the files below `folder` that match `pattern`."""
    digest = hashlib.sha256()
    for path in sorted(p for p in folder.rglob(pattern) if p.is_file() and "__pycache__" not in p.parts):
        digest.update(path.relative_to(folder).as_posix().encode() + b"\0" + hash_file(path).encode() + b"\n")
    return "sha256:" + digest.hexdigest()


def describe_code(paths: Paths) -> dict[str, str]:
    """Version, commit (with '+changes' when files differ from it) and hashes of code, notebooks and configuration."""
    return {
        "version": __version__,
        "commit": _commit(paths.root),
        "code_sha256": hash_tree(Path(__file__).parents[1], "*"),
        "notebooks_sha256": hash_tree(paths.notebooks, "*.ipynb"),
        "config_sha256": hash_tree(paths.config, "*.yml"),
    }


def _commit(root: Path) -> str:
    def git(*words: str) -> str:
        return subprocess.run(
            ["git", "-C", str(root), *words], capture_output=True, text=True, check=True, timeout=20
        ).stdout.strip()

    try:
        commit = git("rev-parse", "--short=12", "HEAD")
        changed = git("status", "--porcelain", "--untracked-files=no")
    except (OSError, subprocess.SubprocessError):
        return "not under version control"
    return commit + ("+changes" if changed else "")


def list_libraries() -> dict[str, str]:
    """Versions of Python and of the libraries that shape the result."""
    found = {"python": platform.python_version()}
    for name in LIBRARIES:
        try:
            found[name] = version(name)
        except PackageNotFoundError:
            found[name] = "not installed"
    return found
