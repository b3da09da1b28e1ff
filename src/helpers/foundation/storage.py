"""Tables and files on disk: written whole or not at all, the same bytes for the same rows."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from helpers.foundation.locks import flush_folder, hold_part
from helpers.foundation.stored import read_parts
from helpers.foundation.table import Table
from helpers.foundation.table_files import TableRows, write_parts

if TYPE_CHECKING:
    import pandas as pd


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """Give a temporary path beside `path`; move it over `path` when the block ends well, remove it when not.

    The move is atomic on one file system and the content is flushed to disk before it, so a reader sees the old
    file or the new one, never half of one.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    stem = os.fsencode(path.name)[:200].decode("utf-8", "ignore")  # a name may have 255 bytes
    handle, name = tempfile.mkstemp(prefix=f".{stem}.", suffix=".part", dir=path.parent)
    part, held = Path(name), hold_part(handle)
    try:
        yield part
        with part.open("rb") as f:
            os.fsync(f.fileno())
        part.chmod(0o644)
        part.replace(path)
        flush_folder(path.parent)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    finally:
        if held:
            os.close(handle)


def write_text(path: Path, text: str) -> None:
    """Write a UTF-8 text file atomically, with newlines as given."""
    write_bytes(path, text.encode("utf-8"))


def write_bytes(path: Path, data: bytes) -> None:
    """Write a file atomically."""
    with replacing(path) as part:
        part.write_bytes(data)


def write_table(table: Table, rows: Iterable[Mapping[str, Any]], folder: Path) -> Path:
    """Check rows against the table's schema, sort them by key and write `<folder>/<table>.parquet`.

    Byte-identical for equal rows: fixed column order, row order by key, row groups of a fixed number of rows, no
    timestamps in the file. Rows that stay on disk (`TableRows`) were checked when they were made.

    Raises:
        SchemaError: a row does not hold to the schema, or a key stands twice.
    """
    path = folder / f"{table.name}.parquet"
    with replacing(path) as part:
        write_table_at(table, rows, part)
    return path


def write_table_at(table: Table, rows: Iterable[Mapping[str, Any]], path: Path) -> None:
    """What `write_table` writes, in place: give a temporary path (`replacing`)."""
    import pyarrow as pa

    if isinstance(rows, TableRows):
        parts = rows.parts()
    else:
        listed = list(rows)
        table.check_rows(listed)
        parts = iter((pa.Table.from_pylist(listed, schema=table.arrow_schema()),))
    write_parts(table, parts, path)


def read_rows(table: Table, folder: Path) -> list[dict[str, Any]]:
    """Read a table as plain rows (lists stay lists, missing is None).

    Raises:
        InputError: the file is missing.
        DossierError: the file is damaged or holds other columns.
    """
    return [row for part in read_parts(table, folder) for row in part.to_pylist()]


def read_rows_if_there(table: Table, *folders: Path) -> list[dict[str, Any]]:
    """Rows of the table in the first folder that holds it; none when no folder does, as on a first run.

    Raises:
        DossierError: the file is damaged or holds other columns.
    """
    folder = next((f for f in folders if (f / f"{table.name}.parquet").exists()), None)
    return [] if folder is None else read_rows(table, folder)


def read_table(table: Table, folder: Path) -> pd.DataFrame:
    """Read a table as a data frame with exactly the columns of its schema.

    Raises:
        InputError, DossierError: as `read_rows`.
    """
    import pandas as pd

    rows = read_rows(table, folder)
    frame = pd.DataFrame(rows, columns=list(table.column_names))
    for c in table.columns:
        if c.kind == "int":
            frame[c.name] = frame[c.name].astype("Int64")
        elif c.kind in {"string", "json"}:
            frame[c.name] = frame[c.name].astype("string")
    return frame


def write_jsonl(path: Path, rows: Iterable[Mapping[str, Any]]) -> None:
    """Write rows as JSON Lines, keys in row order, UTF-8, atomically."""
    with replacing(path) as part:
        write_jsonl_at(part, rows)


def write_jsonl_at(path: Path, rows: Iterable[Mapping[str, Any]]) -> None:
    """What `write_jsonl` writes, in place: give a temporary path (`replacing`)."""
    import orjson

    with path.open("wb") as f:
        for row in rows:
            f.write(orjson.dumps(row, option=orjson.OPT_APPEND_NEWLINE))
