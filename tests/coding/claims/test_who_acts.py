"""Who acts where nobody is named: both ministers, his counterpart, a bare role, he; in many languages."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

Coder = Callable[..., list[Any]]
CASES = yaml.safe_load(Path(__file__).with_name("who_acts.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("language", "case"),
    [
        pytest.param(language, case, id=f"{name}-{language}")
        for name, cases in CASES.items()
        for language, case in cases.items()
    ],
)
def test_who_acts(code: Coder, language: str, case: dict[str, Any]) -> None:
    claims = code(case["text"], language, published=case.get("published", "2025-11-10"))
    assert claims
    if "actors" in case:
        assert list(claims[-1].actors) == case["actors"]
    assert not {a for c in claims for a in c.actors} & set(case.get("not", ()))
    assert not set(claims[-1].actors) & set(case.get("not_last", ()))
