"""The tables as files: Parquet and JSON Lines twins, all or none of them new."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from helpers.foundation.errors import InputError
from helpers.foundation.schemas import TABLES
from helpers.foundation.storage import replacing, write_jsonl_at, write_table_at
from helpers.foundation.table import Table

Row = Mapping[str, Any]


def write_tables(tables: Mapping[str, Sequence[Row]], names: Iterable[str], folder: Path) -> None:
    """Write tables as `<folder>/<name>.parquet` and `<name>.jsonl`, rows by key, the same bytes for the same rows.

    All rows are checked before the first file is written, so a row that does not hold to its schema leaves the files
    of the run before as they were.

    Raises:
        InputError: the folder cannot be made.
        SchemaError: a row does not hold to its table's schema.
    """
    listed = [(TABLES[name], tables[name]) for name in names]
    for table, rows in listed:
        table.check_rows(rows)
    make_folder(folder)
    with ExitStack() as moves:  # the files take their places when all of them are written
        for table, rows in listed:
            write_twins(table, rows, folder, moves)


def make_folder(folder: Path) -> None:
    """Make the folder for the tables.

    Raises:
        InputError: it cannot be made.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as err:
        raise InputError(f"OUT {str(folder)!r} cannot be made ({err.strerror}); name another folder") from err


def write_twins(table: Table, rows: Sequence[Row], folder: Path, moves: ExitStack) -> None:
    """Write one table as Parquet and as JSON Lines; both take their places when `moves` ends well."""
    file, twin = replace_twins(table, folder, moves)
    write_table_at(table, rows, file)
    write_jsonl_at(twin, _json_rows(table, rows))


def replace_twins(table: Table, folder: Path, moves: ExitStack) -> tuple[Path, Path]:
    """Temporary paths for a table's Parquet and JSON Lines files, which take their places when `moves` ends well."""
    file, twin = (folder / f"{table.name}.{ending}" for ending in ("parquet", "jsonl"))
    return moves.enter_context(replacing(file)), moves.enter_context(replacing(twin))


def _json_rows(table: Table, rows: Sequence[Row]) -> Iterator[dict[str, Any]]:
    """Rows by key, columns in table order, JSON columns as what they hold."""
    decoded = [c.name for c in table.columns if c.kind == "json"]
    for row in sorted(rows, key=lambda r: tuple(r[k] for k in table.key)):
        out = {name: row[name] for name in table.column_names}
        for name in decoded:
            out[name] = json.loads(out[name]) if out[name] is not None else None
        yield out
