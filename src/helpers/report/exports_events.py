"""Milestones for event tools: PLOVER-shaped JSON, TimelineJS JSON and iCalendar."""

from __future__ import annotations

import datetime as dt
import html
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from helpers.figures.style import clean_text
from helpers.figures.timeline import choose_lane
from helpers.figures.titles import say_count, say_date, sentence_case, to_day
from helpers.foundation.storage import write_bytes
from helpers.report.exports import Dossier, Format, about, write_json

PLOVER_LIMITS = (
    "contradictions between accounts: each claim is one record, whether another denies it or not",
    "PLOVER's fields Event Mode and Context hold one value or a list of ours; statuses beyond them are in `dossier`",
    "dates as intervals: `date` is given only for a known day, the interval is in `dossier`",
)
TIMELINE_LIMITS = (
    "intervals with an open end, and milestones without a date: they are left out and listed in `left_out`",
    "the difference between a span within which one day is meant and an event that lasted: display_date says it in words",
    "contradictions, grades and origins other than in words",
)
CALENDAR_LIMITS = (
    "intervals with an open end, and milestones without a date: they are left out and counted in the calendar's description",
    "a single day somewhere within a span: such an entry covers the whole span and its summary says so",
    "contradictions, grades and origins other than in words",
)


def write_plover(dossier: Dossier, out: Path) -> list[Path]:
    """plover.json: one record a claim of a milestone, in the fields of PLOVER, with ours under `dossier`."""
    articles, claims = dossier.articles, dossier.claims
    records = []
    for m in dossier.tables["milestones"]:
        for claim_id in m["claim_ids"]:
            c = claims[claim_id]
            day = c["earliest"] if c["earliest"] is not None and c["earliest"] == c["latest"] else None
            actors = [{"actorText": p, "code": p} for p in c["parties"]]
            records.append({
                "id": claim_id, "date": day, "event": c["plover_type"], "mode": c["plover_mode"], "context": c["contexts"],
                "source": actors, "target": actors, "text": c["quote"], "language": c["language"],
                "location": {"name": c["place"], "country": c["country"]},
                "story": {"id": articles[c["article_id"]]["story_id"], "url": articles[c["article_id"]]["url"]},
                "dossier": {
                    "milestone_id": m["milestone_id"], "status": c["status"], "polarity": c["polarity"], "kind": c["kind"],
                    "instrument": c["instrument"], "n_documents": c["n_documents"], "actors": c["actors"], "defence": c["defence"],
                    "areas": c["areas"], "date_edtf": c["date_edtf"], "date_basis": c["date_basis"], "attribution": c["attribution"],
                    "article_id": c["article_id"], "start": c["start"], "end": c["end"],
                },
            })  # fmt: skip
    return [write_json(out / "plover.json", {"about": about(dossier, PLOVER_LIMITS), "events": records})]


def _part(day: dt.date) -> dict[str, int]:
    return {"year": day.year, "month": day.month, "day": day.day}


def _describe(m: Mapping[str, Any]) -> str:
    said = f"Status: {m['status']}. Grade {m['grade']}, {say_count(m['n_origins'], 'independent origin')}, {say_count(m['n_articles'], 'article')}."
    if m["contradictions"]:
        said += f" Sources disagree on: {', '.join(f.replace('_', ' ') for f in m['contradictions'])}."
    return said


def _bounded(m: Mapping[str, Any]) -> tuple[dt.date, dt.date] | None:
    low, high = to_day(m["earliest"]), to_day(m["latest"])
    return (low, high) if low is not None and high is not None else None


def write_timelinejs(dossier: Dossier, out: Path) -> list[Path]:
    """timelinejs.json for Knight Lab's TimelineJS; its texts are HTML, so ours are escaped."""
    events, left_out = [], []
    for m in dossier.tables["milestones"]:
        bounds = _bounded(m)
        said = say_date(m["earliest"], m["latest"], m["weekday"])
        if bounds is None:
            left_out.append(
                {"milestone_id": m["milestone_id"], "title": m["title"], "date": m["date_edtf"], "why": said}
            )
            continue
        event: dict[str, Any] = {
            "unique_id": m["milestone_id"], "start_date": _part(bounds[0]), "display_date": html.escape(said),
            "text": {"headline": html.escape(clean_text(m["title"])), "text": f"<p>{html.escape(_describe(m))}</p>"},
            "group": choose_lane(m),
        }  # fmt: skip
        if bounds[0] != bounds[1]:
            event["end_date"] = _part(bounds[1])
        events.append(event)
    intro = f"Run {dossier.run_id}, as of {dossier.run['as_of']}."
    value = {
        "title": {"text": {"headline": html.escape(str(dossier.run["title"])), "text": f"<p>{html.escape(intro)}</p>"}},
        "events": events, "about": about(dossier, TIMELINE_LIMITS), "left_out": left_out,
    }  # fmt: skip
    return [write_json(out / "timelinejs.json", value)]


def write_calendar(dossier: Dossier, out: Path) -> list[Path]:
    """milestones.ics (RFC 5545): all-day entries, the same bytes for the same run."""
    from icalendar import Calendar, Event

    calendar = Calendar()
    calendar.add("prodid", "-//dossier//milestones//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", str(dossier.run["title"]))
    calendar.add("x-dossier-run", dossier.run_id)
    stamp = dt.datetime.fromisoformat(str(dossier.run["started"])).astimezone(dt.UTC)
    left_out = 0
    for m in dossier.tables["milestones"]:
        bounds = _bounded(m)
        if bounds is None:
            left_out += 1
            continue
        event = Event()
        summary = clean_text(m["title"])
        if bounds[0] != bounds[1]:
            summary += f" (some day within {say_date(m['earliest'], m['latest'])})"
        event.add("uid", f"{m['milestone_id']}@dossier")
        event.add("dtstamp", stamp)
        event.add("dtstart", bounds[0])
        event.add("dtend", min(bounds[1], dt.date.max - dt.timedelta(days=1)) + dt.timedelta(days=1))
        event.add("summary", summary)
        event.add("description", f"{_describe(m)} Run {dossier.run_id}.")
        event.add("transp", "TRANSPARENT")
        event.add("categories", [choose_lane(m), m["status"]])
        if m["place"]:
            event.add("location", clean_text(m["place"]))
        calendar.add_component(event)
    limits = "; ".join(CALENDAR_LIMITS)
    calendar.add(
        "x-wr-caldesc",
        f"Run {dossier.run_id}, as of {dossier.run['as_of']}. {sentence_case(say_count(left_out, 'milestone'))} left out. Cannot express: {limits}.",
    )
    path = out / "milestones.ics"
    write_bytes(path, calendar.to_ical())
    return [path]


FORMATS = (
    Format(
        "plover", "plover.json: the claims of milestones as PLOVER event records", PLOVER_LIMITS, write_plover
    ),
    Format("timelinejs", "timelinejs.json: the milestones for TimelineJS", TIMELINE_LIMITS, write_timelinejs),
    Format("ical", "milestones.ics: the milestones as calendar entries", CALENDAR_LIMITS, write_calendar),
)
