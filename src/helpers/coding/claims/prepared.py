"""What is prepared, what people travel for, whom somebody receives, what one helps with: acts told by two words together."""

from __future__ import annotations

from helpers.coding.claims.drafting import HELPERS, WEAK, Draft
from helpers.coding.claims.governors import GovernorReader
from helpers.coding.claims.judge import Judgement, judge
from helpers.coding.claims.patterns import Hit
from helpers.coding.claims.sentences import Sentence, covered_tokens, is_verb
from helpers.coding.claims.tokens import COMMAS
from helpers.foundation.records import Mention

_PREPARED = ("visit", "meet", "session", "exercise", "sign", "exhibit", "call")
_PREPARING = ("present", "future", "infinitive")
_OBJECT_REACH, _SUBJECT_REACH = 3, 10
_PLAN_REACH = 5  # words between a verb of planning and its object, without names and times
_JOURNEY_REACH = 5  # words between going and what for
_BESIDE = 1  # words between receiving and whom
_HELP_REACH = 6
_HOST_OPENS = 1  # words before the capital that receives somebody
_CALLS_TO = 2  # letters of "to"


def _own_words(sentence: Sentence, first: int, last: int) -> int:
    """Words between that belong to no name and no time."""
    told = covered_tokens(sentence, (*sentence.mentions, *sentence.timexes))
    return sum(sentence.tokens[i].is_word and i not in told for i in range(first, last))


def _led_by_occasion(sentence: Sentence, first: int, last: int) -> bool:
    """They plan during the visit …: a word that says on which occasion, unless a time stands behind it (на май)."""
    times = {sentence.token_at(t.start) for t in sentence.timexes}
    return any(first <= c.first < last and c.last not in times for c in sentence.cues("occasion"))


