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
        (["Latarnia nadmorska", "Kronika | Praca | Galeria | Redakcja"], "Rada zatwierdza budowę mostu", POLISH, [], "Latarnia nadmorska"),
        (["Latarnia nadmorska", "pismo rybaków i żeglarzy", "Kronika   Praca   Galeria   Redakcja"], "Rada zatwierdza budowę mostu", POLISH, [], "Latarnia nadmorska"),
        (["Most i rada", "Kronika :: Praca :: Galeria"], "Rada zatwierdza budowę mostu", POLISH, [], "Most i rada"),
        (["Harbour Lantern", "Log in | Subscribe | Letters"], "Harbour council approves a bridge", ENGLISH, [], "Harbour Lantern"),
        (["Letters | Tides | Crews", "Boats | Nets | Sails"], "Council approves a bridge over the river", ENGLISH, [], None),
        (["Latest news", "Tides | Crews | Boats"], "Council approves a bridge over the river", ENGLISH, [], None),
        (["Home World Sport", "Menu"], "Council approves a bridge over the river", ENGLISH, [], None),
        (["World"], "Council approves a bridge over the river", ENGLISH, [], None),
        (["Middle East", "Home World Sport"], "Council approves a bridge over the river", ENGLISH, [], None),
        (["The Bridge", "Menu"], "Council approves a bridge over the river", ENGLISH, [], None),
        (["Sign in", "Menu"], "Council approves a bridge over the river", ENGLISH, [], None),
        (["Letters", "Tides", "Crews", "Boats"], "Council approves a bridge over the river", ENGLISH, ["Letters", "Tides", "Crews", "Boats"], None),
        (["Letters", "Tides", "Crews", "Boats"], "Council approves a bridge over the river", ENGLISH, ["Tides", "© 2021 Harbour Lantern"], "Harbour Lantern"),
        (["Piątek, 12 marca 2021 | Gdynia +3 °C", "Latarnia nadmorska", "Kronika  Praca  Galeria"], "Rada zatwierdza budowę mostu", POLISH, [], "Latarnia nadmorska"),
        (["Letters", "Tides", "Harbour Lantern", "Boats"], "Council approves a bridge over the river", ENGLISH, ["https://harbourlantern.example/bridge"], "Harbour Lantern"),
        (["Fish market", "Tides", "Facebook", "Boats"], "Council approves a bridge over the river", ENGLISH, ["https://facebook.com/bridge"], None),
        (["Embassy of the Republic of Vareland in Aurelia", "Home | Visas | News"], "Council approves a bridge over the river", ENGLISH, ["© Ministry of Foreign Affairs"], "Embassy of the Republic of Vareland in Aurelia"),
        (["Instytut Studiów Przymorskich", "PL", "EN", "Badania"], "Rada zatwierdza budowę mostu", POLISH, [], "Instytut Studiów Przymorskich"),
        (["Ministry of Bridges"], "Ministry of Bridges", ENGLISH, [], None),
        (["Harbour Lantern", "the paper of the coast since 1861", "Log in   Subscribe", "Letters | Tides | Crews"], "Council approves a bridge over the river", ENGLISH, [], "Harbour Lantern"),
        (["Harbour Lantern Archive", "Letters | Tides | Crews"], "Council approves a bridge over the river", ENGLISH, ["Cite this page as: Harbour Lantern, Council approves a bridge."], "Harbour Lantern"),
        (["Latarnia dziś", "Kronika | Praca | Galeria"], "Rada zatwierdza budowę mostu", POLISH, [], "Latarnia dziś"),
        (["Latarnia24", "Kronika | Praca | Galeria"], "Rada zatwierdza budowę mostu", POLISH, [], "Latarnia24"),
        (["LATARNIA DWA | Kronika | Praca | Galeria"], "Rada zatwierdza budowę mostu", POLISH, ["Jak pisze LATARNIA DWA"], "LATARNIA DWA"),
        (["https://www.przegladlodzki.example/2021/03/12/most/", "Przegląd Łódzki", "Kronika"], "Rada zatwierdza budowę mostu", POLISH, [], "Przegląd Łódzki"),
        (["Kronika", "Przegląd Łódzki", "Praca"], "Rada zatwierdza budowę mostu", POLISH, ["Napisz: biuro@przegladlodzki.example"], "Przegląd Łódzki"),
        (["Menu", "Szukaj"], "Rada zatwierdza budowę mostu", POLISH, ["Przegląd Łódzki, 2020–2024"], "Przegląd Łódzki"),
        (["Wiatr od Morza", "Tygodnik mieszkańców wybrzeża", "Kronika"], "Rada zatwierdza budowę mostu", POLISH, [], "Wiatr od Morza"),
        (["Kraj Świat Sport"], "Rada zatwierdza budowę mostu", POLISH, [], None),
    ],
)  # fmt: skip
def test_the_name_at_the_top(
    above: list[str], title: str, body: list[str], below: list[str], outlet: str | None
) -> None:
    text = "\n".join([*above, "", title, "12 March 2021, 10:15", "", *body, "Share", *below])
    assert clean_page(make_page(text)).outlet == outlet


def test_credits_on_rows_of_their_own() -> None:
    """Agencies beside initials, an editor's row or the day; not beside a picture, an account or another page's title."""
    for row, expected in (
        ("Redakcja z PAP", ("PAP",)),
        ("PAP, oprac. mk", ("PAP",)),
        ("(AFP) 12 marca 2021, 10:15", ("AFP",)),
        ("Fot. PAP", ()),
        ("PAP na Telegramie", ()),
        ("PAP otwiera nową siedzibę nad rzeką i zaprasza wszystkich czytelników.", ()),
    ):
        text = "\n".join(
            ["Latarnia", "Kronika | Praca | Galeria", "", "Rada zatwierdza budowę mostu", row, "", *POLISH]
        )
        assert clean_page(make_page(text)).cites == expected, row
