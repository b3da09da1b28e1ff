"""What is known of each line before deciding: its own shape, its neighbours, its place on the page. One row a feature.

All features are structural, or counts of cues; none is a word of an article. Rows are arrays over the lines of the page, so
that a page costs the same few hundred vector operations whatever its length.
"""

from __future__ import annotations

from collections import Counter
from typing import Any

import numpy as np

from helpers.clean.furniture_characters import (
    BAR,
    CJK,
    COMMA,
    DIGIT,
    LOWER,
    LOWER_START,
    QUOTE,
    STOP,
    UNCASED,
    UPPER,
    UPPER_START,
)
from helpers.clean.furniture_cues import Cues
from helpers.clean.furniture_lines import LONG_WIDTH, SENTENCE_WIDTH, Bools, Floats, Ints, PageLines
from helpers.clean.furniture_runs import Windows, find_runs, middle_of, running_sums
from helpers.clean.furniture_second import SECOND
from helpers.clean.furniture_words import PageWords, find_words

# Own shape. Widths are in Latin-letter equivalents; shares are of the line's characters or words.
OWN = (
    "width", "words", "sentence_end", "stops", "commas", "lower_starts", "upper_starts", "digits", "bars", "capitals",
    "ends_ellipsis", "repeats", "word_length", "quotes", "uncased", "other_script", "dated", "cue", "site_words", "site_share", "weight",
)  # fmt: skip
# The page, and where the line is on it. The run is the stretch of lines with the largest sum of weights; a cluster is a
# group of good lines with at most four others between two of them.
PLACE = (
    "in_run", "from_run_start", "to_run_end", "gap_to_run", "run_density", "run_lines", "run_size", "run_share",
    "relative_width", "size_before", "position", "page_lines", "cluster_share",
    "cluster_size", "cluster_rank", "repeated_before", "page_uncased",
)  # fmt: skip
_SHIFTED = (
    ("width", (1, 2, -1)), ("weight", (1, -1)), ("bars", (-1,)), ("digits", (-1,)), ("lower_starts", (1, -1)),
    ("repeats", (-1,)),
)  # fmt: skip
_WINDOWS = (("weight", (3, 6, 12, 25)), ("cue", (3, 12)))
_REACHES = (3, 4, 6, 12, 25)
_GROUPS = (
    ("comments", 0b1),
    ("related", 0b10),
    ("legal", 0b1100),
    ("promotion", 0b110000),
    ("navigation", 1 << 10),
)
_MASKS = np.array([[mask] for _, mask in _GROUPS])
# `width+1` is the width of the line before, `width-1` of the line after.
NEIGHBOURS = (
    *(f"{name}{step:+d}" for name, steps in _SHIFTED for step in steps),
    *(f"{name}_{side}_{reach}" for name, reaches in _WINDOWS for reach in reaches for side in ("before", "after")),
    "site_words_around_4", "site_words_around_12", "site_words_before",
    *(f"{what}_{name}" for what in ("since", "until", "number_of") for name in ("dated", "good", *dict(_GROUPS))),
)  # fmt: skip
FEATURES = (*OWN, *PLACE, *NEIGHBOURS)
_FEW = 400  # lines of which the strings are sooner compared than numbers
_SPREAD = np.uint64(0x9E3779B97F4A7C15)
_ROW = {name: i for i, name in enumerate(FEATURES)}


def build_features(text: str, lines: PageLines, cues: Cues) -> tuple[Floats, Ints, PageWords]:
    """The features of a page's lines, those of `SECOND` still zero.

    Returns:
        Features, (features, lines) in the order of `FEATURES` and `SECOND`; the bits of the lines' cues; the lines' words.
    """
    rows = np.zeros((len(FEATURES) + len(SECOND), len(lines)), np.float32)
    words, sites = find_words(lines, cues.site_table)
    bits = _fill_own(rows, text, lines, cues, sites)
    windows = Windows.of(lines)
    _fill_place(rows, lines, windows)
    _fill_neighbours(rows, bits, windows)
    return rows, bits, words


