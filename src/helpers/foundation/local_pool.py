"""Processes on this machine that work on tasks; one that dies takes the pool down, which is then built anew.

A process with a single thread is copied as it is: the copies have every lexicon, model and pattern that it has loaded, in memory
they share. Beside other threads (a notebook's, an object store's) a copy might hold a lock that nobody ever releases; there
the processes come from a small server of their own and load what they need.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from multiprocessing import get_context
from types import TracebackType
from typing import Any

from helpers.foundation.engine import is_alone
from helpers.foundation.orphans import end_with_parent
from helpers.foundation.tasks import WorkerLost, run_part


@dataclass(frozen=True, slots=True)
class LocalTask:
    """A task in a local process."""

    future: Future[tuple[float, list[Any]]]

    def result(self) -> tuple[float, list[Any]]:  # noqa: D102
        try:
            return self.future.result()
        except BrokenProcessPool as err:
            raise WorkerLost from err

    def forget(self) -> None:  # noqa: D102
        self.future.cancel()


class LocalPool:
    """As many processes as asked for, stopped at the end of the block; they end too when this process is killed."""

    tries = 2

    def __init__(self, workers: int, *, preload: Sequence[str] = ()):
        """Start the processes.

        Args:
            workers: how many.
            preload: modules that the small server, where one is needed, imports once, so that each process has them at once.
        """
        self._preload = list(preload)
        self.slots = workers
        self.about = f"{workers} local processes"
        self._pool = self._build()

    def __enter__(self) -> LocalPool:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._pool.shutdown(wait=True, cancel_futures=True)

    def submit(self, function: Callable[[Any], Any], part: Sequence[Any]) -> LocalTask:
        """Hand over a task.

        Raises:
            WorkerLost: a worker has died since the last one.
        """
        try:
            # read here, not in the thread that sends: items may be read from disk when they are asked for
            return LocalTask(self._pool.submit(run_part, function, list(part)))
        except BrokenProcessPool:
            # found out while handing over: the task that was in work says so when it is asked for its result
            lost: Future[tuple[float, list[Any]]] = Future()
            lost.set_exception(BrokenProcessPool("a process of the pool died"))
            return LocalTask(lost)

    def restart(self) -> None:
        """Build the pool anew; does nothing while all processes live."""
        self._pool.shutdown(wait=True, cancel_futures=True)
        self._pool = self._build()

    def _build(self) -> ProcessPoolExecutor:
        if is_alone():
            pool = ProcessPoolExecutor(
                self.slots, mp_context=get_context("fork"), initializer=end_with_parent
            )
            pool.submit(
                os.getpid
            )  # all processes are copied at the first task: now, before there are more threads
            return pool
        context = get_context("forkserver" if os.name == "posix" else "spawn")
        if self._preload and os.name == "posix":
            context.set_forkserver_preload(self._preload)  # without effect where the server runs already
        return ProcessPoolExecutor(self.slots, mp_context=context, initializer=end_with_parent)
