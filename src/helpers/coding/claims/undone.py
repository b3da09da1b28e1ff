"""What does not come about: acts and papers that are refused, denied, put off or called off."""

from __future__ import annotations

from dataclasses import replace

from helpers.coding.claims.denials import lacked_force, unspoken_of
from helpers.coding.claims.drafting import HELPERS, WEAK, Draft
from helpers.coding.claims.happenings import unnamed_words
from helpers.coding.claims.judge import Judgement, governing_cues, judge
from helpers.coding.claims.left_open import unconfirmed_event, undated_event
from helpers.coding.claims.negation import is_denied
from helpers.coding.claims.offers import OfferReader
from helpers.coding.claims.papers import name_paper
from helpers.coding.claims.particulars import is_of_particular
from helpers.coding.claims.patterns import Hit
from helpers.coding.claims.put_off import (
    head_of_meant,
    is_long_past,
    is_not_put_off,
    is_overtaken,
    put_off_as,
    was_never_meant,
)
from helpers.coding.claims.put_off_to import occasions_put_off_to
from helpers.coding.claims.sentences import Sentence, commas_between, is_verb
from helpers.coding.claims.tokens import COMMAS
from helpers.coding.claims.unsaid import is_taken
from helpers.coding.claims.wishes import wish_of_somebody

_PUT_OFF = ("postpone", "cancel", "fail")
_NOUN_WORDS = 4
_DESCRIBED_OPENS = 3  # words before what describes the subject
_PUT_OFF_REACH = 2
_OBJECT_REACH = 4  # words between what is done to a paper and the paper
_SUBJECT_REACH = 8
_OPENING_REACH = 16  # from the paper a clause opens with to the verb at its end
_REPORT_REACH = 3  # words between "reports of" and the paper
_SAID = ("request", "accuse", "support", "threaten")  # never put off
_TALKS = ("meet", "call")
_REFUSED = ("deliver", "produce", "train", "exercise", "permit", "exhibit")


def _is_of_contents(sentence: Sentence, hit: Hit) -> bool:
    """Про поставки в меморандумі не йдеться: where it is not spoken of is a paper, in front of the words that say so."""
    marks = {p.last for p in sentence.of("place") if p.entry.key == "in"}
    clause = sentence.clause_of(hit)
    negative = any(hit.first <= c.first < hit.last for c in sentence.cues("negation"))
    return negative and any(
        p.first in marks and 0 <= hit.first - p.last <= 1 and sentence.clause_of(p) == clause
        for p in sentence.of("instrument")
    )


