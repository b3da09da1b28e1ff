"""The n-th or last weekday of a month in thirteen languages, weeks named by a day, a month in a clause about a year."""

import datetime as dt

import pytest

from helpers.coding.timex import find_timexes
from helpers.coding.timex.feasts import feast_day
from helpers.foundation.dates import read_edtf

DCT = read_edtf("2023-10-03")


def read(language: str, text: str) -> list[tuple[str, str | None]]:
    return [(x.surface, x.value) for x in find_timexes(text, language, DCT)]


@pytest.mark.parametrize(
    ("language", "text", "surface", "value"),
    [
        ("en", "The vote will be held on the last Sunday of February.", "last Sunday of February", "2024-02-25"),
        ("de", "Am 2. Montag im Mai 2022 legte das Schiff ab.", "2. Montag im Mai 2022", "2022-05-09"),
        ("fr", "Le premier dimanche de mars 2022, le pont a rouvert.", "premier dimanche de mars 2022", "2022-03-06"),
        ("es", "El último viernes de mayo se reunieron.", "último viernes de mayo", "2023-05-26"),
        ("it", "La prima domenica di marzo 2022 hanno votato.", "prima domenica di marzo 2022", "2022-03-06"),
        ("ro", "În ultima vineri din mai 2021 s-au întâlnit.", "ultima vineri din mai 2021", "2021-05-28"),
        ("ru", "В последнюю пятницу мая они встретились.", "последнюю пятницу мая", "2023-05-26"),
        ("uk", "У першу неділю березня 2022 року міст відкрили.", "першу неділю березня 2022 року", "2022-03-06"),
        ("be", "У першую нядзелю сакавіка 2022 года мост адкрылі.", "першую нядзелю сакавіка 2022 года", "2022-03-06"),
        ("pl", "W ostatni piątek maja spotkali się.", "ostatni piątek maja", "2023-05-26"),
        ("lt", "Pirmąjį 2022 m. kovo sekmadienį tiltas atidarytas.", "Pirmąjį 2022 m. kovo sekmadienį", "2022-03-06"),
        ("tr", "Mart 2022'nin ilk pazar günü köprü açıldı.", "Mart 2022'nin ilk pazar günü", "2022-03-06"),
        ("fa", "نخستین یکشنبه مارس ۲۰۲۲ پل باز شد.", "نخستین یکشنبه مارس ۲۰۲۲", "2022-03-06"),
    ],
)  # fmt: skip
def test_weekday_of_a_month(language, text, surface, value):
    assert read(language, text) == [(surface, value)]


def test_a_month_without_a_fifth_such_weekday_has_no_value():
    (timex,) = find_timexes("The fifth Monday of February 2023 never came.", "en", DCT)
    assert timex.value is None
    assert "no fifth" in timex.reason


@pytest.mark.parametrize(
    ("language", "text", "surface", "value"),
    [
        ("fa", "در اولین شنبه مهر ۱۴۰۲ امضا شد.", "اولین شنبه مهر ۱۴۰۲", "2023-09-23"),
        ("fa", "آخرین جمعه شهریور ۱۴۰۲ روز تعطیل بود.", "آخرین جمعه شهریور ۱۴۰۲", "2023-09-22"),
        ("fa", "آخرین روز اسفند ۱۳۹۹ نامه رسید.", "آخرین روز اسفند ۱۳۹۹", "2021-03-20"),
        ("en", "They met on the last day of February 2024.", "last day of February 2024", "2024-02-29"),
        ("fr", "Le dernier jour de mai 2022, ils ont signé.", "dernier jour de mai 2022", "2022-05-31"),
        ("ru", "В первый день января они встретились.", "первый день января", "2023-01-01"),
        ("de", "Am letzten Tag im Mai 2022 endete es.", "letzten Tag im Mai 2022", "2022-05-31"),
    ],
)
def test_days_of_solar_and_gregorian_months(language, text, surface, value):
    assert read(language, text) == [(surface, value)]


def test_the_last_friday_just_ahead_is_not_the_one_a_year_ago():
    (timex,) = find_timexes("در آخرین جمعه آبان نشست است.", "fa", read_edtf("2023-11-15"))
    assert timex.value == "2023-11-17"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Election Day 2024", "2024-11-05"),
        ("Labor Day 2023", "2023-09-04"),
        ("Memorial Day 2022", "2022-05-30"),
    ],
)
def test_american_holidays_by_weekday(text, value):
    assert read("en", f"It opened on {text}.") == [(text, value)]


@pytest.mark.parametrize("year", range(1999, 2031))
def test_last_weekday_is_less_than_a_week_from_the_end(year):
    day = feast_day("02 sun last", year)
    assert day.isoweekday() == 7
    assert day.month == 2
    assert (day + dt.timedelta(days=7)).month == 3


def test_last_friday_without_a_month_is_the_one_before_the_dct():
    assert read("en", "Last Friday, in a speech, he resigned.") == [("Last Friday", "2023-09-29")]


@pytest.mark.parametrize(
    ("language", "text", "surface"),
    [
        ("en", "They met in the week of March 6.", "week of March 6"),
        ("de", "In der Woche vom 6. März trafen sie sich.", "Woche vom 6. März"),
        ("fr", "La semaine du 6 mars, ils se sont réunis.", "semaine du 6 mars"),
        ("es", "La semana del 6 de marzo se reunieron.", "semana del 6 de marzo"),
        ("it", "Nella settimana del 6 marzo si sono riuniti.", "settimana del 6 marzo"),
    ],
)
def test_week_named_by_a_day(language, text, surface):
    assert read(language, text) == [(surface, "2023-W10")]


def test_week_with_both_its_days_stays_a_range():
    assert read("de", "In der Woche vom 6. bis 10. März trafen sie sich.") == [
        ("6. bis 10. März", "2023-03-06/2023-03-10")
    ]


@pytest.mark.parametrize(
    ("language", "text", "values"),
    [
        ("en", "It sank in 2021, when in March a storm hit the coast.", ["2021", "2021-03"]),
        ("en", "The law of 1998, which was changed in March, stands.", ["1998", "2023-03"]),
        ("de", "Das war 2021, als im März ein Sturm die Küste traf.", ["2021", "2021-03"]),
        ("fr", "C'était en 2021, lorsqu'en mars une tempête a frappé la côte.", ["2021", "2021-03"]),
        ("ru", "Это было в 2021 году, когда в марте шторм ударил по берегу.", ["2021", "2021-03"]),
    ],
)  # fmt: skip
def test_month_in_a_clause_about_a_year(language, text, values):
    assert [value for _, value in read(language, text)] == values


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "He is in his late 40s and she is in her thirties.", []),
        ("en", "The thirties were hard.", [("thirties", "193")]),
        ("de", "Der im Jahr 578 verstorbene Abt schrieb viel.", [("Jahr 578", "0578")]),
        ("de", "Nach elf Jahren verließ der Trainer den Verein.", [("Nach elf Jahren", "P11Y")]),
        ("en", "Profit for the quarter ended July 31 fell.", [("quarter", "2023-Q2"), ("July 31", "2023-07-31")]),
        ("en", "The firm said it expects to report third-quarter earnings of $2 million.", [("third-quarter", "2023-Q3")]),
    ],
)  # fmt: skip
def test_ages_early_years_and_quarters(language, text, expected):
    assert read(language, text) == expected
