"""Which raw files a folder holds, on this machine or in an object store, and what tables call them."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import replace
from operator import itemgetter
from pathlib import Path, PurePath
from typing import Any, Generic, NamedTuple, TypeVar

from helpers.foundation.errors import InputError
from helpers.foundation.remote import Place, RemotePath, list_remote
from helpers.ingest.sidecar import SUFFIX

P = TypeVar("P", bound=Place)


class RawFolder(NamedTuple, Generic[P]):
    """What a raw folder holds.

    Attributes:
        files: raw files, sorted by path; also those that will be refused (links, pipes), so that they are reported.
        hidden: files and folders whose name begins with a dot; not read.
        sidecars: origin files.
        orphans: origin files whose raw file is not there.
    """

    files: tuple[P, ...]
    hidden: tuple[P, ...]
    sidecars: tuple[P, ...]
    orphans: tuple[P, ...]


def survey_raw_folder(raw_root: P) -> RawFolder[P]:
    """Walk a raw folder without following links to folders; list one of an object store.

    Raises:
        InputError: the folder is missing, is no folder or cannot be read.
    """
    if isinstance(raw_root, RemotePath):
        return _arrange(raw_root, _remote_files(raw_root))
    return _arrange(raw_root, _local_files(raw_root))


def _local_files(raw_root: Path) -> Iterator[Path]:
    if not raw_root.is_dir():
        what = "is not a folder" if raw_root.exists() else "is not there"
        raise InputError(f"raw folder {str(raw_root)!r} {what}; name a folder that holds pages (--raw DIR)")

    def refuse(err: OSError) -> None:
        raise InputError(
            f"folder {err.filename!r} cannot be read ({err.strerror}); correct its permissions"
        ) from err

    for folder, folders, names in os.walk(raw_root, onerror=refuse):
        here = Path(folder)
        for name in list(folders):
            if name.startswith(".") or (here / name).is_symlink():
                yield here / name
            if name.startswith("."):
                folders.remove(name)
        for name in names:
            yield here / name


def _remote_files(raw_root: RemotePath) -> Iterator[RemotePath]:
    found = {p.address: p for p in list_remote(raw_root)}
    for path in found.values():
        sidecar = found.get(path.address + SUFFIX)
        yield replace(path, beside=(sidecar,) if sidecar else ())


def _arrange(raw_root: P, paths: Iterable[Place]) -> RawFolder[P]:
    named = [(name_below(path, raw_root), path) for path in paths]
    named.sort(key=itemgetter(0))
    files: list[Any] = []
    hidden: list[Any] = []
    sidecars: list[Any] = []
    for name, path in named:
        if name.startswith(".") or "/." in name:
            hidden.append(path)
        elif name.endswith(SUFFIX):
            sidecars.append(path)
        else:
            files.append(path)
    # .gitkeep holds nothing but its folder, so nobody misses it
    if missed := sum(p.name != ".gitkeep" for p in hidden):
        import logging

        logging.getLogger(__name__).info("%s: %d hidden file(s) or folder(s) not read", raw_root, missed)
    known = set(map(str, files)) if sidecars else set()
    orphans = (s for s in sidecars if str(s).removesuffix(SUFFIX) not in known)
    return RawFolder(tuple(files), tuple(hidden), tuple(sidecars), tuple(orphans))


def name_below(path: Place, raw_root: Place) -> str:
    """The path below the folder it was found in, with forward slashes; quick, for a folder of 100,000 files."""
    if isinstance(path, RemotePath):
        return str(path.relative_to(raw_root))
    root = str(raw_root)
    if root == os.curdir:
        return str(path).replace(os.sep, "/")
    return str(path)[len(root) + (not root.endswith(os.sep)) :].replace(os.sep, "/")


def list_raw_files(raw_root: P) -> list[P]:
    """The raw files of a folder and its sub-folders, sorted by path; without hidden files and sidecars.

    A sidecar whose raw file is gone is in the list, so that `read_raw_file` reports the loss.

    Raises:
        InputError: as `survey_raw_folder`.
    """
    folder = survey_raw_folder(raw_root)
    if not folder.orphans:
        return list(folder.files)
    return sorted((*folder.files, *folder.orphans), key=lambda p: name_below(p, raw_root))


def raw_source_path(path: Place, raw_root: Place) -> str:
    """The path of a raw file below the raw folder, forward slashes; bytes that are no UTF-8 as backslash escapes.

    Raises:
        InputError: the path is not below the folder.
    """
    if isinstance(path, Path) and isinstance(raw_root, Path) and os.sep == "/":
        # nearly all: for a folder of 100,000 files the long way costs more than reading some of them
        name = name_below(path, raw_root)
        if str(path) == f"{raw_root}/{name}" and ".." not in name and name.isascii():
            return name
    below = _below_by_name(path, raw_root) or _below_by_target(path, raw_root)
    if below is None:
        raise InputError(
            f"{str(path)!r} is not below the raw folder {str(raw_root)!r}; read only files inside it"
        )
    if ".." in below.parts:
        raise InputError(
            f"{str(path)!r} leads out of the raw folder {str(raw_root)!r}; read only files inside it"
        )
    return below.as_posix().encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def find_raw_file(source_path: str, raw_root: Path) -> Path | None:
    """The raw file that tables call `source_path`, None when it is not below the folder; the inverse of `raw_source_path`."""
    path = raw_root / source_path
    if ".." in path.parts:
        return None
    if path.is_file():
        return path
    if "\\x" not in source_path and "\\u" not in source_path:
        return None
    # bytes that are no UTF-8 stand there as escapes
    for found in list_raw_files(raw_root):
        if raw_source_path(found, raw_root) == source_path:
            return found
    return None


def _below_by_name(path: Place, raw_root: Place) -> PurePath | None:
    try:
        if isinstance(path, Path) and isinstance(raw_root, Path):
            return path.absolute().relative_to(raw_root.absolute())
        return RemotePath(str(path)).relative_to(raw_root)
    except ValueError:
        return None


def _below_by_target(path: Place, raw_root: Place) -> PurePath | None:
    if not (isinstance(path, Path) and isinstance(raw_root, Path)):
        return None
    try:
        return path.resolve().relative_to(raw_root.resolve())
    except ValueError:
        return None
