"""Nouns that name a happening by who stands beside them: somebody's visit, a meeting between two people."""

from __future__ import annotations

from helpers.coding.claims.patterns import Hit
from helpers.coding.claims.sentences import Sentence


def is_between_people(sentence: Sentence, hit: Hit) -> bool:
    """The meeting between the prime minister of one country and the vice president of the other."""
    if not any(0 <= c.first - hit.last <= 1 for c in sentence.cues("between")):
        return False
    start = sentence.tokens[hit.last - 1].end
    people = [m for m in sentence.mentions if m.kind in ("person", "office") and m.start > start]
    return len({m.countries for m in people if m.countries}) >= 2


def belongs_to_somebody(sentence: Sentence, hit: Hit) -> bool:
    """A person or country stands within two words: Lukashenko's visit, визит Лукашенко, the Minsk talks."""
    tokens = sentence.tokens
    first, last = hit.first, hit.last
    while (
        first > 0
        and hit.first - first < 3
        and (tokens[first - 1].is_word or tokens[first - 1].norm in "'’\"")
    ):
        first -= 1
    while last < len(tokens) and last - hit.last < 4 and tokens[last].is_word:
        last += 1
    low, high = tokens[first].start, tokens[last - 1].end
    return any(
        low <= m.start < high and m.kind in ("person", "office", "country", "demonym", "city")
        for m in sentence.mentions
    )
