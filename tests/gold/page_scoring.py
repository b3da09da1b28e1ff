"""Scores whole pages against pages.yml: kept lines, title, outlet, publication date, citations, claims."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from scoring import Score, compare_claims, grade_date, note_extra

from helpers.clean.articles import clean_page
from helpers.coding.code_article import code_article
from helpers.foundation.records import Article, Claim, Page
from helpers.ingest.read import read_raw_file

HERE = Path(__file__).parent
# Each with pages.yml and pages/.
SETS = (
    HERE,
    *(
        HERE / name
        for name in (
            "more",
            "third",
            "fourth",
            "fifth",
            "sixth",
            "seventh",
            "eighth",
            "ninth",
            "tenth",
            "eleventh",
            "twelfth",
            "thirteenth",
            "fourteenth",
            "fifteenth",
        )
    ),
)
ARTICLE_FIELDS = ("language", "title", "outlet", "published", "evidence", "cites")


@dataclass
class PageScore:
    """Counts over the pages of a part. lines: kept right, kept wrong, lost; articles: right and n by field."""

    claims: Score = field(default_factory=Score)
    lines: Counter[str] = field(default_factory=Counter)
    articles: dict[str, Counter[str]] = field(default_factory=lambda: {f: Counter() for f in ARTICLE_FIELDS})
    wrong_published: list[str] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)

    @property
    def line_precision(self) -> float:
        """Kept lines that are title or body, of all kept lines."""
        return self.lines["right"] / max(1, self.lines["right"] + self.lines["wrong"])

    @property
    def line_recall(self) -> float:
        """Title and body lines that were kept, of all of them."""
        return self.lines["right"] / max(1, self.lines["right"] + self.lines["lost"])

    def share(self, name: str) -> float:
        """How often a field of the article is right."""
        return self.articles[name]["right"] / max(1, self.articles[name]["n"])


@cache
def load_pages() -> dict[str, dict[str, Any]]:
    """Gold by page name, of every set.

    Raises:
        ValueError: two sets hold a page of one name.
    """
    pages: dict[str, dict[str, Any]] = {}
    for folder in SETS:
        # The base loader keeps EDTF and words such as "no" strings.
        found = yaml.load((folder / "pages.yml").read_text(encoding="utf-8"), yaml.BaseLoader)
        if twice := sorted(set(found) & set(pages)):
            raise ValueError(f"{folder / 'pages.yml'}: already in another set: {twice}; give other numbers")
        pages |= found
    return pages


def page_path(name: str) -> Path:
    """The saved page of this name; the sets share no name."""
    return next(p for folder in SETS if (p := folder / "pages" / f"{name}.txt").exists())


def read_article(name: str) -> Article:
    """Read and clean one test page."""
    path = page_path(name)
    page = next(iter(read_raw_file(path, path.parent)))
    if not isinstance(page, Page):
        raise ValueError(f"{name}.txt: quarantined: {page.reason}")
    return clean_page(page)


def line_starts(text: str) -> list[int]:
    """Offset of the first character of every line."""
    starts = [0]
    starts += [i + 1 for i, letter in enumerate(text) if letter == "\n"]
    return starts


def score_lines(score: PageScore, name: str, gold: Mapping[str, Any], article: Article) -> None:
    """Kept lines of the page against title and body lines of the gold."""
    text = article.page.text
    starts = line_starts(text)
    kept = {sum(1 for s in starts if s <= p.span.start) for p in article.passages}
    for passage in article.passages:  # one passage may run over several lines
        kept |= {
            n
            for n, s in enumerate(starts, 1)
            if passage.span.start < s < passage.span.end and text[s] != "\n"
        }
    wanted = {int(gold["title_line"]), *map(int, gold["body_lines"])}
    score.lines.update(right=len(kept & wanted), wrong=len(kept - wanted), lost=len(wanted - kept))
    lines = text.split("\n")
    score.problems += [f"CLEAN {name}: kept furniture: {lines[n - 1][:120]}" for n in sorted(kept - wanted)]
    score.problems += [f"CLEAN {name}: lost: {lines[n - 1][:120]}" for n in sorted(wanted - kept)]


def score_article(score: PageScore, name: str, gold: Mapping[str, Any], article: Article) -> None:
    """Fields of the articles table."""
    title = article.page.text.split("\n")[int(gold["title_line"]) - 1]
    outlet = None if gold["outlet"] == "null" else gold["outlet"]
    published = gold["published"]
    date = grade_date(published["edtf"], article.published.interval)
    if date == 0:
        score.wrong_published.append(
            f"{name}: gold {published['edtf']}, got {article.published.interval.edtf}"
        )
    verdicts = {
        "language": (article.language == gold["language"], gold["language"], article.language),
        "title": (bool(article.title) and title.endswith(article.title or "?"), title, article.title),
        "outlet": (article.outlet == outlet, outlet, article.outlet),
        "published": (date == 1, published["edtf"], article.published.interval.edtf),
        "evidence": (article.published.evidence == published["evidence"], published["evidence"], article.published.evidence),
    }  # fmt: skip
    if "cites" in gold:  # left out where two careful readers could differ
        verdicts["cites"] = (set(article.cites) == set(gold["cites"]), gold["cites"], article.cites)
    for key, (right, wanted, got) in verdicts.items():
        score.articles[key].update(n=1, right=right)
        if not right:
            score.problems.append(f"ARTICLE {name} {key}: gold {wanted}, got {got}")


def score_claims(
    score: Score, name: str, gold: Mapping[str, Any], text: str, claims: Sequence[Claim]
) -> None:
    """Claims of a page's text sentence by sentence: a given claim belongs to the gold claims whose snippet its quote overlaps.

    A claim of the headline that the body repeats (same kind and parties) is not counted; one that goes beyond it is.
    """
    language = gold["language"]
    headline = [g for g in gold["claims"] if "hl" in g]
    golds = [g for g in gold["claims"] if "hl" not in g]
    titles = [c for c in claims if c.role == "title"]
    left_titles = compare_claims(score, name, language, headline, titles)
    repeated = {(g.get("k"), tuple(g.get("parties", ["BLR", "IRN"]))) for g in golds}
    extra = [
        c for c in left_titles if (c.kind, c.parties) not in repeated and (None, c.parties) not in repeated
    ]
    used: set[str] = set()
    groups: dict[tuple[int, int], list[Mapping[str, Any]]] = {}
    for g in golds:
        at = text.rindex(g["q"])
        owner = next(
            (c for c in claims if c.role != "title" and c.start < at + len(g["q"]) and at < c.end), None
        )
        groups.setdefault((owner.start, owner.end) if owner else (at, at + len(g["q"])), []).append(g)
    for (start, end), wanted in groups.items():
        there: list[Claim] = [
            c
            for c in claims
            if c.role != "title" and c.claim_id not in used and c.start < end and start < c.end
        ]
        left = compare_claims(score, name, language, wanted, there)
        used |= {c.claim_id for c in there}
        extra += left
    extra += [c for c in claims if c.role != "title" and c.claim_id not in used]
    counted = [c for c in claims if c.role != "title"]
    score.given[language] += (
        len(counted) + sum(c.role == "title" for c in extra) + len(titles) - len(left_titles)
    )
    note_extra(score, name, extra)


@cache
def score_pages(part: str) -> PageScore:
    """Score the pages of a part."""
    score = PageScore()
    for name, gold in load_pages().items():
        if gold["part"] != part:
            continue
        article = read_article(name)
        score_lines(score, name, gold, article)
        score_article(score, name, gold, article)
        score_claims(score.claims, name, gold, article.page.text, code_article(article)[1])
    return score
