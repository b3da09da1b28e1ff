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
