"""One more or one before of what was just told, its noun left out: the fourth will be held in Minsk, the last was in Tehran."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from helpers.coding.claims.codebook import Codebook
from helpers.coding.claims.drafting import HELPERS, WEAK, Draft
from helpers.coding.claims.judge import Judgement, closing_of, judge
from helpers.coding.claims.merging import Found
from helpers.coding.claims.patterns import Hit
from helpers.coding.claims.sentences import Sentence

_BESIDE = 8  # words from "a second is" to an event of its own
_VERB_LAST = 8  # words between "the second one" and a verb at the end
_AUXILIARIES = ("future", "hypothetical", "passive", "pluperfect", "scheduled", "intention")
_TOLD = ("future", "hypothetical", "negated")


def one_of_row(
    sentence: Sentence, told: Sequence[Found], codebook: Codebook, *, verb_last: bool
) -> tuple[Found, Draft] | None:
    """A second is planned for the autumn, eine weitere soll folgen, четвёртое пройдёт в Минске: what was told last, once more.

    Args:
        sentence: a sentence without an event of its own.
        told: claims of the sentence before.
        codebook: gives what an event done is called.
        verb_last: the language's order.
    """
    acts = [t for t in sentence.of("trigger") if t.entry.key not in (*HELPERS, *WEAK)]
    f = told[-1]
    for cue in sorted((*sentence.of("another"), *sentence.of("one_before")), key=lambda c: c.first):
        verb = _verb_of(sentence, cue, verb_last=verb_last)
        if verb is None:
            continue
        bare = cue.last - cue.first == 1 and verb.entry.key not in ("hold", "scheduled")
        if bare and not _is_lacking(f):
            continue  # a second man may come; one could say so
        if any(t.first - cue.last <= _BESIDE for t in acts):
            return None
        said = _judge(sentence, cue, f, codebook, verb_last=verb_last)
        return None if said is None else (f, draft_told_again(f.draft, _as_noun(cue, f), said))
    return None


def _verb_of(sentence: Sentence, cue: Hit, *, verb_last: bool) -> Hit | None:
    """The verb of which the word is the subject: right behind it, or at the end of its clause where verbs stand last."""
    clause = sentence.clause_of(cue)
    verbs = [
        *(t for t in sentence.of("trigger") if t.entry.key in HELPERS),
        *sentence.cues(*_AUXILIARIES),
    ]
    behind = [v for v in verbs if v.first >= cue.last and sentence.clause_of(v) == clause]
    near = [v for v in behind if v.first == cue.last]
    if not near and verb_last and sentence.opens_clause(cue):
        near = [
            v for v in behind
            if v.first - cue.last <= _VERB_LAST and v.entry.key == "hold" and only_when_and_where(sentence, cue.last, v.first)
        ]  # fmt: skip
    return next((v for v in near if v.entry.key == "hold"), near[0] if near else None)


def only_when_and_where(sentence: Sentence, first: int, last: int, *, spare: int = 0) -> bool:
    """Nothing but times, towns and countries, and the words that put them there; not: the second round of the election.

    Args:
        sentence: the sentence.
        first: the first word looked at.
        last: the one behind the last.
        spare: so many other words may stand among them (para septiembre).
    """
    known = {i for h in sentence.of("place") for i in range(h.first, h.last)}
    spans = [(t.start, t.end) for t in sentence.timexes]
    spans += [(m.start, m.end) for m in sentence.mentions if m.kind in ("city", "country")]
    others = sum(
        i not in known and t.is_word and not any(low <= t.start < high for low, high in spans)
        for i, t in enumerate(sentence.tokens[first:last], first)
    )
    return others <= spare


def _judge(
    sentence: Sentence, cue: Hit, f: Found, codebook: Codebook, *, verb_last: bool
) -> Judgement | None:
    undone = next((t for t in sentence.of("trigger") if t.entry.key in ("postpone", "cancel")), None)
    if undone is not None:
        put_off = undone.entry.key == "postpone"
        return Judgement("postponed", "asserted") if put_off else Judgement("denied", "negated")
    event = codebook.events[f.draft.key]
    holds = [t for t in sentence.of("trigger") if t.entry.key == "hold" and t.first >= cue.last]
    forms = {t.entry.form for t in holds}
    form = "future" if "future" in forms else "past" if "past" in forms else "present"
    verb = holds[0] if holds else closing_of(sentence, _as_noun(cue, f))
    said = judge(sentence, verb, event, [], verb_last=verb_last, form=form)
    ahead = said.polarity in ("future", "hypothetical")
    told_when = holds or any(c.first >= cue.last for c in sentence.cues("scheduled"))
    if ahead and not told_when and not _is_set(sentence, cue):
        return None  # the next will be a doctor
    before = cue.entry.key == "one_before"
    if (
        not before
        and form == "present"
        and holds
        and said.polarity == "asserted"
        and _is_dated(sentence, cue)
    ):
        return Judgement("planned", "future", said.rules)  # die nächste findet im Mai statt
    if said.polarity not in _TOLD and form != "past":
        return None
    if before and ahead:
        return None
    return replace(said, polarity="historical") if before and said.polarity == "asserted" else said


def _is_dated(sentence: Sentence, cue: Hit) -> bool:
    """A day, month or year stands in the clause."""
    clause = sentence.clause_of(cue)
    return any(t.type in ("DATE", "TIME") and sentence.clause_at(t.start) == clause for t in sentence.timexes)


def _is_set(sentence: Sentence, cue: Hit) -> bool:
    """The clause says when, or in which town."""
    clause = sentence.clause_of(cue)
    towns = (m for m in sentence.mentions if m.kind == "city")
    return _is_dated(sentence, cue) or any(sentence.clause_at(m.start) == clause for m in towns)


def _as_noun(cue: Hit, f: Found) -> Hit:
    return cue._replace(entry=replace(cue.entry, category="trigger", key=f.draft.key, form="noun"))


def _is_lacking(f: Found) -> bool:
    """No contract was signed; one could follow: only of what there is not yet."""
    return f.draft.judgement.polarity in _TOLD


def draft_told_again(draft: Draft, hit: Hit, said: Judgement) -> Draft:
    """The event of an earlier draft, as another sentence tells of it."""
    rules = (*(r for r in draft.rules if not r.startswith("cue.")), hit.entry.rule, *said.rules)
    return replace(draft, hit=hit, anchor=hit, judgement=said, governor=None, offered=False, rules=rules)
