"""Denials of what is told elsewhere: "denied this" names nothing itself, "decided not to" denies what it decides on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from helpers.coding.claims.drafting import Draft
from helpers.coding.claims.judge import Judgement, governing_cues
from helpers.coding.claims.merging import Found
from helpers.coding.claims.negation import is_denied
from helpers.coding.claims.patterns import Hit
from helpers.coding.claims.sentences import Sentence, is_verb
from helpers.coding.claims.tokens import COMMAS

_BARE = 3  # words of a sentence that only says who denies
_SAYS = 10  # words that say who denies, behind the denial
_BESIDE = 2  # words between "nothing of the kind" and "there was"
_FORCE_OPENS, _FORCE_REACH = 2, 6  # words before arms or trainers, and from them to the word that lacks them
_LACKED_AFTER = 3
_DENIED_REACH = 8
_FORCES = ("training and exchange", "procurement")
_KINDS = ("agreement", "consultation", "cooperation")
_OPEN = ("planned", "rumoured")


def deny_what_was_told(
    sentence: Sentence, before: Sequence[Sentence], found: Sequence[Found], attribution: tuple[str, ...], *, verb_last: bool
) -> Found | None:  # fmt: skip
    """The claim of the sentences right before that this one denies, or None.

    Something only announced or rumoured is denied rather than what happened; else what was told last.

    Args:
        sentence: a sentence without an event of its own.
        before: the sentences right before it, the nearest first.
        found: the claims of the article so far.
        attribution: who denies.
        verb_last: the language's order.
    """
    denials = [
        t for t in sentence.of("trigger") if t.entry.key == "deny" and t.entry.form not in ("noun", "negated")
    ]
    absent = [t for t in sentence.of("lack") if _is_of_what_was_told(sentence, t)]
    if not (denials or absent) or sentence.role == "title":
        return None
    hit = (denials or absent)[0]
    bare = bool(denials) and _says_no_more(sentence, hit)
    if not (bare or sentence.cues("told_before")):
        return None
    if _leaves_it_open(sentence, hit):
        return None
    if denials and is_denied(
        sentence, hit, governing_cues(sentence, hit, verb_last=verb_last), [], verb_last=verb_last
    ):
        return None
    clause = sentence.clause_of(hit)
    if not bare and not any(0 <= sentence.clause_of(c) - clause <= 1 for c in sentence.cues("told_before")):
        return None
    told = [
        f for s in before for f in reversed(found)
        if f.sentence is s and f.draft.kind in _KINDS and f.draft.judgement.status not in ("denied", "postponed")
    ]  # fmt: skip
    open_ones = [f for f in told if f.draft.judgement.status in _OPEN]
    nearest = [f for f in told if before and f.sentence is before[0]]
    if not (open_ones or nearest):
        return None
    f = (open_ones or nearest)[0]
    judgement = Judgement("denied", "negated", (hit.entry.rule,))
    draft = replace(f.draft, hit=hit, anchor=hit, judgement=judgement, governor=None)
    return replace(
        f,
        sentence=sentence,
        draft=draft,
        explicit=False,
        attribution=attribution,
        rules=(*f.rules, hit.entry.rule),
    )


def _says_no_more(sentence: Sentence, hit: Hit) -> bool:
    """Minsk dément: somebody denies, and the sentence says no more; not denies building a bomb, rejects the accusations."""
    words = sum(t.is_word for t in sentence.tokens)
    last = not any(t.is_word for t in sentence.tokens[hit.last :])
    if _opens_and_is_said(sentence, hit):
        words, last = 0, True
    others = [t for t in sentence.of("trigger") if t.entry.key != "deny"]
    named = [*others, *sentence.of("instrument"), *sentence.of("area"), *sentence.cues("about", "break")]
    return last and words <= _BARE and (not words or len(hit.spots) == 1) and not named


def _opens_and_is_said(sentence: Sentence, hit: Hit) -> bool:
    """C'est faux, a répondu le ministère: the denial opens the sentence, a mark behind it, and then who says so."""
    behind = sentence.tokens[hit.last : hit.last + 1]
    opens = sum(t.is_word for t in sentence.tokens[: hit.first]) == 0
    marked = bool(behind) and not behind[0].is_word
    return opens and marked and sum(t.is_word for t in sentence.tokens[hit.last :]) <= _SAYS


