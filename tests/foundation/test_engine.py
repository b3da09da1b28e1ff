"""One map, the same results in order wherever it runs, and a dying worker is survived."""

import os
from pathlib import Path

import pytest

from helpers.foundation.engine import Engine
from helpers.foundation.errors import InputError, RunError


def double(n):
    return 2 * n


def die_once(item):
    marker, n = item
    if n == 100 and not Path(marker).exists():
        Path(marker).write_text("died")
        os._exit(1)
    return n


def die_always(n):
    os._exit(1)


@pytest.mark.parametrize("workers", [1, 2])
def test_results_come_in_order(workers):
    assert list(Engine(workers=workers).map(double, range(500))) == [2 * n for n in range(500)]


def test_a_worker_that_dies_is_replaced(tmp_path):
    items = [(str(tmp_path / "marker"), n) for n in range(300)]
    assert list(Engine(workers=2).map(die_once, items)) == list(range(300))


def test_a_partition_that_always_kills_is_named():
    with pytest.raises(RunError, match="begins with 0"):
        list(Engine(workers=2).map(die_always, range(10)))


def test_bad_addresses_and_counts_are_refused():
    with pytest.raises(InputError, match="tcp://"):
        Engine(scheduler="localhost")
    with pytest.raises(InputError, match="workers"):
        Engine(workers=-1)


def test_a_dask_cluster_gives_the_same_in_the_same_order():
    from distributed import LocalCluster

    with LocalCluster(
        n_workers=1, threads_per_worker=1, processes=True, host="127.0.0.1", dashboard_address=None
    ) as cluster:
        assert list(Engine(scheduler=cluster.scheduler_address).map(double, range(200))) == [
            2 * n for n in range(200)
        ]


def test_a_scheduler_that_does_not_answer_is_said_plainly():
    import socket

    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        port = s.getsockname()[1]
    with pytest.raises(InputError, match="does not answer"):
        list(Engine(scheduler=f"tcp://127.0.0.1:{port}").map(double, [1]))