def _fill_own(rows: Floats, text: str, lines: PageLines, cues: Cues, sites: Floats) -> Ints:
    counts, width, words = lines.counts, lines.width, lines.words
    starts = np.maximum(counts[LOWER_START] + counts[UPPER_START], 1)
    low = counts[LOWER] + counts[LOWER_START]
    upper = counts[UPPER] + counts[UPPER_START]
    uncased = counts[UNCASED] + counts[CJK]
    letters = low + upper + uncased
    solid = np.maximum(counts[LOWER:].sum(0), 1)
    some_words = np.maximum(words, 1)
    last = lines.last_code
    repeats = _count_repeats(text, lines)
    bits = cues.match_page(text, lines)
    glyphs = (counts[CJK] > counts[UNCASED]) & (uncased >= letters * 0.5) & (width > SENTENCE_WIDTH)
    if glyphs.any():
        some = glyphs.nonzero()[0]
        sites[some] = cues.count_glyphs(_take_strings(text, lines, some))
    sentence_end = lines.last == STOP
    cue = bits > 0
    weight = _weigh(width, sentence_end, cue, sites, words, repeats)
    page, begin = lines.page, lines.bounds[:-1]
    total_letters = np.maximum(np.add.reduceat(letters, begin), 1.0)
    script = (np.add.reduceat(lines.block * letters, begin) / total_letters)[page]
    values: tuple[Any, ...] = (
        width, words, sentence_end, counts[STOP], counts[COMMA] / some_words,
        counts[LOWER_START] / starts, counts[UPPER_START] / starts, counts[DIGIT] / solid,
        counts[BAR] / solid, upper / np.maximum(low + upper, 1),
        (last == 0x2026) | ((last == 0x2E) & (lines.before_last_code == 0x2E)), repeats, solid / some_words,
        counts[QUOTE] / solid, uncased / np.maximum(letters, 1),
        np.abs(lines.block - script),
        lines.dated & (width < 110), cue, sites, sites / some_words, weight,
    )  # fmt: skip
    for i, value in enumerate(values):
        rows[i] = value
    rows[_ROW["page_uncased"]] = (np.add.reduceat(uncased, begin) / total_letters)[page]
    return bits


def _take_strings(text: str, lines: PageLines, some: Ints | slice) -> list[str]:
    return [text[a:b] for a, b in zip(lines.start[some].tolist(), lines.end[some].tolist(), strict=True)]


