"""What somebody plans, prepares or expects with a noun for its object, in thirteen languages."""

from __future__ import annotations

import pytest
from coded_text import code_text, spread

DRILLS = {
    "en": "Iran and Belarus {plan|are planning|are preparing} joint drills in May.",
    "de": "Iran und Belarus {planen|planten|erwarten} im Mai eine gemeinsame Übung.",
    "fr": "L'Iran et la Biélorussie {prévoient|prévoyaient|préparent|projetaient} un exercice commun en mai.",
    "es": "Irán y Bielorrusia {planean|preparan|preveían|proyectan} un ejercicio conjunto en mayo.",
    "it": "Iran e Bielorussia {prevedono|pianificano|preparano|progettavano} un'esercitazione congiunta a maggio.",
    "ro": "Iranul și Belarusul {planifică|pregătesc|plănuiau} un exercițiu comun în mai.",
    "ru": "Иран и Белоруссия {планируют|готовят|планировали} на май совместные учения.",
    "uk": "Іран і Білорусь {планують|готують|планували} на травень спільні навчання.",
    "be": "Іран і Беларусь {плануюць|рыхтуюць|планавалі} на май сумесныя вучэнні.",
    "pl": "Iran i Białoruś {planują|przygotowują|planowały} na maj wspólne ćwiczenia.",
    "lt": "Iranas ir Baltarusija {planuoja|suplanavo|numatė} gegužę bendras pratybas.",
    "tr": "İran ve Belarus mayısta ortak tatbikat {planlıyor|planlıyordu|planlamıştı}.",
    "fa": "ایران و بلاروس برای ماه مه رزمایش مشترک {برنامه‌ریزی می‌کنند|برنامه‌ریزی کرده‌اند}.",
}
REFUSED = {
    "en": "Iran and Belarus do not plan joint drills.",
    "de": "Iran und Belarus planen keine gemeinsame Übung.",
    "fr": "L'Iran et la Biélorussie ne prévoient pas d'exercice commun.",
    "es": "Irán y Bielorrusia no planean ejercicios conjuntos.",
    "it": "Iran e Bielorussia non prevedono esercitazioni congiunte.",
    "ro": "Iranul și Belarusul nu plănuiesc exerciții comune.",
    "ru": "Иран и Белоруссия не планируют совместных учений.",
    "uk": "Іран і Білорусь не планують спільних навчань.",
    "be": "Іран і Беларусь не плануюць сумесных вучэнняў.",
    "pl": "Iran i Białoruś nie planują wspólnych ćwiczeń.",
    "lt": "Iranas ir Baltarusija neplanuoja bendrų pratybų.",
    "tr": "İran ve Belarus ortak tatbikat planlamıyor.",
    "fa": "ایران و بلاروس رزمایش مشترکی برنامه‌ریزی نکرده‌اند.",
}
SIGNING = {
    "en": "Iran and Belarus plan the signing of a treaty in June.",
    "de": "Iran und Belarus planen die Unterzeichnung eines Vertrags im Juni.",
    "fr": "L'Iran et la Biélorussie prévoient la signature d'un traité en juin.",
    "es": "Irán y Bielorrusia prevén la firma de un tratado en junio.",
    "it": "Iran e Bielorussia prevedono la firma di un trattato a giugno.",
    "ro": "Iranul și Belarusul prevăd semnarea unui tratat în iunie.",
    "ru": "Иран и Белоруссия планируют на июнь подписание договора.",
    "pl": "Iran i Białoruś planują na czerwiec podpisanie traktatu.",
    "lt": "Iranas ir Baltarusija birželį planuoja sutarties pasirašymą.",
}
CONTENT = {
    "en": "The agreement between Iran and Belarus envisages joint drills.",
    "fr": "L'accord entre l'Iran et la Biélorussie prévoit des exercices communs.",
    "es": "El acuerdo entre Irán y Bielorrusia prevé ejercicios conjuntos.",
    "it": "L'accordo tra Iran e Bielorussia prevede esercitazioni congiunte.",
}


