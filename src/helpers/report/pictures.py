"""The figures of a report, prepared once from its content: the same tables for the page, the PDF and the briefing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any

from helpers.foundation.errors import DossierError
from helpers.report.content import Content

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, slots=True)
class Picture:
    """A figure ready to be drawn: the module that draws it and its prepared table."""

    name: str
    module: ModuleType
    prepared: pd.DataFrame

    @property
    def title(self) -> str:
        """The finding."""
        return str(self.module.title(self.prepared))

    @property
    def subtitle(self) -> str:
        """Measure, place, period."""
        return str(self.module.subtitle(self.prepared))

    @property
    def source(self) -> str:
        """Where the content comes from."""
        return str(self.module.source_line(self.prepared))

    @property
    def alt(self) -> str:
        """What a reader who does not see it is told."""
        return str(self.module.alt_text(self.prepared))

    def svg(self) -> str:
        """The print form without its words around it."""
        from helpers.figures.style import to_svg

        return to_svg(self.module.plot_print(self.prepared, framed=False))


def prepare_pictures(
    content: Content, *, reference: Any = None, reports: Path | None = None
) -> dict[str, Picture]:
    """Every figure of a report by name, in the order of the report.

    Args:
        content: what the report shows.
        reference: entries of the reference layer, None for none.
        reports: folder of the run, in which `previous` holds the run before; None for no comparison.
    """
    from helpers.figures import actors, changes, corroboration, coverage, ladder, removed, timeline

    milestones, articles = list(content.milestones), list(content.articles.values())
    claims = list(content.claims.values())
    prepared = (
        ("timeline", timeline, timeline.prepare(milestones, list(content.events), reference=reference, profile=content.run["profile"])),
        ("corroboration", corroboration, corroboration.prepare(milestones, claims, articles, content.contradictions)),
        ("ladder", ladder, ladder.prepare(milestones, claims, articles, content.contradictions)),
        ("actors", actors, actors.prepare(milestones)),
        ("changes", changes, prepare_changes(reports)),
        ("coverage", coverage, coverage.prepare(articles)),
        ("removed", removed, removed.prepare(articles, content.lines)),
    )  # fmt: skip
    return {name: Picture(name, module, frame) for name, module, frame in prepared}


def prepare_changes(reports: Path | None) -> pd.DataFrame:
    """What changed since the run before, when there is one; `reports` is the folder of the run.

    A run before that can no longer be read (other columns, a damaged file) is no reason to fail: there is then nothing
    to compare with, and the table's `attrs` say why.
    """
    from helpers.chronology.difference import compare_runs
    from helpers.chronology.difference import read_run as read_tables
    from helpers.figures import changes

    previous = None if reports is None else find_previous(reports.resolve())
    if reports is None or previous is None:
        return changes.prepare(None)
    try:
        found = compare_runs(previous, reports)
        before, now = read_tables(previous).record, read_tables(reports).record
    except DossierError as err:
        frame = changes.prepare(None)
        frame.attrs["why"] = str(err)
        return frame
    moved = _pages_of(before) != _pages_of(now)
    return changes.prepare(found.changes, since=str(before["run_id"]), other_folder=moved)


def _pages_of(record: Mapping[str, Any]) -> tuple[object, ...]:
    """Which folder a run read: the sample that stepped aside for pages of one's own counts as another."""
    return record.get("raw"), tuple(record.get("without") or ())


def find_previous(folder: Path) -> Path | None:
    """The run before the one in `folder`: kept in it as `previous` while it is made, else the one before it beside it.

    Names of run folders begin with the time they were started, so the one before is the next smaller name.
    """
    if (folder / "previous" / "run.json").is_file():
        return folder / "previous"
    if not (folder / "run.json").is_file():
        return None
    earlier = [
        p.parent
        for p in folder.parent.glob("[0-9]*/run.json")
        if p.parent.name < folder.name and (p.parent / "processed").is_dir()
    ]
    return max(earlier, key=lambda p: p.name, default=None)
