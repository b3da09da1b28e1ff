"""Anniversaries that date an event: "thirty years of diplomatic relations" gives a calendar year."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from helpers.foundation.dates import DateInterval
from helpers.foundation.errors import ConfigError
from helpers.foundation.schemas import LANGUAGES
from helpers.foundation.settings import check_keys, find_paths, line_of, load_yaml

_WORD = re.compile(r"\d+|[^\W\d_]+(?:-[^\W\d_]+)*")
# Words between the number and "years", and between the number and "diplomatic relations".
_NEAR_YEARS = 2
_NEAR_RELATIONS = 9
_LOOSE_BEFORE = 2


@dataclass(frozen=True, slots=True)
class Anniversary:
    """Something whose years are counted between the parties."""

    id: str
    parties: tuple[str, ...]
    since: dt.date

    def year(self, count: int) -> DateInterval:
        """The calendar year in which `count` years are marked."""
        year = self.since.year + count
        return DateInterval(dt.date(year, 1, 1), dt.date(year, 12, 31))


@dataclass(frozen=True, slots=True)
class _Words:
    years: tuple[str, ...]
    of: tuple[tuple[str, ...], ...]
    loosely: frozenset[str]
    numbers: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Anniversaries:
    """The known anniversaries and how each language speaks of them."""

    known: tuple[Anniversary, ...] = ()
    words: Mapping[str, _Words] | None = None

    def find(self, text: str, language: str, parties: Sequence[str]) -> tuple[Anniversary, int] | None:
        """The anniversary that a text says is marked, with its number of years; None when it says none.

        Only a number that stands plainly beside "years" or "anniversary" and near "diplomatic relations" counts, and
        never one that is loosened ("more than thirty years"). The cost is linear in the text.
        """
        words = (self.words or {}).get(language)
        if words is None:
            return None
        known = next((a for a in self.known if set(a.parties) <= set(parties)), None)
        if known is None:
            return None
        folded = _fold(text)
        if not any(years in folded for years in words.years):
            return None
        tokens = [m[0] for m in _WORD.finditer(folded)]
        for i, token in enumerate(tokens):
            count = _number(token, words)
            if count is None or not 1 <= count <= 300:
                continue
            if words.loosely.intersection(tokens[max(0, i - _LOOSE_BEFORE) : i]):
                continue
            # a Persian or Turkish "more than" may follow the number
            if words.loosely.intersection(tokens[i + 1 : i + 2]):
                continue
            near = tokens[max(0, i - _NEAR_YEARS) : i + _NEAR_YEARS + 1]
            if not any(t.startswith(words.years) for t in near):
                continue
            around = tokens[max(0, i - _NEAR_RELATIONS) : i + _NEAR_RELATIONS + 1]
            if any(all(any(t.startswith(w) for t in around) for w in phrase) for phrase in words.of):
                return known, count
        return None


def _fold(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold().replace("\u200c", "")


def _number(token: str, words: _Words) -> int | None:
    if token[0].isdigit():
        return int(token) if len(token) < 4 else None
    best: tuple[int, int] | None = None
    for stem, value in words.numbers:
        if token.startswith(stem) and (best is None or len(stem) > best[0]):
            best = (len(stem), value)
    return None if best is None else best[1]


def load_anniversaries(path: Path | None = None) -> Anniversaries:
    """Read config/anniversaries.yml.

    Raises:
        ConfigError: an unknown key or language, or a day that does not exist.
    """
    return _load(path or find_paths().config / "anniversaries.yml")


@lru_cache(maxsize=4)
def _load(path: Path) -> Anniversaries:
    data = load_yaml(path)
    if not isinstance(data, dict):
        raise ConfigError(path, "must hold a mapping with the keys anniversaries, words, numbers")
    check_keys(path, data, allowed={"anniversaries": True, "words": True, "numbers": True})
    known = []
    for i, item in enumerate(data["anniversaries"]):
        check_keys(path, item, allowed={"id": True, "parties": True, "since": True}, at=("anniversaries", i))
        try:
            since = dt.date.fromisoformat(item["since"])
        except (TypeError, ValueError) as err:
            raise ConfigError(
                path,
                f"since={item['since']!r} is not a day; write YYYY-MM-DD in quotes",
                line=line_of(path, "anniversaries", i, "since"),
            ) from err
        known.append(Anniversary(item["id"], tuple(sorted(item["parties"])), since))
    words: dict[str, _Words] = {}
    for language, item in data["words"].items():
        _check_language(path, language, "words")
        check_keys(path, item, allowed={"years": True, "of": True, "loosely": True}, at=("words", language))
        numbers: Mapping[Any, Sequence[str]] = data["numbers"].get(language, {})
        words[language] = _Words(
            tuple(_fold(w) for w in item["years"]),
            tuple(tuple(_fold(w) for w in phrase.split()) for phrase in item["of"]),
            frozenset(_fold(w) for w in item["loosely"]),
            tuple((_fold(w), int(value)) for value, listed in numbers.items() for w in listed),
        )
    for language in data["numbers"]:
        _check_language(path, language, "numbers")
    return Anniversaries(tuple(known), words)


def _check_language(path: Path, language: str, section: str) -> None:
    if language not in LANGUAGES:
        raise ConfigError(
            path,
            f"unknown language {language!r}; allowed: {', '.join(LANGUAGES)}",
            line=line_of(path, section, language),
        )
