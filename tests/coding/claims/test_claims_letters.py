"""Letters handed over, drafts on their way, instructors who turn up, parts of machines: and the same words about something else."""

from __future__ import annotations

import pytest
from coded_text import told_behind_lead

PAIR = ("BLR", "IRN")
TOLD = [
    ("ru", "Послу Беларуси вручено письмо иранского лидера.", "meet", "discussed"),
    ("uk", "Посол вручив міністрові листа від іранського колеги.", "meet", "discussed"),
    ("be", "Пасол уручыў міністру ліст ад іранскага калегі.", "meet", "discussed"),
    ("pl", "Ambasador wręczył ministrowi list od irańskiego kolegi.", "meet", "discussed"),
    ("lt", "Ambasadorius įteikė ministrui Irano kolegos laišką.", "meet", "discussed"),
    ("ru", "Проект договора внесён на рассмотрение правительства.", "draft", "planned"),
    ("uk", "Проєкт договору внесено на розгляд уряду.", "draft", "planned"),
    ("be", "Праект дагавора ўнесены на разгляд урада.", "draft", "planned"),
    ("pl", "Projekt traktatu skierowano pod obrady rządu.", "draft", "planned"),
    ("lt", "Susitarimas pateiktas parlamentui ratifikuoti.", "ratify", "planned"),
    ("pl", "Na białoruskim poligonie pojawili się irańscy instruktorzy.", "permit", "held"),
    ("lt", "Minske darbą pradėjo Irano karo atašė.", "accredit", "held"),
    ("ru", "На белорусском заводе начали ремонтировать иранские вертолёты.", "produce", "held"),
    ("uk", "Візит міністра оборони Ірану до Мінська відстрочено.", "visit", "postponed"),
    ("be", "У Тэгеран выедзе група беларускіх афіцэраў.", "visit", "planned"),
]
NOTHING = [
    ("ru", "Внук вручил музею письмо деда."),
    ("ru", "Проект парка внесён на рассмотрение горсовета."),
    ("ru", "На пляже появились инструкторы по плаванию."),
    ("uk", "Пацієнт вручив лікареві листа з подякою."),
    ("uk", "Позов подано на розгляд суду."),
    ("be", "Настаўніца ўручыла вучню ліст."),
    ("be", "У пансіянат выедзе аўтобус з турыстамі."),
    ("pl", "Listonosz wręczył sąsiadce list z urzędu skarbowego."),
    ("pl", "Na stoku pojawili się instruktorzy narciarscy."),
    ("lt", "Paštininkas įteikė kaimynei laišką."),
    ("lt", "Ieškinys pateiktas teismui svarstyti."),
    ("ru", "Депутат обещал дать ответ избирателям до пятницы."),
    ("lt", "Ligoninė žada atsakyti iki penktadienio."),
]


@pytest.mark.parametrize(("language", "text", "key", "status"), TOLD)
def test_told(language: str, text: str, key: str, status: str) -> None:
    told = [(k, s, parties) for k, s, _, parties in told_behind_lead(text, language)]
    assert told == [(key, status, PAIR)]


@pytest.mark.parametrize(("language", "text"), NOTHING)
def test_nothing_of_the_two(language: str, text: str) -> None:
    assert told_behind_lead(text, language) == []
