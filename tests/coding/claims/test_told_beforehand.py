"""What was announced on a day for a later one, both over by now, is a plan: whether it came about is told elsewhere."""

from __future__ import annotations

import pytest
from coded_text import LEADS, code_text

DRILLS = {
    "en": "On 12 August the Belarusian defence ministry announced joint counter-terrorism drills with Iran from 22 to 26 September.",
    "de": "Am 12. August kündigte das belarussische Verteidigungsministerium gemeinsame Antiterrorübungen mit dem Iran vom 22. bis 26. September an.",
    "fr": "Le 12 août, le ministère biélorusse de la Défense avait annoncé des manœuvres antiterroristes conjointes avec l'Iran du 22 au 26 septembre.",
    "es": "El 12 de agosto, el Ministerio de Defensa bielorruso anunció unas maniobras antiterroristas conjuntas con Irán entre el 22 y el 26 de septiembre.",
    "it": "Il 12 agosto il ministero della Difesa bielorusso ha annunciato manovre antiterrorismo congiunte con l'Iran dal 22 al 26 settembre.",
    "ro": "Pe 12 august, Ministerul Apărării din Belarus a anunțat exerciții antiteroriste comune cu Iranul între 22 și 26 septembrie.",
    "ru": "12 августа Минобороны Белоруссии объявило о совместных с Ираном антитеррористических учениях с 22 по 26 сентября.",
    "uk": "12 серпня Міноборони Білорусі оголосило про спільні з Іраном антитерористичні навчання з 22 по 26 вересня.",
    "be": "12 жніўня Мінабароны Беларусі абвясціла пра сумесныя з Іранам антытэрарыстычныя вучэнні з 22 па 26 верасня.",
    "pl": "12 sierpnia białoruskie ministerstwo obrony zapowiedziało wspólne z Iranem ćwiczenia antyterrorystyczne od 22 do 26 września.",
}  # fmt: skip


def _told(text: str, language: str) -> list[tuple[str, str, str | None]]:
    found = code_text(f"{LEADS[language]}\n{text}", language, published="2025-09-30")
    return [(f.draft.key, f.draft.judgement.status, f.dated.interval.edtf) for f in found]


@pytest.mark.parametrize("language", sorted(DRILLS))
def test_drills_announced_for_a_day_now_past(language: str) -> None:
    assert _told(DRILLS[language], language) == [("exercise", "planned", "2025-09-22/2025-09-26")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "12 августа Минобороны объявило, что 22 сентября в Минск приедет министр обороны Ирана."),
        ("en", "On 12 August Minsk announced that the Iranian defence minister would visit Belarus on 22 September."),
        ("de", "Am 12. August kündigte Minsk an, der iranische Verteidigungsminister werde am 22. September nach Belarus kommen."),
        ("fr", "Le 12 août, Minsk annonçait la visite du ministre iranien de la Défense pour le 22 septembre."),
        ("es", "El 12 de agosto Minsk anunció que el ministro iraní visitaría Bielorrusia el 22 de septiembre."),
    ],
)  # fmt: skip
def test_visits_announced_for_a_day_now_past(language: str, text: str) -> None:
    assert _told(text, language) == [("visit", "planned", "2025-09-22")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        # the saying has no day of its own, or a later one than the drills: they were held
        ("en", "The Belarusian defence ministry announced on 28 September that joint drills with Iran were held from 22 to 26 September."),
        ("ru", "28 сентября Минобороны Белоруссии сообщило, что совместные с Ираном учения прошли с 22 по 26 сентября."),
    ],
)  # fmt: skip
def test_drills_told_of_afterwards(language: str, text: str) -> None:
    assert _told(text, language) == [("exercise", "held", "2025-09-22/2025-09-26")]
