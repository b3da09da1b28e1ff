"""The milestone timeline on paper: matplotlib, lanes by kind, bars for spans, shapes for status, labels that do not collide."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import pandas as pd

from helpers.figures import style, timeline
from helpers.figures.axis_print import draw_fading, draw_time_axis
from helpers.figures.bars import fit_text
from helpers.figures.batch import Batch
from helpers.figures.cells import is_known, records
from helpers.figures.timescale import Packed, TimeScale, make_timescale, pack_labels
from helpers.figures.titles import say_count, sentence_case, shorten

if TYPE_CHECKING:
    from matplotlib.figure import Figure

WIDTH, MARGIN = 6.9, 0.12  # inches
ROW, HEAD, FOOT = 0.33, 0.24, 0.42
LABEL_SIZE, NOTE_SIZE, MARK = 7.2, 5.8, 6.0
REACH = 0.5  # inches within which a reference tick stands in the row of its mark
MOST_LABELS = 80  # with more milestones than this paper shows small marks without words
DENSE_ROW, DENSE_MARK, MOST_DENSE_ROWS = 0.085, 3.4, 72
MOST_ROWS = 24  # labelled rows on a page, shared by the lanes; beyond that marks go without words


def draw(prepared: pd.DataFrame, *, framed: bool) -> Figure:
    """Draw the prepared timeline; words instead of an empty box when there is nothing to draw."""
    with style.house_style():
        rows = [r for r in records(prepared) if r.layer == "corpus"]
        dated = [r for r in rows if timeline.drawn_span(r) is not None]
        if dated:
            figure = _draw_lanes(prepared, dated)
        else:
            said = "No milestone passes the inclusion rule, so there is nothing to chart."
            if rows:
                said = f"{sentence_case(say_count(len(rows), 'milestone'))} without any date: " + "; ".join(
                    shorten(r.title, 90) for r in rows
                )
            figure = style.say_in_figure(said, width=WIDTH)
        if framed:
            style.frame(
                figure,
                title=timeline.title(prepared),
                subtitle=timeline.subtitle(prepared),
                source=timeline.source_line(prepared),
            )
        return figure


def _draw_lanes(prepared: pd.DataFrame, dated: Sequence[Any]) -> Figure:
    outside = [r for r in records(prepared) if r.layer == "reference" and timeline.drawn_span(r) is not None]
    spans = [s for r in [*dated, *outside] if (s := timeline.drawn_span(r))]
    spans += [
        (r.reference_earliest, r.reference_latest)
        for r in dated
        if r.reference_earliest and r.reference_latest
    ]
    scale = make_timescale(spans)
    inner = WIDTH - 2 * MARGIN
    dense = len(dated) > MOST_LABELS
    row_height, mark = (DENSE_ROW, DENSE_MARK) if dense else (ROW, MARK)
    lanes: list[tuple[str, list[Any], list[Packed], int]] = []
    for lane in style.LANES:
        members = [r for r in dated if r.lane == lane]
        if members:
            share = len(members) / len(dated)
            if dense:
                packed = _pack_dense(members, scale, inner, max(3, round(MOST_DENSE_ROWS * share)))
            else:
                packed = _pack(members, scale, inner, max(4, round(MOST_ROWS * share)))
            lanes.append((lane, members, packed, 1 + max(p.row for p in packed)))
    ticks_height = 0.44 if prepared.attrs.get("reference") else 0.0
    undated = [r for r in records(prepared) if r.layer == "corpus" and r.precision == "unknown"]
    height = sum(HEAD + n * row_height for *_, n in lanes) + ticks_height + FOOT + 0.15 * len(undated[:6])
    figure = style.new_figure(WIDTH, height)
    axes = figure.add_axes((MARGIN / WIDTH, 0, inner / WIDTH, 1))
    axes.set_xlim(0, inner)
    axes.set_ylim(height, 0)
    axes.axis("off")
    bottom = height - FOOT - 0.15 * len(undated[:6])
    draw_time_axis(axes, scale, inner, bottom)
    top, batch = 0.0, Batch()
    for lane, members, packed, n_rows in lanes:
        if top:
            axes.plot([0, inner], [top + 0.03] * 2, color=style.GRID, lw=0.6)
        axes.text(
            0,
            top + 0.15,
            style.LANE_NAMES[lane],
            size=8,
            weight="bold",
            color=style.LANE_INK[lane],
            va="center",
        )
        for row, place in zip(members, packed, strict=True):
            _draw_mark(
                axes, batch, row, place, top + HEAD + (place.row + 0.5) * row_height, scale, inner, mark
            )
        top += HEAD + n_rows * row_height
    batch.draw(axes)
    if any(not place.side for *_, packed, _ in lanes for place in packed):
        axes.text(
            inner,
            0.15,
            "Marks without words are named in the table.",
            size=NOTE_SIZE,
            color=style.MUTED,
            ha="right",
            va="center",
        )
    if ticks_height:
        _draw_reference(axes, [*dated, *outside], scale, inner, top)
    for i, row in enumerate(undated[:6]):
        rest = f" (and {len(undated) - 6} more)" if i == 5 and len(undated) > 6 else ""
        words = style.printable(shorten(row.title, 90))
        axes.text(0, height - 0.15 * (len(undated[:6]) - i) + 0.06, f"Date unknown: {words}{rest}", size=NOTE_SIZE + 0.6, color=style.MUTED, va="center")  # fmt: skip
    return figure


def _words(row: Any) -> tuple[str, str]:
    """The two lines of a direct label: what, and when with how well it is supported."""
    what = style.printable(row.label)
    when = row.date_words
    if is_known(row.place) and str(row.place) not in row.label:
        when += f", {shorten(style.clean_text(row.place), 24)}"
    note = f"{when} · {say_count(row.n_origins, 'origin')}"
    if row.contested:
        note += f" · disputed: {', '.join(f.replace('_', ' ').replace('n documents', 'number') for f in row.disputed)}"
    return what, style.printable(shorten(note, 76))


def _ends(row: Any, scale: TimeScale, inner: float) -> tuple[float, float]:
    """Left and right end of a mark in inches; an open end is drawn long enough to be seen fading."""
    low, high = timeline.drawn_span(row)  # type: ignore[misc]
    left, right = scale.place(low) * inner, scale.place(high) * inner
    if row.precision == "open":
        left, right = (
            (min(left, right - 0.3), right) if row.earliest is None else (left, max(right, left + 0.3))
        )
    return left, right


def _reference_near(row: Any, left: float, right: float, scale: TimeScale, inner: float) -> list[float]:
    """Where the ticks of a matched reference entry stand, in inches; one far from its mark is left to the strip below."""
    days = sorted({d for d in (row.reference_earliest, row.reference_latest) if d is not None})
    places = [scale.place(d) * inner for d in days]
    return [x for x in places if left - REACH <= x <= right + REACH]


def _pack(members: Sequence[Any], scale: TimeScale, inner: float, most_rows: int) -> list[Packed]:
    items = []
    for row in members:
        what, note = _words(row)
        label = max(style.text_width(what, LABEL_SIZE), style.text_width(note, NOTE_SIZE))
        half = MARK / 72 / 2 + 0.02
        left, right = _ends(row, scale, inner)
        beside = _reference_near(row, left, right, scale, inner)
        left, right = min([left, *beside]), max([right, *beside])
        items.append((left - half, right + half, label))
    return pack_labels(items, width=inner, most_rows=most_rows, gap=0.06)


def _pack_dense(members: Sequence[Any], scale: TimeScale, inner: float, most_rows: int) -> list[Packed]:
    """Marks without words, each in the first row where it touches no other; the fullest periods share rows."""
    half = DENSE_MARK / 72 / 2
    items = []
    for row in members:
        left, right = _ends(row, scale, inner)
        items.append((left - half, right + half, inner * 2))
    return [
        Packed(p.row, "")
        for p in pack_labels(items, width=inner, most_rows=most_rows, gap=0.0, labelled=False)
    ]


def _draw_mark(
    axes: Any, batch: Batch, row: Any, place: Packed, y: float, scale: TimeScale, inner: float, mark: float
) -> None:
    left, right = _ends(row, scale, inner)
    if place.side == "above":
        y += 0.07
    colour = style.LANE_COLOURS[row.lane]
    if row.precision == "span":
        batch.stroke(left, y, right, y, colour=style.tint(colour, 0.45), width=3.4)
        for x in (left, right):
            batch.stroke(x, y - 0.06, x, y + 0.06, colour=colour, width=0.9)
    elif row.precision == "open":
        draw_fading(batch, left, right, y, colour, to_left=row.earliest is None)
    for beside in _reference_near(row, left, right, scale, inner) if mark == MARK else ():
        batch.point(beside, y - 0.115, marker="v", size=3.6, fill="none", edge=style.EDGE, width=0.6, layer=3)
    x = {"day": left, "span": (left + right) / 2}.get(row.precision, right if row.earliest is None else left)
    if row.contested:
        batch.point(
            x,
            y,
            marker="o",
            size=mark + (5 if mark == MARK else 3),
            fill="none",
            edge=style.INK,
            width=0.9,
            layer=4,
        )
    fill = style.tint(colour, style.GRADE_FILL[row.grade])
    batch.point(
        x,
        y,
        marker=style.STATUS_MARKS[row.status].print_marker,
        size=mark,
        fill=fill,
        edge=colour,
        width=0.9,
        layer=5,
    )
    if not place.side:
        return
    what, note = _words(row)
    if place.side == "above":
        at = min(left, max(0.0, inner - style.text_width(f"{what} · {note}", NOTE_SIZE)))
        axes.text(
            at,
            y - 0.135,
            fit_text(f"{what} · {note}", NOTE_SIZE + 0.4, inner - at),
            size=NOTE_SIZE + 0.4,
            va="center",
        )
        return
    reach = MARK / 72 / 2 + (0.10 if row.contested else 0.06)
    at, anchor = (max(right, x) + reach, "left") if place.side == "right" else (min(left, x) - reach, "right")
    room = inner - at if place.side == "right" else at
    for text, size, dy, tone in (
        (what, LABEL_SIZE, -0.055, style.INK),
        (note, NOTE_SIZE, 0.065, style.MUTED),
    ):
        axes.text(at, y + dy, fit_text(text, size, room), size=size, color=tone, ha=anchor, va="center")


def _draw_reference(axes: Any, rows: Sequence[Any], scale: TimeScale, inner: float, y: float) -> None:
    """The reference layer: hollow ticks in a strip of its own, nothing of it mixed with the marks of the corpus."""
    axes.plot([0, inner], [y + 0.03, y + 0.03], color=style.GRID, lw=0.6)
    axes.text(
        0,
        y + 0.13,
        "Reference, from outside the corpus",
        size=6.4,
        weight="bold",
        color=style.MUTED,
        va="center",
    )
    batch = Batch()
    for row in rows:
        for day in sorted({d for d in (row.reference_earliest, row.reference_latest) if d is not None}):
            batch.point(
                scale.place(day) * inner,
                y + 0.31,
                marker="v",
                size=4.4,
                fill="none",
                edge=style.EDGE,
                width=0.7,
                layer=3,
            )
    batch.draw(axes)
