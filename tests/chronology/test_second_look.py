"""What a page's own news says of its day: relative wordings are read again, announced months are not turned back."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from chronology_rows import article, claim, knowledge

from helpers.chronology.accounts import NEWS, Account, features_of
from helpers.chronology.evidence import Evidence, EvidenceReader
from helpers.chronology.second_look import look_again
from helpers.foundation.dates import DateInterval, read_edtf

FOUND = read_edtf("2010-09")


def account(claim: Evidence) -> Account:
    return Account((claim,), NEWS, features_of([claim], []), ())


@pytest.mark.parametrize(
    ("fields", "again"),
    [
        ({"polarity": "future", "status": "planned", "date_basis": "year from context expression"}, False),
        ({"polarity": "future", "status": "planned", "date_basis": "relative expression"}, True),
        ({"polarity": "asserted", "status": "held", "date_basis": "year from context expression"}, True),
    ],
)
def test_an_announced_month_is_not_turned_back(fields: dict[str, Any], again: bool) -> None:
    page = article("page")
    reader = EvidenceReader(knowledge().rules, {})
    news, month = reader.read_article(
        page,
        [
            claim(page, "In force since 2009.", date="2009-01-01", status="signed"),
            claim(page, "In September.", start=200, kind="cooperation", date_span=[203, 212], **fields),
        ],
    )
    if news.kind != "agreement":
        news, month = month, news
    month = replace(month, published=DateInterval(None, None))
    told = [([account(news)], news.interval), ([account(month)], month.interval)]
    bounds = look_again(told, lambda c, _: FOUND if c.kind == "cooperation" else None)
    assert (month.claim_id in bounds) == again
