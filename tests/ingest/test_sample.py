"""The sample corpus: own-words digests with whole sidecars, readable, in ten languages, and its gold names only what is there."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
import yaml

from helpers.foundation.dates import read_edtf
from helpers.foundation.records import Page
from helpers.foundation.schemas import CLAIM_KINDS, LANGUAGES, PUBLISHED_EVIDENCE, STATUSES
from helpers.ingest.read import list_raw_files, read_raw_file, survey_raw_folder

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "data" / "raw" / "sample"
CORPUS = Path(__file__).resolve().parents[3] / "shared" / "corpus"
GOLD = yaml.safe_load((ROOT / "tests" / "sample_gold.yml").read_text(encoding="utf-8"))


def pages() -> list[Page]:
    records = [r for path in list_raw_files(SAMPLE) for r in read_raw_file(path, SAMPLE)]
    assert all(isinstance(r, Page) for r in records), records
    return [r for r in records if isinstance(r, Page)]


def test_every_page_is_read_and_says_what_it_is() -> None:
    folder = survey_raw_folder(SAMPLE)
    assert len(folder.files) == len(folder.sidecars) >= 16
    assert not folder.orphans
    for page in pages():
        assert page.sidecar["label"].startswith("own-words digest made for demonstration")
        assert page.sidecar["licence"] == "CC BY 4.0"
        assert page.sidecar["derived_from"]
        assert page.sidecar["sha256"] == page.source_sha256


def test_the_languages_asked_for_are_there() -> None:
    counts = Counter(page.sidecar["language"] for page in pages())
    assert set(counts) <= set(LANGUAGES)
    assert set(counts) >= {"en", "ru", "de", "ro", "fa", "be"}
    assert {page.source_path[:2]: page.sidecar["language"] for page in pages()} == {
        k: v["language"] for k, v in GOLD["articles"].items()
    }


def test_the_gold_speaks_of_these_files_in_these_words() -> None:
    numbers = {page.source_path[:2] for page in pages()}
    for number, article in GOLD["articles"].items():
        assert number in numbers
        assert article["evidence"] in PUBLISHED_EVIDENCE
        read_edtf(article["published"])
    ids = [m["id"] for m in GOLD["milestones"]]
    assert len(ids) == len(set(ids))
    for milestone in GOLD["milestones"]:
        assert set(milestone["files"]) <= numbers
        assert milestone["kind"] in CLAIM_KINDS
        assert milestone["status"] in STATUSES
        assert milestone["n_origins"] == len(milestone["origins"])
        read_edtf(milestone["date"])
    assert {e["file"] for e in GOLD["not_milestones"]} <= numbers


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the shared development corpus is not on this machine")
def test_nothing_is_copied_from_publishers() -> None:
    def runs(text: str) -> set[tuple[str, ...]]:
        words = text.lower().split()
        return {tuple(words[i : i + 12]) for i in range(len(words) - 11)}

    theirs = set().union(*(runs(path.read_text(encoding="utf-8")) for path in CORPUS.glob("*.txt")))
    for page in pages():
        assert not runs(page.text) & theirs, page.source_path
