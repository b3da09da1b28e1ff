"""Words that are verbs of the future by their place: Turkish "gelecek" at the end of a clause, Belarusian "мае" before an infinitive."""

from __future__ import annotations

import pytest

from helpers.coding.timex import find_timexes
from helpers.foundation.dates import read_edtf

WEDNESDAY = "2023-05-10"


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [
        ("tr", "Bakan pazartesi günü Minsk'e gelecek.", "2023-05-15"),
        ("tr", "Bakan pazartesi günü resmi ziyaret için Minsk'e gelecek, ardından Moskova'ya geçecek.", "2023-05-15"),
        ("tr", "Bakan pazartesi günü Minsk'e geldi, gelecek hafta dönecek.", "2023-05-08"),
        ("be", "Міністр мае прыбыць у Мінск увосень.", "2023-09/2023-11"),
        ("be", "Міністр быў у Мінску ўвосень.", "2022-09/2022-11"),
    ],
)  # fmt: skip
def test_first_time_of_the_sentence(language: str, text: str, day: str) -> None:
    first = find_timexes(text, language, read_edtf(WEDNESDAY))[0]
    assert first.interval.edtf == day
