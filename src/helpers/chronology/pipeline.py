"""The whole method over one folder, step by step: clean the corpus, code it, build the chronology.

The same steps serve the notebooks (one each, tables between them) and `dossier code` (`helpers.chronology.folder`, which
keeps rows on disk). Without a cache everything is done anew and rows are plain tuples in memory.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from helpers.chronology.build import Chronology, build_chronology
from helpers.chronology.reference import ReferenceEntry
from helpers.chronology.reviews import Decision
from helpers.clean.cleaned import CleanedCorpus, quarantine_row
from helpers.clean.corpus import Progress, plan_cleaning
from helpers.coding.article_rows import article_of_row
from helpers.coding.corpus import CodedCorpus, FetchRows, code_partitions, refer
from helpers.foundation.cache import Cache, open_cache
from helpers.foundation.engine import Engine
from helpers.foundation.memory import leave_pandas_out
from helpers.foundation.records import Quarantined
from helpers.foundation.remote import Place
from helpers.foundation.schemas import ARTICLES, CLAIMS, LINES, TIMEXES
from helpers.foundation.settings import Profile
from helpers.foundation.stored import in_order
from helpers.foundation.table_files import FEW_ROWS, TableRows

if TYPE_CHECKING:
    import pyarrow as pa

__all__ = [
    "Coded", "Corpus", "Processed", "Progress", "article_of_row", "clean_corpus", "code_corpus", "mark_failed",
    "process_folder",
]  # fmt: skip

Row = Mapping[str, Any]
HERE = Engine(workers=0)


@dataclass(frozen=True, slots=True, repr=False)
class Reuse:
    """How much of a step came from the cache: items (files or articles) and those of them that were not done again."""

    items: int = 0
    kept: int = 0

    def __repr__(self) -> str:
        return f"{self.kept} of {self.items} from the cache"


@dataclass(frozen=True, slots=True)
class Corpus:
    """The cleaned corpus: rows of the tables articles, lines and quarantine, and how many raw files there were.

    With a cache, articles and lines stay on disk (`TableRows`) and are read anew at each pass.
    """

    articles: Sequence[Row]
    lines: Sequence[Row]
    quarantine: Sequence[Row]
    n_files: int
    reuse: Reuse = Reuse()


@dataclass(frozen=True, slots=True)
class Coded:
    """The coded corpus: rows of the tables timexes and claims; articles that could not be coded, with the reason."""

    timexes: Sequence[Row]
    claims: Sequence[Row]
    failed: Mapping[str, str]
    reuse: Reuse = Reuse()


@dataclass(frozen=True, slots=True)
class Processed:
    """Everything one folder gives; `tables` holds the rows of each table by its name."""

    corpus: Corpus
    coded: Coded
    chronology: Chronology

    @property
    def tables(self) -> dict[str, Sequence[Row]]:
        """Rows by table name, as `dossier code` writes them."""
        return {
            "articles": self.corpus.articles,
            "lines": self.corpus.lines,
            "timexes": self.coded.timexes,
            "claims": self.coded.claims,
            "events": self.chronology.events,
            "milestones": self.chronology.milestones,
            "contradictions": self.chronology.contradictions,
            "quarantine": self.corpus.quarantine,
        }


def process_folder(
    raw: Place,
    *,
    profile: Profile,
    decisions: Sequence[Decision] = (),
    reference: Sequence[ReferenceEntry] | None = None,
    previous: Sequence[Row] = (),
    without: Sequence[str] = (),
    engine: Engine = HERE,
    progress: Progress | None = None,
) -> Processed:
    """Read, clean and code a folder and build its chronology, all rows in memory.

    Args:
        raw: folder of raw files.
        profile: the subject.
        decisions: people's decisions.
        reference: entries of the reference layer, None to leave it out.
        previous: milestones of the run before, for names that survive.
        without: names directly below `raw` that are left out.
        engine: where pages are read and coded.
        progress: shows progress; None for none.

    Raises:
        InputError: the folder is missing.
        ConfigError: a file of config/ says something it may not say.
    """
    leave_pandas_out()
    corpus = clean_corpus(raw, profile=profile, without=without, engine=engine, progress=progress)
    coded = code_corpus(corpus.articles, engine=engine, progress=progress)
    if coded.failed:
        corpus = mark_failed(corpus, coded.failed)
    chronology = build_chronology(
        corpus.articles,
        coded.claims,
        profile=profile,
        decisions=decisions,
        reference=reference,
        timexes=coded.timexes,
        previous=previous,
    )
    return Processed(corpus, coded, chronology)


def clean_corpus(
    raw: Place,
    *,
    profile: Profile,
    without: Sequence[str] = (),
    engine: Engine = HERE,
    progress: Progress | None = None,
    cache: Cache | None = None,
) -> Corpus:
    """Read and clean every raw file of a folder and group the articles into stories.

    Every file ends as articles or in quarantine with a reason. Two files with the same bytes give two articles: the
    first by path has the id of its content, the others an id of content and path, and they share a story.

    Raises:
        InputError: the folder is missing or cannot be read.
    """
    with _given(cache) as kept:
        plan = plan_cleaning(raw, languages=profile.languages, cache=kept, without=without)
        cleaned = plan.run(engine, progress)
        corpus = corpus_rows(cleaned)
        kept.prune()
        if cache is not None:
            return corpus
        articles = sorted(corpus.articles, key=lambda r: str(r["article_id"]))
        return replace(corpus, articles=tuple(articles), lines=tuple(corpus.lines))


def code_corpus(
    articles: Sequence[Row],
    *,
    engine: Engine = HERE,
    progress: Progress | None = None,
    cache: Cache | None = None,
) -> Coded:
    """Find the temporal expressions and claims of articles, from the rows of the articles table alone.

    Args:
        articles: rows in any order; many that stay on disk (`stored_rows`) are never in memory together.
        engine: where articles are coded.
        progress: shows progress; None for none.
        cache: where what was coded is kept; None for nowhere.

    Raises:
        ConfigError: a lexicon, the codebook or the actors' configuration is wrong.
    """
    with _given(cache) as kept, _in_order_of_files(articles) as (todo, fetch):
        coded = code_partitions(refer(todo), fetch, cache=kept, engine=engine, progress=progress)
        rows = coded_rows(coded)
        if cache is not None:
            return rows
        claims = sorted(rows.claims, key=lambda c: str(c["claim_id"]))
        return replace(rows, timexes=tuple(rows.timexes), claims=tuple(claims))


@contextmanager
def _in_order_of_files(articles: Sequence[Row]) -> Iterator[tuple[Iterable[Row], FetchRows]]:
    """The articles that are no quarantined ones in order of their files: to go through, and to fetch by their places."""
    key = ("source_path", "source_part")
    if isinstance(articles, TableRows) and len(articles) > FEW_ROWS:
        with in_order(articles, key, only=_not_quarantined) as ordered:
            yield ordered.rows(range(len(ordered))), ordered.rows
        return
    todo = sorted((a for a in articles if a["status"] == "ok"), key=lambda a: tuple(a[k] for k in key))
    yield todo, lambda places: (dict(todo[i]) for i in places)


def _not_quarantined(articles: pa.Table) -> pa.Table:
    import pyarrow.compute as pc

    return articles.filter(pc.equal(articles.column("status"), "ok"))


def corpus_rows(cleaned: CleanedCorpus) -> Corpus:
    """The cleaned corpus as rows that stay on disk."""
    n_lines = sum(t.num_rows for t in cleaned.line_tables())
    return Corpus(
        articles=TableRows(ARTICLES, cleaned.article_tables, len(cleaned.index)),
        lines=TableRows(LINES, cleaned.line_tables, n_lines),
        quarantine=tuple(cleaned.quarantine_rows()),
        n_files=cleaned.files,
        reuse=Reuse(cleaned.store.n_items, cleaned.store.n_kept),
    )


def coded_rows(coded: CodedCorpus) -> Coded:
    """The coded corpus as rows that stay on disk."""
    n_timexes = sum(t.num_rows for t in coded.tables("timexes"))
    n_claims = sum(t.num_rows for t in coded.tables("claims"))
    return Coded(
        timexes=TableRows(TIMEXES, lambda: coded.tables("timexes"), n_timexes),
        claims=TableRows(CLAIMS, lambda: coded.tables("claims"), n_claims),
        failed=coded.failed,
        reuse=Reuse(coded.store.n_items, coded.store.n_kept),
    )


def mark_failed(corpus: Corpus, failed: Mapping[str, str]) -> Corpus:
    """The corpus with articles that could not be coded marked as quarantined and listed with the reason."""
    articles = tuple(
        {**a, "status": "quarantined", "reason": failed[a["article_id"]]} if a["article_id"] in failed else a
        for a in corpus.articles
    )
    listed = [
        quarantine_row(
            Quarantined(
                a["source_path"], a["source_sha256"], a["source_part"], "failed", failed[a["article_id"]]
            )
        )
        for a in corpus.articles
        if a["article_id"] in failed
    ]
    return replace(corpus, articles=articles, quarantine=(*corpus.quarantine, *listed))


def _given(cache: Cache | None) -> Any:
    """The cache given, or one that lasts as long as the block."""
    from contextlib import nullcontext

    return open_cache(None) if cache is None else nullcontext(cache)
