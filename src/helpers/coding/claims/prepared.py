"""What is being prepared, and what people travel for: a visit in preparation, cadets who come to study."""

from __future__ import annotations

from helpers.coding.claims.drafting import HELPERS, WEAK, Draft
from helpers.coding.claims.governors import GovernorReader
from helpers.coding.claims.judge import Judgement
from helpers.coding.claims.patterns import Hit
from helpers.coding.claims.sentences import Sentence, is_verb

_PREPARED = ("visit", "meet", "session", "exercise", "sign", "exhibit", "call")
_PREPARING = ("present", "future", "infinitive")
_OBJECT_REACH, _SUBJECT_REACH = 3, 10
_JOURNEY_REACH = 3  # words between going and what for


class PreparedReader(GovernorReader):
    """Reads verbs of preparing beside a happening, and of travelling beside a training."""

    def _read_prepared(
        self, sentence: Sentence, triggers: list[Hit], used: set[Hit], out: list[Draft]
    ) -> None:
        """A visit is being prepared, they prepare an exercise: it is planned; papers in preparation are drafts."""
        for hit in triggers:
            if hit in used or hit.entry.key != "draft" or hit.entry.form not in _PREPARING:
                continue
            noun = self._prepared(sentence, hit, triggers, used)
            if noun is None:
                continue
            used.update((hit, noun))
            judgement = self._judge(sentence, hit, None)
            if judgement.polarity == "asserted":
                judgement = Judgement("planned", "future", judgement.rules)
            out.append(
                self._make(
                    sentence, noun, judgement, anchor=hit, paper=self._paper(sentence, noun), also=(hit,)
                )
            )

    @staticmethod
    def _prepared(sentence: Sentence, hit: Hit, triggers: list[Hit], used: set[Hit]) -> Hit | None:
        """The noun right behind the verb, or before it where the clause names no paper; no verb stands between."""
        clause = sentence.clause_of(hit)
        others = [t for t in triggers if t not in used and sentence.clause_of(t) == clause]
        nouns = [t for t in others if not is_verb(t) and t.entry.key in _PREPARED]
        papers = [p for p in sentence.of("instrument") if sentence.clause_of(p) == clause]
        behind = [t for t in nouns if 0 <= t.first - hit.last <= _OBJECT_REACH]
        if behind:
            first = behind[0]
            led = any(hit.last <= c.first < first.first for c in sentence.cues("occasion"))
            parted = any(hit.last <= p.first < first.first for p in papers)
            return None if led or parted else first
        before = [t for t in nouns if 0 <= hit.first - t.last <= _SUBJECT_REACH]
        if not before or papers:
            return None
        last = before[-1]
        led = any(0 <= last.first - c.last <= 1 for c in sentence.cues("occasion"))
        busy = any(is_verb(t) and last.last <= t.first < hit.first for t in others)
        return None if led or busy else last

    def _read_journeys(
        self, sentence: Sentence, triggers: list[Hit], used: set[Hit], out: list[Draft]
    ) -> None:
        """The cadets will come to study: going and training are one act, told by the verb of going."""
        for hit in triggers:
            if hit in used or hit.entry.key != "visit" or not is_verb(hit):
                continue
            trained = next(
                (
                    t
                    for t in triggers
                    if t.entry.key in ("train", "exercise") and t.entry.form in ("noun", "infinitive") and t not in used
                    and (t.entry.key == "train" or any(c.last == t.first for c in sentence.cues("occasion")))
                    and 0 <= t.first - hit.last <= _JOURNEY_REACH and sentence.clause_of(t) == sentence.clause_of(hit)
                ),
                None,
            )  # fmt: skip
            if trained is None or any(
                t.entry.key not in (*HELPERS, *WEAK) and hit.last <= t.first < trained.first for t in triggers
            ):
                continue
            used.update((hit, trained))
            told = self._judge(sentence, hit, None)
            if told.status == "discussed":
                told = Judgement("held", told.polarity, told.rules)
            out.append(self._make(sentence, trained, told, anchor=hit, also=(hit,)))
