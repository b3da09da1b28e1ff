"""One map over independent items: in this process, in local processes or on a Dask cluster, with the same result.

Every stage up to the claims is a pure function of one item and the configuration, so where it runs is only a matter
of this module and its neighbours (`tasks`: what is sent and who is to blame, `local_pool`, `dask_pool`). Results come in
the order of the items, whatever finishes first.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import active_count
from time import perf_counter, sleep
from typing import TypeVar

from helpers.foundation.errors import InputError
from helpers.foundation.tasks import Pool, stream_tasks

Item = TypeVar("Item")
Result = TypeVar("Result")

# Seconds until local processes stand (measured: `python -m benchmarks starting` says 0.10 on a machine that does nothing else;
# twice that for slower ones). What they import and load once they work is reckoned with apart, as `warming`.
START_SECONDS = 0.2
# Processes are started when they are expected to save this many times what they cost.
MARGIN = 1.5
# Where a parent process says to its children (the notebooks of a run) that it has a cluster of N workers: "N address".
CLUSTER = "DOSSIER_CLUSTER"
# The first look at what items cost, late enough for most languages to have been met (each loads its lexicons), then each time
# their number has doubled; sooner where items take long.
FIRST_LOOK = 32
LOOK_SECONDS = 10.0


@dataclass(frozen=True, slots=True)
class Engine:
    """Where the work is done.

    Attributes:
        workers: 0 measures the first items and takes local processes when they pay; 1 stays in this process; more ask
            for a Dask cluster of so many processes on this machine.
        scheduler: address of a Dask scheduler that runs (`tcp://host:port`), '' for none.
    """

    workers: int = 0
    scheduler: str = ""

    def __post_init__(self) -> None:
        if self.workers < 0:
            raise InputError(
                f"workers={self.workers!r}: give 0 (local processes when they pay), 1 (no extra process) or more (a Dask "
                "cluster on this machine)"
            )
        if self.scheduler and not self.scheduler.startswith(("tcp://", "tls://")):
            raise InputError(
                f"scheduler={self.scheduler!r}: give the address of a Dask scheduler, for example tcp://127.0.0.1:8786"
            )
        if self.scheduler and self.workers > 1:
            raise InputError(
                f"workers={self.workers} and scheduler={self.scheduler!r}: a scheduler has its own workers; give one of the two"
            )

    @property
    def on_cluster(self) -> bool:
        """True when the items go to a Dask cluster."""
        return bool(self.scheduler) or self.workers > 1

    def map(self, function: Callable[[Item], Result], items: Sequence[Item]) -> Iterator[Result]:
        """Apply `function` to every item, lazily, in order.

        A worker that dies is replaced and its items are done again. What `function` raises is raised here.

        Args:
            function: a module-level function; its result must be picklable when processes are used.
            items: the inputs, small (paths rather than contents).

        Raises:
            RunError: one item kills every worker it is given to; the message names it.
            InputError: the scheduler does not answer or runs other code.
        """
        if not self.on_cluster:
            if self.workers == 1 or len(items) < 2 or count_cores() == 1:
                return map(function, items)
            return self._map_here_first(function, items)
        return self._map_cluster(function, items)

    @contextmanager
    def started(self, say: Callable[[str], None] | None = None) -> Iterator[Engine]:
        """Keep one cluster for several maps and stop it at the end; without a cluster nothing is started.

        Args:
            say: told where the cluster's dashboard is.

        Raises:
            InputError: as `map`.
        """
        if not self.on_cluster:
            yield self
            return
        from helpers.foundation.dask_pool import open_pool

        with open_pool(self.workers, self.scheduler) as pool:
            if say is not None:
                say(pool.about)
            _started[self] = pool
            if self.workers > 1:
                os.environ[CLUSTER] = f"{self.workers} {pool.address}"
            try:
                yield self
            finally:
                del _started[self]
                os.environ.pop(CLUSTER, None)

    def _map_cluster(self, function: Callable[[Item], Result], items: Sequence[Item]) -> Iterator[Result]:
        from helpers.foundation.dask_pool import open_pool

        if (pool := _started.get(self)) is not None:
            yield from stream_tasks(pool, function, items)
            return
        workers, _, address = os.environ.get(CLUSTER, "").partition(" ")
        scheduler = address if workers == str(self.workers) else self.scheduler
        with open_pool(self.workers, scheduler) as other:
            yield from stream_tasks(other, function, items)

    def _map_here_first(self, function: Callable[[Item], Result], items: Sequence[Item]) -> Iterator[Result]:
        cores = count_cores()
        spent: list[float] = []
        total = 0.0
        look = FIRST_LOOK
        for done, item in enumerate(items, 1):
            begun = perf_counter()
            result = function(item)
            spent.append(perf_counter() - begun)
            total += spent[-1]
            yield result
            if done < look and total < LOOK_SECONDS * look / FIRST_LOOK:
                continue
            look = max(2 * done, look)
            if pays(spent, len(items) - done, cores, warm=is_alone()):
                from helpers.foundation.local_pool import LocalPool

                with LocalPool(cores, preload=[function.__module__]) as pool:
                    yield from stream_tasks(pool, function, items[done:], seconds=reckon(spent)[0])
                return


# Clusters kept by `Engine.started`.
_started: dict[Engine, Pool] = {}


def pays(spent: Sequence[float], left: int, cores: int, *, warm: bool = False) -> bool:
    """Whether local processes would save time on the items that are left.

    Args:
        spent: seconds that the items done so far took, in order.
        left: number of items left.
        cores: processes that would run.
        warm: they would be copies of this process and have loaded what it has.
    """
    usual, warming = reckon(spent)
    saved = usual * left * (1 - 1 / cores)
    return saved > MARGIN * (START_SECONDS + (0.0 if warm else warming))


def reckon(spent: Sequence[float]) -> tuple[float, float]:
    """Seconds that an item usually takes, and that the first items took beyond that.

    The later half says what is usual: the mean, because pages differ (saved HTML takes ten times as long as a text). What the
    earlier half took beyond it went into libraries, lexicons and models, and a process that is no copy has to warm up like that.
    """
    half = len(spent) // 2
    usual = sum(spent[half:]) / (len(spent) - half)
    return usual, max(0.0, sum(spent[:half]) - usual * half)


def count_cores() -> int:
    """Processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def is_alone() -> bool:
    """True when this process has one thread, counted by the system, which knows of those that libraries start.

    A thread that has just been joined is still there for a moment: it is waited for, a tenth of a second at most.
    """
    if sys.platform != "linux":
        return False
    try:
        for _ in range(20):
            if len(list(Path("/proc/self/task").iterdir())) == 1:
                return True
            if active_count() > 1:
                return False
            sleep(0.005)
    except OSError:
        return False
    return False
