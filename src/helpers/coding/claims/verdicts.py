"""Claim: a pact was signed. Verdict: false. What a fact check quotes to look into it is not what the page says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from helpers.coding.claims.judge import Judgement
from helpers.coding.claims.merging import Found
from helpers.coding.claims.patterns import Hit
from helpers.coding.claims.sentences import Sentence

_WITHIN = 4  # sentences from what is looked into to what was found
_NUMBERED = 2  # words between the head and its colon: Claim no. 2:
_OPEN = ("asserted", "historical", "future", "hypothetical")


def settle_verdicts(order: Sequence[Sentence], found: Sequence[Found]) -> list[Found]:
    """Deny what a fact check finds false, and leave open what it only quotes.

    Args:
        order: the sentences as they are read.
        found: the claims of the article.

    Returns:
        The claims; those of a sentence that "Claim:" opens are denied when a verdict behind it says false, rumoured when
        none follows, and stay as they are when the verdict says anything else.
    """
    judged: dict[int, Judgement] = {}
    for number, sentence in enumerate(order):
        head = _opening(sentence, "claim_head", "fake_head")
        if head is None:
            continue
        told = sentence
        if _says_no_more(sentence, head) and number + 1 < len(order):
            told = order[number + 1]
        verdict = _find_verdict(order[number + 1 : number + 1 + _WITHIN])
        if head.entry.key == "fake_head" or verdict == "false":
            judged[id(told)] = Judgement("denied", "negated", (head.entry.rule,))
        elif verdict is None:
            judged[id(told)] = Judgement("rumoured", "hypothetical", (head.entry.rule,))
    return [_judge(f, judged.get(id(f.sentence))) for f in found] if judged else list(found)


def _judge(found: Found, judgement: Judgement | None) -> Found:
    told = found.draft.judgement
    if judgement is None or told.polarity not in _OPEN:
        return found
    judged = replace(judgement, rules=(*told.rules, *judgement.rules))
    return replace(found, draft=replace(found.draft, judgement=judged))


def _find_verdict(behind: Sequence[Sentence]) -> str | None:
    """False, or open where a verdict says something else; None without any."""
    for number, sentence in enumerate(behind):
        if _opening(sentence, "claim_head", "fake_head") is not None:
            return None
        head = _opening(sentence, "verdict_head")
        if head is None:
            if _is_bare(sentence):
                return "false"
            continue
        said = [sentence, *behind[number + 1 : number + 2]] if _says_no_more(sentence, head) else [sentence]
        return "false" if any(s.of("found_false") or s.of("untruth") for s in said) else "open"
    return None


def _is_bare(sentence: Sentence) -> bool:
    """False. C'est faux. No more than that."""
    words = sum(t.is_word for t in sentence.tokens)
    return any(c.last - c.first >= words - 2 and words <= _WITHIN for c in sentence.of("found_false"))


def _opening(sentence: Sentence, *keys: str) -> Hit | None:
    """The words that open the sentence with a colon behind them, or are all of it."""
    for cue in (c for key in keys for c in sentence.of(key)):
        before = sum(t.is_word for t in sentence.tokens[: cue.first])
        if before:
            continue
        behind = sentence.tokens[cue.last : cue.last + _NUMBERED + 2]
        if any(t.norm == ":" for t in behind) or _says_no_more(sentence, cue):
            return cue
    return None


def _says_no_more(sentence: Sentence, head: Hit) -> bool:
    return sum(t.is_word for t in sentence.tokens[head.last :]) <= _NUMBERED - 1