def _leaves_it_open(sentence: Sentence, hit: Hit) -> bool:
    """Does not confirm this: a verb of confirming, in a phrase with the word that denies it, says neither yes nor no."""
    said = {c.first for c in sentence.cues("report")}
    return any(c.first in said and hit.first < c.first < hit.last for c in sentence.cues("occasion"))


def _is_of_what_was_told(sentence: Sentence, hit: Hit) -> bool:
    """Ничего подобного не было, такой встречи не было: the word for what was told beside the one that says there was none."""
    clause = sentence.clause_of(hit)
    return any(
        max(hit.first - c.last, c.first - hit.last) <= _BESIDE and sentence.clause_of(c) == clause
        for c in sentence.cues("told_before")
    )


def lacked_force(sentence: Sentence, hit: Hit) -> Hit | None:
    """There are no Iranian instructors in the country, reports of Iranian drones are a lie: arms or trainers of a country.

    Right after the word that lacks or denies them, right behind the word for what reports are of, or what its clause opens with.
    """
    for area in sentence.of("area"):
        clause = sentence.clause_of(area)
        if hit.entry.key == "deny":
            beside = any(0 <= area.first - c.last <= _FORCE_OPENS for c in sentence.cues("about")) or (
                area.entry.key == "training and exchange" and 0 <= area.first - hit.last <= _DENIED_REACH
            )  # denied that there were in the country Iranian instructors
        else:  # Иранских инструкторов в стране нет
            opens = area.first - sentence.opening_of(clause) <= _FORCE_OPENS and clause == sentence.clause_of(
                hit
            )
            beside = (opens and 0 <= hit.first - area.last <= _FORCE_REACH) or (
                0 <= area.first - hit.last <= _LACKED_AFTER
            )
        if area.entry.key not in _FORCES or not beside:
            continue
        if any(
            m.kind in ("demonym", "country") and -2 <= sentence.token_at(m.start) - area.last <= 1
            for m in sentence.mentions
        ):
            return area
    return None


def denies_topic_of(sentence: Sentence, draft: Draft, drafts: Sequence[Draft]) -> bool:
    """They met, and of manoeuvres they did not talk: the talks are told beside what is denied, or no field is named."""
    if draft.key != "meet" or draft.judgement.status != "denied" or not is_verb(draft.hit):
        return False
    clause = sentence.clause_of(draft.hit)
    of_topic = any(
        sentence.clause_of(c) == clause and c.first <= draft.hit.first and _is_fronted(sentence, c)
        for c in sentence.cues("about")
    )
    beside = any(d is not draft and d.kind == draft.kind for d in drafts)
    return of_topic and (beside or not _names_field(sentence, clause))


def _is_fronted(sentence: Sentence, about: Hit) -> bool:
    """Of arms: opens its clause, or what stands behind a comma."""
    parted = any(t.norm in COMMAS for t in sentence.tokens[max(about.first - 2, 0) : about.first])
    return parted or about.first - sentence.opening_of(sentence.clause_of(about)) <= 1


def _names_field(sentence: Sentence, clause: int) -> bool:
    return any(sentence.clause_of(h) == clause for h in (*sentence.of("area"), *sentence.of("defence")))


def unspoken_of(sentence: Sentence) -> list[Hit]:
    """De armas no se habló: words that say what was not spoken of, in a clause that names a field; never what a paper says."""
    marks = [p.last for p in sentence.of("place") if p.entry.key == "in"]
    inside = {
        sentence.clause_of(p)
        for p in sentence.of("instrument")
        if any(0 <= p.first - at <= 1 for at in marks)
    }
    return [
        cue for cue in sentence.of("unspoken")
        if _names_field(sentence, sentence.clause_of(cue)) and sentence.clause_of(cue) not in inside
    ]  # fmt: skip


def denies_a_document(sentence: Sentence, hit: Hit) -> bool:
    """No document was discussed: the paper is denied; the talks took place."""
    clause = sentence.clause_of(hit)
    return any(
        0 <= p.first - c.last <= 2 and sentence.clause_of(p) == clause
        for c in sentence.cues("no")
        for p in sentence.of("instrument")
    )


def decided_against(sentence: Sentence, hit: Hit, complement: Hit) -> Hit | None:
    """Decided not to sign: the word right before the infinitive that denies it, or None."""
    marked = any(c.last == complement.first for c in sentence.cues("infinitive_mark"))
    if complement.entry.form != "infinitive" and not marked:
        return None
    words = sentence.cues("negation")
    return next((c for c in words if c.first >= hit.last and 0 <= complement.first - c.last <= 1), None)
