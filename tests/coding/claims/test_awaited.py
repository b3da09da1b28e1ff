"""What has to come first, and what will only come later: once parliament ratifies it; ne sera signé qu'après la visite."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))
from coded_text import LEADS, code_text

ONLY_THEN = [
    ("en", "The agreement will not enter into force until January.", ["planned"]),
    ("en", "The memorandum will not be signed until after the visit.", ["planned"]),
    ("en", "The memorandum will not be signed until both governments approve it.", ["planned", "planned"]),
    ("fr", "Le mémorandum ne sera signé qu'en juin.", ["planned"]),
    ("fr", "L'accord n'entrera en vigueur qu'en janvier.", ["planned"]),
    ("fr", "L'exercice n'aura lieu qu'à l'automne.", ["planned"]),
    ("es", "El acuerdo no entrará en vigor hasta enero.", ["planned"]),
    ("it", "L'accordo non entrerà in vigore che a gennaio.", ["planned"]),
    ("ro", "Acordul nu va intra în vigoare decât în ianuarie.", ["planned"]),
    # nothing says that it will be later
    ("en", "The agreement will not be signed.", ["denied"]),
    ("fr", "L'accord ne sera pas signé.", ["denied"]),
    ("es", "El acuerdo no se firmará.", ["denied"]),
]
ONCE = [
    ("en", "The plan will be signed as soon as parliament ratifies it.", ["planned"]),
    ("de", "Sobald das Parlament das Abkommen ratifiziert, beginnt die Ausbildung.", ["planned"]),
    ("fr", "Dès que le Parlement ratifie l'accord, la formation commencera.", ["planned"]),
    ("es", "Una vez que el Parlamento ratifique el acuerdo, comenzará la formación.", ["planned"]),
    ("it", "Non appena il parlamento ratifica l'accordo, comincerà l'addestramento.", ["planned"]),
    ("ru", "Как только парламент ратифицирует соглашение, оно вступит в силу.", ["planned", "planned"]),
    ("pl", "Gdy tylko parlament ratyfikuje umowę, rozpocznie się szkolenie.", ["planned"]),
    # it came about
    ("en", "Once the agreement was signed, the ministers visited a plant.", ["signed", "discussed"]),
    ("en", "Parliament once ratified such an agreement.", ["ratified"]),
    (
        "ru",
        "После того как парламент ратифицировал соглашение, оно вступило в силу.",
        ["ratified", "in force"],
    ),
]
WAS_TO = [
    ("be", "Пагадненне, якое мусілі падпісаць у Мінску ў траўні, так і не падпісалі.", ["denied"]),
    ("lt", "Susitarimas, kurį gegužę Minske ketinta pasirašyti, taip ir nebuvo pasirašytas.", ["denied"]),
    ("pl", "Umowa, którą miano podpisać w Mińsku w maju, nigdy nie została podpisana.", ["denied"]),
]


@pytest.mark.parametrize(("language", "text", "statuses"), [*ONLY_THEN, *ONCE, *WAS_TO])
def test_what_comes_first(language: str, text: str, statuses: list[str]) -> None:
    found = code_text(f"{LEADS[language]}\n{text}", language, published="2024-12-18")
    assert [f.draft.judgement.status for f in found] == statuses
