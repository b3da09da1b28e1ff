"""How much of a run came from the cache, as its executed notebooks show it."""

from __future__ import annotations

import json
import re
from pathlib import Path

STEPS = {"cleaning": "10_clean_corpus", "coding": "20_code_claims"}
_REUSE = re.compile(r"(\d+ of \d+) from the cache")


def read_reuse(notebooks: Path) -> dict[str, str]:
    """Step -> `<kept> of <all>`, files for cleaning and articles for coding; without a step whose notebook does not say.

    Args:
        notebooks: folder of executed notebooks.
    """
    out = {}
    for step, name in STEPS.items():
        path = notebooks / f"{name}.ipynb"
        if not path.is_file():
            continue
        cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
        shown = [
            "".join(output.get("data", {}).get("text/plain", ""))
            for cell in cells
            for output in cell.get("outputs", ())
        ]
        if found := next((m for text in shown if (m := _REUSE.fullmatch(text.strip()))), None):
            out[step] = found[1]
    return out
