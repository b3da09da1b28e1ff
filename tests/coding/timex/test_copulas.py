"""A copula right before a date looks ahead; one with a participle looks back; today is Sunday names today."""

import pytest

from helpers.coding.timex import find_timexes
from helpers.foundation.dates import read_edtf

DCT = read_edtf("2024-03-13")  # a Wednesday


def read(language, text):
    return [x.value for x in find_timexes(text, language, DCT)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Elections are on Sunday."),
        ("de", "Am Sonntag sind Wahlen."),
        ("fr", "Les élections sont dimanche."),
        ("es", "Las elecciones son el domingo."),
        ("it", "Le elezioni sono domenica."),
        ("ro", "Alegerile sunt duminică."),
        ("pl", "Wybory są w niedzielę."),
        ("lt", "Rinkimai yra sekmadienį."),
    ],
)
def test_what_is_on_sunday_lies_ahead(language, text):
    assert read(language, text) == ["2024-03-17"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Am Sonntag sind drei Boote gesunken."),
        ("de", "Die Rede vom Sonntag ist ein Erfolg."),
        ("fr", "Les ministres sont partis dimanche."),
        ("fr", "La commission s'est réunie à Paris dimanche et tranchera plus tard."),
        ("it", "I ministri sono partiti domenica."),
    ],
)
def test_what_has_a_participle_lies_behind(language, text):
    assert read(language, text) == ["2024-03-10"]


def test_today_is_today():
    assert read("en", "Today is Wednesday.") == ["2024-03-13", "2024-03-13"]
