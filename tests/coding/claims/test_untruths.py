"""A word for an untruth that opens a sentence denies the clause behind its comma: Неправда, что Иран строит завод."""

from __future__ import annotations

import pytest
from coded_text import LEADS, code_text

TEXTS = [
    ("ru", "Неправда, что Иран строит в Белоруссии завод дронов, заявил представитель.", ["denied"]),
    ("uk", "Неправда, що Іран збудував у Білорусі завод дронів.", ["denied"]),
    ("be", "Няпраўда, што Іран будуе ў Беларусі завод дронаў.", ["denied"]),
    ("pl", "Nieprawda, że Iran buduje na Białorusi fabrykę dronów.", ["denied"]),
    ("lt", "Netiesa, kad Iranas Baltarusijoje stato dronų gamyklą.", ["denied"]),
    ("de", "Lüge, dass der Iran in Belarus eine Drohnenfabrik baut.", ["denied"]),
    # no invention
    ("uk", "Не вигадка, що Іран збудував у Білорусі завод дронів.", ["held"]),
]


@pytest.mark.parametrize(("language", "text", "statuses"), TEXTS)
def test_untruth_denies_the_clause_behind_it(language: str, text: str, statuses: list[str]) -> None:
    told = code_text(f"{LEADS[language]}\n{text}", language)
    assert [c.draft.judgement.status for c in told if c.draft.kind == "cooperation"] == statuses
