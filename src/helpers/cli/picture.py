"""Makes docs/timeline.svg from the sample corpus: `python -m helpers.cli.picture` draws it, a test keeps it true."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path


def write_picture(path: Path | None = None) -> Path:
    """Draw the timeline of the sample corpus into docs/timeline.svg (or `path`) and give its path back."""
    from helpers.foundation.settings import find_paths
    from helpers.foundation.storage import write_text

    root = find_paths().root
    target = path or root / "docs" / "timeline.svg"
    write_text(target, draw_sample(root / "data" / "raw" / "sample"))
    return target


def draw_sample(pages: Path) -> str:
    """The timeline for paper, reference layer beside it, of what `dossier code` finds in `pages`."""
    from helpers.chronology.folder import write_folder
    from helpers.chronology.reference import load_reference
    from helpers.figures import style, timeline
    from helpers.foundation.cache import open_cache
    from helpers.foundation.engine import Engine
    from helpers.foundation.schemas import EVENTS, MILESTONES
    from helpers.foundation.settings import load_profile
    from helpers.foundation.storage import read_rows

    profile, reference = load_profile(), load_reference()
    with (
        tempfile.TemporaryDirectory(prefix="dossier-picture-") as folder,
        open_cache(None) as cache,
    ):
        out = Path(folder)
        write_folder(pages, out, profile=profile, reference=reference, cache=cache, engine=Engine())
        milestones, events = list(read_rows(MILESTONES, out)), list(read_rows(EVENTS, out))
    prepared = timeline.prepare(milestones, events, reference=reference, profile=profile)
    return style.to_svg(timeline.plot_print(prepared))


if __name__ == "__main__":
    sys.stdout.write(f"{write_picture()}\n")
