"""A row of author, day and reading time dates its article, in thirteen languages."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpers.clean.articles import clean_page
from helpers.foundation.records import Page
from helpers.ingest.read import read_raw_file

# author, day, reading time in full, and in short
ROWS = {
    "en": ("Jane Cole", "15 March 2024", "reading time: 3 minutes", "3 min read"),
    "de": ("Anna Bauer", "15. März 2024", "Lesezeit: 3 Minuten", "3 Min. Lesezeit"),
    "fr": ("Anne Petit", "15 mars 2024", "temps de lecture : 3 minutes", "3 min de lecture"),
    "es": ("Ana Ruiz", "15 de marzo de 2024", "tiempo de lectura: 3 minutos", "3 min de lectura"),
    "it": ("Anna Bassi", "15 marzo 2024", "tempo di lettura: 3 minuti", "3 min di lettura"),
    "ro": ("Ioana Crețulescu", "15 martie 2024", "timp de citire: 3 minute", "3 min de citit"),
    "ru": ("Анна Белова", "15 марта 2024", "время чтения: 3 минуты", "3 мин. чтения"),
    "uk": ("Ганна Біла", "15 березня 2024", "час читання: 3 хвилини", "3 хв читання"),
    "be": ("Ганна Белая", "15 сакавіка 2024", "час чытання: 3 хвіліны", "3 хв чытання"),
    "pl": ("Anna Biała", "15 marca 2024", "czas czytania: 3 minuty", "3 min czytania"),
    "lt": ("Ona Baltė", "2024 m. kovo 15 d.", "skaitymo laikas: 3 minutės", "3 min. skaitymo"),
    "tr": ("Ayşe Ak", "15 Mart 2024", "okuma süresi: 3 dakika", "3 dk okuma"),
    "fa": ("مریم سپید", "۲۵ اسفند ۱۴۰۲", "زمان مطالعه: ۳ دقیقه", "۳ دقیقه مطالعه"),
}
SHAPES = ("{0} · {1} · {2}", "{0} | {1} | {3}", "{1} · {3}", "{1}, 14:20 | {2} | {0}", "{0}, {1} — {2}")
TEXT = (
    "The ministers of defence of Iran and Belarus signed a memorandum in Minsk on Tuesday, the ministry said. "
    "The paper covers training and exchange of cadets, and it is valid for two years."
)


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("language", ROWS)
def test_day_beside_reading_time(tmp_path: Path, language: str, shape: str) -> None:
    row = shape.format(*ROWS[language])
    page = tmp_path / f"{language}-1.txt"
    page.write_text(
        f"Gazette\nHome / News\n\nMinisters of Iran and Belarus sign a paper\n{row}\n\nLEAD\n\n{TEXT}\n\n{TEXT}\n\n"
        "Articles\n12.02.2024 Other news item about weather\n",
        encoding="utf-8",
    )
    read = next(iter(read_raw_file(page, tmp_path)))
    assert isinstance(read, Page)
    assert clean_page(read).published.interval.edtf == "2024-03-15"
