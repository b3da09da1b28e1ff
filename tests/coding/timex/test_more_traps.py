"""What looks like a date beside streets, telephones, unit numbers and names, and is none."""

import pytest

from helpers.coding.timex import find_timexes
from helpers.foundation.dates import read_edtf

DCT = read_edtf("2022-03-16")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The 1945th unit lives in 20 May Street."),
        ("ru", "Звоните, тел. 2021-19-99, улица 1 Мая."),
        ("pl", "Plac 1 Maja, 1990 złotych."),
        ("pl", "Maja Maj przyszła."),
        ("ro", "A stat acolo luni întregi."),
        ("fr", "Il habite au 1876, rue du Port."),
        ("lt", "Ji gyvena Vasario 16-osios gatvėje."),
        ("fa", "خانه در خیابان ۱۵ خرداد است."),
        ("de", "August Klein kam als Erster."),
        ("es", "Domingo Abril marcó tres puntos."),
        ("uk", "Середа Петро набрав три бали."),
    ],
)
def test_no_expression(language, text):
    assert find_timexes(text, language, DCT) == []
