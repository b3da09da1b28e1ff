"""Running text in Polish, Lithuanian and Romanian: what was lost or wrong on pages though its words were known."""

from __future__ import annotations

import pytest
from coded_text import LEADS, Coder

Told = tuple[str, str, str, str | None]


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [
        # of two countries beside the word for a capital the nearer one
        ("lt", "Baltarusijos sostinėje antradienį susitiko Irano ir Baltarusijos kariškiai.", [("meet", "discussed", "asserted", "Minsk")]),
        ("pl", "W białoruskiej stolicy irański minister spotkał się z ministrem obrony.", [("meet", "discussed", "asserted", "Minsk")]),
        # both events that a verb stands between
        ("pl", "Podpisanie umowy poprzedziły dwudniowe rozmowy w Mińsku.", [("sign", "signed", "asserted", "Minsk"), ("meet", "discussed", "asserted", "Minsk")]),
        ("ro", "Semnarea acordului a fost precedată de discuții la Minsk.", [("sign", "signed", "asserted", "Minsk"), ("meet", "discussed", "asserted", "Minsk")]),
        # a present that says where somebody means to go
        ("pl", "Do Teheranu wybiera się białoruski minister obrony.", [("visit", "planned", "future", "Tehran")]),
        # whose town only says which embassy is silent
        ("pl", "Ambasada Białorusi w Warszawie milczy, a rzecznik powtórzył, że umowa jest podpisana.", [("sign", "signed", "asserted", None)]),
        ("ro", "Ambasada Belarusului la București a precizat că memorandumurile semnate sunt două.", [("sign", "signed", "asserted", None)]),
        # a plan of talks is a paper
        ("pl", "Ministrowie podpisali w Mińsku plan konsultacji.", [("sign", "signed", "asserted", "Minsk")]),
        # who comes back has been there; what talks bore is signed
        ("pl", "Z Teheranu wrócił wczoraj Dzmitryj Pantus. Efektem podróży jest umowa o remoncie silników.", [("visit", "discussed", "asserted", None), ("sign", "signed", "asserted", None)]),
        ("lt", "Iš Teherano vakar grįžo Dmitrijus Pantusas.", [("visit", "discussed", "asserted", None)]),
        ("ro", "De la Teheran s-a întors ieri Dmitri Pantus.", [("visit", "discussed", "asserted", None)]),
        # beside an object -ti is the infinitive, and takes its time from the verb before it
        ("lt", "Po pietų svečias iš Irano vyks į Baranovičius apžiūrėti remonto gamyklos.", [("visit", "planned", "future", "Baranovichi")]),
        # what waits for signatures is still to be signed; threats to break off talks are no talks
        ("pl", "Wieczorem na parafowanie czeka porozumienie o szkoleniu kadr.", [("sign", "planned", "future", None)]),
        ("lt", "Vakare laukia susitarimo parafavimas.", [("sign", "planned", "future", None)]),
        ("pl", "Jeszcze w piątek Teheran groził zerwaniem rozmów.", []),
        ("ro", "Încă vineri Teheranul amenința cu ruperea negocierilor.", []),
        # what was signed stands behind the colon
        ("ro", "Minskul a dezvăluit ce s-a iscălit la Teheran: două protocoale.", [("sign", "signed", "asserted", "Tehran")]),
        ("pl", "Wiadomo już, co podpisano w Teheranie: dwa protokoły.", [("sign", "signed", "asserted", "Tehran")]),
        # when it will be is not said: put off, and set for no day
        ("lt", "Ministro kelionė į Teheraną, turėjusi įvykti šią savaitę, nukelta, o kada ji įvyks, nesakoma.", [("visit", "postponed", "asserted", "Tehran")]),
        # the past of a purpose has the time of what governs it
        ("pl", "Białorusini podsunęli Irańczykom pomysł, by mechanicy uczyli się obsługi silników w Orszy.", [("offer", "discussed", "asserted", "Orsha")]),
    ],
)  # fmt: skip
def test_running_text_of_the_north(code: Coder, language: str, text: str, wanted: list[Told]) -> None:
    found = code(LEADS[language] + "\n" + text, language)
    assert [
        (f.draft.key, f.draft.judgement.status, f.draft.judgement.polarity, f.place.name if f.place else None)
        for f in found
    ] == wanted


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("lt", "Minske trečiadienį lankosi Irano gynybos ministras."),
        ("pl", "W środę w Mińsku przebywa z wizytą irański minister obrony."),
        ("ro", "Miercuri, ministrul iranian al Apărării se află în vizită la Minsk."),
    ],
)
def test_a_present_told_on_the_weekday_of_the_page_is_of_that_day(
    code: Coder, language: str, text: str
) -> None:
    (found,) = code(text, language)
    assert (found.draft.judgement.status, found.draft.judgement.polarity) == ("discussed", "asserted")
    assert found.dated.interval.edtf == "2023-05-10"
