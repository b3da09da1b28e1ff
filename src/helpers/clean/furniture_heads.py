"""First letters of lines and of cues as numbers: which lines may begin with a cue, found for all lines of a page at once.

A key is a hash of some letters below 2 ** 16, so a table says True for every line that begins with a cue and for a few others;
which it is, and which cue, is then looked up letter by letter (`helpers.clean.furniture_cues`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any

import numpy as np

from helpers.clean.furniture_lines import Bools, Ints

# Characters that sites put before the text of a line: bullets, arrows, brackets.
LEADERS = " \t*+-–—•·>»▶►|<«[(#"
HEAD = 4  # letters by which cues are indexed; shorter ones, and CJK ones, by two
LONG_HEAD = 9  # letters by which it is known whether a cue may follow
_BITS = 16
HEAD_KEYS = 1 << _BITS
_SPREAD, _SHIFT = np.uint32(0x9E3779B1), np.uint32(32 - _BITS)
_SIGMA, _FINAL_SIGMA = "σ", "ς"  # a capital says not which of the two it is


def skip_leaders(codes: Any, start: Ints, end: Ints) -> Ints:
    """Where the text behind the marks of `LEADERS` begins, at most at the end."""
    leaders = _leader_table()
    start = start.copy()
    some = np.arange(len(start))
    while len(some):
        some = some[start[some] < end[some]]
        some = some[leaders.take(codes[start[some]], mode="clip")]
        start[some] += 1
    return start


@lru_cache(maxsize=1)
def _leader_table() -> Bools:
    return mark_table(LEADERS)


def mark_table(marks: Iterable[str]) -> Bools:
    """True at the code points of marks."""
    table = np.zeros(0x10001, np.bool_)
    table[[ord(mark) for mark in marks]] = True
    return table


def take_letters(lowered: Any, start: Ints, end: Ints, number: int) -> Any:
    """The first letters of lines of a text in lower case, (letters, lines), zeros behind their end."""
    at = start + np.arange(number)[:, None]
    letters = lowered[np.minimum(at, len(lowered) - 1)]
    letters[at >= end] = 0
    letters[letters == ord(_FINAL_SIGMA)] = ord(_SIGMA)
    return letters


def _cue_letters(cues: Sequence[str], number: int) -> Any:
    """`take_letters` of cues, which are in lower case."""
    text = "".join(cue[:number].ljust(number, "\0") for cue in cues).replace(_FINAL_SIGMA, _SIGMA)
    return np.frombuffer(text.encode("utf-32-le"), np.uint32).reshape(-1, number).T


def prefix_keys(letters: Any) -> Any:
    """The keys of columns of letters, all of them counted; other numbers of letters give other keys."""
    key = np.full(letters.shape[1], len(letters), np.uint32)
    for row in letters:
        key *= np.uint32(31)
        key += row
    key ^= key >> np.uint32(15)
    return key * _SPREAD >> _SHIFT


def prefix_table(cues: Iterable[tuple[str, int]]) -> Ints:
    """For cues and their longest lines: that length at the keys of the cues, the longer ones cut to `LONG_HEAD` letters; else 0."""
    table = np.zeros(HEAD_KEYS, np.int64)
    by_size: dict[int, list[tuple[str, int]]] = defaultdict(list)
    for cue, longest in cues:
        by_size[min(len(cue), LONG_HEAD)].append((cue, longest))
    for size, group in by_size.items():
        letters = _cue_letters([cue for cue, _ in group], size)
        np.maximum.at(table, prefix_keys(letters), np.array([most for _, most in group]))
    return table


def head_keys(letters: Any) -> tuple[Any, Any]:
    """The keys of the first four and of the first two of columns of letters."""
    two = letters[0] + letters[1] * np.uint32(31)
    four = two + letters[2] * np.uint32(961) + letters[3] * np.uint32(29791)
    return four * _SPREAD >> _SHIFT, two * _SPREAD >> _SHIFT


def head_table(heads: Iterable[str], which: int) -> Bools:
    """True at the keys of heads: of four letters where `which` is 0, of two where it is 1."""
    table = np.zeros(HEAD_KEYS, np.bool_)
    table[head_keys(_cue_letters(sorted(heads), HEAD))[which]] = True
    return table
