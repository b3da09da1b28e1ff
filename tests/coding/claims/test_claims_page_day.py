"""Pages whose text tells as past what lies after the day they claim: neither of the two days is taken for true."""

from __future__ import annotations

import pytest

from helpers.coding.claims.page_day import IN_DOUBT
from helpers.coding.code_article import code_article
from helpers.foundation.dates import read_edtf
from helpers.foundation.provenance import Span
from helpers.foundation.records import Article, Claim, Page, Passage, Publication


def _claims(text: str, published: str, language: str = "en") -> list[Claim]:
    page = Page("p.txt", "sha256:0", "", "text/plain", "utf-8", "valid utf-8", text)
    passages, at = [], 0
    for line in text.split("\n"):
        passages.append(Passage("body" if at else "title", Span(at, at + len(line))))
        at += len(line) + 1
    said = Publication(read_edtf(published), "metadata")
    article = Article("art-1", page, tuple(passages), (), language, None, "", None, said, (), 0.0)
    return code_article(article)[1]


@pytest.mark.parametrize(
    ("language", "lead"),
    [
        ("en", "The foreign ministers of Iran and Belarus held talks in Minsk on 14 May 2012."),
        ("ru", "Министры иностранных дел Ирана и Беларуси провели переговоры в Минске 14 мая 2012 года."),
        (
            "es",
            "Los ministros de Exteriores de Irán y Bielorrusia se reunieron en Minsk el 14 de mayo de 2012.",
        ),
    ],
)
def test_a_day_told_as_past_after_the_page_leaves_both_open(language: str, lead: str) -> None:
    [talks] = _claims(f"-\n{lead}", "2011-05-15", language)
    assert (talks.date.edtf, talks.polarity) == ("2011-05-12/2012-05-14", "asserted")
    assert talks.date_basis.endswith(IN_DOUBT)


def test_relative_days_and_holders_of_offices_of_such_a_page_stay_open() -> None:
    text = (
        "-\nThe presidents of Iran and Belarus signed 11 documents in Tehran on 12 February 2023.\n"
        "The foreign ministers met in Tehran on Saturday.\n"
        "Aleksandr Lukashenko and Mohammad Khatami had signed a treaty in Minsk in 2004."
    )
    signed, met, treaty = _claims(text, "2021-02-13")
    assert signed.date.edtf == "2021-02-10/2023-02-12" and "Raisi" not in signed.actors
    assert (met.date.weekday, met.date.edtf) == (6, "2021-02-13/2023-02-11")
    assert treaty.date.edtf == "2004"
    assert all(c.date_basis.endswith(IN_DOUBT) for c in (signed, met, treaty))


@pytest.mark.parametrize(
    "lead",
    [
        "Iran and Belarus signed an agreement on visas on Tuesday that takes effect on 1 January 2012.",
        "Iran and Belarus will hold talks in Minsk on 14 May 2012.",
        "Iran and Belarus held talks in Minsk on 16 May 2011.",  # the day after: time zones
        "Iran and Belarus held talks in Minsk on 16 June.",  # without its year
    ],
)
def test_a_page_is_doubted_for_nothing_less(lead: str) -> None:
    assert not any(IN_DOUBT in c.date_basis for c in _claims(f"-\n{lead}", "2011-05-15"))
