"""What changed since the run before: milestones that came, went or read differently, each with its cause."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import pandas as pd

from helpers.figures import bars, style, titles
from helpers.figures.cells import records, rows_of
from helpers.figures.titles import say_count

if TYPE_CHECKING:
    import plotly.graph_objects as go
    from matplotlib.figure import Figure

WHAT = ("added", "removed", "changed")
COLOURS = {
    "added": style.OKABE_ITO["green"],
    "removed": style.OKABE_ITO["vermillion"],
    "changed": style.OKABE_ITO["blue"],
}
SIGNS = {"added": "+", "removed": "−", "changed": "≠"}
COLUMNS = ("milestone_id", "title", "what", "fields", "said", "causes")
MOST = 20


def prepare(changes: Iterable[Any] | None, *, since: str = "", other_folder: bool = False) -> pd.DataFrame:
    """One row a milestone that differs.

    Args:
        changes: the `changes` of `helpers.chronology.difference.Difference` (records or mappings), None on a first run.
        since: id of the run compared with.
        other_folder: that run read another folder of pages, so that what differs says little of the world.

    Raises:
        ValueError: a change that is neither added, removed nor changed.
    """
    merged: dict[str, dict[str, Any]] = {}
    for row in rows_of(None if changes is None else list(changes)):
        if row["what"] not in WHAT:
            raise ValueError(f"{row['milestone_id']}: change {row['what']!r}; allowed: {', '.join(WHAT)}")
        found = merged.setdefault(row["milestone_id"], {
            "milestone_id": row["milestone_id"], "title": style.clean_text(row["title"]), "what": row["what"], "fields": [],
            "said": [], "causes": list(row["causes"]),
        })  # fmt: skip
        if row["field"]:
            found["fields"].append(row["field"])
            found["said"].append(
                f"{row['field'].replace('_', ' ')}: {_say(row['before'])} → {_say(row['after'])}"
            )
    order = {w: i for i, w in enumerate(WHAT)}
    out = sorted(merged.values(), key=lambda r: (order[r["what"]], r["title"], r["milestone_id"]))
    frame = pd.DataFrame(out, columns=list(COLUMNS))
    frame.attrs = {"first_run": changes is None, "since": since, "other_folder": other_folder}
    return frame


def _say(value: Any) -> str:
    if value is None:
        return "not known"
    return (
        style.clean_text(", ".join(str(v) for v in value) if isinstance(value, (list, tuple)) else value)
        or "none"
    )


def title(prepared: pd.DataFrame) -> str:
    """The finding in ten words or fewer, from the table."""
    if prepared.attrs["first_run"]:
        return (
            "The run before cannot be read any more"
            if prepared.attrs.get("why")
            else "There is no run before to compare with"
        )
    if prepared.empty:
        return "Nothing changed since the run before"
    counts = prepared["what"].value_counts()
    said = [f"{titles.say_number(int(counts[w]))} {w}" for w in WHAT if w in counts]
    touched = titles.say_count(len(prepared), "milestone")
    return titles.check_title(
        f"{titles.sentence_case(titles.join_words(said))} since the run before",
        f"{titles.sentence_case(touched)} differ{'s' if len(prepared) == 1 else ''} from the run before",
    )


def subtitle(prepared: pd.DataFrame) -> str:
    """Measure and period."""
    since = prepared.attrs["since"]
    said = f"Milestones that came, went or read differently{f' since run {since}' if since else ''}, with the cause."
    if prepared.attrs.get("other_folder"):
        said += " That run read another folder of pages."
    return said


def source_line(prepared: pd.DataFrame) -> str:
    """Where the content comes from."""
    return "Source: the tables of the two runs."


def alt_text(prepared: pd.DataFrame) -> str:
    """The list in words."""
    said = "; ".join(
        f"{r.what}: {titles.shorten(r.title, 80)}{f' ({titles.shorten(_joined(r), 120)})' if r.said else ''}"
        for r in records(prepared.head(12))
    )
    return f"{title(prepared)}. {said}".strip()


def _joined(row: Any) -> str:
    return "; ".join(row.said)


def data_table(prepared: pd.DataFrame) -> pd.DataFrame:
    """One row a milestone that differs."""
    return pd.DataFrame({
        "What": prepared["what"], "Milestone": prepared["title"], "How": ["; ".join(s) for s in prepared["said"]],
        "Cause": [", ".join(c) for c in prepared["causes"]],
    })  # fmt: skip


def plot_print(prepared: pd.DataFrame, *, framed: bool = True) -> Figure:
    """The list of changes for paper (matplotlib)."""
    with style.house_style():
        figure = _draw(prepared) if len(prepared) else style.say_in_figure(title(prepared) + ".")
        if framed:
            style.frame(
                figure, title=title(prepared), subtitle=subtitle(prepared), source=source_line(prepared)
            )
        return figure


def _draw(prepared: pd.DataFrame) -> Figure:
    shown = records(prepared.head(MOST))
    height = 0.28 * len(shown) + (0.2 if len(prepared) > MOST else 0.05)
    figure = style.new_figure(6.9, height)
    axes = bars.inch_axes(figure, 0.08, 0, 6.74, height)
    for i, r in enumerate(shown):
        y = 0.14 + 0.28 * i
        axes.text(
            0.07, y, SIGNS[r.what], size=9, weight="bold", color=COLOURS[r.what], ha="center", va="center"
        )
        note = "; ".join([r.what, *r.said, *([f"because: {', '.join(r.causes)}"] if r.causes else [])])
        for text, size, dy, colour in ((r.title, 7.2, -0.055, style.INK), (note, 6.0, 0.065, style.MUTED)):
            axes.text(
                0.22,
                y + dy,
                bars.fit_text(style.printable(text), size, 6.4),
                size=size,
                color=colour,
                va="center",
            )
    if len(prepared) > MOST:
        axes.text(
            0.22,
            height - 0.08,
            f"and {len(prepared) - MOST:,} more, in the table",
            size=6,
            color=style.MUTED,
            va="center",
        )
    return figure


def plot_screen(prepared: pd.DataFrame) -> go.Figure:
    """How many milestones came, went and changed, for the screen (plotly); the table under it names them."""
    import plotly.graph_objects as go

    from helpers.figures.timeline_screen import say_on_screen

    if prepared.empty:
        return say_on_screen(title(prepared) + ".")
    counts = prepared["what"].value_counts()
    listed = [
        bars.Bar(
            titles.sentence_case(w),
            float(counts.get(w, 0)),
            say_count(int(counts.get(w, 0)), "milestone"),
            COLOURS[w],
        )
        for w in WHAT
    ]
    figure = go.Figure()
    figure.add_trace(bars.screen_bars(listed, x="x", y="y"))
    longest = max(b.value for b in listed)
    layout = style.screen_layout(height=150, bargap=0.3)
    figure.update_layout(
        **layout,
        xaxis={"visible": False, "fixedrange": True, "range": [0, longest * 1.4]},
        yaxis=bars.bar_axis(listed),
    )
    return figure
