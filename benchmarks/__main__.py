"""`make bench` is `python -m benchmarks`: one table of ratios against peers timed in the same run, under ten minutes.

    python -m benchmarks [--pages 2000]      the table
    python -m benchmarks NAME [options]      one benchmark by itself: its own figures in full

Ratios are what counts: seconds depend on the machine and on what else it does.
"""

from __future__ import annotations

import argparse
import importlib
import os
import platform
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from benchmarks.rows import ROOT, Row, show

HERE = Path(__file__).parent
# Modules that are no benchmark by themselves.
PARTS = ("rows",)


def names() -> list[str]:
    """Benchmarks that can be run by name."""
    own = (p.stem for p in HERE.glob("*.py"))
    return sorted(n for n in own if not n.startswith(("_", "train_")) and n not in PARTS)


def table(pages: int) -> list[Row]:
    """Every row, with a word on stderr about what is being measured."""
    with tempfile.TemporaryDirectory(prefix="dossier-bench-") as scratch:
        folder = Path(scratch)
        steps: list[tuple[str, Callable[[], list[Row]]]] = [
            ("starting", lambda: _of("starting").measure()),
            ("cleaning beside jusText and trafilatura", lambda: _of("cleaning_speed").measure()),
            ("dates beside dateparser", lambda: _of("timex").measure()),
            ("coding beside spaCy", lambda: _of("coding_speed").measure()),
            ("the whole run beside papermill", lambda: _of("whole_run").measure()),
            ("growth, memory and what was planted", lambda: _grow(pages, folder)),
            ("a second run, two workers", lambda: _of("incremental").measure(pages, folder)),
        ]
        rows: list[Row] = []
        for what, measure in steps:
            begun, before = time.monotonic(), sum(os.times()[:4])
            rows += measure()
            print(
                f"{what}: {time.monotonic() - begun:.0f} s, CPU {sum(os.times()[:4]) - before:.0f} s",
                file=sys.stderr,
                flush=True,
            )
    return rows


def _of(name: str):  # type: ignore[no-untyped-def]
    return importlib.import_module(f"benchmarks.{name}")


def _grow(pages: int, folder: Path) -> list[Row]:
    scale = _of("scale")
    rows: list[Row] = scale.rows_of([scale.measure_size(n, folder) for n in (pages // 4, pages)])
    return rows


def main() -> int:
    """Print the table, or run one benchmark; 0 when it ended well."""
    if sys.argv[1:] and not sys.argv[1].startswith("-"):
        name = sys.argv[1]
        if name not in names():
            print(f"unknown benchmark {name!r}; there are: {', '.join(names())}", file=sys.stderr)
            return 2
        return subprocess.run(
            [sys.executable, "-m", f"benchmarks.{name}", *sys.argv[2:]], cwd=ROOT, check=False
        ).returncode
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--pages", type=int, default=2000, help="invented pages of the larger corpus (2000)")
    given = parser.parse_args()
    begun = time.monotonic()
    rows = table(given.pages)
    print(show(rows))
    print(
        f"\nPython {platform.python_version()}, {time.strftime('%Y-%m-%d')}, {time.monotonic() - begun:.0f} s in all, "
        f"CPU {sum(os.times()[:4]):.0f} s"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
