"""Which line is the headline of an article: the crawler's, else what is kept of the lines above the first sentence, else the best."""

from __future__ import annotations

import re

from helpers.clean.furniture_characters import COLON, COMMA, DASH, QUOTE, STOP
from helpers.clean.furniture_credits import may_name_picture, names_its_picture
from helpers.clean.furniture_cues import Cues
from helpers.clean.furniture_features import FEATURES
from helpers.clean.furniture_lines import Bools, Floats, PageLines
from helpers.clean.publisher_names import is_menu_row

# What some crawlers write before the title on the first line.
CRAWLER_PREFIX = re.compile(r"date \d{4}-\d{2}-\d{2} ")
TITLE_WIDTH = (18, 240)  # Latin-letter equivalents
TITLE_REACH = 14  # lines above the article in which its title is looked for
_WIDTH, _WEIGHT, _CUE, _DATED, _REPEATS = (
    FEATURES.index(name) for name in ("width", "weight", "cue", "dated", "repeats")
)
_SHORTEST_TITLE = 8
_LEAD_WIDTH = 50
_SHORT_REACH = 6  # lines above the article in which captions stand between it and a short title
_STOPS = (ord("."), ord("。"))
_NO_LETTER = re.compile(r"[\W_]+")


def title_key(line: str) -> str:
    """A headline as it is compared with its repetitions: without the crawler's prefix, case and marks."""
    prefix = CRAWLER_PREFIX.match(line)
    line = line[prefix.end() :] if prefix else line
    return _NO_LETTER.sub("", line).lower()


def find_titles(
    text: str,
    lines: PageLines,
    rows: Floats,
    keep: Bools,
    scores: Floats,
    credits: Bools,
    brief: Bools,
    cues: Cues,
) -> list[int | None]:
    """For each page the line that names its article, None where no line does.

    Args:
        text: the page text.
        lines: the lines of one or several pages.
        rows: their features.
        keep: which are kept.
        scores: their scores.
        credits: which are dates, bylines and the like.
        brief: which kept lines are short sentences of the article.
        cues: the cues of all languages.
    """
    body = (keep & ((rows[_WEIGHT] > 0.5) | brief)).nonzero()[0]
    kept = keep.nonzero()[0]
    width, last, first = rows[_WIDTH], lines.last_code, lines.first
    fits = (width >= TITLE_WIDTH[0]) & (width <= TITLE_WIDTH[1]) & (last != _STOPS[0]) & (last != _STOPS[1])
    fits &= (rows[_CUE] == 0) & ~credits & (first != DASH) & (lines.last != COMMA) & (lines.last != COLON)
    fits &= keep | ((rows[_DATED] == 0) & (lines.words >= 3) & (first != QUOTE))
    places = fits.nonzero()[0]
    pictured = may_name_picture(lines) & (lines.last != STOP) & ~keep
    body_at, kept_at = body.searchsorted(lines.bounds).tolist(), kept.searchsorted(lines.bounds).tolist()

    def is_none(i: int) -> bool:
        """A row of a menu, or a caption that names its picture."""
        line = text[lines.start[i] : lines.end[i]]
        return is_menu_row(line) or (bool(pictured[i]) and names_its_picture(line, cues))

    out: list[int | None] = []
    for page, start in enumerate(lines.bounds[:-1].tolist()):
        if CRAWLER_PREFIX.match(text, int(lines.start[start])):
            out.append(start)
            continue
        if body_at[page] < body_at[page + 1]:
            at = int(body[body_at[page]])
        elif kept_at[page] < kept_at[page + 1]:
            at = int(kept[kept_at[page]])
        else:
            out.append(None)
            continue
        low = max(start, at - TITLE_REACH)
        some = slice(int(places.searchsorted(low)), int(places.searchsorted(at, side="right")))
        found = places[some].tolist()
        if found and found[-1] == at and lines.last[at] == STOP:
            del found[-1]
        merit = {i: float(scores[i]) + 0.02 * (i - low) for i in found}
        # what the tables kept comes first, in the order of the page; then the best
        ranked = sorted(found, key=lambda i, merit=merit: (0, i) if keep[i] else (1, -merit[i]))  # type: ignore[misc]
        title = next((i for i in ranked if not is_none(i)), None)
        if title is None:
            for i in range(max(low, at - _SHORT_REACH), at):
                credits[i] |= pictured[i] and is_none(i)
            title = _find_short_title(lines, rows, credits, max(low, start + 1), at)
        out.append(title)
    return out


def _find_short_title(lines: PageLines, rows: Floats, credits: Bools, low: int, first: int) -> int | None:
    """A headline of two or three words: the line right above the date, the byline or the first sentence of the article."""
    at = first - 1
    while at >= low and credits[at]:
        at -= 1
    if at > low and lines.last[at] == STOP and lines.width[at] >= _LEAD_WIDTH:
        at -= 1  # the sentence under the headline
    if (
        at < low
        or lines.width[at] < _SHORTEST_TITLE
        or lines.words[at] < 2
        or rows[_CUE, at]
        or rows[_REPEATS, at] > 2
        or lines.last[at] == STOP
    ):
        return None
    return at
