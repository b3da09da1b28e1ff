"""No process outlives the one it works for, however that one ends."""

from __future__ import annotations

import os
import threading
from multiprocessing.process import parent_process


def end_with_parent() -> None:
    """Let this process end at once when the process that started it through multiprocessing is no more.

    Workers and kernels that come from a fork server are not children of the process they work for, and pipes that they hold
    themselves never close: killed by SIGKILL, it would leave them behind for ever.
    """
    parent = parent_process()
    if parent is None:
        return

    def wait() -> None:
        parent.join()
        os._exit(1)

    threading.Thread(target=wait, name="end-with-parent", daemon=True).start()
