"""Tables larger than memory as files: parts in any order in, one Parquet file sorted by key out, and its JSON Lines twin.

Parts are sorted in runs that fit into memory and are spilled to disk; then the file is made key range by key range from
slices of the runs. The same rows give the same bytes, however they were parted: row groups have a fixed number of rows. Every page
of a column bears its checksum: of single bits that turned, two in five would else be read as other content without a word.
"""

from __future__ import annotations

import shutil
import tempfile
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from helpers.foundation.errors import SchemaError
from helpers.foundation.table import Table

if TYPE_CHECKING:
    import pyarrow as pa
    import pyarrow.parquet as pq

# Rows of a row group of the Parquet file; the last one is smaller. A group is held in memory until it is written, so tables
# with whole texts in them have smaller ones.
GROUP_ROWS, TEXT_GROUP_ROWS = 16_384, 2_048
TEXT_COLUMN = "body"
# Bytes of rows that are sorted at once; more are spilled to disk.
RUN_BYTES = 64 << 20
# Rows of a batch of a spilled run, and its bytes: what of every run is held at once while runs are merged.
BATCH_ROWS, BATCH_BYTES = 1024, 128 << 10
# Up to so many rows are held in memory once they were read.
FEW_ROWS = 20_000
# A column with this name holds each row's line of the JSON Lines twin, line break included; it is no column of the table.
LINE = "_line"


class TableRows(Sequence[Mapping[str, Any]]):
    """Rows of a table that stay on disk: each pass over them reads part by part, unless there are few.

    Args:
        table: the table.
        parts: gives Arrow tables with its columns (further columns are not shown).
        n_rows: number of rows.
        columns: the columns that rows have; None for all.
    """

    def __init__(
        self,
        table: Table,
        parts: Callable[[], Iterator[pa.Table]],
        n_rows: int,
        columns: Sequence[str] | None = None,
    ):
        self.table = table
        self.parts = parts
        self.n_rows = n_rows
        self.columns = tuple(columns or table.column_names)
        self._held: list[dict[str, Any]] | None = None

    def __len__(self) -> int:
        return self.n_rows

    def __iter__(self) -> Iterator[dict[str, Any]]:
        if self.n_rows > FEW_ROWS:
            yield from self._read()
        else:
            self._held = self._held if self._held is not None else list(self._read())
            yield from self._held

    def _read(self) -> Iterator[dict[str, Any]]:
        for part in self.parts():
            yield from part.select(list(self.columns)).to_pylist()

    def __getitem__(self, index: Any) -> Any:
        if isinstance(index, slice):
            return list(self)[index]
        wanted = range(self.n_rows)[index]
        return next(islice(iter(self), wanted, None))


def write_parts(
    table: Table,
    parts: Iterable[pa.Table],
    path: Path,
    *,
    twin: Path | None = None,
    run_bytes: int = RUN_BYTES,
) -> int:
    """Sort the rows of all parts by the table's key and write them; the number of rows.

    Args:
        table: the table, for its key and schema.
        parts: Arrow tables with the table's columns, and `LINE` when there is a twin. Their rows were checked.
        path: the Parquet file, written in place: give a temporary one (`storage.replacing`).
        twin: the JSON Lines file, likewise.
        run_bytes: bytes sorted at once.

    Raises:
        SchemaError: a key stands twice.
    """
    import pyarrow.parquet as pq

    with ExitStack() as stack:
        runs = stack.enter_context(_Runs(table, path.parent, run_bytes))
        columns = [*table.column_names, *([LINE] if twin is not None else [])]
        for part in parts:
            runs.add(part.select(columns))
        writer = stack.enter_context(
            pq.ParquetWriter(
                path,
                table.arrow_schema(),
                compression="zstd",
                write_statistics=False,
                store_schema=True,
                write_page_checksum=True,
            )
        )
        lines = stack.enter_context(twin.open("wb")) if twin is not None else None
        groups = _Groups(writer, table)
        for ordered in runs.in_order():
            _check_keys(table, ordered)
            groups.add(ordered.select(list(table.column_names)))
            if lines is not None:
                for chunk in ordered.column(LINE).chunks:
                    lines.write(_joined(chunk))
        groups.finish()
        return groups.n_rows


