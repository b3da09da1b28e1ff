"""Happenings that somebody announces, plans or reports: announced joint drills, counts on a visit, told of the signing."""

from __future__ import annotations

from helpers.coding.claims.happenings import unnamed_words
from helpers.coding.claims.patterns import Hit
from helpers.coding.claims.sentences import Sentence, is_verb

_ANNOUNCED_REACH = 4  # words from who says so to "of", over the day or the medium
_PHASE_REACH = 3
_ANNOUNCED_WORDS = 6  # between the verb of announcing and the drills
_ANNOUNCED_NOUN = 2  # words from "of" to the noun


def announcement_of(sentence: Sentence, hit: Hit) -> Hit | None:
    """Сообщили о подписании, poinformował o spotkaniu: the word for "of" between a verb of saying and what it says has happened."""
    clause = sentence.clause_of(hit)
    saying = {c.first for c in sentence.cues("report")}
    for confirmed in sentence.cues("occasion"):  # подтвердили подписание: a verb of saying with its object
        if confirmed.first in saying and 0 <= hit.first - confirmed.last <= _ANNOUNCED_NOUN:
            words = sentence.tokens[confirmed.last : hit.first]
            denied = any(0 <= confirmed.first - c.last <= 1 for c in sentence.cues("negation"))
            if all(t.is_word for t in words) and not denied and sentence.clause_of(confirmed) == clause:
                return confirmed
    if hit.entry.key in ("sign", "ratify"):  # announced the signing
        for said in sentence.cues("report"):
            near = sentence.clause_of(said) == clause and 0 <= hit.first - said.last <= 1
            if near and not any(
                said.first - 2 <= c.first < hit.first for c in sentence.cues("negation", "undisclosed")
            ):
                return said
    for about in sentence.cues("about"):
        if not 0 <= hit.first - about.last <= _ANNOUNCED_NOUN or sentence.clause_of(about) != clause:
            continue
        if any(about.last <= t.first < hit.first for t in sentence.of("trigger")):
            continue
        for said in sentence.cues("report"):
            words = sentence.tokens[said.last : hit.first]
            if not 0 <= about.first - said.last <= _ANNOUNCED_REACH or not all(t.is_word for t in words):
                continue
            if any(
                said.first - 2 <= c.first < hit.first
                for c in sentence.cues("negation", "undisclosed", "told_before")
            ) or any(c.first >= hit.last and sentence.clause_of(c) == clause for c in sentence.cues("no")):
                continue  # said of the purchase that no talks were held
            if any(
                said.last <= h.first < about.first
                for h in (*sentence.of("trigger"), *sentence.of("instrument"))
            ):
                continue
            return about
    return None


def settle_plans(sentence: Sentence) -> None:
    """Iran and Belarus plan joint drills: a verb right behind who plans, before a noun, and no paper; else a paper.

    Args:
        sentence: the word stays among its papers or among its verbs of planning.
    """
    if not sentence.of("plans"):
        return
    phrases = [c for c in sentence.cues("scheduled") if c.last - c.first > 1]
    articles = {c.last for c in sentence.cues("determiner", "definite")}
    sentence.hits["plans"] = [
        c for c in sentence.of("plans")
        if c.first not in articles and not any(p.first <= c.first and c.last <= p.last for p in phrases)
    ]  # fmt: skip
    spelled_alike = [
        p for p in sentence.of("instrument") if any(c.spots == p.spots for c in sentence.of("plans"))
    ]
    if not spelled_alike:
        return
    subjects = {sentence.token_at(m.end - 1) + 1 for m in sentence.mentions}
    subjects |= {c.last for c in sentence.cues("pronoun", "both_sides", "negation", "hypothetical", "future")}
    led = {
        c.first
        for c in sentence.cues("about", "purpose", "purpose_date", "with", "infinitive_mark", "occasion")
    }
    verbs = [p for p in spelled_alike if p.first in subjects and p.last not in led]
    papers = {p.spots for p in spelled_alike if p not in verbs}
    sentence.hits["instrument"] = [p for p in sentence.of("instrument") if p not in verbs]
    sentence.hits["plans"] = [c for c in sentence.of("plans") if c.spots not in papers]


def intended(sentence: Sentence, hit: Hit, cues: list[Hit]) -> list[Hit]:
    """Plans a visit, counts on a signing, laukia Irano prezidento vizito: right before the noun, but for whose it is."""
    return _announced(sentence, hit) or [
        c
        for c in cues
        if c.entry.key == "intention"
        and c.last <= hit.first
        and unnamed_words(sentence, c.last, hit.first) <= 1
    ]


def _dated_words(sentence: Sentence, cue: Hit, hit: Hit) -> int:
    """Words of temporal expressions between the two: paskelbė apie rugsėjo 22–26 d. pratybas."""
    spans = ((sentence.token_at(t.start), sentence.token_at(t.end - 1)) for t in sentence.timexes)
    return sum(
        t.is_word for a, b in spans if cue.last <= a and b < hit.first for t in sentence.tokens[a : b + 1]
    )


def _announced(sentence: Sentence, hit: Hit) -> list[Hit]:
    """A drill was planned for October (as seen later), the ministry announced joint drills: no other event in the clause."""
    clause = sentence.clause_of(hit)
    behind = sentence.of("announces_behind")
    verbs = [t for t in sentence.of("trigger") if is_verb(t) and sentence.clause_of(t) == clause]
    if any(not any(c.first <= t.first < c.last for c in behind) for t in verbs):
        return []
    meant = [c for c in sentence.cues("was_to") if c.last - c.first > 1 and sentence.clause_of(c) == clause]
    if (
        meant
        or hit.entry.key != "exercise"
        or any(0 <= hit.first - c.last <= _PHASE_REACH for c in sentence.of("phases"))
    ):
        return meant  # announced the end of the drills
    return [
        c
        for c in sentence.of("announces")
        if sentence.clause_of(c) == clause
        and c.first < hit.first
        and sum(t.is_word for t in sentence.tokens[c.spots[0] + 1 : hit.first])
        - _dated_words(sentence, c, hit)
        <= _ANNOUNCED_WORDS
    ] or [
        c for c in sentence.of("announces_behind") if sentence.clause_of(c) == clause and hit.last <= c.first
    ]
