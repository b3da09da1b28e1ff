"""The `dossier` command: a group whose subcommands are imported only when they are called."""

from __future__ import annotations

import gc
import importlib
import sys
from typing import Any

import click

from helpers import __version__

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


class LazyGroup(click.Group):
    """A click group that knows its commands by name and loads a module when its command is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: D102
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: D102
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = getattr(importlib.import_module(COMMANDS[cmd_name][0]), cmd_name)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: D102
        with formatter.section("Commands"):
            formatter.write_dl([(name, about) for name, (_, about) in COMMANDS.items()])


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="dossier")
def cli() -> None:
    """Source-critical chronologies from multilingual news pages."""


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

    try:
        return cli.main(args=args, prog_name="dossier", standalone_mode=True)
    except DossierError as err:
        click.echo(plain(f"dossier: {err}"), err=True)
        sys.exit(err.exit_code)
    except OSError as err:
        from helpers.foundation.locks import explain, is_forbidden, is_full

        if not is_full(err) and not is_forbidden(err):
            raise
        click.echo(plain(f"dossier: {explain(err)}"), err=True)
        sys.exit(InputError.exit_code if is_forbidden(err) else DossierError.exit_code)
    finally:
        if args is None:
            # the process ends: to look for garbage among all it holds would take longer than many a command
            gc.freeze()


if __name__ == "__main__":
    main()
