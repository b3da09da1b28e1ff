"""The explorer in JupyterLab: facets with live counts, a timeline to click on, the evidence pane; thin over the models."""

from __future__ import annotations

import gc
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import ipywidgets as w
import pandas as pd
import plotly.graph_objects as go

from helpers.explore.corpus import Corpus
from helpers.explore.markup import evidence_html, picture_html, safe, table_html, wrapped
from helpers.explore.model_evidence import evidence_table, find_event, gather_evidence
from helpers.explore.model_facets import (
    FACETS,
    FacetIndex,
    counts_table,
    events_table,
    index_facets,
)
from helpers.explore.room import RoomWidget
from helpers.explore.shown import Shown
from helpers.figures import timeline
from helpers.figures.style import clean_text, to_svg
from helpers.figures.titles import say_date, shorten

Row = Mapping[str, Any]
# Marks drawn at once: more can neither be read nor drawn in time for a click; the best supported are drawn, and it says so.
MOST_MARKS = 150
MOST_LISTED = 500
LEAST_WIDTH = 480  # pixels of the chart; where there is less room it scrolls
MOST_LETTERS = 27  # of a facet's value, so that its count is still seen in a column of the grid
# Widgets stand 2 pixels from each other: with 100% they would be cut off at the right edge of the cell.
WIDE = w.Layout(width="calc(100% - 4px)")


