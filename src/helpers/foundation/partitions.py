"""Work on many items in partitions with stable borders, each kept in the cache with what its items were made from.

A border is drawn before every name whose hash says so, not after so many names; so one new file changes one partition
and leaves the others as they were. A partition's entry has the key of all its items' keys. When that is not there, the
entry the partition had last gives what has not changed, and only the rest is made again.
"""

from __future__ import annotations

import logging
import os
from array import array
from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from zlib import crc32

from helpers.foundation.cache import Cache, hash_parts
from helpers.foundation.entries import Entry, decode_entry, encode_entry
from helpers.foundation.errors import RunError
from helpers.foundation.memory import seldom_searched

if TYPE_CHECKING:
    import pyarrow as pa

log = logging.getLogger(__name__)

# What one item gives: rows by table.
Rows = Mapping[str, Sequence[Mapping[str, Any]]]

# Mean number of items of a partition; a hash decides, so a partition may hold a few times as many.
MEAN_SIZE = 64
# Entries that are kept in memory, by their size in bytes (packed, as far as they were read from disk). Runs read partition after
# partition several times, so either all of a corpus fit or few are found again.
KEPT_BYTES = 16 << 20


def _is_border(name: str) -> bool:
    return crc32(name.encode("utf-8", "surrogatepass")) % MEAN_SIZE == 0


@dataclass(frozen=True, slots=True)
class Partition:
    """Items that are kept together; in a large corpus there are many, so an item is a line of one text and no object.

    Attributes:
        name: where its border lies, '' for the first.
        start: place of its first item in the list of all.
        lines: the items' keys in order, one a line; '' for what is never kept.
        key: hash of stage and items' keys.
    """

    name: str
    start: int
    lines: bytes
    key: str

    @property
    def keys(self) -> list[str]:
        """The items' keys, in order."""
        return self.lines.decode("ascii").split("\n")

    @property
    def places(self) -> range:
        """The items' places in the list of all."""
        return range(self.start, self.start + self.lines.count(b"\n") + 1)


