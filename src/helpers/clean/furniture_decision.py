"""From scores to kept lines: the threshold and the rules of the coding conventions."""

from __future__ import annotations

import re
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from helpers.clean.furniture_characters import COLON, DASH, OPEN, OTHER, STOP
from helpers.clean.furniture_credits import (
    LONGEST_CREDIT,
    credits_picture,
    ends_in_credit,
    ends_in_mark,
    may_name_picture,
    name_credit,
    names_its_picture,
    opens_with_date,
)
from helpers.clean.furniture_cues import CUE_KINDS, Cues
from helpers.clean.furniture_entries import keep_live_entries
from helpers.clean.furniture_extent import find_sentences, keep_lead, keep_neighbours
from helpers.clean.furniture_features import FEATURES
from helpers.clean.furniture_headings import (
    find_entry_marks,
    find_set_off,
    keep_common_headings,
    keep_headings_behind_notices,
    keep_set_off_headings,
    keep_subheadings,
)
from helpers.clean.furniture_lines import SENTENCE_WIDTH, Bools, Floats, PageLines
from helpers.clean.furniture_menus import is_menu, may_be_menu
from helpers.clean.furniture_notes import (
    cut_calls_to_readers,
    cut_comments,
    cut_footnotes,
    cut_insets,
    cut_rates,
    find_insets,
    keep_signed_end,
)
from helpers.clean.furniture_runs import find_run
from helpers.clean.furniture_short import in_run, keep_short_run
from helpers.clean.furniture_title import CRAWLER_PREFIX, TITLE_REACH, TITLE_WIDTH, find_titles, title_key
from helpers.clean.furniture_words import PageWords

_WEIGHT, _CUE, _DATED, _REPEATS = (FEATURES.index(name) for name in ("weight", "cue", "dated", "repeats"))
_PREFIX_WIDTH = 24  # by which a headline and its repetition may differ: the crawler's prefix, marks
_FIRST_LINES = 4
_CREDIT_BITS = 1 << CUE_KINDS.index("byline") | 1 << CUE_KINDS.index("date")
_CREDIT_WORDS = 9
_LABELS = sum(1 << CUE_KINDS.index(kind) for kind in ("related", "caption", "promotion", "share"))
_LABEL, _LABEL_WORDS = 48, 5  # characters, words
_LONGEST_TEMPLATE = 300
_CONVERSATION = 3  # lines
_LONGEST_LABEL = 120  # Latin-letter equivalents
_SURE = 0.93  # a line with a cue and a score from here on is a sentence that happens to begin like one
# Left-overs of templates and scripts: Model?.Title, call(), {{name}}, ${name}, %s.
_TEMPLATE = re.compile(r"\w\?\.\w|\w\(\)|\{\{|\$\{|(?<!\d)(?<!\d )%[sd]\b")


# A line with a date and a clock time, or parts set off by bars, that ends without a stop: who wrote it and when, never a headline.
_CREDITS = re.compile(r"\d{1,2}[:.]\d{2}\b|\s[|•·]\s")


class Decision(NamedTuple):
    """What was decided for the lines of a page, or of several pages one after another.

    Attributes:
        keep: True for lines that are part of the article.
        titles: for each page the line that is its title, None where it shows none.
        rule: for lines where a rule overruled the score, its name; else ''.
    """

    keep: Bools
    titles: tuple[int | None, ...]
    rule: dict[int, str]

    @property
    def title(self) -> int | None:
        """The title of the (first) page."""
        return self.titles[0]


