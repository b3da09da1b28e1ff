"""The second look at each line: what the first look found around it, and whether its words are those of the article.

A teaser, a comment or a sidebar of full sentences has the shape of an article; it gives itself away by where it stands to the
lines that surely are the article, and by sharing few words and names with them.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from helpers.clean.furniture_lines import Floats, PageLines
from helpers.clean.furniture_runs import Windows, find_runs, middle_of, running_sums
from helpers.clean.furniture_words import COHESION, PageWords, fill_cohesion

# `score` is that of the first look; its mass is the score times the width of the line. The run is the stretch of lines with the
# largest sum of such masses less what speaks against.
_STEPS = (1, 2, -1, -2)
_REACHES = (2, 5, 10, 20)
SECOND = (
    "score", *(f"score{step:+d}" for step in _STEPS),
    *(f"mass_{side}_{reach}" for reach in _REACHES for side in ("before", "after")),
    "page_mass", "mass_share_before", "from_likely_start", "to_likely_end", "likely_mass", "gap_to_likely",
    "since_likely", "until_likely", "width_to_likely", "number_of_likely",
    *COHESION,
)  # fmt: skip
CORE_SCORE, CORE_WIDTH = 0.6, 40.0
_WIDEST = 300.0


def fill_second(rows: Floats, lines: PageLines, words: PageWords, scores: Floats) -> None:
    """Write the features of the second look into `rows`, (features, lines) in the order of `SECOND`."""
    width, page, bounds = lines.width, lines.page, lines.bounds
    windows = Windows.of(lines)
    index, start = windows.index, windows.start
    rows[0] = scores
    for i, step in enumerate(_STEPS, start=1):
        windows.shift(scores, step, rows[i])
    at = 1 + len(_STEPS)
    mass = scores * (np.minimum(width, _WIDEST) / 100)
    sums = running_sums(mass)
    for reach in _REACHES:
        np.subtract(sums[:-1], sums[windows.low(reach)], out=rows[at], casting="same_kind")
        np.subtract(sums[windows.high(reach)], sums[1:], out=rows[at + 1], casting="same_kind")
        at += 2
    weight = np.where(scores > 0.5, mass, (scores - 1) * 0.5)
    firsts, lasts = find_runs(weight, bounds)
    first, last = firsts[page], lasts[page]
    totals = running_sums(weight)
    after = np.where(index > last, totals[:-1] - totals[last + 1], 0)
    core = (scores > CORE_SCORE) & (width > CORE_WIDTH)
    pages = len(bounds) - 1
    middle = middle_of(width, core, page, pages, 100.0)
    masses = sums[bounds[1:]] - sums[bounds[:-1]]
    values: tuple[Any, ...] = (
        masses[page], (sums[:-1] - sums[start]) / np.maximum(masses, 0.01)[page], np.clip(index - first, -30, 30),
        np.clip(last - index, -30, 30), (sums[lasts + 1] - sums[firsts])[page],
        np.where(index < first, totals[first] - totals[1:], after), windows.since(core[None])[0], windows.until(core[None])[0],
        width / (middle[page] + 1), np.bincount(page, core, pages)[page],
    )  # fmt: skip
    for i, value in enumerate(values, start=at):
        rows[i] = value
    fill_cohesion(rows[at + len(values) :], lines, windows, words, core)
