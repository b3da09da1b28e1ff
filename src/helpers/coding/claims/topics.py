"""Events a sentence names without telling of them: what a paper or a talk is about, what somebody came for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from helpers.coding.claims.codebook import load_codebook
from helpers.coding.claims.papers import is_subject_of_paper
from helpers.coding.claims.patterns import Hit
from helpers.coding.claims.sentences import Sentence, is_verb

if TYPE_CHECKING:
    from helpers.coding.claims.drafting import Draft

_OF_PAPERS = ("visit", "exhibit", "train", "exercise", "deliver", "produce")
_OF_PLANS = (*_OF_PAPERS, "meet", "call")
_PLANS = ("plan", "programme", "roadmap", "protocol", "agreement", "memorandum")
_OF_TALKS_AHEAD = ("meet", "call", "session")
_OF_TALKS = ("deliver", "produce", "train", "exhibit", "permit")
_TALKS = ("meet", "call")
_OF_PAPERWORK = ("agree", "draft", "ratify", "sign")
_ARTICLE = 2  # words between "on" and what the talks are about
_WITH_WHOM = 5  # words that say with whom they are
_TOPIC_REACH = 4
_PURPOSE_REACH = 8
_UNDONE = ("planned", "denied", "postponed", "cancelled")


def is_topic(sentence: Sentence, hit: Hit, *, verb_last: bool) -> bool:
    """What a paper is about (a protocol on the exchange of officers), or what was talked about (discussed the delivery of drones)."""
    open_form = not is_verb(hit) or (verb_last and hit.entry.form == "infinitive")
    if open_form and hit.entry.key in _OF_PAPERS and is_subject_of_paper(sentence, hit):
        return True
    if (
        hit.entry.form in ("infinitive", "present")
        and hit.entry.key in _OF_PAPERS
        and _is_aim_of_paper(sentence, hit)
    ):
        return True
    if (
        not is_verb(hit)
        and hit.entry.key in _OF_PAPERS
        and any(p.last == hit.first for p in sentence.of("instrument"))
    ):
        return True  # پروتکل تبادل افسران: right behind the paper
    if (
        not is_verb(hit)
        and hit.entry.key in (*_OF_PAPERWORK, *_OF_TALKS)
        and _is_subject_of_talks(sentence, hit)
    ):
        return True
    if not is_verb(hit) and hit.entry.key in _OF_TALKS_AHEAD and _names_plan(sentence, hit):
        return True  # plan konsultacji, план консультаций
    if not is_verb(hit) and hit.entry.key in _OF_PLANS and _is_of_plan(sentence, hit):
        return True
    return not is_verb(hit) and hit.entry.key in _OF_TALKS and _is_talked_about(sentence, hit, verb_last)


def _is_aim_of_paper(sentence: Sentence, hit: Hit) -> bool:
    """A contract to modernise tanks: right behind the paper stands what it is for."""
    papers = {p.last for p in sentence.of("instrument")}
    return any(
        c.last == hit.first and c.first in papers for c in sentence.cues("in_order_to", "infinitive_mark")
    )


def _is_subject_of_talks(sentence: Sentence, hit: Hit) -> bool:
    """Talks on extending the contract, Gespräche über die Unterzeichnung: what is done to papers is only talked about."""
    talks = [t for t in sentence.of("trigger") if t.entry.key in _TALKS and not is_verb(t)]
    verbs = [t for t in sentence.of("trigger") if is_verb(t)]
    return any(
        0 <= hit.first - c.last <= _ARTICLE
        and any(
            0 <= c.first - t.last <= _WITH_WHOM and not any(t.last <= v.first < hit.first for v in verbs)
            for t in talks
        )
        for c in sentence.cues("about")
    )


def _names_plan(sentence: Sentence, hit: Hit) -> bool:
    """A plan or programme of talks: the noun stands right behind the word for it."""
    return any(p.first < hit.first <= p.last and p.entry.key in _PLANS[:3] for p in sentence.of("instrument"))


def _is_of_plan(sentence: Sentence, hit: Hit) -> bool:
    """Un programa de contactos, un plan d'échanges: the noun says of what, with one word that means "of" before it."""
    marks = {p.first for p in sentence.of("place") if p.entry.key == "from"}
    return any(
        hit.first - p.last == 1 and p.last in marks and p.entry.key in _PLANS
        for p in sentence.of("instrument")
    )