def decide(
    text: str,
    lines: PageLines,
    rows: Floats,
    bits: NDArray[np.int64],
    scores: Floats,
    words: PageWords,
    cues: Cues,
    headline: int | None = None,
) -> Decision:
    """Choose the lines of the article of each page.

    Captions, bylines, dates and repeated headlines are cut even inside the article (gold conventions: only title, lead,
    subheadings and body are kept); a page on which no line passes keeps the sentences of its densest run. Pages are taken together,
    and none has a say in another. `headline` is the line that the document marks as such, of one page alone.
    """
    rule: dict[int, str] = {}
    keep = scores > cues.keep_from
    follows = lines.follows()
    menus, links = may_be_menu(lines), _find_links(text, lines, bits)
    _cut_notices(text, lines, rows, bits, scores, cues, menus, links, keep, rule)
    blank = lines.apart()
    insets = find_insets(lines, bits, follows, blank)
    cut_insets(insets, keep, rule)
    sentences = find_sentences(lines, rows) & ~links & ~insets
    credits = _find_credits(text, lines, bits, cues, keep)
    entries = sentences & (rows[_DATED] > 0) & (lines.width < SENTENCE_WIDTH)  # of a chronology
    for i in entries.nonzero()[0].tolist():
        sentences[i] = entries[i] = opens_with_date(text[lines.start[i] : lines.end[i]])
    credits &= ~entries
    for i in (keep & credits).nonzero()[0].tolist():
        keep[i] = False
        rule[i] = "says when, who or how long to read"
    keep_subheadings(lines, rows, keep, scores, rule, cues, follows)
    _keep_speech(lines, rows, keep, rule, follows)
    marks = find_entry_marks(lines, rows, bits)
    set_off = find_set_off(lines, rows, bits, marks, follows)
    keep_short_run(text, lines, rows, bits, scores, sentences, set_off, marks, insets, keep, rule, follows)
    _keep_densest(lines, rows, keep, rule)
    keep_neighbours(lines, sentences, bits, insets, scores, keep, rule, follows)
    keep_headings_behind_notices(lines, rows, bits, keep, rule, follows)
    late = np.zeros(len(keep), np.bool_)
    late[list(rule)] = True
    _cut_captions(text, lines, cues, late & keep & (lines.width < TITLE_WIDTH[1]), keep, rule)
    cut_comments(lines, bits, keep, rule)
    cut_calls_to_readers(text, lines, scores, cues, keep, rule)
    keep_signed_end(text, lines, bits, follows, keep, rule)
    cut_rates(text, lines, keep, rule)
    cut_footnotes(text, lines, follows, keep, rule)
    titles: list[int | None] = [headline]
    if headline is None:
        brief = in_run(rule, len(keep))
        titles, heads = find_titles(text, lines, rows, keep, credits, words, brief, menus, blank, cues)
        _cut_heads(lines, titles, heads, keep, rule)
    named = [title for title in titles if title is not None]
    for title in named:
        if not keep[title]:
            keep[title] = True
            rule[title] = "headline above the article"
        keep_lead(title, lines, sentences, bits, credits, blank, keep, rule)
    keep_common_headings(lines, bits, follows, blank, keep, rule)
    keep_set_off_headings(lines, set_off, marks, credits, titles, keep, rule)
    keep_live_entries(text, lines, bits, titles, keep, rule, follows)
    _cut_repeated(text, lines, named, keep, rule)
    return Decision(keep, tuple(titles), rule)


def _cut_heads(
    lines: PageLines, titles: list[int | None], heads: dict[int, int], keep: Bools, rule: dict[int, str]
) -> None:
    """Cut what is kept above the menu of a site whose article has its title below it: the site's name and slogan."""
    for page, end in heads.items():
        title = titles[page]
        if title is None or title < end:
            continue
        for i in (keep[lines.bounds[page] : end + 1].nonzero()[0] + lines.bounds[page]).tolist():
            keep[i] = False
            rule[i] = "above the site's menu"


def _cut_repeated(text: str, lines: PageLines, titles: list[int], keep: Bools, rule: dict[int, str]) -> None:
    """Cut the repetitions of each page's title."""
    if not titles:
        return
    width = np.full(len(lines.bounds) - 1, -np.inf)
    width[lines.page[titles]] = lines.width[titles]
    like = keep & (np.abs(lines.width - width[lines.page]) <= _PREFIX_WIDTH)
    like[titles] = False
    keys: dict[int, str] = {}
    title_of = {int(lines.page[title]): title for title in titles}
    for i in like.nonzero()[0].tolist():
        page = int(lines.page[i])
        if page not in keys:
            title = title_of[page]
            keys[page] = title_key(text[lines.start[title] : lines.end[title]])
        if title_key(text[lines.start[i] : lines.end[i]]) == keys[page]:
            keep[i] = False
            rule[i] = "repeats the headline"


def _cut_notices(
    text: str,
    lines: PageLines,
    rows: Floats,
    bits: NDArray[np.int64],
    scores: Floats,
    cues: Cues,
    menus: Bools,
    links: Bools,
    keep: Bools,
    rule: dict[int, str],
) -> None:
    """Cut what begins with a cue, left-overs of templates, lines of credits and of pictures, whatever their score."""
    open_end = lines.last != STOP
    label = open_end & (lines.width < _LONGEST_LABEL)
    for i in (keep & (bits > 0) & ((scores < _SURE) | label | links)).nonzero()[0].tolist():
        keep[i] = False
        rule[i] = "begins like " + _first_kind(int(bits[i]))
    counts = lines.counts
    marked = (counts[OTHER] > 0) | (counts[OPEN] > 0) | (counts[STOP] > 1)  # by a character of a mark
    for i in (keep & marked & (lines.width < _LONGEST_TEMPLATE)).nonzero()[0].tolist():
        line = text[lines.start[i] : lines.end[i]]
        if _has_template_mark(line) and _TEMPLATE.search(line):
            keep[i] = False
            rule[i] = "left over from a template"
    dated = (rows[_DATED] > 0) & (lines.width < TITLE_WIDTH[1] + 1)
    for i in (keep & dated & open_end & (scores < _SURE)).nonzero()[0].tolist():
        at, end = int(lines.start[i]), int(lines.end[i])
        if _CREDITS.search(text, at, end) and not CRAWLER_PREFIX.match(text, at):
            keep[i] = False
            rule[i] = "date and clock, or credits set off by bars"
    for i in (keep & menus).nonzero()[0].tolist():
        if is_menu(text[lines.start[i] : lines.end[i]]):
            keep[i] = False
            rule[i] = "a row of a menu"
    _cut_captions(text, lines, cues, keep & (lines.width < TITLE_WIDTH[1]), keep, rule)


