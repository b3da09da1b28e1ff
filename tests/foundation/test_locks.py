"""A lock ends with the process that took it, also when a copy of that process lives on."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from helpers.foundation.locks import is_held, only_one

# Holds a folder, copies itself, says who the copy is, and waits to be killed; so does the copy.
HOLDER = """
import os, sys, time
from pathlib import Path
from helpers.foundation.locks import only_one
with only_one(Path(sys.argv[1]), doing="test", remedy="wait"):
    if copy := os.fork():
        print(copy, flush=True)
    time.sleep(600)
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no process can be copied here")
def test_a_copy_of_a_killed_process_holds_no_lock_of_it(tmp_path: Path) -> None:
    with subprocess.Popen([sys.executable, "-c", HOLDER, str(tmp_path)], stdout=subprocess.PIPE) as holder:
        assert holder.stdout is not None
        copy = int(holder.stdout.readline())
        try:
            assert is_held(tmp_path)  # the copy has let go of its own handle only
            holder.kill()
            holder.wait()
            os.kill(copy, 0)  # lives
            with only_one(tmp_path, doing="test", remedy="wait", timeout=60):
                pass
        finally:
            os.kill(copy, signal.SIGKILL)
