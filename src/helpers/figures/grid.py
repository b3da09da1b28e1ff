"""A grid of marks, rows by columns, with words at both edges: the form that matrix figures share on paper and screen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from helpers.figures import style
from helpers.figures.bars import fit_text
from helpers.figures.titles import shorten, wrap

if TYPE_CHECKING:
    import plotly.graph_objects as go
    from matplotlib.figure import Figure

WIDTH, LEFT = 6.9, 2.55  # inches: the figure, and the words at the left of each row
ROW = 0.30


@dataclass(frozen=True, slots=True)
class Cell:
    """One mark of the grid.

    Attributes:
        symbol: a status of `STATUS_MARKS`, or '' for a plain dot.
        colour: of its edge; `fill` 0..1 says how full it is.
        text: words beside or below the mark, '' for none.
        hover: what the screen says of it.
        size: of the mark, 1 is ordinary.
        ring: drawn around what is disputed.
        key: milestone it leads to, '' for none.
    """

    symbol: str = ""
    colour: str = style.OKABE_ITO["blue"]
    fill: float = 1.0
    text: str = ""
    hover: str = ""
    size: float = 1.0
    ring: bool = False
    key: str = ""


@dataclass(frozen=True, slots=True)
class Grid:
    """Rows (label, note), columns (labels), and cells by (row, column)."""

    rows: Sequence[tuple[str, str]]
    columns: Sequence[str]
    cells: Mapping[tuple[int, int], Cell]
    most_rows: int = 30
    most_columns: int = 12
    steps: bool = False  # join the marks of a row by a line, as rungs
    blank: str = "·"  # what an empty cell shows
    row_noun: str = "rows"
    column_noun: str = "columns"

    @property
    def cut(self) -> str:
        """What the picture leaves to the table, in words; '' when it shows all."""
        said = []
        if len(self.rows) > self.most_rows:
            said.append(f"the first {self.most_rows} of {len(self.rows):,} {self.row_noun}")
        if len(self.columns) > self.most_columns:
            said.append(f"the first {self.most_columns} of {len(self.columns):,} {self.column_noun}")
        return f"Drawn are {' and '.join(said)}; all are in the table." if said else ""


def draw_print(grid: Grid) -> Figure:
    """The grid for paper. Call inside `house_style`."""
    rows, columns = grid.rows[: grid.most_rows], grid.columns[: grid.most_columns]
    step = (WIDTH - LEFT - 0.3) / max(len(columns), 1)
    step = min(step, 1.05)
    heads = [wrap(style.printable(shorten(style.clean_text(c), 40)), step - 0.06, 6.4) for c in columns]
    slanted = any(len(h) > 3 for h in heads)
    if slanted:
        step = min((WIDTH - LEFT - 0.8) / max(len(columns), 1), 0.8)
    top = 0.82 if slanted else 0.12 + 0.105 * max((len(h) for h in heads), default=1)
    foot = 0.2 if grid.cut else 0.0
    height = top + len(rows) * ROW + 0.08 + foot
    figure = style.new_figure(WIDTH, height)
    axes = figure.add_axes((0, 0, 1, 1))
    axes.set_xlim(0, WIDTH)
    axes.set_ylim(height, 0)
    axes.axis("off")
    xs = [LEFT + 0.15 + step * (i + 0.5) for i in range(len(columns))]
    for x, head, column in zip(xs, heads, columns, strict=True):
        if slanted:
            axes.text(x - 0.02, top - 0.06, style.printable(shorten(style.clean_text(column), 22)), size=6.4, color=style.MUTED, rotation=38, ha="left", va="bottom")  # fmt: skip
        else:
            axes.text(
                x,
                top - 0.06,
                "\n".join(head),
                size=6.4,
                color=style.MUTED,
                ha="center",
                va="bottom",
                linespacing=1.15,
            )
    for i, (label, note) in enumerate(rows):
        y = top + (i + 0.5) * ROW
        axes.plot([0.08, WIDTH - 0.08], [y + ROW / 2] * 2, color=style.GRID, lw=0.4, zorder=0)
        said = fit_text(label, 6.9, LEFT - 0.1)
        axes.text(LEFT, y - (0.05 if note else 0), said, size=6.9, ha="right", va="center")
        if note:
            axes.text(
                LEFT,
                y + 0.065,
                fit_text(note, 5.6, LEFT - 0.1),
                size=5.6,
                color=style.MUTED,
                ha="right",
                va="center",
            )
        filled = [j for j in range(len(columns)) if (i, j) in grid.cells]
        if grid.steps and len(filled) > 1:
            axes.plot([xs[filled[0]], xs[filled[-1]]], [y - 0.05] * 2, color=style.EDGE, lw=0.7, zorder=1)
        for j in range(len(columns)):
            cell = grid.cells.get((i, j))
            if cell is None:
                axes.text(xs[j], y, grid.blank, size=7, color=style.EDGE, ha="center", va="center")
            else:
                _mark(axes, cell, xs[j], y, step)
    if grid.cut:
        axes.text(0.08, height - 0.1, grid.cut, size=6.4, color=style.MUTED, va="center")
    return figure


def _mark(axes: Any, cell: Cell, x: float, y: float, step: float) -> None:
    marker = style.STATUS_MARKS[cell.symbol].print_marker if cell.symbol else "o"
    lift = 0.05 if cell.text and cell.symbol else 0.0
    if cell.ring:
        axes.plot(x, y - lift, marker="o", ms=10.5, mfc="none", mec=style.INK, mew=0.8, zorder=3)
    axes.plot(
        x,
        y - lift,
        marker=marker,
        ms=6.2 * cell.size,
        mfc=style.tint(cell.colour, cell.fill),
        mec=cell.colour,
        mew=0.8,
        zorder=4,
    )
    if cell.text and cell.symbol:
        axes.text(
            x,
            y + 0.085,
            fit_text(cell.text, 5.4, step - 0.03),
            size=5.4,
            color=style.MUTED,
            ha="center",
            va="center",
        )
    elif cell.text:
        axes.text(
            x + 0.05 + 0.045 * cell.size, y, cell.text, size=6.2, color=style.INK, ha="left", va="center"
        )


def draw_screen(grid: Grid) -> go.Figure:
    """The grid for the screen."""
    import plotly.graph_objects as go

    rows, columns = grid.rows[: grid.most_rows], grid.columns[: grid.most_columns]
    places = [(i, j) for i in range(len(rows)) for j in range(len(columns)) if (i, j) in grid.cells]
    empty = [(i, j) for i in range(len(rows)) for j in range(len(columns)) if (i, j) not in grid.cells]
    figure = go.Figure()
    if grid.steps:
        xs: list[int | None] = []
        ys: list[int | None] = []
        for i in range(len(rows)):
            filled = [j for j in range(len(columns)) if (i, j) in grid.cells]
            if len(filled) > 1:
                xs += [filled[0], filled[-1], None]
                ys += [i, i, None]
        figure.add_trace(
            go.Scatter(x=xs, y=ys, mode="lines", hoverinfo="skip", line={"color": style.EDGE, "width": 1})
        )
    figure.add_trace(
        go.Scatter(
            x=[j for _, j in empty], y=[i for i, _ in empty], mode="text", text=[grid.blank] * len(empty), hoverinfo="skip",
            textfont={"color": style.MUTED, "size": 12},
        )
    )  # fmt: skip
    rings = [(i, j) for i, j in places if grid.cells[i, j].ring]
    figure.add_trace(
        go.Scatter(
            x=[j for _, j in rings], y=[i for i, _ in rings], mode="markers", hoverinfo="skip",
            marker={"symbol": "circle-open", "size": 22, "color": style.INK, "line": {"width": 1.4}},
        )
    )  # fmt: skip
    cells = [grid.cells[p] for p in places]
    figure.add_trace(
        go.Scatter(
            x=[j for _, j in places], y=[i for i, _ in places], mode="markers+text", hoverinfo="text",
            hovertext=[style.screen_text(c.hover) for c in cells], meta="marks" if any(c.key for c in cells) else None,
            customdata=[[c.key, c.hover] for c in cells] if any(c.key for c in cells) else None,
            text=[style.screen_text(c.text) for c in cells],
            textposition=["bottom center" if c.symbol else "middle right" for c in cells],
            textfont={"size": 11, "color": style.MUTED},
            marker={
                "symbol": [style.STATUS_MARKS[c.symbol].screen_symbol if c.symbol else "circle" for c in cells],
                "size": [12 * c.size for c in cells], "color": [style.tint(c.colour, c.fill) for c in cells],
                "line": {"color": [c.colour for c in cells], "width": 1.5},
            },
        )
    )  # fmt: skip
    height = 90 + 36 * len(rows)
    edge = {"showgrid": False, "zeroline": False, "showline": False, "fixedrange": True, "ticks": ""}
    figure.update_layout(
        **style.screen_layout(
            height=height,
            margin={"l": 8, "r": 16, "t": 8, "b": 8},
            xaxis={**edge, "side": "top", "tickvals": list(range(len(columns))), "range": [-0.6, len(columns) - 0.3], "automargin": True,
                   "ticktext": [_lines(c, 16) for c in columns], "tickfont": {"size": 11, "color": style.MUTED}},
            yaxis={**edge, "tickvals": list(range(len(rows))), "range": [len(rows) - 0.4, -0.6], "automargin": True,
                   "ticktext": [_lines(shorten(label, 60), 34) for label, _ in rows], "tickfont": {"size": 11.5, "color": style.INK}},
        )
    )  # fmt: skip
    return figure


def _lines(text: str, limit: int) -> str:
    """Words broken into lines for an axis of plotly, at most three."""
    lines, line = [], ""
    for word in style.clean_text(text).split():
        if line and len(line) + len(word) + 1 > limit:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}".strip()
    lines.append(line)
    if len(lines) > 3:
        lines = [*lines[:2], shorten(" ".join(lines[2:]), limit)]
    return "<br>".join(style.screen_text(shorten(part, limit + 8)) for part in lines)
