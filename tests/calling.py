"""`dossier` called in this process, as a shell would call it."""

import contextlib
import io
import os

from helpers.cli.main import main


def call_dossier(root, *words):
    """Run a command for the project in `root`: exit code and all output."""
    said = io.StringIO()
    before = os.environ.get("DOSSIER_HOME")
    os.environ["DOSSIER_HOME"] = str(root)
    try:
        with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
            main([str(w) for w in words])
        return 0, said.getvalue()
    except SystemExit as end:
        return int(end.code or 0), said.getvalue()
    finally:
        os.environ.pop("DOSSIER_HOME")
        if before is not None:
            os.environ["DOSSIER_HOME"] = before
