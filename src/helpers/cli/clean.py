"""`dossier clean`: a folder of pages to a folder of cleaned texts."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from helpers.cli.options import PlaceType, engine_options, started_engine

if TYPE_CHECKING:
    from helpers.foundation.remote import Place

_KEPT_BYTES = 256 << 20
# New objects after which garbage is looked for (Python's own: 700, 10, 10): modules, cues and tables are no garbage, and of a
# group of pages little is left that counting references did not free.
_SELDOM = (50_000, 20, 100)


def _keep_freed_memory() -> None:
    """Let glibc keep the memory of arrays that are freed: the next group of pages needs as much, and fetching it costs a fifth."""
    if not sys.platform.startswith("linux"):
        return
    import ctypes

    libc = ctypes.CDLL(None)
    if hasattr(libc, "mallopt"):  # musl has none
        for option in (-1, -3):  # M_TRIM_THRESHOLD, M_MMAP_THRESHOLD
            libc.mallopt(option, _KEPT_BYTES)


@contextmanager
def _seldom_looking_for_garbage() -> Iterator[None]:
    before = gc.get_threshold()
    gc.set_threshold(*_SELDOM)
    try:
        yield
    finally:
        gc.set_threshold(*before)


@contextmanager
def _progress(files: int) -> Iterator[Callable[[int], None]]:
    """What to call after each file: a bar on a terminal, nothing elsewhere (the bar alone takes a while to load)."""
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    with click.progressbar(length=files, label="cleaning", file=sys.stderr) as bar:
        yield bar.update


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
    with _seldom_looking_for_garbage():
        _clean(source, target, workers, scheduler)


def _clean(source: Place, target: Place, workers: int, scheduler: str) -> None:
    import os
    from collections import Counter

    # numpy is used without linear algebra here: threads for it would cost more than cleaning a hundred pages
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    _keep_freed_memory()
    from helpers.clean.folder import clean_folder, list_folder, write_quarantine
    from helpers.foundation.records import Quarantined
    from helpers.foundation.remote import written_whole

    files = list_folder(source, target)
    quarantined: list[Quarantined] = []
    cleaned = 0
    with (
        started_engine(workers, scheduler) as engine,
        written_whole(target) as folder,
        _progress(len(files)) as step,
    ):
        seen = ""
        for record in clean_folder(files, source, folder, engine=engine):
            if record.source_path != seen:
                seen = record.source_path
                step(1)
            if isinstance(record, Quarantined):
                quarantined.append(record)
            else:
                cleaned += 1
        listed = write_quarantine(quarantined, folder)
    click.echo(f"{len(files)} files: {cleaned} texts in {target}, {len(quarantined)} quarantined")
    if listed:
        for reason, n in sorted(Counter(q.reason for q in quarantined).items()):
            click.echo(f"  {n:6d} {reason}")
        click.echo(f"  see {target}/{listed.name}")
