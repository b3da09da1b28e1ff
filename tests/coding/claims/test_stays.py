"""Somebody of one country in a town or the capital of the other, on a day, with a verb nobody knows: a stay there."""

from __future__ import annotations

import pytest
from coded_text import Coder

STAYS = {
    "en": "President Alexander Lukashenko was in the Iranian capital in March 2023.",
    "de": "Im März 2023 verlebte Alexander Lukaschenko zwei Tage in Teheran.",
    "ro": "În martie 2023, la Teheran, Aleksandr Lukașenko a depus flori.",
    "ru": "В иранской столице Александр Лукашенко провёл два дня в марте 2023 года.",
    "uk": "У березні 2023 року в Тегерані два дні провів Олександр Лукашенко.",
    "be": "У сакавіку 2023 года ў Тэгеране два дні правёў Аляксандр Лукашэнка.",
    "pl": "W marcu 2023 roku w Teheranie dwa dni spędził Alaksandr Łukaszenka.",
    "es": "En marzo de 2023 Alexandr Lukashenko pasó dos días en la capital iraní.",
    "fr": "En mars 2023, Alexandre Loukachenko a passé deux jours dans la capitale iranienne.",
    "it": "A Teheran, nel marzo 2023, Aleksandr Lukashenko ha trascorso due giorni.",
}
NONE = {
    "en": [
        "The Iranian ambassador in Minsk ate pies in March 2023.",
        "Alexander Lukashenko ate pies in Minsk in March 2023.",
        "Alexander Lukashenko could be in the Iranian capital in March 2023.",
    ],
    "ru": ["Посол Ирана в Минске в марте 2023 года ел пироги.", "В марте 2023 года в Минске Александр Лукашенко ел пироги."],
}  # fmt: skip


@pytest.mark.parametrize("language", STAYS)
def test_who_is_in_the_other_country_is_there(code: Coder, language: str) -> None:
    [found] = code(STAYS[language], language)
    assert (found.draft.kind, found.draft.judgement.status, found.actors) == (
        "consultation",
        "discussed",
        ("Lukashenko",),
    )


@pytest.mark.parametrize(("language", "text"), [(lang, t) for lang, texts in NONE.items() for t in texts])
def test_who_lives_there_or_is_at_home_is_not(code: Coder, language: str, text: str) -> None:
    assert not [f for f in code(text, language) if f.draft.judgement.polarity in ("asserted", "historical")]
