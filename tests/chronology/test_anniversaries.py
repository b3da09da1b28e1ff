"""Anniversaries as thirteen languages word them; sentences are our own."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpers.chronology.anniversaries import load_anniversaries
from helpers.foundation.errors import ConfigError

PARTIES = ("BLR", "IRN")
THIRTY = {
    "en": [
        "a roadmap to mark thirty years of diplomatic relations",
        "the 30th anniversary of diplomatic ties was marked",
    ],
    "de": [
        "zum 30. Jahrestag der Aufnahme diplomatischer Beziehungen",
        "nach dreißig Jahren diplomatischer Beziehungen",
    ],
    "fr": [
        "pour les trente ans de relations diplomatiques",
        "le 30e anniversaire des relations diplomatiques",
    ],
    "es": [
        "con motivo de los 30 años de relaciones diplomáticas",
        "el trigésimo aniversario de las relaciones diplomáticas",
    ],
    "it": ["per i trent'anni di relazioni diplomatiche", "il 30º anniversario delle relazioni diplomatiche"],
    "ro": ["la 30 de ani de relații diplomatice", "aniversarea a treizeci de ani de relaţii diplomatice"],
    "ru": ["к 30-летию установления дипломатических отношений", "тридцать лет дипломатических отношений"],
    "be": ["да 30-годдзя ўсталявання дыпламатычных адносін", "трыццаць гадоў дыпламатычных адносін"],
    "uk": ["до 30-річчя встановлення дипломатичних відносин", "тридцять років дипломатичних відносин"],
    "pl": [
        "z okazji 30. rocznicy nawiązania stosunków dyplomatycznych",
        "trzydzieści lat stosunków dyplomatycznych",
    ],
    "lt": ["minint 30 metų diplomatinių santykių sukaktį", "trisdešimt metų diplomatinių santykių"],
    "tr": ["diplomatik ilişkilerin 30. yılında", "diplomatik ilişkilerin otuzuncu yıl dönümü"],
    "fa": [
        "به مناسبت سی‌امین سالگرد روابط دیپلماتیک",
        "سی سال روابط دیپلماتیک دو کشور",
        "۳۰ سال روابط دیپلماتیک",
    ],
}
NONE = {
    "en": [
        "more than thirty years of diplomatic relations",
        "thirty years of friendship",
        "30 documents on diplomatic relations",
    ],
    "de": ["seit über 30 Jahren diplomatische Beziehungen", "30 Abkommen und diplomatische Beziehungen"],
    "ru": ["более 30 лет дипломатических отношений", "30 документов"],
    "pl": ["ponad 30 lat stosunków dyplomatycznych"],
    "fa": ["بیش از ۳۰ سال روابط دیپلماتیک"],
    "xx": ["30 years of diplomatic relations"],
}


@pytest.mark.parametrize(("language", "text"), [(k, t) for k, v in THIRTY.items() for t in v])
def test_thirty_years_are_2023(language: str, text: str) -> None:
    found = load_anniversaries().find(text, language, PARTIES)
    assert found is not None and found[0].year(found[1]).edtf == "2023"


@pytest.mark.parametrize(("language", "text"), [(k, t) for k, v in NONE.items() for t in v])
def test_loose_or_other_numbers_say_nothing(language: str, text: str) -> None:
    assert load_anniversaries().find(text, language, PARTIES) is None


def test_other_parties_have_other_anniversaries() -> None:
    assert load_anniversaries().find(THIRTY["en"][0], "en", ("IRN", "RUS")) is None


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("anniversaries: [{id: x, parties: [A, B], since: 1993}]\nwords: {}\nnumbers: {}\n", "is not a day"),
        (
            "anniversaries: []\nwords: {xx: {years: [], of: [], loosely: []}}\nnumbers: {}\n",
            "unknown language 'xx'",
        ),
        ("anniversaries: []\nwords: {}\nnumbers: {}\nmore: 1\n", "unknown key 'more'"),
    ],
)
def test_wrong_file_is_named(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "anniversaries.yml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ConfigError, match=message):
        load_anniversaries(path)
