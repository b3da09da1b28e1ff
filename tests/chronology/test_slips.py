"""One signing told of two days: pages of one occasion that each tell one signing only contradict each other."""

from __future__ import annotations

from typing import Any

import pytest
from chronology_rows import article, build, claim, events

VISIT: dict[str, Any] = {
    "kind": "consultation", "status": "discussed", "actors": ["Khrenin", "Ashtiani"], "place": "Tehran",
    "date": "2023-07-30", "rules": ["trigger.visit.past:"],
}  # fmt: skip
PASSED: dict[str, Any] = {
    "status": "ratified",
    "instrument": "agreement",
    "n_documents": 1,
    "date": "2023-07-30",
}
PROTOCOL: dict[str, Any] = {"instrument": "protocol", "n_documents": 1, "defence": "yes"}
RECALLED: dict[str, Any] = {
    "instrument": "agreement",
    "n_documents": 1,
    "polarity": "historical",
    "place": "Minsk",
}


def signings(
    first: dict[str, Any], second: dict[str, Any], *more: dict[str, Any], news: dict[str, Any] = VISIT
) -> list[list[str]]:
    """The contradictions of each signing that two pages of the same news tell; the second page tells `more` as well."""
    one, other = article("one", published="2023-08-01"), article("other", published="2023-08-02")
    rows = [(one, claim(one, "The news.", **news)), (other, claim(other, "The same news.", **news))]
    rows.append((one, claim(one, "A paper.", start=400, **first)))
    for n, fields in enumerate((second, *more)):
        rows.append((other, claim(other, f"Paper {n}.", start=400 + 400 * n, **fields)))
    return sorted(e["contradictions"] for e in events(build(*rows)) if e["status"] == "signed")


def test_the_one_signing_of_a_visit_told_of_two_days() -> None:
    assert signings(PROTOCOL | {"date": "2023-07-30"}, PROTOCOL | {"date": "2023-07-31"}) == [["date"]]


def test_one_paper_or_two_and_of_which_day() -> None:
    two = {"instrument": "agreement", "n_documents": 2, "date": "2023-07-31", "defence": "yes"}
    assert signings(PROTOCOL | {"date": "2023-07-30"}, two) == [["date", "n_documents"]]


@pytest.mark.parametrize(
    ("second", "more"),
    [
        ({"date": "2023-08-05"}, []),  # not within days
        ({"date": "2023-07-31", "instrument": "roadmap"}, []),  # another paper
        ({"date": "2023-07-31", "place": "Minsk"}, []),  # elsewhere
        (
            {"date": "2023-07-31"},
            [PROTOCOL | {"date": "2023-08-01", "place": "Isfahan"}],
        ),  # a page that tells of two
    ],
)
def test_other_signings_stay_apart(second: dict[str, Any], more: list[dict[str, Any]]) -> None:
    first = PROTOCOL | {"date": "2023-07-30", "place": "Tehran"}
    assert all(not c for c in signings(first, PROTOCOL | second, *more))


def test_pages_of_other_news_stay_apart() -> None:
    one, other = article("one", published="2023-08-01"), article("other", published="2023-08-02")
    rows = [
        (page, claim(page, "A paper.", **PROTOCOL | {"date": date}))
        for page, date in ((one, "2023-07-30"), (other, "2023-07-31"))
    ]
    assert [e["contradictions"] for e in events(build(*rows))] == [[], []]


@pytest.mark.parametrize(
    ("second", "found"),
    [
        ({"date": "2017-12"}, [["date"]]),
        ({"date": "2017-11"}, [[], []]),
        ({"date": "2019-12"}, [[], []]),
        ({"date": "2017-12", "place": "Tehran"}, [[], []]),
    ],
)
def test_what_was_ratified_was_signed_in_one_year(second: dict[str, Any], found: list[list[str]]) -> None:
    assert signings(RECALLED | {"date": "2016-12"}, RECALLED | second, news=PASSED) == found
