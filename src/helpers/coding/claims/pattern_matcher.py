"""Finds lexicon patterns in a sequence of words, in linear time; of those that overlap, the longest."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from operator import itemgetter
from typing import NamedTuple, Protocol

from helpers.coding.claims.patterns import Element, Entry, Hit
from helpers.coding.claims.tokens import COMMAS, Token
from helpers.foundation.memory import VOCABULARY

_LEFT_OPEN = ("open_date", "unconfirmed")  # said of phrases in which nothing else counts
_HEAD = 3  # first letters by which words behind are looked at before stems are
_OBJECT_WORDS = 8  # between a verb and its object before it
_SHORT = 2  # letters of a preposition that may govern a time as well (в четверг ракеты передали)
_QUOTES = frozenset("«»„“”\"'’")  # and the mark of a genitive: the two countries' ministers
_ASIDE_WORDS = 12  # between the commas of an aside that says who said so
_SHORT_ASIDE = 6  # words of any other, between two marks
_CLOSING = {**{c: c for c in COMMAS}, "–": "–", "—": "—", "(": ")"}


class _Start(NamedTuple):
    """An entry that may begin at a word, with what is looked at first.

    Attributes:
        place: of the entry in the lexicon.
        entry: it.
        alone: it is one word.
        behind: the words of which one must follow somewhere, or their first letters where stems count; None where any may.
        by_head: `behind` has first letters.
        takes_object: a verb with its object behind a gap: передать .. ракет*.
    """

    place: int
    entry: Entry
    alone: bool
    behind: frozenset[str] | None
    by_head: bool
    takes_object: bool


class _Candidates(NamedTuple):
    """Entries that begin with one word, in the order of the lexicon.

    `second` has those whose second word can only be one of a few, by that word; `open` the others; `merged` both, as asked for.
    """

    open: list[_Start]
    second: dict[str, list[_Start]]
    merged: dict[str, list[_Start]]

    def followed_by(self, word: str) -> list[_Start]:
        """Those that may begin before a word."""
        found = self.second.get(word)
        if found is None:
            return self.open
        merged = self.merged.get(word)
        if merged is None:
            merged = self.merged[word] = sorted((*self.open, *found), key=_place)
        return merged


_place = itemgetter(0)


def _sort_by_second(entries: Iterable[Entry]) -> _Candidates:
    sorted_out = _Candidates([], {}, {})
    for place, entry in enumerate(entries):
        elements = entry.elements
        if len(elements) == 1:
            sorted_out.open.append(_Start(place, entry, True, None, False, False))
            continue
        following = elements[1]
        is_told = not (following.gap or following.stems or following.tails)
        # Of what is asked for by its second word (a fost semnat .. acord), the third is looked for.
        later = elements[1 + is_told :] or elements[1:]
        behind = later[1] if later[0].gap else later[0]
        start = _Start(place, entry, False, _told_by(behind), bool(behind.stems), _takes_object(entry))
        for word in following.words if is_told else ():
            sorted_out.second.setdefault(word, []).append(start)
        if not is_told:
            sorted_out.open.append(start)
    return sorted_out


def _told_by(element: Element) -> frozenset[str] | None:
    """The words an element allows, with stems the first letters of all; None where tails or short stems say too little."""
    if element.tails or any(len(s) < _HEAD for s in element.stems):
        return None
    if element.stems:
        return frozenset(w[:_HEAD] for w in (*element.words, *element.stems))
    return element.words


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


def floating_words(entries: Sequence[Entry]) -> set[str]:
    """Adverbs that stand anywhere in a clause and part what belongs together: is however not planned."""
    return {w for e in entries if e.category == "floating" for w in e.elements[0].words}


class Matcher:
    """Finds lexicon entries in a sequence of words; candidates by the first word are remembered for each word form."""

    def __init__(
        self,
        entries: Candidates,
        *,
        nouns_capitalised: bool = False,
        leading: frozenset[str] | None = None,
        asides: frozenset[str] = frozenset(),
        floating: frozenset[str] = frozenset(),
    ):
        """Make it.

        Args:
            entries: of the lexicon.
            nouns_capitalised: a capital letter tells noun from verb.
            leading: words before a noun that keep it from being the object of a verb behind it, where an object may stand on
                either side of its verb (передал ракеты, ракеты передал); None where it may not.
            asides: words that open an aside between commas which a gap passes over (held, as the ministry said, talks).
            floating: adverbs that may part the words of an entry (is however not planned).
        """
        self._nouns_capitalised = nouns_capitalised
        self._leading = leading
        self._asides = asides
        self._floating = floating
        self._entries = entries
        self._known: dict[str, _Candidates] = {}

    def _candidates(self, word: str, after: str, floating: str) -> list[_Start]:
        """The entries that may begin with a word, of those whose second word is told only the ones that `after` allows.

        Where an adverb stands between the two, `floating` is that adverb.
        """
        known = self._known.get(word)
        if known is None:
            if len(self._known) >= VOCABULARY:
                self._known.clear()
            known = self._known[word] = _sort_by_second(self._entries.beginning_with(word))
        found = known.followed_by(after)
        return [*known.second[floating], *found] if floating in known.second else found

    def find(self, tokens: Sequence[Token]) -> list[Hit]:
        """All hits in order of place; of the entries of one category that overlap, the longest, then the most exact."""
        beginning: list[list[Hit]] = []
        behind: set[str] = set()  # the words behind the one at hand
        heads: set[str] = set()
        for i in range(len(tokens) - 1, -1, -1):
            if tokens[i].is_word and (found := self._beginning_at(tokens, i, behind, heads)):
                beginning.append(found)
            behind.add(tokens[i].norm)
            heads.add(tokens[i].norm[:_HEAD])
        return _keep_longest([hit for hits in reversed(beginning) for hit in hits])

    def _beginning_at(self, tokens: Sequence[Token], i: int, behind: set[str], heads: set[str]) -> list[Hit]:
        """The hits that begin at a word, and the verbs there whose objects stand before it."""
        hits: list[Hit] = []
        either: list[Entry] = []
        token = tokens[i]
        at = i + 1
        if at < len(tokens) and tokens[at].norm in _QUOTES:
            at += 1
        after = tokens[at].norm if at < len(tokens) else ""
        floating = ""
        if after in self._floating and at + 1 < len(tokens):
            floating, after = after, tokens[at + 1].norm
        for _, entry, alone, needed, by_head, takes_object in self._candidates(token.norm, after, floating):
            if self._nouns_capitalised and i > 0 and _is_miscased(entry, token):
                continue
            if alone:
                hits.append(Hit(i, i + 1, entry, (i,)))
                continue
            if takes_object and self._leading is not None:
                either.append(entry)
            if not behind or (needed is not None and needed.isdisjoint(heads if by_head else behind)):
                continue
            spots = _match_rest(
                entry.elements, tokens, i, self._asides, self._floating, other=entry.category == "trigger"
            )
            if spots:
                hits.append(Hit(i, spots[-1] + 1, entry, spots))
        if either and not any(h.last > i + 1 and h.entry.category == "trigger" for h in hits):
            hits += self._objects_before(either, tokens, i)
        return hits

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
    elements: tuple[Element, ...],
    tokens: Sequence[Token],
    at: int,
    asides: frozenset[str],
    floating: frozenset[str],
    *,
    other: bool,
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
                if tokens[i].norm == ".":  # of an abbreviation: on 2022 m. liepos 7 d. signed
                    i += 1
                    continue
                if not tokens[i].is_word and tokens[i].norm not in _QUOTES:  # called the reports "fake"
                    if not (end := _end_of_aside(tokens, i, asides, other=other)):
                        return ()
                    i = end
                    continue
                left -= not _is_of_date(tokens, i)
                i += 1
            else:
                return ()
        if i < len(tokens) and tokens[i].norm in _QUOTES:
            i += 1
        if i < len(tokens) and tokens[i].norm in floating and not elements[k].allows(tokens[i].norm):
            i += 1
        if i >= len(tokens) or not tokens[i].is_word or not elements[k].allows(tokens[i].norm):
            return ()
        spots.append(i)
        i, k = i + 1, k + 1
    return tuple(spots)


def _is_of_date(tokens: Sequence[Token], at: int) -> bool:
    """True for numbers and what stands between two of them, which no gap counts: approved on 9 April 2025 the treaty."""
    if tokens[at].norm.isdecimal():
        return True
    return 0 < at < len(tokens) - 1 and tokens[at - 1].norm.isdecimal() and tokens[at + 1].norm.isdecimal()


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
        if hit.entry.category == "ignore" or (
            hit.entry.category not in _LEFT_OPEN and any(_is_inside(hit, i) for i in ignoring)
        ):
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
