"""`dossier clean` and `dossier code` from and to an object store: the same bytes as with folders, whoever does the work."""

import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import fsspec
import pytest
from click.testing import CliRunner

from helpers.cli.group import cli
from helpers.foundation.provenance import sha256_hex
from helpers.ingest import read

SAMPLE = Path(__file__).parents[2] / "data" / "raw" / "sample"
SECRET = "not-a-real-secret-7f3a"


def dossier(*args, env=None):
    result = CliRunner().invoke(cli, [str(a) for a in args], env=env, catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return result.output


@pytest.fixture(scope="module")
def raw(tmp_path_factory):
    """A few pages with their origin files, a broken one among them."""
    folder = tmp_path_factory.mktemp("store") / "raw"
    folder.mkdir()
    for path in sorted(SAMPLE.iterdir())[:10]:
        shutil.copyfile(path, folder / path.name)
    (folder / "deep").mkdir()
    (folder / "deep" / "menu.txt").write_text("Home  World  Letters\n")
    (folder / "empty.html").write_bytes(b"")
    return folder


@pytest.fixture(scope="module")
def expected(raw, tmp_path_factory):
    """What the commands give for the folder on disk."""
    out = tmp_path_factory.mktemp("expected")
    dossier("code", raw, out / "code", "--no-cache", "--workers", 1)
    dossier("clean", raw, out / "clean", "--workers", 1)
    return out


def content(folder):
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in Path(folder).rglob("*") if p.is_file()}


def stored(system, root):
    return {k.partition(f"{root}/")[2]: system.cat_file(k) for k in system.find(root)}


def test_memory_addresses_give_the_same_bytes(raw, expected):
    system = fsspec.filesystem("memory")
    system.put(f"{raw}/", "/store/raw/", recursive=True)
    try:
        dossier("code", "memory://store/raw", "memory://store/code", "--no-cache", "--workers", 1)
        text = dossier("clean", "memory://store/raw", "memory://store/clean", "--workers", 1)
        assert stored(system, "/store/code") == content(expected / "code")
        assert stored(system, "/store/clean") == content(expected / "clean")
        assert "memory://store/clean/quarantine.jsonl" in text
    finally:
        system.rm("/store", recursive=True)


@pytest.mark.parametrize("step", ["chronology.build.build_from_articles", "chronology.folder._remember"])
def test_nothing_is_put_when_the_work_fails(raw, monkeypatch, step):
    """In the middle, and when all tables stand already and only the end is missing."""
    system = fsspec.filesystem("memory")
    system.put(f"{raw}/", "/store/raw/", recursive=True)
    try:
        monkeypatch.setattr(f"helpers.{step}", lambda *_, **__: 1 / 0)
        result = CliRunner().invoke(
            cli, ["code", "memory://store/raw", "memory://store/code", "--no-cache", "--workers", "1"]
        )
        assert isinstance(result.exception, ZeroDivisionError)
        assert not system.exists("/store/code")
    finally:
        system.rm("/store", recursive=True)


def test_one_address_in_the_other_is_refused():
    result = CliRunner().invoke(cli, ["code", "memory://store/raw", "memory://store/raw/out"])
    assert "one lies in the other" in str(result.exception)


# ---- a server that speaks S3, on loopback


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    """Moto's S3 server on loopback; its environment for clients."""
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        port = s.getsockname()[1]
    # an S3 client of the user must not be asked: no profiles, no files of credentials, no service of a cloud machine
    nothing = str(tmp_path_factory.mktemp("aws") / "none")
    env = {
        "AWS_ACCESS_KEY_ID": "testing", "AWS_SECRET_ACCESS_KEY": SECRET, "AWS_DEFAULT_REGION": "us-east-1",
        "AWS_ENDPOINT_URL": f"http://127.0.0.1:{port}", "AWS_CONFIG_FILE": nothing, "AWS_SHARED_CREDENTIALS_FILE": nothing,
        "AWS_EC2_METADATA_DISABLED": "true",
    }  # fmt: skip
    started = subprocess.Popen(
        [sys.executable, "-m", "moto.server", "-H", "127.0.0.1", "-p", str(port)],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env={**os.environ, **env},
    )  # fmt: skip
    try:
        wait_for(env["AWS_ENDPOINT_URL"], started)
        yield env
    finally:
        started.kill()
        started.wait()


