"""How long `dossier --help` takes, beside Python that does nothing: `python -m benchmarks.starting`."""

from __future__ import annotations

import sys

from benchmarks.rows import Row, show, watch

MOST_SECONDS = 0.3


def measure() -> list[Row]:
    """The quickest of seven, of both."""
    ours = min(watch([sys.executable, "-m", "helpers.cli.main", "--help"]).seconds for _ in range(7))
    bare = min(watch([sys.executable, "-c", "pass"]).seconds for _ in range(7))
    return [
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
