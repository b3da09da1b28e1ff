"""Lists of patterns of a claims lexicon, read into entries, and the words in them cut as the language wants it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from helpers.coding.claims.patterns import Entry, read_pattern, weigh
from helpers.coding.claims.persian_words import close_words
from helpers.coding.claims.tokens import normalise_word, tokenise
from helpers.foundation.errors import ConfigError
from helpers.foundation.settings import line_of


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


def cut_word(reading: Reading, word: str) -> list[str]:
    """A word of a pattern cut and normalised as the text's words are: one word may become two."""
    if word.isalpha():  # nothing in it to cut
        return [normalise_word(word, reading.fold)]
    tokens = tokenise(word, elision=reading.elision, split_hyphens=reading.split_hyphens, fold=reading.fold)
    return [t.norm for t in tokens if t.is_word]


def read_list(
    path: Path, patterns: Any, category: str, key: str, form: str, at: tuple[str | int, ...], reading: Reading
) -> Iterator[Entry]:
    """The entries of a list of patterns.

    Args:
        path: the file, for messages.
        patterns: as written.
        category: of the entries (see `patterns.Entry`).
        key: what they stand for.
        form: their grammatical form.
        at: where the list stands in the file.
        reading: how its words are cut.

    Raises:
        ConfigError: no list of strings, or a pattern that is none.
    """
    if not isinstance(patterns, list) or not all(isinstance(p, str) for p in patterns):
        raise ConfigError(
            path, f"{' > '.join(map(str, at))} must be a list of patterns (strings)", line=line_of(path, *at)
        )
    for i, source in enumerate(patterns):
        try:
            written = close_words(source) if reading.half_spaces else source
            elements = read_pattern(written, partial(cut_word, reading))
        except ValueError as err:
            raise ConfigError(path, f"not a pattern: {err}", line=line_of(path, *at, i)) from err
        yield Entry(category, key, form, source, elements, weigh(elements))


def check_mapping(path: Path, content: Any, at: tuple[str | int, ...]) -> None:
    """A part of the file is a mapping.

    Raises:
        ConfigError: it is not, with file and line.
    """
    if not isinstance(content, dict):
        raise ConfigError(path, f"{' > '.join(map(str, at))} must be a mapping", line=line_of(path, *at))
