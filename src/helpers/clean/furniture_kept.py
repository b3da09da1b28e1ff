"""What is made of configuration before the first page is cleaned, kept as plain numbers: making it takes longer than fifty pages.

An entry in .cache/cleaning of the project is as good as the files it was made from: the configuration and the modules that
make it are part of its name's hash, so that nobody has to remember to throw it away (see `helpers.foundation.parsed`).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from helpers.foundation.packed import pack_parts, read_parts
from helpers.foundation.parsed import entry_below, read_content, write_content

Made = dict[str, memoryview]


def keep_made(
    name: str, config: Path, sources: Sequence[Path], make: Callable[[], Mapping[str, bytes]]
) -> Made:
    """What `make` makes, from the entry `name` where it was made of the same files before.

    Args:
        name: of the entry.
        config: the configuration folder; of one that is no project's nothing is kept.
        sources: all files that it is made from, configuration and modules; where one cannot be read, `make` says so.
        make: makes it; named buffers.
    """
    entry = entry_below(config, "cleaning", name)
    before = _read_all(sources) if entry is not None else None
    if entry is None or before is None:
        return read_parts(pack_parts(make()))
    packed = read_content(entry, before)
    if packed is None:
        packed = pack_parts(make())
        if _read_all(sources) == before:
            write_content(entry, before, packed)
    return read_parts(packed)


def _read_all(sources: Sequence[Path]) -> bytes | None:
    try:
        contents = [path.read_bytes() for path in sources]
    except OSError:
        return None
    return b"".join(part for content in contents for part in (b"%d\n" % len(content), content))


def pack_sparse(table: Any) -> dict[str, bytes]:
    """The entries of a table that are not 0, and where they stand; below 2 ** 32."""
    places = np.asarray(table).nonzero()[0]
    return {"places": places.astype(np.uint32).tobytes(), "values": table[places].astype(np.uint32).tobytes()}


def read_sparse(made: Made, name: str, size: int, kind: Any) -> Any:
    """The table of `pack_sparse`."""
    table = np.zeros(size, kind)
    table[read_numbers(made, f"{name}.places", np.uint32)] = read_numbers(made, f"{name}.values", np.uint32)
    return table


def read_numbers(made: Made, name: str, kind: Any) -> Any:
    """A buffer as numbers, at an address of their own: those that lie askew are slow to compute with."""
    return np.frombuffer(made[name], kind).copy()
