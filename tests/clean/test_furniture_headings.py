"""Headings that blank lines set off, entries of live pages, diaries and chronologies."""

from __future__ import annotations

from helpers.clean.furniture import clean_text

HEAD = ["Harbour Lantern", "News | Sport | Tides | Contact", ""]
TITLE = "What the council decided about the bridge"
LONG = [
    "The council of the small town approved the plan for a new bridge on Tuesday, its speaker told the local paper.",
    "The old bridge was closed in March after an inspector found cracks in two of its pillars, and the bus has gone round since.",
    "The loan is to be paid back within twenty years, from the tolls of lorries alone, the treasurer explained.",
]


def kept(*lines: str) -> list[str]:
    return clean_text("\n".join(lines)).split("\n")


def test_a_few_words_set_off_between_sentences_are_a_heading() -> None:
    body = [LONG[0], "", "The vote", "", LONG[1], "", "Why now", "", LONG[2]]
    assert kept(*HEAD, TITLE, "", *body, "", "Share") == [TITLE, *(line for line in body if line)]


def test_the_first_heading_stands_above_the_first_sentence() -> None:
    body = ["In short", "", LONG[0], "", "The vote", "", LONG[1], "", LONG[2]]
    assert kept(*HEAD, TITLE, "12 March 2024, 10:15", "", *body) == [TITLE, *(line for line in body if line)]
    # alone it may as well be a section
    assert "In short" not in kept(*HEAD, TITLE, "12 March 2024, 10:15", "", "In short", "", *LONG)


def test_advertisements_and_downloads_are_no_headings() -> None:
    for line in ("Advertisement", "Download the plan (PDF)"):
        assert line not in kept(*HEAD, TITLE, "", LONG[0], "", line, "", LONG[1], "", LONG[2])


def test_days_of_a_diary_are_headings_of_what_stands_below_them() -> None:
    body = [
        "",
        "MONDAY 4",
        "9.30, town hall: the council meets.",
        "",
        "TUESDAY 5",
        "The minister visits the yard.",
    ]
    wanted = [TITLE, LONG[0], *(line for line in body if line)]
    assert kept(*HEAD, TITLE, "", LONG[0], *body, "", "Share") == wanted


def test_entries_of_a_live_page_are_kept_with_their_headings() -> None:
    entries = [
        "18:12", "That is all from us", "We close this page now, and thank you for staying with us.", "Share",
        "16:55", "Power is back", "The operator says that the last lamp is on again.", "Share",
        "15:30", "A log in the gate", "A trunk has jammed the gate, and divers will cut it tonight.", "Share",
    ]  # fmt: skip
    wanted = [line for line in entries if line != "Share" and ":" not in line]
    first = "Two gates stuck open shortly before high water, the harbour said."
    assert kept(*HEAD, TITLE, "12 March 2024", first, *entries, "Comments (3)") == [TITLE, first, *wanted]


def test_a_live_ticker_goes_on_behind_an_advertisement() -> None:
    entries = [
        "+++ 19:40 +++ We close here.",
        "+++ 18:05 +++ The gate is shut.",
        "+++ 17:30 +++ The tide is in.",
    ]
    text = [*HEAD, TITLE, "", LONG[0], *entries[:2], "Advertisement", entries[2], "Share"]
    assert kept(*text) == [TITLE, LONG[0], *entries]


def test_short_entries_of_a_chronology_are_kept() -> None:
    entries = ["1861. The first tower is built of wood.", "12 July 1883. The first light.", "1919. There is no oil and no light.",
               "May 1956. The tower is wired."]  # fmt: skip
    assert kept(*HEAD, TITLE, "", LONG[0], "", *entries, "", "Share") == [TITLE, LONG[0], *entries]
