"""Events whose predicate nobody knows: an event noun or people of two countries that the clause itself dates, places and gives both sides."""

from __future__ import annotations

import itertools
from dataclasses import replace

from helpers.coding.claims.apart import is_around_relative
from helpers.coding.claims.bystanders import countries_of
from helpers.coding.claims.drafting import WEAK, Draft
from helpers.coding.claims.encounters import TOGETHER, people_of
from helpers.coding.claims.judge import closing_of, governing_cues, judge
from helpers.coding.claims.patterns import Hit
from helpers.coding.claims.presumed_papers import PaperReader
from helpers.coding.claims.sentences import Sentence, is_verb
from helpers.coding.claims.topics import is_topic
from helpers.coding.claims.unsaid import (
    DOUBTED,
    ENOUGH,
    EVENTS,
    has_cue,
    is_led_to,
    is_taken,
    judge_noun,
    setting_of,
)

_MET = ("asserted", "historical", "future")


class PresumedReader(PaperReader):
    """Reads clauses of the body in which no verb is known: tense words alone say how what they name is meant.

    Where the lexicon lacks the predicate, what is named is most often done: a paper is signed, people meet. That is
    taken for granted only in a clause without any other act, doubt or question, and never of a noun another word
    leads up to (about, in order to). Such events are of the two countries of the article alone (see build.py).
    """

    def _read_unsaid(self, sentence: Sentence, triggers: list[Hit], used: set[Hit], out: list[Draft]) -> None:
        """Guests told without a verb of visiting; then what no known predicate tells, in a text's body."""
        self._read_guests(sentence, triggers, out)
        if sentence.role == "title":
            return
        out += [
            d for t in triggers if t not in used and (d := self._presume_event(sentence, t, triggers, out))
        ]
        for presume in (self._presume_meeting, self._presume_paper):
            if (draft := presume(sentence, triggers, out)) is not None:
                out.append(draft)

    def _presume_event(
        self, sentence: Sentence, hit: Hit, triggers: list[Hit], out: list[Draft]
    ) -> Draft | None:
        """Im Juli folgte in Teheran die Unterzeichnung: an event noun with two of its sides, its day and its town."""
        clause = sentence.clause_of(hit)
        if is_verb(hit) or hit.entry.key not in EVENTS or any(d.hit is hit for d in out):
            return None
        if any(is_verb(t) and sentence.clause_of(t) == clause for t in triggers) or is_taken(
            clause, sentence, out
        ):
            return None
        if has_cue(sentence, clause, *DOUBTED) or is_led_to(sentence, hit):
            return None
        if is_topic(sentence, hit, verb_last=self._verb_last):
            return None
        if sum(setting_of(sentence, hit, clause)) < ENOUGH:
            return None
        event, paper = self._event(hit), self._paper(sentence, hit)
        if event.kind == "agreement" and (paper is None or paper.domestic):
            return None
        cues = governing_cues(sentence, hit, verb_last=self._verb_last)
        told = judge_noun({c.entry.key for c in cues}, event)
        return self._make(sentence, hit, replace(told, rules=("presumed.event",)), paper=paper)

    def _presume_meeting(self, sentence: Sentence, triggers: list[Hit], out: list[Draft]) -> Draft | None:
        """The general took the minister round Minsk on Friday: people of two countries, with a day or town."""
        people = people_of(sentence)
        if len({c for m in people for c in countries_of(m)}) != 2:
            return None
        reading = self._lexicon.reading
        ends_clause = reading.verb_last and not reading.nouns_capitalised
        if ends_clause and any(is_around_relative(sentence, t) for t in triggers):
            return None  # met with the minister, who was named last month: their verb stands behind the relative clause
        for one, other in itertools.pairwise(people):
            clause = sentence.clause_at(one.start)
            if countries_of(one) == countries_of(other):
                continue
            acts = (*(t for t in triggers if t.entry.key not in WEAK), *sentence.of("instrument"))
            if any(sentence.clause_of(t) == clause for t in acts) or is_taken(clause, sentence, out):
                continue
            if has_cue(sentence, clause, *DOUBTED, "message_of"):
                continue
            at = sentence.token_at(other.start)
            hit = Hit(at, at + 1, TOGETHER, (at,))
            sides, day, town = setting_of(sentence, hit, clause)
            if sides and (day or town):
                told = judge(
                    sentence, closing_of(sentence, hit), self._event(hit), [], verb_last=self._verb_last
                )
                if told.polarity in _MET:
                    return self._make(sentence, hit, replace(told, rules=(*told.rules, "presumed.people")))
        return None
