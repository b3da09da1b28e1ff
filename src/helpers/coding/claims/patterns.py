"""Lexicon patterns over words, as they are written and read: `подписал*`, `took|takes place`, `*abkommen`, `teilen .. mit`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

GAP = ".."
LONG_GAP = "..."
GAP_WORDS = {GAP: 6, LONG_GAP: 14}


@dataclass(frozen=True, slots=True)
class Element:
    """One place of a pattern: the words it allows.

    Attributes:
        words: whole words.
        stems: beginnings of words.
        tails: ends of words.
        gap: for `..` and `...` how many words of any kind may stand here (no punctuation); 0 for a word.
    """

    words: frozenset[str]
    stems: tuple[str, ...]
    tails: tuple[str, ...]
    gap: int = 0

    def allows(self, word: str) -> bool:
        """True when the word may stand here."""
        return word in self.words or word.startswith(self.stems) or word.endswith(self.tails)


@dataclass(frozen=True, slots=True, eq=False)
class Entry:
    """One lexicon entry: what is said (`category`, `key`, `form`) by which words.

    Attributes:
        category: section of the lexicon (trigger, instrument, cue, area ...).
        key: what it stands for (sign, memorandum of understanding, future, trade ...).
        form: its grammatical form where that matters (past, future, noun, one, many ...), else ''.
        source: the pattern as written.
        elements: the pattern, read.
        weight: how much it says: words, then letters fixed; the heavier of two that overlap wins.
    """

    category: str
    key: str
    form: str
    source: str
    elements: tuple[Element, ...]
    weight: tuple[int, int] = (0, 0)

    @property
    def rule(self) -> str:
        """The entry's name in a claim's `rules`."""
        parts = [self.category, self.key, self.form]
        return ".".join(p for p in parts if p) + ":" + self.source


class Hit(NamedTuple):
    """An entry found: words `first` to `last` (exclusive) of the sentence's tokens.

    `spots` are the words it matched; those that its gaps passed over are free for other entries.
    """

    first: int
    last: int
    entry: Entry
    spots: tuple[int, ...] = ()


def read_pattern(source: str, normalise: Callable[[str], list[str]]) -> tuple[Element, ...]:
    """Read a pattern.

    Args:
        source: words apart by blanks; `|` gives alternatives, a `*` at either end leaves the word open there, `..`
            is a gap, `...` a long one.
        normalise: cuts and normalises one word as the text's words are (one word may become two).

    Raises:
        ValueError: an empty pattern or alternative, a star inside a word, a gap at the edge.
    """
    elements: list[Element] = []
    for place in source.split():
        if place in GAP_WORDS:
            elements.append(Element(frozenset(), (), (), gap=GAP_WORDS[place]))
            continue
        words, stems, tails = set(), [], []
        pieces: list[str] = []
        for alternative in place.split("|"):
            bare = alternative.strip("*")
            if not bare or "*" in bare:
                raise ValueError(
                    f"{alternative!r} in {source!r}: a star may stand only before or after a word"
                )
            pieces = normalise(bare)
            if not pieces or (len(pieces) > 1 and "|" in place):
                raise ValueError(f"{alternative!r} in {source!r} is no single word")
            head = pieces[-1] if alternative.endswith("*") else pieces[0]
            if alternative.endswith("*"):
                stems.append(head)
            elif alternative.startswith("*"):
                tails.append(head)
            else:
                words.add(head)
        if len(pieces) > 1:  # the language's tokeniser cuts this word (l'accord, s-au)
            elements += [Element(frozenset({p}), (), ()) for p in pieces[:-1]]
            last = pieces[-1]
            elements.append(
                Element(frozenset(), (last,), ())
                if place.endswith("*")
                else Element(frozenset({last}), (), ())
            )
        else:
            elements.append(Element(frozenset(words), tuple(stems), tuple(tails)))
    if not elements or elements[0].gap or elements[-1].gap:
        raise ValueError(f"{source!r}: a pattern is words, and a gap stands between words")
    return tuple(elements)


def weigh(elements: tuple[Element, ...], *, least: bool = False) -> tuple[int, int]:
    """The weight of a pattern: its words, then its fixed letters, whole words before stems.

    Args:
        elements: the pattern.
        least: of words that stand for one another the shortest counts, not the longest.
    """
    choose = min if least else max
    exact = sum(choose((len(w) for w in e.words), default=0) for e in elements)
    stem = max((len(s) for e in elements for s in e.stems + e.tails), default=0)
    return (len(elements), exact * 100 + stem)
