"""What one of the two signs with an international body is no act of the two; nor what a third country's guest does."""

from __future__ import annotations

import pytest
from coded_text import LEADS, code_text

WITH_UNION = {
    "en": "Iran signed a free trade agreement with the Eurasian Economic Union.",
    "de": "Iran unterzeichnete ein Freihandelsabkommen mit der Eurasischen Wirtschaftsunion.",
    "fr": "L'Iran a signé un accord de libre-échange avec l'Union économique eurasiatique.",
    "es": "Irán firmó un acuerdo de libre comercio con la Unión Económica Euroasiática.",
    "it": "L'Iran ha firmato un accordo di libero scambio con l'Unione economica eurasiatica.",
    "ro": "Iranul a semnat un acord de liber schimb cu Uniunea Economică Eurasiatică.",
    "ru": "Иран подписал соглашение о свободной торговле с Евразийским экономическим союзом.",
    "uk": "Іран підписав угоду про вільну торгівлю з Євразійським економічним союзом.",
    "be": "Іран падпісаў пагадненне аб свабодным гандлі з Еўразійскім эканамічным саюзам.",
    "pl": "Iran podpisał umowę o wolnym handlu z Euroazjatycką Unią Gospodarczą.",
    "lt": "Iranas pasirašė laisvosios prekybos susitarimą su Eurazijos ekonomine sąjunga.",
    "tr": "İran, Avrasya Ekonomik Birliği ile serbest ticaret anlaşması imzaladı.",
    "fa": "ایران با اتحادیه اقتصادی اوراسیا موافقت‌نامه تجارت آزاد امضا کرد.",
}
BODIES = [
    ("en", "A free trade agreement between Iran and the EAEU entered into force.", ("EAEU", "IRN")),
    ("ru", "Страны ЕАЭС и Иран подписали соглашение о свободной торговле.", ("EAEU", "IRN")),
    ("de", "Belarus unterzeichnete ein Abkommen mit der EU.", ("BLR", "EU")),
    ("ru", "Иран подписал меморандум с Евразийской экономической комиссией.", ("EEC", "IRN")),
    ("pl", "Iran podpisał memorandum z Szanghajską Organizacją Współpracy.", ("IRN", "SCO")),
    ("en", "Iran and Belarus signed a memorandum within the EAEU.", ("BLR", "IRN")),
    ("ru", "На полях саммита ШОС Иран и Белоруссия подписали меморандум.", ("BLR", "IRN")),
]
ALONE = {
    "en": "Tehran produces drones of several types.",
    "de": "Teheran produziert Drohnen verschiedener Typen.",
    "fr": "Téhéran fabrique des drones de plusieurs types.",
    "es": "Teherán fabrica drones de varios tipos.",
    "it": "Teheran produce droni di vari tipi.",
    "ro": "Teheranul fabrică drone de mai multe tipuri.",
    "ru": "Тегеран производит беспилотники с 1985 года.",
    "uk": "Тегеран виробляє безпілотники з 1985 року.",
    "be": "Тэгеран вырабляе беспілотнікі з 1985 года.",
    "pl": "Teheran produkuje drony od 1985 roku.",
    "lt": "Teheranas gamina dronus nuo 1985 metų.",
    "tr": "Tahran çeşitli tiplerde insansız hava aracı üretiyor.",
    "fa": "تهران انواع پهپاد تولید می‌کند.",
}
GUESTS = [
    ("en", "The Russian minister travelled to Belarus after visiting Iran.", ("BLR", "RUS")),
    ("fr", "Le ministre russe s'est rendu en Biélorussie après avoir visité l'Iran.", ("BLR", "RUS")),
    ("es", "El canciller ruso viajó a Bielorrusia tras visitar Irán.", ("BLR", "RUS")),
    ("en", "Coming from Moscow, Amir-Abdollahian arrived in Belarus on Tuesday.", ("BLR", "IRN")),
    ("ru", "Из Москвы Амир Абдоллахиян прибыл во вторник в Белоруссию.", ("BLR", "IRN")),
]
EXPECTED = {
    "de": "Aschtiani wird kommende Woche in Belarus erwartet.",
    "es": "Se espera en Bielorrusia al presidente iraní.",
    "ru": "На следующей неделе в Беларуси ждут вице-президента Ирана.",
    "uk": "За тиждень у Білорусі чекають на спікера іранського парламенту.",
    "be": "Раісі чакаюць у Беларусі увосень.",
    "pl": "Minister obrony Wiktar Chrenin spodziewany jest w Iranie w czerwcu.",
}


@pytest.mark.parametrize("language", WITH_UNION)
def test_agreement_with_the_union_is_of_one_country(language: str) -> None:
    found = code_text(f"{LEADS[language]}\n{WITH_UNION[language]}", language)
    assert {c.parties for c in found} == {("EAEU", "IRN")}


@pytest.mark.parametrize(("language", "text", "parties"), BODIES)
def test_bodies(language: str, text: str, parties: tuple[str, ...]) -> None:
    found = code_text(f"{LEADS[language]}\n{text}", language)
    assert {c.parties for c in found if c.draft.kind == "agreement"} == {parties}


@pytest.mark.parametrize("language", ALONE)
def test_capital_that_acts_alone_is_not_both(language: str) -> None:
    assert code_text(f"{LEADS[language]}\n{ALONE[language]}", language) == []


@pytest.mark.parametrize(("language", "text", "parties"), GUESTS)
def test_first_visit_is_of_the_guest_to_where_he_came(
    language: str, text: str, parties: tuple[str, ...]
) -> None:
    assert code_text(text, language)[0].parties == parties


@pytest.mark.parametrize("language", EXPECTED)
def test_who_is_expected_in_the_country_will_visit_it(language: str) -> None:
    found = code_text(EXPECTED[language], language, published="2023-05-10")
    assert [(c.draft.key, c.draft.judgement.status, c.parties) for c in found] == [
        ("visit", "planned", ("BLR", "IRN"))
    ]
