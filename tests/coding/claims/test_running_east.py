"""Running text in Russian, Ukrainian and Belarusian: what was lost or wrong on pages though its words were known."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Coder = Callable[..., list[Any]]
Told = tuple[str, str, str, tuple[str, ...]]
PAIR = ("BLR", "IRN")
_LEADS = {
    "ru": "Министры иностранных дел Ирана и Беларуси знакомы много лет.",
    "uk": "Міністри закордонних справ Ірану та Білорусі знайомі багато років.",
    "be": "Міністры замежных спраў Ірана і Беларусі знаёмыя шмат гадоў.",
}


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [
        # he who is received comes from the other country
        ("be", "У Тэгеране яго прыме сакратар Вышэйшага савета нацыянальнай бяспекі.", [("visit", "planned", "future", PAIR)]),
        ("ru", "В Тегеране его примет министр обороны Ирана.", [("visit", "planned", "future", PAIR)]),
        # a speaker of parliament is an office, and no house that sits
        ("be", "Госць сустрэўся са старшынёй парламента.", [("meet", "discussed", "asserted", PAIR)]),
        ("ru", "Гость встретился с председателем парламента.", [("meet", "discussed", "asserted", PAIR)]),
        # "it" is the paper told of before
        ("uk", "Договір Іран і Білорусь готують від весни.\nІранські посадовці кажуть, що підпишуть його вже в січні.", [("draft", "planned", "asserted", PAIR), ("sign", "planned", "future", PAIR)]),
        ("ru", "Меморандум Иран и Беларусь готовили год.\nПодписали его в августе, во время визита президента Пезешкиана.", [("draft", "planned", "asserted", PAIR), ("sign", "signed", "historical", PAIR), ("visit", "discussed", "historical", PAIR)]),
        # the town and the country where two others met
        ("uk", "Востаннє міністри оборони двох країн зустрічалися в червні в китайському Ціндао.", [("meet", "discussed", "historical", PAIR)]),
        ("ru", "Лукашенко и Пезешкиан встретились на полях саммита в Китае.", [("meet", "discussed", "asserted", PAIR)]),
        # an aside on who said so stands between a verb and its object
        ("uk", "Підписи, як повідомили в міністерстві, поставили у вівторок у Тегерані.", [("sign", "signed", "asserted", PAIR)]),
        ("ru", "Стороны провели, как сообщили в ведомстве, переговоры в Минске.", [("meet", "discussed", "asserted", PAIR)]),
    ],
)  # fmt: skip
def test_running_text_of_the_east(code: Coder, language: str, text: str, wanted: list[Told]) -> None:
    found = code(_LEADS[language] + "\n" + text, language)
    assert [
        (f.draft.key, f.draft.judgement.status, f.draft.judgement.polarity, f.parties) for f in found
    ] == wanted
