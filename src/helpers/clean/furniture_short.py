"""Short articles decided by the run of their lines: papers that give every sentence, however short, a line of its own.

To the tables a line shorter than `SENTENCE_WIDTH` is no sentence, so of such a page they keep little or nothing. Here the lines of a
page whose article is short so far are weighed by their form alone: sentences for it, list items and lines that go on in the next
one a little, everything else against it, and headings over comments, links, tags and the like far more than one sentence can
outweigh. The stretch with the largest sum is the article, when it holds enough sentences and what the tables kept.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from helpers.clean.furniture_characters import (
    BAR,
    COLON,
    COMMA,
    DASH,
    DIGIT,
    LOWER,
    LOWER_START,
    QUOTE,
    STOP,
    UNCASED,
    UPPER,
)
from helpers.clean.furniture_cues import CUE_KINDS
from helpers.clean.furniture_features import FEATURES
from helpers.clean.furniture_lines import SENTENCE_WIDTH, Bools, Floats, PageLines
from helpers.clean.furniture_runs import find_runs

SHORT_ARTICLE = 2600  # Latin-letter equivalents of all kept lines: longer articles are what the tables know
_SITES, _DATED, _REPEATS = (FEATURES.index(name) for name in ("site_words", "dated", "repeats"))
_COMMENTS, _RELATED, _PROMOTION, _CAPTION, _CONSENT = (
    1 << CUE_KINDS.index(kind) for kind in ("comments", "related", "promotion", "caption", "consent")
)
_SOFT = sum(
    1 << CUE_KINDS.index(kind) for kind in ("related", "navigation", "date", "tags", "byline", "caption")
)
_INTERRUPTS = _PROMOTION | _CAPTION | _RELATED
_LABEL_WORDS = 2
_LINK_WIDTH = 45  # "You might also be interested in" is a heading
_LINK_WORDS = 4  # "Read also" and at least a few words of the headline; fewer are a heading over a list
_FEWEST_SENTENCES, _FEWEST_LETTERS = 3, 40.0
_ITEM = (8, 320)  # Latin-letter equivalents
_FULL = 100.0  # width from which a sentence weighs no more
_OTHER, _NOTICE, _INTERRUPTION, _FOREIGN, _END = -0.8, -4.0, -0.7, -1.5, -50.0
_UNLIKELY, _FOREIGN_BRIEF = (
    0.15,
    0.05,
)  # score of a long and of a short line below which it is no part of the article
_LONG = 110.0  # mean width of kept lines from which paragraphs are long
# Beside an article of short paragraphs lines like the kept ones, and wider ones, are unlikely below these scores only.
_ALIKE, _UNLIKELY_ALIKE, _UNLIKELY_WIDER = 1.4, 0.01, 0.03
_BETWEEN_ENTRIES = -0.1
_PART = 0.4  # of an item or a line that goes on
_MARKS = (DASH, BAR, DIGIT)  # that items of a list begin with
_IN_RUN = "in the run of short sentences"
_TICKER = 3  # lines that begin with a clock time


def keep_short_run(
    text: str,
    lines: PageLines,
    rows: Floats,
    bits: NDArray[Any],
    scores: Floats,
    sentences: Bools,
    set_off: Bools,
    marks: Bools,
    insets: Bools,
    keep: Bools,
    rule: dict[int, str],
    follows: Bools,
) -> None:
    """Keep the lines of the densest run of sentences on pages whose article is short, or empty, so far.

    Args:
        text: the page text.
        lines: the lines of one or several pages.
        rows: their features.
        bits: the kinds of their cues.
        scores: their scores.
        sentences: those that are sentences and say nothing of the site.
        set_off: a few words that blank lines set off, as they do headings.
        marks: what parts the entries of a live page.
        insets: headings over other stories with what stands close below.
        keep: which are kept; changed.
        rule: why; changed.
        follows: whether each comes right after the one before it.
    """
    page, bounds = lines.page, lines.bounds
    size = np.add.reduceat(lines.width * keep, bounds[:-1])
    short = (size <= SHORT_ARTICLE)[page]
    if not short.any():
        return
    stamped = _find_ticker(text, lines, bits)
    # lines like those that they kept are what the tables know: long ones, and short ones among long paragraphs
    typical = size / np.maximum(np.add.reduceat(keep, bounds[:-1], dtype=np.float64), 1)
    # where headings, clock times or entries give an article its shape, its later paragraphs need not be like the first
    shaped = np.add.reduceat(set_off | marks | stamped, bounds[:-1], dtype=np.int32) > 0
    brief = (shaped & (typical <= _LONG))[page]
    alike = np.where(lines.width <= _ALIKE * typical[page], _UNLIKELY_ALIKE, _UNLIKELY_WIDER)
    known = np.where(lines.width >= SENTENCE_WIDTH, np.where(brief, alike, _UNLIKELY), 0)
    known[(typical > _LONG)[page] & (lines.width < SENTENCE_WIDTH)] = _FOREIGN_BRIEF
    unlikely = (scores < known) & ~stamped & (size > 0)[page]
    goes_on = (lines.last == COMMA) | (
        lines.last == COLON
    )  # the next point of a list is as likely as the one before
    unlikely[1:] &= ~(follows[1:] & goes_on[:-1] & _begins_item(lines.first[1:]))
    plain = ((sentences & (bits == 0)) | stamped) & ~unlikely
    part = _find_parts(lines, rows, bits, follows) & ~plain & ~unlikely
    weight = np.where(plain | keep, 1 + np.minimum(lines.width, _FULL) / _FULL, _OTHER)
    weight[part & ~keep] = _PART
    weight[unlikely & ~keep] = _FOREIGN
    # between two sentences one may begin like a cue: "Author unknown."
    soft = sentences & (bits > 0) & ((bits & ~_SOFT) == 0) & ~unlikely & follows
    soft[1:-1] &= plain[:-2] & plain[2:] & follows[2:]
    soft[[0, -1]] = False
    cue = (bits > 0) & ~keep & ~stamped
    weight[cue] = _NOTICE
    link = is_link(lines) | ((bits & _RELATED) == 0)
    weight[cue & ((bits & _INTERRUPTS) > 0) & ((bits & ~_INTERRUPTS) == 0) & link] = _INTERRUPTION
    # "Advertisement" stands among the legal cues too, beside longer notices
    weight[cue & ((bits & _PROMOTION) > 0) & (lines.words <= _LABEL_WORDS)] = _INTERRUPTION
    weight[(soft | set_off) & ~keep & ~plain] = 0
    weight[marks & ~keep] = _BETWEEN_ENTRIES
    weight[cue & ((bits & (_COMMENTS | _CONSENT)) > 0)] = _END
    weight[insets] = _INTERRUPTION / 2
    firsts, lasts = find_runs(np.where(short, weight, -1.0), bounds)
    index = np.arange(len(keep))
    inside = short & (index >= firsts[page]) & (index <= lasts[page])
    number = np.add.reduceat(inside & (plain | keep), bounds[:-1], dtype=np.float64)
    number += np.add.reduceat(inside & part, bounds[:-1], dtype=np.float64) / 2
    found = np.add.reduceat(lines.width * (inside & (plain | keep)), bounds[:-1])
    before = np.add.reduceat(lines.width * (inside & keep), bounds[:-1])
    enough = (number >= _FEWEST_SENTENCES) & (found >= _FEWEST_LETTERS)
    enough &= (before > 0.5 * size) | (found > 2 * size)
    inside &= enough[page]
    index = index[inside & (plain | soft) & ~keep]
    for i in index.tolist():
        if i not in rule or soft[i]:
            keep[i] = True
            rule[i] = _IN_RUN
    # a heading over links ends like a question, and nothing follows on it
    ends = lasts[enough]
    for i in ends[
        (lines.last_code[ends] == ord("?")) & (lines.first[ends] != DASH) & (lines.first[ends] != QUOTE)
    ].tolist():
        if rule.get(i) == _IN_RUN:
            keep[i] = False
            rule[i] = "a question at the end of the run"
    _keep_parts(lines, inside & part, keep, rule, follows)


def is_link(lines: PageLines) -> Bools:
    """Whether lines that begin with a cue for other stories go on with the headline of one, rather than head a list."""
    joined = (lines.counts[COLON] > 0) & (lines.last != COLON) | (lines.counts[DASH] > 0)
    return np.asarray((lines.words >= _LINK_WORDS) & (joined | (lines.width >= _LINK_WIDTH)), np.bool_)


def in_run(rule: dict[int, str], number: int) -> Bools:
    """Which of so many lines were kept as sentences of such a run."""
    out = np.zeros(number, np.bool_)
    out[[i for i, name in rule.items() if name == _IN_RUN]] = True
    return out


def _keep_parts(lines: PageLines, part: Bools, keep: Bools, rule: dict[int, str], follows: Bools) -> None:
    """Keep lines that go on, where that leads to a kept line or an item, and items under a kept line."""
    goes_on = (lines.last == COMMA) | (lines.last == COLON)
    places = (part & ~keep).nonzero()[0].tolist()
    after = np.append(follows[1:], False)
    lead: set[int] = set()
    for i in reversed(places):
        if goes_on[i] and after[i] and (keep[i + 1] or i + 1 in lead or (part[i + 1] and not goes_on[i + 1])):
            lead.add(i)
    for i in places:
        if i in rule:
            continue
        if i in lead or (not _opens(lines, i, goes_on) and follows[i] and keep[i - 1]):
            keep[i] = True
            rule[i] = "part of a sentence or list in the run of short sentences"


def _begins_item(first: NDArray[Any]) -> Bools:
    """True for lines that begin with a mark of lists; numpy's own question loads its masked arrays."""
    item: Bools = first == _MARKS[0]
    for mark in _MARKS[1:]:
        item |= first == mark
    return item


