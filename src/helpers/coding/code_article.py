"""Codes one article: its temporal expressions and its claims, with offsets of the page text."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache
from typing import Any

from helpers.coding.claims.build import ClaimFinder
from helpers.coding.claims.codebook import Codebook, load_codebook
from helpers.coding.claims.directory import ActorsDirectory
from helpers.coding.claims.lexicon import load_lexicon
from helpers.coding.claims.merging import Found
from helpers.coding.claims.page_day import contradicting_day, mark_doubt
from helpers.foundation.dates import DateInterval
from helpers.foundation.provenance import JoinedText, Span, short_id
from helpers.foundation.records import Article, Claim, PassageRole, Publication, Timex
from helpers.foundation.schemas import LANGUAGES
from helpers.foundation.settings import load_profile


@lru_cache(maxsize=16)
def _finder(language: str) -> ClaimFinder:
    codebook = load_codebook()
    return ClaimFinder(load_lexicon(language), codebook, ActorsDirectory(codebook.military_offices))


@lru_cache(maxsize=1)
def _profile_parties() -> tuple[str, ...]:
    return load_profile().parties


def code_article(article: Article) -> tuple[list[Timex], list[Claim]]:
    """Find the temporal expressions and claims of an article.

    Title, lead, subheadings and body are read, nothing else. An article in a language that is not coded gives none.

    Args:
        article: one cleaned page.

    Returns:
        timexes and claims in order of the page, offsets in the page text.

    Raises:
        ConfigError: a lexicon, the codebook or the actors' configuration is wrong.
    """
    if article.language not in LANGUAGES:
        return [], []
    from helpers.coding.actors import find_mentions
    from helpers.coding.timex import find_timexes, read_heads

    joined = JoinedText.from_page(article.page.text, (p.span for p in article.passages))
    mentions = find_mentions(joined.text, article.language)
    passages: list[tuple[PassageRole, int, int]] = []
    at = 0
    for passage in article.passages:
        length = passage.span.end - passage.span.start
        passages.append((passage.role, at, at + length))
        at += length + 1

    told = [(start, end) for role, start, end in passages if role != "title"]

    def read(published: Publication, claimed: DateInterval | None = None) -> tuple[list[Timex], list[Found]]:
        timexes = find_timexes(joined.text, article.language, published.interval)
        timexes = read_heads(joined.text, told, timexes, article.language)
        return timexes, _finder(article.language).find(
            joined.text,
            passages,
            mentions=mentions,
            timexes=timexes,
            published=published,
            profile=_profile_parties(),
            claimed=claimed,
        )

    claimed = article.published.interval
    found_timexes, found = read(article.published)
    if (day := contradicting_day(found, claimed)) is not None:
        soon = day + dt.timedelta(days=load_codebook().news_window)
        either = replace(article.published, interval=DateInterval(claimed.earliest, soon))
        found_timexes, found = read(either, claimed)
        found = mark_doubt(found)
    timexes = [_to_page(t, joined) for t in found_timexes]
    codebook = load_codebook()
    claims: dict[str, Claim] = {}
    for f in found:
        claim = _to_claim(f, article, joined, codebook, taken=claims)
        claims[claim.claim_id] = claim
    return timexes, list(claims.values())


def _to_page(timex: Timex, joined: JoinedText) -> Timex:
    span = joined.to_page(timex.start, timex.end)
    return replace(timex, start=span.start, end=span.end)


def _to_claim(
    found: Found, article: Article, joined: JoinedText, codebook: Codebook, *, taken: dict[str, Claim]
) -> Claim:
    draft, judgement = found.draft, found.draft.judgement
    span = joined.to_page(found.sentence.start, found.sentence.end)
    timex = found.dated.timex
    date_span = joined.to_page(timex.start, timex.end) if timex is not None else None
    plover = codebook.plover_type(draft.kind, judgement.status, refused=draft.refused, offered=draft.offered)
    mode = draft.mode if draft.kind == "consultation" and plover == "CONSULT" else None
    if mode is None and draft.kind == "consultation" and plover == "CONSULT" and len(found.parties) > 2:
        mode = "multilateral"
    place = found.place
    claim_id = _claim_id(article, span, found, taken)
    paper = draft.paper if draft.kind == "agreement" else None
    return Claim(
        claim_id=claim_id,
        article_id=article.article_id,
        start=span.start,
        end=span.end,
        quote=span.of(article.page.text),
        language=article.language,
        role=found.sentence.role,
        kind=draft.kind,
        plover_type=plover,
        plover_mode=mode,
        contexts=codebook.plover_contexts(found.defence, found.areas, judgement.polarity),
        status=judgement.status,
        polarity=judgement.polarity,
        instrument=paper.name if paper is not None else None,
        n_documents=paper.count if paper is not None and judgement.status != "denied" else None,
        actors=found.actors,
        parties=found.parties,
        place=place.name if place is not None else None,
        country=place.country if place is not None else None,
        date=found.dated.interval,
        date_basis=found.dated.basis,
        date_span=date_span,
        attribution=found.attribution,
        defence=found.defence,
        areas=found.areas,
        rules=found.rules,
    )


def _claim_id(article: Article, span: Span, found: Found, taken: dict[str, Claim]) -> str:
    """clm-<hex> of article, span and kind; what tells two claims of one sentence and kind apart is added only then."""
    parts = [article.article_id, str(span.start), str(span.end), found.draft.kind]
    claim_id = short_id("clm", *parts)
    if claim_id in taken:
        paper = found.draft.paper.name if found.draft.paper is not None else ""
        judgement = found.draft.judgement
        claim_id = short_id("clm", *parts, judgement.status, judgement.polarity, paper, *found.parties)
    while claim_id in taken:
        parts.append("again")
        claim_id = short_id("clm", *parts, str(found.draft.hit.first))
    return claim_id


def timex_rows(article: Article, timexes: Iterable[Timex]) -> list[dict[str, Any]]:
    """Rows of the timexes table; key (article_id, start, end)."""
    names = (
        "start", "end", "surface", "type", "value", "mod", "edtf", "earliest", "latest", "weekday", "anchor",
        "resolution", "rule", "reason",
    )  # fmt: skip
    return [{"article_id": article.article_id, **{n: getattr(t, n) for n in names}} for t in timexes]


def claim_rows(claims: Iterable[Claim]) -> list[dict[str, Any]]:
    """Rows of the claims table; key claim_id. Dates as ISO days and EDTF, spans as [start, end], lists as lists."""
    return [_claim_row(c) for c in claims]


def _claim_row(c: Claim) -> dict[str, Any]:
    date: DateInterval = c.date
    return {
        "claim_id": c.claim_id, "article_id": c.article_id, "start": c.start, "end": c.end, "quote": c.quote,
        "language": c.language, "role": c.role, "kind": c.kind, "plover_type": c.plover_type,
        "plover_mode": c.plover_mode, "contexts": list(c.contexts), "status": c.status, "polarity": c.polarity,
        "instrument": c.instrument, "n_documents": c.n_documents, "actors": list(c.actors), "parties": list(c.parties),
        "place": c.place, "country": c.country, "date_edtf": date.edtf,
        "earliest": date.earliest.isoformat() if date.earliest else None,
        "latest": date.latest.isoformat() if date.latest else None,
        "weekday": date.weekday, "date_basis": c.date_basis,
        "date_span": [c.date_span.start, c.date_span.end] if c.date_span else None,
        "attribution": list(c.attribution), "defence": c.defence, "areas": list(c.areas), "rules": list(c.rules),
    }  # fmt: skip
