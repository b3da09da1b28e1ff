"""JupyterLab's scheduler page, made to run our notebooks: by papermill, from the project root, with typed parameters."""

from __future__ import annotations

import datetime as dt
import os
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import nbformat
from jupyter_scheduler.environments import EnvironmentManager
from jupyter_scheduler.exceptions import SchedulerError
from jupyter_scheduler.executors import ExecutionManager
from jupyter_scheduler.models import JobFeature, RuntimeEnvironment, Status
from jupyter_scheduler.orm import Job, JobDefinition
from jupyter_scheduler.scheduler import Scheduler
from jupyter_scheduler.task_runner import TaskRunner

from helpers.foundation.errors import InputError, RunError
from helpers.foundation.settings import find_paths
from helpers.report.parameters import check_parameters, read_parameters, read_value
from helpers.report.run import NOTEBOOKS, run_report
from helpers.report.schedule.cron import check_cron

NOTEBOOK, REPORT = "this notebook", "the whole report"
ENVIRONMENTS = (NOTEBOOK, REPORT)
FORMATS = {"ipynb": "Notebook", "html": "HTML", "pdf": "PDF"}
# Options of the runner that are no parameters of its own: it sets the folders of the notebooks itself.
FOLDERS = ("processed", "reports")


class ProjectEnvironments(EnvironmentManager):  # type: ignore[misc,unused-ignore]
    """What a job can run: the notebook it was made from, or the whole report."""

    def list_environments(self) -> list[RuntimeEnvironment]:
        """The two choices of the scheduler's form."""
        return [
            RuntimeEnvironment(
                name=name,
                label=name,  # the form sends the label it shows, and looks formats up by it
                description=about,
                file_extensions=["ipynb"],
                output_formats=list(FORMATS),
                metadata={},
                compute_types=None,
                default_compute_type=None,
                utc_only=None,
            )
            for name, about in (
                (NOTEBOOK, "Run the chosen notebook from the project root"),
                (REPORT, "Run all notebooks as `dossier run` does: staged, verified, promoted"),
            )
        ]

    def manage_environments_command(self) -> str:
        """None: the environment is the project's own."""
        return ""

    def output_formats_mapping(self) -> dict[str, str]:
        """Formats with the names people read."""
        return dict(FORMATS)


class PapermillExecution(ExecutionManager):  # type: ignore[misc,unused-ignore]
    """Runs one job in a process of its own and leaves its outputs in the scheduler's staging folder.

    The scheduler hands over a snapshot of the notebook; it runs from the project root, so `data/` and `config/` are found.
    A failing notebook keeps its outputs up to the failure, and the job is marked as failed with the reason.
    """

    def execute(self) -> None:
        """Run the job and write every output format asked for.

        Raises:
            InputError: a parameter is unknown or of another type.
            RunError, VerificationError: the run failed; the message says where.
        """
        job, paths = self.model, find_paths()
        os.chdir(paths.root)
        outputs = {k: Path(v) for k, v in self.staging_paths.items() if k in FORMATS}
        if read_environment(job.runtime_environment_name) == REPORT:
            run_whole_report(job.parameters or {}, outputs)
        else:
            run_notebook(Path(self.staging_paths["input"]), job.parameters or {}, outputs, root=paths.root)

    def supported_features(cls) -> dict[JobFeature, bool]:  # noqa: N805 - the base class calls it on the class
        """What the form offers."""
        able = {JobFeature.job_name, JobFeature.output_formats, JobFeature.stop_job, JobFeature.delete_job,
                JobFeature.parameters, JobFeature.job_definition}  # fmt: skip
        return {feature: feature in able for feature in JobFeature}

    def validate(cls, input_path: str) -> bool:  # noqa: N805 - the scheduler calls it so, with the class
        """True when the file is a notebook with a kernel."""
        try:
            nb = nbformat.read(input_path, as_version=4)  # type: ignore[no-untyped-call]
        except (OSError, ValueError):
            return False
        return bool(nb.metadata.get("kernelspec", {}).get("name"))


def read_environment(name: str) -> str:
    """What a job is to run, whichever way its name is written.

    Raises:
        InputError: neither a notebook nor the report.
    """
    found = name.strip().lower()
    if found not in ENVIRONMENTS:
        raise InputError(f"environment {name!r} is not known; allowed: {', '.join(ENVIRONMENTS)}")
    return found


def convert_parameters(given: Mapping[str, str], notebooks: list[Path]) -> dict[str, Any]:
    """The form's strings by the types the notebooks declare.

    Raises:
        InputError: an unknown parameter, or a text that is no value of its type.
    """
    if not given:
        return {}
    declared = read_parameters(notebooks)
    unknown = {name: text for name, text in given.items() if name not in declared}
    check_parameters(unknown, declared)
    values = {name: read_value(unquoted(text), declared[name]) for name, text in given.items()}
    check_parameters(values, declared)
    return values


def unquoted(text: str) -> str:
    """A value that someone quoted as in Python, without its quotes; the stock scheduler asks for them."""
    stripped = text.strip()
    if len(stripped) >= 2 and stripped[0] == stripped[-1] and stripped[0] in "'\"":
        return stripped[1:-1]
    return stripped


