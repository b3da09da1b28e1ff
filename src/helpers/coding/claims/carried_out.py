"""Plans told beside what became of them: the drills, which were to be held in spring, took place in summer."""

from __future__ import annotations

from helpers.coding.claims.patterns import Hit
from helpers.coding.claims.sentences import Sentence, is_verb
from helpers.coding.claims.tokens import COMMAS

_DONE = ("past", "pluperfect", "participle", "present")
_PLANNING = ("was_to", "future", "conditional", "hypothetical", "intention", "scheduled", "rumour")
_NEGATION_REACH = 3


def drop_carried_out(sentence: Sentence) -> None:
    """Leave out the verb and the time of a plan in a relative clause, where the main clause tells that it was carried out.

    Args:
        sentence: loses the verb of the plan among its triggers, and the expressions of its clause.
    """
    for cue in sentence.cues("was_to"):
        plan = _planned(sentence, cue)
        done = None if plan is None else _done(sentence, plan)
        if plan is None or done is None or not _is_of_noun(sentence, cue, plan):
            continue
        opening = min(sentence.opening_of(sentence.clause_of(cue)), cue.first)
        aside = range(opening, _comma_behind(sentence, plan))
        sentence.hits["trigger"] = [t for t in sentence.of("trigger") if t != plan]
        sentence.hits["cue"] = [
            c for c in sentence.hits["cue"] if c.first not in aside or c.entry.key not in _PLANNING
        ]
        sentence.timexes = [t for t in sentence.timexes if sentence.token_at(t.start) not in aside]


def _planned(sentence: Sentence, cue: Hit) -> Hit | None:
    """The verb of what was to be: right before the word (stattfinden sollte), or the next one behind it, no comma between."""
    before = next((t for t in sentence.of("trigger") if t.last == cue.first and t.entry.key == "hold"), None)
    if before is not None and is_verb(before):
        return before
    behind = [
        t
        for t in sentence.of("trigger")
        if is_verb(t) and t.first >= cue.first and len(t.spots) == t.last - t.first
    ]
    plan = min(behind, key=lambda t: t.first, default=None)
    if plan is None or plan.entry.key != "hold":
        return None
    return None if any(t.norm in COMMAS for t in sentence.tokens[cue.first : plan.first]) else plan


def _done(sentence: Sentence, plan: Hit) -> Hit | None:
    """The verb that tells it as done, behind the comma that closes the clause of the plan; not denied."""
    closing = _comma_behind(sentence, plan)
    return next(
        (
            t for t in sentence.of("trigger")
            if t != plan and is_verb(t) and t.last - 1 > closing and t.entry.form in _DONE and t.entry.key not in ("postpone", "cancel", "fail")
            and not any(closing <= c.first < t.last and t.last - c.last <= _NEGATION_REACH + len(t.spots) for c in sentence.cues("negation", "no"))
        ),
        None,
    )  # fmt: skip


def _is_of_noun(sentence: Sentence, cue: Hit, plan: Hit) -> bool:
    """A noun of an event stands before the clause of the plan, and none behind it."""
    nouns = [t for t in sentence.of("trigger") if not is_verb(t) or t.first < cue.first]
    opening = sentence.opening_of(sentence.clause_of(cue))
    return any(t.first < max(opening, 1) for t in nouns) and not any(
        t.first > plan.first and not is_verb(t) for t in nouns
    )


def _comma_behind(sentence: Sentence, hit: Hit) -> int:
    """The token of the first comma behind a verb, the end of the sentence without one."""
    return next(
        (i for i in range(hit.last, len(sentence.tokens)) if sentence.tokens[i].norm in COMMAS),
        len(sentence.tokens),
    )
