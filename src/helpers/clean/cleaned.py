"""The cleaned corpus on disk: partitions of articles, lines and quarantine, and what only all articles together decide."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from sys import intern
from typing import TYPE_CHECKING, Any

from helpers.foundation.fingerprints import code_fingerprint
from helpers.foundation.partitions import Partition, Store
from helpers.foundation.provenance import short_id
from helpers.foundation.records import Quarantined
from helpers.foundation.schemas import ARTICLES, LINES, QUARANTINE
from helpers.foundation.table_files import LINE

if TYPE_CHECKING:
    import pyarrow as pa

    from helpers.clean.copies import PairMemory
    from helpers.clean.duplicates import Story

# The last columns of the articles table, known only once all articles are.
LATE = ("story_id", "origin", "origin_reason", "duplicate_of", "status", "reason")
SLIM = (
    "article_id", "page_text_sha256", "outlet", "cites", "published_earliest", "published_latest", "story_id", "origin",
    "status", "reason",
)  # fmt: skip
EARLY = tuple(name for name in ARTICLES.column_names if name not in LATE)


@dataclass(frozen=True, slots=True)
class ArticleRef:
    """Where an article is, and what the next stage asks of it before it reads it.

    Attributes:
        article_id: its name in this corpus.
        own_id: its name by its content alone; another one only where a file with the same bytes comes before it.
        partition: number of the partition of its raw file.
        row: its row there.
        source_path: the raw file.
        source_part: where in it.
        language: ISO 639-1.
        digest: hash of all its columns but those that other articles decide on.
    """

    article_id: str
    own_id: str
    partition: int
    row: int
    source_path: str
    source_part: str
    language: str
    digest: str


@dataclass(slots=True)
class CleanedCorpus:
    """The cleaned corpus on disk.

    Attributes:
        store: the partitions' entries.
        partitions: in order of the raw files' paths.
        files: number of raw files.
        refs: every article, in order of path and part.
        stories: story of each article_id.
        failed: article_id -> why it could not be coded.
    """

    store: Store
    partitions: list[Partition]
    files: int
    refs: list[ArticleRef]
    stories: Mapping[str, Story]
    failed: dict[str, str] = field(default_factory=dict)

    def article_tables(self) -> Iterator[pa.Table]:
        """The articles table, one part a partition, with `LINE`."""
        import pyarrow as pa

        by_partition = self._by_partition()
        for number, partition in enumerate(self.partitions):
            refs = by_partition.get(number)
            if refs:
                early = _renamed(self.store.read(partition).tables["articles"], refs)
                late = [self._late(ref.article_id) for ref in refs]
                columns = {name: early.column(name) for name in EARLY}
                for name in LATE:
                    columns[name] = pa.array([row[name] for row in late], pa.string())
                columns[LINE] = _lines(early.column(LINE), late)
                yield pa.table(columns, schema=ARTICLES.arrow_schema().append(pa.field(LINE, pa.binary())))

    def slim_rows(self) -> Iterator[dict[str, Any]]:
        """Rows of the articles table with the columns of `SLIM` only: what the chronology reads."""
        early = [name for name in SLIM if name in EARLY]
        by_partition = self._by_partition()
        for number, partition in enumerate(self.partitions):
            if refs := by_partition.get(number):
                rows = self.store.read(partition).tables["articles"].select(early).to_pylist()
                for ref, row in zip(refs, rows, strict=True):
                    late = self._late(ref.article_id)
                    yield row | {"article_id": ref.article_id} | {n: v for n, v in late.items() if n in SLIM}

    def line_tables(self) -> Iterator[pa.Table]:
        """The lines table, one part a partition."""
        import pyarrow as pa

        by_partition = self._by_partition()
        for number, partition in enumerate(self.partitions):
            tables = self.store.read(partition).tables
            lines, refs = tables["lines"], by_partition.get(number, [])
            if any(r.article_id != r.own_id for r in refs):
                counts = tables["articles"].column("n_lines").to_pylist()
                names = [r.article_id for r, n in zip(refs, counts, strict=True) for _ in range(n)]
                lines = lines.set_column(0, lines.schema.field(0), pa.array(names, pa.string()))
            yield lines

    def quarantine_rows(self) -> list[dict[str, Any]]:
        """The quarantine table: files and parts of files, then articles that could not be coded."""
        out: list[dict[str, Any]] = []
        for partition in self.partitions:
            out += self.store.read(partition).tables["quarantine"].to_pylist()
        if self.failed:
            for row in self.article_rows([r for r in self.refs if r.article_id in self.failed]):
                reason = self.failed[row["article_id"]]
                out.append(
                    quarantine_row(
                        Quarantined(
                            row["source_path"], row["source_sha256"], row["source_part"], "failed", reason
                        )
                    )
                )
        return out

    def article_rows(self, refs: Sequence[ArticleRef]) -> Iterator[dict[str, Any]]:
        """Rows of the articles table of some articles, in the order given."""
        for ref in refs:
            table = self.store.read(self.partitions[ref.partition]).tables["articles"]
            [row] = table.select(list(EARLY)).slice(ref.row, 1).to_pylist()
            yield row | {"article_id": ref.article_id} | self._late(ref.article_id)

    def _late(self, article_id: str) -> dict[str, Any]:
        story = self.stories[article_id]
        reason = self.failed.get(article_id)
        return {
            "story_id": story.story_id, "origin": story.origin, "origin_reason": story.origin_reason,
            "duplicate_of": story.duplicate_of, "status": "ok" if reason is None else "quarantined", "reason": reason,
        }  # fmt: skip

    def _by_partition(self) -> dict[int, list[ArticleRef]]:
        out: dict[int, list[ArticleRef]] = {}
        for ref in self.refs:
            out.setdefault(ref.partition, []).append(ref)
        return out


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


def survey_corpus(store: Store, partitions: Sequence[Partition]) -> tuple[list[ArticleRef], dict[str, Story]]:
    """Name all articles and group them into stories.

    Two files with the same bytes give two articles: the first by path has the id of its content, the others an id of
    content and path, and they share a story.
    """
    from helpers.clean.duplicates import StoryPrint, group_prints

    refs: list[ArticleRef] = []
    prints: list[StoryPrint] = []
    taken: set[str] = set()
    for number, partition in enumerate(partitions):
        table = store.read(partition).tables["articles"]
        wanted = [
            "article_id", "source_sha256", "source_part", "source_path", "language", "digest", "outlet", "cites",
            "published_earliest", "published_latest", "n_words", "words",
        ]  # fmt: skip
        columns = [table.column(name).to_pylist() for name in wanted]
        for row, cells in enumerate(zip(*columns, strict=True)):
            own, sha256, part, path, language, digest, outlet, cites, low, high, n_words, words = cells
            name = own if own not in taken else short_id("art", sha256, part, path)
            taken.add(name)
            refs.append(ArticleRef(name, own, number, row, path, part, intern(language), digest))
            day = low if low == high else None
            chosen = _numbers(table.column("prints"), row)
            prints.append(StoryPrint(name, language, outlet, tuple(cites), day, n_words, words, chosen))

    def load_shingles(places: Sequence[int]) -> list[Any]:
        out: dict[int, Any] = {}
        for place in sorted(places):  # partition by partition
            ref = refs[place]
            column = store.read(partitions[ref.partition]).tables["shingles"].column("shingles")
            out[place] = _numbers(column, ref.row)
        return [out[place] for place in places]

    memory = _recall_pairs(store)
    stories = group_prints(prints, load_shingles, memory=memory)
    _keep_pairs(store, memory)
    return refs, stories


def _pairs_key() -> str:
    return code_fingerprint("helpers.clean.copies")


def _recall_pairs(store: Store) -> PairMemory:
    """What earlier runs compared; each pair is known by its texts, so any run may use it."""
    import numpy as np

    from helpers.clean.copies import PairMemory

    content = store.cache.get("pairs", _pairs_key())
    if content is None:
        return PairMemory()
    n = len(content) // 9
    return PairMemory((np.frombuffer(content, np.uint64, n), np.frombuffer(content, np.bool_, n, 8 * n)))


def _keep_pairs(store: Store, memory: PairMemory) -> None:
    pairs, copies = memory.remembered()
    if len(pairs) != len(memory.pairs) or (pairs != memory.pairs).any():
        store.cache.put("pairs", _pairs_key(), pairs.tobytes() + copies.tobytes())


def quarantine_row(q: Quarantined) -> dict[str, Any]:
    """A quarantined file as a row of the quarantine table."""
    return {
        "source_path": q.source_path, "source_sha256": q.source_sha256, "source_part": q.source_part,
        "reason": q.reason, "detail": q.detail,
    }  # fmt: skip


def _numbers(column: pa.ChunkedArray, row: int) -> Any:
    """One cell of a column of lists of numbers as an array of its own."""
    return column[row].values.to_numpy(zero_copy_only=False).copy()


def _renamed(articles: pa.Table, refs: Sequence[ArticleRef]) -> pa.Table:
    """The articles of a partition under their names in this corpus."""
    import orjson
    import pyarrow as pa

    if all(r.article_id == r.own_id for r in refs):
        return articles
    names = [r.article_id for r in refs]
    rows = [orjson.loads(line) for line in articles.column(LINE).to_pylist()]
    lines = [orjson.dumps(row | {"article_id": name}) for row, name in zip(rows, names, strict=True)]
    at = articles.schema.get_field_index
    articles = articles.set_column(
        at("article_id"), articles.schema.field("article_id"), pa.array(names, pa.string())
    )
    return articles.set_column(at(LINE), articles.schema.field(LINE), pa.array(lines, pa.binary()))


def _lines(early: pa.ChunkedArray, late: Sequence[Mapping[str, Any]]) -> pa.Array:
    """The rows as JSON: the columns known from the page, then those that other articles decide on."""
    import orjson
    import pyarrow as pa

    ends = [orjson.dumps(row) for row in late]
    lines = (line[:-1] + b"," + end[1:] + b"\n" for line, end in zip(early.to_pylist(), ends, strict=True))
    return pa.array(lines, pa.binary())
