"""Reads config/lexicon/<language>/claims.yml, strictly, into the patterns that coding matches."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from helpers.coding.claims.alternatives import (
    fill_families,
)
from helpers.coding.claims.codebook import load_codebook
from helpers.coding.claims.entry_table import EntryTable, pack_entries
from helpers.coding.claims.lexicon_keys import (
    APART,
    COUPLES,
    CUES,
    FORMS,
    HELPERS,
    NUMBERS,
    PLACES,
    SECTIONS,
)
from helpers.coding.claims.pattern_lists import Reading, check_mapping, read_list
from helpers.coding.claims.pattern_matcher import Matcher, aside_words, floating_words, leading_words
from helpers.coding.claims.patterns import Entry, Hit
from helpers.coding.claims.tokens import Token, tokenise
from helpers.coding.claims.verb_entries import read_verbs
from helpers.foundation.cache import hash_parts
from helpers.foundation.errors import ConfigError
from helpers.foundation.fingerprints import code_fingerprint
from helpers.foundation.packed import pack_parts, read_parts
from helpers.foundation.parsed import entry_below, read_content, write_content
from helpers.foundation.schemas import LANGUAGES
from helpers.foundation.settings import check_keys, find_paths, line_of, load_yaml


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The claims lexicon of one language.

    Attributes:
        language: ISO 639-1.
        reading: how words are cut.
        locative_endings: endings that make a place name mean "in ...".
        matcher: finds the entries.
        entries: all of them, for counts and the codebook.
    """

    language: str
    reading: Reading
    locative_endings: tuple[str, ...]
    matcher: Matcher
    entries: Sequence[Entry]

    def tokenise(self, text: str, start: int = 0, end: int | None = None) -> list[Token]:
        """Cut a text, or a part of it, as this language wants it."""
        r = self.reading
        return tokenise(
            text,
            elision=r.elision,
            split_hyphens=r.split_hyphens,
            fold=r.fold,
            half_spaces=r.half_spaces,
            start=start,
            end=end,
        )

    def find(self, tokens: list[Token]) -> list[Hit]:
        """The entries found in a sentence."""
        return self.matcher.find(tokens)


def _read_map(
    path: Path,
    data: Mapping[str, Any],
    section: str,
    category: str,
    reading: Reading,
    names: tuple[str, ...] | None,
) -> Iterator[Entry]:
    content = data.get(section) or {}
    check_mapping(path, content, (section,))
    if names is not None:
        check_keys(path, content, allowed=names, at=(section,))
    for key, patterns in content.items():
        also = ("both_people", "both_sides") if category == "cue" and key in COUPLES else ()
        for name in (str(key), *also):
            kept = name if category == "cue" and name in APART else category
            yield from read_list(path, patterns, kept, name, "", (section, key), reading)


def _read_forms(
    path: Path, data: Mapping[str, Any], section: str, category: str, reading: Reading,
    names: tuple[str, ...] | None, forms: tuple[str, ...],
) -> Iterator[Entry]:  # fmt: skip
    content = data[section]
    check_mapping(path, content, (section,))
    if names is not None:
        check_keys(path, content, allowed=names, at=(section,))
    for key, by_form in content.items():
        check_mapping(path, by_form, (section, key))
        check_keys(path, by_form, allowed=forms, at=(section, key))
        for form, patterns in by_form.items():
            yield from read_list(path, patterns, category, str(key), form, (section, key, form), reading)


def load_lexicon(language: str, path: Path | None = None) -> Lexicon:
    """The claims lexicon of a language.

    Args:
        language: ISO 639-1 code, one of the project's.
        path: another file than config/lexicon/<language>/claims.yml.

    Raises:
        ConfigError: missing file, unknown section, key or form, a pattern that is none, with file and line.
    """
    if language not in LANGUAGES:
        raise ConfigError(
            path or "config/lexicon", f"no claims lexicon for {language!r}; languages: {', '.join(LANGUAGES)}"
        )
    return _load_lexicon(language, path or find_paths().lexicon(language, "claims"))


