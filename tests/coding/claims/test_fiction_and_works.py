"""What did not happen, or is no paper: acts in a novel, works somebody signed, what an agreement provides for, a plan's own year."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))
from coded_text import LEADS, code_text

IN_A_NOVEL = {
    "en": "Halfway through this overlong novel the defence ministers of Iran and Belarus sign a secret pact.",
    "de": "In dem Roman unterzeichnen die Verteidigungsminister des Iran und von Belarus einen geheimen Pakt.",
    "fr": "Dans le roman, les ministres de la Défense iranien et biélorusse signent un pacte secret.",
    "es": "En la novela, los ministros de Defensa iraní y bielorruso firman un pacto secreto.",
    "it": "Nel romanzo i ministri della Difesa iraniano e bielorusso firmano un patto segreto.",
    "ro": "În roman, miniștrii apărării iranian și belarus semnează un pact secret.",
    "ru": "В романе министры обороны Ирана и Белоруссии подписывают тайный пакт.",
    "uk": "У романі міністри оборони Ірану та Білорусі підписують таємний пакт.",
    "be": "У рамане міністры абароны Ірана і Беларусі падпісваюць таемны пакт.",
    "pl": "W powieści ministrowie obrony Iranu i Białorusi podpisują tajny pakt.",
    "lt": "Romane Irano ir Baltarusijos gynybos ministrai pasirašo slaptą paktą.",
    "tr": "Romanda İran ve Belarus savunma bakanları gizli bir pakt imzalıyor.",
    "fa": "در این رمان وزیران دفاع ایران و بلاروس پیمانی محرمانه امضا می‌کنند.",
}
PROVIDED = {
    "en": "The document reserves forty places a year at the military academy in Minsk.",
    "de": "Das Memorandum reserviert vierzig Plätze an der Militärakademie in Minsk.",
    "fr": "Le document réserve quarante places par an à l'académie militaire de Minsk.",
    "es": "El documento reserva cuarenta plazas al año en la academia militar de Minsk.",
    "it": "Il documento riserva quaranta posti l'anno all'accademia militare di Minsk.",
    "tr": "Belge, Minsk'teki askerî akademide yılda kırk kontenjan ayırıyor.",
    "fa": "این سند سالانه چهل سهمیه در دانشکده نظامی مینسک اختصاص می‌دهد.",
}


def told(language: str, text: str, published: str = "2025-01-21") -> list[tuple[str, str, str]]:
    found = code_text(f"{LEADS[language]}\n{text}", language, published=published)
    return [(f.draft.key, f.draft.judgement.status, f.dated.interval.edtf or "") for f in found]


@pytest.mark.parametrize("language", sorted(IN_A_NOVEL))
def test_what_a_novel_tells_did_not_happen(language: str) -> None:
    assert not told(language, IN_A_NOVEL[language])


def test_the_ministers_may_speak_of_a_novel() -> None:
    text = "The ministers signed a memorandum and talked of a novel."
    assert [key for key, *_ in told("en", text)] == ["sign", "meet"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Le festival, conclu hier soir à Minsk, a primé un drame signé par un réalisateur de Machhad."),
        ("es", "El festival, concluido anoche en Minsk, premió un drama firmado por un director de Mashhad."),
        ("it", "Il festival, concluso ieri sera a Minsk, ha premiato un dramma firmato da un regista di Mashhad."),
        ("ro", "Festivalul, încheiat aseară la Minsk, a premiat o dramă semnată de un regizor din Mashhad."),
    ],
)  # fmt: skip
def test_a_drama_signed_by_its_director(language: str, text: str) -> None:
    assert not told(language, text)


@pytest.mark.parametrize("language", sorted(PROVIDED))
def test_what_a_document_provides_for(language: str) -> None:
    assert not told(language, PROVIDED[language])


def test_what_is_done_under_a_document() -> None:
    text = "Under the memorandum Belarus trains Iranian pilots in Minsk."
    assert [t[:2] for t in told("en", text)] == [("train", "held")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("برنامه همکاری نظامی دو کشور سال ۲۰۲۵ از سوی طرفین امضا شد.", ("sign", "signed", "")),
        ("برنامه همکاری نظامی دو کشور در سال ۲۰۲۳ امضا شد.", ("sign", "signed", "2023")),
    ],
)
def test_the_year_of_a_persian_plan(text: str, expected: tuple[str, str, str]) -> None:
    assert told("fa", text, published="2024-12-04") == [expected]
