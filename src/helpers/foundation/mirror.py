"""A copy on this machine of a folder in an object store, kept in step with it; and a run's results put there."""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Mapping
from pathlib import Path

from helpers.foundation.errors import InputError, RunError
from helpers.foundation.locks import only_one
from helpers.foundation.remote import RemotePath, fetched, list_remote, put_file, put_folder
from helpers.foundation.storage import write_bytes

log = logging.getLogger(__name__)

INDEX = "index.json"
# What `latest` is at an address: what a reader opens, in the order in which it is put.
LATEST = ("report.pdf", "report.html", "run.json")


def mirror_folder(root: RemotePath, copies: Path) -> Path:
    """Bring the copy of a remote folder up to date and give its place.

    Only what the store says has changed is fetched (and everything, where it says nothing about content); what is gone
    there is removed here.

    Args:
        root: the remote folder.
        copies: the folder that holds copies, one folder for each address.

    Raises:
        InputError: there is nothing to copy, it cannot be listed, or another run is copying it.
        RunError: the store failed while files were fetched; what was fetched is kept.
    """
    import orjson

    home = copies / hashlib.sha256(root.address.encode()).hexdigest()[:16]
    folder = home / "pages"
    folder.mkdir(parents=True, exist_ok=True)
    with only_one(home, doing=f"copy of {root}", remedy="wait for it to end"):
        index = home / INDEX
        known: dict[str, str] = orjson.loads(index.read_bytes()) if index.is_file() else {}
        named = ((str(path.relative_to(root)), path) for path in list_remote(root))
        there = {name: path for name, path in named if not f"/{name}".count("/.")}  # hidden ones are not read
        held: dict[str, str] = {}
        try:
            for name in sorted(there):
                path = there[name]
                if not path.version or known.get(name) != path.version or not (folder / name).is_file():
                    _fetch(path, folder / name)
                held[name] = path.version
        finally:
            write_bytes(index, orjson.dumps(held, option=orjson.OPT_SORT_KEYS))
        _remove_others(folder, there)
    log.info("%s: %d file(s) in %s", root, len(there), folder)
    return folder


def put_run(folder: Path, store: RemotePath) -> None:
    """Put a run to a store: everything below its own name first, then what is latest.

    Raises:
        InputError: the store cannot be written to.
    """
    put_folder(folder, RemotePath(f"{store}/{folder.name}"))
    for name in LATEST:
        put_file(folder / name, RemotePath(f"{store}/latest/{name}"))


def _fetch(path: RemotePath, target: Path) -> None:
    try:
        with fetched(path) as local:
            write_bytes(target, local.read_bytes())
    except ValueError as err:
        raise InputError(f"{path}: {err}; `dossier code` quarantines such files, or rename it") from err
    except OSError as err:
        raise RunError(f"{path}: cannot be fetched ({err}); what was fetched is kept, run again") from err


def _remove_others(folder: Path, there: Mapping[str, object]) -> None:
    """Remove what is no longer in the store."""
    for path in [p for p in folder.rglob("*") if p.is_file()]:
        name = path.relative_to(folder).as_posix()
        if name not in there:
            path.unlink()
