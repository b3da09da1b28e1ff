"""The cleaned corpus on disk: partitions of articles, lines and quarantine, and what only all articles together decide."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import TYPE_CHECKING, Any

from helpers.foundation.fingerprints import code_fingerprint
from helpers.foundation.memory import give_back
from helpers.foundation.partitions import Partition, Store
from helpers.foundation.provenance import short_id
from helpers.foundation.records import Quarantined
from helpers.foundation.schemas import ARTICLES, LINES, QUARANTINE
from helpers.foundation.table_files import LINE

if TYPE_CHECKING:
    import pyarrow as pa

    from helpers.clean.copies import PairMemory
    from helpers.clean.duplicates import Stories

# The last columns of the articles table, known only once all articles are.
LATE = ("story_id", "origin", "origin_reason", "duplicate_of", "status", "reason")
SLIM = (
    "article_id", "page_text_sha256", "outlet", "cites", "published_earliest", "published_latest", "story_id", "origin",
    "status", "reason",
)  # fmt: skip
EARLY = tuple(name for name in ARTICLES.column_names if name not in LATE)


# Columns of a partition's articles that are held for all articles together: they say where an article is and what coding asks of it.
INDEX = ("article_id", "source_path", "source_part", "language", "digest")


@dataclass(frozen=True, slots=True)
class ArticleIndex:
    """All articles in order of path and part, by their places in that order; some hundred bytes for each.

    Attributes:
        columns: the columns of `INDEX`, article_id as in this corpus.
        starts: for each partition, the place of its first article; at the end, the number of articles.
        renamed: places of articles that have another name than by their content alone.
    """

    columns: Mapping[str, pa.Array]
    starts: Sequence[int]
    renamed: frozenset[int]

    def __len__(self) -> int:
        return self.starts[-1]

    def where(self, place: int) -> tuple[int, int]:
        """The number of an article's partition and its row there."""
        number = bisect_right(self.starts, place) - 1
        return number, place - self.starts[number]

    def places(self, number: int) -> range:
        """The articles of a partition."""
        return range(self.starts[number], self.starts[number + 1])

    def ids(self, number: int) -> pa.Array:
        """The names of a partition's articles."""
        places = self.places(number)
        return self.columns["article_id"].slice(places.start, len(places))

    def name(self, place: int) -> str:
        """The name of an article."""
        found: str = self.columns["article_id"][place].as_py()
        return found

    def is_renamed(self, number: int) -> bool:
        """True when one of a partition's articles has another name than by its content alone."""
        return bool(self.renamed) and not self.renamed.isdisjoint(self.places(number))


