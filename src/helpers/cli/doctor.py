"""`dossier doctor`: what this machine lacks, and what to do about each."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, distribution, requires, version
from pathlib import Path

import click

NEED_FREE = 2_000_000_000  # bytes; a run of the sample takes a hundredth of it


@dataclass(frozen=True, slots=True)
class Finding:
    """One check: whether it is well, needed or only useful, what was seen and what to do."""

    well: bool
    needed: bool
    what: str
    remedy: str = ""


@click.command()
@click.option("--tables", is_flag=True, help="Print the data dictionary (docs/tables.md) instead.")
def doctor(tables: bool) -> None:
    """Check Python, libraries, configuration, folders and fonts; exit code 1 when something needed is missing."""
    if tables:
        from helpers.foundation.schemas import describe_tables

        click.echo(describe_tables(), nl=False)
        return
    from helpers.cli.main import plain

    findings = list(examine())
    for f in findings:
        sign = "ok  " if f.well else ("FAIL" if f.needed else "note")
        click.echo(plain(f"{sign} {f.what}" + (f"\n     {f.remedy}" if f.remedy and not f.well else "")))
    if any(f.needed and not f.well for f in findings):
        sys.exit(1)


def examine() -> Iterator[Finding]:
    """Run every check, the needed ones first."""
    yield Finding(
        sys.version_info >= (3, 11), True, f"Python {sys.version.split()[0]}", "install Python 3.11 or newer"
    )
    yield from _libraries()
    yield from _project()
    yield from _leftovers()
    yield from _fonts()
    browser = next((b for b in ("chromium", "chromium-browser", "google-chrome") if shutil.which(b)), None)
    yield Finding(
        browser is not None,
        False,
        f"browser for tests: {browser or 'none'}",
        "only the browser tests need one: apt-get install chromium",
    )
    tool = shutil.which("pdftotext")
    yield Finding(
        tool is not None,
        False,
        f"pdftotext for tests: {'found' if tool else 'none'}",
        "only the PDF tests need it: apt-get install poppler-utils",
    )


def _libraries() -> Iterator[Finding]:
    from packaging.requirements import Requirement

    try:
        distribution("dossier-helpers")
    except PackageNotFoundError:
        yield Finding(False, True, "this project is not installed", "run make setup")
        return
    wrong = []
    for line in requires("dossier-helpers") or []:
        need = Requirement(line)
        if need.marker is not None and not need.marker.evaluate({"extra": ""}):
            continue
        try:
            have = version(need.name)
        except PackageNotFoundError:
            wrong.append(f"{need.name} (missing)")
            continue
        if not need.specifier.contains(have, prereleases=True):
            wrong.append(f"{need.name} {have} (needs {need.specifier})")
    yield Finding(
        not wrong,
        True,
        f"libraries: {', '.join(wrong) or 'all there, in the versions asked for'}",
        "run make setup",
    )


def _project() -> Iterator[Finding]:
    from helpers.foundation.errors import InputError
    from helpers.foundation.settings import find_paths, load_profile, load_yaml
    from helpers.report.preflight import check_configuration

    try:
        paths = find_paths()
        profile = load_profile()
        files = sorted(paths.config.rglob("*.yml"))
        for path in files:
            load_yaml(path)
        check_configuration(profile.languages)
    except InputError as err:
        yield Finding(
            False, True, f"configuration: {err}", "mend the file named, or restore it from the repository"
        )
        return
    yield Finding(True, True, f"configuration: {len(files)} files, {profile.title}")
    for name, folder in (
        ("processed", paths.processed),
        ("reports", paths.reports),
        ("reviews", paths.reviews),
    ):
        yield _writable(name, folder)
    free = shutil.disk_usage(paths.root).free
    yield Finding(
        free > NEED_FREE, True, f"disk: {free / 1e9:.1f} GB free", f"free at least {NEED_FREE / 1e9:.0f} GB"
    )


def _leftovers() -> Iterator[Finding]:
    """What faults left behind: damaged tables, a torn ledger, a link that leads nowhere, runs that died."""
    from helpers.chronology.reviews import read_decisions
    from helpers.foundation.errors import InputError
    from helpers.foundation.locks import is_held
    from helpers.foundation.settings import find_paths
    from helpers.report.promotion import ANNOUNCED, find_damage, list_staging, read_record

    try:
        paths = find_paths()
    except InputError:
        return  # said above
    home = paths.reports
    latest = home / "latest"
    if latest.is_symlink() and not latest.exists():
        yield Finding(False, False, f"{latest} leads to {latest.readlink()}, which is gone", "run again")
    elif latest.is_dir():
        damage = find_damage(latest)
        yield Finding(not damage, False, f"last report: {damage or 'whole'}", "run again (make report)")
    dead = [f for f in list_staging(home) if read_record(f).get("status") == "running"]
    if (dead or (home / ANNOUNCED).is_file()) and not is_held(home):
        what = ", ".join(f.name for f in dead) or "one that was being put into place"
        yield Finding(False, False, f"runs that were cut off: {what}", "the next run puts that in order")
    bad = [f"{path.name}: {why}" for path, why in _unreadable(paths.processed)]
    yield Finding(
        not bad,
        False,
        f"tables in {paths.processed}: {'; '.join(bad) or 'can be read'}",
        "delete what is named and run again: tables are made from data/raw",
    )
    try:
        torn = read_decisions(paths.reviews).torn
    except InputError as err:
        yield Finding(False, True, f"decisions: {err}", "mend the line named; copies are in reports/<run>/")
        return
    yield Finding(
        torn is None,
        False,
        f"decisions: {'can be read' if torn is None else 'the last line was cut short by a crash'}",
        "the next run or decision sets it aside in decisions.torn; look there and decide anew",
    )


def _unreadable(folder: Path) -> Iterator[tuple[Path, str]]:
    import pyarrow as pa
    import pyarrow.parquet as pq

    for path in sorted(folder.glob("*.parquet")):
        try:
            with pq.ParquetFile(path, memory_map=False, page_checksum_verification=True) as file:
                file.read()
        except (pa.ArrowException, OSError, ValueError) as err:
            yield path, " ".join(str(err).split())[:120]


def _writable(name: str, folder: Path) -> Finding:
    probe = folder / ".doctor"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        probe.write_bytes(b"")
        probe.unlink()
    except OSError as err:
        return Finding(
            False,
            True,
            f"{name} folder {folder}: {err.strerror}",
            "change its permissions, or name another folder",
        )
    return Finding(True, True, f"{name} folder can be written to")


def _fonts() -> Iterator[Finding]:
    from importlib.util import find_spec

    spec = find_spec("matplotlib")
    folder = Path(spec.origin).parent / "mpl-data" / "fonts" / "ttf" if spec and spec.origin else Path()
    found = sorted(folder.glob("DejaVu*.ttf"))
    yield Finding(
        bool(found),
        True,
        f"fonts for the PDF: {len(found)} DejaVu files",
        "reinstall matplotlib (make setup)",
    )
