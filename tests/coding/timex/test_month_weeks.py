"""The last week of a month is its end, and not the week before."""

from __future__ import annotations

import pytest

from helpers.coding.timex import find_timexes
from helpers.foundation.dates import read_edtf


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "They met in the last week of July."),
        ("ru", "Они встретились в последнюю неделю июля."),
        ("uk", "Вони зустрілися в останній тиждень липня."),
        ("be", "Яны сустрэліся ў апошні тыдзень ліпеня."),
        ("pl", "Spotkali się w ostatnim tygodniu lipca."),
        ("es", "Se reunieron en la última semana de julio."),
        ("fr", "Ils se sont vus la dernière semaine de juillet."),
        ("it", "Si sono visti nell'ultima settimana di luglio."),
        ("ro", "S-au întâlnit în ultima săptămână din iulie."),
    ],
)
def test_the_last_week_of_a_month_is_its_end(language, text):
    (timex,) = find_timexes(text, language, read_edtf("2021-08-18"))
    assert (timex.value, timex.edtf) == ("2021-07", "2021-07-21/2021-07-31")


def test_the_last_week_behind_its_month_is_not_the_week_before():
    text = "Ağustos ayının son haftasında görüştüler."
    assert [t.value for t in find_timexes(text, "tr", read_edtf("2021-08-18"))] == ["2021-08"]
