"""German puts a bare year between auxiliary and participle; counts of a thousand carry a mark there."""

from __future__ import annotations

import pytest

from helpers.coding.timex import find_timexes
from helpers.foundation.dates import read_edtf


@pytest.mark.parametrize(
    "text",
    [
        "Belarus und Iran haben 2022 ein Memorandum unterzeichnet.",
        "Der Minister hat 2022 Teheran besucht.",
        "Beide Seiten hatten 2022 das Abkommen geschlossen.",
    ],
)
def test_a_year_in_the_frame_of_the_verb(text: str) -> None:
    assert [t.value for t in find_timexes(text, "de", read_edtf("2023-10-20"))] == ["2022"]


@pytest.mark.parametrize(
    "text",
    [
        "Die Städte haben 2012 Einwohner.",
        "Der Ort hat 1998 Einwohner, sagte er.",
        "Sie haben 2000 Soldaten ausgebildet.",
    ],
)
def test_what_is_counted_is_no_year(text: str) -> None:
    assert find_timexes(text, "de", read_edtf("2023-10-20")) == []
