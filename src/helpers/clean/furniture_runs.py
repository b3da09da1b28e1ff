"""Running sums over the lines of a page, and the stretch of lines with the largest sum."""

from __future__ import annotations

from typing import Any

import numpy as np


def find_run(weight: Any) -> tuple[int, int]:
    """First and last line of the stretch with the largest sum of weights; (0, -1) when none is positive."""
    sums = running_sums(weight)
    lowest = np.minimum.accumulate(sums)
    end = int(np.argmax(sums - lowest))
    if end == 0:
        return 0, -1
    start = int((sums[:end] == lowest[end]).nonzero()[0][-1])
    return start, end - 1


def running_sums(row: Any) -> Any:
    """Running sums from zero: the sum of `row[a:b]` is `out[b] - out[a]`."""
    out = np.empty(len(row) + 1, np.float32)
    out[0] = 0
    row.cumsum(out=out[1:])
    return out
