"""What a sentence says of an event that only the one before names: it was put off, a second is planned."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from helpers.coding.claims.codebook import Codebook
from helpers.coding.claims.drafting import HELPERS, WEAK, Draft
from helpers.coding.claims.judge import Judgement, closing_of, governing_cues, judge
from helpers.coding.claims.merging import Found
from helpers.coding.claims.narrative import Narrative
from helpers.coding.claims.negation import is_denied
from helpers.coding.claims.patterns import Hit
from helpers.coding.claims.sentences import Sentence, is_verb
from helpers.coding.claims.timing import Setting, date_events

_STANDS_FOR = ("pronoun", "it", "told_before", "both_sides")
_BESIDE = 8  # words from "a second is" to an event of its own
_OPENS = 1  # words before the pronoun in its clause
_KINDS = ("consultation", "cooperation", "agreement")
_AUXILIARIES = ("future", "hypothetical", "passive", "pluperfect", "scheduled", "intention")
_TOLD = ("future", "hypothetical", "negated")


def continue_what_was_told(
    sentence: Sentence, before: Sentence, found: Sequence[Found], codebook: Codebook, narrative: Narrative, *, number: int,
    attribution: tuple[str, ...], verb_last: bool,
) -> list[Found]:  # fmt: skip
    """The claim that goes on about an event of the sentence before, with its parties; none where this one does not.

    Args:
        sentence: a sentence without an event of its own.
        before: the sentence right before it.
        found: the claims of the article so far.
        codebook: gives what an event done is called.
        narrative: narrated time.
        number: of the sentence, in reading order.
        attribution: who says so.
        verb_last: the language's order.
    """
    if sentence.role == "title" or sentence.of("instrument"):
        return []
    told = [
        f for f in found if f.sentence is before and f.draft.kind in _KINDS and f.draft.key in codebook.events
    ]
    goes_on = told and (
        _undone(sentence, told, verb_last=verb_last)
        or _another(sentence, told, codebook, verb_last=verb_last)
    )
    if not goes_on:
        return []
    f, draft = goes_on
    setting = Setting(None, f.parties, "pair", kept=True)
    (dated,) = date_events(sentence, [draft], [setting], narrative, number=number, is_lead=False)
    return [
        replace(
            f, sentence=sentence, draft=draft, explicit=False, actors=(), place=None, dated=dated,
            attribution=attribution, rules=tuple(dict.fromkeys(draft.rules)),
        )
    ]  # fmt: skip


def _undone(sentence: Sentence, told: Sequence[Found], *, verb_last: bool) -> tuple[Found, Draft] | None:
    """It was put off until June, sie wurde abgesagt: done to what was to come, for which a pronoun stands."""
    if any(t.entry.key not in (*HELPERS, *WEAK) for t in sentence.of("trigger")):
        return None
    planned = [f for f in told if f.draft.judgement.polarity == "future"]
    for hit in sentence.of("trigger") if len(planned) == 1 else []:
        if hit.entry.key not in ("postpone", "cancel") or not is_verb(hit) or hit.entry.form == "negated":
            continue
        cues = governing_cues(sentence, hit, verb_last=verb_last)
        if not _is_subject_told(sentence, hit) or not _is_done_to_it(sentence, hit):
            continue
        if is_denied(sentence, hit, cues, [], verb_last=verb_last) is not None:
            continue
        if any(c.entry.key in ("hypothetical", "rumour", "future") for c in cues if c.last <= hit.first):
            continue
        put_off = hit.entry.key == "postpone"
        said = Judgement("postponed", "asserted") if put_off else Judgement("denied", "negated")
        return planned[0], _draft_of(planned[0].draft, hit, said)
    return None


def _is_subject_told(sentence: Sentence, hit: Hit) -> bool:
    clause = sentence.clause_of(hit)
    opening = sentence.opening_of(clause)
    return any(
        c.first - opening <= _OPENS and sentence.clause_of(c) == clause and c.last <= hit.first
        for c in sentence.cues(*_STANDS_FOR)
    )


def _is_done_to_it(sentence: Sentence, hit: Hit) -> bool:
    """Was cancelled, fell through: a passive, or a phrase without an object; not the ministry that cancelled something."""
    clause = sentence.clause_of(hit)
    passive = any(sentence.clause_of(c) == clause for c in sentence.cues("passive"))
    phrase = hit.entry.key == "cancel" and 1 < len(hit.spots) == hit.last - hit.first
    return passive or phrase


def _another(
    sentence: Sentence, told: Sequence[Found], codebook: Codebook, *, verb_last: bool
) -> tuple[Found, Draft] | None:
    """A second is planned for the autumn, eine weitere soll folgen: one more of what was told, and its noun left out."""
    auxiliaries = {c.first for c in sentence.cues(*_AUXILIARIES)}
    auxiliaries |= {t.first for t in sentence.of("trigger") if t.entry.key in HELPERS}
    for cue in sentence.cues("another"):
        if cue.last not in auxiliaries or (cue.last - cue.first == 1 and not _is_lacking(told[-1])):
            continue  # a second man may come; one could say so
        acts = [t for t in sentence.of("trigger") if t.entry.key not in (*HELPERS, *WEAK)]
        if any(t.first - cue.last <= _BESIDE for t in acts):
            return None
        f = told[-1]
        event = codebook.events[f.draft.key]
        hit = cue._replace(entry=replace(cue.entry, category="trigger", key=f.draft.key, form="noun"))
        undone = next((t for t in sentence.of("trigger") if t.entry.key in ("postpone", "cancel")), None)
        if undone is not None:
            put_off = undone.entry.key == "postpone"
            said = Judgement("postponed", "asserted") if put_off else Judgement("denied", "negated")
        else:
            held = any(t.entry.key == "hold" and t.entry.form == "past" for t in sentence.of("trigger"))
            said = judge(sentence, closing_of(sentence, hit), event, [], verb_last=verb_last, form="present")
            if said.polarity not in _TOLD and not held:
                return None
        return f, _draft_of(f.draft, hit, said)
    return None


def _is_lacking(f: Found) -> bool:
    """No contract was signed; one could follow: only of what there is not yet."""
    return f.draft.judgement.polarity in _TOLD


def _draft_of(draft: Draft, hit: Hit, said: Judgement) -> Draft:
    rules = (*(r for r in draft.rules if not r.startswith("cue.")), hit.entry.rule, *said.rules)
    return replace(draft, hit=hit, anchor=hit, judgement=said, governor=None, offered=False, rules=rules)
