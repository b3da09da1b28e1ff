"""The head of a site above its menu, rows of menus, links with labels, calls to readers."""

from __future__ import annotations

import pytest

from helpers.clean.furniture import classify_lines, clean_text
from helpers.clean.furniture_menus import is_menu

TITLE = "Council approves a bridge over the river"
BODY = [
    "The council of the small town approved the plan for a new bridge on Tuesday, its speaker told the local paper.",
    "Work begins in May.",
    "The mayor will speak on Friday.",
]


def kept(*lines: str) -> list[str]:
    return clean_text("\n".join(lines)).split("\n")


@pytest.mark.parametrize(
    ("row", "menu"),
    [
        ("Accueil / Notes / Cartes / Archives / Qui sommes-nous ?", True),
        ("О газете :: Подписка :: Архив номеров", True),
        ("Главная | Посольство | Двусторонние отношения | Визы | Обращения граждан и организаций", True),
        ("درباره ما - آرشیو - اشتراک - تماس", True),
        ("Boats / nets", False),
        ("Bridge, council and river - what now?", False),
        ("News | 12 March 2024 | Anna Field", False),
    ],
)
def test_rows_of_menus(row: str, menu: bool) -> None:
    assert is_menu(row) == menu


@pytest.mark.parametrize(
    "slogan",
    [
        "The council's own paper, printed on Tuesdays",
        "Bridge Research Centre",
        "tales of a small town and its bridge",
    ],
)
def test_a_slogan_above_the_menu_is_no_headline(slogan: str) -> None:
    assert kept("Harbour Lantern", slogan, "News | Sport | Tides", "", TITLE, "", *BODY) == [TITLE, *BODY]


def test_links_to_share_by_may_stand_under_a_headline() -> None:
    lines = [TITLE, "Facebook | Twitter | WhatsApp", "What the plan says about the tolls", *BODY]
    title = next(line for line in classify_lines("\n".join(lines)) if line.role == "title")
    assert title.span.of("\n".join(lines)) == TITLE


def test_a_link_with_a_label_is_cut_however_like_a_sentence_it_is() -> None:
    link = "Read also: The locks stay closed until the spring, and nobody in the town hall knows who will pay for them."
    assert kept("Harbour Lantern", "News | Sport | Tides", TITLE, BODY[0], link, *BODY[1:]) == [TITLE, *BODY]


@pytest.mark.parametrize(
    "call",
    [
        "Do you have a photo of the bridge? Post it on our website.",
        "Haben Sie ein Foto? Mailen Sie es an die Redaktion.",
        "Masz zdjęcie mostu? Wyślij je na adres redakcji.",
        "Заметили ошибку? Напишите в редакцию!",
    ],
)
def test_what_asks_the_readers_at_the_end_is_cut(call: str) -> None:
    assert kept("Harbour Lantern", "News | Sport | Tides", TITLE, "", *BODY, "", call, "Share") == [
        TITLE,
        *BODY,
    ]


def test_a_headline_that_begins_like_a_byline_is_one() -> None:
    for title in (
        "De ce contează podul cel nou",
        "Por qué ahora hace falta un puente",
        "Von wegen neue Brücke am Fluss",
    ):
        body = [f"{title}: {BODY[0]}", *BODY[1:]]
        found = [line for line in classify_lines("\n".join(["Menu", title, *body])) if line.role == "title"]
        assert [line.span.of("\n".join(["Menu", title, *body])) for line in found] == [title]
