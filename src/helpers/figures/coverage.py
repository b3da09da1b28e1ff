"""Coverage of the corpus: articles by month with the gaps marked, by outlet, language and country, state and not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import pandas as pd

from helpers.figures import bars, style, titles
from helpers.figures.cells import TableLike, records, rows_of
from helpers.figures.titles import country_name, language_name, say_count, to_day

if TYPE_CHECKING:
    import plotly.graph_objects as go
    from matplotlib.figure import Figure

COLUMNS = ("facet", "value", "label", "n")
FACETS = ("month", "outlet", "language", "country", "owner")
OWNERS = {"state": "State-run", "other": "Not state-run", "unknown": "Not known"}
OWNER_COLOURS = {
    "state": style.OKABE_ITO["vermillion"],
    "other": style.OKABE_ITO["blue"],
    "unknown": style.EDGE,
}
MOST_MONTHS = 600


def know_outlets(names: set[str]) -> dict[str, tuple[str, bool]]:
    """Country (ISO 3166 alpha-3) and whether a state runs it, for the outlets that config/outlets.yml knows."""
    from helpers.clean.outlets import outlet_of_name

    found = {name: outlet_of_name(name) for name in sorted(names)}
    return {name: (outlet.country, outlet.state) for name, outlet in found.items() if outlet is not None}


def prepare(articles: TableLike, outlets: Mapping[str, tuple[str, bool]] | None = None) -> pd.DataFrame:
    """One row a facet and value with the number of articles; months run without a hole, empty ones with n = 0.

    Args:
        articles: the articles table; quarantined rows do not count.
        outlets: outlet -> (country, state-run); default what config/outlets.yml knows. Others count as not known.

    A publication date counts for a month only when it is known to the month; the others are counted in
    `attrs['undated']`. Months are those between the first and the last article.
    """
    rows = [a for a in rows_of(articles) if a["status"] == "ok"]
    known = know_outlets({str(a["outlet"]) for a in rows if a["outlet"]}) if outlets is None else outlets
    out: list[dict[str, Any]] = []
    months = Counter(m for a in rows if (m := _month(a)) is not None)
    out += [
        {
            "facet": "month",
            "value": f"{y:04d}-{m:02d}",
            "label": f"{titles.MONTHS[m - 1]} {y}",
            "n": months.get((y, m), 0),
        }
        for y, m in _fill(sorted(months))
    ]
    facets: dict[str, Counter[tuple[str, str]]] = {f: Counter() for f in FACETS[1:]}
    for a in rows:
        name = str(a["outlet"]) if a["outlet"] else ""
        country, state = known.get(name, ("", None))
        owner = "unknown" if state is None else ("state" if state else "other")
        facets["outlet"][name, style.clean_text(name) if name else "No outlet named"] += 1
        facets["language"][a["language"], language_name(a["language"])] += 1
        facets["country"][country, country_name(country) if country else "Not known"] += 1
        facets["owner"][owner, OWNERS[owner]] += 1
    for facet, counts in facets.items():
        for (value, label), n in sorted(
            counts.items(), key=lambda kv: (kv[0][0] in ("", "unknown"), -kv[1], kv[0][1])
        ):
            out.append({"facet": facet, "value": value, "label": label, "n": n})
    frame = pd.DataFrame(out, columns=list(COLUMNS))
    frame.attrs = {"n_articles": len(rows), "undated": len(rows) - sum(months.values())}
    return frame


def _month(article: Mapping[str, Any]) -> tuple[int, int] | None:
    low, high = to_day(article["published_earliest"]), to_day(article["published_latest"])
    if low is None or high is None or (low.year, low.month) != (high.year, high.month):
        return None
    return low.year, low.month


def _fill(months: list[tuple[int, int]]) -> list[tuple[int, int]]:
    if not months:
        return []
    (y0, m0), (y1, m1) = months[0], months[-1]
    first, last = y0 * 12 + m0 - 1, y1 * 12 + m1 - 1
    if last - first > MOST_MONTHS:  # one impossible date must not make a chart of ten thousand empty months
        first = last - MOST_MONTHS
    return [(n // 12, n % 12 + 1) for n in range(first, last + 1)]


def _facet(prepared: pd.DataFrame, facet: str) -> pd.DataFrame:
    return prepared[prepared["facet"] == facet]


def title(prepared: pd.DataFrame) -> str:
    """The finding in ten words or fewer, from the table."""
    n = int(prepared.attrs["n_articles"])
    if not n:
        return "No page could be read as an article"
    outlets = int((_facet(prepared, "outlet")["value"] != "").sum())
    months = _facet(prepared, "month")
    empty = int((months["n"] == 0).sum())
    said = f"{say_count(n, 'article')} from {say_count(outlets, 'outlet')}"
    return titles.check_title(
        titles.sentence_case(said + (f", {say_count(empty, 'month')} without any" if empty else ""))
    )


def subtitle(prepared: pd.DataFrame) -> str:
    """Measure, period and what is not dated."""
    months = _facet(prepared, "month")
    text = "Articles by month of publication, outlet, language, country of the outlet and who runs it."
    if len(months):
        text = text[:-1] + f"; {months.iloc[0]['label']} to {months.iloc[-1]['label']}."
    undated = int(prepared.attrs["undated"])
    if undated:
        text += f" {titles.sentence_case(say_count(undated, 'article'))} not dated to the month {'is' if undated == 1 else 'are'} in no month."
    unknown = [
        name for facet, name in (("country", "country"), ("owner", "owner")) if _is_unknown(prepared, facet)
    ]
    if unknown:
        text += f" Of no outlet is the {titles.join_words(unknown, last='or')} known."
    return text


def source_line(prepared: pd.DataFrame) -> str:
    """Where the content comes from."""
    return f"Source: {say_count(int(prepared.attrs['n_articles']), 'article')} of the corpus; outlets by config/outlets.yml."


def alt_text(prepared: pd.DataFrame) -> str:
    """The charts in words."""
    said = []
    for facet, name in (
        ("outlet", "outlets"),
        ("language", "languages"),
        ("country", "countries"),
        ("owner", "who runs the outlet"),
    ):
        rows = _facet(prepared, facet)
        listed = ", ".join(f"{r.label} {r.n}" for r in records(rows.head(6)))
        more = f" and {len(rows) - 6} more" if len(rows) > 6 else ""
        said.append(f"{name}: {listed}{more}")
    months = _facet(prepared, "month")
    busiest = max(records(months), key=lambda r: r.n, default=None)
    text = f"Coverage of {say_count(int(prepared.attrs['n_articles']), 'article')}. {'; '.join(said)}."
    return text + (f" Busiest month: {busiest.label} with {busiest.n}." if busiest is not None else "")


def data_table(prepared: pd.DataFrame) -> pd.DataFrame:
    """One row a facet and value, empty months left out."""
    shown = prepared[(prepared["facet"] != "month") | (prepared["n"] > 0)]
    return pd.DataFrame(
        {
            "By": shown["facet"].replace({"owner": "who runs it"}),
            "Value": shown["label"],
            "Articles": shown["n"],
        }
    )


def _is_unknown(prepared: pd.DataFrame, facet: str) -> bool:
    """True when nothing at all is known of a facet: then words say so and no bar does."""
    rows = _facet(prepared, facet)
    return len(rows) == 1 and (not rows.iloc[0]["value"] or rows.iloc[0]["value"] == "unknown")


def _bars(prepared: pd.DataFrame, facet: str) -> list[bars.Bar]:
    if _is_unknown(prepared, facet):
        return []
    rows = _facet(prepared, facet)
    return [
        bars.Bar(r.label, float(r.n), f"{r.n:,}", OWNER_COLOURS[r.value] if facet == "owner" else (style.OKABE_ITO["blue"] if r.value else style.EDGE))
        for r in records(rows)
    ]  # fmt: skip


def _months(prepared: pd.DataFrame) -> list[tuple[int, int, int]]:
    return [(int(r.value[:4]), int(r.value[5:]), int(r.n)) for r in records(_facet(prepared, "month"))]


def _gaps(months: list[tuple[int, int, int]]) -> list[tuple[str, str]]:
    """First day of each run of months without a page, and the first day after it."""
    out: list[tuple[str, str]] = []
    first: str | None = None
    for year, month, n in months:
        day = f"{year:04d}-{month:02d}-01"
        if n == 0:
            first = first or day
        elif first is not None:
            out.append((first, day))
            first = None
    return out


def plot_print(prepared: pd.DataFrame, *, framed: bool = True) -> Figure:
    """The charts for paper (matplotlib)."""
    with style.house_style():
        figure = (
            _draw(prepared)
            if prepared.attrs["n_articles"]
            else style.say_in_figure("No page could be read as an article.")
        )
        if framed:
            style.frame(
                figure, title=title(prepared), subtitle=subtitle(prepared), source=source_line(prepared)
            )
        return figure


def _draw(prepared: pd.DataFrame) -> Figure:
    months = _months(prepared)
    outlets, more = bars.first_bars(_bars(prepared, "outlet"))
    languages = _bars(prepared, "language")
    countries, more_countries = bars.first_bars(_bars(prepared, "country"), 6)
    owners = _bars(prepared, "owner")
    strip = 1.35 if months else 0.0
    right = bars.bars_height(len(countries), more=bool(more_countries)) + 0.15 + bars.bars_height(len(owners))
    below = max(bars.bars_height(len(outlets), more=bool(more)), bars.bars_height(len(languages)), right)
    figure = style.new_figure(6.9, strip + below + 0.1)
    if months:
        bars.draw_months(
            bars.inch_axes(figure, 0.08, 0, 6.74, strip - 0.1), months, width=6.74, height=strip - 0.1
        )
    for left, width, label, shown, heading, note in (
        (0.08, 2.75, 1.35, outlets, "Outlets", more), (3.0, 1.75, 0.75, languages, "Languages", ""),
        (4.95, 1.87, 0.95, countries, "Countries of the outlets", more_countries),
    ):  # fmt: skip
        if not shown:
            continue
        axes = bars.inch_axes(figure, left, strip, width, below)
        bars.draw_bars(axes, shown, heading=heading, label_width=label, width=width, more=note)
    top = strip + bars.bars_height(len(countries), more=bool(more_countries)) + 0.1
    if not owners:
        return figure
    axes = bars.inch_axes(figure, 4.95, top, 1.87, bars.bars_height(len(owners)))
    bars.draw_bars(axes, owners, heading="Who runs them", label_width=0.95, width=1.87)
    return figure


def plot_screen(prepared: pd.DataFrame) -> go.Figure:
    """The charts for the screen (plotly)."""
    import plotly.graph_objects as go

    from helpers.figures.timeline_screen import say_on_screen

    if not prepared.attrs["n_articles"]:
        return say_on_screen("No page could be read as an article.")
    months = _facet(prepared, "month")
    facets = [
        ("outlet", "Outlets"),
        ("language", "Languages"),
        ("country", "Countries of the outlets"),
        ("owner", "Who runs them"),
    ]
    facets = [(f, name) for f, name in facets if not _is_unknown(prepared, f)]
    shown = {f: bars.first_bars(_bars(prepared, f), 13)[0] for f, _ in facets}
    figure = go.Figure()
    figure.add_trace(
        {
            "type": "bar", "x": [f"{v}-01" for v in months["value"]], "y": list(months["n"]), "hoverinfo": "text",
            "hovertext": [f"{r.label}: {say_count(r.n, 'article')}" for r in records(months)],
            "marker": {"color": style.OKABE_ITO["blue"]}, "xperiod": "M1", "xperiodalignment": "middle", "xaxis": "x", "yaxis": "y",
        }
    )  # fmt: skip
    heights = [26 * max(len(shown[f]), 2) + 44 for f, _ in facets]
    strip = 190
    total = strip + sum(heights)
    layout: dict[str, Any] = {
        "xaxis": {"type": "date", "anchor": "y", "domain": [0, 1], "showgrid": False, "fixedrange": True, "tickfont": {"color": style.MUTED}},
        "yaxis": {"anchor": "x", "domain": [1 - (strip - 50) / total, 1], "showgrid": True, "gridcolor": style.GRID, "zeroline": False,
                  "fixedrange": True, "tickformat": ",d", **({"dtick": 1} if max(months["n"], default=0) < 5 else {}), "rangemode": "tozero", "tickfont": {"color": style.MUTED}, "automargin": True},
    }  # fmt: skip
    annotations = []
    gaps = [
        {"type": "rect", "xref": "x", "yref": "y domain", "x0": first, "x1": last, "y0": 0, "y1": 1, "layer": "below",
         "fillcolor": "#f2f2f0", "line": {"width": 0}}
        for first, last in _gaps(_months(prepared))
    ]  # fmt: skip
    at = 1 - strip / total
    for number, ((facet, name), height) in enumerate(zip(facets, heights, strict=True), start=2):
        figure.add_trace(bars.screen_bars(shown[facet], x=f"x{number}", y=f"y{number}"))
        low = max(0.0, at - (height - 30) / total)
        longest = max(b.value for b in shown[facet])
        layout[f"xaxis{number}"] = {
            "anchor": f"y{number}",
            "visible": False,
            "domain": [0, 0.96],
            "fixedrange": True,
            "range": [0, longest * 1.12],
        }
        layout[f"yaxis{number}"] = bars.bar_axis(
            shown[facet], anchor=f"x{number}", domain=[low, at - 14 / total]
        )
        annotations.append({"text": f"<b>{name}</b>", "xref": "paper", "yref": "paper", "x": 0, "y": at + 4 / total, "showarrow": False,
                            "xanchor": "left", "yanchor": "middle", "font": {"size": 13}})  # fmt: skip
        at -= height / total
    figure.update_layout(
        **style.screen_layout(height=total + 40, annotations=annotations, shapes=gaps, bargap=0.1, **layout)
    )
    return figure
