"""Towns named by their adjective say where: an der Minsker Militärakademie, am Teheraner Flughafen."""

from __future__ import annotations

import pytest
from coded_text import Coder


@pytest.mark.parametrize(
    ("language", "text", "place"),
    [
        ("de", "Minister Chrenin traf am Montag auf dem Minsker Flughafen den iranischen Botschafter.", "Minsk"),
        ("de", "Lukaschenko sprach am Montag am Teheraner Flughafen mit Raisi.", "Tehran"),
    ],
)  # fmt: skip
def test_town_adjectives(code: Coder, language: str, text: str, place: str) -> None:
    (found,) = code(text, language)
    assert found.place is not None and found.place.name == place
