"""A month that no word puts ahead dates no plan for most of a year to come: it is of something else in the sentence."""

from __future__ import annotations

from coded_text import Coder


def test_a_month_long_gone_by_is_not_next_years(code: Coder) -> None:
    text = "Irano ir Baltarusijos prezidentų rugpjūtį duotas pažadas parengti sutartį taip ir lieka pažadu: ji bus rengiama."
    for told in code(text, "lt", published="2025-11-26"):
        latest = told.dated.interval.latest
        assert latest is None or latest.isoformat() < "2026-06"


def test_a_month_soon_to_come_is_next_years(code: Coder) -> None:
    (told,) = code(
        "The defence ministers of Iran and Belarus will meet in Minsk in March.", "en", published="2025-11-26"
    )
    assert told.dated.interval.edtf == "2026-03"
