"""What was worked out before, kept by content: entries that verify themselves, for any number of runs at once.

A key is the hash of everything its content was made from, so an entry never grows old; it is only used or not. Each
entry is one file with a checksum in front: one that was torn, cut or changed is taken for missing and made again. The
folder can be deleted at any time. Entries are Arrow or JSON; nothing in them is ever executed.
"""

from __future__ import annotations

import contextlib
import hashlib
import logging
import os
import shutil
import tempfile
import time
import weakref
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from helpers.foundation.errors import InputError

log = logging.getLogger(__name__)

MAGIC = b"dossier1"
HEAD = len(MAGIC) + 32
# Bytes of a file that are copied at once.
PIECE = 1 << 20
# More than this is pruned at the end of a run, what was not used for longest first.
LIMIT_BYTES = 4 << 30
# What was used this recently is never pruned: a run at the same time may be about to read it.
SAFE_SECONDS = 3600.0
# An entry's time of use is set anew after so many seconds only, to save writing.
TOUCH_SECONDS = 600.0


def hash_parts(*parts: str | bytes) -> str:
    """SHA-256 of the parts, each with its length before it, so that no two lists of parts hash alike; 64 hex digits."""
    pieces: list[bytes] = []
    for part in parts:
        data = part if isinstance(part, bytes) else part.encode("utf-8", "surrogatepass")
        pieces += (len(data).to_bytes(8, "little"), data)
    return hashlib.sha256(b"".join(pieces)).hexdigest()


class Cache:
    """Entries below one folder, by kind and key.

    Attributes:
        folder: where they are; made when the first is written.
        limit: bytes kept by `prune`.
        found: entries read.
        missed: entries asked for that were not there or not whole.
    """

    def __init__(self, folder: Path, *, limit: int = LIMIT_BYTES):
        self.folder = folder
        self.limit = limit
        self.found = 0
        self.missed = 0
        self._failed = False
        self.close: Callable[[], object] = _nothing_to_close

    def get(self, kind: str, key: str) -> bytes | None:
        """The content of an entry; None when there is none or it is not whole."""
        path = self._path(kind, key)
        try:
            with path.open("rb") as stream:
                data = stream.read()
                used = os.fstat(stream.fileno()).st_mtime
        except FileNotFoundError:
            self.missed += 1
            return None
        except OSError as err:
            log.warning("cache entry %s cannot be read (%s); made again", path, err.strerror)
            self.missed += 1
            return None
        content = data[HEAD:]
        if data[: len(MAGIC)] != MAGIC or data[len(MAGIC) : HEAD] != hashlib.sha256(content).digest():
            log.warning("cache entry %s is damaged; made again", path)
            self.missed += 1
            return None
        if abs(time.time() - used) > TOUCH_SECONDS:
            with contextlib.suppress(OSError):  # a folder one may only read is still of use
                os.utime(path)
        self.found += 1
        return content

    def put(self, kind: str, key: str, content: bytes) -> None:
        """Write an entry, whole or not at all. A full or read-only disk costs the entry, not the run."""
        self._put(kind, key, (content,))

    def put_file(self, kind: str, key: str, file: Path) -> None:
        """`put` with the content of a file, however large: it is copied piece by piece."""
        with file.open("rb") as stream:
            self._put(kind, key, iter(lambda: stream.read(PIECE), b""))

    def _put(self, kind: str, key: str, pieces: Iterable[bytes]) -> None:
        path = self._path(kind, key)
        part: Path | None = None
        digest = hashlib.sha256()
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(prefix=f".{key[:8]}.", suffix=".part", dir=path.parent)
            part = Path(name)
            with os.fdopen(handle, "wb") as stream:
                stream.write(bytes(HEAD))  # room for what is known at the end
                for piece in pieces:
                    digest.update(piece)
                    stream.write(piece)
                stream.seek(0)
                stream.write(MAGIC + digest.digest())
            part.replace(path)
        except OSError as err:
            if part is not None:
                part.unlink(missing_ok=True)
            if not self._failed:
                log.warning(
                    "cache %s cannot be written (%s); the run goes on without", self.folder, err.strerror
                )
            self._failed = True

    def drop(self, kind: str, key: str) -> None:
        """Delete an entry, if it is there."""
        with contextlib.suppress(OSError):
            self._path(kind, key).unlink()

    def has(self, kind: str, key: str) -> bool:
        """True when there is an entry, whole or not."""
        return self._path(kind, key).exists()

    def prune(self) -> int:
        """Delete what was not used for longest until `limit` is kept; the number of entries deleted."""
        listed: list[tuple[float, int, Path]] = []
        now = time.time()
        for where, _, names in os.walk(self.folder):
            for name in names:
                path = Path(where) / name
                with contextlib.suppress(OSError):  # deleted by another run meanwhile
                    found = path.stat()
                    if name.endswith(".part") and abs(now - found.st_mtime) > SAFE_SECONDS:
                        path.unlink()  # left behind by a run that was killed
                        continue
                    listed.append((found.st_mtime, found.st_size, path))
        size = sum(n for _, n, _ in listed)
        deleted = 0
        for used, n, path in sorted(listed):
            if size <= self.limit or abs(now - used) < SAFE_SECONDS:
                break
            with contextlib.suppress(OSError):
                path.unlink()
                deleted += 1
            size -= n
        return deleted

    def _path(self, kind: str, key: str) -> Path:
        return self.folder / kind / key[:2] / key[2:]


def start_cache(folder: Path | None, *, limit: int = LIMIT_BYTES) -> Cache:
    """The cache in a folder; without a folder, or where it cannot be written, one that goes with the process.

    Raises:
        InputError: the place named is a file.
    """
    if folder is not None:
        if folder.exists() and not folder.is_dir():
            raise InputError(f"cache {str(folder)!r} is a file; name a folder, or delete it")
        if _can_write(folder):
            return Cache(folder, limit=limit)
        log.warning("cache %s cannot be written; nothing is kept of this run", folder)
    scratch = Path(tempfile.mkdtemp(prefix="dossier-"))
    cache = Cache(scratch, limit=1 << 62)
    cache.close = weakref.finalize(cache, shutil.rmtree, scratch, ignore_errors=True)
    return cache


@contextmanager
def open_cache(folder: Path | None, *, limit: int = LIMIT_BYTES) -> Iterator[Cache]:
    """`start_cache` for the length of a block; what is too much is pruned when it ends well.

    Raises:
        InputError: the place named is a file.
    """
    cache = start_cache(folder, limit=limit)
    try:
        yield cache
        cache.prune()
    finally:
        cache.close()


def _nothing_to_close() -> None:
    """A cache that stays has nothing to clear away."""


def _can_write(folder: Path) -> bool:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=".try.", suffix=".part", dir=folder)
        os.close(handle)
        Path(name).unlink()
    except OSError:
        return False
    return True


def cache_folder(project_cache: Path) -> Path:
    """Where the cache is kept: $DOSSIER_CACHE, else `project_cache`."""
    given = os.environ.get("DOSSIER_CACHE", "")
    return Path(given).expanduser().resolve() if given else project_cache / "pages"
