"""What has begun and not ended: a scheduled run that was cut off with its process is made up once when the clock starts again."""

from __future__ import annotations

import datetime as dt
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import orjson
from apscheduler.schedulers.base import BaseScheduler
from filelock import FileLock, Timeout

from helpers.foundation.storage import write_bytes
from helpers.report.schedule.plans import list_plans, state_folder

log = logging.getLogger(__name__)


@contextmanager
def note_start(root: Path, name: str) -> Iterator[None]:
    """Note that a schedule's run has begun, and take the note back when it ends, however it ends.

    The note is held by a lock of the system, so that a process that is killed leaves it behind unheld. A run of the same
    schedule that goes on elsewhere keeps its own note.
    """
    folder = _folder(root)
    lock, path = FileLock(folder / f"{name}.lock"), folder / f"{name}.json"
    try:
        lock.acquire(timeout=0)
    except Timeout:
        yield
        return
    try:
        note = {
            "started": dt.datetime.now(dt.UTC).isoformat(timespec="seconds"),
            "made_up": bool(_read(path).get("due")),
        }
        write_bytes(path, orjson.dumps(note))
        yield
        path.unlink(missing_ok=True)
    except Exception:
        path.unlink(missing_ok=True)  # it ended, badly; only what was killed leaves its note
        raise
    finally:
        lock.release()


def take_up_interrupted(scheduler: BaseScheduler, root: Path, *, now: dt.datetime) -> list[str]:
    """Make the runs due at once that were cut off: each once, and none older than its schedule's maximum age.

    Args:
        scheduler: one that has its job store open.
        root: the project folder.
        now: aware.

    Returns:
        names of the schedules whose run is made up.
    """
    folder, plans = _folder(root), {plan.name: plan for plan, _ in list_plans(scheduler)}
    taken = []
    for path in sorted(folder.glob("*.json")):
        try:
            with FileLock(path.with_suffix(".lock")).acquire(timeout=0):
                note = _read(path)
                plan = plans.get(path.stem)
                started = dt.datetime.fromisoformat(str(note.get("started", "1970-01-01T00:00:00+00:00")))
                late = (now - started).total_seconds()
                if plan is None or note.get("made_up") or late > plan.max_age:
                    log.warning("the run of %s begun %s was cut off and is not made up", path.stem, started)
                    path.unlink()
                    continue
                write_bytes(path, orjson.dumps({**note, "due": True}))
        except Timeout:
            continue  # it goes on in another process
        log.warning("the run of %s begun %s was cut off; it is made up now", path.stem, started)
        scheduler.modify_job(path.stem, next_run_time=now)
        taken.append(path.stem)
    return taken


def _folder(root: Path) -> Path:
    folder = state_folder(root) / "started"
    folder.mkdir(exist_ok=True)
    return folder


def _read(path: Path) -> dict[str, Any]:
    """A note; an empty one where there is none, or where a crash left half of it."""
    try:
        found = orjson.loads(path.read_bytes())
    except (FileNotFoundError, orjson.JSONDecodeError):
        return {}
    return found if isinstance(found, dict) else {}
