"""Partitions: stable borders, exact reuse, and what an item gives comes out whatever was known before."""

import random
from itertools import pairwise

import pyarrow as pa
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers.foundation.cache import Cache
from helpers.foundation.partitions import Store, make_missing

SCHEMA = {
    "squares": pa.schema([("n", pa.int64()), ("square", pa.int64())]),
    "none": pa.schema([("x", pa.string())]),
}


def rows_of(n):
    return {"squares": [{"n": n, "square": n * n}] * (n % 3), "none": []}


def run(cache, numbers, *, is_sure=lambda _i, _r: True):
    """Make the rows of numbers; the numbers that were made again, and all rows in order."""
    store = Store(cache, "squares", SCHEMA)
    parts = store.plan([f"{n:05d}" for n in numbers], [str(n) for n in numbers])
    made = []

    def work(places):
        for i in places:
            made.append(numbers[i])
            yield rows_of(numbers[i])

    make_missing(store, parts, work, is_sure=is_sure)
    rows = [row for p in parts for row in store.read(p).tables["squares"].to_pylist()]
    assert rows == [row for n in numbers for row in rows_of(n)["squares"]]
    assert store.n_items == len(numbers) and store.n_kept == len(numbers) - len(made)
    return made


def test_borders_depend_on_names_alone(tmp_path):
    names = [f"{n:06d}" for n in range(5000)]

    def cut(names):
        return Store(Cache(tmp_path), "numbers", SCHEMA).plan(names, names)

    whole = cut(names)
    assert whole[0].start == 0 and whole[-1].places.stop == len(names)
    assert all(a.places.stop == b.start for a, b in pairwise(whole))
    assert 40 < len(whole) < 130
    without = [n for n in names if n != "002500"]
    assert {p.name for p in whole} - {"002500"} == {p.name for p in cut(without)}
    assert len({p.key for p in whole} - {p.key for p in cut(without)}) == 1
    assert cut([]) == []


def test_only_what_is_new_is_made(tmp_path):
    cache = Cache(tmp_path)
    numbers = list(range(0, 1000, 2))
    assert run(cache, numbers) == numbers
    assert run(Cache(tmp_path), numbers) == []
    assert run(Cache(tmp_path), sorted([*numbers, 501])) == [501]
    assert run(Cache(tmp_path), numbers[1:]) == []


@settings(max_examples=12)
@given(st.integers(0, 10_000))
def test_any_walk_gives_the_rows(tmp_path_factory, seed):
    rng = random.Random(seed)
    folder = tmp_path_factory.mktemp("cache")
    numbers = rng.sample(range(3000), 300)
    for _ in range(5):
        numbers = sorted(set(rng.sample(numbers, 250)) | set(rng.sample(range(3000), 40)))
        made = run(Cache(folder), numbers)
        assert len(made) <= 290
    assert run(Cache(folder), numbers) == []


def test_what_is_unsure_is_made_again(tmp_path):
    numbers = list(range(300))
    run(Cache(tmp_path), numbers, is_sure=lambda i, _: i != 7)
    assert run(Cache(tmp_path), numbers) == [7]
    assert run(Cache(tmp_path), numbers) == []


def test_what_a_run_disowns_is_not_found_again(tmp_path):
    cache = Cache(tmp_path)
    store = Store(cache, "squares", SCHEMA)
    parts = store.plan(["a"], ["3"])
    make_missing(store, parts, lambda places: (rows_of(4) for _ in places))
    store.disown()
    store._recent.clear()
    assert store.read(parts[0]).tables["squares"].num_rows == 1
    fresh = Store(Cache(tmp_path), "squares", SCHEMA)
    assert len(fresh.missing(fresh.plan(["a"], ["3"]))) == 1


def test_columns_are_those_of_the_table_in_memory_and_from_the_disk(tmp_path):
    store = Store(Cache(tmp_path), "squares", SCHEMA)
    [part] = store.plan(["a", "b"], ["3", "4"])
    make_missing(store, [part], lambda places: (rows_of(i + 4) for i in places))
    for _ in range(2):
        entry = store.read(part)
        assert entry.columns("squares", ["square"]).to_pylist() == [
            {"square": 16},
            {"square": 25},
            {"square": 25},
        ]
        assert entry.columns("squares", ["square", "n"]).column_names == ["square", "n"]
        assert entry.columns("none", ["x"]).num_rows == 0
        assert entry.columns("squares", ["square"]).equals(entry.tables["squares"].select(["square"]))
        store._recent.clear()


def test_an_item_costs_little_more_than_its_key(tmp_path):
    import tracemalloc

    store = Store(Cache(tmp_path), "squares", SCHEMA)
    tracemalloc.start()
    parts = store.plan((f"{n:07d}" for n in range(10_000)), (f"{n:064x}" for n in range(10_000)))
    size = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    assert size < 100 * 10_000 and sum(len(p.places) for p in parts) == 10_000
    assert [k for p in parts for k in p.keys] == [f"{n:064x}" for n in range(10_000)]
