"""Tables on disk read as far as somebody needs them: some columns, some rows, one row group after the other."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

from helpers.foundation.errors import DossierError, InputError
from helpers.foundation.table import Table
from helpers.foundation.table_files import TableRows, write_parts

if TYPE_CHECKING:
    import pyarrow as pa
    import pyarrow.parquet as pq

Row = Mapping[str, Any]


def open_table(table: Table, folder: Path) -> pq.ParquetFile:
    """The file of a table, checked to be whole and of this version; close it, or let go of it.

    Raises:
        InputError: the file is missing.
        DossierError: the file is damaged or holds other columns.
    """
    import pyarrow as pa
    import pyarrow.parquet as pq

    path = folder / f"{table.name}.parquet"
    if not path.exists():
        raise InputError(
            f"{path}: the table is not there; run the notebook that writes it first (see README, How it works)"
        )
    try:
        file = pq.ParquetFile(path, memory_map=False, page_checksum_verification=True)
    except (pa.ArrowException, OSError, ValueError) as err:  # ValueError: names that are no UTF-8
        raise _damaged(path, err) from err
    names = file.schema_arrow.names
    if tuple(names) != table.column_names:
        file.close()
        raise DossierError(
            f"{path}: columns {names} are not those of this version; delete the file and run again"
        )
    return file


def read_parts(table: Table, folder: Path, columns: Sequence[str] | None = None) -> Iterator[pa.Table]:
    """The rows of a table, one row group after the other, with some columns or all.

    Raises:
        InputError, DossierError: as `open_table`; the file is damaged further on.
    """
    import pyarrow as pa

    with open_table(table, folder) as file:
        for number in range(file.num_row_groups):
            try:
                part = file.read_row_group(number, columns=list(columns or table.column_names))
            except (pa.ArrowException, OSError, ValueError) as err:
                raise _damaged(folder / f"{table.name}.parquet", err) from err
            yield part.select(list(columns)) if columns is not None else part


def stored_rows(table: Table, folder: Path, columns: Sequence[str] | None = None) -> TableRows:
    """The rows of a table, left in their file: each pass reads them anew, unless there are few.

    Args:
        table: the table.
        folder: where its file is.
        columns: columns that rows are to have; None for all.

    Raises:
        InputError, DossierError: as `open_table`.
    """
    with open_table(table, folder) as file:
        n_rows = file.metadata.num_rows
    return TableRows(table, lambda: read_parts(table, folder, columns), n_rows, columns)


def read_some(
    table: Table, folder: Path, columns: Sequence[str], *, where: str, among: Collection[str]
) -> list[dict[str, Any]]:
    """Rows whose value in one column is among those given, with some columns; nothing else is held in memory.

    Raises:
        InputError, DossierError: as `read_parts`.
    """
    import pyarrow as pa
    import pyarrow.compute as pc

    wanted = pa.array(sorted(among), pa.string())
    found: list[dict[str, Any]] = []
    for part in read_parts(table, folder, list(dict.fromkeys([*columns, where]))):
        chosen = part.filter(pc.is_in(part.column(where), value_set=wanted))
        found += chosen.select(list(columns)).to_pylist()
    return found


class OrderedRows:
    """Rows of a table in the order of another key, in a file; read by their places there, in ascending order best.

    Args:
        file: the rows in that order.
    """

    def __init__(self, file: pq.ParquetFile):
        self._file = file
        self._group = max(1, file.metadata.row_group(0).num_rows) if file.num_row_groups else 1
        self._held: tuple[int, Any] = (-1, None)

    def __len__(self) -> int:
        return int(self._file.metadata.num_rows)

    def rows(self, places: Iterable[int]) -> Iterator[dict[str, Any]]:
        """The rows at some places, in the order given."""
        for number, listed in groupby(places, key=lambda place: place // self._group):
            part = self._read(number)
            for place in listed:
                yield part.slice(place - number * self._group, 1).to_pylist()[0]

    def _read(self, number: int) -> Any:
        if self._held[0] != number:
            self._held = (number, self._file.read_row_group(number))
        return self._held[1]


@contextmanager
def in_order(
    rows: TableRows, key: tuple[str, ...], *, only: Callable[[pa.Table], pa.Table]
) -> Iterator[OrderedRows]:
    """The rows of a stored table in the order of another key, in a temporary file for the length of the block.

    Args:
        rows: all columns of a table.
        key: columns that tell its rows apart.
        only: the rows of a part that are wanted.
    """
    import pyarrow.parquet as pq

    with tempfile.TemporaryDirectory(prefix="dossier-order-") as folder:
        path = Path(folder) / f"{rows.table.name}.parquet"
        write_parts(replace(rows.table, key=key), (only(part) for part in rows.parts()), path)
        with pq.ParquetFile(path) as file:
            yield OrderedRows(file)


def _damaged(path: Path, err: Exception) -> DossierError:
    return DossierError(f"{path}: damaged ({err}); delete the file and run again, it is made from data/raw")
