"""The invented pages: the same for the same seed, all thirteen languages, a truth outside the folder, a checker that counts."""

import json
import sys
from itertools import pairwise
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

sys.path.insert(0, str(Path(__file__).parents[2]))
from benchmarks.pages.check import check, show
from benchmarks.pages.happenings import KINDS, plant, spell
from benchmarks.pages.make import make
from benchmarks.pages.words import SHARES, load_words, recall, tell
from benchmarks.pages.writing import FEWEST, write_pages
from helpers.foundation.schemas import LANGUAGES


def test_the_same_seed_gives_the_same_pages():
    happenings = plant(6, 1)
    first = [(p.path, p.data) for p in write_pages(60, happenings, 1)]
    assert first == [(p.path, p.data) for p in write_pages(60, plant(6, 1), 1)]
    assert first != [(p.path, p.data) for p in write_pages(60, plant(6, 2), 2)]
    assert len({path for path, _ in first}) == 60


def test_what_is_planted_lies_apart_and_names_who_held_the_office():
    for number in (6, 100, 500):
        days = [h.day for h in plant(number, 3)]
        assert 0.97 * number <= len(days) <= number, "nothing is planted while an office changes hands"
        assert all((b - a).days >= 7 for a, b in pairwise(days))
    happening = next(h for h in plant(50, 1) if h.kind == "documents" and h.day.year == 2023)
    assert (happening.irn, happening.blr) == ("raisi", "lukashenko")
    with pytest.raises(ValueError, match="too close"):
        plant(1000, 1)


def test_every_language_has_words_for_everything():
    import random

    assert set(SHARES) == set(LANGUAGES)
    keys = set(load_words("en"))
    for language in LANGUAGES:
        words = load_words(language)
        assert set(words) == keys
        assert set(words["happenings"]) == set(KINDS)
        for happening in plant(24, 1):
            for how in ("weekday", "day", ""):
                title, sentences = tell(happening, language, how, random.Random(1))
                text = " ".join([title, *sentences, recall(happening, language, "year")])
                assert "{" not in text and "  " not in text and " ," not in text
                if happening.kind != "exercise":
                    assert spell(happening.irn, language) in text


def test_pages_and_truth(tmp_path):
    truth = make(200, tmp_path / "pages", milestones=6)
    told = json.loads(truth.read_text())
    paths = [p for p in (tmp_path / "pages").rglob("*") if p.is_file()]
    assert truth.parent == tmp_path and len(paths) == 200
    assert {p.suffix for p in paths} == {".html", ".txt"}
    assert len(told["planted"]) == 6
    for planted in told["planted"]:
        assert len(planted["pages"]) >= FEWEST
        assert all((tmp_path / "pages" / name).is_file() for name in planted["pages"])


def test_a_truth_inside_and_a_folder_in_use_are_refused(tmp_path):
    with pytest.raises(SystemExit, match="inside the folder"):
        make(1, tmp_path / "pages", truth=tmp_path / "pages" / "truth.json")
    (tmp_path / "used").mkdir()
    (tmp_path / "used" / "x").touch()
    with pytest.raises(SystemExit, match="not empty"):
        make(1, tmp_path / "used")


def milestone(number, kind, first, last, claims):
    return {
        "milestone_id": f"m{number}",
        "kind": kind,
        "earliest": first,
        "latest": last,
        "claim_ids": claims,
    }


def test_the_checker_counts_found_doubled_wrong_and_extra(tmp_path):
    planted = [
        {"id": name, "kind": "agreement", "day": "2020-05-10", "pages": [f"{name}.txt"]}
        for name in ("a", "b", "c")
    ]
    (tmp_path / "truth.json").write_text(json.dumps({"planted": planted}))
    names = ["a", "b", "c", "other"]
    tables = {
        "articles": [{"article_id": f"art-{n}", "source_path": f"{n}.txt"} for n in names],
        "claims": [{"claim_id": f"clm-{n}", "article_id": f"art-{n}"} for n in names],
        "milestones": [
            milestone(1, "agreement", "2020-05-10", "2020-05-10", ["clm-a"]),
            milestone(2, "agreement", "2020-05-08", "2020-05-12", ["clm-a"]),
            milestone(3, "agreement", "2020-05-11", "2020-05-11", ["clm-b"]),
            milestone(4, "agreement", "2020-01-01", "2020-12-31", ["clm-c"]),
            milestone(5, "consultation", "2020-05-10", "2020-05-10", ["clm-a"]),
            milestone(6, "agreement", "2020-05-10", "2020-05-10", ["clm-other"]),
        ],
    }
    for name, rows in tables.items():
        pq.write_table(pa.Table.from_pylist(rows), tmp_path / f"{name}.parquet")
    score = check(tmp_path / "truth.json", tmp_path)
    assert (score.planted, score.found, score.exact, score.doubles, score.wrong, score.extra) == (
        3,
        1,
        1,
        1,
        1,
        3,
    )
    assert score.missed == ("b", "c")
    assert "recall 0.333" in show(score)
