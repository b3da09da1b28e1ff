"""Which word denies a trigger: before or behind it, of the paper, thing or plan it speaks of."""

from __future__ import annotations

from helpers.coding.claims.particulars import is_of_particular
from helpers.coding.claims.patterns import Hit
from helpers.coding.claims.sentences import Sentence, is_verb

_NEGATION_REACH = 3
_OBJECT_REACH = (
    7  # where the object stands between what denies and the verb (konnten sich nicht auf den Text einigen)
)
_DETERMINER_REACH = 4
_WITHOUT_REACH = 4
_SUBJECT_REACH = 5
_AUXILIARIES = 2
_RESTRICTION_REACH = 4  # words between the verb and "until": its object
_DAY_REACH = 2
_COUNTED = (
    "chain-",
    "relative-year",
    "relative-month",
    "relative-week",
)  # last year; not until now, until today
_TOLD = ("past", "participle", "pluperfect", "present", "infinitive", "future")  # did not enter
_DONE = ("past", "participle", "pluperfect")
# Endings of short participles.
_PARTICIPLES = (
    "ан", "ен", "ён", "ян", "ано", "ено", "ана", "ена", "аны", "ены", "ений", "аний", "any", "ana", "ane", "ony", "ona", "one",
)  # fmt: skip
_QUOTES = frozenset("\"«»„“”'()")
_BEHIND_REACH = 8  # words between an infinitive and what denies it
_OF_THINGS = ("deliver", "produce", "train", "permit", "exercise", "exhibit")
_OF_PAPERS = ("sign", "agree", "draft", "ratify", "enter_force")


def is_denied(
    sentence: Sentence, hit: Hit, cues: list[Hit], papers: list[Hit], *, verb_last: bool
) -> Hit | None:
    """The word that denies the trigger, or None.

    Args:
        sentence: the sentence.
        hit: the trigger.
        cues: its governing cues.
        papers: instruments bound to it; "no agreement was signed" denies the signing.
        verb_last: the language's order.
    """
    lacking = {(c.first, c.last) for c in sentence.cues("without")}
    only = _happened_only_then(sentence, hit, cues)
    for cue in cues:
        if cue.entry.key == "negation" and (cue.first, cue.last) not in lacking and not only:
            gap = hit.first - cue.last if cue.first < hit.first else cue.first - hit.last
            reach = _NEGATION_REACH if cue.first < hit.first or verb_last else 1
            if verb_last and cue.last <= hit.first and is_verb(hit):
                free = not any(cue.last <= t.first < hit.first and is_verb(t) for t in sentence.of("trigger"))
                reach = _OBJECT_REACH if free else reach
            undisclosed = any(u.first <= cue.first < u.last for u in sentence.cues("undisclosed"))
            if gap <= reach and not undisclosed and not _marks_between(sentence, cue, hit):
                return cue
    near = {"infinitive": _BEHIND_REACH, "future": _BEHIND_REACH, "past": 1}.get(hit.entry.form)
    if near is not None and (behind := _denied_behind(sentence, hit, near)) is not None:
        return behind
    if (undone := _left_undone(sentence, hit)) is not None:
        return undone
    for cue in sentence.cues("without"):
        if _takes_back_a_time(sentence, cue):
            continue
        if 0 <= hit.first - cue.last <= _WITHOUT_REACH and _is_unparted(sentence, cue, hit):
            if is_verb(hit) and hit.entry.key not in _OF_PAPERS and _names_paper(sentence, cue, hit):
                continue  # ended without a joint statement: the paper is lacking, not the end
            return cue
    for cue in sentence.cues("no"):
        if hit.entry.key == "refuse" and cue.first in hit.spots:
            continue  # said no to, left without an answer: the verb's own word
        if is_of_particular(sentence, cue, hit):
            continue
        if verb_last and is_verb(hit) and len(hit.spots) > 1 and 0 <= hit.first - cue.last <= 1:
            return cue  # keine Gespräche geführt: the object opens the words of the verb
        if is_verb(hit) and hit.first < cue.first and any(0 <= s - cue.last <= 1 for s in hit.spots):
            return cue  # had been no talks: in the gap of the verb, before its object
        if (
            is_verb(hit)
            and not verb_last
            and (
                (cue.first == hit.last and (cue.first, cue.last) not in lacking)
                or _opens_as_subject(sentence, cue, hit)
                or _stands_before(sentence, cue, hit)
            )
        ):
            return cue  # signed nothing, but not: left without; nobody signed
        for noun in [*papers, *([] if is_verb(hit) else [hit])]:
            if 0 <= noun.first - cue.last <= _DETERMINER_REACH and not _marks_between(sentence, cue, noun):
                return cue
        if hit.entry.key in _OF_THINGS and is_verb(hit) and _lacks_thing(sentence, cue, hit):
            return cue
    return None


