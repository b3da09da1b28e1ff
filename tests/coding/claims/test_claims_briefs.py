"""News briefs written in ignorance of the lexicons: precision and recall by language stay above their floors.

Briefs stand in briefs/<lang>.yml: id, dct the day of publication, title, text sentence by sentence, and their claims with the keys of
tests/gold (q the words of the page they stand in; opt may be coded or not; hl in the headline). A claim is found where one of its kind and
parties is coded in the sentence that q stands in. Those with an odd id may be read to mend what is general; those with an even id are scored
and never read:

    python tests/coding/claims/test_claims_briefs.py ru pl      # odd: figures and what differs; even: figures only
    python tests/coding/claims/test_claims_briefs.py --figures  # figures of all languages
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).parents[2] / "gold"))
sys.path.insert(0, str(Path(__file__).parent))
from passage_figures import PARTS, hold_floor, print_figures, read_items, show_rates
from scoring import Score, compare_claims, make_article, note_extra
from test_claims_blind import KINDS, POLARITIES, STATUSES, is_of_both

from helpers.coding.code_article import code_article
from helpers.foundation.records import Claim

BRIEFS = Path(__file__).parent / "briefs"
FIELDS = ("s", "p", "d", "pl", "a", "n")
# precision, recall per language and part: a little below what holds now
FLOORS: dict[tuple[str, str], tuple[float, float]] = {
    ("es", "odd"): (0.94, 0.89),
    ("es", "even"): (0.82, 0.7),
    ("fa", "odd"): (0.94, 0.96),
    ("fa", "even"): (0.96, 0.84),
    ("it", "odd"): (0.93, 0.88),
    ("it", "even"): (0.94, 0.86),
    ("ro", "odd"): (0.97, 0.94),
    ("ro", "even"): (0.93, 0.88),
    ("be", "even"): (0.97, 0.86),
    ("be", "odd"): (0.95, 0.85),
    ("lt", "even"): (0.95, 0.95),
    ("lt", "odd"): (0.94, 0.87),
    ("pl", "even"): (0.93, 0.88),
    ("pl", "odd"): (0.95, 0.92),
    ("de", "even"): (0.88, 0.84),
    ("de", "odd"): (0.94, 0.85),
    ("en", "even"): (0.8, 0.8),
    ("en", "odd"): (0.94, 0.9),
    ("fr", "even"): (0.83, 0.83),
    ("fr", "odd"): (0.97, 0.93),
    ("tr", "even"): (0.87, 0.83),
    ("tr", "odd"): (0.97, 0.93),
    ("ru", "even"): (0.92, 0.87),
    ("ru", "odd"): (0.93, 0.93),
    ("uk", "even"): (0.94, 0.86),
    ("uk", "odd"): (0.95, 0.9),
}
LANGUAGES = sorted(p.stem for p in BRIEFS.glob("*.yml"))


def claims_of(language: str, item: dict[str, Any]) -> list[list[Claim]]:
    """The claims of the two by sentence, those of the headline first."""
    sentences = [item["title"], *item["text"]]
    article = make_article(
        language,
        {"id": f"{language}-{item['id']}", "ctx": item["title"], "text": " ".join(item["text"]), "dct": item["dct"]},
    )  # fmt: skip
    page_text = article.page.text
    starts = []
    for sentence in sentences:
        starts.append(page_text.index(sentence, starts[-1] if starts else 0))
    claims: list[list[Claim]] = [[] for _ in sentences]
    for claim in code_article(article)[1]:
        if is_of_both(claim):
            claims[sum(start < claim.end for start in starts) - 1].append(claim)
    return claims


def golds_of(item: dict[str, Any]) -> list[list[dict[str, Any]]]:
    """The gold claims by sentence, those of the headline first."""
    golds: list[list[dict[str, Any]]] = [[] for _ in range(len(item["text"]) + 1)]
    for gold in item["claims"]:
        places = [0] if gold.get("hl") else [i for i, s in enumerate(item["text"], 1) if gold["q"] in s]
        if not places:
            raise ValueError(f"brief {item['id']}: {gold['q']!r} stands in no sentence")
        golds[places[0]].append(gold)
    return golds


def score(language: str, part: str) -> tuple[Counter[str], list[str]]:
    """Counts of a part of a language, and what differs."""
    count: Counter[str] = Counter()
    said: list[str] = []
    for item in read_items(BRIEFS, language):
        if item["id"] % 2 != PARTS[part]:
            continue
        graded = Score()
        sentences = [item["title"], *item["text"]]
        for golds, claims, sentence in zip(golds_of(item), claims_of(language, item), sentences, strict=True):
            known = len(graded.problems)
            left = compare_claims(graded, "", language, golds, claims)
            graded.given[language] += len(claims)
            note_extra(graded, "", left)
            if len(graded.problems) > known:
                said.append(f"{language}-{item['id']} ({item['dct']}) {sentence}")
                said += ["    " + line for line in graded.problems[known:]]
        count.update(gold=graded.gold.total(), given=graded.given.total(), hit=graded.hit.total())
        for key in FIELDS:
            count.update({f"{key} n": graded.fields[key]["n"], f"{key} right": graded.fields[key]["right"]})
    return count, said


def figures(count: Counter[str]) -> str:
    """One line: precision, recall, the share right of each field."""
    shares = [f"{k} {count[k + ' right'] / count[k + ' n']:.2f}" for k in FIELDS if count[k + " n"]]
    return f"{show_rates(count)} {' '.join(shares)}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_briefs_are_labelled_in_full(language: str) -> None:
    items = read_items(BRIEFS, language)
    assert [item["id"] for item in items] == list(range(1, len(items) + 1))
    for item in items:
        assert sum(map(len, golds_of(item))) == len(item["claims"])
        for gold in item["claims"]:
            assert gold.get("k", "other") in KINDS, (item["id"], gold)
            assert gold.get("s", "held") in STATUSES, (item["id"], gold)
            assert gold.get("p", "asserted") in POLARITIES, (item["id"], gold)
            assert "opt" in gold or "k" in gold, (item["id"], gold)


@pytest.mark.parametrize(("language", "part"), sorted(FLOORS))
def test_claims_of_briefs(language: str, part: str) -> None:
    hold_floor(FLOORS[language, part], score(language, part), part, figures)


if __name__ == "__main__":
    print_figures(sys.argv[1:], LANGUAGES, score, figures)
