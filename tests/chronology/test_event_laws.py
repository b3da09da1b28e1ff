"""Laws of joining over invented corpora: order, completeness, the reference layer, bounded work."""

from __future__ import annotations

import random
from typing import Any

import pytest
from chronology_rows import article, claim, knowledge, profile
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers.chronology.build import build_chronology
from helpers.chronology.features import Features
from helpers.chronology.likeness import Comparer, Likeness

PEOPLE = st.lists(
    st.sampled_from(["Ashtiani", "Khrenin", "Raisi", "Lukashenko", "Pezeshkian", "Nobody"]), max_size=2
)
DATES = st.sampled_from(
    [
        None,
        "2023",
        "2023-03",
        "2023-07-31",
        "2023-08-01",
        "../2023-09-25",
        "2025-08-20",
        "2025-08-18/2025-08-21",
    ]
)


@st.composite
def corpora(draw: st.DrawFn) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    articles, claims = [], []
    for i in range(draw(st.integers(1, 5))):
        page = article(f"p{i}", published=draw(st.sampled_from([None, "2025-08-21", "../2023-09-25"])))
        articles.append(page)
        for j in range(draw(st.integers(0, 3))):
            status = draw(st.sampled_from(["signed", "planned", "denied", "agreed"]))
            polarity = (
                "negated"
                if status == "denied"
                else draw(st.sampled_from(["asserted", "historical", "future"]))
            )
            claims.append(
                claim(page, f"q{i}.{j}", start=100 * j, status=status, polarity=polarity, date=draw(DATES),
                      role=draw(st.sampled_from(["title", "lead", "body"])), actors=draw(PEOPLE),
                      place=draw(st.sampled_from([None, "Minsk", "Tehran"])), weekday=draw(st.sampled_from([None, 1])),
                      instrument=draw(st.sampled_from([None, "memorandum", "roadmap", "documents"])),
                      n_documents=draw(st.sampled_from([None, 1, 8, 13])), defence=draw(st.sampled_from(["yes", "no"])))
            )  # fmt: skip
    return articles, claims


@settings(deadline=None, max_examples=60)
@given(corpora(), st.integers(0, 10**6))
def test_result_depends_on_the_set_of_rows_alone(
    corpus: tuple[list[dict[str, Any]], list[dict[str, Any]]], seed: int
) -> None:
    articles, claims = corpus
    first = build_chronology(articles, claims, profile=profile(), knowledge=knowledge())
    mixed_articles, mixed_claims = list(articles), list(claims)
    random.Random(seed).shuffle(mixed_articles)
    random.Random(seed).shuffle(mixed_claims)
    assert build_chronology(mixed_articles, mixed_claims, profile=profile(), knowledge=knowledge()) == first


@settings(deadline=None, max_examples=60)
@given(corpora())
def test_every_claim_is_in_one_event_and_every_event_charted_or_explained(
    corpus: tuple[list[dict[str, Any]], list[dict[str, Any]]],
) -> None:
    articles, claims = corpus
    result = build_chronology(articles, claims, profile=profile(), knowledge=knowledge())
    held = [c for e in result.events for c in e["claim_ids"]]
    assert sorted(held) == sorted(c["claim_id"] for c in claims)
    for event in result.events:
        assert (event["milestone_id"] is None) == (event["left_out_by"] is not None)
        assert event["n_origins"] == len(event["origins"]) >= 1
    ids = [m["milestone_id"] for m in result.milestones]
    assert len(set(ids)) == len(ids)
    with_claims = {c["article_id"] for c in claims}
    assert set(result.without_claims) == {a["article_id"] for a in articles} - with_claims


@settings(deadline=None, max_examples=40)
@given(corpora())
def test_reference_layer_changes_two_columns_only(
    corpus: tuple[list[dict[str, Any]], list[dict[str, Any]]],
) -> None:
    from helpers.chronology.reference import load_reference

    articles, claims = corpus
    without = build_chronology(articles, claims, profile=profile(), knowledge=knowledge())
    beside = build_chronology(
        articles, claims, profile=profile(), knowledge=knowledge(), reference=load_reference()
    )
    blank = {"reference_id": None, "reference_date": None}
    assert [m | blank for m in beside.milestones] == list(without.milestones)
    assert (beside.events, beside.contradictions) == (without.events, without.contradictions)


@pytest.mark.parametrize("crowd", ["undated", "one minister", "one day"])
def test_work_for_each_account_is_bounded(monkeypatch: pytest.MonkeyPatch, crowd: str) -> None:
    """However many pages say the same vague thing, each is compared with a bounded number of events."""
    calls = 0
    compare = Comparer.compare

    def counted(self: Comparer, a: Features, b: Features) -> Likeness:
        nonlocal calls
        calls += 1
        return compare(self, a, b)

    monkeypatch.setattr(Comparer, "compare", counted)
    fields: dict[str, Any] = {
        "undated": {},
        "one minister": {"actors": ["Khrenin"], "instrument": "protocol"},
        "one day": {"date": "2025-01-01"},
    }[crowd]
    pages = [article(f"p{i}") for i in range(1200)]
    claims = [
        claim(p, f"q{i}", **fields | ({"actors": [f"Somebody {i}"]} if crowd == "one day" else {}))
        for i, p in enumerate(pages)
    ]
    result = build_chronology(pages, claims, profile=profile(), knowledge=knowledge())
    assert calls < 250 * len(claims)
    if crowd != "one day":
        assert len(result.milestones) == 1, "the first stands for all that cannot be told apart from it"
