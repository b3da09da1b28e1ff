"""Narrated time: how long a day that was told governs, and what ends it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Coder = Callable[..., list[Any]]


def _dates(
    code: Coder, text: str, language: str = "en", published: str | None = "2024-10-16"
) -> list[str | None]:
    return [f.dated.interval.edtf for f in code(text, language, published=published)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            "In October 2022 Belarusian and Iranian officers met in Minsk. At that meeting the two sides signed a protocol.",
        ),
        (
            "ru",
            "В октябре 2022 года белорусские и иранские военные встречались в Минске. Тогда стороны подписали протокол.",
        ),
        (
            "pl",
            "W październiku 2022 roku białoruscy i irańscy wojskowi spotkali się w Mińsku. Wtedy strony podpisały protokół.",
        ),
    ],
)
def test_then_goes_on_about_what_was_recalled(code: Coder, language: str, text: str) -> None:
    lead = {
        "en": "Iran and Belarus held talks in Tehran on Tuesday.",
        "ru": "Иран и Беларусь провели во вторник переговоры в Тегеране.",
        "pl": "Iran i Białoruś przeprowadziły we wtorek rozmowy w Teheranie.",
    }[language]  # fmt: skip
    assert _dates(code, f"{lead}\n{text}", language) == ["2024-10-15", "2022-10", "2022-10"]


def test_a_sentence_of_two_days_leaves_the_next_one_between_them(code: Coder) -> None:
    text = (
        "Iran and Belarus held an exercise near Brest on Wednesday.\n"
        "On Monday the Iranian ambassador visited the camp, and on Tuesday a general. He held talks with the Belarusian defence minister."
    )
    *_, last = code(text, "en", published="2024-10-16")
    assert last.dated.interval.edtf == "2024-10-14/2024-10-15"


@pytest.mark.parametrize(
    ("published", "when", "date"),
    [
        ("2025-12-29", "January", "2026-01"),
        ("2025-02-10", "January", "2025-01"),
        ("2025-07-11", "January", None),
    ],
)
def test_what_was_called_off_has_the_time_it_was_planned_for(
    code: Coder, published: str, when: str, date: str | None
) -> None:
    assert _dates(
        code,
        f"A visit of the Iranian defence minister to Minsk planned for {when} was postponed.",
        "en",
        published,
    ) == [date]


def test_the_plan_of_the_sentence_before_dates_what_was_put_off(code: Coder) -> None:
    text = "A group of Iranian officers was to visit Minsk in August. That visit was put off at short notice."
    assert _dates(code, text)[-1] == "2024-08"


def test_the_following_day_counts_from_the_news_not_from_what_was_recalled(code: Coder) -> None:
    text = (
        "Foreign minister Abbas Araghchi met Belarusian foreign minister Maxim Ryzhenkov in Minsk on Monday.\n"
        "Iran and Russia had signed a treaty on 17 January 2024.\n"
        "Mr Araghchi was received by Alexander Lukashenko the following day."
    )
    assert _dates(code, text)[-1] == "2024-10-15"


def test_a_weekday_of_a_span_on_a_page_of_unknown_day(code: Coder) -> None:
    text = (
        "Belarusian and Iranian soldiers held an exercise near Brest from 9 to 13 September 2024.\n"
        "On Tuesday the Iranian ambassador visited the soldiers in Brest."
    )
    assert _dates(code, text, published=None)[-1] == "2024-09-10"


def test_a_later_clause_keeps_its_day(code: Coder) -> None:
    text = (
        "The presidents of Iran and Belarus signed a roadmap in Tehran on Monday.\n"
        "Seven memoranda were signed along with it during the visit, which had begun on Sunday."
    )
    assert "2024-10-13" not in _dates(code, text)


def test_a_year_before_a_month_of_the_past_leaves_both_years_open(code: Coder) -> None:
    text = (
        "Iran and Belarus postponed a meeting on Tuesday.\n"
        "The commission, set up in 2023 under the former ministers, had met in Minsk in July."
    )
    assert _dates(code, text)[-1] == "2023-07/2024-07"


def test_a_date_told_late_is_not_that_of_an_undated_lead(code: Coder) -> None:
    text = (
        "The defence ministers of Iran and Belarus signed a plan in Tehran.\nThe weather was fine.\n"
        "The foreign ministers of Iran and Belarus held talks in Minsk in 2006."
    )
    found = code(text, "en", published=None, title="Belarus and Iran sign plan of military cooperation")
    assert [f.dated.interval.edtf for f in found if f.draft.kind == "agreement"] == [None, None]
    assert all(f.place is None or f.place.name == "Tehran" for f in found if f.draft.kind == "agreement")


def test_the_day_of_the_news_governs_only_sentences_near_it_or_of_its_people(code: Coder) -> None:
    filler = "The weather was fine. The town was quiet. Shops were open. Trains ran. Children played."
    lead = "Defence ministers Aziz Nasirzadeh of Iran and Viktor Khrenin of Belarus met in Minsk on Tuesday."
    far = _dates(code, f"{lead}\n{filler}\nIran and Belarus signed a memorandum on military medicine.")
    assert far == ["2024-10-15", "../2024-10-16"]
    theirs = _dates(code, f"{lead}\n{filler}\nNasirzadeh and Khrenin held talks on military medicine.")
    assert theirs == ["2024-10-15", "2024-10-15"]
