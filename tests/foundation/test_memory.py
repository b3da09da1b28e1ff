"""Giving memory back changes nothing that is still in use."""

import gc
import subprocess
import sys
from pathlib import Path

import pyarrow as pa
import pytest

from helpers.foundation.memory import SEARCHES, give_back, seldom_searched


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


def test_arrow_does_without_pandas_until_somebody_asks_for_it():
    program = """
import sys
from helpers.foundation.memory import leave_pandas_out
leave_pandas_out()
import numpy as np
import pyarrow as pa
import pyarrow.parquet
table = pa.Table.from_pylist([{"x": 1}]).append_column("y", pa.array(np.arange(1)))
assert "pandas" not in sys.modules
frame = table.to_pandas()
assert frame.x[0] == 1 and pa.array(frame.x).to_pylist() == [1] and pa.Table.from_pandas(frame).num_rows == 1
leave_pandas_out()
import pandas
assert pandas is sys.modules["pandas"]
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


@pytest.fixture
def nothing_frozen():
    """Whatever tests before this one froze in the same process is searched again."""
    gc.unfreeze()
    yield
    gc.unfreeze()


@pytest.mark.usefixtures("nothing_frozen")
def test_searches_for_garbage_are_as_before_when_the_work_is_done():
    before = gc.get_threshold()
    with seldom_searched():
        assert gc.get_threshold() == SEARCHES and gc.get_freeze_count() > 0
        with seldom_searched():
            pass
        assert gc.get_threshold() == SEARCHES and gc.get_freeze_count() > 0
    assert gc.get_threshold() == before and gc.get_freeze_count() == 0
    with pytest.raises(ValueError, match="page"), seldom_searched():
        raise ValueError("page")
    assert gc.get_threshold() == before and gc.get_freeze_count() == 0


@pytest.mark.usefixtures("nothing_frozen")
def test_what_was_frozen_by_others_stays_frozen():
    gc.freeze()
    try:
        with seldom_searched():
            pass
        assert gc.get_freeze_count() > 0
    finally:
        gc.unfreeze()
