"""The auxiliary of the future that is that of the passive as well: drones will be built there, or are being built (German)."""

from __future__ import annotations

from helpers.coding.claims.patterns import Hit
from helpers.coding.claims.sentences import Sentence

_GOING_ON = ("train", "produce", "exercise", "deliver")
_LASTING = ("train", "deliver")  # whatever their object: no verb of opening among them
_NOW = "PRESENT_REF"


def may_go_on(sentence: Sentence, hit: Hit) -> bool:
    """A participle of what lasts; with an object of its own it may be a plant that will be opened, unless the time says more."""
    key = hit.entry.key
    return key in _GOING_ON and (len(hit.spots) == 1 or key in _LASTING or _goes_on_since(sentence, hit))


def is_passive_present(sentence: Sentence, cue: Hit) -> bool:
    """Werden dort ausgebildet: the auxiliary of the future is that of the passive as well; without a time it goes on now."""
    if cue.entry.key != "future" or not any(c.first == cue.first for c in sentence.cues("passive")):
        return False
    clause = sentence.clause_of(cue)
    since = _words_after_since(sentence)  # seit März werden sie dort ausgebildet
    return not any(
        t.type in ("DATE", "TIME")
        and t.value != _NOW
        and sentence.clause_at(t.start) == clause
        and sentence.token_at(t.start) not in since
        for t in sentence.timexes
    )


def _goes_on_since(sentence: Sentence, hit: Hit) -> bool:
    """Seit März werden dort Drohnen gebaut, derzeit werden dort Drohnen gebaut: the time says that it goes on."""
    clause = sentence.clause_of(hit)
    since = _words_after_since(sentence)
    return any(
        (t.value == _NOW or sentence.token_at(t.start) in since) and sentence.clause_at(t.start) == clause
        for t in sentence.timexes
    )


def _words_after_since(sentence: Sentence) -> set[int]:
    """The words right behind a word for since, or behind the article there (seit dem Frühjahr)."""
    return {at for c in sentence.cues("since") for at in (c.last, c.last + 1)}
