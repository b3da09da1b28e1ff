"""Horizontal bars and monthly columns with direct labels, for paper and screen: the simple forms several figures share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from helpers.figures import style
from helpers.figures.titles import MONTHS, shorten

ROW = 0.175  # inches a bar takes on paper
MOST = 12


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: what it is of, how long, what stands at its end, and its colour."""

    label: str
    value: float
    words: str
    colour: str = style.OKABE_ITO["blue"]


def first_bars(bars: Sequence[Bar], most: int = MOST) -> tuple[list[Bar], str]:
    """The first bars, and in words how many more there are."""
    rest = len(bars) - most
    return list(bars[:most]), f"and {rest:,} more, in the table" if rest > 0 else ""


def draw_bars(
    axes: Any, bars: Sequence[Bar], *, heading: str, label_width: float, width: float, more: str = ""
) -> None:
    """Bars into axes that are measured in inches, from the top down; the axes are `width` wide."""
    axes.text(0, 0.09, style.printable(heading), size=7.4, weight="bold", va="center")
    room = (
        width - label_width - 0.06 - max((style.text_width(b.words, 6.6) for b in bars), default=0.3) - 0.08
    )
    longest = max((b.value for b in bars), default=1.0) or 1.0
    for i, bar in enumerate(bars):
        y = 0.28 + i * ROW
        label = fit_text(bar.label, 6.6, label_width - 0.04)
        axes.text(label_width, y, label, size=6.6, ha="right", va="center")
        length = max(room, 0.1) * bar.value / longest
        axes.barh(y, length, left=label_width + 0.05, height=ROW * 0.62, color=bar.colour, lw=0)
        axes.text(label_width + 0.09 + length, y, bar.words, size=6.6, color=style.MUTED, va="center")
    if more:
        axes.text(label_width + 0.05, 0.28 + len(bars) * ROW, more, size=6, color=style.MUTED, va="center")


def fit_text(text: str, size: float, room: float) -> str:
    """The text, cut with … until it is at most `room` inches wide."""
    text = style.printable(style.clean_text(text))
    while style.text_width(text, size) > room and len(text) > 3:
        text = shorten(text, max(3, int(len(text) * 0.93)))
    return text


def bars_height(n: int, *, more: bool = False) -> float:
    """Height in inches of a block of `n` bars with its heading."""
    return 0.28 + n * ROW + (0.14 if more else 0.0)


def inch_axes(figure: Any, left: float, top: float, width: float, height: float) -> Any:
    """Axes measured in inches with the origin at the upper left."""
    whole_width, whole_height = figure.get_size_inches()
    axes = figure.add_axes(
        (left / whole_width, 1 - (top + height) / whole_height, width / whole_width, height / whole_height)
    )
    axes.set_xlim(0, width)
    axes.set_ylim(height, 0)
    axes.axis("off")
    return axes


def draw_months(axes: Any, counts: Sequence[tuple[int, int, int]], *, width: float, height: float) -> None:
    """Columns by month into inch axes: (year, month, n) of every month of the period, empty ones included.

    A month without a page is a gap and gets a grey ground, so that nobody reads silence as an absence of events.
    """
    step = width / max(len(counts), 1)
    tallest = max((n for *_, n in counts), default=1) or 1
    base = height - 0.30
    top = 0.14
    last_label = -9.0
    gap_from: int | None = None
    for i, (year, month, n) in enumerate([*counts, (0, 0, -1)]):
        if n == 0 and gap_from is None:
            gap_from = i
        if n != 0 and gap_from is not None:
            axes.fill_between(
                [gap_from * step, i * step], [top, top], [base, base], color="#f2f2f0", lw=0, zorder=0
            )
            if (i - gap_from) * step > 0.62:
                axes.text(
                    (gap_from + i) / 2 * step,
                    (top + base) / 2,
                    "no page",
                    size=6,
                    color=style.MUTED,
                    ha="center",
                    va="center",
                )
            gap_from = None
        if n < 0:
            break
        x = i * step
        if n:
            high = (base - top) * n / tallest
            axes.bar(
                x + step / 2,
                -high,
                bottom=base,
                width=max(step * 0.8, 0.02),
                color=style.OKABE_ITO["blue"],
                lw=0,
                zorder=2,
            )
            if step > style.text_width(str(tallest), 6) + 0.01:  # numbers only where they find room
                axes.text(
                    x + step / 2,
                    base - high - 0.05,
                    str(n),
                    size=6,
                    color=style.MUTED,
                    ha="center",
                    va="center",
                )
        if (month == 1 or i == 0 or len(counts) <= 14) and x - last_label > 0.42:
            axes.plot([x, x], [base, base + 0.04], color=style.EDGE, lw=0.6)
            words = f"{MONTHS[month - 1][:3]} {year}" if len(counts) <= 14 or month != 1 else str(year)
            axes.text(x, base + 0.12, words, size=6.2, color=style.MUTED, ha="left", va="center")
            last_label = x
    axes.plot([0, width], [base, base], color=style.EDGE, lw=0.6)


def screen_bars(bars: Sequence[Bar], *, x: str, y: str) -> dict[str, Any]:
    """The trace of horizontal bars with labels at their ends, on the axes named."""
    return {
        "type": "bar", "orientation": "h", "xaxis": x, "yaxis": y, "x": [b.value for b in bars],
        "y": list(range(len(bars))), "text": [b.words for b in bars], "textposition": "outside", "cliponaxis": False,
        "marker": {"color": [b.colour for b in bars]}, "hoverinfo": "text", "textfont": {"color": style.MUTED},
        "hovertext": [f"{style.screen_text(b.label)}: {style.screen_text(b.words)}" for b in bars],
    }  # fmt: skip


def bar_axis(bars: Sequence[Bar], **extra: Any) -> dict[str, Any]:
    """The label axis that goes with `screen_bars`."""
    return {
        "tickvals": list(range(len(bars))), "ticktext": [style.screen_text(shorten(style.clean_text(b.label), 30)) for b in bars],
        "range": [max(len(bars), 2) - 0.4, -0.7], "fixedrange": True, "automargin": True, "showgrid": False, "zeroline": False, "ticks": "",
        "tickfont": {"size": 11.5, "color": style.INK}, **extra,
    }  # fmt: skip
