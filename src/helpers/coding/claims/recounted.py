"""The other number of papers that somebody else gives in the same sentence: the ministry speaks of two, the agency of three."""

from __future__ import annotations

from dataclasses import replace

from helpers.coding.claims.papers import Paper
from helpers.coding.claims.patterns import Hit
from helpers.coding.claims.sentences import Sentence

# Where a number of papers ends that names no papers of its own, besides the end of the sentence.
_MARKS = (",", ";", ".", "،", "؛", "—", "–", "…", ")")
_MOST = 30
_SPEAKERS = ("organisation", "agency", "outlet")
# Words from the number of the papers back to who gives it, and from a number to the verb of saying behind it.
_REACH = 5


def recount(sentence: Sentence, paper: Paper) -> tuple[Paper, ...]:
    """The same papers with each further number that a speaker of the sentence gives them.

    Such a number stands by itself ("IRNA of three") behind who says so, without a "not", in another clause than the first number
    or behind another speaker.

    Args:
        sentence: the sentence.
        paper: several papers that somebody signed.
    """
    if paper.count is None or paper.count < 2 or not sentence.of("number"):
        return ()
    found: dict[int, Paper] = {}
    for number in sentence.of("number"):
        n = int(number.entry.key)
        if n == paper.count or not 1 < n <= _MOST or not _stands_alone(sentence, number, paper.hit):
            continue
        if _is_said(sentence, number, paper.hit):
            found.setdefault(n, replace(paper, hit=number, count=n, others=(), rules=(number.entry.rule,)))
    return tuple(found.values()) if len(found) == 1 else ()


def _stands_alone(sentence: Sentence, number: Hit, papers: Hit) -> bool:
    """Nothing follows that it could count, and it is no part of a date or of another pattern."""
    tokens = sentence.tokens
    ends = number.last >= len(tokens) or tokens[number.last].norm in _MARKS
    low, high = tokens[number.first].start, tokens[number.last - 1].end
    dated = any(t.start < high and low < t.end for t in sentence.timexes)
    return ends and not dated and not (papers.first <= number.first < papers.last)


def _is_said(sentence: Sentence, number: Hit, papers: Hit) -> bool:
    """A speaker or a verb of saying stands shortly before it, on its side of the papers, and no "not"."""
    tokens = sentence.tokens
    low = max(papers.last if papers.last <= number.first else 0, number.first - _REACH)
    if any(low <= c.first < number.first for c in sentence.cues("negation")):
        return False
    if any(low <= c.first < number.first for c in sentence.cues("report", "according", "citing")):
        return True
    start, end = tokens[low].start, tokens[number.first].start
    return any(start <= m.start < end and m.kind in _SPEAKERS for m in sentence.mentions)
