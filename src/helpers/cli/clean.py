"""`dossier clean`: a folder of pages to a folder of cleaned texts."""

from __future__ import annotations

import sys
from pathlib import Path

import click


@click.command()
@click.argument("source", metavar="IN", type=click.Path(path_type=Path))
@click.argument("target", metavar="OUT", type=click.Path(path_type=Path))
@click.option("--workers", type=click.IntRange(min=0), default=0, help="Local processes; 0 decides by size.")
def clean(source: Path, target: Path, workers: int) -> None:
    """Clean the pages of folder IN into folder OUT: the same names, ending in .txt, title and body only.

    Any of the formats that are read (text, HTML, MHTML, WARC, tables, PDF, DOCX ...) and any language. A file with several
    articles gives one text for each. Pages without article text are listed, with the reason, in OUT/quarantine.jsonl.
    """
    from collections import Counter

    from helpers.clean.folder import clean_folder, list_folder, write_quarantine
    from helpers.foundation.records import Quarantined

    files = list_folder(source, target)
    records = clean_folder(files, source, target, workers=workers)
    quarantined: list[Quarantined] = []
    cleaned = 0
    with click.progressbar(
        length=len(files), label="cleaning", file=sys.stderr, hidden=not sys.stderr.isatty()
    ) as bar:
        seen = ""
        for record in records:
            if record.source_path != seen:
                seen = record.source_path
                bar.update(1)
            if isinstance(record, Quarantined):
                quarantined.append(record)
            else:
                cleaned += 1
    listed = write_quarantine(quarantined, target)
    click.echo(f"{len(files)} files: {cleaned} texts in {target}, {len(quarantined)} quarantined")
    if listed:
        for reason, n in sorted(Counter(q.reason for q in quarantined).items()):
            click.echo(f"  {n:6d} {reason}")
        click.echo(f"  see {listed}")
