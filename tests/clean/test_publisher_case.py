"""Names that a page shows in capitals, as their readers write them; rows of rights that name nobody."""

from __future__ import annotations

import pytest

from helpers.clean.publication_rows import Row
from helpers.clean.publisher_case import in_readers_case
from helpers.clean.publisher_names import names_nobody


def make_rows(*texts: str) -> list[Row]:
    return [Row(0, text, text.lower(), "furniture", False) for text in texts]


@pytest.mark.parametrize(
    ("name", "language", "written"),
    [
        ("HARBOUR LANTERN OF THE NORTH", "en", "Harbour Lantern of the North"),
        ("THE COAST'S PAPER", "en", "The Coast's Paper"),
        ("COAST TV", "en", "Coast TV"),
        ("DER BOTE AM SEE", "de", "Der Bote am See"),
        ("L'ÉCHO DE LA BAIE", "fr", "L'Écho de la Baie"),
        ("LA VOZ DEL PÁRAMO", "es", "La Voz del Páramo"),
        ("IL CORRIERE DELL'EST", "it", "Il Corriere dell'Est"),
        ("GAZETA DE MUREȘ ȘI ARIEȘ", "ro", "Gazeta de Mureș și Arieș"),
        ("TYGODNIK ZNAD WISŁY", "pl", "Tygodnik Znad Wisły"),
        ("KÖRFEZ IŞIĞI VE RÜZGÂRI", "tr", "Körfez Işığı ve Rüzgârı"),
        ("İZMİR'İN SESİ", "tr", "İzmir'in Sesi"),
        ("PAMARIO AIDAS", "lt", "Pamario aidas"),
        ("ПОМОРСКИЙ РЫБАК", "ru", "Поморский рыбак"),
        ("ГОЛОС ПОМОРЬЯ", "ru", "Голос Поморья"),
        ("ПОСОЛЬСТВО ИСЛАНДИИ В РИГЕ", "ru", "Посольство Исландии в Риге"),
        ("МИНИСТЕРСТВО РЫБЫ РЕСПУБЛИКИ БЕЛАРУСЬ", "ru", "Министерство рыбы Республики Беларусь"),
        ("П'ЯТИЙ КУТ", "uk", "П'ятий кут"),
        ("КАНАЛ СТЕП", "uk", "Канал Степ"),
        ("ЗА РАКОЙ", "be", "За ракой"),
        ("NSNA", "en", "NSNA"),
        ("ندای هامون", "fa", "ندای هامون"),
        ("Harbour Lantern", "en", "Harbour Lantern"),
    ],
)  # fmt: skip
def test_by_the_rules_of_the_language(name: str, language: str, written: str) -> None:
    assert in_readers_case(name, make_rows(name), language) == written


def test_the_page_decides_where_it_writes_the_name() -> None:
    """Its mixed form wins, a sentence in capitals keeps these, a word of the article is a name; no language, no rule."""
    assert in_readers_case("DE KUST", make_rows("DE KUST", "© De Kust 2021"), "en") == "De Kust"
    assert (
        in_readers_case("KANAŁ DWA", make_rows("KANAŁ DWA", "Jak pisze KANAŁ DWA, jest nowy."), "pl")
        == "KANAŁ DWA"
    )
    rows = make_rows("НОВЫЙ СЕВЕРСК", "В городе Северск открыли новый мост.")
    assert in_readers_case("НОВЫЙ СЕВЕРСК", rows, "ru") == "Новый Северск"
    assert in_readers_case("LATARNIA DWA", make_rows("LATARNIA DWA"), None) == "LATARNIA DWA"


@pytest.mark.parametrize(
    "text",
    ["Der Sender", "La chaîne", "Телеканал", "При перепечатке ссылка обязательна", "Reproduction prohibited",
     "Kopijuoti draudžiama", "Televizyon", "Toate drepturile", "Передрук заборонено"],
)  # fmt: skip
def test_rows_of_rights_that_name_nobody(text: str) -> None:
    assert names_nobody(text)


@pytest.mark.parametrize(
    "text", ["Human Rights Coast", "Радио Поморье", "Harbour Lantern", "Głos Wybrzeża", "La Rete Blu"]
)
def test_names_that_hold_such_a_word(text: str) -> None:
    assert not names_nobody(text)
