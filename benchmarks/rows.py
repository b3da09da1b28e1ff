"""One line of the table that `python -m benchmarks` prints, and how commands are timed and their memory watched."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import psutil

ROOT = Path(__file__).parents[1]


@dataclass(frozen=True, slots=True)
class Row:
    """One comparison.

    Attributes:
        what: what was measured.
        ours: our figure, with its unit.
        peer: what it is compared with, and its figure.
        ratio: the comparison as a number; what it says stands in `means`.
        means: how to read the ratio, and the aim where there is one.
        ok: whether the aim was met; None where there is none.
    """

    what: str
    ours: str
    peer: str
    ratio: float
    means: str
    ok: bool | None = None


@dataclass(slots=True)
class Watched:
    """A command that ended well: wall seconds, CPU seconds of all its processes, output, and peak memory and CPU seconds of each.

    Memory is in bytes; the CPU seconds of a single process are those it had a tenth of a second before its end at the latest.
    """

    seconds: float
    cpu: float
    output: str
    peaks: dict[int, int] = field(default_factory=dict)
    spent: dict[int, float] = field(default_factory=dict)
    main: int = 0

    @property
    def peak_main(self) -> int:
        """Peak resident memory of the command's own process."""
        return self.peaks.get(self.main, 0)

    def seconds_on(self, cores: int) -> float:
        """What the command would take where nothing else is going on: its own work, and that of its workers shared out."""
        own = self.spent.get(self.main, self.cpu)
        return own + (self.cpu - own) / cores

    @property
    def peak_largest(self) -> int:
        """Peak resident memory of the largest process, children counted by themselves."""
        return max(self.peaks.values(), default=0)


def watch(command: Sequence[str], *, env: Mapping[str, str] | None = None) -> Watched:
    """Run a command, which must succeed, and note the peak memory of it and every process it starts.

    Raises:
        SystemExit: it failed; its last lines are shown.
    """
    before = os.times()
    begun = time.monotonic()
    with subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        cwd=ROOT,
        env={**os.environ, **(env or {})},
    ) as process:
        peaks: dict[int, int] = {}
        spent: dict[int, float] = {}
        done = threading.Event()
        watcher = threading.Thread(target=_sample, args=(process.pid, peaks, spent, done))
        watcher.start()
        output, _ = process.communicate()
        done.set()
        watcher.join()
    seconds = time.monotonic() - begun
    after = os.times()
    if process.returncode:
        raise SystemExit(f"{' '.join(command)} failed:\n{output[-2000:]}")
    cpu = after.children_user + after.children_system - before.children_user - before.children_system
    return Watched(seconds, cpu, output, peaks, spent, process.pid)


def dossier(*args: object, cache: Path | None = None) -> Watched:
    """Run a dossier command in a process of its own; with a cache folder of its own, or none kept at all."""
    env = {"DOSSIER_CACHE": str(cache)} if cache is not None else None
    return watch([sys.executable, "-m", "helpers.cli.main", *map(str, args)], env=env)


def cpu_seconds(action: Callable[[], object], passes: int = 1) -> float:
    """CPU seconds of the quickest pass."""
    times = []
    for _ in range(passes):
        begun = time.process_time()
        action()
        times.append(time.process_time() - begun)
    return min(times)


def show(rows: Sequence[Row]) -> str:
    """Rows as a table in Markdown."""
    lines = ["| What | Ours | Beside it | Ratio | Reads as |", "|---|---|---|---|---|"]
    for row in rows:
        mark = {True: "met: ", False: "**missed**: ", None: ""}[row.ok]
        lines.append(f"| {row.what} | {row.ours} | {row.peer} | {row.ratio:.3g} | {mark}{row.means} |")
    return "\n".join(lines)


def _sample(pid: int, peaks: dict[int, int], spent: dict[int, float], done: threading.Event) -> None:
    """Ask the system for high-water marks and processor time of a process and its descendants, ten times a second."""
    while True:
        last = done.wait(0.1)
        try:
            root = psutil.Process(pid)
            family = [root, *root.children(recursive=True)]
        except psutil.Error:
            family = []
        for process in family:
            peaks[process.pid] = max(peaks.get(process.pid, 0), _high_water(process))
            with contextlib.suppress(psutil.Error):
                times = process.cpu_times()
                spent[process.pid] = max(spent.get(process.pid, 0.0), times.user + times.system)
        if last:
            return


def _high_water(process: psutil.Process) -> int:
    try:
        for line in Path(f"/proc/{process.pid}/status").read_text().splitlines():
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) * 1024
        return int(process.memory_info().rss)
    except (OSError, psutil.Error):
        return 0
