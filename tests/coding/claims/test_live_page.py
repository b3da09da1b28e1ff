"""Live pages: what an entry with a time of day tells happened on the day of publication, in any language."""

from __future__ import annotations

import pytest
from coded_text import Coder

PAGES = {
    "en": (
        "18:55 – That is all from Tehran.\n16:40: The defence ministers of Iran and Belarus signed a memorandum.\n"
        "14:05 | Viktor Khrenin met Aziz Nasirzadeh of Iran behind closed doors.\n"
        "12:15 – The Belarusian delegation landed in Tehran."
    ),
    "de": (
        "09.30 Uhr: Die belarussische Delegation ist in Teheran gelandet.\n"
        "14.05 Uhr: Viktor Chrenin traf Aziz Nasirzadeh aus Iran.\n16.40 Uhr – Iran und Belarus haben ein Memorandum unterzeichnet."
    ),
    "ru": (
        "09:30 Делегация Белоруссии прибыла в Тегеран.\n14:05 — Виктор Хренин встретился с Азизом Насирзаде.\n"
        "16:40 — Иран и Белоруссия подписали меморандум."
    ),
    "tr": (
        "16.40 – İran ve Belarus bir mutabakat zaptı imzaladı.\n14.05 – Viktor Hrenin, Aziz Nasırzade ile görüştü.\n"
        "09.30 – Belarus heyeti Tahran'a geldi."
    ),
    "fr": (
        "9 h 30 : La délégation biélorusse est arrivée à Téhéran.\n14 h 05 : Viktor Khrenine a rencontré Aziz Nasirzadeh.\n"
        "16 h 40 : L'Iran et la Biélorussie ont signé un mémorandum."
    ),
}
DAY = "2024-11-19"


@pytest.mark.parametrize("language", PAGES)
def test_what_entries_tell_is_of_the_day(code: Coder, language: str) -> None:
    told = [
        c
        for c in code(PAGES[language], language, published=DAY)
        if c.draft.judgement.status in ("signed", "discussed")
    ]
    assert {c.draft.kind for c in told} == {"agreement", "consultation"}
    assert {c.dated.interval.edtf for c in told} == {DAY}


def test_what_is_recalled_planned_or_follows_the_entries_is_not(code: Coder) -> None:
    text = (
        "18:55 – Khrenin of Belarus will meet Nasirzadeh of Iran again.\n16:40 – Iran and Belarus had signed a protocol in May 2022.\n"
        "14:05 – Khrenin denied that Belarus had sold missiles to Iran.\n"
        "Background\nIran and Belarus signed a memorandum. It was their first."
    )
    assert DAY not in {c.dated.interval.edtf for c in code(text, "en", published=DAY)}


@pytest.mark.parametrize(
    "times", [("23:50", "00:10", "08:30"), ("14:05", "16:40", ""), ("2.15", "1.40", "3.05")]
)
def test_what_runs_over_midnight_or_is_no_list_is_no_live_page(code: Coder, times: tuple[str, ...]) -> None:
    acts = (
        "Iran and Belarus signed a memorandum.", "Khrenin of Belarus met Nasirzadeh of Iran.", "A delegation of Iran came to Minsk.",
    )  # fmt: skip
    text = "\n".join(f"{t} – {act}" if t else act for t, act in zip(times, acts, strict=True))
    assert DAY not in {c.dated.interval.edtf for c in code(text, "en", published=DAY)}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "At 14:05 the defence ministers of Iran and Belarus signed a memorandum in Tehran."),
        ("de", "Um 14 Uhr unterzeichneten die Verteidigungsminister Irans und Belarus' ein Memorandum."),
        ("ru", "В 14:05 министры обороны Ирана и Белоруссии подписали меморандум."),
    ],
)
def test_a_time_of_day_says_nothing_of_the_day(code: Coder, language: str, text: str) -> None:
    (signed,) = code(text, language, published=DAY)
    assert (signed.dated.interval.edtf, signed.dated.basis) == ("2024-11-16/2024-11-19", "news of the day")
