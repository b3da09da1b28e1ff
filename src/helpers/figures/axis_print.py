"""Time on paper as all figures draw it: the axis with its shortened stretches, and bars that fade towards an open end."""

from __future__ import annotations

import datetime as dt
from typing import Any

from helpers.figures import style
from helpers.figures.batch import Batch
from helpers.figures.timescale import TimeScale


def draw_time_axis(axes: Any, scale: TimeScale, inner: float, y: float, *, top: float = 0.22) -> None:
    """The axis at height `y` of axes in inches, its grid from `top` down."""
    axes.plot([0, inner], [y, y], color=style.EDGE, lw=0.6)
    ticks = [(scale.place(day) * inner, words) for day, words in scale.ticks()]
    for x, words in ticks:
        axes.plot([x, x], [top, y], color=style.GRID, lw=0.5, zorder=0)
        axes.plot([x, x], [y, y + 0.04], color=style.EDGE, lw=0.6)
        axes.text(x, y + 0.07, words, size=6.6, color=style.MUTED, ha="center", va="top", linespacing=1.15)
    for first, last in scale.breaks:
        left, right = scale.place(first) * inner, scale.place(last) * inner
        axes.fill_between([left, right], [top, top], [y, y], color="#f2f2f0", zorder=0, lw=0)
        near = any(abs(x - (left + right) / 2) < 0.34 for x, _ in ticks)  # then a line below their words
        axes.text((left + right) / 2, y + (0.18 if near else 0.07), _say_gap(first, last), size=5.8, color=style.MUTED, ha="center", va="top", linespacing=1.15)  # fmt: skip
        axes.text(
            (left + right) / 2,
            y,
            "//",
            size=8,
            color=style.EDGE,
            ha="center",
            va="center",
            zorder=3,
        )


def _say_gap(first: dt.date, last: dt.date) -> str:
    return f"{max(1, round((last - first).days / 365.25))} yrs\nshortened"


def draw_fading(batch: Batch, left: float, right: float, y: float, colour: str, *, to_left: bool) -> None:
    """A bar that fades towards its open end, with an arrow that points there."""
    steps = 8
    step = (right - left) / steps
    for i in range(steps):
        share = 0.45 * ((i + 1) / steps if to_left else 1 - i / steps)
        batch.stroke(
            left + step * i, y, left + step * (i + 1), y, colour=style.tint(colour, share), width=3.4
        )
    arrow = style.tint(colour, 0.6)
    batch.point(
        left if to_left else right,
        y,
        marker="<" if to_left else ">",
        size=3,
        fill=arrow,
        edge=arrow,
        width=0.9,
        layer=2,
    )
