"""Offers: ready to work together, could cooperate, want to deepen ties; and papers that are said to be ready."""

from __future__ import annotations

from helpers.coding.claims.drafting import HELPERS, OCCASION_REACH, Draft, DraftMaker
from helpers.coding.claims.judge import Judgement, governing_cues
from helpers.coding.claims.papers import Paper, name_paper
from helpers.coding.claims.patterns import Hit
from helpers.coding.claims.sentences import Sentence, is_verb

_SUBJECT_OPENS = 1  # words before the subject of a clause
_READY_REACH = 16
_ASKED_REACH = 10
_ASKED = ("deliver", "permit", "train", "produce", "aid", "support")


def asked_for(sentence: Sentence, hit: Hit, triggers: list[Hit]) -> list[Hit]:
    """Asked to help to get spare parts: what a request names is asked for, and no plan of both."""
    clause = sentence.clause_of(hit)
    marked = {c.last for c in sentence.cues("infinitive_mark")}  # asked them to retrain crews
    return [
        t for t in triggers
        if (t.entry.form in ("infinitive", "negated") or t.first in marked) and t.entry.key in _ASKED
        and 0 <= t.first - hit.last <= _ASKED_REACH and 0 <= sentence.clause_of(t) - clause <= 1
    ]  # fmt: skip


