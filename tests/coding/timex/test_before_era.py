"""What lies before our era has a value and no interval, and nothing is counted from it."""

import pytest

from helpers.coding.timex import find_timexes
from helpers.foundation.dates import read_edtf

DCT = read_edtf("2022-06-15")
ROWS = [
    ("uk", "Війна тривала (264–241 рр. до н. е.) довго.", "264–241 рр. до н. е.", "BC0264/BC0241"),
    ("uk", "Армія відступила навесні 264 до н. е. на північ.", "навесні 264 до н. е.", "BC0264-SP"),
    ("ru", "Бои шли 14 марта 44 до н. э. у реки.", "14 марта 44 до н. э.", "BC0044-03-14"),
    ("ru", "Город основан в 490 году до н. э. греками.", "490 году до н. э.", "BC0490"),
    ("uk", "Храм збудовано в середині V ст. до н. е. майстрами.", "середині V ст. до н. е.", "BC04"),
    ("en", "It fell in the 5th century BC to raiders.", "5th century BC", "BC04"),
    ("en", "The march began in March 241 BC.", "March 241 BC", "BC0241-03"),
    ("de", "Die Stadt wurde 44 v. Chr. zerstört.", "44 v. Chr.", "BC0044"),
    ("fr", "La cité fut prise au Ve siècle avant J.-C. par surprise.", "Ve siècle avant J.-C.", "BC04"),
    ("tr", "Kent MÖ 490'da kuruldu.", "MÖ 490", "BC0490"),
    ("tr", "Kent MÖ 5. yüzyılda kuruldu.", "MÖ 5. yüzyılda", "BC04"),
]


@pytest.mark.parametrize(("language", "text", "surface", "value"), ROWS)
def test_years_before_our_era_are_one_expression(language, text, surface, value):
    assert [(x.surface, x.value, x.edtf) for x in find_timexes(text, language, DCT)] == [
        (surface, value, None)
    ]


def test_nothing_is_counted_from_them():
    found = find_timexes("Навесні 264 до н. е. почалася війна. У тому ж році впало місто.", "uk", DCT)
    assert [(x.value, x.edtf) for x in found] == [("BC0264-SP", None), ("XXXX", None)]


def test_a_season_takes_the_year_of_a_former_century():
    found = find_timexes("Осенью 1864 была захвачена Атланта, летом 1650 гектаров сгорело.", "ru", DCT)
    assert found[0].value == "1864-FA"
    assert "1650-SU" not in {x.value for x in found}
