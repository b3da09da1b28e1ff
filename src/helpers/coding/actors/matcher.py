"""Finds the patterns of a lexicon in the words of a text: the longest at each place, from left to right."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass, replace

from helpers.coding.actors.entry import PRIORITY, SLOT, Entry, Slots
from helpers.coding.actors.lexicon import Lexicon, Pattern
from helpers.coding.actors.normalise import Token

# Words inside names that may be written small: bin Salman, von der Leyen, al-Assad.
_PARTICLES = frozenset(
    (
        "al",
        "el",
        "as",
        "es",
        "ash",
        "asch",
        "us",
        "bin",
        "ben",
        "ibn",
        "von",
        "der",
        "da",
        "de",
        "e",
        "аль",
        "эль",
        "ас",
        "аш",
        "бин",
        "бен",
        "ибн",
        "фон",
        "дер",
        "бін",
        "дэр",
    )
)


@dataclass(frozen=True, slots=True)
class Item:
    """A match: words [first, last) and what they may be.

    Attributes:
        first: index of the first word.
        last: index after the last word.
        entries: readings of one category; more than one is an ambiguity.
        origin: countries of the adjectives that stand inside the pattern.
        misprint: True when the surname was read past one wrong letter.
    """

    first: int
    last: int
    entries: tuple[Entry, ...]
    origin: tuple[str, ...] = ()
    misprint: bool = False

    @property
    def category(self) -> str:
        """The category of its entries."""
        return self.entries[0].category


def _slot(words: list[Token], at: int, lexicon: Lexicon) -> tuple[int, tuple[str, ...]]:
    """Adjectives of origin that stand inside a role (`ministre iranien de la Défense`): where they end, and of what."""
    origin: list[str] = []
    here = at
    while here < len(words):
        best = 0
        for rest, entry in lexicon.first.get(words[here].form) or ():
            if entry.category != "demonym" or SLOT in rest:
                continue
            size = 1 + len(rest)
            if size > best and all(
                here + 1 + k < len(words) and words[here + 1 + k].form in forms
                for k, forms in enumerate(rest)
            ):
                best, code = size, entry.id
        if not best:
            break
        origin.append(code)
        here += best
        if here < len(words) and words[here].form in lexicon.names.words["and"]:
            here += 1
    if origin and words[here - 1].form in lexicon.names.words["and"]:
        here -= 1
    return here, tuple(origin)


def _match_rest(
    words: list[Token], at: int, rest: Slots, lexicon: Lexicon
) -> tuple[int, tuple[str, ...]] | None:
    origin: tuple[str, ...] = ()
    here = at
    for forms in rest:
        if forms is SLOT or "_" in forms:
            here, origin = _slot(words, here, lexicon)
            continue
        if here >= len(words) or words[here].form not in forms:
            return None
        here += 1
    return here, origin


def _written(
    words: list[Token], first: int, last: int, entry: Entry, lexicon: Lexicon, lower: bool, text: str
) -> bool:
    """Whether capital letters are as the entry needs them on a page that has them."""
    if lower:
        if entry.block and lexicon.language != "fa" and len(words[first].form) < 3:
            return False
        return last - first > 1 or words[first].form not in lexicon.names.ordinary
    if last - first == 1 and _begins(words[first], text):
        surface = text[words[first].start : words[first].end].lower()
        if surface in lexicon.names.initial:
            return False
    if entry.block:
        return text[words[first].start : words[last - 1].end].isupper()
    if entry.every and (words[first].upper or lexicon.language != "de"):
        return all(words[k].upper or len(words[k].form) < 4 for k in range(first, last))
    if entry.every:
        return False
    if entry.category in ("person", "surname"):
        return all(words[k].upper or words[k].form in _PARTICLES for k in range(first, last)) and any(
            words[k].upper for k in range(first, last)
        )
    return not entry.capital or words[first].upper or (last - first > 1 and words[last - 1].upper)


def _begins(token: Token, text: str) -> bool:
    """True when a word stands at the beginning of a sentence or line."""
    before = text[max(0, token.start - 3) : token.start].rstrip(" \"'«“„»”’")
    return not before or before[-1] in ".!?\n:"


def _misprint(token: Token, lexicon: Lexicon, shortest: int) -> tuple[Entry, ...]:
    """Long surnames one letter away (a wrong, missing, added or swapped letter); none when two people would fit.

    First and last letters must be right: at the end of a word one letter is a case, a gender or another name.
    """
    form = token.form
    if len(form) < shortest or form in lexicon.first or form in lexicon.given:
        return ()
    found: dict[str, Entry] = {}
    for size in range(len(form) // 2 - 1, len(form) // 2 + 2):
        for key in (form[:size], "~" + form[size:]):
            for known, entry in lexicon.first.surnames(key):
                if known[0] == form[0] and known[-1] == form[-1] and _one_edit(known, form):
                    found[entry.id] = entry
    return tuple(found.values()) if len(found) == 1 else ()


def _one_edit(a: str, b: str) -> bool:
    """True when one letter replaced, added, dropped, or two neighbours swapped turn `a` into `b`."""
    start = 0
    short = min(len(a), len(b))
    while start < short and a[start] == b[start]:
        start += 1
    end = 0
    while end < short - start and a[-1 - end] == b[-1 - end]:
        end += 1
    x, y = a[start : len(a) - end], b[start : len(b) - end]
    return (len(x) <= 1 and len(y) <= 1) or (len(x) == 2 and x == y[::-1])


def find_items(
    words: list[Token],
    text: str,
    lexicon: Lexicon,
    *,
    shortest: int,
    starts: Container[int] | None = None,
) -> list[Item]:
    """The longest pattern at each place, left to right, not overlapping, in text order.

    Args:
        words: the words of a text.
        text: the text.
        lexicon: the patterns of its language.
        shortest: number of letters from which a surname is read past one wrong letter.
        starts: word positions at which a pattern may begin, None for all.
    """
    lower = lexicon.language == "fa" or not any(w.upper for w in words)
    first = lexicon.first
    items: list[Item] = []
    at, size = 0, len(words)
    while at < size:
        bucket = first.get(words[at].form)
        if bucket is None:
            if (
                words[at].upper
                and len(words[at].form) >= shortest
                and (close := _misprint(words[at], lexicon, shortest))
            ):
                items.append(Item(at, at + 1, close, misprint=True))
            at += 1
            continue
        if starts is not None and at not in starts:
            at += 1
            continue
        item = _longest(words, at, bucket, lexicon, lower, text)
        if item is None:
            at += 1
        else:
            items.append(item)
            at = item.last
    return items


def _longest(
    words: list[Token],
    at: int,
    bucket: Sequence[Pattern],
    lexicon: Lexicon,
    lower: bool,
    text: str,
) -> Item | None:
    best: Item | None = None
    for rest, entry in bucket:
        if best is not None and len(rest) + 1 < best.last - best.first and SLOT not in rest:
            continue
        matched = _match_rest(words, at + 1, rest, lexicon) if rest else (at + 1, ())
        if matched is None:
            continue
        last, origin = matched
        if not _written(words, at, last, entry, lexicon, lower, text):
            continue
        if best is None or last > best.last:
            best = Item(at, last, (entry,), origin)
        elif last == best.last:
            rank, held = PRIORITY[entry.category], PRIORITY[best.category]
            if rank < held:
                best = Item(at, last, (entry,), origin)
            elif entry.category == best.category and entry not in best.entries:
                best = replace(best, entries=(*best.entries, entry))
    return best
