"""Cleaned articles to timexes and claims, partition by partition: what is known from before is not coded again.

What coding gives depends on the article's row, the code of coding, the actors, codebook and outlets, and the lexicon of the
article's own language; a changed lexicon entry of one language codes only the articles of that language anew.
"""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any, overload

from helpers.clean.cleaned import INDEX, CleanedCorpus
from helpers.coding.article_rows import article_of_row
from helpers.coding.code_article import claim_rows, code_article, timex_rows
from helpers.foundation.cache import Cache, hash_parts
from helpers.foundation.changes import note_change
from helpers.foundation.engine import Engine
from helpers.foundation.errors import DossierError
from helpers.foundation.fingerprints import code_fingerprint, file_fingerprint, library_fingerprint
from helpers.foundation.partitions import Partition, Rows, Store, make_missing
from helpers.foundation.schemas import ARTICLES, CLAIMS, TIMEXES
from helpers.foundation.settings import find_paths, load_profile
from helpers.foundation.table_files import LINE

if TYPE_CHECKING:
    import pyarrow as pa

log = logging.getLogger(__name__)

Row = Mapping[str, Any]
Progress = Callable[[Iterator[Any], int, str], Iterator[Any]]
# Articles of a corpus that are named at once.
AT_ONCE = 4096
# Columns of an article that coding does not read: other articles decide on them.
LATE = frozenset({"story_id", "origin", "origin_reason", "duplicate_of", "status", "reason"})
WHY_ALL = "which articles an entry touches shows only when all of its forms are looked for in them"
# Configuration that no coder reads.
NOT_READ = frozenset(
    {
        "anniversaries.yml", "charset.yml", "cleaning.yml", "dossier.yml", "furniture_model.tsv", "ingest.yml", "languages.yml",
        "reference.yml", "sources.yml",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class ToCode:
    """An article to be coded, before it is read.

    Attributes:
        article_id: its name.
        place: its raw file and part, by which partitions are cut.
        language: ISO 639-1.
        digest: hash of what coding reads of it.
    """

    article_id: str
    place: str
    language: str
    digest: str


class ArticlesToCode(Sequence[ToCode]):
    """All articles of a cleaned corpus, made from its index when they are asked for."""

    def __init__(self, cleaned: CleanedCorpus):
        self._columns = [cleaned.index.columns[name] for name in INDEX]

    def __len__(self) -> int:
        return len(self._columns[0])

    def __iter__(self) -> Iterator[ToCode]:
        for start in range(0, len(self), AT_ONCE):
            yield from self[start : start + AT_ONCE]

    @overload
    def __getitem__(self, index: int) -> ToCode: ...
    @overload
    def __getitem__(self, index: slice) -> list[ToCode]: ...
    def __getitem__(self, index: int | slice) -> ToCode | list[ToCode]:
        if not isinstance(index, slice):
            place = range(len(self))[index]
            return self[place : place + 1][0]
        cells = (column[index].to_pylist() for column in self._columns)
        return [
            ToCode(article_id, name_place(path, part), language, digest)
            for article_id, path, part, language, digest in zip(*cells, strict=True)
        ]


# Gives the rows of the articles table of some articles, in the order asked for.
FetchRows = Callable[[Sequence[int]], Iterator[Row]]


@dataclass(slots=True)
class CodedCorpus:
    """The coded corpus on disk.

    Attributes:
        articles: all articles, in order of the raw files' paths.
        store: the partitions' entries.
        partitions: in the same order.
        failed: article_id -> why it could not be coded.
        why: in words, why articles that are not new were coded again; '' when none were.
    """

    articles: Sequence[ToCode]
    store: Store
    partitions: list[Partition]
    failed: dict[str, str]
    why: str = ""

    def ids(self, partition: Partition) -> list[str]:
        """The names of a partition's articles."""
        places = partition.places
        return [a.article_id for a in self.articles[places.start : places.stop]]

    def tables(self, name: str) -> Iterator[pa.Table]:
        """The table `timexes` or `claims`, one part a partition, with `LINE`."""
        for partition in self.partitions:
            yield self.store.read(partition).table(name)


def code_partitions(
    articles: Sequence[ToCode],
    fetch: FetchRows,
    *,
    cache: Cache,
    engine: Engine,
    progress: Progress | None = None,
) -> CodedCorpus:
    """Code the articles that are not in the cache.

    Args:
        articles: in order of their raw files' paths; every article_id once.
        fetch: gives the rows of articles by their places.
        cache: where entries are kept.
        engine: where articles are coded.
        progress: shows progress; None for none.

    Raises:
        ConfigError: a lexicon, the codebook or the actors' configuration is wrong.
    """
    store = Store(cache, "code", entry_schemas())
    stages = {language: coding_fingerprint(language) for language in sorted({a.language for a in articles})}
    change = note_change(
        cache,
        "code",
        stages,
        lambda: chain.from_iterable(map(coding_config, stages)),
        root=find_paths().config,
    )
    keys = (hash_parts(stages[a.language], a.article_id, a.digest) for a in articles)
    partitions = store.plan((a.place for a in articles), keys)

    def code(places: Sequence[int]) -> Iterator[Rows]:
        jobs = _Lazily(places, fetch)
        results = engine.map(code_row, jobs)
        return iter(results) if progress is None else progress(iter(results), len(jobs), "coding")

    make_missing(store, partitions, code, is_sure=lambda _, rows: not rows["failed"])
    if any(coding_fingerprint.__wrapped__(language) != known for language, known in stages.items()):
        store.disown()
    failed: dict[str, str] = {}
    for partition in partitions:
        for row in store.read(partition).table("failed").to_pylist():
            failed[row["article_id"]] = row["reason"]
    why = ""
    if change is not None:
        why = (
            f"every article in {', '.join(change.groups)} was coded anew ({change.cause} changed): {WHY_ALL}"
        )
    return CodedCorpus(articles, store, partitions, failed, why)


class _Lazily(Sequence[Row]):
    """Rows that are read when they are sent to be coded, so that a large corpus is never in memory as a whole."""

    def __init__(self, places: Sequence[int], fetch: FetchRows):
        self.places = places
        self.fetch = fetch

    def __len__(self) -> int:
        return len(self.places)

    def __getitem__(self, index: Any) -> Any:
        if isinstance(index, slice):
            return _Lazily(self.places[index], self.fetch)
        [row] = self.fetch([self.places[index]])
        return row

    def __iter__(self) -> Iterator[Row]:
        return self.fetch(self.places)

    def __reduce__(self) -> tuple[Any, ...]:
        return list, (list(self),)  # what is sent to another process is the rows


def digest_row(row: Row) -> str:
    """Hash of what coding reads of an article: its row without what other articles decide on."""
    import orjson

    early = {name: row[name] for name in ARTICLES.column_names if name not in LATE}
    return hashlib.sha256(orjson.dumps(early)).hexdigest()


@lru_cache(maxsize=32)
def coding_fingerprint(language: str) -> str:
    """Hash of the code and configuration that coding articles of one language is made of, as this process first found them."""
    code = code_fingerprint("helpers.coding.code_article", "helpers.coding.corpus")
    config = file_fingerprint(coding_config(language), root=find_paths().config)
    return hash_parts("code", code, library_fingerprint(), config, language, *load_profile().parties)


def coding_config(language: str) -> list[Path]:
    """The files of config/ that coding articles of a language may read; of the profile it only reads the parties."""
    config = find_paths().config
    out = []
    for path in config.rglob("*"):
        parts = path.relative_to(config).parts
        if not path.is_file() or parts[0] in NOT_READ:
            continue
        if parts[0] == "lexicon" and (parts[1] != language or parts[-1] == "furniture.yml"):
            continue
        if parts[:2] == ("actors", "names") and path.stem != language:
            continue
        out.append(path)
    return out


def code_row(row: Row) -> dict[str, list[dict[str, Any]]]:
    """Code one article from its row: rows of the tables timexes, claims and failed."""
    import orjson

    try:
        article = article_of_row(row)
        found_timexes, found_claims = code_article(article)
        timexes, claims = timex_rows(article, found_timexes), claim_rows(found_claims)
    except (DossierError, ImportError, MemoryError):
        raise
    except Exception as err:
        log.exception("%s: coding failed", row["source_path"])
        reason = f"coding: {type(err).__name__}: {err}"
        return {
            "timexes": [],
            "claims": [],
            "failed": [{"article_id": row["article_id"], "reason": reason}],
        }
    TIMEXES.check_rows(timexes)
    CLAIMS.check_rows(claims)
    for table, rows in ((TIMEXES, timexes), (CLAIMS, claims)):
        for r in rows:
            line = orjson.dumps(
                {name: r[name] for name in table.column_names}, option=orjson.OPT_APPEND_NEWLINE
            )
            r[LINE] = line
    return {"timexes": timexes, "claims": claims, "failed": []}


def entry_schemas() -> dict[str, pa.Schema]:
    """The tables of a partition's entry."""
    import pyarrow as pa

    line = pa.field(LINE, pa.binary())
    failed = pa.schema([pa.field("article_id", pa.string()), pa.field("reason", pa.string())])
    return {
        "timexes": TIMEXES.arrow_schema().append(line),
        "claims": CLAIMS.arrow_schema().append(line),
        "failed": failed,
    }


def refer(rows: Iterable[Row]) -> list[ToCode]:
    """What coding asks of articles before it reads them, from their rows."""
    return [
        ToCode(r["article_id"], name_place(r["source_path"], r["source_part"]), r["language"], digest_row(r))
        for r in rows
    ]


def name_place(source_path: str, source_part: str) -> str:
    """The name partitions are cut by: many pages of one file fall into several."""
    return f"{source_path}#{source_part}"
