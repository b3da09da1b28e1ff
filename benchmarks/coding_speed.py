"""Words a second of coding on one core: temporal expressions, actors, claims, and all of it, beside spaCy's blank tokeniser.

    python -m benchmarks.coding_speed

The text is that of the test fixtures (own words, thirteen languages), as articles of twenty sentences.
"""

from __future__ import annotations

import gc
import time
from collections.abc import Callable
from pathlib import Path

import spacy

from benchmarks.rows import Row, show
from helpers.coding.actors import find_mentions
from helpers.coding.code_article import code_article
from helpers.coding.timex import find_timexes
from helpers.foundation.dates import read_edtf
from helpers.foundation.provenance import Span
from helpers.foundation.records import Article, Page, Passage, Publication
from helpers.foundation.settings import load_yaml

FIXTURES = Path(__file__).resolve().parents[1] / "tests" / "coding" / "claims" / "fixtures"
DATE = read_edtf("2023-05-10")


def make_articles() -> list[Article]:
    out = []
    for path in sorted(FIXTURES.glob("*.yml")):
        sentences = [case["text"] for case in load_yaml(path)]
        for i in range(0, len(sentences), 20):
            text = "\n".join(sentences[i : i + 20])
            passages, at = [], 0
            for line in text.split("\n"):
                passages.append(Passage("body", Span(at, at + len(line))))
                at += len(line) + 1
            page = Page(f"{path.stem}-{i}.txt", "sha256:0", "", "text/plain", "utf-8", "valid utf-8", text)
            out.append(
                Article(
                    f"art-{path.stem}-{i}", page, tuple(passages), (), path.stem, None, "", None,
                    Publication(DATE, "metadata"), (), 0.0,
                )
            )  # fmt: skip
    return out


def rate(articles: list[Article], work: Callable[[Article], object], rounds: int = 10) -> float:
    words = sum(len(a.page.text.split()) for a in articles) * rounds
    for article in articles:
        work(article)
    gc.collect()
    gc.freeze()  # what the others of this comparison keep in memory is not this one's to be searched
    begin = time.process_time()
    for _ in range(rounds):
        for article in articles:
            work(article)
    return words / (time.process_time() - begin)


def measure() -> list[Row]:
    """Words a second of each step beside spaCy's blank pipelines."""
    articles = make_articles()
    pipelines = {}
    for language in {a.language for a in articles}:
        nlp = spacy.blank(language if language != "be" else "xx")
        nlp.add_pipe("sentencizer")
        pipelines[language] = nlp
    blank = rate(articles, lambda a: pipelines[a.language](a.page.text), rounds=3)
    steps = {
        "temporal expressions": rate(
            articles, lambda a: find_timexes(a.page.text, a.language, DATE), rounds=3
        ),
        "actors": rate(articles, lambda a: find_mentions(a.page.text, a.language), rounds=3),
        "all of coding": rate(articles, code_article, rounds=3),
    }
    return [
        Row(
            name,
            f"{words:,.0f} words/s",
            f"spaCy blank {blank:,.0f}",
            words / blank,
            "of its speed; every sentence holds claims",
        )
        for name, words in steps.items()
    ]


def main() -> None:
    print(show(measure()))


if __name__ == "__main__":
    main()
