"""Entries of live pages under heads with a clock time are kept; lists of other stories with their times are not."""

from __future__ import annotations

import pytest
from page_frames import make_page

from helpers.clean.articles import clean_page

LEAD = """HARBOUR LANTERN
Live  Town  World  Sport  Subscribe

Live: the second day of the storm in the harbour towns
14 March 2024

All that happens, in one place. The text is being continued.

"""
ENTRIES = [
    ("18:42 | The ferry stays in port", "The harbour office said on Thursday that the ferry would not leave before the wind falls below eight."),
    ("17:05 | The mayor calls her colleague", "The mayor told the head of the other town by telephone today about the damage on the long pier."),
    ("15:50 – No meeting", "The council that was to gather in the old customs house on Tuesday will not gather, the town hall wrote."),
    ("14:20 | A warning", "The weather office warned that the second front would reach the bay in the early morning hours."),
    ("11:15 | Bread", "Three bakeries of the old town stayed open through the night and gave bread to the crews of the ships."),
]  # fmt: skip
FOOT = "\nShow earlier (36)\nSign in to comment\nMost read: The bridge opens in May\n"


def kept(text: str) -> str:
    article = clean_page(make_page(text))
    return "\n".join(p.span.of(article.page.text) for p in article.passages)


@pytest.mark.parametrize("between", ["", "ADVERTISEMENT\n\n"])
def test_entries_are_kept_with_their_heads(between: str) -> None:
    told = [f"{head}\n{text}\n\n" for head, text in ENTRIES]
    found = kept(LEAD + "".join(told[:3]) + between + "".join(told[3:]) + FOOT)
    for head, text in ENTRIES:
        assert head in found and text in found
    assert "Most read" not in found and "Sign in" not in found


def test_a_list_of_other_stories_with_their_times_is_not() -> None:
    article = LEAD + "".join(f"{text}\n\n" for _, text in ENTRIES[:3])
    others = "Latest\n18:42 Two swans in the lock\n17:05 The choir sings on Friday\n15:50 Rain until noon\n"
    found = kept(article + others + FOOT)
    assert ENTRIES[0][1] in found and "swans" not in found and "choir" not in found


def test_times_may_turn_round_at_midnight() -> None:
    heads = [
        "01:10 | A quiet night",
        "00:05 | Two boats are missing",
        "23:40 | The wind turns",
        "22:15 | Lights out",
    ]
    told = zip(heads, (text for _, text in ENTRIES), strict=False)
    found = kept(LEAD + "".join(f"{head}\n{text}\n\n" for head, text in told) + FOOT)
    assert all(head in found for head in heads)
