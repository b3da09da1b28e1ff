"""What may be called off, or will be if something happens, is planned for the time being."""

from __future__ import annotations

import pytest
from coded_text import LEADS, code_text

OPEN = (
    ("en", "The Belarusian minister's visit to Tehran may be cancelled."),
    ("en", "If Minsk cancels the visit to Tehran, the paper will wait."),
    ("ru", "Если Минск отменит визит в Тегеран, документ подождёт."),
    ("de", "Falls Minsk den Besuch in Teheran absagt, wartet das Papier."),
    ("fr", "Si Minsk annule la visite à Téhéran, le texte attendra."),
    ("pl", "Jeśli Mińsk odwoła wizytę w Teheranie, dokument poczeka."),
    ("tr", "Minsk Tahran ziyaretini iptal ederse belge bekleyecek."),
)
CALLED_OFF = (
    ("en", "The Belarusian minister's visit to Tehran was cancelled."),
    ("ru", "Визит белорусского министра в Тегеран отменён."),
    ("de", "Minsk hat den Besuch in Teheran abgesagt."),
)
PUT_OFF = (
    ("de", "Falls er absagt, wundert das keinen: Im Herbst 2022 wurde eine Reise nach Teheran verschoben."),
    ("en", "If he cancels, nobody will wonder: a trip to Tehran was put off in autumn 2022."),
)


def _status(language: str, sentence: str) -> list[str]:
    found = code_text(f"{LEADS[language]}\n{sentence}", language)
    return [c.draft.judgement.status for c in found if c.draft.kind == "consultation"]


@pytest.mark.parametrize(("language", "sentence"), OPEN)
def test_what_may_be_called_off_is_planned(language: str, sentence: str) -> None:
    assert _status(language, sentence) == ["planned"]


@pytest.mark.parametrize(("language", "sentence"), CALLED_OFF)
def test_what_was_called_off_is_denied(language: str, sentence: str) -> None:
    assert _status(language, sentence) == ["denied"]


@pytest.mark.parametrize(("language", "sentence"), PUT_OFF)
def test_a_verb_of_its_own_holds_the_noun(language: str, sentence: str) -> None:
    assert _status(language, sentence) == ["postponed"]