class PreparedReader(GovernorReader):
    """Reads verbs of preparing, travelling, receiving and helping beside what they are about."""

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

    def _read_planned(
        self, sentence: Sentence, triggers: list[Hit], used: set[Hit], out: list[Draft]
    ) -> None:
        """They plan joint drills in May, a visit or the signing of a treaty: the object of a verb of planning."""
        for cue in sentence.of("plans"):
            noun = self._planned(sentence, cue, [t for t in triggers if t not in used])
            if noun is None:
                continue
            used.add(noun)
            refused = cue.entry.form == "negated" or any(
                -1 <= cue.first - c.last <= 1
                or c.last == noun.first
                or (c.entry.key == "no" and cue.last <= c.first < noun.first)
                for c in sentence.cues("negation", "no")
            )
            judgement = Judgement(
                *(("denied", "negated") if refused else ("planned", "future")), (cue.entry.rule,)
            )
            out.append(self._make(sentence, noun, judgement, paper=self._paper(sentence, noun)))

    def _planned(self, sentence: Sentence, cue: Hit, triggers: list[Hit]) -> Hit | None:
        """The nearest noun on the side of the verb where its object stands, no other event or paper between them."""
        clause = sentence.clause_of(cue)
        here = [
            t
            for t in triggers
            if sentence.clause_of(t) == clause and not (t.first < cue.last and cue.first < t.last)
        ]
        nouns = [t for t in here if not is_verb(t) and t.entry.key in _PREPARED]
        behind = [t for t in nouns if t.first >= cue.last]
        before = [t for t in nouns if t.last <= cue.first] if self._verb_last else []
        noun = behind[0] if behind else before[-1] if before else None
        if noun is None:
            return None
        low, high = min(cue.last, noun.last), max(cue.first, noun.first)
        between = (*here, *sentence.of("instrument"), *sentence.cues("infinitive_mark", "report"))
        if any(low <= t.first < high and not (t.first <= noun.first < t.last) for t in between):
            return None
        marked = any(t.norm in COMMAS for t in sentence.tokens[low:high])
        if marked or _led_by_occasion(sentence, low, noun.first):
            return None
        return noun if _own_words(sentence, low, high) <= _PLAN_REACH else None

    @staticmethod
    def _prepared(sentence: Sentence, hit: Hit, triggers: list[Hit], used: set[Hit]) -> Hit | None:
        """The noun right behind the verb, or before it where the clause names no paper; no verb stands between."""
        clause = sentence.clause_of(hit)
        others = [t for t in triggers if t not in used and sentence.clause_of(t) == clause]
        nouns = [t for t in others if not is_verb(t) and t.entry.key in _PREPARED]
        papers = [p for p in sentence.of("instrument") if sentence.clause_of(p) == clause]
        behind = [
            t for t in nouns
            if t.first in range(hit.first, hit.last)
            or (t.first >= hit.last and _own_words(sentence, hit.last, t.first) <= _OBJECT_REACH)
        ]  # fmt: skip
        if behind:
            first = behind[0]
            led = _led_by_occasion(sentence, hit.last, first.first)
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

    def _read_receptions(self, sentence: Sentence, triggers: list[Hit], out: list[Draft]) -> None:
        """Will receive Khrenin, called Raisi: a verb of many objects, beside a person of the other country."""
        for cue in sentence.cues("receives", "calls"):
            if any(t.first <= cue.first < t.last for t in triggers):
                continue
            clause = sentence.clause_of(cue)
            people = [
                m for m in sentence.mentions
                if m.kind in ("person", "office") and m.start not in sentence.sources and sentence.clause_at(m.start) == clause
            ]  # fmt: skip
            beside = any(
                0 <= sentence.token_at(m.start) - cue.last <= _BESIDE
                or 0 <= cue.first - sentence.token_at(m.end - 1) - 1 <= _BESIDE
                for m in people
            )
            hosts = [
                m for m in sentence.mentions
                if m.kind in ("city", "country") and sentence.clause_at(m.start) == clause
                and sentence.token_at(m.start) - sentence.opening_of(clause) <= _HOST_OPENS
                and m.end <= sentence.tokens[cue.first].start
            ]  # fmt: skip
            named = {c for m in (*people, *hosts) for c in m.countries if len(c) == 3}
            key = "visit" if cue.entry.key == "receives" else "call"
            if not beside or len(named) != 2 or (key == "call" and _calls_upon(sentence, cue, people)):
                continue
            event = self._codebook.events[key]
            told = judge(sentence, cue, event, [], verb_last=self._verb_last)
            rules = (cue.entry.rule, *told.rules)
            out.append(Draft(cue, cue, key, event.kind, told, None, event.mode, rules=rules))

    def _read_help(self, sentence: Sentence, triggers: list[Hit], used: set[Hit], out: list[Draft]) -> None:
        """May help to start making drones: what is helped with is the joint act."""
        for hit in triggers:
            if hit in used or hit.entry.key != "aid" or not is_verb(hit):
                continue
            act = next(
                (
                    t for t in triggers
                    if t.entry.key in ("produce", "train", "exercise") and t not in used
                    and (t.entry.form in ("noun", "infinitive") or self._lexicon.reading.bare_verbs)
                    and (
                        0 <= t.first - hit.last <= _HELP_REACH
                        or (self._verb_last and 0 <= hit.first - t.last <= _HELP_REACH)
                    )
                    and sentence.clause_of(t) == sentence.clause_of(hit)
                ),
                None,
            )  # fmt: skip
            if act is not None:
                told = judge(sentence, hit, self._event(act), [], verb_last=self._verb_last)
                used.update((hit, act))
                out.append(self._make(sentence, act, told, anchor=hit, also=(hit,)))


def _calls_upon(sentence: Sentence, cue: Hit, people: list[Mention]) -> bool:
    """Called Lukashenko to account, called on him to free somebody: behind the person stands the word before an infinitive or noun."""
    marks = {
        c.first for c in sentence.cues("infinitive_mark") if len(sentence.tokens[c.first].norm) <= _CALLS_TO
    }
    behind = [m for m in people if sentence.token_at(m.start) >= cue.last]
    return not behind or sentence.token_at(behind[0].end - 1) + 1 in marks
