"""The runner: checks, runs the notebooks by papermill into a staging folder, verifies, and promotes only what holds."""

from __future__ import annotations

import datetime as dt
import logging
import re
import shutil
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from helpers.chronology.ledger import check_ledger, keep_ledger, mend_ledger
from helpers.foundation.errors import DossierError, InputError, RunError, VerificationError
from helpers.foundation.locks import check_writable, explain, is_full, only_one
from helpers.foundation.project import Project, check_raw, open_project
from helpers.foundation.provenance import sha256_hex
from helpers.report import kernels
from helpers.report.manifest import describe_run, find_changed
from helpers.report.newer_run import PAGES, say_newer_run, say_time
from helpers.report.parameters import Parameter, as_template, check_parameters, read_parameters
from helpers.report.preflight import check_inputs
from helpers.report.promotion import (
    ANNOUNCED,
    find_previous,
    make_run_id,
    note_failure,
    promote,
    settle,
    write_record,
)
from helpers.report.reuse import read_reuse
from helpers.report.schedule.index_page import write_index_if_there

log = logging.getLogger(__name__)

NOTEBOOKS = ("10_clean_corpus", "20_code_claims", "30_chart_milestones", "40_report")
OUTPUTS = ("report.html", "report.pdf")
_FULL = re.compile(r"\[Errno (?:28|122|27)\]|No space left|quota exceeded", re.IGNORECASE)


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
        InputError: something given, decided or configured cannot be used; nothing was started, or `latest` is as it was.
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
    check_inputs()
    with only_one(home, doing="run", remedy="wait for it to end, or give another folder with --reports"):
        for folder in (home, tables):
            check_writable(folder)
        staging, record = _begin(project, given, home)
        try:
            timings = {}
            for i, path in enumerate(notebooks):
                if progress:
                    progress(path.stem, i, len(notebooks) + 1)
                values = _values_for(path.stem, given, declared, project, staging)
                timings[path.stem] = _execute(path, staging, values, project, cold=cold)
            if progress:
                progress("render and verify", len(notebooks), len(notebooks) + 1)
            record["reuse"] = read_reuse(staging / "notebooks")
            timings["render"] = _render(staging, notebooks)
            timings["verify"] = _verify(staging, project, record)
            record = _finish(staging, record, timings)
            folder = promote(staging, home, tables)
        except BaseException as err:
            raise _give_up(home, staging, record, err) from err
        write_index_if_there(home)
        if progress:
            progress("done", len(notebooks) + 1, len(notebooks) + 1)
    return Run(record["run_id"], folder, record)


def _now() -> dt.datetime:
    """The one place where a run reads the clock."""
    return dt.datetime.now(dt.UTC)


def _begin(project: Project, given: Mapping[str, Any], home: Path) -> tuple[Path, dict[str, Any]]:
    """Put in order what earlier runs left, and make the staging folder with its record.

    Raises:
        InputError: something cannot be written; nothing was started.
    """
    try:
        for dead in settle(home):
            why = f"run {dead.run_id} was killed, or the machine went down; what there is of it is in {dead.folder}"
            say_newer_run(home, what="stopped", when=say_time(dead.started), why=why, run_id=dead.run_id)
        torn = mend_ledger(project.paths.reviews)
        started = _now()
        record = {**describe_run(project, given), "started": started.isoformat(timespec="seconds")}
        record["run_id"], warning = make_run_id(home, record["run_id"], started)
        staging = home / "staging" / record["run_id"]
        (staging / "notebooks").mkdir(parents=True)
        previous, said = find_previous(home)
        warnings = [w for w in (warning, torn, *said, check_ledger(project.paths.reviews, previous)) if w]
        if previous is not None:
            # stable ids and "what changed" need the milestones of the run before
            shutil.copytree(previous / "processed", staging / "previous")
            shutil.copyfile(previous / "run.json", staging / "previous" / "run.json")
        keep_ledger(project.paths.reviews, staging)
        record["warnings"] = warnings
        write_record(staging, record)
    except OSError as err:
        raise InputError(f"nothing was started: {explain(err)}") from err
    for warning in warnings:
        log.warning("%s", warning)
    return staging, record


def _values_for(
    name: str, given: Mapping[str, Any], declared: Mapping[str, Parameter], project: Project, staging: Path
) -> dict[str, Any]:
    values = {
        **given,
        "raw": str(project.raw),
        "processed": str(staging / "processed"),
        "reports": str(staging),
        "as_of": project.as_of.isoformat(),
    }
    return {k: v for k, v in values.items() if name in declared[k].notebooks}


def _give_up(home: Path, staging: Path, record: Mapping[str, Any], err: BaseException) -> BaseException:
    """Record a failure in the staging folder, on the last good report and on the index, and give what is to be raised."""
    if (home / ANNOUNCED).is_file():
        # The run holds; only its last steps are missing.
        return RunError(
            f"run {staging.name} is whole, but could not be put into place ({_say(err)}); the next run in {home} finishes that"
        )
    if isinstance(err, KeyboardInterrupt):
        what, why = "stopped", "stopped by the user"
    else:
        what, why = "failed", str(err) if isinstance(err, DossierError) else _say(err)
    if is_disk_full(err):
        # what is half there is of no use, and its room is needed to say so
        for part in ("processed", "previous"):
            shutil.rmtree(staging / part, ignore_errors=True)
    note_failure(staging, why, status=what)
    say_newer_run(
        home, what=what, when=say_time(str(record["started"])), why=why, run_id=str(record["run_id"])
    )
    write_index_if_there(home)
    if isinstance(err, OSError):
        return RunError(f"the run failed: {explain(err)}; what there is of it is in {staging}")
    return err


