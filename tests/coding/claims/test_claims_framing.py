"""The year a story is in: months without a year behind an older year, days counted from others, days of denials."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Coder = Callable[..., list[Any]]
LEAD = "Iran and Belarus held talks in Tehran on Tuesday."


def dates(code: Coder, text: str, language: str = "en", published: str = "2024-10-16") -> list[str | None]:
    return [f.dated.interval.edtf for f in code(text, language, published=published)]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("In January 2007 the ministers met in Minsk. In May they signed a protocol.", "2007-05/2024-05"),
        ("In June 2023 the ministers met in Minsk. In May they signed a protocol.", "2024-05"),
        ("In January 2007 the ministers met in Minsk. In May this year they signed a protocol.", "2024-05"),
        ("In spring 2007 the ministers met in Minsk.\nThe previous November they had signed a protocol.", "2006-11"),
        ("In spring 2007 the ministers met in Minsk.\nLast November they signed a protocol.", "2023-11"),
    ],
)  # fmt: skip
def test_months_behind_an_older_year(code: Coder, text: str, date: str) -> None:
    assert dates(code, f"{LEAD}\n{text}")[-1] == date


def test_a_month_far_behind_an_older_year_is_of_the_page(code: Coder) -> None:
    older = "In January 2007 the ministers met in Minsk."
    rest = "Trade between the two countries is small. It has grown since. In May they signed a protocol."
    assert dates(code, f"{LEAD}\n{older} {rest}")[-1] == "2024-05"
    assert dates(code, f"{LEAD}\n{older}\nIn May they signed a protocol.")[-1] == "2024-05"


def test_last_autumn_is_never_the_next(code: Coder) -> None:
    text = "A visit that the Belarusian minister was to pay to Tehran last autumn was put off."
    assert dates(code, text, published="2024-05-09")[-1] == "2023-09/2023-11"


def test_the_day_after_a_monday_is_no_monday(code: Coder) -> None:
    text = "Il giorno dopo l'arrivo, avvenuto lunedì, i ministri dell'Iran e della Bielorussia hanno firmato un protocollo."
    assert dates(code, text, "it")[-1] is None


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The ministry in Minsk on Wednesday denied that Belarus had signed a contract on drones with Iran."),
        ("de", "Das Ministerium in Minsk hat am Mittwoch Berichte dementiert, wonach mit dem Iran ein Vertrag über Drohnen unterzeichnet worden sei."),
        ("fr", "Le ministère à Minsk a démenti mercredi que la Biélorussie ait signé un contrat de drones avec l'Iran."),
    ],
)  # fmt: skip
def test_the_day_of_a_denial_is_not_the_day_of_what_is_denied(code: Coder, language: str, text: str) -> None:
    found = code(text, language, published="2024-10-17")
    assert [(f.draft.judgement.status, f.dated.interval.edtf) for f in found] == [("denied", None)]


def test_reported_a_week_ago_is_not_of_the_last_days(code: Coder) -> None:
    """The week before may end within the days that an undated lead tells of; what was said in it lies before."""
    text = "A week ago the Iranian press reported that Belarus and Iran had held talks in Minsk."
    [date] = dates(code, text)
    assert date is None or not date.startswith("2024-10-1")


def test_a_saying_between_commas_leaves_the_time_to_the_plan(code: Coder) -> None:
    text = "Im August soll, so heißt es in Minsk und Teheran, Präsident Massud Peseschkian nach Minsk reisen."
    assert dates(code, text, "de", "2025-05-23") == ["2025-08"]


def test_what_is_spoken_of_at_talks_does_not_date_them(code: Coder) -> None:
    lead = "The foreign ministers of Iran and Belarus spoke by phone on Sunday."
    text = "At the talks, attacks that began on the morning of 13 June were reviewed."
    assert "2025-06-13" not in dates(code, f"{lead}\n{text}", published="2025-06-15")


def test_a_line_of_rates_is_no_lead(code: Coder) -> None:
    rates = "BIST 9.350  DOLAR 38,96"
    news = "Belarus and Iran signed four memorandums of understanding on transport in Minsk."
    assert dates(code, f"{rates}\n{news}", published="2025-05-23") == ["2025-05-20/2025-05-23"]


def test_what_follows_an_older_time_is_not_of_the_news(code: Coder) -> None:
    lead = "The defence ministers of Iran and Belarus signed a protocol in Minsk on Tuesday."
    older = "Trade had reached its peak in June 2007."
    text = "At that time ten documents on oil and banking were signed by Iran and Belarus."
    assert dates(code, f"{lead}\n{older}\n{text}")[-1] != "2024-10-15"


def test_a_paper_under_which_something_will_be_done_keeps_its_day(code: Coder) -> None:
    text = "Iran and Belarus signed a protocol in Tehran on Tuesday under which Belarusian crews will be trained at Iranian academies."
    assert dates(code, text) == ["2024-10-15", None]
