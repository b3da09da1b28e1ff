"""The names of months and weekdays are those of CLDR."""

from __future__ import annotations

import pytest
from babel import Locale

from helpers.clean.calendar_names import MONTHS, WEEKDAYS
from helpers.clean.publication_dates import fold_text, month_of, weekday_of
from helpers.foundation.schemas import LANGUAGES


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_name_of_cldr_is_there(language: str) -> None:
    locale = Locale(language)
    for context in ("format", "stand-alone"):
        for width in ("wide", "abbreviated"):
            for number, name in locale.months[context][width].items():
                forms = MONTHS[language].split(" ")[number - 1].split("|")
                assert fold_text(name).rstrip(".").replace("\u200c", "").rstrip("\u0654") in forms
                assert month_of(name) == number
            for number, name in locale.days[context][width].items():
                if len(name.rstrip(".")) > 2 or not name.isascii():  # "mo", "do" are words of other languages
                    forms = WEEKDAYS[language].split(" ")[number].split("|")
                    assert fold_text(name).rstrip(".").replace("\u200c", "") in forms
                    assert weekday_of(name) is not None


@pytest.mark.parametrize("language", LANGUAGES)
def test_twelve_months_and_seven_weekdays(language: str) -> None:
    assert len(MONTHS[language].split(" ")) == 12
    assert len(WEEKDAYS[language].split(" ")) == 7
