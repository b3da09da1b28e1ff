"""Likely copies among many texts without comparing all pairs: shingles, winnowed fingerprints, and the comparison itself."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from zlib import crc32

from helpers.clean.publication_dates import fold_text
from helpers.foundation.provenance import sha256_hex

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    U32 = npt.NDArray[np.uint32]
    U64 = npt.NDArray[np.uint64]
    Numbers = npt.NDArray[np.int64]
    Flags = npt.NDArray[np.bool_]

# Fingerprints by winnowing (Schleimer, Wilkerson, Aiken: Winnowing, SIGMOD 2003): shingles of SHINGLE words, the smallest hash of
# every WINDOW of them. Any run of SHINGLE + WINDOW - 1 words that two texts share gives them a fingerprint in common, however
# much longer one of them is; MinHash, which estimates the likeness of whole texts, loses the copy that was cut.
SHINGLE, WINDOW = 4, 6
# In shorter bodies every shingle is a fingerprint; shorter than one shingle is only compared as a whole.
# A fingerprint in more texts than this (a standing formula) pairs each of them with its next ones only.
NEIGHBOURS = 16
# Pairs that are compared share so many fingerprints, and this share of those in no more texts than NEIGHBOURS: of two copies at
# least half of the shingles are equal, and then rarely under a third of the fingerprints.
FEWEST_PRINTS, SHARED_PRINTS = 3, 0.12
# Two texts are copies when this share of the shorter one's shingles stands in the longer one ...
CONTAINED = 0.5
# ... or, when one is this many times as long as the other, only if the lead is shared: agencies are cut from the end, while a
# round-up holds one story in its middle.
MUCH_LONGER, LEAD_WORDS, LEAD_SHARED = 3.0, 40, 0.4
# Fewer shared shingles than this are a common phrase or quotation.
FEWEST_SHARED = 12

# The pairs of texts with so many fingerprints together are counted at once: at most NEIGHBOURS for each.
PRINTS_AT_ONCE = 16_384

_WORD = re.compile(r"[^\W_]+")


@dataclass(slots=True, eq=False)
class Shingles:
    """The shingles of one text in order, and each once, sorted."""

    ordered: U32
    unique: U32 = field(init=False)

    def __post_init__(self) -> None:
        import numpy as np

        self.unique = np.unique(self.ordered)


def print_body(body: str) -> tuple[int, str, U32, U32]:
    """The number of words of a body, their hash, its shingles in order and the fingerprints among them."""
    words = _WORD.findall(fold_text(body))
    shingles = shingle_words(words)
    return len(words), sha256_hex(" ".join(words)), shingles, _winnow(shingles)


def find_pairs(prints: U32, sizes: Numbers) -> Iterator[tuple[Numbers, Numbers]]:
    """Pairs of texts that share enough fingerprints to be compared: smaller and larger index of each, block after block.

    A pair shares at least `FEWEST_PRINTS` fingerprints, and `SHARED_PRINTS` either of all or of those that tell texts apart,
    being in few texts: a text that is made of standing sentences has something in common with every other such text.
    Fingerprints are sorted once; then text after text is held against its next ones in each list of holders, so that what
    is counted at once is bounded, however many texts there are.

    Args:
        prints: the fingerprints of the first text, sorted, then those of the second, and so on.
        sizes: how many each text has.
    """
    import numpy as np

    n, total = len(sizes), len(prints)
    if not total:
        return
    # by fingerprint, texts in order among equal ones
    keys = (prints.astype(np.uint64) << np.uint64(32)) | np.arange(total, dtype=np.uint64)
    keys.sort()
    order = (keys & np.uint64(0xFFFFFFFF)).astype(np.uint32)
    values = (keys >> np.uint64(32)).astype(np.uint32)
    del keys
    owners = np.repeat(np.arange(n, dtype=np.uint32), sizes)[order]
    ranks = np.empty(total, np.uint32)
    ranks[order] = np.arange(total, dtype=np.uint32)
    del order
    begins = np.flatnonzero(np.concatenate([[True], values[1:] != values[:-1]]))
    holders = np.diff(begins, append=total)
    tells = np.repeat(holders <= NEIGHBOURS + 1, holders)
    telling = np.bincount(owners[tells], minlength=n)
    ends = np.cumsum(sizes)
    first = 0
    while first < n:
        start = ends[first] - sizes[first]
        last = max(first + 1, int(np.searchsorted(ends, start + PRINTS_AT_ONCE, side="right")))
        own = ranks[start : ends[last - 1]].astype(np.int64)
        pairs, shared, shared_telling = _count_shared(own, values, owners, tells, n)
        one, other = pairs // n, pairs % n
        size, told = np.minimum(sizes[one], sizes[other]), np.minimum(telling[one], telling[other])
        fewest = np.minimum(FEWEST_PRINTS, size)
        of_telling = (shared_telling >= fewest) & (shared_telling >= SHARED_PRINTS * told)
        likely = (one != other) & (shared >= fewest) & (of_telling | (shared >= SHARED_PRINTS * size))
        yield one[likely], other[likely]
        first = last


def _count_shared(
    ranks: Numbers, values: U32, owners: U32, tells: Flags, n: int
) -> tuple[Numbers, Numbers, Numbers]:
    """Pairs of the texts at some ranks with the next holders of the same fingerprints, as smaller index * n + larger.

    Returns:
        the pairs, sorted; how many fingerprints each shares; how many of these tell texts apart.
    """
    import numpy as np

    found = [np.empty(0, np.int64)]
    for step in range(1, NEIGHBOURS + 1):
        ranks = ranks[ranks + step < len(values)]
        same = ranks[values[ranks + step] == values[ranks]]
        keys = owners[same].astype(np.int64) * n + owners[same + step]
        found.append(2 * keys + tells[same])
        ranks = same  # whose next holder is another's has none after it either
    every = np.concatenate(found)
    every.sort()
    keys = every >> 1
    begins = np.flatnonzero(np.concatenate([np.ones(min(1, len(keys)), np.bool_), keys[1:] != keys[:-1]]))
    shared = np.diff(begins, append=len(keys))
    telling = np.add.reduceat(every & 1, begins) if len(begins) else shared
    return keys[begins], shared, telling


def shingle_words(words: Sequence[str]) -> U32:
    """Hashes of all runs of SHINGLE words, in order."""
    import numpy as np

    hashed = np.fromiter((crc32(w.encode("utf-8", "surrogatepass")) for w in words), np.uint64, len(words))
    count = len(hashed) - SHINGLE + 1
    if count <= 0:
        return np.empty(0, np.uint32)
    total = np.zeros(count, np.uint64)
    for j in range(SHINGLE):
        total = total * np.uint64(0x9E3779B97F4A7C15) + hashed[j : j + count]
    total ^= total >> np.uint64(29)
    total *= np.uint64(0xBF58476D1CE4E5B9)
    mixed: U32 = (total >> np.uint64(32)).astype(np.uint32)
    return mixed


def _winnow(shingles: U32) -> U32:
    import numpy as np

    if len(shingles) <= WINDOW:
        return np.unique(shingles)
    return np.unique(np.lib.stride_tricks.sliding_window_view(shingles, WINDOW).min(axis=1))


def is_copy(a: Shingles, b: Shingles) -> bool:
    """True when one text copies the other whole, edited or cut; symmetric."""
    short, long = sorted((a, b), key=lambda text: (len(text.ordered), len(text.unique)))
    if len(short.unique) == len(long.unique) and short.unique.tobytes() > long.unique.tobytes():
        short, long = long, short
    shared = int(_holds(long.unique, short.unique).sum())
    if shared < min(FEWEST_SHARED, len(short.unique)) or shared < CONTAINED * len(short.unique):
        return False
    if len(long.ordered) > MUCH_LONGER * len(short.ordered):
        return bool(_holds(short.unique, long.ordered[:LEAD_WORDS]).mean() >= LEAD_SHARED)
    return True


def _holds(held: U32, asked: U32) -> npt.NDArray[np.bool_]:
    """Which of the numbers asked about stand among those held, which are sorted."""
    import numpy as np

    if not len(held):
        return np.zeros(len(asked), np.bool_)
    found: npt.NDArray[np.bool_] = held[held.searchsorted(asked).clip(max=len(held) - 1)] == asked
    return found


class PairMemory:
    """Which pairs of texts were compared before, by the hashes of their words, and which of them are copies.

    Args:
        known: what `remembered` gave in an earlier run.
    """

    def __init__(self, known: U64 | None = None):
        import numpy as np

        self.known = np.empty(0, np.uint64) if known is None else known
        self._asked: list[U64] = []

    def look_up(self, keys: U64) -> tuple[Flags, Flags]:
        """Of each pair whether it was compared before, and whether it is one of copies.

        Args:
            keys: the pairs, from `name_pairs`.
        """
        import numpy as np

        if not len(self.known):
            return np.zeros(len(keys), np.bool_), np.zeros(len(keys), np.bool_)
        places = self.known.searchsorted(keys).clip(max=len(self.known) - 1)
        found = self.known[places]
        is_known = (found | _COPY) == (keys | _COPY)
        self._asked.append(found[is_known])
        return is_known, is_known & ((found & _COPY) != 0)

    def note(self, keys: U64, copies: Flags) -> None:
        """Take in pairs that were compared now."""
        self._asked.append(keys | copies)

    def remembered(self) -> U64:
        """What was asked in this run, for the next one: sorted, 8 bytes a pair."""
        import numpy as np

        asked = np.concatenate([np.empty(0, np.uint64), *self._asked])
        self._asked = [asked]
        asked.sort()
        once: U64 = asked[np.concatenate([np.ones(min(1, len(asked)), np.bool_), asked[1:] != asked[:-1]])]
        return once


# The last bit of a pair's name says whether it is one of copies.
_COPY = 1


def name_pairs(first: U64, second: U64) -> U64:
    """A number for each pair of texts, given by the hashes of their words; the order of the two does not matter."""
    import numpy as np

    low, high = np.minimum(first, second), np.maximum(first, second)
    names = low * np.uint64(0x9E3779B97F4A7C15) + (high ^ (high >> np.uint64(31))) * np.uint64(
        0xBF58476D1CE4E5B9
    )
    out: U64 = names & ~np.uint64(_COPY)
    return out
