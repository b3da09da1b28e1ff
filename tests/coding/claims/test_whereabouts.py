"""Where something happened that says "there", or that is the visit told of before; prepositions of being near."""

from __future__ import annotations

import pytest
from coded_text import Coder


@pytest.mark.parametrize(
    ("language", "text", "place"),
    [
        ("en", "Iran and Belarus signed a protocol in Isfahan on Monday. The presidents of Iran and Belarus met there in May 2022.", "Isfahan"),
        ("ru", "Иран и Белоруссия подписали в понедельник протокол в Исфахане. Там же в мае 2022 года встретились президенты Ирана и Белоруссии.", "Isfahan"),
        ("es", "Irán y Bielorrusia firmaron el lunes un protocolo en Isfahán. En esa misma ciudad se reunieron en mayo de 2022 los presidentes de Irán y Bielorrusia.", "Isfahan"),
        ("de", "Iran und Belarus haben am Montag in Isfahan ein Protokoll unterzeichnet. Dort trafen sich im Mai 2022 die Präsidenten Irans und Belarus'.", "Isfahan"),
        ("en", "Aleksandr Lukashenko of Belarus arrived in Tehran on Monday. The visit had been postponed in March.", "Tehran"),
        ("en", "Soldiers of Iran and Belarus held an exercise outside Brest on Monday.", "Brest"),
        ("lt", "Irano ir Baltarusijos kariai pirmadienį surengė pratybas šalia Baranovičių.", "Baranovichi"),
    ],
)  # fmt: skip
def test_where(code: Coder, language: str, text: str, place: str) -> None:
    last = code(text, language)[-1]
    assert last.place is not None
    assert last.place.name == place


def test_another_visit_is_not_put_where_the_last_one_went(code: Coder) -> None:
    text = "Aleksandr Lukashenko of Belarus arrived in Tehran on Monday. A return visit by the Iranian president to Belarus is planned for the autumn."
    last = code(text, "en")[-1]
    assert last.place is None or last.place.name != "Tehran"


@pytest.mark.parametrize(
    ("between", "place"),
    [
        (
            "The Iranian minister will travel to Minsk in June.",
            None,
        ),  # there: the town of the news, or the one named last
        ("The Iranian minister will travel to Isfahan in June.", "Isfahan"),
    ],
)
def test_where_somebody_is_still_to_go_makes_there_uncertain(
    code: Coder, between: str, place: str | None
) -> None:
    text = (
        "Iran and Belarus signed a protocol in Isfahan on Monday. "
        f"{between} The presidents of Iran and Belarus had met there in May 2022."
    )
    last = code(text, "en")[-1]
    assert (last.place.name if last.place else None) == place
