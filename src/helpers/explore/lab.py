"""How JupyterLab is started for this project: scheduler wired, notebooks trusted, nothing asked of other hosts."""

from __future__ import annotations

from pathlib import Path

SCHEDULER = "helpers.explore.scheduler"
# What "Save and Export Notebook As" shows of an output: widgets, which need a kernel and scripts from elsewhere, by their tables.
EXPORTED = (
    "text/html", "application/pdf", "text/latex", "image/svg+xml", "image/png", "image/jpeg", "text/markdown", "text/plain",
)  # fmt: skip


def lab_options(root: Path) -> list[str]:
    """Options of the server; the scheduler keeps its database and staging area inside the project.

    Args:
        root: the project folder.
    """
    home = root / ".schedule" / "lab"
    home.mkdir(parents=True, exist_ok=True)
    return [
        f"--LabApp.app_settings_dir={Path(__file__).with_name('lab_settings')}",
        f"--SchedulerApp.db_url=sqlite:///{home / 'scheduler.sqlite'}",
        f"--SchedulerApp.scheduler_class={SCHEDULER}.ProjectScheduler",
        f"--SchedulerApp.environment_manager_class={SCHEDULER}.ProjectEnvironments",
        f"--ProjectScheduler.execution_manager_class={SCHEDULER}.PapermillExecution",
        f"--ProjectScheduler.task_runner_class={SCHEDULER}.CarefulTaskRunner",
        f"--ProjectScheduler.staging_path={home / 'staging'}",
        "--ProjectScheduler.output_directory=reports/jobs",
        f"--NbConvertBase.display_data_priority={list(EXPORTED)}",
    ]


def trust_notebooks(folder: Path) -> list[Path]:
    """Sign the project's own notebooks, so that Lab shows their outputs when they are opened again.

    Args:
        folder: the folder of notebooks.

    Returns:
        those signed.
    """
    import nbformat
    from nbformat.sign import NotebookNotary

    notary = NotebookNotary()  # type: ignore[no-untyped-call]
    signed = sorted(folder.glob("*.ipynb"))
    for path in signed:
        notary.sign(nbformat.read(str(path), as_version=4))  # type: ignore[no-untyped-call]
    notary.store.close()
    return signed
