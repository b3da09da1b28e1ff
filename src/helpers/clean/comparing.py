"""Likely copies compared, some pairs at a time: what was compared before is known, and texts wait on disk when they are many."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from tempfile import SpooledTemporaryFile
from typing import TYPE_CHECKING

from helpers.clean.copies import PairMemory, Shingles, find_pairs, is_copy, name_pairs

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt
    import pyarrow as pa

    from helpers.clean.copies import U32, Flags, Numbers

# Gives the shingles of some articles, by their places in ascending order, one after the other.
LoadShingles = Callable[[Sequence[int]], Iterator["U32"]]
# Pairs whose texts are in memory at once, and bytes of shingles that are before they go to a temporary file.
PAIRS_AT_ONCE, SPOOL_BYTES = 4_000, 32 << 20


def likely_pairs(members: Numbers, order: Numbers, prints: pa.Array) -> Iterator[tuple[Numbers, Numbers]]:
    """Pairs of likely copies among texts of one language, block after block."""
    import numpy as np
    import pyarrow as pa

    own = prints.take(pa.array(order[members]))
    sizes = own.value_lengths().to_numpy().astype(np.int64)
    for one, other in find_pairs(own.flatten().to_numpy(), sizes):
        yield members[one], members[other]


def find_copies(
    likely: Iterable[tuple[Numbers, Numbers]],
    order: Numbers,
    hashes: npt.NDArray[np.uint64],
    load_shingles: LoadShingles,
    memory: PairMemory,
) -> Iterator[tuple[int, int]]:
    """Pairs of texts that are copies: those that were compared before at once, the others when all are known."""
    import numpy as np

    firsts, seconds = [np.empty(0, np.int32)], [np.empty(0, np.int32)]
    for one, other in likely:
        known, copies = memory.look_up(name_pairs(hashes[one], hashes[other]))
        yield from zip(one[copies].tolist(), other[copies].tolist(), strict=True)
        firsts.append(one[~known].astype(np.int32))
        seconds.append(other[~known].astype(np.int32))
    first, second = np.concatenate(firsts), np.concatenate(seconds)
    del firsts, seconds
    for start, copies in compare_pairs(order, first, second, load_shingles):
        a, b = first[start : start + len(copies)], second[start : start + len(copies)]
        memory.note(name_pairs(hashes[a], hashes[b]), copies)
        yield from zip(a[copies].tolist(), b[copies].tolist(), strict=True)


def compare_pairs(
    order: Numbers, first: npt.NDArray[np.int32], second: npt.NDArray[np.int32], load_shingles: LoadShingles
) -> Iterator[tuple[int, Flags]]:
    """Whether each pair of texts is one of copies, some pairs after the other; shingles wait in a file when they are many.

    Args:
        order: the place of each text among all articles.
        first, second: the texts of each pair.
        load_shingles: gives the shingles of articles.

    Yields:
        the number of the first pair, and the answers from there on.
    """
    import numpy as np

    is_wanted = np.zeros(len(order), np.bool_)
    is_wanted[order[first]] = is_wanted[order[second]] = True
    wanted = np.flatnonzero(is_wanted)
    ends = np.zeros(len(wanted) + 1, np.int64)
    with SpooledTemporaryFile(max_size=SPOOL_BYTES) as file:
        for k, own in enumerate(load_shingles(wanted.tolist()), 1):
            ends[k] = ends[k - 1] + file.write(own.astype(np.uint32, copy=False).tobytes())
        for start in range(0, len(first), PAIRS_AT_ONCE):
            some = slice(start, start + PAIRS_AT_ONCE)
            a, b = (wanted.searchsorted(order[texts[some]]).tolist() for texts in (first, second))
            loaded: dict[int, Shingles] = {}
            for k in sorted({*a, *b}):
                file.seek(ends[k])
                loaded[k] = Shingles(np.frombuffer(file.read(ends[k + 1] - ends[k]), np.uint32))
            yield (
                start,
                np.fromiter((is_copy(loaded[i], loaded[j]) for i, j in zip(a, b, strict=True)), np.bool_),
            )
