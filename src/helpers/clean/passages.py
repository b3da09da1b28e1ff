"""The lines of a page with the decisions of cleaning, whatever format it came in."""

from __future__ import annotations

from helpers.clean.furniture import classify_lines
from helpers.foundation.records import Line, Page


def classify_page(page: Page) -> list[Line]:
    """Decide for each line of a page whether it is part of the article; offsets are those of `page.text`."""
    return classify_lines(page.text)
