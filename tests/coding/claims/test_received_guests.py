"""Who receives whom without his name, and of which country a minister is who heads a delegation; and what only looks like it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Coder = Callable[..., list[Any]]

CAME = {
    "en": "Aziz Nasirzadeh arrived in Minsk on Thursday.",
    "fr": "Aziz Nasirzadeh est arrivé jeudi à Minsk.",
    "es": "Aziz Nasirzadeh llegó el jueves a Minsk.",
    "it": "Aziz Nasirzadeh è arrivato giovedì a Minsk.",
    "ru": "Азиз Насирзаде прибыл в четверг в Минск.",
    "tr": "Aziz Nasırzade perşembe günü Minsk'e geldi.",
}


def _people(code: Coder, language: str, text: str) -> list[set[str]]:
    claims = code(text, language, published="2025-11-10")
    return [set(c.actors) for c in claims if c.parties == ("BLR", "IRN")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Vendredi, Alexandre Loukachenko l'a reçu."),
        ("es", "El viernes fue recibido por Alexandr Lukashenko."),
        ("it", "Venerdì è stato ricevuto da Aleksandr Lukashenko."),
        ("tr", "Cuma günü Aleksandr Lukaşenko tarafından kabul edildi."),
    ],
)
def test_guest_told_of_before(code: Coder, language: str, text: str) -> None:
    assert _people(code, language, f"{CAME[language]} {text}")[-1] == {"Lukashenko", "Nasirzadeh"}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "El viernes, la delegación fue recibida por Alexandr Lukashenko."),
        ("es", "El viernes, el embajador de Rusia fue recibido por Alexandr Lukashenko."),
        ("it", "Venerdì una delegazione di medici è stata ricevuta da Aleksandr Lukashenko."),
        ("tr", "Cuma günü Rus heyeti Aleksandr Lukaşenko tarafından kabul edildi."),
        ("fr", "Vendredi, Alexandre Loukachenko a reçu le ministre russe de la Santé."),
        ("ru", "В пятницу Александр Лукашенко принял министра здравоохранения России."),
        ("ru", "В пятницу Александр Лукашенко принял его заместителя."),
    ],
)
def test_another_guest(code: Coder, language: str, text: str) -> None:
    told = _people(code, language, f"{CAME[language]} {text}")
    assert {"Lukashenko", "Nasirzadeh"} not in told


@pytest.mark.parametrize(
    ("language", "text", "people"),
    [
        ("en", "An Iranian delegation led by the defence minister arrived in Minsk on Thursday.", {"Nasirzadeh"}),
        ("en", "A Belarusian delegation headed by the foreign minister flew to Tehran on Thursday.", {"Ryzhenkov"}),
        ("de", "Eine belarussische Delegation unter Führung des Außenministers reiste am Donnerstag nach Teheran.", {"Ryzhenkov"}),
        ("lt", "Irano delegacija, vadovaujama gynybos ministro, ketvirtadienį atvyko į Minską.", {"Nasirzadeh"}),
        ("tr", "Dışişleri Bakanı başkanlığındaki Belarus heyeti perşembe günü Tahran'a geldi.", {"Ryzhenkov"}),
        ("fa", "هیئت بلاروسی به ریاست وزیر خارجه روز پنجشنبه وارد تهران شد.", {"Ryzhenkov"}),
    ],
)  # fmt: skip
def test_head_of_delegation(code: Coder, language: str, text: str, people: set[str]) -> None:
    assert _people(code, language, text)[-1] == people


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "A Russian delegation headed by the defence minister arrived in Minsk on Thursday."),
        ("en", "A delegation of Iranian hospitals headed by the chief surgeon arrived in Minsk on Thursday."),
        ("ru", "Китайская делегация во главе с министром обороны прибыла в четверг в Минск."),
        ("tr", "Savunma Bakanı başkanlığındaki Rus heyeti perşembe günü Minsk'e geldi."),
    ],
)
def test_head_of_another_delegation(code: Coder, language: str, text: str) -> None:
    assert not {"Khrenin", "Nasirzadeh"} & {a for people in _people(code, language, text) for a in people}


@pytest.mark.parametrize(
    ("language", "text", "apart"),
    [
        ("en", "After talks with the Russian defence minister, Khrenin received his Iranian counterpart on Thursday.", True),
        ("en", "In talks with the Russian defence minister, Khrenin and Nasirzadeh discussed drills on Thursday.", False),
        ("de", "Nach Gesprächen mit dem russischen Verteidigungsminister empfing Chrenin am Donnerstag Nasirsadeh.", True),
        ("ru", "После встречи с министром обороны России Хренин принял в четверг Насирзаде.", True),
        ("ru", "На встрече с министром обороны России Хренин и Насирзаде обсудили в четверг учения.", False),
    ],
)  # fmt: skip
def test_talks_before_with_a_third(code: Coder, language: str, text: str, apart: bool) -> None:
    assert ({"Khrenin", "Nasirzadeh"} in _people(code, language, text)) is apart


@pytest.mark.parametrize(
    "text",
    [
        "Belarus Dışişleri Bakanı Maksim Rıjenkov, iki ülke savunma bakanlarının cuma günü bir protokol imzaladığını söyledi.",
        "Maksim Rıjenkov gazetecilere, iki ülke savunma bakanlarının cuma günü bir protokol imzaladığını söyledi.",
    ],
)
def test_who_opens_the_sentence_speaks(code: Coder, text: str) -> None:
    claim = code("İran ve Belarus yakın iki ülke. " + text, "tr", published="2025-11-10")[-1]
    assert set(claim.actors) == {"Khrenin", "Nasirzadeh"}
    assert "Ryzhenkov" in claim.attribution
