"""In an article about two countries not everybody who agrees, meets or buys is one of them."""

from __future__ import annotations

from typing import Any

import pytest

TITLE = {"en": "Belarus and Iran deepen ties", "pl": "Białoruś i Iran zacieśniają współpracę", "de": "Belarus und Iran vertiefen Beziehungen",
         "ru": "Беларусь и Иран углубляют отношения", "fr": "Le Bélarus et l'Iran resserrent leurs liens"}  # fmt: skip
STRANGERS = [
    ("en", "Martha Fry and her brother Dale Ford agreed to an interview."),
    ("en", "Mothers who took part said they would transfer the money later if they could."),
    ("en", "Jane Roe met readers at the book fair."),
    ("pl", "Postanowiliśmy to sprawdzić."),
    ("de", "Für Dienstag sagten die Händler zu."),
    ("ru", "Марина Петрова решила вернуться домой."),
    ("fr", "Jeanne Martin a rencontré ses lecteurs au salon du livre."),
]
OURS = [
    ("en", "The sides agreed to hold joint exercises."),
    ("en", "They met in Minsk on Tuesday."),
    ("en", "The Iranian minister agreed to send instructors."),
    ("pl", "Strony uzgodniły wspólne ćwiczenia."),
    ("ru", "Стороны договорились о совместных учениях."),
    ("fr", "Les deux parties sont convenues d'exercices communs."),
]


@pytest.mark.parametrize(("language", "text"), STRANGERS)
def test_what_others_do_is_no_act_of_the_two(code: Any, language: str, text: str) -> None:
    assert code(text, language, title=TITLE[language]) == []


@pytest.mark.parametrize(("language", "text"), OURS)
def test_what_points_back_to_the_two_is_theirs(code: Any, language: str, text: str) -> None:
    found = code(text, language, title=TITLE[language])
    assert {f.parties for f in found} == {("BLR", "IRN")}
