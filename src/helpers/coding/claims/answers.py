"""Questions that the next sentence answers: "Did you sign?" "Yes, in May" tells of a signing, "No" denies it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from helpers.coding.claims.absent import is_question
from helpers.coding.claims.drafting import Draft
from helpers.coding.claims.judge import Judgement
from helpers.coding.claims.merging import Found
from helpers.coding.claims.sentences import Answer, Sentence

_TOLD_WITHIN = 2  # sentences behind the question
_SPEAKER = 2  # letters of what stands for who answers: A:


def mark_answers(sentences: Sequence[Sentence]) -> None:
    """Set the answer of each question that the sentence behind it opens with.

    Args:
        sentences: of the article, in the order of its text; `answer` of the questions is set.
    """
    for question, answer in pairwise(sentences):
        if question.role != "title" and is_question(question):
            question.answer = _answer_of(answer)


def answer_drafts(sentence: Sentence, drafts: list[Draft]) -> list[Draft]:
    """What a question asks, as its answer has it: told, or denied where the answer is no."""
    if sentence.answer != "no":
        return drafts
    return [
        replace(d, judgement=Judgement("denied", "negated", d.judgement.rules))
        for d in drafts
        if d.judgement.status != "denied"
    ]


def drop_asked(order: Sequence[Sentence], found: Sequence[Found]) -> list[Found]:
    """Without what a question asks that its answer tells itself: "Was it ratified?" "Yes, the parliament ratified it in May."

    Args:
        order: the sentences as they are read.
        found: the claims of the article.
    """
    asked = {id(s): n for n, s in enumerate(order) if s.answer is not None}
    if not asked:
        return list(found)
    told = [(id(f.sentence), f.draft.kind) for f in found]
    return [
        f
        for f in found
        if id(f.sentence) not in asked
        or not any(
            (id(s), f.draft.kind) in told
            for s in order[asked[id(f.sentence)] + 1 : asked[id(f.sentence)] + 1 + _TOLD_WITHIN]
        )
    ]


def _answer_of(sentence: Sentence) -> Answer | None:
    """Yes and no open the sentence and a mark parts them from the rest; what is no word may stand before."""
    for cue in (*sentence.of("answer_yes"), *sentence.of("answer_no")):
        before = [t for t in sentence.tokens[: cue.first] if t.is_word]
        labelled = len(before) == 1 and len(before[0].norm) <= _SPEAKER and cue.first > 1
        if before and not labelled:
            continue
        if cue.last >= len(sentence.tokens) or not sentence.tokens[cue.last].is_word:
            return "yes" if cue.entry.key == "answer_yes" else "no"
    return None