def _count_repeats(text: str, lines: PageLines) -> Floats:
    """How often each line stands on its page; only lines of equal length and with some equal letters are compared."""
    start, length, codes = lines.start, lines.end - lines.start, lines.codes
    if len(lines) < _FEW:
        strings = list(zip(lines.page.tolist(), _take_strings(text, lines, slice(None)), strict=True))
        number = Counter(strings)
        return np.array([number[line] for line in strings], np.float32)
    key = lines.page.astype(np.uint64)
    for value in (
        length,
        codes[start],
        lines.last_code,
        codes[start + length // 3],
        codes[start + length // 2],
    ):
        key = key * _SPREAD ^ value.astype(np.uint64)
    order = key.argsort(kind="stable")
    ordered = key[order]
    same = ordered[1:] == ordered[:-1]
    alike = np.zeros(len(lines), np.bool_)
    alike[order[1:]] = same
    alike[order[:-1]] |= same
    some = alike.nonzero()[0]
    found = list(zip(lines.page[some].tolist(), _take_strings(text, lines, some), strict=True))
    number = Counter(found)
    out = np.ones(len(lines), np.float32)
    out[some] = [number[line] for line in found]
    return out


def _weigh(
    width: Floats, sentence_end: Bools, cue: Bools, sites: Floats, words: Floats, repeats: Floats
) -> Floats:
    """How much a line speaks for an article: positive for sentences, negative for what is short, a cue or a notice.

    A short line that the template repeats between paragraphs must not break the article up: it weighs next to nothing.
    """
    weight = np.where(sentence_end, np.minimum(width, 400) / 100, np.where(width >= LONG_WIDTH, 0.5, -0.6))
    short = width < SENTENCE_WIDTH
    weight[short | ((sites >= 3) & (sites > words * 0.08))] = -0.6
    weight[cue & (width < 150)] = -0.8
    weight[short & (repeats >= 4)] = -0.15
    return weight.astype(np.float32)


def _fill_place(rows: Floats, lines: PageLines, windows: Windows) -> None:
    weight, page, bounds = rows[_ROW["weight"]], lines.page, lines.bounds
    index, pages = windows.index, len(bounds) - 1
    firsts, lasts = find_runs(weight, bounds)
    first, last = firsts[page], lasts[page]
    good = weight > 0.5
    size = np.where(good, lines.width, 0)
    sums, sizes, goods = running_sums(weight), running_sums(size), running_sums(good)
    totals = np.maximum(sizes[bounds[1:]] - sizes[bounds[:-1]], 1.0)
    inside = (index >= first) & (index <= last)
    run_sizes = sizes[lasts + 1] - sizes[firsts]
    run_lines = goods[lasts + 1] - goods[firsts]
    after = np.where(index > last, sums[:-1] - sums[last + 1], 0)
    gap = np.where(index < first, sums[first] - sums[1:], after)
    share, cluster, rank = _cluster(good, size, lines, windows)
    middle = middle_of(lines.width, good & inside, page, pages, 100.0)
    repeated = running_sums(rows[_ROW["repeats"]] > 1)
    values: tuple[Any, ...] = (
        inside, np.minimum(np.maximum(index - first, -30), 30), np.minimum(np.maximum(last - index, -30), 30), gap,
        (run_lines / np.maximum(lasts - firsts + 1, 1))[page], run_lines[page], run_sizes[page], (run_sizes / totals)[page],
        rows[0] / (middle[page] + 1), (sizes[:-1] - sizes[windows.start]) / totals[page], lines.place / lines.total, lines.total,
        share, cluster, rank, (repeated[1:] - repeated[windows.start]) / (windows.end - windows.start),
    )  # fmt: skip
    for i, value in enumerate(values, start=len(OWN)):
        rows[i] = value


def _cluster(good: Bools, size: Any, lines: PageLines, windows: Windows) -> tuple[Any, Any, Any]:
    """Share of the page, size and number of the cluster of good lines that each line belongs to or is nearest to."""
    at, page = good.nonzero()[0], lines.page
    if not len(at):
        zero = np.zeros(len(good), np.float32)
        return zero, zero, zero
    on = page[at]
    new = np.ones(len(at), np.bool_)
    new[1:] = (at[1:] - at[:-1] > 5) | (on[1:] != on[:-1])
    number = new.cumsum() - 1
    sizes = np.bincount(number, weights=size[at])
    home = on[new]  # the page of each cluster
    pages = len(lines.bounds) - 1
    counts = np.bincount(home, minlength=pages)
    offset = counts.cumsum() - counts
    largest = np.ones(pages)
    filled = counts > 0
    largest[filled] = np.maximum.reduceat(sizes, offset[filled])
    index = windows.index
    right = at.searchsorted(index)
    left = np.maximum(right - 1, 0)
    right = np.minimum(right, len(at) - 1)
    far = len(good)
    ahead = np.where(on[right] == page, np.abs(at[right] - index), far)
    back = np.where(on[left] == page, np.abs(index - at[left]), far)
    own = number[np.where(ahead <= back, right, left)]
    bare = ~filled[page]  # no good line on the page
    share, own_size, rank = sizes[own] / largest[page], sizes[own], own - offset[page]
    share[bare] = own_size[bare] = rank[bare] = 0
    return share, own_size, rank


def _fill_neighbours(rows: Floats, bits: Ints, windows: Windows) -> None:
    number = rows.shape[1]
    at = len(OWN) + len(PLACE)
    for name, steps in _SHIFTED:
        row = rows[_ROW[name]]
        for step in steps:
            windows.shift(row, step, rows[at])
            at += 1
    low = {reach: windows.low(reach) for reach in _REACHES}
    high = {reach: windows.high(reach) for reach in _REACHES}
    for name, reaches in _WINDOWS:
        sums = running_sums(rows[_ROW[name]])
        for reach in reaches:
            np.subtract(sums[:-1], sums[low[reach]], out=rows[at], casting="same_kind")
            np.subtract(sums[high[reach]], sums[1:], out=rows[at + 1], casting="same_kind")
            at += 2
    sums = running_sums(rows[_ROW["site_words"]])
    for reach in (4, 12):
        np.subtract(sums[high[reach]], sums[low[reach]], out=rows[at], casting="same_kind")
        at += 1
    rows[at] = sums[1:] - sums[windows.start]
    at += 1
    hits = np.empty((len(_GROUPS) + 2, number), np.bool_)
    hits[0] = rows[_ROW["dated"]] > 0
    hits[1] = rows[_ROW["weight"]] > 0.5
    hits[2:] = (bits & _MASKS) > 0
    count = np.zeros((len(hits), number + 1), np.int32)
    hits.cumsum(axis=1, out=count[:, 1:])
    size = len(hits)
    rows[at : at + size] = windows.since(hits)
    rows[at + size : at + 2 * size] = windows.until(hits)
    rows[at + 2 * size : at + 3 * size] = count[:, 1:] - count[:, windows.start]
