"""Papers whose predicate nobody knows: what the clause gives beside the paper says that it was signed or was not."""

from __future__ import annotations

from dataclasses import replace

from helpers.coding.claims.drafting import UNTOLD, WEAK, Draft
from helpers.coding.claims.encounters import EncounterReader
from helpers.coding.claims.judge import Judgement, closing_of, judge
from helpers.coding.claims.papers import name_paper
from helpers.coding.claims.patterns import Hit
from helpers.coding.claims.sentences import Sentence, is_verb
from helpers.coding.claims.unsaid import ENOUGH, EVENTS, has_cue, is_led_to, is_taken, setting_of
from helpers.coding.claims.years_of_papers import is_of_a_year

_OF_PAPERS = (*EVENTS, "draft", "agree", "enter_force")
# A parliament takes papers up without signing them.
_UNTOLD = (
    *(key for key in UNTOLD if key not in ("no", "negation")),
    "was_to", "covers", "provides", "margins", "parliament",
)  # fmt: skip
_SIGNERS = ("ministers", "presidents", "counterpart", "chiefs_of_staff")
_NO_REACH = 2
_GROUND_REACH = 5  # words from "under" to the agreement something is done by
_LOOSE = ("plan", "programme")  # a visit has a programme as well: no paper
_TOLD = ("asserted", "historical", "negated")


class PaperReader(EncounterReader):
    """Reads clauses that name a paper and no act of the lexicon."""

    def _presume_paper(self, sentence: Sentence, triggers: list[Hit], out: list[Draft]) -> Draft | None:
        """In July the ministries suscribieron a memorandum; no contract of the kind saw the light: signed, or not."""
        if sentence.of("domestic"):
            return None
        # before the programme there was only the memorandum of 2007: told of is the paper that has a year
        for paper in sorted(sentence.of("instrument"), key=lambda p: not is_of_a_year(sentence, p)):
            if any(d.paper and d.paper.hit is paper for d in out) or self._is_spoken_for(
                sentence, paper, triggers, out
            ):
                continue
            hit = paper._replace(
                entry=replace(paper.entry, category="trigger", key="sign", form="participle")
            )
            told = self._judge_paper(sentence, paper, hit, spoken=any(d.paper for d in out))
            if told is not None and told.polarity in _TOLD:
                named = name_paper(sentence, paper)
                rules = ("presumed.paper", *named.rules, *told.rules)
                return Draft(hit, hit, "sign", self._event(hit).kind, told, named, rules=rules)
        return None

    @staticmethod
    def _is_spoken_for(sentence: Sentence, paper: Hit, triggers: list[Hit], out: list[Draft]) -> bool:
        """Something else is said of the paper: another act has its clause, or it is only what one goes by."""
        clause = sentence.clause_of(paper)
        if not _is_at_occasion(clause, sentence, triggers, out) and (
            is_taken(clause, sentence, out)
            or any(sentence.clause_of(t) == clause and _tells_of_papers(t) for t in triggers)
        ):
            return True
        return (
            has_cue(sentence, clause, *_UNTOLD) or is_led_to(sentence, paper) or _is_ground(sentence, paper)
        )

    def _judge_paper(self, sentence: Sentence, paper: Hit, hit: Hit, *, spoken: bool) -> Judgement | None:
        """What became of the paper; None where its clause does not give enough to presume anything.

        Two who may have signed are enough where no other paper has been `spoken` of in the sentence.
        """
        clause = sentence.clause_of(paper)
        event = self._event(hit)
        loose = paper.entry.key in _LOOSE
        if not loose and any(
            0 <= paper.first - c.last <= _NO_REACH and sentence.clause_of(c) == clause
            for c in sentence.cues("no")
        ):
            return Judgement("denied", "negated")
        if is_of_a_year(sentence, paper):
            return Judgement(event.done, "historical")
        setting = setting_of(sentence, paper, clause)
        dated = setting[1] and not loose
        signed = has_cue(sentence, clause, *_SIGNERS) and not spoken
        if sum(setting) < ENOUGH and not dated and not signed:
            return None
        return judge(sentence, closing_of(sentence, hit), event, [paper], verb_last=self._verb_last)


def _is_at_occasion(clause: int, sentence: Sentence, triggers: list[Hit], out: list[Draft]) -> bool:
    """At the end of the talks the two put their names to a plan: of the clause only the meeting was read, and it is a noun."""
    there = [d for d in out if clause in (sentence.clause_of(d.hit), sentence.clause_of(d.anchor))]
    if not there or any(d.kind != "consultation" or not d.noun for d in there):
        return False
    return not any(is_verb(t) and sentence.clause_of(t) == clause for t in triggers)


def _tells_of_papers(trigger: Hit) -> bool:
    """Any verb, and nouns of what is done to papers or of meetings; not the cooperation a paper is on."""
    return trigger.entry.key not in WEAK and (is_verb(trigger) or trigger.entry.key in _OF_PAPERS)


def _is_ground(sentence: Sentence, paper: Hit) -> bool:
    """Under the agreement that both signed they exchange officers: by what something is done, not what is done."""
    clause = sentence.clause_of(paper)
    return any(
        0 <= paper.first - c.last <= _GROUND_REACH and sentence.clause_of(c) == clause
        for c in sentence.cues("according", "under_which")
    )
