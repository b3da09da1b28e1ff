"""Builds the patterns of one language: every way to write an actor, from configuration, inflection and respelling."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path

from helpers.clean.outlets import load_outlets
from helpers.coding.actors.config import Actors, Name, Person
from helpers.coding.actors.entry import PRIORITY, SLOT, Entry, Slots
from helpers.coding.actors.inflect import adjective_forms, name_forms, noun_forms
from helpers.coding.actors.names import Names
from helpers.coding.actors.normalise import words
from helpers.coding.actors.respell import respell, respell_for

_SHORTEST_INFLECTED = 5
# The first half of a pair may lose the suffix of the adjective: ирано-белорусский beside иранско-белорусский.
_SHORT_FIRST = {"ru": "ск", "uk": "ськ"}
_SHORTEST_FIRST = 3
_MOST_JOINED = 200  # spellings of two given names written as one (Mohammadreza); more would be noise
_SCRIPT_OF = {"cyrillic": re.compile("[\u0400-\u052f]"), "arabic": re.compile("[\u0600-\u06ff]")}
_SCRIPTS = {"ru": ("ru",), "uk": ("uk", "ru"), "be": ("be", "ru"), "fa": ("fa",)}


@dataclass(frozen=True, slots=True)
class Patterns:
    """All patterns of one language.

    Attributes:
        first: normal form of the first word -> (words that may follow, entry), the longest first.
        given: forms of given names.
        halves: first and second halves of long surnames -> surnames, for misprints.
    """

    first: dict[str, list[tuple[Slots, Entry]]]
    given: frozenset[str]
    halves: dict[str, list[tuple[str, Entry]]] = field(default_factory=dict)


class _Builder:
    """Collects patterns; the same words for the same entry count once."""

    def __init__(self, language: str):
        self.language = language
        self.first: dict[str, list[tuple[Slots, Entry]]] = {}
        self.seen: set[tuple[Slots, Entry]] = set()

    def add(self, slots: Iterable[frozenset[str]], entry: Entry) -> None:
        sequence = tuple(slots)
        if not sequence or sequence[0] == SLOT or (sequence, entry) in self.seen:
            return
        self.seen.add((sequence, entry))
        pair = (sequence[1:], entry)
        for form in sequence[0]:
            self.first.setdefault(form, []).append(pair)

    def name(self, text: str, entry: Entry) -> None:
        """A name of a country or city: every word inflects, unless it starts with `=` or lists its forms with slashes."""
        exact = text.startswith("=")
        slots: list[frozenset[str]] = []
        for part in text.lstrip("=").split():
            forms = part.split("/")
            if len(forms) > 1:
                slots.append(frozenset(w for f in forms for w in words(f)))
                continue
            pieces = words(part)
            slots += [
                frozenset((w,)) if exact or len(w) < 3 else name_forms(w, self.language) for w in pieces
            ]
        if exact and text.lstrip("=").replace(".", "").replace(" ", "").isupper():
            entry = replace(entry, block=True)
        self.add(slots, entry)

    def pattern(self, text: str, category: str, key: str, *, capital: bool, every: bool = False) -> None:
        """A pattern: `*` after a word that inflects, `_` for an adjective of origin; roles know singular and plural."""
        block = category == "entity" and self.language != "fa" and text.isupper()
        slots_s: list[frozenset[str]] = []
        slots_p: list[frozenset[str]] = []
        inflects = both = False
        for part in text.split():
            if part == "_":
                slots_s.append(SLOT)
                slots_p.append(SLOT)
                continue
            if "/" in part:
                listed = frozenset(w for form in part.split("/") for w in words(form))
                slots_s.append(listed)
                slots_p.append(listed)
                continue
            for piece in re.findall(r"[^\W_]+[*+]?", part):
                forms = words(piece.rstrip("*+"))
                if not forms:
                    continue
                if piece.endswith("*"):
                    singular, plural = noun_forms(forms[0], self.language)
                    slots_s.append(singular)
                    slots_p.append(plural or singular)
                    inflects, both = True, both or bool(singular & plural)
                elif piece.endswith("+"):  # an adjective that inflects
                    slots_s.append(adjective_forms(forms[0], self.language))
                    slots_p.append(slots_s[-1])
                else:
                    slots_s += [frozenset((f,)) for f in forms]
                    slots_p += [frozenset((f,)) for f in forms]
        if not inflects:
            self.add(slots_s, Entry(category, key, None, capital, every, block))
            return
        self.add(slots_s, Entry(category, key, False, capital, every, block))
        if slots_p != slots_s:
            self.add(slots_p, Entry(category, key, True, capital, every, block))


def _person_forms(word: str, language: str) -> frozenset[str]:
    """Case endings of a word of a person's name; one in -и, -і or -ы has none and is no plural."""
    if language in ("ru", "uk", "be") and word[-1:] in "иіы":
        return frozenset((word,))
    return name_forms(word, language)


