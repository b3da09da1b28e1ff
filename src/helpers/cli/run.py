"""`dossier run`: the notebooks, from raw pages to reports/latest."""

from __future__ import annotations

import logging
import sys
from pathlib import Path
from typing import Any

import click

from helpers.cli.options import engine_options, started_engine


@click.command()
@click.option(
    "--raw",
    default="",
    metavar="DIR",
    help="Folder of raw pages (data/raw), or an address such as s3://bucket/raw.",
)
@click.option(
    "--processed", default="", metavar="DIR", help="Where tables go after success (data/processed)."
)
@click.option(
    "--reports",
    default="",
    metavar="DIR",
    help="Folder of runs and of latest (reports); at an address a copy is put.",
)
@click.option("--start", default="", metavar="DAY", help="First day of interest, YYYY-MM-DD.")
@click.option("--end", default="", metavar="DAY", help="Last day of interest, YYYY-MM-DD.")
@click.option(
    "--languages", default="", metavar="CODES", help="Languages to code, for example en,ru,fa (all)."
)
@click.option(
    "--parties", default="", metavar="CODES", help="Countries, ISO 3166 alpha-3, for example BLR,IRN."
)
@click.option("--topic", default="", help="Field in focus: defence, or a field such as energy (defence).")
@click.option("--as-of", default="", metavar="DAY", help="Day the report speaks from (today).")
@click.option(
    "--reference/--no-reference", default=True, help="Show the reference chronology beside the corpus."
)
@engine_options
@click.option(
    "--cache/--no-cache",
    default=True,
    help="Use what earlier runs worked out; the result is the same without.",
)
@click.option("--cold-kernels", is_flag=True, help="Use Jupyter's ordinary kernels instead of forked ones.")
@click.option(
    "-p", "--parameter", "extra", nargs=2, multiple=True, metavar="NAME VALUE", help="Any notebook parameter."
)
def run(
    processed: str, reports: str, cold_kernels: bool, extra: tuple[tuple[str, str], ...], **options: Any
) -> None:
    """Run the notebooks on a folder of pages; write reports/<run>/ and, when everything holds, reports/latest/.

    Pages of an object store are kept in step with a copy below .cache/raw, so that every mark can be verified later.
    """
    from helpers.foundation.errors import InputError
    from helpers.foundation.mirror import mirror_folder, put_run
    from helpers.foundation.remote import RemotePath, read_place
    from helpers.foundation.settings import find_paths
    from helpers.report.parameters import read_parameters, read_value
    from helpers.report.run import NOTEBOOKS, run_report

    switches = {name: options.pop(name) for name in ("reference", "cache")}
    given = {name: value for name, value in options.items() if value not in ("", 0)} | switches
    for name in ("languages", "parties"):
        if name in given:
            given[name] = [v.strip() for v in given[name].split(",") if v.strip()]
    if extra:
        declared = read_parameters([find_paths().notebooks / f"{n}.ipynb" for n in NOTEBOOKS])
        for name, text in extra:
            if name not in declared:
                raise InputError(f"unknown parameter {name!r}; allowed: {', '.join(sorted(declared))}")
            given[name] = read_value(text, declared[name])
    store = read_place(reports, name="--reports")
    if isinstance(raw := read_place(str(given.get("raw", "")), name="--raw"), RemotePath):
        given["raw"] = str(mirror_folder(raw, find_paths().cache / "raw"))
    elif "raw" in given:
        # as typed, from where it was typed; a notebook's parameter is read from the project's folder
        given["raw"] = str(raw.absolute())
    with started_engine(given.get("workers", 0), given.get("scheduler", "")):
        done = run_report(
            given,
            processed=str(Path(processed).absolute()) if processed else "",
            reports=str(store.absolute()) if reports and not isinstance(store, RemotePath) else "",
            progress=_progress(),
            cold=cold_kernels,
        )
    if isinstance(store, RemotePath):
        put_run(done.folder, store)
        click.echo(f"put to {store}/{done.run_id} and {store}/latest", err=True)
    counts = done.record["counts"]
    click.echo(
        f"{counts.get('articles', 0)} articles, {counts.get('claims', 0)} claims, {counts.get('milestones', 0)} milestones; "
        f"{counts.get('quarantine', 0)} in quarantine"
    )
    if reuse := done.record.get("reuse"):
        click.echo(
            "from the cache: " + ", ".join(f"{step} {share}" for step, share in reuse.items()), err=True
        )
    click.echo(f"report: {done.folder.parent / 'latest' / 'report.html'}")
    click.echo(f"        {done.folder.parent / 'latest' / 'report.pdf'}")


def _progress() -> Any:
    """A bar on a terminal, plain log lines elsewhere."""
    if sys.stderr.isatty():
        from tqdm import tqdm

        bar = tqdm(
            total=1, unit="step", leave=False, bar_format="{desc:22} {bar} {n_fmt}/{total_fmt} {elapsed}"
        )

        def show(what: str, done: int, total: int) -> None:
            bar.total, bar.n = total, done
            bar.set_description_str(what)
            bar.refresh()
            if done == total:
                bar.close()

        return show
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s", datefmt="%H:%M:%S")
    logging.getLogger("papermill").setLevel(logging.WARNING)
    return lambda what, done, total: logging.getLogger("dossier").info("%s (%d of %d)", what, done, total)
