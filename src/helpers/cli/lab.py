"""`dossier lab`: JupyterLab on this machine alone, with the project as its root."""

from __future__ import annotations

import os
import sys

import click


@click.command()
@click.option(
    "--port", type=click.IntRange(1, 65535), default=8888, show_default=True, help="First port to try."
)
@click.option("--browser/--no-browser", default=True, help="Open a browser.")
def lab(port: int, browser: bool) -> None:
    """Open JupyterLab on the loopback address, protected by a token, at the first notebook, with the scheduler wired."""
    from helpers.explore.lab import lab_options, trust_notebooks
    from helpers.foundation.settings import find_paths

    root = find_paths().root
    trust_notebooks(find_paths().notebooks)
    os.chdir(root)  # the scheduler's page writes outputs relative to where the server was started
    options = [
        "--ServerApp.ip=127.0.0.1",
        f"--ServerApp.port={port}",
        f"--ServerApp.root_dir={root}",
        "--ServerApp.allow_remote_access=False",
        "--LabApp.default_url=/lab/tree/notebooks/10_clean_corpus.ipynb",
        "--KernelManager.transport_encryption=auto",
        # pages that Lab itself would fetch from elsewhere
        "--LabApp.extension_manager=readonly",
        "--LabApp.news_url=None",
        "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate",
        *lab_options(root),
    ]
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        # containers run as root; the server answers on the loopback address only, and asks for its token
        options.append("--ServerApp.allow_root=True")
    if not browser:
        options.append("--ServerApp.open_browser=False")
    os.execv(sys.executable, [sys.executable, "-m", "jupyterlab", *options])
