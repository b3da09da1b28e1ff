"""The raw files of a folder as the cache knows them: names, hashes and keys; what did not change on the disk is not read again."""

from __future__ import annotations

import hashlib
import os
import stat
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from helpers.foundation.cache import Cache, hash_parts
from helpers.foundation.errors import QuarantineError
from helpers.foundation.remote import Place, RemotePath
from helpers.ingest.read import check_plain_file, hash_file
from helpers.ingest.sidecar import SUFFIX

HASH, DIGEST = "sha256:", 32
# Files up to so many bytes are read at once to be hashed.
SMALL = 1 << 20
# A file that changed within so many seconds of being hashed may change again within the same tick of a coarse clock (2 s on FAT,
# 1 s on some network drives), so what is known of it is not kept. Git asks the same of its index.
SETTLED_NS = 5_000_000_000
# Bytes that stand for the state of a file in what is kept.
STATE = 16


@dataclass(slots=True)
class RawFiles:
    """The raw files of a folder, sorted by name; a million of them fit into memory.

    Attributes:
        raw: the folder.
        names: paths below it.
        remote: the files of an object store, with the versions a listing gave; None for a folder of this machine.
    """

    raw: Place
    names: list[str] = field(default_factory=list)
    remote: list[RemotePath] | None = None
    _hashes: bytearray = field(default_factory=bytearray)
    _keys: bytearray = field(default_factory=bytearray)

    def add(self, path: Place, name: str, sha256: str, key: str) -> None:
        """Take a file in.

        Args:
            path: the file.
            name: its path below the folder.
            sha256: hash of its bytes as `sha256:<hex>`, '' when it cannot be read.
            key: hash, as 64 hex digits, of all that cleaning it depends on.
        """
        self.names.append(name)
        self._hashes += bytes.fromhex(sha256.removeprefix(HASH)) if sha256 else bytes(DIGEST)
        self._keys += bytes.fromhex(key)
        if isinstance(path, RemotePath):
            self.remote = self.remote or []
            self.remote.append(path)

    def __len__(self) -> int:
        return len(self.names)

    def path(self, place: int) -> Place:
        """A file."""
        return self.remote[place] if self.remote is not None else Path(str(self.raw), self.names[place])

    def sha256(self, place: int) -> str:
        """The hash of its bytes, '' when it could not be read."""
        found = self._hashes[DIGEST * place : DIGEST * (place + 1)]
        return f"{HASH}{found.hex()}" if any(found) else ""

    def keys(self) -> Iterator[str]:
        """The key of every file."""
        for at in range(0, len(self._keys), DIGEST):
            yield self._keys[at : at + DIGEST].hex()


class KnownHashes:
    """Hashes of the files of one folder by what the system says of each: name, size, inode, times of change.

    A file is taken for what it was only when all of that is the same. The time of the last change of an inode (ctime) is the
    system's own: writing, renaming, and setting the other times back all move it. Where it means something else (Windows), nothing
    is kept, and every file is read each time. What is kept is 48 bytes a file.

    Args:
        cache: where it is kept.
        raw: the folder.
    """

    def __init__(self, cache: Cache, raw: Place):
        self._cache = cache
        self._is_on = os.name == "posix" and not isinstance(raw, RemotePath)
        self._name = hash_parts("hashes", str(Path(str(raw)).absolute()))
        content = self._cache.get("hashes", self._name) if self._is_on else None
        step = STATE + DIGEST
        self._known = (
            {content[at : at + STATE]: content[at + STATE : at + step] for at in range(0, len(content), step)}
            if content is not None
            else {}
        )
        self._now: list[bytes] = []
        self._is_new = False

    def hash_file(self, path: Path, name: str, found: os.stat_result) -> str:
        """The hash of a plain file as `sha256:<hex>`.

        Args:
            path: the file.
            name: its path below the folder.
            found: what the system said of it just now, before it is read.
        """
        if not self._is_on:
            return _hash(path, found)
        state = _state(name, found)
        digest = self._known.get(state)
        if digest is None:
            sha256 = _hash(path, found)
            if abs(time.time_ns() - found.st_ctime_ns) < SETTLED_NS or found.st_ctime_ns > time.time_ns():
                return sha256
            digest = bytes.fromhex(sha256.removeprefix(HASH))
            self._is_new = True
        self._now += (state, digest)
        return HASH + digest.hex()

    def keep(self) -> None:
        """Keep what is known of the files met in this run."""
        if self._is_new or len(self._now) != 2 * len(self._known):
            self._cache.put("hashes", self._name, b"".join(self._now))


def know_file(
    path: Place, name: str, raw: Place, stage: str, sidecars: Mapping[str, Place], known: KnownHashes
) -> tuple[str, str]:
    """A raw file's hash and its key: with everything else that reading it depends on; of an object store's its version is enough.

    Args:
        path: the file.
        name: its path below the folder.
        raw: the folder.
        stage: hash of the code and configuration of the stage that reads it.
        sidecars: origin files by their paths.
        known: hashes of files that did not change since.
    """
    sha256, problem = "", ""
    sidecar: bytes | str = b""
    beside = sidecars.get(f"{path}{SUFFIX}") if sidecars else None
    if isinstance(path, RemotePath) and path.version and (beside is None or getattr(beside, "version", "")):
        problem = f"version {path.version} of {path.size} bytes"
        sidecar = getattr(beside, "version", "")
    else:
        try:
            if isinstance(path, Path):
                found = os.lstat(path)
                if stat.S_ISREG(found.st_mode) and found.st_size:
                    sha256 = known.hash_file(path, name, found)
                else:  # of a link what it leads to counts, and that may change without it
                    check_plain_file(path, raw)
                    sha256 = hash_file(path)
            else:
                sha256 = hash_file(path)
            sidecar = beside.read_bytes() if beside is not None else b""
        except QuarantineError as err:
            problem = f"{err.reason} {err.detail}"
        except OSError as err:
            problem = f"{type(err).__name__} {err}"
    return sha256, hash_parts(stage, name, sha256, problem, sidecar)


def _hash(path: Path, found: os.stat_result) -> str:
    if found.st_size > SMALL:
        return hash_file(path)
    return f"{HASH}{hashlib.sha256(path.read_bytes()).hexdigest()}"


def _state(name: str, found: os.stat_result) -> bytes:
    told = f"{found.st_size} {found.st_mtime_ns} {found.st_ctime_ns} {found.st_ino} {found.st_dev} {name}"
    return hashlib.blake2b(told.encode("utf-8", "surrogatepass"), digest_size=STATE).digest()
