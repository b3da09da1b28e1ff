"""Reads config/lexicon/<language>/claims.yml, strictly, into the patterns that coding matches."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from functools import lru_cache, partial
from pathlib import Path
from typing import Any

from helpers.coding.claims.alternatives import (
    fill_families,
    fill_pattern,
    join_forms,
    part_pattern,
    spread_verbs,
)
from helpers.coding.claims.codebook import load_codebook
from helpers.coding.claims.conjugate import CONJUGATIONS
from helpers.coding.claims.entry_table import EntryTable, pack_entries
from helpers.coding.claims.lexicon_keys import (
    APART,
    COUPLES,
    CUES,
    FORMS,
    HELPERS,
    IN_ANY_TENSE,
    NUMBERS,
    PLACES,
    SECTIONS,
    TENSED,
    VERB_CUES,
)
from helpers.coding.claims.pattern_matcher import Matcher, aside_words, floating_words, leading_words
from helpers.coding.claims.patterns import GAP_WORDS, Entry, Hit, read_pattern, weigh
from helpers.coding.claims.persian_words import close_words
from helpers.coding.claims.tokens import Token, normalise_word, tokenise
from helpers.foundation.cache import hash_parts
from helpers.foundation.errors import ConfigError
from helpers.foundation.fingerprints import code_fingerprint
from helpers.foundation.packed import pack_parts, read_parts
from helpers.foundation.parsed import entry_below, read_content, write_content
from helpers.foundation.schemas import LANGUAGES
from helpers.foundation.settings import check_keys, find_paths, line_of, load_yaml

_NOUN_LETTERS = 6  # of a noun whose case endings look like verb forms (görüşme, anlaşma)


@dataclass(frozen=True, slots=True)
class Reading:
    """How the language's words are cut and what order its clauses have.

    Attributes:
        elision: an apostrophe ends a word.
        split_hyphens: a hyphen ends a word.
        fold: accents are dropped before comparing.
        verb_last: the verb, and what says its tense or denies it, ends the clause.
        bare_verbs: a noun right after the mark of the infinitive is a verb (to visit).
        free_order: the object of a verb may stand before it as well as behind it.
        half_spaces: a blank may stand for the half-space within a word (می شود).
        nouns_capitalised: a capital letter tells noun from verb (das Treffen, sie treffen).
        articles: there is a definite article; told by its being listed among the cues.
    """

    elision: bool = False
    split_hyphens: bool = False
    fold: bool = False
    verb_last: bool = False
    nouns_capitalised: bool = False
    articles: bool = False
    bare_verbs: bool = False
    free_order: bool = False
    half_spaces: bool = False


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


def _cut(reading: Reading, word: str) -> list[str]:
    if word.isalpha():  # nothing in it to cut
        return [normalise_word(word, reading.fold)]
    tokens = tokenise(word, elision=reading.elision, split_hyphens=reading.split_hyphens, fold=reading.fold)
    return [t.norm for t in tokens if t.is_word]


def _read_list(
    path: Path, patterns: Any, category: str, key: str, form: str, at: tuple[str | int, ...], reading: Reading
) -> Iterator[Entry]:
    if not isinstance(patterns, list) or not all(isinstance(p, str) for p in patterns):
        raise ConfigError(
            path, f"{' > '.join(map(str, at))} must be a list of patterns (strings)", line=line_of(path, *at)
        )
    for i, source in enumerate(patterns):
        try:
            written = close_words(source) if reading.half_spaces else source
            elements = read_pattern(written, partial(_cut, reading))
        except ValueError as err:
            raise ConfigError(path, f"not a pattern: {err}", line=line_of(path, *at, i)) from err
        yield Entry(category, key, form, source, elements, weigh(elements))


def _read_map(
    path: Path,
    data: Mapping[str, Any],
    section: str,
    category: str,
    reading: Reading,
    names: tuple[str, ...] | None,
) -> Iterator[Entry]:
    content = data.get(section) or {}
    _check_mapping(path, content, (section,))
    if names is not None:
        check_keys(path, content, allowed=names, at=(section,))
    for key, patterns in content.items():
        also = ("both_people", "both_sides") if category == "cue" and key in COUPLES else ()
        for name in (str(key), *also):
            kept = name if category == "cue" and name in APART else category
            yield from _read_list(path, patterns, kept, name, "", (section, key), reading)


def _check_mapping(path: Path, content: Any, at: tuple[str | int, ...]) -> None:
    if not isinstance(content, dict):
        raise ConfigError(path, f"{' > '.join(map(str, at))} must be a mapping", line=line_of(path, *at))


def _read_forms(
    path: Path, data: Mapping[str, Any], section: str, category: str, reading: Reading,
    names: tuple[str, ...] | None, forms: tuple[str, ...],
) -> Iterator[Entry]:  # fmt: skip
    content = data[section]
    _check_mapping(path, content, (section,))
    if names is not None:
        check_keys(path, content, allowed=names, at=(section,))
    for key, by_form in content.items():
        _check_mapping(path, by_form, (section, key))
        check_keys(path, by_form, allowed=forms, at=(section, key))
        for form, patterns in by_form.items():
            yield from _read_list(path, patterns, category, str(key), form, (section, key, form), reading)


def _read_verbs(
    path: Path,
    data: Mapping[str, Any],
    language: str,
    names: tuple[str, ...],
    written: Sequence[Entry],
    reading: Reading,
) -> Iterator[Entry]:
    """Entries for all forms of the verbs listed by their infinitive; what is written out elsewhere stays as it is written."""
    content = data.get("verbs") or {}
    _check_mapping(path, content, ("verbs",))
    check_keys(path, content, allowed=(*names, *VERB_CUES), at=("verbs",))
    if content and language not in CONJUGATIONS:
        raise ConfigError(
            path,
            f"verbs are conjugated in {', '.join(CONJUGATIONS)} only; list the forms under triggers",
            line=line_of(path, "verbs"),
        )
    # A word that also is a cue or says where to ("visited" before a town) still is the verb's.
    known = {_spell(reading, e.source) for e in written if e.category in ("trigger", "instrument")}
    known_cues = {(e.key, _spell(reading, e.source)) for e in written if e.category == "cue"}
    names_of_things = {
        _spell(reading, e.source)
        for e in written
        if e.category == "instrument" or (e.category == "trigger" and e.form == "noun")
    }
    for key, verbs in content.items():
        for i, verb in ((i, v) for i, entry in enumerate(verbs) for v in spread_verbs(str(entry))):
            filled = fill_pattern(path, verb, data.get("families") or {}, ("verbs", key, i))
            try:
                infinitive, without = _read_exclusions(verb)
                forms = CONJUGATIONS[language](_read_exclusions(filled)[0])
            except ValueError as err:
                raise ConfigError(path, str(err), line=line_of(path, "verbs", key, i)) from err
            for name, patterns in forms.items():
                form, _, part = name.partition(
                    ":"
                )  # "past:participle" is told as past, yet can be left out by itself
                if form in without or part in without or (form == "noun" and key == "hold"):
                    continue  # the holding of a session: the noun beside it is the event
                if key in VERB_CUES:
                    counted = ("past", "present", "negated", "pluperfect")[: 4 if key in IN_ANY_TENSE else 2]
                    if name in counted or key in TENSED:
                        here = {spelled for cue, spelled in known_cues if cue == key}
                        told = [f for p in patterns if (f := _without_known(reading, p, here))]
                        # the tense of other cues is that of the verb they introduce
                        tense = form if key in TENSED or name == "negated" else ""
                        kept = str(key) if key in APART else "cue"
                        yield from _read_list(path, told, kept, str(key), tense, ("verbs", key, i), reading)
                    continue
                fresh = [f for p in join_forms(patterns) if (f := _without_known(reading, p, known))]
                if reading.verb_last and form in ("infinitive", "past"):  # görüşmesi: the noun's form
                    fresh = [
                        f for p in fresh
                        if (f := _only(reading, p, lambda w: not _is_noun_form(w, names_of_things, of_one_word=reading.nouns_capitalised)))
                    ]  # fmt: skip
                known.update(w for p in fresh for w in _spellings(reading, p).values())
                named = verb.partition("/")[0] if "/" in verb else ""
                for entry in _read_list(path, fresh, "trigger", str(key), form, ("verbs", key, i), reading):
                    many = (
                        "|" in entry.source
                    )  # named by its verb, and no heavier than the lightest of its forms
                    label = named or (infinitive if many else entry.source)
                    yield replace(entry, source=label, weight=weigh(entry.elements, least=many))


def _spell(reading: Reading, source: str) -> str:
    written = close_words(source) if reading.half_spaces else source
    return " ".join(
        w
        for place in written.split()
        for w in ([place] if place in GAP_WORDS else _cut(reading, place.strip("*")))
    )


def _spellings(reading: Reading, pattern: str) -> dict[str, str]:
    """The words that may open a pattern, or close it where those differ -> the whole pattern spelled with that word."""
    before, words, after = part_pattern(pattern)
    return {w: _spell(reading, before + w + after) for w in words}


def _only(reading: Reading, pattern: str, wanted: Callable[[str], bool]) -> str:
    """The pattern without the alternatives whose spelling is not wanted; '' when nothing is left."""
    before, _, after = part_pattern(pattern)
    left = "|".join(w for w, spelled in _spellings(reading, pattern).items() if wanted(spelled))
    return before + left + after if left else left


def _without_known(reading: Reading, pattern: str, known: set[str]) -> str:
    """The pattern without the words it is written out with elsewhere; '' when nothing is left."""
    return _only(reading, pattern, lambda spelled: spelled not in known)


def _read_exclusions(verb: str) -> tuple[str, frozenset[str]]:
    """An entry cut into the verb and the forms it is not to have: "tratar con (without participle)".

    Raises:
        ValueError: no form of that name.
    """
    verb, mark, names = verb.partition(" (without ")
    without = frozenset(names.rstrip(")").split())
    if mark and (not names.endswith(")") or not without or not without <= {*FORMS}):
        raise ValueError(f"{names!r} behind {verb!r} names no forms; allowed: {', '.join(FORMS)}")
    return verb, without


def _is_noun_form(spelled: str, nouns: set[str], *, of_one_word: bool) -> bool:
    """Görüşmesi, baş başa görüşmesi: a noun with an ending; of words that stand together the last, unless only one word may be it."""
    last = spelled.rfind(" ") + 1
    word = "" if of_one_word or ".." in spelled else spelled[last:]
    return any(word[:n] in nouns for n in range(_NOUN_LETTERS, len(word))) or any(
        spelled[:n] in nouns for n in range(max(_NOUN_LETTERS, last + 1), len(spelled))
    )


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
    _check_mapping(path, data["places"], ("places",))
    check_keys(path, data["places"], allowed=PLACES, at=("places",))
    place_words = {k: v for k, v in data["places"].items() if k != "locative_endings"}
    _check_mapping(path, data["numbers"], ("numbers",))
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
    entries += list(_read_verbs(path, data, language, (*events, *HELPERS), entries, reading))
    for section, category in (
        ("papers_of_one_country", "domestic"),
        ("bystanders", "bystander"),
        ("ignore", "ignore"),
    ):
        entries += _read_list(path, data.get(section) or [], category, "", "", (section,), reading)
    endings = tuple(str(e).casefold() for e in data["places"].get("locative_endings", ()))
    return reading, endings, entries
