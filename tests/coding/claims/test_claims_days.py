"""Passages of days.yml: no claim has a date that excludes the day a careful reader knows."""

from __future__ import annotations

import datetime as dt
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from helpers.coding.code_article import code_article

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parents[1] / "gold"))
from scoring import make_article  # noqa: E402

PASSAGES: list[dict[str, Any]] = yaml.safe_load((HERE / "days.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("number", range(len(PASSAGES)))
def test_date_allows_the_day(number: int) -> None:
    item = PASSAGES[number]
    article = make_article(item["l"], {"id": f"days-{number}", "text": item["t"], "dct": item["dct"]})
    claims = code_article(article)[1]
    for gold in item["c"]:
        fit = [c for c in claims if gold.get("q", "") in c.quote and gold.get("k", c.kind) == c.kind]
        for claim in fit:
            for day in gold["days"]:
                assert claim.date.contains(dt.date.fromisoformat(day)), (
                    claim.quote,
                    claim.date.edtf,
                    claim.date_basis,
                )


def test_most_passages_make_claims() -> None:
    silent = 0
    for number, item in enumerate(PASSAGES):
        article = make_article(item["l"], {"id": f"days-{number}", "text": item["t"], "dct": item["dct"]})
        silent += not code_article(article)[1]
    assert silent <= len(PASSAGES) // 20
