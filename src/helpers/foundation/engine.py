"""One map over independent items: in this process, in local processes or on a Dask cluster, with the same result.

Every stage up to the claims is a pure function of one item and the configuration, so where it runs is only a matter
of this module. Results come in the order of the items, whatever finishes first.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from itertools import islice
from multiprocessing import get_context
from typing import TYPE_CHECKING, TypeVar

from helpers.foundation.errors import InputError, RunError

if TYPE_CHECKING:
    from distributed import Client

Item = TypeVar("Item")
Result = TypeVar("Result")

# Below this many items two processes cost more than they save (measured: benchmarks/engine.py).
SERIAL_BELOW = 400
PARTITION = 64


@dataclass(frozen=True, slots=True)
class Engine:
    """Where the work is done.

    Attributes:
        workers: local processes; 0 decides by the number of items and cores, 1 stays in this process.
        scheduler: address of a Dask scheduler (`tcp://host:port`), '' for none.
    """

    workers: int = 0
    scheduler: str = ""

    def __post_init__(self) -> None:
        if self.workers < 0:
            raise InputError(
                f"workers={self.workers!r}: give 0 (decide by size), 1 (no extra process) or more"
            )
        if self.scheduler and not self.scheduler.startswith(("tcp://", "tls://", "inproc://")):
            raise InputError(
                f"scheduler={self.scheduler!r}: give the address of a Dask scheduler, for example tcp://127.0.0.1:8786"
            )

    def map(self, function: Callable[[Item], Result], items: Sequence[Item]) -> Iterator[Result]:
        """Apply `function` to every item, lazily, in order.

        Args:
            function: a module-level function; its result must be picklable when processes are used.
            items: the inputs, small (paths rather than contents).

        Raises:
            RunError: workers kept dying on one partition; the message names its first item.
        """
        if self.scheduler:
            return self._map_dask(function, items)
        workers = self.workers or (1 if len(items) < SERIAL_BELOW else os.cpu_count() or 1)
        if workers == 1 or len(items) < 2:
            return map(function, items)
        return self._map_local(function, items, workers)

    def _map_local(
        self, function: Callable[[Item], Result], items: Sequence[Item], workers: int
    ) -> Iterator[Result]:
        todo = [items[i : i + PARTITION] for i in range(0, len(items), PARTITION)]
        done = 0
        failures = 0
        while done < len(todo):
            with ProcessPoolExecutor(
                workers, mp_context=get_context("forkserver" if os.name == "posix" else "spawn")
            ) as pool:
                # a bounded window keeps memory flat however many partitions there are
                ahead = iter(range(done, len(todo)))
                window = [pool.submit(run_partition, function, todo[i]) for i in islice(ahead, 2 * workers)]
                try:
                    while window:
                        results = window.pop(0).result()
                        if (i := next(ahead, None)) is not None:
                            window.append(pool.submit(run_partition, function, todo[i]))
                        done += 1
                        failures = 0
                        yield from results
                except BrokenProcessPool as err:
                    failures += 1
                    if failures == 3:
                        raise RunError(
                            f"workers died three times on the partition that begins with {todo[done][0]!r}; "
                            "out of memory? try --workers 1, or move that file away and run again"
                        ) from err

    def _map_dask(self, function: Callable[[Item], Result], items: Sequence[Item]) -> Iterator[Result]:
        client = _connect(self.scheduler)
        try:
            parts = [items[i : i + PARTITION] for i in range(0, len(items), PARTITION)]
            futures = [client.submit(run_partition, function, part, pure=False, retries=2) for part in parts]
            for future in futures:
                yield from future.result()
                future.release()  # type: ignore[no-untyped-call]
        finally:
            client.close()  # type: ignore[no-untyped-call]


def _connect(address: str) -> Client:
    from distributed import Client

    try:
        return Client(address, timeout="10s")  # type: ignore[no-untyped-call]
    except (OSError, TimeoutError) as err:
        raise InputError(
            f"scheduler={address!r} does not answer ({err}); start it with `dask scheduler`, or leave --scheduler out"
        ) from err


def run_partition(function: Callable[[Item], Result], part: Sequence[Item]) -> list[Result]:
    """Apply `function` to the items of one partition; what a worker is sent."""
    return [function(item) for item in part]
