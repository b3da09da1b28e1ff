"""Events whose predicate nobody knows: a paper, an event noun or two people that the clause itself dates, places and gives both sides."""

from __future__ import annotations

import itertools
from dataclasses import replace

from helpers.coding.claims.bystanders import countries_of, is_bystander
from helpers.coding.claims.codebook import Event
from helpers.coding.claims.drafting import UNTOLD, WEAK, Draft
from helpers.coding.claims.encounters import TOGETHER, EncounterReader, people_of
from helpers.coding.claims.judge import Judgement, closing_of, governing_cues, judge
from helpers.coding.claims.papers import name_paper
from helpers.coding.claims.patterns import Hit
from helpers.coding.claims.presupposed import year_of_paper
from helpers.coding.claims.sentences import Sentence, is_verb
from helpers.coding.claims.topics import is_topic

_EVENTS = ("sign", "ratify", "meet", "visit", "call", "session")
_OF_PAPERS = (*_EVENTS, "draft", "agree", "enter_force")
_DOUBT = tuple(key for key in UNTOLD if key not in ("no", "negation"))
_UNTOLD = (*UNTOLD, "was_to")
# A parliament takes papers up without signing them.
_UNTOLD_OF_PAPERS = (*_DOUBT, "was_to", "covers", "provides", "margins", "parliament")
_LEADING = ("about", "purpose", "in_order_to", "ahead_of", "margins", "asks", "undisclosed", "message_of")
_LED_REACH = 2  # words from what leads up to the noun, over its article
_NO_REACH = 2
_GROUND_REACH = 5  # words from "under" to the agreement something is done by
_LOOSE = ("plan", "programme")  # there is no programme of the kind: no paper
_ENOUGH = 2  # of three: both sides, a day, a town
_TOLD = ("asserted", "historical", "negated")
_MET = ("asserted", "historical")
_PLANS = frozenset({"future", "intention", "scheduled", "infinitive_mark"})
_BACKGROUND = frozenset({"historical", "pluperfect"})


class PresumedReader(EncounterReader):
    """Reads clauses of the body in which no verb is known: tense words alone say how what they name is meant.

    Where the lexicon lacks the predicate, what is named is most often done: a paper is signed, people meet. That is
    taken for granted only in a clause without any other act, doubt or question, and never of a noun another word
    leads up to (about, in order to).
    """

    def _read_unsaid(self, sentence: Sentence, triggers: list[Hit], used: set[Hit], out: list[Draft]) -> None:
        """Guests told without a verb of visiting; then what no known predicate tells, in a text's body."""
        self._read_guests(sentence, triggers, out)
        if sentence.role == "title":
            return
        out += [
            d for t in triggers if t not in used and (d := self._presume_event(sentence, t, triggers, out))
        ]
        if (met := self._presume_meeting(sentence, triggers, out)) is not None:
            out.append(met)
        if (signed := self._presume_paper(sentence, triggers, out)) is not None:
            out.append(signed)

    def _presume_event(
        self, sentence: Sentence, hit: Hit, triggers: list[Hit], out: list[Draft]
    ) -> Draft | None:
        """Im Juli folgte in Teheran die Unterzeichnung: an event noun with two of its sides, its day and its town."""
        clause = sentence.clause_of(hit)
        if is_verb(hit) or hit.entry.key not in _EVENTS or any(d.hit is hit for d in out):
            return None
        if any(is_verb(t) and sentence.clause_of(t) == clause for t in triggers) or is_taken(
            clause, sentence, out
        ):
            return None
        if any(sentence.clause_of(c) == clause for c in sentence.cues(*_UNTOLD)) or _is_led_to(sentence, hit):
            return None
        if is_topic(sentence, hit, verb_last=self._verb_last):
            return None
        if sum(_setting(sentence, hit, clause)) < _ENOUGH:
            return None
        event, paper = self._event(hit), self._paper(sentence, hit)
        if event.kind == "agreement" and (paper is None or paper.domestic):
            return None
        cues = governing_cues(sentence, hit, verb_last=self._verb_last)
        told = _judge_noun({c.entry.key for c in cues}, event)
        return self._make(sentence, hit, replace(told, rules=("presumed.event",)), paper=paper)

    def _presume_meeting(self, sentence: Sentence, triggers: list[Hit], out: list[Draft]) -> Draft | None:
        """The general took the minister round Minsk on Friday: people of two countries side by side, with a day or town."""
        people = people_of(sentence)
        if len({c for m in people for c in countries_of(m)}) != 2:
            return None
        for one, other in itertools.pairwise(people):
            clause = sentence.clause_at(one.start)
            if countries_of(one) == countries_of(other) or sentence.clause_at(other.start) != clause:
                continue
            at = sentence.token_at(other.start)
            hit = Hit(at, at + 1, TOGETHER, (at,))
            acts = (*(t for t in triggers if t.entry.key not in WEAK), *sentence.of("instrument"))
            if any(sentence.clause_of(t) == clause for t in acts) or is_taken(clause, sentence, out):
                continue
            if any(sentence.clause_of(c) == clause for c in sentence.cues(*_UNTOLD, "message_of")):
                continue
            sides, day, town = _setting(sentence, hit, clause)
            told = judge(sentence, closing_of(sentence, hit), self._event(hit), [], verb_last=self._verb_last)
            if sides and (day or town) and told.polarity in _MET:
                return self._make(sentence, hit, replace(told, rules=(*told.rules, "presumed.people")))
        return None

    def _presume_paper(self, sentence: Sentence, triggers: list[Hit], out: list[Draft]) -> Draft | None:
        """In July the ministries suscribieron a memorandum; no contract of the kind saw the light: signed, to be signed, or not."""
        if sentence.of("domestic"):
            return None
        for paper in sentence.of("instrument"):
            clause = sentence.clause_of(paper)
            if is_taken(clause, sentence, out) or any(d.paper and d.paper.hit is paper for d in out):
                continue
            if any(sentence.clause_of(t) == clause and _tells_of_papers(t) for t in triggers):
                continue
            if any(sentence.clause_of(c) == clause for c in sentence.cues(*_UNTOLD_OF_PAPERS)):
                continue
            if _is_led_to(sentence, paper) or _is_ground(sentence, paper):
                continue
            hit = paper._replace(
                entry=replace(paper.entry, category="trigger", key="sign", form="participle")
            )
            event = self._event(hit)
            if paper.entry.key not in _LOOSE and any(
                0 <= paper.first - c.last <= _NO_REACH and sentence.clause_of(c) == clause
                for c in sentence.cues("no")
            ):
                told = Judgement("denied", "negated")
            elif _is_of_a_year(sentence, paper):
                told = Judgement(event.done, "historical")
            elif sum(_setting(sentence, paper, clause)) >= _ENOUGH:
                told = judge(sentence, closing_of(sentence, hit), event, [paper], verb_last=self._verb_last)
            else:
                continue
            if told.polarity in _TOLD:
                named = name_paper(sentence, paper)
                rules = ("presumed.paper", *named.rules, *told.rules)
                return Draft(hit, hit, "sign", event.kind, told, named, rules=rules)
        return None


