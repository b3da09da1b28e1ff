"""What lines of one HTML page say of each other: those that stand in elements of the same names are mostly of one kind.

A template writes all paragraphs of an article into elements of the same names and its teasers into others. For each line: how
much of the text at such places was chosen, what the text alone says of it, and how large a part of the likely article it is.
Names with digits (post-155, id-1h2) are numbers of one element, not of a kind, and do not count.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

import numpy as np

from helpers.clean.furniture_lines import Floats

# Which of a line's elements must have the same names: it and two around it; three around it; it alone; all.
_LEVELS = {"place": (0, 3), "around": (1, 4), "element": (0, 1), "path": (0, 12)}
_WHAT = ("chosen", "text", "share", "rank", "lines")
_STEPS = (1, 2, -1, -2)
_LINKED = 0.5  # share of links from which a line does not count for its kind
# `same_place_text` is the mean of what the text alone says of the lines at the same place; `text+1` that of the line before.
CONSENSUS = (
    *(f"same_{level}_{what}" for level in _LEVELS for what in _WHAT),
    *(f"text{step:+d}" for step in _STEPS),
)


def find_consensus(
    paths: Sequence[tuple[str, ...]], size: Floats, links: Floats, chosen: Floats, odds: Floats
) -> Floats:
    """The features of `CONSENSUS`, (features, lines).

    Args:
        paths: the elements of each line, its own first: tag, blank, names.
        size: characters of each line.
        links: share of them in links.
        chosen: 1 for lines that were chosen by other means.
        odds: log-odds of the text alone.
    """
    rows = np.zeros((len(CONSENSUS), len(paths)), np.float32)
    if not paths:
        return rows
    weight = size * (links < _LINKED)
    likely = weight / (1 + np.exp(-odds))
    short = {path: tuple(map(_kind_of, path)) for path in dict.fromkeys(paths)}
    at = 0
    for low, high in _LEVELS.values():
        number: dict[tuple[str, ...], int] = {}
        kind = np.array([number.setdefault(short[path][low:high], len(number)) for path in paths])
        total = np.maximum(_add_up(kind, weight), 1)
        sums = _add_up(kind, likely)
        values: tuple[Any, ...] = (
            _add_up(kind, weight * chosen) / total, _add_up(kind, weight * odds) / total, sums / max(sums.sum(), 1),
            sums / max(sums.max(), 1), np.log1p(np.bincount(kind)),
        )  # fmt: skip
        for value in values:
            rows[at] = value[kind]
            at += 1
    for step in _STEPS:
        if step > 0:
            rows[at, step:] = odds[:-step]
        else:
            rows[at, :step] = odds[-step:]
        at += 1
    return rows


def _add_up(kind: Any, weight: Floats) -> Any:
    return np.bincount(kind, weight)


@lru_cache(maxsize=4096)
def _kind_of(marks: str) -> str:
    tag, _, names = marks.partition(" ")
    return " ".join(
        [tag, *(name for name in names.split() if name.isascii() and not any(map(str.isdigit, name)))]
    )
