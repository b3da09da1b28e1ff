"""From scores to kept lines: the threshold, the rules of the coding conventions, and which line is the title."""

from __future__ import annotations

import re
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from helpers.clean.furniture_credits import LONGEST_CREDIT, name_credit
from helpers.clean.furniture_cues import CUE_KINDS, Cues, names_picture
from helpers.clean.furniture_extent import SHORT_ARTICLE, keep_lead, keep_neighbours
from helpers.clean.furniture_features import FEATURES
from helpers.clean.furniture_lines import (
    CJK,
    DASH,
    OPEN,
    OTHER,
    QUOTE,
    STOP,
    UNCASED,
    UPPER,
    Bools,
    Floats,
    PageLines,
)
from helpers.clean.furniture_runs import find_run

# What some crawlers write before the title on the first line.
CRAWLER_PREFIX = re.compile(r"date \d{4}-\d{2}-\d{2} ")
_WIDTH, _WEIGHT, _CUE, _DATED, _REPEATS = (
    FEATURES.index(name) for name in ("width", "weight", "cue", "dated", "repeats")
)
_TITLE_WIDTH = (18, 240)  # Latin-letter equivalents
_SHORTEST_TITLE = 8
_PREFIX_WIDTH = 24  # by which a headline and its repetition may differ: the crawler's prefix, marks
_TITLE_REACH = 14  # lines above the article in which its title is looked for
_FIRST_LINES = 4
_NO_LETTER = re.compile(r"[\W_]+")
_CREDIT_BITS = 1 << CUE_KINDS.index("byline") | 1 << CUE_KINDS.index("date")
_CAPTION_BIT = 1 << CUE_KINDS.index("caption")
_CREDIT_WORDS = 9
_SENTENCE_END = re.compile(r"[.!?…]\s+")
_TEMPLATE_MARKS = ("?.", "()", "{{", "${", "%s", "%d")
_LONGEST_TEMPLATE = 300
_CONVERSATION = 3  # lines
_SUBHEADING_WIDTH = (10, 80)
_NOTICE_LINES = 5
_SUBHEADING_SCORE = 0.6  # of the threshold
_HEADING_STARTS = (UPPER, UNCASED, CJK, QUOTE)
_LONGEST_LABEL = 120  # Latin-letter equivalents
_SURE = 0.93  # a line with a cue and a score from here on is a sentence that happens to begin like one
# Left-overs of templates and scripts: Model?.Title, call(), {{name}}, ${name}, %s.
_TEMPLATE = re.compile(r"\w\?\.\w|\w\(\)|\{\{|\$\{|(?<!\d)(?<!\d )%[sd]\b")


# A line with a date and a clock time, or parts set off by bars, that ends without a stop: who wrote it and when, never a headline.
_CREDITS = re.compile(r"\d{1,2}[:.]\d{2}\b|\s[|•·]\s")


@dataclass(frozen=True, slots=True)
class Decision:
    """What was decided for the lines of a page.

    Attributes:
        keep: True for lines that are part of the article.
        title: the line that is the title, None when the page shows none.
        rule: for lines where a rule overruled the score, its name; else ''.
    """

    keep: Bools
    title: int | None
    rule: dict[int, str]


