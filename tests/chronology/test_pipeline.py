"""The steps over a folder: rows alone carry what coding needs, nothing is lost, processes do not matter."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from helpers.chronology.folder import NAMES
from helpers.chronology.pipeline import article_of_row, clean_corpus, code_corpus, mark_failed, process_folder
from helpers.clean.articles import article_row, clean_page
from helpers.cli.code import code
from helpers.coding.code_article import code_article
from helpers.foundation.engine import Engine
from helpers.foundation.errors import InputError
from helpers.foundation.records import Page
from helpers.foundation.schemas import TABLES
from helpers.foundation.settings import load_profile
from helpers.ingest.read import list_raw_files, read_raw_file

PAGES = Path(__file__).parent / "pages"


def test_article_of_its_row_is_coded_alike() -> None:
    for path in list_raw_files(PAGES):
        for page in read_raw_file(path, PAGES):
            assert isinstance(page, Page)
            article = clean_page(page)
            again = article_of_row(article_row(article))
            assert code_article(again) == code_article(article), path.name
            for passage, other in zip(article.passages, again.passages, strict=True):
                assert passage == other and passage.span.of(page.text) == other.span.of(again.page.text)


def test_every_file_ends_as_article_or_in_quarantine(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text("")
    (tmp_path / "noise.bin").write_bytes(bytes(range(256)) * 20)
    (tmp_path / "menu.txt").write_text("Home\nContact\nImprint\n")
    source = PAGES / "attache" / "en-attache.txt"
    (tmp_path / "page.txt").write_bytes(source.read_bytes())
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "copy.txt").write_bytes(source.read_bytes())
    result = process_folder(tmp_path, profile=load_profile())
    articles = {a["source_path"] for a in result.corpus.articles}
    quarantined = {q["source_path"] for q in result.corpus.quarantine}
    assert result.corpus.n_files == 5 and not articles & quarantined
    assert len(articles | quarantined) == 5 and articles == {"page.txt", "sub/copy.txt"}
    for name, rows in result.tables.items():
        TABLES[name].check_rows(rows)
    [event] = result.chronology.milestones
    assert event["n_articles"] == 2 and event["n_origins"] == 1, "two copies of one file are one origin"


def test_processes_do_not_matter() -> None:
    folder = PAGES / "denial"
    one = process_folder(folder, profile=load_profile(), engine=Engine(workers=1))
    two = process_folder(folder, profile=load_profile(), engine=Engine(workers=2))
    assert one == two


def test_language_that_is_not_coded_goes_to_quarantine() -> None:
    profile = replace(load_profile(), languages=("de", "ru"))
    corpus = clean_corpus(PAGES / "summit-many-tongues", profile=profile)
    assert corpus.articles == () and {q["reason"] for q in corpus.quarantine} == {"language not supported"}


def test_page_that_breaks_the_coder_is_listed(monkeypatch: pytest.MonkeyPatch) -> None:
    from helpers.coding import corpus as coding

    def fail(_: object) -> None:
        raise RuntimeError("no such luck")

    monkeypatch.setattr(coding, "code_article", fail)
    corpus = clean_corpus(PAGES / "attache", profile=load_profile())
    coded = code_corpus(corpus.articles, engine=Engine(workers=1))
    marked = mark_failed(corpus, coded.failed)
    assert marked.articles[0]["status"] == "quarantined"
    [listed] = marked.quarantine
    assert listed["reason"] == "failed" and "no such luck" in listed["detail"]
    TABLES["articles"].check_rows(marked.articles)


def test_command_writes_twins_and_prints_counts(tmp_path: Path) -> None:
    result = CliRunner().invoke(code, [str(PAGES / "attache"), str(tmp_path / "out")], catch_exceptions=False)
    assert (
        result.exit_code == 0 and "1 files: 1 articles" in result.output and "1 milestones" in result.output
    )
    import pyarrow.parquet as pq

    for name in NAMES:
        rows = pq.read_table(tmp_path / "out" / f"{name}.parquet").to_pylist()
        lines = (tmp_path / "out" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
        twins = [json.loads(line) for line in lines]
        for row, twin in zip(rows, twins, strict=True):
            for column in TABLES[name].columns:
                held = json.loads(row[column.name]) if column.kind == "json" else row[column.name]
                assert twin[column.name] == held


def test_two_runs_give_the_same_bytes(tmp_path: Path) -> None:
    for name in ("a", "b"):
        CliRunner().invoke(code, [str(PAGES / "tehran-week"), str(tmp_path / name)], catch_exceptions=False)
    for path in sorted((tmp_path / "a").iterdir()):
        assert path.read_bytes() == (tmp_path / "b" / path.name).read_bytes(), path.name


def test_wrong_folders_are_refused(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    for source, target in (
        (tmp_path / "none", tmp_path / "out"),
        (tmp_path / "empty", tmp_path / "out"),
        (PAGES, PAGES / "out"),
    ):
        with pytest.raises(InputError):
            CliRunner().invoke(code, [str(source), str(target)], catch_exceptions=False)
    assert not (tmp_path / "out").exists()
