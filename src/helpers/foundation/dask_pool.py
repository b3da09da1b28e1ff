"""A Dask cluster that works on tasks: one started on this machine's loopback, or one that runs already."""

from __future__ import annotations

import logging
import os
import tempfile
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import CancelledError
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from time import monotonic, sleep
from typing import TYPE_CHECKING, Any

from helpers.foundation.errors import InputError, RunError
from helpers.foundation.tasks import WorkerLost, run_part

if TYPE_CHECKING:
    from distributed import Client

# How long a scheduler may take to answer, and to have a worker.
ANSWER_SECONDS = 10
# Times it is asked to, when its first words were not understood.
TALKS = 5
WORKER_SECONDS = 30
# How long a cluster of our own may take to replace a worker.
REPLACE_SECONDS = 20
# A cluster without a single worker for so long has been given up by whoever runs it.
EMPTY_SECONDS = 120
# The number of workers is asked for again after so many seconds: clusters grow and shrink.
RECOUNT_SECONDS = 5.0
# Times a task may lose its worker before it is suspected of killing it.
FAILURES = 1


@dataclass(slots=True)
class DaskTask:
    """A task on the cluster."""

    pool: DaskPool
    future: Any

    def result(self) -> tuple[float, list[Any]]:  # noqa: D102
        from distributed import KilledWorker

        empty_since: float | None = None
        while True:
            try:
                done: tuple[float, list[Any]] = self.future.result(timeout=RECOUNT_SECONDS)
                return done
            except KilledWorker as err:
                raise WorkerLost from err
            except CancelledError as err:
                raise RunError(
                    f"{self.pool.about}: the scheduler was lost or gave the work up; start it and run again, what was done is kept"
                ) from err
            except TimeoutError:
                if self.future.status == "error":  # what the task itself raised
                    raise
                empty_since = None if self.pool.count() else empty_since or monotonic()
                alone = 0.0 if empty_since is None else monotonic() - empty_since
                if self.pool.is_own and alone > REPLACE_SECONDS:
                    raise WorkerLost from None
                if alone > EMPTY_SECONDS:
                    raise RunError(
                        f"{self.pool.about}: no worker for {EMPTY_SECONDS} s; start workers and run again, what was done is kept"
                    ) from None

    def forget(self) -> None:  # noqa: D102
        self.future.cancel()


class DaskPool:
    """The workers of one cluster, through one client.

    Attributes:
        about: what it is and where its dashboard is.
        tries: a task counts as deadly at once: the scheduler has tried it on several workers.
    """

    tries = 1

    def __init__(self, client: Client, about: str, own: OwnCluster | None = None):
        self.client = client
        self.about = about
        self._own = own
        self._slots = 1
        self._counted = float("-inf")

    @property
    def slots(self) -> int:
        """Threads of all workers, counted again every few seconds."""
        if monotonic() - self._counted > RECOUNT_SECONDS:
            self._slots = max(1, self.count())
            self._counted = monotonic()
        return self._slots

    @property
    def address(self) -> str:
        """Of the scheduler."""
        return str(self.client.scheduler_info()["address"])

    @property
    def is_own(self) -> bool:
        """True for a cluster that this process started."""
        return self._own is not None

    def count(self) -> int:
        """Threads of all workers, now.

        Raises:
            RunError: the scheduler does not answer any more.
        """
        try:
            return sum(self.client.nthreads().values())  # type: ignore[no-untyped-call]
        except (OSError, TimeoutError) as err:
            raise RunError(
                f"{self.about}: the scheduler does not answer any more ({err}); start it and run again, what was done is kept"
            ) from err

    def submit(self, function: Callable[[Any], Any], part: Sequence[Any]) -> DaskTask:
        """Hand over a task."""
        return DaskTask(self, self.client.submit(run_part, function, list(part), pure=False))

    def restart(self) -> None:
        """Wait until lost workers are replaced. A cluster of our own that does not manage is started anew."""
        if self._own is None:
            return
        end = monotonic() + REPLACE_SECONDS
        while self.count() < self._own.workers:
            if self._own.has_given_up or monotonic() > end:
                self._own.stop()
                self.client = self._own.start()
                return
            sleep(0.1)


