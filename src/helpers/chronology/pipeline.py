"""The whole method over one folder, step by step: clean the corpus, code it, build the chronology.

The same steps serve the notebooks (one each, tables between them) and `dossier code` (all of them in memory).
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, TypeVar

from helpers.chronology.build import Chronology, build_chronology
from helpers.chronology.reference import ReferenceEntry
from helpers.chronology.reviews import Decision
from helpers.clean.articles import article_row, clean_page, line_rows
from helpers.clean.duplicates import StoryText, group_stories, story_text
from helpers.coding.code_article import claim_rows, code_article, timex_rows
from helpers.foundation.dates import DateInterval, read_day
from helpers.foundation.engine import Engine
from helpers.foundation.errors import DossierError, QuarantineError
from helpers.foundation.provenance import Span, short_id
from helpers.foundation.records import Article, Page, Passage, Publication, Quarantined
from helpers.foundation.settings import Profile
from helpers.ingest.read import list_raw_files, read_raw_file

log = logging.getLogger(__name__)

Row = Mapping[str, Any]
Item = TypeVar("Item")
# Shows progress: takes what is done one by one, its number and a label, and gives it back one by one.
Progress = Callable[[Iterator[Any], int, str], Iterator[Any]]
HERE = Engine(workers=0)


@dataclass(frozen=True, slots=True)
class Corpus:
    """The cleaned corpus: rows of the tables articles, lines and quarantine, and how many raw files there were."""

    articles: tuple[dict[str, Any], ...]
    lines: tuple[dict[str, Any], ...]
    quarantine: tuple[dict[str, Any], ...]
    n_files: int


@dataclass(frozen=True, slots=True)
class Coded:
    """The coded corpus: rows of the tables timexes and claims; articles that could not be coded, with the reason."""

    timexes: tuple[dict[str, Any], ...]
    claims: tuple[dict[str, Any], ...]
    failed: Mapping[str, str]


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


@dataclass(frozen=True, slots=True)
class _CleanedFile:
    """What one raw file became, small enough to travel between processes."""

    articles: tuple[tuple[dict[str, Any], StoryText, tuple[dict[str, Any], ...]], ...]
    quarantined: tuple[Quarantined, ...]


def process_folder(
    raw: Path,
    *,
    profile: Profile,
    decisions: Sequence[Decision] = (),
    reference: Sequence[ReferenceEntry] | None = None,
    previous: Sequence[Row] = (),
    without: Sequence[str] = (),
    engine: Engine = HERE,
    progress: Progress | None = None,
) -> Processed:
    """Read, clean and code a folder and build its chronology.

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
    raw: Path,
    *,
    profile: Profile,
    without: Sequence[str] = (),
    engine: Engine = HERE,
    progress: Progress | None = None,
) -> Corpus:
    """Read and clean every raw file of a folder and group the articles into stories.

    Every file ends as articles or in quarantine with a reason. Two files with the same bytes give two articles: the
    first by path has the id of its content, the others an id of content and path, and they share a story.

    Raises:
        InputError: the folder is missing or cannot be read.
    """
    files = [f for f in list_raw_files(raw) if f.relative_to(raw).parts[0] not in without]
    jobs = [(f, raw, profile.languages) for f in files]
    rows: list[dict[str, Any]] = []
    texts: list[StoryText] = []
    lines: list[dict[str, Any]] = []
    quarantine: list[dict[str, Any]] = []
    taken: set[str] = set()
    for cleaned in _shown(engine.map(_clean_file, jobs), len(jobs), "cleaning", progress):
        for row, text, own_lines in cleaned.articles:
            name = row["article_id"]
            if name in taken:
                name = short_id("art", row["source_sha256"], row["source_part"], row["source_path"])
            taken.add(name)
            rows.append(row | {"article_id": name})
            texts.append(replace(text, article_id=name))
            lines += [line | {"article_id": name} for line in own_lines]
        quarantine += [_quarantine_row(q) for q in cleaned.quarantined]
    stories = group_stories(texts)
    for row in rows:
        story = stories[row["article_id"]]
        row.update(
            story_id=story.story_id,
            origin=story.origin,
            origin_reason=story.origin_reason,
            duplicate_of=story.duplicate_of,
        )
    rows.sort(key=lambda r: str(r["article_id"]))
    return Corpus(tuple(rows), tuple(lines), tuple(quarantine), len(files))


def code_corpus(articles: Sequence[Row], *, engine: Engine = HERE, progress: Progress | None = None) -> Coded:
    """Find the temporal expressions and claims of articles, from the rows of the articles table alone.

    Raises:
        ConfigError: a lexicon, the codebook or the actors' configuration is wrong.
    """
    todo = [dict(a) for a in articles if a["status"] == "ok"]
    timexes: list[dict[str, Any]] = []
    claims: list[dict[str, Any]] = []
    failed: dict[str, str] = {}
    results = _shown(engine.map(_code_row, todo), len(todo), "coding", progress)
    for row, (found_timexes, found_claims, error) in zip(todo, results, strict=True):
        timexes += found_timexes
        claims += found_claims
        if error:
            failed[row["article_id"]] = error
    claims.sort(key=lambda c: str(c["claim_id"]))
    return Coded(tuple(timexes), tuple(claims), failed)