class _Runs:
    """Sorted runs of rows: one in memory, and as many on disk as are needed."""

    def __init__(self, table: Table, beside: Path, run_bytes: int):
        self.table = table
        self.beside = beside
        self.folder: Path | None = None
        self.run_bytes = run_bytes
        self.pending: list[pa.Table] = []
        self.size = 0
        self.spilled: list[_Spilled] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self.folder is not None:
            shutil.rmtree(self.folder, ignore_errors=True)

    def add(self, part: pa.Table) -> None:
        if part.num_rows == 0:
            return
        self.pending.append(part)
        self.size += part.nbytes
        if self.size >= self.run_bytes:
            self._spill()

    def in_order(self) -> Iterator[pa.Table]:
        """All rows in order of the key, in pieces of a bounded size."""
        import pyarrow as pa

        if not self.spilled:
            if self.pending:
                yield self._take()
            return
        if self.pending:
            self._spill()
        firsts = sorted(k for run in self.spilled for k in run.firsts)
        step = max(1, len(firsts) // max(1, 2 * len(self.spilled)))
        for high in [*sorted(set(firsts[step::step])), None]:
            slices = [piece for run in self.spilled for piece in run.below(high)]
            if slices:
                yield self._sorted(pa.concat_tables(slices))

    def _spill(self) -> None:
        if self.folder is None:
            self.folder = Path(tempfile.mkdtemp(dir=self.beside, prefix=".sort-"))
        path = self.folder / f"{len(self.spilled)}.arrow"
        self.spilled.append(_Spilled(self._take(), path, self.table.key[0]))

    def _take(self) -> pa.Table:
        import pyarrow as pa

        whole = self._sorted(pa.concat_tables(self.pending))
        self.pending, self.size = [], 0
        return whole

    def _sorted(self, rows: pa.Table) -> pa.Table:
        return rows.sort_by([(k, "ascending") for k in self.table.key])


class _Spilled:
    """One sorted run on disk, read once from its first row to its last, and the first key of each of its batches."""

    def __init__(self, rows: pa.Table, path: Path, key: str):
        import pyarrow as pa

        self.path = path
        self.key = key
        self.firsts: list[str] = []
        self._read = 0
        self._left: pa.Table | None = None
        fitting = rows.num_rows * BATCH_BYTES // max(rows.nbytes, 1)
        with pa.ipc.new_file(path, rows.schema, options=pa.ipc.IpcWriteOptions(compression="lz4")) as writer:
            for batch in rows.combine_chunks().to_batches(max_chunksize=max(1, min(BATCH_ROWS, fitting))):
                self.firsts.append(batch.column(key)[0].as_py())
                writer.write_batch(batch)

    def below(self, high: str | None) -> list[pa.Table]:
        """The rows not given so far whose first key is less than `high`; all that are left for None."""
        import pyarrow as pa
        import pyarrow.compute as pc

        pieces = [self._left] if self._left is not None else []
        self._left = None
        last = len(self.firsts) if high is None else bisect_left(self.firsts, high)
        if last > self._read:
            with pa.OSFile(str(self.path)) as source, pa.ipc.open_file(source) as reader:
                pieces += [pa.Table.from_batches([reader.get_batch(i)]) for i in range(self._read, last)]
            self._read = last
        if high is not None and pieces:  # only in the last batch may rows be left over
            rest = pieces.pop()
            column = rest.column(self.key)
            n_below = pc.sum(pc.less(column, high)).as_py()
            if n_below < rest.num_rows:
                self._left = rest.slice(n_below)
            pieces.append(rest.slice(0, n_below))
        return [piece for piece in pieces if piece.num_rows]


class _Groups:
    """Writes row groups of exactly as many rows, the last one smaller."""

    def __init__(self, writer: pq.ParquetWriter, table: Table):
        self.writer = writer
        self.schema = table.arrow_schema()
        self.size = min(GROUP_ROWS, TEXT_GROUP_ROWS) if TEXT_COLUMN in table.column_names else GROUP_ROWS
        self.pending: list[pa.Table] = []
        self.held = 0
        self.n_rows = 0

    def add(self, rows: pa.Table) -> None:
        self.pending.append(rows)
        self.held += rows.num_rows
        self.n_rows += rows.num_rows
        while self.held >= self.size:
            self._write(self.size)

    def finish(self) -> None:
        if self.held or not self.n_rows:
            self._write(self.held)

    def _write(self, n: int) -> None:
        import pyarrow as pa

        whole = pa.concat_tables(self.pending) if self.pending else self.schema.empty_table()
        group = whole.slice(0, n).cast(self.schema).combine_chunks()
        rest = whole.slice(n)
        self.pending = [rest] if rest.num_rows else []
        self.held = rest.num_rows
        self.writer.write_table(group, row_group_size=self.size)


def _joined(lines: pa.Array) -> memoryview:
    """All lines of a chunk one after the other."""
    import numpy as np

    if len(lines) == 0:
        return memoryview(b"")
    _, offsets, data = lines.buffers()
    ends = np.frombuffer(offsets, np.int32)[lines.offset : lines.offset + len(lines) + 1]
    return memoryview(data)[int(ends[0]) : int(ends[-1])]


def _check_keys(table: Table, ordered: pa.Table) -> None:
    """Raise when a key stands twice; rows are in order of the key."""
    import pyarrow.compute as pc

    n = ordered.num_rows
    if n < 2:
        return
    same = None
    for name in table.key:
        column = ordered.column(name).combine_chunks()
        equal = pc.equal(column.slice(1), column.slice(0, n - 1))
        same = equal if same is None else pc.and_(same, equal)
    at = pc.index(same, True).as_py()
    if at >= 0:
        key = {name: ordered.column(name)[at].as_py() for name in table.key}
        raise SchemaError(f"table {table.name}: the key {key} stands twice")
