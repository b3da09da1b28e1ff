from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from page_frames import load_frames

from helpers.clean import overview
from helpers.clean.articles import article_row, clean_page, line_rows
from helpers.clean.duplicates import group_stories
from helpers.foundation.errors import InputError, VerificationError
from helpers.foundation.records import Page
from helpers.ingest.read import list_raw_files, read_raw_file

FRAMES = load_frames()[::5]
Tables = tuple[list[dict[str, Any]], list[dict[str, Any]], list[dict[str, Any]], Path]


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> Tables:
    raw = tmp_path_factory.mktemp("raw")
    for frame in FRAMES:
        (raw / f"{frame['id']}.txt").write_text(
            frame["text"] + "\n<script>alert('x')</script>\n", encoding="utf-8"
        )
    (raw / "copy.txt").write_text(FRAMES[0]["text"], encoding="utf-8")
    (raw / "empty.txt").write_bytes(b"")
    articles, quarantine = [], []
    for path in list_raw_files(raw):
        for record in read_raw_file(path, raw):
            if isinstance(record, Page):
                articles.append(clean_page(record))
            else:
                quarantine.append(
                    {
                        "source_path": record.source_path,
                        "source_part": "",
                        "reason": record.reason,
                        "detail": record.detail,
                    }
                )
    stories = group_stories(articles)
    rows = [article_row(a, stories[a.article_id]) for a in articles]
    return rows, [r for a in articles for r in line_rows(a)], quarantine, raw


def test_counts_reconcile(tables: Tables) -> None:
    articles, lines, quarantine, _ = tables
    n = len(FRAMES) + 2
    counted = overview.count_files(articles, quarantine, n_files=n)
    assert counted.loc["all", "files"] == n
    assert counted["files"].to_dict() == {"articles": n - 1, "some of each": 0, "quarantine": 1, "all": n}
    with pytest.raises(VerificationError, match="must reconcile"):
        overview.count_files(articles, quarantine, n_files=n + 1)
    assert overview.count_by(articles, "outlet", "language")["articles"].sum() == len(articles)
    assert overview.count_months(articles)["all"].sum() == len(articles)
    assert overview.count_evidence(articles).to_numpy().sum() == len(articles)
    assert overview.count_reasons(lines)["lines"].sum() == len(lines)
    assert overview.list_stories(articles)["articles"].sum() == len(articles)
    assert overview.list_stories(articles)["articles"].max() >= 2  # the copied file
    assert list(overview.list_quarantine(quarantine)["reason"]) == ["empty"]
    assert len(overview.list_publications(articles)) == len(articles)
    assert "2024-03" in overview.count_months(articles).index


def test_before_and_after(tables: Tables) -> None:
    articles, lines, _, raw = tables
    article = overview.choose_page(articles, f"{FRAMES[0]['id']}.txt")
    page = overview.read_page(article, raw)
    table = overview.compare_lines(page.text, [r for r in lines if r["article_id"] == article["article_id"]])
    split = page.text.split("\n")
    assert all(before in split[n - 1] for n, before in zip(table["line"], table["before"], strict=True))
    assert "\n".join(a for a in table["after"] if a) == f"{article['title']}\n{article['body']}"
    html = overview.render_page(articles, lines, raw, source_path=article["source_path"])
    assert "<script" not in html and "&lt;script&gt;" in html
    assert "The mayors of the two harbour towns" in html
    assert overview.render_page(articles, lines, raw).startswith("<style>")


def test_wrong_pages(tables: Tables, tmp_path: Path) -> None:
    articles, lines, _, raw = tables
    with pytest.raises(InputError, match=r"'nowhere\.txt' became no article"):
        overview.render_page(articles, lines, raw, source_path="nowhere.txt")
    with pytest.raises(InputError, match="no article to show"):
        overview.choose_page([])
    changed = {**articles[0], "page_text_sha256": "sha256:0"}
    with pytest.raises(VerificationError, match="does not give the page text"):
        overview.read_page(changed, raw)
