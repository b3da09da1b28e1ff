"""Whom somebody receives without his name, and of which country a minister is who heads a delegation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from helpers.coding.claims.bystanders import countries_of, has_place_word
from helpers.coding.claims.patterns import Hit
from helpers.coding.claims.sentences import Sentence
from helpers.coding.claims.tokens import COMMAS
from helpers.foundation.records import Mention

if TYPE_CHECKING:
    from helpers.coding.claims.anaphora import Reference

_PRONOUN_REACH = 2  # words between a verb and its pronoun
_FREE_REACH = 8  # and where the verb closes the sentence
_HEAD_REACH = 3  # words between "headed by" and who heads it
_SENDER_REACH = 8  # words between "headed by" and the country of the delegation
_MEMORY = 2  # sentences after which somebody is no longer "him"
_RECEIVING = ("visit", "meet")


def received_guest(ref: Reference, absent: str) -> Mention | None:
    """The president received him; fue recibido por el presidente: the one of the other side told of just before."""
    hit, s = ref.draft.hit, ref.sentence
    if ref.draft.key not in _RECEIVING or ref.draft.noun:
        return None
    if not any(_beside(ref, c, hit) for c in s.of("him")) and not _subject_unsaid(ref, hit):
        return None
    recent = [since for since, m in ref.scene.recent.get(absent, ()) if ref.number - since <= _MEMORY]
    return ref.single(absent) if recent else None


def _beside(ref: Reference, pronoun: Hit, hit: Hit) -> bool:
    """Him right before the verb or behind it; what may be an article as well stands before the verb alone."""
    s = ref.sentence
    if s.clause_of(pronoun) not in ref.clauses or _owns(s, pronoun, hit):
        return False
    article = any(d.first == pronoun.first for d in s.cues("definite"))
    behind = 0 <= pronoun.first - hit.last <= _PRONOUN_REACH or hit.first < pronoun.first < hit.last
    reach = 1 if article else _FREE_REACH if _closes(s, hit) else _PRONOUN_REACH
    ahead = 0 <= hit.first - pronoun.last <= reach
    before = ahead or pronoun.first == hit.first
    return before or (behind and not article)


def _closes(s: Sentence, hit: Hit) -> bool:
    """Nothing but marks follows the verb: onu Sarayı'nda Lukaşenko kabul etti, with the pronoun anywhere before it."""
    return hit.last == len(s.tokens) or not any(t.is_word for t in s.tokens[hit.last :])


def _owns(s: Sentence, pronoun: Hit, hit: Hit) -> bool:
    """Принял его заместителя: behind the verb and before a word for somebody the same word means "his"."""
    if pronoun.last <= hit.first:
        return False
    somebody = [c.first for c in s.cues("somebody", "guests", "counterpart", "host")]
    somebody += [s.token_at(m.start) for m in s.mentions if m.kind in ("office", "demonym")]
    return pronoun.last in somebody


def _subject_unsaid(ref: Reference, hit: Hit) -> bool:
    """Was received by somebody, and the clause names nobody else, nor has a word for one."""
    s = ref.sentence
    if not any(hit.first <= c.first < hit.last or 0 <= c.first - hit.last <= 1 for c in s.of("received")):
        return False
    people = [m for m in s.mentions if m.kind != "city" and s.clause_at(m.start) in ref.clauses]
    named = [(s.token_at(m.start), s.token_at(m.end - 1)) for m in people]
    others = [
        c
        for c in s.cues("somebody", "guests", "both_people", "pronoun")
        if s.clause_of(c) in ref.clauses and not any(a <= c.first <= b for a, b in named)
    ]
    return not others and len({c for m in people for c in countries_of(m)}) == 1


def heads_delegation(sentence: Sentence, mention: Mention, parties: Sequence[str]) -> Mention:
    """An Iranian delegation headed by the defence minister: the office is of the country that sends it."""
    if mention.kind != "office" or not all(e.startswith("*:") for e in mention.entities):
        return mention
    at, behind = sentence.token_at(mention.start), sentence.token_at(mention.end - 1) + 1
    for cue in sentence.of("headed_by"):
        before = 0 <= at - cue.last <= _HEAD_REACH
        around = cue.first < at and behind <= cue.last
        if not (before or around or 0 <= cue.first - behind <= 1):
            continue
        sender = _sender(sentence, cue, parties)
        if sender is not None:
            offices = tuple(f"{sender}:{e.partition(':')[2]}" for e in mention.entities)
            return replace(mention, entities=offices, countries=(sender,))
    return mention


def _sender(sentence: Sentence, cue: Hit, parties: Sequence[str]) -> str | None:
    """The country named nearest to "headed by", unless it is the one that is visited or none of the two."""
    found: list[tuple[int, tuple[str, ...]]] = []
    for m in sentence.mentions:
        if m.kind not in ("country", "demonym", "organisation") or len(countries_of(m)) != 1:
            continue
        if any(has_place_word(sentence, m, key, 1) for key in ("in", "to")):
            continue
        first, last = sentence.token_at(m.start), sentence.token_at(m.end - 1) + 1
        low, high = (last, cue.first) if last <= cue.first else (cue.last, first)
        between = sentence.tokens[low : high - 1]  # a comma may stand right before: the delegation, headed by
        if high - low <= _SENDER_REACH and not any(t.norm in COMMAS for t in between):
            found.append((high - low, countries_of(m)))
    if not found:
        return None
    (country,) = min(found)[1]
    return country if country in parties else None
