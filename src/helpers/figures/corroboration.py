"""Who says what: milestones against the origins that speak of them, each cell what the origin says."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

import pandas as pd

from helpers.figures import titles
from helpers.figures.style import (
    INK,
    MUTED,
    OKABE_ITO,
    STATUS_MARKS,
    clean_text,
    screen_layout,
    screen_text,
    tint,
)
from helpers.figures.titles import say_count, say_date
from helpers.foundation.schemas import STATUSES

if TYPE_CHECKING:
    import plotly.graph_objects as go
    from matplotlib.figure import Figure

Row = Mapping[str, Any]
COLUMNS = ("milestone_id", "milestone", "when", "origin", "says", "n_claims", "contested")
UNKNOWN = "origin unknown"
MOST_ORIGINS = 14  # columns drawn; the others are in the table


def prepare(milestones: Iterable[Row], claims: Iterable[Row], articles: Iterable[Row]) -> pd.DataFrame:
    """One row a milestone and origin that speaks of it.

    Args:
        milestones: rows of the milestones table.
        claims: rows of the claims table.
        articles: rows of the articles table.

    Returns:
        `COLUMNS`; `says` is the furthest status that the origin's claims assert, 'denied' when any of them denies.
    """
    by_claim = {c["claim_id"]: c for c in claims}
    by_article = {a["article_id"]: a for a in articles}
    out: list[dict[str, Any]] = []
    for m in sorted(milestones, key=lambda m: (m["earliest"] or m["latest"] or "9999", m["milestone_id"])):
        said: dict[str, list[str]] = {}
        for claim_id in m["claim_ids"]:
            claim = by_claim[claim_id]
            origin = by_article[claim["article_id"]]["origin"] or UNKNOWN
            said.setdefault(clean_text(origin), []).append(claim["status"])
        for origin, statuses in sorted(said.items()):
            says = "denied" if "denied" in statuses else max(statuses, key=STATUSES.index)
            out.append(
                {
                    "milestone_id": m["milestone_id"], "milestone": clean_text(m["title"]), "when": say_date(m["earliest"], m["latest"], m["weekday"]),
                    "origin": origin, "says": says, "n_claims": len(statuses), "contested": bool(m["contradictions"]),
                }
            )  # fmt: skip
    return pd.DataFrame(out, columns=list(COLUMNS))


def title(prepared: pd.DataFrame) -> str:
    """The finding in ten words or fewer."""
    if prepared.empty:
        return "No milestone, so no origin speaks of one"
    known = prepared[prepared["origin"] != UNKNOWN]
    per = (
        known.groupby("milestone_id")["origin"]
        .nunique()
        .reindex(prepared["milestone_id"].unique(), fill_value=0)
    )
    several = int((per >= 2).sum())
    return titles.check_title(
        titles.sentence_case(
            f"{titles.say_number(several)} of {say_count(len(per), 'milestone')} named by two origins or more"
        )
    )


def subtitle(prepared: pd.DataFrame) -> str:
    """Measure: what a cell is."""
    return "What each origin says of each milestone; an empty cell means that it is silent. Copies and translations count as their origin."


def alt_text(prepared: pd.DataFrame) -> str:
    """The chart in words."""
    if prepared.empty:
        return "Empty matrix: no milestone."
    lines = [
        f"{name}: " + ", ".join(f"{r.origin} says {r.says}" for r in rows.itertuples())
        for name, rows in prepared.groupby("milestone", sort=False)
    ]
    return "Matrix of milestones and origins. " + "; ".join(lines[:12]) + "."


def data_table(prepared: pd.DataFrame) -> pd.DataFrame:
    """The cells as rows."""
    frame = prepared[["when", "milestone", "origin", "says", "n_claims"]]
    return frame.set_axis(["Date", "Milestone", "Origin", "Says", "Claims"], axis=1)


def _grid(prepared: pd.DataFrame) -> tuple[list[str], list[str]]:
    counts = prepared.groupby("origin")["milestone_id"].nunique()
    origins = sorted(counts.index, key=lambda o: (o == UNKNOWN, -counts[o], o))[:MOST_ORIGINS]
    return list(dict.fromkeys(prepared["milestone_id"])), origins


def _colour(says: str) -> str:
    if says == "denied":
        return OKABE_ITO["vermillion"]
    return OKABE_ITO["blue"] if says in ("signed", "ratified", "in force", "held") else OKABE_ITO["green"]


def plot_print(prepared: pd.DataFrame) -> Figure:
    """The matrix for paper."""
    from helpers.figures import style

    with style.house_style():
        if prepared.empty:
            return style.say_in_figure("No milestone passes the inclusion rule, so no origin speaks of one.")
        ids, origins = _grid(prepared)
        row_height, head = 0.27, 0.95
        figure = style.new_figure(6.9, head + row_height * len(ids) + 0.1)
        axes = figure.add_axes((0.0, 0.0, 1.0, 1.0))
        axes.set_axis_off()
        left = 3.1
        step = min(0.6, (6.9 - left - 0.2) / max(1, len(origins)))
        height = head + row_height * len(ids) + 0.1
        axes.set_xlim(0, 6.9)
        axes.set_ylim(0, height)
        for j, origin in enumerate(origins):
            axes.text(
                left + step * (j + 0.5),
                height - head + 0.06,
                style.printable(titles.shorten(origin, 22)),
                rotation=40,
                size=6.4,
                ha="left",
                va="bottom",
            )
        for i, key in enumerate(ids):
            rows = prepared[prepared["milestone_id"] == key]
            y = height - head - row_height * (i + 0.5)
            axes.text(
                0.08,
                y + 0.05,
                style.printable(titles.shorten(rows.iloc[0]["milestone"], 50)),
                size=6.8,
                va="center",
            )
            axes.text(0.08, y - 0.07, rows.iloc[0]["when"], size=5.4, va="center", color=MUTED)
            axes.plot([0.08, 6.8], [y - row_height / 2] * 2, color="#dcdcdc", linewidth=0.4)
            for r in rows.itertuples():
                if r.origin in origins:
                    x = left + step * (origins.index(r.origin) + 0.5)
                    colour = _colour(r.says)
                    axes.plot(
                        [x],
                        [y + 0.04],
                        marker=STATUS_MARKS[r.says].print_marker,
                        markersize=5.5,
                        color=tint(colour, 0.6),
                        markeredgecolor=colour,
                        linestyle="",
                    )
                    axes.text(x, y - 0.085, r.says, size=4.6, ha="center", va="center", color=MUTED)
        style.frame(
            figure,
            title=title(prepared),
            subtitle=subtitle(prepared),
            source="Source: the claims of the corpus, by origin.",
        )
        return figure


def plot_screen(prepared: pd.DataFrame) -> go.Figure:
    """The matrix for the screen."""
    import plotly.graph_objects as go

    if prepared.empty:
        figure = go.Figure(
            layout=screen_layout(height=100, xaxis={"visible": False}, yaxis={"visible": False})
        )
        figure.add_annotation(text="No milestone", showarrow=False, font={"color": MUTED})
        return figure
    ids, origins = _grid(prepared)
    shown = prepared[prepared["origin"].isin(origins)]
    names = {
        r.milestone_id: f"{screen_text(titles.shorten(r.milestone, 48))}<br>{r.when}"
        for r in prepared.itertuples()
    }
    figure = go.Figure(
        go.Scatter(
            x=[screen_text(titles.shorten(o, 26)) for o in shown["origin"]], y=[names[i] for i in shown["milestone_id"]], mode="markers+text",
            text=list(shown["says"]), textposition="bottom center", textfont={"size": 10, "color": MUTED}, customdata=[[i] for i in shown["milestone_id"]],
            marker={
                "symbol": [STATUS_MARKS[s].screen_symbol for s in shown["says"]], "size": 14, "color": [tint(_colour(s), 0.6) for s in shown["says"]],
                "line": {"width": 1.6, "color": [_colour(s) for s in shown["says"]]},
            },
            hovertemplate="%{x}: %{text}<br>%{y}<extra></extra>",
        )
    )  # fmt: skip
    figure.update_layout(
        **screen_layout(
            height=110 + 52 * len(ids),
            xaxis={"side": "top", "tickangle": -30, "showgrid": False, "fixedrange": True, "type": "category"},
            yaxis={"categoryorder": "array", "categoryarray": [names[i] for i in reversed(ids)], "tickfont": {"color": INK}, "automargin": True, "fixedrange": True},
        )
    )  # fmt: skip
    figure.update_layout(margin={"l": 8, "r": 12, "t": 90, "b": 12})
    return figure
