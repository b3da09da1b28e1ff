"""Raw files in, pages out: which files there are, and for each its pages or the reason why there are none."""

from __future__ import annotations

import hashlib
import importlib
import logging
import os
import stat
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from helpers.foundation.errors import DossierError, InputError, QuarantineError
from helpers.foundation.records import Page, Quarantined
from helpers.ingest.options import load_options
from helpers.ingest.sidecar import SUFFIX, check_unchanged, is_sidecar, read_sidecar, sidecar_hints
from helpers.ingest.sniff import HEAD_BYTES, MEDIA_TYPES, sniff
from helpers.ingest.source import Source

log = logging.getLogger(__name__)

Reader = Callable[[Source], Iterator[Page | Quarantined]]
# Readers by format; each module, and the library it needs, is imported when the first such file is met.
_READERS = {
    "text": ("plain", "read_text"),
    "html": ("html", "read_html"),
    "mhtml": ("mhtml", "read_mhtml"),
    "warc": ("warc", "read_warc"),
    "gzip": ("archives", "read_gzip"),
    "zip": ("archives", "read_zip"),
    "csv": ("tables", "read_csv"),
    "json": ("tables", "read_json"),
    "jsonl": ("tables", "read_jsonl"),
    "pdf": ("pdf", "read_pdf"),
    "rtf": ("rtf", "read_rtf"),
    "feed": ("feeds", "read_feed"),
}


@dataclass(frozen=True, slots=True)
class RawFolder:
    """What a raw folder holds.

    Attributes:
        files: raw files, sorted by path; also those that will be refused (links, pipes), so that they are reported.
        hidden: files and folders whose name begins with a dot; not read.
        sidecars: origin files.
        orphans: origin files whose raw file is not there.
    """

    files: tuple[Path, ...]
    hidden: tuple[Path, ...]
    sidecars: tuple[Path, ...]
    orphans: tuple[Path, ...]


def survey_raw_folder(raw_root: Path) -> RawFolder:
    """Walk a raw folder without following links to folders.

    Raises:
        InputError: the folder is missing, is no folder or cannot be read.
    """
    if not raw_root.is_dir():
        what = "is not a folder" if raw_root.exists() else "is not there"
        raise InputError(f"raw folder {str(raw_root)!r} {what}; name a folder that holds pages (--raw DIR)")
    files: list[Path] = []
    hidden: list[Path] = []
    sidecars: list[Path] = []

    def refuse(err: OSError) -> None:
        raise InputError(
            f"folder {err.filename!r} cannot be read ({err.strerror}); correct its permissions"
        ) from err

    for folder, folders, names in os.walk(raw_root, onerror=refuse):
        here = Path(folder)
        for name in list(folders):
            if name.startswith("."):
                hidden.append(here / name)
                folders.remove(name)
            elif (here / name).is_symlink():
                files.append(here / name)
        for name in names:
            path = here / name
            if name.startswith("."):
                hidden.append(path)
            elif is_sidecar(path):
                sidecars.append(path)
            else:
                files.append(path)
    if hidden:
        log.info("%s: %d hidden file(s) or folder(s) not read", raw_root, len(hidden))
    known = set(files)
    orphans = [s for s in sidecars if s.with_name(s.name.removesuffix(SUFFIX)) not in known]

    def in_order(group: list[Path]) -> tuple[Path, ...]:
        return tuple(sorted(group, key=lambda p: p.relative_to(raw_root).as_posix()))

    return RawFolder(in_order(files), in_order(hidden), in_order(sidecars), in_order(orphans))


def list_raw_files(raw_root: Path) -> list[Path]:
    """The raw files of a folder and its sub-folders, sorted by path; without hidden files and sidecars.

    A sidecar whose raw file is gone is in the list, so that `read_raw_file` reports the loss.

    Raises:
        InputError: as `survey_raw_folder`.
    """
    folder = survey_raw_folder(raw_root)
    return sorted((*folder.files, *folder.orphans), key=lambda p: p.relative_to(raw_root).as_posix())


def raw_source_path(path: Path, raw_root: Path) -> str:
    """The path of a raw file below the raw folder, forward slashes; bytes that are no UTF-8 as backslash escapes.

    Raises:
        InputError: the path is not below the folder.
    """
    try:
        below = path.absolute().relative_to(raw_root.absolute())
    except ValueError:
        try:
            below = path.resolve().relative_to(raw_root.resolve())
        except ValueError as err:
            raise InputError(
                f"{str(path)!r} is not below the raw folder {str(raw_root)!r}; read only files inside it"
            ) from err
    if ".." in below.parts:
        raise InputError(
            f"{str(path)!r} leads out of the raw folder {str(raw_root)!r}; read only files inside it"
        )
    return below.as_posix().encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def find_raw_file(source_path: str, raw_root: Path) -> Path | None:
    """The raw file that tables call `source_path`, None when it is not below the folder; the inverse of `raw_source_path`."""
    path = raw_root / source_path
    if ".." in path.parts:
        return None
    if path.is_file():
        return path
    if "\\x" not in source_path and "\\u" not in source_path:
        return None
    # bytes that are no UTF-8 stand there as escapes
    for found in list_raw_files(raw_root):
        if raw_source_path(found, raw_root) == source_path:
            return found
    return None


