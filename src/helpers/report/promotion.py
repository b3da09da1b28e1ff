"""From a finished staging folder to `latest`: in steps of which each is whole, and which a killed run leaves to the next one.

A run that holds is announced in `.promoting.json` before anything is moved; whoever runs next in that folder finishes what is
announced. So a process may die between any two steps, and `latest` is the last good report all the while.
"""

from __future__ import annotations

import datetime as dt
import logging
import os
import re
import shutil
from collections.abc import Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import orjson

from helpers.foundation.errors import RunError
from helpers.foundation.locks import flush_folder, only_one, remove_dead_parts
from helpers.foundation.provenance import sha256_hex
from helpers.foundation.storage import replacing, write_bytes
from helpers.report.newer_run import unsay_newer_run, without_notice

log = logging.getLogger(__name__)

ANNOUNCED = ".promoting.json"
KEPT_FAILURES = 3
TABLES_WAIT = 60  # seconds for another writer of the same tables
_RUN_ID = re.compile(r"(\d{8}T\d{6}Z)-[0-9a-f]{8}")
_STAMP = "%Y%m%dT%H%M%SZ"


@dataclass(frozen=True, slots=True)
class Stopped:
    """A run that a kill or a power cut stopped: its id, when it began, and where what there is of it lies."""

    run_id: str
    started: str
    folder: Path


def make_run_id(home: Path, part: str, now: dt.datetime) -> tuple[str, str]:
    """An id that sorts after those of all runs in `home`, also when the clock was set back; and what to say then.

    Args:
        home: folder of runs.
        part: eight hex digits that depend on what the run is made from.
        now: UTC.

    Returns:
        `<time>-<part>`, and '' or a warning.
    """
    stamps = []
    for folder in (home, home / "staging"):
        for entry in os.scandir(folder) if folder.is_dir() else ():
            if m := _RUN_ID.fullmatch(entry.name):
                stamps.append(m[1])
    newest = max(stamps, default="")
    stamp = f"{now:{_STAMP}}"
    if stamp > newest:
        return f"{stamp}-{part}", ""
    try:
        after = dt.datetime.strptime(newest, _STAMP) + dt.timedelta(seconds=1)
    except (ValueError, OverflowError):
        return f"{stamp}-{part}", f"a folder in {home} is named {newest}..., which is no time; remove it"
    warning = ""
    if (after - now.replace(tzinfo=None)).total_seconds() > 5:
        warning = (
            f"the clock says {now:%Y-%m-%d %H:%M} UTC, but a run here was made at {after:%Y-%m-%d %H:%M}: "
            "correct the clock; this run is numbered after that one"
        )
    return f"{after:{_STAMP}}-{part}", warning


def settle(home: Path) -> list[Stopped]:
    """Put in order what earlier processes left in a folder of runs; call it only while holding `home`.

    Finishes an announced promotion, points a missing or dangling `latest` at the newest whole run, marks runs that died as
    stopped, keeps the newest failures and removes older ones, and removes unfinished files.

    Returns:
        The runs that died, oldest first.
    """
    remove_dead_parts(home)
    if (home / ANNOUNCED).is_file():
        _finish_announced(home)
    latest = home / "latest"
    _restore_set_aside(home)
    if not latest.exists():
        whole = next((f for f in list_runs(home) if not find_damage(f)), None)
        if whole is not None:
            log.warning("%s led nowhere; it shows %s again, the newest run that is whole", latest, whole.name)
            point_latest(home, whole)
    stopped = []
    for folder in list_staging(home):
        record = read_record(folder)
        if record.get("status") in ("failed", "stopped"):
            continue
        stopped.append(Stopped(folder.name, str(record.get("started") or ""), folder))
        note_failure(folder, "stopped before it ended (killed, or the machine went down)", status="stopped")
    for folder in list_staging(home)[:-KEPT_FAILURES]:
        log.info("%s: removed, newer failures are kept", folder)
        shutil.rmtree(folder, ignore_errors=True)
    return [s for s in stopped if s.folder.is_dir()]


def list_runs(home: Path) -> list[Path]:
    """Folders of finished runs, newest first by id."""
    return sorted((p for p in home.glob("*Z-*") if _RUN_ID.fullmatch(p.name) and p.is_dir()), reverse=True)


def list_staging(home: Path) -> list[Path]:
    """Folders of runs that are going on or did not succeed, oldest first."""
    return sorted(p for p in (home / "staging").glob("*") if p.is_dir() and not p.is_symlink())


def read_record(folder: Path) -> dict[str, Any]:
    """run.json of a run; empty when it is missing or damaged."""
    try:
        record = orjson.loads((folder / "run.json").read_bytes())
    except (OSError, orjson.JSONDecodeError):
        return {}
    return record if isinstance(record, dict) else {}


def write_record(folder: Path, record: Mapping[str, Any]) -> None:
    """Write run.json."""
    data = orjson.dumps(record, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)
    write_bytes(folder / "run.json", data)


def note_failure(folder: Path, message: str, *, status: str = "failed") -> None:
    """Write into the record of a run why it did not succeed; where even that cannot be written, it is logged."""
    record = read_record(folder) or {"run_id": folder.name}
    finished = dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
    # a copy of the run before, needed while the run went on
    shutil.rmtree(folder / "previous", ignore_errors=True)
    try:
        write_record(folder, {**record, "status": status, "failure": message[:2000], "finished": finished})
    except OSError as err:
        log.warning("%s: why the run failed could not be written there (%s)", folder, err)


