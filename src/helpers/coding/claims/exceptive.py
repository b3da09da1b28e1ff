"""Nothing but a protocol was signed, не подписали ничего, кроме протокола: what is excepted from a denial happened."""

from __future__ import annotations

from helpers.coding.claims.patterns import Hit
from helpers.coding.claims.sentences import Sentence, is_verb

_OF_PAPERS = ("sign", "agree", "draft", "ratify", "enter_force")
_PAPER_REACH = 3  # words between "but" and the paper: its article, how it is called
_VERB_REACH = 2  # words between a verb and "que" behind it
_ANY_PAPER = "document"  # no document except the protocol


def is_excepted(sentence: Sentence, hit: Hit, papers: list[Hit]) -> bool:
    """True for a denied verb whose only paper is excepted from the denial.

    Args:
        sentence: the sentence.
        hit: the verb of signing or agreeing.
        papers: instruments bound to it. One that is not excepted, and more than any document, stays denied.
    """
    if not is_verb(hit) or hit.entry.key not in _OF_PAPERS:
        return False
    excepting = [*sentence.cues("exceptive"), *_restrictions(sentence, hit)]
    behind = sentence.cues("exceptive_after")
    if not excepting and not behind:
        return False
    near = (sentence.clause_of(hit) - 1, sentence.clause_of(hit), sentence.clause_of(hit) + 1)
    named = [p for p in sentence.of("instrument") if sentence.clause_of(p) in near]
    excepted = [p for p in named if any(0 <= c.first - p.last <= 1 for c in behind)]
    for cue in excepting:
        excepted += [p for p in named if 0 <= p.first - cue.last <= _PAPER_REACH][:1]
    others = [p for p in (*papers, *named) if p not in excepted and p.entry.key != _ANY_PAPER]
    return bool(excepted) and not others


def _restrictions(sentence: Sentence, hit: Hit) -> list[Hit]:
    """N'ont signé qu'un protocole, non è stato firmato che un protocollo: right behind the verb, with no second denial."""
    if sum(c.entry.key == "negation" for c in sentence.cues("negation")) != 1:
        return []
    return [c for c in sentence.of("restriction") if 0 <= c.first - hit.last <= _VERB_REACH]
