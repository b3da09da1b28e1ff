"""What holds for every text: offsets, order, no crash, linear time; and the conventions' worked records where they are at hand."""

import datetime as dt
import json
import re
from pathlib import Path

import pytest
from growth import assert_linear
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers.coding.timex import find_absolute_dates, find_timexes
from helpers.foundation.dates import DateInterval, read_edtf
from helpers.foundation.schemas import LANGUAGES

DAY = DateInterval.day(dt.date(2022, 5, 11))
PIECES = st.sampled_from(
    [
        "5",
        "31",
        "13",
        "2022",
        "1404",
        "۱۴۰۲",
        "۳۱",
        "05.04.2022",
        "31/12/99",
        "2022-02-30",
        "4.-5.",
        "May",
        "march",
        "Mai",
        "mit",
        "luni",
        "mai",
        "vor",
        "acum",
        "il",
        "y",
        "a",
        "zwei",
        "Wochen\n",
        "",
        "",
        "",
        "مهر",
        "سه\u200cشنبه",
        "سال",
        "گذشته",
        "в",
        "прошлом",
        "году",
        "тижня",
        "\u200f",
        "\u202b",
        "\u2068",
        "\xad",
        "é",
        "août",
        "août",
        "XIX",
        "века",
        "1990s",
        "'90",
        "ve\n",
        "",
        "",
        "",
        "pazartesi",
        "günü",
        "önce",
        "Iki",
        "iki",
        "metų",
        "pabaigoje",
        "from",
        "to",
        "between",
        "and",
        "-",
        "–",
        ",",
        ".",
        "(",
        ")",
        ":",
        "«",
        "»",
        "\n",
        "15:30",
        "at",
        "noon",
        "next",
        "last",
        "2019/20",
        "#",
        "№",
        "%\n",
        "",
        "",
        "",
        "Friday",
        "Středa",
        "Fri.",
        "Q3",
        "H1",
        "half",
        "of",
        "the",
        "999999999999999999",
        "0",
        "00",
        "'''",
        "30",
        "февраля",
        "нояб.",
        "2020",
        "г.",
        "BC",
        "до",
        "н.",
        "е.",
    ]
)
TEXTS = st.one_of(
    st.text(max_size=80),
    st.lists(PIECES, max_size=25).map(" ".join),
    st.lists(PIECES, max_size=25).map("".join),
)
DCTS = st.sampled_from(
    [DAY, DateInterval(), read_edtf("../2023-09-25"), read_edtf("2022-03"), read_edtf("2022-01-30/..")]
)


@settings(max_examples=400, deadline=None)
@given(text=TEXTS, language=st.sampled_from(LANGUAGES), dct=DCTS)
def test_offsets_hold_and_expressions_do_not_overlap(text, language, dct):
    last = 0
    for x in find_timexes(text, language, dct):
        assert text[x.start : x.end] == x.surface
        assert x.start >= last
        assert x.end > x.start
        last = x.end
        assert x.type in ("DATE", "TIME", "DURATION", "SET")
        assert (x.value is None) == bool(x.reason)
        if x.edtf is not None:
            interval = read_edtf(x.edtf)
            assert (interval.earliest is None) == (x.earliest is None)
            assert (interval.latest is None) == (x.latest is None)


@settings(max_examples=150, deadline=None)
@given(text=TEXTS, language=st.sampled_from([*LANGUAGES, None]))
def test_explicit_dates_never_depend_on_anything(text, language):
    for x in find_absolute_dates(text, language):
        assert text[x.start : x.end] == x.surface
        assert x.resolution in ("explicit", "unresolved")


