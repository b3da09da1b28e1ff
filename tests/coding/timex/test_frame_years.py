"""A month without a year takes the year that opens its sentence, unless something says that it counts from the article."""

import pytest

from helpers.coding.timex import find_timexes
from helpers.foundation.dates import read_edtf

DCT = read_edtf("2025-11-15")


def values(language, text):
    return [x.value for x in find_timexes(text, language, DCT)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "In 2023 the sides signed a deal, and in July they held drills."),
        ("de", "Im Jahr 2023 trafen sich die Minister, und im Juli folgten Manöver."),
        ("de", "2023 trafen sich die Minister, im Juli folgten Manöver."),
        ("fr", "En 2023, les parties ont signé, et en juillet elles ont manœuvré."),
        ("es", "En 2023 las partes firmaron y en julio hicieron maniobras."),
        ("it", "Nel 2023 le parti hanno firmato e a luglio si sono esercitate."),
        ("ro", "În 2023 părțile au semnat, iar în iulie au făcut exerciții."),
        ("ru", "В 2023 году стороны подписали договор, а в июле провели учения."),
        ("uk", "2023 року сторони підписали угоду, а в липні провели навчання."),
        ("be", "У 2023 годзе бакі падпісалі дагавор, а ў ліпені правялі вучэнні."),
        ("pl", "W 2023 r. strony podpisały umowę, a w lipcu odbyły ćwiczenia."),
        ("lt", "2023 m. šalys pasirašė sutartį, o liepą surengė pratybas."),
        ("tr", "2023'te taraflar imzaladı, temmuz ayında tatbikat yaptı."),
    ],
)
def test_the_month_lies_in_the_year_of_its_sentence(language, text):
    assert values(language, text) == ["2023", "2023-07"]


def test_a_solar_month_lies_in_the_solar_year():
    text = "در سال ۱۴۰۲ دو طرف توافق کردند و در تیر رزمایش برگزار کردند."
    assert values("fa", text)[1] == "2023-06-22/2023-07-22"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In November 2019 they met and in January they signed.", ["2019-11", "2020-01"]),
        ("On 5 May 2022 they met, and on 7 June they signed.", ["2022-05-05", "2022-06-07"]),
        ("In 2023 they signed; it was raining in July.", ["2023", "2025-07"]),
        ("In 2023 the sides signed a deal, which expires in July.", ["2023", "2026-07"]),
        ("In 2023 they signed, yesterday they met; in July they rested.", ["2023", "2025-11-14", "2025-07"]),
        ("The 2019 protocol was renewed in July.", ["2019", "2025-07"]),
        ("Since 2019 it had stood still, but in July it ran.", ["2019", "2025-07"]),
        ("He was elected in 2019 and came to Minsk in July.", ["2019", "2025-07"]),
    ],
)
def test_what_frames_and_what_does_not(text, expected):
    assert values("en", text) == expected


def test_where_the_year_came_from_is_said():
    found = find_timexes("In 2023 they signed, and in July they met.", "en", DCT)
    assert (found[1].anchor, found[1].resolution) == ("text", "year from context")
