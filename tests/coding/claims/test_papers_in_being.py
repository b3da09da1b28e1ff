"""A paper that two sides have had since a time was signed then."""

from __future__ import annotations

import pytest
from coded_text import code_text

SENTENCES = [
    ("be", "Беларусь і Іран маюць мемарандум з ліпеня 2023 года.", "2023-07"),
    ("be", "Мемарандум Беларусь і Іран маюць з ліпеня 2023 года.", "2023-07"),
    ("de", "Seit 2007 besitzen Belarus und der Iran ein Abkommen.", "2007"),
    ("en", "Belarus and Iran have had a memorandum since July 2023.", "2023-07"),
    ("es", "Desde 2007 existe un acuerdo militar entre Minsk y Teherán.", "2007"),
    ("fa", "ایران و بلاروس از تیر ۱۴۰۲ یادداشت تفاهم دارند.", "2023-06-22/2023-07-22"),
    ("fr", "Minsk et Téhéran disposent d'un mémorandum depuis juillet 2023.", "2023-07"),
    ("it", "Minsk e Teheran hanno un memorandum dal luglio 2023.", "2023-07"),
    ("lt", "Baltarusija ir Iranas turi memorandumą nuo 2023 metų liepos.", "2023-07"),
    ("pl", "Iran i Białoruś mają memorandum od lipca 2023 roku.", "2023-07"),
    ("ro", "Din 2007 există un acord militar între Minsk și Teheran.", "2007"),
    ("ru", "Меморандум между Ираном и Беларусью есть с июля 2023 года.", "2023-07"),
    ("uk", "З 2007 року між Білоруссю та Іраном існує угода.", "2007"),
    ("de", "Es gibt seit Juli 2023 ein Memorandum zwischen Minsk und Teheran.", "2023-07"),
    ("en", "There has been a memorandum between Minsk and Tehran since July 2023.", "2023-07"),
    ("fr", "Un mémorandum existe depuis juillet 2023 entre Minsk et Téhéran.", "2023-07"),
    ("it", "Tra Minsk e Teheran esiste dal luglio 2023 un memorandum.", "2023-07"),
    ("lt", "Minską ir Teheraną nuo 2023 m. liepos sieja memorandumas.", "2023-07"),
    ("tr", "Minsk ile Tahran arasında Temmuz 2023'ten beri bir mutabakat zaptı var.", "2023-07"),
]
# They have something else, or of somebody else, or will have it.
OTHERS = [
    ("de", "Seit Juli 2023 gibt es einen Direktflug zwischen Minsk und Teheran."),
    ("tr", "Minsk ile Tahran arasında Temmuz 2023'ten beri doğrudan uçuş var."),
    ("de", "Seit 2007 haben Belarus und der Iran Ärzte ausgebildet."),
    ("it", "Minsk e Teheran hanno un ospedale comune dal luglio 2023."),
    ("pl", "Iran i Białoruś mają wspólny szpital od lipca 2023 roku."),
    ("ru", "Больница у Ирана и Беларуси есть с июля 2023 года."),
]


@pytest.mark.parametrize(("language", "text", "edtf"), SENTENCES)
def test_a_paper_had_since_a_time(language: str, text: str, edtf: str) -> None:
    (found,) = code_text(text, language, published="2024-10-09")
    assert (found.draft.key, found.draft.judgement.polarity) == ("sign", "historical")
    assert found.dated.interval.edtf == edtf


@pytest.mark.parametrize(("language", "text"), OTHERS)
def test_what_is_no_paper(language: str, text: str) -> None:
    assert not [f for f in code_text(text, language, published="2024-10-09") if f.draft.kind == "agreement"]
