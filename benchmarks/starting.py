"""How long `dossier --help` takes, and two local processes until they can clean pages: `python -m benchmarks.starting`."""

from __future__ import annotations

import sys

from benchmarks.rows import Row, show, watch
from helpers.foundation.engine import START_SECONDS

MOST_SECONDS = 0.3
# From nothing to two processes that have answered, with the modules of cleaning in them.
STAND = """
import time
from helpers.clean.corpus import clean_raw_file
from helpers.foundation.local_pool import LocalPool
from helpers.foundation.engine import count_cores
begun = time.monotonic()
with LocalPool(2, preload=[clean_raw_file.__module__]) as pool:
    for task in [pool.submit(count_cores, []) for _ in range(4)]:
        task.result()
    print(time.monotonic() - begun)
"""


def measure() -> list[Row]:
    """The quickest of seven, of both."""
    ours = min(watch([sys.executable, "-m", "helpers.cli.main", "--help"]).seconds for _ in range(7))
    bare = min(watch([sys.executable, "-c", "pass"]).seconds for _ in range(7))
    stand = min(float(watch([sys.executable, "-c", STAND]).output) for _ in range(3))
    return [
        Row(
            "two local processes stand", f"{stand:.2f} s", f"the engine reckons with {START_SECONDS} s", stand / START_SECONDS,
            "about 1 on a quiet machine",
        ),
        Row(
            "dossier --help", f"{ours:.2f} s", f"python that does nothing {bare:.2f} s", ours / bare,
            f"at most {MOST_SECONDS} s", ours <= MOST_SECONDS,
        )
    ]  # fmt: skip


def main() -> None:
    """Print the row."""
    print(show(measure()))


if __name__ == "__main__":
    main()
