"""A site's name on the first line of a page, told from menus, sections and kickers."""

from __future__ import annotations

import pytest
from page_frames import make_page

from helpers.clean.articles import clean_page

ENGLISH = [
    "The council of the small town approved the plan for a new bridge on Tuesday, its speaker told the local paper.",
    "Work begins in May.",
    "The mayor will speak on Friday.",
]
POLISH = [
    "Rada małego miasta zatwierdziła we wtorek plan budowy nowego mostu, powiedział rzecznik miejscowej gazecie.",
    "Prace rozpoczną się w maju.",
    "Burmistrz zabierze głos w piątek.",
]


@pytest.mark.parametrize(
    ("above", "title", "body", "below", "outlet"),
    [
        (["Harbour Lantern", "Home World Sport"], "Council approves a bridge over the river", ENGLISH, [], "Harbour Lantern"),
        (["Harbour Lantern — Stories from the coast", "Menu"], "Council approves a bridge over the river", ENGLISH, [], "Harbour Lantern"),
        (["Harbour Lantern", "Menu"], "Council approves a bridge over the river", ENGLISH, ["© Harbour Lantern Publishing"], "Harbour Lantern"),
        (["Harbour Lantern", "Menu"], "Council approves a bridge over the river", ENGLISH, ["© Reuters 2024"], "Reuters"),
        (["Latarnia Nadmorska"], "Most nad rzeką", POLISH, [], "Latarnia Nadmorska"),
        (["Latarnia", "12 marca 2021"], "Rada zatwierdza budowę mostu", POLISH, ["Polecane"], "Latarnia"),
        (["Home World Sport", "Menu"], "Council approves a bridge over the river", ENGLISH, [], None),
        (["World"], "Council approves a bridge over the river", ENGLISH, [], None),
        (["Middle East", "Home World Sport"], "Council approves a bridge over the river", ENGLISH, [], None),
        (["The Bridge", "Menu"], "Council approves a bridge over the river", ENGLISH, [], None),
        (["Sign in", "Menu"], "Council approves a bridge over the river", ENGLISH, [], None),
        (["Kraj Świat Sport"], "Rada zatwierdza budowę mostu", POLISH, [], None),
    ],
)  # fmt: skip
def test_the_name_at_the_top(
    above: list[str], title: str, body: list[str], below: list[str], outlet: str | None
) -> None:
    text = "\n".join([*above, "", title, "12 March 2021, 10:15", "", *body, "Share", *below])
    assert clean_page(make_page(text)).outlet == outlet
