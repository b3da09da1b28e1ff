"""Until when somebody has or was given time lies ahead, though the verb is past; what lasted until a day does not."""

import pytest

from helpers.coding.timex import find_timexes
from helpers.foundation.dates import read_edtf

DCT = read_edtf("2022-05-18")  # a Wednesday
TIME_LEFT = {
    "en": "The company has until Friday to answer. They were given until Friday to reply.",
    "de": "Der Konzern hat bis Freitag Zeit zu antworten. Man gab der Besatzung bis Freitag Zeit.",
    "fr": "L'entreprise a jusqu'à vendredi pour répondre. On lui a donné jusqu'à vendredi.",
    "es": "La empresa tiene hasta el viernes para responder. Le han dado hasta el viernes.",
    "it": "L'azienda ha tempo fino a venerdì per rispondere. Le hanno dato tempo fino a venerdì.",
    "ro": "Compania are timp până vineri să răspundă. I-au dat timp până vineri.",
    "pl": "Firma ma czas do piątku. Firmie dano czas do piątku.",
    "ru": "У компании есть время до пятницы. Компании дали время до пятницы.",
    "uk": "Компанія має час до п'ятниці. Компанії дали час до п'ятниці.",
    "be": "Кампанія мае час да пятніцы. Кампаніі далі час да пятніцы.",
    "lt": "Bendrovė turi laiko iki penktadienio. Bendrovei duota laiko iki penktadienio.",
    "tr": "Şirketin cumaya kadar süresi var. Şirkete cumaya kadar süre verildi.",
    "fa": "شرکت تا جمعه فرصت دارد. به شرکت تا جمعه فرصت داده شد.",
}


@pytest.mark.parametrize("language", TIME_LEFT)
def test_time_given_until_a_day_ends_ahead(language):
    found = find_timexes(TIME_LEFT[language], language, DCT)
    assert [(x.value, x.edtf) for x in found] == [("2022-05-20", "../2022-05-20")] * 2


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The fighting lasted until Friday."),
        ("en", "Iran had until Friday to respond."),
        ("de", "Die Kämpfe dauerten bis Freitag."),
        ("ru", "Бои длились до пятницы."),
        ("fr", "Les combats ont duré jusqu'à vendredi."),
    ],
)
def test_what_lasted_until_a_day_is_over(language, text):
    assert [x.value for x in find_timexes(text, language, DCT)] == ["2022-05-13"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The summit is held in July.", "2022-07"),
        ("Elections are held on Sunday.", "2022-05-22"),
        ("He keeps the boy when the case is heard in July.", "2022-07"),
        ("The summit was held in July.", "2021-07"),
        ("The findings were published on Sunday.", "2022-05-15"),
        ("He is accused of killing a man on Sunday.", "2022-05-15"),
    ],
)
def test_what_is_held_on_a_day_lies_ahead(text, value):
    assert [x.value for x in find_timexes(text, "en", DCT)] == [value]


def test_a_deadline_just_missed_is_not_next_year():
    (found,) = find_timexes(
        "The ruling to send the child home by Jan. 14 stands.", "en", read_edtf("2000-01-15")
    )
    assert found.edtf == "../2000-01-14"
    (found,) = find_timexes(
        "The ruling to send the child home by June 14 stands.", "en", read_edtf("2000-01-15")
    )
    assert found.edtf == "../2000-06-14"
