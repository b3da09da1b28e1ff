"""Days of feasts: both Easters over two centuries, weekdays of a month, codes that cannot be read."""

import datetime as dt

import pytest
from dateutil.easter import EASTER_ORTHODOX, EASTER_WESTERN, easter

from helpers.coding.timex import find_timexes
from helpers.coding.timex.feasts import check_code, eastern_easter, feast_day, western_easter
from helpers.coding.timex.lexicon import load_lexicon
from helpers.foundation.dates import DateInterval, read_edtf
from helpers.foundation.errors import ConfigError


def test_both_easters_fall_where_the_tables_have_them():
    for year in range(1900, 2101):
        assert western_easter(year) == easter(year, EASTER_WESTERN)
        assert eastern_easter(year) == easter(year, EASTER_ORTHODOX)


@pytest.mark.parametrize(
    ("code", "year", "day"),
    [
        ("easter -2", 2023, dt.date(2023, 4, 7)),
        ("orthodox +49", 2023, dt.date(2023, 6, 4)),
        ("11 thu 4", 2023, dt.date(2023, 11, 23)),
        ("11 mon 1 +1", 2023, dt.date(2023, 11, 7)),
        ("solar 12 day last", 1399, dt.date(2021, 3, 20)),
        ("easter +1", 2024, dt.date(2024, 4, 1)),
    ],
)
def test_a_movable_feast_is_counted(code, year, day):
    assert feast_day(code, year) == day


@pytest.mark.parametrize(
    "code",
    [
        "12-25",
        "easter",
        "orthodox -7",
        "nowruz",
        "solar 11-22",
        "11 thu 4",
        "11 mon 1 +1",
        "solar 08 fri last",
    ],
)
def test_codes_are_read(code):
    assert check_code(code)


@pytest.mark.parametrize("code", ["christmas", "easter 2", "25.12.", "11 thu 6", ""])
def test_other_codes_are_refused(code):
    assert not check_code(code)


def test_a_wrong_code_in_the_lexicon_is_named_with_its_line(tmp_path):
    path = tmp_path / "dates.yml"
    path.write_text('capitalised: true\nholidays:\n  "midsummer": "midsummer"\n', encoding="utf-8")
    with pytest.raises(ConfigError, match="midsummer") as error:
        load_lexicon("en", path)
    assert error.value.line == 3


@pytest.mark.parametrize(
    ("language", "text", "surface", "edtf"),
    [
        ("en", "By Christmas the pier will be gone.", "Christmas", "../2023-12-25"),
        ("en", "Good Friday 2021 was quiet.", "Good Friday 2021", "2021-04-02"),
        ("ru", "К Пасхе мост откроют.", "Пасхе", "../2024-05-05"),
        ("pl", "Most stoi od Wielkanocy 2020 roku.", "Wielkanocy 2020 roku", "2020-04-12/.."),
        ("fa", "نوروز ۱۴۰۱ پل باز شد.", "نوروز ۱۴۰۱", "2022-03-21"),
        ("tr", "Nevruz'da köprü açıldı.", "Nevruz", "2023-03-21"),
    ],
)
def test_a_holiday_is_a_day(language, text, surface, edtf):
    found = find_timexes(text, language, read_edtf("2023-11-15"))
    assert [(x.surface, x.edtf) for x in found] == [(surface, edtf)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The Christmas tree on Easter Island fell over."),
        ("it", "L'albero di Natale della città natale di Antonio Di Natale è caduto."),
        ("fr", "Le sapin de Noël est tombé."),
        ("ro", "Bradul de Crăciun a căzut."),
    ],
)
def test_what_is_called_after_a_holiday_is_no_date(language, text):
    assert find_timexes(text, language, read_edtf("2023-11-15")) == []


def test_a_holiday_stays_open_without_a_dct():
    (found,) = find_timexes("At Easter it rained.", "en", DateInterval())
    assert (found.value, found.edtf) == ("XXXX-XX-XX", None)
