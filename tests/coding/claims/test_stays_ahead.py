"""Who will be in a town of the other country, or will be received after the talks: visits and talks to come."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))
from coded_text import LEADS, code_text

TO_COME = {
    "en": "The Iranian defence minister will be in Minsk.",
    "de": "Nach den Gesprächen wird der iranische Minister von Präsident Lukaschenko empfangen.",
    "fr": "Le ministre iranien de la Défense sera à Minsk.",
    "es": "El ministro de Defensa iraní estará en Minsk.",
    "it": "Il ministro della Difesa iraniano sarà a Minsk.",
    "ro": "Ministrul iranian al Apărării va fi la Minsk.",
    "ru": "Министр обороны Ирана будет в Минске.",
    "uk": "Після переговорів міністра прийме президент Олександр Лукашенко.",
    "be": "Пасля перамоваў міністра прыме прэзідэнт Аляксандр Лукашэнка.",
    "pl": "Irański minister obrony będzie w Mińsku.",
    "tr": "İran Savunma Bakanı Minsk'te olacak.",
    "fa": "وزیر دفاع ایران در مینسک خواهد بود.",
}


def told(language: str, text: str) -> list[tuple[str, str]]:
    found = code_text(f"{LEADS[language]}\n{text}", language, published="2024-12-18")
    return [(f.draft.kind, f.draft.judgement.status) for f in found]


@pytest.mark.parametrize("language", sorted(TO_COME))
def test_a_visit_to_come(language: str) -> None:
    assert told(language, TO_COME[language]) == [("consultation", "planned")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "He will be in Minsk on Thursday."),
        ("ru", "В четверг он будет в Минске."),
        ("uk", "У четвер він буде у Мінську."),
    ],
)
def test_a_pronoun_will_be_there(language: str, text: str) -> None:
    assert told(language, text) == [("consultation", "planned")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The plant will be in Minsk."),
        ("fr", "L'usine sera à Minsk."),
        ("ru", "Завод будет в Минске."),
        ("en", "The Belarusian minister will be in Minsk."),
        ("ru", "Министр обороны Белоруссии будет в Минске."),
    ],
)
def test_no_guest_no_visit(language: str, text: str) -> None:
    assert told(language, text) == []


def test_a_word_of_a_sentence_is_no_surname() -> None:
    (found,) = code_text(
        f"{LEADS['en']}\nTo say goodbye President Ebrahim Raisi received him.", "en", published="2023-12-18"
    )
    assert list(found.actors) == ["Raisi"]
