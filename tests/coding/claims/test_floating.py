"""Adverbs that may stand anywhere part neither a verb from its auxiliary nor a denial from what it denies: was however not signed."""

from __future__ import annotations

import pytest
from coded_text import LEADS, code_text

DENIED = (
    ("en", "A treaty with Iran was however not signed.", "agreement"),
    ("en", "Drone production with Iran is however not planned.", "cooperation"),
    ("de", "Ein Abkommen mit dem Iran wurde jedoch nicht unterzeichnet.", "agreement"),
    ("de", "Gemeinsame Manöver mit dem Iran seien aber nicht geplant.", "cooperation"),
    ("fr", "Le traité avec l'Iran n'a toutefois pas été signé.", "agreement"),
    ("es", "El acuerdo con Irán tampoco se ha firmado.", "agreement"),
    ("it", "Il trattato con l'Iran non è stato però firmato.", "agreement"),
    ("ro", "Acordul cu Iranul nu a fost însă semnat.", "agreement"),
    ("ru", "Договор с Ираном не был однако подписан.", "agreement"),
    ("uk", "Угоду з Іраном однак не підписано.", "agreement"),
    ("be", "Пагадненне з Іранам не было аднак падпісана.", "agreement"),
    ("pl", "Umowa z Iranem nie została jednak podpisana.", "agreement"),
    ("lt", "Sutartis su Iranu tačiau nebuvo pasirašyta.", "agreement"),
    ("tr", "İran'la anlaşma ise imzalanmadı.", "agreement"),
    ("fa", "توافق با ایران اما امضا نشد.", "agreement"),
)
TWO_CLAUSES = (
    ("de", "Ein Memorandum mit dem Iran wurde unterzeichnet, ein Vertrag aber nicht."),
    ("pl", "Z Iranem podpisano memorandum, jednak umowy nie zawarto."),
    ("ro", "Cu Iranul s-a semnat un memorandum, însă tratatul nu a fost semnat."),
    ("lt", "Su Iranu pasirašytas memorandumas, tačiau sutartis nebuvo pasirašyta."),
    ("ru", "С Ираном подписан меморандум, однако договор не подписан."),
)


@pytest.mark.parametrize(("language", "sentence", "kind"), DENIED)
def test_an_adverb_between_parts_no_denial(language: str, sentence: str, kind: str) -> None:
    found = code_text(f"{LEADS[language]}\n{sentence}", language)
    assert [(c.draft.kind, c.draft.judgement.status) for c in found] == [(kind, "denied")]


@pytest.mark.parametrize(("language", "sentence"), TWO_CLAUSES)
def test_behind_a_comma_the_same_words_open_a_clause(language: str, sentence: str) -> None:
    found = code_text(f"{LEADS[language]}\n{sentence}", language)
    assert "signed" in {c.draft.judgement.status for c in found}