@pytest.mark.parametrize(
    "unit",
    [
        "1",
        "1 ",
        "a ",
        ".",
        "- ",
        "'",
        "5.5.",
        "May ",
        "last ",
        "12-",
        "of the ",
        "to ",
        "two ",
        "\u200f1",
        "(",
        "2019-",
        "In 2019 in May, ",
        "6 pm on Monday ",
        "60s of the 20th century of ",
        "they are on ",
        "Monday, ",
        "after the talks on Monday ",
        "given until Monday ",
        "2-3 weeks or ",
        "first visit in ",
        "for the Friday ",
        "same period last year ",
    ],
)
def test_time_grows_linearly(unit):
    def find(n):
        text = (unit * n)[:n]
        return lambda: find_timexes(text, "en", DAY)

    assert_linear(find, 10_000)


@pytest.mark.parametrize("mark", ["\u200e", "\u200f", "\u202a", "\u202b", "\u2066", "\u2069", "\ufeff"])
def test_bidi_marks_do_not_move_the_span(mark):
    text = f"گزارش {mark}۳ مهر ۱۴۰۳{mark} آمد"
    (x,) = find_timexes(text, "fa", DateInterval())
    assert (x.surface, x.value) == ("۳ مهر ۱۴۰۳", "2024-09-24")


def test_decomposed_letters_are_read():
    text = "Le navire est parti le 31 aou\u0302t 2023 au soir."
    assert find_timexes(text, "fr", DAY)[0].value.startswith("2023-08-31")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "on 31 February 2022"),
        ("de", "am 13.13.2022"),
        ("ru", "30 февраля 2022 года"),
        ("fr", "le 05/13/2022"),
        ("es", "el 32 de mayo de 2022"),
        ("fa", "۳۱ مهر ۱۴۰۲"),
        ("lt", "2022-02-30"),
    ],
)
def test_impossible_dates_are_kept_without_a_value(language, text):
    (x,) = find_timexes(text, language, DAY)
    assert x.value is None
    assert x.edtf is None
    assert x.reason


def test_an_interval_as_dct_gives_intervals():
    dct = read_edtf("../2023-09-25")
    weekday, year = find_timexes("It was signed on Monday, a year after the visit of last year.", "en", dct)
    assert (weekday.edtf, weekday.weekday, weekday.value) == ("../2023-09-25", 1, "XXXX-WXX-1")
    assert (year.edtf, year.value) == ("../2022", "XXXX")
    month = read_edtf("2023-09")
    (year,) = find_timexes("It sank last year.", "en", month)
    assert (year.value, year.edtf) == ("2022", "2022")


def test_numeric_dates_are_day_first_but_in_american_english():
    def value(text, language, country=None):
        return find_timexes(text, language, DAY, country=country)[0].value

    for language in LANGUAGES:
        assert value("05.07.2023", language) == "2023-07-05"
        assert value("05/07/2023", language) == "2023-07-05"
        assert value("5.7.23", language) == "2023-07-05"
        assert value("2023-07-05", language) == "2023-07-05"
    assert value("on 05/07/2023", "en", country="US") == "2023-05-07"
    assert value("CHICAGO (AP) - It closed on 05/07/2023.", "en") == "2023-05-07"
    assert value("LONDON (AP) - It closed on 05/07/2023.", "en") == "2023-07-05"


def test_unknown_language_is_refused():
    with pytest.raises(ValueError, match="allowed: be, de, en"):
        find_timexes("x", "xx", DAY)


CONVENTIONS = Path(__file__).parents[4] / "shared" / "bench" / "timex" / "conventions.md"


def test_worked_records_of_the_conventions():
    if not CONVENTIONS.is_file():
        pytest.skip(f"{CONVENTIONS} is not there; it is never shipped with the project")
    block = re.search(r"```json\n(.*?)```", CONVENTIONS.read_text(encoding="utf-8"), re.S)
    for line in block[1].splitlines():
        record = json.loads(line)
        dct = DateInterval() if record["dct"] is None else read_edtf(record["dct"])
        found = find_timexes(record["text"], record["lang"], dct)
        got = [(x.start, x.end, x.type, x.value, x.edtf) for x in found]
        assert got == [(g["start"], g["end"], g["type"], g["value"], g["edtf"]) for g in record["timexes"]], (
            record["id"]
        )
