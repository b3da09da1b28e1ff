"""A folder of raw pages to a folder of cleaned texts: the names, the texts, and what could not be cleaned."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from helpers.clean.furniture import clean_texts
from helpers.foundation.engine import Engine
from helpers.foundation.errors import InputError, QuarantineError
from helpers.foundation.locks import check_writable
from helpers.foundation.pages import Page, Quarantined
from helpers.foundation.remote import Place

QUARANTINE_FILE = "quarantine.jsonl"
PART = ".text.part"  # what is being written; one at a time
TOGETHER = 100  # files and pages that are cleaned together
_LARGE = 1_200_000  # bytes; a larger file is a group of its own
_TO_WRITE = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0)
_UNSAFE = re.compile(r"[^\w.-]+")


class CleanedText(NamedTuple):
    """The kept text of one page. Key: (source_path, source_part)."""

    source_path: str
    source_part: str
    text: str


def clean_page_text(page: Page) -> str:
    """The title, lead, subheadings and body of a page, one line each; in any language.

    Raises:
        QuarantineError: 'only furniture'.
    """
    from helpers.clean.passages import keep_text

    text = keep_text(page)
    if not text:
        raise QuarantineError("only furniture", "no line of the page is article text")
    return text


def clean_file(job: tuple[Place, Place]) -> list[CleanedText | Quarantined]:
    """Clean every page of one raw file; `job` is (path, raw folder)."""
    return clean_files([job])


def clean_files(jobs: Sequence[tuple[Place, Place]]) -> list[CleanedText | Quarantined]:
    """Clean every page of several raw files; pages of plain text are looked at together, which takes a third of the time."""
    from helpers.ingest.read import read_raw_file

    out: list[CleanedText | Quarantined] = []
    waiting: list[Page | Quarantined] = []
    for job in jobs:
        for record in read_raw_file(*job):
            waiting.append(record)
            if len(waiting) >= TOGETHER:
                out += _clean_records(waiting)
                waiting = []
    return [*out, *_clean_records(waiting)]


def _clean_records(records: Sequence[Page | Quarantined]) -> Iterator[CleanedText | Quarantined]:
    plain = [r for r in records if isinstance(r, Page) and r.html is None]
    texts = iter(clean_texts([page.text for page in plain]))
    for record in records:
        if isinstance(record, Quarantined):
            yield record
            continue
        if record.html is None:
            text = next(texts)
        else:
            from helpers.clean.passages import keep_text

            text = keep_text(record)
        if text:
            yield CleanedText(record.source_path, record.source_part, text)
        else:
            yield Quarantined(
                record.source_path,
                record.source_sha256,
                record.source_part,
                "only furniture",
                "no line of the page is article text",
            )


def name_outputs(source_paths: Sequence[str]) -> dict[str, PurePosixPath]:
    """The cleaned file's path for each raw file: the same name with .txt; the full name kept where two would collide."""
    taken: dict[str, list[str]] = {}
    for path in source_paths:
        as_text = path if path.endswith(".txt") else str(PurePosixPath(path).with_suffix(".txt"))
        taken.setdefault(as_text.casefold(), []).append(path)
    out = {}
    for group in taken.values():
        for path in group:
            pure = PurePosixPath(path)
            if path.endswith(".txt"):
                out[path] = pure
            else:
                out[path] = (
                    pure.with_suffix(".txt") if len(group) == 1 else pure.with_name(pure.name + ".txt")
                )
    return out


def list_folder(source: Place, target: Place) -> list[Place]:
    """The raw files to clean.

    Raises:
        InputError: the folder is missing or empty, or one of the two folders lies in the other; or OUT cannot be written to.
    """
    from helpers.ingest.read import list_raw_files

    _check_apart(source, target)
    files = list_raw_files(source)
    if not files:
        raise no_files(source)
    if isinstance(target, Path):
        check_writable(target)
    return files


def check_folders(source: Place, target: Place) -> None:
    """What `list_folder` checks, without listing a folder that holds something: for whoever lists it later.

    Raises:
        InputError: as `list_folder`; of an object store nothing is asked yet.
    """
    if isinstance(source, Path) and not any(names for _, _, names in os.walk(source)):
        list_folder(source, target)
    _check_apart(source, target)
    if isinstance(target, Path):
        check_writable(target)


