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
_JOINED = 1  # words between what is taken back and the word behind it
_BESIDE, _BEHIND = 2, 3  # words from what is taken back to "but", and from there to what stands for it
_NOT_REACH = 6  # words from the denial to what it takes back
_TITLE_REACH = 9  # and to a name behind the title
_WITH = 1  # words from a name to a denial behind it: Nasırzade ile değil


class Contrast(NamedTuple):
    """The words taken back, the words put in their place, both [first, last) in tokens, and the denial."""

    wrong: tuple[int, int]
    right: tuple[int, int]
    denial: Hit


def find_contrasts(
    sentence: Sentence, spans: Sequence[tuple[int, int]], reach: int = _NOT_REACH
) -> list[Contrast]:
    """Pairs of like things, one denied and one put in its place: not in Tehran but in Isfahan.

    Args:
        sentence: the sentence.
        spans: the tokens of things of one kind, in order.
        reach: words from the denial to what it takes back.
    """
    denials = [*sentence.cues("negation", "no"), *sentence.of("not_then")]
    out = []
    for but in sentence.of("but_then"):
        wrong = [s for s in spans if 0 <= but.first - s[1] <= _BESIDE]
        right = [s for s in spans if 0 <= s[0] - but.last <= _BEHIND]
        if not wrong or not right:
            continue
        before = [d for d in denials if 0 <= wrong[-1][0] - d.last <= reach]
        verbs = [t for t in sentence.of("trigger") if is_verb(t)]
        own = any(but.last <= v.first < right[0][0] for v in verbs)  # but discussed a memorandum
        own |= any(but.last <= c.first < right[0][0] for c in sentence.cues("about"))
        both = any(v.last <= but.first for v in verbs) and any(v.first >= right[0][1] for v in verbs)
        if before and not own and not both:
            out.append(Contrast(wrong[-1], right[0], before[-1]))
    for denial in sentence.of("not_then_after"):  # Tahran'da değil, İsfahan'da; anlaşma değil, protokol
        wrong = [s for s in spans if 0 <= denial.first - s[1] <= _JOINED]
        right = [s for s in spans if 0 <= s[0] - denial.last <= _BEHIND]
        if wrong and right and not any(denial.last <= v.first < right[0][0] for v in sentence.of("trigger")):
            out.append(Contrast(wrong[-1], right[0], denial))
    return out


def _may_contrast(sentence: Sentence) -> bool:
    return bool(sentence.of("but_then") or sentence.of("not_then_after"))


def set_right(draft: Draft, sentence: Sentence) -> Draft:
    """The event as it was: with the paper that was signed, and not denied where only its paper or its town is."""
    if not is_verb(draft.anchor):
        return draft
    if _has_stand_in(draft, sentence):
        return _affirm(draft, sentence)
    if not _may_contrast(sentence):
        return draft
    if draft.key in _OF_PAPERS:
        papers = sentence.of("instrument")
        found = find_contrasts(sentence, [(p.first, p.last) for p in papers])
        if not found:
            return draft
        right = next(p for p in papers if p.first == found[0].right[0])
        paper = _in_place(sentence, draft.paper, right)
        taken = [p for p in paper.others if p.hit.first == found[0].wrong[0]]
        paper = replace(paper, others=tuple(p for p in paper.others if p not in taken))
        if any(n.first == found[0].denial.first for n in sentence.of("number")):
            paper = replace(paper, count=1)  # Persian نه is "nine" as well as "not"
        return replace(_affirm(draft, sentence), paper=paper)
    if (
        draft.key in _MET
        and draft.judgement.status == "denied"
        and (
            find_contrasts(sentence, _towns(sentence))
            or any(
                _is_around(c, draft)
                for c in find_contrasts(sentence, [span for span, _ in _people(sentence)], _TITLE_REACH)
            )
        )
    ):
        return _affirm(draft, sentence)
    return draft


def _has_stand_in(draft: Draft, sentence: Sentence) -> bool:
    """Statt Nasirsadeh kam Mussawi: what happens without somebody happens, with whoever stands for him."""
    denied = [r for r in draft.judgement.rules if r.startswith("cue.")]
    if draft.anchor.entry.form == "infinitive":
        return False  # instead of signing it with him
    if draft.judgement.status != "denied" or not all(r.startswith("cue.without") for r in denied):
        return False
    instead, after = _words_for_instead(sentence), sentence.of("not_then_after")
    return bool(instead or after) and bool(_replaced(sentence, _people(sentence), instead, after))


