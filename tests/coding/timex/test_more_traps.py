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
        ("de", "Er wohnt in der Straße des 17. Juni."),
        ("ro", "Stă în Piața 1 Decembrie 1918."),
        ("en", "The June 4th Committee has a house on May Road."),
    ],
)
def test_no_expression(language, text):
    assert find_timexes(text, language, DCT) == []


@pytest.mark.parametrize(
    ("language", "text", "surface", "value"),
    [
        ("en", "The next one is planned for 2025, they said.", "2025", "2025"),
        ("es", "La norma rige desde el 1.º de enero de 2021.", "1.º de enero de 2021", "2021-01-01"),
        ("fr", "Elle a été fermée le jour de l'An.", "jour de l'An", "2022-01-01"),
        (
            "lt",
            "Keltas nuskendo pirmadienį, 2021 m. spalio 4 d.",
            "pirmadienį, 2021 m. spalio 4 d.",
            "2021-10-04",
        ),
        ("lt", "Tiltas uždarytas iki rytojaus.", "rytojaus", "2022-03-17"),
        ("pl", "Lot odwołano do jutra.", "jutra", "2022-03-17"),
        ("tr", "Kale 1784'te yandı.", "1784", "1784"),
        ("ro", "Acordul a fost semnat la 9 februarie a.c. de miniștri.", "9 februarie a.c.", "2022-02-09"),
        ("es", "Vendió este año 1911 grabados.", "este año", "2022"),
    ],
)
def test_what_is_one(language, text, surface, value):
    assert [(x.surface, x.value) for x in find_timexes(text, language, DCT)] == [(surface, value)]