def run_notebook(source: Path, given: Mapping[str, str], outputs: Mapping[str, Path], *, root: Path) -> None:
    """Run one notebook by papermill and write it as asked for.

    Raises:
        InputError: a parameter is wrong.
        RunError: a cell failed; the notebook up to it is written.
    """
    import papermill
    from papermill.exceptions import PapermillExecutionError

    from helpers.report.parameters import as_template

    values = convert_parameters(given, [source])
    started = dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
    executed = outputs.get("ipynb", source.with_suffix(".executed.ipynb"))
    failure: PapermillExecutionError | None = None
    try:
        papermill.execute_notebook(
            as_template(source), as_template(executed), parameters=values, cwd=str(root), kernel_name="python3", progress_bar=False,
        )  # fmt: skip
    except PapermillExecutionError as err:
        failure = err
    write_outputs(executed, outputs, started=started)
    if failure is not None:
        raise RunError(
            f"{source.name}, cell {failure.exec_count}: {failure.ename}: {failure.evalue}"
        ) from failure


def write_outputs(executed: Path, outputs: Mapping[str, Path], *, started: str) -> None:
    """Write an executed notebook as HTML and PDF where asked for."""
    from helpers.explore.notebook_pdf import write_notebook_pdf
    from helpers.report.html import export_notebook

    if "html" in outputs:
        export_notebook(executed, outputs["html"])
    if "pdf" in outputs:
        write_notebook_pdf(executed, outputs["pdf"], started=started)


def run_whole_report(given: Mapping[str, str], outputs: Mapping[str, Path]) -> None:
    """Run all notebooks as `dossier run` does and copy report and last notebook to where the scheduler looks.

    Raises:
        InputError: a parameter is wrong, or another run is going on.
        RunError, VerificationError: the run failed; the report before stays.
    """
    folders = {k: unquoted(v) for k, v in given.items() if k in FOLDERS}
    notebooks = [find_paths().notebooks / f"{name}.ipynb" for name in NOTEBOOKS]
    values = convert_parameters({k: v for k, v in given.items() if k not in FOLDERS}, notebooks)
    run = run_report(values, processed=folders.get("processed", ""), reports=folders.get("reports", ""))
    made = {
        "ipynb": run.folder / "notebooks" / f"{NOTEBOOKS[-1]}.ipynb",
        "html": run.folder / "report.html",
        "pdf": run.folder / "report.pdf",
    }
    for name, path in outputs.items():
        shutil.copyfile(made[name], path)


def check_schedule(schedule: str | None, timezone: str | None) -> None:
    """Check what a schedule would be stored with.

    Raises:
        SchedulerError: a cron expression or time zone the scheduler could not go on with.
    """
    from croniter import croniter  # type: ignore[import-untyped]

    if schedule is not None:
        try:
            check_cron(schedule)
        except InputError as err:
            raise SchedulerError(str(err)) from err
        if not croniter.is_valid(schedule):
            raise SchedulerError(
                f"cron {schedule!r} is not understood by the scheduler; for example '30 6 * * 1-5'"
            )
    if timezone:
        try:
            ZoneInfo(timezone)
        except (ZoneInfoNotFoundError, ValueError) as err:
            raise SchedulerError(f"timezone={timezone!r} is no IANA name; for example Europe/Berlin") from err


class CarefulTaskRunner(TaskRunner):  # type: ignore[misc,unused-ignore]
    """Goes on when the database holds a schedule that cannot be read: that one is paused, the others run."""

    def populate_cache(self) -> None:
        """Read the stored schedules, pausing what no clock can follow."""
        with self.db_session() as session:
            for definition in session.query(JobDefinition).filter(JobDefinition.schedule.is_not(None)):
                try:
                    check_schedule(definition.schedule, definition.timezone)
                except SchedulerError as err:
                    self.log.error("schedule %r is paused: %s", definition.name, err)
                    definition.active, definition.schedule = False, None
            session.commit()
        super().populate_cache()


class ProjectScheduler(Scheduler):  # type: ignore[misc,unused-ignore]
    """The scheduler of the Lab page; what it could not run is refused before it is stored."""

    def create_job(self, model: Any) -> str:
        """Start a job.

        Raises:
            SchedulerError: its parameters are wrong.
        """
        self._check_parameters(model)
        job_id = str(super().create_job(model))
        with self.db_session() as session:
            # a new job is stored as stopped; until its process has begun it is only waiting
            waiting = session.query(Job).filter(
                Job.job_id == job_id, Job.status == Status.STOPPED, Job.start_time.is_(None)
            )
            waiting.update({"status": Status.QUEUED})
            session.commit()
        return job_id

    def create_job_definition(self, model: Any) -> str:
        """Store a schedule.

        Raises:
            SchedulerError: cron expression, time zone or parameters are wrong; nothing is stored.
        """
        check_schedule(model.schedule, model.timezone)
        self._check_parameters(model)
        return str(super().create_job_definition(model))

    def update_job_definition(self, job_definition_id: str, model: Any) -> None:
        """Change a schedule.

        Raises:
            SchedulerError: as above; the stored one stays as it is.
        """
        check_schedule(model.schedule, model.timezone)
        super().update_job_definition(job_definition_id, model)

    def _check_parameters(self, model: Any) -> None:
        given = dict(model.parameters or {})
        notebooks = [Path(self.root_dir) / model.input_uri]
        try:
            if read_environment(model.runtime_environment_name) == REPORT:
                notebooks = [find_paths().notebooks / f"{name}.ipynb" for name in NOTEBOOKS]
                given = {k: v for k, v in given.items() if k not in FOLDERS}
            convert_parameters(given, notebooks)
        except InputError as err:
            raise SchedulerError(str(err)) from err
