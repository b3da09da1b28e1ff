"""`dossier collect`: fetch pages politely into data/raw."""

from __future__ import annotations

import sys
from pathlib import Path

import click


@click.command()
@click.option("--sources", default="", metavar="FILE", help="What to collect (config/sources.yml).")
@click.option("--into", default="", metavar="DIR", help="Raw folder (data/raw).")
@click.option("--only", multiple=True, metavar="NAME", help="Only this source; may be given more than once.")
@click.option("--offline", default="", metavar="WARC", help="Answer from a WARC file instead of the network.")
@click.option("--allow-private", is_flag=True, help="Let private and loopback addresses through.")
def collect(sources: str, into: str, only: tuple[str, ...], offline: str, allow_private: bool) -> None:
    """Fetch what the sources name: feeds, sitemaps and single pages, as WARC and as raw files with sidecars."""
    from dataclasses import replace

    from tqdm import tqdm

    from helpers.cli.main import plain
    from helpers.foundation.errors import InputError
    from helpers.foundation.settings import find_paths
    from helpers.ingest.collect.collect import collect_pages, summarise
    from helpers.ingest.collect.sources import load_plan

    path = Path(sources).resolve() if sources else find_paths().config / "sources.yml"
    plan = load_plan(path)
    if unknown := sorted(set(only) - {s.name for s in plan.sources}):
        raise InputError(
            f"--only {', '.join(unknown)}: not in {path}; allowed: {', '.join(s.name for s in plan.sources) or 'none yet'}"
        )
    if only:
        plan = replace(plan, sources=tuple(s for s in plan.sources if s.name in only))
    if not plan.sources:
        raise InputError(f"{path}: names no source; add a feed, a sitemap or a page under sources")
    raw = Path(into).resolve() if into else find_paths().raw
    outcomes = []
    pages = collect_pages(plan, raw, allow_private=allow_private, offline=Path(offline) if offline else None)
    for outcome in tqdm(pages, unit=" pages", disable=not sys.stderr.isatty(), leave=False):
        outcomes.append(outcome)
        if outcome.what == "failed":
            click.echo(plain(f"failed  {outcome.source}: {outcome.detail}"), err=True)
    counts = summarise(outcomes)
    click.echo(", ".join(f"{n} {what}" for what, n in counts.items()) + f" in {raw}")
    if outcomes and counts["failed"] == len(outcomes):
        sys.exit(1)
