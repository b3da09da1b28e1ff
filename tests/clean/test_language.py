from __future__ import annotations

import pytest
from page_frames import FIXTURES

from helpers.clean.language import detect_language
from helpers.foundation.schemas import LANGUAGES
from helpers.foundation.settings import load_yaml

TEXTS = load_yaml(FIXTURES / "language.yml")
# Not told apart from one of ours in a single sentence; in both the general detector is wrong and no letter speaks.
KNOWN_WEAK = {"tk", "ku"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_short_texts_are_all_right(language: str) -> None:
    texts = TEXTS[language]
    assert len(texts) == 20
    assert {t: detect_language(t).code for t in texts} == dict.fromkeys(texts, language)


@pytest.mark.parametrize("language", sorted(TEXTS["other"]))
def test_other_languages_are_not_taken_for_ours(language: str) -> None:
    taken = [t for t in TEXTS["other"][language] if detect_language(t).code in LANGUAGES]
    assert len(taken) <= (1 if language in KNOWN_WEAK else 0), taken


def test_too_little_says_nothing() -> None:
    assert detect_language("").code == "und"
    assert detect_language("2025 — 14:30 +25°C").code == "und"
    assert detect_language("Minsk").supported


def test_names_in_other_scripts_do_not_decide() -> None:
    assert (
        detect_language(
            "The minister met Александр Дворжак and Josef Dvořák at the station on Monday evening."
        ).code
        == "en"
    )
    assert detect_language("Министр принял делегацию компании Siemens Energy во вторник.").code == "ru"


def test_polish_with_foreign_names_stays_polish() -> None:
    text = (
        "Ingrida Šimonytė i Jurgita Šiugždinienė rozmawiały w Wilnie z Petrem Fialą i Andrejem Babišem o współpracy. "
        "Na spotkaniu był też Žygimantas Pavilionis; żadna ze stron nie ujawniła szczegółów, mówią urzędnicy."
    )
    assert detect_language(text).code == "pl"


def test_long_and_hostile_texts_cost_little() -> None:
    assert detect_language("ў" * 3_000_000).code in ("be", "und")
    assert detect_language("a'" * 1_000_000).code is not None
    assert detect_language("\u200c\u200f\x00" * 100_000).code == "und"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("lt", "Senieji jūreiviai žiūrėjo į jūrą, o būgnininkai rūpinosi būtiniausia žūklės įranga."),
        (
            "it",
            "Il sindaco incontrò gli ospiti e lodò la banda; però non parlò più della festa, né spiegò perché.",
        ),
        (
            "fr",
            "Le rôle de l'hôpital est tôt ou tard contrôlé; où est l'impôt? L'hôte contrôle plutôt le côté du dépôt.",
        ),
    ],
)
def test_letters_of_ours_are_not_foreign_however_many_there_are(language: str, text: str) -> None:
    assert detect_language(text).code == language
