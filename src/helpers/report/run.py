"""The runner: checks, runs the notebooks by papermill into a staging folder, verifies, and promotes only what holds."""

from __future__ import annotations

import datetime as dt
import logging
import os
import shutil
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import orjson

from helpers.foundation.errors import InputError, RunError, VerificationError
from helpers.foundation.project import Project, check_raw, open_project
from helpers.foundation.provenance import sha256_hex
from helpers.foundation.storage import write_bytes
from helpers.report import kernels
from helpers.report.manifest import describe_run
from helpers.report.parameters import check_parameters, read_parameters

log = logging.getLogger(__name__)

NOTEBOOKS = ("10_clean_corpus", "20_code_claims", "30_chart_milestones", "40_report")
OUTPUTS = ("report.html", "report.pdf")


@dataclass(frozen=True, slots=True)
class Run:
    """A finished run: its id, its folder and the content of its run.json."""

    run_id: str
    folder: Path
    record: Mapping[str, Any]


Progress = Callable[[str, int, int], None]


def run_report(
    given: Mapping[str, Any],
    *,
    processed: str = "",
    reports: str = "",
    progress: Progress | None = None,
    cold: bool = False,
) -> Run:
    """Run the notebooks with the given parameters and promote the report when everything holds.

    Args:
        given: notebook parameters by name (raw, start, end, languages, parties, topic, as_of, reference ...).
        processed: where the tables go after success; default data/processed.
        reports: folder that holds one folder a run and `latest`; default reports.
        progress: called with (what, done, all) before each notebook and at the end.
        cold: use Jupyter's ordinary kernels.

    Returns:
        The run that `latest` now shows.

    Raises:
        InputError: something given cannot be used; nothing was started.
        RunError: a notebook failed; its output is kept in the staging folder, `latest` is as it was.
        VerificationError: a mark does not resolve; as above.
    """
    project = open_project(**_of_project(given))
    notebooks = [project.paths.notebooks / f"{name}.ipynb" for name in NOTEBOOKS]
    declared = read_parameters(notebooks)
    check_parameters(given, declared)
    check_raw(project)
    home = (project.paths.root / reports).resolve() if reports else project.paths.reports
    tables = (project.paths.root / processed).resolve() if processed else project.paths.processed
    if not cold:
        kernels.start_preloading()
    with _only_run(home):
        started = dt.datetime.now(dt.UTC)
        record = {**describe_run(project, given), "started": started.isoformat(timespec="seconds")}
        record["run_id"] = f"{started:%Y%m%dT%H%M%SZ}-{record['run_id']}"
        staging = home / "staging" / record["run_id"]
        (staging / "notebooks").mkdir(parents=True)
        previous = home / "latest" / "processed"
        if (previous / "milestones.parquet").exists():
            # stable ids and "what changed" need the milestones of the run before
            shutil.copytree(previous.resolve(), staging / "previous")
            _copy_if_there(home / "latest" / "run.json", staging / "previous" / "run.json")
        _write_record(staging, record)
        values = {
            **given,
            "raw": str(project.raw),
            "processed": str(staging / "processed"),
            "reports": str(staging),
        }
        values["as_of"] = project.as_of.isoformat()
        timings = {}
        for i, path in enumerate(notebooks):
            if progress:
                progress(path.stem, i, len(notebooks) + 1)
            wanted = {k: v for k, v in values.items() if path.stem in declared[k].notebooks}
            timings[path.stem] = _execute(path, staging, wanted, project, cold=cold)
        if progress:
            progress("render and verify", len(notebooks), len(notebooks) + 1)
        timings["render"] = _render(staging, notebooks)
        timings["verify"] = _verify(staging, project)
        record = _finish(staging, record, timings)
        folder = _promote(staging, home, tables)
        if progress:
            progress("done", len(notebooks) + 1, len(notebooks) + 1)
    return Run(record["run_id"], folder, record)


def _of_project(given: Mapping[str, Any]) -> dict[str, Any]:
    names = ("raw", "start", "end", "languages", "parties", "topic", "as_of", "reference")
    return {k: given[k] for k in names if k in given}


@contextmanager
def _only_run(home: Path) -> Iterator[None]:
    from filelock import FileLock, Timeout

    try:
        home.mkdir(parents=True, exist_ok=True)
        lock = FileLock(home / ".lock")
        with lock.acquire(timeout=0):
            yield
    except Timeout as err:
        raise InputError(
            f"{home}: another run is going on there; wait for it to end, or give another folder with --reports"
        ) from err
    except PermissionError as err:
        raise InputError(
            f"{err.filename or home}: may not be written to; give another folder with --reports, or change its permissions"
        ) from err


