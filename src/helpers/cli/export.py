"""`dossier export`: the tables of a run in the formats of other tools."""

from __future__ import annotations

from pathlib import Path

import click


@click.command()
@click.option(
    "--run", "run_folder", default="", metavar="DIR", help="Folder of a run; default reports/latest."
)
@click.option(
    "--out", default="", metavar="DIR", help="Folder to write to; default exports/<run id> in the project."
)
@click.option(
    "--format",
    "formats",
    multiple=True,
    metavar="NAME",
    help="A format, may be given again; default all. --list names them.",
)
@click.option(
    "--profile",
    default="private",
    metavar="NAME",
    help="private: everything; public: quotes cut, no bylines, no full text.",
)
@click.option("--list", "list_only", is_flag=True, help="Name the formats and what each cannot express.")
def export(run_folder: str, out: str, formats: tuple[str, ...], profile: str, list_only: bool) -> None:
    """Write the tables of a run as CSV, Parquet, calendar, graph, linked data, references and document."""
    import orjson
    from tqdm import tqdm

    from helpers.cli.main import plain
    from helpers.foundation.errors import InputError
    from helpers.foundation.settings import find_paths
    from helpers.report.exports import list_formats, write_exports

    if list_only:
        for form in list_formats().values():
            click.echo(f"{form.name:12} {form.about}")
            for limit in form.limits:
                click.echo(f"{'':12}   cannot express: {limit}")
        return
    folder = Path(run_folder).resolve() if run_folder else find_paths().reports / "latest"
    record = folder / "run.json"
    if not record.is_file():
        raise InputError(
            f"{record}: there is no finished run; make a report first (make report), or give a run's folder with --run"
        )
    try:
        run = orjson.loads(record.read_bytes())
    except orjson.JSONDecodeError as err:
        raise InputError(f"{record}: no record of a run ({err}); run again to make it anew") from err
    if not isinstance(run, dict) or "run_id" not in run:
        raise InputError(
            f"{record}: this is not the record of a run; give a folder below reports/ with --run"
        )
    target = Path(out).resolve() if out else find_paths().root / "exports" / str(run["run_id"])
    if target.exists() and not target.is_dir():
        raise InputError(f"--out {str(target)!r} is a file; give a folder")
    with tqdm(total=len(formats) or len(list_formats()), disable=None, unit="format", leave=False) as bar:

        def progress(name: str) -> None:
            bar.set_description(name)
            bar.update()

        written = write_exports(
            folder / "processed", run, target, formats=formats, profile=profile, progress=progress
        )
    for path in written:
        click.echo(plain(str(path)))
