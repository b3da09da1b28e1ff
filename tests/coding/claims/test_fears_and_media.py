"""Fears with a negation that denies nothing, what media only claim, and peoples that are no party to it."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))
from coded_text import LEADS, code_text

FEARED = {
    "en": "In Warsaw it is feared that Minsk could assemble Iranian drones under licence.",
    "de": "In Warschau befürchtet man, Minsk könnte iranische Drohnen in Lizenz montieren.",
    "fr": "À Varsovie, on craint que Minsk n'assemble sous licence des drones iraniens.",
    "es": "En Varsovia se teme que Minsk ensamble bajo licencia drones iraníes.",
    "it": "A Varsavia si teme che Minsk possa assemblare su licenza droni iraniani.",
    "ro": "La Varșovia se teme lumea că Minskul ar putea asambla sub licență drone iraniene.",
    "ru": "В Варшаве опасаются, как бы Минск не начал собирать иранские беспилотники.",
    "uk": "У Варшаві побоюються, що Мінськ може збирати іранські дрони за ліцензією.",
    "be": "У Варшаве асцерагаюцца, што Мінск можа збіраць іранскія дроны па ліцэнзіі.",
    "pl": "W Warszawie obawiają się, że Mińsk mógłby montować irańskie drony na licencji.",
    "lt": "Varšuvoje baiminamasi, kad Minskas gali pagal licenciją surinkinėti Irano dronus.",
    "fa": "در ورشو بیم آن می‌رود که مینسک پهپادهای ایرانی را تحت لیسانس مونتاژ کند.",
}
CLAIMED = {
    "en": "Israeli media claim that Belarus has delivered missiles to Iran.",
    "de": "Israelische Medien behaupten, Belarus habe dem Iran Raketen geliefert.",
    "fr": "Des médias israéliens affirment que le Bélarus a livré des missiles à l'Iran.",
    "es": "Medios israelíes aseguran que Bielorrusia ha entregado misiles a Irán.",
    "it": "I media israeliani sostengono che la Bielorussia abbia consegnato missili all'Iran.",
    "ro": "Presa israeliană susține că Belarusul a livrat rachete Iranului.",
    "ru": "Израильские СМИ утверждают, что Белоруссия поставила Ирану ракеты.",
    "uk": "Ізраїльські ЗМІ стверджують, що Білорусь поставила Ірану ракети.",
    "be": "Ізраільскія СМІ сцвярджаюць, што Беларусь паставіла Ірану ракеты.",
    "pl": "Izraelskie media twierdzą, że Białoruś dostarczyła Iranowi rakiety.",
    "lt": "Izraelio žiniasklaida tvirtina, kad Baltarusija Iranui pristatė raketų.",
    "tr": "İsrail basını Belarus'un İran'a füze teslim ettiğini öne sürüyor.",
    "fa": "رسانه‌های اسرائیلی مدعی‌اند که بلاروس به ایران موشک تحویل داده است.",
}
PEOPLES = [
    ("uk", "Із росіянами білоруси провели навчання в липні.", "RUS"),
    ("uk", "З китайцями білоруси провели навчання в липні.", "CHN"),
    ("uk", "З вірменами білоруси провели навчання в липні.", "ARM"),
    ("be", "З расіянамі беларусы правялі вучэнні ў ліпені.", "RUS"),
    ("be", "З армянамі беларусы правялі вучэнні ў ліпені.", "ARM"),
    ("pl", "Z Rosjanami Białorusini przeprowadzili ćwiczenia w lipcu.", "RUS"),
    ("pl", "Z Ormianami Białorusini przeprowadzili ćwiczenia w lipcu.", "ARM"),
    ("ro", "Cu armenii, bielorușii au ținut exerciții în iulie.", "ARM"),
]


def told(language: str, text: str) -> list[tuple[str, tuple[str, ...]]]:
    found = code_text(f"{LEADS[language]}\n{text}", language, published="2024-12-18")
    return [(f.draft.judgement.status, f.parties) for f in found]


@pytest.mark.parametrize("language", sorted(FEARED))
def test_what_is_feared_is_rumoured(language: str) -> None:
    assert told(language, FEARED[language]) == [("rumoured", ("BLR", "IRN"))]


def test_two_negations_deny() -> None:
    assert told("fr", "On craint que l'Iran ne livre pas les drones.") == [("denied", ("BLR", "IRN"))]


@pytest.mark.parametrize("language", sorted(CLAIMED))
def test_what_media_claim_is_rumoured(language: str) -> None:
    assert told(language, CLAIMED[language]) == [("rumoured", ("BLR", "IRN"))]


@pytest.mark.parametrize(("language", "text", "country"), PEOPLES)
def test_peoples_are_parties(language: str, text: str, country: str) -> None:
    assert told(language, text) == [("held", tuple(sorted(("BLR", country))))]
