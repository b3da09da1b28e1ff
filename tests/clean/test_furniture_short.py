"""Papers of short sentences, lists of papers signed, tickers: decided by the run of their lines; and their titles."""

from __future__ import annotations

import pytest

from helpers.clean.furniture import classify_lines, clean_text

MENU = ["Harbour Lantern", "Home", "News", "Sport", "Weather", "Contact", "Log in"]
TAIL = ["Share", "Read also", "Gull steals sandwich", "Comments (3)", "Leave a comment", "© Harbour Lantern"]
SHORT = [
    "The ferry sails again.",
    "It was away for nine days.",
    "A gearbox had failed.",
    "Fares stay the same.",
]
TITLE = "Ferry back in service after repair"


def kept(*lines: str) -> list[str]:
    return clean_text("\n".join(lines)).split("\n")


def test_short_sentences_one_a_line_are_the_article() -> None:
    assert kept(*MENU, TITLE, "14 March 2024, 07:45", *SHORT, *TAIL) == [TITLE, *SHORT]


def test_teasers_behind_a_heading_are_not() -> None:
    teasers = ["Mayor speaks on bridge.", "School gets new roof.", "Bakery opens early."]
    assert kept(*MENU, TITLE, "14 March 2024, 07:45", *SHORT, "Read also", *teasers) == [TITLE, *SHORT]
    assert kept(*MENU, TITLE, *SHORT, "Comments (3)", "I was on it.", "So was I.", "Me too.", "Fine.") == [
        TITLE,
        *SHORT,
    ]


def test_a_list_that_a_sentence_opens_is_kept_whole() -> None:
    papers = [
        "The delegations signed the following papers:",
        "– a programme of exchange for 2025 and 2026;",
        "– a protocol on controls;",
        "– a roadmap for freight.",
    ]
    text = [
        *MENU,
        "Papers signed at the close of the session",
        "6 February 2025",
        *SHORT[:2],
        *papers,
        SHORT[3],
    ]
    assert kept(*text, "Print", "Other news", "05.02.2025 Ambassador visits fair")[1:] == [
        *SHORT[:2],
        *papers,
        SHORT[3],
    ]


def test_a_list_of_links_is_not() -> None:
    links = ["* Bridge closed for a week", "* Mayor opens fair", "* School roof repaired"]
    assert kept(*MENU, TITLE, "14 March 2024", *SHORT, "Links:", *links) == [TITLE, *SHORT]


def test_a_live_ticker_is_kept() -> None:
    ticker = [
        "18:40 Water falls. The bridge is open.",
        "17:15 The alarm is over.",
        "15:50 Firemen fill sandbags.",
    ]
    assert (
        kept(*MENU, "Flood on the river, as it happened", "16 May 2023", *ticker, "Refresh", *TAIL)[1:]
        == ticker
    )


def test_agencies_end_marks_do_not_end_the_article_early() -> None:
    last = "The cranes were made in the next town.-0-"
    first = "The river port has got two new cranes, its director told the agency on Thursday at the pier."
    assert kept(*MENU, "Port gets two new cranes", first, last, *TAIL) == [
        "Port gets two new cranes",
        first,
        last,
    ]


@pytest.mark.parametrize(
    "above",
    [
        "di Elisa Marangon",
        "de Sorina Macovei",
        "By Anna Harbour",
        "The lock on Tuesday. Photo: J. Name",
        "News  Sport  Weather  Markets",
    ],
)
def test_credits_captions_and_rows_of_menus_are_no_titles(above: str) -> None:
    lines = [*MENU, "Library of the old port opens", "18 December 2024, 10:05", above, *SHORT, *TAIL]
    text = "\n".join(lines)
    assert [x.span.of(text) for x in classify_lines(text) if x.role == "title"] == [
        "Library of the old port opens"
    ]
    assert above not in kept(*lines)


def test_a_line_that_goes_on_is_no_title() -> None:
    lines = [*MENU, "Address at the graduation of the academy", "Dear cadets,", *SHORT, "Back to list"]
    assert kept(*lines) == ["Address at the graduation of the academy", "Dear cadets,", *SHORT]
