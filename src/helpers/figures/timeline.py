"""The milestone timeline: what happened when, as far as the corpus says; the chart the report opens with."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import pandas as pd

from helpers.figures import titles
from helpers.figures.cells import TableLike, is_known, listed, records, rows_of
from helpers.figures.style import LANES, STATUS_MARKS, clean_text
from helpers.figures.titles import say_count, say_date, to_day
from helpers.foundation.dates import read_edtf
from helpers.foundation.schemas import DEFENCE_AREAS, STATUSES

if TYPE_CHECKING:
    import plotly.graph_objects as go
    from matplotlib.figure import Figure

__all__ = ["alt_text", "plot_print", "plot_screen", "prepare", "source_line", "subtitle", "title"]

COLUMNS = (
    "key", "layer", "title", "label", "lane", "kind", "status", "grade", "earliest", "latest", "weekday", "precision",
    "date_words", "place", "defence", "contested", "disputed", "n_articles", "n_origins", "origins", "reference_earliest",
    "reference_latest",
)  # fmt: skip
SETTLED = ("signed", "ratified", "in force")
_OPEN_DAYS = 45  # how far an open end is drawn at least, in days


def choose_lane(row: Mapping[str, Any]) -> str:
    """The lane of a milestone: defence when it (or one side) says so, economic by its areas, else diplomatic."""
    areas = listed(row.get("areas"))
    if row.get("defence") in ("yes", "contested"):
        return "defence"
    if any(a not in DEFENCE_AREAS for a in areas if a not in ("science", "culture", "law")):
        return "economic"
    return "diplomatic"


def prepare(
    milestones: TableLike,
    events: TableLike = None,
    reference: Any = None,
    profile: Any = None,
) -> pd.DataFrame:
    """One row a mark: a milestone (layer 'corpus') or an entry of the reference chronology (layer 'reference').

    Args:
        milestones: the milestones table.
        events: the events table; only its number of rows left off the chart is used.
        reference: entries of config/reference.yml (id, date, what, ...), None when the layer is off.
        profile: the run's profile, for the countries in the subtitle.

    Returns:
        a frame with `COLUMNS`, ordered by date (undated last), the counts in its `attrs`.

    Raises:
        ValueError: a status outside the schema's.
    """
    out: list[dict[str, Any]] = []
    matched: set[str] = set()
    for row in rows_of(milestones):
        if row["status"] not in STATUSES:
            raise ValueError(
                f"{row['milestone_id']}: status {row['status']!r}; allowed: {', '.join(STATUSES)}"
            )
        out.append(_corpus_row(row, with_reference=reference is not None))
        if row.get("reference_id"):
            matched.add(str(row["reference_id"]))
    for entry in rows_of(reference):
        if entry["id"] not in matched:
            out.append(_reference_row(entry))
    out.sort(
        key=lambda r: (r["earliest"] or r["latest"] or dt.date.max, r["latest"] or dt.date.max, r["key"])
    )
    frame = pd.DataFrame(out, columns=list(COLUMNS))
    left_out = [e for e in rows_of(events) if not e.get("milestone_id")]
    frame.attrs = {
        "parties": list(titles.profile_parties(profile)), "n_left_out": len(left_out),
        "reference": reference is not None, "n_matched": len(matched) if reference is not None else 0,
        "n_reference": len(rows_of(reference)),
    }  # fmt: skip
    return frame


def _corpus_row(row: Mapping[str, Any], *, with_reference: bool) -> dict[str, Any]:
    low, high = to_day(row.get("earliest")), to_day(row.get("latest"))
    disputed = [str(f) for f in listed(row.get("contradictions"))]
    beside = row.get("reference_date") if with_reference else None
    reference = read_edtf(str(beside)) if is_known(beside) else None
    text = clean_text(row["title"])
    return {
        "key": row["milestone_id"], "layer": "corpus", "title": text, "label": make_label(text),
        "lane": choose_lane(row), "kind": row["kind"], "status": row["status"], "grade": row["grade"],
        "earliest": low, "latest": high, "weekday": row.get("weekday"), "precision": _precision(low, high),
        "date_words": say_date(low, high, row.get("weekday")), "place": row.get("place"), "defence": row["defence"],
        "contested": bool(disputed), "disputed": disputed, "n_articles": int(row["n_articles"]),
        "n_origins": int(row["n_origins"]), "origins": [str(o) for o in listed(row.get("origins"))],
        "reference_earliest": reference.earliest if reference else None,
        "reference_latest": reference.latest if reference else None,
    }  # fmt: skip


def _reference_row(entry: Mapping[str, Any]) -> dict[str, Any]:
    found = read_edtf(str(entry["date"]))
    text = clean_text(entry["what"])
    status = entry.get("status")
    return {
        "key": entry["id"], "layer": "reference", "title": text, "label": titles.shorten(text, 56), "lane": "reference",
        "kind": "", "status": status or "", "grade": "", "earliest": found.earliest, "latest": found.latest,
        "weekday": None, "precision": _precision(found.earliest, found.latest),
        "date_words": say_date(found.earliest, found.latest), "place": entry.get("place"),
        "defence": str(entry.get("defence", "")), "contested": False, "disputed": [], "n_articles": 0, "n_origins": 0,
        "origins": [], "reference_earliest": found.earliest, "reference_latest": found.latest,
    }  # fmt: skip


def make_label(text: str, limit: int = 56) -> str:
    """A title short enough to stand beside its mark: a closing bracket of names goes before words are cut."""
    if len(text) > limit and text.endswith(")") and " (" in text:
        text = text[: text.rindex(" (")]
    return titles.shorten(text, limit)


def _precision(low: dt.date | None, high: dt.date | None) -> str:
    if low is None and high is None:
        return "unknown"
    if low is None or high is None:
        return "open"
    return "day" if low == high else "span"


def corpus_rows(prepared: pd.DataFrame) -> pd.DataFrame:
    """The rows that are milestones, without the reference layer."""
    return prepared[prepared["layer"] == "corpus"]


def drawn_span(row: Any) -> tuple[dt.date, dt.date] | None:
    """First and last day that a mark covers on paper; an open end gets a short stretch, an unknown date none."""
    low, high = row.earliest, row.latest
    if low is None and high is None:
        return None
    reach = dt.timedelta(days=_OPEN_DAYS)
    if low is None:
        return high - min(reach, high - dt.date.min), high
    if high is None:
        return low, low + min(reach, dt.date.max - low)
    return low, high


def title(prepared: pd.DataFrame) -> str:
    """The finding in ten words or fewer, from the table."""
    rows = corpus_rows(prepared)
    if rows.empty:
        return "No milestone passes the inclusion rule"
    signed = rows[rows["status"].isin(SETTLED)]
    counted = rows if signed.empty else signed
    period = titles.say_period(d for c in ("earliest", "latest") for d in counted[c] if d is not None)
    if signed.empty:
        first = say_count(len(rows), "milestone")
        return titles.check_title(
            titles.sentence_case(f"{first} {period}, none of them signed".replace(" ,", ","))
        )
    disputed = int(signed["contested"].sum())
    tail = f"{titles.say_number(disputed)} disputed" if disputed else "none disputed"
    if set(signed["status"]) == {"signed"}:
        what = say_count(len(signed), "signing")
    else:
        what = say_count(len(signed), "paper signed or ratified", "papers signed or ratified")
    said = f"{what} {period}, {tail}".replace(" ,", ",")
    return titles.check_title(titles.sentence_case(said))


def subtitle(prepared: pd.DataFrame) -> str:
    """Measure, place and period, and how to read the marks."""
    rows = corpus_rows(prepared)
    who = titles.say_parties(prepared.attrs.get("parties", []))
    parts = [f"Milestones between {who}" if who else "Milestones", "by the date the corpus supports"]
    spans = int(rows["precision"].isin(["span", "open"]).sum())
    text = ", ".join(parts) + "."
    if spans:
        said = "has a bar" if spans == 1 else "have bars"
        text += f" {titles.sentence_case(titles.say_number(spans))} of {len(rows)} {said}: the day is not known, only the span."
    undated = int((rows["precision"] == "unknown").sum())
    if undated:
        text += f" {titles.sentence_case(say_count(undated, 'milestone'))} without any date {'is' if undated == 1 else 'are'} listed below."
    return f"{text} {explain_marks(prepared)}".strip()


def explain_marks(prepared: pd.DataFrame) -> str:
    """How to read the marks that are there: shape for status, fill for grade, ring for dispute, tick for the reference."""
    rows = corpus_rows(prepared)
    if rows.empty:
        return ""
    present = [s for s in STATUSES if s in set(rows["status"])]
    text = f"{', '.join(f'{STATUS_MARKS[s].glyph} {s}' for s in present)}; the fuller a mark, the better supported (grade A to D)."
    if rows["contested"].any():
        text += " Ring: accounts exclude each other."
    if prepared.attrs.get("reference"):
        text += " ▽ reference."
    return text


def source_line(prepared: pd.DataFrame) -> str:
    """Where the chart's content comes from, from the origins in the table."""
    rows = corpus_rows(prepared)
    origins = {o for listed in rows["origins"] for o in listed}
    text = titles.say_sources(origins)
    if prepared.attrs.get("reference"):
        text += " Reference ticks: external sources, not part of the corpus."
    return text


