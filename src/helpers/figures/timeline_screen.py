"""The milestone timeline on the screen: plotly, zoom from all years to one week, each mark carrying its milestone id."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import pandas as pd

from helpers.figures import style, timeline
from helpers.figures.cells import records
from helpers.figures.timescale import Packed, TimeScale, pack_labels
from helpers.figures.titles import say_count, say_short_date, shorten

if TYPE_CHECKING:
    import plotly.graph_objects as go

WIDTH = 900  # pixels the labels are packed for; zooming in or a wider window only frees more room
ROW, HEAD = 34, 26
LABEL_PX = 6.3  # mean width of a letter of a label
MOST_ROWS = 14
MOST_LABELLED, DENSE_ROWS = 150, 20  # marks that get words in the whole view; rows of a lane with more
ZOOMS = (("All", None), ("10 years", 3653), ("1 year", 366), ("3 months", 92), ("1 week", 7))


def draw(prepared: pd.DataFrame, *, width: int = 0) -> go.Figure:
    """Draw the prepared timeline, in `width` pixels if that is known; an annotation in words when there is nothing to draw."""
    import plotly.graph_objects as go

    dated = [r for r in records(prepared) if timeline.drawn_span(r) is not None]
    corpus = [r for r in dated if r.layer == "corpus"]
    if not corpus:
        return say_on_screen("No milestone with a date to chart.")
    first, last = _limits(dated)
    shown = _limits(corpus)  # at first; 'All' shows the reference outside it as well
    scale = TimeScale((shown[0].toordinal(), shown[1].toordinal()), (0.0, 1.0))
    traces: list[dict[str, Any]] = []
    y, headings, separators = 0.0, [], []
    for lane in style.LANES:
        members = [r for r in corpus if r.lane == lane]
        if not members:
            continue
        packed = _pack(members, scale, width or WIDTH, labelled=len(corpus) <= MOST_LABELLED)
        headings.append((lane, y + HEAD / 2))
        if y:
            separators.append(y)
        heights = [y + HEAD + (p.row + 0.5) * ROW for p in packed]
        traces += _lane_traces(lane, members, packed, heights)
        y += HEAD + (1 + max(p.row for p in packed)) * ROW
    if prepared.attrs.get("reference"):
        separators.append(y)
        headings.append(("reference", y + HEAD / 2))
        traces.append(_reference_trace(dated, y + HEAD + 8))
        y += HEAD + 22
    layout = style.screen_layout(
        height=round(y) + 84,
        margin={"l": 8, "r": 12, "t": 42, "b": 36},
        xaxis={
            "type": "date", "range": [shown[0].isoformat(), shown[1].isoformat()], "showgrid": True, "gridcolor": style.GRID,
            "zeroline": False, "showline": True, "linecolor": style.EDGE, "ticks": "outside", "tickcolor": style.EDGE,
            "tickfont": {"color": style.MUTED}, "minallowed": "1700-01-01", "maxallowed": "2300-01-01",
        },
        yaxis={"range": [y + 6, 0], "visible": False, "fixedrange": True},
        annotations=[_heading(lane, at) for lane, at in headings],
        shapes=[
            {"type": "line", "xref": "paper", "x0": 0, "x1": 1, "y0": at, "y1": at, "line": {"color": style.GRID, "width": 1}}
            for at in separators
        ],
        updatemenus=[_zoom_menu(corpus, first, last)],
        meta={"kind": "timeline"},
    )  # fmt: skip
    figure = go.Figure()
    figure.add_traces([go.Scatter(**t) for t in traces])
    figure.update_layout(**layout)
    return figure


def say_on_screen(message: str) -> go.Figure:
    """A plotly figure that says in words why there is nothing to draw."""
    import plotly.graph_objects as go

    figure = go.Figure()
    note = {"text": style.screen_text(message), "showarrow": False, "xref": "paper", "yref": "paper", "x": 0, "y": 0.5,
            "xanchor": "left", "font": {"size": 14, "color": style.MUTED}}  # fmt: skip
    figure.update_layout(
        **style.screen_layout(
            height=90, xaxis={"visible": False}, yaxis={"visible": False}, annotations=[note]
        )
    )
    return figure


def _limits(rows: Sequence[Any]) -> tuple[dt.date, dt.date]:
    spans = [s for r in rows if (s := timeline.drawn_span(r))]
    low, high = min(s[0] for s in spans), max(s[1] for s in spans)
    air = max(7, round((high - low).days * 0.03))
    return (
        dt.date.fromordinal(max(1, low.toordinal() - air)),
        dt.date.fromordinal(min(dt.date.max.toordinal(), high.toordinal() + air)),
    )


def _pack(members: Sequence[Any], scale: TimeScale, width: int, *, labelled: bool) -> list[Packed]:
    """Rows and sides of labels; of very many marks none has words, and the page names those left in view after zooming."""
    items = []
    for row in members:
        low, high = timeline.drawn_span(row)  # type: ignore[misc]
        left, right = scale.place(low) * width, scale.place(high) * width
        items.append((left - 8, right + 8, (len(row.label) + len(_when(row)) + 3) * LABEL_PX))
    if not labelled:
        bare = pack_labels(items, width=width, most_rows=DENSE_ROWS, gap=0, labelled=False)
        return [Packed(p.row, "") for p in bare]
    return pack_labels(items, width=width, most_rows=MOST_ROWS, gap=10)


def _when(row: Any) -> str:
    return say_short_date(row.earliest, row.latest)


def _label(row: Any) -> str:
    """The direct label: what, and in grey when; disputed ones say so."""
    when = f'<span style="color:{style.MUTED}">{style.screen_text(_when(row))}{", disputed" if row.contested else ""}</span>'
    return f"{style.screen_text(row.label)}, {when}"


def _hover(row: Any) -> str:
    lines = [
        f"<b>{style.screen_text(shorten(row.title, 90))}</b>", style.screen_text(row.date_words),
        f"{row.status} · grade {row.grade} · {say_count(row.n_origins, 'origin')}, {say_count(row.n_articles, 'article')}",
    ]  # fmt: skip
    if row.contested:
        lines.append(f"disputed: {style.screen_text(', '.join(row.disputed).replace('_', ' '))}")
    return "<br>".join(lines)


def _middle(row: Any) -> str:
    if row.precision == "open":
        return str((row.latest if row.earliest is None else row.earliest).isoformat())
    return str(dt.date.fromordinal((row.earliest.toordinal() + row.latest.toordinal()) // 2).isoformat())


def _lane_traces(
    lane: str, members: Sequence[Any], packed: Sequence[Packed], heights: Sequence[float]
) -> list[dict[str, Any]]:
    colour = style.LANE_COLOURS[lane]
    bars_x: list[str | None] = []
    bars_y: list[float | None] = []
    for row, y in zip(members, heights, strict=True):
        if row.precision in ("span", "open"):
            low, high = timeline.drawn_span(row)  # type: ignore[misc]
            bars_x += [low.isoformat(), high.isoformat(), None]
            bars_y += [y, y, None]
    traces: list[dict[str, Any]] = []
    if bars_x:
        traces.append({"x": bars_x, "y": bars_y, "mode": "lines", "hoverinfo": "skip", "line": {"color": colour, "width": 5}, "opacity": 0.45})  # fmt: skip
    ends = [(r, y) for r, y in zip(members, heights, strict=True) if r.precision == "open"]
    if ends:
        traces.append({
            "x": [timeline.drawn_span(r)[0 if r.earliest is None else 1].isoformat() for r, _ in ends],  # type: ignore[index]
            "y": [y for _, y in ends], "mode": "markers", "hoverinfo": "skip",
            "marker": {"symbol": ["triangle-left" if r.earliest is None else "triangle-right" for r, _ in ends],
                       "size": 9, "color": colour, "opacity": 0.5},
        })  # fmt: skip
    rings = [(r, y) for r, y in zip(members, heights, strict=True) if r.contested]
    if rings:
        traces.append({
            "x": [_middle(r) for r, _ in rings], "y": [y for _, y in rings], "mode": "markers", "hoverinfo": "skip",
            "marker": {"symbol": "circle-open", "size": 21, "color": style.INK, "line": {"width": 1.5}},
        })  # fmt: skip
    labelled = [(r, p, y) for r, p, y in zip(members, packed, heights, strict=True) if p.side]
    for side, anchor, edge in (
        ("right", "middle right", 1),
        ("left", "middle left", 0),
        ("above", "top right", 0),
    ):
        shown = [(r, y) for r, p, y in labelled if p.side == side]
        if shown:
            traces.append({
                "x": [timeline.drawn_span(r)[edge].isoformat() for r, _ in shown],  # type: ignore[index]
                "y": [y for _, y in shown], "mode": "text", "hoverinfo": "skip", "textposition": anchor, "cliponaxis": False,
                "text": [_pad(_label(r), side) for r, _ in shown],
                "textfont": {"size": 12, "color": style.INK}, "meta": "labels",
            })  # fmt: skip
    traces.append({
        "x": [_middle(r) for r in members], "y": list(heights), "mode": "markers", "meta": "marks",
        "marker": {
            "symbol": [style.STATUS_MARKS[r.status].screen_symbol for r in members], "size": 12,
            "color": [style.tint(colour, style.GRADE_FILL[r.grade]) for r in members], "line": {"color": colour, "width": 1.6},
        },
        "customdata": [[r.key, f"{r.title}. {r.date_words}. {r.status}, grade {r.grade}{', disputed' if r.contested else ''}."] for r in members],
        "hovertext": [_hover(r) for r in members], "hoverinfo": "text",
    })  # fmt: skip
    return traces


def _pad(text: str, side: str) -> str:
    """Room between mark and words, in no-break blanks that plotly keeps."""
    air = "\u00a0" * 4
    return air + text if side == "right" else text + air


def _reference_trace(rows: Sequence[Any], y: float) -> dict[str, Any]:
    marks = [(r, d) for r in rows for d in {r.reference_earliest, r.reference_latest} if d is not None]
    marks.sort(key=lambda m: (m[1], m[0].key))
    return {
        "x": [d.isoformat() for _, d in marks], "y": [y] * len(marks), "mode": "markers", "hoverinfo": "text",
        "marker": {"symbol": "triangle-down-open", "size": 9, "color": style.EDGE},
        "hovertext": [f"Reference: {style.screen_text(shorten(r.title, 90))}<br>{d.isoformat()}" for r, d in marks],
    }  # fmt: skip


def _heading(lane: str, at: float) -> dict[str, Any]:
    name = style.LANE_NAMES.get(lane, "Reference, from outside the corpus")
    return {
        "text": f"<b>{name}</b>", "x": 0, "xref": "paper", "xanchor": "left", "y": at, "yanchor": "middle",
        "showarrow": False, "font": {"size": 13 if lane != "reference" else 12, "color": style.LANE_INK.get(lane, style.MUTED)},
    }  # fmt: skip


def _zoom_menu(corpus: Sequence[Any], first: dt.date, last: dt.date) -> dict[str, Any]:
    """Buttons that zoom to the newest stretch of the chart; panning and dragging go on from there."""
    newest = max(timeline.drawn_span(r)[1] for r in corpus)  # type: ignore[index]
    buttons = []
    for name, days in ZOOMS:
        low, high = first, last
        if days is not None:
            if (last - first).days < days:
                continue
            high = newest + min(dt.timedelta(days=max(1, days // 20)), dt.date.max - newest)
            low = high - min(dt.timedelta(days=days), high - dt.date.min)
        buttons.append(
            {
                "label": name,
                "method": "relayout",
                "args": [{"xaxis.range": [low.isoformat(), high.isoformat()]}],
            }
        )
    return {
        "type": "buttons", "direction": "right", "buttons": buttons, "x": 0, "xanchor": "left", "y": 1, "yanchor": "bottom",
        "pad": {"b": 8, "t": 0}, "showactive": False, "bgcolor": style.PAPER, "bordercolor": style.EDGE,
        "font": {"size": 12, "color": style.INK},
    }  # fmt: skip
