"""The town of a paper that is one of several is what the paper is about; behind a comma it is where all were signed."""

import pytest
from coded_text import code_text

ABOUT = {
    "en": "Iran and Belarus signed five documents, among them a contract for the assembly of tractors in Gomel.",
    "it": "Iran e Bielorussia hanno firmato cinque documenti, tra cui un memorandum sull'assemblaggio di trattori a Gomel.",
    "ru": "Иран и Беларусь подписали пять документов, в том числе меморандум о сборке тракторов в Гомеле.",
    "de": "Iran und Belarus haben fünf Dokumente unterzeichnet, darunter einen Vertrag über die Montage von Traktoren in Gomel.",
    "pl": "Iran i Białoruś podpisały pięć dokumentów, w tym kontrakt na montaż traktorów w Homlu.",
}
SIGNED_THERE = {
    "en": "Iran and Belarus signed five documents in Gomel, among them a contract for tractors.",
    "it": "Iran e Bielorussia hanno firmato cinque documenti, tra cui un memorandum sui trattori, a Gomel.",
    "ru": "Иран и Беларусь подписали в Гомеле пять документов, в том числе меморандум о тракторах.",
}


def places_of(text: str, language: str) -> list[str]:
    found = code_text(text, language)
    return [f.place.name for f in found if f.draft.kind == "agreement" and f.place is not None]


@pytest.mark.parametrize("language", sorted(ABOUT))
def test_what_it_is_about(language: str) -> None:
    assert places_of(ABOUT[language], language) == []


@pytest.mark.parametrize("language", sorted(SIGNED_THERE))
def test_where_it_was_signed(language: str) -> None:
    assert places_of(SIGNED_THERE[language], language) == ["Gomel"]
