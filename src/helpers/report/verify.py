"""Guarantee 1: every mark resolves. Recomputes mark, milestone, claim, quote, offsets and hashes from the raw files."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from helpers.foundation.errors import VerificationError
from helpers.foundation.provenance import sha256_hex
from helpers.foundation.records import Page
from helpers.foundation.schemas import ARTICLES, CLAIMS, CONTRADICTIONS, EVENTS, MILESTONES, TIMEXES
from helpers.foundation.storage import read_rows
from helpers.ingest.read import find_raw_file, read_raw_file

# What the report writes on every element that stands for a milestone.
MARK = re.compile(r'data-milestone="([^"]*)"')


@dataclass(frozen=True, slots=True)
class Chain:
    """How many links were recomputed and held."""

    marks: int
    milestones: int
    claims: int
    timexes: int
    articles: int
    raw_files: int


def verify_chain(processed: Path, raw: Path, *, report: Path | None = None) -> Chain:
    """Recompute the evidence chain from the raw files.

    Args:
        processed: folder of the tables.
        raw: folder of the raw files.
        report: folder with report.html, whose marks must be milestones; None checks the tables alone.

    Raises:
        VerificationError: naming the first link that does not hold and both values.
        InputError: a table is missing.
    """
    articles = {r["article_id"]: r for r in read_rows(ARTICLES, processed)}
    claims = {r["claim_id"]: r for r in read_rows(CLAIMS, processed)}
    events = {r["event_id"]: r for r in read_rows(EVENTS, processed)}
    milestones = {r["milestone_id"]: r for r in read_rows(MILESTONES, processed)}
    timexes = read_rows(TIMEXES, processed)

    texts = _page_texts(articles, raw)
    for article_id, row in articles.items():
        _check_article(article_id, row, texts[article_id])
    for timex in timexes:
        text = _text_of(
            "temporal expression", f"{timex['article_id']}:{timex['start']}", timex["article_id"], texts
        )
        _check_slice(
            f"temporal expression {timex['article_id']}:{timex['start']}",
            text,
            timex["start"],
            timex["end"],
            timex["surface"],
        )
    for claim_id, claim in claims.items():
        text = _text_of("claim", claim_id, claim["article_id"], texts)
        _check_slice(f"claim {claim_id}: quote", text, claim["start"], claim["end"], claim["quote"])
        if claim["date_span"] is not None and not 0 <= claim["date_span"][0] < claim["date_span"][1] <= len(
            text
        ):
            raise VerificationError(
                f"claim {claim_id}: date_span {claim['date_span']} lies outside the page text ({len(text)} characters)"
            )
    for what, rows in (("event", events), ("milestone", milestones)):
        for row_id, row in rows.items():
            _check_evidence(f"{what} {row_id}", row, claims)
    for row in events.values():
        if row["milestone_id"] is not None and row["milestone_id"] not in milestones:
            raise VerificationError(
                f"event {row['event_id']}: milestone {row['milestone_id']} is not in the milestones table"
            )
    for row in read_rows(CONTRADICTIONS, processed):
        if missing := sorted(set(row["claim_ids"]) - claims.keys()):
            raise VerificationError(
                f"contradiction on {row['field']} of event {row['event_id']}: claims {missing} are not in the claims table"
            )
    marks = _check_marks(report, milestones) if report is not None else 0
    files = {r["source_path"] for r in articles.values()}
    return Chain(marks, len(milestones), len(claims), len(timexes), len(articles), len(files))


def _page_texts(articles: Mapping[str, Mapping[str, Any]], raw: Path) -> dict[str, str]:
    by_file: dict[str, list[Mapping[str, Any]]] = defaultdict(list)
    for row in articles.values():
        by_file[row["source_path"]].append(row)
    texts = {}
    for source, rows in sorted(by_file.items()):
        path = find_raw_file(source, raw)
        if path is None:
            raise VerificationError(
                f"raw file {source}: not below {raw}; articles {[r['article_id'] for r in rows]} rest on it"
            )
        pages = {p.source_part: p for p in read_raw_file(path, raw) if isinstance(p, Page)}
        for row in rows:
            page = pages.get(row["source_part"])
            if page is None:
                raise VerificationError(
                    f"raw file {source}: part {row['source_part']!r} of article {row['article_id']} cannot be read from it any more"
                )
            _same(f"raw file {source}", "SHA-256", row["source_sha256"], page.source_sha256)
            _same(
                f"article {row['article_id']} ({source})",
                "SHA-256 of the page text",
                row["page_text_sha256"],
                sha256_hex(page.text),
            )
            texts[row["article_id"]] = page.text
    return texts


def _check_article(article_id: str, row: Mapping[str, Any], text: str) -> None:
    where = f"article {article_id} ({row['source_path']})"
    if row["title_span"] is not None:
        start, end = row["title_span"]
        _check_slice(f"{where}: title", text, start, end, row["title"])
    body = "\n".join(text[a:b] for a, b in row["body_spans"])
    _same(where, "body made of body_spans", row["body"], body)


def _check_evidence(where: str, row: Mapping[str, Any], claims: Mapping[str, Mapping[str, Any]]) -> None:
    if not row["claim_ids"]:
        raise VerificationError(f"{where}: rests on no claim")
    if missing := sorted(set(row["claim_ids"]) - claims.keys()):
        raise VerificationError(f"{where}: claims {missing} are not in the claims table")
    articles = {claims[c]["article_id"] for c in row["claim_ids"]}
    _same(where, "n_articles", row["n_articles"], len(articles))


def _check_marks(report: Path, milestones: Mapping[str, Any]) -> int:
    page = report / "report.html"
    if not page.is_file():
        raise VerificationError(f"{page}: the report is not there")
    marks = set(MARK.findall(page.read_text(encoding="utf-8")))
    if unknown := sorted(marks - milestones.keys()):
        raise VerificationError(f"{page}: marks {unknown} are no milestones of this run")
    if unmarked := sorted(milestones.keys() - marks):
        raise VerificationError(f"{page}: milestones {unmarked} have no mark")
    return len(marks)


def _text_of(what: str, key: str, article_id: str, texts: Mapping[str, str]) -> str:
    if article_id not in texts:
        raise VerificationError(f"{what} {key}: article {article_id} is not in the articles table")
    return texts[article_id]


def _check_slice(where: str, text: str, start: int, end: int, expected: str) -> None:
    _same(where, f"characters {start} to {end} of the page text", expected, text[start:end])


def _same(where: str, what: str, expected: Any, found: Any) -> None:
    if expected != found:
        raise VerificationError(f"{where}: {what} should be {_short(expected)}, recomputed {_short(found)}")


def _short(value: Any) -> str:
    text = repr(value)
    return text if len(text) <= 160 else text[:157] + "..."
