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


def test_a_quarter_ahead_does_not_become_the_one_reported():
    text = "Third-quarter net fell to $3 million. It expects a fourth-quarter charge. In the latest quarter it lost $1 million."
    assert [value for _, value in read(text)] == ["2023-Q3", "2023-Q4", "2023-Q3"]


def test_a_comparison_does_not_become_the_one_reported():
    text = "In the third quarter, net was $3 million. In the 2022 period it was $2 million. In the quarter, 12 yards closed."
    assert [value for _, value in read(text)] == ["2023-Q3", "2022-Q3", "2023-Q3"]


def test_the_same_period_of_another_year_is_one_expression():
    text = "In the third quarter, net was $3 million, up from $2 million in the same period last year."
    assert read(text)[1] == ("same period last year", "2022-Q3")
    assert read("For the quarter a year ago, net was $2 million.") == [("quarter a year ago", "2022-Q3")]
    assert read("Exports in 2015 rose from the same period a year earlier.")[1] == (
        "same period a year earlier",
        "2014",
    )


def test_the_year_of_a_second_quarter_is_a_year():
    assert read("a charge in the 2019 second quarter") == [("2019 second quarter", "2019-Q2")]


def test_bonds_fall_due_in_years_and_prefixes_bound_them():
    assert read("Bonds due 2031 and post-2014 sanctions") == [("2031", "2031"), ("2014", "2014")]
