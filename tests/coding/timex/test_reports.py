"""Business reports: the quarter they are about, and the one a year before it."""

import pytest

from helpers.coding.timex import find_timexes
from helpers.foundation.dates import DateInterval, read_edtf

DCT = "2023-11-15"


def read(text, language="en", dct=DCT):
    return [(x.surface, x.value) for x in find_timexes(text, language, read_edtf(dct))]


def test_the_quarter_is_the_one_named_before():
    text = "Sales fell in the second quarter. In the quarter, 12 yards closed."
    assert read(text) == [("second quarter", "2023-Q2"), ("quarter", "2023-Q2")]


def test_without_a_name_it_is_the_last_that_is_over():
    assert read("In the quarter, the yard lost $3 million.") == [("quarter", "2023-Q3")]


def test_a_year_earlier_beside_figures_is_the_quarter_of_the_year_before():
    text = "Third-quarter profit was $3 million, up from $2 million a year earlier."
    assert read(text) == [("Third-quarter", "2023-Q3"), ("a year earlier", "2022-Q3")]


def test_without_a_quarter_or_figures_it_stays_a_year():
    assert read("Profit was $3 million, up from $2 million a year ago.") == [("a year ago", "2022")]
    assert read("The yard closed a year ago.") == [("a year ago", "2022")]


def test_the_year_earlier_period_follows_the_report():
    text = "In the first quarter it earned $3 million; the year-earlier quarter brought $1 million."
    assert read(text)[1] == ("year-earlier quarter", "2022-Q1")


def test_a_year_before_a_quarter_names_it():
    assert read("In the 2019 third quarter it lost money.") == [("2019 third quarter", "2019-Q3")]


@pytest.mark.parametrize("text", ["They left the quarter.", "A quarter of the yards closed."])
def test_other_quarters_are_none(text):
    assert read(text) == []


def test_without_a_dct_nothing_is_guessed():
    (found,) = find_timexes("In the quarter, sales fell.", "en", DateInterval())
    assert (found.value, found.edtf) == ("XXXX-QX", None)


def test_german_reports_name_the_quarter_before():
    text = "Im dritten Quartal stieg der Umsatz; im Vorjahresquartal war er gefallen."
    assert read(text, "de") == [("dritten Quartal", "2023-Q3"), ("Vorjahresquartal", "2022-Q3")]