def find_damage(folder: Path) -> str:
    """What is wrong with a finished run's files, '' when they are those it wrote."""
    record = read_record(folder)
    if not record:
        return "run.json is missing or damaged"
    if record.get("status") != "ok":
        return f"its status is {record.get('status')!r}"
    for name, expected in dict(record.get("tables") or {}).items():
        path = folder / "processed" / name
        try:
            found = sha256_hex(path.read_bytes())
        except OSError as err:
            return f"{path}: {err.strerror}"
        if found != expected:
            return f"{path} is damaged: it is not what the run wrote"
    for name, expected in dict(record.get("pages") or {}).items():
        path = folder / name
        try:
            found = sha256_hex(without_notice(path.read_bytes()))
        except OSError as err:
            return f"{path}: {err.strerror}"
        if found != expected:
            return f"{path} is damaged: it is not what the run wrote"
    return ""


def find_previous(home: Path) -> tuple[Path | None, list[str]]:
    """The run whose milestones the next one goes on from: `latest`, or the newest before it that is whole.

    Returns:
        Its folder, None on a first run, and what was passed over and why.
    """
    said: list[str] = []
    latest = (home / "latest").resolve() if (home / "latest").is_dir() else None
    others = [f for f in list_runs(home) if f.resolve() != latest]
    for folder in [*([latest] if latest else []), *others]:
        if not (folder / "processed").is_dir():
            continue
        damage = find_damage(folder)
        if not damage:
            if said:
                said.append(f"what changed is told since run {folder.name}")
            return folder, said
        said.append(f"run {folder.name} is passed over: {damage}")
    return None, said


def promote(staging: Path, home: Path, tables: Path) -> Path:
    """Make a verified run the latest one and its tables those of the project.

    Raises:
        OSError: nothing was announced, and all is as it was; or it was, and the next run finishes it.
        RunError: the run's files are not those it wrote; all is as it was.
    """
    shutil.rmtree(staging / "previous", ignore_errors=True)
    for path in sorted(p for p in staging.rglob("*") if p.is_file()):
        with path.open("rb") as f:
            os.fsync(f.fileno())
    announcement = {"run_id": staging.name, "tables": str(tables)}
    write_bytes(home / ANNOUNCED, orjson.dumps(announcement, option=orjson.OPT_APPEND_NEWLINE))
    folder = _finish_announced(home)
    if folder is None:
        raise RunError(f"run {staging.name} was changed while it was put into place; run again")
    return folder


def _finish_announced(home: Path) -> Path | None:
    path = home / ANNOUNCED
    try:
        announced = orjson.loads(path.read_bytes())
        folder, tables = home / str(announced["run_id"]), Path(announced["tables"])
    except (orjson.JSONDecodeError, KeyError, TypeError):
        log.warning("%s is damaged and cannot be finished; the run it names is in staging or beside it", path)
        path.unlink()
        return None
    staging = home / "staging" / folder.name
    if _RUN_ID.fullmatch(folder.name) and not folder.exists() and staging.is_dir():
        staging.rename(folder)
        flush_folder(home)
    if not folder.is_dir() or find_damage(folder):
        log.warning("%s: the run %s is not whole and is left as it is", path, folder.name)
        path.unlink()
        return None
    unsay_newer_run(home)
    point_latest(home, folder)
    copy_tables(folder / "processed", tables)
    path.unlink()
    return folder


def copy_tables(source: Path, tables: Path) -> None:
    """Copy a run's tables into the project's folder of tables: first all of them beside the old ones, then over them."""
    with only_one(tables, doing="writer of tables", remedy="wait for it and run again", timeout=TABLES_WAIT):
        remove_dead_parts(tables)
        with ExitStack() as moves:  # what is entered here is moved into place when the block has ended well
            for path in sorted(p for p in source.iterdir() if p.is_file()):
                shutil.copyfile(path, moves.enter_context(replacing(tables / path.name)))


def point_latest(home: Path, folder: Path) -> None:
    """Make `home/latest` show `folder`: a symbolic link moved into place, or a copy where links are not allowed.

    A real folder in its place (a copy made before) is set aside, and removed when the new one stands.
    """
    latest, fresh, old = home / "latest", home / ".latest.new", home / ".latest.old"
    _remove(fresh)
    _restore_set_aside(home)
    try:
        fresh.symlink_to(folder.name, target_is_directory=True)
    except (OSError, NotImplementedError) as err:
        log.info("%s: links cannot be made here (%s); latest is a copy", home, err)
        shutil.copytree(folder, fresh)
    try:
        if (not latest.is_symlink() and latest.exists()) or (latest.is_symlink() and not fresh.is_symlink()):
            latest.rename(old)
        fresh.replace(latest)
    except OSError:
        _restore_set_aside(home)
        _remove(fresh)
        raise
    flush_folder(home)
    _remove(old)


def _restore_set_aside(home: Path) -> None:
    """Put back what was `latest` when a process died between setting it aside and putting the new one into its place."""
    latest, old = home / "latest", home / ".latest.old"
    if not old.exists() and not old.is_symlink():
        return
    if latest.exists() or latest.is_symlink():
        _remove(old)
    else:
        old.rename(latest)


def _remove(path: Path) -> None:
    if path.is_symlink() or path.is_file():
        path.unlink()
    elif path.exists():
        shutil.rmtree(path)
