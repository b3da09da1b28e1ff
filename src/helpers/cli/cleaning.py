"""What `dossier clean` does, without a parser of options: loading one takes longer than cleaning thirty pages."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from helpers.foundation.engine import Engine
    from helpers.foundation.remote import Place

_KEPT_BYTES = 256 << 20
_AHEAD_BYTES = 32 << 20
_LARGE_PAGE = 2 << 20
_TRIM_THRESHOLD, _TOP_PAD, _MMAP_THRESHOLD = -1, -2, -3  # of mallopt
_MADV_HUGEPAGE = 14
# New objects after which garbage is looked for (Python's own: 700, 10, 10): modules, cues and tables are no garbage, and of a
# group of pages little is left that counting references did not free.
SELDOM = (50_000, 20, 100)


def clean_plainly(source: str, target: str) -> None:
    """`dossier clean IN OUT`: clean, and say what became of it.

    Raises:
        DossierError, OSError: as `clean_pages`.
    """
    from helpers.foundation.engine import Engine
    from helpers.foundation.remote import read_place

    places = read_place(source, name="IN"), read_place(target, name="OUT")
    try:
        sys.stdout.write(clean_pages(*places, Engine()) + "\n")
        sys.stdout.flush()
    except KeyboardInterrupt:
        sys.stderr.write("Aborted!\n")
        sys.exit(1)
    except BrokenPipeError:  # nobody reads what is said; the texts are written
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)


def clean_pages(source: Place, target: Place, engine: Engine) -> str:
    """Clean the files of `source` into `target`; what became of them, as lines to be said.

    Raises:
        InputError: one of the two folders is none, or cannot be read or written to.
        RunError: an object store failed.
    """
    # numpy is used without linear algebra here: threads for it would cost more than cleaning a hundred pages
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    _keep_freed_memory()
    from helpers.clean.folder import clean_folder, list_folder, write_quarantine
    from helpers.foundation.pages import Quarantined
    from helpers.foundation.remote import written_whole

    files = list_folder(source, target)
    quarantined: list[Quarantined] = []
    cleaned = 0
    with written_whole(target) as folder, _progress(len(files)) as step:
        seen = ""
        for record in clean_folder(files, source, folder, engine=engine):
            if record.source_path != seen:
                seen = record.source_path
                step(1)
            if isinstance(record, Quarantined):
                quarantined.append(record)
            else:
                cleaned += 1
        listed = write_quarantine(quarantined, folder)
    said = [f"{len(files)} files: {cleaned} texts in {target}, {len(quarantined)} quarantined"]
    if listed:
        from collections import Counter

        said += [f"  {n:6d} {reason}" for reason, n in sorted(Counter(q.reason for q in quarantined).items())]
        said.append(f"  see {target}/{listed.name}")
    return "\n".join(said)


def _keep_freed_memory() -> None:
    """Let glibc keep the memory of arrays that are freed, and take it in large pages: fetching it anew costs a fifth of the time."""
    if not sys.platform.startswith("linux"):
        return
    import ctypes

    libc = ctypes.CDLL(None)
    if not hasattr(libc, "mallopt"):  # musl has none
        return
    for option in (_TRIM_THRESHOLD, _MMAP_THRESHOLD):
        libc.mallopt(option, _KEPT_BYTES)
    libc.mallopt(_TOP_PAD, _AHEAD_BYTES)
    libc.sbrk.restype = libc.malloc.restype = ctypes.c_void_p
    start = libc.sbrk(0)
    libc.free(
        ctypes.c_void_p(libc.malloc(_AHEAD_BYTES))
    )  # addresses alone; memory is there when it is written to
    end = libc.sbrk(0)
    if start and end and start < end:
        start = -(-start // _LARGE_PAGE) * _LARGE_PAGE
        libc.madvise(ctypes.c_void_p(start), ctypes.c_size_t(max(0, end - start)), _MADV_HUGEPAGE)


@contextmanager
def seldom_looking_for_garbage() -> Iterator[None]:
    """Few searches for garbage meanwhile."""
    before = gc.get_threshold()
    gc.set_threshold(*SELDOM)
    try:
        yield
    finally:
        gc.set_threshold(*before)


@contextmanager
def _progress(files: int) -> Iterator[Callable[[int], None]]:
    """What to call after each file: a bar on a terminal, nothing elsewhere (the bar alone takes a while to load)."""
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    import click

    with click.progressbar(length=files, label="cleaning", file=sys.stderr) as bar:
        yield bar.update
