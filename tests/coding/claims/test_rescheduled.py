"""What is to come later than planned is put off; what took place later, or comes as planned, is not."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Coder = Callable[..., list[Any]]

LATER = {
    "en": "The session of the Iranian-Belarusian commission will be held later than planned.",
    "fr": "La réunion de la commission mixte irano-bélarusse se tiendra plus tard que prévu, à l'automne.",
    "es": "La reunión de la comisión mixta de Irán y Bielorrusia se celebrará más tarde de lo previsto.",
    "ru": "Заседание ирано-белорусской комиссии пройдёт позже, чем планировалось.",
    "uk": "Засідання ірансько-білоруської комісії відбудеться пізніше, ніж планувалося.",
    "be": "Пасяджэнне ірана-беларускай камісіі адбудзецца пазней, чым планавалася.",
    "pl": "Posiedzenie irańsko-białoruskiej komisji odbędzie się później, niż planowano.",
    "lt": "Irano ir Baltarusijos komisijos posėdis vyks vėliau, nei planuota.",
}
AS_IT_WAS = [
    ("en", "The session of the Iranian-Belarusian commission will be held in July, as planned.", "planned"),
    (
        "en",
        "The session of the Iranian-Belarusian commission will be held not in Minsk but in Brest.",
        "planned",
    ),
    ("ru", "Заседание ирано-белорусской комиссии прошло позже, чем планировалось.", "held"),
    ("ru", "Заседание ирано-белорусской комиссии пройдёт раньше, чем планировалось.", "planned"),
    ("ru", "Заседание ирано-белорусской комиссии пройдёт не раньше июля.", "planned"),
    ("pl", "Posiedzenie irańsko-białoruskiej komisji odbędzie się w lipcu, jak planowano.", "planned"),
]
OTHERS = [
    ("en", "The match between Turkey and Serbia will be held later than planned."),
    ("ru", "Заседание комиссии Турции и Сербии пройдёт позже, чем планировалось."),
]


@pytest.mark.parametrize("language", sorted(LATER))
def test_later_than_planned_is_put_off(code: Coder, language: str) -> None:
    assert [f.draft.judgement.status for f in code(LATER[language], language)] == ["postponed"]


@pytest.mark.parametrize(("language", "text", "status"), AS_IT_WAS)
def test_nothing_is_put_off(code: Coder, language: str, text: str, status: str) -> None:
    assert [f.draft.judgement.status for f in code(text, language)] == [status]


def test_what_was_held_later_is_not_put_off(code: Coder) -> None:
    found = code("The session of the Iranian-Belarusian commission was held later than planned.", "en")
    assert "postponed" not in [f.draft.judgement.status for f in found]


@pytest.mark.parametrize(("language", "text"), OTHERS)
def test_other_countries_are_none_of_it(code: Coder, language: str, text: str) -> None:
    assert not [f for f in code(text, language) if f.parties == ("BLR", "IRN")]
