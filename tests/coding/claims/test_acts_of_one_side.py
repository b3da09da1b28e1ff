"""Help, requests, refusals, blame, threats, support and joint acts, each with a near miss, in every language."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from coded_text import LEADS, PAIR, code_text

SENTENCES = Path(__file__).parent / "acts_of_one_side.yml"


def _sentences() -> Iterator[tuple[str, str, str]]:
    for language, listed in yaml.safe_load(SENTENCES.read_text(encoding="utf-8")).items():
        for item in listed:
            yield language, item["claim"], item["text"]


@pytest.mark.parametrize(("language", "claim", "text"), list(_sentences()))
def test_act_is_read(language: str, claim: str, text: str) -> None:
    found = code_text(LEADS[language] + "\n" + text, language, published="2025-10-08")
    told = {
        " ".join((f.draft.kind, f.draft.judgement.status, f.draft.judgement.polarity))
        for f in found
        if f.parties == PAIR and f.sentence.start > len(LEADS[language])
    }
    assert told >= {claim} if claim != "none" else not told
