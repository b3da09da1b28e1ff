"""The report of 2,000 milestones and 20,000 claims: seconds, memory and bytes of page and PDF, against their budgets."""

from __future__ import annotations

import argparse
import json
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests" / "report"))

MILESTONES, CLAIMS = 2_000, 20_000
# seconds of processor time, so that other work on the machine does not count
SECONDS, MEMORY, PAGE = 30.0, 1_000_000_000, 6_000_000
SCRIPTS = {
    "latin": ("bcdfghklmnprstvz", "aeiou"),
    "cyrillic": ("бвгджзклмнпрстфхцчш", "аеиоуыя"),
    "arabic": ("بپتجچدرزسشفقکگلمنهی", "اوی"),
}
OF_LANGUAGE = {"ru": "cyrillic", "be": "cyrillic", "uk": "cyrillic", "fa": "arabic"}


class Writer:
    """Invented prose that packs about as badly as real prose (about 3 bits a letter where there is much of it)."""

    def __init__(self, seed: int = 7):
        self.draw = random.Random(seed)
        self.words = {name: self._make_words(*letters) for name, letters in SCRIPTS.items()}
        self.weights = [1 / (rank + 2) ** 1.1 for rank in range(6_000)]

    def _make_words(self, consonants: str, vowels: str) -> list[str]:
        pick = self.draw.choice
        return [
            "".join(pick(consonants) + pick(vowels) for _ in range(self.draw.choice((1, 2, 2, 3, 3, 4))))
            for _ in range(6_000)
        ]

    def sentence(self, language: str, words: int) -> str:
        """A sentence of so many words in the script of a language."""
        drawn = self.draw.choices(
            self.words[OF_LANGUAGE.get(language, "latin")], weights=self.weights, k=words
        )
        return " ".join(drawn).capitalize() + "."


def write_corpus(folder: Path) -> None:
    """Tables of the size wanted: three claims an article, a passage of two to four sentences around each quote."""
    from report_tables import big_tables

    from helpers.foundation import schemas, storage

    rows, writer = big_tables(MILESTONES, CLAIMS), Writer()
    keep = CLAIMS // 3
    articles = rows["articles"][:keep]
    first_ends: dict[str, list[int]] = {}
    for article in articles:
        article["title"] = writer.sentence(article["language"], 9)
        sentences = [
            [writer.sentence(article["language"], writer.draw.randrange(9, 24)) for _ in range(writer.draw.randrange(2, 5))]
            for _ in article["body_spans"]
        ]  # fmt: skip
        paragraphs, at, spans = [" ".join(s) for s in sentences], 100, []
        for text in paragraphs:
            spans.append([at, at + len(text)])
            at += len(text) + 1
        article["body_spans"], article["body"], article["lead_span"] = spans, "\n".join(paragraphs), spans[0]
        first_ends[article["article_id"]] = [
            span[0] + len(s[0]) for span, s in zip(spans, sentences, strict=True)
        ]
    for n, claim in enumerate(rows["claims"]):
        article = articles[n // 3] if n // 3 < keep else articles[-1]
        part = n % len(article["body_spans"])
        claim["article_id"], claim["language"] = article["article_id"], article["language"]
        claim["start"], claim["end"] = article["body_spans"][part][0], first_ends[article["article_id"]][part]
        at = claim["start"] - 100
        claim["quote"] = article["body"][at : at + claim["end"] - claim["start"]]
    kept = {a["article_id"] for a in articles}
    rows["articles"] = articles
    rows["lines"] = [r for r in rows["lines"] if r["article_id"] in kept]
    for table in (rows["milestones"], rows["events"]):
        for m, row in enumerate(table):
            row["title"] = (
                f"{writer.sentence('en', 3)[:-1]} signed in {writer.sentence('en', 1)[:-1]} number {m}"
            )
            row["origins"] = [f"Agency {n}" for n in sorted(writer.draw.sample(range(23), 3))]
            row["contradictions"] = []
    for name, table in schemas.TABLES.items():
        storage.write_table(table, rows[name], folder)


def make_page(processed: Path, out: Path) -> dict[str, float]:
    """The page, from the tables to the file: the outputs of the notebook's cells included."""
    import pytest
    from page_maker import make_page as render

    from helpers.foundation import schemas, storage

    begun = time.perf_counter()
    rows = {name: storage.read_rows(table, processed) for name, table in schemas.TABLES.items()}
    with pytest.MonkeyPatch.context() as patch:
        render(rows, patch, out)
    return {"seconds": time.perf_counter() - begun}


def make_pdf(processed: Path, out: Path) -> dict[str, float]:
    """The PDF, from the tables to the file."""
    from report_tables import REFERENCE, RUN

    from helpers.report.pdf import render_pdf

    begun = time.perf_counter()
    render_pdf(processed, RUN, out, reference=REFERENCE)
    return {"seconds": time.perf_counter() - begun}


def measure(what: str, processed: Path, out: Path) -> dict[str, float]:
    """Run one of the two in a process of its own, so that its peak of memory is its own."""
    done = subprocess.run(
        [sys.executable, __file__, "--only", what, str(processed), str(out)],
        check=True, capture_output=True, text=True,
    )  # fmt: skip
    found: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return {**found, "bytes": out.stat().st_size}


def main() -> int:
    """Print the figures; 1 when one is over its budget."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--keep", type=Path, help="folder to leave page, PDF and tables in")
    options.add_argument("--only", nargs=3, metavar=("WHAT", "TABLES", "OUT"), help=argparse.SUPPRESS)
    given = options.parse_args()
    if given.only:
        what, processed, out = given.only
        figures = {"page": make_page, "pdf": make_pdf}[what](Path(processed), Path(out))
        figures["work"] = sum(os.times()[:4])
        figures["memory"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
        print(json.dumps(figures))
        return 0
    with tempfile.TemporaryDirectory() as name:
        folder = given.keep or Path(name)
        folder.mkdir(parents=True, exist_ok=True)
        write_corpus(folder / "processed")
        page = measure("page", folder / "processed", folder / "report.html")
        pdf = measure("pdf", folder / "processed", folder / "report.pdf")
    print(f"{MILESTONES:,} milestones, {CLAIMS:,} claims")
    over = []
    for name, found in (("page", page), ("PDF", pdf)):
        print(
            f"{name}: {found['seconds']:.1f} s ({found['work']:.1f} s of processor time, imports included), peak {found['memory'] / 1e6:.0f} MB, {found['bytes'] / 1e6:.2f} MB"
        )
        over += [f"{name}: memory"] if found["memory"] > MEMORY else []
    over += ["page and PDF: seconds"] if page["work"] + pdf["work"] > SECONDS else []
    over += ["page: bytes"] if page["bytes"] > PAGE else []
    print("over budget: " + ", ".join(over) if over else "within every budget")
    return len(over) > 0


if __name__ == "__main__":
    sys.exit(main())
