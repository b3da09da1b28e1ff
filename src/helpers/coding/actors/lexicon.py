"""The patterns of one language as coding looks them up: packed, made once from the configuration and kept by content."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from helpers.coding.actors.config import Actors, load_actors
from helpers.coding.actors.entry import Entry, Slots
from helpers.coding.actors.names import Names, load_names
from helpers.coding.actors.patterns import Patterns, build_patterns
from helpers.foundation.cache import hash_parts
from helpers.foundation.errors import InputError
from helpers.foundation.fingerprints import code_fingerprint
from helpers.foundation.memory import VOCABULARY
from helpers.foundation.packed import (
    Records,
    WordTable,
    pack_parts,
    pack_records,
    pack_words,
    read_parts,
)
from helpers.foundation.parsed import entry_below, read_content, write_content
from helpers.foundation.schemas import LANGUAGES
from helpers.foundation.settings import find_paths

Pattern = tuple[Slots, Entry]


class PackedPatterns:
    """Patterns by the form they begin with; one becomes an object when a text asks for it.

    Args:
        packed: from `pack_patterns`.

    Attributes:
        given: forms of given names.
    """

    def __init__(self, packed: bytes):
        parts = read_parts(packed)
        self._first = WordTable(parts["first"])
        self._halves = WordTable(parts["halves"])
        self.given = WordTable(parts["given"])
        self._entries = Records(parts["entries"])
        self._slots = Records(parts["slots"])
        self._patterns = Records(parts["patterns"])
        self._surnames = Records(parts["surnames"])
        self._made: dict[int, Pattern] = {}
        self._made_slots: dict[int, frozenset[str]] = {}
        self._known: dict[str, tuple[Pattern, ...] | None] = {}

    def __contains__(self, form: str) -> bool:
        return self.get(form) is not None

    def __iter__(self) -> Iterator[str]:
        return iter(self._first)

    def __len__(self) -> int:
        return len(self._first)

    def get(self, form: str) -> tuple[Pattern, ...] | None:
        """The patterns that begin with a form: the words that may follow and what they stand for, the longest first."""
        if form in self._known:
            return self._known[form]
        if len(self._known) >= VOCABULARY:
            self._known.clear()
        found = tuple(self._pattern(number) for number in self._first.get(form)) or None
        self._known[form] = found
        return found

    def surnames(self, half: str) -> list[tuple[str, Entry]]:
        """The long surnames with this first half, or second half behind `~`."""
        told = (self._surnames[number] for number in self._halves.get(half))
        return [(form, self._entry(number)) for form, number in told]

    def _pattern(self, number: int) -> Pattern:
        if (made := self._made.get(number)) is None:
            slots, entry = self._patterns[number]
            made = self._made[number] = (tuple(map(self._slot, slots)), self._entry(entry))
        return made

    def _slot(self, number: int) -> frozenset[str]:
        if (made := self._made_slots.get(number)) is None:
            made = self._made_slots[number] = frozenset(self._slots[number])
        return made

    def _entry(self, number: int) -> Entry:
        return Entry(*self._entries[number])


def pack_patterns(patterns: Patterns) -> bytes:
    """Patterns for `PackedPatterns`: what is equal stands there once."""
    entries: dict[Entry, int] = {}
    slots: dict[frozenset[str], int] = {}
    pairs: dict[tuple[tuple[int, ...], int], int] = {}
    surnames: dict[tuple[str, int], int] = {}

    def number(pattern: Pattern) -> int:
        rest = tuple(slots.setdefault(slot, len(slots)) for slot in pattern[0])
        pair = (rest, entries.setdefault(pattern[1], len(entries)))
        return pairs.setdefault(pair, len(pairs))

    first = {form: [number(pattern) for pattern in found] for form, found in sorted(patterns.first.items())}
    halves = {
        half: [
            surnames.setdefault((form, entries.setdefault(entry, len(entries))), len(surnames))
            for form, entry in found
        ]
        for half, found in sorted(patterns.halves.items())
    }
    return pack_parts(
        {
            "first": pack_words(first),
            "halves": pack_words(halves),
            "given": pack_words(dict.fromkeys(patterns.given, ())),
            "entries": pack_records(
                [e.category, e.id, e.plural, e.capital, e.every, e.block] for e in entries
            ),
            "slots": pack_records(map(sorted, slots)),
            "patterns": pack_records(pairs),
            "surnames": pack_records(surnames),
        }
    )


@dataclass(frozen=True, eq=False)
class Lexicon:
    """The patterns of one language, the words that join them, and whom they name.

    Attributes:
        first: normal form of the first word -> patterns.
    """

    language: str
    names: Names
    actors: Actors
    first: PackedPatterns

    @property
    def given(self) -> WordTable:
        """Forms of given names."""
        return self.first.given


@lru_cache(maxsize=32)
def load_lexicon(language: str, folder: Path | None = None) -> Lexicon:
    """The patterns of one language, read once per process.

    Args:
        language: ISO 639-1 code, one of the project's.
        folder: another folder than config/.

    Raises:
        InputError: a language that is not coded.
        ConfigError: the configuration of actors or outlets says something it may not say.
    """
    if language not in LANGUAGES:
        raise InputError(f"language {language!r} has no names; allowed: {', '.join(LANGUAGES)}")
    config = folder or find_paths().config
    entry = entry_below(config, "lexicons", f"{language}-actors")
    source = _made_from(language, config)
    actors, names = load_actors(folder), load_names(language, folder)
    packed = read_content(entry, source) if entry is not None else None
    if packed is None:
        outlets = None if folder is None else folder / "outlets.yml"
        packed = pack_patterns(build_patterns(language, actors, names, outlets))
        if entry is not None and _made_from(language, config) == source:
            write_content(entry, source, packed)
    return Lexicon(language, names, actors, PackedPatterns(packed))


def _made_from(language: str, config: Path) -> bytes:
    """All that patterns are made from: people and bodies, the names of the language, outlets, the code that inflects."""
    folder = config / "actors"
    files: Sequence[Path] = [
        config / "actors.yml",
        config / "outlets.yml",
        *sorted(folder.glob("*.yml")),
        folder / "names" / f"{language}.yml",
    ]
    parts = [part for p in files if p.is_file() for part in (p.name, p.read_bytes())]
    return hash_parts(code_fingerprint("helpers.coding.actors.patterns"), *parts).encode("ascii")
