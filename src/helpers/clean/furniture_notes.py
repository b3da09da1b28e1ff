"""The ends of articles and what stands inside them: footnotes, rates of a market or the weather, a last sentence with an agency's mark."""

from __future__ import annotations

import re
from typing import Any

import numpy as np

from helpers.clean.furniture_characters import BAR, CJK, DASH, DIGIT, LOWER, OPEN, QUOTE, STOP
from helpers.clean.furniture_cues import CUE_KINDS, Cues
from helpers.clean.furniture_lines import Bools, PageLines

_NUMBER = re.compile(r"(\[?)(?:(\d{1,3})|([¹²³⁴⁵⁶⁷⁸⁹]))([\]).]?)\s+(?=\S)")
_SUPERSCRIPTS = "¹²³⁴⁵⁶⁷⁸⁹"
_HEADING = 30  # characters
_RATES_WIDTH = 120.0  # Latin-letter equivalents
_FEWEST_DIGITS = 4
# "DOLLAR 38.96  EURO 44.12", "Minsk +5°  Tehran +21°": names of one or two words, each with a figure that is no plain number.
_RATES = re.compile(
    r"(?:[^\d\n]{1,24}+(?>\d{1,7}(?:[.,]\d{1,4}){1,3}|\d{1,3}(?=\s?[%°]))(?:\s?[%°]C?)?+){2,12}+\W*"
)
# Behind a sentence a mark such as PAP, or one such as dpa and Reuters with a slash between, in brackets.
_SIGNED = re.compile(
    r"[.!?…][\"”»']?\s*(?:\([^\W\d_]{2,8}(?:/[^\W\d_]{2,8})?\)|(?<=\s)[a-zäöüß]{2,4}(?:/[a-zäöüß]{2,4}){1,3})$"
)
# A heading over other stories: words, width, lines below it. Width of paragraphs, how many are set apart, and of how many all are.
_LABEL_WORDS, _LABEL_WIDTH, _MOST_UNDER_LABEL = 6, 45, 4
_COMMENT_WORDS, _MOST_ABOVE = 3, 1.5
_PARAGRAPH, _FEWEST_APART, _MOSTLY = 80.0, 3, 1.5
_RELATED, _PROMOTION, _COMMENTS = (
    1 << CUE_KINDS.index(kind) for kind in ("related", "promotion", "comments")
)
_SHORTEST_END = 12  # characters of the last sentence with its mark
_CALL = re.compile(r"[?？؟!]")
_SPOKEN = (BAR, DASH, DIGIT, QUOTE)  # an entry of a live page, what somebody asks
_MOST_CALLS, _UNLIKELY_CALL = 3, 0.2
_RATE_NAME = re.compile(r"\d[\d.,]*\s?(?:[%°]C?)?|[^\W\d_]+")


def cut_footnotes(text: str, lines: PageLines, follows: Bools, keep: Bools, rule: dict[int, str]) -> None:
    """Cut numbered lines below a heading over notes, and those whose marks, [1] or ¹, stand in the article above them.

    A numbered list without such a heading or such marks is the article's: papers signed, points agreed.

    Args:
        text: the page text.
        lines: the lines of one or several pages.
        follows: whether each comes right after the one before it.
        keep: which are kept; changed.
        rule: why; changed.
    """
    firsts = (keep & ((lines.first == DIGIT) | (lines.first == OPEN))).nonzero()[0].tolist()
    done = -1
    for i in firsts:
        if i <= done or (number := _number_of(text, lines, i)) is None or number[0] != 1:
            continue
        begin = int(lines.bounds[lines.page[i]])
        above = text[lines.start[i - 1] : lines.end[i - 1]] if i > begin and follows[i] else ""
        headed = 0 < len(above) <= _HEADING and _is_heading(above)
        if not headed and not (number[1] and _stands_above(text, lines, keep, begin, i, number[1])):
            continue
        if headed and keep[i - 1]:
            keep[i - 1] = False
            rule[i - 1] = "heading over footnotes"
        last = wanted = 0
        at = i
        while at < len(keep) and (at == i or follows[at]):
            found = _number_of(text, lines, at)
            wanted += 1
            if found is None or found[0] != wanted:
                break
            if keep[at]:
                keep[at] = False
                rule[at] = "a footnote"
            last = at
            at += 1
        done = last


def _is_heading(line: str) -> bool:
    from helpers.clean.cues import is_cue  # most folders hold no numbered line that is kept
    from helpers.clean.publication_dates import fold_text

    return is_cue("notes", fold_text(line).strip(" :"))


def _number_of(text: str, lines: PageLines, at: int) -> tuple[int, str] | None:
    """The number a line begins with and the mark that would refer to it in the text, '' where it is an ordinary list's."""
    found = _NUMBER.match(text, int(lines.start[at]), int(lines.end[at]))
    if found is None:
        return None
    opened, digits, superscript, closed = found.groups()
    if superscript:
        return _SUPERSCRIPTS.index(superscript) + 1, superscript
    if opened:
        return (int(digits), f"[{int(digits)}]") if closed == "]" else None
    return (int(digits), "") if closed in (".", ")") else None


def _stands_above(text: str, lines: PageLines, keep: Bools, begin: int, at: int, mark: str) -> bool:
    places = (keep[begin:at].nonzero()[0] + begin).tolist()
    return any(mark in text[lines.start[k] + 1 : lines.end[k]] for k in places)


