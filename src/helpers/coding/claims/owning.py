"""Which expression of a sentence dates which of its events, and which dates what is said."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from helpers.coding.claims.apart import (
    belongs_elsewhere,
    hand_on,
    is_around_relative,
    lends_no_time,
    takes_own_time,
)
from helpers.coding.claims.compound import counts_from, dates_nothing
from helpers.coding.claims.dating import is_long
from helpers.coding.claims.drafting import Draft
from helpers.coding.claims.narrative import Dated
from helpers.coding.claims.patterns import Hit
from helpers.coding.claims.planned_days import find_planned_day
from helpers.coding.claims.presupposed import dates_paper, is_attribute, is_time_of_plan
from helpers.coding.claims.purposes import is_purpose
from helpers.coding.claims.sentences import Sentence, is_verb
from helpers.coding.claims.tokens import COMMAS
from helpers.coding.claims.years_of_papers import is_year_of
from helpers.foundation.dates import DateInterval
from helpers.foundation.records import Timex

_MARK_COST = 4  # a comma between an expression and a verb weighs as much as so many words
_LONGEST_SAID = 31  # days
_CLAUSE_COST = 12
_NEAREST = 2  # nearer than the word beside
_JOIN_REACH = 3
_AT_ONCE = ("sign", "ratify")  # signed by the guest, there since Sunday: nothing lasts since these
_COORDINATION_REACH = 25


def usable_timexes(sentence: Sentence) -> list[Timex]:
    """Expressions that can date an event: dates and times, not what a paper is for ("plan for 2026"), nor "then" and "now"."""
    return [
        t
        for t in sentence.timexes
        if t.type in ("DATE", "TIME")
        and not (t.value or "").endswith("_REF")
        and not _is_clock(t)
        and not is_purpose(sentence, t)
        and not dates_nothing(sentence, t)
    ]


def _is_clock(timex: Timex) -> bool:
    """At 14:05: says nothing of the day."""
    return timex.type == "TIME" and (timex.value or "").startswith("T")


def _is_period(timex: Timex) -> bool:
    """Longer than a month: what is reported was not said in it."""
    low, high = timex.interval.earliest, timex.interval.latest
    return low is not None and high is not None and (high - low).days > _LONGEST_SAID


def _distance(sentence: Sentence, at: int, hit: Hit) -> int:
    low, high = (at + 1, hit.first) if at < hit.first else (hit.last, at)
    marks = sum(not t.is_word for t in sentence.tokens[low:high])
    # "under which they put last year their names" begins before its clause
    clauses = min(abs(sentence.clause[at] - sentence.clause[end]) for end in (hit.first, hit.last - 1))
    return max(high - low, 0) + _MARK_COST * marks + _CLAUSE_COST * clauses


def assign_timexes(
    sentence: Sentence, drafts: Sequence[Draft], *, verb_last: bool = False
) -> tuple[dict[int, Timex], Timex | None]:
    """Give each expression to the event, or the verb of saying, that stands nearest.

    Where the verb ends its clause, what stands behind it belongs to the verb that follows.

    Returns:
        the expression of each draft (by its index), and the one that dates what is said.
    """
    reported: Timex | None = None
    # what is rejected on Wednesday did not fail to happen on Wednesday
    denying = [t for t in sentence.of("trigger") if _is_denying(t)]
    said = sentence.cues("report")
    usable = usable_timexes(sentence)
    main = next((d for d in drafts if verb_last and is_around_relative(sentence, d.anchor)), None)
    opened = {t.start for t in usable if main is not None and sentence.clause_at(t.start) == 0}
    put_off = {i: d for i, d in enumerate(drafts) if d.judgement.status == "postponed"}
    planned = {i: t for i, d in put_off.items() if (t := find_planned_day(sentence, d, usable)) is not None}
    claims: list[tuple[int, int, int]] = []  # distance, draft, expression
    gaps: dict[tuple[int, int], int] = {}  # the distance of each draft from each expression
    for number, timex in enumerate(usable):
        if timex in planned.values():
            continue
        at, last = sentence.token_at(timex.start), sentence.token_at(timex.end - 1)
        if timex.rule.startswith("chain-") and sentence.clause[at] != sentence.clause[last]:
            at = last  # and a day after that they held a drill: the clause is that of its last word
        if _is_of_another_verb(sentence, at, drafts) or takes_own_time(sentence, timex, drafts):
            continue
        ranked: list[tuple[int, int]] = []
        for i, draft in enumerate(drafts):
            if _is_known_by_year(sentence, timex, draft):
                ranked.append((-_NEAREST, i))
                continue
            if _is_past_the_occasion(sentence, at, draft) or is_time_of_plan(sentence, timex, draft):
                continue
            since = draft.key in _AT_ONCE and any(
                c.last == at and not _holds_since(draft.anchor, c) for c in sentence.cues("since")
            )
            if since or counts_from(timex, draft, sentence) or _is_beyond_attribute(sentence, at, draft):
                continue
            if dates_paper(sentence, at, draft) or belongs_elsewhere(sentence, timex, draft, drafts, usable):
                continue
            if draft is main and opened:
                if timex.start in opened:
                    ranked.append((-_NEAREST, i))
                continue
            gap = min(
                _distance(sentence, at, h) for h in (draft.hit, draft.anchor, *_set_by(sentence, draft))
            )
            # a participle has its time behind it in Persian too: the memorandum signed in 2023
            told = not draft.noun and draft.anchor.entry.form != "participle"
            behind = verb_last and told and at >= draft.anchor.last
            ranked.append((gap - (1 if not draft.noun else 0) + (_CLAUSE_COST if behind else 0), i))
        speech = (
            None
            if _is_period(timex)
            else min(
                (
                    _distance(sentence, at, c)
                    for c in (*said, *(t for t in denying if _is_said_there(sentence, at, t, drafts)))
                    if not _is_appended(sentence, at, c, drafts) and not _is_put_in(sentence, at, c, drafts)
                ),
                default=None,
            )
        )
        if speech is not None and (not ranked or speech < min(ranked)[0]):
            reported = reported or timex
            continue
        decided = min((_distance(sentence, at, d.governor) for d in drafts if d.governor), default=None)
        if decided is not None and ranked and decided <= min(ranked)[0]:
            continue  # the day of the decision, not of what was decided
        gaps |= {(i, number): gap for gap, i in ranked}
        nearest = min(ranked, default=None)
        claims += [
            (gap, i, number)
            for gap, i in ranked
            if (gap, i) == nearest or _may_follow(sentence, at, drafts[i])
        ]
    owned: dict[int, int] = {}
    for _, i, number in sorted(
        claims, key=lambda c: (c[0], c[1], _stands_before(sentence, usable[c[2]], drafts[c[1]]), c[2])
    ):
        if i not in owned and number not in owned.values():
            owned[i] = number
    owned = hand_on(
        sentence, drafts, owned, gaps, {n: sentence.token_at(t.start) for n, t in enumerate(usable)}
    )
    return {i: usable[n] for i, n in owned.items() if i not in put_off} | planned, reported


def _holds_since(told: Hit, since: Hit) -> bool:
    """Have had a memorandum since July, tragen seit Montag die Unterschriften: what lasts since then was done then."""
    return told.first <= since.first < told.last


def _is_said_there(sentence: Sentence, at: int, denying: Hit, drafts: Sequence[Draft]) -> bool:
    """The ministry denied on Wednesday that they had signed: the expression stands with the denial, apart from what is denied."""
    told = [h for d in drafts for h in (d.hit, d.anchor) if not _is_denying(h)]
    return not _are_apart(sentence, at, denying.first) and all(
        _are_apart(sentence, at, h.first) for h in told
    )


def _are_apart(sentence: Sentence, a: int, b: int) -> bool:
    """A comma or the border of a clause stands between two words."""
    low, high = min(a, b), max(a, b)
    return sentence.clause[low] != sentence.clause[high] or any(
        t.norm in COMMAS for t in sentence.tokens[low:high]
    )


def _is_past_the_occasion(sentence: Sentence, at: int, draft: Draft) -> bool:
    """At the meeting, attacks that began on 13 June were spoken of: behind a comma nothing dates the occasion any more."""
    if not draft.noun or draft.anchor.last > at or draft.anchor is not draft.hit:
        return False
    occasion = any(r.startswith("cue.occasion") for r in (*draft.rules, *draft.judgement.rules))
    return occasion and any(t.norm in COMMAS for t in sentence.tokens[draft.hit.last : at])


def _is_beyond_attribute(sentence: Sentence, at: int, draft: Draft) -> bool:
    """The memorandum that both signed is secret, a group complained on Tuesday: another clause, behind the relative one."""
    return (
        (clause := sentence.clause_of(draft.hit)) > 0
        and sentence.clause[at] > clause
        and is_attribute(sentence, draft)
    )


def _is_known_by_year(sentence: Sentence, timex: Timex, draft: Draft) -> bool:
    """The agreement of 2010 lay dormant: a paper of which nothing is told but its year."""
    paper = draft.paper.hit if draft.paper is not None else None
    return paper is not None and draft.hit.first == paper.first and is_year_of(sentence, timex, paper)


def _is_denying(trigger: Hit) -> bool:
    return trigger.entry.key == "deny" and is_verb(trigger)


def _set_by(sentence: Sentence, draft: Draft) -> list[Hit]:
    """The signing, put off twice, is now set for June: the words that make it a plan, in its clause."""
    set_for = any(r.startswith("cue.scheduled") for r in draft.judgement.rules)
    if not set_for or draft.judgement.status != "planned":
        return []
    clause = sentence.clause_of(draft.anchor)
    return [c for c in sentence.cues("scheduled") if sentence.clause_of(c) == clause]


def _stands_before(sentence: Sentence, timex: Timex, draft: Draft) -> bool:
    """Named in March, he was accredited on Tuesday: of two beside the verb, the one before it belongs to another.

    It is the other way round with a verb before its noun: geçen yıl başlayan görüşmelerin ardından pazartesi günü.
    """
    attributive = draft.anchor.last <= draft.hit.first
    return (sentence.token_at(timex.start) < draft.anchor.first) != attributive


def _is_of_another_verb(sentence: Sentence, at: int, drafts: Sequence[Draft]) -> bool:
    """Documents came out of the visit, which had begun on Sunday: a later clause with a verb that is no event's own.

    The verb is one that the lexicon knows (to begin, to take place) or an older past.
    """
    clause = sentence.clause[at]
    told = [h for d in drafts for h in (d.hit, d.anchor)]
    if clause == 0 or any(clause in (sentence.clause[h.first], sentence.clause[h.last - 1]) for h in told):
        return False
    opening = sentence.opening_of(clause)
    opened = any(0 <= c.first - opening <= 1 for c in sentence.cues("break", "break_after_comma"))
    verbs = [*sentence.cues("pluperfect"), *(t for t in sentence.of("trigger") if is_verb(t))]
    here = [v for v in verbs if sentence.clause_of(v) == clause]
    ahead = all(v.entry.key == "hold" and v.entry.form == "future" for v in here)
    if ahead and any(d.judgement.polarity == "future" for d in drafts):
        return False  # will take part in the exercise, which will be held in September
    return opened and bool(here)


def _may_follow(sentence: Sentence, at: int, draft: Draft) -> bool:
    """The nearest event has a date of its own: the expression may date the verb it stands before, in the same clause."""
    verb = draft.anchor
    return not draft.noun and at < verb.first and sentence.clause[at] == sentence.clause_of(verb)


def _is_appended(sentence: Sentence, at: int, cue: Hit, drafts: Sequence[Draft]) -> bool:
    """A verb of saying behind a comma, after the news is told: "signed it in Tehran on Tuesday, the ministry said".

    The expression before the comma belongs to what is told, not to the saying.
    """
    if cue.first <= at or not any(
        not t.is_word and t.norm in ",،" for t in sentence.tokens[at + 1 : cue.first]
    ):
        return False
    return any(not d.noun and d.hit.last <= at for d in drafts)


def _is_put_in(sentence: Sentence, at: int, cue: Hit, drafts: Sequence[Draft]) -> bool:
    """In August, it is said in both capitals, the president is to visit Minsk: the saying stands between commas."""
    if cue.first <= at:
        return False
    between = sentence.tokens[at + 1 : cue.first]
    verb = min((d.anchor.first for d in drafts if d.anchor.first > cue.last), default=None)
    if verb is None or not any(t.norm in COMMAS for t in between):
        return False
    return any(t.norm in COMMAS for t in sentence.tokens[cue.last : verb]) and not any(
        at < d.anchor.first < cue.first for d in drafts
    )


# Words between "after" and the talks: their article, or their year (po 2021 metų derybų).
_AFTER_REACH = 3


def share_within_clause(
    sentence: Sentence, drafts: list[Draft], dated: list[Dated], owned: dict[int, Timex]
) -> list[Dated]:
    """What happened during or after a dated meeting, told in one clause, happened with it."""
    out = list(dated)
    for i, draft in enumerate(drafts):
        if i in owned or dated[i].timex or draft.judgement.status in ("postponed", "denied"):
            continue
        for j in owned:
            other = drafts[j]
            if lends_no_time(sentence, other):
                continue
            same = sentence.clause_of(other.anchor) == sentence.clause_of(draft.anchor)
            spelled_out = _is_spelled_out(sentence, other, draft)
            same = same or spelled_out
            together = (
                spelled_out
                or other.noun
                or draft.noun
                or draft.judgement.polarity == "historical"
                or _are_coordinated(sentence, draft, other)
            )
            if (
                same
                and together
                and dated[j].timex is not None
                and other.judgement.polarity == draft.judgement.polarity
            ):
                out[i] = replace(dated[j], basis=f"{dated[j].basis}, of the same clause")
                if not draft.noun and _is_year_of_noun(sentence, other, dated[j].timex):
                    since = DateInterval(out[i].interval.earliest, None)
                    out[i] = replace(out[i], interval=since, basis=f"{out[i].basis}, or later")
    return out


def _is_year_of_noun(sentence: Sentence, draft: Draft, timex: Timex | None) -> bool:
    """After the talks of 2021: a year that says which talks are meant, and of what followed them only that it came later.

    After talks in 2021, in 2021 after talks, during the talks of 2021: the year of the clause.
    """
    if timex is None or not draft.noun or not is_long(timex):
        return False
    noun = draft.hit
    if not any(
        0 <= noun.first - c.last <= _AFTER_REACH or 0 <= c.first - noun.last <= 1
        for c in sentence.of("following")
    ):
        return False
    first, last = sentence.token_at(timex.start), sentence.token_at(timex.end - 1) + 1
    if last == draft.hit.first:  # po 2021 metų derybų
        return True
    led = any(p.entry.key == "in" and p.last == first for p in sentence.of("place"))
    return 0 <= first - draft.hit.last <= 1 and not led


def share_when_and_where(
    sentence: Sentence, drafts: Sequence[Draft], dated: Sequence[Dated], owned: Mapping[int, Timex]
) -> list[Dated]:
    """Visited Tehran in January 2007, when (where) the sides signed: what such a clause tells happened at the time of the other.

    The clause that the word opens follows the dated one, or opens the sentence and is dated itself: when they met in 2007,
    the ministers signed. Only for what is told as past and has no expression of its own.
    """
    out = list(dated)
    cues = sentence.cues("when_where")
    leads = any(sentence.clause_of(c) == 0 and sentence.opens_clause(c) for c in cues)
    for i, draft in enumerate(drafts):
        if i in owned or draft.noun or not (_is_told(draft) or _is_announced(draft)):
            continue
        clause = sentence.clause_of(draft.anchor)
        opening = [c for c in cues if sentence.clause_of(c) == clause and c.last <= draft.anchor.first]
        before = []
        for j in owned:
            other = drafts[j].anchor
            joined = any(
                other.last <= c.first and (sentence.opens_clause(c) or sentence.clause_of(other) == clause)
                for c in opening
            ) or (leads and (sentence.clause_of(other), clause) == (0, 1))
            alike = _is_told(drafts[j]) if _is_told(draft) else _is_announced(drafts[j])
            if joined and alike and dated[j].timex is not None:
                before.append(j)
        if before:
            nearest = max(before, key=lambda j: drafts[j].anchor.first)
            out[i] = replace(dated[nearest], basis=f"{dated[nearest].basis}, of the clause it belongs to")
    return out


def _is_announced(draft: Draft) -> bool:
    return draft.judgement.polarity == "future" and draft.judgement.status == "planned"


def _is_told(draft: Draft) -> bool:
    judgement = draft.judgement
    return judgement.polarity in ("asserted", "historical") and judgement.status not in (
        "postponed",
        "denied",
    )


def _is_spelled_out(sentence: Sentence, told: Draft, draft: Draft) -> bool:
    """Next year they will visit Iran: the exercise will be held near Kerman. What a colon introduces has the same time."""
    clause = sentence.clause_of(draft.anchor)
    future = told.judgement.polarity == draft.judgement.polarity == "future"
    if not future or clause == 0 or sentence.clause_of(told.anchor) != clause - 1:
        return False
    opening = sentence.opening_of(clause)
    return sentence.tokens[opening].norm == ":" or sentence.tokens[opening - 1].norm == ":"


def _are_coordinated(sentence: Sentence, a: Draft, b: Draft) -> bool:
    """Two verbs of one form joined by "and" share their adjuncts: met in Minsk on 20 August and signed a protocol."""
    first, second = sorted((a.anchor, b.anchor), key=lambda h: h.first)
    if first.entry.form != second.entry.form or second.first - first.last > _COORDINATION_REACH:
        return False
    joined = any(
        first.last <= c.first and 0 <= second.first - c.last < _JOIN_REACH for c in sentence.cues("with")
    )
    return joined and not any(
        first.last <= t.first < second.first and is_verb(t) for t in sentence.of("trigger")
    )
