"""How long `dossier --help` takes, and two local processes until they can clean pages: `python -m benchmarks.starting`."""

from __future__ import annotations

import sys

from benchmarks.rows import Row, Watched, show, watch
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
    """The quickest of seven, of both: what their processors spent is what they take where nothing else is going on."""
    ours = min((watch([sys.executable, "-m", "helpers.cli.main", "--help"]) for _ in range(7)), key=_spent)
    bare = min((watch([sys.executable, "-c", "pass"]) for _ in range(7)), key=_spent)
    stand = min(float(watch([sys.executable, "-c", STAND]).output) for _ in range(3))
    return [
        Row(
            "two local processes stand", f"{stand:.2f} s", f"the engine reckons with {START_SECONDS} s", stand / START_SECONDS,
            "about 1 on a quiet machine",
        ),
        Row(
            "dossier --help", f"CPU {ours.cpu:.2f} s ({ours.seconds:.2f} s now)", f"python that does nothing {bare.cpu:.2f} s",
            ours.cpu / max(bare.cpu, 0.01), f"at most {MOST_SECONDS} s", ours.cpu <= MOST_SECONDS,
        )
    ]  # fmt: skip


def _spent(run: Watched) -> float:
    return run.cpu


def main() -> None:
    """Print the row."""
    print(show(measure()))


if __name__ == "__main__":
    main()
