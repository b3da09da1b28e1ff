"""A run that reuses what earlier runs worked out gives the bytes of a run that does everything anew, whatever changed."""

from __future__ import annotations

import functools
import gc
import random
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from helpers.chronology.folder import NAMES, Written, write_folder
from helpers.chronology.reference import load_reference
from helpers.chronology.reviews import new_decision
from helpers.foundation.cache import Cache, open_cache
from helpers.foundation.engine import Engine
from helpers.foundation.settings import find_paths, load_profile

PAGES = Path(__file__).parent / "pages"
FILES = [f"{name}.{kind}" for name in NAMES for kind in ("parquet", "jsonl")]


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A project whose configuration may be changed."""
    shutil.copytree(find_paths().config, tmp_path / "home" / "config")
    monkeypatch.setenv("DOSSIER_HOME", str(tmp_path / "home"))
    forget_configuration()
    yield tmp_path / "home"
    monkeypatch.undo()
    forget_configuration()


def forget_configuration() -> None:
    """What a new process would not know: a process reads configuration and code once."""
    for found in gc.get_objects():
        if isinstance(found, functools._lru_cache_wrapper) and found.__module__.startswith("helpers"):
            found.cache_clear()


def write(raw: Path, target: Path, cache: Path | None) -> Written:
    with open_cache(cache) as kept:
        return write_folder(
            raw,
            target,
            profile=load_profile(),
            reference=load_reference(),
            cache=kept,
            engine=Engine(workers=1),
        )


def same_bytes(one: Path, other: Path) -> None:
    for name in FILES:
        assert (one / name).read_bytes() == (other / name).read_bytes(), name


def lay_out(raw: Path, n: int) -> list[Path]:
    sources = sorted(PAGES.rglob("*.txt"))
    for i, source in enumerate(sources[:n]):
        (raw / f"{i % 3}").mkdir(parents=True, exist_ok=True)
        shutil.copy(source, raw / f"{i % 3}" / f"{i:03d}-{source.name}")
    return sources[n:]


def change(raw: Path, home: Path, rng: random.Random, unseen: list[Path], step: int) -> str:
    """One thing that happens between two runs."""
    files = sorted(p for p in raw.rglob("*") if p.is_file())
    what = ("add", "change", "remove", "copy", "rename", "lexicon", "break", "outlets")[step % 8]
    if what == "add" and unseen:
        shutil.copy(unseen.pop(), raw / f"new-{step}.txt")
    elif what == "change":
        path = rng.choice(files)
        path.write_bytes(path.read_bytes().replace(b"2", b"1", 3) + b"\nOne more line.\n")
    elif what == "remove":
        rng.choice(files).unlink()
    elif what == "copy":
        # the copy comes first by path, so the other one is renamed
        source = rng.choice([f for f in files if f.parent != raw])
        shutil.copy(source, raw / f"0-{step}-{source.name}")
    elif what == "rename":
        path = rng.choice(files)
        path.rename(path.with_name(f"z-{path.name}"))
    elif what == "lexicon":
        path = home / "config" / "lexicon" / "en" / "claims.yml"
        text = path.read_text(encoding="utf-8")
        assert "memorand" in text
        path.write_text(text.replace("memorand", "memorumd"), encoding="utf-8")
    elif what == "break":
        (raw / f"empty-{step}.txt").write_bytes(b"")
        (raw / f"noise-{step}.bin").write_bytes(bytes(range(256)) * 9)
    elif what == "outlets":
        path = home / "config" / "outlets.yml"
        path.write_text(path.read_text(encoding="utf-8") + "\n# a remark\n", encoding="utf-8")
    return what


def test_a_walk_of_changes_gives_the_bytes_of_full_runs(tmp_path: Path, home: Path) -> None:
    raw, cache = tmp_path / "raw", tmp_path / "cache"
    unseen = lay_out(raw, 9)
    rng = random.Random(11)
    write(raw, tmp_path / "out", cache)
    steps = list(range(8))
    rng.shuffle(steps)
    for pair in range(0, 8, 2):
        what = [change(raw, home, rng, unseen, step) for step in steps[pair : pair + 2]]
        forget_configuration()
        told = write(raw, tmp_path / "out", cache)
        assert "nothing is new" not in told.reuse, what
        write(raw, tmp_path / "anew", None)
        same_bytes(tmp_path / "out", tmp_path / "anew")
        again = write(raw, tmp_path / "out", cache)
        assert "nothing is new" in again.reuse and again.counts == told.counts


def test_only_what_changed_is_done_again(tmp_path: Path, home: Path) -> None:
    raw, cache = tmp_path / "raw", tmp_path / "cache"
    lay_out(raw, 14)
    assert write(raw, tmp_path / "out", cache).reuse.startswith("cleaning 0 of 14 from the cache")
    shutil.copy(PAGES / "rumour" / "en-maybe.txt", raw / "maybe.txt")
    written = write(raw, tmp_path / "out", cache)
    assert written.reuse == "cleaning 14 of 15 from the cache, coding 14 of 15 from the cache"
    assert written.why == ""
    languages = [p.name.split("-")[1][:2] for p in sorted(raw.rglob("*.txt")) if p.name[0].isdigit()]
    german = home / "config" / "lexicon" / "de" / "claims.yml"
    german.write_text(german.read_text(encoding="utf-8") + "\n# a remark\n", encoding="utf-8")
    forget_configuration()
    written = write(raw, tmp_path / "out", cache)
    n = 15 - languages.count("de")
    assert written.reuse == f"cleaning 15 of 15 from the cache, coding {n} of 15 from the cache"
    assert written.why.startswith("every article in de was coded anew (lexicon/de/claims.yml changed): ")
    cues = home / "config" / "lexicon" / "fa" / "furniture.yml"
    cues.write_text(cues.read_text(encoding="utf-8") + "\n# a remark\n", encoding="utf-8")
    forget_configuration()
    written = write(raw, tmp_path / "out", cache)
    assert written.reuse == "cleaning 0 of 15 from the cache, coding 15 of 15 from the cache"
    assert written.why.startswith("every page was cleaned anew (lexicon/fa/furniture.yml changed): ")


def test_files_that_somebody_changed_are_restored(tmp_path: Path, home: Path) -> None:
    raw, cache = tmp_path / "raw", tmp_path / "cache"
    lay_out(raw, 3)
    write(raw, tmp_path / "out", cache)
    shutil.copytree(tmp_path / "out", tmp_path / "first")
    (tmp_path / "out" / "claims.jsonl").write_text("{}\n", encoding="utf-8")
    (tmp_path / "out" / "events.parquet").unlink()
    assert "nothing is new" in write(raw, tmp_path / "out", cache).reuse
    same_bytes(tmp_path / "out", tmp_path / "first")
    assert "nothing is new" in write(raw, tmp_path / "elsewhere", cache).reuse
    same_bytes(tmp_path / "elsewhere", tmp_path / "first")


def test_damaged_entries_are_made_again(tmp_path: Path, home: Path) -> None:
    raw, cache = tmp_path / "raw", tmp_path / "cache"
    lay_out(raw, 5)
    write(raw, tmp_path / "out", cache)
    rng = random.Random(3)
    for path in sorted(p for p in cache.rglob("*") if p.is_file()):
        data = bytearray(path.read_bytes())
        how = rng.randrange(4)
        if how == 0:
            data[rng.randrange(len(data))] ^= 0xFF
        elif how == 1:
            del data[rng.randrange(len(data)) :]
        elif how == 2:
            data.clear()
        path.write_bytes(bytes(data))
    write(raw, tmp_path / "again", cache)
    same_bytes(tmp_path / "out", tmp_path / "again")


def test_a_decision_counts_at_once(tmp_path: Path, home: Path) -> None:
    import json

    from helpers.chronology.evidence import evidence_keys

    raw, out = tmp_path / "raw", tmp_path / "out"
    lay_out(raw, 6)
    with open_cache(tmp_path / "cache") as cache:

        def run(decisions: list[object]) -> Written:
            return write_folder(
                raw, out, profile=load_profile(), decisions=decisions, cache=cache, engine=Engine(workers=1)
            )  # type: ignore[arg-type]

        before = run([])
        rows = {n: [json.loads(x) for x in (out / f"{n}.jsonl").open()] for n in ("articles", "claims")}
        keys = evidence_keys(rows["articles"], rows["claims"])
        event = json.loads((out / "events.jsonl").open().readline())
        decision = new_decision(
            "reject", scope="claim", keys=[keys[c] for c in event["claim_ids"]], reviewer="R", reason="wrong"
        )
        after = run([decision])
        assert "nothing is new" not in after.reuse and after.counts["events"] == before.counts["events"] - 1
        assert run([]).counts == before.counts


def test_a_change_of_configuration_during_a_run_leaves_nothing_behind(
    tmp_path: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from helpers.coding import corpus as coding

    raw, cache = tmp_path / "raw", tmp_path / "cache"
    lay_out(raw, 4)
    plain = coding.code_row

    def edit_and_code(row: dict[str, object]) -> dict[str, list[dict[str, object]]]:
        path = home / "config" / "codebook.yml"
        path.write_text(path.read_text(encoding="utf-8") + "# edited\n", encoding="utf-8")
        return plain(row)

    monkeypatch.setattr(coding, "code_row", edit_and_code)
    write(raw, tmp_path / "out", cache)
    monkeypatch.setattr(coding, "code_row", plain)
    told = write(raw, tmp_path / "out", cache).reuse
    assert told == "cleaning 4 of 4 from the cache, coding 0 of 4 from the cache"


def test_stages_read_no_configuration_beyond_their_fingerprint(tmp_path: Path, home: Path) -> None:
    """Every file of config/ that is opened while a language is cleaned and coded is part of the key."""
    import subprocess
    import sys

    program = """
