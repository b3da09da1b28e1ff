"""What a text leaves open: the date of a plan, and whether what is said beside "neither confirms nor denies" is so."""

from __future__ import annotations

from dataclasses import replace

from helpers.coding.claims.drafting import OCCASION_REACH, Draft
from helpers.coding.claims.judge import Judgement
from helpers.coding.claims.particulars import is_of_particular
from helpers.coding.claims.patterns import Hit
from helpers.coding.claims.sentences import Sentence, is_verb

_DATED = ("sign", "ratify", "visit", "meet", "session", "exercise", "exhibit", "enter_force")
_DATE_REACH = 8  # words between what says that there is no date and the event
_OPEN_REACH = 6  # words between not confirming and the event
_NOR_REACH = 3  # words between not confirming and not denying
_SETTLED = ("asserted", "historical", "negated")
_KINDS = ("agreement", "cooperation", "consultation")


def undated_event(sentence: Sentence, cue: Hit, triggers: list[Hit]) -> Hit | None:
    """No date has been set for the signing, дата подписания не назначена: the event whose date alone is open, or None.

    Args:
        sentence: the sentence.
        cue: what says that the date is not set.
        triggers: those that may be it.
    """
    clause = sentence.clause_of(cue)
    if any(c.last == cue.first for c in sentence.cues("told_before")) or any(
        c.first == cue.first for c in sentence.cues("told_before")
    ):
        return None  # on that date no signing is planned
    if any(t.entry.key in ("postpone", "cancel", "fail") for t in sentence.of("trigger")):
        return None  # put off, and no new date has been set
    near = [
        t for t in triggers
        if t.entry.key in _DATED and not is_verb(t) and sentence.clause_of(t) == clause
        and max(t.first - cue.last, cue.first - t.last) <= _DATE_REACH
    ]  # fmt: skip
    return min(
        near, key=lambda t: (t.entry.key not in ("sign", "ratify"), abs(t.first - cue.first)), default=None
    )


def unconfirmed_event(sentence: Sentence, cue: Hit, triggers: list[Hit], *, verb_last: bool) -> Hit | None:
    """Will not confirm the signing of a contract: the event by its noun, beside the words that leave it open, or None.

    Args:
        sentence: the sentence.
        cue: the words that leave it open.
        triggers: those that may be it.
        verb_last: the language's order.
    """
    if _only_denies(sentence, cue):
        return None
    near = [
        t for t in triggers
        if t.entry.key in (*_DATED, "deliver", "train", "produce") and not is_verb(t)
        and sentence.clause_of(t) == sentence.clause_of(cue)
        and (0 <= t.first - cue.last <= _OPEN_REACH or (verb_last and 0 <= cue.first - t.last <= _DATE_REACH))
        and not _is_occasion(sentence, t) and not is_of_particular(sentence, cue, t)
    ]  # fmt: skip
    return min(near, key=lambda t: abs(t.first - cue.last), default=None)


def _is_occasion(sentence: Sentence, hit: Hit) -> bool:
    """After the talks: what somebody does or says on an occasion."""
    return any(
        0 <= hit.first - c.last <= OCCASION_REACH
        and not any(p.first == c.first for p in sentence.cues("about", "infinitive_mark", "with"))
        for c in sentence.cues("occasion", "after")
    ) or any(hit.first <= c.first <= hit.last + 1 for c in sentence.cues("occasion_after"))


def leave_unconfirmed(sentence: Sentence, draft: Draft, *, verb_last: bool) -> Draft:
    """The draft as rumoured, where somebody neither confirms nor denies it; else as it is.

    Args:
        sentence: its sentence.
        draft: any; what is planned, or told beside something else, stays.
        verb_last: the language's order: what is left open stands before the words that say so.
    """
    told = draft.judgement
    if draft.kind not in _KINDS or told.polarity not in _SETTLED or not sentence.of("unconfirmed"):
        return draft
    cue = next(
        (c for c in sentence.of("unconfirmed") if _is_said_of(sentence, c, draft, verb_last=verb_last)), None
    )
    if cue is None or is_of_particular(sentence, cue, draft.hit):
        return draft
    behind = draft.hit.first >= cue.last and sentence.clause_of(draft.hit) != sentence.clause_of(cue)
    if _only_denies(sentence, cue) and not (behind and told.polarity != "negated"):
        return draft  # but not: ни одна из сторон не подтвердила, что соглашение достигнуто
    judgement = Judgement("rumoured", "hypothetical", (cue.entry.rule,))
    return replace(draft, judgement=judgement, rules=(*draft.rules, cue.entry.rule))


def _only_denies(sentence: Sentence, cue: Hit) -> bool:
    """Візит не підтверджують: one word that the language lists as a denial, and none of denying behind it."""
    denials = [t for t in sentence.of("trigger") if t.entry.key == "deny"]
    same = any(t.first < cue.last and cue.first < t.last for t in denials)
    return (
        same
        and not any(0 <= t.first - cue.last <= _NOR_REACH for t in denials)
        and cue.last - cue.first <= _NOR_REACH
    )


def undated_papers_once(drafts: list[Draft]) -> list[Draft]:
    """The treaty they work on is ready, and no date for its signing is set: one plan, told by the work on it."""
    others = any(d.kind == "agreement" and not _is_undated(d) for d in drafts)
    return [d for d in drafts if not (others and d.key == "sign" and _is_undated(d))]


def _is_undated(draft: Draft) -> bool:
    return any(r.startswith("open_date") for r in draft.judgement.rules)


def _is_said_of(sentence: Sentence, cue: Hit, draft: Draft, *, verb_last: bool) -> bool:
    """The event stands in the clause behind the words, or beside them in their own, and tells of no occasion."""
    hit = draft.hit
    if draft.anchor.entry.key == "deny" or hit.entry.key == "deny":
        return True
    if not is_verb(hit) and _is_occasion(sentence, hit):
        return False
    between = sentence.clause_of(hit) - sentence.clause_of(cue)
    if hit.first >= cue.last:
        denied = any(
            t.entry.key == "deny" and cue.first <= t.first < hit.first for t in sentence.of("trigger")
        )
        return 0 <= between <= (2 if denied else 1)
    return between == 0 or (verb_last and between == -1)
