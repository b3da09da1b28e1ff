"""Ranges as two expressions: each end with its own words, offsets and value; nothing else changes."""

import pytest

from helpers.coding.timex import find_timexes, split_ranges
from helpers.foundation.dates import read_edtf


def ends(text, language):
    found = list(split_ranges(find_timexes(text, language, read_edtf("2023-11-15")), language))
    assert all(text[x.start : x.end] == x.surface for x in found)
    return [(x.surface, x.value, x.edtf) for x in found]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "from 3 to 9 August 2022", [("3", "2022-08-03"), ("9 August 2022", "2022-08-09")]),
        ("en", "between 1982 and 1992", [("1982", "1982"), ("1992", "1992")]),
        ("de", "vom 5. bis zum 9. Juni 2022", [("5.", "2022-06-05"), ("9. Juni 2022", "2022-06-09")]),
        ("es", "entre enero y marzo de 1998", [("enero", "1998-01"), ("marzo de 1998", "1998-03")]),
        (
            "ru",
            "с 5-го по 11 августа 2022 года",
            [("5-го", "2022-08-05"), ("11 августа 2022 года", "2022-08-11")],
        ),
        ("uk", "1946—1949 років", [("1946", "1946"), ("1949 років", "1949")]),
    ],
)
def test_a_range_becomes_its_ends(language, text, expected):
    assert ends(text, language) == [(surface, value, value) for surface, value in expected]


def test_other_expressions_stay():
    assert ends("It closed in 2019, on 3 May 2020.", "en") == [
        ("2019", "2019", "2019"),
        ("3 May 2020", "2020-05-03", "2020-05-03"),
    ]
