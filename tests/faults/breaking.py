"""Projects to break: a small one of its own for each test, commands in processes of their own, and what must hold after a fault."""

import contextlib
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import orjson
import pyarrow.parquet as pq
import pytest
from calling import call_dossier

from helpers.report.promotion import ANNOUNCED, find_damage

ROOT = Path(__file__).parents[2]
PAGES = {
    "harbour.txt": (
        "Ministers sign port paper\n\nMINSK, March 3, 2021 - The defence ministers of Belarus and Iran signed a memorandum of "
        "understanding on military cooperation in Minsk on Wednesday, the ministry said.\n\nThe two sides also discussed the "
        "training of officers. A joint exercise is planned for the autumn.\n"
    ),
    "talks.txt": (
        "Talks on trade\n\nTEHRAN, June 8, 2021 - The presidents of Iran and Belarus discussed trade and transport in Tehran "
        "on Tuesday.\n\nThey agreed to prepare an agreement on customs. No document on defence was signed, the ministry said.\n"
    ),
    "denial.txt": (
        "Ministry denies sale\n\nMINSK, July 1, 2021 - The defence ministry of Belarus denied on Thursday that Minsk had agreed "
        "to buy drones from Iran.\n\nThe ministry said that the memorandum signed in March covers training alone.\n"
    ),
}  # fmt: skip


class Project:
    """A project folder with pages, in which commands are run as a user would."""

    def __init__(self, root: Path):
        self.name(root)
        for name in ("config", "notebooks"):
            shutil.copytree(ROOT / name, root / name, ignore=shutil.ignore_patterns(".ipynb_checkpoints"))
        self.raw.mkdir(parents=True)
        for name, text in PAGES.items():
            (self.raw / name).write_text(text, encoding="utf-8")

    def name(self, root):
        self.root, self.raw, self.reports = root, root / "data" / "raw", root / "reports"
        self.processed, self.reviews = root / "data" / "processed", root / "data" / "reviews"
        self.latest = self.reports / "latest"

    @classmethod
    def at(cls, root):
        """One that is there already."""
        project = cls.__new__(cls)
        project.name(root)
        return project

    def start(self, *words, **options):
        """`dossier` in a process group of its own."""
        env = {**os.environ, "DOSSIER_HOME": str(self.root), **options.pop("env", {})}
        return subprocess.Popen(
            [*options.pop("prefix", []), sys.executable, "-m", "helpers.cli.main", *map(str, words)],
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=env, start_new_session=True, **options,
        )  # fmt: skip

    def call(self, *words, **options):
        """Run it to its end: exit code and all output."""
        process = self.start(*words, **options)
        out, err = process.communicate(timeout=900)
        return process.returncode, out + err

    def call_here(self, *words):
        """The same in this process, for calls that are refused or short: exit code and all output."""
        return call_dossier(self.root, *words)

    def run(self, *words):
        return self.call("run", "--as-of", "2022-01-01", *words)

    def tables(self):
        return {p.name: p.read_bytes() for p in sorted((self.latest / "processed").glob("*.parquet"))}


def kill_at(process, moment):
    """SIGKILL to a command and nobody else, when `moment` says so; True when it was still going on."""
    while process.poll() is None:
        if moment():
            os.kill(process.pid, signal.SIGKILL)
            process.wait()
            close(process)
            return True
        time.sleep(0.005)
    close(process)
    return False


def close(process):
    for pipe in (process.stdout, process.stderr):
        pipe.close()


def check_whole(folder):
    """Every table in a folder can be read to its end."""
    for path in sorted(folder.glob("*.parquet")):
        pq.read_table(path)


def check_sane(project):
    """What must hold after any fault: tables whole, latest a report that its run wrote, no half promotion unannounced."""
    check_whole(project.processed)
    if project.latest.exists():
        assert find_damage(project.latest) == ""
        if not (project.reports / ANNOUNCED).exists() and project.processed.is_dir():
            kept = orjson.loads((project.latest / "run.json").read_bytes())["tables"]
            assert set(kept) <= {p.name for p in project.processed.iterdir()}


def crash_points(act, check, *, most=2000):
    """Run `act` in forked children that SIGKILL themselves before their 1st, 2nd, 3rd ... change of the disk, and `check` after each.

    Returns:
        How many moments there were.
    """
    for n in range(1, most):
        child = os.fork()
        if child == 0:
            try:
                _arm(n)
                act()
                os._exit(0)
            except BaseException:  # noqa: BLE001 - the child must not come back into pytest
                import traceback

                traceback.print_exc()
                os._exit(3)
        _, status = os.waitpid(child, 0)
        killed = os.WIFSIGNALED(status)
        assert killed or os.WEXITSTATUS(status) == 0, f"point {n}: the child failed"
        check(n, killed)
        if not killed:
            return n - 1
    raise AssertionError("no end in sight")


CHANGES = (
    "rename",
    "replace",
    "unlink",
    "symlink",
    "link",
    "mkdir",
    "rmdir",
    "fsync",
    "ftruncate",
    "truncate",
    "chmod",
)


def _arm(n):
    left = [n]

    def armed(function):
        def call(*args, **kwargs):
            left[0] -= 1
            if left[0] == 0:
                os.kill(os.getpid(), signal.SIGKILL)
            return function(*args, **kwargs)

        return call

    for name in CHANGES:
        setattr(os, name, armed(getattr(os, name)))
    copied = shutil.copyfile

    def half_copied(source, target, **kwargs):
        left[0] -= 1
        if left[0] == 0:
            data = Path(source).read_bytes()
            Path(target).write_bytes(data[: len(data) // 2])
            os.kill(os.getpid(), signal.SIGKILL)
        return copied(source, target, **kwargs)

    shutil.copyfile = half_copied
    written = Path.write_bytes

    def half_written(self, data):
        left[0] -= 1
        if left[0] == 0:
            written(self, bytes(data)[: len(data) // 2])
            os.kill(os.getpid(), signal.SIGKILL)
        return written(self, data)

    Path.write_bytes = half_written


@contextlib.contextmanager
def mounted(folder, *words):
    """Something mounted at a folder for as long as the block; skips, saying so, where mounting is not allowed."""
    folder.mkdir(parents=True, exist_ok=True)
    if sys.platform != "linux" or not shutil.which("mount"):
        pytest.skip("needs Linux and mount")
    done = subprocess.run(
        ["mount", *map(str, words), str(folder)], capture_output=True, text=True, check=False
    )
    if done.returncode:
        pytest.skip(f"mounting is not allowed here ({done.stderr.strip()}); run as root to test this")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=False)


def small_disk(folder, size):
    return mounted(folder, "-t", "tmpfs", "-o", f"size={size}", "tmpfs")


def fill(folder, *, leave=0):
    """Take all room of a small disk but some bytes."""
    path = folder / "ballast"
    with path.open("wb", buffering=0) as f, contextlib.suppress(OSError):
        while f.write(b"\0" * 4096) == 4096:
            pass
    if leave:
        os.truncate(path, max(0, path.stat().st_size - leave))
    return path
