"""Capitals spoken to as governments, and meetings between people of whom a country's adjective is all that is known."""

from __future__ import annotations

import pytest
from coded_text import LEADS, code_text

TOLD = [
    ("it", "La Bielorussia ha proposto a Teheran un trattato di mutua difesa.", ("consultation", "discussed")),
    ("it", "Minsk ha offerto a Teheran la modernizzazione dei suoi carri armati.", ("consultation", "discussed")),
    ("it", "La Bielorussia ha chiesto a Teheran dei droni.", ("request", "held")),
    ("fr", "La Biélorussie a demandé à Téhéran des drones.", ("request", "held")),
    ("es", "Minsk propuso a Teherán un tratado de defensa mutua.", ("consultation", "discussed")),
    ("en", "Tehran threatens to suspend supplies to Minsk.", ("threat", "held")),
    ("it", "Teheran minaccia di sospendere le forniture a Minsk.", ("threat", "held")),
    ("ro", "Teheranul amenință că va suspenda livrările către Minsk.", ("threat", "held")),
    ("it", "Telefonata tra Raisi e Lukashenko.", ("consultation", "discussed")),
    ("ro", "Întâlnire cu ușile închise între cei doi șefi de stat-major.", ("consultation", "discussed")),
    ("it", "Colloquio tra il viceministro bielorusso e il ministro della Difesa iraniano.", ("consultation", "discussed")),
    ("it", "Vertice a porte chiuse fra Khrenin e Ashtiani.", ("consultation", "discussed")),
    ("ro", "Convorbiri între viceministrul belarus și ministrul apărării iranian.", ("consultation", "discussed")),
]  # fmt: skip
NOT_TOLD = [
    ("it", "Mosca minaccia di sospendere le forniture a Minsk."),
    ("it", "Telefonata tra Raisi e Putin."),
    ("it", "Mosca ha proposto a Teheran un trattato di mutua difesa."),
    ("it", "La Bielorussia ha proposto a Mosca un trattato."),
    ("it", "La Bielorussia ha chiesto a Gomel un aiuto."),
    ("it", "L'ambasciata bielorussa a Teheran ha proposto un concerto a Teheran."),
    ("it", "Colloquio tra il viceministro bielorusso e il ministro della Difesa russo."),
    ("ro", "Convorbiri între viceministrul belarus și ministrul apărării rus."),
]


def _pair(language: str, text: str) -> list[tuple[str, str]]:
    coded = code_text(f"{LEADS[language]}\n{text}", language, published="2023-05-10")
    return [(c.draft.kind, c.draft.judgement.status) for c in coded if set(c.parties) == {"BLR", "IRN"}]


@pytest.mark.parametrize(("language", "text", "wanted"), TOLD)
def test_who_is_spoken_to_or_met(language: str, text: str, wanted: tuple[str, str]) -> None:
    assert wanted in _pair(language, text)


@pytest.mark.parametrize(("language", "text"), NOT_TOLD)
def test_others_and_towns_of_ones_own(language: str, text: str) -> None:
    assert not _pair(language, text)
