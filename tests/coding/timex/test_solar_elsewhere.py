"""Iranian months in other languages than Persian: read with their day or a year of that calendar, names otherwise."""

from __future__ import annotations

import pytest

from helpers.coding.timex import find_timexes
from helpers.foundation.dates import read_edtf

DCT = read_edtf("2024-12-20")
MORDAD = "2023-07-23/2023-08-22"  # the whole month of 1402


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "It was signed on 9 Mordad 1402 in Tehran.", {"9 Mordad 1402": "2023-07-31"}),
        ("en", "It was signed in Mordad 1402.", {"Mordad 1402": MORDAD}),
        ("de", "Unterzeichnet wurde es am 9. Mordad 1402.", {"9. Mordad 1402": "2023-07-31"}),
        ("fr", "Le texte a été signé le 9 mordad 1402.", {"9 mordad 1402": "2023-07-31"}),
        ("es", "Se firmó el 9 de mordad de 1402.", {"9 de mordad de 1402": "2023-07-31"}),
        ("it", "Fu firmato il 9 mordad 1402.", {"9 mordad 1402": "2023-07-31"}),
        ("ro", "A fost semnat la 9 mordad 1402.", {"9 mordad 1402": "2023-07-31"}),
        ("pl", "Podpisano go 9 mordadu 1402 r.", {"9 mordadu 1402 r.": "2023-07-31"}),
        ("lt", "Jis pasirašytas 1402 m. mordado 9 d.", {"1402 m. mordado 9 d.": "2023-07-31"}),
        ("tr", "Belge 9 Mordad 1402 tarihinde imzalandı.", {"9 Mordad 1402": "2023-07-31"}),
        ("ru", "Документ подписан в мордаде 1402 года.", {"мордаде 1402 года": MORDAD}),
        ("uk", "Документ підписано 9 мордада 1402 року.", {"9 мордада 1402 року": "2023-07-31"}),
        ("be", "Дакумент падпісаны 9 мардада 1402 года.", {"9 мардада 1402 года": "2023-07-31"}),
    ],
)
def test_with_day_or_year(language, text, expected):
    assert {t.surface: t.value for t in find_timexes(text, language, DCT)} == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Officials told Mehr that Bahman and Azar would see Tir."),
        ("de", "Mehr als 30 Leute kamen, und Azar wollte mehr."),
        ("es", "Fue elegido al azar entre mil candidatos."),
        ("fr", "Le tir de 1402 projectiles a duré."),
        ("it", "Sono fermi 20 tir al confine dei due paesi."),
        ("ru", "Агентство Мехр сообщило, что Бахман и Абан приедут."),
    ],
)
def test_names_and_words_are_no_months(language, text):
    assert find_timexes(text, language, DCT) == []
