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
