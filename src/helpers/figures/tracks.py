"""Tracks along time: one row a subject, its steps as marks where they belong in time, each on a line of its own."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from helpers.figures import style
from helpers.figures.axis_print import draw_fading, draw_time_axis
from helpers.figures.bars import fit_text
from helpers.figures.batch import Batch
from helpers.figures.timescale import TimeScale, make_timescale
from helpers.figures.titles import shorten

if TYPE_CHECKING:
    import plotly.graph_objects as go
    from matplotlib.figure import Figure

WIDTH, LEFT, RIGHT = 6.9, 2.1, 0.08  # inches: the figure, the words at the left, air at the right
LINE, PAD = 0.155, 0.10  # inches: the line of one step, the air around a track
LINE_PX, PAD_PX = 22, 12
OPEN = dt.timedelta(days=45)  # how far an open end is drawn


@dataclass(frozen=True, slots=True)
class Stop:
    """One step of a track.

    Attributes:
        low, high: its first and last possible day; None is open, both None unknown.
        symbol: a status of `STATUS_MARKS`.
        colour: of its edge; `fill` 0..1 says how full it is.
        text: words beside the mark.
        hover: what the screen says of it.
        ring: drawn around what is disputed.
        key: milestone it leads to.
    """

    low: dt.date | None
    high: dt.date | None
    symbol: str
    colour: str
    fill: float
    text: str
    hover: str
    ring: bool
    key: str

    @property
    def span(self) -> tuple[dt.date, dt.date] | None:
        """First and last day drawn; an open end gets a short stretch, an unknown date none."""
        if self.low is None and self.high is None:
            return None
        if self.low is None:
            assert self.high is not None
            return self.high - min(OPEN, self.high - dt.date.min), self.high
        return self.low, self.high or self.low + min(OPEN, dt.date.max - self.low)

    @property
    def middle(self) -> dt.date | None:
        """The day the mark stands on."""
        if self.low is None or self.high is None:
            return self.high or self.low
        return dt.date.fromordinal((self.low.toordinal() + self.high.toordinal()) // 2)


@dataclass(frozen=True, slots=True)
class Track:
    """One subject: its label, a note below it, and its steps from the lowest to the highest.

    `joined` says that it belongs with the track above it: no line parts them, and its label is set as a note.
    """

    label: str
    note: str
    stops: Sequence[Stop]
    joined: bool = False


@dataclass(frozen=True, slots=True)
class Tracks:
    """Tracks in order; `most` are drawn, the others are left to the table."""

    tracks: Sequence[Track]
    noun: str
    most: int = 24

    @property
    def shown(self) -> Sequence[Track]:
        """The tracks that are drawn."""
        return self.tracks[: self.most]

    @property
    def cut(self) -> str:
        """What the picture leaves to the table, in words; '' when it shows all."""
        if len(self.tracks) <= self.most:
            return ""
        return f"Drawn are the first {self.most} of {len(self.tracks):,} {self.noun}; all are in the table."


def draw_print(drawn: Tracks) -> Figure:
    """The tracks for paper. Call inside `house_style`."""
    tracks = drawn.shown
    spans = [s.span for t in tracks for s in t.stops if s.span]
    inner = WIDTH - LEFT - RIGHT
    heights = [max(2, len(t.stops)) * LINE + PAD for t in tracks]
    foot = (0.40 if spans else 0.06) + (0.18 if drawn.cut else 0.0)
    height = 0.06 + sum(heights) + foot
    figure = style.new_figure(WIDTH, height)
    axes = figure.add_axes((LEFT / WIDTH, 0, inner / WIDTH, 1))
    axes.set_xlim(0, inner)
    axes.set_ylim(height, 0)
    axes.axis("off")
    scale = make_timescale(spans) if spans else None
    bottom = 0.06 + sum(heights)
    if scale:
        draw_time_axis(axes, scale, inner, bottom, top=0.06)
    batch, y = Batch(), 0.06
    for track, high in zip(tracks, heights, strict=True):
        _print_track(axes, batch, track, y, high, scale, inner)
        if y > 0.06 and not track.joined:
            axes.plot([-LEFT + 0.08, inner], [y, y], color=style.GRID, lw=0.5, clip_on=False, zorder=0)
        y += high
    batch.draw(axes)
    if drawn.cut:
        axes.text(-LEFT + 0.08, height - 0.09, drawn.cut, size=6.4, color=style.MUTED, va="center")
    return figure


def _print_track(
    axes: Any, batch: Batch, track: Track, top: float, high: float, scale: TimeScale | None, inner: float
) -> None:
    middle = top + high / 2
    room = LEFT - 0.2
    size, ink = (5.8, style.MUTED) if track.joined else (7.2, style.INK)
    said, up = fit_text(track.label, size, room), 0.065 if track.note else 0.0
    axes.text(-0.1, middle - up, said, size=size, color=ink, ha="right", va="center")
    if track.note:
        note = fit_text(track.note, 5.8, room)
        axes.text(-0.1, middle + 0.065, note, size=5.8, color=style.MUTED, ha="right", va="center")
    line = middle + (len(track.stops) - 1) * LINE / 2
    places: list[tuple[float, float]] = []
    for i, stop in enumerate(track.stops):
        y = line - i * LINE
        if scale is None or stop.span is None:
            words = f"{style.STATUS_MARKS[stop.symbol].glyph} {stop.text}"
            axes.text(0.04, y, fit_text(words, 6, inner), size=6, color=style.MUTED, va="center")
            continue
        left, right = (scale.place(day) * inner for day in stop.span)
        if stop.low is None or stop.high is None:
            left, right = (
                (min(left, right - 0.3), right) if stop.low is None else (left, max(right, left + 0.3))
            )
            draw_fading(batch, left, right, y, stop.colour, to_left=stop.low is None)
        elif right > left:
            batch.stroke(left, y, right, y, colour=style.tint(stop.colour, 0.45), width=3.0)
        at = scale.place(stop.middle) * inner  # type: ignore[arg-type]
        places.append((at, y))
        if stop.ring:
            batch.point(at, y, marker="o", size=10, fill="none", edge=style.INK, width=0.8, layer=4)
        mark = style.STATUS_MARKS[stop.symbol].print_marker
        fill = style.tint(stop.colour, stop.fill)
        batch.point(at, y, marker=mark, size=5.6, fill=fill, edge=stop.colour, width=0.8, layer=5)
        reach = 0.11 if stop.ring else 0.08
        to_right = inner - max(right, at) - reach
        if to_right > min(style.text_width(stop.text, 6), at):
            words, x, anchor = fit_text(stop.text, 6, to_right), max(right, at) + reach, "left"
        else:
            words, x, anchor = (
                fit_text(stop.text, 6, max(min(left, at) - reach, 0.2)),
                min(left, at) - reach,
                "right",
            )
        axes.text(x, y, words, size=6, color=style.INK, ha=anchor, va="center", zorder=6)
    for (x0, y0), (x1, y1) in pairwise(places):
        batch.stroke(x0, y0, x1, y1, colour=style.EDGE, width=0.7, layer=1)


def draw_screen(drawn: Tracks) -> go.Figure:
    """The tracks for the screen: the same lines on an axis of time that can be zoomed."""
    import plotly.graph_objects as go

    figure = go.Figure()
    lines_x: list[str | None] = []
    lines_y: list[float | None] = []
    bars_x: list[str | None] = []
    bars_y: list[float | None] = []
    marks: list[tuple[Stop, float]] = []
    notes: list[tuple[Stop, float]] = []
    ticks, edges, y = [], [], 0.0
    for track in drawn.shown:
        high = max(2, len(track.stops)) * LINE_PX + PAD_PX
        middle = y + high / 2
        ticks.append((middle, track))
        for i, stop in enumerate(track.stops):
            at = middle + ((len(track.stops) - 1) / 2 - i) * LINE_PX
            if stop.span is None:
                notes.append((stop, at))
                continue
            marks.append((stop, at))
            if stop.low != stop.high:
                bars_x += [stop.span[0].isoformat(), stop.span[1].isoformat(), None]
                bars_y += [at, at, None]
            lines_x.append(stop.middle.isoformat())  # type: ignore[union-attr]
            lines_y.append(at)
        lines_x.append(None)
        lines_y.append(None)
        if y and not track.joined:
            edges.append(y)
        y += high
    days = [d for s, _ in marks for d in s.span or ()]
    first, last = (min(days), max(days)) if days else (dt.date(2000, 1, 1), dt.date(2001, 1, 1))
    air = dt.timedelta(days=max(10, round((last - first).days * 0.04)))
    low = first - min(air, first - dt.date.min)
    high_day = last + min(air, dt.date.max - last)
    figure.add_traces(_screen_traces(marks, notes, (lines_x, lines_y), (bars_x, bars_y), low, high_day))
    style_of_edge = {"color": style.GRID, "width": 1}
    figure.update_layout(
        **style.screen_layout(
            height=round(y) + 46,
            margin={"l": 8, "r": 12, "t": 8, "b": 36},
            xaxis={
                "type": "date", "range": [low.isoformat(), high_day.isoformat()], "gridcolor": style.GRID, "zeroline": False,
                "showline": True, "linecolor": style.EDGE, "ticks": "outside", "tickcolor": style.EDGE,
                "tickfont": {"color": style.MUTED}, "visible": bool(days), "minallowed": "1700-01-01", "maxallowed": "2300-01-01",
            },
            yaxis={
                "range": [y, 0], "fixedrange": True, "showgrid": False, "zeroline": False, "ticks": "", "automargin": True,
                "tickvals": [at for at, _ in ticks], "ticktext": [_say_track(t) for _, t in ticks], "tickfont": {"size": 12, "color": style.INK},
            },
            shapes=[
                {"type": "line", "xref": "paper", "x0": 0, "x1": 1, "y0": at, "y1": at, "line": style_of_edge} for at in edges
            ],
        )
    )  # fmt: skip
    return figure


def _say_track(track: Track) -> str:
    label = style.screen_text(shorten(style.clean_text(track.label), 44 if track.joined else 34))
    note = style.screen_text(shorten(style.clean_text(track.note), 44))
    if track.joined:
        return f'<span style="font-size:10.5px;color:{style.MUTED}">{label}</span>'
    return f'{label}<br><span style="font-size:10.5px;color:{style.MUTED}">{note}</span>' if note else label


def _screen_traces(
    marks: Sequence[tuple[Stop, float]], notes: Sequence[tuple[Stop, float]], lines: Any, bars: Any, low: dt.date, high: dt.date
) -> list[Any]:  # fmt: skip
    import plotly.graph_objects as go

    middle = low.toordinal() + (high.toordinal() - low.toordinal()) * 0.55
    left_side = [s.middle.toordinal() > middle for s, _ in marks]  # type: ignore[union-attr]
    traces: list[dict[str, Any]] = [
        {"x": lines[0], "y": lines[1], "mode": "lines", "hoverinfo": "skip", "line": {"color": style.EDGE, "width": 1}},
        {"x": bars[0], "y": bars[1], "mode": "lines", "hoverinfo": "skip", "line": {"color": style.EDGE, "width": 5}, "opacity": 0.35},
    ]  # fmt: skip
    rings = [(s, y) for s, y in marks if s.ring]
    if rings:
        traces.append({
            "x": [s.middle.isoformat() for s, _ in rings], "y": [y for _, y in rings], "mode": "markers", "hoverinfo": "skip",  # type: ignore[union-attr]
            "marker": {"symbol": "circle-open", "size": 19, "color": style.INK, "line": {"width": 1.3}},
        })  # fmt: skip
    for side, name, edge in ((False, "middle right", 1), (True, "middle left", 0)):
        chosen = [(s, y) for (s, y), left in zip(marks, left_side, strict=True) if left is side]
        if chosen:
            pad = "\u00a0" * 4
            traces.append({
                "x": [s.span[edge].isoformat() for s, _ in chosen], "y": [y for _, y in chosen], "mode": "text", "hoverinfo": "skip",  # type: ignore[index]
                "text": [style.screen_text(s.text) + pad if side else pad + style.screen_text(s.text) for s, _ in chosen],
                "textposition": name, "cliponaxis": False, "textfont": {"size": 11.5, "color": style.INK},
            })  # fmt: skip
    if notes:
        traces.append({
            "x": [low.isoformat()] * len(notes), "y": [y for _, y in notes], "mode": "text", "hoverinfo": "skip",
            "text": [f"\u00a0{style.STATUS_MARKS[s.symbol].glyph} {style.screen_text(s.text)}" for s, _ in notes],
            "textposition": "middle right", "cliponaxis": False, "textfont": {"size": 11.5, "color": style.MUTED},
        })  # fmt: skip
    traces.append({
        "x": [s.middle.isoformat() for s, _ in marks], "y": [y for _, y in marks], "mode": "markers", "meta": "marks",  # type: ignore[union-attr]
        "marker": {
            "symbol": [style.STATUS_MARKS[s.symbol].screen_symbol for s, _ in marks], "size": 11,
            "color": [style.tint(s.colour, s.fill) for s, _ in marks], "line": {"color": [s.colour for s, _ in marks], "width": 1.5},
        },
        "customdata": [[s.key, s.hover] for s, _ in marks], "hovertext": [style.screen_text(s.hover) for s, _ in marks], "hoverinfo": "text",
    })  # fmt: skip
    return [go.Scatter(**t) for t in traces]
