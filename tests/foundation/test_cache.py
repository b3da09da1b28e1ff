"""The cache verifies itself: what was torn, cut or changed is missing, and no failure of it is a failure of a run."""

import os
import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.foundation.cache import SAFE_SECONDS, Cache, cache_folder, hash_parts, open_cache, start_cache
from helpers.foundation.errors import InputError

KEY = hash_parts("a", "b")


def only_file(folder):
    [path] = [p for p in folder.rglob("*") if p.is_file()]
    return path


def test_what_was_put_is_got_and_nothing_else(tmp_path):
    cache = Cache(tmp_path)
    assert cache.get("stage", KEY) is None and not cache.has("stage", KEY)
    cache.put("stage", KEY, b"content")
    assert cache.get("stage", KEY) == b"content"
    assert cache.get("other", KEY) is None and cache.get("stage", hash_parts("c")) is None
    assert (cache.found, cache.missed) == (1, 3)
    cache.drop("stage", KEY)
    assert cache.get("stage", KEY) is None


@given(st.lists(st.text() | st.binary(), max_size=4), st.lists(st.text() | st.binary(), max_size=4))
def test_lists_of_parts_hash_alike_only_when_they_are(one, other):
    def plain(parts):
        return [p if isinstance(p, bytes) else p.encode("utf-8", "surrogatepass") for p in parts]

    assert (hash_parts(*one) == hash_parts(*other)) == (plain(one) == plain(other))


@pytest.mark.parametrize("damage", ["cut", "flip", "empty", "longer", "head"])
def test_a_damaged_entry_is_missing(tmp_path, damage):
    cache = Cache(tmp_path)
    cache.put("stage", KEY, b"some content")
    path = only_file(tmp_path)
    data = path.read_bytes()
    path.write_bytes(
        {
            "cut": data[:-3], "flip": data[:-1] + b"X", "empty": b"", "longer": data + b"X", "head": b"x" + data[1:],
        }[damage]
    )  # fmt: skip
    assert cache.get("stage", KEY) is None
    cache.put("stage", KEY, b"some content")
    assert cache.get("stage", KEY) == b"some content"


def test_pruning_takes_what_was_not_used_for_longest(tmp_path):
    cache = Cache(tmp_path, limit=2500)
    now = time.time()
    keys = [hash_parts(str(i)) for i in range(5)]
    for i, key in enumerate(keys):
        cache.put("stage", key, bytes(1000))
        old = now - SAFE_SECONDS - 1000 + 100 * i
        os.utime(tmp_path / "stage" / key[:2] / key[2:], (old, old))
    assert cache.get("stage", keys[0]) is not None, "reading makes it new"
    assert cache.prune() == 3
    assert [cache.has("stage", key) for key in keys] == [True, False, False, False, True]


def test_what_is_in_use_is_never_pruned(tmp_path):
    cache = Cache(tmp_path, limit=10)
    cache.put("stage", KEY, bytes(1000))
    assert cache.prune() == 0 and cache.has("stage", KEY)


def test_a_part_left_by_a_killed_run_is_cleared_away(tmp_path):
    Cache(tmp_path).put("stage", KEY, b"x")
    left = only_file(tmp_path).parent / ".0123.abc.part"
    left.write_bytes(b"half")
    os.utime(left, (1, 1))
    Cache(tmp_path).prune()
    assert not left.exists() and Cache(tmp_path).get("stage", KEY) == b"x"


def test_a_place_that_cannot_be_written_costs_the_cache_not_the_run(tmp_path):
    (tmp_path / "file").write_text("x")
    with pytest.raises(InputError, match="is a file"):
        start_cache(tmp_path / "file")
    with open_cache(tmp_path / "file" / "below") as cache:
        cache.put("stage", KEY, b"x")
        assert cache.get("stage", KEY) == b"x" and cache.folder != tmp_path
    assert not cache.folder.exists()
    broken = Cache(tmp_path / "file")
    broken.put("stage", KEY, b"x")
    assert broken.get("stage", KEY) is None


def test_without_a_folder_nothing_stays():
    with open_cache(None) as cache:
        cache.put("stage", KEY, b"x")
        assert cache.get("stage", KEY) == b"x"
    assert not cache.folder.exists()


def test_writers_at_once_leave_one_whole_entry(tmp_path):
    content = [bytes([i]) * 50_000 for i in range(8)]
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda c: Cache(tmp_path).put("stage", KEY, c), content))
    assert Cache(tmp_path).get("stage", KEY) in content


def test_the_folder_can_be_named(tmp_path, monkeypatch):
    monkeypatch.setenv("DOSSIER_CACHE", str(tmp_path / "here"))
    assert cache_folder(tmp_path) == tmp_path / "here"
    monkeypatch.delenv("DOSSIER_CACHE")
    assert cache_folder(tmp_path) == tmp_path / "pages"


def test_a_file_is_kept_like_its_content(tmp_path, monkeypatch):
    monkeypatch.setattr("helpers.foundation.cache.PIECE", 7)
    source = tmp_path / "source"
    for content in (b"", b"short", bytes(range(256)) * 3):
        source.write_bytes(content)
        cache = Cache(tmp_path / "cache")
        cache.put_file("stage", KEY, source)
        assert cache.get("stage", KEY) == content
        cache.put("same", KEY, content)
        assert cache.get("same", KEY) == content
        one, other = (
            (tmp_path / "cache" / kind / KEY[:2] / KEY[2:]).read_bytes() for kind in ("stage", "same")
        )
        assert one == other