def _opens(lines: PageLines, at: int, goes_on: Bools) -> bool:
    """Whether a line goes on and is no item of a list."""
    return bool(goes_on[at]) and lines.first[at] not in _MARKS


def _find_parts(lines: PageLines, rows: Floats, bits: NDArray[Any], follows: Bools) -> Bools:
    """True for lines that end with a comma, a semicolon or a colon, and for items of a list that such a line opens."""
    low, high = _ITEM
    item = _begins_item(lines.first)
    goes_on = (lines.last == COMMA) | (lines.last == COLON)
    fits: Bools = (bits == 0) & (lines.words >= 2) & (lines.width >= low) & (lines.width <= high)
    fits &= (rows[_REPEATS] <= 1) & (rows[_SITES] <= 1)
    fits &= lines.counts[[LOWER, LOWER_START, UNCASED, UPPER]].sum(0) > lines.counts[DIGIT]
    opened = fits & goes_on
    listed = fits & item
    if not (listed[1:] & opened[:-1]).any():
        return np.asarray(opened & (rows[_DATED] == 0), np.bool_)
    edges = ~(follows & listed)  # a group is a line and the items that follow on it
    group = edges.cumsum() - 1
    head = edges.nonzero()[0]
    return np.asarray((opened & (rows[_DATED] == 0)) | (listed & opened[head][group]), np.bool_)


def _find_ticker(text: str, lines: PageLines, bits: NDArray[Any]) -> Bools:
    """True for sentences that begin with a clock time, "+++" around it or not, at least three of a page: a live ticker."""
    maybe = (lines.first == DIGIT) | (lines.first == BAR)
    maybe &= (lines.last == STOP) & lines.dated & ((bits & ~1) == bits)
    if np.count_nonzero(maybe) < _TICKER:
        return np.zeros(len(maybe), np.bool_)
    for i in maybe.nonzero()[0].tolist():
        line = text[lines.start[i] : lines.end[i]]
        clock, _, rest = line.lstrip("+ ").partition(" ")
        maybe[i] = clock.rstrip(":").replace(":", "").replace(".", "").isdigit() and len(rest) > len(clock)
    # an advertisement may stand between two
    groups = np.add.reduceat(maybe, lines.bounds[:-1], dtype=np.int32)
    return np.asarray(maybe & (groups >= _TICKER)[lines.page], np.bool_)
