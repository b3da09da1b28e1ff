"""The status ladder: for each paper the rungs it is said to have reached, from rumoured to in force, with the dates."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd

from helpers.figures import grid, style, titles
from helpers.figures.cells import TableLike, listed, records, rows_of
from helpers.figures.corroboration import origin_of_claim
from helpers.figures.timeline import choose_lane
from helpers.figures.titles import say_count, say_date, say_short_date

if TYPE_CHECKING:
    import plotly.graph_objects as go
    from matplotlib.figure import Figure

RUNGS = ("rumoured", "discussed", "planned", "agreed", "signed", "ratified", "in force")
OFF_LADDER = ("postponed", "denied")
COLUMNS = (
    "paper", "note", "lane", "milestone_id", "rung", "date_words", "short", "origins", "n_origins", "contested", "sort",
)  # fmt: skip


def prepare(milestones: TableLike, claims: TableLike, articles: TableLike) -> pd.DataFrame:
    """One row a paper and rung that at least one origin says it reached.

    A paper is a milestone with a named instrument. Milestones that name the same instrument and come later with a
    higher rung continue its row (planned, then signed); one that does not climb begins a row of its own: another
    memorandum. The same name is no proof of the same paper, and the subtitle says so.
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
    out: list[dict[str, Any]] = []
    for instrument, own in chains.items():
        for chain in own:
            out += _chain_rows(instrument, chain, by_claim, by_article)
    out.sort(key=lambda r: (r["sort"], r["paper"], r["note"], (*RUNGS, *OFF_LADDER).index(r["rung"])))
    return pd.DataFrame(out, columns=list(COLUMNS))


def _rank(status: str) -> int:
    return RUNGS.index(status) if status in RUNGS else -1


def _chain_rows(
    instrument: str, chain: list[dict[str, Any]], by_claim: dict[str, Any], by_article: dict[str, Any]
) -> list[dict[str, Any]]:
    first = chain[0]
    where = f", {first['place']}" if first["place"] else ""
    note = f"{say_date(first['earliest'], first['latest'], first['weekday'])}{where}"
    rows: dict[str, dict[str, Any]] = {}
    for m in chain:
        origins = [str(o) for o in listed(m["origins"])]
        for claim_id in listed(m["claim_ids"]):
            claim = by_claim[claim_id]
            rung = claim["status"]
            if rung not in RUNGS and rung not in OFF_LADDER:
                continue
            row = rows.setdefault(rung, {
                "paper": titles.sentence_case(style.clean_text(instrument)), "note": note, "lane": choose_lane(m),
                "milestone_id": m["milestone_id"], "rung": rung, "origins": set(),
                "date_words": say_date(m["earliest"], m["latest"]), "short": say_short_date(m["earliest"], m["latest"]),
                "contested": "status" in listed(m["contradictions"]), "sort": str(first["earliest"] or first["latest"] or "9999"),
            })  # fmt: skip
            row["origins"].add(origin_of_claim(claim, by_article[claim["article_id"]], origins))
    for row in rows.values():
        row["origins"] = sorted(row["origins"])
        row["n_origins"] = len(row["origins"])
    return list(rows.values())


def _papers(prepared: pd.DataFrame) -> list[tuple[str, str]]:
    return list(dict.fromkeys(zip(prepared["paper"], prepared["note"], strict=True)))


def title(prepared: pd.DataFrame) -> str:
    """The finding in ten words or fewer, from the table."""
    papers = _papers(prepared)
    if not papers:
        return "No paper is named in any milestone"
    done = {(r.paper, r.note) for r in records(prepared) if r.rung in ("signed", "ratified", "in force")}
    later = {(r.paper, r.note) for r in records(prepared) if r.rung in ("ratified", "in force")}
    tail = f"{titles.say_number(len(later))} ratified" if later else "none ratified"
    said = f"{titles.say_number(len(done))} of {say_count(len(papers), 'paper')} said signed, {tail}"
    return titles.check_title(titles.sentence_case(said))


def subtitle(prepared: pd.DataFrame) -> str:
    """Measure and how to read the rungs."""
    text = "Rungs that at least one origin says each named paper reached, with the date of the milestone."
    if len(prepared):
        text += " Hollow: said by one origin only. Ring: accounts exclude each other. The same name is no proof of the same paper."
    return text


def source_line(prepared: pd.DataFrame) -> str:
    """Where the content comes from, from the origins in the table."""
    return titles.say_sources({o for row in prepared["origins"] for o in row})


def alt_text(prepared: pd.DataFrame) -> str:
    """The ladder in words."""
    if prepared.empty:
        return "Empty ladder: no milestone names a paper."
    said = []
    for (paper, note), rows in list(prepared.groupby(["paper", "note"], sort=False))[:12]:
        rungs = titles.join_words(f"{r.rung} ({say_count(r.n_origins, 'origin')})" for r in records(rows))
        said.append(f"{paper} ({note}): {rungs}")
    return "Ladder of papers and rungs. " + "; ".join(said) + "."


def data_table(prepared: pd.DataFrame) -> pd.DataFrame:
    """One row a paper and rung, as people read it."""
    return pd.DataFrame({
        "Paper": prepared["paper"], "First said": prepared["note"], "Rung": prepared["rung"], "Date": prepared["date_words"],
        "Origins": [", ".join(o) for o in prepared["origins"]],
    })  # fmt: skip


def _grid(prepared: pd.DataFrame) -> grid.Grid:
    papers = _papers(prepared)
    row_at = {p: i for i, p in enumerate(papers)}
    present = set(prepared["rung"])
    rungs = [r for r in (*RUNGS, *OFF_LADDER) if r in RUNGS[1:6] or r in present]
    cells = {}
    for r in records(prepared):
        cells[row_at[r.paper, r.note], rungs.index(r.rung)] = grid.Cell(
            symbol=r.rung, colour=style.LANE_COLOURS[r.lane], fill=0.8 if r.n_origins > 1 else 0.0, text=r.short,
            hover=f"{r.paper}: {r.rung}, {r.date_words}, according to {', '.join(r.origins)}", ring=bool(r.contested),
            key=r.milestone_id,
        )  # fmt: skip
    return grid.Grid(
        rows=papers, columns=rungs, cells=cells, steps=True, row_noun="papers", column_noun="rungs", blank=""
    )


def plot_print(prepared: pd.DataFrame, *, framed: bool = True) -> Figure:
    """The ladder for paper (matplotlib)."""
    with style.house_style():
        figure = (
            grid.draw_print(_grid(prepared))
            if len(prepared)
            else style.say_in_figure("No milestone names a paper.")
        )
        if framed:
            style.frame(
                figure, title=title(prepared), subtitle=subtitle(prepared), source=source_line(prepared)
            )
        return figure


def plot_screen(prepared: pd.DataFrame) -> go.Figure:
    """The ladder for the screen (plotly)."""
    from helpers.figures.timeline_screen import say_on_screen

    return (
        grid.draw_screen(_grid(prepared)) if len(prepared) else say_on_screen("No milestone names a paper.")
    )
