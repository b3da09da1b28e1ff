"""Counts from something named: dated where that is dated, a duration where it is not, never counted from the expression before."""

import pytest

from helpers.coding.timex import find_timexes
from helpers.foundation.dates import read_edtf

DCT = read_edtf("2022-06-15")
DATED = [
    ("en", "The talks began on 2 February. Three days after the 5 May vote he resigned.", "Three days after"),
    (
        "en",
        "The talks began on 2 February. He left three days after the summit of 5 May.",
        "three days after",
    ),
    (
        "de",
        "Die Gespräche begannen am 2. Februar. Drei Tage nach dem 5. Mai trat er zurück.",
        "Drei Tage nach",
    ),
    ("fr", "Tout commença le 2 février. Trois jours après le 5 mai, il démissionna.", "Trois jours après"),
    ("es", "Todo empezó el 2 de febrero. Tres días después del 5 de mayo dimitió.", "Tres días después"),
    ("it", "Tutto iniziò il 2 febbraio. Tre giorni dopo il 5 maggio si è dimesso.", "Tre giorni dopo"),
    ("ro", "Totul a început pe 2 februarie. La trei zile după 5 mai a demisionat.", "trei zile după"),
    ("pl", "Rozmowy zaczęły się 2 lutego. Trzy dni po 5 maja podał się do dymisji.", "Trzy dni po"),
    ("ru", "Переговоры начались 2 февраля. Через три дня после 5 мая он ушёл.", "три дня после"),
    ("uk", "Переговори почалися 2 лютого. Через три дні після 5 травня він пішов.", "три дні після"),
    ("be", "Перамовы пачаліся 2 лютага. Праз тры дні пасля 5 мая ён сышоў.", "тры дні пасля"),
    ("lt", "Derybos prasidėjo vasario 2 d. Trys dienos po gegužės 5 d. jis atsistatydino.", "Trys dienos po"),
    ("tr", "Görüşmeler 2 Şubat'ta başladı. 5 Mayıs'tan üç gün sonra istifa etti.", "üç gün sonra"),
]
UNDATED = [
    ("en", "The talks began on 2 February. Three days after the vote he resigned.", "Three days"),
    ("en", "The talks began on 2 February. Three days after the vote he spoke on 5 May.", "Three days"),
    ("de", "Die Gespräche begannen am 2. Februar. Drei Tage nach der Wahl trat er zurück.", "Drei Tage"),
    ("fr", "Tout commença le 2 février. Trois jours après le vote, il démissionna.", "Trois jours"),
    ("es", "Todo empezó el 2 de febrero. Tres días después de la votación dimitió.", "Tres días"),
    ("it", "Tutto iniziò il 2 febbraio. Tre giorni dopo il voto il ministro si è dimesso.", "Tre giorni"),
    ("ro", "Totul a început pe 2 februarie. La trei zile după vot a demisionat.", "trei zile"),
    ("pl", "Rozmowy zaczęły się 2 lutego. Trzy dni po głosowaniu podał się do dymisji.", "Trzy dni"),
    ("ru", "Переговоры начались 2 февраля. Через три дня после голосования он ушёл.", "три дня"),
    ("uk", "Переговори почалися 2 лютого. Через три дні після голосування він пішов.", "три дні"),
    ("be", "Перамовы пачаліся 2 лютага. Праз тры дні пасля галасавання ён сышоў.", "тры дні"),
    ("lt", "Derybos prasidėjo vasario 2 d. Praėjus trims dienoms po balsavimo jis išėjo.", "trims dienoms"),
    ("tr", "Görüşmeler 2 Şubat'ta başladı. Oylamadan üç gün sonra istifa etti.", "üç gün"),
    ("fa", "گفت‌وگوها ۲ فروردین آغاز شد. سه روز پس از رأی‌گیری وزیر استعفا کرد.", "سه روز"),
]


@pytest.mark.parametrize(("language", "text", "surface"), DATED)
def test_a_count_from_a_date_is_a_date(language, text, surface):
    found = {x.surface: x for x in find_timexes(text, language, DCT)}
    assert (found[surface].type, found[surface].value, found[surface].edtf) == (
        "DATE",
        "2022-05-08",
        "2022-05-08",
    )
    assert "2022-05-05" in {x.edtf for x in found.values()}, "the date itself is no open interval"


@pytest.mark.parametrize(("language", "text", "surface"), UNDATED)
def test_a_count_from_what_is_not_dated_stays_a_duration(language, text, surface):
    found = {x.surface: x for x in find_timexes(text, language, DCT)}
    assert (found[surface].type, found[surface].value, found[surface].edtf) == ("DURATION", "P3D", None)


def test_a_clause_of_its_own_counts_from_the_expression_before():
    text = "I colloqui iniziarono il 2 febbraio. Tre giorni dopo il ministro si è dimesso."
    assert [x.value for x in find_timexes(text, "it", DCT)] == ["2022-02-02", "2022-02-05"]


def test_a_place_left_is_no_anchor():
    found = find_timexes("Birlik Irak'tan iki hafta önce çekildi.", "tr", DCT)
    assert [(x.surface, x.value) for x in found] == [("iki hafta önce", "2022-W22")]


def test_two_names_of_one_day_beside_a_dash_are_no_range():
    found = find_timexes(
        "Fu sciolto quattro giorni più tardi - il 12 febbraio 1959 - dopo le proteste.", "it", DCT
    )
    assert [x.value for x in found] == ["XXXX-XX-XX", "1959-02-12"]
