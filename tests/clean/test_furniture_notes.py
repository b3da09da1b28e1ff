"""Footnotes, rates and last sentences with an agency's mark: what is cut and what stays, in texts of our own."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from growth import assert_linear

from helpers.clean.furniture import clean_text
from helpers.clean.furniture_characters import BREAK
from helpers.clean.furniture_lines import split_page

BODY = [
    "The two harbour towns signed a paper on Monday under which they will share the cost of dredging the channel for ten years.",
    "The mayors said after the ceremony that work is to begin in spring and that no ship will have to wait longer than today.",
    "Fishermen had asked for a survey of the sea bed before any work begins, which both councils promised to pay for.",
]
TITLE = "Harbour towns share the cost of dredging"


def page(*lines: str) -> str:
    return "\n".join(
        ["Home", "Sport", "Weather", TITLE, "12 May 2021", *lines, "Related stories", "Rain is coming"]
    )


@pytest.mark.parametrize(
    "heading", ["Notes", "Anmerkungen", "Przypisy", "Примечания", "Dipnotlar", "پی‌نوشت", "Išnašos"]
)
def test_numbered_lines_below_a_heading_over_notes_go(heading: str) -> None:
    text = page(
        *BODY,
        heading,
        "1. See the report of the harbour council.",
        "2. Interview with a pilot, harbour office.",
    )
    assert clean_text(text).split("\n") == [TITLE, *BODY]


def test_notes_go_whose_marks_stand_in_the_article() -> None:
    marked = [BODY[0], BODY[1].replace("ceremony", "ceremony [1]"), BODY[2]]
    text = page(
        *marked, "[1] The ceremony was held in the old customs house.", "[2] The survey has no date yet."
    )
    assert clean_text(text).split("\n") == [TITLE, *marked]


def test_a_numbered_list_of_the_article_stays() -> None:
    papers = [
        "1. A memorandum on dredging the channel.",
        "2. A protocol on the wages of pilots.",
        "3. A plan of exercises at sea.",
    ]
    text = page(*BODY, "The towns signed these papers:", *papers)
    assert clean_text(text).split("\n")[-3:] == papers


@pytest.mark.parametrize("mark", ["PAP", "DHA", "dpa/Reuters", "БелТА"])
def test_the_last_sentence_with_an_agencys_mark_stays(mark: str) -> None:
    end = f"The delegation leaves tomorrow. ({mark})"
    assert clean_text(page(*BODY, end)).split("\n")[-1] == end


@pytest.mark.parametrize(
    "rates",
    ["DOLLAR 38.96  EURO 44.12  GOLD 4.180,5", "Minsk +5°  Tehran +21°", "BIST 9.350 USD 38,96 EUR 44,12"],
)
def test_rates_and_weather_go(rates: str) -> None:
    short = ["The towns signed.", "Work begins in May.", "No ship waits.", "Both councils pay."]
    assert rates not in clean_text("\n".join([rates, TITLE, *short])).split("\n")
    assert rates not in clean_text(page(*BODY[:2], rates, BODY[2])).split("\n")


def test_marks_and_figures_take_linear_time() -> None:
    def prepare(n: int) -> Callable[[], object]:
        text = page(*BODY, *[f"{'1.1,' * 27}x{i}" for i in range(n)], *[f"[{i}] Note." for i in range(1, n)])
        return lambda: clean_text(text)

    assert_linear(prepare, 100)


def test_parts_of_a_text_end_with_its_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    text = page(*BODY, "Ёлка №5 — 12.05.2021, 14:20", "漢字かな交じり文。", "😀 emoji (1)") * 3
    whole = split_page(text)
    monkeypatch.setattr("helpers.clean.furniture_parts._PART", 40)
    parts = split_page(text)
    assert whole is not None
    assert parts is not None
    for name in ("start", "end", "words", "width", "dated", "block", "kinds", "lowered"):
        assert (getattr(whole, name) == getattr(parts, name)).all(), name
    assert (whole.counts[BREAK + 1 :] == parts.counts[BREAK + 1 :]).all()
    for name in ("word", "length", "stem"):
        assert (getattr(whole.whole, name) == getattr(parts.whole, name)).all(), name