def mark_failed(corpus: Corpus, failed: Mapping[str, str]) -> Corpus:
    """The corpus with articles that could not be coded marked as quarantined and listed with the reason."""
    articles = tuple(
        a | {"status": "quarantined", "reason": failed[a["article_id"]]} if a["article_id"] in failed else a
        for a in corpus.articles
    )
    listed = [
        _quarantine_row(
            Quarantined(
                a["source_path"], a["source_sha256"], a["source_part"], "failed", failed[a["article_id"]]
            )
        )
        for a in corpus.articles
        if a["article_id"] in failed
    ]
    return replace(corpus, articles=articles, quarantine=(*corpus.quarantine, *listed))


def article_of_row(row: Row) -> Article:
    """The article a row of the articles table came from, as far as coding reads it.

    Its page text holds title and body at their places and blanks elsewhere, so offsets are those of the page.
    """
    slices: list[tuple[Span, str, str]] = []
    if row["title_span"] is not None:
        slices.append((Span(*map(int, row["title_span"])), "title", row["title"]))
    at = 0
    for pair, role in zip(row["body_spans"], row["body_roles"], strict=True):
        span = Span(*map(int, pair))
        length = span.end - span.start
        slices.append((span, role, row["body"][at : at + length]))
        at += length + 1
    slices.sort(key=lambda s: s[0])
    parts: list[str] = []
    end = 0
    for span, _, text in slices:
        parts += [" " * (span.start - end), text]
        end = span.end
    low, high = row["published_earliest"], row["published_latest"]
    published = DateInterval(
        read_day(low, name="published_earliest") if low else None,
        read_day(high, name="published_latest") if high else None,
    )
    page = Page(
        row["source_path"], row["source_sha256"], row["source_part"], row["media_type"], row["charset"],
        row["charset_evidence"], "".join(parts),
    )  # fmt: skip
    return Article(
        article_id=row["article_id"],
        page=page,
        passages=tuple(Passage(role, span) for span, role, _ in slices),  # type: ignore[arg-type]
        lines=(),
        language=row["language"],
        outlet=row["outlet"],
        outlet_evidence=row["outlet_evidence"],
        byline=row["byline"],
        published=Publication(published, row["published_evidence"]),
        cites=tuple(row["cites"]),
        removed_share=row["removed_share"],
        url=row["url"],
    )


def _clean_file(job: tuple[Path, Path, tuple[str, ...]]) -> _CleanedFile:
    path, raw, languages = job
    articles: list[tuple[dict[str, Any], StoryText, tuple[dict[str, Any], ...]]] = []
    quarantined: list[Quarantined] = []
    for record in read_raw_file(path, raw):
        if isinstance(record, Quarantined):
            quarantined.append(record)
            continue
        try:
            article = clean_page(record)
            if article.language not in languages:
                allowed = ", ".join(languages)
                raise QuarantineError(
                    "language not supported",
                    f"the article is in {article.language!r}; this run codes {allowed}",
                )
            articles.append((article_row(article), story_text(article), tuple(line_rows(article))))
        except QuarantineError as err:
            quarantined.append(_quarantine_page(record, err.reason, err.detail))
        except (DossierError, ImportError, MemoryError):
            raise
        except Exception as err:
            log.exception("%s %s: cleaning failed", record.source_path, record.source_part)
            quarantined.append(_quarantine_page(record, "failed", f"cleaning: {type(err).__name__}: {err}"))
    return _CleanedFile(tuple(articles), tuple(quarantined))


def _code_row(row: Row) -> tuple[list[dict[str, Any]], list[dict[str, Any]], str]:
    try:
        article = article_of_row(row)
        timexes, claims = code_article(article)
        return timex_rows(article, timexes), claim_rows(claims), ""
    except (DossierError, ImportError, MemoryError):
        raise
    except Exception as err:
        log.exception("%s: coding failed", row["source_path"])
        return [], [], f"coding: {type(err).__name__}: {err}"


def _quarantine_page(page: Page, reason: str, detail: str) -> Quarantined:
    return Quarantined(page.source_path, page.source_sha256, page.source_part, reason, detail)


def _quarantine_row(q: Quarantined) -> dict[str, Any]:
    return {
        "source_path": q.source_path, "source_sha256": q.source_sha256, "source_part": q.source_part,
        "reason": q.reason, "detail": q.detail,
    }  # fmt: skip


def _shown(items: Iterable[Item], n: int, label: str, progress: Progress | None) -> Iterator[Item]:
    return iter(items) if progress is None else progress(iter(items), n, label)
