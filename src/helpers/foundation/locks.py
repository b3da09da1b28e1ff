"""One writer at a time, and what killed writers left behind."""

from __future__ import annotations

import contextlib
import errno
import os
import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic, sleep

from helpers.foundation.errors import InputError

if sys.platform != "win32":  # there, parts are not held, and none is ever taken for dead
    import fcntl

LOCK = ".lock"
_WAIT = 0.05  # seconds until a lock is asked for again
_PROBE_BYTES = 65536  # a disk with less room is full
# `.<name>.<random>.part`, as `helpers.foundation.storage.replacing` names what it writes.
_PART = re.compile(r"\..+\.[a-z0-9_]{8}\.part")
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_FORBIDDEN = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})


def is_full(err: BaseException) -> bool:
    """True for a disk without room, a quota that is used up, a file as large as it may be."""
    return isinstance(err, OSError) and err.errno in _FULL


def is_forbidden(err: BaseException) -> bool:
    """True for what may not be read or written."""
    return isinstance(err, OSError) and err.errno in _FORBIDDEN


def explain(err: OSError) -> str:
    """What went wrong with a file, and what a person does about it."""
    what = err.strerror or str(err)
    where = f"{err.filename}: " if err.filename else ""
    if is_full(err):
        return f"{where}{what}; free space on that disk and try again"
    if is_forbidden(err):
        return (
            f"{where}may not be read or written to ({what}); change its permissions, or give another folder"
        )
    return f"{where}{what}"


@contextmanager
def only_one(
    folder: Path, *, doing: str, remedy: str, timeout: float = 0, leave: bool = True
) -> Iterator[None]:
    """Hold a folder for one writer; the lock is the system's and ends with the process, however that ends.

    Args:
        folder: made when it is not there.
        doing: what is going on there, for the message ('run', 'collection').
        remedy: what to do when somebody else is at it.
        timeout: seconds to wait for the other.
        leave: keep the empty lock file; False removes it afterwards.

    Raises:
        InputError: another process is writing there, or the folder cannot be written to.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        release = _take(folder / LOCK, timeout)
    except TimeoutError as err:  # filelock's own is one, too
        raise InputError(f"{folder}: another {doing} is going on there; {remedy}") from err
    except OSError as err:
        err.filename = err.filename or str(folder)
        raise InputError(explain(err)) from err
    try:
        yield
    finally:
        if not leave:
            (folder / LOCK).unlink(missing_ok=True)
        release()


def _take(path: Path, timeout: float) -> Callable[[], None]:
    """Take a lock, and say how to release it; by the system's call, where filelock makes the same: loading it takes longer than a page.

    Raises:
        TimeoutError: it is held by another process.
        OSError: it cannot be made.
    """
    if sys.platform == "win32":
        from filelock import FileLock

        lock = FileLock(path)
        lock.acquire(timeout=timeout)
        return lock.release
    end = monotonic() + timeout
    while True:
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            if os.fstat(descriptor).st_nlink:  # else its holder has removed it meanwhile
                _held.add(descriptor)
                return lambda: _release(descriptor)
        except BlockingIOError as err:
            if monotonic() >= end:
                os.close(descriptor)
                raise TimeoutError(str(path)) from err
            sleep(_WAIT)
        except OSError:
            os.close(descriptor)
            raise
        os.close(descriptor)


# Locks of this process. A copy of it (os.fork) has their descriptors too, and would hold them when this process is killed.
_held: set[int] = set()


def _release(descriptor: int) -> None:
    _held.discard(descriptor)
    os.close(descriptor)


def _let_go() -> None:
    """In a copy of this process: the locks are not its own; closing its descriptors leaves them to the one that took them."""
    for descriptor in list(_held):
        _release(descriptor)


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_let_go)


def is_held(folder: Path) -> bool:
    """True when another process holds the folder now; nothing is changed by asking."""
    from filelock import FileLock, Timeout

    if not (folder / LOCK).exists():
        return False
    try:
        with FileLock(folder / LOCK).acquire(timeout=0):
            return False
    except Timeout:
        return True
    except OSError:
        return False  # it cannot be written to, so nobody does


def hold_part(descriptor: int) -> bool:
    """Mark a part as being written while its descriptor is open; False when it was closed, as nothing can be marked."""
    if sys.platform == "win32":
        os.close(descriptor)
        return False
    # without it (a file system that has no locks) the part is still written whole
    with contextlib.suppress(OSError):
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    return True


def remove_dead_parts(folder: Path) -> int:
    """Remove the parts of files in `folder` (not below it) whose writer is dead, and say how many there were."""
    if sys.platform == "win32" or not folder.is_dir():
        return 0
    found = [e for e in os.scandir(folder) if _PART.fullmatch(e.name) and e.is_file(follow_symlinks=False)]
    if not found:
        return 0
    import logging  # hardly ever needed, and slow to load

    log = logging.getLogger(__name__)
    gone = 0
    for entry in found:
        try:
            descriptor = os.open(entry.path, os.O_RDWR | os.O_NOFOLLOW)
        except OSError as err:
            log.warning("%s: left by a process that is no more; remove it (%s)", entry.path, err.strerror)
            continue
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            Path(entry.path).unlink(missing_ok=True)
            gone += 1
        except OSError:
            log.info("%s: is being written", entry.path)
        finally:
            os.close(descriptor)
    if gone:
        log.info("%s: removed %d unfinished file(s) of processes that are no more", folder, gone)
    return gone


def check_writable(folder: Path) -> None:
    """Check that files can be made in a folder, and make it when it is not there.

    Raises:
        InputError: they cannot: no right to, or no room.
    """
    probe = folder / f".{os.getpid()}.probe"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        probe.write_bytes(bytes(_PROBE_BYTES))
        probe.unlink()
    except OSError as err:
        with contextlib.suppress(OSError):
            probe.unlink(missing_ok=True)
        err.filename = str(folder)
        raise InputError(explain(err)) from err


def flush_folder(folder: Path) -> None:
    """Flush the entries of a folder to disk, so that a rename in it outlives a power cut (POSIX)."""
    if os.name != "posix":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    except OSError as err:
        if err.errno not in (errno.EINVAL, errno.ENOTSUP, errno.EROFS):  # file systems that cannot say so
            raise
    finally:
        os.close(descriptor)
