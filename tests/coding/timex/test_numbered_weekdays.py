"""A weekday with the day of the month beside it: one expression, the day on which both agree; and short years."""

import pytest

from helpers.coding.timex import find_timexes
from helpers.foundation.dates import read_edtf

DCT = read_edtf("2022-03-16")


@pytest.mark.parametrize(
    ("language", "text", "surface"),
    [
        ("en", "On Sunday the 13th it rained.", "Sunday the 13th"),
        ("de", "Am Sonntag, dem 13., regnete es.", "Sonntag, dem 13."),
        ("fr", "Dimanche 13 il a plu.", "Dimanche 13"),
        ("es", "El domingo 13 llovió.", "domingo 13"),
        ("it", "Domenica 13 piovve.", "Domenica 13"),
        ("ro", "Duminică, 13, a plouat.", "Duminică, 13"),
        ("ru", "В воскресенье, 13-го, шёл дождь.", "воскресенье, 13-го"),
    ],
)
def test_weekday_and_day(language, text, surface):
    (timex,) = find_timexes(text, language, DCT)
    assert (timex.surface, timex.value) == (surface, "2022-03-13")


@pytest.mark.parametrize(
    ("language", "text"), [("fr", "Lundi 15 personnes sont venues."), ("es", "El lunes 15 misiles cayeron.")]
)
def test_what_is_counted_is_no_day(language, text):
    (timex,) = find_timexes(text, language, DCT)
    assert " " not in timex.surface


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("en", "In '98 it was new.", "1998"),
        ("it", "Nel '98 era nuovo.", "1998"),
        ("ru", "В 2020-м его закрыли.", "2020"),
        ("ru", "В 2020-е годы его закрыли.", "202"),
    ],
)
def test_short_years_and_years_with_endings(language, text, value):
    assert [x.value for x in find_timexes(text, language, DCT)] == [value]


def test_solar_months_joined_to_a_range():
    (timex,) = find_timexes("آزمایش‌های فروردین تا خرداد ۱۴۰۲ پایان یافت.", "fa", DCT)
    assert timex.value == "2023-03-21/2023-06-21"
