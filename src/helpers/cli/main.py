"""The `dossier` command: which commands there are, and what becomes of their errors; each is imported only when it is called."""

from __future__ import annotations

import gc
import os
import sys
from typing import Any

PROGRAM = "dossier"
_COMPLETION = f"_{PROGRAM.upper()}_COMPLETE"  # where a shell asks click what may follow
# name -> (module, one line for --help); the help page imports none of them.
COMMANDS = {
    "run": ("helpers.cli.run", "Run the notebooks and write reports/latest."),
    "clean": ("helpers.cli.clean", "Folder of pages to folder of cleaned texts."),
    "timex": ("helpers.cli.timex", "Temporal expressions in JSON Lines texts."),
    "code": ("helpers.cli.code", "Folder of pages to tables, without notebooks."),
    "verify": ("helpers.cli.verify", "Recompute every mark from the raw files."),
    "review": ("helpers.cli.review", "List and record people's decisions."),
    "export": ("helpers.cli.export", "Write the tables for other tools."),
    "collect": ("helpers.cli.collect", "Fetch pages politely into data/raw."),
    "schedule": ("helpers.cli.schedule", "Report runs on a schedule."),
    "lab": ("helpers.cli.lab", "Open JupyterLab with the notebooks."),
    "status": ("helpers.cli.status", "What the last run did and how old it is."),
    "doctor": ("helpers.cli.doctor", "What this machine lacks."),
}


def plain(text: str) -> str:
    """Text for a terminal: control characters and bidi overrides of hostile names are shown as escapes."""
    hidden = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\x7f"
    return "".join(
        c if (c >= " " or c in "\n\t") and c not in hidden and not "\x80" <= c <= "\x9f" else repr(c)[1:-1]
        for c in text
    )


def main(args: list[str] | None = None) -> Any:
    """Entry point: 0 on success, 2 for a wrong call or input, 1 for a run that failed.

    Errors made on purpose are one plain line on stderr, and so is a disk that is full or may not be written to; anything
    else is a defect and keeps its traceback.
    """
    from helpers.foundation.errors import DossierError, InputError

    words = sys.argv[1:] if args is None else args
    try:
        if _is_plain_clean(words):
            from helpers.cli.cleaning import SELDOM, clean_plainly

            if args is None:
                gc.set_threshold(*SELDOM)
            return clean_plainly(words[1], words[2])
        from helpers.cli.group import cli

        return cli.main(args=args, prog_name=PROGRAM, standalone_mode=True)
    except DossierError as err:
        sys.stderr.write(plain(f"dossier: {err}\n"))
        sys.exit(err.exit_code)
    except OSError as err:
        from helpers.foundation.locks import explain, is_forbidden, is_full

        if not is_full(err) and not is_forbidden(err):
            raise
        sys.stderr.write(plain(f"dossier: {explain(err)}\n"))
        sys.exit(InputError.exit_code if is_forbidden(err) else DossierError.exit_code)
    finally:
        if args is None:
            # the process ends: to look for garbage among all it holds would take longer than many a command
            gc.freeze()


def _is_plain_clean(words: list[str]) -> bool:
    """`clean IN OUT` without options: it needs no parser, whose loading takes as long as cleaning thirty pages."""
    if len(words) != 3 or words[0] != "clean" or sys.platform == "win32" or _COMPLETION in os.environ:
        return False  # on Windows click reads wildcards
    return all(word and not word.startswith("-") for word in words)


if __name__ == "__main__":
    main()