def _takes_back_a_time(sentence: Sentence, cue: Hit) -> bool:
    """Mayıs yerine, instead of in May: a time stands beside the word, and is taken back for another one."""
    return any(
        0 <= sentence.token_at(t.start) - cue.last <= 1 or sentence.token_at(t.end - 1) + 1 == cue.first
        for t in sentence.timexes
    )


def _happened_only_then(sentence: Sentence, hit: Hit, cues: list[Hit]) -> bool:
    """N'est entré en vigueur qu'en mars, n'a franchi que jeudi le cap: a day behind the word; pas, jamais deny all the same."""
    if hit.entry.form not in _TOLD or sum(c.entry.key == "negation" for c in cues) != 1:
        return False
    reach = range(hit.first + 1, hit.last + _RESTRICTION_REACH)
    only = [cue for cue in sentence.of("restriction") if cue.first in reach]
    to_come = hit.entry.form in ("future", "infinitive") and any(
        (0 <= c.first - cue.last <= 1 and c.entry.key != "once") or c.first == cue.first
        for cue in only
        for c in (*sentence.cues("occasion", "after", "when_where"), *sentence.of("once"))
    )  # ne sera signé qu'après la visite, will not be signed until parliament ratifies it
    return to_come or any(
        sentence.clause_of(hit) <= sentence.clause_at(t.start) <= sentence.clause_of(hit) + 1
        and 0 <= sentence.token_at(t.start) - cue.last <= _DAY_REACH
        for cue in only
        for t in sentence.timexes
        if t.resolution in ("explicit", "year from context", "weekday") or t.rule.startswith(_COUNTED)
    )


def _denied_behind(sentence: Sentence, hit: Hit, reach: int) -> Hit | None:
    """Строить завод Иран не будет: the words that deny an infinitive stand behind it in its clause, no verb between.

    Those of a participle that stands for the past stand next to it: pasirašyta (dar) nebuvo.
    """
    for verb in sentence.cues("negation_behind"):
        for cue in sentence.cues("negation"):
            if (
                verb.first in (cue.first, cue.last)
                and sentence.clause_of(cue) == sentence.clause_of(hit)
                and 0 <= cue.first - hit.last <= reach
                and not _marks_between(sentence, cue, hit)
                and not any(is_verb(t) and hit.last <= t.first < cue.first for t in sentence.of("trigger"))
            ):
                return cue
    return None


def _left_undone(sentence: Sentence, hit: Hit) -> Hit | None:
    """Unterzeichnet wurde das Abkommen nicht, подписано соглашение не было: a participle opens the clause, what denies it closes it.

    What goes on behind it denies something else: unterzeichnet wurde es nicht in Minsk, signed in 2015, it was not published.
    """
    closing = sentence.of("left_undone")
    if not closing or hit.entry.form not in _DONE or len(hit.spots) != 1:
        return None
    clause = sentence.clause_of(hit)
    if _words_before(sentence, hit) > 1:
        return None
    for cue in closing:
        parted = sum(not t.is_word and t.norm not in _QUOTES for t in sentence.tokens[hit.last : cue.first])
        if (
            cue.first >= hit.last
            and sentence.clause_of(cue) - clause in (0, 1)
            and parted in (0, 2)
            and _closes(sentence, cue)
            and not _follows_participle(sentence, cue, hit)
            and not any(is_verb(t) and hit.last <= t.first < cue.first for t in sentence.of("trigger"))
        ):
            return cue
    return None


