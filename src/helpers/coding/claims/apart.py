"""Expressions that belong to something else in their sentence: to what expires or was founded, to a participle, to an infinitive."""

from __future__ import annotations

from collections.abc import Sequence

from helpers.coding.claims.drafting import Draft
from helpers.coding.claims.patterns import Hit
from helpers.coding.claims.sentences import Sentence, is_verb
from helpers.coding.claims.tokens import COMMAS
from helpers.foundation.records import Timex

_BEHIND = 3  # words between a word that takes its own time and the time behind it (expires at the end of May)
_BEFORE = 1  # the same for a time before it (2011'de Minsk'te kurulan)
_ATTRIBUTE_REACH = 1  # words between a paper and its participle (the plan of military cooperation signed)
_PARTICIPLE_REACH = 7  # words between a participle and its time (signed by Iran and Belarus on Monday)
_PLACE_REACH = 2  # words between a time and its participle (pernai Teherane pasirašytas)
_PAPER_REACH = 6  # words between a participle and the paper behind it (signed plan of military cooperation)
_SINCE_REACH = 10  # words between since and the time of its clause
_THAT = (
    "как",
    "як",
    "kai",
    "kada",
    "gdy",
    "kiedy",
    "калі",
    "коли",
    "که",
)  # behind the comma of "since the time"
_PAST = ("past", "pluperfect", "participle")
_NEAR, _FAR = 3, 999  # distances of an expression from its verb


def takes_own_time(sentence: Sentence, timex: Timex, drafts: Sequence[Draft]) -> bool:
    """The plan, which runs out on 31 December; founded in 2006, the firm assembles sights: the time of no event.

    Only where nothing but a few words stands between the two, and no event stands nearer.
    """
    first, last = sentence.token_at(timex.start), sentence.token_at(timex.end - 1) + 1
    for cue in sentence.cues("own_time"):
        if any(d.anchor.first < cue.last and cue.first < d.anchor.last for d in drafts):
            continue  # the word is that of an event
        behind = cue.last <= first
        low, high = (cue.last, first) if behind else (last, cue.first)
        if not 0 <= high - low <= (_BEHIND if behind else _BEFORE):
            continue
        between = sentence.tokens[low:high]
        if any(t.norm in COMMAS for t in between) or any(
            low <= t.first < high for t in sentence.of("trigger")
        ):
            continue
        if any(low <= c.first < high for c in sentence.cues("with")):
            continue  # signed on 5 May and valid for a year
        nearest = min(
            (d.anchor.first - last if last <= d.anchor.first else first - d.anchor.last for d in drafts),
            default=high - low + 1,
        )
        if nearest >= high - low:
            return True
    return False


def is_of_participle(sentence: Sentence, at: int, draft: Draft) -> bool:
    """The plan signed by both on Monday enters into force in May: Monday is that of the participle, whether it makes a claim or not."""
    if at >= draft.anchor.first or draft.noun:
        return False
    papers = [h.last for h in sentence.of("instrument")]
    return any(
        any(0 <= t.first - p <= _ATTRIBUTE_REACH for p in papers)
        and t.last - t.first == 1
        and t is not draft.anchor
        and is_verb(t)
        and 0 <= at - t.last <= _PARTICIPLE_REACH
        and not any(x.norm in COMMAS for x in sentence.tokens[t.last : at])
        for t in sentence.of("trigger")
    )


def is_of_attribute(
    sentence: Sentence, timex: Timex, draft: Draft, drafts: Sequence[Draft], usable: Sequence[Timex]
) -> bool:
    """Penktadienį aptarė sausį pasirašytą planą, обсудили в пятницу в январе подписанный план: two times and a participle before its paper.

    What stands right before the participle is its own, what stands before the verb of the sentence is not.
    """
    first, last = sentence.token_at(timex.start), sentence.token_at(timex.end - 1) + 1
    for other in drafts:
        if not _leads_to_paper(sentence, other):
            continue
        if other is draft:
            if any(last <= d.anchor.first and d.anchor.last <= draft.hit.first for d in drafts if not d.noun):
                return True
            continue
        if draft.noun or not 0 <= other.hit.first - last <= _PLACE_REACH:
            continue
        if any(last <= t.first < other.hit.first for t in sentence.of("trigger")):
            continue
        if any(timex.end <= t.start < sentence.tokens[other.hit.first].start for t in usable):
            continue  # met on Friday in Minsk and took up the plan signed last year: the nearer one is that of the participle
        if draft.anchor.last <= first:
            rest = [t for t in usable if t is not timex and t.end <= sentence.tokens[other.hit.first].start]
            bare = first == draft.anchor.last and last == other.hit.first and not timex.interval.is_day
            if rest or (bare and timex.resolution != "weekday"):
                return True
    return False


