"""Configuration files that were parsed before, kept by their content: YAML is slow to parse, and every command begins with it.

One entry for each file, in .cache/settings of the project, with the hash of the bytes it was made from and of its own; one
that is old, cut or changed counts as missing. The folder can be deleted at any time; where it cannot be written to, nothing
is kept.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
from pathlib import Path
from typing import Any

_MAGIC = b"dossier-settings-1\n"
_HASH = 32


def entry_of(path: Path) -> Path | None:
    """Where the parsed content of a configuration file is kept; None for files outside a project's config folder."""
    for folder in path.parents:
        if folder.name == "config":
            if not (folder / "dossier.yml").is_file():
                return None
            name = path.relative_to(folder).as_posix().replace("/", "-")
            return folder.parent / ".cache" / "settings" / f"{name}.json"
    return None


def read_entry(entry: Path, source: bytes) -> list[Any]:
    """What was parsed from these bytes, in a list of one; an empty list when it is not kept."""
    try:
        data = entry.read_bytes()
    except OSError:  # not there, or not to be read: it is parsed anew
        return []
    at = len(_MAGIC) + 2 * _HASH
    content = data[at:]
    if data[:at] != _head(source, content):
        return []
    return [json.loads(content)]


def write_entry(entry: Path, source: bytes, value: Any) -> None:
    """Keep what was parsed; nothing is kept of what JSON cannot hold (keys that are numbers), or on a full or read-only disk."""
    import tempfile

    if b"&" in source and b"*" in source:
        return  # perhaps references, which JSON would write out, however often they multiply
    try:
        content = json.dumps(value, ensure_ascii=False).encode("utf-8")
        if json.loads(content) != value:
            return
    except (TypeError, ValueError, RecursionError):
        return
    with contextlib.suppress(OSError):  # the next command parses again, and that is all
        entry.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=".", suffix=".part", dir=entry.parent)
        try:
            with os.fdopen(handle, "wb") as stream:
                stream.write(_head(source, content) + content)
            Path(name).replace(entry)
        except OSError:
            Path(name).unlink()
            raise


def _head(source: bytes, content: bytes) -> bytes:
    return _MAGIC + hashlib.sha256(source).digest() + hashlib.sha256(content).digest()
