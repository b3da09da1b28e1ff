"""Accounts that were kept come back as they were made; what others changed is grouped anew."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from helpers.chronology.accounts import Account
from helpers.chronology.build import load_knowledge, make_accounts
from helpers.chronology.events import Constraints
from helpers.chronology.evidence import Evidence, EvidenceReader
from helpers.chronology.grouped import Grouped
from helpers.chronology.likeness import Comparer
from helpers.chronology.pipeline import process_folder
from helpers.chronology.reading import Block
from helpers.chronology.rules import read_joining
from helpers.foundation.cache import Cache
from helpers.foundation.settings import load_profile

PAGES = Path(__file__).parent / "pages"


@pytest.fixture(scope="module")
def evidence(tmp_path_factory: pytest.TempPathFactory) -> list[Evidence]:
    raw = tmp_path_factory.mktemp("raw")
    for case in sorted(p for p in PAGES.iterdir() if p.is_dir())[:8]:
        shutil.copytree(case, raw / case.name)
    processed = process_folder(raw, profile=load_profile())
    reader = EvidenceReader(load_knowledge(load_profile()).rules, {})
    claims = processed.coded.claims
    return [
        e
        for article in processed.corpus.articles
        for e in reader.read_article(article, [c for c in claims if c["article_id"] == article["article_id"]])
    ]


def _group(evidence: list[Evidence], grouped: Grouped | None, anew: frozenset[str] = frozenset()) -> list[Account]:  # fmt: skip
    known = load_knowledge(load_profile())
    comparer = Comparer(rules=known.rules, joining=read_joining(load_profile()), people=known.people)
    return make_accounts(
        evidence, comparer=comparer, known=known, constraints=Constraints(), grouped=grouped, anew=anew
    )


def _blocks(evidence: list[Evidence]) -> list[Block]:
    articles = sorted({e.article_id for e in evidence})
    return [Block(f"{n:064d}", articles[n::3], lambda: ((), ())) for n in range(3)]


def test_kept_accounts_are_those_that_were_made(evidence: list[Evidence], tmp_path: Path) -> None:
    made = _group(evidence, None)
    assert len(made) > 10
    assert _group(evidence, Grouped(Cache(tmp_path), _blocks(evidence))) == made
    cache = Cache(tmp_path)
    again = _group(evidence, Grouped(cache, _blocks(evidence)))
    assert again == made and cache.found == 3 and cache.missed == 0
    assert [type(a.features.stories) for a in again] == [type(a.features.stories) for a in made]


def test_articles_whose_claims_changed_are_grouped_anew_and_not_kept(
    evidence: list[Evidence], tmp_path: Path
) -> None:
    made = _group(evidence, None)
    first = made[0].article_id
    grouped = Grouped(Cache(tmp_path), _blocks(evidence))
    assert _group(evidence, grouped, frozenset({first})) == made
    cache = Cache(tmp_path)
    told = cache.get("accounts", _blocks(evidence)[0].key)
    assert told is not None and first.encode() not in told
    assert _group(evidence, Grouped(cache, _blocks(evidence))) == made


def test_nothing_is_kept_of_a_run_whose_configuration_changed(
    evidence: list[Evidence], tmp_path: Path
) -> None:
    grouped = Grouped(Cache(tmp_path), _blocks(evidence))
    _group(evidence, grouped)
    grouped.disown()
    assert not any(Cache(tmp_path).has("accounts", block.key) for block in grouped.blocks)
