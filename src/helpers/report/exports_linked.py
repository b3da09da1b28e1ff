"""Linked data: schema.org events and articles, and every claim as a W3C Web Annotation with quote and position selectors."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from helpers.foundation.provenance import spans_from_lists
from helpers.report.exports import Dossier, Format, Row, about, write_json

LIMITS = (
    "dates as intervals in schema.org: startDate and endDate are given only for known days, the EDTF string is in temporalCoverage",
    "contradictions: annotations of one event may exclude each other and stand side by side",
    "positions count code points of the page text, whose SHA-256 is given; another extraction of the page has other positions",
)
CONTEXT = [
    "http://www.w3.org/ns/anno.jsonld",
    {
        "schema": "https://schema.org/",
        "dossier": "urn:dossier:term:",
        "about": {"@id": "schema:about", "@type": "@id"},
    },
]
AROUND = 32  # characters of prefix and suffix, the width the Annotation model's examples use


def urn(kind: str, identifier: str) -> str:
    """The name of a thing of this dossier: stable across runs, resolvable in the tables."""
    return f"urn:dossier:{kind}:{identifier}"


def write_jsonld(dossier: Dossier, out: Path) -> list[Path]:
    """dossier.jsonld: one Dataset, an Event a milestone, a NewsArticle a cited article, an Annotation a claim."""
    articles, claims = dossier.articles, dossier.claims
    graph: list[dict[str, Any]] = [_dataset(dossier)]
    graph += [_event(m) for m in dossier.tables["milestones"]]
    graph += [_article(a, public=dossier.profile == "public") for a in dossier.cited]
    for m in dossier.tables["milestones"]:
        for claim_id in m["claim_ids"]:
            claim = claims[claim_id]
            graph.append(_annotation(claim, articles[claim["article_id"]], m["milestone_id"], dossier))
    value = {"@context": CONTEXT, "dossier:about": about(dossier, LIMITS), "@graph": graph}
    return [write_json(out / "dossier.jsonld", value)]


def _dataset(dossier: Dossier) -> dict[str, Any]:
    run = dossier.run
    return {
        "id": urn("run", dossier.run_id), "type": "schema:Dataset", "schema:name": run["title"], "schema:identifier": dossier.run_id,
        "schema:version": run["code_version"], "schema:dateModified": run["as_of"],
        "schema:description": "; ".join(run.get("labels") or {}) or "Milestones with the claims that support them.",
    }  # fmt: skip


def _event(m: Row) -> dict[str, Any]:
    event: dict[str, Any] = {
        "id": urn("milestone", m["milestone_id"]), "type": "schema:Event", "schema:name": m["title"],
        "schema:identifier": m["milestone_id"], "dossier:status": m["status"], "dossier:grade": m["grade"],
        "dossier:origins": m["origins"], "dossier:contradictions": m["contradictions"], "dossier:defence": m["defence"],
    }  # fmt: skip
    if m["date_edtf"]:
        event["schema:temporalCoverage"] = m["date_edtf"]
    if m["earliest"] and m["earliest"] == m["latest"]:
        event["schema:startDate"] = event["schema:endDate"] = m["earliest"]
    if m["place"]:
        event["schema:location"] = {"type": "schema:Place", "schema:name": m["place"]}
    if m["actors"]:
        event["schema:contributor"] = [{"type": "schema:Person", "schema:name": name} for name in m["actors"]]
    return event


def _article(a: Row, *, public: bool) -> dict[str, Any]:
    article: dict[str, Any] = {
        "id": urn("article", a["article_id"]), "type": "schema:NewsArticle", "schema:inLanguage": a["language"],
        "schema:identifier": [a["source_sha256"], a["page_text_sha256"]],
    }  # fmt: skip
    pairs = {
        "schema:headline": a["title"], "schema:url": a["url"], "schema:datePublished": _day(a), "dossier:published": a["published_edtf"],
        "schema:author": None if public else a["byline"],
    }  # fmt: skip
    article |= {k: v for k, v in pairs.items() if v}
    if a["outlet"]:
        article["schema:publisher"] = {"type": "schema:Organization", "schema:name": a["outlet"]}
    return article


def _day(a: Row) -> str | None:
    return a["published_earliest"] if a["published_earliest"] == a["published_latest"] else None


def _annotation(claim: Row, article: Row, milestone_id: str, dossier: Dossier) -> dict[str, Any]:
    prefix, suffix = _around(claim, article)
    quote: dict[str, Any] = {"type": "TextQuoteSelector", "exact": claim["quote"]}
    quote |= {k: v for k, v in (("prefix", prefix), ("suffix", suffix)) if v}
    return {
        "id": urn("claim", claim["claim_id"]), "type": "Annotation", "motivation": "classifying",
        "about": urn("milestone", milestone_id), "generator": urn("run", dossier.run_id),
        "body": {
            "type": "TextualBody", "purpose": "classifying", "format": "text/plain",
            "value": f"{claim['kind']}, {claim['status']}, {claim['polarity']}",
            "dossier:date": claim["date_edtf"], "dossier:attribution": claim["attribution"],
        },
        "target": {
            "source": urn("article", claim["article_id"]), "dossier:pageTextSha256": article["page_text_sha256"],
            "selector": [quote, {"type": "TextPositionSelector", "start": claim["start"], "end": claim["end"]}],
        },
    }  # fmt: skip


def _around(claim: Row, article: Row) -> tuple[str, str]:
    """Prefix and suffix of a quote within its passage; nothing where the passage is not at hand (the title, the public profile)."""
    at = 0
    for span in spans_from_lists(article["body_spans"]) if article["body"] else ():
        if span.start <= claim["start"] and claim["end"] <= span.end:
            passage = article["body"][at : at + span.end - span.start]
            low, high = claim["start"] - span.start, claim["end"] - span.start
            return passage[max(0, low - AROUND) : low], passage[high : high + AROUND]
        at += span.end - span.start + 1
    return "", ""


FORMATS = (
    Format(
        "jsonld",
        "dossier.jsonld: schema.org events and articles, claims as W3C Web Annotations",
        LIMITS,
        write_jsonld,
    ),
)