def _follows_participle(sentence: Sentence, cue: Hit, hit: Hit) -> bool:
    """Подписанный меморандум опубликован не был: the words deny the Slavic participle right before them."""
    before = sentence.tokens[cue.first - 1]
    named = any(h.first < cue.first == h.last for h in sentence.of("instrument"))
    return cue.first > hit.last and not named and not before.capital and before.norm.endswith(_PARTICIPLES)


def _closes(sentence: Sentence, cue: Hit) -> bool:
    """The next token is a mark, or opens another clause."""
    if cue.last >= len(sentence.tokens):
        return True
    behind = sentence.tokens[cue.last]
    return not behind.is_word or any(c.first == cue.last for c in sentence.cues("break"))


def _lacks_thing(sentence: Sentence, cue: Hit, hit: Hit) -> bool:
    """No Iranian drones were delivered, produziert keine Drohnen: the word stands before arms or people, the verb in its clause."""
    if sentence.clause_of(cue) != sentence.clause_of(hit):
        return False
    return any(
        0 <= a.first - cue.last <= 2 and not _marks_between(sentence, cue, a)
        for a in (*sentence.of("area"), *sentence.of("defence"))
    )


def _opens_as_subject(sentence: Sentence, cue: Hit, hit: Hit) -> bool:
    """Ningún dron iraní ha llegado: nobody and nothing does what the first verb of the clause says."""
    clause = sentence.clause_of(hit)
    return (
        sentence.clause_of(cue) == clause
        and (_words_before(sentence, cue) <= 1 or any(c.last == cue.first for c in sentence.cues("with")))
        and 0 <= hit.first - cue.last <= _SUBJECT_REACH
        and not _marks_between(sentence, cue, hit)
        and not any(is_verb(t) and cue.last <= t.first < hit.first for t in sentence.of("trigger"))
    )


def _stands_before(sentence: Sentence, cue: Hit, hit: Hit) -> bool:
    """And that nothing had been signed: nothing but auxiliaries between the word and the verb, wherever the clause begins."""
    helping = {i for c in sentence.cues("pluperfect", "passive", "future") for i in range(c.first, c.last)}
    return cue.last <= hit.first <= cue.last + _AUXILIARIES and all(
        i in helping for i in range(cue.last, hit.first)
    )


def _words_before(sentence: Sentence, cue: Hit) -> int:
    """Words of its clause before it, but for the one that opens the clause: but nothing, that nobody."""
    opening = sentence.opening_of(sentence.clause_of(cue))
    leading = {i for c in sentence.cues("break") for i in range(c.first, c.last)}
    return sum(sentence.tokens[i].is_word and i not in leading for i in range(opening, cue.first))


def _names_paper(sentence: Sentence, cue: Hit, hit: Hit) -> bool:
    return any(cue.last <= p.first and p.last <= hit.first for p in sentence.of("instrument"))


def _is_unparted(sentence: Sentence, cue: Hit, hit: Hit) -> bool:
    """No mark and no other trigger but a noun of ties stands between: without signing, ohne ein Abkommen zu unterzeichnen."""
    return not _marks_between(sentence, cue, hit) and not any(
        cue.last <= t.first < hit.first for t in sentence.of("trigger")
    )


def _marks_between(sentence: Sentence, a: Hit, b: Hit) -> bool:
    low, high = (a.last, b.first) if a.last <= b.first else (b.last, a.first)
    return any(not t.is_word and t.norm not in "\"«»„“”'()" for t in sentence.tokens[low:high])


def find_denied_plan(sentence: Sentence, cues: list[Hit]) -> Hit | None:
    """Does not plan to buy, plant nicht: the word that denies the plan, or None."""
    for plan in cues:
        if plan.entry.key not in ("intention", "scheduled"):
            continue
        for cue in sentence.cues("negation", "no"):
            if plan.first <= cue.first and cue.last <= plan.last and plan.last - plan.first > 1:
                return cue  # haben nicht vor: one phrase
            gap = plan.first - cue.last if cue.first < plan.first else cue.first - plan.last
            if 0 <= gap <= 1 and not _marks_between(sentence, cue, plan):
                return cue
    return None
