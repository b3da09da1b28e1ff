"""What the corpus covers: articles by month and language, months without any left visible."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

import pandas as pd

from helpers.figures import titles
from helpers.figures.style import EDGE, GRID, MUTED, OKABE_ITO, screen_layout
from helpers.figures.titles import language_name, say_count, to_day

if TYPE_CHECKING:
    import plotly.graph_objects as go
    from matplotlib.figure import Figure

COLUMNS = ("month", "language", "n")
UNDATED = "undated"
_PALETTE = [
    OKABE_ITO[c] for c in ("blue", "orange", "green", "vermillion", "sky", "purple", "yellow", "black")
]


def prepare(articles: Iterable[Mapping[str, Any]]) -> pd.DataFrame:
    """One row a month and language with the number of articles.

    An article is counted in a month only when its publication date lies inside one; every other is 'undated'.
    Months between the first and the last without an article have a row with n = 0.
    """
    counts: Counter[tuple[str, str]] = Counter()
    for a in articles:
        if a["status"] != "ok":
            continue
        low, high = to_day(a["published_earliest"]), to_day(a["published_latest"])
        month = (
            f"{low:%Y-%m}" if low and high and (low.year, low.month) == (high.year, high.month) else UNDATED
        )
        counts[month, a["language"]] += 1
    months = sorted(m for m, _ in counts if m != UNDATED)
    for month in _between(months[0], months[-1]) if months else []:
        if not any(m == month for m, _ in counts):
            counts[month, ""] += 0
    rows = [(month, language, counts[month, language]) for month, language in sorted(counts)]
    return pd.DataFrame(rows, columns=list(COLUMNS))


def _between(first: str, last: str) -> list[str]:
    day, out = dt.date.fromisoformat(f"{first}-01"), []
    while f"{day:%Y-%m}" <= last:
        out.append(f"{day:%Y-%m}")
        day = (day + dt.timedelta(days=32)).replace(day=1)
    return out


def title(prepared: pd.DataFrame) -> str:
    """The finding in ten words or fewer."""
    total = int(prepared["n"].sum())
    if not total:
        return "No article in this corpus"
    languages = prepared.loc[prepared["n"] > 0, "language"].nunique()
    months = prepared.loc[(prepared["n"] > 0) & (prepared["month"] != UNDATED), "month"].nunique()
    return titles.check_title(
        titles.sentence_case(
            f"{say_count(total, 'article')} from {say_count(months, 'month')} in {say_count(languages, 'language')}"
        )
    )


def subtitle(prepared: pd.DataFrame) -> str:
    """Measure: what a bar is."""
    undated = int(prepared.loc[prepared["month"] == UNDATED, "n"].sum())
    tail = (
        f" {titles.sentence_case(say_count(undated, 'article'))} without a publication month {'stands' if undated == 1 else 'stand'} apart."
        if undated
        else ""
    )
    return f"Articles by month of publication and language.{tail}"


def alt_text(prepared: pd.DataFrame) -> str:
    """The chart in words."""
    by_language = prepared.groupby("language")["n"].sum()
    parts = [f"{language_name(str(k))} {int(v)}" for k, v in by_language.items() if v]
    return f"Bars of articles by month. {title(prepared)}. By language: {', '.join(parts) or 'none'}."


def data_table(prepared: pd.DataFrame) -> pd.DataFrame:
    """The bars as rows, months without articles included."""
    frame = prepared.assign(language=[language_name(x) if x else "–" for x in prepared["language"]])
    return frame.set_axis(["Month", "Language", "Articles"], axis=1)


def _series(prepared: pd.DataFrame) -> tuple[list[str], list[tuple[str, list[int]]]]:
    months = [m for m in dict.fromkeys(prepared["month"]) if m != UNDATED]
    if (prepared["month"] == UNDATED).any():
        months.append(UNDATED)
    table = prepared.pivot_table(
        index="month", columns="language", values="n", aggfunc="sum", fill_value=0
    ).reindex(months, fill_value=0)
    languages = sorted((c for c in table.columns if c), key=lambda c: (-table[c].sum(), c))
    return months, [(str(c), [int(v) for v in table[c]]) for c in languages]


def plot_print(prepared: pd.DataFrame) -> Figure:
    """The bars for paper."""
    from helpers.figures import style

    with style.house_style():
        if not int(prepared["n"].sum()):
            return style.say_in_figure("No article in this corpus, so there is nothing to count.")
        months, series = _series(prepared)
        figure = style.new_figure(6.9, 2.2)
        axes = figure.add_axes((0.06, 0.16, 0.92, 0.8))
        base = [0] * len(months)
        for i, (language, values) in enumerate(series):
            axes.bar(range(len(months)), values, bottom=base, color=_PALETTE[i % len(_PALETTE)], width=0.8)
            at = max(range(len(months)), key=lambda j: values[j])
            axes.text(
                at,
                base[at] + values[at] / 2,
                language,
                size=5.6,
                ha="center",
                va="center",
                color="#ffffff" if i in (0, 2, 3, 7) else "#1a1a1a",
            )
            base = [b + v for b, v in zip(base, values, strict=True)]
        every = max(1, len(months) // 12)
        axes.set_xticks(range(0, len(months), every), months[::every], size=6)
        style.frame(
            figure,
            title=title(prepared),
            subtitle=subtitle(prepared),
            source="Source: publication dates as the pages show them.",
        )
        return figure


def plot_screen(prepared: pd.DataFrame) -> go.Figure:
    """The bars for the screen."""
    import plotly.graph_objects as go

    figure = go.Figure()
    if not int(prepared["n"].sum()):
        figure.add_annotation(text="No article", showarrow=False, font={"color": MUTED})
        figure.update_layout(**screen_layout(height=100, xaxis={"visible": False}, yaxis={"visible": False}))
        return figure
    months, series = _series(prepared)
    for i, (language, values) in enumerate(series):
        figure.add_bar(
            x=months, y=values, name=language, text=[language if v else "" for v in values], textposition="inside", insidetextanchor="middle",
            marker={"color": _PALETTE[i % len(_PALETTE)]}, hovertemplate=f"%{{x}}, {language_name(language)}: %{{y}}<extra></extra>",
        )  # fmt: skip
    figure.update_layout(
        **screen_layout(
            height=300,
            barmode="stack",
            xaxis={"type": "category", "linecolor": EDGE},
            yaxis={"gridcolor": GRID, "fixedrange": True, "dtick": None},
        )
    )
    return figure
