"""Freed memory back to the system between the stages of a run: else what one stage needed for a moment adds to the next."""

from __future__ import annotations

import ctypes
import sys


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
