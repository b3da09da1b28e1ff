"""Entries for all forms of the verbs a claims lexicon lists by their infinitive, and of its idioms written out in the past."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from helpers.coding.claims.alternatives import fill_pattern, join_forms, part_pattern, spread_verbs
from helpers.coding.claims.conjugate import CONJUGATIONS
from helpers.coding.claims.idioms import Conjugator
from helpers.coding.claims.lexicon_keys import APART, FORMS, HELPERS, IN_ANY_TENSE, TENSED, VERB_CUES
from helpers.coding.claims.pattern_lists import Reading, check_mapping, cut_word, read_list
from helpers.coding.claims.patterns import GAP_WORDS, Entry, weigh
from helpers.coding.claims.persian_words import close_words
from helpers.foundation.errors import ConfigError
from helpers.foundation.settings import check_keys, line_of

_NOUN_LETTERS = 6  # of a noun whose case endings look like verb forms (görüşme, anlaşma)


def read_verbs(
    path: Path,
    data: Mapping[str, Any],
    language: str,
    names: tuple[str, ...],
    written: Sequence[Entry],
    reading: Reading,
) -> Iterator[Entry]:
    """Entries for all forms of the verbs listed by their infinitive; what is written out elsewhere stays as it is written."""
    content = data.get("verbs") or {}
    check_mapping(path, content, ("verbs",))
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
                        yield from read_list(path, told, kept, str(key), tense, ("verbs", key, i), reading)
                    continue
                fresh = [f for p in join_forms(patterns) if (f := _without_known(reading, p, known))]
                if reading.verb_last and form in ("infinitive", "past"):  # görüşmesi: the noun's form
                    fresh = [
                        f for p in fresh
                        if (f := _only(reading, p, lambda w: not _is_noun_form(w, names_of_things, of_one_word=reading.nouns_capitalised)))
                    ]  # fmt: skip
                known.update(w for p in fresh for w in _spellings(reading, p).values())
                named = verb.partition("/")[0] if "/" in verb else ""
                for entry in read_list(path, fresh, "trigger", str(key), form, ("verbs", key, i), reading):
                    many = (
                        "|" in entry.source
                    )  # named by its verb, and no heavier than the lightest of its forms
                    label = named or (infinitive if many else entry.source)
                    yield replace(entry, source=label, weight=weigh(entry.elements, least=many))
    yield from _read_idioms(path, data, language, written, reading, known)


def _read_idioms(
    path: Path,
    data: Mapping[str, Any],
    language: str,
    written: Sequence[Entry],
    reading: Reading,
    known: set[str],
) -> Iterator[Entry]:
    """Entries for the other forms of what is written out in the past, named by that."""
    listed = [
        str(verb)
        for key, verbs in (data.get("verbs") or {}).items()
        if key not in VERB_CUES
        for verb in verbs
    ]
    nouns = {
        w for e in written if e.category == "instrument" for element in e.elements for w in element.words
    }
    idioms = Conjugator(language, CONJUGATIONS[language], listed, nouns=nouns) if listed else None
    for key, by_form in data["triggers"].items():
        patterns = by_form.get("past", ())
        if idioms is None or key in HELPERS:
            continue
        for idiom in idioms.derive(patterns):
            if fresh := _without_known(reading, idiom.pattern, known):
                known.update(_spellings(reading, fresh).values())
                at = ("triggers", key, "past")
                for entry in read_list(path, [fresh], "trigger", str(key), idiom.form, at, reading):
                    yield replace(entry, source=patterns[idiom.number])


def _spell(reading: Reading, source: str) -> str:
    written = close_words(source) if reading.half_spaces else source
    return " ".join(
        w
        for place in written.split()
        for w in ([place] if place in GAP_WORDS else cut_word(reading, place.strip("*")))
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