@dataclass(slots=True)
class Store:
    """The partitions of one stage: made where they are not in the cache, read again where they are wanted.

    Attributes:
        cache: where entries are.
        stage: name of the stage; entries of stages never mix.
        schemas: the tables an item gives.
        kept_bytes: entries are kept in memory up to this size.
        n_items: items seen so far.
        n_kept: of these, taken from the cache.
    """

    cache: Cache
    stage: str
    schemas: Mapping[str, pa.Schema]
    kept_bytes: int = KEPT_BYTES
    n_items: int = 0
    n_kept: int = 0
    _moved: dict[str, str] = field(default_factory=dict)
    _written: list[str] = field(default_factory=list)
    _recent: OrderedDict[str, Entry] = field(default_factory=OrderedDict)
    _held: int = 0

    def plan(self, names: Iterable[str], keys: Iterable[str]) -> list[Partition]:
        """Partitions of items given by name (sorted) and key (no line break in it)."""
        out: list[Partition] = []
        pending: list[str] = []
        start, border = 0, ""
        for place, (name, key) in enumerate(zip(names, keys, strict=True)):
            if place and _is_border(name):
                out.append(self._partition(border, start, pending))
                start, border, pending = place, name, []
            pending.append(key)
        return [*out, self._partition(border, start, pending)] if pending else out

    def _partition(self, border: str, start: int, keys: Sequence[str]) -> Partition:
        return Partition(border, start, "\n".join(keys).encode("ascii"), hash_parts(self.stage, *keys))

    def missing(self, partitions: Sequence[Partition]) -> list[tuple[Partition, str, Sequence[int]]]:
        """Partitions that are not in the cache: the key of an earlier entry that holds some of their items, '' for none,
        and the places of the items to be made.
        """
        out: list[tuple[Partition, str, Sequence[int]]] = []
        before = ""
        for partition in partitions:
            places, keys = partition.places, partition.keys
            self.n_items += len(places)
            pointer = self._pointer(partition)
            if all(keys) and self._read(partition.key) is not None:
                self.n_kept += len(places)
            else:
                earlier, known = self._find_earlier(keys, (pointer, before))
                todo = (
                    [i for i, key in zip(places, keys, strict=True) if key not in known] if known else places
                )
                self.n_kept += len(places) - len(todo)
                out.append((partition, earlier, todo))
            before = pointer
        return out

    def keep(
        self,
        partition: Partition,
        earlier: str,
        made: Mapping[int, Rows],
        *,
        unsure: frozenset[int] = frozenset(),
    ) -> None:
        """Write a partition from what was known and what was made.

        Args:
            partition: the partition.
            earlier: key of the entry that holds the items that were not made.
            made: rows by table of the others, by the items' places.
            unsure: places of items that must be made again in the next run.
        """
        known: dict[str, dict[str, pa.Table]] = {}
        if earlier:
            entry = self._load(earlier)
            if entry is None:
                raise self._gone()
            known = {key: entry.rows_of(key) for key in partition.keys if key in entry.rows}
        entry = self._build(partition, known, made, unsure)
        key = partition.key
        if unsure or not all(partition.keys):  # for this run alone
            key = self._moved[partition.key] = hash_parts(partition.key, os.urandom(16))
        self._remember(key, entry)
        self.cache.put(self.stage, key, encode_entry(entry))
        self._written.append(key)
        self.cache.put("last", self._pointer(partition), key.encode())

    def disown(self) -> None:
        """Have nothing that this run made found by a later one: what it was made from changed meanwhile."""
        log.warning(
            "configuration or code changed while stage %s was at work; what it made is not kept", self.stage
        )
        for key in set(self._written) - set(self._moved.values()):
            content = self.cache.get(self.stage, key)
            moved = self._moved[key] = hash_parts(key, os.urandom(16))
            if content is not None:
                self.cache.put(self.stage, moved, content)
            self.cache.drop(self.stage, key)

    def read(self, partition: Partition) -> Entry:
        """The entry of a partition that was planned and made in this run.

        Raises:
            RunError: it is neither in memory nor in the cache any more.
        """
        entry = self._read(self._moved.get(partition.key, partition.key))
        if entry is None:
            raise self._gone()
        return entry

    def _gone(self) -> RunError:
        return RunError(
            f"{self.cache.folder}: an entry of stage {self.stage} has gone while the run was reading it; is the disk full, or "
            "was the folder deleted? make room and run again, what was done is kept"
        )

    def _pointer(self, partition: Partition) -> str:
        return hash_parts(self.stage, "last", partition.name)

    def _build(
        self,
        partition: Partition,
        known: Mapping[str, Mapping[str, pa.Table]],
        made: Mapping[int, Rows],
        unsure: frozenset[int],
    ) -> Entry:
        import pyarrow as pa

        pieces: dict[str, list[pa.Table]] = {name: [] for name in self.schemas}
        counts = dict.fromkeys(self.schemas, 0)
        rows: dict[str, dict[str, tuple[int, int]]] = {}
        for index, key in zip(partition.places, partition.keys, strict=True):
            own = made.get(index)
            place = {}
            for name, schema in self.schemas.items():
                piece = (
                    known[key][name] if own is None else pa.Table.from_pylist(list(own[name]), schema=schema)
                )
                place[name] = (counts[name], piece.num_rows)
                counts[name] += piece.num_rows
                if piece.num_rows:
                    pieces[name].append(piece)
            if key and index not in unsure:
                rows[key] = place
        tables = {
            name: pa.concat_tables(pieces[name]).combine_chunks() if pieces[name] else schema.empty_table()
            for name, schema in self.schemas.items()
        }
        return Entry(tables, rows, sum(t.nbytes for t in tables.values()))

    def _find_earlier(self, keys: Iterable[str], pointers: Sequence[str]) -> tuple[str, frozenset[str]]:
        """The key of an earlier entry with some of a partition's items, and the keys of these."""
        wanted = set(keys) - {""}
        for pointer in pointers:
            content = self.cache.get("last", pointer) if pointer else None
            key = content.decode("ascii", "replace") if content is not None else ""
            entry = self._load(key) if key else None
            if entry is not None and (found := wanted & entry.rows.keys()):
                return key, frozenset(found)
        return "", frozenset()

    def _read(self, key: str) -> Entry | None:
        if (entry := self._recent.get(key)) is not None:
            self._recent.move_to_end(key)
            return entry
        entry = self._load(key)
        if entry is not None:
            self._remember(key, entry)
        return entry

    def _load(self, key: str) -> Entry | None:
        content = self.cache.get(self.stage, key)
        return decode_entry(content, self.schemas) if content is not None else None

    def _remember(self, key: str, entry: Entry) -> None:
        self._recent[key] = entry
        self._held += entry.size
        while self._held > self.kept_bytes and len(self._recent) > 1:
            _, oldest = self._recent.popitem(last=False)
            self._held -= oldest.size


def make_missing(
    store: Store,
    partitions: Sequence[Partition],
    run: Callable[[Sequence[int]], Iterator[Rows]],
    *,
    is_sure: Callable[[int, Rows], bool] = lambda _index, _rows: True,
) -> None:
    """Make every item that the cache does not hold; each partition is kept as soon as it is finished.

    Args:
        store: the stage's partitions.
        partitions: all of them.
        run: makes items given by their places: for each its rows by table, in the same order.
        is_sure: False for an item that must be made again in the next run (a file that changed while it was read).
    """
    waiting = store.missing(partitions)
    results = run(array("q", (place for _, _, todo in waiting for place in todo)))
    with seldom_searched():
        for partition, earlier, todo in waiting:
            made = {place: next(results) for place in todo}
            unsure = frozenset(k for k, rows in made.items() if not is_sure(k, rows))
            store.keep(partition, earlier, made, unsure=unsure)
