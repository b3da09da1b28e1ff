"""Scores the chronologies of this folder, with the measures of tests/gold.

.venv/bin/python tests/coding/claims/chronicles/chronicle_scoring.py tune [--problems] [name]
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

sys.path.insert(0, str(Path(__file__).parents[3] / "gold"))
from scoring import Score, compare_claims, note_extra

from helpers.coding.code_article import code_article
from helpers.foundation.dates import read_edtf
from helpers.foundation.provenance import Span
from helpers.foundation.records import Article, Page, Passage, Publication

HERE = Path(__file__).parent


def read_chronicle(name: str, item: Mapping[str, Any]) -> Article:
    """An article of a headline and one passage a line, published on the day the fixture gives."""
    parts = [item["title"], *item["text"].strip().split("\n")]
    text = "\n".join(parts)
    passages, at = [], 0
    for number, part in enumerate(parts):
        passages.append(Passage("body" if number else "title", Span(at, at + len(part))))
        at += len(part) + 1
    page = Page(f"{name}.txt", "sha256:0", "", "text/plain", "utf-8", "valid utf-8", text)
    published = Publication(read_edtf(item["published"]), "metadata")
    return Article(name, page, tuple(passages), (), item["language"], None, "", None, published, (), 0.0)


def score_chronicles(part: str, only: str = "") -> Score:
    """Claims of the chronologies of a part against their gold; those of headlines are not counted."""
    score = Score()
    items = yaml.load((HERE / f"{part}.yml").read_text(encoding="utf-8"), yaml.BaseLoader)
    for name, item in items.items():
        if not name.startswith(only):
            continue
        article = read_chronicle(name, item)
        given = [c for c in code_article(article)[1] if c.role != "title"]
        groups: dict[tuple[int, int], list[Mapping[str, Any]]] = {}
        for gold in item["claims"]:
            at = article.page.text.rindex(gold["q"])
            owner = next((c for c in given if c.start < at + len(gold["q"]) and at < c.end), None)
            groups.setdefault((owner.start, owner.end) if owner else (at, at), []).append(gold)
        left = list(given)
        for (start, end), wanted in groups.items():
            there = [c for c in left if c.start < end and start < c.end]
            rest = compare_claims(score, name, item["language"], wanted, there)
            left = [c for c in left if c not in there or c in rest]
        score.given[item["language"]] += len(given)
        note_extra(score, name, left)
    return score


def main() -> int:
    """Print the figures of a part; with --problems what differs (of the scored part: never)."""
    part = sys.argv[1]
    names = [a for a in sys.argv[2:] if not a.startswith("-")]
    score = score_chronicles(part, names[0] if names else "")
    print(
        f"{part}: precision {score.precision:.3f}, recall {score.recall:.3f} ({score.gold.total()} gold claims)"
    )
    for language in sorted(score.gold):
        print(
            f"  {language}: {score.hit[language]} of {score.gold[language]} gold, {score.given[language]} given"
        )
    for key, counts in score.fields.items():
        if counts["n"]:
            print(f"  {key}: right {score.share(key):.3f} of {counts['n']}")
    print(f"  dates that exclude the truth: {len(score.wrong_dates)}")
    if "--problems" in sys.argv and part == "tune":
        print("\n".join(score.problems))
    return 0


if __name__ == "__main__":
    sys.exit(main())
