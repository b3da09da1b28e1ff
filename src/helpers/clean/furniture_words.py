"""The words of a page as numbers: which words two lines share, without making a string of any of them.

A word stands for its first six letters in lower case, which joins most inflected forms of a word in the languages read here; in
scripts without spaces every two neighbouring characters are a word. Cost: some twenty vector operations over the words of a page.
"""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np

from helpers.clean.furniture_characters import CJK, UPPER
from helpers.clean.furniture_lines import SENTENCE_WIDTH, Bools, Floats, Ints, PageLines
from helpers.clean.furniture_parts import STEM, hash_stems
from helpers.clean.furniture_runs import Windows

_SHORTEST = 4  # letters: shorter words are mostly those that every text has
_BITS = 13
_BUCKETS = 1 << _BITS
SITE_BITS = 20
_SPREAD = np.uint32(0x9E3779B1)
_LINE_REACH = 3000  # characters of a line whose words are looked at
_SITE_REACH = 200  # characters of a line in which site words are counted
# What the shared words of a line say; all are asked of the lines that are body so far ("the core").
COHESION = (
    "shared", "shared_words", "stems", "shared_names", "number_of_shared_names", "names", "shared_rare", "shared_against_core",
    "core_shared", "elsewhere", "only_elsewhere", "shared_around_2", "shared_around_5", "shared_before_6", "shared_after_6",
)  # fmt: skip


class PageWords(NamedTuple):
    """Words of the lines of a page, in page order; every array has one entry a word of four letters or more.

    Attributes:
        line: number of its line.
        stem: bucket of its first letters; pages have buckets of their own.
        named: it begins with a capital and is not the first of its line.
        buckets: how many there are.
    """

    line: Ints
    stem: Ints
    named: Bools
    buckets: int


def site_key(stems: Any, lengths: Any) -> Any:
    """A number below 2 ** `SITE_BITS` for words of given stems and lengths, by which site words are known."""
    key = (stems ^ (stems >> np.uint32(15))) * _SPREAD + lengths.astype(np.uint32) * np.uint32(0x85EBCA6B)
    return (key ^ (key >> np.uint32(13))) * _SPREAD >> np.uint32(32 - SITE_BITS)


def site_keys(words: frozenset[str]) -> Any:
    """The keys of the words in which sites speak of themselves; of `e-mail` the longest part counts."""
    parts = sorted({max(split, key=len) for word in words if (split := _split(word))})
    text = "".join(part[:STEM].ljust(STEM, "\0") for part in parts)
    letters = np.frombuffer(text.encode("utf-32-le"), np.uint32).reshape(-1, STEM)
    return site_key(hash_stems(letters), np.array([len(p) for p in parts]))


def mark_sites(keys: Any) -> Bools:
    """True at the keys of site words."""
    table = np.zeros(1 << SITE_BITS, np.bool_)
    table[keys] = True
    return table


def _split(word: str) -> list[str]:
    if word.isalpha():
        return [word.lower()]
    return "".join(c if c.isalpha() else " " for c in word.lower()).split()


def find_words(lines: PageLines, site_table: Bools) -> tuple[PageWords, Floats]:
    """The words of a page's lines, and for each line how many different site words its first 200 characters hold."""
    codes, kinds, number = lines.codes, lines.kinds, len(lines)
    start, length, stem = lines.whole.word, lines.whole.length, lines.whole.stem
    # words and lines are both in order, so the words of each line are counted, not the line of each word looked up
    first = start.searchsorted(lines.start)
    beyond = start.searchsorted(np.minimum(lines.end, lines.start + _LINE_REACH))
    line = np.arange(number).repeat(beyond - first)
    if len(line) < len(start):
        some = np.arange(len(line)) + (first - (beyond - first).cumsum() + (beyond - first))[line]
        start, length, stem = start[some], length[some], stem[some]
    sites = _count_sites(stem, length, start, line, lines, site_table)
    some = (length >= _SHORTEST).nonzero()[0]
    start, line, stem = start[some], line[some], stem[some]
    named = kinds[start] == UPPER
    named &= start > lines.start[line]
    if lines.counts[CJK].any():
        glyph = kinds == CJK
        pairs = (glyph[1:] & glyph[:-1]).nonzero()[0]
        on = lines.start.searchsorted(pairs, side="right") - 1
        inside = (on >= 0) & (pairs < lines.end[on]) & (pairs - lines.start[on] < _LINE_REACH)
        pairs, on = pairs[inside], on[inside]
        line = np.concatenate((line, on))
        order = line.argsort(kind="stable")
        line = line[order]
        stem = np.concatenate((stem, codes[pairs] * np.uint32(31) + codes[pairs + 1]))[order]
        named = np.concatenate((named, np.zeros(len(pairs), np.bool_)))[order]
    stem ^= stem >> np.uint32(13)
    bucket = (stem * _SPREAD >> np.uint32(32 - _BITS)).astype(np.intp)
    bucket += lines.page[line] * _BUCKETS
    bucket, buckets = _number_filled(bucket, _BUCKETS * (len(lines.bounds) - 1))
    return PageWords(line, bucket, named, buckets), sites


