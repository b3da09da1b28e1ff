"""Where an object may stand on either side of its verb: found before it, but not behind a preposition; what clauses ask; whom one receives."""

from __future__ import annotations

from typing import Any

import pytest

# language, text of a page on Iran and Belarus, kinds with status and polarity
CASES = [
    ("ru", "Беспилотники Иран передал Беларуси в марте.", ["cooperation held historical"]),
    ("ru", "Ракет Иран Беларуси не передавал.", ["cooperation denied negated"]),
    ("uk", "Безпілотники Іран передав Білорусі вчора.", ["cooperation held asserted"]),
    ("pl", "Drony Iran przekazał Białorusi wczoraj.", ["cooperation held asserted"]),
    ("lt", "Dronus Iranas perdavė Baltarusijai vakar.", ["cooperation held asserted"]),
    ("be", "Завод дронаў Беларусь і Іран адкрылі ў панядзелак.", ["cooperation held asserted"]),
    # a noun behind a preposition is the setting of something else
    ("ru", "На заводе в Минске иранский посол открыл концерт.", []),
    # whom somebody receives, by name, on either side of the verb
    ("ru", "Лукашенко во вторник принял Аштиани.", ["consultation discussed asserted"]),
    ("ru", "Хренина завтра примет генерал Мохаммад Багери.", ["consultation planned future"]),
    ("pl", "Asztianiego przyjął wczoraj Łukaszenka.", ["consultation discussed asserted"]),
    ("ru", "Лукашенко принял решение о премиях.", []),
    # what a clause asks
    ("ru", "Подпишут ли Минск и Тегеран договор, неизвестно.", []),
    ("uk", "Чи підпишуть Мінськ і Тегеран угоду, невідомо.", []),
    ("pl", "Czy Mińsk i Teheran podpiszą umowę, nie wiadomo.", []),
    ("lt", "Ar Minskas ir Teheranas pasirašys sutartį, neaišku.", []),
    # who condemns together condemns a third; a delegation that is there; a doubt
    ("ru", "Лукашенко и Раиси осудили санкции.", []),
    ("ru", "Белорусская делегация уже в Тегеране.", ["consultation discussed asserted"]),
    ("ru", "Визит Раиси в Минск под вопросом.", ["consultation planned hypothetical"]),
    ("ru", "Дважды отложенное заседание белорусско-иранской комиссии назначено на 6 июня.", ["consultation planned future"]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("language", "text", "wanted"), CASES, ids=[f"{c[0]}-{i}" for i, c in enumerate(CASES)]
)
def test_order_of_words(code: Any, language: str, text: str, wanted: list[str]) -> None:
    found = code(text, language)
    told = [f"{f.draft.kind} {f.draft.judgement.status} {f.draft.judgement.polarity}" for f in found]
    assert told == wanted
