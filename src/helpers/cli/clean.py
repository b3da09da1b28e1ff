"""`dossier clean`: a folder of pages to a folder of cleaned texts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from helpers.cli.cleaning import clean_pages, seldom_looking_for_garbage
from helpers.cli.options import PlaceType, engine_options, started_engine

if TYPE_CHECKING:
    from helpers.foundation.remote import Place


@click.command()
@click.argument("source", metavar="IN", type=PlaceType())
@click.argument("target", metavar="OUT", type=PlaceType())
@engine_options
def clean(source: Place, target: Place, workers: int, scheduler: str) -> None:
    """Clean the pages of folder IN into folder OUT: the same names, ending in .txt, title and body only.

    IN and OUT are folders or addresses of an object store, for example s3://bucket/raw. Any of the formats that are read
    (text, HTML, MHTML, WARC, tables, PDF, DOCX ...) and any language. A file with several articles gives one text for each.
    Pages without article text are listed, with the reason, in OUT/quarantine.jsonl.
    """
    with seldom_looking_for_garbage(), started_engine(workers, scheduler) as engine:
        click.echo(clean_pages(source, target, engine))
