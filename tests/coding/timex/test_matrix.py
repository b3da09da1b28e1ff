"""Forms made mechanically for every language: months, weekdays, counts, ordinals; their values are computed here, apart from the recogniser."""

import calendar
import datetime as dt
from pathlib import Path

import jdatetime
import pytest

from helpers.coding.timex import find_timexes
from helpers.foundation.dates import DateInterval, read_edtf
from helpers.foundation.schemas import LANGUAGES
from helpers.foundation.settings import load_yaml

FOLDER = Path(__file__).parent / "matrix"
DCT = dt.date(2021, 3, 31)  # a Wednesday
TOLD = dt.date(2020, 3, 5)
DAY = dt.timedelta(days=1)
MONTHS = load_yaml(FOLDER / "months.yml")["months"]
WEEKDAYS = load_yaml(FOLDER / "weekdays.yml")["weekdays"]
COUNTS = load_yaml(FOLDER / "counts.yml")["counts"]


def read(text: str, language: str, dct: dt.date | None = None):
    found = find_timexes(text, language, DateInterval(dct, dct) if dct else DateInterval())
    return [(x.value, read_edtf(x.edtf) if x.edtf else None) for x in found]


def hole(text: str, language: str, value: str, edtf: str | None, dct: dt.date | None = None) -> list[str]:
    """The text with what is read and what is right, where they differ; only the value counts where the interval is left out."""
    found = read(text, language, dct)
    if len(found) == 1 and found[0][0] == value and (edtf is None or found[0][1] == read_edtf(edtf)):
        return []
    return [f"{text} -> {found}, not {value} {edtf}"]


def month_hole(language: str, kind: str, template: str, number: int, form: str) -> list[str]:
    if kind == "only" and form[0] not in "ao":
        return []
    year = 2029 if "2029" in template else 2019
    value = f"{year}-{number:02d}"
    last = calendar.monthrange(year, number)[1]
    edtf = {"from": f"{value}/..", "to": f"../{value}", "end": f"{value}-21/{value}-{last}"}.get(kind, value)
    if kind == "range":
        value = edtf = f"2018-03/{value}"
    if kind == "day":
        value = edtf = f"{value}-05"
    return hole(template.format(m=form), language, value, edtf)


@pytest.mark.parametrize("language", LANGUAGES)
def test_months_in_every_case_behind_every_preposition(language):
    rows = MONTHS[language]
    holes = [
        h
        for kind, case, template in rows["templates"]
        for number, form in enumerate(rows["forms"][case].split(), 1)
        for h in month_hole(language, kind, template, number, form)
    ]
    assert holes == []


def weekday_value(key: str, number: int) -> dt.date:
    monday = DCT - DCT.weekday() * DAY
    if key in ("lastw", "nextw"):
        return monday + (number - 1 + (7 if key == "nextw" else -7)) * DAY
    step = 1 if key in ("fut", "until", "by") else -1
    day = DCT if key in ("past", "since") else DCT + step * DAY
    while day.isoweekday() != number:
        day += step * DAY
    return day


@pytest.mark.parametrize("language", LANGUAGES)
def test_weekdays_in_every_clause(language):
    holes = []
    for key, template, forms in WEEKDAYS[language]:
        for number, form in enumerate(forms.split("|"), 1):
            text = template.format(d=form)
            if key == "every":
                holes += hole(text, language, f"XXXX-WXX-{number}", None, DCT)
                continue
            day = weekday_value(key, number)
            edtf = {"since": f"{day}/..", "until": f"../{day}"}.get(key)
            holes += hole(text, language, str(day), edtf, DCT)
    assert holes == []


def shifted(base: dt.date, unit: str, count: int) -> str:
    if unit == "day":
        return str(base + count * DAY)
    if unit == "week":
        year, week, _ = (base + 7 * count * DAY).isocalendar()
        return f"{year}-W{week:02d}"
    months = base.year * 12 + base.month - 1 + count
    return f"{months // 12}-{months % 12 + 1:02d}" if unit == "month" else str(base.year + count)


@pytest.mark.parametrize("language", sorted(COUNTS))
def test_counts_of_units(language):
    holes = []
    for row in COUNTS[language]:
        for unit in ("day", "week", "month", "year"):
            if unit not in row:
                continue
            few, _, many = row[unit].partition("|")
            numbers = row["of_weeks"] if unit == "week" and "of_weeks" in row else row["numbers"]
            for count, number in enumerate(numbers.split("|"), 2):
                first = "İki" if language == "tr" and number == "iki" else number[:1].upper() + number[1:]
                text = row["text"].format(n=number, N=first, u=few if count < 5 or not many else many)
                base, sign = (TOLD, 1) if row["kind"] == "later" else (DCT, -1 if row["kind"] == "ago" else 1)
                value = shifted(base, unit, sign * count)
                found = [v for v, _ in read(text, language, DCT)]
                if found != ([str(TOLD)] if row["kind"] == "later" else []) + [value]:
                    holes.append(f"{text} -> {found}, not {value}")
    assert holes == []


PERSIAN_DIGITS = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")


def solar_month(year: int, month: int) -> tuple[dt.date, dt.date]:
    after = jdatetime.date(year + 1, 1, 1) if month == 12 else jdatetime.date(year, month + 1, 1)
    return jdatetime.date(year, month, 1).togregorian(), after.togregorian() - DAY


@pytest.mark.parametrize("number", range(1, 13))
def test_solar_hijri_months(number):
    name, dct = jdatetime.date.j_months_fa[number - 1], dt.date(2021, 9, 15)  # 24 Shahrivar 1400
    low, high = solar_month(1398, number)
    whole = f"{low}/{high}"
    holes = []
    for template, edtf in (
        ("آنها در {m} ۱۳۹۸ دیدار کردند.", whole),
        ("آنها در {m}‌ماه ۱۳۹۸ دیدار کردند.", whole),
        ("آنها در {m} ماه سال ۱۳۹۸ دیدار کردند.", whole),
        ("بندر از {m} ۱۳۹۸ بسته است.", f"{low}/.."),
        ("او تا {m} ۱۳۹۸ خدمت کرد.", f"../{high}"),
    ):
        holes += hole(template.format(m=name), "fa", whole, edtf)
    for day in (1, 15, 29):
        value = str(jdatetime.date(1398, number, day).togregorian())
        holes += hole(f"آنها {day} {name} ۱۳۹۸ دیدار کردند.".translate(PERSIAN_DIGITS), "fa", value, value)
    for template, year in (
        ("آنها در {m} دیدار کردند.", 1400 if number <= 6 else 1399),
        ("آنها در {m}‌ماه دیدار کردند.", 1400 if number <= 6 else 1399),
        ("آنها در {m} سال گذشته دیدار کردند.", 1399),
        ("آنها در {m} سال آینده دیدار خواهند کرد.", 1401),
    ):
        low, high = solar_month(year, number)
        holes += hole(template.format(m=name), "fa", f"{low}/{high}", None, dct)
    assert holes == []
