"""Giving memory back changes nothing that is still in use."""

import sys
from pathlib import Path

import pyarrow as pa
import pytest

from helpers.foundation.memory import give_back


def test_what_is_in_use_stays():
    table = pa.table({"x": list(range(1000))})
    texts = [str(i) * 50 for i in range(1000)]
    give_back()
    assert table.column("x").to_pylist() == list(range(1000)) and texts[7] == "7" * 50


@pytest.mark.skipif(sys.platform != "linux", reason="asks the system how much memory is resident")
def test_freed_memory_leaves_the_process():
    def resident():
        return int(Path("/proc/self/statm").read_text().split()[1]) * 4096

    small = [b"%d" % i * 400 for i in range(60_000)]  # below what is asked from the system piece by piece
    keep = small[::2000]
    full = resident()
    del small
    give_back()
    assert resident() < full - 60_000_000 and all(len(k) >= 400 for k in keep)


def test_without_such_a_call_nothing_happens(monkeypatch):
    monkeypatch.setattr("helpers.foundation.memory.sys.platform", "other")
    give_back()
