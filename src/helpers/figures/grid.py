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
ROW_PX = 42


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
    strong: frozenset[int] = frozenset()  # rows whose words are heads of those below
    strong_columns: frozenset[int] = frozenset()  # and columns that are heads of those to their right
    note: str = ""  # what else the picture leaves to the table
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
        cut = f"Drawn are {' and '.join(said)}; all are in the table." if said else ""
        return f"{cut} {self.note}".strip()


def draw_print(grid: Grid) -> Figure:
    """The grid for paper. Call inside `house_style`."""
    rows, columns = grid.rows[: grid.most_rows], grid.columns[: grid.most_columns]
    left = min(
        LEFT,
        max([_label_width(*row, strong=i in grid.strong) for i, row in enumerate(rows)], default=0) + 0.2,
    )
    step = (WIDTH - left - 0.3) / max(len(columns), 1)
    step = min(step, 1.05)
    heads = [wrap(style.printable(shorten(style.clean_text(c), 40)), step - 0.06, 6.4) for c in columns]
    words = [w for c in columns for w in shorten(style.clean_text(c), 40).split()]
    slanted = any(len(h) > 3 for h in heads) or any(
        style.text_width(w, 6.4, bold=True) > step - 0.06 for w in words
    )
    if slanted:
        step = min((WIDTH - left - 0.6) / max(len(columns), 1), 0.8)
    top = 0.82 if slanted else 0.12 + 0.105 * max((len(h) for h in heads), default=1)
    foot = 0.2 if grid.cut else 0.0
    height = top + len(rows) * ROW + 0.08 + foot
    figure = style.new_figure(WIDTH, height)
    axes = figure.add_axes((0, 0, 1, 1))
    axes.set_xlim(0, WIDTH)
    axes.set_ylim(height, 0)
    axes.axis("off")
    xs = [left + 0.15 + step * (i + 0.5) for i in range(len(columns))]
    for j, (x, head, column) in enumerate(zip(xs, heads, columns, strict=True)):
        strong = j in grid.strong_columns
        look: dict[str, Any] = {
            "size": 6.4,
            "color": style.INK if strong else style.MUTED,
            "weight": "bold" if strong else "normal",
        }
        if slanted:
            axes.text(x - 0.02, top - 0.06, style.printable(shorten(style.clean_text(column), 22)), **look, rotation=38, ha="left", va="bottom")  # fmt: skip
        else:
            axes.text(
                x,
                top - 0.06,
                "\n".join(head),
                **look,
                ha="center",
                va="bottom",
                linespacing=1.15,
            )
    for i, (label, note) in enumerate(rows):
        y = top + (i + 0.5) * ROW
        axes.plot([0.08, WIDTH - 0.08], [y + ROW / 2] * 2, color=style.GRID, lw=0.4, zorder=0)
        said = fit_text(label, 6.9, left - 0.1)
        weight = "bold" if i in grid.strong else "normal"
        axes.text(left, y - (0.05 if note else 0), said, size=6.9, ha="right", va="center", weight=weight)
        if note:
            axes.text(
                left,
                y + 0.065,
                fit_text(note, 5.6, left - 0.1),
                size=5.6,
                color=style.MUTED,
                ha="right",
                va="center",
            )
        for j in range(len(columns)):
            cell = grid.cells.get((i, j))
            if cell is None:
                axes.text(xs[j], y, grid.blank, size=7, color=style.EDGE, ha="center", va="center")
            else:
                _mark(axes, cell, xs[j], y, step)
    if grid.cut:
        axes.text(0.08, height - 0.1, grid.cut, size=6.4, color=style.MUTED, va="center")
    return figure


def _label_width(label: str, note: str, *, strong: bool) -> float:
    """Inches that the words of a row want."""
    wide = style.text_width(shorten(style.clean_text(label), 60), 6.9, bold=strong)
    return max(wide, style.text_width(shorten(style.clean_text(note), 80), 5.6))


