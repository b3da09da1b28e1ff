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


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "February. Iran and Belarus sign a roadmap.\nJuly. Iran and Belarus sign a memorandum.\nOctober. Iran and Belarus sign a plan."),
        ("fr", "Février. L'Iran et la Biélorussie signent une feuille de route.\nJuillet. L'Iran et la Biélorussie signent un mémorandum.\n"
               "Octobre. L'Iran et la Biélorussie signent un plan."),
        ("ro", "Februarie. Iranul și Belarus semnează o foaie de parcurs.\nIulie. Iranul și Belarus semnează un memorandum.\n"
               "Octombrie. Iranul și Belarus semnează un plan."),
    ],
)  # fmt: skip
def test_months_in_order_are_those_of_the_year_that_ends(code: Coder, language: str, text: str) -> None:
    found = code(text, language, published="2023-12")
    told = [(f.draft.judgement.status, f.dated.interval.edtf) for f in found]
    assert told == [("signed", "2023-02"), ("signed", "2023-07"), ("signed", "2023-10")]


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


def test_a_list_inside_an_article_leaves_its_time_alone(code: Coder) -> None:
    text = (
        "Der iranische Verteidigungsminister Mohammad Resa Aschtiani hat am Montag in Minsk mit Viktor Chrenin gesprochen.\n"
        "Januar 2007: Memorandum von Iran und Belarus in Teheran unterzeichnet.\n"
        "Mai 2007: Mahmud Ahmadinedschad wird in Minsk empfangen.\n"
        "31. Juli 2023: Chrenin und Aschtiani unterzeichnen ein Memorandum.\n"
        "Aschtiani besuchte außerdem die Militärakademie in Minsk."
    )
    found = code(text, "de", published="2024-05-14")
    assert [f.dated.interval.edtf for f in found] == [
        "2024-05-13",
        "2007-01",
        "2007-05",
        "2023-07-31",
        "2024-05-13",
    ]
    assert found[2].draft.judgement.status == "discussed"


@pytest.mark.parametrize(
    ("entry", "language", "kind", "date"),
    [
        ("Mai 2007 : Ahmadinejad à Minsk.", "fr", "consultation", "2007-05"),
        ("Май 2007: Ахмадинежад в Минске.", "ru", "consultation", "2007-05"),
        ("Май 2007: Подписание девяти документов.", "ru", "agreement", "2007-05"),
        ("Maggio 2007 - Firmato a Minsk un accordo fra Iran e Bielorussia.", "it", "agreement", "2007-05"),
        ("Mayıs 2007 – Ahmedinejad'ın Minsk ziyareti.", "tr", "consultation", "2007-05"),
        ("Mai 2007: Neun Papiere werden unterzeichnet.", "de", "agreement", "2007-05"),
        ("Mai 2007 : Ahmadinejad signera à Minsk une déclaration avec Loukachenko.", "fr", "agreement", "2007-05"),
    ],
)  # fmt: skip
def test_entries_need_no_verb_and_no_past(
    code: Coder, entry: str, language: str, kind: str, date: str
) -> None:
    lead = {
        "fr": "Bélarus et Iran",
        "ru": "Белоруссия и Иран",
        "it": "Bielorussia e Iran",
        "tr": "Belarus ve İran",
    }
    others = ["2008: -", "2009: -"]
    found = code(
        "\n".join([lead.get(language, "Belarus und Iran"), entry, *others]), language, published="2022-03-02"
    )
    assert [(f.draft.kind, f.draft.judgement.polarity, f.dated.interval.edtf) for f in found] == [
        (kind, "historical", date)
    ]


def test_what_words_plan_stays_a_plan(code: Coder) -> None:
    text = (
        "Belarus und Iran\nMai 2007: Ein Vertrag zwischen Iran und Belarus soll ausgearbeitet werden.\n"
        "Juni 2008: -\nMai 2009: -"
    )
    assert [f.draft.judgement.status for f in code(text, "de", published="2022-03-02")] == ["planned"]


def test_years_in_which_nobody_met_are_the_time_of_that(code: Coder) -> None:
    text = (
        "Belarus und Iran\nMai 2007: -\nJuni 2008: -\n"
        "2014 bis 2018: Die Verteidigungsminister von Iran und Belarus treffen sich nicht."
    )
    found = code(text, "de", published="2022-03-02")
    assert [(f.draft.judgement.status, f.dated.interval.edtf) for f in found] == [("denied", "2014/2018")]


def test_entries_may_follow_each_other_in_one_passage(code: Coder) -> None:
    text = (
        "Belarus and Iran\n"
        "Timeline. January 2007: Iran and Belarus sign a memorandum in Tehran. May 2007: Ahmadinejad in Minsk. "
        "31 July 2023: Khrenin and Ashtiani sign a memorandum. A plan is signed as well."
    )
    found = code(text, "en", published="2024-05-14")
    assert [f.dated.interval.edtf for f in found] == ["2007-01", "2007-05", "2023-07-31", "2023-07-31"]


def test_days_of_one_week_need_no_year(code: Coder) -> None:
    text = (
        "Iran and Belarus\n13 May: Ashtiani arrives in Minsk from Tehran. A plan is signed.\n"
        "15 May: Ashtiani and Khrenin sign a memorandum.\n17 May: -"
    )
    found = code(text, "en", published="2024-05-24")
    assert [f.dated.interval.edtf for f in found] == ["2024-05-13", "2024-05-13", "2024-05-15"]