class OwnCluster:
    """A scheduler in this process and workers on this machine, on loopback only."""

    def __init__(self, workers: int):
        self.workers = workers
        self._open = ExitStack()
        self._cluster: Any = None

    @property
    def has_given_up(self) -> bool:
        """True when a worker's guardian will not start it again: a worker killed while it started makes it stop."""
        return any(str(w.status) != "Status.running" for w in self._cluster.workers.values())

    def start(self) -> Client:
        """Start scheduler and workers."""
        import dask
        from distributed import Client, LocalCluster

        enter = self._open.enter_context
        scratch = enter(tempfile.TemporaryDirectory(prefix="dossier-dask-", ignore_cleanup_errors=True))
        enter(dask.config.set({"distributed.scheduler.allowed-failures": FAILURES}))
        if (
            os.name == "posix"
        ):  # a worker that died is then replaced at once, without importing everything again
            enter(dask.config.set({"distributed.worker.multiprocessing-method": "forkserver"}))
        self._cluster = LocalCluster(  # type: ignore[no-untyped-call]
            n_workers=self.workers, threads_per_worker=1, processes=True, host="127.0.0.1", dashboard_address="127.0.0.1:0",
            local_directory=scratch, silence_logs=logging.CRITICAL,
        )  # fmt: skip
        client: Client = enter(Client(enter(self._cluster), set_as_default=False))  # type: ignore[no-untyped-call]
        return client

    def stop(self) -> None:
        """Stop everything that was started."""
        self._open.close()


@contextmanager
def open_pool(workers: int, scheduler: str) -> Iterator[DaskPool]:
    """Start a cluster on this machine, or connect to one, and let go of it at the end.

    Args:
        workers: processes of a cluster of our own.
        scheduler: address of a running one; '' for one of our own.

    Raises:
        InputError: the scheduler does not answer, has no worker, or its workers run other code.
    """
    with _connect(scheduler) if scheduler else _start(workers) as pool:
        yield pool


@contextmanager
def _start(workers: int) -> Iterator[DaskPool]:
    own = OwnCluster(workers)
    try:
        client = own.start()
        page = client.dashboard_link
        if find_spec("bokeh") is None:  # the drawn pages need it, the tables do not
            page = page.replace("/status", "/info/main/workers.html")
        yield DaskPool(client, f"Dask cluster of {workers} processes on this machine, dashboard {page}", own)
    finally:
        own.stop()


@contextmanager
def _connect(address: str) -> Iterator[DaskPool]:
    with _open_client(address) as client:
        try:
            client.wait_for_workers(1, timeout=WORKER_SECONDS)
        except TimeoutError as err:
            raise InputError(
                f"scheduler={address!r} has no workers; start some with `dask worker {address}`"
            ) from err
        _check_same_code(client, address)
        yield DaskPool(client, f"Dask cluster {address}, dashboard {client.dashboard_link}")


def _open_client(address: str) -> Client:
    """Connect to a scheduler.

    Dask's client takes for granted that the first message it gets says one thing; a scheduler with much to do may say two at
    once. Then it is asked again.

    Raises:
        InputError: the scheduler does not answer.
    """
    from distributed import Client

    problem: Exception | None = None
    for _ in range(TALKS):
        try:
            client: Client = Client(address, timeout=ANSWER_SECONDS, set_as_default=False)  # type: ignore[no-untyped-call]
        except AssertionError as err:
            problem = err
        except (OSError, TimeoutError) as err:
            problem = err
            break
        else:
            return client
    raise InputError(
        f"scheduler={address!r} does not answer ({problem!r}); start it with `dask scheduler`, or leave --scheduler out"
    ) from problem


def code_on_worker() -> str:
    """Hash of the code and configuration of this process; equal ones give equal bytes."""
    from helpers.foundation.fingerprints import code_fingerprint, file_fingerprint
    from helpers.foundation.settings import find_paths

    config = find_paths().config
    files = [p for p in config.rglob("*") if p.is_file()]
    return f"{code_fingerprint('helpers')} {file_fingerprint(files, root=config)}"


def _check_same_code(client: Client, address: str) -> None:
    try:
        found = client.run(code_on_worker)
    except (ImportError, OSError, AttributeError) as err:
        raise InputError(
            f"scheduler={address!r}: a worker cannot load this project ({err}); install the same version of it, with its "
            "config folder, on every worker"
        ) from err
    here = code_on_worker()
    if other := sorted(name for name, there in found.items() if there != here):
        raise InputError(
            f"scheduler={address!r}: worker {other[0]} has other code or configuration than this process; "
            "install the same version of the project there, or its results would differ"
        )
