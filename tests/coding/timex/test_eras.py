"""A decade with its century: the sixties of the nineteenth, not of the twentieth."""

import pytest

from helpers.coding.timex import find_timexes
from helpers.foundation.dates import read_edtf

DCT = read_edtf("2024-03-13")


@pytest.mark.parametrize(
    ("language", "text", "surface"),
    [
        ("ru", "Башня построена в 60-х годах XIX века.", "60-х годах XIX века"),
        ("pl", "Wieża pochodzi z lat 60. XIX wieku.", "lat 60. XIX wieku"),
        ("de", "Der Turm stammt aus den 60er Jahren des 19. Jahrhunderts.", "60er Jahren des 19. Jahrhunderts"),
        ("fr", "La tour est des années 60 du XIXe siècle.", "années 60 du XIXe siècle"),
        ("es", "La torre es de los años 60 del siglo XIX. Era alta.", "años 60 del siglo XIX"),
        ("it", "La torre è degli anni Sessanta dell'Ottocento.", "anni Sessanta dell'Ottocento"),
        ("en", "The tower is of the 60s of the 19th century.", "60s of the 19th century"),
    ],
)  # fmt: skip
def test_a_decade_lies_in_the_century_named_behind_it(language, text, surface):
    (timex,) = find_timexes(text, language, DCT)
    assert (timex.surface, timex.value) == (surface, "186")


@pytest.mark.parametrize(
    ("language", "text", "surface"),
    [
        ("pl", "W XIX w. było biednie.", "XIX w."),
        ("ru", "В XIX в. было бедно.", "XIX в."),
        ("uk", "У XIX ст. було бідно.", "XIX ст."),
        ("be", "У XIX ст. было бедна.", "XIX ст."),
        ("ro", "În sec. al XIX-lea era greu.", "sec. al XIX-lea"),
        ("es", "En el s. XIX era pobre.", "s. XIX"),
        ("it", "Nel sec. XIX era povera.", "sec. XIX"),
        ("fr", "Au XIXe s. elle était pauvre.", "XIXe s."),
        ("de", "Im 19. Jh. war sie arm.", "19. Jh."),
    ],
)
def test_abbreviated_centuries(language, text, surface):
    assert [(x.surface, x.value) for x in find_timexes(text, language, DCT)] == [(surface, "18")]


@pytest.mark.parametrize(
    ("language", "text", "values"),
    [
        ("de", "Das Haus wurde 1871 gebaut, 1943 zerstört und verkauft.", ["1871", "1943"]),
        ("de", "Der Flug LH 1989 entfällt.", []),
        ("de", "Anfang der 1970er-Jahre wuchs die Stadt.", ["197"]),
        ("fa", "در دهه نود میلادی شهر رشد کرد.", ["199"]),
    ],
)
def test_years_of_participles_and_decades(language, text, values):
    assert [x.value for x in find_timexes(text, language, DCT)] == values
