"""The corroboration matrix: milestones by origins, each cell what that origin says: signed, discussed, denied, nothing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

import pandas as pd

from helpers.figures import frames, grid, style, titles
from helpers.figures.cells import TableLike, listed, records, rows_of
from helpers.figures.timeline import choose_lane, make_label
from helpers.figures.titles import say_count, say_date
from helpers.foundation.schemas import STATUSES

if TYPE_CHECKING:
    import plotly.graph_objects as go
    from matplotlib.figure import Figure

EMPTY = "No milestone to corroborate."
UNATTRIBUTED = "unattributed"
MOST_ORIGINS = 11  # columns drawn; the others are in the table
COLUMNS = (
    "milestone_id",
    "title",
    "date_words",
    "lane",
    "contested",
    "n_origins",
    "origin",
    "says",
    "n_claims",
    "others",
    "against",
    "disputes",
    "counted",
)


def origins_of_claims(
    milestone: Mapping[str, Any], by_claim: Mapping[str, Any], by_article: Mapping[str, Any]
) -> dict[str, str]:
    """claim_id -> who says so, for the claims of a milestone.

    The origin counted to which the article or the claim goes back; else the one that another claim of the same article here
    goes back to (a headline names nobody); else the article's or the claim's own, counted or not; else the unattributed.
    A denial that contradicts nothing here is about another paper, and left out.
    """
    counted = [str(o) for o in listed(milestone["origins"])]
    claims = [by_claim[c] for c in listed(milestone["claim_ids"])]
    if milestone["status"] != "denied" and not {"status", "defence"} & set(
        listed(milestone["contradictions"])
    ):
        claims = [c for c in claims if c["status"] != "denied"] or claims
    named = {
        c["claim_id"]: [
            str(n)
            for n in (by_article[c["article_id"]].get("origin"), *listed(c.get("attribution")))
            if n is not None
        ]
        for c in claims
    }
    found: dict[str, str] = {}
    of_article: dict[str, str] = {}
    for claim in claims:
        if own := next((n for n in named[claim["claim_id"]] if n in counted), ""):
            found[claim["claim_id"]] = own
            of_article.setdefault(claim["article_id"], own)
    rest = counted[0] if len(counted) == 1 else UNATTRIBUTED
    for claim in claims:
        of_page = of_article.get(claim["article_id"])
        found.setdefault(claim["claim_id"], of_page or next(iter(named[claim["claim_id"]]), rest))
    return found


def prepare(
    milestones: TableLike, claims: TableLike, articles: TableLike, contradictions: TableLike = None
) -> pd.DataFrame:
    """One row a milestone and origin that speaks of it; origins that say nothing have no row.

    Columns: `says` is the furthest status that origin's claims assert (denied where it only denies), `others` further
    statuses its claims give. Milestones in order of date, undated last. An origin whose claims tell an event of their own
    but stand against this one (it says 'discussed only' of what others call signed) has a row too: `against` is true. `disputes` says that the
    origin is on one side of a contradiction; `counted` that it is one of the milestone's independent origins.
    """
    by_claim = {c["claim_id"]: c for c in rows_of(claims)}
    by_article = {a["article_id"]: a for a in rows_of(articles)}
    sides: dict[str, list[dict[str, Any]]] = {}
    for row in rows_of(contradictions):
        sides.setdefault(str(row["milestone_id"]), []).append(row)
    out: list[dict[str, Any]] = []
    ordered = sorted(
        rows_of(milestones), key=lambda m: (m["earliest"] or m["latest"] or "9999", m["milestone_id"])
    )
    for m in ordered:
        origins = [str(o) for o in listed(m["origins"])]
        said: dict[str, list[str]] = {o: [] for o in origins}
        for claim_id, origin in origins_of_claims(m, by_claim, by_article).items():
            said.setdefault(origin, []).append(by_claim[claim_id]["status"])
        own_sides = sides.get(m["milestone_id"], [])
        opposing = dict(_opposing(m, own_sides, set(origins), by_claim))
        disputing = {str(o) for side in own_sides for o in listed(side["origins"])}
        contested = bool(listed(m["contradictions"]))
        common = {
            "milestone_id": m["milestone_id"], "title": style.clean_text(m["title"]),
            "date_words": say_date(m["earliest"], m["latest"], m["weekday"]), "lane": choose_lane(m),
            "contested": contested, "n_origins": len(origins),
        }  # fmt: skip
        for origin, statuses in sorted(said.items()):
            if origin in opposing:
                continue
            ranked = sorted(set(statuses), key=STATUSES.index)
            asserted = [s for s in ranked if s != "denied"] or ranked
            out.append({
                **common, "origin": origin,
                "says": asserted[-1] if asserted else m["status"], "n_claims": len(statuses),
                "others": [s for s in ranked if s != asserted[-1]] if asserted else [], "against": False,
                "disputes": origin in disputing if own_sides else contested, "counted": origin in origins,
            })  # fmt: skip
        for origin, side in opposing.items():
            # what it says besides, as of a weaker step of the same, is no support
            also = said.get(origin, [])
            others = sorted(set(also) - {side["says"]}, key=STATUSES.index)
            out.append({**common, "origin": origin, "says": side["says"], "n_claims": side["n_claims"] + len(also), "others": others, "against": True, "disputes": True, "counted": False})  # fmt: skip
    return pd.DataFrame(out, columns=list(COLUMNS))


def _opposing(
    milestone: dict[str, Any], sides: Iterable[dict[str, Any]], known: set[str], by_claim: dict[str, Any]
) -> list[tuple[str, dict[str, Any]]]:
    """Origins that only speak against a milestone: origin -> what their claims say furthest, and how many they are."""
    own = set(listed(milestone["claim_ids"]))
    found: dict[str, set[str]] = {}
    for side in sides:
        for origin in map(str, listed(side["origins"])):
            others = [c for c in listed(side["claim_ids"]) if c not in own]
            if others and origin not in known:
                found.setdefault(origin, set()).update(others)
    return [
        (
            origin,
            {"says": max((by_claim[c]["status"] for c in ids), key=STATUSES.index), "n_claims": len(ids)},
        )
        for origin, ids in sorted(found.items())
    ]


def _by_milestone(prepared: pd.DataFrame) -> pd.DataFrame:
    return prepared.drop_duplicates("milestone_id")


def title(prepared: pd.DataFrame) -> str:
    """The finding in ten words or fewer, from the table."""
    if prepared.empty:
        return "No milestone to corroborate"
    rows = _by_milestone(prepared)
    several = int((rows["n_origins"] > 1).sum())
    if several == 0:
        return "No milestone has more than one independent origin"
    verb = "rests" if several == 1 else "rest"
    return titles.check_title(
        f"{titles.sentence_case(titles.say_number(several))} of {say_count(len(rows), 'milestone')} {verb} on several origins"
    )


def subtitle(prepared: pd.DataFrame) -> str:
    """Measure and how to read the cells."""
    if prepared.empty:
        return "What each independent origin says of each milestone."
    counted = prepared["counted"].astype(bool)
    n = prepared.loc[counted, "origin"].nunique()
    text = (
        f"What each of {say_count(n, 'independent origin')} says of each milestone, copies counted once. "
        "A dot · means it says nothing; a ring marks origins whose accounts exclude each other."
    )
    if (~counted & ~prepared["against"].astype(bool)).any():
        text += " Who only passes on another's words, or says less, has a mark and is not counted."
    return text


def source_line(prepared: pd.DataFrame) -> str:
    """Where the content comes from, from the origins in the table."""
    return titles.say_sources(set(prepared["origin"]))


def alt_text(prepared: pd.DataFrame) -> str:
    """The matrix in words."""
    if prepared.empty:
        return "Empty matrix: there is no milestone."
    said = []
    for _, rows in list(prepared.groupby("milestone_id", sort=False))[:12]:
        cells = titles.join_words(f"{r.origin} says {r.says}" for r in records(rows))
        said.append(f"{titles.shorten(rows.iloc[0]['title'], 80)}: {cells}")
    return "Matrix of milestones and origins. " + "; ".join(said) + "."


def data_table(prepared: pd.DataFrame) -> pd.DataFrame:
    """One row a milestone and origin, as people read it."""
    return pd.DataFrame({
        "Milestone": prepared["title"], "Date": prepared["date_words"], "Origin": prepared["origin"],
        "Says": prepared["says"], "Also says": [", ".join(o) for o in prepared["others"]], "Claims": prepared["n_claims"],
    })  # fmt: skip


def _grid(prepared: pd.DataFrame) -> grid.Grid:
    rows = _by_milestone(prepared)
    order = (
        prepared.groupby("origin")["milestone_id"]
        .nunique()
        .sort_index()
        .sort_values(ascending=False, kind="stable")
    )
    origins = [str(o) for o in order.index if o != UNATTRIBUTED]
    if (
        UNATTRIBUTED in order.index
    ):  # last of those that are drawn: a page without a source is seen, not cut off
        origins.insert(MOST_ORIGINS - 1, UNATTRIBUTED)
    row_at = {m: i for i, m in enumerate(rows["milestone_id"])}
    column_at = {o: i for i, o in enumerate(origins)}
    cells = {}
    for r in records(prepared):
        also = f"; also {', '.join(r.others)}" if r.others else ""
        says = r.says if not r.against else "talks only" if r.says == "discussed" else f"{r.says} only"
        cells[row_at[r.milestone_id], column_at[r.origin]] = grid.Cell(
            symbol=r.says, colour=style.LANE_COLOURS[r.lane], fill=0.0 if r.against or r.says in ("denied", "rumoured") else 0.75, text=says,
            hover=f"{r.origin}: {says}{also}. {r.title}", ring=bool(r.disputes), key=r.milestone_id,
        )  # fmt: skip
    return grid.Grid(
        rows=[
            (make_label(r.title, 44), f"{r.date_words} · {say_count(r.n_origins, 'origin')}{' · disputed' if r.contested else ''}")
            for r in records(rows)
        ],
        columns=origins, cells=cells, row_noun="milestones", column_noun="origins", most_columns=MOST_ORIGINS,
    )  # fmt: skip


def plot_print(prepared: pd.DataFrame, *, framed: bool = True) -> Figure:
    """The matrix for paper (matplotlib)."""
    around = frames.Around(title(prepared), subtitle(prepared), source_line(prepared)) if framed else None
    draw = (lambda: grid.draw_print(_grid(prepared))) if len(prepared) else None
    return frames.draw_framed(draw, around, empty=EMPTY)


def plot_screen(prepared: pd.DataFrame) -> go.Figure:
    """The matrix for the screen (plotly)."""
    draw = (lambda: grid.draw_screen(_grid(prepared))) if len(prepared) else None
    return frames.draw_on_screen(draw, empty=EMPTY)
