"""`dossier verify`: recompute every mark of a report from the raw files."""

from __future__ import annotations

from pathlib import Path

import click


@click.command()
@click.option(
    "--reports", default="", metavar="DIR", help="Folder of runs (reports); its latest is verified."
)
@click.option("--run", "run_id", default="latest", metavar="RUN", help="A run's id instead of latest.")
@click.option(
    "--raw", default="", metavar="DIR", help="Folder of raw files, when it has moved since the run."
)
def verify(reports: str, run_id: str, raw: str) -> None:
    """Recompute mark, milestone, claim, quote, offsets and SHA-256 from the raw files; fail at the first that differs."""
    from helpers.cli.main import plain
    from helpers.foundation.errors import InputError, VerificationError
    from helpers.foundation.provenance import hash_file, sha256_hex
    from helpers.foundation.settings import find_paths
    from helpers.ingest.read import find_raw_file
    from helpers.report.newer_run import read_newer_run, without_notice
    from helpers.report.promotion import read_record
    from helpers.report.verify import verify_chain

    home = Path(reports).resolve() if reports else find_paths().reports
    folder = home / run_id
    if not (folder / "run.json").is_file():
        raise InputError(
            f"{folder}: holds no run.json; make a report first (make report), or name one with --run"
        )
    record = read_record(folder)
    if not {"run_id", "raw", "inputs", "tables"} <= record.keys():
        raise VerificationError(
            f"{folder / 'run.json'}: damaged, or the record of a run that did not end well; run again, or name another run with --run"
        )
    root = Path(raw).resolve() if raw else Path(record["raw"])
    for entry in record["inputs"]:
        if not entry["sha256"]:
            continue  # it could not be read then; the quarantine lists it
        path = find_raw_file(entry["path"], root)
        if path is None:
            raise VerificationError(f"raw file {entry['path']}: not below {root}; give its folder with --raw")
        if (found := hash_file(path)) != entry["sha256"]:
            raise VerificationError(
                f"raw file {entry['path']}: SHA-256 should be {entry['sha256']}, recomputed {found}"
            )
    for name, expected in record["tables"].items():
        path = folder / "processed" / name
        if not path.is_file() or hash_file(path) != expected:
            raise VerificationError(
                f"table {path}: is not the one the run wrote ({expected}); restore it or run again"
            )
    for name, expected in record.get("pages", {}).items():
        path = folder / name
        # a notice that a newer run failed is put in afterwards, and is not part of what the run wrote
        if not path.is_file() or sha256_hex(without_notice(path.read_bytes())) != expected:
            raise VerificationError(
                f"page {path}: is not the one the run wrote ({expected}); restore it or run again"
            )
    chain = verify_chain(folder / "processed", root, report=folder)
    click.echo(
        f"run {record['run_id']}: every link holds ({chain.marks} marks, {chain.milestones} milestones, {chain.claims} claims, "
        f"{chain.timexes} dates, {chain.articles} articles, {len(record['inputs'])} raw files)"
    )
    if run_id == "latest" and (newer := read_newer_run(home)) is not None:
        click.echo(plain(f"a newer run did not succeed ({newer['when']}): {newer['why']}"))
