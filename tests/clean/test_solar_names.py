"""The Iranian months that publication dates are read with stand in the lexicons of dates as well."""

from __future__ import annotations

from helpers.clean.calendar_names import SOLAR_MONTHS
from helpers.clean.publication_dates import find_dates
from helpers.coding.timex.lexicon import load_lexicon
from helpers.foundation.languages import LANGUAGES

ARABIC = {"ابان", "اذر"}  # spelled without the sign of length, as the fold of Persian letters leaves them


def test_every_month_is_known_to_some_lexicon() -> None:
    known = {
        (cats.get("solar") or cats["solar_weak"], " ".join(words))
        for language in LANGUAGES
        for words, cats in load_lexicon(language).words.items()
        if cats.keys() & {"solar", "solar_weak"}
    }
    listed = [forms.split("|") for forms in SOLAR_MONTHS.split(" ")]
    assert len(listed) == 12
    names = {(n, name) for n, forms in enumerate(listed, 1) for name in forms if name not in ARABIC}
    assert {(n, name) for n, name in names if (n, name) not in known} == set()


def test_a_day_of_a_russian_page_by_the_iranian_calendar() -> None:
    (found,) = find_dates("27 азара 1403")
    assert found.solar and found.interval.edtf == "2024-12-17"


def test_a_month_that_is_an_everyday_word_needs_its_year() -> None:
    (found,) = find_dates("25 тира 1404 года")
    assert found.interval.edtf == "2025-07-16"
    assert not find_dates("4 тира открыли в Минске")
    assert not find_dates("5 mehr als 12 mehr")
