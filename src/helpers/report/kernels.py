"""Fresh kernels that start fast: forked from a server process that has already imported the heavy libraries.

Each notebook gets a process of its own with a fresh namespace; only the imports are shared, copy-on-write. Where the
platform cannot fork (Windows), the ordinary cold kernels of Jupyter are used.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any

from jupyter_client.manager import AsyncKernelManager
from jupyter_client.provisioning import LocalProvisioner

from helpers.foundation.orphans import end_with_parent

# What the notebooks import; importing any of these starts no thread.
PRELOAD = (
    "ipykernel.kernelapp",
    "ipykernel.ipkernel",
    "ipykernel.debugger",
    "IPython.core.completerlib",
    "IPython.core.oinspect",
    "IPython.extensions.storemagic",
    "plotly.express",
    "numpy",
    "pandas",
    "pyarrow.parquet",
    "matplotlib.figure",
    "plotly.graph_objects",
    "pandera.pandas",
    "helpers.report.preload",
)


def can_fork() -> bool:
    """True when this platform can fork kernels from a preloaded server."""
    return "forkserver" in multiprocessing.get_all_start_methods() and sys.platform != "darwin"


def start_preloading() -> None:
    """Start the server that forked kernels come from; it imports in the background while the caller goes on."""
    if can_fork():
        from multiprocessing import forkserver

        # Without it, importing the debugger prints three lines about frozen modules.
        os.environ.setdefault("PYDEVD_DISABLE_FILE_VALIDATION", "1")
        multiprocessing.get_context("forkserver").set_forkserver_preload(list(PRELOAD))
        forkserver.ensure_running()


def kernel_options() -> dict[str, Any]:
    """Keyword arguments for `papermill.execute_notebook` that make it use these kernels."""
    return {"kernel_manager_class": ForkKernelManager} if can_fork() else {}


def run_kernel(arguments: list[str], cwd: str | None, env: dict[str, str], log: str) -> None:
    """Become an IPython kernel; runs in the forked process and returns when the kernel is shut down."""
    os.setsid()
    end_with_parent()
    signal.signal(signal.SIGINT, signal.default_int_handler)
    out = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    os.dup2(out, 1)
    os.dup2(out, 2)
    if cwd:
        os.chdir(cwd)
    os.environ.clear()
    # jupyter's own watch is on the server it was forked from, which lives as long as the kernel does
    os.environ.update(env, JPY_PARENT_PID=str(os.getppid()))
    sys.argv = ["ipykernel_launcher", *arguments]
    import matplotlib

    # A cold kernel sets this before matplotlib is imported; here it is imported already.
    matplotlib.rcParams["backend"] = "module://matplotlib_inline.backend_inline"
    from ipykernel.kernelapp import IPKernelApp

    app = IPKernelApp.instance()
    app.initialize(arguments)
    app.start()


class ForkedProcess:
    """A forked kernel with the methods of `subprocess.Popen` that jupyter_client calls."""

    stdin = stdout = stderr = None

    def __init__(self, process: BaseProcess):
        self._process = process
        self.pid = process.pid

    def poll(self) -> int | None:
        """The exit code, None while it runs."""
        return self._process.exitcode

    def wait(self, timeout: float | None = None) -> int | None:
        """Wait for the end and give the exit code."""
        self._process.join(timeout)
        return self._process.exitcode

    def send_signal(self, signum: int) -> None:
        """Send a signal to the kernel."""
        if self.pid is not None and self.poll() is None:
            os.kill(self.pid, signum)

    def terminate(self) -> None:
        """Ask it to end."""
        self._process.terminate()

    def kill(self) -> None:
        """End it at once."""
        self._process.kill()


class ForkProvisioner(LocalProvisioner):  # type: ignore[misc,unused-ignore]
    """Starts the kernel by forking the preloaded server instead of starting a new interpreter."""

    async def launch_kernel(self, cmd: list[str], **kwargs: Any) -> Any:
        """Fork a kernel; `cmd` is the command line of a cold one, of which the arguments are kept."""
        arguments = cmd[cmd.index("-m") + 2 :] if "-m" in cmd else cmd[1:]
        cwd = kwargs.get("cwd")
        env = {k: str(v) for k, v in (kwargs.get("env") or os.environ).items()}
        log = env.get("DOSSIER_KERNEL_LOG") or os.devnull
        context = multiprocessing.get_context("forkserver")
        process = context.Process(target=run_kernel, args=(arguments, str(cwd) if cwd else None, env, log))
        process.start()
        self.process = ForkedProcess(process)
        self.pid = process.pid
        self.pgid = None
        self.cwd = Path(cwd) if cwd else Path.cwd()
        return self.connection_info


class ForkKernelManager(AsyncKernelManager):  # type: ignore[misc,unused-ignore]
    """A kernel manager whose kernels are forked; connections are encrypted on the loopback interface."""

    async def _async_pre_start_kernel(self, **kw: Any) -> Any:
        if self.provisioner is None:  # type: ignore[has-type]
            self.kernel_id = self.kernel_id or kw.pop("kernel_id", None) or os.urandom(8).hex()  # type: ignore[has-type]
            self.provisioner = ForkProvisioner(
                kernel_id=self.kernel_id, kernel_spec=self.kernel_spec, parent=self
            )
        return await super()._async_pre_start_kernel(**kw)

    pre_start_kernel = _async_pre_start_kernel