def read_raw_file(path: Path, raw_root: Path) -> Iterator[Page | Quarantined]:
    """Read one raw file: its pages in file order, and what of it could not be read, each with a reason.

    Every call gives the same pages for the same bytes, so offsets verify again. No file stops a run: what goes wrong inside a
    reader becomes a quarantine record. At least one record comes out of every file.

    Raises:
        InputError: the path is not below `raw_root`, or there is no such file.
        ConfigError: config/ingest.yml is wrong.
    """
    source_path = raw_source_path(path, raw_root)
    options = load_options()
    source = Source(path, source_path, "", path.name, "application/octet-stream", options)
    n = 0
    try:
        check_plain_file(path, raw_root)
        if is_sidecar(path):
            gone = path.name.removesuffix(SUFFIX)
            raise QuarantineError(
                "broken sidecar", f"its raw file {gone!r} is not there; restore it or remove the sidecar"
            )
        source = replace(source, source_sha256=hash_file(path))
        sidecar = read_sidecar(path, limit=options.limits.sidecar_bytes)
        check_unchanged(path, sidecar, source.source_sha256)
        source = replace(source, sidecar=sidecar, hints=sidecar_hints(sidecar))
        for n, record in enumerate(read_source(source), 1):
            yield record
            if n >= options.limits.parts:
                raise QuarantineError("too large", f"more than {options.limits.parts} pages in one file")
    except QuarantineError as err:
        yield source.quarantined(err.reason, err.detail, part=f"after {n} record(s)" if n else "")
    except (OSError, EOFError) as err:
        yield source.quarantined(
            "unreadable", f"{type(err).__name__}: {err}", part=f"after {n} record(s)" if n else ""
        )
    except DossierError:
        raise
    except Exception as err:
        # A file of which a reader makes something unforeseen must not stop the others; it is reported with its error.
        log.warning("%s: reading failed", source_path, exc_info=True)
        yield source.quarantined(
            "failed", f"{type(err).__name__}: {err}", part=f"after {n} record(s)" if n else ""
        )
    else:
        if n == 0:
            yield source.quarantined("no text", "a file without a single page")


def check_plain_file(path: Path, raw_root: Path) -> None:
    """Check that a raw file may be opened at all.

    Raises:
        QuarantineError: 'unreadable' (a link out of the folder or to a folder, a pipe or device) or 'empty'.
    """
    if path.is_symlink():
        try:
            target = path.resolve(strict=True)
        except FileNotFoundError as err:
            raise QuarantineError("unreadable", "a link to what is not there; copy the file") from err
        except (RuntimeError, OSError) as err:  # 3.11 says RuntimeError of links in a circle
            raise QuarantineError("unreadable", "a link that leads in a circle; remove it") from err
        if not target.is_relative_to(raw_root.resolve()):
            raise QuarantineError(
                "unreadable", "a link that leads out of the raw folder is not followed; copy the file"
            )
        if target.is_dir():
            raise QuarantineError("unreadable", "a link to a folder is not followed; copy the folder")
    found = path.stat()
    if not stat.S_ISREG(found.st_mode):
        raise QuarantineError("unreadable", f"not a plain file ({stat.filemode(found.st_mode)})")
    if found.st_size == 0:
        raise QuarantineError("empty", "0 bytes")


def hash_file(path: Path) -> str:
    """SHA-256 of a file as `sha256:<hex>`, read in pieces."""
    with path.open("rb") as stream:
        return "sha256:" + hashlib.file_digest(stream, "sha256").hexdigest()


def read_source(source: Source) -> Iterator[Page | Quarantined]:
    """Find the format of a source by its content and read it.

    Raises:
        QuarantineError: the file as a whole cannot be read.
    """
    with source.open() as stream:
        head = stream.read(HEAD_BYTES)
        whole = not stream.read(1)
    kind = sniff(head, source.name, source.options.extensions, whole=whole)
    module, function = _READERS[kind]
    reader: Reader = getattr(importlib.import_module(f"helpers.ingest.{module}"), function)
    return reader(source.typed(MEDIA_TYPES[kind]))
