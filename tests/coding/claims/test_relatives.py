"""Who takes part in what a relative clause tells, and in what its sentence tells behind it."""

from __future__ import annotations

import pytest
from coded_text import Coder

SENTENCES = {
    "en": "President Alexander Lukashenko, who is to travel to Iran next month, received the Russian defence minister.",
    "de": "Präsident Alexander Lukaschenko, der im Januar nach Iran reisen wird, empfing am Montag den russischen Minister.",
    "ru": "Президент Александр Лукашенко, который в январе поедет в Иран, принял в понедельник российского министра.",
    "es": "El presidente Alexandr Lukashenko, que viajará a Irán en enero, recibió el lunes al ministro ruso de Defensa.",
}


@pytest.mark.parametrize("language", SENTENCES)
def test_each_half_has_its_own_countries(code: Coder, language: str) -> None:
    found = code(SENTENCES[language], language)
    assert [(f.draft.judgement.polarity, f.parties) for f in found] == [
        ("future", ("BLR", "IRN")),
        ("asserted", ("BLR", "RUS")),
    ]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Lukashenko phoned Pezeshkian of Iran on Friday. The two last met in Kazan, on the margins of a summit."),
        ("de", "Lukaschenko telefonierte am Freitag mit Irans Präsident Peseschkian. Beide trafen sich zuletzt in Kasan."),
    ],
)  # fmt: skip
def test_the_two_meet_in_a_third_country(code: Coder, language: str, text: str) -> None:
    found = code(text, language, published="2025-01-10")
    assert [f.parties for f in found] == [("BLR", "IRN")] * 2
    assert found[-1].place is not None and found[-1].place.name == "Kazan"
