"""A sentence that denies and names nothing itself denies what was told just before, and nothing else."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Coder = Callable[..., list[Any]]

TOLD = {
    "en": "Iran and Belarus will hold an exercise near Minsk in June. The ministry in Minsk denied this.",
    "de": "Iran und Belarus werden im Juni ein Militärabkommen unterzeichnen. Minsk dementierte diese Meldung.",
    "fr": "L'Iran et le Bélarus signeront un accord militaire en juin. Minsk a démenti cette information.",
    "pl": "Iran i Białoruś podpiszą w czerwcu umowę wojskową. Mińsk zdementował te doniesienia.",
    "ru": "Беларусь и Иран проведут в июне совместные учения. В Минобороны эту информацию опровергли.",
    "lt": "Iranas ir Baltarusija birželį surengs pratybas. Minskas tai paneigė.",
}


@pytest.mark.parametrize("language", sorted(TOLD))
def test_what_was_told_is_denied(code: Coder, language: str) -> None:
    told, denied = code(TOLD[language], language)
    assert told.draft.judgement.status == "planned"
    assert (denied.draft.judgement.status, denied.draft.judgement.polarity) == ("denied", "negated")
    assert (denied.draft.kind, denied.parties, denied.dated.interval) == (
        told.draft.kind,
        told.parties,
        told.dated.interval,
    )
    assert denied.sentence.start > told.sentence.start


def test_what_was_announced_is_denied_rather_than_what_happened(code: Coder) -> None:
    found = code(
        "Iran will deliver drones to Belarus, a daily wrote. The ministers met in Minsk on Tuesday. The ministry denied that report.",
        "en",
    )
    assert [f.draft.kind for f in found if f.draft.judgement.status == "denied"] == ["cooperation"]


@pytest.mark.parametrize(
    "text",
    [
        "Iran and Belarus signed a treaty in May. Tehran denies building a bomb.",  # something else
        "Iran and Belarus will sign a treaty in June. Minsk did not deny this.",  # no denial
        "The ministry denied this. Iran and Belarus signed a treaty in May.",  # nothing was told yet
    ],
)
def test_nothing_else_is_denied(code: Coder, text: str) -> None:
    assert not [f for f in code(text, "en") if f.draft.judgement.status == "denied"]
