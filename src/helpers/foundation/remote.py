"""Folders of an object store (s3://bucket/raw and whatever else fsspec knows), beside folders of this machine.

A raw file there is a `RemotePath`: what the reading of raw files asks of a path, and no more. Whoever reads one fetches it
to a file of its own for as long as it is read, so that workers need no shared disk. Results are written here and then put
there, each file whole. Who may read and write is fsspec's matter (environment, configuration files): an address that holds
a password is refused, so none can get into tables and logs.
"""

from __future__ import annotations

import stat
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, TypeAlias
from urllib.parse import urlsplit

from helpers.foundation.errors import InputError
from helpers.foundation.locks import only_one, remove_dead_parts

if TYPE_CHECKING:
    from fsspec import AbstractFileSystem

# Longest name of a file on the file systems in use, in bytes; a sidecar's name is longer than its file's by its ending.
LONGEST_NAME = 255 - len(".origin.yml")
_RESOLVED = {"": "%2F", ".": "%2E", "..": "%2E%2E"}


@dataclass(frozen=True, slots=True, order=True)
class RemotePath:
    """A file or folder of an object store.

    Attributes:
        address: as given, without a slash at the end.
        size: bytes, where a listing said so.
        version: what the store says of its content (the entity tag of an S3 object), which changes whenever the content does;
            '' where a listing said nothing.
        beside: the files that a listing showed beside it and that belong to it; None when nobody looked.
    """

    address: str
    size: int | None = None
    version: str = ""
    beside: tuple[RemotePath, ...] | None = None

    def __str__(self) -> str:
        return self.address

    @property
    def name(self) -> str:
        """Last part of the address."""
        return self.address.rpartition("/")[2]

    def relative_to(self, other: RemotePath | Path) -> PurePosixPath:
        """The part of the address below a folder. Keys are no paths: empty parts and dots, which paths resolve, are escaped.

        Raises:
            ValueError: it is not below it.
        """
        root = f"{other}/"
        if not self.address.startswith(root):
            raise ValueError(f"{self.address!r} is not below {str(other)!r}")
        parts = self.address[len(root) :].split("/")
        return PurePosixPath(*(_RESOLVED.get(part, part).replace("\0", "%00") for part in parts))

    def with_name(self, name: str) -> RemotePath:
        """A file beside this one."""
        return RemotePath(f"{self.address.rpartition('/')[0]}/{name}")

    def lstat(self) -> Any:
        """Mode and size, as of a plain file.

        Raises:
            OSError: it is not there or cannot be asked.
        """
        size = self.size
        if size is None:
            with _as_os_errors(self.address):
                size = int(self._system().size(self._key()) or 0)
        return SimpleNamespace(st_mode=stat.S_IFREG | 0o444, st_size=size)

    def read_bytes(self) -> bytes:
        """The whole content.

        Raises:
            OSError: it is not there or cannot be read.
        """
        with _as_os_errors(self.address):
            return bytes(self._system().cat_file(self._key()))

    def _system(self) -> AbstractFileSystem:
        return open_system(self.address)

    def _key(self) -> str:
        return str(self._system()._strip_protocol(self.address))


# A folder or file of this machine or of an object store.
Place: TypeAlias = Path | RemotePath


def read_place(text: str, *, name: str) -> Place:
    """A folder as a person names it: a path of this machine, or an address of an object store.

    Args:
        text: what was given.
        name: what it is for, for messages.

    Raises:
        InputError: the address holds a password, names no bucket, or there is no library for it.
    """
    protocol, found, rest = text.partition("://")
    if not found:
        return Path(text)
    if "@" in rest.partition("/")[0]:
        raise InputError(
            f"{name}: the address of {rest.rpartition('@')[2]!r} holds a name or password; leave it out and give it by the "
            "environment (for S3: AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_ENDPOINT_URL, or a profile)"
        )
    if protocol == "file":
        return Path(rest)
    if "::" in text or urlsplit(text).query or not rest.strip("/"):
        raise InputError(f"{name}={text!r}: give one plain address, for example s3://bucket/folder")
    place = RemotePath(f"{protocol}://{rest.rstrip('/')}")
    open_system(place.address, name=name)
    return place


def open_system(address: str, *, name: str = "address") -> AbstractFileSystem:
    """The file system of an address, opened as fsspec is configured.

    Raises:
        InputError: fsspec does not know it, or the library for it is not installed.
    """
    from fsspec import get_filesystem_class
    from fsspec.core import url_to_fs

    protocol = address.partition("://")[0]
    try:
        get_filesystem_class(protocol)
        return url_to_fs(address)[0]
    except ValueError as err:
        raise InputError(
            f"{name}={address!r}: {protocol!r} is no kind of address that is known; give a folder, or an address such as s3://bucket/folder"
        ) from err
    except ImportError as err:
        extra = "pip install '.[s3]' in the project's folder" if protocol in {"s3", "s3a"} else str(err)
        raise InputError(
            f"{name}={address!r}: the library for {protocol}:// is not installed; {extra}"
        ) from err