def _execute(path: Path, staging: Path, values: Mapping[str, Any], project: Project, *, cold: bool) -> float:
    import papermill
    from papermill.exceptions import PapermillExecutionError

    out = staging / "notebooks" / path.name
    begun = time.monotonic()
    try:
        papermill.execute_notebook(
            str(path), str(out), parameters=dict(values), cwd=str(project.paths.notebooks), kernel_name="python3", progress_bar=False,
            request_save_on_cell_execute=False, **({} if cold else kernels.kernel_options()),
        )  # fmt: skip
    except PapermillExecutionError as err:
        _fail(staging, f"{path.stem}, cell {err.exec_count}: {err.ename}: {err.evalue}")
        raise RunError(
            f"notebook {path.name} failed in cell {err.exec_count}: {err.ename}: {err.evalue}; it is kept as {out}"
        ) from err
    except Exception as err:
        _fail(staging, f"{path.stem}: {err}")
        raise RunError(
            f"notebook {path.name} could not be run ({type(err).__name__}: {err}); what there is of it is in {staging}"
        ) from err
    return round(time.monotonic() - begun, 3)


def _render(staging: Path, notebooks: Sequence[Path]) -> float:
    from helpers.report.html import export_notebook, export_report

    begun = time.monotonic()
    executed = staging / "notebooks"
    export_report(executed / notebooks[-1].name, staging / "report.html")
    for path in notebooks[:-1]:
        export_notebook(executed / path.name, executed / f"{path.stem}.html")
    return round(time.monotonic() - begun, 3)


def _verify(staging: Path, project: Project) -> float:
    from helpers.report.verify import verify_chain

    begun = time.monotonic()
    try:
        verify_chain(staging / "processed", project.raw, report=staging)
        for name in OUTPUTS:
            if not (staging / name).is_file():
                raise VerificationError(f"{staging / name}: the report was not written")
    except VerificationError as err:
        _fail(staging, str(err))
        raise VerificationError(f"{err}; the run is kept in {staging} and was not promoted") from err
    return round(time.monotonic() - begun, 3)


def _finish(staging: Path, record: dict[str, Any], timings: dict[str, float]) -> dict[str, Any]:
    import pyarrow.parquet as pq

    counts = {p.stem: pq.read_metadata(p).num_rows for p in sorted((staging / "processed").glob("*.parquet"))}
    done = {
        **record,
        "status": "ok",
        "timings": timings,
        "counts": counts,
        "finished": dt.datetime.now(dt.UTC).isoformat(timespec="seconds"),
    }
    done["tables"] = {
        p.name: sha256_hex(p.read_bytes()) for p in sorted((staging / "processed").glob("*.parquet"))
    }
    _write_record(staging, done)
    return done


def _fail(staging: Path, message: str) -> None:
    record = orjson.loads((staging / "run.json").read_bytes())
    _write_record(
        staging,
        {
            **record,
            "status": "failed",
            "failure": message,
            "finished": dt.datetime.now(dt.UTC).isoformat(timespec="seconds"),
        },
    )


def _write_record(folder: Path, record: Mapping[str, Any]) -> None:
    write_bytes(
        folder / "run.json", orjson.dumps(record, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)
    )


def _copy_if_there(source: Path, target: Path) -> None:
    if source.exists():
        shutil.copyfile(source, target)


def _promote(staging: Path, home: Path, tables: Path) -> Path:
    shutil.rmtree(staging / "previous", ignore_errors=True)
    folder = home / staging.name
    staging.rename(folder)
    tables.mkdir(parents=True, exist_ok=True)
    for source in sorted((folder / "processed").iterdir()):
        part = tables / f".{source.name}.part"
        shutil.copyfile(source, part)
        part.replace(tables / source.name)
    point_latest(home, folder)
    return folder


def point_latest(home: Path, folder: Path) -> None:
    """Make `home/latest` show `folder`: a symbolic link moved into place, or a copy where links are not allowed."""
    latest, fresh = home / "latest", home / ".latest.new"
    if fresh.is_symlink() or fresh.exists():
        fresh.unlink() if fresh.is_symlink() else shutil.rmtree(fresh)
    try:
        fresh.symlink_to(folder.name, target_is_directory=True)
        if latest.is_dir() and not latest.is_symlink():
            latest.rename(home / f".latest.{os.getpid()}.old")
        fresh.replace(latest)
    except (OSError, NotImplementedError):
        shutil.copytree(folder, fresh)
        if latest.exists():
            shutil.rmtree(latest)
        fresh.rename(latest)
    for old in home.glob(".latest.*.old"):
        shutil.rmtree(old)