def _variants(
    name: Name, language: str, foreign: bool
) -> tuple[list[frozenset[str]], list[frozenset[str]], list[frozenset[str]]]:
    """The words before the surname, of it and after it, each with its spellings (of foreign names) and forms."""

    def forms(word: str, given: bool) -> frozenset[str]:
        if language in _SCRIPTS:
            return _person_forms(word, language)
        if not foreign:
            return name_forms(word, language) if language in ("de", "pl", "lt") else frozenset((word,))
        if given and language == "tr":
            return respell(word)
        inflected = {f for w in respell_for(word, language) for f in name_forms(w, language)}
        return respell(word) | inflected

    return (
        [forms(w, True) for w in name.before],
        [forms(w, False) for w in name.surname],
        [forms(w, False) for w in name.after],
    )


def _add_person(builder: _Builder, person: Person, language: str, respelled: frozenset[str]) -> None:
    """Full names, initials and the surname alone; any spelling of a given name goes with any of the surname."""
    full, alone = Entry("person", person.id), Entry("surname", person.id)
    foreign = person.country in respelled
    scripts = _SCRIPTS.get(language, ("latin",))
    variants = [_variants(name, language, foreign) for s in scripts for name in person.names.get(s, ())]
    firsts = frozenset[str]().union(*(before[0] for before, _, _ in variants if before))
    initials = frozenset(f[:1] for f in firsts)
    for before, surname, after in variants:
        builder.add(surname, alone)
        if after:
            builder.add([*surname, *after], full)
            builder.add([*after, *surname], full)
        if not before:
            continue
        for given in (before, [firsts], [before[-1]], [initials]):
            builder.add([*given, *surname], full)
        builder.add([*surname, *before], full)
        builder.add([*surname, firsts], full)
        if len(before) > 1:
            second = frozenset(f[:1] for f in before[1])
            builder.add([initials, second, *surname], full)
            builder.add([before[0], second, *surname], full)
            if len(before[0]) * len(before[1]) < _MOST_JOINED:
                builder.add([frozenset(a + b for a in before[0] for b in before[1]), *surname], full)


def _add_outlet(builder: _Builder, text: str, oid: str, language: str) -> None:
    """The name of an agency or outlet, in the languages of its script, with case endings where names take them."""
    script = next((s for s, rx in _SCRIPT_OF.items() if rx.search(text)), "latin")
    home = {"ru": "cyrillic", "uk": "cyrillic", "be": "cyrillic", "fa": "arabic"}.get(language, "latin")
    if script not in {home, "latin"}:
        return
    block = text.isupper() and script != "arabic"
    every = not block and all(part[:1].isupper() or len(part) < 4 for part in text.split())
    entry = Entry(
        "entity", oid, capital=not text[:1].islower(), every=every and text[:1].isupper(), block=block
    )
    inflects = not block and script == home and language in ("ru", "uk", "be", "pl", "lt", "tr")
    builder.add(
        (
            name_forms(w, language) if inflects and len(w) >= _SHORTEST_INFLECTED else frozenset((w,))
            for w in words(text)
        ),
        entry,
    )


