"""The second look at each line: what the first look found around it, and whether its words are those of the article.

A teaser, a comment or a sidebar of full sentences has the shape of an article; it gives itself away by where it stands to the
lines that surely are the article, and by sharing few words and names with them.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from helpers.clean.furniture_lines import Floats, PageLines
from helpers.clean.furniture_runs import find_run, running_sums
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
_FAR = 40


def fill_second(rows: Floats, lines: PageLines, words: PageWords, scores: Floats) -> None:
    """Write the features of the second look into `rows`, (features, lines) in the order of `SECOND`."""
    number, width = len(lines), lines.width
    index = np.arange(number)
    rows[0] = scores
    for i, step in enumerate(_STEPS, start=1):
        if step > 0:
            rows[i, step:] = scores[:-step]
        else:
            rows[i, :step] = scores[-step:]
    at = 1 + len(_STEPS)
    mass = scores * (np.minimum(width, _WIDEST) / 100)
    sums = running_sums(mass)
    for reach in _REACHES:
        np.subtract(sums[:-1], sums[np.maximum(index - reach, 0)], out=rows[at])
        np.subtract(sums[np.minimum(index + (reach + 1), number)], sums[1:], out=rows[at + 1])
        at += 2
    weight = np.where(scores > 0.5, mass, (scores - 1) * 0.5)
    first, last = find_run(weight)
    totals = running_sums(weight)
    after = np.where(index > last, totals[:-1] - totals[last + 1], 0)
    core = (scores > CORE_SCORE) & (width > CORE_WIDTH)
    likely = core.nonzero()[0]
    since, until, middle = np.full(number, _FAR), np.full(number, _FAR), 100.0
    if len(likely):
        middle = float(np.sort(width[likely])[len(likely) // 2])
        right = likely.searchsorted(index, side="right")
        left = likely.searchsorted(index)
        since = np.where(left > 0, np.minimum(index - likely[np.maximum(left - 1, 0)], _FAR), _FAR)
        until = np.where(
            right < len(likely), np.minimum(likely[np.minimum(right, len(likely) - 1)] - index, _FAR), _FAR
        )
    values: tuple[Any, ...] = (
        sums[-1], sums[:-1] / max(float(sums[-1]), 0.01), np.clip(index - first, -30, 30), np.clip(last - index, -30, 30),
        sums[last + 1] - sums[first], np.where(index < first, totals[first] - totals[1:], after),
        since, until, width / (middle + 1), len(likely),
    )  # fmt: skip
    for i, value in enumerate(values, start=at):
        rows[i] = value
    fill_cohesion(rows[at + len(values) :], words, core)
