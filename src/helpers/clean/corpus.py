"""A folder of raw files to the cleaned corpus, partition by partition: what is known from before is not done again.

What a file becomes depends on its bytes, its path, its origin file, the languages coded, the code of ingest and cleaning and
their configuration; the cache's keys are made of exactly these, never of times (which only say that a file need not be hashed again). Cleaning reads the cues of all languages
before it knows the language of a page, so a changed entry of any `furniture.yml` cleans every page anew.
"""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeAlias, overload

from helpers.clean.cleaned import EARLY, CleanedCorpus, entry_schemas, quarantine_row, survey_corpus
from helpers.clean.raw_files import KnownHashes, RawFiles, know_file
from helpers.foundation.cache import Cache, hash_parts
from helpers.foundation.changes import note_change
from helpers.foundation.engine import Engine
from helpers.foundation.errors import DossierError, QuarantineError
from helpers.foundation.fingerprints import code_fingerprint, file_fingerprint, library_fingerprint
from helpers.foundation.partitions import Rows, Store, make_missing
from helpers.foundation.records import Page, Quarantined
from helpers.foundation.remote import Place
from helpers.foundation.schemas import ARTICLES, LINES, QUARANTINE
from helpers.foundation.settings import find_paths
from helpers.foundation.table_files import LINE
from helpers.ingest.read import name_below, read_raw_file, survey_raw_folder

log = logging.getLogger(__name__)

# Shows progress: takes what is done one by one, its number and a label, and gives it back one by one.
Progress = Callable[[Iterator[Any], int, str], Iterator[Any]]
# A raw file, the raw folder and the languages that are coded: what cleaning is given.
Job: TypeAlias = tuple[Place, Place, tuple[str, ...]]
# Of cleaned pages so many bytes are kept in memory, packed: those of about 10,000.
KEPT_BYTES = 48 << 20
# Configuration that cleaning does not read; everything else below config/ does count for it.
NOT_READ = frozenset(
    {"anniversaries.yml", "actors.yml", "codebook.yml", "dossier.yml", "reference.yml", "sources.yml"}
)
NOT_READ_FOLDERS = frozenset({"actors"})
NOT_READ_LEXICONS = frozenset({"claims.yml", "dates.yml"})
WHY_ALL = "cleaning asks the cues of all languages before it knows the language of a page"


class _Jobs(Sequence["Job"]):
    """What cleaning asks of some files, made when it is asked for."""

    def __init__(self, places: Sequence[int], files: RawFiles, languages: tuple[str, ...]):
        self.places = places
        self.files = files
        self.languages = languages

    def __len__(self) -> int:
        return len(self.places)

    @overload
    def __getitem__(self, index: int) -> Job: ...
    @overload
    def __getitem__(self, index: slice) -> list[Job]: ...
    def __getitem__(self, index: int | slice) -> Job | list[Job]:
        if isinstance(index, slice):
            return [self[i] for i in range(*index.indices(len(self)))]
        return self.files.path(self.places[index]), self.files.raw, self.languages


@dataclass(slots=True)
class CleaningPlan:
    """The raw files of a folder with their keys: all that cleaning depends on, and nothing done yet.

    Attributes:
        languages: those that are coded.
        files: the raw files.
        store: their partitions' entries.
    """

    languages: tuple[str, ...]
    files: RawFiles
    store: Store

    @property
    def key(self) -> str:
        """Hash of everything the cleaned corpus depends on."""
        return hash_parts(*self.files.keys())

    def run(self, engine: Engine, progress: Progress | None = None) -> CleanedCorpus:
        """Clean what the cache does not hold and group the articles into stories."""
        partitions = self.store.plan(self.files.names, self.files.keys())
        stage = {"": cleaning_fingerprint(self.languages)}
        change = note_change(self.store.cache, "clean", stage, cleaning_config, root=find_paths().config)

        def clean(places: Sequence[int]) -> Iterator[Rows]:
            jobs = _Jobs(places, self.files, self.languages)
            results = engine.map(clean_raw_file, jobs)
            return iter(results) if progress is None else progress(iter(results), len(jobs), "cleaning")

        def is_sure(place: int, rows: Rows) -> bool:
            """False for what changed while it was read and for what may go well next time."""
            read = {r["source_sha256"] for name in ("articles", "quarantine") for r in rows[name]}
            again = any(q["reason"] in ("failed", "unreadable") for q in rows["quarantine"])
            sha256 = self.files.sha256(place)
            by_version = self.files.remote is not None and not sha256
            return not again and (by_version or read <= {sha256, ""})

        make_missing(self.store, partitions, clean, is_sure=is_sure)
        if cleaning_fingerprint.__wrapped__(self.languages) != cleaning_fingerprint(self.languages):
            self.store.disown()
        index, stories = survey_corpus(self.store, partitions)
        why = f"every page was cleaned anew ({change.cause} changed): {WHY_ALL}" if change is not None else ""
        return CleanedCorpus(self.store, partitions, len(self.files), index, stories, why=why)


