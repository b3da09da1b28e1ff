"""Rows of menus: sentences they are not, and the last one above an article parts the site's head from it.

What stands above the menu of a site is its name, its slogan, the day and the weather; a headline stands below. A row of links to
share the article by, which may stand under its headline, parts nothing.
"""

from __future__ import annotations

import numpy as np

from helpers.clean.furniture_characters import BAR, BLANK, COLON, DASH, STOP
from helpers.clean.furniture_cues import CUE_KINDS, Cues
from helpers.clean.furniture_lines import Bools, PageLines
from helpers.clean.publisher_names import is_menu_row, menu_entries

_FEWEST_WORDS = 3
_WIDEST = 240.0  # Latin-letter equivalents
_HEAD_LINES = 12  # of the page: a row further down stands among links, under a headline or beside a picture
_SIGNS = ("|", "·", "•", " / ", "::", "  ", "\t", "»", "›", " - ", " – ", " — ")
_QUESTION = ord("?")
_OF_ARTICLES = sum(1 << CUE_KINDS.index(kind) for kind in ("share", "date", "byline", "comments", "tags"))


def may_be_menu(lines: PageLines) -> Bools:
    """Lines that may be rows of menus: without a stop at their end, with signs or wide blanks between their words."""
    counts = lines.counts
    signs = counts[BAR] + counts[DASH] + counts[COLON] >= 2
    signs |= counts[BLANK] >= lines.words + 1  # a blank more than stands between the words, twice
    open_end = (lines.last != STOP) | (lines.last_code == _QUESTION)
    return np.asarray(signs & open_end & (lines.words >= _FEWEST_WORDS) & (lines.width < _WIDEST), np.bool_)


def is_menu(line: str) -> bool:
    """True for a row of a menu; lines without the signs that part entries are not looked at."""
    return any(sign in line for sign in _SIGNS) and is_menu_row(line)


def find_head_ends(
    text: str, lines: PageLines, maybe: Bools, first: dict[int, int], cues: Cues
) -> dict[int, int]:
    """For pages that have one, the last row of a menu at their top and above the article.

    Args:
        text: the page text.
        lines: the lines of one or several pages.
        maybe: which may be rows of menus (`may_be_menu`).
        first: for each page the first line of its article.
        cues: the cues of all languages.
    """
    places = (maybe & (lines.place < _HEAD_LINES)).nonzero()[0]
    out: dict[int, int] = {}
    for page, at in first.items():
        some = places[places.searchsorted(lines.bounds[page]) : places.searchsorted(at)]
        for i in reversed(some.tolist()):
            line = text[lines.start[i] : lines.end[i]]
            if is_menu(line) and not _is_of_article(line, cues):
                out[page] = i
                break
    return out


def _is_of_article(line: str, cues: Cues) -> bool:
    """True for a row that shares an article, says when and by whom it was written or what it is about: it may stand under a headline."""
    entries = menu_entries(line)
    found = sum(1 for bits in cues.match_starts(entries) if bits & _OF_ARTICLES)
    return 2 * found >= len(entries)
