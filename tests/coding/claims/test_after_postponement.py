"""What came about after it had been put off is told as having happened; what was put off before something else, or to a time told before it, stays so."""

from __future__ import annotations

import pytest
from coded_text import LEADS, code_text

CAME_ABOUT = [
    ("en", "After the postponement in February, Khrenin arrived in Tehran on Monday."),
    ("fr", "Après le report de février, Khrenine est arrivé lundi à Téhéran."),
    ("es", "Tras el aplazamiento de febrero, Jrenin llegó el lunes a Teherán."),
    ("it", "Dopo il rinvio di febbraio, lunedì Khrenin ha visitato Teheran."),
    ("ro", "După amânarea din februarie, Hrenin a sosit luni la Teheran."),
]
PUT_OFF = [
    ("en", "After the postponement of the visit the ministers spoke by phone."),
    ("it", "Dopo il rinvio della visita di Khrenin a Teheran, i due ministri si sono sentiti al telefono."),
    ("it", "Slitta a giugno la visita di Khrenin a Teheran."),
    (
        "it",
        "Il ministero iraniano ha rimandato a data da destinarsi l'arrivo a Teheran della delegazione bielorussa.",
    ),
    ("es", "Se aplaza a junio la visita de Jrenin a Teherán."),
    ("ro", "După amânarea vizitei lui Hrenin la Teheran, cei doi miniștri au vorbit la telefon."),
]


def _visits(language: str, text: str) -> set[str]:
    coded = code_text(f"{LEADS[language]}\n{text}", language, published="2023-05-10")
    return {c.draft.judgement.status for c in coded if c.draft.key == "visit"}


@pytest.mark.parametrize(("language", "text"), CAME_ABOUT)
def test_what_came_about(language: str, text: str) -> None:
    assert _visits(language, text) == {"discussed"}


@pytest.mark.parametrize(("language", "text"), PUT_OFF)
def test_what_was_put_off(language: str, text: str) -> None:
    assert "postponed" in _visits(language, text)
