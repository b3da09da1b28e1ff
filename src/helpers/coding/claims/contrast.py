"""Not a treaty but a memorandum, не в Тегеране, а в Исфахане: what is set right happened, with what the text puts in its place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from helpers.coding.claims.drafting import Draft
from helpers.coding.claims.judge import Judgement
from helpers.coding.claims.papers import Paper, name_paper
from helpers.coding.claims.patterns import Hit
from helpers.coding.claims.sentences import Sentence, is_verb
from helpers.foundation.records import Mention

_OF_PAPERS = ("sign", "agree", "ratify", "enter_force")
_MET = ("meet", "visit", "session", "call")
_DONE = {
    "sign": "signed",
    "agree": "agreed",
    "ratify": "ratified",
    "enter_force": "in force",
    "session": "held",
}
_PAST = ("past", "participle", "pluperfect", "negated")
_BESIDE, _BEHIND = 2, 3  # words from what is taken back to "but", and from there to what stands for it
_NOT_REACH = 6  # words from the denial to what it takes back


class Contrast(NamedTuple):
    """The words taken back, the words put in their place, both [first, last) in tokens, and the denial."""

    wrong: tuple[int, int]
    right: tuple[int, int]
    denial: Hit


def find_contrasts(sentence: Sentence, spans: Sequence[tuple[int, int]]) -> list[Contrast]:
    """Pairs of like things, one denied and one put in its place: not in Tehran but in Isfahan.

    Args:
        sentence: the sentence.
        spans: the tokens of things of one kind, in order.
    """
    denials = [*sentence.cues("negation", "no"), *sentence.of("not_then")]
    out = []
    for but in sentence.of("but_then"):
        wrong = [s for s in spans if 0 <= but.first - s[1] <= _BESIDE]
        right = [s for s in spans if 0 <= s[0] - but.last <= _BEHIND]
        if not wrong or not right:
            continue
        before = [d for d in denials if 0 <= wrong[-1][0] - d.last <= _NOT_REACH]
        verbs = [t for t in sentence.of("trigger") if is_verb(t)]
        own = any(but.last <= v.first < right[0][0] for v in verbs)  # but discussed a memorandum
        own |= any(but.last <= c.first < right[0][0] for c in sentence.cues("about"))
        both = any(v.last <= but.first for v in verbs) and any(v.first >= right[0][1] for v in verbs)
        if before and not own and not both:
            out.append(Contrast(wrong[-1], right[0], before[-1]))
    return out


def set_right(draft: Draft, sentence: Sentence) -> Draft:
    """The event as it was: with the paper that was signed, and not denied where only its paper or its town is."""
    if not sentence.of("but_then") or not is_verb(draft.anchor):
        return draft
    if draft.key in _OF_PAPERS:
        papers = sentence.of("instrument")
        found = find_contrasts(sentence, [(p.first, p.last) for p in papers])
        if not found:
            return draft
        right = next(p for p in papers if p.first == found[0].right[0])
        paper = _in_place(sentence, draft.paper, right)
        if any(n.first == found[0].denial.first for n in sentence.of("number")):
            paper = replace(paper, count=1)  # Persian نه is "nine" as well as "not"
        return replace(_affirm(draft, sentence), paper=paper)
    if (
        draft.key in _MET
        and draft.judgement.status == "denied"
        and find_contrasts(sentence, _towns(sentence))
    ):
        return _affirm(draft, sentence)
    return draft


def is_taken_back(sentence: Sentence, mention: Mention) -> bool:
    """True for a town in whose place the sentence puts another."""
    if not sentence.of("but_then"):
        return False
    at = sentence.token_at(mention.start)
    return any(c.wrong[0] == at for c in find_contrasts(sentence, _towns(sentence)))


def _towns(sentence: Sentence) -> list[tuple[int, int]]:
    return [
        (sentence.token_at(m.start), sentence.token_at(m.end - 1) + 1)
        for m in sentence.mentions
        if m.kind in ("city", "place", "country")
    ]


def _in_place(sentence: Sentence, paper: Paper | None, right: Hit) -> Paper:
    return paper if paper is not None and paper.hit is right else name_paper(sentence, right)


def _affirm(draft: Draft, sentence: Sentence) -> Draft:
    if draft.judgement.status != "denied":
        return draft
    did = draft.anchor.entry.form == "present" and not sentence.cues("future", "intention")  # did not meet in
    if did or draft.anchor.entry.form in _PAST:
        told = Judgement(_DONE.get(draft.key, "discussed"), "asserted", draft.judgement.rules)
    else:
        told = Judgement("planned", "future", draft.judgement.rules)
    return replace(draft, judgement=told)