def _is_of_a_year(sentence: Sentence, paper: Hit) -> bool:
    """The commission works on the basis of the agreement of 2007: a year right behind a paper says when it was made."""
    after = range(paper.last, min(paper.last + _LED_REACH, len(sentence.tokens)))
    return any(year_of_paper(sentence, at) is paper for at in after)


def _judge_noun(cues: set[str], event: Event) -> Judgement:
    if cues & _PLANS:
        return Judgement("planned", "future")
    return Judgement(event.done, "historical" if cues & _BACKGROUND else "asserted")


def _tells_of_papers(trigger: Hit) -> bool:
    """Any verb, and nouns of what is done to papers or of meetings; not the cooperation a paper is on."""
    return trigger.entry.key not in WEAK and (is_verb(trigger) or trigger.entry.key in _OF_PAPERS)


def is_taken(clause: int, sentence: Sentence, out: list[Draft]) -> bool:
    """True when an event read before stands in the clause."""
    return any(clause in (sentence.clause_of(d.hit), sentence.clause_of(d.anchor)) for d in out)


def _is_led_to(sentence: Sentence, noun: Hit) -> bool:
    return any(0 <= noun.first - c.last <= _LED_REACH for c in sentence.cues(*_LEADING))


def _is_ground(sentence: Sentence, paper: Hit) -> bool:
    """Under the agreement that both signed they exchange officers: by what something is done, not what is done."""
    clause = sentence.clause_of(paper)
    return any(
        0 <= paper.first - c.last <= _GROUND_REACH and sentence.clause_of(c) == clause
        for c in sentence.cues("according", "under_which")
    )


def _setting(sentence: Sentence, hit: Hit, clause: int) -> tuple[bool, bool, bool]:
    """Whether the sentence names both sides, and its clause a day and a town; nothing where it names a third country.

    Args:
        sentence: the sentence.
        hit: the noun; for a journey a town counts as a side.
        clause: its clause. A time the paper is for (a plan for 2026) is no day.
    """
    towns = hit.entry.key == "visit"
    acting = [
        m for m in sentence.mentions if m.start not in sentence.sources and not is_bystander(sentence, m)
    ]
    if len({c for m in acting for c in countries_of(m)}) > 2:
        return False, False, False  # somebody else has a part
    named = {c for m in acting if towns or m.kind != "city" for c in countries_of(m)}
    sides = len(named) == 2 or (
        len(named) < 2 and bool(sentence.cues("both_sides", "both_people", "counterpart"))
    )
    meant = {c.last for c in sentence.cues("purpose_date", "period")}
    day = sentence.entry is not None or any(
        t.type in ("DATE", "TIME") and t.edtf is not None and sentence.clause_at(t.start) == clause
        and sentence.token_at(t.start) not in meant
        for t in sentence.timexes
    )  # fmt: skip
    town = any(m.kind == "city" and sentence.clause_at(m.start) == clause for m in sentence.mentions)
    return sides, day, town
