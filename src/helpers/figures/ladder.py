"""The status ladder: for each paper the rungs it is said to have reached, from rumoured to in force, along time."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

import pandas as pd

from helpers.figures import frames, style, titles, tracks
from helpers.figures.cells import TableLike, listed, records, rows_of
from helpers.figures.corroboration import origins_of_claims
from helpers.figures.timeline import choose_lane
from helpers.figures.titles import say_count, say_date, say_short_date, to_day

if TYPE_CHECKING:
    import plotly.graph_objects as go
    from matplotlib.figure import Figure

RUNGS = ("rumoured", "discussed", "planned", "agreed", "signed", "ratified", "in force")
OFF_LADDER = ("postponed", "denied")
EMPTY = "No milestone names a paper."
COLUMNS = (
    "chain", "paper", "note", "lane", "milestone_id", "rung", "low", "high", "date_words", "short", "origins", "n_origins",
    "contested", "sort",
)  # fmt: skip


def prepare(
    milestones: TableLike, claims: TableLike, articles: TableLike, contradictions: TableLike = None
) -> pd.DataFrame:
    """One row a paper and rung that at least one origin says it reached.

    A paper is a milestone with a named instrument. Milestones that name the same instrument and come later with a
    higher rung continue its row (planned, then signed); one that does not climb begins a row of its own: another
    memorandum. The same name is no proof of the same paper, and the subtitle says so. What a side of a contradiction says
    of how far a paper got is a rung too, though its claims tell an event of their own.
    """
    by_claim = {c["claim_id"]: c for c in rows_of(claims)}
    by_article = {a["article_id"]: a for a in rows_of(articles)}
    papers = [m for m in rows_of(milestones) if m.get("instrument")]
    papers.sort(
        key=lambda m: (m["earliest"] or m["latest"] or "9999", m["latest"] or "9999", m["milestone_id"])
    )
    chains: dict[str, list[list[dict[str, Any]]]] = {}
    for m in papers:
        rank = _rank(m["status"])
        own = chains.setdefault(str(m["instrument"]), [])
        last = own[-1] if own else None
        if last is not None and rank > _rank(last[-1]["status"]) >= 0:
            last.append(m)
        else:
            own.append([m])
    against: dict[str, list[Mapping[str, Any]]] = {}
    for side in rows_of(contradictions):
        if side["field"] == "status":
            against.setdefault(str(side["milestone_id"]), []).append(side)
    out: list[dict[str, Any]] = []
    for instrument, own in chains.items():
        for chain in own:
            rows = _chain_rows(instrument, chain, by_claim, by_article)
            sides = [s for m in chain for s in against.get(m["milestone_id"], ())]
            out += [*rows, *_opposing_rows(rows, sides)]
    # papers of one name stand together, the name that comes first in time first
    first = {name: own[0][0] for name, own in chains.items()}
    order = {titles.sentence_case(style.clean_text(n)): _sort_key(m) for n, m in first.items()}
    out.sort(
        key=lambda r: (
            order[r["paper"]],
            r["paper"],
            r["sort"],
            r["chain"],
            (*RUNGS, *OFF_LADDER).index(r["rung"]),
        )
    )
    return pd.DataFrame(out, columns=list(COLUMNS))


def _sort_key(milestone: Mapping[str, Any]) -> str:
    return str(milestone["earliest"] or milestone["latest"] or "9999")


def _rank(status: str) -> int:
    return RUNGS.index(status) if status in RUNGS else -1


def _chain_rows(
    instrument: str, chain: list[dict[str, Any]], by_claim: dict[str, Any], by_article: dict[str, Any]
) -> list[dict[str, Any]]:
    first = chain[0]
    where = f", {first['place']}" if first["place"] else ""
    people = (
        f" · {', '.join(style.clean_text(a) for a in listed(first['actors']))}"
        if listed(first["actors"])
        else ""
    )
    note = f"{say_date(first['earliest'], first['latest'], first['weekday'])}{where}{people}"
    rows: dict[str, dict[str, Any]] = {}
    said: dict[str, list[Mapping[str, Any]]] = {}
    for m in chain:
        for claim_id, origin in origins_of_claims(m, by_claim, by_article).items():
            claim = by_claim[claim_id]
            rung = claim["status"]
            if rung not in RUNGS and rung not in OFF_LADDER:
                continue
            row = rows.setdefault(rung, {
                "chain": str(first["milestone_id"]), "paper": titles.sentence_case(style.clean_text(instrument)), "note": note,
                "lane": choose_lane(m), "milestone_id": m["milestone_id"], "rung": rung, "origins": set(),
                "contested": "status" in listed(m["contradictions"]), "sort": _sort_key(first),
                "low": to_day(m["earliest"]), "high": to_day(m["latest"]),
            })  # fmt: skip
            row["origins"].add(origin)
            if row["milestone_id"] == m["milestone_id"]:
                said.setdefault(rung, []).append(claim)
    for rung, row in rows.items():
        row["low"], row["high"] = _narrow(row["low"], row["high"], said.get(rung, ()))
        row["date_words"], row["short"] = (
            say_date(row["low"], row["high"]),
            say_short_date(row["low"], row["high"]),
        )
        row["origins"] = sorted(row["origins"])
        row["n_origins"] = len(row["origins"])
    return list(rows.values())


def _opposing_rows(rows: list[dict[str, Any]], sides: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Rungs that only a side of a contradiction names, as 'discussed only'; they stand on the day of the milestone."""
    there = {r["rung"] for r in rows}
    out = []
    for side in sides:
        rung = str(side["value"]).split(" ")[0]
        own = next((r for r in rows if r["milestone_id"] == side["milestone_id"]), None)
        if rung in there or rung not in (*RUNGS, *OFF_LADDER) or own is None:
            continue
        there.add(rung)
        origins = sorted(str(o) for o in listed(side["origins"]))
        out.append({**own, "rung": rung, "origins": origins, "n_origins": len(origins), "contested": True})
    return out