def _spread(texts: dict[str, str]) -> list[tuple[str, str]]:
    return [(language, text) for language, template in texts.items() for text in spread(template)]


def _told(language: str, text: str) -> list[tuple[str, str]]:
    return [
        (c.draft.kind, c.draft.judgement.status) for c in code_text(text, language, published="2023-04-12")
    ]


@pytest.mark.parametrize(("language", "text"), _spread(DRILLS))
def test_planned_drill_is_to_come(language: str, text: str) -> None:
    found = code_text(text, language, published="2023-04-12")
    assert [(c.draft.kind, c.draft.judgement.status, c.dated.interval.edtf) for c in found] == [
        ("cooperation", "planned", "2023-05")
    ]


@pytest.mark.parametrize(("language", "text"), _spread(REFUSED))
def test_drill_that_is_not_planned_is_denied(language: str, text: str) -> None:
    assert _told(language, text) == [("cooperation", "denied")]


@pytest.mark.parametrize(("language", "text"), _spread(SIGNING))
def test_planned_signing_is_no_signing(language: str, text: str) -> None:
    assert _told(language, text) == [("agreement", "planned")]


@pytest.mark.parametrize(("language", "text"), _spread(CONTENT))
def test_what_an_agreement_provides_for_is_its_content(language: str, text: str) -> None:
    assert ("cooperation", "planned") not in _told(language, text)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Iran's plan for joint drills with Belarus was published."),
        ("es", "El programa de ejercicios de Irán y Bielorrusia es conocido."),
    ],
)
def test_noun_spelled_like_the_verb_plans_nothing(language: str, text: str) -> None:
    assert _told(language, text) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Irán y Bielorrusia celebraron ejercicios conjuntos en mayo.", [("cooperation", "held")]),
        ("Irán participó en las maniobras en Bielorrusia.", [("cooperation", "held")]),
        ("La visita de Irán a Minsk fue breve.", [("consultation", "discussed")]),
        ("Los ministros irán a Teherán en mayo.", [("consultation", "planned")]),
    ],
)
def test_spanish_name_of_iran_is_no_verb(text: str, told: list[tuple[str, str]]) -> None:
    assert [
        (c.draft.kind, c.draft.judgement.status) for c in code_text(f"Bielorrusia e Irán\n{text}", "es")
    ] == told


VOTES = {
    "en": "Iran's parliament ratified with 187 votes the agreement with Belarus.",
    "de": "Das iranische Parlament ratifizierte mit 187 Stimmen das Abkommen mit Belarus.",
    "fr": "Le Parlement iranien a ratifié par 187 voix l'accord avec la Biélorussie.",
    "es": "El Parlamento iraní ratificó ayer por 187 votos a favor el acuerdo con Bielorrusia.",
    "ro": "Parlamentul iranian a ratificat cu 187 de voturi acordul cu Belarus.",
    "ru": "Парламент Ирана 187 голосами ратифицировал соглашение с Белоруссией.",
    "uk": "Парламент Ірану 187 голосами ратифікував угоду з Білоруссю.",
    "be": "Парламент Ірана 187 галасамі ратыфікаваў пагадненне з Беларуссю.",
    "pl": "Parlament Iranu 187 głosami ratyfikował umowę z Białorusią.",
    "lt": "Irano parlamentas 187 balsais ratifikavo susitarimą su Baltarusija.",
    "tr": "İran parlamentosu 187 oyla Belarus anlaşmasını onayladı.",
    "fa": "مجلس ایران با ۱۸۷ رأی موافقت‌نامه با بلاروس را تصویب کرد.",
}


@pytest.mark.parametrize("language", VOTES)
def test_votes_are_no_papers(language: str) -> None:
    found = code_text(VOTES[language], language)
    assert [c.draft.paper.count for c in found if c.draft.paper is not None] == [1]
