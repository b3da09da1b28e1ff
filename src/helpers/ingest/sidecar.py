"""Sidecars: what is known of a raw file's origin, in <file>.origin.yml beside it, read and written."""

from __future__ import annotations

import datetime as dt
import errno
import os
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from helpers.foundation.errors import ConfigError, InputError, QuarantineError
from helpers.foundation.pages import Hint
from helpers.foundation.remote import Place
from helpers.foundation.settings import check_keys, load_yaml

SUFFIX = ".origin.yml"
# Every key, and what it says; True where it must be there. Dates are ISO days, hashes algorithm:hex.
KEYS: Mapping[str, bool] = {
    "address": False,  # where the file was fetched from
    "outlet": False,  # who published it
    "title": False,
    "language": False,  # ISO 639-1
    "published": False,  # day of publication, only when the collector knows it from elsewhere
    "accessed": False,  # day on which it was fetched or written
    "licence": False,
    "sha256": True,  # of the raw file
    "label": False,  # what a reader of the report must be told about the file
    "derived_from": False,  # addresses the content goes back to
    "note": False,
}
_HASH = re.compile(r"sha256:[0-9a-f]{64}")
_HINTS = {"address": "url", "outlet": "outlet", "title": "title", "language": "language", "published": "published",
          "accessed": "accessed", "licence": "licence"}  # fmt: skip


def sidecar_path(path: Path) -> Path:
    """The sidecar that belongs to a raw file."""
    return path.with_name(path.name + SUFFIX)


def is_sidecar(path: Place) -> bool:
    """True for a sidecar itself."""
    return path.name.endswith(SUFFIX)


def check_sidecar(path: Path, data: object) -> dict[str, Any]:
    """Check the content of a sidecar.

    Raises:
        ConfigError: naming file, line, value and what is allowed.
    """
    if not isinstance(data, dict):
        raise ConfigError(path, f"must hold a mapping with the keys {', '.join(KEYS)}")
    check_keys(path, data, allowed=KEYS)
    for key, value in data.items():
        if key == "derived_from":
            if not isinstance(value, list) or not all(isinstance(v, str) for v in value):
                raise ConfigError(path, f"derived_from is {value!r}; allowed: a list of addresses")
        elif not isinstance(value, str):
            raise ConfigError(path, f"{key} is {value!r}; allowed: text")
    for key in ("accessed", "published"):
        if key in data:
            try:
                dt.date.fromisoformat(data[key])
            except ValueError as err:
                raise ConfigError(path, f"{key} is {data[key]!r}; allowed: a day as YYYY-MM-DD") from err
    if not _HASH.fullmatch(data["sha256"]):
        raise ConfigError(path, f"sha256 is {data['sha256']!r}; allowed: sha256:<64 hex digits>")
    return dict(data)


def read_sidecar(path: Path, *, limit: int) -> dict[str, Any]:
    """Read the sidecar of a raw file; an empty mapping where there is none.

    Raises:
        QuarantineError: 'broken sidecar'.
    """
    try:
        os.lstat(f"{path}{SUFFIX}")  # most files have none, and a path costs more than the question
    except FileNotFoundError:
        return {}
    except OSError as err:
        if err.errno == errno.ENAMETOOLONG:
            return {}  # the file's own name leaves no room for a sidecar's
        raise
    beside = sidecar_path(path)
    try:
        if beside.is_symlink() or not beside.is_file():
            raise ConfigError(beside, "is not a plain file")
        if (size := beside.stat().st_size) > limit:
            raise ConfigError(beside, f"has {size} bytes; allowed: {limit}")
        return check_sidecar(beside, load_yaml(beside))
    except (ConfigError, OSError, RecursionError, UnicodeDecodeError) as err:
        detail = str(err).replace(str(beside), beside.name)
        raise QuarantineError("broken sidecar", f"{detail}; correct {beside.name} or remove it") from err


def check_unchanged(path: Path, sidecar: Mapping[str, Any], sha256: str) -> None:
    """Refuse a raw file whose bytes are not those that were recorded.

    Raises:
        QuarantineError: 'changed after recording', naming the file and both hashes.
    """
    if sidecar and sidecar["sha256"] != sha256:
        raise QuarantineError(
            "changed after recording",
            f"{path.name} has {sha256}, its sidecar recorded {sidecar['sha256']}; restore the file, or record it anew",
        )


def sidecar_hints(sidecar: Mapping[str, Any]) -> tuple[Hint, ...]:
    """The metadata that a sidecar states."""
    return tuple(Hint(name, sidecar[key], "sidecar") for key, name in _HINTS.items() if key in sidecar)


def write_sidecar(path: Path, content: Mapping[str, Any]) -> Path:
    """Write the sidecar of a raw file, keys in the order of `KEYS`, and give its path.

    Args:
        path: the raw file.
        content: the keys; `sha256` must be there (`helpers.foundation.provenance.sha256_hex`).

    Raises:
        InputError: a key that a sidecar may not hold, or no hash.
        ConfigError: a value that it may not hold; nothing is written.
    """
    import yaml

    from helpers.foundation.storage import write_text

    beside = sidecar_path(path)
    unknown = sorted(set(content) - set(KEYS))
    if unknown or "sha256" not in content:
        raise InputError(
            f"{beside}: keys {unknown or ['sha256 missing']}; allowed: {', '.join(KEYS)}, and sha256 must be there"
        )
    ordered = {key: content[key] for key in KEYS if content.get(key) not in (None, "", [])}
    check_sidecar(beside, ordered)
    write_text(beside, yaml.safe_dump(ordered, allow_unicode=True, sort_keys=False, width=120))
    return beside
