"""A denial of other documents leaves what was told before as it is."""

import pytest
from coded_text import LEADS, code_text

from helpers.coding.claims.of_others import OF_OTHERS

OTHERS = {
    "en": "No other document was signed.",
    "de": "Weitere Dokumente wurden nicht unterzeichnet.",
    "fr": "Aucun autre document n'a été signé.",
    "es": "No se firmó ningún otro documento.",
    "it": "Nessun altro documento è stato firmato.",
    "ro": "Niciun alt document nu a fost semnat.",
    "ru": "Других документов не подписывали.",
    "uk": "Інших документів не підписували.",
    "be": "Іншых дакументаў не падпісвалі.",
    "pl": "Innych dokumentów nie podpisano.",
    "lt": "Kitų dokumentų pasirašyta nebuvo.",
    "tr": "Başka belge imzalanmadı.",
    "fa": "سند دیگری امضا نشد.",
}
NONE = {
    "en": "No document was signed.",
    "de": "Dokumente wurden nicht unterzeichnet.",
    "fr": "Aucun document n'a été signé.",
    "es": "No se firmó ningún documento.",
    "it": "Nessun documento è stato firmato.",
    "ro": "Niciun document nu a fost semnat.",
    "ru": "Документов не подписывали.",
    "uk": "Жодних документів не підписували.",
    "be": "Дакументаў не падпісвалі.",
    "pl": "Żadnych dokumentów nie podpisano.",
    "lt": "Jokių dokumentų pasirašyta nebuvo.",
    "tr": "Hiçbir belge imzalanmadı.",
    "fa": "هیچ سندی امضا نشد.",
}


def marks_of(text: str, language: str) -> list[bool]:
    found = code_text(LEADS[language] + "\n" + text, language)
    denied = [f for f in found if f.draft.judgement.status == "denied" and f.draft.kind == "agreement"]
    return [OF_OTHERS in f.rules for f in denied]


@pytest.mark.parametrize("language", sorted(OTHERS))
def test_other_documents(language: str) -> None:
    assert marks_of(OTHERS[language], language) == [True]


@pytest.mark.parametrize("language", sorted(NONE))
def test_no_document_at_all(language: str) -> None:
    assert marks_of(NONE[language], language) == [False]