class OfferReader(DraftMaker):
    """Reads readiness and possibility."""

    def _read_offer(
        self, sentence: Sentence, hit: Hit, complement: Hit | None, used: set[Hit]
    ) -> Draft | None:
        """Ready to work together: an offer. Ready for signing: a paper that is planned."""
        if complement is not None and self._is_told_apart(sentence, hit, complement):
            complement = None
        if complement is not None and complement.entry.key in ("meet", "visit", "call", *HELPERS):
            return None
        judgement = self._judge(sentence, hit, None)
        done = complement is None or (complement.entry.key == "sign" and not is_verb(complement))
        if done and (subject := self._ready_subject(sentence, hit)) is not None:
            if complement is not None:
                used.add(complement)
            told = (
                judgement
                if judgement.status == "denied"
                else Judgement("planned", "asserted", judgement.rules)
            )
            return self._make(sentence, hit, told, paper=name_paper(sentence, subject), kind="agreement")
        if (
            complement is None
            and judgement.polarity == "future"
            and (ready := self._ready_paper(sentence, hit))
        ):
            told = Judgement("planned", "future", judgement.rules)
            return self._make(sentence, hit, told, paper=ready, kind="agreement")
        if hit.entry.form == "infinitive" and (complement is None or judgement.polarity != "hypothetical"):
            return None
        if complement is None and judgement.status == "denied":
            return None
        if any(
            sentence.clause_of(p) == sentence.clause_of(hit) and 0 <= hit.first - p.last <= 4
            for p in sentence.of("instrument")
        ) and (hit.entry.form == "present" and self._verb_last):
            return None  # the draft is ready: a paper offers nothing
        if complement is not None:
            used.add(complement)
            if complement.entry.key == "sign" and (paper := self._paper(sentence, complement)) is not None:
                planned = judgement
                if judgement.status != "denied":
                    planned = Judgement("planned", "future", judgement.rules)
                return self._make(sentence, complement, planned, anchor=hit, paper=paper, also=(hit,))
        if judgement.status == "planned":
            judgement = Judgement("discussed", "asserted", judgement.rules)
        clause = sentence.clause_of(hit)
        used.update(
            t for t in sentence.of("trigger")
            if complement is not None and t.first > complement.first and sentence.clause_of(t) == clause and t.entry.form == "infinitive"
        )  # fmt: skip
        return self._make(
            sentence,
            hit,
            judgement,
            offered=judgement.status != "denied",
            also=(complement,) if complement else (),
        )

    @staticmethod
    def _is_told_apart(sentence: Sentence, hit: Hit, complement: Hit) -> bool:
        """The treaty is ready, but the day has not been set: a verb with a tense of its own, in the next clause."""
        apart = sentence.clause_of(complement) != sentence.clause_of(hit)
        return apart and complement.entry.form in ("participle", "negated")

    def _ready_subject(self, sentence: Sentence, hit: Hit) -> Hit | None:
        """The treaty, on which they have worked since August, is almost ready: nobody stands between it and the word."""
        papers = [p for p in sentence.of("instrument") if 0 <= hit.first - p.last <= _READY_REACH]
        if hit.entry.form != "present" or self._verb_last or not papers or papers[-1].entry.form != "one":
            return None
        low, high = sentence.tokens[papers[-1].last - 1].end, sentence.tokens[hit.first].start
        # the treaty between Iran and Belarus is ready: whose it is
        between = any(papers[-1].last == c.first for c in sentence.cues("between"))
        people = any(
            low <= m.start < high and not (between and m.kind == "country") for m in sentence.mentions
        )
        comma = max((i for i in range(hit.first) if sentence.tokens[i].norm in ",،"), default=-1)
        sides = any(comma < c.first < hit.first for c in sentence.cues("both_sides", "pronoun"))
        named = between and not sentence.cues("in_order_to") and hit.last - hit.first == 1
        apart = comma < papers[-1].first and not named
        return None if people or sides or apart else papers[-1]

    @staticmethod
    def _ready_paper(sentence: Sentence, hit: Hit) -> Paper | None:
        """The treaty is to be ready by the end of the year: who is ready is a paper that opens the clause."""
        clause = sentence.clause_of(hit)
        opening = sentence.opening_of(clause)
        for paper in sentence.of("instrument"):
            if (
                paper.first - opening <= _SUBJECT_OPENS
                and paper.last <= hit.first
                and sentence.clause_of(paper) == clause
            ):
                return name_paper(sentence, paper) if hit.entry.form == "present" else None
        return None

    def _read_weak(self, sentence: Sentence, hit: Hit, judgement: Judgement) -> Draft | None:
        """Could cooperate, want to deepen ties: an offer; anything else said of ties is no claim."""
        cues = governing_cues(sentence, hit, verb_last=self._verb_last)
        keys = {c.entry.key for c in cues if c.first < hit.first or self._verb_last}
        near = [c for c in cues if c.entry.key in ("intention", "hypothetical") and hit.first - c.last <= 3]
        if not near and hit.entry.form != "possible":
            return None
        if judgement.status == "denied" or any(c.first < hit.first for c in sentence.cues("undisclosed")):
            return None
        if hit.entry.key == "deepen":
            if (
                "intention" not in keys
                or "hypothetical" in keys
                or self._complement(sentence, hit, ("cooperate",)) is None
            ):
                return None
            return self._make(
                sentence, hit, Judgement("discussed", "asserted", judgement.rules), offered=True
            )
        if "hypothetical" in keys or hit.entry.form == "possible":
            if (act := self._concrete_act(sentence, hit)) is not None:
                rumoured = any(c.entry.key == "rumour" for c in sentence.of("cue"))
                told = Judgement("rumoured" if rumoured else "planned", "hypothetical", judgement.rules)
                return self._make(sentence, act, told, anchor=hit, also=(hit,))
            return self._make(
                sentence, hit, Judgement("discussed", "hypothetical", judgement.rules), offered=True
            )
        return self._make(sentence, hit, Judgement("discussed", "asserted", judgement.rules), offered=True)

    def _concrete_act(self, sentence: Sentence, hit: Hit) -> Hit | None:
        """Could cooperate in producing drones: the joint act named beside the weak verb, not a field of ties."""
        clause = sentence.clause_of(hit)
        acts = [
            t for t in sentence.of("trigger")
            if t.entry.key in ("produce", "exercise", "exhibit") and sentence.clause_of(t) == clause
            and (0 <= t.first - hit.last <= OCCASION_REACH or (self._verb_last and 0 <= hit.first - t.last <= OCCASION_REACH))
        ]  # fmt: skip
        return acts[0] if acts else None