def _narrow(
    low: dt.date | None, high: dt.date | None, claims: Iterable[Mapping[str, Any]]
) -> tuple[dt.date | None, dt.date | None]:
    """When a rung was reached: the days that its own claims leave of the milestone's; the milestone's when they leave none.

    Where the chronology knows no date, neither does the ladder.
    """
    if low is None and high is None:
        return None, None
    lows = [d for d in (low, *(to_day(c["earliest"]) for c in claims)) if d is not None]
    highs = [d for d in (high, *(to_day(c["latest"]) for c in claims)) if d is not None]
    first, last = max(lows, default=None), min(highs, default=None)
    if first is not None and last is not None and first > last:
        return low, high
    return first, last


def _papers(prepared: pd.DataFrame) -> list[str]:
    return list(dict.fromkeys(prepared["chain"]))


def title(prepared: pd.DataFrame) -> str:
    """The finding in ten words or fewer, from the table."""
    papers = _papers(prepared)
    if not papers:
        return "No paper is named in any milestone"
    done = {r.chain for r in records(prepared) if r.rung in ("signed", "ratified", "in force")}
    later = {r.chain for r in records(prepared) if r.rung in ("ratified", "in force")}
    tail = f"{titles.say_number(len(later))} ratified" if later else "none ratified"
    of = (
        f"{titles.say_number(len(done))} of {say_count(len(papers), 'paper')}"
        if len(papers) > 1
        else "one paper"
    )
    said = f"{of if done or len(papers) > 1 else 'no paper'} said signed, {tail}"
    return titles.check_title(titles.sentence_case(said))


def subtitle(prepared: pd.DataFrame) -> str:
    """Measure and how to read the rungs."""
    text = "Rungs that at least one origin says each named paper reached, and when."
    if len(prepared):
        text += (
            " Hollow: said by one origin only. Ring: accounts exclude each other on how far it got. Bar: the day is not known."
            " The same name is no proof of the same paper."
        )
    return text


def source_line(prepared: pd.DataFrame) -> str:
    """Where the content comes from, from the origins in the table."""
    return titles.say_sources({o for row in prepared["origins"] for o in row})


def alt_text(prepared: pd.DataFrame) -> str:
    """The ladder in words."""
    if prepared.empty:
        return "Empty ladder: no milestone names a paper."
    said = []
    for _, rows in list(prepared.groupby("chain", sort=False))[:12]:
        rungs = titles.join_words(f"{r.rung} ({say_count(r.n_origins, 'origin')})" for r in records(rows))
        said.append(f"{rows.iloc[0]['paper']} ({rows.iloc[0]['note']}): {rungs}")
    return "Ladder of papers and rungs. " + "; ".join(said) + "."


def data_table(prepared: pd.DataFrame) -> pd.DataFrame:
    """One row a paper and rung, as people read it."""
    return pd.DataFrame({
        "Paper": prepared["paper"], "First said": prepared["note"], "Rung": prepared["rung"], "Date": prepared["date_words"],
        "Origins": [", ".join(o) for o in prepared["origins"]],
    })  # fmt: skip


def _tracks(prepared: pd.DataFrame) -> tracks.Tracks:
    out, before = [], ""
    for _, rows in prepared.groupby("chain", sort=False):
        first = rows.iloc[0]
        again, before = first["paper"] == before, first["paper"]
        note = _without_date(str(first["note"]))
        stops = [
            tracks.Stop(
                low=r.low if isinstance(r.low, dt.date) else None, high=r.high if isinstance(r.high, dt.date) else None,
                symbol=r.rung, colour=style.LANE_COLOURS[r.lane], fill=0.8 if r.n_origins > 1 else 0.0,
                text=f"{r.rung}, {r.short} · {say_count(r.n_origins, 'origin')}",
                hover=f"{r.paper}: {r.rung}, {r.date_words}, according to {', '.join(r.origins)}", ring=bool(r.contested),
                key=r.milestone_id,
            )
            for r in records(rows)
        ]  # fmt: skip
        label = note or first["paper"] if again else first["paper"]
        out.append(tracks.Track(label, "" if again else note, stops, joined=again))
    return tracks.Tracks(out, noun="papers")


def _without_date(note: str) -> str:
    """Place and people of a note: the date stands beside the marks."""
    head, _, people = note.partition(" · ")
    place = head.partition(", ")[2]
    return ", ".join(part for part in (place, people) if part)


def plot_print(prepared: pd.DataFrame, *, framed: bool = True) -> Figure:
    """The ladder for paper (matplotlib)."""
    around = frames.Around(title(prepared), subtitle(prepared), source_line(prepared)) if framed else None
    draw = (lambda: tracks.draw_print(_tracks(prepared))) if len(prepared) else None
    return frames.draw_framed(draw, around, empty=EMPTY)


def plot_screen(prepared: pd.DataFrame) -> go.Figure:
    """The ladder for the screen (plotly)."""
    draw = (lambda: tracks.draw_screen(_tracks(prepared))) if len(prepared) else None
    return frames.draw_on_screen(draw, empty=EMPTY)