@dataclass(slots=True)
class CleanedCorpus:
    """The cleaned corpus on disk.

    Attributes:
        store: the partitions' entries.
        partitions: in order of the raw files' paths.
        files: number of raw files.
        index: every article, in order of path and part.
        stories: story of each article, by its place.
        failed: article_id -> why it could not be coded.
        why: in words, why pages that are not new were cleaned again; '' when none were.
    """

    store: Store
    partitions: list[Partition]
    files: int
    index: ArticleIndex
    stories: Stories
    failed: dict[str, str] = field(default_factory=dict)
    why: str = ""

    def article_tables(self) -> Iterator[pa.Table]:
        """The articles table, one part a partition, with `LINE`."""
        import pyarrow as pa

        schema = ARTICLES.arrow_schema().append(pa.field(LINE, pa.binary()))
        for number, partition in enumerate(self.partitions):
            if not self.index.places(number):
                continue
            table = self.store.read(partition).columns("articles", [*EARLY, LINE])
            late = [self._late(place) for place in self.index.places(number)]
            early = _renamed(table, self.index.ids(number)) if self.index.is_renamed(number) else table
            columns = {name: early.column(name) for name in EARLY}
            for name in LATE:
                columns[name] = pa.array([row[name] for row in late], pa.string())
            columns[LINE] = _lines(early.column(LINE), late)
            yield pa.table(columns, schema=schema)

    def slim_rows(self, places: Sequence[int]) -> Iterator[dict[str, Any]]:
        """Rows of the articles table with the columns of `SLIM` only, which the chronology reads; of some articles, in order."""
        import pyarrow as pa

        early = [name for name in SLIM if name in EARLY]
        for number, listed in self._by_partition(places):
            table = self.store.read(self.partitions[number]).columns("articles", early)
            rows = table.take(pa.array([place - self.index.starts[number] for place in listed])).to_pylist()
            for place, row in zip(listed, rows, strict=True):
                late = self._late(place)
                name = {"article_id": self.index.name(place)}
                yield row | name | {n: v for n, v in late.items() if n in SLIM}

    def line_tables(self) -> Iterator[pa.Table]:
        """The lines table, one part a partition."""
        import pyarrow as pa

        for number, partition in enumerate(self.partitions):
            entry = self.store.read(partition)
            lines = entry.table("lines")
            if self.index.is_renamed(number):
                counts = entry.columns("articles", ["n_lines"]).column("n_lines").to_pylist()
                ids = self.index.ids(number).to_pylist()
                names = [name for name, n in zip(ids, counts, strict=True) for _ in range(n)]
                lines = lines.set_column(0, lines.schema.field(0), pa.array(names, pa.string()))
            yield lines

    def quarantine_rows(self) -> list[dict[str, Any]]:
        """The quarantine table: files and parts of files, then articles that could not be coded."""
        out: list[dict[str, Any]] = []
        for partition in self.partitions:
            out += self.store.read(partition).table("quarantine").to_pylist()
        if self.failed:
            ids = self.index.columns["article_id"]
            for row in self.article_rows([i for i, name in enumerate(ids) if name.as_py() in self.failed]):
                reason = self.failed[row["article_id"]]
                out.append(
                    quarantine_row(
                        Quarantined(
                            row["source_path"], row["source_sha256"], row["source_part"], "failed", reason
                        )
                    )
                )
        return out

    def article_rows(self, places: Sequence[int]) -> Iterator[dict[str, Any]]:
        """Rows of the articles table of some articles, given by their places, in the order given."""
        for number, listed in self._by_partition(places):
            table = self.store.read(self.partitions[number]).columns("articles", EARLY)
            for place in listed:
                row = table.slice(place - self.index.starts[number], 1).to_pylist()[0]
                yield row | {"article_id": self.index.name(place)} | self._late(place)

    def late(self, place: int) -> tuple[str | None, ...]:
        """What other articles decide on an article: the columns of `LATE`."""
        return tuple(self._late(place).values())

    def _by_partition(self, places: Iterable[int]) -> Iterator[tuple[int, list[int]]]:
        """Neighbouring articles of one partition together, with its number."""
        for number, listed in groupby(places, key=lambda place: self.index.where(place)[0]):
            yield number, list(listed)

    def _late(self, place: int) -> dict[str, Any]:
        story = self.stories[place]
        reason = self.failed.get(self.index.name(place)) if self.failed else None
        return {
            "story_id": story.story_id, "origin": story.origin, "origin_reason": story.origin_reason,
            "duplicate_of": story.duplicate_of, "status": "ok" if reason is None else "quarantined", "reason": reason,
        }  # fmt: skip


def entry_schemas() -> dict[str, pa.Schema]:
    """The tables of a partition's entry.

    Beside the columns of the articles table that do not depend on other articles: digest (hash of them), n_lines, n_words
    and words (hash of the body's words), prints (fingerprints of the body) and the row as JSON.
    """
    import pyarrow as pa

    whole = ARTICLES.arrow_schema()
    articles = [whole.field(name) for name in EARLY]
    articles += [
        pa.field("digest", pa.string()), pa.field("n_lines", pa.int32()), pa.field("n_words", pa.int32()),
        pa.field("words", pa.string()), pa.field("prints", pa.list_(pa.uint32())), pa.field(LINE, pa.binary()),
    ]  # fmt: skip
    return {
        "articles": pa.schema(articles),
        "shingles": pa.schema([pa.field("shingles", pa.list_(pa.uint32()))]),
        "lines": LINES.arrow_schema(),
        "quarantine": QUARANTINE.arrow_schema(),
    }


