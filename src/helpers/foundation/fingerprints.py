"""Fingerprints of what a stage is made of: the source of its modules, the libraries there are, the configuration it reads.

They are computed from the files themselves, so that nobody has to remember to raise a version number.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from helpers.foundation.cache import hash_parts

PACKAGE = Path(__file__).resolve().parents[1]

# `from helpers.a.b import c, d` and `import helpers.a.b`, inside functions as well; several lines in brackets.
_IMPORT = re.compile(
    r"^[ \t]*(?:from[ \t]+(helpers[\w.]*)[ \t]+import[ \t]+(\([^)]*\)|[^\n#]*)|import[ \t]+(helpers[\w.]*))",
    re.MULTILINE,
)
_NAME = re.compile(r"\w+")


@lru_cache(maxsize=64)
def code_fingerprint(*roots: str) -> str:
    """Hash of the source of modules and everything of this package they import, directly or not.

    Args:
        roots: dotted names; a package stands for all modules below it (readers are imported by name at run time).

    Raises:
        ValueError: there is no such module.
    """
    files = modules_of(*roots)
    parts: list[str | bytes] = []
    for name in sorted(files):
        parts += [name, files[name]]
    return hash_parts(*parts)


def modules_of(*roots: str) -> dict[str, bytes]:
    """Source by dotted name of modules and of all that they import of this package."""
    waiting = [name for root in roots for name in _below(root)]
    out: dict[str, bytes] = {}
    while waiting:
        name = waiting.pop()
        if name in out:
            continue
        path = _file_of(name)
        if path is None:
            raise ValueError(f"{name!r} is no module of this package")
        out[name] = source = path.read_bytes()
        found = imports_of(source.decode("utf-8")) | ({name.rpartition(".")[0]} if "." in name else set())
        waiting += [f for f in found if f not in out and _file_of(f) is not None]
    return out


def imports_of(source: str) -> set[str]:
    """Dotted names of this package that a source imports; of `from a import b` both a and a.b, whichever is a module."""
    found = set()
    for module, names, plain in _IMPORT.findall(source):
        found.add(module or plain)
        found |= {f"{module}.{n}" for n in _NAME.findall(names)} if module else set()
    return found


@lru_cache(maxsize=1)
def library_fingerprint() -> str:
    """Hash of Python's version and the names and versions of all installed packages."""
    names = {
        entry.name
        for folder in map(Path, sys.path)
        if folder.name in ("site-packages", "dist-packages") and folder.is_dir()
        for entry in folder.iterdir()
        if entry.name.endswith(".dist-info") and not entry.name.startswith("dossier")
    }
    return hash_parts(sys.version, *sorted(names))


@lru_cache(maxsize=4)
def folder_fingerprint(folder: Path) -> str:
    """`file_fingerprint` of all files below a folder, as this process first found them."""
    return file_fingerprint((p for p in folder.rglob("*") if p.is_file()), root=folder)


def file_fingerprint(paths: Iterable[Path], *, root: Path) -> str:
    """Hash of files' names below `root` and contents; one that is missing counts as such."""
    parts: list[str | bytes] = []
    for path in sorted(set(paths)):
        parts.append(path.relative_to(root).as_posix())
        parts.append(path.read_bytes() if path.is_file() else b"\x00missing")
    return hash_parts(*parts)


@lru_cache(maxsize=4096)
def _file_of(name: str) -> Path | None:
    parts = name.split(".")[1:]
    module = PACKAGE.joinpath(*parts)
    for path in (module.with_suffix(".py") if parts else module, module / "__init__.py"):
        if path.is_file():
            return path
    return None


def _below(root: str) -> list[str]:
    folder = PACKAGE.joinpath(*root.split(".")[1:])
    if not folder.is_dir():
        return [root]
    inner = (p.relative_to(PACKAGE).with_suffix("") for p in folder.rglob("*.py"))
    return [root, *(".".join(("helpers", *p.parts)) for p in inner if p.name != "__init__")]
