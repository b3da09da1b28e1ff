"""`dossier code`: a folder of pages to table files, with rows on disk from the first step to the last.

When nothing changed since the run before (raw files, configuration, code, decisions), the files are only checked, and
restored where somebody changed them.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from helpers.foundation.cache import Cache, hash_parts
from helpers.foundation.fingerprints import code_fingerprint, folder_fingerprint, library_fingerprint
from helpers.foundation.memory import give_back, leave_pandas_out
from helpers.foundation.provenance import hash_file
from helpers.foundation.schemas import TABLES
from helpers.foundation.settings import Profile, find_paths
from helpers.foundation.storage import write_bytes
from helpers.foundation.table_files import write_parts

if TYPE_CHECKING:
    import pyarrow as pa

    from helpers.chronology.reference import ReferenceEntry
    from helpers.chronology.reviews import Decision
    from helpers.clean.corpus import CleaningPlan, Progress
    from helpers.foundation.engine import Engine
    from helpers.foundation.remote import Place

Row = Mapping[str, Any]
NAMES = ("articles", "timexes", "claims", "events", "milestones", "contradictions", "quarantine")
# Larger files are not kept in the cache a second time; they are made again from its partitions.
LARGEST_KEPT = 256 << 20


@dataclass(frozen=True, slots=True)
class Written:
    """What a folder gave.

    Attributes:
        n_files: raw files.
        counts: rows of each table.
        n_orphaned: decisions whose evidence is not here.
        reuse: how much came from the cache, in words.
        why: in words, why more was done again than what is new; '' when nothing was.
    """

    n_files: int
    counts: dict[str, int]
    n_orphaned: int
    reuse: str
    why: str = ""


def write_folder(
    raw: Place,
    target: Path,
    *,
    profile: Profile,
    decisions: Sequence[Decision] = (),
    reference: Sequence[ReferenceEntry] | None = None,
    cache: Cache,
    engine: Engine,
    progress: Progress | None = None,
) -> Written:
    """Clean and code a folder, build its chronology and write the tables as Parquet and JSON Lines.

    Args:
        raw: folder of raw files.
        target: folder for the tables, made when it is not there.
        profile: the subject.
        decisions: people's decisions.
        reference: entries of the reference layer, None to leave it out.
        cache: where everything is kept; nothing is used that was made from something else.
        engine: where pages are read and coded.
        progress: shows progress; None for none.

    Raises:
        InputError: the raw folder is missing or empty, or the target cannot be made.
        ConfigError: a file of config/ says something it may not say.
    """
    from helpers.clean.corpus import plan_cleaning
    from helpers.clean.folder import no_files

    plan = plan_cleaning(raw, languages=profile.languages, cache=cache)
    if not len(plan.files):
        raise no_files(raw)
    judging = judging_key(profile, decisions, reference)
    key = hash_parts(plan.key, judging)
    if (known := _restore(cache, key, target)) is not None:
        return known
    written = _make(plan, target, profile, decisions, reference, judging, cache, engine, progress)
    if folder_fingerprint.__wrapped__(find_paths().config) == folder_fingerprint(find_paths().config):
        _remember(cache, key, target, written)
    return written


def judging_key(
    profile: Profile, decisions: Sequence[Decision], reference: Sequence[ReferenceEntry] | None
) -> str:
    """Hash of everything but the pages that a chronology depends on."""
    return hash_parts(
        code_fingerprint("helpers.chronology.folder"),
        library_fingerprint(),
        folder_fingerprint(find_paths().config),
        _told(profile),
        *map(_told, decisions),
        "reference" if reference is not None else "no reference",
        *map(_told, reference or ()),
    )


def _told(record: Any) -> str:
    """A record as JSON, the same in every process."""
    return json.dumps(asdict(record), sort_keys=True, default=sorted)


def _make(
    plan: CleaningPlan,
    target: Path,
    profile: Profile,
    decisions: Sequence[Decision],
    reference: Sequence[ReferenceEntry] | None,
    judging: str,
    cache: Cache,
    engine: Engine,
    progress: Progress | None,
) -> Written:
    leave_pandas_out()
    from helpers.chronology.pipeline import Reuse
    from helpers.chronology.remembered import chronicle_folder
    from helpers.coding.corpus import ArticlesToCode, code_partitions

    cleaned = plan.run(engine, progress)
    give_back()
    coded = code_partitions(
        ArticlesToCode(cleaned), cleaned.article_rows, cache=cache, engine=engine, progress=progress
    )
    cleaned.failed.update(coded.failed)
    give_back()
    chronicle = chronicle_folder(
        cleaned,
        coded,
        profile=profile,
        decisions=decisions,
        reference=reference,
        judging=judging,
        cache=cache,
    )
    give_back()
    quarantine = cleaned.quarantine_rows()
    parts = {
        "articles": cleaned.article_tables,
        "timexes": lambda: coded.tables("timexes"),
        "claims": lambda: coded.tables("claims"),
    }
    small = {
        "events": chronicle.events, "milestones": chronicle.milestones, "contradictions": chronicle.contradictions,
        "quarantine": quarantine,
    }  # fmt: skip
    counts = _write(target, parts, small)
    reuse = f"cleaning {Reuse(cleaned.store.n_items, cleaned.store.n_kept)}, coding {Reuse(coded.store.n_items, coded.store.n_kept)}"
    why = "; ".join(told for told in (cleaned.why, coded.why) if told)
    return Written(cleaned.files, counts, chronicle.n_orphaned, reuse, why)


def _write(
    target: Path, parts: Mapping[str, Callable[[], Iterator[pa.Table]]], small: Mapping[str, Sequence[Row]]
) -> dict[str, int]:
    """Write all tables with their twins; rows in memory are checked before the first file is written."""
    from helpers.chronology.tables import make_folder, replace_twins, write_twins

    for name, rows in small.items():
        TABLES[name].check_rows(rows)
    make_folder(target)
    counts = {}
    with ExitStack() as moves:  # the files take their places when all of them are written
        for name in NAMES:
            if name in parts:
                file, twin = replace_twins(TABLES[name], target, moves)
                counts[name] = write_parts(TABLES[name], parts[name](), file, twin=twin)
            else:
                write_twins(TABLES[name], small[name], target, moves)
                counts[name] = len(small[name])
    return counts


def _remember(cache: Cache, key: str, target: Path, written: Written) -> None:
    """Keep the files of a run under its key."""
    import orjson

    hashes = {}
    for path in _files(target):
        hashes[path.name] = hash_file(path)
        if path.stat().st_size <= LARGEST_KEPT and not cache.has("tables", _file_key(hashes[path.name])):
            cache.put_file("tables", _file_key(hashes[path.name]), path)
    told = {
        "hashes": hashes, "n_files": written.n_files, "counts": written.counts, "n_orphaned": written.n_orphaned,
    }  # fmt: skip
    cache.put("run", key, orjson.dumps(told))


def _restore(cache: Cache, key: str, target: Path) -> Written | None:
    """Have the files of an equal run in the folder again; None when there was none, or one of them is gone."""
    import orjson

    content = cache.get("run", key)
    if content is None:
        return None
    told = orjson.loads(content)
    wrong = {
        path.name: path
        for path in _files(target)
        if not path.is_file() or hash_file(path) != told["hashes"][path.name]
    }
    if any(not cache.has("tables", _file_key(told["hashes"][name])) for name in wrong):
        return None
    if wrong:
        from helpers.chronology.tables import make_folder

        make_folder(target)
    for name, path in wrong.items():
        kept = cache.get("tables", _file_key(told["hashes"][name]))
        if kept is None:
            return None
        write_bytes(path, kept)
    return Written(
        told["n_files"], told["counts"], told["n_orphaned"], "everything from the cache: nothing is new"
    )


def _files(target: Path) -> list[Path]:
    return [target / f"{name}{suffix}" for name in NAMES for suffix in (".parquet", ".jsonl")]


def _file_key(sha256: str) -> str:
    return hash_parts("file", sha256)
