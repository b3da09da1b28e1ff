"""What is held of all articles together: little for each, whatever their number, and the right row behind every place."""

from __future__ import annotations

import random
import shutil
import tracemalloc
from pathlib import Path

import numpy as np
import pyarrow as pa
import pytest

from helpers.clean import comparing
from helpers.clean.comparing import compare_pairs
from helpers.clean.copies import Shingles as Text
from helpers.clean.copies import find_pairs, is_copy, print_body
from helpers.clean.corpus import plan_cleaning
from helpers.clean.duplicates import Stories
from helpers.clean.raw_files import RawFiles
from helpers.foundation.cache import Cache
from helpers.foundation.engine import Engine
from helpers.foundation.remote import RemotePath
from helpers.foundation.schemas import LANGUAGES

PAGES = Path(__file__).parents[1] / "chronology" / "pages"


def held(make) -> int:
    """Bytes that are still held when something was made."""
    tracemalloc.start()
    try:
        kept = make()
        size = tracemalloc.get_traced_memory()[0]
        assert kept is not None
        return size
    finally:
        tracemalloc.stop()


def peak(make) -> int:
    """Bytes held at the same time while something is made."""
    tracemalloc.start()
    try:
        make()
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def test_a_raw_file_costs_little_more_than_its_name() -> None:
    root = Path("/raw")

    def list_files(n: int) -> RawFiles:
        files = RawFiles(root)
        for i in range(n):
            files.add(root, f"{i % 97:02d}/{i:08d}.txt", f"sha256:{i:064x}", f"{i:064x}")
        return files

    few = held(lambda: list_files(1_000))
    assert held(lambda: list_files(9_000)) - few < 250 * 8_000


def test_a_raw_file_is_what_was_taken_in() -> None:
    files = RawFiles(Path("/raw"))
    files.add(Path("/raw/a/b.txt"), "a/b.txt", f"sha256:{7:064x}", f"{1:064x}")
    files.add(Path("/raw/c.txt"), "c.txt", "", f"{2:064x}")
    assert len(files) == 2 and files.path(0) == Path("/raw/a/b.txt") and files.names[1] == "c.txt"
    assert files.sha256(0) == f"sha256:{7:064x}" and files.sha256(1) == ""
    assert list(files.keys()) == [f"{1:064x}", f"{2:064x}"]
    stored = RawFiles(RemotePath("s3://bucket/raw"))
    stored.add(RemotePath("s3://bucket/raw/x", 3, "tag"), "x", "", f"{3:064x}")
    assert stored.path(0) == RemotePath("s3://bucket/raw/x", 3, "tag")


def test_a_story_costs_some_bytes_an_article() -> None:
    n = 20_000
    ids = pa.array([f"art-{i:012x}" for i in range(n)])

    def tell() -> Stories:
        stories = Stories(ids)
        for i in range(0, n, 2):
            stories.tell([i, i + 1], i, "BelTA" if i % 4 else None, f"credited by {i % 8} copies")
        return stories

    assert held(tell) < 40 * n
    stories = tell()
    assert stories[6].duplicate_of is None and stories[7].duplicate_of == "art-000000000006"
    assert stories[6].story_id == stories[7].story_id != stories[8].story_id
    assert (stories[7].origin, stories[7].origin_reason) == ("BelTA", "credited by 6 copies")


def standing_prints(n: int) -> tuple[np.ndarray, np.ndarray]:
    """Fingerprints of texts that all share most of theirs with many others."""
    rng = np.random.default_rng(4)
    own = [np.unique(rng.integers(0, 900, 40)).astype(np.uint32) for _ in range(n)]
    return np.concatenate(own), np.array([len(p) for p in own], np.int64)


def test_pairs_are_counted_in_memory_that_grows_with_the_texts_and_not_with_the_pairs() -> None:
    small, large = (peak(lambda n=n: count(find_pairs(*standing_prints(n)))) / n for n in (2_000, 6_000))
    assert large < 1.2 * small
    prints, _ = standing_prints(6_000)
    # the pairs of one block, beside the sorted fingerprints of all
    assert large * 6_000 < 60 * len(prints) + 30_000_000


def count(blocks) -> int:
    return sum(len(first) for first, _ in blocks)


@pytest.mark.parametrize("at_once", [1, 50, 10**6])
def test_pairs_do_not_depend_on_how_many_are_counted_at_once(
    at_once: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    prints, sizes = standing_prints(400)
    expected = [np.concatenate(side).tolist() for side in zip(*find_pairs(prints, sizes), strict=True)]
    monkeypatch.setattr("helpers.clean.copies.PRINTS_AT_ONCE", at_once)
    found = [np.concatenate(side).tolist() for side in zip(*find_pairs(prints, sizes), strict=True)]
    assert found == expected and expected[0]


@pytest.mark.parametrize("spool", [1, 1 << 20])
def test_texts_that_wait_in_a_file_compare_as_in_memory(spool: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(comparing, "SPOOL_BYTES", spool)
    monkeypatch.setattr(comparing, "PAIRS_AT_ONCE", 3)
    rng = random.Random(6)
    texts = [[rng.choice("abcdefghijklmnop") * 3 for _ in range(60)] for _ in range(6)]
    texts += [text[:40] for text in texts[:3]] + [[], ["one"]]
    shingles = [print_body(" ".join(text))[2] for text in texts]
    first, second = np.triu_indices(len(texts), 1)
    asked: list[int] = []

    def load(places):
        asked.extend(places)
        return (shingles[i] for i in places)

    order = np.array(rng.sample(range(len(texts)), len(texts)))
    answers = list(compare_pairs(order, first.astype(np.int32), second.astype(np.int32), load))
    assert asked == sorted(set(asked)) and [start for start, _ in answers] == list(range(0, len(first), 3))
    found = np.concatenate([copies for _, copies in answers])
    texts_of = [Text(shingles[place]) for place in order]
    expected = [is_copy(texts_of[a], texts_of[b]) for a, b in zip(first, second, strict=True)]
    assert found.tolist() == expected and any(expected)


def test_rows_are_those_of_their_places(tmp_path: Path) -> None:
    """Copies of one file in several folders: each row has its path, the first by path the name of the content alone."""
    sources = sorted(PAGES.rglob("*.txt"))[:5]
    for folder in ("b", "a", "c"):
        (tmp_path / "raw" / folder).mkdir(parents=True)
        for source in sources:
            shutil.copy(source, tmp_path / "raw" / folder / source.name)
    plan = plan_cleaning(tmp_path / "raw", languages=LANGUAGES, cache=Cache(tmp_path / "cache"))
    cleaned = plan.run(Engine(workers=1))
    n = len(cleaned.index)
    assert n == 15 and len(cleaned.index.renamed) == 10
    rows = list(cleaned.article_rows(range(n)))
    assert [r["source_path"] for r in rows] == sorted(r["source_path"] for r in rows)
    assert len({r["article_id"] for r in rows}) == n
    backwards = list(cleaned.article_rows(range(n - 1, -1, -1)))
    assert backwards[::-1] == rows
    tables = pa.concat_tables(cleaned.article_tables())
    assert tables.column("article_id").to_pylist() == [r["article_id"] for r in rows]
    slim = list(cleaned.slim_rows([3, 4, 11]))
    assert [{k: rows[i][k] for k in slim[0]} for i in (3, 4, 11)] == slim
    stories = {r["story_id"]: set() for r in rows}
    for row in rows:
        stories[row["story_id"]].add(row["source_path"].split("/")[1])
    assert all(len(names) == 1 for names in stories.values())