class UndoneReader(OfferReader):
    """Reads verbs of refusing, denying, putting off and calling off, with the acts and papers they undo."""

    def _is_negated(self, sentence: Sentence, hit: Hit) -> bool:
        """Did not deny, was not put off."""
        cues = governing_cues(sentence, hit, verb_last=self._verb_last)
        return is_denied(sentence, hit, cues, [], verb_last=self._verb_last) is not None

    @staticmethod
    def _undo(sentence: Sentence, hit: Hit, paper: Hit, judgement: Judgement) -> Draft:
        """A paper and what is done to it, with no word for its signing."""
        named = name_paper(sentence, paper)
        return Draft(hit, hit, "sign", "agreement", judgement, named, rules=(hit.entry.rule, *named.rules))

    @staticmethod
    def _paper_reported(sentence: Sentence) -> Hit | None:
        """Called the reports of a secret pact a fabrication: the paper right behind the word for what the reports are about."""
        marks = sentence.cues("about", "told_before")
        return next(
            (
                p
                for p in sentence.of("instrument")
                if any(0 <= p.first - c.last <= _REPORT_REACH for c in marks)
            ),
            None,
        )

    @staticmethod
    def _refused_noun(sentence: Sentence, hit: Hit, used: set[Hit]) -> Hit | None:
        """От совместного выпуска отказались: the noun of an act that the clause opens with, before the verb."""
        clause = sentence.clause_of(hit)
        opening = sentence.opening_of(clause)
        return next(
            (
                t for t in sentence.of("trigger")
                if t not in used and not is_verb(t) and t.entry.key in _REFUSED and sentence.clause_of(t) == clause
                and t.first - opening <= _DESCRIBED_OPENS and 0 <= hit.first - t.last <= _SUBJECT_REACH
            ),
            None,
        )  # fmt: skip

    @staticmethod
    def _paper_beside(sentence: Sentence, hit: Hit) -> Hit | None:
        """Rejected the draft, the contract was terminated: the paper right behind the verb, or what the clause opens with."""
        clause = sentence.clause_of(hit)
        papers = [p for p in sentence.of("instrument") if sentence.clause_of(p) == clause]
        behind = [p for p in papers if hit.first <= p.first <= hit.last + _OBJECT_REACH]
        if behind:
            return behind[0]
        opening = sentence.opening_of(clause)
        before = [
            p for p in papers
            if 0 <= hit.first - p.last <= _OPENING_REACH and unnamed_words(sentence, opening, p.first) <= _DESCRIBED_OPENS
        ]  # fmt: skip
        if before:
            return before[0]
        # asked for time, and the memorandum stayed in the drawer
        joined = [c.last for c in sentence.cues("with")]
        before = [
            p for p in papers
            if 0 <= hit.first - p.last <= _SUBJECT_REACH and any(0 <= p.first - at <= 1 for at in joined)
        ]  # fmt: skip
        if before or not any(
            t.norm in COMMAS for t in sentence.tokens[max(hit.first - 2, sentence.prelude) : hit.first]
        ):
            return before[-1] if before else None
        return next(  # the treaty, which was to be voted on today, has left the agenda
            (
                p for p in sentence.of("instrument")
                if p.last <= hit.first and sentence.clause_of(p) < clause
                and unnamed_words(sentence, sentence.opening_of(sentence.clause_of(p)), p.first) <= _DESCRIBED_OPENS
            ),
            None,
        )  # fmt: skip

    def _read_refusal(
        self, sentence: Sentence, hit: Hit, complement: Hit | None, used: set[Hit]
    ) -> Draft | None:
        judgement = self._judge(sentence, hit, None)
        if complement is None and judgement.polarity == "asserted":
            if (paper := self._paper_beside(sentence, hit)) is not None:
                return self._undo(sentence, hit, paper, Judgement("denied", "negated", judgement.rules))
            complement = self._refused_noun(sentence, hit, used)
        wish = wish_of_somebody(sentence, hit, verb_last=self._verb_last)
        if complement is not None and (complement.entry.key == "request" or wish is not None):
            used.add(complement)  # turned the request down, the Iranian proposal to hold drills
            return self._make(sentence, hit, judgement, also=(wish,) if wish is not None else ())
        if complement is None or complement.entry.key in (*HELPERS, *WEAK, "offer"):
            return (
                None
                if complement is not None and complement.entry.key in HELPERS
                else self._make(sentence, hit, judgement)
            )
        used.add(complement)
        return self._make(
            sentence, complement, Judgement("denied", "negated", judgement.rules), anchor=hit,
            paper=self._paper(sentence, complement), refused=True, also=(hit,),
        )  # fmt: skip

    def _read_undated(
        self, sentence: Sentence, triggers: list[Hit], used: set[Hit], out: list[Draft]
    ) -> None:
        """No date has been set for the signing: it is planned, whatever is denied of its date."""
        for cue in sentence.of("open_date"):
            hit = undated_event(sentence, cue, [t for t in triggers if t not in used])
            used.update(t for t in triggers if cue.first <= t.first < cue.last and t.entry.key == "agree")
            if hit is not None:
                used.add(hit)
                told = Judgement("planned", "future", (cue.entry.rule,))
                out.append(self._make(sentence, hit, told, paper=self._paper(sentence, hit), also=(cue,)))

    def _read_unconfirmed(
        self, sentence: Sentence, triggers: list[Hit], used: set[Hit], out: list[Draft]
    ) -> None:
        """Neither confirms nor denies the signing: what the noun stands for is rumoured."""
        for cue in sentence.of("unconfirmed"):
            free = [t for t in triggers if t not in used]
            hit = unconfirmed_event(sentence, cue, free, verb_last=self._verb_last)
            if hit is not None:
                used.add(hit)
                told = Judgement("rumoured", "hypothetical", (cue.entry.rule,))
                out.append(self._make(sentence, hit, told, paper=self._paper(sentence, hit), also=(cue,)))

    def _read_denials(
        self, sentence: Sentence, triggers: list[Hit], used: set[Hit], out: list[Draft]
    ) -> None:
        """Denied reports that..., called it untrue: everything said after it (or before it) is denied."""
        topics = set(used)  # on the stay of advisers: what a paper is on
        for hit in triggers:
            if hit.entry.key != "deny":
                continue
            used.add(hit)
            if hit.entry.form == "negated" or self._is_negated(sentence, hit):
                continue
            if _is_of_contents(sentence, hit):
                continue
            usable = [
                t for t in triggers if t not in topics and t.entry.key not in (*HELPERS, *WEAK, "offer")
            ]
            if any(t.entry.key == "invite" for t in usable):  # what one is invited to
                usable = [t for t in usable if is_verb(t) or t.entry.key not in ("visit", "meet")]
            after = [
                t for t in usable if t.first > hit.first
            ]  # called the reports of a delivery untrue: inside
            told: Hit | None = None
            for target in (after or [t for t in usable if t.last <= hit.first])[:2]:
                if target in used or (target.entry.key == "draft" and self._paper(sentence, target) is None):
                    continue
                if is_of_particular(sentence, hit, target):
                    break
                used.add(target)
                if (
                    told is not None
                    and not is_verb(target)
                    and any(told.last <= c.first < target.first for c in sentence.cues("about"))
                ):
                    continue  # denied the talks about a purchase: of which nothing else is said
                told = target
                out.append(
                    self._make(
                        sentence,
                        target,
                        Judgement("denied", "negated"),
                        paper=self._paper(sentence, target),
                        also=(hit,),
                    )
                )
            paper = (
                None
                if told or usable
                else self._paper_reported(sentence) or self._paper_beside(sentence, hit)
            )
            if paper is not None:
                out.append(self._undo(sentence, hit, paper, Judgement("denied", "negated")))
            elif told is None and not usable and (denied := self._deny_force(sentence, hit)) is not None:
                out.append(denied)

    def _deny_force(self, sentence: Sentence, hit: Hit) -> Draft | None:
        """There are no Iranian instructors: arms or people of one country in the other, that are denied; None without any."""
        thing = lacked_force(sentence, hit)
        if thing is None:
            return None
        event = self._codebook.events["permit"]
        rules = (hit.entry.rule, thing.entry.rule)
        return Draft(
            hit,
            hit,
            "permit",
            event.kind,
            Judgement("denied", "negated"),
            None,
            event.mode,
            noun=True,
            rules=rules,
        )

    def _read_unspoken(self, sentence: Sentence, out: list[Draft]) -> None:
        """Of arms they did not speak in Tehran: what was not talked about is denied, where no meeting is told beside it."""
        if any(d.kind == "consultation" for d in out):
            return
        for cue in unspoken_of(sentence):
            clause = sentence.clause_of(cue)
            if is_taken(clause, sentence, out):
                continue
            event = self._codebook.events["meet"]
            denied = Judgement("denied", "negated")
            out.append(
                Draft(
                    cue, cue, "meet", event.kind, denied, None, event.mode, noun=True, rules=(cue.entry.rule,)
                )
            )
            return

    def _inside(self, sentence: Sentence, hit: Hit) -> list[Hit]:
        """Suspended its deliveries, derybos nutrauktos: the noun that closes the words of putting off, or opens them."""
        if hit.last - hit.first <= 1:
            return []
        return [
            Hit(at, at + h.last, h.entry, tuple(at + s for s in h.spots))
            for at, words in ((hit.last - 1, _NOUN_WORDS), (hit.first, 1))
            for h in self._lexicon.find(sentence.tokens[at : at + words])
            if h.first == 0 and h.entry.category == "trigger" and not is_verb(h) and h.entry.key in self._codebook.events
            and h.entry.key not in WEAK
        ]  # fmt: skip

    def _failed_talks(self, sentence: Sentence, hit: Hit, talks: Hit) -> list[Draft]:
        """The talks on the contract broke down: they were held, and the paper they were about did not come about."""
        told = judge(sentence, hit, self._event(talks), [], verb_last=self._verb_last)
        if told.polarity in ("hypothetical", "future"):
            return []
        clause = sentence.clause_of(hit)
        papers = [p for p in sentence.of("instrument") if sentence.clause_of(p) == clause]
        if papers and told.polarity != "negated":
            return [self._undo(sentence, hit, papers[0], Judgement("denied", "negated", told.rules))]
        held = Judgement(self._event(talks).done, "asserted", told.rules)
        return [self._make(sentence, talks, held, anchor=hit, also=(hit,))]

    def _is_beside_paper(self, sentence: Sentence, other: Hit, hit: Hit) -> bool:
        """The treaty, which they negotiate for years, did not come about: the verb between commas is not what failed."""
        aside = is_verb(other) and other.last <= hit.first and commas_between(sentence, other, hit) > 0
        return aside and self._paper_beside(sentence, hit) is not None

    @staticmethod
    def _gatherings(sentence: Sentence, hit: Hit) -> list[Hit]:
        """The forum of the two was put off: a gathering of many words beside the verb, read as a meeting only here."""
        clause = sentence.clause_of(hit)
        return [
            c._replace(entry=replace(c.entry, category="trigger", key="meet", form="noun"))
            for c in sentence.of("gathering")
            if (sentence.clause_of(c) == clause or (c.last <= hit.first and sentence.clause_of(c) == clause - 1))
            and not any(hit.last <= r.first < c.first for r in sentence.cues("report"))
        ]  # fmt: skip

    def _read_put_off(
        self, sentence: Sentence, triggers: list[Hit], used: set[Hit], out: list[Draft]
    ) -> None:
        """Postponed and cancelled: the visit, the signing, the session beside it."""
        for hit in triggers:
            if hit.entry.key not in _PUT_OFF or hit in used:
                continue
            used.add(hit)
            put_off = hit.entry.key == "postpone"
            threatened = any(t.entry.key == "threaten" and 0 <= hit.first - t.last <= 3 for t in triggers)
            if threatened or is_overtaken(sentence, hit) or is_long_past(sentence, hit):
                continue
            targets = [
                t
                for t in triggers
                if t not in used and t.entry.key not in (*HELPERS, *WEAK, *_SAID, "offer", "agree")
            ]
            same = [] if is_verb(hit) else self._inside(sentence, hit)  # the cancellation of a visit
            same = same or [
                t for t in targets
                if sentence.clause_of(t) == sentence.clause_of(hit) and not self._is_beside_paper(sentence, t, hit)
            ]  # fmt: skip
            reached = occasions_put_off_to(sentence, hit, same, verb_last=self._verb_last)
            if reached and put_off:
                same, targets = ([t for t in ts if t not in reached] for ts in (same, targets))
                self._plan_occasions(sentence, reached, hit, used, out)
            same = same or self._inside(sentence, hit)
            same = same or self._meant_to_be(sentence, hit, targets)
            same = head_of_meant(sentence, hit, same, targets) or same
            paper = None if same else self._paper_beside(sentence, hit)
            if paper is not None and not self._is_negated(sentence, hit):
                told = put_off_as(sentence, hit) if put_off else Judgement("denied", "negated")
                told = Judgement("planned", "future") if put_off and reached else told
                out.append(self._undo(sentence, hit, paper, told))
                continue
            others = {sentence.clause_of(t) for t in triggers if t.entry.key in _PUT_OFF and t is not hit}
            apart = [t for t in targets if sentence.clause_of(t) not in others]  # has a verb of its own
            same = same or apart or self._gatherings(sentence, hit)
            if not same:
                continue
            used.update(
                t for t in same if t.entry.key == "session" and not is_verb(t)
            )  # commission and sitting: one
            target = min(
                same, key=lambda t: (is_verb(t), min(abs(t.first - hit.last), abs(hit.first - t.last)))
            )
            used.add(target)
            used.update(  # the journey to the summit
                t for t in same if not is_verb(t) and 0 <= t.first - target.last <= _PUT_OFF_REACH
                and t.entry.key in ("meet", "session")
            )  # fmt: skip
            if hit.entry.key == "fail" and target.entry.key in _TALKS:
                out += self._failed_talks(sentence, hit, target)
                continue
            judgement = put_off_as(sentence, hit) if put_off else Judgement("denied", "negated")
            # moved to an occasion that is named: the paper is to be signed then
            settled = bool(reached) and put_off and target.entry.key == "sign"
            unsure = settled or self._may_yet(sentence, hit, target)
            kept = is_not_put_off(sentence, hit, target, negated=self._is_negated(sentence, hit))
            if unsure or kept:
                judgement = Judgement("planned", "future")
            if kept and was_never_meant(sentence, hit):
                judgement = Judgement("denied", "negated")
            out.append(
                self._make(
                    sentence, target, judgement, anchor=hit, paper=self._paper(sentence, target), also=(hit,)
                )
            )

    def _plan_occasions(
        self, sentence: Sentence, reached: list[Hit], hit: Hit, used: set[Hit], out: list[Draft]
    ) -> None:
        """The signing was moved to the minister's visit: the visit is planned."""
        for noun in reached:
            used.add(noun)
        out.append(self._make(sentence, reached[0], Judgement("planned", "future"), also=(hit,)))

    @staticmethod
    def _meant_to_be(sentence: Sentence, hit: Hit, targets: list[Hit]) -> list[Hit]:
        """It was to have been signed in April, but that did not happen: the verb before, of what was to be."""
        clause = sentence.clause_of(hit)
        return [
            t for t in targets
            if is_verb(t) and t.last <= hit.first and 0 <= clause - sentence.clause_of(t) <= 1
            and any(c.last <= t.first and sentence.clause_of(c) == sentence.clause_of(t) for c in sentence.cues("was_to"))
        ]  # fmt: skip

    def _may_yet(self, sentence: Sentence, hit: Hit, target: Hit) -> bool:
        """If it is cancelled, it may be cancelled: for the time being it is planned."""
        if hit.entry.form == "possible" or not is_verb(hit) or hit.entry.form in ("past", "pluperfect"):
            return hit.entry.form == "possible"
        told = judge(sentence, hit, self._event(target), [], verb_last=self._verb_last)
        return told.polarity == "hypothetical" and any(r.startswith("cue.hypothetical") for r in told.rules)
