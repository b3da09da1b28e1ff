"""Tables written from parts: the bytes depend on the rows alone, also when they are sorted on disk."""

import random

import orjson
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers.foundation import table_files
from helpers.foundation.errors import SchemaError
from helpers.foundation.schemas import QUARANTINE, TIMEXES
from helpers.foundation.storage import read_rows, write_table
from helpers.foundation.table_files import LINE, TableRows, write_parts


def rows(n, seed=1):
    rng = random.Random(seed)
    return [
        {
            "source_path": f"{rng.choice('abcü')}/{rng.randrange(n)}", "source_sha256": "sha256:0", "source_part": f"part {i}",
            "reason": "empty", "detail": "x" * rng.randrange(50),
        }
        for i in range(n)
    ]  # fmt: skip


def parts_of(listed, size):
    schema = QUARANTINE.arrow_schema().append(pa.field(LINE, pa.binary()))
    for i in range(0, len(listed), size):
        some = [r | {LINE: orjson.dumps(r, option=orjson.OPT_APPEND_NEWLINE)} for r in listed[i : i + size]]
        yield pa.Table.from_pylist(some, schema=schema)


@settings(max_examples=12)
@given(st.integers(0, 400), st.integers(1, 60), st.sampled_from([1, 500, 5_000, 1 << 40]), st.integers(0, 99))
def test_parting_and_spilling_do_not_matter(tmp_path_factory, n, size, run_bytes, seed):
    folder = tmp_path_factory.mktemp("tables")
    listed = rows(n, seed)
    ordered = sorted(listed, key=lambda r: (r["source_path"], r["source_part"]))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(table_files, "BATCH_ROWS", 7)
        patch.setattr(table_files, "GROUP_ROWS", 64)
        expected = write_table(QUARANTINE, ordered, folder / "one").read_bytes()
        n_written = write_parts(
            QUARANTINE,
            parts_of(listed, size),
            folder / "x.parquet",
            twin=folder / "x.jsonl",
            run_bytes=run_bytes,
        )
    assert n_written == n and (folder / "x.parquet").read_bytes() == expected
    assert read_rows(QUARANTINE, folder / "one") == ordered
    lines = (folder / "x.jsonl").read_bytes().splitlines()
    assert [orjson.loads(line) for line in lines] == ordered
    assert not list(folder.glob(".sort-*"))


def test_row_groups_have_a_fixed_number_of_rows(tmp_path, monkeypatch):
    monkeypatch.setattr(table_files, "GROUP_ROWS", 100)
    write_parts(QUARANTINE, parts_of(rows(250), 33), tmp_path / "x.parquet")
    found = pq.ParquetFile(tmp_path / "x.parquet").metadata
    assert [found.row_group(i).num_rows for i in range(found.num_row_groups)] == [100, 100, 50]


@pytest.mark.parametrize("run_bytes", [1, 1 << 40])
def test_a_key_that_stands_twice_is_refused(tmp_path, run_bytes):
    listed = rows(60)
    with pytest.raises(SchemaError, match="stands twice"):
        write_parts(
            QUARANTINE, parts_of([*listed, listed[30]], 7), tmp_path / "x.parquet", run_bytes=run_bytes
        )


def test_keys_of_several_columns_sort_by_number(tmp_path):
    row = dict.fromkeys(TIMEXES.column_names) | {
        "article_id": "a", "end": 20, "surface": "x", "type": "DATE", "anchor": "", "resolution": "explicit", "rule": "r",
        "reason": "",
    }  # fmt: skip
    listed = [row | {"start": n} for n in (9, 10, 2)]
    write_table(TIMEXES, listed, tmp_path)
    assert [r["start"] for r in read_rows(TIMEXES, tmp_path)] == [2, 9, 10]


def test_rows_on_disk_are_a_sequence(tmp_path):
    listed = rows(40)
    kept = TableRows(QUARANTINE, lambda: parts_of(listed, 9), 40)
    assert len(kept) == 40 and list(kept) == listed and kept[3] == listed[3] and kept[-1] == listed[-1]
    assert kept[2:4] == listed[2:4]
    with pytest.raises(IndexError):
        kept[40]
    one = write_table(QUARANTINE, kept, tmp_path / "1").read_bytes()
    assert one == write_table(QUARANTINE, listed, tmp_path / "2").read_bytes()