def no_files(source: Place) -> InputError:
    """The error of a folder without a single raw file."""
    return InputError(f"IN {str(source)!r} holds no files; name a folder that holds pages")


def _check_apart(source: Place, target: Place) -> None:
    try:
        a, b = _absolute(source), _absolute(target)
    except RuntimeError as err:
        raise InputError(f"IN {str(source)!r} and OUT {str(target)!r}: {err}; give folders") from err
    if a == b or b.startswith(f"{a.rstrip('/')}/") or a.startswith(f"{b.rstrip('/')}/"):
        raise InputError(
            f"IN {str(source)!r} and OUT {str(target)!r}: one lies in the other; name a folder beside IN"
        )
    if isinstance(target, Path) and target.exists() and not target.is_dir():
        raise InputError(f"OUT {str(target)!r} is a file; name a folder")


def _absolute(place: Place) -> str:
    return place.resolve().as_posix() if isinstance(place, Path) else str(place)


def group_files(files: Sequence[Place], source: Place) -> list[list[tuple[Place, Place]]]:
    """Neighbouring files in groups of at most `TOGETHER`, as (file, raw folder); a large file by itself."""
    groups: list[list[tuple[Place, Place]]] = []
    room = 0
    for file in files:
        size = os.lstat(file).st_size if isinstance(file, Path) else _LARGE // TOGETHER
        if size > room or len(groups[-1]) >= TOGETHER:
            groups.append([])
            room = max(_LARGE, size)
        groups[-1].append((file, source))
        room -= size
    return groups


def clean_folder(
    files: Sequence[Place], source: Place, target: Path, *, engine: Engine
) -> Iterator[CleanedText | Quarantined]:
    """Clean the files of `list_folder` and write their texts below `target`, lazily, one record a page.

    What is quarantined is given back and written nowhere; see `write_quarantine`.

    Args:
        files: raw files below `source`.
        source: the raw folder.
        target: the folder for the texts; sub-folders as in `source`.
        engine: where the files are cleaned.
    """
    from helpers.ingest.read import raw_source_path

    names = name_outputs([raw_source_path(f, source) for f in files])
    groups = group_files(files, source)
    target.mkdir(parents=True, exist_ok=True)
    top = str(target)
    made = {top}  # folders
    for records in engine.map(clean_files, groups):
        for record in records:
            if isinstance(record, CleanedText):
                name = names[record.source_path]
                if record.source_part:
                    part = _UNSAFE.sub("-", record.source_part).strip("-.")
                    name = name.with_name(f"{name.stem}.{part}.txt")
                folder, _, last = str(name).rpartition("/")
                folder = f"{top}/{folder}" if folder else top
                if folder not in made:
                    Path(folder).mkdir(parents=True, exist_ok=True)
                    made.add(folder)
                _write_whole(f"{folder}/{PART}", f"{folder}/{last}", record.text.encode("utf-8") + b"\n")
            yield record


def _write_whole(unfinished: str, path: str, data: bytes) -> None:
    """Write a file under another name and move it into place; not flushed, for a text can be made again.

    By the system's own calls: for a folder of short texts the rest of Python's would cost as much as cleaning them.
    """
    file = os.open(unfinished, _TO_WRITE, 0o666)
    try:
        written = os.write(file, data)
        while written < len(data):
            written += os.write(file, data[written:])
    finally:
        os.close(file)
    os.replace(unfinished, path)  # noqa: PTH105


def write_quarantine(quarantined: Sequence[Quarantined], target: Path) -> Path | None:
    """Write what could not be cleaned as JSON Lines beside the texts; remove an older list when there is nothing."""
    path = target / QUARANTINE_FILE
    if not quarantined:
        path.unlink(missing_ok=True)
        return None
    from dataclasses import asdict

    from helpers.foundation.storage import write_jsonl

    write_jsonl(path, (asdict(q) for q in quarantined))
    return path