def survey_corpus(store: Store, partitions: Sequence[Partition]) -> tuple[ArticleIndex, Stories]:
    """Name all articles and group them into stories.

    Two files with the same bytes give two articles: the first by path has the id of its content, the others an id of
    content and path, and they share a story.
    """
    import pyarrow as pa
    import pyarrow.compute as pc

    from helpers.clean.duplicates import group_prints, print_schema

    schema = print_schema()
    days = ("published_earliest", "published_latest")
    wanted = dict.fromkeys([*INDEX, *days, *(n for n in schema.names if n != "day")])
    pieces: list[pa.Table] = []
    starts = [0]
    for partition in partitions:
        pieces.append(store.read(partition).columns("articles", list(wanted)))
        starts.append(starts[-1] + pieces[-1].num_rows)
    table = pa.concat_tables(pieces) if pieces else entry_schemas()["articles"].empty_table()
    pieces.clear()
    ids, renamed = _name_articles(store, partitions, starts, _whole(table.column("article_id")))
    columns = {name: ids if name == "article_id" else _whole(table.column(name)) for name in INDEX}
    index = ArticleIndex(columns, starts, renamed)
    low, high = (table.column(name) for name in days)
    day = pc.if_else(pc.fill_null(pc.equal(low, high), False), low, pa.scalar(None, pa.string()))
    own = {"article_id": ids, "language": columns["language"], "day": day}
    prints = pa.table([own[n] if n in own else table.column(n) for n in schema.names], schema=schema)
    del table, own

    def load_shingles(places: Sequence[int]) -> Iterator[Any]:
        for number, listed in groupby(places, key=lambda place: index.where(place)[0]):
            column = store.read(partitions[number]).table("shingles").column("shingles")
            for place in listed:
                yield column[place - starts[number]].values.to_numpy(zero_copy_only=False)

    give_back()
    memory = _recall_pairs(store)
    stories = group_prints(prints, load_shingles, memory=memory)
    _keep_pairs(store, memory)
    return index, stories


def _name_articles(
    store: Store, partitions: Sequence[Partition], starts: Sequence[int], own: pa.Array
) -> tuple[pa.Array, frozenset[int]]:
    """The names of all articles in this corpus, and the places of those that are not named by their content alone."""
    import numpy as np
    import pyarrow as pa

    codes = own.dictionary_encode().indices.to_numpy()
    first = np.zeros(len(codes), np.bool_)
    first[np.unique(codes, return_index=True)[1]] = True
    again = np.flatnonzero(~first).tolist()
    if not again:
        return own, frozenset()
    names = own.to_pylist()
    for place in again:
        number = bisect_right(starts, place) - 1
        columns = ("source_sha256", "source_part", "source_path")
        table = store.read(partitions[number]).columns("articles", columns)
        sha256, part, path = (table.column(c)[place - starts[number]].as_py() for c in columns)
        names[place] = short_id("art", sha256, part, path)
    return pa.array(names, pa.string()), frozenset(again)


def _pairs_key() -> str:
    return code_fingerprint("helpers.clean.copies")


def _recall_pairs(store: Store) -> PairMemory:
    """What earlier runs compared; each pair is known by its texts, so any run may use it."""
    import numpy as np

    from helpers.clean.copies import PairMemory

    content = store.cache.get("pairs", _pairs_key())
    if content is None:
        return PairMemory()
    return PairMemory(np.frombuffer(content, np.uint64))


def _keep_pairs(store: Store, memory: PairMemory) -> None:
    pairs = memory.remembered()
    if len(pairs) != len(memory.known) or (pairs != memory.known).any():
        store.cache.put("pairs", _pairs_key(), pairs.tobytes())


def quarantine_row(q: Quarantined) -> dict[str, Any]:
    """A quarantined file as a row of the quarantine table."""
    return {
        "source_path": q.source_path, "source_sha256": q.source_sha256, "source_part": q.source_part,
        "reason": q.reason, "detail": q.detail,
    }  # fmt: skip


def _whole(column: pa.ChunkedArray) -> pa.Array:
    """A column as one array that holds nothing else in memory."""
    import pyarrow as pa

    return pa.concat_arrays(column.chunks) if column.num_chunks else pa.array([], column.type)


def _renamed(articles: pa.Table, ids: pa.Array) -> pa.Table:
    """The articles of a partition under their names in this corpus."""
    import orjson
    import pyarrow as pa

    rows = [orjson.loads(line) for line in articles.column(LINE).to_pylist()]
    lines = [
        orjson.dumps(row | {"article_id": name}) for row, name in zip(rows, ids.to_pylist(), strict=True)
    ]
    at = articles.schema.get_field_index
    articles = articles.set_column(at("article_id"), articles.schema.field("article_id"), ids)
    return articles.set_column(at(LINE), articles.schema.field(LINE), pa.array(lines, pa.binary()))


def _lines(early: pa.ChunkedArray, late: Sequence[Mapping[str, Any]]) -> pa.Array:
    """The rows as JSON: the columns known from the page, then those that other articles decide on."""
    import orjson
    import pyarrow as pa

    ends = [orjson.dumps(row) for row in late]
    lines = (line[:-1] + b"," + end[1:] + b"\n" for line, end in zip(early.to_pylist(), ends, strict=True))
    return pa.array(lines, pa.binary())
