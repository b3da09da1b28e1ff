"""What several agree on where no side is named, on trade and on bodies that are founded and do not sit."""

from __future__ import annotations

import pytest
from coded_text import told_behind_lead

PAIR = ("BLR", "IRN")
FOUNDED = [
    ("ru", "Стороны договорились создать совместную комиссию."),
    ("uk", "Сторони домовилися створити спільну комісію."),
    ("be", "Бакі дамовіліся стварыць сумесную камісію."),
    ("pl", "Strony postanowiły powołać wspólną komisję."),
    ("lt", "Šalys nutarė įsteigti bendrą komisiją."),
    ("ru", "Решено учредить совместную комиссию."),
    ("uk", "Домовлено також обмінюватися даними радарів."),
    ("pl", "Uzgodniono powołanie grupy roboczej."),
    ("lt", "Taip pat sutarta keistis radarų duomenimis."),
    ("ru", "Иран и Беларусь договорились о поставках калия."),
    ("en", "Iran and Belarus agreed on deliveries of potash."),
    ("pl", "Iran i Białoruś uzgodniły harmonogram ćwiczeń."),
]
# The commission that there is will sit; somebody else agreed on something.
NEAR = [
    ("ru", "Решено провести заседание совместной комиссии осенью.", {"consultation"}),
    ("uk", "Наступне засідання спільної комісії відбудеться восени.", {"consultation"}),
    ("pl", "Następne posiedzenie wspólnej komisji odbędzie się jesienią.", {"consultation"}),
    ("lt", "Kitas bendros komisijos posėdis vyks rudenį.", {"consultation"}),
    ("lt", "Juos nuvežė vairuotojas, su kuriuo susitarta telefonu.", set()),
    ("pl", "Z właścicielem stadionu uzgodniono godzinę meczu.", set()),
    ("uk", "Із лікарнею домовлено про термін операції.", set()),
    ("be", "З гаспадаром кватэры дамоўлена пра цану.", set()),
]
KINDS = {"agree": "agreement", "session": "consultation", "meet": "consultation", "hold": "consultation"}


@pytest.mark.parametrize(("language", "text"), FOUNDED)
def test_agreed_without_a_name(language: str, text: str) -> None:
    told = [(key, status, parties) for key, status, _, parties in told_behind_lead(text, language)]
    assert told == [("agree", "agreed", PAIR)]


@pytest.mark.parametrize(("language", "text", "kinds"), NEAR)
def test_agreed_by_others_or_sitting(language: str, text: str, kinds: set[str]) -> None:
    assert {KINDS[key] for key, *_ in told_behind_lead(text, language)} == kinds
