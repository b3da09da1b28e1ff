"""A unit and a half is counted in the next smaller unit; the direction and what stands before the count belong to it."""

import pytest

from helpers.coding.timex import find_timexes
from helpers.foundation.dates import read_edtf

DCT = read_edtf("2022-03-16")


@pytest.mark.parametrize(
    ("language", "text", "surface"),
    [
        ("en", "Two and a half years ago it burned.", "Two and a half years ago"),
        ("de", "Vor zweieinhalb Jahren brannte es.", "Vor zweieinhalb Jahren"),
        ("fr", "Il y a deux ans et demi, il a brûlé.", "Il y a deux ans et demi"),
        ("es", "Hace dos años y medio ardió.", "Hace dos años y medio"),
        ("it", "Due anni e mezzo fa bruciò.", "Due anni e mezzo fa"),
        ("ro", "Acum doi ani și jumătate a ars.", "Acum doi ani și jumătate"),
        ("ru", "Два с половиной года назад оно горело.", "Два с половиной года назад"),
        ("uk", "Два з половиною роки тому вона горіла.", "Два з половиною роки тому"),
        ("be", "Два з паловай гады таму ён гарэў.", "Два з паловай гады таму"),
        ("pl", "Dwa i pół roku temu się palił.", "Dwa i pół roku temu"),
        ("lt", "Prieš dvejus su puse metų jis degė.", "Prieš dvejus su puse metų"),
        ("tr", "İki buçuk yıl önce yandı.", "İki buçuk yıl önce"),
    ],
)
def test_two_and_a_half_years_ago_are_thirty_months_ago(language, text, surface):
    (timex,) = find_timexes(text, language, DCT)
    assert (timex.surface, timex.value) == (surface, "2019-09")


def test_two_and_a_half_years_are_a_duration():
    (timex,) = find_timexes("It burned for two and a half years.", "en", DCT)
    assert (timex.type, timex.value) == ("DURATION", "P2.5Y")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Vor mehr als zehn Jahren"),
        ("de", "Vor genau zehn Jahren"),
        ("fr", "Il y a plus de dix ans"),
        ("ro", "Acum mai bine de zece ani"),
    ],
)
def test_more_than_ten_years_ago(language, text):
    (timex,) = find_timexes(f"{text}.", language, DCT)
    assert (timex.surface, timex.value) == (text, "2012")
