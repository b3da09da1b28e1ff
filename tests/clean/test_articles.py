from __future__ import annotations

import itertools
from collections.abc import Callable
from pathlib import Path

import pytest
from growth import assert_linear
from page_frames import load_frames, make_page

from helpers.clean.articles import article_row, clean_page, line_rows, removed_share
from helpers.clean.duplicates import group_stories
from helpers.foundation.errors import QuarantineError
from helpers.foundation.records import Hint
from helpers.foundation.schemas import ARTICLES, LINES
from helpers.foundation.settings import find_paths, load_yaml

SHARED = find_paths().root.parent / "shared"
PAGES = sorted((SHARED / "corpus").glob("*.txt"))
FRAMES = load_frames()
EVIDENCE = {"article dateline": "dateline"}


@pytest.mark.skipif(not PAGES, reason="the five pages of corpus/ are not beside this checkout")
@pytest.mark.parametrize("path", PAGES, ids=lambda p: p.name[:3])
def test_the_five_pages(path: Path) -> None:
    gold = load_yaml(SHARED / "gold" / "seeds.yml")["articles"][path.name]
    text = path.read_bytes().decode("utf-8")
    article = clean_page(make_page(text, name=path.name))
    assert article.language == gold["language"]
    assert article.outlet == gold["outlet"]
    published = gold["published"]
    assert article.published.interval.edtf == published["edtf"]
    assert article.published.evidence == EVIDENCE.get(published["evidence"], published["evidence"])
    if "line" in published:
        assert article.published.span is not None
        assert text.count("\n", 0, article.published.span.start) + 1 == published["line"]
    assert set(article.cites) == set(gold["cites"])
    if len(article.cites) == 3:
        assert article.cites == (
            "BelTA",
            "Reuters",
            "Agerpres",
        )  # origin first, as the comment of the gold file says


def test_rows_hold_to_the_tables_and_spans_resolve() -> None:
    articles = [clean_page(make_page(f["text"], name=f["id"])) for f in FRAMES]
    stories = group_stories(articles)
    rows = [article_row(a, stories[a.article_id]) for a in articles]
    ARTICLES.check_rows(rows)
    LINES.check_rows(row for a in articles for row in line_rows(a))
    for article, row in zip(articles, rows, strict=True):
        text = article.page.text
        assert row["body"] == "\n".join(text[a:b] for a, b in row["body_spans"])
        assert len(row["body_roles"]) == len(row["body_spans"])
        if row["title_span"]:
            assert row["title"] == text[slice(*row["title_span"])]
        assert 0 <= row["removed_share"] < 1
        ends = [line.span for line in article.lines]
        assert all(a.end <= b.start for a, b in itertools.pairwise(ends))
    ARTICLES.check_rows([article_row(a) for a in articles])


def test_same_page_same_article() -> None:
    frame = FRAMES[0]
    assert clean_page(make_page(frame["text"])) == clean_page(make_page(frame["text"]))


@pytest.mark.parametrize(
    ("text", "reason", "detail"),
    [
        (" \n\t\n", "no text", "blanks"),
        ("Home\nNews\nContact\n© 2024\n", "only furniture", "lines"),
    ],
)
def test_what_is_no_article(text: str, reason: str, detail: str) -> None:
    with pytest.raises(QuarantineError, match=detail) as caught:
        clean_page(make_page(text))
    assert caught.value.reason == reason


def test_other_languages_are_named() -> None:
    lines = [
        "Градовете се договориха за обща линия на ферибота",
        "Кметовете на двата пристанищни града се договориха да открият през пролетта обща фериботна линия, съобщиха общините.",
        "Линията ще работи три пъти на ден и ще бъде платена по равно. Търгът за два кораба ще бъде обявен до края на годината.",
        "Жителите искаха тази връзка от много години, защото мостът нагоре по реката е затворен за ремонт от миналата година.",
    ]
    with pytest.raises(QuarantineError, match="'bg'") as caught:
        clean_page(make_page("\n".join(lines)))
    assert caught.value.reason == "language not supported"


def test_hints_reach_the_article() -> None:
    hints = [
        Hint("url", "https://www.presstv.ir/Detail/2024/03/12/1", "html meta og:url"),
        Hint("byline", "Anna  Field", "html meta author"),
    ]
    article = clean_page(make_page(FRAMES[0]["text"], hints=hints))
    assert (article.url, article.outlet, article.outlet_evidence) == (hints[0].value, "PressTV", "address")
    assert article.byline == "Anna Field"
    assert (article.published.evidence, article.published.interval.edtf) == ("address", "2024-03-12")


def test_byline_on_the_page() -> None:
    assert clean_page(make_page(FRAMES[0]["text"])).byline == "By Anna Field"


@pytest.mark.parametrize(
    "noise",
    [
        "site{i}.com and t.me/x{i} (c) 20{i} Name {i}",
        "{i} March 2024 Published by Reuters {i}",
        "(AP) /TASS/ — {i}",
        "Source: Reuters {i}",
    ],
)
def test_hostile_pages_cost_linear_time(noise: str) -> None:
    def page_of(n: int) -> Callable[[], object]:
        lines = "\n".join(noise.replace("{i}", str(i)) for i in range(n))
        page = make_page(f"{lines}\n{FRAMES[0]['text']}\n{lines}")
        return lambda: clean_page(page)

    assert_linear(page_of, 500)


def test_removed_share_of_nothing() -> None:
    assert removed_share("", []) == 0.0


@pytest.mark.parametrize("address", ["https://pages.example/writer", "//pages.example/writer", "@writer"])
def test_the_address_of_an_author_is_no_author_line(address: str) -> None:
    text = "Council approves a bridge\n\nThe council of the small town approved the plan for a new bridge on Tuesday."
    hints = [
        Hint("byline", address, "html meta article:author"),
        Hint("byline", "A. Writer", "html json-ld author"),
    ]
    assert clean_page(make_page(text, hints=hints)).byline == "A. Writer"
    assert clean_page(make_page(text, hints=hints[:1])).byline is None
