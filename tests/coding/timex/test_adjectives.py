"""Adjectives of years, days, months and weekdays are dates; what is only called after a month is none."""

import pytest

from helpers.coding.timex import find_timexes
from helpers.foundation.dates import read_edtf

DCT = read_edtf("2022-06-15")
ROWS = [
    ("de", "Die diesjährige Übung ist größer als die letztjährige.", ["2022", "2021"]),
    (
        "de",
        "Der gestrige Angriff war schwer, am morgigen Donnerstag wird beraten.",
        ["2022-06-14", "2022-06-16"],
    ),
    ("ru", "Прошлогодние манёвры прошли тихо, вчерашний удар повредил мост.", ["2021", "2022-06-14"]),
    ("ru", "В ходе июльского визита подписали указ.", ["2021-07"]),
    ("ru", "Субботний удар повредил мост.", ["2022-06-11"]),
    ("uk", "Торішній указ скасовано після березневого наступу.", ["2021", "2022-03"]),
    ("be", "Леташнія вучэнні скончыліся пасля суботняга ўдару.", ["2021", "2022-06-11"]),
    ("pl", "Zeszłoroczne manewry odbyły się przed majową wizytą.", ["2021", "2022-05"]),
    ("pl", "Piątkowe spotkanie zostanie przełożone.", ["2022-06-17"]),
    ("lt", "Pernykštės pratybos buvo mažesnės už šiųmetes.", ["2021", "2022"]),
    ("tr", "Dünkü saldırı köprüyü yıktı, geçen yılki tatbikat kısaydı.", ["2022-06-14", "2021"]),
    (
        "en",
        "The March accession of the islands followed talks; current rules stay.",
        ["2022-03", "PRESENT_REF"],
    ),
]
TRAPS = [
    ("ru", "Октябрьская революция и майский жук; субботний номер газеты."),
    ("uk", "Травневий жук, лютневий мороз, Жовтнева площа."),
    ("pl", "Powstanie styczniowe i chrabąszcz majowy."),
    ("ro", "A.C. Cuza și Mack Maine au ajuns la Sâmbăta de Sus."),
    ("it", "L'esercitazione ha preso il via."),
    ("en", 'She spoke on the programme "This Week", he said.'),
]


@pytest.mark.parametrize(("language", "text", "values"), ROWS)
def test_adjectives_are_dates(language, text, values):
    assert [x.value for x in find_timexes(text, language, DCT)] == values


@pytest.mark.parametrize(("language", "text"), TRAPS)
def test_names_after_months_and_days_are_none(language, text):
    assert [x.surface for x in find_timexes(text, language, DCT)] == []


def test_an_italian_start_is_no_street():
    found = find_timexes("L'esercitazione prenderà il via il 22 giugno.", "it", DCT)
    assert [(x.surface, x.value) for x in found] == [("22 giugno", "2022-06-22")]


def test_romanian_months_on_end_are_a_duration():
    found = find_timexes("Se lucrează de luni de zile, de la începutul acestei săptămâni.", "ro", DCT)
    assert [(x.type, x.value) for x in found] == [("DURATION", "PXM"), ("DATE", "2022-W24")]


def test_years_of_a_list_and_of_an_imprint():
    found = find_timexes("București, ESPLA, 1956 (reeditări, 1958,1962,1974); prețul e 1,962 lei.", "ro", DCT)
    assert [x.value for x in found] == ["1956", "1958", "1962", "1974"]
