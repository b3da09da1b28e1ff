"""Data kept inside a page, packed: what a reader may never open costs a fraction of its size and nothing to draw."""

from __future__ import annotations

import base64
import gzip
import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, TypeVar

from helpers.report.content import Content, Quote, Row, describe_source

CHUNK = 40  # milestones in one packed part of the evidence: small enough to open at once, large enough to pack well
MOST_EVIDENCE_BYTES = 2_200_000  # of packed evidence; beyond it quotes have less around them
CONTEXTS = (
    240,
    160,
    120,
    90,
    70,
    50,
    30,
    15,
    0,
)  # characters around a quote that are tried, the widest first
SOURCE_FIELDS = (
    "source",
    "title",
    "language",
    "published",
    "origin",
    "url",
)  # of a quote's article, kept once
QUOTE_FIELDS = ("before", "text", "after", "rtl", "says", "event_date", "chain", "where", "rules")

T = TypeVar("T")


def pack_text(text: str) -> str:
    """Text as base64 of gzip: the same characters for the same text."""
    return base64.b64encode(gzip.compress(text.encode("utf-8"), 9, mtime=0)).decode("ascii")


def pack(data: Any) -> str:
    """JSON data packed for a page; `page.js` unpacks it with DecompressionStream."""
    return pack_text(json.dumps(data, ensure_ascii=False, separators=(",", ":")))


def unpack(packed: str) -> Any:
    """What `pack` packed."""
    return json.loads(gzip.decompress(base64.b64decode(packed)))


def make_key(*parts: object) -> str:
    """A short id of an element, the same for the same content."""
    digest = hashlib.sha256(json.dumps(parts, ensure_ascii=False, default=str).encode("utf-8"))
    return f"d-{digest.hexdigest()[:12]}"


def split(rows: Sequence[T], size: int = CHUNK) -> Iterator[Sequence[T]]:
    """Rows in parts of `size`."""
    for start in range(0, len(rows), size):
        yield rows[start : start + size]


def pack_evidence(content: Content, heads: Sequence[str]) -> tuple[str, list[str], int]:
    """The evidence of all milestones, packed: its sources, its parts of `CHUNK` milestones, the context each quote has.

    Sources are a list of articles, each a list in the order of `SOURCE_FIELDS`. A part is an object: `heads` (the evidence
    of each milestone without its quotes, as HTML), `counts` (how many quotes each has, and how many stand against it),
    `article` (which source each quote has) and one list of values for each of `QUOTE_FIELDS`: what is alike lies side by
    side and packs well. When all of it would be larger than `MOST_EVIDENCE_BYTES`, less is shown around each quote,
    never fewer quotes.

    Args:
        content: what the report shows.
        heads: the evidence of each milestone without its quotes, rendered, in the order of `content.milestones`.
    """
    number = {article_id: i for i, article_id in enumerate(content.articles)}
    pairs = list(zip(content.milestones, heads, strict=True))
    context = _choose_context(content, pairs, number)
    parts = [pack(_part(content, part, number, context)) for part in split(pairs)]
    return pack(_sources(content)), parts, context


def _choose_context(content: Content, pairs: Sequence[tuple[Row, str]], number: Mapping[str, int]) -> int:
    """The widest context that fits, judged by every eighth part of the milestones."""
    every = 8 if len(pairs) > 8 * CHUNK else 1
    sample = list(split(pairs))[::every]
    share = len(pairs) / sum(map(len, sample)) if sample else 1.0
    room = MOST_EVIDENCE_BYTES - len(pack(_sources(content)))
    for context in CONTEXTS:
        if share * sum(len(pack(_part(content, part, number, context))) for part in sample) <= room:
            return context
    return CONTEXTS[-1]


def _sources(content: Content) -> list[list[Any]]:
    return [
        [describe_source(article)[name] for name in SOURCE_FIELDS] for article in content.articles.values()
    ]


def _part(
    content: Content, pairs: Sequence[tuple[Row, str]], number: Mapping[str, int], context: int
) -> dict[str, Any]:
    quotes: list[Quote] = []
    counts = []
    for milestone, _ in pairs:
        own = content.quotes(milestone, context=context)
        against = content.opposing(milestone, context=context)
        counts.append([len(own), len(against)])
        quotes += [*own, *against]
    return {
        "heads": [head for _, head in pairs],
        "counts": counts,
        "article": [number[content.claims[q.claim_id]["article_id"]] for q in quotes],
        **{name: [getattr(q, name) for q in quotes] for name in QUOTE_FIELDS},
    }
