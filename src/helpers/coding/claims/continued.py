"""What a sentence says of an event that only the one before names: it was put off, a second is planned."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from helpers.coding.claims.codebook import Codebook
from helpers.coding.claims.directory import Directory
from helpers.coding.claims.drafting import HELPERS, WEAK, Draft
from helpers.coding.claims.judge import Judgement, governing_cues
from helpers.coding.claims.lexicon import Lexicon
from helpers.coding.claims.merging import Found
from helpers.coding.claims.narrative import Narrative
from helpers.coding.claims.negation import is_denied
from helpers.coding.claims.one_of_row import draft_told_again, one_of_row
from helpers.coding.claims.parties import choose_place, find_places
from helpers.coding.claims.patterns import Hit
from helpers.coding.claims.plans_taken_up import take_up_plan
from helpers.coding.claims.sentences import Sentence, is_verb
from helpers.coding.claims.timing import Setting, date_events

_STANDS_FOR = ("pronoun", "it", "told_before", "both_sides")
_OPENS = 1  # words before the pronoun in its clause
_KINDS = ("consultation", "cooperation", "agreement")


def continue_what_was_told(
    sentence: Sentence, before: Sequence[Sentence], found: Sequence[Found], codebook: Codebook, narrative: Narrative, *, number: int,
    attribution: tuple[str, ...], lexicon: Lexicon, directory: Directory,
) -> list[Found]:  # fmt: skip
    """The claim that goes on about an event of the sentence before, with its parties; none where this one does not.

    Args:
        sentence: a sentence without an event of its own.
        before: the sentences right before it, the last one last.
        found: the claims of the article so far.
        codebook: gives what an event done is called.
        narrative: narrated time.
        number: of the sentence, in reading order.
        attribution: who says so.
        lexicon: the language's words and order.
        directory: tells capitals.
    """
    if sentence.role == "title" or sentence.of("instrument"):
        return []
    verb_last = lexicon.reading.verb_last
    told = [f for f in found if f.draft.kind in _KINDS and f.draft.key in codebook.events]
    earlier = [f for f in told if f.sentence is before[0]]
    told = [f for f in told if f.sentence is before[-1]]
    goes_on = told and (
        _undone(sentence, told, verb_last=verb_last)
        or one_of_row(sentence, told, codebook, verb_last=verb_last)
        or take_up_plan(sentence, told)
    )
    if not told and earlier and not before[-1].of("trigger"):  # a remark stands between
        goes_on = one_of_row(sentence, earlier, codebook, verb_last=verb_last)
    if not goes_on:
        return []
    f, draft = goes_on
    places = find_places(sentence, capitals=directory.capital)
    place = choose_place(draft, sentence, places)
    setting = Setting(place, f.parties, "pair", kept=True)
    (dated,) = date_events(sentence, [draft], [setting], narrative, number=number, is_lead=False)
    return [
        replace(
            f, sentence=sentence, draft=draft, explicit=False, actors=(), place=place, dated=dated,
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
        named = _is_event(sentence, hit)
        if not named and not (_is_subject_told(sentence, hit) and _is_done_to_it(sentence, hit)):
            continue
        if is_denied(sentence, hit, cues, [], verb_last=verb_last) is not None:
            continue
        if any(c.entry.key in ("hypothetical", "rumour", "future") for c in cues if c.last <= hit.first):
            continue
        put_off = hit.entry.key == "postpone"
        said = Judgement("postponed", "asserted") if put_off else Judgement("denied", "negated")
        return planned[0], draft_told_again(planned[0].draft, hit, said)
    return None


def _is_subject_told(sentence: Sentence, hit: Hit) -> bool:
    clause = sentence.clause_of(hit)
    opening = sentence.opening_of(clause)
    return any(
        c.first - opening <= _OPENS and sentence.clause_of(c) == clause and c.last <= hit.first
        for c in sentence.cues(*_STANDS_FOR)
    )


def _is_event(sentence: Sentence, hit: Hit) -> bool:
    """The event was moved to April, мероприятие перенесли: a word for whatever is planned opens the clause."""
    clause = sentence.clause_of(hit)
    opening = sentence.opening_of(clause)
    return any(
        e.first - opening <= _OPENS and sentence.clause_of(e) == clause and e.last <= hit.first
        for e in sentence.of("event")
    )


def _is_done_to_it(sentence: Sentence, hit: Hit) -> bool:
    """Was cancelled, fell through: a passive, or a phrase without an object; not the ministry that cancelled something."""
    clause = sentence.clause_of(hit)
    passive = any(sentence.clause_of(c) == clause for c in sentence.cues("passive"))
    phrase = hit.entry.key == "cancel" and 1 < len(hit.spots) == hit.last - hit.first
    return passive or phrase
