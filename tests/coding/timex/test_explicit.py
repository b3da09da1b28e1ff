"""Explicit dates of short strings, as metadata lines, addresses and datelines carry them."""

import pytest

from helpers.coding.timex import find_absolute_dates, find_timexes
from helpers.foundation.dates import read_edtf


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Август 21, 2025 - 10:20", "2025-08-21"),
        ("2 مهر 1402", "2023-09-24"),
        ("۱۴۰۲/۰۷/۰۲", "2023-09-24"),
        ("دوشنبه ۹ مرداد ۱۴۰۲", "2023-07-31"),
        ("/2023/07/31/some-title", "2023-07-31"),
        ("2023-07-31T10:00:00+03:30", "2023-07-31"),
        ("Mon, 31 Jul 2023 10:00:00 GMT", "2023-07-31"),
        ("31.07.2023 12:40", "2023-07-31"),
        ("date 2025-08-20", "2025-08-20"),
        ("20230731", "2023-07-31"),
        ("31-Jul-2023", "2023-07-31"),
        ("Published: July 31, 2023 at 5:00 pm", "2023-07-31"),
        ("Wednesday, Aug. 20, 2025", "2025-08-20"),
        ("2023 m. liepos 31 d.", "2023-07-31"),
        ("31 Temmuz 2023 Pazartesi", "2023-07-31"),
        ("31 lipca 2023 r.", "2023-07-31"),
        ("31 ліпеня 2023, 12:00", "2023-07-31"),
        ("31 июля 2023 года", "2023-07-31"),
        ("31 липня 2023 р.", "2023-07-31"),
        ("lunedì 31 luglio 2023", "2023-07-31"),
        ("31 de julio de 2023", "2023-07-31"),
        ("31 iulie 2023", "2023-07-31"),
    ],
)
def test_one_date_without_knowing_the_language(text, value):
    assert [x.value for x in find_absolute_dates(text)] == [value]


@pytest.mark.parametrize(
    "text", ["", "5 May", "yesterday", "192.168.2023", "version 1.2.2023", "last year", "Friday", "2019"]
)
def test_nothing_explicit(text):
    assert find_absolute_dates(text) == []


def test_two_calendars_in_one_line():
    found = find_absolute_dates("9 مرداد 1402 - 31 July 2023")
    assert [x.value for x in found] == ["2023-07-31", "2023-07-31"]


@pytest.mark.parametrize(
    ("language", "text", "values"),
    [
        ("ru", "2006, ноябрь. Визит в Тегеран.", ["2006-11"]),
        ("uk", "2017, 20 травня: стенд на виставці.", ["2017-05-20"]),
        ("en", "2017, May 20. A stand at the fair.", ["2017-05-20"]),
        ("es", "2006, noviembre. Visita a Teherán.", ["2006-11"]),
        ("en", "In 2017, May 20 was hot.", ["2017", "2017-05-20"]),
    ],
)
def test_the_year_first_at_the_head_of_an_entry(language, text, values):
    found = [t for t in find_timexes(text, language, read_edtf("2024-09-02")) if t.type == "DATE"]
    assert [t.value for t in found if t.value[:1] == "2"] == values
