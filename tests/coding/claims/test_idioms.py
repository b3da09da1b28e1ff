"""Idioms written out in the past are understood in the future, in the infinitive and denied: in thirteen languages."""

from __future__ import annotations

import pytest
from coded_text import LEADS, code_text

from helpers.coding.claims.conjugate import CONJUGATIONS
from helpers.coding.claims.idioms import Conjugator, Idiom

# told as planned, of a paper, a visit or talks: in June where the sentence says so
PLANNED = {
    "en": "The defence ministers of Iran and Belarus will put their signatures to the memorandum in June.",
    "de": "Die Verteidigungsminister des Iran und von Belarus werden im Juni ihre Unterschriften unter das Memorandum setzen.",
    "fr": "Les ministres de la Défense iranien et biélorusse apposeront en juin leur signature au bas du mémorandum.",
    "es": "Los ministros de Defensa de Irán y Bielorrusia estamparán en junio su firma en el memorando.",
    "it": "I ministri della Difesa di Iran e Bielorussia apporranno in giugno la firma al memorandum.",
    "ro": "Miniștrii apărării ai Iranului și Belarusului vor pune în iunie semnăturile pe memorandum.",
    "ru": "Министры обороны Ирана и Беларуси в июне поставят подписи под меморандумом.",
    "uk": "Міністри оборони Ірану та Білорусі в червні поставлять підписи під меморандумом.",
    "be": "Міністры абароны Ірана і Беларусі ў чэрвені паставяць подпісы пад мемарандумам.",
    "pl": "Ministrowie obrony Iranu i Białorusi złożą w czerwcu podpisy pod memorandum.",
    "lt": "Irano ir Baltarusijos gynybos ministrai birželį padės parašus po memorandumu.",
    "tr": "İran ve Belarus savunma bakanları haziranda mutabakat zaptına imza koyacak.",
    "fa": "وزیران دفاع ایران و بلاروس در ماه ژوئن پای یادداشت تفاهم امضا خواهند گذاشت.",
}
OTHERS = [
    ("ru", "Итогом визита станет меморандум между Ираном и Беларусью.", "agreement", "planned"),
    ("ru", "Переговоры министров Ирана и Беларуси завершатся меморандумом.", "agreement", "planned"),
    ("ru", "Министры обороны двух стран обсудят поставки.", "consultation", "planned"),
    (
        "ru",
        "Министры обороны Ирана и Беларуси должны поставить подписи под договором.",
        "agreement",
        "planned",
    ),
    (
        "pl",
        "W czerwcu przyjmie go w Mińsku minister obrony Białorusi Wiktar Chrenin.",
        "consultation",
        "planned",
    ),
    (
        "tr",
        "Lukaşenko salı günü Minsk'te İran Büyükelçisi Said Yari'yi kabul edecek.",
        "consultation",
        "planned",
    ),
    (
        "tr",
        "Lukaşenko salı günü Minsk'te İran Savunma Bakanı Aştiyani'yi kabul etmedi.",
        "consultation",
        "denied",
    ),
]


def _told(language: str, text: str) -> list[tuple[str, str]]:
    found = code_text(LEADS[language] + "\n" + text, language)
    return [(c.draft.kind, c.draft.judgement.status) for c in found]


@pytest.mark.parametrize("language", PLANNED)
def test_signatures_to_come_are_planned(language: str) -> None:
    found = code_text(LEADS[language] + "\n" + PLANNED[language], language)
    assert [(c.draft.kind, c.draft.judgement.status, c.parties, c.dated.interval.edtf) for c in found] == [
        ("agreement", "planned", ("BLR", "IRN"), "2023-06")
    ]


@pytest.mark.parametrize(("language", "text", "kind", "status"), OTHERS)
def test_idiom_in_another_form(language: str, text: str, kind: str, status: str) -> None:
    assert _told(language, text) == [(kind, status)]


@pytest.mark.parametrize(
    ("language", "text", "status"),
    [
        ("en", "Lukashenko did not arrive in Tehran on Sunday for an official visit.", "denied"),
        ("tr", "İran Savunma Bakanı Aştiyani pazartesi günü resmi ziyaret için Minsk'e gelecek.", "planned"),
        ("tr", "İran Savunma Bakanı Aştiyani pazartesi günü resmi ziyaret için Minsk'e gelmedi.", "denied"),
        (
            "lt",
            "Baltarusijos gynybos ministras Viktoras Chreninas antradienį su oficialiu vizitu neatvyko į Teheraną.",
            "denied",
        ),
    ],
)
def test_what_somebody_came_for_is_the_visit_itself(language: str, text: str, status: str) -> None:
    assert _told(language, text) == [("consultation", status)]


def test_being_present_offers_nothing() -> None:
    assert _told("tr", "Törende konuk bakan Aziz Nasırzade ile Viktor Hrenin hazır bulundu.") == []


def _derived(
    language: str, verbs: list[str], pattern: str, nouns: frozenset[str] = frozenset()
) -> list[Idiom]:
    return list(Conjugator(language, CONJUGATIONS[language], verbs, nouns=nouns).derive([pattern]))


def test_auxiliary_of_the_perfect_goes_and_that_of_the_passive_stays() -> None:
    verbs = ["apposer", "signer"]
    assert Idiom(0, "future", "apposera|apposeront|apposerons .. signature") in _derived(
        "fr", verbs, "ont|a apposé .. signature"
    )
    assert _derived("fr", verbs, "a été signé hier") == []


def test_nouns_and_single_words_have_no_tense() -> None:
    assert _derived("fr", ["traiter"], "traité .. rompu", frozenset({"traité"})) == []
    assert _derived("ru", ["поставить/поставят"], "поставили") == []
    assert _derived("ru", [], "поставили подписи") == []


def test_stem_of_a_verb_is_conjugated_as_its_forms_are() -> None:
    futures = [
        i.pattern
        for i in _derived("ru", ["поставить/поставят"], "поставил* .. подпис*")
        if i.form == "future"
    ]
    assert futures == ["поставят|поставит|поставим .. подпис*"]