def alt_text(prepared: pd.DataFrame) -> str:
    """What the chart shows, in words, for a reader who does not see it."""
    rows = corpus_rows(prepared)
    if rows.empty:
        return "Empty timeline: no milestone passes the inclusion rule."
    lanes = [
        f"{say_count(n, 'mark')} in the {lane} lane"
        for lane in LANES
        if (n := int((rows["lane"] == lane).sum()))
    ]
    text = f"Timeline of {say_count(len(rows), 'milestone')}: {titles.join_words(lanes)}. "
    shown = rows.head(12)
    items = [
        f"{r.date_words}: {titles.shorten(r.title, 80)} ({r.status}, grade {r.grade}{', disputed' if r.contested else ''})"
        for r in records(shown)
    ]
    text += "; ".join(items) + "."
    if len(rows) > len(shown):
        text += f" And {len(rows) - len(shown):,} more, all in the table."
    return text


def data_table(prepared: pd.DataFrame) -> pd.DataFrame:
    """The numbers under the chart as people read them: one row a mark, in the order of the chart."""
    return pd.DataFrame(
        {
            "Date": prepared["date_words"], "What": prepared["title"], "Lane": prepared["lane"],
            "Status": prepared["status"], "Grade": prepared["grade"], "Origins": prepared["n_origins"],
            "Disputed": [", ".join(d) for d in prepared["disputed"]], "Layer": prepared["layer"],
        }
    )  # fmt: skip


def plot_print(prepared: pd.DataFrame, *, framed: bool = True) -> Figure:
    """The timeline for paper (matplotlib); `framed` writes title, subtitle and source around it."""
    from helpers.figures import timeline_print

    return timeline_print.draw(prepared, framed=framed)


def plot_screen(prepared: pd.DataFrame, *, width: int = 0) -> go.Figure:
    """The timeline for the screen (plotly): zoom from all years to one week, every mark with its milestone id.

    Args:
        prepared: see `prepare`.
        width: pixels there are to draw on; 0 when only the page will know, which fits its width itself.
    """
    from helpers.figures import timeline_screen

    return timeline_screen.draw(prepared, width=width)
