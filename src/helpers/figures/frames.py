"""A figure and the words around it: the one way in which figures made of a grid or of tracks are drawn or say why not."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from helpers.figures import style

if TYPE_CHECKING:
    import plotly.graph_objects as go
    from matplotlib.figure import Figure


@dataclass(frozen=True, slots=True)
class Around:
    """The words around a printed figure."""

    title: str
    subtitle: str
    source: str


def draw_framed(draw: Callable[[], Figure] | None, around: Around | None, *, empty: str) -> Figure:
    """A printed figure in the house style; `empty` in words when there is nothing to draw (`draw` is None).

    Args:
        draw: draws the figure.
        around: what is written around it, None for nothing.
        empty: why there is nothing to draw.
    """
    with style.house_style():
        figure = style.say_in_figure(empty) if draw is None else draw()
        if around is not None:
            style.frame(figure, title=around.title, subtitle=around.subtitle, source=around.source)
        return figure


def draw_on_screen(draw: Callable[[], go.Figure] | None, *, empty: str) -> go.Figure:
    """A figure for the screen; `empty` in words when there is nothing to draw (`draw` is None)."""
    from helpers.figures.timeline_screen import say_on_screen

    return say_on_screen(empty) if draw is None else draw()
