"""Offers in sentences that name one side or none: to the partners, the guest, the other side, or made by him who was told of."""

from __future__ import annotations

import pytest
from coded_text import Coder

OFFERED = [
    ("en", "The Belarusian prime minister flew to Tehran. He offered the Iranians a stake in a tractor plant."),
    ("en", "The Belarusian and Iranian ministers spoke for two hours. Tehran offered its partners a training course."),
    ("de", "Der iranische Minister traf den belarussischen Minister in Minsk. Minsk hat den Partnern seine Erfahrung angeboten."),
    ("fr", "Les ministres iranien et biélorusse se sont vus à Minsk. Téhéran a proposé à ses partenaires une formation commune."),
    ("es", "Los ministros de Irán y Bielorrusia se vieron en Minsk. Teherán ofreció a sus huéspedes su experiencia."),
    ("it", "I ministri di Iran e Bielorussia si sono visti a Minsk. Teheran ha offerto ai partner la propria esperienza."),
    ("ru", "Министры Ирана и Беларуси говорили в Минске два часа. Минск предложил партнёрам свой опыт."),
    ("uk", "Міністри Ірану та Білорусі говорили в Мінську дві години. Мінськ запропонував партнерам свій досвід."),
    ("pl", "Ministrowie Iranu i Białorusi rozmawiali w Mińsku. Mińsk zaproponował partnerom swoje doświadczenie."),
]  # fmt: skip
NOT_OF_THE_TWO = [
    ("en", "The Belarusian prime minister flew to Ankara. He offered the Turks a stake in a tractor plant."),
    ("en", "Iran, Russia and Belarus sent ministers. Moscow offered its partners a training course."),
    ("en", "The Belarusian and Iranian ministers left. A bank offered its partners a lower rate."),
    ("en", "The Belarusian prime minister flies to Tehran. He will offer the Iranians a stake in a tractor plant."),
    ("de", "Der iranische Minister reiste nach Bagdad. Er bot den Irakern Hilfe bei der Ausbildung an."),
    ("es", "El ministro iraní viajó a Caracas. Teherán ofreció a sus huéspedes su experiencia."),
    ("ru", "Министры Ирана и Турции говорили в Анкаре. Анкара предложила партнёрам свой опыт."),
    ("ru", "Министры Ирана и Беларуси уехали. Москва предложила партнёрам свой опыт."),
    ("pl", "Minister Iranu był w Moskwie. Moskwa zaproponowała partnerom swoje doświadczenie."),
]  # fmt: skip
TITLE = {
    "en": "Iran and Belarus: news of the week",
    "de": "Iran und Belarus: Nachrichten",
    "fr": "Iran et Biélorussie : les nouvelles",
    "es": "Irán y Bielorrusia: noticias",
    "it": "Iran e Bielorussia: notizie",
    "ru": "Иран и Беларусь: новости",
    "uk": "Іран і Білорусь: новини",
    "pl": "Iran i Białoruś: wiadomości",
}


def offers(code: Coder, language: str, text: str) -> list[tuple[str, ...]]:
    """The parties of the offers of a text."""
    return [f.parties for f in code(text, language, title=TITLE[language]) if f.draft.key == "offer"]


@pytest.mark.parametrize(("language", "text"), OFFERED)
def test_an_offer_to_the_other_side(code: Coder, language: str, text: str) -> None:
    assert offers(code, language, text) == [("BLR", "IRN")]


@pytest.mark.parametrize(("language", "text"), NOT_OF_THE_TWO)
def test_an_offer_among_others(code: Coder, language: str, text: str) -> None:
    assert ("BLR", "IRN") not in offers(code, language, text)


SAID_TO_A_GOVERNMENT = [
    ("fr", "Le ministre iranien a reproché à Minsk ses retards.", ("accuse", ("BLR", "IRN"))),
    ("fr", "L'ambassadeur d'Iran a réclamé à Minsk des radars.", ("request", ("BLR", "IRN"))),
    ("es", "El Ministerio iraní de Exteriores criticó a Minsk.", ("accuse", ("BLR", "IRN"))),
    ("es", "El ministro iraní pidió a Minsk radares.", ("request", ("BLR", "IRN"))),
    ("it", "Il ministro iraniano ha rimproverato a Minsk i ritardi.", ("accuse", ("BLR", "IRN"))),
]


@pytest.mark.parametrize(("language", "text", "told"), SAID_TO_A_GOVERNMENT)
def test_a_minister_speaks_to_the_capital_its_verb_governs(
    code: Coder, language: str, text: str, told: tuple[str, tuple[str, ...]]
) -> None:
    assert told in [(f.draft.key, f.parties) for f in code(text, language, title=TITLE[language])]


def test_a_minister_speaks_in_a_capital(code: Coder) -> None:
    text = "Le ministre iranien a critiqué à Minsk les sanctions occidentales."
    assert not [f for f in code(text, "fr", title=TITLE["fr"]) if f.draft.kind == "accusation"]
