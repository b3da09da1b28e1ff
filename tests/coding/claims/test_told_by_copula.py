"""A drill that a noun tells behind a copula: it was a joint exercise; and a country that a visit led to."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))
from coded_text import LEADS, code_text

HELD = {
    "en": "It was a joint exercise at the range near Vitebsk.",
    "de": "Es war eine gemeinsame Übung auf dem Truppenübungsplatz bei Witebsk.",
    "fr": "C'était un exercice conjoint sur le terrain près de Vitebsk.",
    "es": "Fue un ejercicio conjunto en el polígono cerca de Vítebsk.",
    "it": "È stata un'esercitazione congiunta nel poligono vicino a Vitebsk.",
    "ro": "A fost un exercițiu comun în poligonul de lângă Vitebsk.",
    "ru": "Это были совместные учения на полигоне под Витебском.",
    "uk": "Це були спільні навчання на полігоні під Вітебськом.",
    "be": "Гэта былі сумесныя вучэнні на палігоне пад Віцебскам.",
    "pl": "Były to wspólne ćwiczenia na poligonie pod Witebskiem.",
    "lt": "Tai buvo bendros pratybos poligone prie Vitebsko.",
    "fa": "این یک رزمایش مشترک در میدان تیر نزدیک ویتبسک بود.",
}  # fmt: skip
NOT_HELD = {
    "en": "If it was a joint exercise, nobody at the range noticed.",
    "de": "Es war keine gemeinsame Übung.",
    "fr": "Ce n'était pas un exercice conjoint.",
    "es": "No era un ejercicio conjunto.",
    "ru": "Это были не совместные учения.",
    "pl": "To nie były wspólne ćwiczenia.",
    "tr": "Bu ortak bir tatbikat değildi.",
    "fa": "این یک رزمایش مشترک نبود.",
}


def told(language: str, text: str) -> list[tuple[str, str]]:
    found = code_text(f"{LEADS[language]}\n{text}", language, published="2025-09-18")
    return [(f.draft.key, f.draft.judgement.status) for f in found]


@pytest.mark.parametrize("language", sorted(HELD))
def test_it_was_a_joint_drill(language: str) -> None:
    assert told(language, HELD[language]) == [("exercise", "held")]


@pytest.mark.parametrize("language", sorted(NOT_HELD))
def test_it_was_none(language: str) -> None:
    assert ("exercise", "held") not in told(language, NOT_HELD[language])


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "It was the first visit of an Iranian minister to Belarus."),
        ("de", "Es war der erste Besuch eines iranischen Ministers in Belarus."),
        ("ru", "Это был первый визит иранского министра в Белоруссию."),
    ],
)
def test_it_was_a_visit_to_a_country(language: str, text: str) -> None:
    assert told(language, text) == [("visit", "discussed")]
