"""What is shown as a contradiction within one event, field by field."""

from __future__ import annotations

import pytest
from chronology_rows import MEMO, article, build, claim

DAY = {"actors": ["Khrenin", "Nasirzadeh"], "place": "Minsk", "date": "2025-03-12"}


def sides(field, *told):
    """(value, number of claims) of the sides on a field."""
    return sorted(
        (r["value"], len(r["claim_ids"])) for r in build(*told).contradictions if r["field"] == field
    )


def one_page(name, *claims):
    page = article(name, published="2025-03-13")
    return [(page, claim(page, f"{name} {n}", start=100 * n, **c)) for n, c in enumerate(claims)]


def signed(**fields):
    return DAY | MEMO | fields


def test_a_page_that_denies_what_others_say_contradicts_them():
    said = signed(attribution=["Tasnim"])
    denied = signed(status="denied", polarity="negated", date=None)
    other = one_page("other", signed())
    assert sides("status", *other, *one_page("page", said, denied)) == [("denied", 1), ("signed", 2)]
    own = one_page("page", signed(), denied)  # its own word on both sides: of two papers, or a slip
    assert sides("status", *other, *own) == []


@pytest.mark.parametrize(
    ("counted", "single", "expected"),
    [
        ({"n_documents": 2, "instrument": "document"}, signed(), [("1", 1), ("2", 1)]),
        ({"n_documents": 2, "instrument": "memorandum"}, signed(), [("1", 1), ("2", 1)]),  # two of its kind
        ({"n_documents": 13, "instrument": "document"}, signed(), []),  # the other page picks one of many
        ({"n_documents": 2, "instrument": "document"}, signed(n_documents=None), []),
        (
            {"n_documents": 2, "instrument": "document"},
            signed(n_documents=3, instrument="document"),
            [("2", 1), ("3", 1)],
        ),
    ],
)
def test_a_few_documents_against_one(counted, single, expected):
    """A page on one paper, beside pages that count several."""
    several = one_page("several", signed() | counted)
    assert sides("n_documents", *several, *one_page("single", single)) == expected


def test_a_page_on_one_of_two_papers_that_another_names():
    """ "Two documents, among them a memorandum" leaves room for a page on the memorandum."""
    both = signed(n_documents=2, instrument="document"), signed(instrument="memorandum", n_documents=1)
    assert sides("n_documents", *one_page("both", *both), *one_page("single", signed())) == []
