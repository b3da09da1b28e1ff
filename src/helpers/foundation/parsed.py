"""What was made of configuration files before, kept by their content: YAML is slow to parse, and every command begins with it.

One entry for each file, in .cache/settings of the project (lexicons with all their forms in .cache/lexicons), with the hash of
what it was made from and of its own; one that is old, cut or changed counts as missing. The folders can be deleted at any
time; where they cannot be written to, nothing is kept. Entries are JSON and plain numbers; nothing in them is ever executed.
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
            name = path.relative_to(folder).as_posix().replace("/", "-")
            return entry_below(folder, "settings", f"{name}.json")
    return None


def entry_below(config: Path, kind: str, name: str) -> Path | None:
    """Where something made of a config folder is kept; None for a folder that is no project's."""
    return config.parent / ".cache" / kind / name if (config / "dossier.yml").is_file() else None


def read_entry(entry: Path, source: bytes) -> list[Any]:
    """What was parsed from these bytes, in a list of one; an empty list when it is not kept."""
    content = read_content(entry, source)
    return [] if content is None else [json.loads(content)]


def read_content(entry: Path, source: bytes) -> bytes | None:
    """The content that was made from these bytes; None when it is not kept."""
    try:
        data = entry.read_bytes()
    except OSError:  # not there, or not to be read: it is made anew
        return None
    at = len(_MAGIC) + 2 * _HASH
    content = data[at:]
    return content if data[:at] == _head(source, content) else None


def write_entry(entry: Path, source: bytes, value: Any) -> None:
    """Keep what was parsed; nothing is kept of what JSON cannot hold (keys that are numbers), or on a full or read-only disk."""
    if b"&" in source and b"*" in source:
        return  # perhaps references, which JSON would write out, however often they multiply
    try:
        content = json.dumps(value, ensure_ascii=False).encode("utf-8")
        if json.loads(content) != value:
            return
    except (TypeError, ValueError, RecursionError):
        return
    write_content(entry, source, content)


def write_content(entry: Path, source: bytes, content: bytes) -> None:
    """Keep what was made from `source`, whole or, on a full or read-only disk, not at all."""
    import tempfile

    with contextlib.suppress(OSError):  # the next command makes it again, and that is all
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
