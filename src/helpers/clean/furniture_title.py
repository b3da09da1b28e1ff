"""Which line is the headline of an article: the crawler's, else the one above it that speaks of what the article speaks of."""

from __future__ import annotations

import re

import numpy as np

from helpers.clean.furniture_characters import BREAK, COLON, COMMA, DASH, STOP
from helpers.clean.furniture_credits import may_name_picture, names_its_picture
from helpers.clean.furniture_cues import Cues, asks_for_consent
from helpers.clean.furniture_features import FEATURES
from helpers.clean.furniture_lines import Bools, Floats, Ints, PageLines
from helpers.clean.furniture_menus import find_head_ends
from helpers.clean.furniture_words import PageWords
from helpers.clean.publisher_names import is_institution, is_menu_row

# What some crawlers write before the title on the first line.
CRAWLER_PREFIX = re.compile(r"date \d{4}-\d{2}-\d{2} ")
TITLE_WIDTH = (18, 240)  # Latin-letter equivalents
TITLE_REACH = 14  # lines above the article that may belong to it
_FAR_REACH = 30  # lines above the article in which its title is looked for
_MOST_CANDIDATES = 12
_WIDTH, _WEIGHT, _CUE, _DATED, _REPEATS = (
    FEATURES.index(name) for name in ("width", "weight", "cue", "dated", "repeats")
)
_SHORTEST_TITLE = 8
_LEAD_WIDTH = 50
_SHORT_REACH = 6  # lines above the article in which captions stand between it and a short title
_STOPS = (ord("."), ord("。"))
_ASKS = "?؟"
_TRAIL = re.compile(r"\s[>»›]\s|〉|^\S+(?:\s\S+)?\s/\s\S+(?:\s\S+)?$")
_NO_LETTER = re.compile(r"[\W_]+")
# What makes a headline, found on development pages whose HTML names it (half of their sites, the other half only scored).
_SHARE, _ENOUGH = 1.0, 0.4  # share of its words that the article uses, full from here on
_COUNT, _MANY = 0.8, 4  # number of such words, full from here on
_FAR = 0.04  # a line further up
_STOPPED = 0.6  # a full stop
_WIDE = 0.3  # four words; width
_SIGNED = 0.4  # a date or a byline right below
_SLACK = 0.45  # nearly as good
_USUAL_WIDTH = 30
_FEWEST_OF_TWO, _ENOUGH_SHARED = 4, 2  # words
_ALIKE = (0.7, 1.4)  # widths of the two lines of a headline
# A headline and the sentence under it, which says more and is longer; what stands above a headline is shorter than this.
_LEADING, _HEADLINE_WIDTH, _STANDFIRST_WIDTH = 0.4, 30, 65
_TOP = 3  # lines of a page among which an institution that publishes names itself
_ENTRY_WORDS, _FEWEST_ENTRIES = 3, 2
_SAMPLE_LINES = 6  # of the article that are looked at


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
    credits: Bools,
    words: PageWords,
    brief: Bools,
    menus: Bools,
    blank: Bools,
    cues: Cues,
) -> tuple[list[int | None], dict[int, int]]:
    """For each page the line that names its article, None where no line does; and for pages with one the menu above the article.

    Args:
        text: the page text.
        lines: the lines of one or several pages.
        rows: their features.
        keep: which are kept.
        credits: which are dates, bylines and the like.
        words: their words.
        brief: which kept lines are short sentences of the article.
        menus: which may be rows of menus.
        blank: on which a blank line follows, where not on all of their page.
        cues: the cues of all languages.
    """
    body = (keep & ((rows[_WEIGHT] > 0.5) | brief)).nonzero()[0]
    kept = keep.nonzero()[0]
    width, last, first = rows[_WIDTH], lines.last_code, lines.first
    fits = (width >= TITLE_WIDTH[0]) & (width <= TITLE_WIDTH[1]) & (last != _STOPS[0]) & (last != _STOPS[1])
    fits &= (rows[_CUE] == 0) & ~credits & (first != DASH) & (lines.last != COMMA) & (lines.last != COLON)
    fits &= keep | ((rows[_DATED] == 0) & (lines.words >= 3))
    places = fits.nonzero()[0]
    fitting = set(places.tolist())
    pictured = may_name_picture(lines) & (lines.last != STOP) & ~keep
    body_at, kept_at = body.searchsorted(lines.bounds).tolist(), kept.searchsorted(lines.bounds).tolist()

    def is_none(i: int) -> bool:
        """A row of a menu, the path of the page within its site, a caption that names its picture, or a banner on cookies."""
        line = text[lines.start[i] : lines.end[i]]
        below = text[lines.start[i + 1] : lines.end[i + 1]] if i + 1 < len(keep) else ""
        return (
            is_menu_row(line)
            or (len(line) > len(below) > _SHORTEST_TITLE and line.endswith(below))
            or bool(_TRAIL.search(line))
            or (bool(pictured[i]) and names_its_picture(line, cues))
            or asks_for_consent(line, cues)
        )

    out: list[int | None] = [None] * (len(lines.bounds) - 1)
    first_lines: dict[
        int, tuple[int, int]
    ] = {}  # page -> the uppermost line looked at, the first of the article
    candidates: dict[int, list[int]] = {}
    for page, start in enumerate(lines.bounds[:-1].tolist()):
        if CRAWLER_PREFIX.match(text, int(lines.start[start])):
            out[page] = start
            continue
        if body_at[page] < body_at[page + 1]:
            at = int(body[body_at[page]])
        elif kept_at[page] < kept_at[page + 1]:
            at = int(kept[kept_at[page]])
        else:
            continue
        low = max(start, at - _FAR_REACH)
        some = slice(int(places.searchsorted(low)), int(places.searchsorted(at, side="right")))
        found = places[some].tolist()
        if found and found[-1] == at and lines.last[at] == STOP:
            del found[-1]
        first_lines[page] = low, at
        candidates[page] = found[-_MOST_CANDIDATES:]
    samples = [
        i
        for page, (_, at) in first_lines.items()
        for i in body[body_at[page] : body_at[page + 1]][:_SAMPLE_LINES].tolist() or [at]
    ]
    firsts = {page: at for page, (_, at) in first_lines.items()}
    ranked, speaks = _rank(lines, words, credits, blank, candidates, firsts, samples)
    heads = find_head_ends(text, lines, menus, firsts, cues)
    for page, (low, at) in first_lines.items():
        fit = (i for i in ranked[page] if not is_none(i))
        title = next(fit, None)
        head = heads.get(page, -1)
        if title is not None and title < head and not _names_article(text, lines, title, at):
            # what stands above the menu is the site's, where anything below it may be the headline
            below = next((i for i in fit if i > head), None)
            if below is None and title not in speaks:
                below = _find_short_title(lines, rows, credits, max(low, head + 1), at)
            if below is not None and (below in speaks or title not in speaks):
                title = below
        if (
            title is not None
            and lines.place[title] < _TOP
            and is_institution(text[lines.start[title] : lines.end[title]])
        ):
            title = next((i for i in fit if i in speaks and _parted(lines, credits, title, i)), title)
        if title is None:
            for i in range(max(low, at - _SHORT_REACH), at):
                credits[i] |= pictured[i] and is_none(i)
            lowest = max(low, at - TITLE_REACH, int(lines.bounds[page]) + 1, head + 1)
            title = _find_short_title(lines, rows, credits, lowest, at)
        if (
            title is None
            and at in fitting
            and text[lines.end[at] - 1] in _ASKS
            and not keep[at + 1 : at + 2].all()
        ):
            title = at  # a question of its own, with a notice between it and the text
        out[page] = title
    return out, heads


