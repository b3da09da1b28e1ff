"""A lone page a year beside what several pages tell alike."""

from __future__ import annotations

from typing import Any

from chronology_rows import article, build, claim

MET = {
    "kind": "consultation",
    "status": "discussed",
    "instrument": None,
    "n_documents": None,
    "place": "Minsk",
}
WHO = ["Ryzhenkov", "Araghchi"]


def _page(name: str, date: str, **fields: Any) -> tuple[dict[str, Any], dict[str, Any]]:
    page = article(name, published=date)
    told = {
        **MET,
        "actors": WHO,
        "date_basis": "weekday expression",
        "rules": ["trigger.meet.past:met"],
    } | fields
    return page, claim(page, f"quote of {name}", date=date, **told)


TOLD = (_page("a", "2025-02-13"), _page("b", "2025-02-13"))


def _left_out(*told: tuple[dict[str, Any], dict[str, Any]], date: str) -> str | None:
    [event] = [e for e in build(*told).events if e["date_edtf"] == date]
    return event["left_out_by"]  # type: ignore[no-any-return]


def test_a_lone_page_a_year_before_is_left_out_and_says_why() -> None:
    built = build(*TOLD, _page("odd", "2026-02-12"))
    [odd] = [e for e in built.events if e["date_edtf"] == "2026-02-12"]
    assert odd["left_out_by"] == "a year off" and "2025-02-13" in odd["left_out_reason"]
    assert [m["date_edtf"] for m in built.milestones] == ["2025-02-13"]


def test_a_page_that_names_the_year_stays() -> None:
    own = _page("odd", "2026-02-12", date_basis="explicit expression")
    assert _left_out(*TOLD, own, date="2026-02-12") is None


def test_what_two_pages_date_stays() -> None:
    assert _left_out(*TOLD, _page("c", "2026-02-12"), _page("d", "2026-02-12"), date="2026-02-12") is None


def test_another_season_another_place_or_other_people_stay() -> None:
    assert _left_out(*TOLD, _page("odd", "2026-03-12"), date="2026-03-12") is None
    assert _left_out(*TOLD, _page("odd", "2026-02-12", place="Tehran"), date="2026-02-12") is None
    assert _left_out(*TOLD, _page("odd", "2026-02-12", actors=["Ryzhenkov"]), date="2026-02-12") is None


def test_one_page_alone_tells_nothing_against_another() -> None:
    assert _left_out(TOLD[0], _page("odd", "2026-02-12"), date="2026-02-12") is None
