"""Who speaks where nobody is named who does: …, the ministry said; …, a indiqué le ministère; …, сообщили в министерстве."""

from __future__ import annotations

from helpers.coding.claims.patterns import Hit
from helpers.coding.claims.sentences import Sentence
from helpers.coding.claims.tokens import CLOSING_QUOTES, COMMAS, OPENING_QUOTES

_PARTING = frozenset((*COMMAS, "—", "–", "»", "”", "“", '"', "‟"))
_ASSESSOR_REACH = 4
_SUBJECT_WORDS = 6  # behind a verb of saying that ends the sentence
_ADVERBS = 1  # words before a verb of saying that name nobody: also said


def is_parted_from(sentence: Sentence, last: int, cue: Hit) -> bool:
    """True when a comma or the end of a quotation parts a name from a verb of saying that has another subject.

    The subject stands before the verb (two words or more: the ministry said), or behind it up to the end of the sentence.

    Args:
        sentence: the sentence.
        last: last token of the name, before the verb.
        cue: the verb of saying.
    """
    tokens = sentence.tokens
    aside = {
        i for c in sentence.cues("connective") for i in (c.first - 1, c.last)
    }  # the ministry, however, said
    marks = [i for i in range(last + 1, cue.first) if tokens[i].norm in _PARTING and i not in aside]
    if not marks:
        return False
    if tokens[marks[-1]].norm in CLOSING_QUOTES and any(t.norm in OPENING_QUOTES for t in tokens[:last]):
        return True  # Sözcü, “… İran ordusundan bir bölük katıldı” dedi: named in what is said
    own = set(cue.spots)
    ahead = sum(tokens[i].is_word for i in range(marks[-1] + 1, cue.first) if i not in own)
    if ahead:
        return ahead > _ADVERBS
    behind = [i for i in range(cue.spots[0] + 1, len(tokens)) if i not in own]
    words = [i for i in behind if tokens[i].is_word]
    if not 0 < len(words) <= _SUBJECT_WORDS or any(t.first in words for t in sentence.of("trigger")):
        return False
    return not any(tokens[i].norm in _PARTING for i in behind if i < words[-1])


def is_assessment(sentence: Sentence, cue: Hit, kinds: set[str]) -> bool:
    """Experts say, according to analysts, observers think possible; not the experts who prepare a draft."""
    if cue.entry.key != "assessors":
        return False
    return "hypothetical" in kinds or any(
        max(c.first - cue.last, cue.first - c.last) <= _ASSESSOR_REACH
        and not is_parted_from(sentence, cue.last - 1, c)
        and not (c.entry.key == "according" and _has_source_of_its_own(sentence, c, cue))
        for c in sentence.cues("report", "according")
    )


def _has_source_of_its_own(sentence: Sentence, cue: Hit, experts: Hit) -> bool:
    """According to BelTA the experts of both countries work on a draft: a comma or a name stands between."""
    low, high = min(cue.last, experts.last), max(cue.first, experts.first)
    marked = any(t.norm in COMMAS for t in sentence.tokens[low:high])
    named = any(low <= sentence.token_at(m.start) < high for m in sentence.mentions)
    before = any(sentence.token_at(m.end - 1) in (cue.first - 1, cue.first - 2) for m in sentence.mentions)
    return marked or named or before
