"""What no known predicate tells: presumed from the paper, noun or people of a clause, and where it is not."""

from __future__ import annotations

import pytest
from coded_text import Coder

# The predicates are made up, so that no lexicon ever knows them.
TOLD = [
    ("en", "In July 2010 Iran and Belarus brolled a memorandum in Tehran.", ("sign", "signed")),
    ("de", "Im Juli 2010 brollten Iran und Belarus in Teheran ein Memorandum.", ("sign", "signed")),
    ("es", "En julio de 2010 Irán y Bielorrusia brolaron en Teherán un memorando.", ("sign", "signed")),
    ("en", "No military contract with Iran was brolled, Minsk said.", ("sign", "denied")),
    ("it", "Nessun contratto militare con l'Iran è stato brollato, dice Minsk.", ("sign", "denied")),
    ("de", "Im Juli 2010 brollte in Teheran die Unterzeichnung eines Memorandums durch Iran und Belarus.", ("sign", "signed")),
    ("fr", "Vendredi, Alexandre Loukachenko brolla Massoud Pezeshkian à Minsk.", ("visit", "discussed")),
    ("en", "On Friday Alexander Lukashenko brolled Masoud Pezeshkian in Minsk.", ("visit", "discussed")),
    # a day is enough for a paper; at a meeting nothing more is needed when both sides are there
    ("en", "Belarus and Iran have moved closer. In May 2010 a memorandum was brolled.", ("sign", "signed")),
    ("fr", "Le Bélarus et l'Iran se rapprochent. En mai 2010, un mémorandum a été brollé.", ("sign", "signed")),
    ("de", "Belarus und Iran rücken zusammen. Im Mai 2010 wurde ein Memorandum gebrollt.", ("sign", "signed")),
]  # fmt: skip
UNTOLD = [
    # nothing but the paper; a third side; what is only possible; by what something is done; what parliaments take up
    ("en", "The memorandum brolls the interests of Iran."),
    ("de", "Das Memorandum brollt die Interessen Irans."),
    ("en", "In July 2010 Iran and Saudi Arabia brolled Belarus over a memorandum."),
    ("en", "In July Iran and Belarus could broll a memorandum in Tehran."),
    ("es", "En julio Irán y Bielorrusia podrían brolar un memorando en Teherán."),
    ("de", "Laut dem Memorandum brollten Iran und Belarus im Juli in Teheran."),
    ("en", "In July the parliament in Minsk brolled the treaty with Iran."),
    ("de", "Im Juli brollte das Parlament in Minsk den Vertrag mit dem Iran."),
    ("en", "Belarus and Iran have moved closer. In May 2010 the programme was brolled."),
    ("en", "Belarus and Iran have moved closer. The memorandum was brolled."),
    ("fr", "Le Bélarus et l'Iran se rapprochent. Le mémorandum a été brollé."),
    ("en", "Belarus and Iran have moved closer. The Russian general brolled his guest from Iran in Minsk."),
    ("ru", "Беларусь и Иран сближаются. Гость не бролил никого."),
    ("de", "Belarus und Iran. Der Gast brollt ein Memorandum nicht."),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "wanted"), TOLD)
def test_two_of_sides_day_and_town_are_enough(
    code: Coder, language: str, text: str, wanted: tuple[str, str]
) -> None:
    assert [(f.draft.key, f.draft.judgement.status) for f in code(text, language)] == [wanted]


@pytest.mark.parametrize(("language", "text"), UNTOLD)
def test_less_is_not(code: Coder, language: str, text: str) -> None:
    assert [f.draft.key for f in code(text, language)] == []
