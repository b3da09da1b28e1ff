"""Who goes on acting: where he signed, their meeting, the minister of a country; and where somebody else does."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Coder = Callable[..., list[Any]]


def _people(code: Coder, language: str, text: str) -> list[set[str]]:
    claims = code(text, language, published="2025-11-10")
    return [set(c.actors) for c in claims if c.parties == ("BLR", "IRN")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Alexander Volfovich flew to Tehran on Friday, where he signed a protocol with Ali Larijani."),
        ("de", "Alexander Wolfowitsch reiste am Freitag nach Teheran, wo er mit Ali Laridschani ein Protokoll unterzeichnete."),
        ("fr", "Alexandre Volfovitch s'est rendu vendredi à Téhéran, où il a signé un protocole avec Ali Larijani."),
        ("es", "Alexandr Volfóvich viajó el viernes a Teherán, donde firmó un protocolo con Ali Larijani."),
        ("ru", "Александр Вольфович прилетел в пятницу в Тегеран, где подписал протокол с Али Лариджани."),
        ("pl", "Aleksandr Wolfowicz poleciał w piątek do Teheranu, gdzie podpisał protokół z Alim Laridżanim."),
        ("lt", "Aleksandras Volfovičius penktadienį atvyko į Teheraną, kur pasirašė protokolą su Ali Larijani."),
    ],
)  # fmt: skip
def test_who_went_there_signs(code: Coder, language: str, text: str) -> None:
    assert _people(code, language, text)[-1] == {"Volfovich", "Larijani"}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Alexander Volfovich said on Friday that the paper came later, when Ali Larijani signed it in Minsk."),
        ("ru", "Александр Вольфович сообщил, что протокол появился в пятницу, когда его подписал в Минске Али Лариджани."),
        ("en", "Alexander Volfovich flew to Moscow on Friday, where he signed a protocol with Sergei Shoigu."),
    ],
)  # fmt: skip
def test_who_only_speaks_or_went_elsewhere(code: Coder, language: str, text: str) -> None:
    assert {"Volfovich", "Larijani"} not in _people(code, language, text)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Alexandre Loukachenko a reçu Massoud Pezechkian. Évoquant leur rencontre de septembre, il a salué les échanges."),
        ("it", "Aleksandr Lukashenko ha ricevuto Masoud Pezeshkian. Il loro incontro è durato un'ora."),
    ],
)  # fmt: skip
def test_their_meeting(code: Coder, language: str, text: str) -> None:
    assert {"Lukashenko", "Pezeshkian"} in _people(code, language, text)[-1:]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Khrenin met Nasirzadeh in Tehran on Monday. Pezeshkian spoke of friendship. The Iranian minister is to visit Minsk in May."),
        ("ro", "Hrenin s-a întâlnit luni la Teheran cu Nasirzadeh. Pezeshkian a vorbit despre prietenie. Ministrul iranian va vizita Minskul în mai."),
        ("es", "Jrenin se reunió el lunes en Teherán con Nasirzadeh. Pezeshkian habló de amistad. El ministro iraní visitará Minsk en mayo."),
    ],
)  # fmt: skip
def test_minister_is_no_president(code: Coder, language: str, text: str) -> None:
    assert "Pezeshkian" not in _people(code, language, text)[-1]


def test_the_coming_week_opens_no_clause(code: Coder) -> None:
    text = "Nasirzadeh viajará la semana que viene a Minsk para entrevistarse con su homólogo, Víktor Jrenin, según la agencia."
    assert _people(code, "es", text) == [{"Khrenin", "Nasirzadeh"}]


def test_leaders_of_others(code: Coder) -> None:
    assert not _people(code, "uk", "Лідери країн ЄС зустрілися в Брюсселі 20 серпня.")
    assert _people(code, "uk", "Білорусь та Іран зближуються. Лідери зустрілися в Мінську 20 серпня.")[
        -1
    ] == {
        "Lukashenko",
        "Pezeshkian",
    }


def test_who_stands_behind_the_agency_acts(code: Coder) -> None:
    told = code(
        "Według agencji IRNA w niedzielę Nasirzadeh i jego białoruski kolega zawarli w Mińsku umowę.",
        "pl",
        published="2025-11-10",
    )
    assert set(told[-1].actors) == {"Khrenin", "Nasirzadeh"}
    assert told[-1].attribution == ("IRNA",)


FAR = "Unu.\nDoi.\nTrei.\nPatru.\nCinci.\nȘase.\nȘapte.\nOpt.\n"


def test_the_only_minister_of_a_long_text(code: Coder) -> None:
    last = "Ministrul iranian este așteptat în capitala belarusă în mai 2026."
    one = f"Aziz Nasirzadeh s-a întâlnit joi la Minsk cu Viktor Hrenin.\n{FAR}{last}"
    two = f"Aziz Nasirzadeh și Abbas Araghchi s-au întâlnit joi la Minsk cu Viktor Hrenin.\n{FAR}{last}"
    assert _people(code, "ro", one)[-1] == {"Nasirzadeh"}
    assert _people(code, "ro", two)[-1] == set()
