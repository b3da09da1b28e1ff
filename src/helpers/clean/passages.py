"""The lines of a page with the decisions of cleaning, and the text that is kept, whatever format the page came in."""

from __future__ import annotations

import logging

from helpers.clean.furniture import classify_lines, clean_text
from helpers.foundation.errors import InputError
from helpers.foundation.records import Line, Page

log = logging.getLogger(__name__)


def classify_page(page: Page) -> list[Line]:
    """Decide for each line of a page whether it is part of the article; offsets are those of `page.text`.

    Where the page has its HTML, the document's structure has a say; where that is not the source of the page text (a reader
    that changed one of the two), the text alone decides, and the log says so.
    """
    if page.html is None:
        return classify_lines(page.text)
    from helpers.clean.html_block import choose_lines

    try:
        return choose_lines(page.html, page.text)
    except InputError as err:
        log.warning("%s %s: cleaned by its text alone: %s", page.source_path, page.source_part, err)
        return classify_lines(page.text)


def keep_text(page: Page) -> str:
    """The kept lines of `classify_page`, joined by newlines, without the work of naming what was cut.

    Of an HTML page the body alone, as readers of such pages do: its title is metadata of the document and stands in the
    articles table. A text dump has no other place for its title, so there it is kept.
    """
    if page.html is None:
        return clean_text(page.text)
    return "\n".join(
        line.span.of(page.text) for line in classify_page(page) if line.kept and line.role != "title"
    )
