"""The occasion that something is put off to: the signing was moved to the minister's visit, which is planned then."""

from __future__ import annotations

from helpers.coding.claims.patterns import Hit
from helpers.coding.claims.sentences import Sentence, is_verb
from helpers.coding.claims.tokens import COMMAS

# Words from "to" to the noun of the occasion: to the Belarusian defence minister's visit.
_REACH = 6
_OCCASIONS = ("visit", "meet", "session")


def occasions_put_off_to(sentence: Sentence, hit: Hit, nouns: list[Hit], *, verb_last: bool) -> list[Hit]:
    """Of the nouns beside a verb of putting off, those that say to when, not what.

    "To" follows the verb, or closes its words; where the verb comes last, the occasion stands in front of it.

    Args:
        hit: the verb.
        nouns: triggers of its clause.
        verb_last: a verb may close its clause.
    """
    marks = sentence.of("put_off_to")
    if not marks:
        return []
    clause = sentence.clause_of(hit)
    out = []
    for noun in nouns:
        if is_verb(noun) or noun.entry.key not in _OCCASIONS:
            continue
        behind = noun.first >= hit.last
        if not behind and not verb_last:
            continue
        if any(_leads(sentence, mark, noun, hit, clause, behind=behind) for mark in marks):
            out.append(noun)
    return out


def _leads(sentence: Sentence, mark: Hit, noun: Hit, hit: Hit, clause: int, *, behind: bool) -> bool:
    """Whether "to" opens the noun, or the noun's own ending says it."""
    if sentence.clause_of(mark) != clause:
        return False
    if mark.first <= noun.first < mark.last:
        return not behind
    if not 0 <= noun.first - mark.last <= _REACH:
        return False
    if behind and mark.first < hit.last - 1:
        return False
    within = range(mark.last, noun.first)
    timed = any(sentence.token_at(t.start) in within for t in sentence.timexes)
    if not behind and timed:
        return False  # der für April vorgesehene Besuch wurde verschoben: the time is that of the visit
    dated = timed or any(c.first in within for c in sentence.of("particulars"))
    named = any(clause == sentence.clause_of(t) and t.last <= hit.first for t in sentence.of("trigger"))
    if behind and dated and not named:
        return False  # slitta a giugno la visita, rinviata a data da destinarsi la riunione: what is put off
    if any(sentence.tokens[i].norm in COMMAS for i in within):
        return False
    return not any(t.first in within and t is not hit for t in sentence.of("trigger"))
