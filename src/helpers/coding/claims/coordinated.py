"""Verbs that share the tense of another one: will meet and sign, bir araya gelerek imzalayacaklar."""

from __future__ import annotations

from helpers.coding.claims.patterns import Hit
from helpers.coding.claims.sentences import Sentence, is_verb

_AND = 1  # words between "and" and the second verb: and then sign
_PLAIN = ("past", "present")
_AUXILIARIES = ("future", "infinitive_mark", "hypothetical", "conditional")


def tense_giver(sentence: Sentence, hit: Hit) -> Hit | None:
    """The verb whose tense a verb without one of its own shares, or None.

    A bare form behind "and" has the auxiliary of the form before it (will meet and sign); a converb, which ends so, has the
    tense of the next verb of its clause.
    """
    if hit.entry.form not in _PLAIN or not is_verb(hit):
        return None
    clause = sentence.clause_of(hit)
    verbs = [
        t for t in sentence.of("trigger") if is_verb(t) and t is not hit and sentence.clause_of(t) == clause
    ]
    if any(c.last == hit.last for c in sentence.of("converb")):
        return min((t for t in verbs if t.first >= hit.last), key=lambda t: t.first, default=None)
    if hit.entry.form != "present" or not any(0 <= hit.first - c.last <= _AND for c in sentence.cues("with")):
        return None
    before = max((t for t in verbs if t.last <= hit.first), key=lambda t: t.first, default=None)
    if before is None or before.entry.form != "present":
        return None
    helped = any(c.last <= before.first <= c.last + _AND for c in sentence.cues(*_AUXILIARIES))
    own = any(before.last <= c.first < hit.first for c in sentence.cues(*_AUXILIARIES))
    return before if helped and not own else None