def list_remote(root: RemotePath) -> list[RemotePath]:
    """Every file below a folder, by one listing; not sorted.

    Raises:
        InputError: there is nothing, or it cannot be listed.
    """
    system = root._system()
    key = root._key()
    try:
        with _as_os_errors(root.address):
            system.invalidate_cache()
            found = system.find(key, detail=True)
    except FileNotFoundError:
        found = {}
    except OSError as err:
        raise InputError(f"{root}: cannot be listed ({err}); check the address and the credentials") from err
    base = key.rstrip("/") + "/"
    # a key that ends in a slash is what some tools leave for an empty folder; the root itself is no file below it
    out = [
        RemotePath(f"{root}/{k.removeprefix(base)}", int(info.get("size") or 0), _version(info))
        for k, info in found.items()
        if k.startswith(base) and not k.endswith("/")
    ]
    if not out:
        raise InputError(f"{root}: holds no file; name a folder that holds saved pages (s3://bucket/folder)")
    return out


def _version(info: Mapping[str, Any]) -> str:
    return str(next((info[k] for k in ("ETag", "etag", "md5Hash") if info.get(k)), "")).strip('"')


@contextmanager
def fetched(path: RemotePath, *, beside: Sequence[RemotePath] = ()) -> Iterator[Path]:
    """A remote file, and some beside it, as files of this machine, for as long as the block lasts.

    Args:
        path: the file.
        beside: other files, fetched into the same folder; one that is not there is left out.

    Raises:
        ValueError: it has a name that no file can have.
        OSError: the file is not there or cannot be read.
    """
    name = path.name
    if (
        name in {"", ".", ".."}
        or "\0" in name
        or "\\" in name
        or len(name.encode("utf-8", "surrogateescape")) > LONGEST_NAME
    ):
        raise ValueError(f"{name[:80]!r} cannot be the name of a file")
    from tempfile import TemporaryDirectory

    with TemporaryDirectory(prefix="dossier-raw-") as folder:
        target = Path(folder) / name
        with _as_os_errors(path.address):
            path._system().get_file(path._key(), str(target))
        for other in beside:
            near = target.with_name(other.name)
            try:
                with _as_os_errors(other.address):
                    other._system().get_file(other._key(), str(near))
            except FileNotFoundError:
                near.unlink(missing_ok=True)
        yield target


@contextmanager
def written_whole(target: Place) -> Iterator[Path]:
    """A folder of this machine to write results to; what is in it at the end of a good block is put to the target.

    A target on this machine is given as it is, held for one writer and without what dead ones left. At an address each file is put whole, after all were written; nothing is
    put when the block fails.

    Raises:
        InputError: the target cannot be written to.
    """
    if isinstance(target, Path):
        # two writers would mix their files, and the cache would remember the mixture
        with only_one(target, doing="command that writes", remedy="wait for it to end", leave=False):
            remove_dead_parts(target)
            for scratch in target.glob(".sort-*"):
                from shutil import rmtree

                rmtree(scratch, ignore_errors=True)
            yield target
        return
    from tempfile import TemporaryDirectory

    with TemporaryDirectory(prefix="dossier-out-") as name:
        folder = Path(name) / "out"
        folder.mkdir()
        yield folder
        put_folder(folder, target)


def put_folder(folder: Path, target: RemotePath) -> int:
    """Put every file of a folder, in order of their names; how many there were.

    Raises:
        InputError: the target cannot be written to.
    """
    files = sorted(p for p in folder.rglob("*") if p.is_file())
    for path in files:
        put_file(path, RemotePath(f"{target}/{path.relative_to(folder).as_posix()}"))
    return len(files)


def put_file(path: Path, target: RemotePath) -> None:
    """Put one file, whole.

    Raises:
        InputError: the target cannot be written to.
    """
    try:
        with _as_os_errors(target.address):
            target._system().put_file(str(path), target._key())
    except OSError as err:
        raise InputError(
            f"{target}: cannot be written to ({err}); check the address and the credentials"
        ) from err


@contextmanager
def _as_os_errors(address: str) -> Iterator[None]:
    """Everything a store's library raises as OSError: they have classes of their own for the same few mishaps."""
    try:
        yield
    except (OSError, InputError, MemoryError):
        raise
    except Exception as err:
        raise OSError(f"{type(err).__name__}: {err}") from err
