"""How far each paper got: the status ladder over time, a mark for every claim that says so."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

import pandas as pd

from helpers.figures import titles
from helpers.figures.style import (
    EDGE,
    GRID,
    INK,
    MUTED,
    OKABE_ITO,
    STATUS_MARKS,
    clean_text,
    screen_layout,
    screen_text,
)
from helpers.figures.titles import say_count, say_date, to_day

if TYPE_CHECKING:
    import plotly.graph_objects as go
    from matplotlib.figure import Figure

Row = Mapping[str, Any]
STEPS = ("rumoured", "discussed", "planned", "agreed", "signed", "ratified", "in force")
COLUMNS = ("milestone_id", "paper", "status", "day", "earliest", "latest", "when", "n_claims")
_COLOURS = [OKABE_ITO[c] for c in ("blue", "vermillion", "green", "purple", "orange", "sky")]


def prepare(milestones: Iterable[Row], claims: Iterable[Row], articles: Iterable[Row]) -> pd.DataFrame:
    """One row a paper and a status that some claim gives it.

    Args:
        milestones: rows of the milestones table; agreements are papers.
        claims: rows of the claims table.
        articles: unused but for symmetry with the other figures.

    Returns:
        `COLUMNS`; `day` is the middle of the fused date, None when it has no bound.
    """
    by_claim = {c["claim_id"]: c for c in claims}
    out = []
    for m in milestones:
        if m["kind"] != "agreement":
            continue
        counts: dict[str, int] = {}
        for claim_id in m["claim_ids"]:
            status = by_claim[claim_id]["status"]
            counts[status] = counts.get(status, 0) + 1
        low, high = to_day(m["earliest"]), to_day(m["latest"])
        day = low + (high - low) / 2 if low and high else (low or high)
        out += [
            {
                "milestone_id": m["milestone_id"], "paper": clean_text(m["title"]), "status": status, "day": day, "earliest": low, "latest": high,
                "when": say_date(low, high, m["weekday"]), "n_claims": n,
            }
            for status, n in sorted(counts.items())
            if status in STEPS
        ]  # fmt: skip
    out.sort(key=lambda r: (str(r["day"] or "9999"), r["milestone_id"], STEPS.index(r["status"])))
    return pd.DataFrame(out, columns=list(COLUMNS))


def title(prepared: pd.DataFrame) -> str:
    """The finding in ten words or fewer."""
    if prepared.empty:
        return "No paper among the milestones"
    furthest = prepared.groupby("milestone_id")["status"].agg(lambda s: max(s, key=STEPS.index))
    settled = int(furthest.isin(["signed", "ratified", "in force"]).sum())
    return titles.check_title(
        titles.sentence_case(
            f"{titles.say_number(settled)} of {say_count(len(furthest), 'paper')} signed or further"
        )
    )


def subtitle(prepared: pd.DataFrame) -> str:
    """Measure: what a mark is."""
    return "Every status that some claim gives a paper, at the middle of the date the evidence allows."


def alt_text(prepared: pd.DataFrame) -> str:
    """The chart in words."""
    if prepared.empty:
        return "Empty ladder: no paper among the milestones."
    parts = [
        f"{paper}, {rows.iloc[0]['when']}: {', '.join(rows['status'])}"
        for paper, rows in prepared.groupby("paper", sort=False)
    ]
    return "Status ladder of papers. " + "; ".join(parts[:12]) + "."


def data_table(prepared: pd.DataFrame) -> pd.DataFrame:
    """The marks as rows."""
    frame = prepared[["when", "paper", "status", "n_claims"]]
    return frame.set_axis(["Date", "Paper", "Status", "Claims that say so"], axis=1)


def plot_print(prepared: pd.DataFrame) -> Figure:
    """The ladder for paper."""
    from helpers.figures import style

    with style.house_style():
        dated = prepared[prepared["day"].notna()]
        if dated.empty:
            return style.say_in_figure(
                "No paper among the milestones has a date, so there is no ladder to draw."
            )
        figure = style.new_figure(6.9, 2.6)
        axes = figure.add_axes((0.11, 0.12, 0.86, 0.84))
        for i, (_, rows) in enumerate(dated.groupby("milestone_id", sort=False)):
            colour = _COLOURS[i % len(_COLOURS)]
            heights = [STEPS.index(s) for s in rows["status"]]
            axes.plot([rows.iloc[0]["day"]] * 2, [min(heights), max(heights)], color=colour, linewidth=1.2)
            for day, height, status in zip(rows["day"], heights, rows["status"], strict=True):
                axes.plot(
                    [day],
                    [height],
                    marker=STATUS_MARKS[status].print_marker,
                    color=colour,
                    markersize=6,
                    linestyle="",
                )
            axes.annotate(
                titles.shorten(rows.iloc[0]["paper"], 34),
                (rows.iloc[0]["day"], max(heights)),
                (0, 6 + 7 * (i % 3)),
                textcoords="offset points",
                size=5.8,
                ha="center",
            )
        axes.set_yticks(range(len(STEPS)), STEPS)
        axes.set_ylim(-0.5, len(STEPS) + 0.6)
        style.frame(
            figure,
            title=title(prepared),
            subtitle=subtitle(prepared),
            source="Source: the claims of the corpus.",
        )
        return figure


def plot_screen(prepared: pd.DataFrame) -> go.Figure:
    """The ladder for the screen."""
    import plotly.graph_objects as go

    dated = prepared[prepared["day"].notna()]
    figure = go.Figure()
    if dated.empty:
        figure.add_annotation(text="No paper with a date", showarrow=False, font={"color": MUTED})
        figure.update_layout(**screen_layout(height=100, xaxis={"visible": False}, yaxis={"visible": False}))
        return figure
    for i, (key, rows) in enumerate(dated.groupby("milestone_id", sort=False)):
        colour = _COLOURS[i % len(_COLOURS)]
        first = rows.iloc[0]
        figure.add_trace(
            go.Scatter(
                x=[d.isoformat() for d in rows["day"]], y=list(rows["status"]), mode="lines+markers", line={"color": colour, "width": 2},
                customdata=[[key]] * len(rows),
                marker={"symbol": [STATUS_MARKS[s].screen_symbol for s in rows["status"]], "size": 13, "color": colour, "line": {"color": INK, "width": 0.6}},
                hovertemplate=f"<b>{screen_text(titles.shorten(first['paper'], 100))}</b><br>{first['when']}<br>%{{y}}<extra></extra>",
            )
        )  # fmt: skip
        figure.add_annotation(
            x=first["day"].isoformat(), y=STEPS[max(STEPS.index(s) for s in rows["status"])], text=screen_text(titles.shorten(first["paper"], 42)),
            showarrow=False, yshift=16 + 14 * (i % 3), font={"size": 11},
        )  # fmt: skip
    figure.update_layout(
        **screen_layout(
            height=360,
            xaxis={"type": "date", "gridcolor": GRID, "linecolor": EDGE, "hoverformat": "%-d %B %Y"},
            yaxis={"type": "category", "categoryorder": "array", "categoryarray": list(STEPS), "range": [-0.5, len(STEPS) + 0.5], "gridcolor": GRID, "fixedrange": True, "automargin": True},
        )
    )  # fmt: skip
    return figure