class ExplorerDesk:
    """Holds what is chosen and shows it.

    Args:
        corpus: the tables.
        selection: facets chosen at the start.
        milestone: the event shown at the start; '' for the first that passes.

    Raises:
        InputError: a facet, value or event that these tables do not have.
    """

    def __init__(
        self, corpus: Corpus, *, selection: Mapping[str, Sequence[str]] | None = None, milestone: str = ""
    ):
        self.corpus = corpus
        self.index: FacetIndex = index_facets(corpus)
        self.selection: dict[str, tuple[str, ...]] = {f: tuple((selection or {}).get(f, ())) for f in FACETS}
        self.index.check({**(selection or {}), **self.selection})
        self._prepared = timeline.prepare(list(corpus.milestones.values()), profile=corpus.profile)
        self._rank = {m: i for i, m in enumerate(sorted(corpus.milestones, key=self._support))}
        self.current = milestone and find_event(corpus, milestone)["event_id"]
        self._boxes = {f: w.SelectMultiple(rows=6, layout=WIDE) for f in FACETS}
        self._said, self._chart = w.HTML(), w.VBox(layout=w.Layout(overflow="auto"))
        self._room = RoomWidget()
        self._list = w.Dropdown(description="Event", layout=WIDE)
        self._followers: list[Callable[[], None]] = []
        self.keyword = ""  # what the concordance looks for, once there is one
        self._evidence = w.HTML()
        self._evidence.add_class("dossier-evidence")
        self._busy = False
        for facet, box in self._boxes.items():
            box.add_class(f"facet-{facet}")
            box.observe(lambda change, name=facet: self._on_facet(name, change["new"]), names="value")
        self._list.observe(lambda change: self._on_list(change["new"]), names="value")
        self._room.observe(lambda _: self._redraw(), names="width")
        self._refresh()
        # the rows stay as long as the kernel does; walking through them again and again would hold up a click for 0.2 s
        gc.freeze()

    def show(self) -> Shown:
        """Facets, timeline and evidence; as a table, the counts, the events that pass and the evidence of one."""
        clear = w.Button(description="Clear all", tooltip="Choose nothing in every facet")
        clear.on_click(lambda _: self.choose({}))
        cells = [
            w.VBox([w.HTML(f"<b>{facet}</b>"), box], layout=w.Layout(overflow="hidden"))
            for facet, box in self._boxes.items()
        ]
        grid = w.GridBox(
            cells,
            layout=w.Layout(grid_template_columns="repeat(5, minmax(0, 1fr))", grid_gap="6px", width="100%"),
        )
        body = w.VBox(
            [self._room, grid, w.HBox([clear, self._said]), self._chart, self._list, self._evidence]
        )
        body.add_class("dossier-explorer")
        return Shown(body, self.twin)

    def choose(self, selection: Mapping[str, Sequence[str]]) -> None:
        """Choose facets, all others left open.

        Raises:
            InputError: an unknown facet or value.
        """
        self.index.check(selection)
        self.selection = {f: tuple(selection.get(f, ())) for f in FACETS}
        self._refresh()

    @property
    def events(self) -> list[Row]:
        """The events that pass, by date."""
        return self.index.select(self.selection)

    @property
    def event(self) -> Row | None:
        """The event whose evidence is shown, None when none passes."""
        return find_event(self.corpus, self.current) if self.current else None

    def open_evidence(self, name: str) -> None:
        """Show the evidence of a milestone, event or claim."""
        event = find_event(self.corpus, name)
        self.current = event["event_id"]
        self._evidence.value = evidence_html(gather_evidence(self.corpus, event))
        self._set_list()
        self._tell()

    def follow(self, act: Callable[[], None]) -> None:
        """Call `act` whenever other facets were chosen or another event was opened, so that other views go along."""
        self._followers.append(act)

    def draw(self) -> go.FigureWidget:
        """The timeline of what passes, at most `MOST_MARKS` marks; a click opens the evidence."""
        width = max(LEAST_WIDTH, self._room.width)
        figure = go.FigureWidget(timeline.plot_screen(self._shown_marks(), width=width - 20))
        figure.layout.width = width
        for trace in figure.data:
            if trace.meta == "marks":
                trace.on_click(self._on_click)
        return figure

    def counts(self) -> pd.DataFrame:
        """Facets with their counts."""
        return counts_table(self.index.count(self.selection))

    def twin(self) -> str:
        """The same as plain tables."""
        events = self.events
        parts = ["<h4>Facets</h4>", table_html(self.counts(), label="Facets", most=120)]
        shown = self._shown_marks()
        if not shown.empty:
            parts.append(picture_html(to_svg(timeline.plot_print(shown)), timeline.alt_text(shown)))
        parts += [
            f"<h4>{safe(self._say(len(events)))}</h4>",
            table_html(events_table(events), label="Events"),
        ]
        if self.event is not None:
            table = evidence_table(gather_evidence(self.corpus, self.event))
            parts += [f"<h4>Evidence: {safe(self.event['title'])}</h4>", table_html(table, label="Evidence")]
        return wrapped(*parts)

    def _support(self, name: str) -> tuple[str, int, str]:
        row = self.corpus.milestones[name]
        return (row["grade"], -row["n_origins"], name)

    def _shown_marks(self) -> pd.DataFrame:
        passing = [e["milestone_id"] for e in self.events if e["milestone_id"]]
        if len(passing) > MOST_MARKS:
            passing = sorted(passing, key=self._rank.__getitem__)[:MOST_MARKS]
        shown = self._prepared[self._prepared["key"].isin(set(passing))]
        shown.attrs = dict(self._prepared.attrs)
        return shown

    def _say(self, n: int) -> str:
        charted = sum(1 for e in self.events if e["milestone_id"])
        said = f"{n:,} of {len(self.index.events):,} events pass, {charted:,} of them charted"
        if charted > MOST_MARKS:
            said += f"; the {MOST_MARKS} best supported are drawn, narrow the facets for the others"
        return said

    def _on_facet(self, facet: str, values: tuple[str, ...]) -> None:
        if not self._busy:
            self.selection[facet] = tuple(values)
            self._refresh()

    def _on_click(self, trace: Any, points: Any, _: Any) -> None:
        if points.point_inds:
            self.open_evidence(str(trace.customdata[points.point_inds[0]][0]))

    def _on_list(self, name: str | None) -> None:
        if not self._busy and name:
            self.open_evidence(name)

    def _refresh(self) -> None:
        self._busy = True
        for facet, counts in self.index.count(self.selection).items():
            box = self._boxes[facet]
            options = [(f"{_shorten_value(clean_text(c.value))} ({c.events:,})", c.value) for c in counts]
            if list(box.options) != options:
                with box.hold_sync():
                    box.options = options
                    box.value = self.selection[facet]
            elif box.value != self.selection[facet]:
                box.value = self.selection[facet]
        events = self.events
        self._said.value = f"<span class='dossier-said'>{safe(self._say(len(events)))}</span>"
        self._redraw()
        if self.current not in {e["event_id"] for e in events}:
            charted = [e for e in events if e["milestone_id"]]
            self.current = (charted or events)[0]["event_id"] if events else ""
        self._busy = False
        if self.current:
            self.open_evidence(self.current)
        else:
            self._evidence.value = wrapped("<p>No event passes these facets.</p>")
            self._set_list()
            self._tell()

    def _tell(self) -> None:
        for act in self._followers:
            act()

    def _redraw(self) -> None:
        """Draw as wide as there is room, no wider: beyond the edge of the cell stands the latest news."""
        old = self._chart.children
        self._chart.children = [self.draw()]
        for widget in old:
            widget.close()

    def _set_list(self) -> None:
        self._busy = True
        events = self.events
        named = [(_label(e), e["event_id"]) for e in events[:MOST_LISTED]]
        if self.current and self.current not in {value for _, value in named}:
            named.insert(0, (_label(find_event(self.corpus, self.current)), self.current))
        if list(self._list.options) != named:
            self._list.options = named
        self._list.value = self.current or None
        self._busy = False


def _shorten_value(text: str) -> str:
    """A value with its middle left out when it is long: ministries and agencies differ at the end."""
    if len(text) <= MOST_LETTERS:
        return text
    last = text.rsplit(maxsplit=1)[-1][-MOST_LETTERS // 2 :]
    return f"{text[: MOST_LETTERS - len(last) - 2].rstrip()}… {last}"


def _label(event: Row) -> str:
    date = say_date(event["earliest"], event["latest"], event["weekday"])
    return f"{date}: {shorten(clean_text(event['title']), 90)}"
