"""How time and memory grow with the corpus, and whether what was planted is found at every size.

    python -m benchmarks.scale [--sizes 2000 20000] [--most 200000] [--workers N] [--keep FOLDER]

Pages are invented (benchmarks/pages). Each size is coded from nothing by `dossier code` in a process of its own. Prints a
line for each size: seconds, pages a second, peak memory of the process and of its largest child, recall of what was
planted; then the slope of log time over log pages between neighbouring sizes and over all: 1 is linear.
"""

from __future__ import annotations

import argparse
import math
import tempfile
from dataclasses import dataclass
from pathlib import Path

from benchmarks.pages.check import Score, check, show
from benchmarks.pages.make import make
from benchmarks.rows import Row, Watched, dossier

MOST_BYTES = 1_500_000_000
MOST_SLOPE = 1.05


@dataclass(frozen=True, slots=True)
class Point:
    """One size: pages, what coding them took, what was found."""

    pages: int
    run: Watched
    score: Score

    def __str__(self) -> str:
        return (
            f"{self.pages:7d} pages: {self.run.seconds:8.1f} s, {self.pages / self.run.seconds:6.1f} pages/s, CPU {self.run.cpu:8.1f} s, "
            f"peak {self.run.peak_main / 1e6:6.0f} MB (largest process {self.run.peak_largest / 1e6:.0f} MB)\n        {show(self.score)}"
        )


def measure_size(pages: int, folder: Path, *, workers: int = 1, seed: int = 1) -> Point:
    """Invent pages (unless the folder has them) and code them from nothing."""
    raw, out = folder / f"pages-{pages}", folder / f"out-{pages}"
    truth = folder / f"pages-{pages}-truth.json"
    if not truth.is_file():
        make(pages, raw, seed=seed, truth=truth)
    with tempfile.TemporaryDirectory(prefix="dossier-scale-", dir=folder) as cache:
        run = dossier("code", raw, out, "--workers", workers, cache=Path(cache))
    return Point(pages, run, check(truth, out))


def slope(points: list[Point], *, by_cpu: bool = True) -> float:
    """Least squares of log time over log pages; by CPU time, which other work on the machine changes less."""
    xs = [math.log(p.pages) for p in points]
    ys = [math.log(p.run.cpu if by_cpu else p.run.seconds) for p in points]
    x, y = sum(xs) / len(xs), sum(ys) / len(ys)
    return sum((a - x) * (b - y) for a, b in zip(xs, ys, strict=True)) / sum((a - x) ** 2 for a in xs)


def rows_of(points: list[Point]) -> list[Row]:
    """The table's rows about growth: slope, memory, recall."""
    small, large = points[0], points[-1]
    peak = large.run.peak_largest
    found = slope(points)
    return [
        Row(
            f"growth, {small.pages} to {large.pages} pages", f"slope {found:.3f}", "1 is linear", found,
            f"at most {MOST_SLOPE}", found <= MOST_SLOPE,
        ),
        Row(
            f"memory at {large.pages} pages", f"{peak / 1e6:.0f} MB a process", f"{small.run.peak_largest / 1e6:.0f} MB at {small.pages}",
            peak / MOST_BYTES, "of the 1.5 GB allowed", peak <= MOST_BYTES,
        ),
        Row(
            f"planted milestones at {large.pages} pages", f"recall {large.score.recall:.3f}",
            f"{small.score.recall:.3f} at {small.pages}", large.score.recall / (small.score.recall or 1), "at least 1",
            large.score.recall >= small.score.recall,
        ),
    ]  # fmt: skip


def main() -> None:
    """Measure the sizes asked for and print them."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--sizes", type=int, nargs="+", default=[2000, 20000])
    parser.add_argument("--most", type=int, default=0, help="one more size, for example 200000 (hours)")
    parser.add_argument(
        "--workers", type=int, default=1, help="as for dossier code; 1 by default, for the slope"
    )
    parser.add_argument(
        "--keep", type=Path, default=None, help="folder for pages and tables, kept and used again"
    )
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="dossier-scale-") as scratch:
        folder = given.keep or Path(scratch)
        folder.mkdir(parents=True, exist_ok=True)
        points: list[Point] = []
        for pages in [*given.sizes, *([given.most] if given.most else [])]:
            points.append(measure_size(pages, folder, workers=given.workers))
            print(points[-1], flush=True)
            if len(points) > 1:
                print(
                    f"        slope from {points[-2].pages}: CPU {slope(points[-2:]):.3f}, wall {slope(points[-2:], by_cpu=False):.3f}",
                    flush=True,
                )
    if len(points) > 1:
        print(
            f"slope over all: CPU {slope(points):.3f}, wall {slope(points, by_cpu=False):.3f} (1 is linear)"
        )


if __name__ == "__main__":
    main()
