"""Years that belong to a paper and say when it was made: the agreement on military cooperation of 2010."""

from __future__ import annotations

from helpers.coding.claims.patterns import Hit
from helpers.coding.claims.presupposed import YEAR
from helpers.coding.claims.sentences import Sentence, is_verb
from helpers.foundation.records import Timex

_ON_REACH, _NAMED_REACH = 6, 5  # words between a paper and its year: what it is on
_OF_FUTURE = ("plan", "programme", "roadmap")  # of a year: for that year


def is_of_a_year(sentence: Sentence, paper: Hit) -> bool:
    """The commission works on the basis of the agreement of 2007: one year of the sentence belongs to the paper."""
    return any(is_year_of(sentence, timex, paper) for timex in sentence.timexes)


def is_year_of(sentence: Sentence, timex: Timex, paper: Hit) -> bool:
    """The year stands behind the paper and what that is on, or before both in its name.

    Behind: соглашение о сотрудничестве 2010 года, l'accord de coopération de 2010; before: the 2010 agreement,
    2010 tarihli anlaşma, 2010 metų sutartis. No verb and no mark parts them.
    """
    if (
        paper.entry.key in _OF_FUTURE
        or timex.resolution != "explicit"
        or not YEAR.fullmatch(timex.value or "")
    ):
        return False
    first, last = sentence.token_at(timex.start), sentence.token_at(timex.end - 1) + 1
    behind = first >= paper.last
    low, high = (paper.last, first) if behind else (last, paper.first)
    if low > high or high - low > (_ON_REACH if behind else _NAMED_REACH):
        return False
    if not all(t.is_word for t in sentence.tokens[low:high]):
        return False
    if any(low <= p.first < high for p in sentence.of("instrument")):
        return False  # the document on a plan of 2024
    if any(is_verb(t) and low <= t.first < high for t in sentence.of("trigger")):
        return False
    return _is_genitive(sentence, first, paper) if behind else _opens_name(sentence, first, last)


def _is_genitive(sentence: Sentence, first: int, paper: Hit) -> bool:
    """Of 2007, от 2007 года, or the bare year right behind the words of the paper; never in 2007, never since 2007."""
    before = {p.entry.key for p in sentence.of("place") if p.last == first}
    if "from" in before or any(c.last == first for c in sentence.of("of_year")):
        return True
    joined = any(paper.last <= c.first < first for c in sentence.cues("with", "since"))
    return "in" not in before and not joined


def _opens_name(sentence: Sentence, first: int, last: int) -> bool:
    """The 2010 agreement, 2010 metų sutartis, 2010 tarihli anlaşma: the year is a part of the name."""
    if any(c.last == first for c in sentence.cues("definite")):
        return True
    return any(last - 1 <= c.first <= last for c in sentence.of("of_year"))
