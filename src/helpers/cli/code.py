"""`dossier code`: a folder of pages to the tables, without notebooks."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

TABLE_NAMES = ("articles", "timexes", "claims", "events", "milestones", "contradictions", "quarantine")


@click.command()
@click.argument("source", metavar="IN", type=click.Path(path_type=Path))
@click.argument("target", metavar="OUT", type=click.Path(path_type=Path))
@click.option("--no-reference", is_flag=True, help="Leave the reference layer out; nothing else changes.")
@click.option("--workers", type=click.IntRange(min=0), default=0, help="Local processes; 0 decides by size.")
def code(source: Path, target: Path, no_reference: bool, workers: int) -> None:
    """Code the pages of folder IN and write the tables into folder OUT, as Parquet and as JSON Lines.

    Tables: articles, timexes, claims, events, milestones, contradictions, quarantine. Dates are ISO days (earliest,
    latest) and EDTF; in JSON Lines lists are arrays. Decisions in data/reviews are applied. Nothing is written before
    everything is coded.
    """
    from helpers.chronology.pipeline import process_folder
    from helpers.chronology.reference import load_reference
    from helpers.chronology.reviews import read_decisions
    from helpers.chronology.tables import write_tables
    from helpers.clean.folder import list_folder
    from helpers.foundation.engine import Engine
    from helpers.foundation.settings import find_paths, load_profile

    list_folder(source, target)
    profile = load_profile()
    decided = read_decisions(find_paths().reviews)
    reference = None if no_reference else load_reference()
    processed = process_folder(
        source,
        profile=profile,
        decisions=decided.decisions,
        reference=reference,
        engine=Engine(workers=workers),
        progress=_progress,
    )
    write_tables(processed.tables, TABLE_NAMES, target)
    if decided.torn is not None:
        click.echo("decisions.jsonl: the last line was cut short by a crash and is not used", err=True)
    counts = ", ".join(f"{len(processed.tables[name])} {name}" for name in TABLE_NAMES)
    click.echo(f"{processed.corpus.n_files} files: {counts}; in {target}")
    if orphaned := processed.chronology.orphaned:
        click.echo(
            f"{len(orphaned)} decision(s) without their evidence here; `dossier review list` shows them"
        )


def _progress(items: Iterator[Any], n: int, label: str) -> Iterator[Any]:
    with click.progressbar(
        items, length=n, label=label, file=sys.stderr, hidden=not sys.stderr.isatty()
    ) as bar:
        yield from bar