def _mark(axes: Any, cell: Cell, x: float, y: float, step: float) -> None:
    marker = style.STATUS_MARKS[cell.symbol].print_marker if cell.symbol else "o"
    lift = 0.05 if cell.text and cell.symbol else 0.0
    if cell.ring:
        axes.plot(
            x,
            y - lift,
            marker="o",
            ms=max(10.5, 6.2 * cell.size + 3.4),
            mfc="none",
            mec=style.INK,
            mew=0.8,
            zorder=3,
        )
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
            fit_text(cell.text, 5.0, step + 0.03),
            size=5.0,
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
            marker={"symbol": "circle-open", "size": [max(22, 12 * grid.cells[p].size + 7) for p in rings], "color": style.INK, "line": {"width": 1.4}},
        )
    )  # fmt: skip
    cells = [grid.cells[p] for p in places]
    figure.add_trace(
        go.Scatter(
            x=[j for _, j in places], y=[i for i, _ in places], mode="markers", hoverinfo="text",
            hovertext=[style.screen_text(c.hover) for c in cells], meta="marks" if any(c.key for c in cells) else None,
            customdata=[[c.key, c.hover] for c in cells] if any(c.key for c in cells) else None,
            marker={
                "symbol": [style.STATUS_MARKS[c.symbol].screen_symbol if c.symbol else "circle" for c in cells],
                "size": [12 * c.size for c in cells], "color": [style.tint(c.colour, c.fill) for c in cells], "opacity": 1,
                "line": {"color": [c.colour for c in cells], "width": 1.5},
            },
        )
    )  # fmt: skip
    figure.add_trace(
        go.Scatter(
            x=[j if c.symbol else j + 0.1 + 0.05 * c.size for (_, j), c in zip(places, cells, strict=True)],
            y=[i + 0.4 if c.symbol else i for (i, _), c in zip(places, cells, strict=True)], mode="text", hoverinfo="skip",
            text=[style.screen_text(shorten(c.text, 16)) for c in cells], textfont={"size": 10.5, "color": style.MUTED},
            textposition=["middle center" if c.symbol else "middle right" for c in cells],
        )
    )  # fmt: skip
    slanted = len(columns) > 5 and any(len(style.clean_text(c)) > 11 for c in columns)
    heads = [
        style.screen_text(shorten(style.clean_text(c), 26)) if slanted else _lines(c, 16) for c in columns
    ]
    heads = [f"<b>{head}</b>" if j in grid.strong_columns else head for j, head in enumerate(heads)]
    edge = {"showgrid": False, "zeroline": False, "showline": False, "fixedrange": True, "ticks": ""}
    figure.update_layout(
        **style.screen_layout(
            height=(150 if slanted else 80) + ROW_PX * len(rows),
            margin={"l": 8, "r": 60 if slanted else 16, "t": 8, "b": 8},
            xaxis={**edge, "side": "top", "tickvals": list(range(len(columns))), "range": [-0.6, len(columns) - 0.3], "automargin": True,
                   "tickangle": -35 if slanted else 0, "ticktext": heads, "tickfont": {"size": 11, "color": style.MUTED}},
            yaxis={**edge, "tickvals": list(range(len(rows))), "range": [len(rows) - 0.4, -0.6], "automargin": True,
                   "ticktext": [_row_words(*row, strong=i in grid.strong) for i, row in enumerate(rows)],
                   "tickfont": {"size": 11.5, "color": style.INK}},
            shapes=[
                {"type": "line", "xref": "paper", "x0": -0.5, "x1": 1, "y0": i - 0.5, "y1": i - 0.5,
                 "line": {"color": style.GRID, "width": 0.6}, "layer": "below"} for i in range(1, len(rows))
            ],
        )
    )  # fmt: skip
    return figure


def _row_words(label: str, note: str, *, strong: bool) -> str:
    said = style.screen_text(shorten(style.clean_text(label), 46))
    said = f"<b>{said}</b>" if strong else said
    if not note:
        return said
    return f'{said}<br><span style="font-size:10px;color:{style.MUTED}">{style.screen_text(shorten(note, 52))}</span>'


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
