"""One map, the same results in order wherever it runs; a worker that dies is survived, a deadly item is named."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest

from helpers.foundation import engine
from helpers.foundation.dask_pool import open_pool
from helpers.foundation.engine import Engine, pays
from helpers.foundation.errors import InputError, RunError
from helpers.foundation.local_pool import LocalPool
from helpers.foundation.tasks import name_item, stream_tasks


def double(n):
    return 2 * n


def slow(n):
    time.sleep(0.05)
    return n


def fail_on_seven(n):
    if n == 7:
        raise InputError("7: not today")
    return n


def time_out(n):
    raise TimeoutError("of its own")


def die_once(item):
    marker, n = item
    if n == 100 and not Path(marker).exists():
        Path(marker).write_text("died")
        os.kill(os.getpid(), signal.SIGKILL)
    return n


def die_of_a_page(item):
    if item[0].endswith("bad.html"):
        os.kill(os.getpid(), signal.SIGKILL)
    return item[1]


def note_process(item):
    folder, n = item
    Path(folder, str(os.getpid())).touch()
    time.sleep(0.02)
    return n


PAGES = [(f"pages/{'bad' if n == 23 else n}.html", n) for n in range(40)]


# ---- in this process and in local processes


def test_one_worker_is_this_process():
    assert set(Engine(workers=1).map(lambda _: os.getpid(), range(3))) == {os.getpid()}


def test_local_processes_give_results_in_order():
    with LocalPool(2) as pool:
        assert list(stream_tasks(pool, double, range(3000))) == [2 * n for n in range(3000)]


def test_what_does_not_pay_stays_here(monkeypatch):
    monkeypatch.setattr(engine, "count_cores", lambda: 2)
    assert set(Engine().map(here, range(200))) == {os.getpid()}


def test_what_pays_goes_to_processes(monkeypatch):
    monkeypatch.setattr(engine, "count_cores", lambda: 2)
    monkeypatch.setattr(engine, "START_SECONDS", 0.01)
    found = list(Engine().map(slow_here, range(120)))
    assert [n for n, _ in found] == list(range(120))
    assert len({pid for _, pid in found}) > 1


def here(_):
    return os.getpid()


def slow_here(n):
    time.sleep(0.01)
    return n, os.getpid()


def test_processes_pay_only_when_they_save_more_than_they_cost(monkeypatch):
    monkeypatch.setattr(engine, "START_SECONDS", 0.8)
    assert pays([0.1] * 8, 100, 2)  # saves 5 s
    assert not pays([0.1] * 8, 20, 2)  # saves 1 s
    assert not pays([0.001] * 8, 1000, 2)
    # the first item took eight seconds longer: each process would have to warm up like that
    assert not pays([8.1, *[0.1] * 7], 100, 2)
    assert pays([8.1, *[0.1] * 7], 1000, 2)
    assert pays([8.1, *[0.1] * 7], 100, 2, warm=True)  # copies of this process have loaded it
    # one page in four takes long: what is usual is what they take together, and nothing of it was warming
    assert pays([0.01, 0.01, 0.01, 0.4] * 8, 30, 2)


def test_what_is_usual_is_told_from_what_the_first_items_loaded():
    assert engine.reckon([5.0, 0.1, 0.1, 0.1]) == pytest.approx((0.1, 4.9))
    assert engine.reckon([0.1, 0.1, 0.1, 0.1]) == pytest.approx((0.1, 0.0))
    assert engine.reckon([0.0, 0.0, 0.3, 0.1]) == pytest.approx((0.2, 0.0))


def test_a_killed_local_process_is_replaced(tmp_path):
    items = [(str(tmp_path / "marker"), n) for n in range(300)]
    with LocalPool(2) as pool:
        assert list(stream_tasks(pool, die_once, items)) == list(range(300))
    assert (tmp_path / "marker").exists()


# What a process has loaded, as its workers see it: 300 items, one of which kills a worker; what all of them had, and who was copied.
COPIES = """
import sys, threading, time
sys.path.insert(0, {here!r})
import test_engine as t
if __name__ == "__main__":
    t.LOADED.append("lexicon")
    if {threads}:
        threading.Thread(target=time.sleep, args=(600,), daemon=True).start()
    items = [({marker!r}, n) for n in range(300)]
    with t.LocalPool(2) as pool:
        seen = list(t.stream_tasks(pool, t.tell_loaded, items))
        found = list(t.stream_tasks(pool, t.die_once, items))
    print(t.engine.is_alone(), found == list(range(300)), sorted(set(seen)))
