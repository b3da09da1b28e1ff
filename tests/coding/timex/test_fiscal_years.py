"""Fiscal, school and budget years: before and behind their number, and as a unit with a direction."""

import pytest

from helpers.coding.timex import find_timexes
from helpers.foundation.dates import read_edtf

DCT = read_edtf("2023-11-15")


@pytest.mark.parametrize(
    ("language", "text", "surface", "value"),
    [
        ("en", "Spending fell in fiscal 2022.", "fiscal 2022", "2022"),
        ("en", "Spending fell in FY2022.", "FY2022", "2022"),
        ("en", "The 2022 fiscal year was poor.", "2022 fiscal year", "2022"),
        ("en", "Spending fell in the last fiscal year.", "last fiscal year", "2022"),
        ("de", "Im Haushaltsjahr 2022 sanken die Ausgaben.", "Haushaltsjahr 2022", "2022"),
        ("de", "Im laufenden Haushaltsjahr steigen die Ausgaben.", "laufenden Haushaltsjahr", "2023"),
        ("fr", "Les dépenses de l'année fiscale 2022 ont baissé.", "année fiscale 2022", "2022"),
        ("es", "El gasto cayó en el ejercicio fiscal 2022.", "ejercicio fiscal 2022", "2022"),
        ("it", "La spesa dell'esercizio 2022 è calata.", "esercizio 2022", "2022"),
        ("ro", "În exercițiul financiar 2022 cheltuielile au scăzut.", "exercițiul financiar 2022", "2022"),
        ("pl", "W roku budżetowym 2022 wydatki spadły.", "roku budżetowym 2022", "2022"),
        ("ru", "В 2022 финансовом году расходы упали.", "2022 финансовом году", "2022"),
        ("uk", "У 2022 бюджетному році витрати впали.", "2022 бюджетному році", "2022"),
        ("be", "У 2022 бюджэтным годзе выдаткі ўпалі.", "2022 бюджэтным годзе", "2022"),
        ("lt", "2022 finansiniais metais išlaidos sumažėjo.", "2022 finansiniais metais", "2022"),
        ("tr", "2022 mali yılında giderler düştü.", "2022 mali yılında", "2022"),
        ("fa", "در سال مالی ۱۴۰۱ هزینه‌ها کاهش یافت.", "سال مالی ۱۴۰۱", "2022-03-21/2023-03-20"),
    ],
)
def test_fiscal_years(language, text, surface, value):
    assert [(x.surface, x.value) for x in find_timexes(text, language, DCT)] == [(surface, value)]


def test_a_count_of_fiscal_years_is_a_duration():
    (timex,) = find_timexes("Losses lasted three fiscal years.", "en", DCT)
    assert (timex.type, timex.value) == ("DURATION", "P3Y")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Die Reise kostet von 1950 bis 2010 Mark."),
        ("en", "It cost from 1950 to 2000 dollars."),
        ("ru", "Цена от 1950 до 2010 рублей."),
        ("fr", "Le prix va de 1950 à 2010 euros."),
    ],
)
def test_ends_of_a_range_of_things_counted_are_no_years(language, text):
    assert find_timexes(text, language, DCT) == []