def decide(
    text: str,
    lines: PageLines,
    rows: Floats,
    bits: NDArray[np.int64],
    scores: Floats,
    cues: Cues,
    headline: int | None = None,
    *,
    perhaps_credit: Bools | None = None,
) -> Decision:
    """Choose the lines of the article.

    Captions, bylines, dates and repeated headlines are cut even inside the article (gold conventions: only title, lead,
    subheadings and body are kept); a page on which no line passes keeps the sentences of its densest run. `headline` is the line that the document marks as such,
    `perhaps_credit` what `Cues.may_be_credit` says of the lines, where that is known already.
    """
    rule: dict[int, str] = {}
    keep = scores > cues.keep_from
    label = (lines.last != STOP) & (lines.width < _LONGEST_LABEL)
    for i in (keep & (bits > 0) & ((scores < _SURE) | label)).nonzero()[0].tolist():
        keep[i] = False
        rule[i] = "begins like " + _first_kind(int(bits[i]))
    counts = lines.counts
    marked = (counts[OTHER] > 0) | (counts[OPEN] > 0) | (counts[STOP] > 1)  # by a character of a mark
    for i in (keep & marked & (lines.width < _LONGEST_TEMPLATE)).nonzero()[0].tolist():
        line = text[lines.start[i] : lines.end[i]]
        if any(mark in line for mark in _TEMPLATE_MARKS) and _TEMPLATE.search(line):
            keep[i] = False
            rule[i] = "left over from a template"
    for i in (keep & (rows[_DATED] > 0) & (lines.last != STOP) & (scores < _SURE)).nonzero()[0].tolist():
        if (
            int(lines.width[i]) <= _TITLE_WIDTH[1]
            and _CREDITS.search(text, int(lines.start[i]), int(lines.end[i]))
            and not CRAWLER_PREFIX.match(text, int(lines.start[i]))
        ):
            keep[i] = False
            rule[i] = "date and clock, or credits set off by bars"
    for i in (keep & (lines.last != STOP) & (lines.width < _TITLE_WIDTH[1])).nonzero()[0].tolist():
        line = text[lines.start[i] : lines.end[i]]
        tail = _SENTENCE_END.split(line)[-1]
        credit = tail != line and len(tail) <= LONGEST_CREDIT and cues.match_starts([tail])[0] & _CAPTION_BIT
        if credit or names_picture(line, cues):
            keep[i] = False
            rule[i] = "names its picture"
    if perhaps_credit is None:
        perhaps_credit = cues.may_be_credit(lines)
    credits = _find_credits(text, lines, bits, cues, keep, perhaps_credit)
    for i in (keep & credits).nonzero()[0].tolist():
        keep[i] = False
        rule[i] = "says when, who or how long to read"
    _keep_subheadings(lines, rows, keep, scores, rule, cues)
    _keep_speech(lines, rows, keep, rule)
    if not keep.any():
        first, last = find_run(rows[_WEIGHT])
        if last >= first:
            keep[first : last + 1] = rows[_WEIGHT, first : last + 1] > 0
            rule.update(
                dict.fromkeys(keep.nonzero()[0].tolist(), "the densest run of a page without a sure line")
            )
    keep_neighbours(lines, rows, bits, keep, rule)
    _keep_headings_behind_notices(lines, rows, bits, keep, rule)
    title = headline if headline is not None else _find_title(text, lines, rows, keep, scores, credits)
    if title is not None:
        if not keep[title]:
            keep[title] = True
            rule[title] = "headline above the article"
        keep_lead(title, lines, rows, bits, keep, rule)
        width = lines.width
        named = title_key(text[lines.start[title] : lines.end[title]])
        like = keep & (np.abs(width - width[title]) <= _PREFIX_WIDTH)
        like[title] = False
        for i in like.nonzero()[0].tolist():
            if title_key(text[lines.start[i] : lines.end[i]]) == named:
                keep[i] = False
                rule[i] = "repeats the headline"
    return Decision(keep, title, rule)


def _keep_subheadings(
    lines: PageLines, rows: Floats, keep: Bools, scores: Floats, rule: dict[int, str], cues: Cues
) -> None:
    """Keep short lines without a full stop that stand directly between two kept sentences, when the tables only just said no."""
    sentence = keep & (rows[_WEIGHT] > 0.5)
    between = np.zeros(len(keep), np.bool_)
    between[1:-1] = sentence[:-2] & sentence[2:] & (lines.place[2:] - lines.place[:-2] == 2)
    low, high = _SUBHEADING_WIDTH
    enough = _SUBHEADING_SCORE * cues.keep_from
    for i in (between & ~keep).nonzero()[0].tolist():
        fits = scores[i] > enough and low <= lines.width[i] <= high and lines.words[i] >= 2
        fits = fits and rows[_CUE, i] == 0 and rows[_DATED, i] == 0 and rows[_REPEATS, i] == 1
        if fits and lines.last[i] != STOP and lines.first[i] in _HEADING_STARTS and i not in rule:
            keep[i] = True
            rule[i] = "short line between two sentences of the article"


def _keep_headings_behind_notices(
    lines: PageLines, rows: Floats, bits: NDArray[np.int64], keep: Bools, rule: dict[int, str]
) -> None:
    """Keep a subheading between an advertisement, or the like, that interrupts the article, and its next sentence."""
    if float(lines.width[keep].sum()) > SHORT_ARTICLE:
        return
    sentence = keep & (lines.last == STOP)
    low, high = _SUBHEADING_WIDTH
    fits = (
        ~keep
        & (bits == 0)
        & (lines.last != STOP)
        & (lines.width >= low)
        & (lines.width <= high)
        & (lines.words >= 2)
    )
    fits &= (rows[_DATED] == 0) & (rows[_REPEATS] == 1)
    fits[0] = False
    fits[1:] &= (bits[:-1] > 0) & ~keep[:-1] & (lines.place[1:] - lines.place[:-1] == 1)
    fits[:-1] &= sentence[1:] & (lines.place[1:] - lines.place[:-1] == 1)
    fits[-1:] = False
    for i in fits.nonzero()[0].tolist():
        if (
            sentence[max(0, i - _NOTICE_LINES) : i].any()
            and lines.first[i] in _HEADING_STARTS
            and i not in rule
        ):
            keep[i] = True
            rule[i] = "heading behind a notice inside the article"


