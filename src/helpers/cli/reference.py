"""Makes docs/reference.md from the code: `python -m helpers.cli.reference` writes it, a test keeps it true."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from helpers.foundation.settings import Paths

# What the environment may say; nothing else that begins with DOSSIER_ is read (a test looks).
ENVIRONMENT = {
    "DOSSIER_CACHE": "Folder of what earlier runs worked out, instead of .cache/pages; it may be deleted at any time.",
    "DOSSIER_HOME": "The project's folder, for commands that are started elsewhere.",
    "DOSSIER_SMTP_PASSWORD": "Password of the mail account that schedules write from; never stored.",
    "DOSSIER_WEBHOOK": "Address that schedules tell of their outcome; never stored.",
}
EXIT_CODES = {
    0: "done",
    1: "a run failed, something does not verify, or the machine lacks something",
    2: "a wrong call or wrong input; the message names the file, the value, what is allowed and what to do",
}


def write_reference(path: Path | None = None) -> Path:
    """Write docs/reference.md (or `path`) and give its path back."""
    from helpers.foundation.settings import find_paths
    from helpers.foundation.storage import write_text

    paths = find_paths()
    target = path or paths.root / "docs" / "reference.md"
    write_text(target, describe_reference(paths))
    return target


def describe_reference(paths: Paths) -> str:
    """Commands, parameters, exports, configuration, environment and exit codes as Markdown."""
    lines = [
        "# Reference",
        "",
        "Generated from the code (`python -m helpers.cli.reference`). Tables and their columns: [tables](tables.md); kinds, statuses and rules:",
        "[codebook](codebook.md); dates: [dates in text](dates-in-text.md).",
        "",
        "## Commands",
        "",
        *_commands(),
        "## Parameters of the notebooks",
        "",
        "`dossier run` passes them on; papermill and JupyterLab's scheduler take them as they are.",
        "",
        *_parameters(paths),
        "",
        "## Formats of `dossier export`",
        "",
        *_exports(),
        "",
        "## Configuration",
        "",
        "Data with comments, read strictly: an unknown key is refused with file and line.",
        "",
        *_configuration(paths),
        "",
        "## Environment",
        "",
        *_table(("Variable", "Meaning"), [(f"`{k}`", v) for k, v in ENVIRONMENT.items()]),
        "",
        "## Exit codes",
        "",
        *_table(("Code", "Meaning"), [(str(k), v) for k, v in EXIT_CODES.items()]),
    ]
    return "\n".join(lines) + "\n"


def _commands() -> Iterator[str]:
    from helpers.cli.group import cli
    from helpers.cli.main import COMMANDS

    top = click.Context(cli, info_name="dossier", **cli.context_settings)
    for name in COMMANDS:
        command = cli.get_command(top, name)
        if command is not None:
            yield from _command(command, top, name, "###")


def _command(command: click.Command, parent: click.Context, name: str, mark: str) -> Iterator[str]:
    ctx = click.Context(command, info_name=name, parent=parent)
    usage = " ".join((ctx.command_path, *command.collect_usage_pieces(ctx)))
    yield from (f"{mark} `{usage}`", "", _paragraphs(command.help or ""), "")
    options = [record for p in command.get_params(ctx) if (record := p.get_help_record(ctx)) is not None]
    rows = [(f"`{names}`", about) for names, about in options if about and not names.endswith("--help")]
    if rows:
        yield from (*_table(("Option", "Meaning"), rows), "")
    if isinstance(command, click.Group):
        for sub in command.list_commands(ctx):
            child = command.get_command(ctx, sub)
            if child is not None:
                yield from _command(child, ctx, sub, mark + "#")


def _parameters(paths: Paths) -> Iterator[str]:
    from helpers.report.parameters import read_parameters
    from helpers.report.run import NOTEBOOKS

    declared = read_parameters([paths.notebooks / f"{name}.ipynb" for name in NOTEBOOKS])
    rows = [
        (f"`{p.name}`", f"`{p.type}`", f"`{p.default}`", p.help, ", ".join(n[:2] for n in p.notebooks))
        for p in sorted(declared.values(), key=lambda p: p.name)
    ]
    yield from _table(("Parameter", "Type", "Default", "Meaning", "Notebooks"), rows)


def _exports() -> Iterator[str]:
    from helpers.report.exports import list_formats

    rows = [(f"`{f.name}`", f.about, "; ".join(f.limits)) for f in list_formats().values()]
    yield from _table(("Format", "What it is", "What it cannot express"), rows)


def _configuration(paths: Paths) -> Iterator[str]:
    files = sorted(paths.config.glob("*.yml")) + sorted((paths.config / "lexicon" / "en").glob("*.yml"))
    rows = []
    for path in files:
        name = path.relative_to(paths.root).as_posix().replace("/en/", "/<language>/")
        rows.append((f"`{name}`", _first_comment(path)))
    yield from _table(("File", "What it says"), rows)


def _first_comment(path: Path) -> str:
    """The sentence a configuration file opens with."""
    said: list[str] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line.startswith("# "):
            break
        said.append(line[2:].strip())
        if line.rstrip().endswith((".", ":")):
            break
    text = " ".join(said)
    return text.split(". ")[0].rstrip(".:") + "."


def _paragraphs(text: str) -> str:
    # \b is click's mark for a paragraph that keeps its lines
    parts = [p.strip() for p in text.replace("\b", "").split("\n\n")]
    return "\n\n".join(" ".join(p.split()) for p in parts if p)


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    yield "| " + " | ".join(head) + " |"
    yield "|" + "---|" * len(head)
    for row in rows:
        yield "| " + " | ".join(" ".join(c.split()).replace("|", "\\|") for c in row) + " |"


if __name__ == "__main__":
    sys.stdout.write(f"{write_reference()}\n")
