"""`dossier review`: list what can be decided, and record people's decisions."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from helpers.chronology.reviewing import Shelf


@click.group()
@click.option(
    "--processed",
    type=click.Path(path_type=Path),
    default=None,
    help="Folder of the tables to decide on. Default data/processed.",
)
@click.option(
    "--reviews",
    type=click.Path(path_type=Path),
    default=None,
    help="Folder of decisions. Default data/reviews.",
)
@click.pass_context
def review(ctx: click.Context, processed: Path | None, reviews: Path | None) -> None:
    """List what can be decided, and record decisions in data/reviews/decisions.jsonl.

    Decisions are appended, never changed, and applied on every run. They hold on to the quote, its page and what kind of
    statement it is; when that is gone they are listed as orphaned.
    """
    ctx.obj = (processed, reviews)


def _shelf(ctx: click.Context) -> Shelf:
    from helpers.chronology.reviewing import Shelf
    from helpers.foundation.settings import find_paths

    processed, reviews = ctx.obj
    paths = find_paths()
    return Shelf(processed or paths.processed, reviews or paths.reviews)


def _deciding(*arguments: Callable[[Any], Any]) -> Callable[[Callable[..., Any]], click.Command]:
    """Make a subcommand that records a decision: its own arguments, who decides, why, and the context."""
    shared = (
        click.option(
            "--reviewer",
            default=lambda: os.environ.get("USER", ""),
            help="Who decides. Default: the login name.",
        ),
        click.option("--reason", required=True, help="Why; reports show it."),
        click.pass_context,
    )

    def wrap(command: Callable[..., Any]) -> click.Command:
        for add in reversed((*arguments, *shared)):
            command = add(command)
        return review.command()(command)

    return wrap


_ONE = click.argument("name", metavar="ID")
_SEVERAL = click.argument("names", metavar="ID...", nargs=-1, required=True)
_LISTS = {
    "milestones": "Milestones (default).",
    "events": "Events left out, with the rule.",
    "claims": "Claims with their quotes.",
    "decisions": "Decisions made so far.",
    "orphaned": "Decisions whose evidence has gone.",
}


def _one_of_the_lists(command: Callable[..., Any]) -> Callable[..., Any]:
    for name, text in reversed(_LISTS.items()):
        command = click.option(f"--{name}", "what", flag_value=name, help=text)(command)
    return command


@review.command("list")
@_one_of_the_lists
@click.option("--json", "as_json", is_flag=True, help="JSON Lines instead of text.")
@click.pass_context
def list_(ctx: click.Context, what: str | None, as_json: bool) -> None:
    """List milestones, events left out, claims or decisions with the names to decide on."""
    from helpers.chronology.ledger import mend_ledger
    from helpers.cli.main import plain

    shelf = _shelf(ctx)
    if torn := mend_ledger(shelf.reviews):
        click.echo(plain(torn), err=True)
    what = what or "milestones"
    rows = shelf.list_rows(what)
    for row in rows:
        if as_json:
            click.echo(json.dumps(row, ensure_ascii=False))
        else:
            click.echo(plain("  ".join("-" if v in (None, "", []) else str(v) for v in row.values())))
    if not rows:
        click.echo(f"no {what}", err=True)


@_deciding(_SEVERAL)
def accept(ctx: click.Context, names: Sequence[str], reviewer: str, reason: str) -> None:
    """Accept claims, events or milestones: an accepted event is charted whatever rule leaves it out."""
    _record(ctx, "accept", names, reviewer=reviewer, reason=reason)


@_deciding(_SEVERAL)
def reject(ctx: click.Context, names: Sequence[str], reviewer: str, reason: str) -> None:
    """Reject claims (they join no event) or events and milestones (they are not charted)."""
    _record(ctx, "reject", names, reviewer=reviewer, reason=reason)


@_deciding(
    _ONE,
    click.option(
        "--set",
        "settings",
        metavar="FIELD=VALUE",
        multiple=True,
        required=True,
        help="What it should be: status, defence, date_edtf, place, instrument, n_documents; on claims also kind, actors, "
        "parties (comma-separated). An empty value means not known.",
    ),
)
def correct(ctx: click.Context, name: str, settings: Sequence[str], reviewer: str, reason: str) -> None:
    """Correct fields of one claim, event or milestone."""
    from helpers.chronology.reviewing import read_settings

    _record(ctx, "correct", [name], reviewer=reviewer, reason=reason, values=read_settings(settings))


@_deciding(click.argument("names", metavar="ID ID...", nargs=-1, required=True))
def merge(ctx: click.Context, names: Sequence[str], reviewer: str, reason: str) -> None:
    """Declare claims, events or milestones one event; what excludes them is shown as a contradiction."""
    _record(ctx, "merge", names, reviewer=reviewer, reason=reason)


@_deciding(_ONE, click.argument("claims", metavar="CLAIM...", nargs=-1, required=True))
def split(ctx: click.Context, name: str, claims: Sequence[str], reviewer: str, reason: str) -> None:
    """Take CLAIM... out of the event or milestone ID: they are about something else."""
    _record(ctx, "split", [name, *claims], reviewer=reviewer, reason=reason)


@_deciding(click.argument("decision", metavar="DECISION"))
def undo(ctx: click.Context, decision: str, reviewer: str, reason: str) -> None:
    """Take a decision back; the file keeps both."""
    _record(ctx, "undo", [decision], reviewer=reviewer, reason=reason)


def _record(
    ctx: click.Context,
    action: str,
    names: Sequence[str],
    *,
    reviewer: str,
    reason: str,
    values: Mapping[str, Any] | None = None,
) -> None:
    from helpers.cli.main import plain

    shelf = _shelf(ctx)
    decisions = shelf.decide(action, names, reviewer=reviewer, reason=reason, values=values)
    path = shelf.append(decisions)
    for decision in decisions:
        click.echo(plain(f"{decision.decision_id}: {action} {', '.join(names)}, by {decision.reviewer}"))
    click.echo(f"recorded in {path}; it counts from the next run on")
