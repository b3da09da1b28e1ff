"""Entries of a chronicle: the date at the head of an entry dates what it tells, in any language, and nothing on other pages."""

from __future__ import annotations

import pytest
from coded_text import Coder

CHRONICLES = {
    "en": (
        "A list of the contacts between Iran and Belarus.\n"
        "April 2012. The foreign minister of Belarus visits Tehran. Iran and Belarus sign a protocol on customs.\n"
        "9 June 2016 – The prime minister of Belarus arrives in Tehran for talks with Iran.\n"
        "2 March 2019: Belarus and Iran conclude a treaty. The Majlis ratified the treaty with Belarus the following February.",
        ["2012-04", "2012-04", "2016-06-09", "2019-03-02", "2020-02"],
    ),
    "ru": (
        "Хроника контактов Белоруссии и Ирана.\n"
        "Апрель 2012 года. Министр иностранных дел Белоруссии посетил Тегеран. Иран и Белоруссия подписали протокол.\n"
        "9 июня 2016 г. Премьер-министр Белоруссии прибыл в Тегеран на переговоры.\n"
        "2 марта 2019 года. Белоруссия и Иран заключили договор.",
        ["2012-04", "2012-04", "2016-06-09", "2019-03-02"],
    ),
    "de": (
        "Eine Chronik der Kontakte zwischen Iran und Belarus.\n"
        "April 2012: Der belarussische Außenminister besucht Teheran. Iran und Belarus unterzeichnen ein Protokoll.\n"
        "9. Juni 2016: Der belarussische Ministerpräsident trifft in Teheran ein.\n"
        "2. März 2019: Belarus und Iran schließen einen Vertrag.",
        ["2012-04", "2012-04", "2016-06-09", "2019-03-02"],
    ),
}


@pytest.mark.parametrize("language", CHRONICLES)
def test_the_date_at_the_head_dates_the_whole_entry(code: Coder, language: str) -> None:
    text, dates = CHRONICLES[language]
    assert [f.dated.interval.edtf for f in code(text, language, published="2022-03-02")] == dates


def test_a_heading_of_its_own_dates_what_follows(code: Coder) -> None:
    text = (
        "April 2012\nIran and Belarus signed a protocol in Minsk.\nJune 2016\nIran and Belarus signed a plan in Tehran.\n"
        "May 2019\nIran and Belarus signed a treaty in Minsk."
    )
    found = code(text, "en", published="2022-03-02")
    assert [f.dated.interval.edtf for f in found] == ["2012-04", "2016-06", "2019-05"]


def test_two_dates_make_no_chronicle(code: Coder) -> None:
    text = (
        "April 2012. Iran and Belarus signed a protocol. June 2016. A plan followed.\n"
        "May 2019. Iran and Belarus signed a treaty in Minsk. The foreign minister of Iran visits Minsk."
    )
    found = code(text, "en", published="2022-03-02")
    assert found[-1].dated.interval.edtf != "2019-05"


def test_what_an_entry_denies_or_thinks_possible_has_no_date_of_its_head(code: Coder) -> None:
    text = (
        "April 2012. Iran and Belarus signed a protocol.\nJune 2016. Iran denied that it had signed a treaty with Belarus.\n"
        "May 2019. Iran and Belarus could sign a memorandum."
    )
    found = code(text, "en", published="2022-03-02")
    assert found[0].dated.interval.edtf == "2012-04"
    assert all(f.dated.interval.is_unknown for f in found[1:])