def _say(err: BaseException) -> str:
    return explain(err) if isinstance(err, OSError) else f"{type(err).__name__}: {err}"


def _of_project(given: Mapping[str, Any]) -> dict[str, Any]:
    names = ("raw", "start", "end", "languages", "parties", "topic", "as_of", "reference")
    return {k: given[k] for k in names if k in given}


def _execute(path: Path, staging: Path, values: Mapping[str, Any], project: Project, *, cold: bool) -> float:
    import papermill
    from papermill.exceptions import PapermillExecutionError

    out = staging / "notebooks" / path.name
    begun = time.monotonic()
    try:
        papermill.execute_notebook(
            as_template(path), as_template(out), parameters=dict(values), cwd=str(project.paths.notebooks), kernel_name="python3", progress_bar=False,
            request_save_on_cell_execute=False, **({} if cold else kernels.kernel_options()),
        )  # fmt: skip
    except PapermillExecutionError as err:
        if err.ename in ("ConfigError", "InputError"):
            # what the user wrote is wrong, not the notebook
            raise InputError(f"{err.evalue} (found by notebook {path.name}, which is kept as {out})") from err
        raise RunError(
            f"notebook {path.name} failed in cell {err.exec_count}: {err.ename}: {err.evalue}; {_remedy(err)}it is kept as {out}"
        ) from err
    except Exception as err:
        raise RunError(
            f"notebook {path.name} could not be run ({type(err).__name__}: {err}); {_remedy(err)}what there is of it is in {staging}"
        ) from err
    return round(time.monotonic() - begun, 3)


def is_disk_full(err: BaseException | None) -> bool:
    """True when an error, or what it came from, is a disk without room; also one that a kernel reported in words."""
    while err is not None:
        if is_full(err):
            return True
        if getattr(err, "ename", "") == "OSError" and _FULL.search(str(getattr(err, "evalue", ""))):
            return True
        err = err.__cause__
    return False


def _remedy(err: BaseException) -> str:
    if is_disk_full(err):
        return "free space on that disk and run again; "
    if type(err).__name__ == "DeadKernelError":
        return "was it out of memory? run again, with --workers 1 if it happens again; "
    return ""


def _render(staging: Path, notebooks: Sequence[Path]) -> float:
    from helpers.report.html import export_notebook, export_report

    begun = time.monotonic()
    executed = staging / "notebooks"
    export_report(executed / notebooks[-1].name, staging / "report.html")
    for path in notebooks[:-1]:
        export_notebook(executed / path.name, executed / f"{path.stem}.html")
    return round(time.monotonic() - begun, 3)


def _verify(staging: Path, project: Project, record: Mapping[str, Any]) -> float:
    from helpers.report.verify import verify_chain

    begun = time.monotonic()
    try:
        verify_chain(staging / "processed", project.raw, report=staging)
        for name in OUTPUTS:
            if not (staging / name).is_file():
                raise VerificationError(f"{staging / name}: the report was not written")
        if changed := _changed_meanwhile(staging, project, record):
            raise VerificationError(
                f"raw files were changed while the run went on ({', '.join(changed[:3])}); run again when they stand still"
            )
    except VerificationError as err:
        raise VerificationError(f"{err}; the run is kept in {staging} and was not promoted") from err
    return round(time.monotonic() - begun, 3)


def _changed_meanwhile(staging: Path, project: Project, record: Mapping[str, Any]) -> list[str]:
    """Raw files that were not, when they were read, what the record says; one that came too late to be read is none."""
    changed = find_changed(record["inputs"], project)
    if not changed:
        return []
    import pyarrow.parquet as pq

    listed = {r["path"] for r in record["inputs"]}
    read: set[str] = set()
    for name in ("articles", "quarantine"):
        table = pq.read_table(
            staging / "processed" / f"{name}.parquet", columns=["source_path"], memory_map=False
        )
        read |= set(table.column("source_path").to_pylist())
    return [path for path in changed if path in listed or path in read]


def _finish(staging: Path, record: dict[str, Any], timings: dict[str, float]) -> dict[str, Any]:
    import pyarrow.parquet as pq

    counts = {p.stem: pq.read_metadata(p).num_rows for p in sorted((staging / "processed").glob("*.parquet"))}
    done = {
        **record,
        "status": "ok",
        "timings": timings,
        "counts": counts,
        "finished": _now().isoformat(timespec="seconds"),
    }
    done["tables"] = {
        p.name: sha256_hex(p.read_bytes()) for p in sorted((staging / "processed").glob("*.parquet"))
    }
    done["pages"] = {
        name: sha256_hex((staging / name).read_bytes()) for name in PAGES if (staging / name).is_file()
    }
    write_record(staging, done)
    return done
