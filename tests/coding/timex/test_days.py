"""The day of a TIME as a DATE of its own: its words, its offsets, its interval; nothing else changes."""

import pytest

from helpers.coding.timex import find_timexes
from helpers.foundation.dates import DateInterval, read_edtf


def days(text, language, dct="2023-11-15"):
    known = read_edtf(dct) if dct else DateInterval()
    found = find_timexes(text, language, known, days=True)
    assert all(text[x.start : x.end] == x.surface for x in found)
    assert [x for x in found if "+day" not in x.rule] == find_timexes(text, language, known)
    return [(x.surface, x.type, x.value, x.edtf) for x in found]


@pytest.mark.parametrize(
    ("language", "text", "time", "day", "iso"),
    [
        ("en", "He spoke on Friday evening.", "Friday evening", "Friday", "2023-11-10"),
        ("en", "They met at 3 p.m. on 6 May 2022.", "3 p.m. on 6 May 2022", "6 May 2022", "2022-05-06"),
        ("de", "Das Treffen endete gestern um 18 Uhr.", "gestern um 18 Uhr", "gestern", "2023-11-14"),
        ("ro", "A plecat ieri, ora 10:47.", "ieri, ora 10:47", "ieri", "2023-11-14"),
        ("ru", "Его задержали утром 4 марта 2019 года.", "утром 4 марта 2019 года", "4 марта 2019 года", "2019-03-04"),
    ],
)  # fmt: skip
def test_the_day_follows_its_time(language, text, time, day, iso):
    (first, second) = days(text, language)
    assert first[:2] == (time, "TIME")
    assert first[3] is None
    assert second == (day, "DATE", iso, iso)


def test_bounds_stay_with_the_day():
    assert days("The road is closed since 6 May 2022 at 15:30.", "en")[-1] == (
        "6 May 2022", "DATE", "2022-05-06", "2022-05-06/..",
    )  # fmt: skip


def test_without_a_creation_time_the_day_stays_open():
    assert days("He spoke on Friday evening.", "en", None)[-1] == ("Friday", "DATE", "XXXX-WXX-5", None)


@pytest.mark.parametrize("text", ["The gate opens at 15:30.", "He spoke tonight.", "He spoke on Friday."])
def test_a_time_without_words_for_its_day_gives_none(text):
    assert len(days(text, "en")) == 1


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "They will meet the coming weekend."),
        ("de", "Am kommenden Wochenende treffen sie sich."),
        ("ru", "В ближайшие выходные пройдут учения."),
        ("uk", "На найближчих вихідних відбудуться навчання."),
        ("pl", "W najbliższy weekend odbędą się ćwiczenia."),
    ],
)
def test_the_coming_weekend_is_the_one_this_week_ends_with(language, text):
    assert [x.value for x in find_timexes(text, language, read_edtf("2022-05-18"))] == ["2022-W20-WE"]
