"""For whom somebody acted: by term of office, and never by guess."""

import datetime as dt

import pytest

from helpers.figures.institutions import (
    UNKNOWN,
    Standing,
    find_standing,
    name_institution,
    read_institutions,
)
from helpers.foundation.errors import ConfigError


def day(text):
    found = dt.date.fromisoformat(text)
    return found, found


def test_the_office_held_on_the_day_counts():
    assert find_standing("Khrenin", *day("2023-07-31")) == Standing("BLR", "defence ministry")
    assert find_standing("Khrenin", *day("2019-01-01")) == Standing("BLR", UNKNOWN)
    assert find_standing("Bagheri", *day("2023-08-01")).institution == "general staff"


def test_an_office_that_changed_within_the_interval_is_not_guessed():
    whole = dt.date(2005, 1, 1), dt.date(2013, 8, 1)
    assert find_standing("Najjar", *whole) == Standing("IRN", UNKNOWN)
    assert find_standing("Najjar", *day("2007-01-22")) == Standing("IRN", "defence ministry")


def test_somebody_unknown_has_no_side():
    assert find_standing("Nobody-At-All", None, None) == Standing("", UNKNOWN)


def test_an_office_without_an_entry_acts_for_itself():
    assert name_institution("deputy-defence-minister") == "defence ministry"
    assert name_institution("council-president") == "council president"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("institutions:\n  emperor: palace\n", r"institutions\.emperor"),
        ("institutions:\n  president: [a]\n", r"institutions\.president"),
        ("bodies: {}\n", "bodies"),
    ],
)
def test_a_wrong_file_is_named(tmp_path, text, message):
    path = tmp_path / "institutions.yml"
    path.write_text(text)
    with pytest.raises(ConfigError, match=message):
        read_institutions(path)
