"""Options that several commands share: folders that may be addresses, and where the work is done."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from helpers.foundation.engine import Engine

Command = TypeVar("Command", bound=Callable[..., Any])


class PlaceType(click.ParamType[Any]):
    """A folder of this machine, or the address of one in an object store."""

    name = "folder or address"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:  # noqa: D102
        from helpers.foundation.remote import read_place

        if not isinstance(value, str):
            return value
        return read_place(value, name=param.human_readable_name if param is not None else "folder")


def engine_options(command: Command) -> Command:
    """Add `--workers` and `--scheduler`."""
    command = click.option(
        "--scheduler",
        default="",
        metavar="ADDR",
        help="Dask scheduler that runs, for example tcp://127.0.0.1:8786.",
    )(command)
    return click.option(
        "--workers", type=click.IntRange(min=0), default=0, metavar="N",
        help="0: local processes when they pay; 1: none; more: a Dask cluster of N processes on this machine.",
    )(command)  # fmt: skip


@contextmanager
def started_engine(workers: int, scheduler: str) -> Iterator[Engine]:
    """The engine asked for; a cluster's dashboard is said, and the cluster is stopped at the end."""
    from helpers.foundation.engine import Engine

    engine = Engine(workers=0 if scheduler and workers <= 1 else workers, scheduler=scheduler)
    with engine.started(lambda about: click.echo(about, err=True)):
        yield engine


def show_progress(items: Iterator[Any], n: int, label: str) -> Iterator[Any]:
    """A bar on a terminal, nothing elsewhere."""
    with click.progressbar(
        items, length=n, label=label, file=sys.stderr, hidden=not sys.stderr.isatty()
    ) as bar:
        yield from bar
