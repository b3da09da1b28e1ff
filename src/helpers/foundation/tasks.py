"""Items into tasks: few in flight at a time, results in order, and the one item found that kills whoever works on it."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import PurePath
from time import perf_counter
from typing import Any, Protocol, TypeVar

from helpers.foundation.errors import RunError
from helpers.foundation.memory import seldom_searched

Item = TypeVar("Item")
Result = TypeVar("Result")

# A task takes about this long: long against sending it, short against the wait for the last one.
TASK_SECONDS = 0.5
# Items of a task at most: what is lost, and done again, when a worker dies.
MOST_ITEMS = 64
# Tasks in flight for each that can run: memory stays flat however many items there are.
AHEAD = 2


class WorkerLost(Exception):  # noqa: N818 - an event, not yet an error
    """A worker died, or every worker that a task was given to."""


class Task(Protocol):
    """A task that was handed over."""

    def result(self) -> tuple[float, list[Any]]:
        """Wait for it: the seconds it took where it ran, and the results.

        Raises:
            WorkerLost: whoever worked on it died.
        """
        ...

    def forget(self) -> None:
        """Give it up: its result is not wanted any more."""
        ...


class Pool(Protocol):
    """Processes that work on tasks."""

    about: str
    # an item that kills its worker so often, while nothing else runs, is not tried again
    tries: int

    @property
    def slots(self) -> int:
        """Tasks that can run at the same time."""
        ...

    def submit(self, function: Callable[[Any], Any], part: Sequence[Any]) -> Task:
        """Hand over a task."""
        ...

    def restart(self) -> None:
        """Make sure that tasks can be handed over again after a worker was lost."""
        ...


def run_part(function: Callable[[Item], Result], part: Sequence[Item]) -> tuple[float, list[Result]]:
    """Apply `function` to the items of one task and say how many seconds it took; what a worker is sent."""
    begun = perf_counter()
    with seldom_searched():
        results = [function(item) for item in part]
    return perf_counter() - begun, results


def stream_tasks(
    pool: Pool, function: Callable[[Item], Result], items: Sequence[Item], *, seconds: float = 0.0
) -> Iterator[Result]:
    """Apply `function` to every item in a pool, lazily, in order.

    Args:
        pool: the workers.
        function: a module-level function.
        items: the inputs.
        seconds: what an item is expected to take; 0 when nothing is known.

    Raises:
        RunError: one item kills every worker it is given to.
    """
    size = _size_for(seconds) if seconds else 1
    window: deque[tuple[int, int, Task]] = deque()
    at = 0
    try:
        while at < len(items) or window:
            while at < len(items) and len(window) < AHEAD * pool.slots:
                end = min(at + size, len(items), at + max(1, (len(items) - at) // (2 * pool.slots)))
                window.append((at, end, pool.submit(function, items[at:end])))
                at = end
            start, end, task = window[0]
            try:
                took, results = task.result()
            except WorkerLost:
                # who is to blame cannot be told from here: what was in flight is done again, one after the other
                suspects = [(a, b) for a, b, _ in window]
                _forget(window)
                pool.restart()
                for a, b in suspects:
                    yield from _do_alone(pool, function, items[a:b])
                continue
            window.popleft()
            size = _size_for(took / (end - start))
            yield from results
    finally:
        _forget(window)


def name_item(item: object) -> str:
    """An item as a person knows it: the path of a file, where there is one in it."""
    if isinstance(item, str | PurePath):
        return str(item)
    if isinstance(item, Mapping) and "source_path" in item:
        return str(item["source_path"])
    if isinstance(item, list) and len(item) > 1:
        return f"one of {len(item)} from {name_item(item[0])} to {name_item(item[-1])}"
    if isinstance(item, tuple | list) and item:
        return name_item(item[0])
    return repr(item)[:200]


def _size_for(seconds: float) -> int:
    return max(1, min(MOST_ITEMS, int(TASK_SECONDS / max(seconds, 1e-6))))


def _do_alone(pool: Pool, function: Callable[[Item], Result], part: Sequence[Item]) -> Iterator[Result]:
    """Do the items of one task while nothing else runs; item by item when a worker dies on them together."""
    results = _try(pool, function, part) if len(part) > 1 else None
    if results is not None:
        yield from results
        return
    for item in part:
        for _ in range(pool.tries):
            results = _try(pool, function, [item])
            if results is not None:
                break
        else:
            raise RunError(
                f"{name_item(item)}: every worker that was given it died (out of memory, or a library that crashed on it); "
                "move it out of the raw folder, or look at it with --workers 1, and run again"
            )
        yield from results


def _try(pool: Pool, function: Callable[[Item], Result], part: Sequence[Item]) -> list[Result] | None:
    try:
        return pool.submit(function, part).result()[1]
    except WorkerLost:
        pool.restart()
        return None


def _forget(window: deque[tuple[int, int, Task]]) -> None:
    while window:
        window.pop()[2].forget()