def cut_rates(text: str, lines: PageLines, keep: Bools, rule: dict[int, str]) -> None:
    """Cut lines of names and figures by turns: rates of currencies and of a market, the weather of several towns."""
    maybe: Any = keep & (lines.last != STOP) & (lines.width < _RATES_WIDTH)
    maybe &= (lines.counts[DIGIT] >= _FEWEST_DIGITS) & (lines.counts[CJK] == 0)
    for i in np.asarray(maybe).nonzero()[0].tolist():
        line = text[lines.start[i] : lines.end[i]]
        if _RATES.fullmatch(line) and _take_turns(line):
            keep[i] = False
            rule[i] = "rates or weather"


def _take_turns(line: str) -> bool:
    """At most two words before each figure, none of them a small one in lower case, as sentences have."""
    words = 0
    for token in _RATE_NAME.findall(line):
        if token[0].isdigit():
            if not words:
                return False
            words = 0
            continue
        words += 1
        if words > 2 or token.islower():
            return False
    return words == 0


def find_insets(lines: PageLines, bits: Any, follows: Bools, blank: Bools) -> Bools:
    """Headings over other stories with what stands close below them, where blank lines part the paragraphs of a page.

    "RELATED", and right below it "The bakers threaten a strike. The cabinet meets on Friday.", between two paragraphs of the article
    that have blank lines around them: it is told where the heading's line ends, not how much of a sentence the link is.
    """
    out = np.zeros(len(lines), np.bool_)
    if not blank.any():
        return out
    # not "More after the advertisement"
    label = ((bits & _RELATED) > 0) & ((bits & _PROMOTION) == 0) & (lines.last != STOP)
    label &= (lines.words <= _LABEL_WORDS) & (lines.width <= _LABEL_WIDTH)
    if not label.any():
        return out
    label[1:] &= blank[:-1]
    label[:-1] &= ~blank[:-1] & follows[1:]
    label[[0, -1]] = False
    wide = lines.width >= _PARAGRAPH
    apart = np.add.reduceat(wide & blank, lines.bounds[:-1], dtype=np.int32)
    label &= ((apart >= _FEWEST_APART) & (_MOSTLY * apart >= np.add.reduceat(wide, lines.bounds[:-1])))[
        lines.page
    ]
    for i in label.nonzero()[0].tolist():
        end = int(lines.bounds[lines.page[i] + 1])
        last = next((at for at in range(i + 1, min(i + 1 + _MOST_UNDER_LABEL, end)) if blank[at]), None)
        if last is not None:
            out[i : last + 1] = True
    return out


def cut_comments(lines: PageLines, bits: Any, keep: Bools, rule: dict[int, str]) -> None:
    """Cut what follows on a heading with the number of comments, "Comments (3)", when most of what is kept stands above it."""
    label = ~keep & ((bits & _COMMENTS) > 0) & (lines.last != STOP) & (lines.counts[DIGIT] > 0)
    label &= (lines.words <= _COMMENT_WORDS) & (lines.width <= _LABEL_WIDTH)
    if not label.any():
        return
    size = lines.width * keep
    for i in label.nonzero()[0].tolist():
        begin, end = int(lines.bounds[lines.page[i]]), int(lines.bounds[lines.page[i] + 1])
        if size[begin:i].sum() > _MOST_ABOVE * size[i:end].sum():
            for at in (keep[i:end].nonzero()[0] + i).tolist():
                keep[at] = False
                rule[at] = "a comment of a reader"


def cut_insets(insets: Bools, keep: Bools, rule: dict[int, str]) -> None:
    """Cut what of `find_insets` was kept, and let no later rule keep any of it."""
    for i in insets.nonzero()[0].tolist():
        keep[i] = False
        rule[i] = "close under a heading over other stories"


def cut_calls_to_readers(
    text: str, lines: PageLines, scores: Any, cues: Cues, keep: Bools, rule: dict[int, str]
) -> None:
    """Cut what asks a reader at the end of an article: "Do you know more? Write to the editors."

    A question or a call, with a word in which sites speak of themselves, that the tables do not take for the article.
    """
    kept = keep.nonzero()[0]
    if not len(kept):
        return
    ends = kept.searchsorted(lines.bounds)
    for begin, end in zip(ends[:-1].tolist(), ends[1:].tolist(), strict=True):
        for i in kept[max(begin, end - _MOST_CALLS) : end][::-1].tolist():
            if i not in rule or scores[i] >= _UNLIKELY_CALL or lines.first[i] in _SPOKEN:
                break
            line = text[lines.start[i] : lines.end[i]]
            if _CALL.search(line) is None or not cues.speaks_of_site(line):
                break
            keep[i] = False
            rule[i] = "asks the readers something"


def keep_signed_end(
    text: str, lines: PageLines, bits: Any, follows: Bools, keep: Bools, rule: dict[int, str]
) -> None:
    """Keep the sentence with an agency's mark behind it that follows right on the article's last kept one.

    Inside the article such a line is as likely a caption with whom its picture is from, and is left to the tables.
    """
    slashed = (lines.last == LOWER) & (lines.counts[BAR] > 0) & (lines.counts[STOP] > 0)
    maybe = ~keep & ((lines.last_code == ord(")")) | slashed) & (bits == 0) & follows
    maybe[1:] &= keep[:-1] & (lines.last[:-1] == STOP)
    maybe[:-1] &= ~(keep[1:] & follows[1:])
    for i in maybe.nonzero()[0].tolist():
        line = text[lines.start[i] : lines.end[i]]
        if i and i not in rule and len(line) >= _SHORTEST_END and _SIGNED.search(line[-30:]):
            keep[i] = True
            rule[i] = "the article's last sentence, with an agency's mark"
