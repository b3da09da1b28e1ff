"""Tables are written whole, checked, and byte-identical for equal rows."""

import random

import pytest

from helpers.foundation.errors import DossierError, InputError, SchemaError
from helpers.foundation.schemas import QUARANTINE, TABLES
from helpers.foundation.storage import read_rows, read_table, replacing, write_table

ROW = {
    "source_path": "a.txt",
    "source_sha256": "sha256:0",
    "source_part": "",
    "reason": "empty",
    "detail": "0 bytes",
}


def test_same_rows_same_bytes_in_any_order(tmp_path):
    other = {**ROW, "source_path": "b.txt"}
    one = write_table(QUARANTINE, [ROW, other], tmp_path / "1").read_bytes()
    two = write_table(QUARANTINE, [other, ROW], tmp_path / "2").read_bytes()
    assert one == two
    assert read_rows(QUARANTINE, tmp_path / "1") == [ROW, other]


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"reason": "dunno"}, "allowed: empty"),
        ({"detail": None}, "may not be missing"),
        ({"extra": 1}, "unknown column"),
    ],
)
def test_a_wrong_row_is_refused_by_name(tmp_path, change, message):
    with pytest.raises(SchemaError, match=message):
        write_table(QUARANTINE, [{**ROW, **change}], tmp_path)
    assert not list(tmp_path.iterdir())


def test_a_key_cannot_stand_twice(tmp_path):
    with pytest.raises(SchemaError, match="stands twice"):
        write_table(QUARANTINE, [ROW, ROW], tmp_path)


def test_a_failing_write_leaves_the_old_file(tmp_path):
    target = tmp_path / "t.txt"
    target.write_text("old")
    with pytest.raises(RuntimeError), replacing(target) as part:
        part.write_text("half")
        raise RuntimeError
    assert target.read_text() == "old"
    assert [p.name for p in tmp_path.iterdir()] == ["t.txt"]


def test_missing_and_damaged_tables_say_what_to_do(tmp_path):
    with pytest.raises(InputError, match="run the notebook"):
        read_rows(QUARANTINE, tmp_path)
    path = write_table(QUARANTINE, [ROW], tmp_path)
    path.write_bytes(path.read_bytes()[:-20])
    with pytest.raises(DossierError, match="damaged"):
        read_rows(QUARANTINE, tmp_path)


def test_a_bit_that_turned_is_never_read_as_other_content(tmp_path):
    """Anywhere in the file: refused, or what was written; without checksums a third of them would be something else."""
    rows = [{**ROW, "source_path": f"{n:04d}.txt", "detail": f"word {n * n} of {n}"} for n in range(300)]
    path = write_table(QUARANTINE, rows, tmp_path)
    data = path.read_bytes()
    dice = random.Random(5)
    refused = 0
    for _ in range(300):
        bad = bytearray(data)
        bad[dice.randrange(len(data))] ^= 1 << dice.randrange(8)
        path.write_bytes(bad)
        try:
            assert read_rows(QUARANTINE, tmp_path) == rows
        except DossierError as err:
            assert "run again" in str(err)
            refused += 1
    assert refused > 200


@pytest.mark.parametrize("table", TABLES.values(), ids=lambda t: t.name)
def test_empty_tables_are_tables(tmp_path, table):
    write_table(table, [], tmp_path)
    frame = read_table(table, tmp_path)
    assert tuple(frame.columns) == table.column_names
    table.check_frame(frame)


def test_the_data_dictionary_describes_every_column():
    for table in TABLES.values():
        assert [row["column"] for row in table.data_dictionary()] == list(table.column_names)
        assert all(row["about"] for row in table.data_dictionary())


def test_the_documented_tables_are_the_tables():
    from helpers.foundation.schemas import describe_tables
    from helpers.foundation.settings import find_paths

    documented = (find_paths().root / "docs" / "tables.md").read_text(encoding="utf-8")
    assert documented == describe_tables(), "write it anew: dossier doctor --tables > docs/tables.md"
