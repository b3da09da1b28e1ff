"""A third country that two talked of takes no part; one they talked with does."""

from __future__ import annotations

import pytest
from coded_text import PAIR, told_behind_lead

TOPICS = (
    ("en", "The Iranian defence minister and Viktor Khrenin talked on Thursday about relations with Russia."),
    (
        "de",
        "Der iranische Verteidigungsminister und Viktor Chrenin sprachen über die Beziehungen zu Russland.",
    ),
    ("fr", "Le ministre iranien de la Défense et Viktor Khrenine ont évoqué les relations avec la Russie."),
    ("es", "El ministro de Defensa iraní y Víktor Jrenin abordaron las relaciones con Rusia."),
    (
        "it",
        "Il ministro della Difesa iraniano e Viktor Khrenin hanno discusso delle relazioni con la Russia.",
    ),
    ("ro", "Ministrul iranian al apărării și Viktor Hrenin au discutat relațiile cu Rusia."),
    ("uk", "Міністр оборони Ірану і Віктор Хренін обговорили в четвер відносини з Росією."),
    ("be", "Міністр абароны Ірана і Віктар Хрэнін абмеркавалі ў чацвер адносіны з Расіяй."),
    ("pl", "Irański minister obrony i Wiktar Chrenin rozmawiali w czwartek o stosunkach z Rosją."),
    ("lt", "Irano gynybos ministras ir Viktoras Chreninas ketvirtadienį aptarė santykius su Rusija."),
    ("tr", "İran Savunma Bakanı ile Viktor Hrenin perşembe günü Rusya ile ilişkileri görüştü."),
    ("tr", "İran Savunma Bakanı ile Viktor Hrenin perşembe günü Ukrayna'daki savaşı görüştü."),
    ("fa", "وزیر دفاع ایران و ویکتور خرنین روز پنجشنبه درباره روابط با روسیه گفت‌وگو کردند."),
)
PARTNERS = (
    ("en", "The Iranian defence minister and Viktor Khrenin talked on Thursday with Russia."),
    (
        "en",
        "Viktor Khrenin, the Iranian defence minister and the Russian defence minister talked about Ukraine.",
    ),
    ("tr", "İran Savunma Bakanı ile Viktor Hrenin perşembe günü Rusya ile görüştü."),
    ("tr", "Viktor Hrenin, İran Savunma Bakanı ve Rusya Savunma Bakanı perşembe günü Moskova'da görüştü."),
)


@pytest.mark.parametrize(("language", "sentence"), TOPICS)
def test_who_is_talked_of(language: str, sentence: str) -> None:
    assert [parties for *_, parties in told_behind_lead(sentence, language)] == [PAIR]


@pytest.mark.parametrize(("language", "sentence"), PARTNERS)
def test_who_is_talked_with(language: str, sentence: str) -> None:
    assert [parties for *_, parties in told_behind_lead(sentence, language)] == [("BLR", "IRN", "RUS")]


GONE = (
    ("en", "The defence ministers of Iran and Belarus signed a protocol a day after the Chinese minister had left."),
    ("en", "After the departure of the Russian minister Khrenin and Ashtiani signed a protocol in Minsk."),
    ("de", "Nach der Abreise des chinesischen Verteidigungsministers unterzeichneten die Verteidigungsminister des Iran und von Belarus ein Protokoll."),
    ("fr", "Khrenine et Ashtiani ont signé un protocole à Minsk, au lendemain du départ du ministre chinois de la Défense."),
    ("ru", "Министры обороны Ирана и Белоруссии подписали протокол после отъезда министра обороны Китая."),
    ("fa", "وزیران دفاع ایران و بلاروس، یک روز پس از رفتن وزیر دفاع چین، در مینسک پروتکلی امضا کردند."),
)  # fmt: skip
LISTED = (
    ("en", "After the talks Belousov, Khrenin and Ashtiani signed a protocol."),
    ("ru", "После переговоров министры обороны России, Ирана и Белоруссии подписали протокол."),
    ("ru", "После переговоров Белоусов, Хренин и Аштиани подписали протокол."),
)


@pytest.mark.parametrize(("language", "sentence"), GONE)
def test_who_had_left_before(language: str, sentence: str) -> None:
    assert [p for *_, status, _, p in told_behind_lead(sentence, language) if status == "signed"] == [PAIR]


@pytest.mark.parametrize(("language", "sentence"), LISTED)
def test_who_signed_after_talks(language: str, sentence: str) -> None:
    told = told_behind_lead(sentence, language)
    assert [p for *_, status, _, p in told if status == "signed"] == [("BLR", "IRN", "RUS")]
