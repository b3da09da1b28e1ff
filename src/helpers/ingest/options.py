"""Limits, file names and column names of ingest, from config/ingest.yml and config/charset.yml."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from helpers.foundation.errors import ConfigError
from helpers.foundation.languages import LANGUAGES
from helpers.foundation.settings import check_keys, find_paths, line_of, load_yaml

FORMATS = (
    "text", "html", "mhtml", "warc", "wacz", "csv", "json", "jsonl", "pdf", "docx", "rtf", "feed", "gzip",
)  # fmt: skip
COLUMN_FIELDS = (
    "title", "text", "html", "lead", "url", "published", "accessed", "outlet", "byline", "language", "identifier",
)  # fmt: skip


class Limits(NamedTuple):
    """Sizes (bytes, characters) and counts that no input may exceed; see config/ingest.yml for each."""

    page_bytes: int
    text_characters: int
    file_bytes: int
    document_bytes: int
    feed_bytes: int
    line_characters: int
    unpacked_bytes: int
    unpack_ratio: int
    ratio_floor_bytes: int
    archive_members: int
    parts: int
    pdf_pages: int
    sidecar_bytes: int


class CharsetOptions(NamedTuple):
    """How encodings are told: thresholds, candidate encodings with their languages, letter counts.

    Attributes:
        stray_bytes: undecodable bytes that are always tolerated (replaced and reported).
        stray_share: share of undecodable bytes that is tolerated.
        control_share: share of control characters above which data is no text.
        sample_bytes: bytes looked at by the statistics.
        encodings: WHATWG name -> languages it is tried for; order breaks ties.
        letters: language -> lower-case letter outside ASCII -> relative frequency (sums to 1).
        shares: language -> share of letters outside ASCII among all its letters.
    """

    stray_bytes: int
    stray_share: float
    control_share: float
    sample_bytes: int
    encodings: Mapping[str, tuple[str, ...]]
    letters: Mapping[str, Mapping[str, float]]
    shares: Mapping[str, float]


class Options(NamedTuple):
    """Everything of config/ingest.yml that readers need."""

    limits: Limits
    extensions: Mapping[str, str]
    columns: Mapping[str, tuple[str, ...]]
    containers: tuple[str, ...]
    declared_counts: tuple[str, ...]


_SECTIONS = {
    "limits": True, "charset": True, "extensions": True, "columns": True, "containers": True, "declared_counts": True,
}  # fmt: skip


def _load_sections(path: Path) -> dict[str, Any]:
    data = load_yaml(path)
    if not isinstance(data, dict):
        raise ConfigError(path, f"must hold a mapping with the keys {', '.join(_SECTIONS)}")
    check_keys(path, data, allowed=_SECTIONS)
    return data


def _positive(path: Path, section: Mapping[str, Any], name: str, at: str) -> Any:
    value = section[name]
    if isinstance(value, bool) or not isinstance(value, (int, float)) or value <= 0:
        raise ConfigError(
            path, f"{at}.{name} is {value!r}; allowed: a number above 0", line=line_of(path, at, name)
        )
    return value


@lru_cache(maxsize=4)
def load_options(path: Path | None = None) -> Options:
    """Read the limits and names; `path` defaults to config/ingest.yml of the project.

    Raises:
        ConfigError: an unknown, missing or impossible entry.
    """
    path = path or find_paths().config / "ingest.yml"
    data = _load_sections(path)
    names = Limits._fields
    check_keys(path, data["limits"], allowed=dict.fromkeys(names, True), at=("limits",))
    limits = Limits(**{n: int(_positive(path, data["limits"], n, "limits")) for n in names})
    for suffix, kind in data["extensions"].items():
        if kind not in FORMATS:
            raise ConfigError(
                path,
                f"unknown format {kind!r}; allowed: {', '.join(FORMATS)}",
                line=line_of(path, "extensions", suffix),
            )
    check_keys(path, data["columns"], allowed=dict.fromkeys(COLUMN_FIELDS, True), at=("columns",))
    return Options(
        limits=limits,
        extensions=dict(data["extensions"]),
        columns={k: tuple(v) for k, v in data["columns"].items()},
        containers=tuple(data["containers"]),
        declared_counts=tuple(data["declared_counts"]),
    )


@lru_cache(maxsize=4)
def load_charset_options(ingest: Path | None = None, charset: Path | None = None) -> CharsetOptions:
    """Read what telling encodings needs; paths default to config/ingest.yml and config/charset.yml.

    Raises:
        ConfigError: an unknown, missing or impossible entry.
    """
    ingest = ingest or find_paths().config / "ingest.yml"
    charset = charset or find_paths().config / "charset.yml"
    section = _load_sections(ingest)["charset"]
    names = ("stray_bytes", "stray_share", "control_share", "sample_bytes")
    check_keys(ingest, section, allowed=dict.fromkeys(names, True), at=("charset",))
    values = {n: _positive(ingest, section, n, "charset") for n in names}
    data = load_yaml(charset)
    check_keys(charset, data, allowed={"encodings": True, "letters": True, "shares": True})
    for name in ("letters", "shares"):
        check_keys(charset, data[name], allowed=dict.fromkeys(LANGUAGES, True), at=(name,))
    for language in LANGUAGES:
        if not 0 < _positive(charset, data["shares"], language, "shares") < 1:
            raise ConfigError(
                charset, "a share lies between 0 and 1", line=line_of(charset, "shares", language)
            )
    for name, languages in data["encodings"].items():
        if unknown := sorted(set(languages) - set(LANGUAGES)):
            raise ConfigError(
                charset,
                f"unknown language(s) {unknown}; allowed: {', '.join(LANGUAGES)}",
                line=line_of(charset, "encodings", name),
            )
    letters = {}
    for language, counts in data["letters"].items():
        total = float(sum(counts.values()))
        letters[language] = {letter: count / total for letter, count in counts.items()}
    return CharsetOptions(
        stray_bytes=int(values["stray_bytes"]),
        stray_share=float(values["stray_share"]),
        control_share=float(values["control_share"]),
        sample_bytes=int(values["sample_bytes"]),
        encodings={name: tuple(languages) for name, languages in data["encodings"].items()},
        letters=letters,
        shares=dict(data["shares"]),
    )
