"""A whole run against cold papermill: `dossier run` on the sample beside four notebooks that only import what ours import.

    .venv/bin/python -m benchmarks.whole_run      (RAW=folder for other pages than the sample)

Both are started as a user starts them, one after the other on this machine. Prints seconds and the ratio; the run is
meant to take no longer than the four that do nothing.
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

import nbformat
from nbformat.v4 import new_code_cell, new_notebook

from benchmarks.rows import Row, dossier, show, watch

NOTEBOOKS = ("10_clean_corpus", "20_code_claims", "30_chart_milestones", "40_report")
IMPORTS = (
    "import pandas",
    "import pyarrow.parquet",
    "import matplotlib.pyplot",
    "import plotly.graph_objects",
    "import spacy",
)


def write_idle_notebooks(folder: Path) -> list[Path]:
    """Four notebooks with the libraries' imports and nothing else."""
    paths = []
    for name in NOTEBOOKS:
        notebook = new_notebook(cells=[new_code_cell("\n".join(IMPORTS))])
        notebook.metadata.kernelspec = {"name": "python3", "display_name": "Python 3", "language": "python"}
        notebook.metadata.language_info = {"name": "python"}
        nbformat.write(notebook, folder / f"{name}.ipynb")
        paths.append(folder / f"{name}.ipynb")
    return paths


def measure() -> list[Row]:
    """The whole run beside the cold notebooks."""
    with tempfile.TemporaryDirectory() as name:
        raw = os.environ.get("RAW", "data/raw/sample")
        idle = [
            [sys.executable, "-m", "papermill", str(p), str(p.with_suffix(".out.ipynb")), "--no-progress-bar"]
            for p in write_idle_notebooks(Path(name))
        ]

        def ours() -> float:
            return dossier(
                "run", "--raw", raw, "--reports", f"{name}/r", "--processed", f"{name}/p", "--no-cache"
            ).seconds

        # one unmeasured round of each, so that both find their files in the page cache
        ours()
        watch(idle[0])
        whole = ours()
        cold = sum(watch(command).seconds for command in idle)
    return [
        Row(
            f"dossier run, {raw}", f"{whole:.1f} s", f"four cold papermill runs that only import {cold:.1f} s", whole / cold,
            "at most 1", whole <= cold,
        )
    ]  # fmt: skip


def main() -> None:
    print(show(measure()))


if __name__ == "__main__":
    main()
