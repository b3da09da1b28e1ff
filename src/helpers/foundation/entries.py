"""What a partition keeps: its items' rows as Arrow tables, to bytes and back, decoded no further than somebody asks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pyarrow as pa

HEAD = 8


@dataclass(slots=True)
class Entry:
    """What a partition holds: tables by name, and for each item's key its rows in each of them."""

    tables: Mapping[str, pa.Table]
    rows: Mapping[str, Mapping[str, Sequence[int]]]
    size: int = 0

    def columns(self, name: str, columns: Sequence[str]) -> pa.Table:
        """Some columns of a table; of an entry from the disk nothing else is decoded."""
        if isinstance(self.tables, _Streams):
            return self.tables.columns(name, columns)
        return self.tables[name].select(list(columns))

    def table(self, name: str) -> pa.Table:
        """A whole table; of an entry from the disk it is decoded for the one who asks and not held."""
        if isinstance(self.tables, _Streams):
            return self.tables.decode(name)
        return self.tables[name]

    def rows_of(self, key: str) -> dict[str, pa.Table]:
        """The rows of one item, by table."""
        return {name: self.tables[name].slice(start, n) for name, (start, n) in self.rows[key].items()}


class _Rows(Mapping[str, Mapping[str, Sequence[int]]]):
    """Each item's rows in the tables, read from JSON when they are asked for: only where some items change."""

    def __init__(self, text: bytes):
        self._text = text
        self._read: dict[str, Mapping[str, Sequence[int]]] | None = None

    def _all(self) -> dict[str, Mapping[str, Sequence[int]]]:
        import orjson

        if self._read is None:
            self._read = orjson.loads(self._text)
        return self._read or {}

    def __getitem__(self, key: str) -> Mapping[str, Sequence[int]]:
        return self._all()[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._all())

    def __len__(self) -> int:
        return len(self._all())


class _Streams(Mapping[str, "pa.Table"]):
    """Tables that are decoded when they are asked for: most readers want one of several, or some columns of it."""

    def __init__(self, streams: Mapping[str, pa.Buffer], schemas: Mapping[str, pa.Schema]):
        self._streams = streams
        self._schemas = schemas
        self._read: dict[str, pa.Table] = {}

    def columns(self, name: str, columns: Sequence[str]) -> pa.Table:
        """Some columns of a table, in that order."""
        import pyarrow as pa

        if name in self._read:
            return self._read[name].select(list(columns))
        places = sorted(self._schemas[name].get_field_index(column) for column in columns)
        options = pa.ipc.IpcReadOptions(included_fields=places, use_threads=False)
        return pa.ipc.open_stream(self._streams[name], options=options).read_all().select(list(columns))

    def decode(self, name: str) -> pa.Table:
        """A whole table, not held."""
        import pyarrow as pa

        if name in self._read:
            return self._read[name]
        options = pa.ipc.IpcReadOptions(use_threads=False)  # small: threads cost more than they save
        return pa.ipc.open_stream(self._streams[name], options=options).read_all()

    def __getitem__(self, name: str) -> pa.Table:
        self._read[name] = self.decode(name)
        return self._read[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._streams)

    def __len__(self) -> int:
        return len(self._streams)


def encode_entry(entry: Entry) -> bytes:
    """An entry as bytes: a JSON head, the items' rows as JSON, then one Arrow stream a table."""
    import orjson
    import pyarrow as pa

    # every column is packed by itself, and zstd needs longer to begin than such a small piece needs to be read
    options = pa.ipc.IpcWriteOptions(compression="lz4", use_threads=False)
    streams = {}
    for name, table in entry.tables.items():
        sink = pa.BufferOutputStream()
        with pa.ipc.new_stream(sink, table.schema, options=options) as writer:
            writer.write_table(table)
        streams[name] = sink.getvalue()
    rows = orjson.dumps(entry.rows)
    sizes = {name: stream.size for name, stream in streams.items()}
    head = orjson.dumps({"rows": len(rows), "sizes": sizes})
    return b"".join([len(head).to_bytes(HEAD, "little"), head, rows, *streams.values()])


def decode_entry(content: bytes, schemas: Mapping[str, pa.Schema]) -> Entry | None:
    """The reverse of `encode_entry`; None when the content is of another shape than `schemas`."""
    import orjson
    import pyarrow as pa

    at = HEAD + int.from_bytes(content[:HEAD], "little")
    try:
        head = orjson.loads(content[HEAD:at])
        rows = _Rows(content[at : at + head["rows"]])
        at += head["rows"]
        streams = {}
        whole = pa.py_buffer(content)
        for name, size in head["sizes"].items():
            streams[name] = whole.slice(at, size)
            at += size
        if streams.keys() != schemas.keys() or any(
            not pa.ipc.read_schema(stream).equals(schemas[name]) for name, stream in streams.items()
        ):
            return None
    except (ValueError, KeyError, TypeError, pa.ArrowException):
        return None
    return Entry(_Streams(streams, schemas), rows, len(content))
