"""`dossier code`: a folder of pages to the tables, without notebooks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from helpers.cli.options import PlaceType, engine_options, show_progress, started_engine

if TYPE_CHECKING:
    from helpers.foundation.remote import Place


@click.command()
@click.argument("source", metavar="IN", type=PlaceType())
@click.argument("target", metavar="OUT", type=PlaceType())
@click.option("--no-reference", is_flag=True, help="Leave the reference layer out; nothing else changes.")
@click.option("--no-cache", is_flag=True, help="Do everything anew and keep nothing of it.")
@engine_options
def code(
    source: Place, target: Place, no_reference: bool, no_cache: bool, workers: int, scheduler: str
) -> None:
    """Code the pages of folder IN and write the tables into folder OUT, as Parquet and as JSON Lines.

    IN and OUT are folders or addresses of an object store, for example s3://bucket/raw. Tables: articles, timexes,
    claims, events, milestones, contradictions, quarantine. Dates are ISO days (earliest, latest) and EDTF; in JSON Lines
    lists are arrays. Decisions in data/reviews are applied. Nothing is written before everything is coded. What did not
    change since an earlier run is taken from the cache (.cache/pages, or the folder in DOSSIER_CACHE).
    """
    from helpers.foundation.memory import choose_allocators, seldom_searched

    choose_allocators()
    from helpers.chronology.folder import write_folder
    from helpers.chronology.ledger import mend_ledger
    from helpers.chronology.reference import load_reference
    from helpers.chronology.reviews import read_decisions
    from helpers.clean.folder import check_folders
    from helpers.cli.main import plain
    from helpers.foundation.cache import cache_folder, open_cache
    from helpers.foundation.remote import written_whole
    from helpers.foundation.settings import find_paths, load_profile

    check_folders(source, target)
    paths = find_paths()
    profile = load_profile()
    torn = mend_ledger(paths.reviews)
    decided = read_decisions(paths.reviews)
    reference = None if no_reference else load_reference()
    with (
        open_cache(None if no_cache else cache_folder(paths.cache)) as cache,
        started_engine(workers, scheduler) as engine,
        written_whole(target) as folder,
        seldom_searched(),
    ):
        written = write_folder(
            source,
            folder,
            profile=profile,
            decisions=decided.decisions,
            reference=reference,
            cache=cache,
            engine=engine,
            progress=show_progress,
        )
        cache.prune()
    if torn:
        click.echo(plain(torn), err=True)
    counts = ", ".join(f"{n} {name}" for name, n in written.counts.items())
    click.echo(plain(f"{written.n_files} files: {counts}; in {target}"))
    click.echo(written.reuse, err=True)
    if written.why:
        click.echo(plain(written.why), err=True)
    if written.n_orphaned:
        click.echo(
            f"{written.n_orphaned} decision(s) without their evidence here; `dossier review list` shows them"
        )
