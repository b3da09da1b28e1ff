"""Tables that stay on disk give what rows in memory give, and no more of them is read than is asked for."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from helpers.chronology import pipeline
from helpers.chronology.build import build_chronology
from helpers.chronology.pipeline import Processed, code_corpus, process_folder
from helpers.chronology.stored import ARTICLE_COLUMNS, build_stored, read_charted, stored_articles
from helpers.foundation.errors import DossierError, InputError, SchemaError
from helpers.foundation.schemas import ARTICLES, CLAIMS, TABLES
from helpers.foundation.settings import load_profile
from helpers.foundation.storage import read_rows, write_table
from helpers.foundation.stored import read_some, stored_rows

PAGES = Path(__file__).parent / "pages"


@pytest.fixture(scope="module")
def processed(tmp_path_factory: pytest.TempPathFactory) -> Processed:
    raw = tmp_path_factory.mktemp("raw")
    for case in sorted(p for p in PAGES.iterdir() if p.is_dir())[:4]:
        shutil.copytree(case, raw / case.name)
    (raw / "kite.txt").write_text(
        "A kite over the mill\n\nA kite was seen over the mill. It was blue and had no string.\n"
    )
    return process_folder(raw, profile=load_profile())


@pytest.fixture
def folder(processed: Processed, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The tables on disk, in row groups of a few rows."""
    monkeypatch.setattr("helpers.foundation.table_files.GROUP_ROWS", 5)
    for name in ("articles", "timexes", "claims"):
        write_table(TABLES[name], processed.tables[name], tmp_path)
    return tmp_path


def test_the_chronology_is_that_of_rows_in_memory(processed: Processed, folder: Path) -> None:
    stored = build_stored(folder, profile=load_profile())
    in_memory = build_chronology(
        processed.corpus.articles, processed.coded.claims, timexes=processed.coded.timexes, profile=load_profile()
    )  # fmt: skip
    assert stored == in_memory and stored.events and stored.without_claims


def test_a_claim_without_its_article_is_refused(processed: Processed, folder: Path) -> None:
    write_table(ARTICLES, [a for a in processed.corpus.articles if a["title"] is None], folder)
    with pytest.raises(SchemaError, match="which is not in the articles table"):
        build_stored(folder, profile=load_profile())


def test_only_what_milestones_and_contradictions_rest_on_is_read(folder: Path) -> None:
    built = build_stored(folder, profile=load_profile())
    claims, articles = read_charted(folder, built.milestones, built.contradictions)
    wanted = {c for m in (*built.milestones, *built.contradictions) for c in m["claim_ids"]}
    assert wanted and {c["claim_id"] for c in claims} == wanted
    assert {a["article_id"] for a in articles} == {c["article_id"] for c in claims}
    every = {c["claim_id"]: c for c in read_rows(CLAIMS, folder)}
    assert all(claim == every[claim["claim_id"]] for claim in claims)


def test_articles_come_without_their_texts(processed: Processed, folder: Path) -> None:
    articles = stored_articles(folder)
    assert len(articles) == len(processed.corpus.articles)
    assert all(tuple(a) == ARTICLE_COLUMNS for a in articles)


def test_articles_are_coded_from_disk_as_from_memory(
    processed: Processed, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pipeline, "FEW_ROWS", 0)
    coded = code_corpus(stored_rows(ARTICLES, folder))
    assert coded.claims == processed.coded.claims and coded.claims
    assert coded.timexes == processed.coded.timexes


def test_rows_are_found_by_a_column_that_is_not_asked_for(folder: Path) -> None:
    first = read_rows(ARTICLES, folder)[0]
    found = read_some(ARTICLES, folder, ["language"], where="article_id", among={first["article_id"]})
    assert found == [{"language": first["language"]}]


def test_missing_and_damaged_tables_say_what_to_do(folder: Path) -> None:
    path = folder / "claims.parquet"
    data = path.read_bytes()
    path.write_bytes(data[:100] + bytes(200) + data[300:])
    with pytest.raises(DossierError, match="damaged"):
        list(stored_rows(CLAIMS, folder))
    path.write_bytes(data[:-20])
    with pytest.raises(DossierError, match="damaged"):
        stored_rows(CLAIMS, folder)
    path.unlink()
    with pytest.raises(InputError, match="the table is not there"):
        stored_rows(CLAIMS, folder)
