"""Nothing is known of the contents of the memorandum: what is denied is a particular of the event, and not the event."""

from __future__ import annotations

from helpers.coding.claims.patterns import Hit
from helpers.coding.claims.sentences import Sentence, is_verb

_BEFORE_REACH = 4  # words from the particular to the event it is of: the date of the visit, the contents of the paper signed
_BEHIND_REACH = 1  # and from the event where its genitive stands before it: vizito data, ziyaretin tarihi
_NEAR = 4  # words from the denial to the particular


def is_of_particular(sentence: Sentence, denial: Hit, hit: Hit) -> bool:
    """True when a date, the contents or the terms of an event stand between what denies and the event.

    Args:
        sentence: the sentence.
        denial: the word that denies.
        hit: the event, by its noun or its verb.
    """
    for part in sentence.of("particulars"):
        if denial.last <= part.first:
            near = part.first - denial.last <= _NEAR
            before = part.last <= hit.first and hit.first - part.last <= _reach(sentence, part, hit)
            behind = hit.first >= denial.last and _is_its_genitive(sentence, part, hit)
            if near and (before or behind):
                return True
        elif part.last <= denial.first:
            # imzalanan zaptın içeriğinden haberi yok; о содержании меморандума ничего не известно
            after = hit.last <= part.first and _is_its_genitive(sentence, part, hit)
            opened = part.last <= hit.first and hit.last <= denial.first
            if after or (opened and hit.first - part.last <= _reach(sentence, part, hit)):
                return True
    return False


def _is_its_genitive(sentence: Sentence, part: Hit, hit: Hit) -> bool:
    """The event, or the paper behind its participle, stands right before the particular."""
    papers = [p for p in sentence.of("instrument") if is_verb(hit) and p.first >= hit.last]
    ends = [p.last for p in papers] if is_verb(hit) else [hit.last]
    return any(0 <= part.first - end <= _BEHIND_REACH for end in ends)


def _reach(sentence: Sentence, part: Hit, hit: Hit) -> int:
    """A paper on the way lengthens it: the contents of the memorandum signed in Minsk."""
    papers = sum(part.last <= p.first < hit.first for p in sentence.of("instrument"))
    return _BEFORE_REACH * (1 + min(papers, 1))
