"""Expressions that stand side by side and date one thing together: two years ago, in June; on Wednesday two weeks ago."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from helpers.coding.claims.drafting import Draft
from helpers.coding.claims.sentences import Sentence
from helpers.coding.claims.tokens import COMMAS
from helpers.foundation.dates import DateInterval
from helpers.foundation.records import Timex

_BESIDE = 3  # words and marks between the two
_COUNTED = 4  # words between "a day after" and what it is counted from
_LONGEST_MONTH = 31  # days
_SHORTEST_YEAR, _LONGEST_YEAR = 300, 366
_OPEN = ("weekday", "year from context")  # read without knowing which week or year is meant
_KNOWN = ("relative", "explicit")
_YEAR_OR_MONTH = re.compile(r"\d{4}(-\d{2})?")
_OWN_WORDS = 2  # of what is told beside a name, without prepositions


def read_together(timex: Timex, usable: Sequence[Timex], sentence: Sentence) -> Timex:
    """The expression that dates an event, narrowed or moved by the one beside it.

    A weekday beside a week or month lies in it (on Wednesday two weeks ago, a Monday in December), a month or day
    beside a year in that year (two years ago, in June), and of two that agree the narrower one dates.
    """
    for other in usable:
        if other is timex or not _are_beside(timex, other, sentence):
            continue
        narrow, wide = sorted((timex, other), key=_days)
        if _days(wide) > _LONGEST_YEAR or _days(narrow) == _days(wide):
            continue
        known = wide.resolution in _KNOWN or (
            wide.resolution == "year from context" and narrow.resolution == "weekday"
        )
        if not known or wide.rule.startswith("chain-") or _run_into_each_other(narrow, wide, sentence):
            continue
        joint = _within(narrow, wide)
        if joint is not None:
            return joint
    return timex


def _run_into_each_other(narrow: Timex, wide: Timex, sentence: Sentence) -> bool:
    """Cuma günü ocakta imzalanan, penktadienį sausį pasirašytą: a weekday right before a bare month is not one of its days."""
    joined = sentence.token_at(narrow.end - 1) + 1 == sentence.token_at(wide.start)
    return joined and narrow.resolution == "weekday" and wide.resolution != "relative"


def _within(narrow: Timex, wide: Timex) -> Timex | None:
    """The narrower expression as it lies in the wider one, None where it cannot be told."""
    both = narrow.interval.intersect(wide.interval)
    if both is not None and both == narrow.interval:
        return narrow
    if narrow.resolution not in _OPEN:
        return None
    low, high = narrow.interval.earliest, narrow.interval.latest
    year = wide.interval.earliest
    if narrow.resolution == "weekday":
        if _days(wide) > _LONGEST_MONTH or narrow.weekday is None:
            return None
        fits = wide.interval.intersect(DateInterval(None, None, narrow.weekday))
        if fits is None or fits.earliest is None or fits.latest is None:
            return None
        return replace(
            narrow, earliest=fits.earliest.isoformat(), latest=fits.latest.isoformat(), resolution="relative"
        )
    if low is None or high is None or year is None or _days(wide) <= _SHORTEST_YEAR:
        return None
    for shift in range(year.year - low.year, year.year - low.year + 2):
        try:
            first, last = low.replace(year=low.year + shift), high.replace(year=high.year + shift)
        except ValueError:
            continue  # 29 February
        if wide.interval.contains(first) and wide.interval.contains(last):
            return replace(
                narrow,
                earliest=first.isoformat(),
                latest=last.isoformat(),
                weekday=None,
                resolution="relative",
            )
    return None


def _days(timex: Timex) -> int:
    low, high = timex.interval.earliest, timex.interval.latest
    return 10**6 if low is None or high is None else (high - low).days + 1


def _are_beside(a: Timex, b: Timex, sentence: Sentence) -> bool:
    """Nothing but a few words or commas between them: no verb, no event, no "and"."""
    before, behind = (a, b) if a.start < b.start else (b, a)
    first, last = sentence.token_at(before.end - 1) + 1, sentence.token_at(behind.start)
    if not 0 <= last - first <= _BESIDE or sum(t.is_word for t in sentence.tokens[first:last]) > 1:
        return False
    if any(not t.is_word and t.norm not in ",،" for t in sentence.tokens[first:last]):
        return False
    return not any(
        first <= h.first < last or first < h.last <= last
        for h in (*sentence.of("trigger"), *sentence.cues("with", "report"))
    )


def counts_from(timex: Timex, draft: Draft, sentence: Sentence) -> bool:
    """Signed on Tuesday, a day after the arrival: the arrival is what the expression counts from, not what it dates."""
    if not draft.noun or not timex.rule.startswith("chain-"):
        return False
    behind = sentence.token_at(timex.end - 1) + 1
    # the article may be part of the noun: due settimane dopo la visita
    return 0 <= draft.hit.first - behind <= _COUNTED and all(
        t.is_word for t in sentence.tokens[behind : draft.hit.first]
    )


def is_capital(sentence: Sentence, timex: Timex) -> bool:
    """In Dushanbe, the capital of Tajikistan: the town is called Monday in its own language."""
    behind = sentence.token_at(timex.end - 1) + 1
    return timex.resolution == "weekday" and any(
        p.first == behind + 1 and sentence.tokens[behind].norm in (",", "،")
        for p in sentence.of("place")
        if p.entry.key == "capital"
    )


def is_counted_from(sentence: Sentence, timex: Timex) -> bool:
    """Four years after the 2019 agreement they met: the year of the paper is what the count starts from."""
    first, behind = sentence.token_at(timex.start), sentence.token_at(timex.end - 1) + 1
    papers = sentence.of("instrument")
    return any(
        (t.rule.startswith("counted-") or t.type == "DURATION")
        and 0 <= first - (last := sentence.token_at(t.end - 1) + 1) <= _COUNTED
        and all(w.is_word for w in sentence.tokens[last:first])
        and any(last <= p.first < first or 0 <= p.first - behind <= 1 for p in papers)
        and not any(last <= h.first < first for h in sentence.of("trigger"))
        for t in sentence.timexes
    )


def is_of_somebody(sentence: Sentence, timex: Timex) -> bool:
    """Iran, which joined in July 2023, and Belarus signed; the minister, in office from 2020, met: told beside a name.

    A year or a month of one between commas, right behind a name or a paper, with words of its own and no event among them.
    """
    if (
        timex.resolution != "explicit"
        or timex.type != "DATE"
        or not _YEAR_OR_MONTH.fullmatch(timex.value or "")
    ):
        return False
    tokens, first, last = (
        sentence.tokens,
        sentence.token_at(timex.start),
        sentence.token_at(timex.end - 1) + 1,
    )
    opening = next((i for i in range(first - 1, -1, -1) if tokens[i].norm in COMMAS), None)
    closing = next((i for i in range(last, len(tokens)) if tokens[i].norm in COMMAS), None)
    if not opening or closing is None or any(opening <= h.first < closing for h in sentence.of("trigger")):
        return False
    if any(m.kind == "city" and opening <= sentence.token_at(m.start) < closing for m in sentence.mentions):
        return False  # who had been received in Tehran in March: where something may have happened
    if any(opening < p.first and 0 < first - p.last <= 1 for p in sentence.of("instrument")):
        return False  # there was only the memorandum of 2007, forgotten since: the year names the paper
    named = any(sentence.token_at(m.end - 1) == opening - 1 for m in sentence.mentions)
    named |= any(p.last == opening for p in sentence.of("instrument"))
    light = {i for c in sentence.cues("definite", "determiner", "since", "when_where") for i in c.spots}
    light |= {i for p in sentence.of("place") for i in p.spots}
    own = [
        i for i in (*range(opening + 1, first), *range(last, closing)) if tokens[i].is_word and i not in light
    ]
    return named and len(own) >= _OWN_WORDS


def dates_nothing(sentence: Sentence, timex: Timex) -> bool:
    """The name of a capital, what something else is counted from, or what is told beside a name."""
    return is_capital(sentence, timex) or is_counted_from(sentence, timex) or is_of_somebody(sentence, timex)
