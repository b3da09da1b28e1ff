"""The lines of a page with the decisions of cleaning, and the text that is kept, whatever format the page came in."""

from __future__ import annotations

from helpers.clean.furniture import classify_lines, clean_text
from helpers.foundation.records import Line, Page


def classify_page(page: Page) -> list[Line]:
    """Decide for each line of a page whether it is part of the article; offsets are those of `page.text`."""
    return classify_lines(page.text)


def keep_text(page: Page) -> str:
    """The kept lines of `classify_page`, joined by newlines, without the work of naming what was cut."""
    return clean_text(page.text)
