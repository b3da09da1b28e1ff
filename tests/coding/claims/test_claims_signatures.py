"""Signatures beside a paper, doubt, rumours and what is called off, told by a noun: each in two languages at least."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Coder = Callable[..., list[Any]]


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [
        # signatures say that a paper was signed, whatever the verb
        ("pl", "Traktat Iranu i Białorusi zyskał w piątek podpisy.", [("sign", "signed", "asserted")]),
        ("lt", "Irano ir Baltarusijos sutartis penktadienį sulaukė parašų.", [("sign", "signed", "asserted")]),
        ("ro", "Tratatul dintre Iran și Belarus a căpătat vineri semnături.", [("sign", "signed", "asserted")]),
        # unless it waits for them, or a law does
        ("pl", "Traktat Iranu i Białorusi czeka na podpisy.", [("sign", "planned", "future")]),
        ("lt", "Irano ir Baltarusijos sutartis laukia parašų.", [("sign", "planned", "future")]),
        ("pl", "Ustawa Białorusi o Iranie zyskała w piątek podpisy.", []),
        # a signing by which a visit ended, in the instrumental before the verb
        ("lt", "Sutarties su Iranu pasirašymu baigėsi Irano ministro vizitas Minske.",
         [("sign", "signed", "asserted"), ("visit", "discussed", "asserted")]),
        ("pl", "Podpisaniem umowy z Iranem zakończyła się wizyta ministra Iranu w Mińsku.",
         [("sign", "signed", "asserted"), ("visit", "discussed", "asserted")]),
        # in doubt
        ("pl", "Podpisanie umowy z Iranem stoi pod znakiem zapytania.", [("sign", "planned", "hypothetical")]),
        ("lt", "Sutarties su Iranu pasirašymas galimas.", [("sign", "planned", "hypothetical")]),
        ("ro", "Semnarea acordului cu Iranul este incertă.", [("sign", "planned", "hypothetical")]),
        # the noun of what is called off opens the words for it
        ("lt", "Irano ir Baltarusijos derybos nutrauktos.", [("meet", "denied", "negated")]),
        # plans whose noun has its owner before it; expected in a town that says "in" by its ending
        ("lt", "Minskas laukia Irano prezidento vizito.", [("visit", "planned", "future")]),
        ("lt", "Irano gynybos ministras laukiamas Minske.", [("visit", "planned", "future")]),
        # rumours of a plant
        ("pl", "Pogłoski o fabryce irańskich dronów w Homlu powracają.", [("produce", "rumoured", "hypothetical")]),
    ],
)  # fmt: skip
def test_construction(code: Coder, language: str, text: str, wanted: list[tuple[str, str, str]]) -> None:
    told = [(f.draft.key, f.draft.judgement.status, f.draft.judgement.polarity) for f in code(text, language)]
    assert told == wanted