import sys
from pathlib import Path
opened = set()
def hear(event, args):
    if event == "open" and isinstance(args[0], (str, Path)):
        opened.add(str(args[0]))
from helpers.clean.corpus import clean_raw_file, cleaning_config
from helpers.coding.corpus import code_row, coding_config
from helpers.clean.cleaned import EARLY
from helpers.foundation.schemas import LANGUAGES
from helpers.foundation.settings import find_paths
raw, language = Path(sys.argv[1]), sys.argv[2]
config = str(find_paths().config)
files = sorted(raw.rglob(f"{language}-*.txt"))
assert files
sys.addaudithook(hear)
rows = [row for f in files for row in clean_raw_file((f, raw, LANGUAGES))["articles"]]
seen = {p for p in opened if p.startswith(config)}
assert not seen - set(map(str, cleaning_config())), ("clean", seen - set(map(str, cleaning_config())))
opened.clear()
assert rows
for row in rows:
    code_row(row)
allowed = set(map(str, coding_config(language))) | {config + "/dossier.yml"}
seen = {p for p in opened if p.startswith(config)}
assert seen and not seen - allowed, ("code", seen - allowed)
"""
    for language in ("en", "fa"):
        done = subprocess.run(
            [sys.executable, "-c", program, str(PAGES), language], capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr[-2000:]


def test_two_runs_at_once_share_a_cache(tmp_path: Path, home: Path) -> None:
    from concurrent.futures import ThreadPoolExecutor

    raw = tmp_path / "raw"
    lay_out(raw, 4)

    def run(i: int) -> None:
        write_folder(
            raw,
            tmp_path / f"out{i}",
            profile=load_profile(),
            cache=Cache(tmp_path / "cache"),
            engine=Engine(workers=1),
        )

    with ThreadPoolExecutor(2) as pool:
        list(pool.map(run, range(2)))
    same_bytes(tmp_path / "out0", tmp_path / "out1")
