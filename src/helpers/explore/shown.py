"""A view and its plain twin in one output: JupyterLab shows the widget, an exported notebook the table."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any


class Shown:
    """What a cell shows.

    Args:
        widget: the ipywidget.
        twin: makes the same as static HTML, at the moment the cell runs.
    """

    def __init__(self, widget: Any, twin: Callable[[], str]):
        self.widget = widget
        self.twin = twin

    def _repr_mimebundle_(self, **_: Any) -> dict[str, Any]:
        found = self.widget._repr_mimebundle_()
        bundle: dict[str, Any] = dict(found[0] if isinstance(found, tuple) else found)
        bundle["text/plain"] = "a view with its plain table"
        bundle["text/html"] = self.twin()
        return bundle