def _parted(lines: PageLines, credits: Bools, above: int, below: int) -> bool:
    """True when entries of a menu, one a line, part an institution's name from what is below: no subtitle stands there."""
    between = slice(above + 1, below)
    return bool(((lines.words[between] <= _ENTRY_WORDS) & ~credits[between]).sum() >= _FEWEST_ENTRIES)


def _names_article(text: str, lines: PageLines, title: int, at: int) -> bool:
    """True for a line that a shorter one above the article repeats: a page's own title, "Headline - Site"."""
    key = title_key(text[lines.start[title] : lines.end[title]])
    return any(
        len(below) > _SHORTEST_TITLE and key.startswith(below)
        for below in (title_key(text[lines.start[i] : lines.end[i]]) for i in range(title + 1, at))
    )


def _rank(
    lines: PageLines,
    words: PageWords,
    credits: Bools,
    blank: Bools,
    candidates: dict[int, list[int]],
    first: dict[int, int],
    samples: list[int],
) -> tuple[dict[int, list[int]], set[int]]:
    """Candidates, the best first: how much of their words the article uses, how near they stand, how like a headline they are.

    Of those that are nearly as good the uppermost comes first: what stands between a headline and its article repeats it. Those
    that use words of the article are given once more as a set.

    Args:
        lines: the lines of one or several pages.
        words: their words.
        credits: which lines are dates, bylines and the like.
        blank: on which a blank line follows, where not on all of their page.
        candidates: for each page its candidates.
        first: for each page the first line of its article.
        samples: lines of the articles.
    """
    found = np.array([i for group in candidates.values() for i in group], np.int64)
    if not len(found):
        return candidates, set()
    number, shared = _share_words(words, len(lines), found, samples)
    at = np.repeat(list(first.values()), [len(group) for group in candidates.values()])
    merit = _SHARE * np.minimum(shared / np.maximum(number, 1), _ENOUGH) / _ENOUGH
    merit += _COUNT * np.minimum(shared, _MANY) / _MANY - _FAR * (at - found)
    merit -= _STOPPED * (lines.last[found] == STOP)
    below = np.minimum(found + 1, len(lines) - 1)
    signed = (found < at) & credits[below]
    # the second line of a headline stands between the first and the byline
    alike = lines.width[found] / np.maximum(lines.width[below], 1)  # a kicker is much shorter
    signed_lines = np.zeros(len(lines), np.bool_)
    signed_lines[found[signed]] = True
    first_of_two = signed_lines[below] & (shared > 1) & (alike > _ALIKE[0]) & (alike < _ALIKE[1])
    longer = signed_lines[below] & (shared > 0) & (alike > _LEADING) & (alike < 1)
    longer &= (lines.width[found] >= _HEADLINE_WIDTH) & (lines.width[below] >= _STANDFIRST_WIDTH)
    longer &= ~blank[found] & (blank[np.maximum(found - 1, 0)] | (lines.place[found] == 0))
    longer &= lines.words[found] >= _FEWEST_OF_TWO
    first_of_two &= lines.words[found] >= _FEWEST_OF_TWO
    block = _opens_block(lines, found, at) & (lines.words[found] >= _FEWEST_OF_TWO)
    block &= lines.width[found] >= _USUAL_WIDTH
    merit += _SIGNED * (signed | first_of_two | longer)
    merit += _WIDE * ((lines.words[found] >= 4) * 1.0 + (lines.width[found] >= _USUAL_WIDTH))
    # a word or two far above, in which one happens to be the article's: the name of the site
    name = (lines.words[found] < _FEWEST_OF_TWO) & (at - found > _SHORT_REACH) & (shared < _ENOUGH_SHARED)
    name &= ~signed
    merit -= _SHARE * name
    usual = (shared > 0) & ~name | block
    pairs = ((block | longer)[:-1] & (found[1:] == found[:-1] + 1)).nonzero()[0]
    merit[pairs] = np.maximum(merit[pairs], merit[pairs + 1])  # a subtitle says more of what the article says
    by_line = dict(zip(found.tolist(), zip(merit.tolist(), usual.tolist(), strict=True), strict=True))
    out = {}
    for page, group in candidates.items():
        least = max((by_line[i][0] for i in group), default=0.0) - _SLACK
        near = [i for i in group if by_line[i][0] >= least and by_line[i][1]]
        others = [i for i in group if i not in near]
        out[page] = near + sorted(others, key=lambda i: -by_line[i][0])
    return out, set(found[shared > 0].tolist())


