"""Constructions that news in Spanish, French, Italian and Romanian is full of, each said once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Coder = Callable[..., list[Any]]


def _told(code: Coder, language: str, text: str) -> list[tuple[str, str, str]]:
    return [(f.draft.key, f.draft.judgement.status, f.draft.judgement.polarity) for f in code(text, language)]


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [
        # who is in the other country, without a word for the visit
        ("es", "El general iraní Hamid Vahedi está en Minsk.", [("visit", "discussed", "asserted")]),
        ("it", "Il ministro della Difesa iraniano è in Bielorussia.", [("visit", "discussed", "asserted")]),
        # forces that are not there, acts that will not be
        ("fr", "En Biélorussie il n'y a aucun instructeur iranien.", [("permit", "denied", "negated")]),
        ("es", "No habrá maniobras conjuntas de Irán y Bielorrusia.", [("exercise", "denied", "negated")]),
        # put off, and set again
        ("ro", "Semnarea acordului dintre Iran și Belarus, amânată de două ori, este stabilită pentru luna iunie.",
         [("sign", "planned", "future")]),
        # an infinitive behind "after"
        ("es", "Tras firmar el memorando con Irán, Bielorrusia guardó silencio.", [("sign", "signed", "asserted")]),
        # arriving that only introduces a verb
        ("es", "Irán y Bielorrusia no llegaron a firmar el tratado.", [("sign", "denied", "negated")]),
        # what is suspended stands in the words for it
        ("it", "L'Iran ha sospeso le forniture di droni alla Bielorussia.", [("deliver", "denied", "negated")]),
        # the participle behind its noun
        ("es", "Irán y Bielorrusia aplican los acuerdos alcanzados en marzo en Teherán.", [("agree", "agreed", "historical")]),
        # the press of a third country takes no part
        ("it", "Iran e Bielorussia hanno firmato un contratto, scrive la stampa israeliana.", [("sign", "signed", "asserted")]),
        # a parliament and the law on the treaty
        ("fr", "Le Majlis a voté la loi de ratification du traité avec la Biélorussie.", [("ratify", "ratified", "asserted")]),
        # votes and answers arrive as well
        ("es", "Irán y Bielorrusia esperaban el voto.\nLa respuesta llegó tras el descanso.", []),
    ],
)  # fmt: skip
def test_construction(code: Coder, language: str, text: str, wanted: list[tuple[str, str, str]]) -> None:
    assert _told(code, language, text) == wanted


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "Cincuenta soldados iraníes entrenan desde el lunes con sus colegas bielorrusos en Brest."),
        ("ro", "Cincizeci de soldați iranieni se antrenează de luni cu colegii lor belaruși la Brest."),
    ],
)
def test_a_present_that_goes_on_since_a_weekday_began_before_publication(
    code: Coder, language: str, text: str
) -> None:
    (found,) = code(text, language)
    assert found.draft.judgement.status == "held" and found.dated.interval.edtf == "2023-05-08/.."


def test_the_conditional_alone_is_rumour_and_behind_a_verb_of_saying_a_plan(code: Coder) -> None:
    assert _told(code, "fr", "L'Iran et la Biélorussie signeraient un accord en juin.") == [
        ("sign", "rumoured", "hypothetical")
    ]
    assert _told(code, "fr", "L'Iran a annoncé qu'il signerait un accord avec la Biélorussie en juin.") == [
        ("sign", "planned", "future")
    ]