def plan_cleaning(
    raw: Place, *, languages: Sequence[str], cache: Cache, without: Sequence[str] = ()
) -> CleaningPlan:
    """List and hash the raw files of a folder.

    Args:
        raw: the folder.
        languages: ISO 639-1 codes that are coded.
        cache: where entries are kept.
        without: names directly below `raw` that are left out.

    Raises:
        InputError: the folder is missing or cannot be read.
    """
    stage = cleaning_fingerprint(tuple(languages))
    folder = survey_raw_folder(raw)
    sidecars = {str(path): path for path in folder.sidecars}
    named = ((name_below(path, raw), path) for path in (*folder.files, *folder.orphans))
    files, known = RawFiles(raw), KnownHashes(cache, raw)
    for name, path in sorted((n, p) for n, p in named if n.split("/", 1)[0] not in without):
        files.add(path, name, *know_file(path, name, raw, stage, sidecars, known))
    known.keep()
    return CleaningPlan(
        tuple(languages), files, Store(cache, "clean", entry_schemas(), kept_bytes=KEPT_BYTES)
    )


@lru_cache(maxsize=16)
def cleaning_fingerprint(languages: tuple[str, ...]) -> str:
    """Hash of the code and configuration that ingest and cleaning are made of, as this process first found them."""
    code = code_fingerprint("helpers.ingest", "helpers.clean.articles", "helpers.clean.corpus")
    config = file_fingerprint(cleaning_config(), root=find_paths().config)
    return hash_parts("clean", code, library_fingerprint(), config, *languages)


def cleaning_config() -> list[Path]:
    """The files of config/ that cleaning may read."""
    config = find_paths().config
    out = []
    for path in config.rglob("*"):
        parts = path.relative_to(config).parts
        if parts[0] in NOT_READ or parts[0] in NOT_READ_FOLDERS or not path.is_file():
            continue
        if not (parts[0] == "lexicon" and path.name in NOT_READ_LEXICONS):
            out.append(path)
    return out


def clean_raw_file(job: Job) -> dict[str, list[dict[str, Any]]]:
    """What one raw file becomes: rows of the tables articles (with its prints), shingles, lines and quarantine."""
    import orjson

    from helpers.clean.articles import article_row, clean_page, line_rows
    from helpers.clean.copies import print_body

    path, raw, languages = job
    out: dict[str, list[dict[str, Any]]] = {"articles": [], "shingles": [], "lines": [], "quarantine": []}
    for record in read_raw_file(path, raw):
        if isinstance(record, Quarantined):
            out["quarantine"].append(quarantine_row(record))
            continue
        try:
            article = clean_page(record)
            if article.language not in languages:
                allowed = ", ".join(languages)
                raise QuarantineError(
                    "language not supported",
                    f"the article is in {article.language!r}; this run codes {allowed}",
                )
        except QuarantineError as err:
            out["quarantine"].append(_quarantine_page(record, err.reason, err.detail))
            continue
        except (DossierError, ImportError, MemoryError):
            raise
        except Exception as err:
            log.exception("%s %s: cleaning failed", record.source_path, record.source_part)
            out["quarantine"].append(
                _quarantine_page(record, "failed", f"cleaning: {type(err).__name__}: {err}")
            )
            continue
        row = article_row(article)
        ARTICLES.check_rows([row])
        early = {name: row[name] for name in EARLY}
        line = orjson.dumps(early)
        n_words, words, shingles, prints = print_body(row["body"])
        lines = line_rows(article)
        extra = {
            "digest": hashlib.sha256(line).hexdigest(), "n_lines": len(lines), "n_words": n_words, "words": words,
            "prints": prints, LINE: line,
        }  # fmt: skip
        out["articles"].append(early | extra)
        out["shingles"].append({"shingles": shingles})
        out["lines"] += lines
    LINES.check_rows(out["lines"])
    QUARANTINE.check_rows(out["quarantine"])
    return out


def _quarantine_page(page: Page, reason: str, detail: str) -> dict[str, Any]:
    return quarantine_row(Quarantined(page.source_path, page.source_sha256, page.source_part, reason, detail))
