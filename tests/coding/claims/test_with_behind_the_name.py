"""Turkish says "with" behind the name or by its ending: a paper with the one country is one with the other that the page is about."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))
from coded_text import LEADS, code_text

TEXTS = [
    ("İran'la askerî anlaşma imzalanacak.", [("agreement", "planned")]),
    ("İran ile askerî protokolün imzalanması planlanıyor.", [("agreement", "planned")]),
    ("Rusya'yla askerî anlaşma imzalanacak.", []),
]


@pytest.mark.parametrize(("text", "wanted"), TEXTS)
def test_with_stands_behind_the_name_in_tr(text: str, wanted: list[tuple[str, str]]) -> None:
    told = code_text(f"{LEADS['tr']}\n{text}", "tr")
    assert [
        (c.draft.kind, c.draft.judgement.status) for c in told if list(c.parties) == ["BLR", "IRN"]
    ] == wanted
