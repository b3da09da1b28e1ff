"""Moments in metadata: what systems write where they know of no date is none."""

from __future__ import annotations

import pytest

from helpers.clean.articles import clean_page
from helpers.clean.publication_instants import read_instant
from helpers.foundation.records import Hint, Page

TEXT = (
    "A bridge opens after eleven years\n"
    "14 June 2024\n"
    "The bridge over the river opened on Friday after eleven years of work, the mayor of the town said.\n"
    "The first train crossed it at noon with about three hundred people on board.\n"
)


@pytest.mark.parametrize(
    "value", ["0001-01-01T00:00:00Z", "0001-01-01T00:00:00+00:00", "9999-12-31T23:59:59Z", "9999999999"]
)
def test_no_date_is_none(value: str) -> None:
    assert read_instant(value) is None
    hints = (Hint("published", value, "html meta article:published_time"),)
    page = Page("a.html", "sha256:" + "0" * 64, "", "text/html", "utf-8", "", TEXT, None, hints)
    published = clean_page(page).published
    assert (published.interval.edtf, published.evidence) == ("2024-06-14", "dateline")


def test_a_moment_in_universal_time() -> None:
    moment = read_instant("2024-06-14T22:30:00Z")
    assert moment is not None
    assert moment.isoformat() == "2024-06-14T22:30:00+00:00"
    assert read_instant("1718404200") == moment
