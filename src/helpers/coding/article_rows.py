"""An article as coding reads it, from its row in the articles table alone."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from helpers.foundation.dates import DateInterval, read_day
from helpers.foundation.provenance import Span
from helpers.foundation.records import Article, Page, Passage, Publication

Row = Mapping[str, Any]


def article_of_row(row: Row) -> Article:
    """The article a row of the articles table came from, as far as coding reads it.

    Its page text holds title and body at their places and blanks elsewhere, so offsets are those of the page.
    """
    slices: list[tuple[Span, str, str]] = []
    if row["title_span"] is not None:
        slices.append((Span(*map(int, row["title_span"])), "title", row["title"]))
    at = 0
    for pair, role in zip(row["body_spans"], row["body_roles"], strict=True):
        span = Span(*map(int, pair))
        length = span.end - span.start
        slices.append((span, role, row["body"][at : at + length]))
        at += length + 1
    slices.sort(key=lambda s: s[0])
    parts: list[str] = []
    end = 0
    for span, _, text in slices:
        parts += [" " * (span.start - end), text]
        end = span.end
    low, high = row["published_earliest"], row["published_latest"]
    published = DateInterval(
        read_day(low, name="published_earliest") if low else None,
        read_day(high, name="published_latest") if high else None,
    )
    page = Page(
        row["source_path"], row["source_sha256"], row["source_part"], row["media_type"], row["charset"],
        row["charset_evidence"], "".join(parts),
    )  # fmt: skip
    return Article(
        article_id=row["article_id"],
        page=page,
        passages=tuple(Passage(role, span) for span, role, _ in slices),  # type: ignore[arg-type]
        lines=(),
        language=row["language"],
        outlet=row["outlet"],
        outlet_evidence=row["outlet_evidence"],
        byline=row["byline"],
        published=Publication(published, row["published_evidence"]),
        cites=tuple(row["cites"]),
        removed_share=row["removed_share"],
        url=row["url"],
    )
