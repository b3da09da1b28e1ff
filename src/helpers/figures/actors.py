"""Who meets whom: people and institutions named together in milestones, as a matrix that stays readable."""

from __future__ import annotations

from collections import Counter
from itertools import combinations
from typing import TYPE_CHECKING

import pandas as pd

from helpers.figures import grid, style, titles
from helpers.figures.cells import TableLike, listed, records, rows_of
from helpers.figures.titles import say_count

if TYPE_CHECKING:
    import plotly.graph_objects as go
    from matplotlib.figure import Figure

MOST = 14
COLUMNS = ("a", "b", "n", "milestones", "titles")
# Kinds and statuses that bring people into one room; a denial or a postponed visit does not.
TOGETHER = ("signed", "agreed", "discussed", "held", "ratified", "in force", "planned")


def prepare(milestones: TableLike) -> pd.DataFrame:
    """One row a pair of actors named in the same milestone, the most frequent first; `a` before `b` in the alphabet.

    Denied and postponed milestones do not count: nobody met.
    """
    together: dict[tuple[str, str], list[tuple[str, str]]] = {}
    alone: Counter[str] = Counter()
    source: set[str] = set()
    for m in rows_of(milestones):
        if m["status"] not in TOGETHER:
            continue
        names = sorted({style.clean_text(a) for a in listed(m["actors"])})
        alone.update(names)
        if len(names) > 1:
            source.update(str(o) for o in listed(m["origins"]))
        for pair in combinations(names, 2):
            together.setdefault(pair, []).append((m["milestone_id"], style.clean_text(m["title"])))
    out = [
        {
            "a": a,
            "b": b,
            "n": len(found),
            "milestones": [i for i, _ in found],
            "titles": [t for _, t in found],
        }
        for (a, b), found in sorted(together.items(), key=lambda kv: (-len(kv[1]), kv[0]))
    ]
    frame = pd.DataFrame(out, columns=list(COLUMNS))
    frame.attrs = {"n_actors": len(alone), "origins": sorted(source)}
    return frame


def _names(prepared: pd.DataFrame) -> list[str]:
    weight: Counter[str] = Counter()
    for r in records(prepared):
        weight[r.a] += r.n
        weight[r.b] += r.n
    return [name for name, _ in sorted(weight.items(), key=lambda kv: (-kv[1], kv[0]))]


def title(prepared: pd.DataFrame) -> str:
    """The finding in ten words or fewer, from the table."""
    if prepared.empty:
        return "No milestone names two people together"
    top = prepared.iloc[0]
    ties = int((prepared["n"] == top["n"]).sum())
    if ties > 1:
        return titles.check_title(f"{titles.sentence_case(titles.say_number(len(prepared)))} pairs of actors, none more often than others" if ties == len(prepared) else f"{titles.sentence_case(titles.say_number(ties))} pairs of actors appear together most often")  # fmt: skip
    said = f"{titles.shorten(top['a'], 30)} and {titles.shorten(top['b'], 30)} appear together most"
    return (
        said
        if len(said.split()) <= titles.MAX_TITLE_WORDS
        else "One pair of actors appears together most often"
    )


def subtitle(prepared: pd.DataFrame) -> str:
    """Measure and how to read the dots."""
    n = int(prepared.attrs["n_actors"])
    return f"Milestones in which two of {say_count(n, 'named actor')} appear together; denied and postponed ones do not count."


def source_line(prepared: pd.DataFrame) -> str:
    """Where the content comes from, from the origins in the table."""
    return titles.say_sources(prepared.attrs["origins"])


def alt_text(prepared: pd.DataFrame) -> str:
    """The matrix in words."""
    said = "; ".join(f"{r.a} with {r.b} in {say_count(r.n, 'milestone')}" for r in records(prepared.head(12)))
    return f"Matrix of who appears with whom: {said or 'nobody'}."


def data_table(prepared: pd.DataFrame) -> pd.DataFrame:
    """One row a pair."""
    return pd.DataFrame(
        {
            "Actor": prepared["a"],
            "With": prepared["b"],
            "Milestones": prepared["n"],
            "Which": ["; ".join(t) for t in prepared["titles"]],
        }
    )


def _grid(prepared: pd.DataFrame) -> grid.Grid:
    names = _names(prepared)
    at = {name: i for i, name in enumerate(names)}
    most = int(prepared["n"].max())
    cells = {}
    for r in records(prepared):
        i, j = sorted((at[r.a], at[r.b]))
        cells[j, i] = grid.Cell(
            colour=style.OKABE_ITO["blue"], size=0.7 + 0.9 * (r.n / most) ** 0.5, text=str(r.n), key=r.milestones[0],
            hover=f"{r.a} with {r.b}: {'; '.join(titles.shorten(t, 70) for t in r.titles[:5])}",
        )  # fmt: skip
    rows = [(name, "") for name in names]
    return grid.Grid(
        rows=rows,
        columns=names[:-1],
        cells=cells,
        most_rows=MOST,
        most_columns=MOST - 1,
        blank="",
        row_noun="actors",
        column_noun="actors",
    )


def plot_print(prepared: pd.DataFrame, *, framed: bool = True) -> Figure:
    """The matrix for paper (matplotlib)."""
    with style.house_style():
        figure = (
            grid.draw_print(_grid(prepared))
            if len(prepared)
            else style.say_in_figure("No milestone names two people together.")
        )
        if framed:
            style.frame(
                figure, title=title(prepared), subtitle=subtitle(prepared), source=source_line(prepared)
            )
        return figure


def plot_screen(prepared: pd.DataFrame) -> go.Figure:
    """The matrix for the screen (plotly)."""
    from helpers.figures.timeline_screen import say_on_screen

    return (
        grid.draw_screen(_grid(prepared))
        if len(prepared)
        else say_on_screen("No milestone names two people together.")
    )