def _find_links(text: str, lines: PageLines, bits: NDArray[np.int64]) -> Bools:
    """True for "Read also: The locks stay closed until spring.": the cue is a label with a colon, however like a sentence the rest is."""
    out: Bools = ((bits & _LABELS) > 0) & (lines.counts[COLON] > 0) & (lines.last == STOP)
    for i in out.nonzero()[0].tolist():
        start = int(lines.start[i])
        label, colon, _ = text[start : start + _LABEL].partition(":")
        out[i] = bool(colon) and len(label.split()) <= _LABEL_WORDS
    return out


def _cut_captions(
    text: str, lines: PageLines, cues: Cues, some: Bools, keep: Bools, rule: dict[int, str]
) -> None:
    """Cut lines of `some` that name the picture above them, or whose it is, at their end."""
    some = some & may_name_picture(lines)
    for i in some.nonzero()[0].tolist():
        line = text[lines.start[i] : lines.end[i]]
        if lines.last[i] == STOP:  # "... at noon. BNS nuotr."
            named = ends_in_credit(line, cues)
        else:
            named = names_its_picture(line, cues) or credits_picture(line)
        if named:
            keep[i] = False
            rule[i] = "names its picture"
        elif (
            lines.last[i] != STOP
            and ends_in_mark(line)
            and keep[i + 1 : lines.bounds[lines.page[i] + 1]].any()
        ):
            keep[i] = False
            rule[i] = "an agency's mark behind a sentence inside the article"


def _has_template_mark(line: str) -> bool:
    return "()" in line or "?." in line or "{{" in line or "${" in line or "%s" in line or "%d" in line


def _keep_densest(lines: PageLines, rows: Floats, keep: Bools, rule: dict[int, str]) -> None:
    """Keep the sentences of the densest run of pages on which no line passed."""
    for page in (np.add.reduceat(keep, lines.bounds[:-1], dtype=np.int32) == 0).nonzero()[0].tolist():
        a, b = int(lines.bounds[page]), int(lines.bounds[page + 1])
        first, last = find_run(rows[_WEIGHT, a:b])
        if last >= first:
            run = slice(a + first, a + last + 1)
            keep[run] = rows[_WEIGHT, run] > 0
            places = (keep[run].nonzero()[0] + run.start).tolist()
            rule.update(dict.fromkeys(places, "the densest run of a page without a sure line"))


def _keep_speech(lines: PageLines, rows: Floats, keep: Bools, rule: dict[int, str], follows: Bools) -> None:
    """Keep whole a conversation, lines one after another that begin with a dash, when a line of it or before it is kept."""
    speech = (lines.first == DASH) & (rows[_CUE] == 0) & (rows[_REPEATS] <= 2)
    if np.count_nonzero(speech) < _CONVERSATION:
        return
    edges = ~follows
    edges[1:] |= ~(speech[1:] & speech[:-1])
    group = np.cumsum(edges) - 1
    joined = keep.copy()
    joined[1:] |= speech[1:] & keep[:-1] & follows[1:]  # it follows on a kept line
    sentences = np.bincount(group, weights=lines.last == STOP)
    size, kept = np.bincount(group), np.bincount(group, weights=joined) * (sentences >= _CONVERSATION)
    for i in (speech & ~keep & (size[group] >= _CONVERSATION) & (kept[group] > 0)).nonzero()[0].tolist():
        if i not in rule:
            keep[i] = True
            rule[i] = "part of a conversation"


def _first_kind(bits: int) -> str:
    return next(kind for i, kind in enumerate(CUE_KINDS) if bits >> i & 1)


def _find_credits(text: str, lines: PageLines, bits: NDArray[np.int64], cues: Cues, keep: Bools) -> Bools:
    """True for lines without a sentence that are a date, a byline or a reading time."""
    out = (bits & _CREDIT_BITS) > 0
    out &= (lines.last != STOP) & (lines.width < LONGEST_CREDIT)
    near = (lines.width <= LONGEST_CREDIT) & (lines.words <= _CREDIT_WORDS) & ~out
    # a headline can only be above the first kept lines, a body line only among the kept
    kept = keep.nonzero()[0]
    if len(kept):
        edges = kept.searchsorted(lines.bounds)
        first, last = edges[:-1], edges[1:] - 1
        filled = last >= first
        low = np.where(filled, kept[np.minimum(first, len(kept) - 1)] - TITLE_REACH, lines.bounds[:-1])
        high = np.where(filled, kept[np.minimum(first + _FIRST_LINES - 1, last)] + 1, lines.bounds[1:])
        index = np.arange(len(keep))
        near &= (index >= low[lines.page]) & (keep | (index < high[lines.page]))
    # above the article a line with a date in it is no headline anyway: which date it is need not be known
    undecided = near & lines.dated & ~keep
    out |= undecided
    near &= ~undecided
    if near.any():
        near &= cues.may_be_credit(lines)
    for i in near.nonzero()[0].tolist():
        line = text[lines.start[i] : lines.end[i]]
        if not CRAWLER_PREFIX.match(line):
            out[i] = bool(name_credit(line, cues, dated=bool(lines.dated[i])))
    return out
