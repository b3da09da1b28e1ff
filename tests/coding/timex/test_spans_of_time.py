"""The first visit in three years is a span of time, not a day three years on; what is for Friday is ahead."""

import pytest

from helpers.coding.timex import find_timexes
from helpers.foundation.dates import read_edtf

DCT = read_edtf("2022-05-18")  # a Wednesday


def read(text, language):
    return [(x.surface, x.type, x.value) for x in find_timexes(text, language, DCT)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "It will be the first visit in three years and the biggest fall in a decade."),
        ("en", "It will be the first visit in more than a year."),
        ("es", "Será la primera visita en tres años."),
        ("es", "La visita será la primera en más de un año."),
        ("it", "Sarà la prima visita in tre anni."),
        ("ro", "Va fi prima vizită în trei ani."),
        ("de", "Es wird der erste Besuch in drei Jahren sein."),
    ],
)
def test_a_first_in_so_long_is_no_day(language, text):
    assert all(kind == "DURATION" for _, kind, _ in read(text, language))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The bridge will open in three years."),
        ("de", "In drei Jahren wird die Brücke eröffnet."),
        ("es", "El puente se abrirá dentro de tres años."),
        ("ru", "Первый визит состоится через три года."),
    ],
)
def test_what_will_be_in_three_years_is_a_date(language, text):
    assert [value for _, _, value in read(text, language)] == ["2025"]


FOR_FRIDAY = {
    "en": "The forecast for Friday is bleak.",
    "de": "Die Prognose für Freitag ist schlecht.",
    "fr": "Les prévisions pour vendredi sont mauvaises.",
    "es": "La previsión para el viernes es mala.",
    "it": "Le previsioni per venerdì sono cattive.",
    "ro": "Prognoza pentru vineri e proastă.",
    "ru": "Прогноз на пятницу плохой.",
    "uk": "Прогноз на п'ятницю поганий.",
    "be": "Прагноз на пятніцу дрэнны.",
    "pl": "Prognoza na piątek jest zła.",
}


@pytest.mark.parametrize("language", FOR_FRIDAY)
def test_what_is_for_friday_is_ahead(language):
    assert [value for _, _, value in read(FOR_FRIDAY[language], language)] == ["2022-05-20"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "По состоянию на пятницу, погибших нет."),
        ("uk", "Станом на п'ятницю загиблих немає."),
        ("en", "Rebels were blamed for Friday's attack."),
        ("ru", "На пятницу зарегистрировали сто случаев."),
    ],
)
def test_what_was_known_by_friday_is_past(language, text):
    assert [value for _, _, value in read(text, language)] == ["2022-05-13"]


def test_a_day_behind_next_and_its_word_is_one_expression():
    found = read("El próximo día 9 de julio cumplirá 26 años.", "es")
    assert found[0] == ("próximo día 9 de julio", "DATE", "2022-07-09")


def test_what_is_put_off_now_lies_ahead():
    assert read("El concierto (que se pospone al 25 de agosto) era gratis.", "es")[0][2] == "2022-08-25"
    assert read("The firm extended up to $90 million in loans through January.", "en")[0][2] == "2023-01"


def test_evenings_of_weekdays_in_the_plural_are_sets():
    found = read("Flights leave on Monday and Tuesday nights.", "en")
    assert [(kind, value) for _, kind, value in found] == [("SET", "XXXX-WXX-1"), ("SET", "XXXX-WXX-2")]
