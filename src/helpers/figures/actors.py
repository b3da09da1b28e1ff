"""Who meets whom: people and the institutions they act for, named together in milestones, as a matrix of the two sides."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from itertools import combinations
from typing import TYPE_CHECKING, Any

import pandas as pd

from helpers.figures import frames, grid, style, titles
from helpers.figures.cells import TableLike, listed, records, rows_of
from helpers.figures.institutions import UNKNOWN, Standing, find_standing
from helpers.figures.titles import country_name, say_count, to_day

if TYPE_CHECKING:
    import plotly.graph_objects as go
    from matplotlib.figure import Figure

MOST = 14
EMPTY = "No milestone names two people together."
COLUMNS = (
    "a",
    "b",
    "a_side",
    "b_side",
    "a_institution",
    "b_institution",
    "n",
    "n_contested",
    "milestones",
    "titles",
)
# Kinds and statuses that bring people into one room; a denial or a postponed visit does not.
TOGETHER = ("signed", "agreed", "discussed", "held", "ratified", "in force", "planned")
Find = Callable[[str, Any, Any], Standing]


def prepare(milestones: TableLike, find: Find = find_standing) -> pd.DataFrame:
    """One row a pair of actors named in the same milestone, the most frequent first; `a` before `b` in the alphabet.

    Denied and postponed milestones do not count: nobody met. `a_side` and `b_side` are countries ('' when not known),
    the institutions those for which they acted on the milestone's date; somebody who changed office has the one of the
    most milestones.

    Args:
        milestones: the milestones table.
        find: says for whom somebody acted between two days; default by config/actors and config/institutions.yml.
    """
    together: dict[tuple[str, str], list[dict[str, Any]]] = {}
    standing: dict[str, Counter[Standing]] = {}
    alone: set[str] = set()
    source: set[str] = set()
    for m in rows_of(milestones):
        if m["status"] not in TOGETHER:
            continue
        names = sorted({style.clean_text(a) for a in listed(m["actors"])})
        alone.update(names)
        for name in names:
            found = find(name, to_day(m["earliest"]), to_day(m["latest"]))
            standing.setdefault(name, Counter())[found] += 1
        if len(names) > 1:
            source.update(str(o) for o in listed(m["origins"]))
        for pair in combinations(names, 2):
            together.setdefault(pair, []).append(m)
    main = {
        n: min(c, key=lambda s: (-c[s], s.institution == UNKNOWN, s.institution)) for n, c in standing.items()
    }
    out = [
        {
            "a": a, "b": b, "a_side": main[a].country, "b_side": main[b].country, "a_institution": main[a].institution,
            "b_institution": main[b].institution, "n": len(found), "n_contested": sum(bool(listed(m["contradictions"])) for m in found),
            "milestones": [m["milestone_id"] for m in found], "titles": [style.clean_text(m["title"]) for m in found],
        }
        for (a, b), found in sorted(together.items(), key=lambda kv: (-len(kv[1]), kv[0]))
    ]  # fmt: skip
    frame = pd.DataFrame(out, columns=list(COLUMNS))
    frame.attrs = {"n_actors": len(alone), "origins": sorted(source)}
    return frame


def _sides(prepared: pd.DataFrame) -> tuple[str, str] | None:
    """The two countries whose people meet most, in the alphabet; None when no two are known."""
    count: Counter[tuple[str, str]] = Counter()
    for r in records(prepared):
        if r.a_side and r.b_side and r.a_side != r.b_side:
            count[min(r.a_side, r.b_side), max(r.a_side, r.b_side)] += r.n
    return min(count, key=lambda pair: (-count[pair], pair)) if count else None


def _people(rows: Iterable[Any], side: str) -> dict[str, list[tuple[str, int]]]:
    """Institution -> its people of one side with how often they appear, the most frequent first."""
    weight: Counter[str] = Counter()
    place: dict[str, str] = {}
    for r in rows:
        for name, country, institution in (
            (r.a, r.a_side, r.a_institution),
            (r.b, r.b_side, r.b_institution),
        ):
            if country == side:
                weight[name] += r.n
                place[name] = institution
    groups: dict[str, list[tuple[str, int]]] = {}
    for name in sorted(weight, key=lambda n: (-weight[n], n)):
        groups.setdefault(place[name], []).append((name, weight[name]))
    return dict(sorted(groups.items(), key=lambda kv: (kv[0] == UNKNOWN, -sum(n for _, n in kv[1]), kv[0])))


def title(prepared: pd.DataFrame) -> str:
    """The finding in ten words or fewer, from the table."""
    if prepared.empty:
        return "No milestone names two people together"
    top = prepared.iloc[0]
    ties = int((prepared["n"] == top["n"]).sum())
    if ties > 1:
        return titles.check_title(f"{titles.sentence_case(titles.say_number(len(prepared)))} pairs of actors, none more often than others" if ties == len(prepared) else f"{titles.sentence_case(titles.say_number(ties))} pairs of actors appear together most often")  # fmt: skip
    said = f"{titles.shorten(top['a'], 30)} and {titles.shorten(top['b'], 30)} appear together most"
    return (
        said
        if len(said.split()) <= titles.MAX_TITLE_WORDS
        else "One pair of actors appears together most often"
    )


def subtitle(prepared: pd.DataFrame) -> str:
    """Measure and how to read the dots."""
    n = int(prepared.attrs["n_actors"])
    text = f"Milestones in which two of {say_count(n, 'named actor')} appear together; denied and postponed ones do not count."
    sides = _sides(prepared)
    if sides:
        text += f" Rows: {country_name(sides[0])}, columns: {country_name(sides[1])}; in bold institutions, below them their people."
    if len(prepared) and prepared["n_contested"].any():
        text += " A ring: accounts of it exclude each other."
    return text


def source_line(prepared: pd.DataFrame) -> str:
    """Where the content comes from, from the origins in the table."""
    return titles.say_sources(prepared.attrs["origins"])


def alt_text(prepared: pd.DataFrame) -> str:
    """The matrix in words."""
    said = "; ".join(
        f"{_named(r, 'a')} with {_named(r, 'b')} in {say_count(r.n, 'milestone')}"
        for r in records(prepared.head(12))
    )
    return f"Matrix of who appears with whom: {said or 'nobody'}."


def _named(row: Any, which: str) -> str:
    institution = getattr(row, f"{which}_institution")
    return str(getattr(row, which)) + (f" ({institution})" if institution != UNKNOWN else "")


def data_table(prepared: pd.DataFrame) -> pd.DataFrame:
    """One row a pair."""
    return pd.DataFrame(
        {
            "Actor": prepared["a"], "For": [_acts_for(r.a_side, r.a_institution) for r in records(prepared)],
            "With": prepared["b"], "For ": [_acts_for(r.b_side, r.b_institution) for r in records(prepared)],
            "Milestones": prepared["n"], "Disputed": prepared["n_contested"], "Which": ["; ".join(t) for t in prepared["titles"]],
        }
    )  # fmt: skip


def _acts_for(side: str, institution: str) -> str:
    return f"{institution}, {country_name(side)}" if side else institution


def _grid(prepared: pd.DataFrame) -> grid.Grid:
    sides = _sides(prepared)
    return _two_sided(prepared, *sides) if sides else _triangle(prepared)


def _two_sided(prepared: pd.DataFrame, left: str, right: str) -> grid.Grid:
    """People of one side by people of the other, under the institutions they act for."""
    rows = [r for r in records(prepared) if {r.a_side, r.b_side} == {left, right}]
    across = [_entries(_people(rows, side)) for side in (left, right)]
    at = [{entry: i for i, entry in enumerate(entries)} for entries in across]
    most = max(r.n for r in rows)
    cells: dict[tuple[int, int], grid.Cell] = {}
    met: dict[tuple[str, str], list[Any]] = {}
    for r in rows:
        pair = (r.a, r.b) if r.a_side == left else (r.b, r.a)
        bodies = (
            (r.a_institution, r.b_institution) if r.a_side == left else (r.b_institution, r.a_institution)
        )
        met.setdefault(bodies, []).append(r)
        cells[at[0]["person", pair[0]], at[1]["person", pair[1]]] = _cell(
            pair, [r], most, colour=style.OKABE_ITO["blue"]
        )
    for bodies, found in met.items():
        place = (at[0]["body", bodies[0]], at[1]["body", bodies[1]])
        cells[place] = _cell(bodies, found, most, colour=style.EDGE)
    outside = len(prepared) - len(rows)
    return grid.Grid(
        rows=[(entry[1], "") for entry in across[0]], columns=[entry[1] for entry in across[1]], cells=cells,
        strong=frozenset(i for i, (kind, _) in enumerate(across[0]) if kind == "body"),
        strong_columns=frozenset(i for i, (kind, _) in enumerate(across[1]) if kind == "body"),
        most_rows=2 * MOST, most_columns=MOST, blank="", row_noun="rows", column_noun="columns",
        note=f"{titles.sentence_case(say_count(outside, 'pair'))} of one side, or of sides not known, only in the table." if outside else "",
    )  # fmt: skip


def _entries(groups: dict[str, list[tuple[str, int]]]) -> list[tuple[str, str]]:
    return [
        entry
        for body, people in groups.items()
        for entry in (("body", body), *(("person", name) for name, _ in people))
    ]


def _cell(pair: tuple[str, str], rows: list[Any], most: int, *, colour: str) -> grid.Cell:
    ids = list(dict.fromkeys(i for r in rows for i in r.milestones))
    shown = list(dict.fromkeys(t for r in rows for t in r.titles))
    return grid.Cell(
        colour=colour, size=min(0.7 + 0.9 * (len(ids) / most) ** 0.5, 1.9), text=str(len(ids)), key=ids[0],
        ring=any(r.n_contested for r in rows),
        hover=f"{pair[0]} with {pair[1]}: {'; '.join(titles.shorten(t, 70) for t in shown[:5])}",
    )  # fmt: skip


def _triangle(prepared: pd.DataFrame) -> grid.Grid:
    """Everybody by everybody, where no sides are known."""
    weight: Counter[str] = Counter()
    for r in records(prepared):
        weight[r.a] += r.n
        weight[r.b] += r.n
    names = sorted(weight, key=lambda name: (-weight[name], name))
    at = {name: i for i, name in enumerate(names)}
    most = int(prepared["n"].max())
    cells = {}
    for r in records(prepared):
        i, j = sorted((at[r.a], at[r.b]))
        cells[j, i] = _cell((r.a, r.b), [r], most, colour=style.OKABE_ITO["blue"])
    return grid.Grid(
        rows=[(name, "") for name in names], columns=names[:-1], cells=cells, most_rows=MOST, most_columns=MOST - 1,
        blank="", row_noun="actors", column_noun="actors",
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
