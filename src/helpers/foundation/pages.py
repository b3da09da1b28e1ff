"""The records of ingest: a page, what came with it, and what could not become one; apart from the others, which take longer to load."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Hint:
    """A piece of metadata that came with a page, with where it was found.

    Attributes:
        field: title, url, outlet, byline, published, language, accessed, licence or description.
        value: as found, not normalised.
        evidence: where: 'html meta article:published_time', 'csv column publish_date', 'warc header WARC-Date', 'sidecar' ...
    """

    field: str
    value: str
    evidence: str


@dataclass(frozen=True, slots=True)
class Page:
    """One page text out of a raw file; the grain of ingest. Key: (source_path, source_part).

    Attributes:
        source_path: path below the raw folder, with forward slashes.
        source_sha256: hash of the whole raw file, `sha256:<hex>`.
        source_part: where in the file the page is ('' for the only one; 'record 12', 'row 7', 'article 3').
        media_type: of the raw file: text/plain, text/html, application/warc ...
        charset: the encoding the bytes were decoded with, IANA name in lower case ('' where the format has none).
        charset_evidence: why: bom, declared, valid utf-8, statistics, format.
        text: the page text; every offset of the product points into it.
        html: the decoded HTML source when the page had one, for choosing the article's block; else None.
        hints: metadata that came with the page.
        sidecar: the content of the file's origin.yml, empty where there is none.
    """

    source_path: str
    source_sha256: str
    source_part: str
    media_type: str
    charset: str
    charset_evidence: str
    text: str
    html: str | None = None
    hints: tuple[Hint, ...] = ()
    sidecar: Mapping[str, Any] = field(default_factory=dict)

    def hint(self, name: str) -> Hint | None:
        """The first hint for a field, or None."""
        return next((h for h in self.hints if h.field == name), None)


@dataclass(frozen=True, slots=True)
class Quarantined:
    """A raw file, or a part of it, that could not become an article; the grain of the quarantine table."""

    source_path: str
    source_sha256: str
    source_part: str
    reason: str
    detail: str