def _number_filled(bucket: Any, buckets: int) -> tuple[Any, int]:
    """The same for buckets that hold a word alone: of ten, eight are empty, and tables of all of them leave the processor's cache."""
    holds = np.zeros(buckets, np.bool_)
    holds[bucket] = True
    filled = holds.nonzero()[0]
    number = np.empty(buckets, np.int32)
    number[filled] = np.arange(len(filled), dtype=np.int32)
    return number.take(bucket).astype(np.intp), max(1, len(filled))


def _count_sites(
    stem: Any, length: Ints, start: Ints, line: Ints, lines: PageLines, site_table: Bools
) -> Floats:
    """How many different site words the first characters of each line hold; none where it is too short for a sentence."""
    reach = np.where(lines.width > SENTENCE_WIDTH, lines.start + _SITE_REACH, 0)
    some = (start < reach[line]).nonzero()[0]
    key = site_key(stem[some], length[some])
    hit = site_table[key].nonzero()[0]
    if not len(hit):
        return np.zeros(len(lines), np.float32)
    both = np.sort(line[some[hit]] * (1 << SITE_BITS) + key[hit])
    new = np.ones(len(both), np.bool_)
    new[1:] = both[1:] != both[:-1]
    return np.bincount(both[new] >> SITE_BITS, minlength=len(lines)).astype(np.float32)


def _occurs_elsewhere(words: PageWords, some: Bools) -> Bools:
    """For each word: does it occur on another line among those of the words in `some`?"""
    places = some.nonzero()[0]
    stem, line = words.stem[places], words.line[places].astype(np.int32)
    last = np.full(words.buckets, -1, np.int32)
    first = last.copy()
    last[stem] = line  # of several, the last written stays
    first[stem[::-1]] = line[::-1]
    low, high = first[words.stem], last[words.stem]
    hit: Bools = (low >= 0) & ((low != high) | (low != words.line))
    return hit


def fill_cohesion(rows: Floats, lines: PageLines, windows: Windows, words: PageWords, core: Bools) -> None:
    """Write what the words of each line share with the core into `rows`, in the order of `COHESION`."""
    number = rows.shape[1]
    line, named = words.line, words.named
    inside = core[line]
    hit = _occurs_elsewhere(words, inside)
    out = _occurs_elsewhere(words, ~inside)
    total = np.bincount(line, minlength=number)
    edges = np.zeros(number + 1, np.int64)
    total.cumsum(out=edges[1:])

    def count(some: Bools) -> Any:
        sums = np.zeros(len(some) + 1, np.int32)
        some.cumsum(dtype=np.int32, out=sums[1:])
        return np.diff(sums[edges])

    shared, names = count(hit), count(named)
    shared_names = count(hit & named)
    places = hit.nonzero()[0]
    stem = words.stem[places]
    frequency = np.bincount(words.stem.compress(inside), minlength=words.buckets)[stem]
    rare = np.bincount(line[places], 1 / np.sqrt(np.maximum(frequency, 1)), number)
    some = np.maximum(total, 3)
    share = shared / some
    good = core & (total > 3)
    pages = len(lines.bounds) - 1
    known = np.maximum(np.bincount(lines.page, good, pages), 1)
    average = (np.bincount(lines.page, share * good, pages) / known)[lines.page]
    values: tuple[Any, ...] = (
        share, shared, total, shared_names / np.maximum(names, 1), shared_names, names, rare / some, share - average, average,
        count(out) / some, count(out & ~hit) / some,
    )  # fmt: skip
    for i, value in enumerate(values):
        rows[i] = value
    shared_sums = np.zeros(number + 1, np.int64)
    shared.cumsum(out=shared_sums[1:])
    spans = (
        (windows.low(2), windows.high(2)), (windows.low(5), windows.high(5)), (windows.low(6), windows.index),
        (windows.index + 1, windows.high(6)),
    )  # fmt: skip
    for i, (a, b) in enumerate(spans, start=len(values)):
        rows[i] = (shared_sums[b] - shared_sums[a]) / np.maximum(edges[b] - edges[a], 5)
