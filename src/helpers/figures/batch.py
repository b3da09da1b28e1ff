"""Marks and strokes collected by their looks and drawn with one artist each look, so that thousands cost little."""

from __future__ import annotations

from collections import defaultdict
from typing import Any


class Batch:
    """Collects points and strokes in axes' units; `draw` puts them into the axes, lowest layer first."""

    def __init__(self) -> None:
        self._points: dict[tuple[Any, ...], list[tuple[float, float]]] = defaultdict(list)
        self._strokes: dict[tuple[Any, ...], list[tuple[tuple[float, float], tuple[float, float]]]] = (
            defaultdict(list)
        )

    def point(
        self, x: float, y: float, *, marker: str, size: float, fill: str, edge: str, width: float, layer: int
    ) -> None:
        """A mark of `size` points."""
        self._points[marker, size, fill, edge, width, layer].append((x, y))

    def stroke(
        self, x0: float, y0: float, x1: float, y1: float, *, colour: str, width: float, layer: int = 2
    ) -> None:
        """A straight stroke with flat ends."""
        self._strokes[colour, width, layer].append(((x0, y0), (x1, y1)))

    def draw(self, axes: Any) -> None:
        """Draw what was collected."""
        from matplotlib.collections import LineCollection

        for (colour, width, layer), strokes in self._strokes.items():
            axes.add_collection(
                LineCollection(strokes, colors=colour, linewidths=width, capstyle="butt", zorder=layer)
            )
        for (marker, size, fill, edge, width, layer), places in self._points.items():
            xs, ys = zip(*places, strict=True)
            axes.plot(xs, ys, marker=marker, ms=size, mfc=fill, mec=edge, mew=width, ls="", zorder=layer)
