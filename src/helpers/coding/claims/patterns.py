"""Lexicon patterns over words: `подписал*`, `took|takes place`, `*abkommen`, `teilen .. mit`; found in linear time."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import NamedTuple, Protocol

from helpers.coding.claims.tokens import COMMAS, Token
from helpers.foundation.memory import VOCABULARY

GAP = ".."
_OBJECT_WORDS = 8  # between a verb and its object before it
_SHORT = 2  # letters of a preposition that may govern a time as well (в четверг ракеты передали)
LONG_GAP = "..."
_QUOTES = frozenset("«»„“”\"'’")  # and the mark of a genitive: the two countries' ministers
GAP_WORDS = {GAP: 6, LONG_GAP: 14}
_ASIDE_WORDS = 12  # between the commas of an aside that says who said so
_SHORT_ASIDE = 6  # words of any other, between two marks
_CLOSING = {**{c: c for c in COMMAS}, "–": "–", "—": "—", "(": ")"}


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


class _Candidates(NamedTuple):
    """Entries that begin with one word, with their places in the lexicon.

    `second` has those whose second word can only be one of a few, by that word; `open` the others.
    """

    open: dict[int, Entry]
    second: dict[str, list[tuple[int, Entry]]]


_place = itemgetter(0)


def _sort_by_second(entries: Iterable[Entry]) -> _Candidates:
    sorted_out = _Candidates({}, {})
    for place, entry in enumerate(entries):
        following = entry.elements[1] if len(entry.elements) > 1 else None
        if following is None or following.gap or following.stems or following.tails:
            sorted_out.open[place] = entry
            continue
        for word in following.words:
            sorted_out.second.setdefault(word, []).append((place, entry))
    return sorted_out


class Candidates(Protocol):
    """The entries of a lexicon by the words they begin with."""

    def beginning_with(self, word: str) -> tuple[Entry, ...]:
        """The entries whose first word may be this one."""
        ...


def leading_words(entries: Sequence[Entry]) -> frozenset[str]:
    """The last words of what opens an occasion, a place or a topic."""
    return frozenset(
        w
        for e in entries
        if (e.category == "cue" and e.key in ("occasion", "about", "without", "according"))
        or e.category == "place"
        for w in e.elements[-1].words
    )


def aside_words(entries: Sequence[Entry]) -> set[str]:
    """The words that open an aside on who said so: according to, as reported by."""
    said = (e for e in entries if e.category == "cue" and e.key == "according")
    return {w for e in said for w in e.elements[0].words}


class Matcher:
    """Finds lexicon entries in a sequence of words; candidates by the first word are remembered for each word form."""

    def __init__(
        self,
        entries: Candidates,
        *,
        nouns_capitalised: bool = False,
        leading: frozenset[str] | None = None,
        asides: frozenset[str] = frozenset(),
    ):
        """Make it.

        Args:
            entries: of the lexicon.
            nouns_capitalised: a capital letter tells noun from verb.
            leading: words before a noun that keep it from being the object of a verb behind it, where an object may stand on
                either side of its verb (передал ракеты, ракеты передал); None where it may not.
            asides: words that open an aside between commas which a gap passes over (held, as the ministry said, talks).
        """
        self._nouns_capitalised = nouns_capitalised
        self._leading = leading
        self._asides = asides
        self._entries = entries
        self._known: dict[str, _Candidates] = {}

    def _candidates(self, word: str, after: str) -> Iterable[Entry]:
        """The entries that may begin with a word, of those whose second word is told only the ones that `after` allows."""
        known = self._known.get(word)
        if known is None:
            if len(self._known) >= VOCABULARY:
                self._known.clear()
            known = self._known[word] = _sort_by_second(self._entries.beginning_with(word))
        found = known.second.get(after)
        if found is None:
            return known.open.values()
        return [entry for _, entry in sorted((*known.open.items(), *found), key=_place)]

    def find(self, tokens: Sequence[Token]) -> list[Hit]:
        """All hits in order of place; of the entries of one category that overlap, the longest, then the most exact."""
        hits: list[Hit] = []
        words = {t.norm for t in tokens}
        for i, token in enumerate(tokens):
            if not token.is_word:
                continue
            either: list[Entry] = []
            found = len(hits)
            at = i + 1
            if at < len(tokens) and tokens[at].norm in _QUOTES:
                at += 1
            after = tokens[at].norm if at < len(tokens) else ""
            for entry in self._candidates(token.norm, after):
                if self._nouns_capitalised and i > 0 and _is_miscased(entry, token):
                    continue
                elements = entry.elements
                if len(elements) == 1:
                    hits.append(Hit(i, i + 1, entry, (i,)))
                    continue
                if self._leading is not None and _takes_object(entry):
                    either.append(entry)
                behind = elements[2] if elements[1].gap else elements[1]
                if i + 1 == len(tokens) or not (
                    behind.stems or behind.tails or not behind.words.isdisjoint(words)
                ):
                    continue
                spots = _match_rest(elements, tokens, i, self._asides, other=entry.category == "trigger")
                if spots:
                    hits.append(Hit(i, spots[-1] + 1, entry, spots))
            if either and not any(h.last > i + 1 and h.entry.category == "trigger" for h in hits[found:]):
                hits += self._objects_before(either, tokens, i)
        return _keep_longest(hits)

    def _objects_before(self, entries: list[Entry], tokens: Sequence[Token], at: int) -> list[Hit]:
        """Verbs whose object stands before them, the nearest, unless a preposition makes it the setting of something else."""
        out = []
        leading = self._leading or frozenset()
        for entry in entries:
            for j in range(at - 1, max(at - 2 - _OBJECT_WORDS, -1), -1):
                if not tokens[j].is_word:
                    break
                if not entry.elements[2].allows(tokens[j].norm):
                    continue
                before = [tokens[k].norm for k in (j - 1, j - 2) if k >= 0]
                led = before[:1] and before[0] in leading
                if not led and not any(len(w) > _SHORT and w in leading for w in before[1:]):
                    out.append(Hit(j, at + 1, entry, (j, at)))
                break
        return out


def _takes_object(entry: Entry) -> bool:
    """A verb with its object behind a gap: передать .. ракет*."""
    elements = entry.elements
    return len(elements) == 3 and elements[1].gap > 0 and entry.category == "trigger" and entry.form != "noun"


def _is_miscased(entry: Entry, token: Token) -> bool:
    """Where nouns are capitalised: a noun in small letters, or a one-word verb with a capital inside the sentence."""
    if entry.category != "trigger":
        return False
    if entry.form == "noun":
        return not token.capital and len(entry.elements) == 1
    return token.capital and len(entry.elements) == 1


def _match_rest(
    elements: tuple[Element, ...], tokens: Sequence[Token], at: int, asides: frozenset[str], *, other: bool
) -> tuple[int, ...]:
    """The tokens of the pattern that begins at `at`, or ()."""
    i, k = at + 1, 1
    spots = [at]
    while k < len(elements):
        if elements[k].gap:
            left, k = elements[k].gap, k + 1
            while i < len(tokens) and left >= 0:
                if tokens[i].is_word and elements[k].allows(tokens[i].norm):
                    break
                if not tokens[i].is_word and tokens[i].norm not in _QUOTES:  # called the reports "fake"
                    if not (end := _end_of_aside(tokens, i, asides, other=other)):
                        return ()
                    i = end
                    continue
                i, left = i + 1, left - 1
            else:
                return ()
        if i < len(tokens) and tokens[i].norm in _QUOTES:
            i += 1
        if i >= len(tokens) or not tokens[i].is_word or not elements[k].allows(tokens[i].norm):
            return ()
        spots.append(i)
        i, k = i + 1, k + 1
    return tuple(spots)


def _end_of_aside(tokens: Sequence[Token], at: int, asides: frozenset[str], *, other: bool) -> int:
    """Behind the second mark of an aside that opens at the first, 0 when none does: held, as the ministry said, talks.

    One that says no more than whose words these are may be long; any `other` is short: will build, together with Iran, a plant.
    """
    closing = _CLOSING.get(tokens[at].norm)
    if closing is None or at + 1 >= len(tokens):
        return 0
    said = closing in COMMAS and tokens[at + 1].norm in asides
    words = _ASIDE_WORDS if said else _SHORT_ASIDE * other
    for i in range(at + 1, min(at + 2 + words, len(tokens))):
        if not tokens[i].is_word and tokens[i].norm not in _QUOTES:
            return i + 1 if tokens[i].norm == closing and i > at + 1 + (closing in COMMAS) else 0
    return 0


# Sections in which one word may say two things (Polish na: "at" an occasion, and "for" a year).
_SHARING = frozenset({"cue", "place", "area"})


def _is_inside(hit: Hit, phrase: Hit) -> bool:
    """True when a phrase to ignore covers the hit; what the lexicon lists with the same words for something else stays (plan to)."""
    covered = phrase.first <= hit.first and hit.last <= phrase.last
    return covered and hit.entry.source != phrase.entry.source


def _keep_longest(hits: list[Hit]) -> list[Hit]:
    """Drop hits that a longer one of the same category covers, and all that an `ignore` phrase covers."""
    ignoring = [h for h in hits if h.entry.category == "ignore"]
    verbs = {
        (i, h.entry.key)
        for h in hits
        if h.entry.category == "trigger" and h.entry.form != "noun" and len(h.spots) > 1
        for i in h.spots
    }
    taken: dict[str, set[int]] = {}
    ranges: set[tuple[str, int, int]] = set()
    kept = []
    ordered = sorted(hits, key=lambda h: h.entry.weight, reverse=True)
    # Opened a plant for drones: the verb holds its noun, unless another verb has taken the verb's words.
    held = {id(h) for h in ordered if _is_held(h, verbs)}
    for hit in (*(h for h in ordered if id(h) not in held), *(h for h in ordered if id(h) in held)):
        places = hit.spots
        if hit.entry.category == "ignore" or any(_is_inside(hit, i) for i in ignoring):
            continue
        category = hit.entry.category
        seen = taken.setdefault(category, set())
        shared = category in _SHARING and (category, hit.first, hit.last) in ranges
        if seen.intersection(places) and not shared:
            continue
        ranges.add((category, hit.first, hit.last))
        seen.update(places)
        kept.append(hit)
    return sorted(kept, key=lambda h: (h.first, h.last))


def _is_held(hit: Hit, verbs: set[tuple[int, str]]) -> bool:
    """A noun whose words are also in the pattern of a verb of the same event."""
    if hit.entry.category != "trigger" or hit.entry.form != "noun":
        return False
    return any((i, hit.entry.key) in verbs for i in hit.spots)
