"""A whole article: offsets of the page, rows of the tables, and the five real pages where they are at hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpers.coding.code_article import claim_rows, code_article, timex_rows
from helpers.foundation.dates import read_edtf
from helpers.foundation.provenance import Span
from helpers.foundation.records import Article, Claim, Page, Passage, Publication
from helpers.foundation.schemas import CLAIMS, TIMEXES

CORPUS = Path(__file__).resolve().parents[4] / "shared" / "corpus"


def _article(text: str, language: str = "en", published: str = "2023-05-10") -> Article:
    page = Page("p.txt", "sha256:0", "", "text/plain", "utf-8", "valid utf-8", text)
    passages, at = [], 0
    for i, line in enumerate(text.split("\n")):
        if line.strip():
            passages.append(Passage("title" if i == 0 else "body", Span(at, at + len(line))))
        at += len(line) + 1
    return Article(
        "art-1",
        page,
        tuple(passages),
        (),
        language,
        None,
        "",
        None,
        Publication(read_edtf(published), "metadata"),
        (),
        0.0,
    )


TEXT = (
    "Iran, Belarus sign two protocols\n\n\n"
    "On Monday Iran and Belarus signed two protocols and a memorandum in Minsk, BelTA reported.\n"
    "No military agreement was signed. Lukashenko told Raisi that Belarus was ready to cooperate with Iran in agriculture.\n"
)


def test_offsets_and_rows_hold() -> None:
    article = _article(TEXT)
    timexes, claims = code_article(article)
    for claim in claims:
        assert article.page.text[claim.start : claim.end] == claim.quote
        if claim.date_span is not None:
            assert claim.date_span.of(article.page.text) == "Monday"
    for timex in timexes:
        assert article.page.text[timex.start : timex.end] == timex.surface
    CLAIMS.check_rows(claim_rows(claims))
    TIMEXES.check_rows(timex_rows(article, timexes))
    assert code_article(article) == (timexes, claims)
    assert {c.status for c in claims} == {"signed", "denied", "discussed"}
    assert all(c.rules for c in claims)


def test_a_language_that_is_not_coded_gives_nothing() -> None:
    assert code_article(_article(TEXT, "und")) == ([], [])


@pytest.fixture(scope="module")
def corpus() -> dict[str, list[Claim]]:
    if not CORPUS.is_dir():
        pytest.skip("the real pages are not beside this checkout (../shared/corpus)")
    from helpers.clean.articles import clean_page
    from helpers.ingest.read import read_raw_file

    out = {}
    for path in sorted(CORPUS.glob("*.txt")):
        [page] = list(read_raw_file(path, CORPUS))
        out[path.name[:3]] = code_article(clean_page(page))[1]
    return out


def _have(claims: list[Claim], **wanted: object) -> list[Claim]:
    return [c for c in claims if all(getattr(c, k) == v for k, v in wanted.items())]


def test_milestones_of_the_real_pages_are_claimed(corpus: dict[str, list[Claim]]) -> None:
    for page in ("002", "004"):
        mou = _have(
            corpus[page],
            status="signed",
            instrument="memorandum of understanding",
            parties=("BLR", "IRN"),
            defence="yes",
        )
        assert mou and all(c.place == "Tehran" and c.date.weekday == 1 and not c.date.is_day for c in mou)
        assert any(c.actors == ("Ashtiani", "Khrenin") for c in mou)
    roadmap = _have(corpus["002"], status="signed", n_documents=8, defence="no")
    assert roadmap and roadmap[0].polarity == "historical" and roadmap[0].actors == ("Lukashenko", "Raisi")
    for page in ("000", "001", "003"):
        talks = _have(corpus[page], kind="consultation", status="discussed", place="Minsk")
        assert talks and all(
            c.date.earliest is not None and c.date.contains(read_edtf("2025-08-20").earliest) for c in talks
        )
    thirteen = _have(corpus["003"], status="signed", n_documents=13, place="Minsk")
    assert [c.date.edtf for c in thirteen] == ["2025-08-20"] and thirteen[0].defence == "unclear"
    assert _have(corpus["000"], kind="agreement", status="signed", place="Minsk", defence="yes")
    for page in ("001", "003"):
        plan = _have(
            corpus[page], status="planned", instrument="strategic partnership treaty", parties=("BLR", "IRN")
        )
        assert [c.date.edtf for c in plan] == ["2025-08-20"]
    [commission] = _have(corpus["004"], status="held")
    assert (commission.place, commission.date.edtf, commission.polarity) == (
        "Minsk",
        "../2022-12-31",
        "historical",
    )


def test_what_is_no_milestone_has_its_own_parties(corpus: dict[str, list[Claim]]) -> None:
    assert _have(corpus["001"], kind="agreement", parties=("IRN", "RUS"), polarity="historical")
    assert _have(corpus["001"], parties=("BLR", "RUS")) and _have(corpus["003"], parties=("BLR", "RUS"))
    assert not [c for c in corpus["001"] if "RUS" in c.parties and c.parties == ("BLR", "IRN")]
