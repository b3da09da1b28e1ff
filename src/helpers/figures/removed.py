"""What cleaning removed: characters of the pages by the role of the line that was cut, and how much each page lost."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pandas as pd

from helpers.figures import bars, style, titles
from helpers.figures.cells import TableLike, records, rows_of
from helpers.figures.titles import say_count

if TYPE_CHECKING:
    import plotly.graph_objects as go
    from matplotlib.figure import Figure

COLUMNS = ("role", "kept", "lines", "characters", "share")


def prepare(articles: TableLike, lines: TableLike) -> pd.DataFrame:
    """One row a role of line: how many lines and characters, their share of all characters, and whether they were kept.

    Args:
        articles: the articles table, for the median share that pages lost.
        lines: the lines table.
    """
    counts: Counter[tuple[str, bool]] = Counter()
    characters: Counter[tuple[str, bool]] = Counter()
    for line in rows_of(lines):
        key = (str(line["role"]), bool(line["kept"]))
        counts[key] += 1
        characters[key] += int(line["end"]) - int(line["start"])
    total = sum(characters.values()) or 1
    out = [
        {"role": role, "kept": kept, "lines": counts[role, kept], "characters": n, "share": n / total}
        for (role, kept), n in sorted(characters.items(), key=lambda kv: (kv[0][1], -kv[1], kv[0][0]))
    ]
    frame = pd.DataFrame(out, columns=list(COLUMNS))
    shares = sorted(float(a["removed_share"]) for a in rows_of(articles) if a["status"] == "ok")
    frame.attrs = {"n_articles": len(shares), "median": shares[len(shares) // 2] if shares else 0.0}
    return frame


def _cut(prepared: pd.DataFrame) -> pd.DataFrame:
    return prepared[~prepared["kept"].astype(bool)] if len(prepared) else prepared


def title(prepared: pd.DataFrame) -> str:
    """The finding in ten words or fewer, from the table."""
    if prepared.empty:
        return "No line was read"
    cut = _cut(prepared)
    if cut.empty:
        return "Cleaning removed nothing"
    return titles.check_title(
        f"Cleaning removed {_percent(float(cut['share'].sum()))} of the text, mostly {cut.iloc[0]['role']}"
    )


def _percent(share: float) -> str:
    return "less than 1%" if 0 < share < 0.01 else f"{share:.0%}"


def subtitle(prepared: pd.DataFrame) -> str:
    """Measure and place."""
    n, median = int(prepared.attrs["n_articles"]), float(prepared.attrs["median"])
    return f"Characters of {say_count(n, 'page')} that were cut, by what the line was; half of the pages lost {_percent(median)} or more."


def source_line(prepared: pd.DataFrame) -> str:
    """Where the content comes from."""
    return f"Source: the lines table, {int(prepared['lines'].sum()):,} lines with their decisions."


def alt_text(prepared: pd.DataFrame) -> str:
    """The bars in words."""
    said = ", ".join(
        f"{r.role} {r.characters:,} characters in {r.lines:,} {'line' if r.lines == 1 else 'lines'}"
        for r in records(_cut(prepared))
    )
    return f"Bars of what cleaning removed: {said or 'nothing'}."


def data_table(prepared: pd.DataFrame) -> pd.DataFrame:
    """One row a role, kept and cut."""
    return pd.DataFrame({
        "Line": prepared["role"], "Kept": ["yes" if k else "no" for k in prepared["kept"]], "Lines": prepared["lines"],
        "Characters": prepared["characters"], "Share": [_percent(s) for s in prepared["share"]],
    })  # fmt: skip


def _bars(prepared: pd.DataFrame) -> list[bars.Bar]:
    return [
        bars.Bar(
            r.role,
            float(r.characters),
            f"{r.characters:,} in {r.lines:,} {'line' if r.lines == 1 else 'lines'}",
            style.OKABE_ITO["vermillion"],
        )
        for r in records(_cut(prepared))
    ]


def plot_print(prepared: pd.DataFrame, *, framed: bool = True) -> Figure:
    """The bars for paper (matplotlib)."""
    with style.house_style():
        shown, more = bars.first_bars(_bars(prepared), 16)
        if shown:
            height = bars.bars_height(len(shown), more=bool(more))
            figure = style.new_figure(6.9, height)
            axes = bars.inch_axes(figure, 0.08, 0, 6.74, height)
            bars.draw_bars(axes, shown, heading="Characters cut", label_width=1.2, width=6.74, more=more)
        else:
            figure = style.say_in_figure("Cleaning removed nothing.")
        if framed:
            style.frame(
                figure, title=title(prepared), subtitle=subtitle(prepared), source=source_line(prepared)
            )
        return figure


def plot_screen(prepared: pd.DataFrame) -> go.Figure:
    """The bars for the screen (plotly)."""
    import plotly.graph_objects as go

    from helpers.figures.timeline_screen import say_on_screen

    shown, _ = bars.first_bars(_bars(prepared), 16)
    if not shown:
        return say_on_screen("Cleaning removed nothing.")
    figure = go.Figure()
    figure.add_trace(bars.screen_bars(shown, x="x", y="y"))
    longest = max(b.value for b in shown)
    layout = style.screen_layout(height=60 + 28 * max(3, len(shown)), bargap=0.3)
    figure.update_layout(
        **layout,
        xaxis={"visible": False, "fixedrange": True, "range": [0, longest * 1.35]},
        yaxis=bars.bar_axis(shown),
    )
    return figure
