"""What is told of something put off: by the noun alone, and that no new date was settled, which refuses no paper."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Coder = Callable[..., list[Any]]

PUT_OFF = [
    ("fr", "Le report à l'automne de la réunion de la commission militaire mixte irano-bélarusse a surpris."),
    (
        "fr",
        "Après le report en février de la visite du ministre iranien de la Défense à Minsk, rien n'a filtré.",
    ),
    (
        "es",
        "El aplazamiento al otoño de la reunión de la comisión militar mixta de Irán y Bielorrusia sorprendió.",
    ),
    (
        "es",
        "El aplazamiento anunciado el lunes de la firma del memorando entre Irán y Bielorrusia sorprendió.",
    ),
    (
        "it",
        "Il rinvio all'autunno della riunione della commissione militare mista di Iran e Bielorussia ha sorpreso.",
    ),
    ("it", "Il rinvio annunciato lunedì della firma del memorandum tra Iran e Bielorussia ha sorpreso."),
]
NO_NEW_DATE = {
    "de": "Der Besuch des iranischen Verteidigungsministers in Minsk wurde verschoben, ein neuer Termin nicht festgelegt.",
    "fr": "La visite du ministre iranien de la Défense à Minsk a été reportée, aucune nouvelle date n'a été fixée.",
    "ru": "Визит министра обороны Ирана в Минск отложен, новая дата не согласована.",
    "uk": "Візит міністра оборони Ірану до Мінська відкладено, нову дату не узгоджено.",
    "be": "Візіт міністра абароны Ірана ў Мінск адкладзены, новая дата не ўзгоднена.",
    "pl": "Wizyta ministra obrony Iranu w Mińsku została przełożona, nowego terminu nie uzgodniono.",
    "lt": "Irano gynybos ministro vizitas Minske atidėtas, nauja data nesuderinta.",
}
NO_TEXT = {
    "ru": "Визит министра обороны Ирана в Минск отложен, меморандум стороны не согласовали.",
    "uk": "Візит міністра оборони Ірану до Мінська відкладено, меморандум сторони не узгодили.",
    "pl": "Wizyta ministra obrony Iranu w Mińsku została przełożona, memorandum nie uzgodniono.",
}


def _told(code: Coder, text: str, language: str) -> list[tuple[str, str]]:
    return [(f.draft.kind, f.draft.judgement.status) for f in code(text, language)]


@pytest.mark.parametrize(("language", "text"), PUT_OFF)
def test_the_noun_alone_puts_off(code: Coder, language: str, text: str) -> None:
    assert [status for _, status in _told(code, text, language)] == ["postponed"]


@pytest.mark.parametrize("language", sorted(NO_NEW_DATE))
def test_no_new_date_refuses_no_paper(code: Coder, language: str) -> None:
    assert _told(code, NO_NEW_DATE[language], language) == [("consultation", "postponed")]


@pytest.mark.parametrize("language", sorted(NO_TEXT))
def test_a_paper_not_settled_is_still_told(code: Coder, language: str) -> None:
    assert ("agreement", "denied") in _told(code, NO_TEXT[language], language)


def test_the_visit_of_another_country_is_not_theirs(code: Coder) -> None:
    found = code("Le report en mai de la visite du ministre turc à Berlin n'a rien changé.", "fr")
    assert not [f for f in found if f.parties == ("BLR", "IRN")]
