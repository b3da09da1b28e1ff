"""Heads of entries in lists of dates are read whole; on other pages nothing changes."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from growth import assert_linear

from helpers.coding.timex import find_timexes, read_heads
from helpers.foundation.dates import read_edtf
from helpers.foundation.records import Timex

LISTS = {
    "ru": (
        ["2006, ноябрь. Визит.", "2010, осень. Газеты.", "2013–2016. Перерыв.", "2017, 20 мая. Выставка."],
        ["2006-11", "2010-FA", "2013/2016", "2017-05-20"],
    ),
    "tr": (
        ["Kasım 2006 – Gitti.", "2011 yazı – Gezi.", "2020 – Salgın."],
        ["2006-11", "2011-SU", "2020"],
    ),
    "pl": (
        ["2006", "Listopad: Wizyta.", "2007", "21 maja: Wizyta.", "Lato: Podróż."],
        ["2006", "2006-11", "2007", "2007-05-21", "2007-SU"],
    ),
    "lt": (
        ["2006-11. Vizitas.", "2007-01. Vizitas.", "2007-05-21. Vizitas.", "2009. Vizitas."],
        ["2006-11", "2007-01", "2007-05-21", "2009"],
    ),
    "de": (
        ["11/2006 – Besuch.", "* 21.05.2007 – Besuch.", "Im Sommer desselben Jahres: Besuch.", "Im Mai 2009: Besuch."],
        ["2006-11", "2007-05-21", "2007-SU", "2009-05"],
    ),
    "en": (
        ["2006 (November) - A visit.", "[2007-05] A visit.", "[2008-05-03] A visit.", "2020 – No visits."],
        ["2006-11", "2007-05", "2008-05-03", "2020"],
    ),
    "fa": (
        ["آبان ۱۳۸۵: سفر", "۱۳۹۰: سفر", "۱۴۰۵: سفر"],
        ["2006-10-23/2006-11-21", "2011-03-21/2012-03-19", "2026-03-21/2027-03-20"],
    ),
}  # fmt: skip


def heads(lines: list[str], language: str) -> list[Timex]:
    text = "\n".join(lines)
    spans, at = [], 0
    for line in lines:
        spans.append((at, at + len(line)))
        at += len(line) + 1
    return read_heads(text, spans, find_timexes(text, language, read_edtf("2025-10-01")), language)


@pytest.mark.parametrize("language", LISTS)
def test_heads_have_their_value(language: str) -> None:
    lines, values = LISTS[language]
    found = heads(lines, language)
    assert [t.value for t in found] == values
    text = "\n".join(lines)
    assert all(text[t.start : t.end] == t.surface for t in found)


def test_years_out_of_order_make_no_list() -> None:
    lines = ["2020 – No visits.", "2009 – A visit.", "2015 – A visit.", "2007 – A visit.", "2018 – A visit."]
    assert not heads(lines, "en")


def test_two_heads_make_no_list() -> None:
    assert not heads(["2019 – A visit.", "2020 – No visits.", "The minister said so."], "en")


def test_a_range_of_years_stays_one_where_no_head_is_a_day() -> None:
    found = heads(["2006-11: Training.", "2012-15: Nothing.", "2016-17: Training."], "en")
    assert [t.value for t in found] == ["2006/2011", "2012/2015", "2016/2017"]


def test_many_heads_cost_by_their_number() -> None:
    def prepare(n: int) -> Callable[[], object]:
        lines = [f"{1900 + i % 200} – A visit in {i % 12 + 1}/2007." for i in range(n)]
        text = "\n".join(lines)
        spans, at = [], 0
        for line in lines:
            spans.append((at, at + len(line)))
            at += len(line) + 1
        found = find_timexes(text, "en", read_edtf("2025-10-01"))
        return lambda: read_heads(text, spans, found, "en")

    assert_linear(prepare, small=50)
