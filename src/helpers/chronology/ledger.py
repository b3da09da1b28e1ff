"""The ledger of decisions kept safe: a torn line set aside, a copy with every run, and a word when decisions are missing."""

from __future__ import annotations

import json
from pathlib import Path

from helpers.chronology.reviews import FILE_NAME, LOCK_SECONDS, set_torn_aside
from helpers.foundation.storage import write_bytes


def mend_ledger(reviews: Path) -> str:
    """Set aside what a crash left of a last line; the whole lines stay as they are.

    It waits for whoever is writing: a line that is only half there because it is being written is no torn one.

    Returns:
        What to tell people, '' when there is nothing to tell.
    """
    from filelock import FileLock, Timeout

    path = reviews / FILE_NAME
    if not _has_torn_line(path):
        return ""
    try:
        with FileLock(reviews / f".{FILE_NAME}.lock", timeout=LOCK_SECONDS):
            if not _has_torn_line(path):
                return ""
            set_torn_aside(path)
    except (OSError, Timeout) as err:
        return f"{path}: the last line was cut short by a crash and is not used; it stays where it is ({err})"
    return (
        f"{path}: the last line was cut short by a crash; it is not used and was set aside in "
        f"{path.with_suffix('.torn').name}. Look there and decide anew"
    )


def _has_torn_line(path: Path) -> bool:
    try:
        data = path.read_bytes()
    except OSError:
        return False
    tail = data[data.rfind(b"\n") + 1 :]
    if not tail.strip():
        return False
    try:
        json.loads(tail)
    except ValueError:
        return True
    return False


def keep_ledger(reviews: Path, run: Path) -> None:
    """Keep a copy of the ledger with a run, so that decisions outlive the loss of the file."""
    path = reviews / FILE_NAME
    if path.is_file():
        write_bytes(run / FILE_NAME, path.read_bytes())


def check_ledger(reviews: Path, previous: Path | None) -> str:
    """Compare the ledger with the copy that the run before kept: it is only ever added to.

    Returns:
        What to tell people when decisions are missing or changed, '' when all are there.
    """
    copy = previous / FILE_NAME if previous is not None else None
    if copy is None or not copy.is_file():
        return ""
    path = reviews / FILE_NAME
    known = set(copy.read_bytes().splitlines())
    there = set(path.read_bytes().splitlines()) if path.is_file() else set()
    if missing := len({line for line in known if line.strip()} - there):
        return (
            f"{path}: {missing} decision(s) that the run before used are missing or changed; they stand in {copy}. "
            "Put those lines back, unless they were taken out on purpose (`dossier review undo` is the way to do that)"
        )
    return ""