def _keep_speech(lines: PageLines, rows: Floats, keep: Bools, rule: dict[int, str]) -> None:
    """Keep whole a conversation, lines one after another that begin with a dash, when a line of it or before it is kept."""
    speech = (lines.first == DASH) & (rows[_CUE] == 0) & (rows[_REPEATS] <= 2)
    if np.count_nonzero(speech) < _CONVERSATION:
        return
    edges = np.concatenate(([True], ~(speech[1:] & speech[:-1] & (lines.place[1:] - lines.place[:-1] == 1))))
    group = np.cumsum(edges)
    joined = keep.copy()
    joined[1:] |= (
        speech[1:] & keep[:-1] & (lines.place[1:] - lines.place[:-1] == 1)
    )  # it follows on a kept line
    sentences = np.bincount(group, weights=lines.last == STOP)
    size, kept = np.bincount(group), np.bincount(group, weights=joined) * (sentences >= _CONVERSATION)
    for i in (speech & ~keep & (size[group] >= _CONVERSATION) & (kept[group] > 0)).nonzero()[0].tolist():
        if i not in rule:
            keep[i] = True
            rule[i] = "part of a conversation"


def title_key(line: str) -> str:
    """A headline as it is compared with its repetitions: without the crawler's prefix, case and marks."""
    prefix = CRAWLER_PREFIX.match(line)
    line = line[prefix.end() :] if prefix else line
    return _NO_LETTER.sub("", line).lower()


def _first_kind(bits: int) -> str:
    return next(kind for i, kind in enumerate(CUE_KINDS) if bits >> i & 1)


def _find_credits(
    text: str, lines: PageLines, bits: NDArray[np.int64], cues: Cues, keep: Bools, perhaps: Bools
) -> Bools:
    """True for lines without a sentence that are a date, a byline or a reading time."""
    out = (bits & _CREDIT_BITS) > 0
    out &= (lines.last != STOP) & (lines.width < LONGEST_CREDIT)
    near = (lines.width <= LONGEST_CREDIT) & (lines.words <= _CREDIT_WORDS) & ~out
    kept = keep.nonzero()[0]
    if len(kept):  # a headline can only be above the first kept lines, a body line only among the kept
        near[: max(0, int(kept[0]) - _TITLE_REACH)] = False
        above = int(kept[min(_FIRST_LINES, len(kept)) - 1]) + 1
        near[above:] &= keep[above:]
    # above the article a line with a date in it is no headline anyway: which date it is need not be known
    undecided = near & lines.dated & ~keep
    out |= undecided
    for i in (near & ~undecided & perhaps).nonzero()[0].tolist():
        line = text[lines.start[i] : lines.end[i]]
        if not CRAWLER_PREFIX.match(line):
            out[i] = bool(name_credit(line, cues, dated=bool(lines.dated[i])))
    return out


def _find_title(
    text: str, lines: PageLines, rows: Floats, keep: Bools, scores: Floats, credits: Bools
) -> int | None:
    """The line that names the article: the crawler's, else the best headline-like line just above its first sentence."""
    if CRAWLER_PREFIX.match(text, int(lines.start[0])):
        return 0
    body = (keep & (rows[_WEIGHT] > 0.5)).nonzero()[0]
    if not len(body):
        body = keep.nonzero()[0]
        if not len(body):
            return None
    first = int(body[0])
    low = max(0, first - _TITLE_REACH)
    window = slice(low, first + 1)
    width, last, kept = rows[_WIDTH, window], lines.last_code[window], keep[window]
    fits = (width >= _TITLE_WIDTH[0]) & (width <= _TITLE_WIDTH[1]) & (last != ord(".")) & (last != ord("。"))
    plain = (rows[_DATED, window] == 0) & (lines.words[window] >= 3) & (lines.first[window] != QUOTE)
    fits &= (rows[_CUE, window] == 0) & (plain | kept) & ~credits[window] & (lines.first[window] != DASH)
    fits[-1] &= bool(lines.last[first] != STOP)
    places = fits.nonzero()[0]
    if not len(places):
        return _find_short_title(lines, rows, keep, credits, low, first)
    chosen = places[kept[places]]
    if len(chosen):  # what the tables kept comes first
        return low + int(chosen[0])
    merit = scores[window][places] + 0.02 * places
    return low + int(places[int(np.argmax(merit))])


def _find_short_title(
    lines: PageLines, rows: Floats, keep: Bools, credits: Bools, low: int, first: int
) -> int | None:
    """A headline of two or three words: the line right above the date, the byline or the first sentence of the article."""
    at = first - 1
    while at >= low and credits[at]:
        at -= 1
    shortest = lines.width[at] >= _SHORTEST_TITLE if at >= max(low, 1) else False
    if (
        not shortest
        or lines.words[at] < 2
        or rows[_CUE, at]
        or rows[_REPEATS, at] > 2
        or lines.last[at] == STOP
    ):
        return None
    return at
