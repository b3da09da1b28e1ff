"""Running text in English and German: what was lost or wrong on pages though its words were known."""

from __future__ import annotations

import pytest
from coded_text import PAIR, told_behind_lead

Told = tuple[str, str, str]
_PLANNED = {
    "en": "A visit to Tehran by the Belarusian defence minister was planned for May.",
    "de": "Für Mai war eine Reise des belarussischen Verteidigungsministers nach Teheran geplant.",
}
_HELD = {
    "en": "Iran and Belarus held a joint drill near Brest in May 2022.",
    "de": "Iran und Belarus hielten im Mai 2022 bei Brest eine gemeinsame Übung ab.",
}


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [
        # the sentence before names what a pronoun stands for
        ("en", _PLANNED["en"] + "\nIt has been put off until June.", [("visit", "planned", "future"), ("visit", "postponed", "asserted")]),
        ("de", _PLANNED["de"] + "\nSie wurde auf Juni verschoben.", [("visit", "planned", "future"), ("visit", "postponed", "asserted")]),
        ("en", _PLANNED["en"] + "\nThe concert has been put off until June.", [("visit", "planned", "future")]),
        ("de", _PLANNED["de"] + "\nEin Konzert wurde auf Juni verschoben.", [("visit", "planned", "future")]),
        # one more of what was told, its noun left out
        ("en", _HELD["en"] + "\nA second is planned for the autumn.", [("exercise", "held", "historical"), ("exercise", "planned", "future")]),
        ("de", _HELD["de"] + "\nEine zweite ist für den Herbst geplant.", [("exercise", "held", "historical"), ("exercise", "planned", "future")]),
        ("en", _HELD["en"] + "\nA second man was arrested in Brest.", [("exercise", "held", "historical")]),
        # "that" behind a preposition opens no clause
        ("en", "The joint military commission foreseen in that text has never met.", [("session", "denied", "negated")]),
        ("en", "There had been no talks about that with Tehran, the Belarusian minister said.", [("meet", "denied", "negated")]),
        # a genitive in the gap
        ("en", "It is a protocol to which the two countries' defence ministers set their names on Tuesday.", [("sign", "signed", "asserted")]),
        # the dot of an ordinal parts nothing
        ("de", "Der iranische Minister traf am 6. April in Minsk ein.", [("visit", "discussed", "asserted")]),
        # a participle with an ending describes its paper
        ("de", "Das im Juli 2022 von den Ministern beider Länder unterzeichnete Memorandum soll bald veröffentlicht werden.", [("sign", "signed", "historical")]),
        ("de", "Das im Juli 2022 von den Ministern beider Länder unterzeichnete Memorandum ist noch nicht veröffentlicht.", [("sign", "signed", "historical")]),
        # what a clause opens with is lacking
        ("de", "Von einer Lieferung iranischer Drohnen an Belarus könne keine Rede sein.", [("deliver", "denied", "negated")]),
        ("de", "Ein von Minsk und Teheran für März vereinbartes Telefonat der Präsidenten fiel aus.", [("call", "denied", "negated")]),
        # others report in the plural of the second subjunctive
        ("de", "Die iranischen Offiziere träten ihre Ausbildung in Minsk an, heißt es.", [("train", "held", "asserted")]),
        # whose intelligence claims it takes no part
        ("en", "Ukraine's military intelligence claimed that Iran was to build a drone works in Belarus.", [("produce", "planned", "future")]),
    ],
)  # fmt: skip
def test_running_text_of_the_west(language: str, text: str, wanted: list[Told]) -> None:
    assert told_behind_lead(text, language) == [(*told, PAIR) for told in wanted]
