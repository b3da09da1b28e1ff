"""From a page to an article: passages, language, publisher, publication date, sources; and its rows in the tables."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, cast

from helpers.clean.citations import find_cites
from helpers.clean.duplicates import Story
from helpers.clean.language import detect_language
from helpers.clean.metadata import find_address, find_byline, find_source_lines
from helpers.clean.passages import classify_page
from helpers.clean.publication import find_publication
from helpers.clean.publication_rows import read_rows
from helpers.clean.publisher import find_outlet
from helpers.foundation.errors import QuarantineError
from helpers.foundation.provenance import sha256_hex, short_id, spans_to_lists
from helpers.foundation.records import Article, Line, Page, Passage, PassageRole
from helpers.foundation.schemas import LANGUAGES

_PASSAGES = ("title", "lead", "subheading", "body")


def article_id_of(page: Page) -> str:
    """`art-<hex>` of the raw file's hash and the part of it the page is."""
    return short_id("art", page.source_sha256, page.source_part)


def clean_page(page: Page) -> Article:
    """Clean one page.

    Raises:
        QuarantineError: 'no text' (nothing but blanks), 'only furniture' (no line is article text), 'language not
            supported' (the article is in a language outside the thirteen, named in the detail).
    """
    if not page.text.strip():
        raise QuarantineError("no text", "the page text holds nothing but blanks")
    lines = tuple(classify_page(page))
    passages = tuple(
        Passage(cast("PassageRole", ln.role), ln.span) for ln in lines if ln.kept and ln.role in _PASSAGES
    )
    body = [p.span.of(page.text) for p in passages if p.role != "title"]
    if not body:
        raise QuarantineError("only furniture", f"none of {len(lines)} lines is article text")
    guess = detect_language("\n".join(p.span.of(page.text) for p in passages))
    if not guess.supported:
        raise QuarantineError(
            "language not supported",
            f"the article is in {guess.code!r} ({guess.reason}); coded are {', '.join(LANGUAGES)}",
        )
    language = guess.code if guess.code != "und" else _declared_language(page)
    rows = read_rows(page.text, lines, language)
    url = find_address(page)
    outlet = find_outlet(page, rows, url=url, language=language)
    title = next((p.span.of(page.text) for p in passages if p.role == "title"), None)
    return Article(
        article_id=article_id_of(page),
        page=page,
        passages=passages,
        lines=lines,
        language=language,
        outlet=outlet.name,
        outlet_evidence=outlet.evidence,
        byline=find_byline(page, rows),
        published=find_publication(page, rows, language=language, url=url, outlet=outlet.name),
        cites=find_cites(
            body, language=language, title=title, source_lines=find_source_lines(rows), outlet=outlet.name
        ),
        removed_share=removed_share(page.text, lines),
        url=url,
    )


def _declared_language(page: Page) -> str:
    """The language that came with the page, when it is one of the thirteen; asked only where the text does not tell."""
    hint = page.hint("language")
    code = hint.value.strip().lower()[:2] if hint else ""
    return code if code in LANGUAGES else "und"


def removed_share(text: str, lines: Sequence[Line]) -> float:
    """Share of the page's characters, blanks aside, that are in no kept line; 0 to 1, three decimals."""
    total = len("".join(text.split()))
    kept = sum(len("".join(line.span.of(text).split())) for line in lines if line.kept)
    return round(1 - kept / total, 3) if total else 0.0


def article_row(article: Article, story: Story | None = None) -> dict[str, Any]:
    """The article as a row of the articles table.

    Args:
        article: the article.
        story: its story from `duplicates.group_stories`; without it the article is a story of its own.
    """
    page, published = article.page, article.published
    inner = [p for p in article.passages if p.role != "title"]
    lead = next((p.span for p in inner if p.role == "lead"), None)
    low, high = published.interval.earliest, published.interval.latest
    if story is None:
        story = Story(short_id("sty", article.article_id), None, "not compared with other articles", None)
    return {
        "article_id": article.article_id, "source_path": page.source_path, "source_sha256": page.source_sha256,
        "source_part": page.source_part, "media_type": page.media_type, "charset": page.charset,
        "charset_evidence": page.charset_evidence, "page_text_sha256": sha256_hex(page.text),
        "language": article.language, "outlet": article.outlet, "outlet_evidence": article.outlet_evidence,
        "byline": article.byline, "url": article.url, "title": article.title,
        "title_span": [article.title_span.start, article.title_span.end] if article.title_span else None,
        "lead_span": [lead.start, lead.end] if lead else None,
        "body": article.body, "body_spans": spans_to_lists([p.span for p in inner]), "body_roles": [p.role for p in inner],
        "removed_share": article.removed_share, "published_edtf": published.interval.edtf,
        "published_earliest": low.isoformat() if low else None, "published_latest": high.isoformat() if high else None,
        "published_evidence": published.evidence,
        "published_span": [published.span.start, published.span.end] if published.span else None,
        "cites": list(article.cites), "story_id": story.story_id, "origin": story.origin,
        "origin_reason": story.origin_reason, "duplicate_of": story.duplicate_of, "status": "ok", "reason": None,
    }  # fmt: skip


def line_rows(article: Article) -> list[dict[str, Any]]:
    """The article's lines as rows of the lines table."""
    return [
        {
            "article_id": article.article_id, "start": line.span.start, "end": line.span.end, "role": line.role,
            "kept": line.kept, "reason": line.reason, "score": float(line.score),
        }
        for line in article.lines
    ]  # fmt: skip
