"""A folder of raw files to the cleaned corpus, partition by partition: what is known from before is not done again.

What a file becomes depends on its bytes, its path, its origin file, the languages coded, the code of ingest and cleaning and
their configuration; the cache's keys are made of exactly these, never of times. Cleaning reads the cues of all languages
before it knows the language of a page, so a changed entry of any `furniture.yml` cleans every page anew.
"""

from __future__ import annotations

import hashlib
import logging
import stat
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeAlias, overload

from helpers.clean.cleaned import EARLY, CleanedCorpus, entry_schemas, quarantine_row, survey_corpus
from helpers.foundation.cache import Cache, hash_parts
from helpers.foundation.engine import Engine
from helpers.foundation.errors import DossierError, QuarantineError
from helpers.foundation.fingerprints import code_fingerprint, file_fingerprint, library_fingerprint
from helpers.foundation.partitions import Rows, Store, make_missing
from helpers.foundation.records import Page, Quarantined
from helpers.foundation.remote import Place, RemotePath
from helpers.foundation.schemas import ARTICLES, LINES, QUARANTINE
from helpers.foundation.settings import find_paths
from helpers.foundation.table_files import LINE
from helpers.ingest.read import check_plain_file, hash_file, name_below, read_raw_file, survey_raw_folder
from helpers.ingest.sidecar import SUFFIX

log = logging.getLogger(__name__)

# Shows progress: takes what is done one by one, its number and a label, and gives it back one by one.
Progress = Callable[[Iterator[Any], int, str], Iterator[Any]]
# A raw file, the raw folder and the languages that are coded: what cleaning is given.
Job: TypeAlias = tuple[Place, Place, tuple[str, ...]]
HASH, DIGEST = "sha256:", 32
# Files up to so many bytes are read at once to be hashed.
SMALL = 1 << 20
# Configuration that cleaning does not read; everything else below config/ does count for it.
NOT_READ = frozenset(
    {"anniversaries.yml", "actors.yml", "codebook.yml", "dossier.yml", "reference.yml", "sources.yml"}
)
NOT_READ_FOLDERS = frozenset({"actors"})
NOT_READ_LEXICONS = frozenset({"claims.yml", "dates.yml"})


@dataclass(slots=True)
class RawFiles:
    """The raw files of a folder as the cache knows them, sorted by name; a million of them fit into memory.

    Attributes:
        raw: the folder.
        names: paths below it.
        remote: the files of an object store, with the versions a listing gave; None for a folder of this machine.
    """

    raw: Place
    names: list[str] = field(default_factory=list)
    remote: list[RemotePath] | None = None
    _hashes: bytearray = field(default_factory=bytearray)
    _keys: bytearray = field(default_factory=bytearray)

    def add(self, path: Place, name: str, sha256: str, key: str) -> None:
        """Take a file in.

        Args:
            path: the file.
            name: its path below the folder.
            sha256: hash of its bytes as `sha256:<hex>`, '' when it cannot be read.
            key: hash, as 64 hex digits, of all that cleaning it depends on.
        """
        self.names.append(name)
        self._hashes += bytes.fromhex(sha256.removeprefix(HASH)) if sha256 else bytes(DIGEST)
        self._keys += bytes.fromhex(key)
        if isinstance(path, RemotePath):
            self.remote = self.remote or []
            self.remote.append(path)

    def __len__(self) -> int:
        return len(self.names)

    def path(self, place: int) -> Place:
        """A file."""
        return self.remote[place] if self.remote is not None else Path(str(self.raw), self.names[place])

    def sha256(self, place: int) -> str:
        """The hash of its bytes, '' when it could not be read."""
        found = self._hashes[DIGEST * place : DIGEST * (place + 1)]
        return f"{HASH}{found.hex()}" if any(found) else ""

    def keys(self) -> Iterator[str]:
        """The key of every file."""
        for at in range(0, len(self._keys), DIGEST):
            yield self._keys[at : at + DIGEST].hex()


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


def clean_partitions(
    raw: Place,
    *,
    languages: Sequence[str],
    cache: Cache,
    without: Sequence[str] = (),
    engine: Engine,
    progress: Progress | None = None,
) -> CleanedCorpus:
    """Read and clean the raw files of a folder that are not in the cache, and group all articles into stories.

    Raises:
        InputError: the folder is missing or cannot be read.
    """
    return plan_cleaning(raw, languages=languages, cache=cache, without=without).run(engine, progress)


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
        return CleanedCorpus(self.store, partitions, len(self.files), index, stories)


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
    files = RawFiles(raw)
    for name, path in sorted((n, p) for n, p in named if n.split("/", 1)[0] not in without):
        files.add(path, name, *_know_file(path, name, raw, stage, sidecars))
    return CleaningPlan(tuple(languages), files, Store(cache, "clean", entry_schemas()))


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


def _know_file(
    path: Place, name: str, raw: Place, stage: str, sidecars: Mapping[str, Place]
) -> tuple[str, str]:
    """A raw file's hash and its key: with everything else that reading it depends on; of an object store's its version is enough."""
    sha256, problem = "", ""
    sidecar: bytes | str = b""
    beside = sidecars.get(str(path) + SUFFIX)
    if isinstance(path, RemotePath) and path.version and (beside is None or getattr(beside, "version", "")):
        problem = f"version {path.version} of {path.size} bytes"
        sidecar = getattr(beside, "version", "")
    else:
        try:
            found = path.lstat()
            if isinstance(path, Path) and not (stat.S_ISREG(found.st_mode) and found.st_size):
                check_plain_file(path, raw)
            sha256 = _hash_small(path, found.st_size) or hash_file(path)
            sidecar = beside.read_bytes() if beside is not None else b""
        except QuarantineError as err:
            problem = f"{err.reason} {err.detail}"
        except OSError as err:
            problem = f"{type(err).__name__} {err}"
    return sha256, hash_parts(stage, name, sha256, problem, sidecar)


def _hash_small(path: Place, size: int) -> str:
    """`hash_file` for a small file of this machine, quicker; '' for any other."""
    if not isinstance(path, Path) or size > SMALL:
        return ""
    return f"sha256:{hashlib.sha256(path.read_bytes()).hexdigest()}"


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
