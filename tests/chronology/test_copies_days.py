"""Copies of one text on far-off days: the page that stands apart dates nothing."""

from __future__ import annotations

from typing import Any

from chronology_rows import MEMO, article, claim, contains, knowledge, profile

from helpers.chronology.build import build_chronology

QUOTE = "The ministers signed a memorandum on Saturday."
WHO = {"actors": ["Ashtiani", "Khrenin"], "place": "Tehran", **MEMO}
Copy = tuple[dict[str, Any], dict[str, Any], dict[str, Any]]


def _copy(name: str, published: str, date: str, *, anchor: str = "dct", **fields: Any) -> Copy:
    """A page of one story, its claim, and the expression that dates it, by default read against the page's own day."""
    page = article(name, published=published, story_id="sty-1")
    told = {"quote": QUOTE, "date": date, "date_span": [33, 44], **WHO} | fields
    own = claim(page, told.pop("quote"), **told)
    timex = {
        "article_id": page["article_id"], "start": 33, "end": 44, "anchor": anchor, "surface": "on Saturday",
        "value": date, "rule": "weekday",
    }  # fmt: skip
    return page, own, timex


def _events(*copies: Copy) -> list[dict[str, Any]]:
    pages, claims, timexes = zip(*copies, strict=True)
    built = build_chronology(pages, claims, timexes=timexes, profile=profile(), knowledge=knowledge())
    return sorted(built.events, key=lambda e: str(e["date_edtf"]))


RIGHT = (_copy("a", "2023-07-30", "2023-07-29"), _copy("b", "2023-07-31", "2023-07-29"))


def test_page_a_year_off_takes_the_date_of_the_other_copies() -> None:
    [event] = _events(*RIGHT, _copy("odd", "2022-07-30", "2022-07-30"))
    assert event["date_edtf"] == "2023-07-29" and event["n_articles"] == 3
    assert event["contradictions"] == []


def test_two_copies_that_disagree_date_nothing() -> None:
    for event in _events(RIGHT[0], _copy("odd", "2022-07-30", "2022-07-30")):
        assert contains(event, "2023-07-29") and contains(event, "2022-07-30")


def test_dates_with_their_year_stay() -> None:
    odd = _copy("odd", "2022-07-30", "2022-07-16", anchor="")
    assert [e["date_edtf"] for e in _events(*RIGHT, odd)] == ["2022-07-16", "2023-07-29"]


def test_pages_of_one_story_that_say_it_in_other_words_are_no_copies() -> None:
    own = _copy("odd", "2022-07-30", "2022-07-30", quote="On Saturday a memorandum was signed.")
    assert [e["date_edtf"] for e in _events(*RIGHT, own)] == ["2022-07-30", "2023-07-29"]


def test_copies_a_few_days_apart_are_believed() -> None:
    late = _copy("late", "2023-08-04", "2023-07-29")
    [event] = _events(*RIGHT, late)
    assert event["date_edtf"] == "2023-07-29"
