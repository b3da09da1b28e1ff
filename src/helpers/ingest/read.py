"""Raw files in, pages out: which files there are, and for each its pages or the reason why there are none."""

from __future__ import annotations

import hashlib
import importlib
import os
import stat
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from helpers.foundation.errors import DossierError, QuarantineError, RunError
from helpers.foundation.pages import Page, Quarantined
from helpers.foundation.remote import Place, fetched
from helpers.ingest.listing import (
    RawFolder,
    find_raw_file,
    list_raw_files,
    name_below,
    raw_source_path,
    survey_raw_folder,
)
from helpers.ingest.options import load_options
from helpers.ingest.sidecar import SUFFIX, check_unchanged, is_sidecar, read_sidecar, sidecar_hints
from helpers.ingest.sniff import HEAD_BYTES, MEDIA_TYPES, sniff
from helpers.ingest.source import Source

__all__ = [
    "RawFolder", "at_hand", "check_plain_file", "find_raw_file", "hash_file", "list_raw_files", "name_below", "raw_source_path",
    "read_raw_file", "read_source", "survey_raw_folder",
]  # fmt: skip

_SMALL = 1 << 20  # bytes
_UNKNOWN = "application/octet-stream"

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


def read_raw_file(path: Place, raw_root: Place) -> Iterator[Page | Quarantined]:
    """Read one raw file: its pages in file order, and what of it could not be read, each with a reason.

    A file of an object store is fetched for as long as it is read. Every call gives the same pages for the same bytes, so offsets verify again. No file stops a run: what goes wrong inside a
    reader becomes a quarantine record. At least one record comes out of every file.

    Raises:
        InputError: the path is not below `raw_root`, or there is no such file.
        ConfigError: config/ingest.yml is wrong.
        RunError: the object store failed; whether a file is read must not depend on the network's luck.
    """
    source_path = raw_source_path(path, raw_root)
    options = load_options()
    name = path.name
    source = Source(path if isinstance(path, Path) else Path(name), source_path, "", name, _UNKNOWN, options)
    n = 0
    try:
        with at_hand(path) as local:
            size = check_plain_file(local, raw_root)
            if is_sidecar(path):
                gone = path.name.removesuffix(SUFFIX)
                raise QuarantineError(
                    "broken sidecar", f"its raw file {gone!r} is not there; restore it or remove the sidecar"
                )
            # a small file is opened once: for a folder of pages that is most of what reading costs
            data = _read_small(local, size) if size <= _SMALL else None
            sha256 = hash_file(local) if data is None else f"sha256:{hashlib.sha256(data).hexdigest()}"
            source = Source(local, source_path, sha256, name, _UNKNOWN, options, data=data)
            sidecar = read_sidecar(local, limit=options.limits.sidecar_bytes)
            if sidecar:
                check_unchanged(local, sidecar, sha256)
                source = source._replace(sidecar=sidecar, hints=sidecar_hints(sidecar))
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
        import logging  # hardly ever needed, and slow to load

        logging.getLogger(__name__).warning("%s: reading failed", source_path, exc_info=True)
        yield source.quarantined(
            "failed", f"{type(err).__name__}: {err}", part=f"after {n} record(s)" if n else ""
        )
    else:
        if n == 0:
            yield source.quarantined("no text", "a file without a single page")


@contextmanager
def at_hand(path: Place) -> Iterator[Path]:
    """A raw file on this machine: the file itself, or a copy, with its origin file, that goes with the block.

    Raises:
        QuarantineError: 'unreadable' (it is gone, may not be read, or has a name that no file can have).
        RunError: the object store failed.
    """
    if isinstance(path, Path):
        yield path
        return
    beside = (path.with_name(path.name + SUFFIX),) if path.beside is None else path.beside
    with ExitStack() as open_files:
        try:
            local = open_files.enter_context(fetched(path, beside=beside))
        except ValueError as err:
            raise QuarantineError("unreadable", str(err)) from err
        except (FileNotFoundError, PermissionError) as err:
            what = "is gone" if isinstance(err, FileNotFoundError) else "may not be read"
            raise QuarantineError("unreadable", f"the object {what}") from err
        except OSError as err:
            raise RunError(
                f"{path}: cannot be fetched ({err}); is the object store there? what was done is kept, run again"
            ) from err
        yield local


def check_plain_file(path: Path, raw_root: Place) -> int:
    """Check that a raw file may be opened at all; its size in bytes.

    Raises:
        QuarantineError: 'unreadable' (a link out of the folder or to a folder, a pipe or device) or 'empty'.
    """
    found = os.lstat(path)
    if stat.S_ISLNK(found.st_mode) and isinstance(raw_root, Path):
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
    if stat.S_ISLNK(found.st_mode):
        found = path.stat()
    if not stat.S_ISREG(found.st_mode):
        raise QuarantineError("unreadable", f"not a plain file ({stat.filemode(found.st_mode)})")
    if found.st_size == 0:
        raise QuarantineError("empty", "0 bytes")
    return found.st_size


def _read_small(path: Path, size: int) -> bytes:
    """The content of a file of about so many bytes, by the system's own calls: Python's ask four more things of each file."""
    file = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
    try:
        data = os.read(file, size + 1)
        if len(data) != size:  # it grew or shrank since it was asked for its size
            while more := os.read(file, _SMALL):
                data += more
    finally:
        os.close(file)
    return data


def hash_file(path: Place) -> str:
    """SHA-256 of a raw file, here or in an object store, as `sha256:<hex>`."""
    from helpers.foundation import provenance  # a folder of small files does without

    with at_hand(path) as local:
        return provenance.hash_file(local)


def read_source(source: Source) -> Iterator[Page | Quarantined]:
    """Find the format of a source by its content and read it.

    Raises:
        QuarantineError: the file as a whole cannot be read.
    """
    if source.data is not None:
        head, whole = source.data[:HEAD_BYTES], len(source.data) <= HEAD_BYTES
    else:
        with source.open() as stream:
            head = stream.read(HEAD_BYTES)
            whole = not stream.read(1)
    kind = sniff(head, source.name, source.options.extensions, whole=whole)
    module, function = _READERS[kind]
    name = f"helpers.ingest.{module}"
    reader: Reader = getattr(sys.modules.get(name) or importlib.import_module(name), function)
    return reader(source.typed(MEDIA_TYPES[kind]))
