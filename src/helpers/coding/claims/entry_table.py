"""The entries of a lexicon by the words they begin with, packed: an entry becomes an object when a text asks for it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any, overload

from helpers.coding.claims.patterns import Element, Entry
from helpers.foundation.packed import Records, WordTable, pack_parts, pack_records, pack_words, read_parts

_BUCKET = 2  # letters of a stem or tail that index it
# Beginnings or ends of words by their first or last letters, each with the number of its entry.
Buckets = dict[str, list[tuple[str, int]]]


class EntryTable(Sequence[Entry]):
    """Entries in the order of the lexicon; of each there is one object at most, made when it is first asked for.

    Args:
        packed: from `pack_entries`.
    """

    def __init__(self, packed: bytes | memoryview):
        parts = read_parts(packed)
        self._records = Records(parts["entries"])
        self._words = WordTable(parts["words"])
        self._stems: Buckets = json.loads(bytes(parts["stems"]))
        self._tails: Buckets = json.loads(bytes(parts["tails"]))
        self._made: dict[int, Entry] = {}

    def __len__(self) -> int:
        return len(self._records)

    @overload
    def __getitem__(self, index: int) -> Entry: ...
    @overload
    def __getitem__(self, index: slice) -> list[Entry]: ...
    def __getitem__(self, index: int | slice) -> Entry | list[Entry]:
        if isinstance(index, slice):
            return [self[i] for i in range(*index.indices(len(self)))]
        place = range(len(self))[index]
        if (entry := self._made.get(place)) is None:
            entry = self._made[place] = _read_entry(self._records[place])
        return entry

    def beginning_with(self, word: str) -> tuple[Entry, ...]:
        """The entries whose first word may be this one: those that have it whole, by its beginning, by its end."""
        places = dict.fromkeys(self._words.get(word))
        for stem, place in (*self._stems.get(word[:_BUCKET], ()), *self._stems.get(word[:1], ())):
            if word.startswith(stem):
                places[place] = None
        for tail, place in self._tails.get(word[-_BUCKET:], ()):
            if word.endswith(tail):
                places[place] = None
        return tuple(self[place] for place in places)


def pack_entries(entries: Iterable[Entry]) -> bytes:
    """Entries for `EntryTable`."""
    words: dict[str, list[int]] = {}
    stems: dict[str, list[tuple[str, int]]] = {}
    tails: dict[str, list[tuple[str, int]]] = {}
    records = []
    for place, entry in enumerate(entries):
        first = entry.elements[0]
        for word in first.words:
            words.setdefault(word, []).append(place)
        for stem in first.stems:
            stems.setdefault(stem[:_BUCKET], []).append((stem, place))
        for tail in first.tails:
            tails.setdefault(tail[-_BUCKET:], []).append((tail, place))
        records.append(_tell_entry(entry))
    return pack_parts(
        {
            "entries": pack_records(records),
            "words": pack_words(words),
            "stems": json.dumps(stems, ensure_ascii=False).encode("utf-8"),
            "tails": json.dumps(tails, ensure_ascii=False).encode("utf-8"),
        }
    )


def _tell_entry(entry: Entry) -> list[Any]:
    elements = [e.gap or [sorted(e.words), e.stems, e.tails] for e in entry.elements]
    return [entry.category, entry.key, entry.form, entry.source, elements, entry.weight]


def _read_entry(record: list[Any]) -> Entry:
    category, key, form, source, elements, weight = record
    return Entry(category, key, form, source, tuple(map(_read_element, elements)), (weight[0], weight[1]))


def _read_element(told: list[list[str]] | int) -> Element:
    if isinstance(told, int):
        return Element(frozenset(), (), (), gap=told)
    words, stems, tails = told
    return Element(frozenset(words), tuple(stems), tuple(tails))
