"""Claims that were kept come back as they were read, with their types; what would not come back is refused."""

from __future__ import annotations

import shutil
from dataclasses import fields
from pathlib import Path

import pytest

from helpers.chronology.build import load_knowledge
from helpers.chronology.evidence import Evidence
from helpers.chronology.pipeline import Processed, process_folder
from helpers.chronology.reading import Block, ReadBefore, Reading, read_claims
from helpers.foundation.cache import Cache
from helpers.foundation.settings import load_profile

PAGES = Path(__file__).parent / "pages"


@pytest.fixture(scope="module")
def processed(tmp_path_factory: pytest.TempPathFactory) -> Processed:
    raw = tmp_path_factory.mktemp("raw")
    for case in sorted(p for p in PAGES.iterdir() if p.is_dir())[:8]:
        shutil.copytree(case, raw / case.name)
    return process_folder(raw, profile=load_profile())


def _blocks(processed: Processed, asked: list[str]) -> list[Block]:
    articles = list(processed.corpus.articles)

    def block(n: int) -> Block:
        own = articles[n::3]

        def load():
            asked.append(str(n))
            pairs = (
                (a, [c for c in processed.coded.claims if c["article_id"] == a["article_id"]]) for a in own
            )
            ids = {a["article_id"] for a in own}
            return pairs, (t for t in processed.coded.timexes if t["article_id"] in ids)

        return Block(f"{n:064d}", [a["article_id"] for a in own], load)

    return [block(n) for n in range(3)]


def _types(reading: Reading) -> list[list[type]]:
    return [[type(getattr(claim, f.name)) for f in fields(Evidence)] for claim in reading.claims]


def test_kept_claims_are_those_that_were_read(processed: Processed, tmp_path: Path) -> None:
    rules = load_knowledge(load_profile()).rules
    asked: list[str] = []
    blocks = _blocks(processed, asked)
    anew = ReadBefore(Cache(tmp_path / "none"), blocks).read_anew(rules, decided=frozenset())
    first = ReadBefore(Cache(tmp_path / "kept"), blocks).read(rules)
    assert len(first.claims) > 10 and first.relative
    assert (first.claims, first.relative) == (anew.claims, anew.relative)
    asked.clear()
    again = ReadBefore(Cache(tmp_path / "kept"), blocks).read(rules)
    assert asked == [] and (again.claims, again.relative) == (first.claims, first.relative)
    assert _types(again) == _types(first)


def test_a_damaged_block_is_read_anew(processed: Processed, tmp_path: Path) -> None:
    rules = load_knowledge(load_profile()).rules
    asked: list[str] = []
    blocks = _blocks(processed, asked)
    first = ReadBefore(Cache(tmp_path), blocks).read(rules)
    entry = max(
        (p for p in (tmp_path / "evidence").rglob("*") if p.is_file()), key=lambda p: p.stat().st_size
    )
    entry.write_bytes(entry.read_bytes()[:-1] + b"?")
    asked.clear()
    assert ReadBefore(Cache(tmp_path), blocks).read(rules).claims == first.claims
    assert len(asked) == 1


def test_nothing_is_kept_of_a_run_whose_configuration_changed(processed: Processed, tmp_path: Path) -> None:
    blocks = _blocks(processed, [])
    before = ReadBefore(Cache(tmp_path), blocks)
    before.read(load_knowledge(load_profile()).rules)
    before.disown()
    assert not any(Cache(tmp_path).has("evidence", block.key) for block in blocks)


def test_rows_are_given_of_claims_decided_on(processed: Processed) -> None:
    rules = load_knowledge(load_profile()).rules
    pairs = [(a, [c for c in processed.coded.claims if c["article_id"] == a["article_id"]]) for a in processed.corpus.articles]  # fmt: skip
    plain = read_claims(pairs, processed.coded.timexes, rules)
    assert not plain.rows
    claim = plain.claims[0]
    decided = read_claims(pairs, processed.coded.timexes, rules, decided=frozenset({claim.key}))
    assert list(decided.rows) == [claim.claim_id]
    row, article = decided.rows[claim.claim_id]
    assert row["claim_id"] == claim.claim_id and article["article_id"] == claim.article_id
