"""Heads of lists of dates are no datelines; a dateline above such a list stays one."""

from __future__ import annotations

import pytest

from helpers.clean.dated_list import list_rows
from helpers.clean.publication_rows import read_rows

LIST = "November 2006 - A visit.\nJanuary 2007 - A paper is signed.\n21 May 2007 - A visit.\n"


def numbers(text: str, language: str = "en") -> set[int]:
    return set(list_rows(read_rows(text, [], language)))


def test_heads_in_order_are_rows_of_a_list() -> None:
    assert numbers("A chronology\n" + LIST) == {1, 2, 3}


def test_newest_first_is_an_order_as_well() -> None:
    assert numbers("\n".join(reversed(LIST.strip().split("\n")))) == {0, 1, 2}


def test_the_dateline_above_an_older_list_is_none_of_its_rows() -> None:
    assert numbers("20 August 2025 - The ministers met.\nThey signed nothing.\n" + LIST) == {2, 3, 4}


@pytest.mark.parametrize(
    "text",
    [
        "20 August 2025 - The ministers met.\n21 August 2025 - They left.\n",
        "20 August 2025 - A.\n20 August 2025 - B.\n20 August 2025 - C.\n",
        "On 20 August 2025 they met.\nOn 3 May 2024 they met.\nIn June 2023 they met.\n",
    ],
)
def test_other_rows_make_no_list(text: str) -> None:
    assert not numbers(text)


def test_rows_far_apart_make_no_list() -> None:
    prose = "Prose of some length about the matter.\n" * 5
    assert not numbers(prose.join(LIST.splitlines(keepends=True)))


def test_turkish_heads_are_read() -> None:
    assert numbers("Kasım 2006 – Gezi.\nOcak 2007: Gezi.\n14 Eylül 2016 – Gezi.", "tr") == {0, 1, 2}