def _is_around(contrast: Contrast, draft: Draft) -> bool:
    """The people stand behind the verb or before it, and the denial beside them: no verb is denied between them."""
    return not contrast.denial.last <= draft.anchor.first < contrast.wrong[0]


def is_taken_back(sentence: Sentence, mention: Mention) -> bool:
    """True for a town in whose place the sentence puts another."""
    if not _may_contrast(sentence):
        return False
    at = sentence.token_at(mention.start)
    return any(c.wrong[0] == at for c in find_contrasts(sentence, _towns(sentence)))


def people_set_right(
    sentence: Sentence, people: Sequence[Mention], *, denied: bool
) -> tuple[frozenset[int], list[Mention]]:
    """Starts of the people in whose place the sentence puts others, and these others.

    Not with the minister but with his deputy; with the deputy instead of the minister (unless the event is denied).
    """
    instead = () if denied else _words_for_instead(sentence)
    after = () if denied else sentence.of("not_then_after")
    if not (sentence.of("but_then") or instead or after):
        return frozenset(), []
    spans = [(_span(sentence, m), m) for m in people]
    wrong, right = set(), []
    for contrast in find_contrasts(sentence, [span for span, _ in spans], _TITLE_REACH):
        wrong |= {m.start for (first, _), m in spans if contrast.denial.last <= first < contrast.right[0]}
        clause = sentence.clause[contrast.right[0]]
        right += [
            m for (first, _), m in spans if first >= contrast.right[0] and sentence.clause[first] == clause
        ]
    wrong |= _replaced(sentence, spans, instead, after)
    named = {(m.kind, m.countries) for _, m in spans if m.start in wrong and m.kind == "person"}
    offices = {
        m.start
        for (first, last), m in spans
        if ("person", m.countries) in named and _is_beside(spans, last, wrong)
    }
    return frozenset(wrong | offices), [m for m in right if m.start not in wrong]


def _replaced(
    sentence: Sentence,
    spans: Sequence[tuple[tuple[int, int], Mention]],
    instead: Sequence[Hit],
    after: Sequence[Hit],
) -> set[int]:
    """Starts of who stands right behind a word that takes back, or before it in Turkish: the first named there, and whoever is joined to him."""
    out = {m.start for (_, last), m in spans if any(0 <= c.first - last <= _WITH for c in after)}
    joins = {c.first for c in sentence.cues("with")}
    for cue in instead:
        end, title = -1, False
        for (first, last), m in sorted(spans, key=lambda s: s[0]):
            if first < cue.last:
                continue
            if end < 0 and not _leads_to(sentence, cue.last, first):
                break
            if end >= 0 and not (first == end and title) and not (first == end + 1 and end in joins):
                break
            out.add(m.start)
            end, title = last, m.kind == "office"
    return out


def _words_for_instead(sentence: Sentence) -> list[Hit]:
    """Instead of, anstelle von, а не: what takes back by itself whatever stands behind it, unlike a bare "not"."""
    plain = {c.first for c in sentence.cues("negation", "no")}
    return [c for c in sentence.of("not_then") if c.first not in plain]


def _leads_to(sentence: Sentence, end: int, first: int) -> bool:
    """Nothing but a few words between: instead of the Iranian minister Nasirzadeh."""
    return 0 <= first - end <= _NOT_REACH and all(t.is_word for t in sentence.tokens[end:first])


def _is_beside(spans: Sequence[tuple[tuple[int, int], Mention]], last: int, wrong: set[int]) -> bool:
    """The minister Nasirzadeh: the office right before a name that is taken back."""
    return any(m.start in wrong and 0 <= first - last <= 1 for (first, _), m in spans)


def _span(sentence: Sentence, mention: Mention) -> tuple[int, int]:
    return sentence.token_at(mention.start), sentence.token_at(mention.end - 1) + 1


def _people(sentence: Sentence) -> list[tuple[tuple[int, int], Mention]]:
    return [(_span(sentence, m), m) for m in sentence.mentions if m.kind in ("person", "office")]


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