def _is_talked_about(sentence: Sentence, hit: Hit, verb_last: bool) -> bool:
    """A verb of talking right before the noun, or right behind it and its attributes where verbs close the clause."""
    clause = sentence.clause_of(hit)
    verbs = [t for t in sentence.of("trigger") if is_verb(t) and sentence.clause_of(t) == clause]
    if any(c.first >= hit.last and sentence.clause_of(c) == clause for c in sentence.cues("scheduled")):
        return False  # discussed the exercise planned for autumn
    for verb in verbs:
        if verb.entry.key not in _TALKS:
            continue
        behind = 0 <= hit.first - verb.last <= _TOPIC_REACH
        before = verb_last and 0 <= verb.first - hit.last <= _TOPIC_REACH
        low, high = (verb.last, hit.first) if behind else (hit.last, verb.first)
        if (behind or before) and not any(low <= v.first < high for v in verbs):
            return True
    return False


def is_purpose(
    sentence: Sentence, hit: Hit, triggers: Sequence[Hit], out: Sequence[Draft], *, verb_last: bool
) -> bool:
    """What something is handed over for (technology to assemble drones), or people come for (met to discuss supplies).

    Args:
        sentence: the sentence.
        hit: a verb.
        triggers: of the sentence.
        out: drafts made so far.
        verb_last: the language puts the purpose before the verb.
    """
    marked = any(c.last == hit.first for c in sentence.cues("infinitive_mark"))
    if hit.entry.form != "infinitive" and not (marked and hit.entry.form == "present"):
        return False
    clause = sentence.clause_of(hit)
    kind = load_codebook().events[hit.entry.key].kind
    if kind == "cooperation":
        return marked and any(
            d.key == "deliver" and d.hit.last <= hit.first and sentence.clause_of(d.hit) == clause
            for d in out
        )
    if hit.entry.key not in _TALKS:
        return False
    governed = any(
        sentence.clause_of(c) == clause
        and 0 <= hit.first - c.last <= 2
        and not any(is_verb(t) and c.last <= t.first < hit.first for t in triggers)
        for c in sentence.cues("intention", "future", "scheduled", "hypothetical")
    )
    came = [
        t for t in triggers
        if t is not hit and is_verb(t) and t.entry.key in ("visit", "meet") and clause - sentence.clause_of(t) in (0, 1)
    ]  # fmt: skip
    named = any(
        d.key in ("meet", "call", "session")
        and d.hit.last <= hit.first
        and sentence.clause_of(d.hit) == clause
        for d in out
    )  # a meeting to discuss the plan
    told = marked or _has_purpose_word(sentence, hit)
    near = any(0 <= hit.first - t.last <= _PURPOSE_REACH for t in came)
    ahead = verb_last and any(
        0 <= t.first - hit.last <= _PURPOSE_REACH and sentence.clause_of(t) == clause for t in came
    )
    # sent engineers to examine the site
    only = not came and any(c.last == hit.first for c in sentence.cues("in_order_to"))
    return told and not governed and (near or ahead or named or only)


def _has_purpose_word(sentence: Sentence, hit: Hit) -> bool:
    """Um ... zu erörtern, görüşmek üzere: the word for the purpose opens the clause or stands right behind the verb."""
    clause = sentence.clause_of(hit)
    return any(
        c.first == hit.last or (c.first < hit.first and sentence.clause_of(c) == clause)
        for c in sentence.cues("purpose")
    )


def journey_of(sentence: Sentence, hit: Hit, triggers: Sequence[Hit]) -> Hit | None:
    """The verb of coming of a clause whose talks somebody comes for (will arrive for talks): they are what that is."""
    clause = sentence.clause_of(hit)
    if hit.entry.key != "meet":
        return None
    came = [
        t for t in triggers
        if is_verb(t) and t.entry.key == "visit" and sentence.clause_of(t) == clause
        and max(hit.first - t.last, t.first - hit.last) <= _PURPOSE_REACH
    ]  # fmt: skip
    return came[0] if len(came) == 1 else None


def visits_once(sentence: Sentence, drafts: Sequence[Draft]) -> list[Draft]:
    """Did not come for an official visit, resmi ziyaret için gelecek: of one clause, one visit, and what its verb says of it."""
    verbs = {
        sentence.clause_of(d.hit): d.hit
        for d in drafts
        if d.key == "visit" and is_verb(d.hit) and d.judgement.status in _UNDONE
    }

    def is_same(draft: Draft) -> bool:
        verb = verbs.get(sentence.clause_of(draft.hit))
        if verb is None or draft.key != "visit" or draft.judgement.polarity != "asserted":
            return False
        led = any(
            c.first == draft.hit.first for c in (*sentence.of("place"), *sentence.cues("about", "with"))
        )
        if is_verb(draft.hit) and not led:  # on an official visit; but he was received
            return False
        return max(verb.first - draft.hit.last, draft.hit.first - verb.last) <= _PURPOSE_REACH

    return [d for d in drafts if not is_same(d)]
