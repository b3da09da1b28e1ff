"""What begins at once and lasts since a month or year began in it, on no day that the text does not name."""

from __future__ import annotations

import pytest
from coded_text import LEADS, code_text

SINCE = (
    ("en", "The agreement with Iran has been in force since 2019.", "2019"),
    ("en", "The agreement with Iran has been in force since 3 July 2022.", "2022-07-03"),
    ("ru", "Соглашение с Ираном действует с июля 2022 года.", "2022-07"),
    ("pl", "Umowa z Iranem obowiązuje od lipca 2022 roku.", "2022-07"),
    ("de", "Seit Januar ist in Minsk ein iranischer Militärattaché akkreditiert.", "2023-01"),
)


@pytest.mark.parametrize(("language", "sentence", "edtf"), SINCE)
def test_it_began_within_the_time_named(language: str, sentence: str, edtf: str) -> None:
    *_, last = code_text(f"{LEADS[language]}\n{sentence}", language, published="2023-10-20")
    assert last.dated.interval.edtf == edtf
