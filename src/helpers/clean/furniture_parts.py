"""The pass over the characters of a text, a part at a time: its lines, what each is made of, and its words as numbers.

A part is small enough for everything made of its characters to stay in the processor's cache, which halves what the pass costs;
what is kept is one entry a line and one a word. The cost is a few nanoseconds a character and linear.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from helpers.clean.furniture_characters import (
    BAR,
    BLANK,
    BREAK,
    COLON,
    DASH,
    DIGIT,
    LOWER,
    LOWER_START,
    OPEN,
    OTHER,
    QUOTE,
    UNCASED,
    UPPER,
    UPPER_START,
    look_up,
)

STEM = 6  # letters of a word that count
_SHORTEST = 3  # letters of a word
_PART = 1 << 17  # characters
_CLASSES = 18
_COLUMNS = 2 * _CLASSES
_LONGEST_LINE = 1 << 19  # characters whose code blocks add up to a number of 32 bits
_FEW_BLANKS = 4  # around a line; where there are more they are not stepped over one by one
_JOINTS = np.zeros(ord("年") + 2, np.bool_)
_JOINTS[[ord(c) for c in ":./-年"]] = True


class Part(NamedTuple):
    """The lines and words of a part of a text, or of the whole; places are those of the whole.

    Attributes:
        start: for each line that is not blank its first character that is not white space.
        end: one past the last.
        counts: its characters of each class, (classes, lines).
        words: its words, by white space.
        blocks: sum of the code blocks of its letters.
        dated: a digit pattern of a date or clock time is on it.
        word: where each word of `_SHORTEST` letters or more begins.
        length: its letters.
        stem: number of its first `STEM` letters in lower case.
    """

    start: NDArray[np.int64]
    end: NDArray[np.int64]
    counts: NDArray[np.float32]
    words: NDArray[np.float32]
    blocks: NDArray[Any]
    dated: NDArray[np.bool_]
    word: NDArray[np.int64]
    length: NDArray[np.int64]
    stem: NDArray[np.uint32]


def read_parts(
    text: str, codes: NDArray[np.uint32], kinds: NDArray[np.uint8], lowered: NDArray[np.uint16]
) -> Part | None:
    """The lines and words of a text; None when it has nothing but white space.

    Args:
        text: the text.
        codes: its code points.
        kinds: filled with their classes.
        lowered: filled with their lower case, 0 above the basic plane.
    """
    parts = []
    for at, end in _cut(text):
        part = _read_part(codes[at:end], at, kinds[at:end], lowered[at:end])
        if part is not None:
            parts.append(part)
    return _join(parts) if parts else None


def _cut(text: str) -> Iterator[tuple[int, int]]:
    """Where the parts of a text begin and end; a line is never cut."""
    at = 0
    while at < len(text):
        end = text.find("\n", at + _PART) + 1 or len(text)
        yield at, end
        at = end


def _join(parts: Sequence[Part]) -> Part:
    if len(parts) == 1:
        return parts[0]
    return Part(
        start=np.concatenate([p.start for p in parts]),
        end=np.concatenate([p.end for p in parts]),
        counts=np.concatenate([p.counts for p in parts], axis=1),
        words=np.concatenate([p.words for p in parts]),
        blocks=np.concatenate([p.blocks for p in parts]),
        dated=np.concatenate([p.dated for p in parts]),
        word=np.concatenate([p.word for p in parts]),
        length=np.concatenate([p.length for p in parts]),
        stem=np.concatenate([p.stem for p in parts]),
    )


def _read_part(
    codes: NDArray[np.uint32], at: int, all_kinds: NDArray[np.uint8], all_lowered: NDArray[np.uint16]
) -> Part | None:
    kinds, lowered, blocks = look_up(codes)
    all_kinds[:] = kinds
    all_lowered[:] = lowered
    start, end = _find_lines(kinds)
    if not len(start):
        return None
    counts, words = _count(kinds, start)
    dated = _find_dates(codes, kinds, start)
    block = _add_lines(blocks, start)
    word, length, stem = _find_words(kinds, lowered)
    start += at
    end += at
    word += at
    return Part(start, end, counts, words, block, dated, word, length, stem)


@lru_cache(maxsize=1)
def _pair_table() -> bytes:
    """Class of a character given the class before it (`before * 16 + class`).

    Letters after a non-letter become LOWER_START and UPPER_START; what begins a word (anything after white space) is counted in
    a second block of classes.
    """
    table = np.tile(np.arange(16, dtype=np.uint8), 16)
    for before in (BLANK, BREAK, COLON, QUOTE, OPEN, DASH, BAR, OTHER):
        table[before * 16 + LOWER] = LOWER_START
        table[before * 16 + UPPER] = UPPER_START
    for before in (BLANK, BREAK):
        table[before * 16 + LOWER : before * 16 + 16] += _CLASSES
    return table.tobytes()


def _count(kinds: NDArray[np.uint8], start: Any) -> tuple[Any, Any]:
    """Characters of each class on each line, (classes, lines), and words."""
    pairs = kinds.copy()  # class of a character and of the one before it, in one byte
    pairs[1:] += kinds[:-1] << 4
    pairs[0] += BREAK << 4
    number = len(start)
    bounds = np.append(start, len(kinds))
    line = np.arange(0, number * _COLUMNS, _COLUMNS).repeat(bounds[1:] - bounds[:-1])
    line += np.frombuffer(pairs[start[0] :].tobytes().translate(_pair_table()), np.uint8)
    table = np.bincount(line, minlength=number * _COLUMNS).reshape(number, _COLUMNS)
    both = np.ascontiguousarray(table.T, dtype=np.float32)
    words = both[_CLASSES:].sum(0)
    return both[:_CLASSES] + both[_CLASSES:], words


def _find_words(kinds: Any, lowered: Any) -> tuple[Any, Any, Any]:
    """Where words of `_SHORTEST` letters or more begin, their lengths and `hash_stems`."""
    letter = (kinds >= LOWER) & (kinds <= UNCASED)
    edges = (letter[1:] != letter[:-1]).nonzero()[0] + 1
    if letter[0]:
        edges = np.concatenate(([0], edges))
    start, end = edges[::2], edges[1::2]
    if len(end) < len(start):
        end = np.append(end, len(letter))
    length = end - start
    some = (length >= _SHORTEST).nonzero()[0]
    start, length = start[some], length[some]
    return start, length, _hash_words(lowered, start, length)


def hash_stems(letters: Any) -> Any:
    """One number for each row of up to `STEM` code points in lower case, zeros behind shorter words."""
    return (letters * _powers(STEM)[0][:STEM]).sum(1, dtype=np.uint32)


def _hash_words(lowered: Any, start: Any, length: Any) -> Any:
    """`hash_stems` of the words at `start`, as differences of running sums: one pass over the text whatever its words are."""
    number = len(lowered)
    sums = np.zeros(number + 1, np.uint32)
    power, inverse = _powers(1 << max(number, _PART).bit_length())
    letters = lowered * power[:number]
    letters.cumsum(dtype=np.uint32, out=sums[1:])
    stems = sums[start + np.minimum(length, STEM)]
    stems -= sums[start]
    stems *= inverse[start]
    return stems


@lru_cache(maxsize=3)
def _powers(number: int) -> tuple[Any, Any]:
    """Powers of 31 and of its inverse, modulo 2 ** 32."""
    out = []
    for base in (31, pow(31, -1, 1 << 32)):
        powers = np.full(number, base, np.uint32)
        powers[0] = 1
        out.append(np.multiply.accumulate(powers, dtype=np.uint32))
    return out[0], out[1]


def _add_lines(values: Any, start: Any) -> Any:
    """The sums of the values of each line, which begin at `start`; those of a line are below 2 ** 32 where it has a sane length."""
    if len(values) > _LONGEST_LINE:
        return np.add.reduceat(values, start)
    sums = np.zeros(len(values) + 1, np.uint32)
    values.cumsum(dtype=np.uint32, out=sums[1:])
    return sums[np.append(start[1:], len(values))] - sums[start]  # what flows over flows back


def _find_lines(kinds: NDArray[np.uint8]) -> tuple[Any, Any]:
    """Where each line that is not blank begins and ends, without the blanks around it."""
    breaks = (kinds == BREAK).nonzero()[0]
    start, end = np.concatenate(([0], breaks + 1)), np.append(breaks, len(kinds))
    filled = start < end
    start, end = start[filled], end[filled]
    lead = np.arange(len(start))
    tail = lead
    for _ in range(_FEW_BLANKS):  # most lines have none
        lead, tail = lead[kinds[start[lead]] == BLANK], tail[kinds[end[tail] - 1] == BLANK]
        start[lead] += 1
        end[tail] -= 1
        lead, tail = lead[start[lead] < end[lead]], tail[start[tail] < end[tail]]
        if not len(lead) + len(tail):
            break
    else:
        solid = np.concatenate(([-1], (kinds > BREAK).nonzero()[0], [len(kinds)]))
        start[lead] = np.minimum(solid[solid.searchsorted(start[lead])], end[lead])
        end[tail] = np.maximum(solid[solid.searchsorted(end[tail]) - 1] + 1, start[tail])
    filled = start < end
    return start[filled], end[filled]


def _find_dates(codes: Any, kinds: Any, start: Any) -> Any:
    """Whether the digits of each line look like a date or a clock time.

    A year is a run of four digits that begins with 1 or 2 in any numerals and stands beside another run; a clock time or
    numeric date is two runs with one of `: . / -` between them, the second of two digits, or a year first.
    """
    number = len(start)
    digits = (kinds == DIGIT).nonzero()[0]
    if not len(digits):
        return np.zeros(number, np.bool_)
    jump = (digits[1:] - digits[:-1] > 1).nonzero()[0]
    first = digits[np.concatenate(([0], jump + 1))]
    last = digits[np.append(jump, len(digits) - 1)]
    size = last - first + 1
    line = start.searchsorted(first, side="right") - 1
    runs = np.bincount(line, minlength=number)
    value = codes[first] & 0xF
    year = (size == 4) & ((value == 1) | (value == 2))
    dated = (np.bincount(line[year], minlength=number) > 0) & (runs >= 2)
    if len(first) > 1:
        between = codes[np.minimum(last[:-1] + 1, len(codes) - 1)]
        joined = (first[1:] - last[:-1] == 2) & _JOINTS[np.minimum(between, len(_JOINTS) - 1)]
        joined &= (size[:-1] <= 2) & (size[1:] == 2) | (size[:-1] == 4) & (size[1:] <= 2)
        dated |= np.bincount(line[:-1][joined], minlength=number) > 0
    return dated
