"""A hyphen between blanks stands for a dash; one inside a word does not."""

from __future__ import annotations

import pytest
from coded_text import LEADS, code_text

DENIED = {
    "ru": "Сообщения о военном договоре с Ираном - выдумка.",
    "be": "Паведамленні пра вайсковую дамову з Іранам - выдумка.",
}


@pytest.mark.parametrize("dash", ["-", "–", "—"])
@pytest.mark.parametrize("language", DENIED)
def test_any_dash_parts_what_is_told_from_what_it_is_called(language: str, dash: str) -> None:
    text = DENIED[language].replace(" - ", f" {dash} ")
    found = code_text(f"{LEADS[language]}\n{text}", language)
    assert ("agreement", "denied") in {(f.draft.kind, f.draft.judgement.status) for f in found}


def test_a_hyphen_inside_a_word_parts_nothing() -> None:
    text = f"{LEADS['ru']}\nГлавы МИД-партнеров Ирана и Беларуси подписали военно-технический договор."
    found = code_text(text, "ru")
    assert ("agreement", "signed") in {(f.draft.kind, f.draft.judgement.status) for f in found}