def wait_for(address, process):
    end = time.monotonic() + 60
    while True:
        assert process.poll() is None, "the S3 server ended"
        try:
            urllib.request.urlopen(address, timeout=5)
            return
        except OSError:
            assert time.monotonic() < end, "the S3 server does not answer"
            time.sleep(0.1)


@pytest.fixture
def bucket(server, raw, monkeypatch):
    """A bucket of its own with the raw files in it."""
    for name, value in server.items():
        monkeypatch.setenv(name, value)
    system = fsspec.filesystem("s3", skip_instance_cache=True)
    name = f"bucket-{time.monotonic_ns()}"
    system.mkdir(name)
    system.put(f"{raw}/", f"{name}/raw/", recursive=True)
    return system, name


def dossier_with_s3(*args):
    """In this process, which knows nothing of other servers."""
    fsspec.filesystem("s3").clear_instance_cache()
    result = CliRunner().invoke(cli, [str(a) for a in args], catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return result.output


def run_dossier(*args):
    """In a process of its own, as a user does."""
    done = subprocess.run(
        [sys.executable, "-m", "helpers.cli.main", *map(str, args)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout + done.stderr


def test_s3_gives_the_same_bytes_and_holds_no_secret(bucket, expected, tmp_path):
    system, name = bucket
    said = dossier_with_s3("clean", f"s3://{name}/raw", f"s3://{name}/clean", "--workers", 1)
    said += run_dossier("code", f"s3://{name}/raw", f"s3://{name}/code", "--no-cache", "--workers", 1)
    clean, code = stored(system, f"{name}/clean"), stored(system, f"{name}/code")
    assert clean == content(expected / "clean")
    assert code == content(expected / "code")
    system.get(f"{name}/code/", f"{tmp_path}/code/", recursive=True)
    for text in (said.encode(), *clean.values(), *code.values()):
        assert SECRET.encode() not in text
        assert b"127.0.0.1" not in text


@pytest.mark.long
def test_a_cluster_fetches_the_pages_itself(bucket, expected):
    system, name = bucket
    said = run_dossier("code", f"s3://{name}/raw", f"s3://{name}/code", "--no-cache", "--workers", 2)
    assert stored(system, f"{name}/code") == content(expected / "code")
    assert re.search(r"dashboard http://127\.0\.0\.1:\d+/", said)


def test_what_did_not_change_in_the_store_is_not_fetched_again(bucket, expected, tmp_path, monkeypatch):
    system, name = bucket
    monkeypatch.setenv("DOSSIER_CACHE", str(tmp_path / "cache"))
    fetched = []
    original = read.fetched
    monkeypatch.setattr(read, "fetched", lambda path, **_: fetched.append(path.name) or original(path, **_))
    source, target = f"s3://{name}/raw", f"s3://{name}/code"
    dossier_with_s3("code", source, target, "--workers", 1)
    system.pipe_file(
        f"{name}/raw/zz.txt", b"A kite was seen above the mill on Sunday.\n\nIt was blue and had no string.\n"
    )
    said = dossier_with_s3("code", source, target, "--workers", 1)
    kept, files = map(int, re.search(r"cleaning (\d+) of (\d+) from the cache", said).groups())
    assert kept == files - 1
    assert fetched[-1] == "zz.txt"
    assert len(fetched) == files, "each once"
    other = b"A crane was seen above the mill on Monday.\n\nIt was grey and had no bell..\n"
    system.pipe_file(f"{name}/raw/zz.txt", other)
    dossier_with_s3("code", source, target, "--workers", 1)
    assert len(fetched) == files + 1, "as many bytes as before, and others"
    tables = [system.cat_file(f"{name}/code/{table}.jsonl") for table in ("articles", "quarantine")]
    assert sha256_hex(other).encode() in b"".join(tables)
    system.rm(f"{name}/raw/zz.txt")
    dossier_with_s3("code", source, target, "--workers", 1)
    assert stored(system, f"{name}/code") == content(expected / "code")


def test_a_bucket_that_is_not_there_is_said(server, monkeypatch):
    for key, value in server.items():
        monkeypatch.setenv(key, value)
    done = subprocess.run(
        [sys.executable, "-m", "helpers.cli.main", "code", "s3://no-such-bucket/raw", "s3://no-such-bucket/out"],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 2
    assert done.stderr.startswith("dossier: s3://no-such-bucket/raw:")
    assert len(done.stderr.strip().split("\n")) == 1, done.stderr
