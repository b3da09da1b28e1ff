"""Metadata of an HTML page: meta elements, JSON-LD, time elements, canonical address, language, SingleFile's comment."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

from helpers.foundation.records import Hint
from helpers.ingest.html_text import parse_html

# Meta names (name, property or itemprop, lower case) in order of strength for each field.
_META_FIELDS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("title", ("og:title", "twitter:title", "dc.title", "headline", "title")),
    ("url", ("og:url",)),
    ("outlet", ("og:site_name", "application-name", "publisher", "dc.publisher", "twitter:site")),
    ("byline", ("author", "article:author", "dc.creator", "parsely-author", "sailthru.author", "byl")),
    ("published", ("article:published_time", "article:published", "og:published_time", "datepublished", "date.issued", "dc.date.issued",
                   "dcterms.issued", "parsely-pub-date", "sailthru.date", "publishdate", "publish-date", "publish_date", "pubdate",
                   "publication_date", "article.published", "published-date", "cxenseparse:recs:publishtime", "dcterms.created",
                   "dc.date", "dcterms.date", "date")),
    ("language", ("og:locale", "content-language", "language", "dc.language")),
    ("description", ("og:description", "description", "twitter:description", "dc.description")),
    ("licence", ("dcterms.license", "license", "dc.rights")),
)  # fmt: skip
_JSON_LD_TYPES = frozenset({
    "article", "newsarticle", "reportagenewsarticle", "analysisnewsarticle", "opinionnewsarticle", "blogposting", "report", "webpage",
    "liveblogposting", "backgroundnewsarticle", "advertisercontentarticle", "scholarlyarticle", "techarticle", "socialmediaposting",
})  # fmt: skip
_SINGLEFILE = re.compile(r"<!--\s{0,20}Page saved with SingleFile\b(.{0,4000}?)-->", re.DOTALL)
_SF_URL = re.compile(r"^\s{0,20}url:\s{0,5}(\S{1,2000})", re.MULTILINE)
_SF_DATE = re.compile(r"^\s{0,20}saved date:\s{0,5}(.{1,100})", re.MULTILINE)
_MAX_NODES = 2000  # elements of a kind and JSON-LD objects looked at
_MAX_JSON = 1_000_000  # characters of one JSON-LD block


def find_html_hints(html: str) -> list[Hint]:
    """All hints of an HTML source, strongest evidence first for each field.

    The day on which SingleFile saved the page is `accessed`, never `published`.
    """
    hints = list(_singlefile_hints(html))
    found = _collect(parse_html(html))
    metas: dict[str, str] = {}
    for node in found["meta"]:
        content = node.getattr("content")
        for attribute in ("property", "name", "itemprop", "http-equiv"):
            if content and (name := node.getattr(attribute)):
                metas.setdefault(name.strip().lower(), content)
    scripts = (
        n for n in found["script"] if (n.getattr("type") or "").strip().lower() == "application/ld+json"
    )
    ld = list(_json_ld_hints(n.text or "" for n in scripts))
    for field, names in _META_FIELDS:
        first = [Hint(field, metas[n], f"html meta {n}") for n in names if n in metas]
        hints.extend(first[:1])
        hints.extend(h for h in ld if h.field == field)
        hints.extend(first[1:])
    for node in found["link"]:
        if "canonical" in (node.getattr("rel") or "").lower().split() and (href := node.getattr("href")):
            hints.append(Hint("url", href, "html link canonical"))
    for node in found["html"]:
        if lang := node.getattr("lang") or node.getattr("xml:lang"):
            hints.append(Hint("language", lang, "html lang"))
    hints.extend(_time_hints(found["time"]))
    for node in found["title"][:1]:
        hints.append(Hint("title", node.text or "", "html title"))
    return hints


def _collect(tree: Any) -> dict[str, list[Any]]:
    """The elements that hold metadata, in document order, from one walk (the parser's own collections are not linear)."""
    from resiliparse.parse.html import DOMContext, NodeType, traverse_dom

    found: dict[str, list[Any]] = {tag: [] for tag in ("html", "meta", "link", "script", "time", "title")}

    def enter(context: Any) -> None:
        node = context.node
        nodes = (
            found.get(node.tag) if node.type == NodeType.ELEMENT else None
        )  # a doctype has the tag html, too
        if nodes is not None and len(nodes) < _MAX_NODES:
            nodes.append(node)

    if tree.document is not None:
        traverse_dom(tree.document, enter, None, DOMContext())
    return found


def _singlefile_hints(html: str) -> Iterator[Hint]:
    match = _SINGLEFILE.search(html[:20000])
    if match is None:
        return
    if url := _SF_URL.search(match[1]):
        yield Hint("url", url[1], "singlefile url")
    if date := _SF_DATE.search(match[1]):
        yield Hint("accessed", date[1].strip(), "singlefile saved date")


def _time_hints(nodes: Iterable[Any]) -> Iterator[Hint]:
    """Time elements that say they are the publication first, then the first one that stands before any list of others."""
    plain: list[str] = []
    said = False
    for i, node in enumerate(nodes):
        if i >= 50:
            break
        value = node.getattr("datetime") or node.text or ""
        marks = f"{node.getattr('itemprop') or ''} {node.getattr('class') or ''}".lower()
        if "modified" in marks or "updated" in marks:
            continue
        if "datepublished" in marks or node.getattr("pubdate") is not None:
            said = True
            yield Hint("published", value, "html time datePublished")
        elif node.getattr("datetime"):
            plain.append(value)
    # Several different times are those of a list or of comments: which is the page's own cannot be told here.
    if not said and plain and len({p[:10] for p in plain}) == 1:
        yield Hint("published", plain[0], "html time")


def _json_ld_hints(blocks: Iterable[str]) -> Iterator[Hint]:
    for block in blocks:
        if len(block) > _MAX_JSON:
            continue
        try:
            data = json.loads(block.strip().rstrip(";"))
        except (ValueError, RecursionError):
            continue  # metadata that is no JSON says nothing; the page text is read all the same
        for item in _articles_of(data):
            for name, field in (("headline", "title"), ("datePublished", "published"), ("inLanguage", "language"), ("url", "url"),
                                ("description", "description"), ("license", "licence")):  # fmt: skip
                if isinstance(value := item.get(name), str):
                    yield Hint(field, value, f"html json-ld {name}")
            for name, field in (("publisher", "outlet"), ("author", "byline")):
                for value in _names_of(item.get(name)):
                    yield Hint(field, value, f"html json-ld {name}")


def _articles_of(data: Any) -> Iterator[dict[str, Any]]:
    queue, looked = [data], 0
    while queue and looked < _MAX_NODES:
        looked += 1
        item = queue.pop(0)
        if isinstance(item, list):
            queue[:0] = item[:_MAX_NODES]
        elif isinstance(item, dict):
            kinds = item.get("@type")
            kinds = kinds if isinstance(kinds, list) else [kinds]
            if any(isinstance(k, str) and k.lower() in _JSON_LD_TYPES for k in kinds):
                yield item
            for key in ("@graph", "mainEntity", "mainEntityOfPage"):
                if isinstance(item.get(key), (list, dict)):
                    queue.append(item[key])


def _names_of(value: Any) -> Iterator[str]:
    for item in value if isinstance(value, list) else [value]:
        if isinstance(item, str):
            yield item
        elif isinstance(item, dict) and isinstance(item.get("name"), str):
            yield item["name"]
