"""Where a sentence begins to tell: behind "in addition", "according to the agency" or a day that opens it."""

from __future__ import annotations

from helpers.coding.claims.sentences import Sentence
from helpers.coding.claims.tokens import COMMAS

_ROUNDS = 3  # in addition, according to the agency, on Monday
_LEADING = 1  # words before what a citation or a time is told by: on, по
_SOURCE_REACH = 3  # words from "according to" to the outlet: the state agency
_NAMED = ("agency", "outlet", "organisation", "office", "person")


def prelude_end(sentence: Sentence) -> int:
    """The first token of what is told, behind connectives, citations and times that open the sentence; 0 without any."""
    at = 0
    for _ in range(_ROUNDS):
        behind = (
            _behind_connective(sentence, at) or _behind_source(sentence, at) or _behind_time(sentence, at)
        )
        if behind is None or behind >= len(sentence.tokens):
            break
        at = behind + 1 if sentence.tokens[behind].norm in COMMAS else behind
        if at >= len(sentence.tokens):
            return 0
    return at


def _behind_connective(sentence: Sentence, at: int) -> int | None:
    return next((c.last for c in sentence.cues("connective") if c.first == at), None)


def _behind_source(sentence: Sentence, at: int) -> int | None:
    """Behind the outlet next to "according to", or behind the comma that ends the citation."""
    cue = next((c for c in sentence.cues("according", "citing") if 0 <= c.first - at <= _LEADING), None)
    if cue is not None:
        named = [
            sentence.token_at(m.end - 1) + 1 for m in sentence.mentions
            if m.kind in _NAMED and 0 <= sentence.token_at(m.start) - cue.last <= _SOURCE_REACH
        ]  # fmt: skip
        low = max([cue.last, *named[:1]])
        comma = next((i for i in range(low, len(sentence.tokens)) if sentence.tokens[i].norm in COMMAS), None)
        if comma is not None and comma - low <= _SOURCE_REACH and not _acts(sentence, at, comma):
            return comma
        return low if named else None
    for m in sentence.mentions[:1]:  # BelTA'ya göre, agentūros „BelTA“ duomenimis
        end = sentence.token_at(m.end - 1) + 1
        if m.kind in _NAMED and 0 <= sentence.token_at(m.start) - at <= _SOURCE_REACH:
            return next((c.last for c in sentence.cues("according") if 0 <= c.first - end <= 1), None)
    return None


def _behind_time(sentence: Sentence, at: int) -> int | None:
    for t in sentence.timexes:
        if 0 <= sentence.token_at(t.start) - at <= _LEADING:
            return sentence.token_at(t.end - 1) + 1
    return None


def _acts(sentence: Sentence, first: int, last: int) -> bool:
    return any(first <= t.first < last for t in sentence.of("trigger"))