"""
LOADED: list[str] = []


def tell_loaded(_):
    return " ".join(LOADED)


@pytest.mark.parametrize(("threads", "told"), [(False, "True True ['lexicon']"), (True, "False True ['']")])
def test_a_process_with_one_thread_is_copied_with_all_it_has_loaded(tmp_path, threads, told):
    """And beside other threads never: a copy might hold a lock of theirs. A killed process is replaced in both cases."""
    script = tmp_path / "run.py"
    marker = str(tmp_path / "marker")
    script.write_text(COPIES.format(here=str(Path(__file__).parent), threads=threads, marker=marker))
    done = subprocess.run(
        [sys.executable, str(script)], check=False, capture_output=True, text=True, timeout=240
    )
    assert done.stdout.strip() == told, done.stderr
    assert Path(marker).exists()


def test_the_item_that_kills_every_local_process_is_named():
    done = []
    with LocalPool(2) as pool, pytest.raises(RunError, match=r"^pages/bad\.html: every worker"):
        for n in stream_tasks(pool, die_of_a_page, PAGES):
            done.append(n)
    assert done == list(range(len(done))), "what comes before it is given in order"
    assert len(done) <= 23


def test_an_error_of_an_item_is_raised_as_it_is():
    with LocalPool(2) as pool, pytest.raises(InputError, match="not today"):
        list(stream_tasks(pool, fail_on_seven, range(20)))


def test_nothing_stays_behind_when_the_results_are_not_wanted_any_more():
    before = set(psutil.Process().children(recursive=True))
    with LocalPool(2) as pool:
        results = stream_tasks(pool, slow, range(100))
        assert next(results) == 0
        results.close()
    workers = [
        p
        for p in psutil.Process().children(recursive=True)
        if p not in before and "forkserver" not in name_of(p)
    ]
    assert workers == []


def name_of(process):
    try:
        return " ".join(process.cmdline())
    except psutil.Error:
        return "gone"


LOCAL = "with LocalPool(2) as pool: list(stream_tasks(pool, note_process, items))"
CLUSTER = "list(Engine(workers=2).map(note_process, items))"


@pytest.mark.parametrize(
    "work", [LOCAL, pytest.param(CLUSTER, marks=pytest.mark.long)], ids=["local", "cluster"]
)
def test_processes_end_when_the_one_that_started_them_is_killed(tmp_path, work):
    script = tmp_path / "run.py"
    script.write_text(
        f"import sys; sys.path.insert(0, {str(Path(__file__).parent)!r})\n"
        "from test_engine import Engine, LocalPool, note_process, stream_tasks\n"
        "if __name__ == '__main__':\n"
        f"    items = [({str(tmp_path)!r}, n) for n in range(100_000)]\n"
        f"    {work}\n"
    )
    with subprocess.Popen([sys.executable, str(script)]) as started:
        try:
            wait_until(lambda: len(pids_in(tmp_path)) == 2)
            workers = [psutil.Process(pid) for pid in pids_in(tmp_path)]
        finally:
            started.kill()
    _, alive = psutil.wait_procs(workers, timeout=20)
    assert alive == []


def pids_in(folder):
    return [int(p.name) for p in folder.iterdir() if p.name.isdigit()]


def wait_until(true, seconds=240):
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end
        time.sleep(0.05)


# ---- on a Dask cluster


@pytest.fixture(scope="module")
def cluster():
    """An engine with a cluster of two processes that stays for several maps; it has to be gone afterwards."""
    before = set(psutil.Process().children(recursive=True))
    said = []
    with Engine(workers=2).started(said.append) as started:
        yield started, said
    left = [p for p in psutil.Process().children(recursive=True) if p not in before and "nanny" in name_of(p)]
    assert left == []


def test_a_cluster_gives_the_same_in_the_same_order(cluster):
    assert list(cluster[0].map(double, range(1000))) == [2 * n for n in range(1000)]


def test_the_dashboard_is_on_loopback_and_said(cluster):
    import urllib.request

    (about,) = cluster[1]
    address = about.rpartition(" ")[2]
    assert address.startswith("http://127.0.0.1:")
    assert urllib.request.urlopen(address, timeout=20).status == 200


def test_nothing_of_the_cluster_listens_beyond_loopback(cluster):
    mine = [psutil.Process(), *psutil.Process().children(recursive=True)]
    listening = {
        c.laddr.ip for p in mine for c in p.net_connections("inet") if c.status == psutil.CONN_LISTEN
    }
    assert listening == {"127.0.0.1"}


def test_a_killed_worker_of_the_cluster_is_replaced(cluster, tmp_path):
    items = [(str(tmp_path / "marker"), n) for n in range(300)]
    assert list(cluster[0].map(die_once, items)) == list(range(300))
    assert (tmp_path / "marker").exists()


def test_the_item_that_kills_every_worker_of_the_cluster_is_named(cluster):
    with pytest.raises(RunError, match=r"^pages/bad\.html: every worker"):
        list(cluster[0].map(die_of_a_page, PAGES))
    assert list(cluster[0].map(double, range(10))) == [2 * n for n in range(10)], "and the cluster lives on"


def test_errors_of_items_come_through_the_cluster_as_they_are(cluster):
    with pytest.raises(InputError, match="not today"):
        list(cluster[0].map(fail_on_seven, range(20)))
    with pytest.raises(TimeoutError, match="of its own"):
        list(cluster[0].map(time_out, range(2)))


def test_few_tasks_are_in_flight(cluster):
    pool = engine._started[cluster[0]]
    handed_over = []

    class Counting:
        about, tries, slots = pool.about, pool.tries, pool.slots

        def submit(self, function, part):
            handed_over.append(part)
            return pool.submit(function, part)

        restart = pool.restart

    results = stream_tasks(Counting(), double, range(10_000))
    next(results)
    assert len(handed_over) <= 2 * 2 + 1
    results.close()


def test_a_running_scheduler_is_used_and_left_running(cluster):
    address = engine._started[cluster[0]].client.scheduler.address
    assert list(Engine(scheduler=address).map(double, range(100))) == [2 * n for n in range(100)]
    assert list(cluster[0].map(double, range(3))) == [0, 2, 4]


def test_workers_with_other_code_are_refused(cluster, monkeypatch):
    address = engine._started[cluster[0]].client.scheduler.address
    monkeypatch.setattr("helpers.foundation.fingerprints.file_fingerprint", lambda *_, **__: "other")
    with pytest.raises(InputError, match="other code or configuration"):
        list(Engine(scheduler=address).map(double, [1, 2]))


def test_a_scheduler_without_workers_is_said_plainly(monkeypatch):
    from distributed import LocalCluster

    monkeypatch.setattr("helpers.foundation.dask_pool.WORKER_SECONDS", 0.5)
    with (
        LocalCluster(n_workers=0, host="127.0.0.1", dashboard_address=None) as empty,
        pytest.raises(InputError, match="has no workers"),
        open_pool(0, empty.scheduler_address),
    ):
        pass


def test_a_scheduler_that_does_not_answer_is_said_plainly(monkeypatch):
    import socket

    monkeypatch.setattr("helpers.foundation.dask_pool.ANSWER_SECONDS", 2)
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        port = s.getsockname()[1]
    with pytest.raises(InputError, match="does not answer"):
        list(Engine(scheduler=f"tcp://127.0.0.1:{port}").map(double, [1]))


# ---- what is refused, how items are named


def test_bad_addresses_and_counts_are_refused():
    with pytest.raises(InputError, match="tcp://"):
        Engine(scheduler="localhost")
    with pytest.raises(InputError, match="workers"):
        Engine(workers=-1)
    with pytest.raises(InputError, match="one of the two"):
        Engine(workers=2, scheduler="tcp://127.0.0.1:8786")


@pytest.mark.parametrize(
    ("item", "name"),
    [
        (Path("a/b.html"), "a/b.html"),
        ((Path("a/b.html"), Path("a"), ("en",)), "a/b.html"),
        ({"source_path": "b.html", "body": "..."}, "b.html"),
        (({"source_path": "b.html"}, 1), "b.html"),
        ([(Path("a.txt"), Path())], "a.txt"),
        ([(Path(f"{x}.txt"), Path()) for x in "abc"], "one of 3 from a.txt to c.txt"),
        (7, "7"),
        ([], "[]"),
    ],
)
def test_items_are_named_by_their_file(item, name):
    assert name_item(item) == name


def test_a_scheduler_that_says_two_things_at_once_is_asked_again(cluster, monkeypatch):
    import distributed

    tries = []
    plain = distributed.Client

    def mishear(*args, **kwargs):
        tries.append(args)
        if len(tries) < 3:
            raise AssertionError
        return plain(*args, **kwargs)

    address = engine._started[cluster[0]].client.scheduler.address
    monkeypatch.setattr(distributed, "Client", mishear)
    assert list(Engine(scheduler=address).map(double, range(3))) == [0, 2, 4]
    assert len(tries) >= 3
    monkeypatch.setattr(distributed, "Client", lambda *_, **__: (_ for _ in ()).throw(AssertionError))
    with pytest.raises(InputError, match="does not answer"):
        list(Engine(scheduler=address).map(double, range(3)))
