"""Likely copies among many texts without comparing all pairs: shingles, winnowed fingerprints, and the comparison itself."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
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

# So many fingerprints are compared at once; more are taken in shares.
SHARE_ABOVE, SHARES = 4_000_000, 8

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


def find_likely(prints: Sequence[U32]) -> tuple[Numbers, Numbers]:
    """Pairs of texts, given by their fingerprints, that share enough of them to be compared: smaller and larger index of each.

    A pair shares at least `FEWEST_PRINTS` fingerprints, and `SHARED_PRINTS` either of all or of those that tell texts apart,
    being in few texts: a text that is made of standing sentences has something in common with every other such text.
    Fingerprints are taken in shares of their range, so that memory is bounded by the largest share.
    """
    import numpy as np

    n = max(len(prints), 1)
    sizes = np.fromiter((len(p) for p in prints), np.int64, len(prints))
    values = np.concatenate(prints) if prints else np.empty(0, np.uint32)
    owners = np.repeat(np.arange(len(prints), dtype=np.uint32), sizes)
    telling = np.zeros(len(prints), np.int64)
    pairs, shared, shared_telling = (np.empty(0, np.int64) for _ in range(3))
    shares = 1 if len(values) < SHARE_ABOVE else SHARES
    for share in range(shares):
        inside = slice(None) if shares == 1 else values % np.uint32(shares) == share
        own, by = values[inside], owners[inside]
        order = np.argsort(own, kind="stable")  # owners stay in order among equal values
        own, by = own[order], by[order].astype(np.int64)
        _, which, holders = np.unique(own, return_inverse=True, return_counts=True)
        tells = holders[which] <= NEIGHBOURS + 1
        telling += np.bincount(by[tells], minlength=len(prints))
        keys, weights = [pairs], [shared_telling]
        for step in range(1, NEIGHBOURS + 1):
            same = own[:-step] == own[step:]
            keys.append(by[:-step][same] * n + by[step:][same])
            weights.append(tells[:-step][same])
        before = len(pairs)
        pairs, where = np.unique(np.concatenate(keys), return_inverse=True)
        counts = np.bincount(where[before:], minlength=len(pairs))
        shared = counts + np.bincount(where[:before], weights=shared, minlength=len(pairs)).astype(np.int64)
        shared_telling = np.bincount(where, weights=np.concatenate(weights), minlength=len(pairs)).astype(
            np.int64
        )
    if not len(pairs):
        return pairs, pairs
    first, second = pairs // n, pairs % n
    size, told = np.minimum(sizes[first], sizes[second]), np.minimum(telling[first], telling[second])
    fewest = np.minimum(FEWEST_PRINTS, size)
    of_telling = (shared_telling >= fewest) & (shared_telling >= SHARED_PRINTS * told)
    likely = (first != second) & (shared >= fewest) & (of_telling | (shared >= SHARED_PRINTS * size))
    return first[likely], second[likely]


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
        known: hashes of pairs, sorted, and for each whether it is a pair of copies.
    """

    def __init__(self, known: tuple[U64, Flags] | None = None):
        import numpy as np

        self.pairs, self.copies = known or (np.empty(0, np.uint64), np.empty(0, np.bool_))
        self.asked: list[tuple[U64, Flags]] = []

    def judge(self, first: U64, second: U64, compare: Callable[[Numbers], Flags]) -> Flags:
        """Whether each pair of texts is one of copies.

        Args:
            first, second: the texts of each pair, by the hash of their words.
            compare: compares the pairs at these places; asked for those that were not compared before.
        """
        import numpy as np

        low, high = np.minimum(first, second), np.maximum(first, second)
        keys = low * np.uint64(0x9E3779B97F4A7C15) + (high ^ (high >> np.uint64(31))) * np.uint64(
            0xBF58476D1CE4E5B9
        )
        out = np.zeros(len(keys), np.bool_)
        places = self.pairs.searchsorted(keys)
        inside = places < len(self.pairs)
        old = inside.copy()
        old[inside] = self.pairs[places[inside]] == keys[inside]
        out[old] = self.copies[places[old]]
        new = np.flatnonzero(~old)
        if len(new):
            out[new] = compare(new)
        self.asked.append((keys, out))
        return out

    def remembered(self) -> tuple[U64, Flags]:
        """What was asked in this run, for the next one."""
        import numpy as np

        if not self.asked:
            return self.pairs[:0], self.copies[:0]
        pairs, where = np.unique(np.concatenate([k for k, _ in self.asked]), return_index=True)
        return pairs, np.concatenate([c for _, c in self.asked])[where]
