"""Memory that a run needs not have: what one stage freed goes back before the next, and pandas stays out where nobody asks for it."""

from __future__ import annotations

import ctypes
import gc
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from types import ModuleType

# Words that a look-up remembers for each language: those a page is mostly made of. Beyond it, remembering begins anew, so that
# the vocabulary of a large corpus in thirteen languages takes some tens of MB and not hundreds.
VOCABULARY = 20_000

# Python searches for unreachable circles after so many new objects (700 unless told otherwise), and each older generation after so
# many searches of the one before. A page makes some hundred objects in circles, so the few that wait are a few MB.
SEARCHES = (2_000, 10, 100)

# How numpy and Arrow are to take memory and processors where the person who calls says nothing else. BLAS: no command multiplies
# large matrices, and its threads wait for work at full speed. Huge pages are cleared as a whole for the little that is put into
# them: with Arrow's own allocator that was a twelfth of a run with one new page. And a process without threads of its libraries can
# be copied as it is (`local_pool`), so the allocator that is not used is to start none.
ALLOCATORS = {
    "JE_ARROW_MALLOC_CONF": "background_thread:false",
    "OPENBLAS_NUM_THREADS": "1",
    "NUMPY_MADVISE_HUGEPAGE": "0",
    "ARROW_DEFAULT_MEMORY_POOL": "system",
}


def choose_allocators() -> None:
    """Say so to numpy and Arrow, here and in processes started later; without effect where they are loaded already."""
    for name, value in ALLOCATORS.items():
        os.environ.setdefault(name, value)


@contextmanager
def seldom_searched() -> Iterator[None]:
    """Few searches for unreachable circles meanwhile, and none through what is there already.

    Reading a corpus makes millions of small objects beside lexicons, models and libraries that stay. To search all of these again
    and again cost 2.5 of 34 seconds for 2,000 pages (0.9 this way), and a third of the time beside the large heap of a notebook.
    Changes no result.
    """
    before = gc.get_threshold()
    is_first = not gc.get_freeze_count()
    gc.set_threshold(*SEARCHES)
    gc.freeze()
    try:
        yield
    finally:
        gc.set_threshold(*before)
        if is_first:
            gc.unfreeze()


def give_back() -> None:
    """Hand what the allocators of Arrow and of the C library keep for later back to the system; changes no result.

    Does nothing where there is no way to (the C library of another system than Linux has no such call).
    """
    if (arrow := sys.modules.get("pyarrow")) is not None:
        arrow.default_memory_pool().release_unused()
    if sys.platform == "linux":
        trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
        if trim is not None:
            trim(0)


def leave_pandas_out() -> None:
    """Have Arrow look for pandas now and not find it: 40 MB and a quarter of a second for a command that makes no data frame.

    Arrow looks when it makes its first array, and once more when somebody asks it for a data frame, who then gets it as ever.
    Does nothing where pandas is there already.
    """
    if "pandas" in sys.modules:
        return
    sys.meta_path.insert(0, _Hidden)
    try:
        import pyarrow as pa

        pa.array([0])
    finally:
        sys.meta_path.remove(_Hidden)


class _Hidden:
    """Finds no pandas."""

    @staticmethod
    def find_spec(name: str, path: Sequence[str] | None = None, target: ModuleType | None = None) -> None:
        """Let every other module be found elsewhere."""
        if name == "pandas":
            raise ImportError(name)
