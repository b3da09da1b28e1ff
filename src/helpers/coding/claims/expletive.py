"""Negations that deny nothing: avant que l'Iran ne signe, опасаются, как бы Минск не начал, se tem să nu."""

from __future__ import annotations

from dataclasses import replace

from helpers.coding.claims.sentences import Sentence

_REACH = 12  # words from what calls for it to the negation


def drop_expletives(sentence: Sentence) -> None:
    """Let the one negation behind a word of fear, of avoiding or of "before" say that something may come, not that it did not.

    Two of them deny (craint que l'Iran ne livre pas).

    Args:
        sentence: the negation among its cues becomes one of what is only possible.
    """
    marks = sentence.of("expletive")
    if not marks:
        return
    denying = sentence.cues("negation", "no")
    taken = set()
    for mark in marks:
        behind = [c for c in denying if 0 <= c.first - mark.last <= _REACH]
        if len(behind) == 1 and behind[0].last - behind[0].first == 1:
            taken.add(behind[0])
    if taken:
        sentence.hits["cue"] = [
            c._replace(entry=replace(c.entry, key="hypothetical")) if c in taken else c
            for c in sentence.hits["cue"]
        ]
