"""What countries, cities and roles are called in one language: config/actors/names/<language>.yml, read strictly."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from helpers.coding.actors.config import Actors, load_actors
from helpers.coding.actors.normalise import words
from helpers.foundation.errors import ConfigError
from helpers.foundation.settings import check_keys, find_paths, line_of, load_yaml

_KEYS = {
    "countries": True, "cities": True, "roles": True, "counterparts": True, "words": True, "blocks": False,
    "ordinary": False, "initial": False, "first_names": False, "grammar": True,
}  # fmt: skip
_WORDS = {
    "of": True,
    "to": False,
    "and": True,
    "between": False,
    "former": True,
    "deputy": True,
    "both": False,
    "rank": False,
    "kin": False,
}
_GRAMMAR = {
    "country_before": False,
    "of_required": False,
    "capital_demonyms": False,
    "adjective_after": False,
    "adjective_before": False,
}


@dataclass(frozen=True, eq=False)
class Names:
    """The names of one language.

    Attributes:
        countries: code -> (names, adjectives, inhabitants), as written in the configuration.
        cities: id -> names.
        roles: office type -> patterns; `*` marks the word that inflects, `_` where an adjective of origin may stand.
        counterparts: patterns for a word that takes its office from the one named before.
        words: little words by their use: of, to, and, between, former, deputy, both, rank, kin.
        blocks: patterns of fixed names that hold a country or city but are neither (Minsk agreements).
        ordinary: forms that are ordinary words when they are not written with a capital letter.
        initial: words, accents and all, that are ordinary ones at the beginning of a sentence too.
        first_names: forms of countries and cities that are also people's names.
        country_before: True when a country stands before its office (Iran's minister, İran Savunma Bakanı).
        of_required: True when a country after its office needs a preposition.
        capital_demonyms: True when adjectives of origin are written with a capital letter.
        adjective_after: True when an adjective of origin follows its noun and never stands before it.
        adjective_before: True when it stands before its noun and never follows it.
    """

    language: str
    countries: Mapping[str, tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]]
    cities: Mapping[str, tuple[str, ...]]
    roles: Mapping[str, tuple[str, ...]]
    counterparts: tuple[str, ...]
    words: Mapping[str, frozenset[str]]
    blocks: tuple[str, ...]
    ordinary: frozenset[str]
    initial: frozenset[str]
    first_names: frozenset[str]
    country_before: bool
    of_required: bool
    capital_demonyms: bool
    adjective_after: bool
    adjective_before: bool


def _split(text: str) -> tuple[str, ...]:
    return tuple(p.strip() for p in text.split(",") if p.strip())


def _check_ids(path: Path, section: str, raw: Mapping[str, Any], known: Mapping[str, Any]) -> None:
    for key in raw:
        if key not in known:
            raise ConfigError(
                path,
                f"{section}: {key!r} is not known; allowed: {', '.join(known)}",
                line=line_of(path, section, key),
            )


def _word_set(value: list[str] | str) -> frozenset[str]:
    texts = [value] if isinstance(value, str) else value
    return frozenset(w for text in texts for w in words(text))


def read_names(path: Path, language: str, actors: Actors) -> Names:
    """Read the names of one language.

    Raises:
        ConfigError: unknown keys, countries, cities or offices.
    """
    data = load_yaml(path)
    check_keys(path, data, allowed=_KEYS)
    for section, known in (
        ("countries", actors.countries),
        ("cities", actors.cities),
        ("roles", actors.offices),
    ):
        _check_ids(path, section, data[section], known)
    check_keys(path, data["words"], allowed=_WORDS, at=("words",))
    check_keys(path, data["grammar"], allowed=_GRAMMAR, at=("grammar",))
    countries = {}
    for code, text in data["countries"].items():
        fields = [_split(f) for f in text.split("|")]
        fields += [()] * (3 - len(fields))
        countries[code] = (fields[0], fields[1], fields[2])
    grammar = data["grammar"]
    return Names(
        language,
        countries,
        {c: _split(t) for c, t in data["cities"].items()},
        {r: tuple(v) for r, v in data["roles"].items()},
        tuple(data["counterparts"]),
        {k: _word_set(data["words"].get(k, [])) for k in _WORDS},
        tuple(data.get("blocks", [])),
        _word_set(data.get("ordinary", [])),
        frozenset(w.lower() for w in data.get("initial", [])),
        _word_set(data.get("first_names", [])),
        grammar.get("country_before", False),
        grammar.get("of_required", False),
        grammar.get("capital_demonyms", False),
        grammar.get("adjective_after", False),
        grammar.get("adjective_before", False),
    )


@lru_cache(maxsize=32)
def load_names(language: str, folder: Path | None = None) -> Names:
    """The names of one language from the project's configuration, read once per process."""
    path = (folder or find_paths().config) / "actors" / "names" / f"{language}.yml"
    return read_names(path, language, load_actors(folder))
