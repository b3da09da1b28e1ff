"""What a run was made from: input files with their hashes, the code, the configuration and the libraries."""

from __future__ import annotations

import datetime as dt
import hashlib
import logging
import platform
import subprocess
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

import orjson

from helpers import __version__
from helpers.foundation.errors import QuarantineError
from helpers.foundation.project import Project
from helpers.foundation.provenance import hash_file, sha256_hex
from helpers.foundation.settings import Paths
from helpers.ingest.read import list_raw_files, raw_source_path
from helpers.ingest.sidecar import read_sidecar

log = logging.getLogger(__name__)

LIBRARIES = (
    "jupyterlab", "pandas", "numpy", "matplotlib", "plotly", "spacy", "papermill", "nbconvert", "pyarrow", "pandera",
    "trafilatura", "eldc", "babel", "typst", "pypandoc-binary",
)  # fmt: skip

SIDECAR_BYTES = 65536
# Two runs for which all of these are equal give equal tables.
MADE_FROM = ("inputs", "without", "profile", "reference", "decisions_sha256", "code")


def list_inputs(files: Iterable[Path], root: Path) -> Iterator[dict[str, Any]]:
    """One row a raw file: path below `root` as tables name it, sha256 ('' when it cannot be read), bytes."""
    for path in files:
        row = {"path": raw_source_path(path, root), "sha256": "", "bytes": 0}
        try:
            if path.is_file():  # a pipe would wait for ever
                row |= {"sha256": hash_file(path), "bytes": path.stat().st_size}
        except OSError as err:
            log.info("%r cannot be read (%s); ingest says so in the quarantine", str(path), err.strerror)
        yield row


def list_files(project: Project) -> list[Path]:
    """The raw files of a run."""
    files = list_raw_files(project.raw)
    return [p for p in files if p.relative_to(project.raw).parts[0] not in project.without]


def find_changed(inputs: Iterable[Mapping[str, Any]], project: Project) -> list[str]:
    """Raw files that are not what they were when `inputs` was listed: new, gone or with other bytes."""
    then = {r["path"]: r["sha256"] for r in inputs}
    now = {r["path"]: r["sha256"] for r in list_inputs(list_files(project), project.raw)}
    return sorted(p for p in then.keys() | now.keys() if then.get(p) != now.get(p))


def count_labels(files: Iterable[Path]) -> dict[str, int]:
    """What the sidecars say a reader must be told, with the number of files; broken sidecars are ingest's to report."""
    labels: Counter[str] = Counter()
    for path in files:
        try:
            label = read_sidecar(path, limit=SIDECAR_BYTES).get("label")
        except QuarantineError:
            continue
        if label:
            labels[str(label)] += 1
    return dict(sorted(labels.items()))


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


def describe_run(project: Project, given: Mapping[str, Any]) -> dict[str, Any]:
    """What a run would be made from: inputs with hashes, code, subject, libraries. Reads every raw file once.

    Returns:
        run.json as it is before the run; `run_id` is the part that depends on all this and not on the time.
    """
    files = list_files(project)
    profile, decisions = project.profile, project.paths.reviews / "decisions.jsonl"
    record: dict[str, Any] = {
        "run_id": "",
        "status": "running",
        "title": profile.title,
        "started": None,
        "finished": None,
        "as_of": project.as_of.isoformat(),
        "parameters": {k: given[k] for k in sorted(given)},
        "profile": {
            "parties": list(profile.parties), "topic": profile.topic, "languages": list(profile.languages),
            "start": profile.start, "end": profile.end,
        },
        "reference": project.reference,
        "raw": str(project.raw),
        "without": list(project.without),
        "inputs": list(list_inputs(files, project.raw)),
        "labels": count_labels(files),
        "decisions_sha256": hash_file(decisions) if decisions.is_file() else "",
        "code": describe_code(project.paths),
        "libraries": list_libraries(),
        "timings": {},
        "counts": {},
    }  # fmt: skip
    record["code_version"] = f"{record['code']['version']} ({record['code']['commit']})"
    made_from = {k: record[k] for k in MADE_FROM}
    record["run_id"] = sha256_hex(orjson.dumps(made_from, option=orjson.OPT_SORT_KEYS)).removeprefix(
        "sha256:"
    )[:8]
    return record


def read_run(project: Project) -> dict[str, Any]:
    """run.json of the run that is going on in `project.reports`; outside a run, what it would say."""
    path = project.reports / "run.json"
    if path.is_file():
        return dict(orjson.loads(path.read_bytes()))
    record = describe_run(project, {})
    now = dt.datetime.now(dt.UTC)
    return {
        **record,
        "run_id": f"{now:%Y%m%dT%H%M%SZ}-{record['run_id']}",
        "started": now.isoformat(timespec="seconds"),
    }
