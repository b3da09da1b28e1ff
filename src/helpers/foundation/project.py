"""One run's view of the project: folders, subject and options, checked before anything is done with them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from helpers.foundation.dates import read_day
from helpers.foundation.errors import InputError
from helpers.foundation.schemas import LANGUAGES, TOPICS
from helpers.foundation.settings import (
    Paths,
    Profile,
    find_paths,
    load_profile,
    say_unknown_countries,
    unknown_countries,
)

SAMPLE = "sample"


@dataclass(frozen=True, slots=True)
class Project:
    """What a notebook or command works on.

    Attributes:
        paths: the project's folders.
        raw: folder of raw files of this run.
        processed: folder the tables are written to and read from.
        reports: folder the report is written to.
        profile: the subject, with the run's start, end, languages, parties and topic put in.
        as_of: the day the report speaks from.
        reference: whether the reference layer is shown.
        without: names directly below `raw` that are left out (the sample, once there are pages of one's own).
    """

    paths: Paths
    raw: Path
    processed: Path
    reports: Path
    profile: Profile
    as_of: dt.date
    reference: bool
    without: tuple[str, ...] = ()


def open_project(
    *,
    raw: str = "",
    processed: str = "",
    reports: str = "",
    start: str = "",
    end: str = "",
    languages: Sequence[str] = (),
    parties: Sequence[str] = (),
    topic: str = "",
    as_of: str = "",
    reference: bool = True,
) -> Project:
    """Check a run's parameters and resolve them against the project; '' or an empty list takes the project's own.

    Args:
        raw: folder of raw files; relative paths are relative to the project. Default data/raw; the sample below it
            is used only while nothing else is there.
        processed: folder for tables. Default data/processed.
        reports: folder for the report. Default reports/latest.
        start: first day of interest, ISO.
        end: last day of interest, ISO.
        languages: ISO 639-1 codes to code.
        parties: two ISO 3166 alpha-3 codes or more.
        topic: the field in focus, of `TOPICS`.
        as_of: the day the report speaks from, ISO. Default today (UTC).
        reference: show the reference layer.

    Raises:
        InputError: naming the parameter, its value, what is allowed and what to do.
    """
    paths = find_paths()
    profile = load_profile()
    raw_folder = _folder(paths, raw, paths.raw)
    changes: dict[str, object] = {}
    for name, value in (("start", start), ("end", end)):
        if value:
            changes[name] = _day(value, name).isoformat()
    if languages:
        _check_known("languages", languages, LANGUAGES)
        changes["languages"] = tuple(languages)
    if parties:
        changes["parties"] = _check_parties(parties)
    if topic:
        if topic not in TOPICS:
            raise InputError(f"topic={topic!r} not known; allowed: {', '.join(TOPICS)}")
        changes["topic"] = topic
    profile = replace(profile, **changes)  # type: ignore[arg-type]
    if profile.start and profile.end and profile.start > profile.end:
        raise InputError(
            f"start={profile.start!r} is after end={profile.end!r}; give a start on or before the end"
        )
    return Project(
        paths=paths,
        raw=raw_folder,
        processed=_folder(paths, processed, paths.processed),
        reports=_folder(paths, reports, paths.reports / "latest"),
        profile=profile,
        as_of=_day(as_of, "as_of") if as_of else dt.datetime.now(dt.UTC).date(),
        reference=reference,
        without=_left_out(paths, raw_folder),
    )


def check_raw(project: Project) -> None:
    """Check that there is something to read, before a kernel starts.

    Raises:
        InputError: the raw folder is missing, no folder, or empty.
    """
    raw = project.raw
    if not raw.exists():
        raise InputError(
            f"raw={str(raw)!r}: there is no such folder; give one that holds saved pages (--raw DIR, or RAW=DIR with make)"
        )
    if not raw.is_dir():
        raise InputError(f"raw={str(raw)!r} is a file; give the folder that holds it")
    if not any(
        p.is_file() and not p.name.startswith(".") and not p.name.endswith(".origin.yml")
        for p in raw.rglob("*")
    ):
        raise InputError(
            f"raw={str(raw)!r} holds no file; put saved pages (.txt, .html, .warc.gz, .pdf, ...) into it"
        )


def _folder(paths: Paths, given: str, default: Path) -> Path:
    if not given:
        return default
    try:
        return (paths.root / Path(given).expanduser()).resolve()
    except (RuntimeError, ValueError, OSError) as err:  # links in a circle, an unknown ~user, a NUL byte
        raise InputError(f"{given!r} is no path that can be followed ({err}); give a folder") from err


def _day(value: str, name: str) -> dt.date:
    if not isinstance(value, str):
        raise InputError(
            f"{name}={value!r} is a {type(value).__name__}; write the day as text, for example '2025-08-20'"
        )
    try:
        return read_day(value, name=name)
    except ValueError as err:
        raise InputError(str(err)) from err


def _check_known(name: str, values: Sequence[str], allowed: Sequence[str]) -> None:
    if isinstance(values, str):
        raise InputError(f"{name}={values!r} is text; give a list, for example ['{allowed[0]}']")
    if unknown := [v for v in values if v not in allowed]:
        raise InputError(f"{name}: {unknown} not known; allowed: {', '.join(allowed)}")


def _check_parties(parties: Sequence[str]) -> tuple[str, ...]:
    if isinstance(parties, str) or len(set(parties)) < 2:
        raise InputError(
            f"parties={parties!r}: give at least two different ISO 3166 alpha-3 codes, for example ['BLR', 'IRN']"
        )
    if unknown := unknown_countries(parties):
        raise InputError(say_unknown_countries(unknown))
    return tuple(sorted(set(parties)))


def _left_out(paths: Paths, raw: Path) -> tuple[str, ...]:
    if raw != paths.raw or not raw.is_dir():
        return ()
    own = any(not p.name.startswith(".") for p in raw.iterdir() if p.name != SAMPLE)
    return (SAMPLE,) if own else ()