@lru_cache(maxsize=32)
def _load_lexicon(language: str, path: Path) -> Lexicon:
    config = find_paths().config
    entry = entry_below(config, "lexicons", f"{language}-claims") if path.is_relative_to(config) else None
    source = _made_from(path)
    packed = read_content(entry, source) if entry is not None else None
    if packed is None:
        reading, endings, entries = _read_lexicon(language, path)
        leading = sorted(leading_words(entries)) if reading.free_order else None
        words = sorted(aside_words(entries)), sorted(floating_words(entries))
        told = json.dumps([asdict(reading), endings, leading, *words]).encode("utf-8")
        packed = pack_parts({"reading": told, "entries": pack_entries(entries)})
        if entry is not None and _made_from(path) == source:
            write_content(entry, source, packed)
    parts = read_parts(packed)
    told_reading, told_endings, told_leading, asides, floating = json.loads(bytes(parts["reading"]))
    reading, table = Reading(**told_reading), EntryTable(parts["entries"])
    led_by = None if told_leading is None else frozenset(told_leading)
    matcher = Matcher(
        table,
        nouns_capitalised=reading.nouns_capitalised,
        leading=led_by,
        asides=frozenset(asides),
        floating=frozenset(floating),
    )
    return Lexicon(language, reading, tuple(told_endings), matcher, table)


def _made_from(path: Path) -> bytes:
    """All that a lexicon is made from: its file, the codebook, the code that reads and conjugates. Empty where files are missing."""
    parts = [p.read_bytes() if p.is_file() else b"" for p in (path, find_paths().config / "codebook.yml")]
    return hash_parts(code_fingerprint("helpers.coding.claims.lexicon"), *parts).encode("ascii")


def _read_lexicon(language: str, path: Path) -> tuple[Reading, tuple[str, ...], list[Entry]]:
    """How the language is read, its locative endings, and all entries."""
    data = load_yaml(path)
    if not isinstance(data, dict):
        raise ConfigError(path, f"must hold a mapping with the keys {', '.join(SECTIONS)}")
    check_keys(path, data, allowed=SECTIONS)
    data = fill_families(path, data)
    check_keys(
        path,
        data["reading"],
        allowed=(
            "elision",
            "split_hyphens",
            "fold",
            "verb_last",
            "nouns_capitalised",
            "bare_verbs",
            "free_order",
            "half_spaces",
        ),
        at=("reading",),
    )
    reading = Reading(**{k: bool(v) for k, v in data["reading"].items()}, articles="definite" in data["cues"])
    events = tuple(load_codebook().events)
    areas = tuple(load_codebook().areas)
    check_mapping(path, data["places"], ("places",))
    check_keys(path, data["places"], allowed=PLACES, at=("places",))
    place_words = {k: v for k, v in data["places"].items() if k != "locative_endings"}
    check_mapping(path, data["numbers"], ("numbers",))
    for number in data["numbers"]:
        if not isinstance(number, int):
            raise ConfigError(path, f"{number!r} is no whole number", line=line_of(path, "numbers", number))
    entries = [
        *_read_forms(path, data, "triggers", "trigger", reading, (*events, *HELPERS), FORMS),
        *_read_forms(path, data, "instruments", "instrument", reading, None, NUMBERS),
        *_read_map(path, data, "qualifiers", "qualifier", reading, None),
        *_read_map(path, data, "numbers", "number", reading, None),
        *_read_map(path, data, "cues", "cue", reading, CUES),
        *_read_map(path, {"places": place_words}, "places", "place", reading, PLACES),
        *_read_map(path, data, "areas", "area", reading, areas),
        *_read_map(path, data, "defence", "defence", reading, ("words",)),
    ]
    entries += list(read_verbs(path, data, language, (*events, *HELPERS), entries, reading))
    for section, category in (
        ("papers_of_one_country", "domestic"),
        ("bystanders", "bystander"),
        ("ignore", "ignore"),
    ):
        entries += read_list(path, data.get(section) or [], category, "", "", (section,), reading)
    endings = tuple(str(e).casefold() for e in data["places"].get("locative_endings", ()))
    return reading, endings, entries
