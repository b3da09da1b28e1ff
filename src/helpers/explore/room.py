"""How wide the page leaves room for a chart: a figure that is drawn before it is on the page cannot ask itself."""

from __future__ import annotations

from pathlib import Path

import anywidget
import traitlets

USUAL = 940  # pixels, until the page has said; the room in a notebook on a laptop with the file browser open


class RoomWidget(anywidget.AnyWidget):  # type: ignore[misc,unused-ignore]
    """An invisible line as wide as its surroundings; `width` follows them, in CSS pixels."""

    _esm = Path(__file__).with_name("room.js")
    width = traitlets.Int(USUAL, min=100, max=10_000).tag(sync=True)
