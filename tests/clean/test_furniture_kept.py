"""What is made of configuration is kept as long as it was made of the same files, and made anew when one of them changed."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from helpers.clean.furniture_kept import keep_made, pack_sparse, read_numbers, read_sparse


def test_kept_until_a_source_changes(tmp_path: Path) -> None:
    config = tmp_path / "config"
    config.mkdir()
    (config / "dossier.yml").write_text("title: x\n", encoding="utf-8")
    source = config / "words.yml"
    source.write_text("a", encoding="utf-8")
    made: list[str] = []

    def make() -> dict[str, bytes]:
        made.append(source.read_text(encoding="utf-8"))
        return {"told": made[-1].encode()}

    def keep() -> bytes:
        return bytes(keep_made("thing", config, [source], make)["told"])

    assert [keep(), keep()] == [b"a", b"a"]
    assert made == ["a"]
    source.write_text("b", encoding="utf-8")
    assert keep() == b"b"
    (tmp_path / ".cache" / "cleaning" / "thing").write_bytes(b"cut off")
    assert keep() == b"b"
    assert made == ["a", "b", "b"]


def test_nothing_is_kept_outside_a_project(tmp_path: Path) -> None:
    assert bytes(keep_made("thing", tmp_path, [], lambda: {"told": b"x"})["told"]) == b"x"
    assert not list(tmp_path.iterdir())
    assert not (tmp_path.parent / ".cache").exists()


def test_tables_with_few_entries() -> None:
    table = np.zeros(70_000, np.int64)
    table[[0, 3, 69_999]] = [5, 10**9, 1]
    made = {f"t.{name}": memoryview(part) for name, part in pack_sparse(table).items()}
    assert (read_sparse(made, "t", len(table), np.int64) == table).all()
    assert read_numbers(made, "t.places", np.uint32).flags.aligned
