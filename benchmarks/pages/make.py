"""Pages and truth onto disk, one page in memory at a time."""

from __future__ import annotations

import json
from pathlib import Path

from benchmarks.pages.happenings import number_of_milestones, plant
from benchmarks.pages.writing import write_pages


def make(pages: int, folder: Path, *, seed: int = 1, milestones: int = 0, truth: Path | None = None) -> Path:
    """Write invented pages below `folder` and what was planted to `truth`.

    Raises:
        SystemExit: the folder is not empty, or the truth would lie inside it.
    """
    truth = truth or folder.with_name(f"{folder.name}-truth.json")
    if folder.resolve() in truth.resolve().parents:
        raise SystemExit(f"{truth}: lies inside the folder of pages; name a place outside")
    if folder.exists() and any(folder.iterdir()):
        raise SystemExit(f"{folder}: is not empty; name a new folder")
    happenings = plant(milestones or number_of_milestones(pages), seed)
    told: dict[str, list[str]] = {h.id: [] for h in happenings}
    made: set[Path] = set()
    for page in write_pages(pages, happenings, seed):
        path = folder / page.path
        if path.parent not in made:
            path.parent.mkdir(parents=True, exist_ok=True)
            made.add(path.parent)
        path.write_bytes(page.data)
        if page.happening is not None:
            told[page.happening.id].append(page.path)
    planted = [{**h.truth(), "pages": told[h.id]} for h in happenings if told[h.id]]
    with truth.open("w", encoding="utf-8") as file:
        json.dump(
            {
                "about": "invented pages, see benchmarks/pages",
                "pages": pages,
                "seed": seed,
                "planted": planted,
            },
            file,
        )
    return truth
