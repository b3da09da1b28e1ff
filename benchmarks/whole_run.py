"""A whole run against cold papermill: `dossier run` on the sample beside four notebooks that only import what ours import.

    .venv/bin/python benchmarks/whole_run.py        (RAW=folder for other pages than the sample)

Both are started as a user starts them, one after the other on this machine. Prints seconds and the ratio; the run is
meant to take no longer than the four that do nothing.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import nbformat
from nbformat.v4 import new_code_cell, new_notebook

ROOT = Path(__file__).parents[1]
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


def seconds(command: list[str]) -> float:
    """Wall time of one command, which must succeed."""
    begun = time.monotonic()
    subprocess.run(command, check=True, capture_output=True, cwd=ROOT)
    return time.monotonic() - begun


def main() -> None:
    """Time both and print one line each."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        # one unmeasured round of each, so that both find their files in the page cache
        ours = [
            sys.executable,
            "-m",
            "helpers.cli.main",
            "run",
            "--raw",
            os.environ.get("RAW", "data/raw/sample"),
            "--reports",
            f"{name}/r",
            "--processed",
            f"{name}/p",
        ]
        idle = [
            [sys.executable, "-m", "papermill", str(p), str(p.with_suffix(".out.ipynb")), "--no-progress-bar"]
            for p in write_idle_notebooks(folder)
        ]
        seconds(ours)
        seconds(idle[0])
        whole = seconds(ours)
        cold = sum(seconds(command) for command in idle)
    print(f"dossier run on the sample {whole:6.1f} s")
    print(f"four cold papermill runs  {cold:6.1f} s   (imports only)")
    print(f"ratio                     {whole / cold:6.2f}   (1 or less is the aim)")


if __name__ == "__main__":
    main()
