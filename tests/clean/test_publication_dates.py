from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.clean.publication_dates import find_dates, fold_text, month_of, weekday_of
from helpers.foundation.schemas import LANGUAGES

FULL = [
    ("Август 21, 2025 - 10:20", "2025-08-21"),
    ("Wednesday, Aug. 20, 2025", "2025-08-20"),
    ("20th of August, 2025", "2025-08-20"),
    ("20 de agosto de 2025", "2025-08-20"),
    ("2025 m. rugpjūčio 20 d. 14:35", "2025-08-20"),
    ("2025-08-20T14:35:00+03:00", "2025-08-20"),
    ("20.08.2025", "2025-08-20"),
    ("Heft 3, März 2024", "2024-03"),
    ("№ 3, март 2024", "2024-03"),
    ("Mars 3, 2024", "2024-03-03"),
    ("20.08.25, 14:30", "2025-08-20"),
    ("20-Aug-2025", "2025-08-20"),
    ("20 AĞUSTOS 2025 ÇARŞAMBA", "2025-08-20"),
    ("15 KASIM 2023", "2023-11-15"),
    ("1er août 2025", "2025-08-01"),
    ("1º agosto 2025", "2025-08-01"),
    ("20 серпня 2025 року", "2025-08-20"),
    ("20 жніўня 2025 г.", "2025-08-20"),
    ("20 sierpnia 2025 r.", "2025-08-20"),
    ("20. August 2025, 12 Uhr", "2025-08-20"),
    ("miercuri, 20 august 2025", "2025-08-20"),
    ("چهارشنبه ۲۹ مرداد ۱۴۰۴ - ۱۶:۴۰", "2025-08-20"),
    ("۱۴۰۴/۰۵/۲۹ ۱۲:۳۰", "2025-08-20"),
    ("29 Mordad 1404", "2025-08-20"),
    ("۲۰ اوت ۲۰۲۵", "2025-08-20"),
    ("30 اسفند 1403", "2025-03-20"),
    ("August 2025", "2025-08"),
    ("مرداد ۱۴۰۴", "2025-07-23/2025-08-22"),
]


@pytest.mark.parametrize(("text", "edtf"), FULL)
def test_full_dates(text: str, edtf: str) -> None:
    (found,) = find_dates(text)
    assert found.interval.edtf == edtf


@pytest.mark.parametrize(
    "text",
    ["192.168.1.20", "31 February 2025", "1447/02/25", "۲۶ صفر ۱۴۴۷", "version 2.10.3", "30 اسفند 1404", "14:30", "may", "20-25-30", "+375 29 123-45-67"],
)  # fmt: skip
def test_what_is_no_date(text: str) -> None:
    assert find_dates(text) == []


def test_without_a_year() -> None:
    (found,) = find_dates("سه شنبه ۲۸ مرداد")
    assert (found.has_year, found.solar, found.month, found.day, found.weekday) == (False, True, 5, 28, 2)
    assert found.days_in(dt.date(2025, 1, 1), dt.date(2025, 12, 31)) == [dt.date(2025, 8, 19)]
    (found,) = find_dates("Mińsk, 29 lutego (PAP)")
    assert found.days_in(dt.date(2021, 1, 1), dt.date(2025, 12, 31)) == [dt.date(2024, 2, 29)]


def test_an_english_page_may_mean_either_day() -> None:
    assert find_dates("08/09/2025", language="en")[0].interval.edtf == "2025-08-09/2025-09-08"
    assert find_dates("08/09/2025", language="fr")[0].interval.edtf == "2025-09-08"
    assert find_dates("08/25/2025", language="en")[0].interval.edtf == "2025-08-25"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_month_and_weekday_name_of_cldr(language: str) -> None:
    from babel import Locale

    locale = Locale(language)
    for number in range(1, 13):
        assert month_of(locale.months["format"]["wide"][number]) == number
        text = f"7 {locale.months['format']['wide'][number]} 2023"
        assert find_dates(text)[0].interval.edtf == f"2023-{number:02d}-07"
    for number in range(7):
        assert weekday_of(locale.days["format"]["wide"][number]) == number + 1


@given(st.text(max_size=300))
def test_folding_keeps_offsets_and_dates_lie_inside(text: str) -> None:
    assert len(fold_text(text)) == len(text)
    end = 0
    for found in find_dates(text):
        assert end <= found.start < found.end <= len(text)
        end = found.end


@given(st.dates(dt.date(1960, 1, 1), dt.date(2090, 12, 31)))
def test_dates_are_read_back(day: dt.date) -> None:
    for text in (
        day.isoformat(),
        day.strftime("%d.%m.%Y"),
        day.strftime("%d %B %Y"),
        day.strftime("%B %d, %Y"),
    ):
        assert find_dates(f"({text})")[0].interval.edtf == day.isoformat()
