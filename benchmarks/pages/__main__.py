"""`python -m benchmarks.pages N FOLDER [--seed S]`: invent N pages; `python -m benchmarks.pages check TRUTH OUT`: what was found.

Everything in the pages is made up for measuring. The truth (what was planted and which pages tell of it) is written beside
FOLDER as FOLDER-truth.json, never inside.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from benchmarks.pages.check import check, show
from benchmarks.pages.make import make


def main() -> int:
    """Generate or check."""
    if sys.argv[1:2] == ["check"]:
        parser = argparse.ArgumentParser(prog="python -m benchmarks.pages check")
        parser.add_argument("truth", type=Path)
        parser.add_argument(
            "out", type=Path, help="folder with milestones.parquet, claims.parquet and articles.parquet"
        )
        given = parser.parse_args(sys.argv[2:])
        print(show(check(given.truth, given.out)))
        return 0
    parser = argparse.ArgumentParser(prog="python -m benchmarks.pages", description=__doc__)
    parser.add_argument("pages", type=int, metavar="N")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument(
        "--milestones", type=int, default=0, help="planted happenings (one in 250 pages, 6 to 500)"
    )
    parser.add_argument("--truth", type=Path, default=None, help="where the truth goes (FOLDER-truth.json)")
    given = parser.parse_args()
    truth = make(given.pages, given.folder, seed=given.seed, milestones=given.milestones, truth=given.truth)
    print(f"{given.pages} pages in {given.folder}, truth in {truth}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
