"""Packed words and records say what was put into them, and nothing that is cut or of another machine is read."""

from __future__ import annotations

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.foundation.packed import Records, WordTable, pack_parts, pack_records, pack_words, read_parts

WORDS = st.text(st.characters(), max_size=12)  # lone surrogates too: words of a page may hold anything
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(st.characters(exclude_categories=("Cs",))),
    lambda inner: st.lists(inner, max_size=4),
    max_leaves=10,
)


@given(st.dictionaries(WORDS, st.lists(st.integers(0, 2**32 - 1), max_size=5), max_size=30), WORDS)
def test_every_word_leads_to_its_numbers_and_no_other_word_does(
    table: dict[str, list[int]], other: str
) -> None:
    packed = WordTable(pack_words(table))
    assert len(packed) == len(table)
    assert sorted(packed) == sorted(table)
    for word, numbers in table.items():
        assert word in packed and list(packed.get(word)) == numbers
    assert (other in packed) == (other in table)
    if other not in table:
        assert not packed.get(other)


@given(st.lists(JSON, max_size=20))
def test_records_come_back_as_they_were(records: list[object]) -> None:
    packed = Records(pack_records(records))
    assert list(packed) == records
    assert packed[1:] == records[1:]


def test_the_same_table_gives_the_same_bytes_whatever_the_order() -> None:
    assert pack_words({"b": [1], "a": [2, 0]}) == pack_words({"a": [2, 0], "b": [1]})


def test_parts_come_back_and_what_is_cut_or_of_another_machine_is_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    packed = pack_parts({"a": b"one", "b": b""})
    assert {name: bytes(part) for name, part in read_parts(packed).items()} == {"a": b"one", "b": b""}
    with pytest.raises(ValueError):
        read_parts(packed[:-1])
    monkeypatch.setattr(sys, "byteorder", {"little": "big", "big": "little"}[sys.byteorder])
    with pytest.raises(ValueError, match="another machine"):
        read_parts(packed)
