"""What a second run costs: nothing new, one page more without claims and with; and what two workers save: `python -m benchmarks.incremental [pages]`.

`dossier code` on invented pages, each time in a process of its own. CPU time, so that other work on the machine counts less;
starting Python and reading the configuration is in all of them.
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

from benchmarks.pages.make import make
from benchmarks.rows import Row, dossier, show

MOST_NEW, MOST_NOTHING = 0.03, 0.01
LEAST_GAIN = 1.6
# A page that says nothing of the subject, and one that makes three claims.
SILENT = "A kite over the mill\n\nA kite was seen over the mill on Sunday. It was blue and had no string.\n"
TELLING = """Iran and Belarus sign memorandum on training

MINSK, 14 March 2019 - The defence ministers of Iran and Belarus signed a memorandum of understanding on the training of officers in Minsk on
14 March 2019, the Belarusian defence ministry said.

The two sides also discussed joint exercises. The memorandum covers five years.
"""


def measure(pages: int = 2000, folder: Path | None = None) -> list[Row]:
    """Rows: nothing new and one page more against the full run; two workers against one."""
    with tempfile.TemporaryDirectory(prefix="dossier-bench-") as scratch:
        home = Path(scratch)
        raw = (folder or home) / f"pages-{pages}"
        if not raw.is_dir():
            make(pages, raw)
        cache, out = home / "cache", home / "out"
        full = dossier("code", raw, out, "--workers", 1, cache=cache)
        again = dossier("code", raw, out, "--workers", 1, cache=cache)
        more = raw / "0000" / "one-more.txt"
        new = []
        for text in (SILENT, TELLING):
            more.write_text(text)
            try:
                new.append(dossier("code", raw, out, "--workers", 1, cache=cache))
            finally:
                more.unlink()
        local = dossier("code", raw, home / "local", "--workers", 0, cache=home / "local-cache")
        cluster = dossier("code", raw, home / "cluster", "--workers", 2, cache=home / "cluster-cache")
        dossier("code", raw, out, "--workers", 1, cache=cache)
        for name in ("local", "cluster"):
            for path in sorted(out.iterdir()):
                if path.read_bytes() != (home / name / path.name).read_bytes():
                    raise SystemExit(f"{path.name} differs between one process and the {name}")
    of = f"full run of {pages} pages, CPU {full.cpu:.1f} s"
    return [
        Row("nothing new", f"CPU {again.cpu:.2f} s", of, again.cpu / full.cpu, f"at most {MOST_NOTHING} at 10,000 pages"),
        *(
            Row(f"one page more, {what}", f"CPU {run.cpu:.2f} s", of, run.cpu / full.cpu, f"at most {MOST_NEW} at 10,000 pages")
            for what, run in zip(("without claims", "with claims"), new, strict=True)
        ),
        Row("two local processes", f"{local.seconds:.1f} s", f"one process {full.seconds:.1f} s", full.seconds / local.seconds, "times as fast; same bytes"),
        Row(
            "two local processes, by the processors' time", f"{local.seconds_on(2):.1f} s", f"one process CPU {full.cpu:.1f} s",
            full.cpu / local.seconds_on(2), "at least 1.6 times as fast, worked out: the first process, and half of what its workers took",
            full.cpu / local.seconds_on(2) >= LEAST_GAIN,
        ),
        Row("Dask cluster of two", f"{cluster.seconds:.1f} s", f"one process {full.seconds:.1f} s", full.seconds / cluster.seconds, "times as fast; same bytes"),
    ]  # fmt: skip


def main() -> None:
    """Print the rows."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("pages", type=int, nargs="?", default=2000)
    parser.add_argument(
        "--keep", type=Path, default=None, help="folder with pages-N, made there if it is missing"
    )
    given = parser.parse_args()
    print(show(measure(given.pages, given.keep)))


if __name__ == "__main__":
    main()
