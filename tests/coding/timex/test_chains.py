"""Dates of that year, the same year: in thirteen languages the year named before, never one that is guessed."""

import pytest

from helpers.coding.timex import find_timexes
from helpers.foundation.dates import DateInterval, read_edtf

SENTENCES = [
    ("en", "In 2019 the port closed. In September of that year it reopened.", "September of that year"),
    ("de", "2019 schloss der Hafen. Im September desselben Jahres öffnete er.", "September desselben Jahres"),
    (
        "fr",
        "En 2019 le port a fermé. En septembre de cette année-là il rouvrit.",
        "septembre de cette année-là",
    ),
    ("es", "En 2019 cerró el puerto. En septiembre del mismo año reabrió.", "septiembre del mismo año"),
    ("it", "Nel 2019 il porto chiuse. Nel settembre di quell'anno riaprì.", "settembre di quell'anno"),
    ("ro", "În 2019 portul s-a închis. În septembrie același an s-a redeschis.", "septembrie același an"),
    ("ru", "В 2019 году порт закрыли. В сентябре того же года его открыли.", "сентябре того же года"),
    ("uk", "У 2019 році порт закрили. У вересні того ж року його відкрили.", "вересні того ж року"),
    ("be", "У 2019 годзе порт закрылі. У верасні таго ж года яго адкрылі.", "верасні таго ж года"),
    (
        "pl",
        "W 2019 roku port zamknięto. We wrześniu tego samego roku go otwarto.",
        "wrześniu tego samego roku",
    ),
    ("lt", "2019 m. uostas uždarytas. Tų pačių metų rugsėjį jis atidarytas.", "Tų pačių metų rugsėjį"),
    ("tr", "2019'da liman kapandı. Aynı yılın eylül ayında açıldı.", "Aynı yılın eylül ayında"),
]


@pytest.mark.parametrize(("language", "text", "surface"), SENTENCES)
@pytest.mark.parametrize("dct", ["2023-11-15", None])
def test_a_month_of_that_year_follows_the_year_before(language, text, surface, dct):
    found = find_timexes(text, language, read_edtf(dct) if dct else DateInterval())
    assert [(x.surface, x.value, x.edtf) for x in found][1:] == [(surface, "2019-09", "2019-09")]


def test_persian_keeps_its_own_calendar():
    text = "در سال ۱۳۹۸ بندر بسته شد. در مهر همان سال باز شد."
    found = find_timexes(text, "fa", read_edtf("2023-11-15"))
    assert found[1].edtf == "2019-09-23/2019-10-22"


def test_without_a_year_before_it_stays_open():
    (found,) = find_timexes("In September of that year it reopened.", "en", read_edtf("2023-11-15"))
    assert (found.value, found.edtf) == ("XXXX-09", None)


def test_french_that_year_is_not_this_year():
    found = find_timexes("Le port ferma en 2019. Cette année-là il gela.", "fr", read_edtf("2023-11-15"))
    assert [(x.surface, x.value) for x in found] == [("2019", "2019"), ("Cette année-là", "2019")]


@pytest.mark.parametrize(
    ("language", "text", "values"),
    [
        ("en", "It won in 2011, after it had lost the year before.", ["2011", "2010"]),
        ("en", "The day before the vote he left.", []),
        ("de", "2011 begann es. Im Jahr darauf wuchs die Stadt.", ["2011", "2012"]),
        ("it", "Nel 2011 vinse; l'anno dopo perse.", ["2011", "2012"]),
        ("it", "Nel 2011 vinse; il mese dopo la strage chiuse.", ["2011"]),
        ("ro", "În 2011 a câștigat; în anul următor a pierdut.", ["2011", "2012"]),
        ("fa", "در سال ۲۰۱۱ برد؛ سال بعد باخت.", ["2011", "2012"]),
        ("ro", "Sambata au venit. Sîmbătă au plecat.", ["2023-11-11", "2023-11-11"]),
        ("ro", "Anii precedenți au fost buni.", ["PXY"]),
    ],
)
def test_the_year_before_and_after(language, text, values):
    assert [x.value for x in find_timexes(text, language, read_edtf("2023-11-15"))] == values