def _opens_block(lines: PageLines, found: Ints, at: Ints) -> Bools:
    """The first of two lines that blank lines set off from what is above and below: a headline and its subtitle."""
    breaks = lines.counts[BREAK]
    below = np.minimum(found + 1, len(lines) - 1)
    above = np.maximum(found - 1, 0)
    block = (
        (breaks[above] > 1) & (breaks[found] == 1) & (breaks[below] > 1) & (found < lines.page_end[found] - 1)
    )
    return np.asarray(block & (below < at) & (lines.last[below] != STOP), np.bool_)


def _share_words(words: PageWords, number: int, found: Ints, samples: list[int]) -> tuple[Ints, Ints]:
    """How many different words the lines of `found` have, and how many of these the lines of `samples` on their page have, too."""
    some = np.zeros(number, np.bool_)
    some[samples] = True
    used = np.zeros(words.buckets, np.bool_)
    used[words.stem.compress(some[words.line])] = True
    some[:] = False
    some[found] = True
    places = some[words.line].nonzero()[0]
    own = np.sort(words.line[places] * words.buckets + words.stem[places])
    new = np.ones(len(own), np.bool_)  # `unique` would load masked arrays for it
    new[1:] = own[1:] != own[:-1]
    own = own.compress(new)
    line, stem = own // words.buckets, own % words.buckets
    total = np.bincount(line, minlength=number)[found]
    return total, np.bincount(line.compress(used[stem]), minlength=number)[found]


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