def is_around_relative(sentence: Sentence, verb: Hit) -> bool:
    """روز دوشنبه با همتای خود که ماه گذشته منصوب شد دیدار کرد: the verb of the main clause stands behind the relative one.

    Only where the clause before it has no verb of its own; for languages whose verb ends the clause.
    """
    if not is_verb(verb) or sentence.clause_of(verb) != 1:
        return False
    if any(t.is_word for t in sentence.tokens[verb.last :]):
        return False
    opening = sentence.opening_of(1)
    told = [*sentence.cues("report"), *(t for t in sentence.of("trigger") if is_verb(t))]
    return any(c.first == opening for c in sentence.cues("break")) and all(v.last > opening for v in told)


def lends_no_time(sentence: Sentence, draft: Draft) -> bool:
    """A paper signed last year was talked of; they met for the first time since his visit in March: a time of its own alone."""
    since = any(0 <= draft.hit.first - c.last <= _PLACE_REACH for c in sentence.of("since_clause"))
    return since or _leads_to_paper(sentence, draft)


def _leads_to_paper(sentence: Sentence, draft: Draft) -> bool:
    """A participle that stands before its paper, in one clause and without a comma."""
    paper = draft.paper.hit if draft.paper is not None else None
    if paper is None or draft.anchor is not draft.hit or draft.hit.entry.form != "participle":
        return False
    gap = sentence.tokens[draft.hit.last : paper.first]
    return draft.hit.last <= paper.first and len(gap) <= _PAPER_REACH and all(t.is_word for t in gap)


def belongs_elsewhere(
    sentence: Sentence, timex: Timex, draft: Draft, drafts: Sequence[Draft], usable: Sequence[Timex]
) -> bool:
    """The time of a participle, of an infinitive behind it or of a clause of since: not that of the event."""
    if is_of_participle(sentence, sentence.token_at(timex.start), draft):
        return True
    return (
        is_deadline(sentence, timex, draft)
        or is_of_attribute(sentence, timex, draft, drafts, usable)
        or is_of_since(sentence, timex, draft)
    )


def is_of_since(sentence: Sentence, timex: Timex, draft: Draft) -> bool:
    """The first talks since he took office last month, desde su visita de marzo: the time of what the word for since opens.

    Since March has its time right behind it, and what is told behind a comma is told anew.
    """
    first, last = sentence.token_at(timex.start), sentence.token_at(timex.end - 1) + 1
    spans = [(c.last, first) for c in sentence.of("since_clause") if c.last < first]
    spans += [(last, c.first) for c in sentence.of("since_clause_after") if last < c.first]
    for low, high in spans:
        words = sentence.tokens[low:high]
        if words[0].norm in COMMAS and words[1:2] and words[1].norm in _THAT:
            words = words[2:]
        if (
            words
            and words[-1].norm in COMMAS
            and not any(t.is_word for t in sentence.tokens[last : last + 1])
        ):
            words = words[:-1]  # since he took office, last month.
        if len(words) > _SINCE_REACH or any(t.norm in COMMAS for t in words):
            continue
        if any(low <= sentence.token_at(t.start) < high for t in sentence.timexes if t is not timex):
            continue
        light = {i for c in sentence.cues("definite", "determiner") for i in c.spots}
        light |= {i for p in sentence.of("place") for i in p.spots}
        if any(t.is_word and i not in light for i, t in enumerate(sentence.tokens[low:high], low)):
            return not low <= draft.hit.first < max(high, last)
    return False


def is_deadline(sentence: Sentence, timex: Timex, draft: Draft) -> bool:
    """They agreed to settle the text by 1 March; extended it until 2030: an end that lies ahead of what was done."""
    if not timex.rule.endswith(("+to", "+before")) or draft.anchor.entry.form not in _PAST or draft.noun:
        return False
    first, last = sentence.token_at(timex.start), sentence.token_at(timex.end - 1) + 1
    return draft.anchor.last <= first and any(
        0 <= t.first - last <= 1 and t.entry.form == "infinitive" for t in sentence.of("trigger")
    )


def hand_on(
    sentence: Sentence,
    drafts: Sequence[Draft],
    owned: dict[int, int],
    gaps: dict[tuple[int, int], int],
    at: dict[int, int],
) -> dict[int, int]:
    """Ratified on Wednesday the agreement signed in June: who took the time of another and has one behind it gives the first back.

    Args:
        sentence: what is read.
        drafts: its events.
        owned: the expression of each event.
        gaps: distance of event and expression, where the one may date the other.
        at: the first token of each expression.
    """
    out = dict(owned)
    for i, draft in enumerate(drafts):
        if i in out or draft.noun:
            continue
        for j, n in owned.items():
            other = drafts[j].anchor
            if other.entry.form != "participle" or gaps.get((i, n), _FAR) > _NEAR or at[n] > other.first:
                continue
            free = [
                m
                for m in at
                if m not in out.values() and at[m] >= other.last and gaps.get((j, m), _FAR) <= _NEAR
            ]
            if free and sentence.clause[at[n]] == sentence.clause_of(draft.anchor):
                out[j], out[i] = min(free, key=lambda m: gaps[j, m]), n
                break
    return out