def _is_shared(bucket: list[tuple[Slots, Entry]]) -> bool:
    return len(bucket) > 1


def build_patterns(language: str, actors: Actors, names: Names, outlets: Path | None) -> Patterns:
    """Build the patterns of a language.

    Args:
        language: ISO 639-1.
        actors: people, organisations, cities and given names.
        names: what countries, cities and roles are called in the language.
        outlets: another file than config/outlets.yml.
    """
    builder = _Builder(language)
    for text in names.blocks:
        builder.pattern(text, "block", "", capital=False)
    for organisation in actors.organisations.values():
        for key in ("any", language):
            for text in organisation.patterns.get(key, ()):
                every = text.startswith("^")
                builder.pattern(text.lstrip("^"), "entity", organisation.id, capital=True, every=every)
    for outlet in load_outlets(outlets).outlets.values():
        for text in dict.fromkeys((outlet.name, *outlet.names)):
            if text not in outlet.ambiguous:
                _add_outlet(builder, text, outlet.id, language)
    for kind, texts in names.roles.items():
        for text in texts:
            builder.pattern(text, "role", kind, capital=False)
    for text in names.counterparts:
        builder.pattern(text, "counterpart", "", capital=False)
    for code, (own, adjectives, people) in names.countries.items():
        for text in own:
            builder.name(text, Entry("country", code))
        capital = names.capital_demonyms
        for text in adjectives:
            parts = words(text)
            forms = [frozenset((w,)) for w in parts[:-1]] + [adjective_forms(parts[-1], language)]
            builder.add(forms, Entry("demonym", code, capital=capital))
            short = _SHORT_FIRST.get(language, "")
            if short and parts[-1].endswith(short) and len(parts[-1]) > len(short) + _SHORTEST_FIRST:
                first_half = frozenset((parts[-1].removesuffix(short) + "о",))
                builder.add([first_half], Entry("demonym", code, capital=False))
            if language == "en":
                builder.add([*forms[:-1], frozenset((parts[-1] + "s",))], Entry("demonym", code))
        for text in people:
            parts = words(text)
            forms = [frozenset((w,)) for w in parts[:-1]] + [
                frozenset().union(*noun_forms(parts[-1], language))
            ]
            builder.add(forms, Entry("demonym", code, capital=capital or text[:1].isupper()))
    for cid, texts in names.cities.items():
        for text in texts:
            # What is of a town (мінскі, тегеранский) is written small and stands for it.
            builder.name(text, Entry("city", cid, capital=not text.lstrip("=")[:1].islower()))
    for person in actors.people.values():
        _add_person(builder, person, language, actors.respelled)
    for bucket in filter(_is_shared, builder.first.values()):
        bucket.sort(key=lambda pair: (-len(pair[0]), PRIORITY[pair[1].category], pair[1].id))
    given = frozenset(f for w in actors.given_names for f in _person_forms(w, language))
    patterns = Patterns(builder.first, given)
    _index_misprints(patterns, actors)
    for kept in (name_forms, noun_forms, adjective_forms, respell, respell_for):
        kept.cache_clear()  # worth remembering within one language only
    return patterns


def _index_misprints(patterns: Patterns, actors: Actors) -> None:
    for form, bucket in sorted(patterns.first.items()):
        if len(form) < actors.shortest_misprint:
            continue
        for rest, entry in bucket:
            person = actors.people.get(entry.id)
            if not rest and entry.category == "surname" and person and person.country in actors.respelled:
                half = len(form) // 2
                for key in (form[:half], "~" + form[half:]):
                    patterns.halves.setdefault(key, []).append((form, entry))
